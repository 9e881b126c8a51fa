"""The part of a source that is shown, and how its characters lie in Qt's text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

MOST_SHOWN: Final = 120_000
"""Characters shown at once: laid out in a blink even as one line; 60 pages of text."""
_SEEK: Final = 2_000
"""How far an edge of the part shown moves to find the end of a line."""
# What would turn the text around or begin a line of its own is shown as a blank of the same length.
_SHOWN_AS: Final = {
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C], " "),
    **dict.fromkeys([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x85], " "),
    0xFEFF: " ",
    0x2029: "\n",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``source[start:end]`` as Qt shows it. Qt counts UTF-16 units: an emoji is two of them, so places differ."""

    start: int
    end: int
    text: str
    _wide: tuple[int, ...]

    @classmethod
    def around(cls, source: str, place: int = 0, most: int = MOST_SHOWN) -> Excerpt:
        """The whole source, or of a long one about ``most`` characters around a place, cut between lines."""
        if len(source) <= most:
            return cls._of(source, 0, len(source))
        start = min(max(0, place - most // 3), len(source) - most)
        end = start + most
        line = source.find("\n", start, min(start + _SEEK, place)) + 1 if start else 0
        last = source.rfind("\n", max(end - _SEEK, place), end) + 1 if end < len(source) else len(source)
        return cls._of(source, line or start, last or end)

    @classmethod
    def _of(cls, source: str, start: int, end: int) -> Excerpt:
        # One for one, so that places stay: "\r\n" is a blank and a line end, a lone "\r" a line end.
        piece = source[start:end].replace("\r\n", " \n").replace("\r", "\n").translate(_SHOWN_AS)
        wide = tuple(n for n, c in enumerate(piece) if c > "\uffff") if not piece.isascii() else ()
        return cls(start, end, piece, wide)

    def holds(self, place: int) -> bool:
        """Whether a place of the source is shown."""
        return self.start <= place < self.end

    def to_shown(self, place: int) -> int:
        """Qt's position of a place of the source, clipped to what is shown."""
        inside = min(max(place, self.start), self.end) - self.start
        return inside + bisect_left(self._wide, inside)

    def to_source(self, shown: int) -> int:
        """The place in the source of a position of Qt's."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high + 1) // 2
            if middle + bisect_left(self._wide, middle) <= shown:
                low = middle
            else:
                high = middle - 1
        return low + self.start
