"""The people book's own undo: what a person changed there, the last change first.

It lies in the archive, not in memory: a merge regretted the next morning can still be taken back. What the book learns
from meetings by itself is no entry here; undoing keeps what was learnt since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from sqlite3 import Connection
from typing import Final, NamedTuple

from rakor_desktop.archive import forms
from rakor_desktop.archive.people_rows import delete_person, person_form, read_person, stored_form, write_form
from rakor_desktop.domain.people import Person

LONGEST: Final = 100
"""How many changes can be taken back."""


class Change(NamedTuple):
    """One person's form before and after; ``None``: was not there, is gone. ``kept``: the id merged into."""

    person_id: str
    before: str | None
    after: str | None
    kept: str = ""


def note(db: Connection, label: str, changes: Sequence[Change]) -> None:
    """Write down one undo step, and let go of the oldest beyond :data:`LONGEST`."""
    import msgspec

    changes = [change for change in changes if change.before != change.after]
    if not changes:
        return
    form = msgspec.json.encode(changes).decode("utf-8")
    db.execute("INSERT INTO person_change (at, label, form) VALUES (?, ?, ?)", (forms.now(), forms.plain(label), form))
    db.execute("DELETE FROM person_change WHERE number <= (SELECT max(number) FROM person_change) - ?", (LONGEST,))


def last_label(db: Connection) -> str:
    """What :func:`undo` would take back now; "" when nothing."""
    row = db.execute("SELECT label FROM person_change ORDER BY number DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def undo(db: Connection) -> str:
    """Take the last change back; its label, "" when there is none."""
    import msgspec

    row = db.execute("SELECT number, label, form FROM person_change ORDER BY number DESC LIMIT 1").fetchone()
    if row is None:
        return ""
    number, label, form = row
    for change in msgspec.json.decode(form, type=list[Change]):
        _take_back(db, change)
    db.execute("DELETE FROM person_change WHERE number = ?", (number,))
    return str(label)


def _take_back(db: Connection, change: Change) -> None:
    if change.kept:
        db.execute("DELETE FROM person_moved WHERE id = ?", (change.person_id,))
    if change.before is None:
        delete_person(db, change.person_id)
        return
    now = stored_form(db, change.person_id)
    if now is None or change.after is None or now == change.after:
        write_form(db, change.before)
        return
    before, after, current = (read_person(form) for form in (change.before, change.after, now))
    write_form(db, person_form(_without(before, after, current)))


def _without(before: Person, after: Person, current: Person) -> Person:
    """The current person with the fields as before that the change touched and nothing has touched since."""
    back = {
        field.name: getattr(before, field.name)
        for field in fields(Person)
        if getattr(after, field.name) == getattr(current, field.name)
    }
    return replace(current, **back)
