"""Completing a name while it is typed: people in whose name a word begins so, the one seen last first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from heapq import nsmallest
from itertools import chain
from typing import Final

from rakor_desktop.reading.matching.likeness import NameKey

_END: Final = "\U0010ffff"
_SPARE: Final = 4
_INSIDE: Final = 3
"""Letters from which on the middle of a word is sought too."""


class NameCompletion:
    """Names by their words. ``names`` are (folded name, number of its owner); small numbers are proposed first."""

    def __init__(self, names: Sequence[tuple[NameKey, int]]) -> None:
        by_word: dict[str, set[int]] = {}
        openings: dict[int, list[str]] = {}
        for key, owner in names:
            openings.setdefault(owner, []).append(" ".join(key.words))
            for word in key.words:
                by_word.setdefault(word, set()).add(owner)
        self._owners = {word: sorted(owners) for word, owners in by_word.items()}
        self._openings = openings
        self._words = sorted(self._owners)

    def owners(self, words: Sequence[str], limit: int) -> list[int]:
        """Owners whose names have every word typed as the beginning of a word; then those with it inside one."""
        if not words or limit <= 0:
            return []
        found = self._begun(words, limit)
        if len(found) < limit and len(words) == 1 and len(words[0]) >= _INSIDE:
            inside = [self._owners[word][:limit] for word in self._words if words[0] in word]
            found += nsmallest(limit, set(chain.from_iterable(inside)).difference(found))
        return found[:limit]

    def _begun(self, words: Sequence[str], limit: int) -> list[int]:
        if len(words) == 1:
            # The lists are in order: beyond the first few of each nothing can be among the first of all.
            few = chain.from_iterable(self._owners[word][:limit] for word in self._soonest(words[0], limit))
            return nsmallest(limit, set(few))
        common: set[int] | None = None
        for word in sorted(words, key=len, reverse=True):
            numbers = set(chain.from_iterable(self._owners[known] for known in self._beginning(word)))
            common = numbers if common is None else common & numbers
            if not common:
                return []
        typed = " ".join(words)
        return nsmallest(limit, common or (), key=lambda owner: (not self._opens(owner, typed), owner))

    def _soonest(self, start: str, limit: int) -> list[str]:
        """The words beginning so that lead to the first owners; of a single letter there are thousands."""
        words = self._beginning(start)
        if len(words) <= limit * _SPARE:
            return words
        few = nsmallest(limit * _SPARE, words, key=lambda word: self._owners[word][0])
        # Somebody may have several of the words: only different owners make up the number.
        return few if len({self._owners[word][0] for word in few}) >= limit else words

    def _opens(self, owner: int, typed: str) -> bool:
        return any(name.startswith(typed) for name in self._openings[owner])

    def _beginning(self, start: str) -> list[str]:
        return self._words[bisect_left(self._words, start) : bisect_left(self._words, start + _END)]
