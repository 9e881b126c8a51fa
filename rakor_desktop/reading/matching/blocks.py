"""Which names of a large book are worth comparing with a typed one: those that share a word that tells something.

Every word of the book leads to the names it stands in. A typed word also leads to words spelt almost like it (found
through the forms with one letter left out), sounding like it, beginning like it, or begun by it. A name is a candidate
when it shares one rare word, or two of any kind.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import combinations, pairwise
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from rakor_desktop.reading.matching.likeness import (
    LEFT_OUT,
    MEASURABLE,
    SHORTENED,
    TOUCHING,
    NameKey,
    sound,
    word_likeness,
)

RARE: Final = 150
"""A word that stands in no more names than this is compared in all of them."""
_ALONE: Final = 5_000
_FAR: Final = 0.84
_CERTAIN: Final = 100.0
_APART: Final = 0.85
"""The most that words are like one another which are neither one slip apart, nor sound or begin alike."""
_ENOUGH: Final = 3
"""Words shared by two names that make them the most promising ones."""
_END: Final = "\U0010ffff"

Block = frozenset[int]


class NameBlocks:
    """The names of a book by their words. ``keys`` are the folded names; results are their indices."""

    def __init__(self, keys: Sequence[NameKey]) -> None:
        postings: dict[str, list[int]] = {}
        for index, key in enumerate(keys):
            for word in key.words:
                postings.setdefault(word, []).append(index)
        self._postings = postings
        self._keys = keys
        self._block = lru_cache(maxsize=2048)(self._block_of)

    def exact(self, key: NameKey) -> tuple[int, ...]:
        """The names that fold to the very same words."""
        return tuple(self._by_words.get(key.words, ()))

    def candidates(self, key: NameKey) -> Iterator[tuple[float, set[int]]]:
        """The names worth comparing, the most promising first, each time with the likeness that they can reach.

        First the names that share all words (or three of more), then those where words are much misspelt, then those
        that share fewer. A later set may name indices again. Stop as soon as what was found is as good as the next set
        can be.
        """
        words = list(dict.fromkeys((*key.words, *_glued_pairs(key.words))))
        most = min(len(key.words), _ENOUGH)
        near = _shared([self._block(word, False) for word in words], most)
        yield _CERTAIN, near.union(self._by_glued.get(key.glued, ()))
        # Here and below: a misspelt word counts at most so much, and a word that is not shared not at all.
        blocks = [self._block(word, word not in self._postings) for word in words]
        yield _CERTAIN * (1 - (1 - _APART) * min(key.weights) / key.weight), _shared(blocks, most)
        for count in range(most - 1, 0, -1):
            ceiling = _CERTAIN * shared_weight(key, count)
            if count > 1:
                yield ceiling, _shared(blocks, count)
                continue
            alone = {index for block in blocks if len(block) <= RARE for index in block}
            yield ceiling, alone or set(self._shortest(min(filter(None, blocks), key=len, default=frozenset())))

    def _shortest(self, block: Block) -> Iterable[int]:
        """A common word alone: the names with least beside it come first."""
        if len(block) <= _ALONE:
            return block
        return sorted(block, key=lambda index: len(self._keys[index].words))[:_ALONE]

    def _block_of(self, word: str, far: bool) -> Block:
        near = self._words_near(word)
        if far:
            near |= self._words_far(word)
        return frozenset().union(*(self._postings[other] for other in near))

    def _words_near(self, word: str) -> set[str]:
        if len(word) == 1:
            return set(self._beginning(word))
        near = {word, word[0]} & self._postings.keys()
        near.update(self._by_sound.get(sound(word), ()))
        if len(word) >= SHORTENED:
            near.update(self._beginning(word))
        near.update(word[:end] for end in range(SHORTENED, len(word)) if word[:end] in self._postings)
        for form in shortened(word):
            near.update(self._by_form.get(form, ()))
        return {other for other in near if word_likeness(word, other)}

    def _words_far(self, word: str) -> set[str]:
        """Words with several slips; somebody who slips often gets at least the first letter right."""
        some = self._beginning(word[0])
        misheard = process.extract(word, some, scorer=JaroWinkler.similarity, score_cutoff=_FAR, limit=None)
        mistyped = process.extract(word, some, scorer=OSA.normalized_similarity, score_cutoff=TOUCHING, limit=None)
        return {hit for hit, _, _ in (*misheard, *mistyped) if word_likeness(word, hit)}

    def _beginning(self, start: str) -> list[str]:
        words = self._vocabulary
        return words[bisect_left(words, start) : bisect_left(words, start + _END)]

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._postings)

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        for index, key in enumerate(self._keys):
            found.setdefault(key.words, []).append(index)
        return found

    @cached_property
    def _by_glued(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, key in enumerate(self._keys):
            found.setdefault(key.glued, []).append(index)
        return found

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._postings:
            found.setdefault(sound(word), []).append(word)
        return found

    @cached_property
    def _by_form(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._postings:
            for form in shortened(word):
                found.setdefault(form, []).append(word)
        return found


def _shared(blocks: Sequence[Block], count: int) -> set[int]:
    """What stands in ``count`` of the blocks at least."""
    found: set[int] = set()
    for some in combinations(sorted(blocks, key=len), count):
        found.update(some[0].intersection(*some[1:]))
    return found


def shared_weight(key: NameKey, count: int) -> float:
    """The most that names are alike, 0 to 1, that share so many of the words, if the others are only left out."""
    shared = sum(sorted(key.weights, reverse=True)[:count])
    return shared / (shared + LEFT_OUT * (key.weight - shared))


def shortened(word: str) -> Iterator[str]:
    """A word and its forms with one letter left out: two words one slip apart share at least one of them."""
    if len(word) < MEASURABLE:
        return
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _glued_pairs(words: Sequence[str]) -> Iterator[str]:
    """Words written apart that may be one: ``tri bawanto``."""
    for one, other in pairwise(words):
        if len(one) > 1 and len(other) > 1:
            yield one + other
