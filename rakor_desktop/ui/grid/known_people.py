"""The people book as the grid knows it: indexed off the UI thread on first use, and what it says of the rows."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from rakor_desktop.desk.jobs import Jobs, JobToken
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.domain.ranks import RankTable
from rakor_desktop.errors import RakorError

if TYPE_CHECKING:  # matching loads rapidfuzz, which the first picture does not wait for
    from rakor_desktop.reading.matching.index import PeopleIndex, PersonMatch

Folded = tuple[str, str]
"""A text without case, and the text."""
_SLICE: Final = 0.006
"""Seconds of looking people up before the next key may be handled."""
_REST_MS: Final = 350


class _Book(NamedTuple):
    people: PeopleIndex
    posts: tuple[Folded, ...]
    institutions: tuple[Folded, ...]


class KnownPeople(QObject):
    """The people book for completion and remarks. The first question starts the indexing; until it is done, and
    where there is no book, nobody is known. ``changed`` tells that the answers are new.
    """

    changed = Signal()

    def __init__(
        self,
        people: Callable[[], Sequence[Person]],
        ranks: Callable[[], RankTable],
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._people, self._ranks, self._jobs = people, ranks, jobs
        self._book: _Book | None = None
        self._asked = False

    @property
    def ready(self) -> bool:
        """Whether the book is indexed; if not, this starts it."""
        if not self._asked and not self._jobs.closed:
            self._asked = True
            self._jobs.run("Menyiapkan buku orang…", self._indexed, self._ready, self._failed)
        return self._book is not None

    def refresh(self) -> None:
        """The book has changed: index it again, at once when it is in use already."""
        if self._asked:
            self._asked = False
            _ = self.ready

    def completions(self, typed: str, limit: int = 8) -> tuple[Person, ...]:
        """People with a name that has a word beginning as typed, most recently seen first."""
        return self._book.people.completions(typed, limit) if self.ready and self._book else ()

    def match(self, who: Attendee) -> PersonMatch | None:
        """What the book says of a row."""
        return self._book.people.match(who) if self.ready and self._book else None

    @property
    def posts(self) -> tuple[Folded, ...]:
        """Posts that people held, the most recently seen first."""
        return self._book.posts if self.ready and self._book else ()

    @property
    def institutions(self) -> tuple[Folded, ...]:
        """Institutions that people came from, the most recently seen first."""
        return self._book.institutions if self.ready and self._book else ()

    def _indexed(self, token: JobToken) -> _Book:
        from rakor_desktop.reading.matching.index import PeopleIndex

        people = sorted(self._people(), key=lambda person: str(person.last_seen or ""), reverse=True)
        token.check()
        posts = [post for person in people for post in reversed(person.posts)]
        return _Book(
            PeopleIndex(people, self._ranks()),
            folded(post.position for post in posts),
            folded(post.institution for post in posts),
        )

    def _ready(self, book: _Book) -> None:
        self._book = book
        self.changed.emit()

    def _failed(self, error: RakorError) -> None:
        logging.getLogger(__name__).warning("people book: %s", error.code)


def folded(texts: Iterable[str]) -> tuple[Folded, ...]:
    """Texts in their order, each once and none empty, beside their form without case."""
    return tuple((text.casefold(), text) for text in dict.fromkeys(texts) if text)


def last_post(person: Person) -> PostHeld:
    """The post that a person holds now, as far as the book knows."""
    return person.posts[-1] if person.posts else PostHeld()


class PeopleRemarks(QObject):
    """What the people book says of rows, found out a little at a time while nobody waits, and kept until the row or
    the book changes. ``changed`` tells that there is something new to show.
    """

    changed = Signal()

    def __init__(self, people: KnownPeople, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._known: dict[Attendee, PersonMatch | None] = {}
        self._ignored: set[tuple[str, str, str]] = set()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._go_on)
        people.changed.connect(self._anew)
        self._rows: Sequence[Attendee] = ()
        self._next = 0

    def look_at(self, rows: Sequence[Attendee]) -> None:
        """These are the rows now; whoever is new among them is looked up after a rest."""
        self._rows = rows
        self._next = 0
        self._rest.start(_REST_MS)

    def of(self, attendee: Attendee) -> PersonMatch | None:
        """What is known of a row; ``None`` when it is all as in the book, ignored, or not looked up yet."""
        match = self._known.get(attendee)
        return None if match is None or _ignored_key(attendee, match) in self._ignored else match

    def ignore(self, attendee: Attendee) -> None:
        """Say no more about this row and that person."""
        match = self._known.get(attendee)
        if match is not None:
            self._ignored.add(_ignored_key(attendee, match))
            self.changed.emit()

    def _anew(self) -> None:
        self._known.clear()
        self.look_at(self._rows)

    def _go_on(self) -> None:
        if not self._rows or not self._people.ready:
            return
        end, told = perf_counter() + _SLICE, False
        while self._next < len(self._rows) and perf_counter() < end:
            attendee = self._rows[self._next]
            self._next += 1
            if attendee.name and attendee not in self._known:
                match = self._people.match(attendee)
                self._known[attendee] = match if match is not None and match.kind != "same" else None
                told = told or self._known[attendee] is not None
        if self._next < len(self._rows):
            self._rest.start(0)
        if told:
            self.changed.emit()


def _ignored_key(attendee: Attendee, match: PersonMatch) -> tuple[str, str, str]:
    return attendee.id, match.kind, match.person.id
