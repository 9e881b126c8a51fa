"""What the attendance grid suggests: from this meeting, from the people book, from the catalog.

Texts that begin as typed stand before those that contain it; inside each part the most recent come first: the latest
rows of this meeting, then the people book by last meeting, then the catalog in its own order.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final, Protocol

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.posts import post_key
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.names import full_name
from rakor_desktop.domain.people import Person
from rakor_desktop.ui.grid.columns import CellSuggest
from rakor_desktop.ui.grid.editors import Choice
from rakor_desktop.ui.grid.known_people import Folded, folded, last_post

_MOST: Final = 8


class Book(Protocol):
    """What completion asks of the people book."""

    def completions(self, typed: str, limit: int = 8) -> tuple[Person, ...]:
        """People whose name has a word beginning as typed."""

    @property
    def posts(self) -> tuple[Folded, ...]:
        """Posts, the most recent first."""

    @property
    def institutions(self) -> tuple[Folded, ...]:
        """Institutions, the most recent first."""


class NoBook:
    """A people book with nobody in it."""

    posts: tuple[Folded, ...] = ()
    institutions: tuple[Folded, ...] = ()

    def completions(self, typed: str, limit: int = 8) -> tuple[Person, ...]:
        """Nobody."""
        return ()


class Completion:
    """Suggestions for the columns of the attendance list; ``book`` may be set later."""

    def __init__(self, catalog: Catalog, book: Book | None = None) -> None:
        self._catalog = catalog
        self.book: Book = book or NoBook()
        self._used: dict[str, tuple[tuple[Attendee, ...], tuple[Folded, ...]]] = {}
        self._named: tuple[tuple[Attendee, ...], tuple[tuple[str, Attendee], ...]] = ((), ())
        self._forms: tuple[tuple[str, str, str], ...] | None = None
        self._fixed: tuple[Folded, ...] | None = None

    def used(self, field: str) -> CellSuggest:
        """Suggest what the same column already holds."""
        return lambda meeting, typed: _choices(typed, self._in_meeting(meeting, field))

    def rank(self, meeting: Meeting, typed: str) -> Iterable[Choice]:
        """Ranks of the catalog; those that this meeting has already come first."""
        codes = self._catalog.ranks.suggestions(typed, 40)
        here = {text: number for number, (_, text) in enumerate(self._in_meeting(meeting, "rank"))}
        best = sorted(codes, key=lambda code: here.get(code, len(here)))[:_MOST]
        return (Choice(code, code, _other(self._catalog.ranks.full(code), code)) for code in best)

    def position(self, meeting: Meeting, typed: str) -> Iterable[Choice]:
        """Posts of this meeting, the people book and the catalog, the catalog's with the full name beside them."""
        texts = _best(typed, chain(self._in_meeting(meeting, "position"), self.book.posts))
        known = self._posts(typed)
        key = typed.strip().casefold()
        begins = [text for text in texts if text.casefold().startswith(key)]
        inside = [text for text in texts if not text.casefold().startswith(key)]
        ordered = dict.fromkeys([*begins, *known, *inside])
        return (Choice(text, text, known.get(text, "")) for text in list(ordered)[:_MOST])

    def institution(self, meeting: Meeting, typed: str) -> Iterable[Choice]:
        """Institutions of this meeting, its organiser, those of the people book, and units that the catalog knows."""
        host = folded([meeting.organiser])
        sources = (self._in_meeting(meeting, "institution"), host, self.book.institutions, self._units())
        return _choices(typed, chain(*sources))

    def name(self, meeting: Meeting, typed: str) -> Iterable[Choice]:
        """People of the book, then of this meeting, with rank and post beside them."""
        seen: set[tuple[str, str]] = set()
        for choice in chain(self._known(typed), self._present(meeting, typed)):
            key = choice.text.casefold(), choice.note.casefold()
            if key not in seen:
                seen.add(key)
                yield choice

    def _known(self, typed: str) -> Iterator[Choice]:
        for person in self.book.completions(typed, _MOST):
            post = last_post(person)
            note = person_note(person.rank, post.position, post.institution)
            yield Choice(full_name(person.front, person.name, person.back), person, note)

    def _present(self, meeting: Meeting, typed: str) -> Iterator[Choice]:
        key = typed.strip().casefold()
        begins, inside = [], []
        for name, attendee in self._people(meeting):
            if name.startswith(key):
                begins.append(attendee)
            elif f" {key}" in name:
                inside.append(attendee)
            if len(begins) == _MOST:
                break
        for one in [*begins, *inside][:_MOST]:
            note = person_note(one.rank, one.position, one.institution)
            text = full_name(one.front, one.name, one.back)
            yield Choice(text, one, " · ".join(filter(None, (note, "sudah di daftar"))))

    def _posts(self, typed: str) -> dict[str, str]:
        """The catalog's posts that begin as typed, in their own order, with what they are in full."""
        if self._forms is None:
            posts = [post for post in self._catalog.posts.posts if not post.collective and post.abbr]
            self._forms = tuple(
                (post_key(form), post.abbr, _other(post.full, post.abbr))
                for post in posts
                for form in (post.abbr, post.full, *post.variants)
            )
        key, found = post_key(typed), dict[str, str]()
        for form, text, full in self._forms if key else ():
            if form.startswith(key):
                found.setdefault(text, full)
                if len(found) == _MOST:
                    break
        return found

    def _people(self, meeting: Meeting) -> Iterable[tuple[str, Attendee]]:
        if self._named[0] is not meeting.attendees:
            pairs = tuple((a.name.casefold(), a) for a in reversed(meeting.attendees) if a.name)
            self._named = meeting.attendees, pairs
        return self._named[1]

    def _in_meeting(self, meeting: Meeting, field: str) -> tuple[Folded, ...]:
        """The column's texts, the latest rows first; read once for every state of the rows."""
        rows, texts = self._used.get(field, ((), ()))
        if rows is not meeting.attendees:
            texts = folded(getattr(attendee, field) for attendee in reversed(meeting.attendees))
            self._used[field] = meeting.attendees, texts
        return texts

    def _units(self) -> tuple[Folded, ...]:
        if self._fixed is None:
            self._fixed = folded(post.unit for post in self._catalog.posts.posts)
        return self._fixed


