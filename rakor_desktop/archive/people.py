"""The people book: what the office knows of the persons who come to its meetings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from sqlite3 import Connection
from typing import Final, NamedTuple

from rakor_desktop.archive import forms, people_journal, people_memory
from rakor_desktop.archive.database import Database
from rakor_desktop.archive.people_journal import Change
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
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.domain.people import Person
from rakor_desktop.domain.remembering import merged, name_key, number_key, updated
from rakor_desktop.errors import ArchiveError

_MOST_NAMED: Final = 3
"""How many names a label of the undo journal spells out."""


class Imported(NamedTuple):
    """What taking a list of people into the book did, in numbers of people."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0


class PeopleBook:
    """Persons by id. Every change made here by hand is one step of the book's own undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, retired: bool) -> tuple[Person, ...]:
        """Everybody, by name; people no longer active only when ``retired``."""
        with self._database.reading() as db:
            rows = db.execute("SELECT form FROM person ORDER BY name, id").fetchall()
        people = (read_person(form) for (form,) in rows)
        return tuple(person for person in people if retired or not person.retired)

    def get(self, person_id: str) -> Person | None:
        """One person; whoever was merged leads to the one who was kept."""
        with self._database.reading() as db:
            form = stored_form(db, kept_id(db, person_id))
        return read_person(form) if form else None

    def save(self, person: Person, label: str = "") -> None:
        """Keep one person as given."""
        self.save_all((person,), label)

    def save_all(self, people: Sequence[Person], label: str = "") -> None:
        """Keep several people as given, in one undo step."""
        if not all(person.id for person in people):
            raise ValueError("a person without an id cannot be stored")
        with self._database.writing() as db:
            changes = [_put(db, replace(person, id=kept_id(db, person.id))) for person in people]
            new = bool(changes) and all(change.before is None for change in changes)
            people_journal.note(db, label or f"{'Tambah' if new else 'Ubah'} {_named(people)}", changes)

    def remove(self, person_id: str) -> None:
        """Take a person out of the book; nothing happens when there is none."""
        with self._database.writing() as db:
            found = kept_id(db, person_id)
            form = stored_form(db, found)
            if form is not None:
                delete_person(db, found)
                people_journal.note(db, f"Hapus {_named([read_person(form)])}", [Change(found, form, None)])

    def retire(self, person_id: str, retired: bool) -> Person:
        """Mark a person as no longer active, or as active again. Raises :class:`ArchiveError`."""
        with self._database.writing() as db:
            person = _there(db, person_id)
            changed = replace(person, retired=retired)
            word = "Nonaktifkan" if retired else "Aktifkan lagi"
            people_journal.note(db, f"{word} {_named([person])}", [_put(db, changed)])
            return changed

    def merge(self, keep_id: str, other_ids: Iterable[str]) -> Person:
        """Make one person out of several; see :meth:`~rakor_desktop.archive.archive.Archive.merge_people`."""
        with self._database.writing() as db:
            kept = _there(db, keep_id)
            ids = dict.fromkeys(kept_id(db, person_id) for person_id in other_ids)
            others = [_there(db, person_id) for person_id in ids if person_id != kept.id]
            if not others:
                return kept
            person = merged(kept, others)
            changes = [_moved(db, other, kept.id) for other in others]
            changes.append(_put(db, person))
            people_journal.note(db, f"Gabungkan {_named([kept, *others])}", changes)
            return person

    def take_in(self, people: Iterable[Person], label: str) -> Imported:
        """Add a list of people, updating those whom the book already knows; one undo step."""
        counts = {"added": 0, "updated": 0, "unchanged": 0}
        with self._database.writing() as db:
            changes: dict[str, Change] = {}
            for news in people:
                known = _same(db, news)
                person = updated(known, news) if known else replace(news, id=new_id())
                counts["added" if known is None else "unchanged" if known == person else "updated"] += 1
                change = _put(db, person)
                first = changes.get(person.id, change)
                changes[person.id] = Change(person.id, first.before, change.after)
            people_journal.note(db, label, tuple(changes.values()))
        return Imported(**counts)

    def undo(self) -> str:
        """Take back the last change made by hand; its label, "" when there is none."""
        with self._database.writing() as db:
            return people_journal.undo(db)

    def undo_label(self) -> str:
        """What :meth:`undo` would take back now; "" when nothing."""
        with self._database.reading() as db:
            return people_journal.last_label(db)

    def remember(self, meeting: Meeting) -> dict[str, str]:
        """Learn from a meeting; see :meth:`~rakor_desktop.archive.archive.Archive.remember_people`."""
        with self._database.writing() as db:
            return people_memory.remember(db, meeting)


def _there(db: Connection, person_id: str) -> Person:
    form = stored_form(db, kept_id(db, person_id))
    if form is None:
        raise ArchiveError(
            "no_person",
            "Orang ini tidak ada lagi di buku orang. Muat ulang daftarnya.",
            person_id=person_id,
        )
    return read_person(form)


def _put(db: Connection, person: Person) -> Change:
    before = stored_form(db, person.id)
    after = person_form(person)
    if before != after:
        write_form(db, after)
    return Change(forms.plain(person.id), before, after)


def _moved(db: Connection, other: Person, kept: str) -> Change:
    delete_person(db, other.id)
    db.execute("INSERT OR REPLACE INTO person_moved (id, kept) VALUES (?, ?)", (other.id, kept))
    return Change(other.id, person_form(other), None, kept)


def _same(db: Connection, news: Person) -> Person | None:
    """Whom a person of a list is in the book: by service number, else by name and institution."""
    number = number_key(news.service_no)
    if number and (owners := people_of_key(db, NUMBER_MARK + number)):
        return owners[0]
    house = name_key(news.post.institution)
    for person in people_of_key(db, name_key(news.name)):
        if number and number_key(person.service_no):
            continue
        houses = {name_key(post.institution) for post in person.posts if post.institution}
        if not house or not houses or house in houses:
            return person
    return None


def _named(people: Sequence[Person]) -> str:
    names = [person.name or "tanpa nama" for person in people]
    if len(names) > _MOST_NAMED:
        return f"{len(names)} orang"
    return ", ".join(names[:-1]) + " dan " + names[-1] if len(names) > 1 else "".join(names)
