"""Widths of letters, by which the closing rule of a letterhead is made as long as its longest line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rakor_desktop.catalog.reader import read_toml

_FIRST: Final = 32
_COUNT: Final = 95
_THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class FontWidths:
    """The advance widths of the printable ASCII signs of some fonts, in thousandths of the font size."""

    fonts: Mapping[tuple[str, bool], tuple[int, ...]]

    def points(self, text: str, font: str, size: float, *, bold: bool = False) -> float | None:
        """The width of a line in points; ``None`` for a font that was not measured.

        A sign beyond ASCII counts as wide as the font's "n".
        """
        widths = self.fonts.get((font.casefold(), bold))
        if widths is None:
            return None
        usual = widths[ord("n") - _FIRST]
        places = (ord(sign) - _FIRST for sign in text)
        return sum(widths[n] if 0 <= n < _COUNT else usual for n in places) * size / _THOUSAND


def fonts_of(file: Path) -> dict[tuple[str, bool], tuple[int, ...]]:
    """The fonts of one file, by name in small letters and whether bold."""
    top = read_toml(file)
    top.text("sumber")
    top.text("keyakinan")
    found: dict[tuple[str, bool], tuple[int, ...]] = {}
    for entry in top.tables("huruf"):
        name, bold, written = entry.text("nama"), entry.flag("tebal"), entry.text("lebar").split()
        if len(written) != _COUNT or not all(number.isdecimal() for number in written):
            raise entry.error("lebar", f"harus {_COUNT} bilangan", "Tulis lebar tanda 32 sampai 126 berurutan.")
        entry.done()
        found[name.casefold(), bold] = tuple(map(int, written))
    top.done()
    return found
