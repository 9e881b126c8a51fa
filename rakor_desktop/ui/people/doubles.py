"""Entries of the book that may be one person: the same number, the same name, or a name a letter apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from rakor_desktop.domain.people import Person
from rakor_desktop.domain.remembering import name_key, number_key

MOST: Final = 50
"""Pairs that are shown at once."""
_LIKE: Final = 90.0
"""How like two names must be, of 100 (token_sort_ratio): a letter or two of a usual name."""
_CROWD: Final = 60
"""A word that more people share tells nothing about two of them."""
_LEAST: Final = 4
"""Letters of a word that two spellings are brought together by."""


class Double(NamedTuple):
    """Two people who may be one, and an Indonesian sentence why."""

    one: Person
    other: Person
    reason: str


def doubles(people: Sequence[Person], check: Callable[[], None] = lambda: None) -> tuple[Double, ...]:
    """Pairs that may be one person, the surest first; ``check`` is called now and then.

    Two people with different service numbers are two, whatever their names.
    """
    found: dict[frozenset[str], Double] = {}

    def add(pairs: Iterable[tuple[Person, Person]], reason: str) -> None:
        for one, other in pairs:
            if not _apart(one, other):
                found.setdefault(frozenset((one.id, other.id)), Double(one, other, reason))

    for group in _groups(people, lambda person: [number_key(person.service_no)]):
        add(combinations(group, 2), "NRP/NIP sama")
    check()
    for group in _groups(people, lambda person: [name_key(name) for name in (person.name, *person.aliases)]):
        add(combinations(group[:_CROWD], 2), "Nama sama")
    check()
    add(_near(people, check), "Nama hampir sama")
    return tuple(found.values())[:MOST]


def _groups(people: Sequence[Person], keys: Callable[[Person], Iterable[str]]) -> list[list[Person]]:
    groups: dict[str, list[Person]] = {}
    for person in people:
        for key in dict.fromkeys(keys(person)):
            if key:
                groups.setdefault(key, []).append(person)
    return [group for group in groups.values() if len(group) > 1]


def _near(people: Sequence[Person], check: Callable[[], None]) -> Iterable[tuple[Person, Person]]:
    """People whose names share a rare word, or the letters that one begins and ends with, and are nearly alike."""
    from rapidfuzz.fuzz import token_sort_ratio

    for number, group in enumerate(_groups(people, _blocks)):
        if number % 500 == 0:
            check()
        if len(group) > _CROWD:
            continue
        for one, other in combinations(group, 2):
            if token_sort_ratio(name_key(one.name), name_key(other.name), score_cutoff=_LIKE) and _met(one, other):
                yield one, other


def _blocks(person: Person) -> Iterable[str]:
    words = [word for word in name_key(person.name).split() if len(word) >= _LEAST]
    if len(words) < 2:
        return ()
    return [*words, " ".join(sorted(word[0] for word in words)) + words[0][:2] + words[-1][:2]]


def _met(one: Person, other: Person) -> bool:
    """Whether two people were ever of one institution; where it is not known they may be one."""
    first, second = ({name_key(p.institution) for p in person.posts if p.institution} for person in (one, other))
    return not first or not second or bool(first & second)


def _apart(one: Person, other: Person) -> bool:
    first, second = number_key(one.service_no), number_key(other.service_no)
    return bool(first and second and first != second)
