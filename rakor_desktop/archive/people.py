"""The people book: what the office knows of the persons who come to its meetings."""

from __future__ import annotations

from dataclasses import replace
from sqlite3 import Connection

from rakor_desktop.archive import forms
from rakor_desktop.archive.database import Database
from rakor_desktop.domain.edits import new_id
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.people import Person, PostHeld


class PeopleBook:
    """Persons by id. Unknown fields of a stored person are skipped, missing ones are empty."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Person, ...]:
        """Everybody, by name."""
        with self._database.reading() as db:
            rows = db.execute("SELECT form FROM person ORDER BY name").fetchall()
        return tuple(_read(form) for (form,) in rows)

    def save(self, person: Person) -> None:
        """Keep one person as given."""
        if not person.id:
            raise ValueError("a person without an id cannot be stored")
        with self._database.writing() as db:
            _write(db, person)

    def remember(self, meeting: Meeting) -> dict[str, str]:
        """Learn from a meeting's attendees; returns attendee id -> person id.

        Whoever has no name, or was absent, is not learnt. What an older meeting says never replaces what a
        newer one said (``last_seen``). The meeting itself is not changed.
        """
        learnt: dict[str, str] = {}
        with self._database.writing() as db:
            for attendee in meeting.attendees:
                if attendee.name.strip() and attendee.presence != "absent":
                    known = _known(db, attendee)
                    person = _learnt(known or Person(id=new_id()), attendee, meeting)
                    if person != known:
                        _write(db, person)
                    learnt[attendee.id] = person.id
        return learnt


def _known(db: Connection, attendee: Attendee) -> Person | None:
    """The same person in the book: by id, else by service number, else by name and institution."""
    row = db.execute("SELECT form FROM person WHERE id = ?", (forms.plain(attendee.person_id),)).fetchone()
    if row:
        return _read(row[0])
    named = db.execute("SELECT form FROM person WHERE name = ?", (_name_key(attendee.name),)).fetchall()
    for person in (_read(form) for (form,) in named):
        if attendee.service_no and person.service_no:
            if attendee.service_no == person.service_no:
                return person
            continue
        if _same_house(person, attendee):
            return person
    return None


def _same_house(person: Person, attendee: Attendee) -> bool:
    """Two people of one name are told apart by their institution; where it is not known they may be one."""
    houses = {post.institution.casefold() for post in person.posts if post.institution}
    return not houses or not attendee.institution or attendee.institution.casefold() in houses


def _learnt(person: Person, attendee: Attendee, meeting: Meeting) -> Person:
    day = meeting.held.date
    if person.last_seen and (day is None or day < person.last_seen):
        return person
    post = PostHeld(attendee.position, attendee.institution, day)
    last = person.posts[-1] if person.posts else PostHeld()
    is_new = (post.position or post.institution) and (post.position, post.institution) != (
        last.position,
        last.institution,
    )
    return replace(
        person,
        rank=attendee.rank or person.rank,
        front=attendee.front or person.front,
        name=attendee.name.strip(),
        back=attendee.back or person.back,
        service_no=attendee.service_no or person.service_no,
        posts=(*person.posts, post) if is_new else person.posts,
        last_seen=day or person.last_seen,
    )


def _name_key(name: str) -> str:
    return " ".join(forms.plain(name).casefold().split())


def _read(form: str) -> Person:
    import msgspec

    return msgspec.json.decode(form.encode("utf-8"), type=Person)


def _write(db: Connection, person: Person) -> None:
    import msgspec

    form = msgspec.json.encode(forms.mended(person)).decode("utf-8")
    db.execute(
        "INSERT INTO person (id, name, form) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET name = ?2, form = ?3",
        (forms.plain(person.id), _name_key(person.name), form),
    )
