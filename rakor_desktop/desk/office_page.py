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
_MEASURED_AT: Final = 1000
"""Pixels of the size at which a font is measured: large, so that nothing is rounded."""
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
    """The width of the letterhead block: that of its longest line; 0 when the font is neither measured nor here."""
    kop, font = office.letterhead, office.font
    lines = [_points(line, font.name, font.size, catalog) for line in kop.lines if line.strip()]
    address = _points(kop.address, font.name, ADDRESS_SIZE, catalog)
    if address is None or any(line is None for line in lines):
        return 0.0
    longest = max((line for line in lines if line is not None), default=0.0)
    widest = max(longest, min(address, WIDEST))
    return widest + _SLACK if widest else 0.0


def _points(line: str, font: str, size: float, catalog: Catalog) -> float | None:
    """The width of a line: by the widths kept for a font, else as this computer draws it, when it has the font."""
    known = catalog.fonts.points(line, font, size)
    return _drawn(line, font, size) if known is None else known


def _drawn(line: str, family: str, size: float) -> float | None:
    from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QGuiApplication

    if not isinstance(QGuiApplication.instance(), QGuiApplication):
        return None
    font = QFont(family)
    font.setPixelSize(_MEASURED_AT)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)  # as Word does, which moves no letters together unless it is told to
    # A font that stands in for a missing one has other widths than the one that prints elsewhere.
    if QFontInfo(font).family().casefold() != family.casefold():
        return None
    return QFontMetricsF(font).horizontalAdvance(line) * size / _MEASURED_AT
