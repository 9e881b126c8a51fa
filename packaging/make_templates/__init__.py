"""Builds every shipped .docx template from readable sources: ``python packaging/make_templates``.

A shipped template is a native Word document that offices edit in Word, so it must look as if a careful secretary had
made it in Word: named styles instead of formatting by hand, one multilevel list, real tables. Writing the parts here,
one by one, keeps them small and lets a reviewer read in a diff what changed in a form.
"""
