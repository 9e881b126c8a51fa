"""The reading under review: a draft meeting of its own that is corrected before anything enters the real one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.intake import FIELD_NAMES, Fate, Newcomer, attendee_of, field_text, name_key, with_field
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Bundle, Group, Meeting
from rakor_desktop.reading.values import NOBODY, Doubt, PersonRead
from rakor_desktop.ui.reading.prepared import STANDARDISED, Prepared
from rakor_desktop.ui.reading.twins import Twin, Twins

ReadPerson = Callable[[str], PersonRead | None]
Spelling = Literal["standard", "typed"]


class Counts(NamedTuple):
    """What the header line says: who and what would enter, what is open, and who and what is in the meeting already."""

    people: int
    groups: int
    unread: int
    doubtful: int
    present: int = 0


class Choices(NamedTuple):
    """What a person has decided without changing a row: what becomes of rows, which (row, reason) is no doubt any
    more, and which unread stretches are passed over.
    """

    fates: Mapping[str, Fate] = MappingProxyType({})
    settled: frozenset[tuple[str, str]] = frozenset()
    ignored: frozenset[str] = frozenset()


class Draft(QObject):
    """Rows, groups and open questions of one reading.

    Rows are the attendees of a private :class:`Desk`. Every correction and every decision is one step of the draft's
    own undo. ``changed`` tells that anything may have changed: whether rows are taken, what is still to be looked at.
    """

    changed = Signal()

    def __init__(
        self, prepared: Prepared, present: Meeting, read_person: ReadPerson, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.reading = prepared.reading
        self.stretches = prepared.stretches
        self._prepared = prepared
        self._read_person = read_person
        rows = tuple(prepared.standard.values())
        self.desk = Desk(Bundle(meeting=Meeting(attendees=rows, groups=prepared.groups)), self)
        self._left: tuple[tuple[str, str], ...] | None = None
        self._spans = dict(prepared.spans)
        self._doubts = dict(prepared.doubts)
        self._choices = Choices()
        self._past: list[tuple[Meeting, Choices]] = []
        self._future: list[tuple[Meeting, Choices]] = []
        self._going_back = False
        self.twins = Twins(present.attendees)
        self._there = {name_key(group.name) for group in present.groups}
        self._persons: dict[str, str] = {}
        self.desk.changed.connect(self._follow)

    # -- what is there

    @property
    def rows(self) -> tuple[Attendee, ...]:
        """Everybody read, in order."""
        return self.desk.meeting.attendees

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups read."""
        return self.desk.meeting.groups

    @property
    def unread(self) -> tuple[tuple[str, str], ...]:
        """(id, text) of what was not understood and nobody has dealt with yet; sentences of prose come last."""
        if self._left is None:
            dealt = {r.id for r in self.rows if r.id[0] == "u"} | {g.id for g in self.groups if g.id[0] == "u"}
            dealt |= self._choices.ignored
            every = self._prepared.unread
            self._left = tuple(pair for pair in every if pair[0] not in dealt) if dealt else every
        return self._left

    @property
    def edited(self) -> bool:
        """Whether a person has put work into the draft."""
        return bool(self._past)

    def row(self, row_id: str) -> Attendee | None:
        """The row of an id."""
        return self.desk.meeting.attendee(row_id)

    def span(self, record_id: str) -> tuple[int, int] | None:
        """Where a row, group or unread stretch stands in the source; ``None`` for what was typed by hand."""
        span = self._spans.get(record_id)
        return span if span is not None and span[1] > span[0] else None

    def id_at(self, place: int) -> str:
        """The row, group or unread stretch on a place of the source; empty for none."""
        mark = self.stretches.at(place)
        if mark is not None and mark.part == "group":
            return f"g{mark.owner}"
        if mark is not None and mark.part == "unread":
            return next((i for i, (a, b) in self._spans.items() if i[0] == "u" and a <= place <= b), "")
        person = self.stretches.person_at(place)
        return f"p{person}" if person != NOBODY else ""

    def person_of(self, row_id: str) -> PersonRead | None:
        """The reading behind a row; ``None`` for one made by hand."""
        return self.reading.people[int(row_id[1:])] if row_id in self._prepared.standard else None

    # -- what is open

    def doubts(self, row: Attendee) -> tuple[Doubt, ...]:
        """What a person should still look at: the field stands as it was read and nobody has said it is right."""
        return tuple(d for d in self._doubts.get(row.id, ()) if self._open(row, d))

    def twin(self, row: Attendee) -> Twin | None:
        """The person in the meeting, or in an earlier row, who seems to be the same."""
        return self.twins.among(self.rows).get(row.id)

    def fate(self, row: Attendee) -> Fate:
        """What becomes of the row: as chosen, else exactly the same people are passed over."""
        chosen = self._choices.fates.get(row.id)
        if chosen is None:
            twin = self.twin(row)
            return "skip" if twin is not None and twin.exact else "add"
        return chosen

    def asks(self, row: Attendee) -> bool:
        """Whether the row should be looked at before it is taken."""
        if self.fate(row) == "skip":
            return False
        return bool(self.doubts(row)) or self.asks_twin(row)

    def asks_twin(self, row: Attendee) -> bool:
        """Whether somebody should say what becomes of the row: it may be a person who is there already."""
        twin = self.twin(row)
        return twin is not None and not twin.exact and row.id not in self._choices.fates

    def counts(self) -> Counts:
        """How many people and groups would enter, and how much is open."""
        special = self.twins.among(self.rows).keys() | self._choices.fates.keys() | self._doubts.keys()
        rows = [row for row in self.rows if row.id in special] if special else []
        out = [row for row in rows if self.fate(row) == "skip"]
        groups = {name_key(group.name) for group in self.groups} - {""}
        twins = [self.twin(row) for row in out]
        there = sum(twin is not None and twin.in_meeting for twin in twins) + len(groups & self._there)
        doubtful = sum(self.asks(row) for row in rows)
        return Counts(len(self.rows) - len(out), len(groups - self._there), len(self.unread), doubtful, there)

    def newcomers(self) -> tuple[Newcomer, ...]:
        """The rows as the meeting takes them."""
        made = []
        for row in self.rows:
            twin = self.twin(row)
            person_id = self._persons.get(row.id, "")
            # Whoever was given another name in the review is not the one whom the book knows.
            known = person_id and row.name == self._prepared.standard[row.id].name
            named = replace(row, person_id=person_id) if known else row
            made.append(Newcomer(named, self.fate(row), twin.attendee.id if twin else ""))
        return tuple(made)

    # -- what a person does

    def undo(self) -> None:
        """Take the last correction or decision back."""
        self._step(self._past, self._future)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(self._future, self._past)

    def set_fates(self, fates: Mapping[str, Fate]) -> None:
        """Take rows, let them complete their twins, or leave them out, by row id."""
        self._choose(self._choices._replace(fates={**self._choices.fates, **fates}))

    def set_fate(self, row_ids: Iterable[str], fate: Fate) -> None:
        """The same for all of these rows."""
        self.set_fates(dict.fromkeys(row_ids, fate))

    def settle(self, row_id: str, doubt: Doubt) -> None:
        """The row is right as it is."""
        self._choose(self._choices._replace(settled=self._choices.settled | {(row_id, doubt.reason)}))

    def take_proposal(self, row_id: str, doubt: Doubt) -> None:
        """Put the other reading of a field into the row."""
        row = self.row(row_id)
        if row is not None:
            said = FIELD_NAMES.get(doubt.field, doubt.field)
            self._replace(f"Ubah {said}", [with_field(row, doubt.field, doubt.proposal.strip())])

    def add_doubts(self, found: Mapping[int, Sequence[Doubt]], persons: Mapping[int, str]) -> None:
        """What the people book knows, by person read: questions, and the ids of those who are surely in it."""
        for person, doubts in found.items():
            key = f"p{person}"
            self._doubts[key] = (*self._doubts.get(key, ()), *doubts)
        self._persons = {f"p{person}": person_id for person, person_id in persons.items()}
        self._tell()

    def standardise(self, spelling: Spelling, row_ids: Iterable[str] | None = None) -> None:
        """Write rows (all of them when none are named) as in the standard or as in the source.

        A field that a person has changed stays.
        """
        wanted = None if row_ids is None else set(row_ids)
        changed = []
        for row in self.rows:
            standard, written = self._prepared.standard.get(row.id), self._prepared.written.get(row.id)
            if standard is written or standard is None or written is None:
                continue
            if wanted is None or row.id in wanted:
                there, here = (written, standard) if spelling == "standard" else (standard, written)
                new = {k: getattr(here, k) for k in STANDARDISED if getattr(row, k) == getattr(there, k)}
                changed.append(replace(row, **new))
        self._replace("Seragamkan penulisan" if spelling == "standard" else "Tulis seperti sumber", changed)

    def to_groups(self, row_ids: Iterable[str]) -> None:
        """These rows are groups or institutions, not persons."""
        rows = [row for row in self.rows if row.id in set(row_ids)]
        new = tuple(Group(row.id, self._group_name(row)) for row in rows)
        self._both("Jadikan kelompok", gone_rows={row.id for row in rows}, new_groups=new)

    def to_people(self, group_ids: Iterable[str]) -> None:
        """These groups are persons."""
        groups = [group for group in self.groups if group.id in set(group_ids)]
        rows = tuple(self._person_from(group.id, group.name) for group in groups)
        self._both("Jadikan orang", gone_groups={group.id for group in groups}, new_rows=rows)

    def take_unread(self, unread_id: str, text: str, kind: Literal["person", "group"]) -> None:
        """What was not understood is a person, or a group."""
        self.take_stretches([(unread_id, text)], kind)

    def take_stretches(self, found: Iterable[tuple[str, str]], kind: Literal["person", "group"]) -> None:
        """The same for several stretches (id, text), as one step."""
        if kind == "person":
            self._both("Jadikan orang", new_rows=tuple(self._person_from(*one) for one in found))
        else:
            groups = tuple(Group(stretch_id, " ".join(text.split())) for stretch_id, text in found)
            self._both("Jadikan kelompok", new_groups=groups)

    def take_selection(self, start: int, end: int, kind: Literal["person", "group"]) -> str:
        """A stretch of the source chosen by hand is a person, or a group; the new row's id."""
        record_id = f"s{start}-{end}"
        self._spans[record_id] = (start, end)
        self.take_unread(record_id, self.reading.source[start:end], kind)
        return record_id

    def ignore_unread(self, unread_ids: Iterable[str]) -> None:
        """What was not understood needs no place in the meeting."""
        self._choose(self._choices._replace(ignored=self._choices.ignored.union(unread_ids)))

    # -- within

    def _open(self, row: Attendee, doubt: Doubt) -> bool:
        if (row.id, doubt.reason) in self._choices.settled:
            return False
        now, made = field_text(row, doubt.field), self._prepared
        read = {field_text(made.standard[row.id], doubt.field), field_text(made.written[row.id], doubt.field)}
        return now in read and (not doubt.proposal or now != doubt.proposal.strip())

    def _group_name(self, row: Attendee) -> str:
        span = self.span(row.id)
        texts = [row.rank, *row.front, row.name, *row.back, row.position, row.institution]
        return " ".join(self.reading.source[slice(*span)].split()) if span else " ".join(filter(None, texts))

    def _person_from(self, row_id: str, text: str) -> Attendee:
        known = self._prepared.standard.get(row_id)
        read = None if known else self._read_person(" ".join(text.split()))
        if known is None:
            known = attendee_of(read, row_id) if read else Attendee(id=row_id, name=" ".join(text.split()))
        return known

    def _replace(self, label: str, rows: Iterable[Attendee]) -> None:
        new = {row.id: row for row in rows}
        self.desk.edit(label, edits.set_fields(attendees=tuple(new.get(row.id, row) for row in self.rows)))

    def _both(
        self,
        label: str,
        *,
        gone_rows: set[str] | frozenset[str] = frozenset(),
        new_rows: tuple[Attendee, ...] = (),
        gone_groups: set[str] | frozenset[str] = frozenset(),
        new_groups: tuple[Group, ...] = (),
    ) -> None:
        rows = [row for row in self.rows if row.id not in gone_rows]
        groups = tuple(group for group in self.groups if group.id not in gone_groups)
        for row in new_rows:
            rows.insert(self._place_for(row.id, rows), row)
        self.desk.edit(label, edits.set_fields(attendees=tuple(rows), groups=(*groups, *new_groups)))

    def _place_for(self, record_id: str, rows: Sequence[Attendee]) -> int:
        """Where a person found later belongs: in the order of the source."""
        start = self._spans.get(record_id, (-1, -1))[0]
        later = (n for n, row in enumerate(rows) if self._spans.get(row.id, (-1, -1))[0] > start)
        return next(later, len(rows)) if start >= 0 else len(rows)

    def _choose(self, choices: Choices) -> None:
        if choices != self._choices:
            self._remember(self.desk.meeting)
            self._choices = choices
            self._tell()

    def _follow(self, before: Meeting, _after: Meeting) -> None:
        if not self._going_back:
            self._remember(before)
        self._tell()

    def _remember(self, before: Meeting) -> None:
        self._past.append((before, self._choices))
        self._future.clear()

    def _step(self, back: list[tuple[Meeting, Choices]], forth: list[tuple[Meeting, Choices]]) -> None:
        if not back:
            return
        forth.append((self.desk.meeting, self._choices))
        meeting, self._choices = back.pop()
        self._going_back = True
        self.desk.edit("Urungkan", lambda _now: meeting)
        self._going_back = False
        self._tell()

    def _tell(self) -> None:
        self._left = None
        self.changed.emit()

