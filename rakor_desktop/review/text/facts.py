"""What is known besides the text: the meeting it tells of, and the people the office knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.catalog.review_words import ReviewWords
from rakor_desktop.domain.meeting import Bundle


@dataclass(frozen=True, slots=True)
class TextFacts:
    """The context of a text.

    ``quotes`` are the words recorded in the minutes, titles and themes among them (none recorded: an empty tuple;
    minutes unknown: ``None``); ``people`` the names of people; ``glossary`` casefolded words that are right as they
    are; ``held`` the day of the meeting.
    """

    quotes: tuple[str, ...] | None = None
    people: tuple[str, ...] = ()
    glossary: frozenset[str] = field(default_factory=frozenset)
    held: date | None = None

    @classmethod
    def of(cls, bundle: Bundle, people: Iterable[str] = (), glossary: Iterable[str] = ()) -> TextFacts:
        """The facts of a meeting, with further names from the people book."""
        meeting = bundle.meeting
        quotes = (item.quote for item in meeting.items)
        names = (attendee.name for attendee in meeting.attendees)
        return cls(
            tuple(text for text in (*quotes, meeting.title, meeting.theme, meeting.occasion) if text.strip()),
            tuple(dict.fromkeys(name for name in (*names, *people) if name.strip())),
            frozenset(word.casefold() for word in glossary),
            meeting.held.date,
        )


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What every rule may ask: the catalog, its words for reviewing, the facts, today, and whether quotations are
    reviewed for spelling too.
    """

    catalog: Catalog
    words: ReviewWords
    facts: TextFacts
    today: date
    quoted: bool = False
