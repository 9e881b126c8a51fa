"""The Word engine: fills .docx and .txt templates with any view-model. It knows nothing of meetings.

Open a template once (``Template.open``), check it against the view-model's type (``check``), fill it as often as
wanted (``render_verified``), and keep the result with ``save``.

The dialect is docxtpl's: ``{{ x }}``; ``{% for %}``, ``{% if %}`` within text; ``{%tr %}``, ``{%tc %}``, ``{%p %}``,
``{%r %}`` alone in the row, cell, paragraph or run they stand for; ``{% colspan n %}``, ``{% cellbg colour %}``,
``{% vm %}``, ``{% hm %}`` in a cell; ``{# #}``; ``{%-`` ``-%}`` at a paragraph's edge joins it with its neighbour;
``{_{`` ``}_}`` ``{_%`` ``%_}`` for the braces themselves. A picture is a ``Picture`` printed in text, or stands in for
a placeholder picture whose alternative text is ``{{ x }}``; pictures of the template can also be replaced by name.
Expressions are names, constant subscripts, comparisons, and/or/not, ``x if y else z`` and filters; nothing is called.
Templates may come from strangers: see ``limits`` and ``guard``. Numbering is Word's own: lists restart by their levels,
as in any document. ``${...}`` passes through untouched.
"""

from __future__ import annotations

from rakor_desktop.word.faults import DamagedDocumentError, Fault, TemplateError, WordError
from rakor_desktop.word.pictures import Picture
from rakor_desktop.word.saving import SaveError, sweep_stale_temps
from rakor_desktop.word.saving import replace_file as save
from rakor_desktop.word.structure import inspect_docx
from rakor_desktop.word.template import Template
from rakor_desktop.word.text import TextTemplate
from rakor_desktop.word.values import clean
from rakor_desktop.word.verify import verify

__all__ = [
    "DamagedDocumentError",
    "Fault",
    "Picture",
    "SaveError",
    "Template",
    "TemplateError",
    "TextTemplate",
    "WordError",
    "clean",
    "inspect_docx",
    "save",
    "sweep_stale_temps",
    "verify",
]
