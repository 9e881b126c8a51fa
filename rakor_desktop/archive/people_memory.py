"""Learning people from meetings, so that it may be done as often as one likes.

Every row of a meeting leaves a *sighting*: whom it was taken for, and that person's form before and after. When the
row is edited later, what the earlier reading of it taught is taken back first, unless something else has changed the
person since. So a name typed letter by letter stays one person with one id, and a row that turns out to be somebody
else leaves no trace.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from hashlib import blake2s
from sqlite3 import Connection
from typing import Final, NamedTuple

from rakor_desktop.archive import forms
from rakor_desktop.archive.people_rows import (
    NUMBER_MARK,
    delete_person,
    kept_id,
    people_of_key,
    person_form,
    read_person,
    stored_form,
    write_form,
)
from rakor_desktop.domain.edits import new_id
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.people import Person
from rakor_desktop.domain.remembering import learnt, name_key, number_key

_LIKE: Final = 0.6
_TELLING: Final = 3
"""Letters of a word that two spellings of one name may be recognised by."""


class _Sighting(NamedTuple):
    meeting_id: str
    attendee_id: str
    person_id: str
    mark: str
    before: str | None
    after: str | None

    @property
    def made(self) -> bool:
        """Whether this row brought the person into the book."""
        return self.before is None and self.after is not None


def remember(db: Connection, meeting: Meeting) -> dict[str, str]:
    """Learn from a meeting's attendees, inside an open transaction; attendee id -> person id."""
    rows = db.execute(
        "SELECT meeting_id, attendee_id, person_id, mark, before, after FROM sighting WHERE meeting_id = ?",
        (forms.plain(meeting.id),),
    ).fetchall()
    sightings = {row.attendee_id: row for row in (_Sighting(*columns) for columns in rows)}
    people: dict[str, str] = {}
    for attendee in meeting.attendees:
        if _is_somebody(attendee):
            person_id = _seen(db, meeting, attendee, sightings.pop(forms.plain(attendee.id), None))
            if person_id:
                people[attendee.id] = person_id
    for gone in sightings.values():
        _take_back(db, gone)
        db.execute("DELETE FROM sighting WHERE meeting_id = ? AND attendee_id = ?", gone[:2])
    return people


def _is_somebody(attendee: Attendee) -> bool:
    """Whoever was absent, or has no name yet, is not learnt; one letter is no name."""
    return attendee.presence != "absent" and sum(sign.isalpha() for sign in attendee.name) > 1


def _seen(db: Connection, meeting: Meeting, attendee: Attendee, earlier: _Sighting | None) -> str:
    """Learn one row; the id of the person, "" for a row that taught a person whom somebody has removed since."""
    mark = _mark(attendee, meeting)
    if earlier and earlier.mark == mark:
        person_id = kept_id(db, earlier.person_id)
        return person_id if stored_form(db, person_id) else ""
    freed = _take_back(db, earlier) if earlier else ""
    own = kept_id(db, earlier.person_id) if earlier and earlier.made and not _seen_elsewhere(db, earlier) else ""
    known = _known(db, attendee, own)
    person = learnt(known or Person(id=freed or new_id()), attendee, meeting.held.date)
    before = person_form(known) if known else None
    after = person_form(person)
    if after != before:
        write_form(db, after)
    sighting = (before, after) if after != before else (None, None)
    db.execute(
        "INSERT OR REPLACE INTO sighting (meeting_id, attendee_id, person_id, mark, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (forms.plain(meeting.id), forms.plain(attendee.id), forms.plain(person.id), mark, *sighting),
    )
    return person.id


def _take_back(db: Connection, sighting: _Sighting) -> str:
    """Undo what a row taught when nothing has changed the person since; the id of a person thereby gone."""
    if sighting.after is None or stored_form(db, sighting.person_id) != sighting.after:
        return ""
    elsewhere = _seen_elsewhere(db, sighting)
    if sighting.before is not None:
        if sighting.meeting_id not in elsewhere:
            write_form(db, sighting.before)
        return ""
    if elsewhere:
        return ""
    delete_person(db, sighting.person_id)
    return sighting.person_id


def _seen_elsewhere(db: Connection, sighting: _Sighting) -> set[str]:
    """The meetings that have other rows of the same person."""
    rows = db.execute(
        "SELECT meeting_id FROM sighting WHERE person_id = ? AND NOT (meeting_id = ? AND attendee_id = ?)",
        (sighting.person_id, sighting.meeting_id, sighting.attendee_id),
    )
    return {meeting_id for (meeting_id,) in rows}


def _known(db: Connection, attendee: Attendee, linked: str) -> Person | None:
    """The same person in the book: by id, else by service number, else by name and institution.

    ``linked`` is the person whom this very row brought in, and who has changed since.
    """
    if (person := _by_id(db, attendee.person_id, attendee)) is not None:
        return person
    number = number_key(attendee.service_no)
    if number and (owners := people_of_key(db, NUMBER_MARK + number)):
        return owners[0]
    for person in people_of_key(db, name_key(attendee.name)):
        if number and number_key(person.service_no):
            continue  # two numbers: two people of one name
        if _same_house(person, attendee):
            return person
    return _by_id(db, linked, attendee)


def _by_id(db: Connection, person_id: str, attendee: Attendee) -> Person | None:
    """The person of an id, unless the row has been overwritten with quite another name since."""
    form = stored_form(db, kept_id(db, person_id)) if person_id else None
    if form is None:
        return None
    person = read_person(form)
    number = number_key(attendee.service_no)
    if number and number == number_key(person.service_no):
        return person
    return person if any(_like(name, attendee.name) for name in (person.name, *person.aliases)) else None


def _like(one: str, other: str) -> bool:
    one, other = name_key(one), name_key(other)
    shared = set(one.split()) & set(other.split())
    if any(len(word) >= _TELLING for word in shared):
        return True
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def _same_house(person: Person, attendee: Attendee) -> bool:
    """Two people of one name are told apart by their institution; where it is not known they may be one."""
    houses = {name_key(post.institution) for post in person.posts if post.institution}
    return not houses or not attendee.institution or name_key(attendee.institution) in houses


def _mark(attendee: Attendee, meeting: Meeting) -> str:
    """A short fingerprint of what a row says."""
    import msgspec

    said = msgspec.json.encode((forms.mended(replace(attendee, excuse="", role="participant")), meeting.held.date))
    return blake2s(said, digest_size=12).hexdigest()
