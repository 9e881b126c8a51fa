"""People, groups and marks of a table while they are gathered; what no mark covers becomes connective or unread."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from rakor_desktop.reading.tables.cell_read import Piece, filled, is_own
from rakor_desktop.reading.values import NOBODY, GroupRead, Mark, Part, PersonRead, Reading, Unread

_WORDS: Final = re.compile(r"[^\W_]")
_KNOWN: Final = re.compile(
    r"\W*(?:(?:nrp|nip|pangkat|jabatan|nama|bpk|bapak|ibu|sdr|sdri|yth|ket|no|dan|oleh|yang|mewakili|diwakili|selaku|"
    r"hadir)\b\W*)+",
    re.IGNORECASE,
)
"""Words that say what stands beside them and nothing of their own."""


class TableMarking:
    """A table's reading in the making; its offsets refer to ``text``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.people: list[PersonRead] = []
        self.groups: list[GroupRead] = []
        self._unread: list[Unread] = []
        self._marks: list[Mark] = []

    @property
    def next_owner(self) -> int:
        """The index that the next person gets."""
        return len(self.people)

    def reading(self) -> Reading:
        """What was gathered, the marks in order."""
        marks = tuple(sorted(self._marks))
        return Reading(self.text, tuple(self.people), tuple(self.groups), tuple(self._unread), marks)

    def add_person(self, person: PersonRead) -> int:
        """One more person; its index."""
        self.people.append(person)
        return len(self.people) - 1

    def add_group(self, name: str) -> int:
        """One more group; its index. Its place follows from its cells."""
        self.groups.append(GroupRead(name, -1, -1))
        return len(self.groups) - 1

    def cell(self, at: int, cell: str, pieces: Iterable[Piece], owner: int) -> None:
        """Mark the pieces of a cell that begins at ``at``, and account for all between them."""
        done = 0
        for piece in pieces:
            self._gap(at + done, at + piece.start)
            mine = owner if is_own(piece) else NOBODY
            self._mark(at + piece.start, at + piece.end, piece.part, mine)
            done = max(done, piece.end)
        self._gap(at + done, at + len(cell))

    def group_cell(self, at: int, cell: str, pieces: Iterable[Piece], group: int) -> None:
        """Mark a cell that names a group, or (numbers, signatures) only stands beside it."""
        parts = [piece for piece in pieces if is_own(piece)]
        if not parts:
            self.cell(at, cell, pieces, NOBODY)
            return
        start, end = at + parts[0].start, at + parts[-1].end
        self._gap(at, start)
        self._mark(start, end, "group", group)
        self._gap(end, at + len(cell))
        one = self.groups[group]
        self.groups[group] = GroupRead(one.name, start if one.start < 0 else one.start, end)

    def connective(self, start: int, end: int) -> None:
        """A stretch that carries no content of its own."""
        self._stretch(start, end, "connective")

    def unread_rest(self, start: int, end: int) -> None:
        """A stretch that was not understood; without letters and digits it is connective."""
        self._gap(start, end)

    def include(self, read: Reading, shift: int, shared: PersonRead | None = None) -> None:
        """Take in a reading of a part of the text that begins at ``shift``; ``shared`` fills what its people lack."""
        people, groups = len(self.people), len(self.groups)
        for person in read.people:
            whole = filled(person, shared) if shared else person
            self.people.append(replace(whole, start=person.start + shift, end=person.end + shift))
        self.groups.extend(GroupRead(one.name, one.start + shift, one.end + shift) for one in read.groups)
        self._unread.extend(Unread(one.text, one.start + shift, one.end + shift) for one in read.unread)
        for mark in read.marks:
            first = groups if mark.part == "group" else people
            owner = NOBODY if mark.owner == NOBODY else mark.owner + first
            self._marks.append(Mark(mark.start + shift, mark.end + shift, mark.part, owner))

    def _gap(self, start: int, end: int) -> None:
        text = self.text[start:end]
        if not text or text.isspace():
            return
        if not _WORDS.search(text) or _KNOWN.fullmatch(text):
            self._stretch(start, end, "connective")
            return
        start, end = self._trimmed(start, end)
        self._unread.append(Unread(self.text[start:end], start, end))
        self._mark(start, end, "unread", NOBODY)

    def _stretch(self, start: int, end: int, part: Part) -> None:
        start, end = self._trimmed(start, end)
        if end > start:
            self._mark(start, end, part, NOBODY)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.text[start:end]
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

    def _mark(self, start: int, end: int, part: Part, owner: int) -> None:
        self._marks.append(Mark(start, end, part, owner))
