"""A reading made ready for its review: everything that takes long for ten thousand people, done off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from rakor_desktop.desk.intake import attendee_of
from rakor_desktop.domain.meeting import Attendee, Group
from rakor_desktop.reading.values import Doubt, Part, Reading
from rakor_desktop.ui.reading.stretches import Stretches

STANDARDISED: Final[tuple[Part, ...]] = ("rank", "front", "back", "position", "institution", "represents")
"""The fields that can be written as in the standard or as in the source; names are always as in the source."""

PROSE: Final = 64
"""From this many characters on, what was not read is a sentence of the article rather than a missed entry."""


def _go_on() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows by id (``p0``, ``p1`` ...) in standard spelling and as written, and where everything stands: people
    ``p``, groups ``g``, unread stretches ``u``.
    """

    reading: Reading
    stretches: Stretches
    standard: Mapping[str, Attendee]
    written: Mapping[str, Attendee]
    spans: Mapping[str, tuple[int, int]]
    doubts: Mapping[str, tuple[Doubt, ...]]
    groups: tuple[Group, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    """(id, text) of what was not understood; sentences of prose come last."""

    @classmethod
    def of(cls, reading: Reading, check: Callable[[], None] = _go_on) -> Prepared:
        """Make a reading ready; ``check`` is called now and then and may end the work."""
        stretches = Stretches(reading)
        standard: dict[str, Attendee] = {}
        written: dict[str, Attendee] = {}
        for number, person in enumerate(reading.people):
            if number % 200 == 0:
                check()
            row = attendee_of(person, f"p{number}")
            standard[row.id] = row
            written[row.id] = _as_written(row, stretches, number)
        spans = {f"p{n}": (p.start, p.end) for n, p in enumerate(reading.people)}
        spans |= {f"g{n}": (g.start, g.end) for n, g in enumerate(reading.groups)}
        spans |= {f"u{n}": (u.start, u.end) for n, u in enumerate(reading.unread)}
        doubts = {f"p{n}": person.doubts for n, person in enumerate(reading.people) if person.doubts}
        groups = tuple(Group(f"g{n}", group.name) for n, group in enumerate(reading.groups))
        unread = sorted(
            ((f"u{n}", piece.text) for n, piece in enumerate(reading.unread)), key=lambda pair: len(pair[1]) >= PROSE
        )
        return cls(reading, stretches, standard, written, spans, doubts, groups, tuple(unread))


def _as_written(row: Attendee, stretches: Stretches, person: int) -> Attendee:
    """The row as the source writes it; the very same row when that is the standard."""
    found: dict[str, Any] = {}
    for part in STANDARDISED:
        typed = stretches.typed(person, part)
        if typed:
            value = _titles(typed) if part in ("front", "back") else " ".join(typed)
            if value != getattr(row, part):
                found[part] = value
    return replace(row, **found) if found else row


def _titles(typed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(title.strip() for text in typed for title in text.split(",") if title.strip())
