"""From a Word document to paper: an office suite on this computer sets the pages, and they are shown and printed.

Word when it is there, else LibreOffice, else nothing: :class:`Typesetter` finds out and makes PDF files,
:class:`Pages` draws them. The page that is seen and the page that is printed come from the same PDF file.
"""

from __future__ import annotations

from rakor_desktop.printing.pages import PageImage, Pages, PageSize
from rakor_desktop.printing.typesetter import Engine, Typeset, Typesetter, find_engines

__all__ = ["Engine", "PageImage", "PageSize", "Pages", "Typeset", "Typesetter", "find_engines"]
