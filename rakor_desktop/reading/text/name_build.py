"""How much an unknown word is built like a personal name, judged by the letters it begins and ends with."""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from typing import Final

from rakor_desktop.catalog import Catalog

_SHORTEST: Final = 4
"""Shorter words say too little."""
_MOST: Final = 1.2
_SMOOTH: Final = 0.5


class NameBuild(dict[str, float]):
    """From a casefolded word to its weight: above 0 a name's build, below 0 that of a place or a post's word.

    Learnt from the name words on the one side and the places and words of posts on the other ("-uddin", "Nur-" and
    "-wati" against "-ong", "Tanjung-" and "-asi"): the mean of the log odds of a word's first two and three letters,
    its last two, three and four, and every three in a row, held within 1.2. Nothing is learnt before it is needed.
    """

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self._odds: dict[str, float] = {}

    def __missing__(self, word: str) -> float:
        if not self._odds:
            self._odds = self._learnt()
        pieces = list(_pieces(word)) if len(word) >= _SHORTEST and word.isalpha() else []
        odds = sum(self._odds.get(piece, 0.0) for piece in pieces) / len(pieces) if pieces else 0.0
        weight = self[word] = max(-_MOST, min(_MOST, odds))
        return weight

    def _learnt(self) -> dict[str, float]:
        names = self._catalog.name_words
        words = self._catalog.phrase_words
        others = {
            word.casefold() for place in self._catalog.places.all for form in place.forms for word in form.split()
        }
        for phrases in (words.posts, words.continuing, words.institutions, words.groups):
            others.update(word for phrase in phrases for word in phrase.split())
        known = {word for word in names.sure if len(word) >= _SHORTEST}
        others = {word for word in others if len(word) >= _SHORTEST and word.isalpha()} - names.sure
        return _odds(known, others)


def _odds(names: set[str], others: set[str]) -> dict[str, float]:
    counts: dict[str, list[int]] = {}
    for side, words in enumerate((names, others)):
        for word in words:
            for piece in _pieces(word):
                counts.setdefault(piece, [0, 0])[side] += 1
    of_names, of_others = len(names) + 1, len(others) + 1
    return {
        piece: log((mine + _SMOOTH) / of_names) - log((theirs + _SMOOTH) / of_others)
        for piece, (mine, theirs) in counts.items()
    }


def _pieces(word: str) -> Iterable[str]:
    yield f"^{word[:2]}"
    yield f"^{word[:3]}"
    for length in (2, 3, 4):
        yield f"{word[-length:]}$"
    for at in range(len(word) - 2):
        yield word[at : at + 3]
