"""Words that commonly are parts of Indonesian personal names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rakor_desktop.catalog.reader import read_toml


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of personal names, casefolded. ``maybe`` words also are places, posts or ordinary words (Indah, Batu)."""

    sure: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()

    def knows(self, word: str) -> bool:
        """Whether a word commonly is part of a personal name, even if it may be something else too."""
        key = word.strip(".,;:()").casefold()
        return key in self.sure or key in self.maybe


def joined(parts: Iterable[NameWords]) -> NameWords:
    """The words of several groups; what one of them holds for doubtful is doubtful."""
    parts = tuple(parts)
    maybe = frozenset(word for part in parts for word in part.maybe)
    return NameWords(frozenset(word for part in parts for word in part.sure) - maybe, maybe)


def name_words_of(file: Path) -> NameWords:
    """The words of one group's file; a word of several words is refused."""
    top = read_toml(file)
    top.text("kelompok")
    top.texts("sumber", None)
    top.text("keyakinan")
    top.text("catatan", "")
    words = NameWords(_words(top.text("kata", "")), _words(top.text("rancu", "")))
    top.done()
    if not words.sure and not words.maybe:
        raise top.error("kata", "tidak berisi satu kata pun", 'Tulis kata dipisah spasi: kata = "Budi Siti".')
    return words


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in text.split())
