"""Where everything read stands in the source, ready to be asked thousands of times a second."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rakor_desktop.reading.values import NOBODY, Mark, Part, Reading


class Stretches:
    """The marks of one reading by place and by person."""

    def __init__(self, reading: Reading) -> None:
        self._source = reading.source
        self.marks = reading.marks
        self._starts = [mark.start for mark in reading.marks]
        self._of: dict[int, list[Mark]] = {}
        for mark in reading.marks:
            if mark.owner != NOBODY and mark.part not in ("group", "connective", "unread"):
                self._of.setdefault(mark.owner, []).append(mark)
        spans = [(p.start, p.end, n) for n, p in enumerate(reading.people) if p.end > p.start]
        self._people = sorted(spans)
        self._spans = {person: (start, end) for start, end, person in spans}
        self._people_starts = [start for start, _end, _n in self._people]

    @property
    def people(self) -> int:
        """How many people have a place in the source."""
        return len(self._people)

    def between(self, start: int, end: int) -> Sequence[Mark]:
        """The marks that touch ``source[start:end]``."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, end)
        return [mark for mark in self.marks[first:last] if mark.end > start and mark.start < end]

    def at(self, place: int) -> Mark | None:
        """The mark on a place."""
        number = bisect_right(self._starts, place) - 1
        mark = self.marks[number] if number >= 0 else None
        return mark if mark is not None and place <= mark.end else None

    def person_at(self, place: int) -> int:
        """The person that a place belongs to, the blanks and commas inside included; ``NOBODY`` for none."""
        mark = self.at(place)
        if mark is not None and mark.owner != NOBODY and mark.part not in ("group", "unread"):
            return mark.owner
        number = bisect_right(self._people_starts, place) - 1
        if number >= 0 and place <= self._people[number][1]:
            return self._people[number][2]
        return NOBODY

    def people_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """(place, person) of everybody who begins in ``source[start:end]``."""
        first, last = bisect_right(self._people_starts, start - 1), bisect_right(self._people_starts, end - 1)
        return [(begin, person) for begin, _end, person in self._people[first:last]]

    def typed(self, person: int, part: Part) -> tuple[str, ...]:
        """What the source says for one part of a person, stretch by stretch, with single blanks.

        Of somebody who is mentioned again, what the first mention says, where it says anything.
        """
        marks = [mark for mark in self._of.get(person, ()) if mark.part == part]
        if len(marks) > 1:
            start, end = self._spans.get(person, (0, 0))
            marks = [mark for mark in marks if start <= mark.start and mark.end <= end] or marks
        return tuple(" ".join(self._source[mark.start : mark.end].split()) for mark in marks)
