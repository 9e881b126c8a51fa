"""Several mentions of one person are one person: "AKBP Damar" is the "AKBP Damar Wicaksana" before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from rapidfuzz.distance import Indel

from rakor_desktop.reading.values import NOBODY, Mark, PersonRead, Reading

_WIFE: Final = re.compile(r"\b(?:Ny|NY|Nyonya)\b")
_ADDRESS: Final = 9
"""Characters before a person in which a form of address is looked for."""
_A_SLIP: Final = 0.9
"""From here on two names of one rank and post are one name, the second with a slip of the writer."""
_TEXTS: Final = ("rank", "service_no", "position", "institution", "represents", "represented_name")
_TITLES: Final = ("front", "back")


def merged(reading: Reading, *, article: bool) -> Reading:
    """The reading with later mentions joined to the person they mean.

    In an article a later mention is often shorter; in a list only the very same rank and name are one person, and
    only when nothing speaks against it.
    """
    mentions = _Mentions(reading.source) if article else _Entries()
    target = [mentions.place(person) for person in reading.people]
    if len(mentions.kept) == len(reading.people):
        return reading
    marks = tuple(
        mark
        if mark.owner == NOBODY or mark.part == "group"
        else Mark(mark.start, mark.end, mark.part, target[mark.owner])
        for mark in reading.marks
    )
    return Reading(reading.source, tuple(mentions.kept), reading.groups, reading.unread, marks)


class _Entries:
    """The people of a list."""

    def __init__(self) -> None:
        self.kept: list[PersonRead] = []
        self._known: dict[tuple[str, str], int] = {}

    def place(self, person: PersonRead) -> int:
        """Where the person stands among those kept, joined to an earlier entry or new."""
        key = (person.rank, person.name)
        known = self._known.get(key)
        if known is not None and _repeated(person, self.kept[known]):
            self.kept[known] = _joined(self.kept[known], person)
            return known
        self._known.setdefault(key, len(self.kept))
        self.kept.append(person)
        return len(self.kept) - 1


class _Mentions:
    """The people of an article."""

    def __init__(self, source: str) -> None:
        self.kept: list[PersonRead] = []
        self._source = source
        self._wives: set[int] = set()
        self._words: list[frozenset[str]] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_post: dict[tuple[str, str], list[int]] = {}

    def place(self, person: PersonRead) -> int:
        """Where the person stands among those kept, joined to an earlier mention or new."""
        words = _words(person.name)
        same = self._earlier(person, words)
        if same is None:
            self.kept.append(person)
            self._words.append(words)
            same = len(self.kept) - 1
            if self._is_addressed_as_wife(person):
                self._wives.add(same)
        else:
            self.kept[same] = _joined(self.kept[same], person)
            self._words[same] = words = _words(self.kept[same].name)
        for word in words:
            self._by_word.setdefault(word, []).append(same)
        self._by_post.setdefault((person.rank, person.position), []).append(same)
        return same

    def _earlier(self, person: PersonRead, words: frozenset[str]) -> int | None:
        near = {number for word in words for number in self._by_word.get(word, ())}
        if person.position:
            near.update(self._by_post.get((person.rank, person.position), ()))
        wife = self._is_addressed_as_wife(person)
        return next(
            (
                n
                for n in sorted(near)
                if not (wife and n not in self._wives and (self.kept[n].rank or self.kept[n].position))
                and not (n in self._wives and person.rank)
                and _same(person, words, self.kept[n], self._words[n])
            ),
            None,
        )

    def _is_addressed_as_wife(self, person: PersonRead) -> bool:
        """Whether "Ny." stands before a name: with her husband's name she still is somebody else."""
        return _WIFE.search(self._source, max(0, person.start - _ADDRESS), person.end) is not None


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip(".,").casefold() for word in name.replace(".", ". ").split())


def _repeated(person: PersonRead, other: PersonRead) -> bool:
    if person.position and other.position:
        return bool(person.rank) and _one_post(person, other)
    if not person.rank:
        return False
    return person.represents == other.represents


def _one_post(person: PersonRead, other: PersonRead) -> bool:
    return (person.position, person.institution) == (other.position, other.institution)


def _same(person: PersonRead, words: frozenset[str], other: PersonRead, others: frozenset[str]) -> bool:
    if not (words <= others or others <= words):
        alike = Indel.normalized_similarity(person.name.casefold(), other.name.casefold()) >= _A_SLIP
        return bool(alike and person.rank == other.rank and person.position and person.position == other.position)
    if person.rank and other.rank and not _one_rank(person.rank, other.rank):
        return False
    if words == others:
        return True
    if _is_relative(person, other):
        return False
    shorter = person if len(words) < len(others) else other
    return not (person.position and other.position and person.position != other.position) or bool(shorter.rank)


def _is_relative(person: PersonRead, other: PersonRead) -> bool:
    """Whether one has a rank and the other, without any, another first name before the very same words: a wife."""
    longer, shorter = (person, other) if len(person.name) > len(other.name) else (other, person)
    ends = " " in shorter.name and longer.name.casefold().endswith(" " + shorter.name.casefold())
    return ends and bool(shorter.rank) and not longer.rank and longer.position != shorter.position


def _one_rank(rank: str, other: str) -> bool:
    """Whether two ranks are one, the second perhaps said shorter: "Brigjen Pol" and "Brigjen"."""
    return rank == other or rank.startswith(f"{other} ") or other.startswith(f"{rank} ")


def _joined(first: PersonRead, second: PersonRead) -> PersonRead:
    """The longer name with everything either mention knows; the first mention's words win."""
    longer, shorter = (first, second) if len(first.name) >= len(second.name) else (second, first)
    fields = {field: getattr(longer, field) or getattr(shorter, field) for field in (*_TEXTS, *_TITLES)}
    if longer.position or not shorter.position:
        fields["institution"] = longer.institution
    return replace(longer, start=first.start, end=first.end, **fields)
