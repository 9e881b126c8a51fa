"""Recognising people of the book: the same person, the same with a new rank or post, or a name almost like it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from heapq import nlargest
from typing import Final, Literal, NamedTuple

from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.names import titled_name
from rakor_desktop.domain.people import Person
from rakor_desktop.domain.ranks import RankTable
from rakor_desktop.domain.remembering import number_key
from rakor_desktop.reading.matching.blocks import NameBlocks
from rakor_desktop.reading.matching.changes import Houses, houses, other_service, what_changed
from rakor_desktop.reading.matching.completing import NameCompletion
from rakor_desktop.reading.matching.likeness import NameKey, WordLikeness, likeness, name_words, pairs_of
from rakor_desktop.reading.values import PersonRead

Kind = Literal["same", "changed", "near"]
"""``same``: known as written; ``changed``: the same person with another rank or post; ``near``: to be asked."""

ASKED: Final[dict[Houses, float]] = {"same": 86.0, "unknown": 88.0, "other": 92.0}
"""The likeness from which a person would want to be asked "Maksud Anda ...?".

One slip in one of two words of ordinary length (Santoso, Santosa: 93), an initial for a word (94), a middle name left
out (89) lie above; two names that differ in one of four letters lie below (Budi and Rudi Santoso: 82, Dedi and Deni
Kurniawan: 87). Where both institutions are known and differ, more is needed.
"""
_WEAK: Final = 0.8
_LONE: Final = 6
_LONE_LIKE: Final = 0.85
_UNLIKE: Final = 60.0
_FEWEST: Final = 5
_ALMOST: Final = 3.0


class PersonMatch(NamedTuple):
    """Who of the book somebody probably is. ``sentence`` is Indonesian, empty for ``same``; ``score`` 0 to 100."""

    person: Person
    kind: Kind
    sentence: str
    score: float


class PeopleIndex:
    """A people book made ready for recognising. Building costs about 10 ms for a thousand people; never changes."""

    def __init__(self, people: Sequence[Person], ranks: RankTable) -> None:
        """Index people, names and aliases; those no longer active are always proposed last."""
        self._ranks = ranks
        self._people = sorted(people, key=_recent_first)
        named = [
            (name_words(name), owner)
            for owner, person in enumerate(self._people)
            for name in (person.name, *person.aliases)
            if name.strip()
        ]
        self._keys = [key for key, _ in named]
        self._owner_of = [owner for _, owner in named]

    def __len__(self) -> int:
        return len(self._people)

    def best(self, name: str) -> tuple[Person, float] | None:
        """The person whose name is most like this one, and how like (0 to 100); ``None`` when nothing is."""
        found = self.nearest(name, 1)
        return found[0] if found else None

    def nearest(self, name: str, limit: int = _FEWEST) -> tuple[tuple[Person, float], ...]:
        """People by the likeness of their names, best first; of equals the active and last seen ones first."""
        return tuple((self._people[owner], score) for owner, score in self._ranked(name_words(name), limit))

    def match(self, who: Attendee | PersonRead) -> PersonMatch | None:
        """Who of the book this is: by id, by service number, by the same name, by a name almost like it.

        A name alone never decides against a service number, and a person of the same name in another institution is
        the same one only if nothing else speaks against it. ``None`` for somebody new.
        """
        return self._by_id(who) or self._by_number(who) or self._by_name(who) or self._by_likeness(who)

    def completions(self, typed: str, limit: int = 8) -> tuple[Person, ...]:
        """People whose name (or alias) has a word that begins as typed, the one seen last first.

        Several words may be typed, and a rank before them: then people of that rank stand first.
        """
        leading = self._ranks.leading(typed)
        rank, rest = (leading[0].code, leading[1]) if leading and leading[1] else ("", "")
        found = self._completion.owners(name_words(typed).words, limit)
        if rank:
            named = self._completion.owners(name_words(rest).words, limit * 4)
            named.sort(key=lambda owner: self._people[owner].rank != rank)
            found = list(dict.fromkeys((*found, *named)))
        return tuple(self._people[owner] for owner in found[:limit])

    def _ranked(self, key: NameKey, limit: int, floor: float = 0.0) -> list[tuple[int, float]]:
        if not key.words or not self._keys:
            return []
        if limit == 1 and (same := self._blocks.exact(key)):
            return [(min(self._owner_of[index] for index in same), 100.0)]
        likenesses = [WordLikeness(word) for word in key.words]
        scores: dict[int, float] = {}
        done: set[int] = set()
        for ceiling, indices in self._blocks.candidates(key):
            enough = nlargest(limit, scores.values())[-1] if len(scores) >= limit else 0.0
            if ceiling <= enough or ceiling < floor:
                break
            self._score(key, likenesses, indices - done, scores)
            done |= indices
        ranked = sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))
        return [entry for entry in ranked[:limit] if entry[1] > floor]

    def _score(
        self, key: NameKey, likenesses: Sequence[WordLikeness], indices: Iterable[int], scores: dict[int, float]
    ) -> None:
        keys, owner_of = self._keys, self._owner_of
        for index in indices:
            score = likeness(key, keys[index], likenesses)
            owner = owner_of[index]
            if score > scores.get(owner, 0.0):
                scores[owner] = score

    def _by_id(self, who: Attendee | PersonRead) -> PersonMatch | None:
        owner = self._by_person_id.get(who.person_id) if isinstance(who, Attendee) and who.person_id else None
        if owner is None:
            return None
        person = self._people[owner]
        score = self._likeness(who.name, person)
        return self._recognised(who, person, score) if score >= _UNLIKE else None

    def _by_number(self, who: Attendee | PersonRead) -> PersonMatch | None:
        owner = self._by_service_no.get(number_key(who.service_no)) if who.service_no else None
        if owner is None:
            return None
        person = self._people[owner]
        score = self._likeness(who.name, person)
        if name_words(who.name).words and score < _UNLIKE:
            sentence = f"NRP/NIP ini tercatat atas nama {_titled(person)}. Periksa nomor atau namanya."
            return PersonMatch(person, "near", sentence, score)
        return self._recognised(who, person, max(score, _UNLIKE))

    def _by_name(self, who: Attendee | PersonRead) -> PersonMatch | None:
        key = name_words(who.name)
        owners = dict.fromkeys(self._owner_of[index] for index in self._blocks.exact(key)) if key.words else {}
        people = [self._people[owner] for owner in owners if self._may_be(who, self._people[owner])]
        if not people:
            return None
        order: tuple[Houses, ...] = ("same", "unknown", "other")
        person = min(people, key=lambda one: order.index(houses(who, one)))
        if houses(who, person) != "other":
            return self._recognised(who, person, 100.0)
        if len(key.words) < 2:
            return None  # one word is no name to know somebody by in another house
        if other_service(who.rank, person.rank, self._ranks):
            return PersonMatch(person, "near", f"Namanya sama dengan {_introduced(person)}. Orang yang sama?", 100.0)
        return self._recognised(who, person, 100.0)

    def _by_likeness(self, who: Attendee | PersonRead) -> PersonMatch | None:
        key = name_words(who.name)
        near = [
            (person, score)
            for owner, score in self._ranked(key, _FEWEST, min(ASKED.values()) - 1)
            if self._may_be(who, person := self._people[owner])
            and score >= ASKED[houses(who, person)]
            and _worth_asking(key, person)
        ]
        likeliest = _likeliest(who, near)
        if likeliest is None:
            return None
        person, score = likeliest
        return PersonMatch(person, "near", f"Maksud Anda {person.name}?", score)

    def _recognised(self, who: Attendee | PersonRead, person: Person, score: float) -> PersonMatch:
        sentence = what_changed(who, person, self._ranks)
        return PersonMatch(person, "changed" if sentence else "same", sentence, score)

    def _may_be(self, who: Attendee | PersonRead, person: Person) -> bool:
        """Two different service numbers are two different people."""
        here, there = number_key(who.service_no), number_key(person.service_no)
        return not here or not there or here == there

    def _likeness(self, name: str, person: Person) -> float:
        key = name_words(name)
        likenesses = [WordLikeness(word) for word in key.words]
        return max(likeness(key, name_words(known), likenesses) for known in (person.name, *person.aliases))

    @cached_property
    def _blocks(self) -> NameBlocks:
        return NameBlocks(self._keys)

    @cached_property
    def _completion(self) -> NameCompletion:
        return NameCompletion(list(zip(self._keys, self._owner_of, strict=True)))

    @cached_property
    def _by_person_id(self) -> dict[str, int]:
        return {person.id: owner for owner, person in enumerate(self._people)}

    @cached_property
    def _by_service_no(self) -> dict[str, int]:
        numbers: dict[str, int] = {}
        for owner, person in enumerate(self._people):
            if number := number_key(person.service_no):
                numbers.setdefault(number, owner)
        return numbers


def _recent_first(person: Person) -> tuple[bool, int]:
    return person.retired, -(person.last_seen.toordinal() if person.last_seen else 0)


def _likeliest(who: Attendee | PersonRead, near: Sequence[tuple[Person, float]]) -> tuple[Person, float] | None:
    """Whom to ask about: of those almost equally like, the only one of the same house; else the one most like.

    ``None`` when two names are equally like: a question would be a guess.
    """
    if not near:
        return None
    best = near[0][1]
    at_home = [one for one in near if one[1] > best - _ALMOST and houses(who, one[0]) == "same"]
    if len(at_home) == 1:
        return at_home[0]
    equals = {name_words(person.name).words for person, score in near if score == best}
    return near[0] if len(equals) == 1 else None


def _worth_asking(key: NameKey, person: Person) -> bool:
    """Whether so much of a name agrees that the rest may be a slip of the pen.

    Two words at least, or one long word with a small slip. A pair that is little like itself (a misheard word) needs
    two others that agree.
    """
    return any(_agrees(key, name_words(name)) for name in (person.name, *person.aliases))


def _agrees(key: NameKey, other: NameKey) -> bool:
    pairs = pairs_of([WordLikeness(word) for word in key.words], other.words)
    if len(key.words) == len(other.words) == 1:
        return bool(pairs) and len(key.glued) >= _LONE and pairs[0][0] >= _LONE_LIKE
    glued = len(key.words) != len(other.words) and len(pairs) < 2
    if glued:
        return min(len(key.glued), len(other.glued)) > _LONE and abs(len(key.glued) - len(other.glued)) < 2
    weak = sum(pair[0] < _WEAK for pair in pairs)
    return len(pairs) > 1 and (not weak or len(pairs) - weak > 1)


def _titled(person: Person) -> str:
    return titled_name(person.rank, person.front, person.name, person.back)


def _introduced(person: Person) -> str:
    post = " ".join(part for part in (person.post.position, person.post.institution) if part)
    return ", ".join(part for part in (_titled(person), post) if part)
