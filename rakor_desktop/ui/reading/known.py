"""What the people book and the meeting say about the names read: promotions, near misses, who is present already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.domain.ranks import RankTable
from rakor_desktop.reading.values import Doubt, PersonRead, Reading


class Known(NamedTuple):
    """By person read: questions, ids of those who are surely in the book, ids of attendees probably meant."""

    doubts: Mapping[int, Sequence[Doubt]]
    persons: Mapping[int, str]
    near: Mapping[int, str]


def known_of(
    reading: Reading, book: Sequence[Person], present: Meeting, ranks: RankTable, check: Callable[[], None]
) -> Known:
    """Compare everybody read with the people book and with those present."""
    from rakor_desktop.reading.matching.index import PeopleIndex

    people = PeopleIndex(book, ranks)
    there = PeopleIndex([_person(attendee) for attendee in present.attendees], ranks)
    doubts: dict[int, list[Doubt]] = {}
    persons: dict[int, str] = {}
    near: dict[int, str] = {}
    for number, person in enumerate(reading.people):
        check()
        match = people.match(person)
        if match is not None and match.kind in ("same", "changed"):
            persons[number] = match.person.id
        if match is not None and match.kind != "same":
            doubts[number] = [_doubt(match.kind, match.sentence, match.person, person)]
        beside = there.match(person)
        if beside is not None:
            near[number] = beside.person.id
    return Known(doubts, persons, near)


def _doubt(kind: str, sentence: str, known: Person, read: PersonRead) -> Doubt:
    if kind == "near":
        return Doubt("name", sentence, known.name if known.name != read.name else "")
    if known.rank and known.rank != read.rank:
        return Doubt("rank", sentence, known.rank)
    return Doubt("position", sentence, known.posts[-1].position if known.posts else "")


def _person(attendee: Attendee) -> Person:
    """Somebody present, as the index of persons knows people."""
    return Person(
        id=attendee.id,
        rank=attendee.rank,
        front=attendee.front,
        name=attendee.name,
        back=attendee.back,
        service_no=attendee.service_no,
        posts=(PostHeld(attendee.position, attendee.institution),),
    )
