"""Finding people in the book by anything that is written of them."""

from __future__ import annotations

from typing import Final

from rakor_desktop.archive import forms
from rakor_desktop.archive.database import Database
from rakor_desktop.archive.people_rows import NUMBER_MARK, people_of_key, read_person
from rakor_desktop.domain.people import Person
from rakor_desktop.domain.remembering import name_key, number_key

_MOST_WORDS: Final = 8
_SHORT: Final = 3
_MOST_OPENED: Final = 2_000
"""People opened for one search: more hits than that are no answer to look through."""


def search_people(database: Database, text: str, limit: int, *, retired: bool) -> tuple[Person, ...]:
    """People in whom every word typed stands; see :meth:`~rakor_desktop.archive.archive.Archive.search_people`.

    Whole names and numbers stand first, then names with a word that begins so, then everything else; within each
    whoever is active and was seen last.
    """
    words = name_key(forms.plain(text)).split()[:_MOST_WORDS]
    if not words:
        return ()
    with database.reading() as db:
        query, values = _query(words)
        rows = db.execute(f"{query} LIMIT {_MOST_OPENED}", values).fetchall()
        # A number may be written with blanks or stops in the book.
        owners = people_of_key(db, NUMBER_MARK + number_key(text))
    found = {person.id: person for person in (*owners, *(read_person(form) for (form,) in rows))}
    ranked = [
        (place, person.retired, -_day(person), name_key(person.name), person)
        for person in found.values()
        if (retired or not person.retired) and (place := _place(person, words)) is not None
    ]
    ranked.sort(key=lambda entry: entry[:4])
    return tuple(entry[-1] for entry in ranked[:limit])


def _day(person: Person) -> int:
    return person.last_seen.toordinal() if person.last_seen else 0


def _query(words: list[str]) -> tuple[str, list[str]]:
    """Rows that may answer. A short text is sought at the beginning of names only: it stands in everything."""
    if sum(map(len, words)) < _SHORT:
        condition = "(name LIKE ? ESCAPE '!' OR name LIKE ? ESCAPE '!')"
        patterns = [pattern for word in words for pattern in (f"{_escaped(word)}%", f"% {_escaped(word)}%")]
    else:
        # The form is JSON: quotation marks and backslashes stand in it otherwise, so only the letters around count.
        # LIKE knows small and capital letters of ASCII only.
        condition = "form LIKE ? ESCAPE '!'"
        patterns = [f"%{_letters(word)}%" for word in words]
    return f"SELECT form FROM person WHERE {' AND '.join([condition] * len(words))} ORDER BY name", patterns


def _escaped(word: str) -> str:
    return "".join(f"!{sign}" if sign in "%_!" else sign for sign in word)


def _letters(word: str) -> str:
    return "".join(sign if sign.isascii() and (sign.isalnum() or sign in ".,'") else "%" for sign in word)


def _place(person: Person, words: list[str]) -> int | None:
    """How well a person answers, 0 best; ``None`` when a word is nowhere."""
    names = [name_key(name) for name in (person.name, *person.aliases)]
    typed = " ".join(words)
    number = number_key(person.service_no)
    if typed in names or (number and number == number_key(typed)):
        return 0
    if any(name.startswith(typed) for name in names):
        return 1
    name_words = [word for name in names for word in name.split()]
    if all(any(known.startswith(word) for known in name_words) for word in words):
        return 2
    facts = (person.rank, person.service_no, number, person.phone, *person.front, *person.back)
    posts = (text for post in person.posts for text in (post.position, post.institution))
    everything = name_key(" ".join((*names, *facts, *posts)))
    return 3 if all(word in everything for word in words) else None
