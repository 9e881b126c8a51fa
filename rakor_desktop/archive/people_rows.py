"""The people book's rows: a person's form, the keys that lead to it, and the ids of people merged into it."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Final

from rakor_desktop.archive import forms
from rakor_desktop.domain.people import Person
from rakor_desktop.domain.remembering import name_key, number_key

NUMBER_MARK: Final = "#"
"""What keys of service numbers begin with; no name does."""


def read_person(form: str) -> Person:
    """The person of a stored form; unknown fields are skipped, missing ones are empty."""
    import msgspec

    return msgspec.json.decode(form.encode("utf-8"), type=Person)


def person_form(person: Person) -> str:
    """The stored form of a person."""
    import msgspec

    return msgspec.json.encode(forms.mended(person)).decode("utf-8")


def stored_form(db: Connection, person_id: str) -> str | None:
    """The form under exactly this id; ``None`` when there is none."""
    row = db.execute("SELECT form FROM person WHERE id = ?", (forms.plain(person_id),)).fetchone()
    return str(row[0]) if row else None


def write_form(db: Connection, form: str) -> Person:
    """Put a form under its person's id, with the keys that lead to it."""
    person = read_person(form)
    person_id = forms.plain(person.id)
    db.execute(
        "INSERT INTO person (id, name, form) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET name = ?2, form = ?3",
        (person_id, forms.plain(name_key(person.name)), form),
    )
    db.execute("DELETE FROM person_key WHERE person_id = ?", (person_id,))
    db.executemany(
        "INSERT OR IGNORE INTO person_key (key, person_id) VALUES (?, ?)",
        [(key, person_id) for key in _keys(person)],
    )
    return person


def delete_person(db: Connection, person_id: str) -> None:
    """Take a person and the keys out; ids that lead there stay, in case the person comes back."""
    db.execute("DELETE FROM person WHERE id = ?", (forms.plain(person_id),))
    db.execute("DELETE FROM person_key WHERE person_id = ?", (forms.plain(person_id),))


def kept_id(db: Connection, person_id: str) -> str:
    """Where an id leads today: people who were merged lead to the one who was kept."""
    found = forms.plain(person_id)
    seen: set[str] = set()
    while found not in seen:
        seen.add(found)
        row = db.execute("SELECT kept FROM person_moved WHERE id = ?", (found,)).fetchone()
        found = str(row[0]) if row else found
    return found


def people_of_key(db: Connection, key: str) -> tuple[Person, ...]:
    """Everybody whom a name key, an alias or a marked service number leads to, the one seen last first."""
    rows = db.execute(
        "SELECT p.form FROM person_key k JOIN person p ON p.id = k.person_id WHERE k.key = ? ORDER BY p.id",
        (forms.plain(key),),
    ).fetchall()
    found = [read_person(form) for (form,) in rows]
    found.sort(key=lambda person: person.last_seen.toordinal() if person.last_seen else 0, reverse=True)
    return tuple(found)


def key_anew(db: Connection) -> None:
    """Make the keys of people who came out of a broken archive; a form that cannot be read does not come in."""
    import msgspec

    rows = db.execute(
        "SELECT id, form FROM person p WHERE NOT EXISTS (SELECT 1 FROM person_key k WHERE k.person_id = p.id)"
    ).fetchall()
    for person_id, form in rows:
        try:
            write_form(db, form)
        except (msgspec.DecodeError, UnicodeEncodeError):
            db.execute("DELETE FROM person WHERE id = ?", (person_id,))


def _keys(person: Person) -> set[str]:
    keys = {forms.plain(name_key(name)) for name in (person.name, *person.aliases)}
    if number := number_key(person.service_no):
        keys.add(NUMBER_MARK + forms.plain(number))
    return keys - {""}
