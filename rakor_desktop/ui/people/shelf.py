"""The people book in memory, made for quick looking: every search and every order without asking the archive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

from rakor_desktop.domain.names import full_name
from rakor_desktop.domain.people import Person
from rakor_desktop.domain.ranks import RankTable
from rakor_desktop.domain.remembering import number_key

RANK, NAME, POST, INSTITUTION, NUMBER, SEEN = range(6)
"""The columns."""
_LOWEST: Final = 999
_NEVER: Final = date.min


class Shelf:
    """All people, active or not. Never changed: an edit makes another shelf."""

    def __init__(self, people: Sequence[Person], ranks: RankTable, names: list[str], texts: list[str]) -> None:
        self.people = people
        self._ranks = ranks
        self._names = names
        self._texts = texts
        self._orders: dict[tuple[int, bool], list[int]] = {}

    @classmethod
    def of(cls, people: Iterable[Person], ranks: RankTable) -> Shelf:
        """The shelf of these people; may take a while for many of them, so it is built off the UI thread."""
        kept = tuple(people)
        return cls(kept, ranks, [_name(person) for person in kept], [_text(person) for person in kept])

    def __len__(self) -> int:
        return len(self.people)

    @cached_property
    def retired(self) -> int:
        """How many are no longer active."""
        return sum(person.retired for person in self.people)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {person.id: place for place, person in enumerate(self.people)}

    def person(self, person_id: str) -> Person | None:
        """The person with this id."""
        place = self._places.get(person_id)
        return None if place is None else self.people[place]

    def with_people(self, changed: Iterable[Person]) -> Shelf:
        """The shelf with these people as they are now; new ones stand at the end."""
        people, names, texts = list(self.people), list(self._names), list(self._texts)
        for person in changed:
            place = self._places.get(person.id)
            if place is None:
                people.append(person)
                names.append(_name(person))
                texts.append(_text(person))
            else:
                people[place], names[place], texts[place] = person, _name(person), _text(person)
        return Shelf(people, self._ranks, names, texts)

    def without(self, ids: Iterable[str]) -> Shelf:
        """The shelf without these people."""
        gone = set(ids)
        stay = [place for place, person in enumerate(self.people) if person.id not in gone]
        return Shelf(
            [self.people[place] for place in stay],
            self._ranks,
            [self._names[place] for place in stay],
            [self._texts[place] for place in stay],
        )

    def found(self, typed: str, column: int = NAME, *, backwards: bool = False, retired: bool = False) -> list[int]:
        """The places of those who answer a search, in the order of a column.

        Names that begin as typed stand first, then names with words that do, then all in whom every word typed
        stands somewhere: post, institution, number, alias, former posts too.
        """
        order = self.order(column, backwards=backwards)
        active = order if retired or not self.retired else [p for p in order if not self.people[p].retired]
        words = typed.casefold().split()
        hits, names, texts = list(active), self._names, self._texts
        # One word after the other, the longest first: a plain comprehension is several times faster than all().
        for word in sorted(words, key=len, reverse=True):
            hits = [place for place in hits if word in texts[place]]
        if not words:
            return hits
        whole, starts = f" {' '.join(words)}", [f" {word}" for word in words]
        places: tuple[list[int], ...] = ([], [], [])
        for place in hits:
            name = names[place]
            if starts[0] not in name:
                places[2].append(place)
            elif name.startswith(whole):
                places[0].append(place)
            else:
                places[1 if all(start in name for start in starts[1:]) else 2].append(place)
        return [*places[0], *places[1], *places[2]]

    def order(self, column: int, *, backwards: bool = False) -> Sequence[int]:
        """Everybody's place in the order of a column; equal ones by name."""
        key = (column, backwards)
        if key not in self._orders:
            keys = self._keys(column)
            self._orders[key] = sorted(self._by_name, key=keys.__getitem__, reverse=backwards)
        return self._orders[key]

    @cached_property
    def _by_name(self) -> list[int]:
        return sorted(range(len(self.people)), key=self._names.__getitem__)

    def _keys(self, column: int) -> Sequence[Any]:
        people = self.people
        if column == RANK:
            levels = {rank: self._ranks.level(rank) if rank else None for rank in {p.rank for p in people}}
            return [_LOWEST if levels[p.rank] is None else levels[p.rank] for p in people]
        if column == SEEN:
            return [p.last_seen or _NEVER for p in people]
        if column == POST:
            return [p.post.position.casefold() or "\U0010ffff" for p in people]
        if column == INSTITUTION:
            return [p.post.institution.casefold() or "\U0010ffff" for p in people]
        if column == NUMBER:
            return [p.service_no or "\U0010ffff" for p in people]
        return self._names


def person_title(person: Person) -> str:
    """Name with titles: ``Agung Tribawanto, S.I.K.``, or a remark for somebody without a name."""
    return full_name(person.front, person.name, person.back) if person.name else "(tanpa nama)"


def person_place(person: Person) -> str:
    """The present post: ``Kapolres, Polres Pasaman Barat``."""
    post = person.post
    if post.institution and post.institution.casefold() in post.position.casefold():
        return post.position
    return ", ".join(part for part in (post.position, post.institution) if part)


def _name(person: Person) -> str:
    """The name for searching: every word of it has a blank before it."""
    return f" {' '.join(person.name.casefold().split())}"


def _text(person: Person) -> str:
    posts = (text for post in person.posts for text in (post.position, post.institution))
    facts = (person.name, *person.aliases, person.rank, person.service_no, number_key(person.service_no), person.phone)
    return "\n".join((*facts, *posts)).casefold()
