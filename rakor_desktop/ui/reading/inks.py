"""How each part of a reading is marked in the source: a tint and an underline of its own, never colour alone."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from rakor_desktop.reading.values import Part
from rakor_desktop.ui.theme import is_dark, muted

Line = QTextCharFormat.UnderlineStyle


class Ink(NamedTuple):
    """One way of marking: what the legend says, grounds for light and dark, underline, and its colours."""

    label: str
    light: str
    dark: str
    line: QTextCharFormat.UnderlineStyle
    line_light: str
    line_dark: str


_TITLES: Final = Ink("Gelar", "#e6f0c8", "#3a451d", Line.DotLine, "#6a7d16", "#bdd36a")
INKS: Final[dict[Part, Ink]] = {
    "rank": Ink("Pangkat", "#d9e6fb", "#223d63", Line.DashUnderline, "#1f5fbf", "#8dbbf7"),
    "name": Ink("Nama", "#d0eed9", "#1d4a31", Line.SingleUnderline, "#1b7a3f", "#7fd6a0"),
    "front": _TITLES,
    "back": _TITLES,
    "position": Ink("Jabatan", "#fde8c4", "#513a15", Line.DashUnderline, "#a35f00", "#f0bd68"),
    "institution": Ink("Instansi", "#ebe0f9", "#412f5f", Line.DotLine, "#7240b8", "#c8a8f5"),
    "represents": Ink("Mewakili", "#fbdde8", "#5b2a40", Line.DashDotLine, "#b3266b", "#f5a0c5"),
    "service_no": Ink("NRP/NIP", "#d3eff2", "#1a464c", Line.DashDotDotLine, "#0f7480", "#7fd3de"),
    "group": Ink("Kelompok", "#e8e3d4", "#474133", Line.SingleUnderline, "#6d6040", "#d3c69f"),
    "unread": Ink("Belum terbaca", "#fde0dc", "#552a26", Line.WaveUnderline, "#b3261e", "#ff9b93"),
}
LEGEND: Final[tuple[Part, ...]] = (
    "rank", "name", "back", "position", "institution", "represents", "service_no", "group", "unread",
)  # fmt: skip
"""The parts in the order in which the legend names them."""


def ground(part: Part, palette: QPalette) -> QColor:
    """The tint behind a part."""
    ink = INKS[part]
    return QColor(ink.dark if is_dark(palette) else ink.light)


def line_colour(part: Part, palette: QPalette) -> QColor:
    """The colour of a part's underline."""
    ink = INKS[part]
    return QColor(ink.line_dark if is_dark(palette) else ink.line_light)


def text_format(part: Part, palette: QPalette) -> QTextCharFormat:
    """The format of a stretch; what carries nothing of its own is grey."""
    made = QTextCharFormat()
    if part not in INKS:
        made.setForeground(muted(palette))
        return made
    made.setBackground(ground(part, palette))
    made.setUnderlineStyle(INKS[part].line)
    made.setUnderlineColor(line_colour(part, palette))
    return made
