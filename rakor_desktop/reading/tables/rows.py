"""Tables: rows with columns become people, and posts without a name become groups.

Every row is one of: a header (also one repeated on each page), a heading of a section ("I. POLRES PASAMAN BARAT"), a
person, an invited post without a name, a total, or part of the block of signatures under the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from rakor_desktop.reading.reader import Reader
from rakor_desktop.reading.source import Table
from rakor_desktop.reading.tables.cell_read import NOBODY_YET, NOTHING, CellRead, filled, is_own
from rakor_desktop.reading.tables.cells import Cells
from rakor_desktop.reading.tables.columns import Columns, by_evidence, subheaded, with_header
from rakor_desktop.reading.tables.headers import Field, fields_of, header_of
from rakor_desktop.reading.tables.layout import Covers, cell_starts, row_starts
from rakor_desktop.reading.tables.marking import TableMarking
from rakor_desktop.reading.tables.row_words import (
    CLOSING,
    DITTO,
    FROM,
    ITEM,
    LABELS,
    NUMBERED,
    RULE,
    TOTAL,
    is_count_row,
)
from rakor_desktop.reading.values import Doubt, PersonRead, Reading

_CHECK_EVERY: Final = 200
_HEADER_LINES: Final = 2
_HEADER_WITHIN: Final = 200
_DITTO_FIELDS: Final = frozenset(("rank", "position", "institution", "represents"))
_SPANNING: Final = frozenset(("institution", "position", "represents"))


def read_table(table: Table, text: str, reader: Reader, check: Callable[[], None]) -> Reading | None:
    """Everybody and every group in a table; offsets refer to ``text``, the whole source.

    ``None`` for a table that shows no people, or has one column only that says anything: it is text like any other.
    """
    return _TableReading(table, text, reader, check).read()


class _TableReading:
    def __init__(self, table: Table, text: str, reader: Reader, check: Callable[[], None]) -> None:
        self._table = table
        self._reader = reader
        self._check = check
        self._cells = Cells(reader)
        self._out = TableMarking(text)
        self._columns: Columns = ()
        self._header: tuple[str, ...] = ()
        self._section = ""
        self._counted = 0
        self._headed: list[tuple[str, int]] = []
        self._closed = False
        self._above: dict[int, str] = {}
        self._starts = row_starts(table)
        self._covers = Covers(table)

    def read(self) -> Reading | None:
        rows = self._table.rows
        at = self._first_header()
        if at is None:
            foreign = any(sum(bool(fields_of(cell)) for cell in row) for row in rows[:2])
            columns = None if foreign else by_evidence(rows, self._cells, self._reader.catalog)
            if columns is None or _telling(columns) < 2:
                return None
            self._columns = columns
            at = 0
        for number in range(at):
            self._title_row(number)
        while at < len(rows):
            if at % _CHECK_EVERY == 0:
                self._check()
            at += self._row(at)
        self._end_section()
        return self._out.reading()

    # Rows

    def _first_header(self) -> int | None:
        for number, row in enumerate(self._table.rows[:_HEADER_WITHIN]):
            if header_of(row):
                return number
        return None

    def _title_row(self, number: int) -> None:
        """A row above the header: known labels, or not understood."""
        for cell, start in self._filled(number):
            if LABELS.fullmatch(cell):
                self._out.connective(start, start + len(cell))
            else:
                self._out.unread_rest(start, start + len(cell))

    def _row(self, number: int) -> int:
        """Read the row and say how many rows that took."""
        row = self._table.rows[number]
        present = self._filled(number)
        if not present:
            return 1
        numbered = len(present) > 3 and present[0][0].strip(" .").isdecimal()
        if numbered and not self._closed and not is_count_row(row):
            # A list's common row: nothing else begins with a number and says so much.
            self._entry(number)
            return 1
        if taken := self._header_rows(number):
            return taken
        if is_count_row(row) or all(RULE.fullmatch(cell) for cell, _ in present):
            self._connect(present)
        elif self._closed:
            self._leave(present)
        elif self._closes(number, present):
            self._closed = True
            self._leave(present)
        elif TOTAL.fullmatch(next((cell for cell, _ in present if not ITEM.fullmatch(cell)), "")):
            self._connect(present)
        elif not self._heading(number, present):
            self._entry(number)
        return 1

    def _header_rows(self, number: int) -> int:
        rows = self._table.rows
        row = rows[number]
        if row == self._header:
            self._connect(self._filled(number))
            return 1
        header = header_of(row)
        if header is None:
            return 0
        self._connect(self._filled(number))
        taken = 1
        while taken <= _HEADER_LINES and number + taken < len(rows) and self._goes_on(rows[number + taken]):
            header = subheaded(header, rows[number + taken], self._wide(number))
            self._connect(self._filled(number + taken))
            taken += 1
        below = rows[number + taken :]
        self._columns = with_header(header, below[:200], self._cells, self._reader.catalog)
        self._header = row
        self._closed = False
        self._above.clear()
        return taken

    def _goes_on(self, row: Sequence[str]) -> bool:
        said = [cell for cell in row if cell.strip()]
        return bool(said) and header_of(row) is None and all(fields_of(cell) for cell in said)

    def _wide(self, number: int) -> frozenset[int]:
        return frozenset(
            column
            for span in self._table.spans
            if span.row == number and span.columns > 1
            for column in range(span.column, span.column + span.columns)
        )

    def _closes(self, number: int, present: list[tuple[str, int]]) -> bool:
        """Whether the block of signatures under the list begins here."""
        if len(present) > 3 or (not self._out.people and not self._out.groups):
            return False
        return any(CLOSING.fullmatch(cell) for cell, _ in present) and not self._named(number)

    def _named(self, number: int) -> bool:
        """Whether the row has both a number and a name, as the list's rows have."""
        row = self._table.rows[number]
        fields = dict(zip(range(len(row)), self._columns, strict=False))
        return all(
            any(row[c].strip() for c, named in fields.items() if wanted in named) for wanted in ("number", "name")
        )

    def _heading(self, number: int, present: list[tuple[str, int]]) -> bool:
        """A row that heads the rows below it, and the institution it names."""
        said = [(cell, start) for cell, start in present if not ITEM.fullmatch(cell)]
        if len(said) != 1 or self._goes_on_counting(present):
            return False
        cell, _start = said[0]
        plain = " ".join(NUMBERED.sub("", cell, count=1).split()).strip(" :")
        numbered = NUMBERED.match(cell) is not None or len(present) > len(said)
        institution = FROM.sub("", plain, count=1)
        column = self._table.rows[number].index(cell)
        own = self._columns[column] if column < len(self._columns) else ()
        wide = (number, column) in self._covers.wide
        invited = len(present) > 1 and bool(own) and own[0] in ("position", "institution")
        marked = wide or numbered or plain.isupper()
        if self._cells.is_institution(institution) and not invited and (marked or not self._has("institution")):
            self._end_section()
            self._section = self._cells.read(("institution",), institution).person.institution
            self._headed = present
            return True
        if wide and not self._reader.catalog.ranks.leading(plain) and plain.upper() == plain:
            self._end_section()
            self._section = ""
            self._connect(present)
            return True
        return False

    def _goes_on_counting(self, present: list[tuple[str, int]]) -> bool:
        """Whether the row's number follows the last entry's: then it is an entry too, and no heading."""
        number = present[0][0].strip(" .)")
        return number.isdecimal() and self._counted > 0 and int(number) == self._counted + 1

    def _end_section(self) -> None:
        """A heading under which nobody stands was itself a line of the list: an institution that is invited."""
        if self._headed:
            group = self._out.add_group(self._section)
            for cell, start in self._headed:
                read = self._cells.read((), cell) if ITEM.fullmatch(cell) else self._cells.read(("institution",), cell)
                self._out.group_cell(start, cell, read.pieces, group)
        self._headed = []

    def _has(self, field: Field) -> bool:
        return any(field in fields for fields in self._columns)

    def _entry(self, number: int) -> None:
        """A row of the list."""
        row = self._table.rows[number]
        first = next((cell for cell in row if cell.strip()), "").strip(" .)")
        self._counted = int(first) if first.isdecimal() and len(first) < 6 else self._counted
        starts = cell_starts(row, self._starts[number])
        person = NOBODY_YET
        reads: list[tuple[int, str, CellRead]] = []
        several: list[tuple[int, str, CellRead]] = []
        columns = self._columns
        for column, cell in enumerate(row):
            if not cell or cell.isspace():
                continue
            fields = columns[column] if column < len(columns) else ()
            at = starts[column]
            read = self._cell(column, cell, fields)
            if read.others is not None:
                several.append((at, cell, read))
                continue
            reads.append((at, cell, read))
            if read.person is not NOBODY_YET or read.presence or read.role:
                said = _with_state(read)
                # A post in the column of posts goes before one beside the name.
                person = filled(said, person) if person.name and not said.name else filled(person, said)
        if several:
            self._several(reads, several, self._completed(number, person))
        elif person.name:
            self._person(reads, self._completed(number, person))
        else:
            self._nameless(number, reads, person)

    def _cell(self, column: int, cell: str, fields: tuple[Field, ...]) -> CellRead:
        if fields and fields[0] in _DITTO_FIELDS:
            if DITTO.fullmatch(cell) and column in self._above:
                above = self._cells.read(fields, self._above[column]).person
                return replace(self._cells.read(("other",), cell), person=above)
            self._above[column] = cell
        return self._cells.read(fields, cell)

    def _completed(self, number: int, person: PersonRead) -> PersonRead:
        """The person with what merged cells and the section's heading say of all their rows."""
        row = self._table.rows[number]
        for column in self._covers.columns.get(number, ()):
            fields = self._columns[column] if column < len(self._columns) else ()
            if fields and set(fields) <= _SPANNING and not (column < len(row) and row[column].strip()):
                origin = self._table.rows[self._covers.origin[number, column]][column]
                person = filled(person, self._cells.read(fields, origin).person)
        self._connect(self._headed)
        self._headed = []
        if not person.institution and self._section:
            reason = f'Instansi diambil dari judul kelompok "{self._section}" di atas baris ini.'
            person = replace(person, institution=self._section, doubts=(*person.doubts, Doubt("institution", reason)))
        return person

    def _person(self, reads: list[tuple[int, str, CellRead]], person: PersonRead) -> None:
        own = [(at + piece.start, at + piece.end) for at, _, read in reads for piece in read.pieces if is_own(piece)]
        owner = self._out.add_person(filled(person, NOBODY_YET, start=own[0][0], end=own[-1][1]))
        for at, cell, read in reads:
            self._out.cell(at, cell, read.pieces, owner)

    def _several(
        self,
        reads: list[tuple[int, str, CellRead]],
        several: list[tuple[int, str, CellRead]],
        shared: PersonRead,
    ) -> None:
        """A row whose cell names several people: what the other cells say holds for each of them."""
        cells = sorted((*reads, *several), key=lambda one: one[0])
        bare = replace(shared, name="", rank="", front=(), back=(), service_no="")
        first = self._out.next_owner
        for at, cell, read in cells:
            if read.others is not None:
                self._out.include(read.others, at, bare)
            else:
                self._out.cell(at, cell, read.pieces, first)

    def _nameless(self, number: int, reads: list[tuple[int, str, CellRead]], person: PersonRead) -> None:
        """A row without a name: an invited post or institution, or text of its own."""
        position, institution = person.position, person.institution
        name = self._cells.group_name(position or person.represents, institution)
        told = any(is_own(piece) for _, _, read in reads for piece in read.pieces)
        if name and told and not person.rank:
            group = self._out.add_group(name)
            for at, cell, read in reads:
                self._out.group_cell(at, cell, read.pieces, group)
            return
        for at, cell, read in reads:
            if read is NOTHING:
                self._out.include(self._reader.read(cell), at)
            elif person.rank:
                self._out.unread_rest(at, at + len(cell))
            else:
                self._out.cell(at, cell, read.pieces, -1)

    # Small things

    def _filled(self, number: int) -> list[tuple[str, int]]:
        row = self._table.rows[number]
        return [
            (cell, start)
            for cell, start in zip(row, cell_starts(row, self._starts[number]), strict=True)
            if cell.strip()
        ]

    def _connect(self, present: list[tuple[str, int]]) -> None:
        for cell, start in present:
            self._out.connective(start, start + len(cell))

    def _leave(self, present: list[tuple[str, int]]) -> None:
        for cell, start in present:
            self._out.unread_rest(start, start + len(cell))


def _telling(columns: Columns) -> int:
    """How many columns hold more than numbers and remarks."""
    return sum(bool(fields) and fields[0] not in ("number", "other", "note") for fields in columns)


def _with_state(read: CellRead) -> PersonRead:
    if read.presence is None and read.role is None:
        return read.person
    return replace(read.person, presence=read.presence or read.person.presence, role=read.role or read.person.role)