def person_note(rank: str, position: str, institution: str) -> str:
    """``AKP · Kasat Lantas, Polres Pasaman Barat``: what tells two people of one name apart."""
    inside = institution.casefold() in position.casefold()
    post = position if inside else ", ".join(filter(None, (position, institution)))
    return " · ".join(filter(None, (rank, post)))


def person_fields(record: Attendee, value: Hashable) -> Mapping[str, Any]:
    """What choosing a known person gives a row: the name and who it is; a row without a name also gets rank, post,
    institution and service number where it has none.
    """
    if isinstance(value, Person):
        post = last_post(value)
        fields = {"rank": value.rank, "position": post.position, "institution": post.institution}
        person_id = value.id
    elif isinstance(value, Attendee):
        fields = {"rank": value.rank, "position": value.position, "institution": value.institution}
        person_id = value.person_id
    else:
        return {}
    fields["service_no"] = value.service_no
    given = {key: text for key, text in fields.items() if text and not getattr(record, key)} if not record.name else {}
    return {"front": value.front, "name": value.name, "back": value.back, "person_id": person_id, **given}


def _best(typed: str, texts: Iterable[Folded]) -> list[str]:
    """Texts that begin as typed, then those that contain it; what is typed in full already is left out."""
    key = typed.strip().casefold()
    begins: dict[str, None] = {}
    inside: dict[str, None] = {}
    for known, text in texts:
        if known == key:
            continue
        if known.startswith(key):
            begins.setdefault(text)
            if len(begins) == _MOST:
                break
        elif key in known and len(inside) < _MOST:
            inside.setdefault(text)
    return list({**begins, **inside})[:_MOST]


def _choices(typed: str, texts: Iterable[Folded]) -> Iterable[Choice]:
    return (Choice(text, text) for text in _best(typed, texts))


def _other(text: str, than: str) -> str:
    return "" if text == than else text
