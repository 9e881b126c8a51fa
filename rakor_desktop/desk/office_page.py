"""The page of an office for a template: its margins and font, and how wide its letterhead is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rakor_desktop.catalog import Catalog, TemplateEntry
from rakor_desktop.domain.office import Office

if TYPE_CHECKING:
    from rakor_desktop.word.dressing import Dress

ADDRESS_SIZE: Final = 11.0
"""Points of the address line in the shipped letterheads."""
WIDEST: Final = 300.0
"""Points: a longer address runs over two lines rather than drag the rule over the page."""
_SLACK: Final = 2.0
"""Points beyond the longest line, so that no program breaks it."""
_NARROW_MARGINS: Final = frozenset({"daftar-hadir"})
"""Documents that keep the margins of their template: their table needs the width."""


def page_of(office: Office, entry: TemplateEntry, catalog: Catalog) -> Dress:
    """How a template is to be dressed for an office; of the office's own templates only the letterhead's rule."""
    from rakor_desktop.word.dressing import Dress

    width = letterhead_points(office, catalog)
    if entry.own:
        return Dress(letterhead=width)
    edges = office.margins
    own = (edges.top, edges.right, edges.bottom, edges.left)
    margins = None if entry.document in _NARROW_MARGINS else own
    return Dress(margins, office.font.name, office.font.size, office.line_spacing, width)


def letterhead_points(office: Office, catalog: Catalog) -> float:
    """The width of the letterhead block: that of its longest line; 0 when the font was not measured."""
    kop, font = office.letterhead, office.font
    lines = [catalog.fonts.points(line, font.name, font.size) for line in kop.lines if line.strip()]
    address = catalog.fonts.points(kop.address, font.name, ADDRESS_SIZE)
    if address is None or any(line is None for line in lines):
        return 0.0
    longest = max((line for line in lines if line is not None), default=0.0)
    widest = max(longest, min(address, WIDEST))
    return widest + _SLACK if widest else 0.0
