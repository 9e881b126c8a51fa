"""Who among the people read is in the meeting already, or stands in the source twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rakor_desktop.desk.intake import FIELD_NAMES, contradictions, fills, name_key, spoken
from rakor_desktop.domain.meeting import Attendee


class Twin(NamedTuple):
    """Who seems to be the same person. ``exact``: the same name, and nothing speaks against it."""

    attendee: Attendee
    exact: bool
    in_meeting: bool
    row: int = -1

    @property
    def short(self) -> str:
        """``Sudah ada: Iptu Melati Ayunda``."""
        if self.in_meeting:
            return f"Sudah ada: {spoken(self.attendee)}"
        return f"Sama dengan baris {self.row + 1}: {spoken(self.attendee)}"

    def sentence(self, newcomer: Attendee) -> str:
        """What is the same, what differs, and what merging would fill in."""
        where = "Sudah ada dalam rapat" if self.in_meeting else f"Sama dengan baris {self.row + 1}"
        post = ", ".join(filter(None, (self.attendee.position, self.attendee.institution)))
        parts = [f"{where}: {spoken(self.attendee)}{f' ({post})' if post else ''}."]
        if differ := [FIELD_NAMES[key] for key in contradictions(self.attendee, newcomer)]:
            parts.append(f"Berbeda: {', '.join(differ)}; gabungkan tidak mengubahnya.")
        if new := [FIELD_NAMES[key] for key in fills(self.attendee, newcomer)]:
            parts.append(f"Gabungkan mengisi {', '.join(new)}.")
        return " ".join(parts)


class Twins:
    """Finds twins by name, and by what a fuzzy comparison of names has told."""

    def __init__(self, present: Sequence[Attendee]) -> None:
        self._present: dict[str, list[Attendee]] = {}
        self._by_id = {attendee.id: attendee for attendee in present}
        for attendee in present:
            if _key(attendee.name):
                self._present.setdefault(_key(attendee.name), []).append(attendee)
        self._near: dict[tuple[str, str], str] = {}
        self._rows: Sequence[Attendee] | None = None
        self._found: Mapping[str, Twin] = {}

    def among(self, rows: Sequence[Attendee]) -> Mapping[str, Twin]:
        """The twins of rows, by the row's id, among those present and the rows before it."""
        if rows is not self._rows:
            self._rows, self._found = rows, self._search(rows)
        return self._found

    def add_near(self, near: Mapping[tuple[str, str], str]) -> None:
        """Who present is meant by a row (id, name as it was compared), by a comparison of names."""
        self._near.update(near)
        self._rows = None

    def _search(self, rows: Sequence[Attendee]) -> dict[str, Twin]:
        first: dict[str, int] = {}
        found: dict[str, Twin] = {}
        for number, row in enumerate(rows):
            key = _key(row.name)
            if not key:
                continue
            before = first.setdefault(key, number)
            near = self._by_id.get(self._near.get((row.id, row.name), ""))
            if (namesakes := self._present.get(key)) is not None:
                present = min(namesakes, key=lambda other: len(contradictions(other, row)))
                found[row.id] = Twin(present, not contradictions(present, row), True)
            elif before != number:
                found[row.id] = Twin(rows[before], not contradictions(rows[before], row), False, before)
            elif near is not None:
                found[row.id] = Twin(near, False, True)
        return found


@lru_cache(maxsize=65_536)
def _key(name: str) -> str:
    return name_key(name)
