"""The grid's model: the meeting's records of one kind as rows, with an empty row always at the end."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Attendee, Figure, Group, Meeting
from rakor_desktop.ui.grid.columns import Column

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
DOUBT_ROLE: Final = int(Role.UserRole) + 1
REMARK_ROLE: Final = int(Role.UserRole) + 2
_TEXT_ROLES: Final = frozenset((int(Role.DisplayRole), int(Role.EditRole)))
_ROLES: Final = _TEXT_ROLES | {DOUBT_ROLE, REMARK_ROLE, int(Role.ToolTipRole), int(Role.AccessibleTextRole)}
_PLACED: Final = "Dipindahkan dengan tangan: tetap di belakang baris di atasnya. Seret untuk memindahkan lagi."
_DRAG: Final = "Seret untuk memindahkan baris (Alt+Panah)"
_ID: Final = attrgetter("id")
_NOWHERE: Final = QModelIndex()
_FIELD_OF: Final[Mapping[type, str]] = {Attendee: "attendees", Group: "groups", Figure: "figures"}


@dataclass(frozen=True, slots=True)
class RowWords:
    """What undo calls the changes of these rows, in Indonesian: ``hadirin``."""

    one: str

    def add(self) -> str:
        """A row was added."""
        return f"Tambah {self.one}"

    def change(self, column: str) -> str:
        """A cell was changed."""
        return f"Ubah {column.lower()} {self.one}"

    def act(self, verb: str) -> str:
        """Anything else: ``Hapus hadirin``."""
        return f"{verb} {self.one}"


class RecordModel(QAbstractTableModel):
    """Rows of one record class, read from the desk and changed only through it."""

    def __init__(
        self, desk: Desk, kind: type, columns: Sequence[Column], words: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self.columns = tuple(columns)
        still = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        self._flags = tuple(still | Qt.ItemFlag.ItemIsEditable if c.editable else still for c in self.columns)
        self.words = RowWords(words)
        self.remark: Callable[[Any, str], str] = _no_remark
        self._records: tuple[Any, ...] = edits.rows_of(desk.meeting, kind)
        self._coming = 0
        desk.changed.connect(self._follow)

    @property
    def records(self) -> tuple[Any, ...]:
        """The rows shown, without the empty one."""
        return self._records

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The records and the empty row."""
        return 0 if parent.isValid() else len(self._records) + 1 + self._coming

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable where the column is."""
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles of columns, numbers of rows."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Role.DisplayRole:
                return self.columns[section].title
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        elif orientation == Qt.Orientation.Vertical and role == Role.DisplayRole:
            return str(section + 1) if section < len(self._records) else "+"
        elif orientation == Qt.Orientation.Vertical and role == Role.ToolTipRole and section < len(self._records):
            return _PLACED if self.placed_by_hand(section) else _DRAG
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Text, tooltip, doubt, and a spoken description."""
        # Asked a dozen times for every cell that is painted, mostly for what no cell has.
        if role not in _ROLES or not index.isValid():
            return None
        column = self.columns[index.column()]
        if index.row() >= len(self._records):
            return self._empty_row(column, role)
        record = self._records[index.row()]
        if role in _TEXT_ROLES:
            return column.read(record)
        if role == DOUBT_ROLE:
            return column.doubt(record)
        if role == REMARK_ROLE:
            return self.remark(record, column.key)
        text = column.read(record)
        if role == Role.ToolTipRole:
            return "\n".join(filter(None, (column.doubt(record), self.remark(record, column.key)))) or text or None
        return f"{column.title}, baris {index.row() + 1}: {text or 'kosong'}"

    def marks(self, row: int, column: int) -> tuple[str, str]:
        """Doubt and remark of a cell, each a sentence or empty."""
        if row >= len(self._records):
            return "", ""
        record, one = self._records[row], self.columns[column]
        return one.doubt(record), self.remark(record, one.key)

    def text(self, row: int, column: int) -> str:
        """The text of a cell; nothing in the empty row."""
        return self.columns[column].read(self._records[row]) if row < len(self._records) else ""

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """One typed cell as one undo step; the empty row becomes a record."""
        if role != Role.EditRole or not index.isValid():
            return False
        column, text = self.columns[index.column()], str(value)
        if text == self.text(index.row(), index.column()):
            return False
        parse = column.typed or column.parse
        fields = parse(text) if parse else None
        if fields is None:
            return False
        if index.row() >= len(self._records):
            if not text.strip():
                return False
            return self.desk.edit(self.words.add(), edits.insert(self.kind(**fields)))
        record = self._records[index.row()]
        return self.desk.edit(self.words.change(column.title), edits.update(self.kind, record.id, **fields))

    def choose(self, index: Index, value: Hashable) -> bool:
        """A chosen suggestion as one undo step, with everything that it brings along for the record."""
        column = self.columns[index.column()]
        fresh = index.row() >= len(self._records)
        record = self.kind() if fresh else self._records[index.row()]
        fields = column.fill(record, value) if column.fill else {}
        if fresh:
            return self.desk.edit(self.words.add(), edits.insert(self.kind(**fields)))
        return self.desk.edit(self.words.change(column.title), edits.update(self.kind, record.id, **fields))

    def fill(self, cells: Iterable[tuple[int, int]], text: str) -> bool:
        """The same text into several cells as one undo step; cells where it cannot stand keep what they have."""
        changes: dict[int, dict[str, Any]] = {}
        for row, number in cells:
            column = self.columns[number]
            parse = column.typed or column.parse
            if row < len(self._records) and parse:
                changes.setdefault(row, {}).update(parse(text) or {})
        rows = list(self._records)
        for row, fields in changes.items():
            rows[row] = replace(rows[row], **fields)
        return self.desk.edit(self.words.act("Isi beberapa"), self._all_rows(tuple(rows)))

    def clear(self, cells: Iterable[tuple[int, int]], verb: str = "Kosongkan isian") -> bool:
        """Empty cells as one undo step; a cell that must hold one of a few values keeps it."""
        changes: dict[int, dict[str, Any]] = {}
        for row, number in cells:
            parse = self.columns[number].parse
            if row < len(self._records) and parse:
                changes.setdefault(row, {}).update(parse("") or {})
        rows = list(self._records)
        for row, fields in changes.items():
            rows[row] = replace(rows[row], **fields)
        return self.desk.edit(self.words.act(verb), self._all_rows(tuple(rows)))

    def put_block(self, row: int, column: int, block: Sequence[Sequence[str]], label: str = "") -> bool:
        """Write a block of texts with its first cell at a cell, rows added as needed, as one undo step."""
        rows = list(self._records)
        for down, texts in enumerate(block):
            at = row + down
            fresh = at >= len(rows)
            old = self.kind(id=edits.new_id()) if fresh else rows[at]
            new = replace(old, **self._fields_of(column, texts))
            if not fresh:
                rows[at] = new
            elif any(text.strip() for text in texts):
                rows.append(new)
        return self.desk.edit(label or self.words.act("Tempel"), self._all_rows(tuple(rows)))

    def remove_rows(self, rows: Sequence[int]) -> bool:
        """Take records away."""
        gone = self.ids(rows)
        return bool(gone) and self.desk.edit(self.words.act("Hapus"), edits.remove(self.kind, gone))

    def duplicate_rows(self, rows: Sequence[int]) -> bool:
        """Put copies of records after the last of them."""
        copies = [replace(self._records[row], id=edits.new_id()) for row in sorted(rows) if row < len(self._records)]
        if not copies:
            return False
        at = min(max(rows), len(self._records) - 1) + 1
        return self.desk.edit(self.words.act("Gandakan"), edits.insert_all(copies, at))

    def move_rows(self, rows: Sequence[int], step: int) -> bool:
        """Move records one place up (-1) or down (1) together."""
        present = sorted(row for row in rows if row < len(self._records))
        if not present or present[0] + step < 0 or present[-1] + step >= len(self._records):
            return False
        return self.place_rows(present, present[0] - 1 if step < 0 else present[-1] + 2)

    def place_rows(self, rows: Sequence[int], before: int) -> bool:
        """Move records together so that they stand before the row now at ``before``."""
        ids = self.ids(rows)
        if not ids:
            return False
        move = edits.place(ids, before) if self.kind is Attendee else edits.move(self.kind, ids, before)
        return self.desk.edit(self.words.act("Pindahkan"), move)

    def placed_by_hand(self, row: int) -> bool:
        """Whether somebody gave this row its place by hand, so that an order leaves it there."""
        return row < len(self._records) and getattr(self._records[row], "placed_after", None) is not None

    def remarks_changed(self) -> None:
        """Paint the remarks anew."""
        if self._records:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._records) - 1, len(self.columns) - 1), [REMARK_ROLE]
            )

    def ids(self, rows: Sequence[int]) -> tuple[str, ...]:
        """The ids of rows, the empty one left out."""
        return tuple(self._records[row].id for row in sorted(rows) if row < len(self._records))

    def row_of(self, record_id: str) -> int:
        """The row of a record; -1 when it is not here."""
        return next((row for row, record in enumerate(self._records) if record.id == record_id), -1)

    def column_of(self, key: str) -> int:
        """The column of a key (``rank``); -1 when there is none."""
        return next((number for number, column in enumerate(self.columns) if column.key == key), -1)

    def _fields_of(self, first: int, texts: Sequence[str]) -> Mapping[str, Any]:
        fields: dict[str, Any] = {}
        for column, text in zip(self.columns[first:], texts, strict=False):
            fields.update((column.parse(text) if column.parse else None) or {})
        return fields

    def _all_rows(self, rows: tuple[Any, ...]) -> Edit:
        return edits.set_fields(**{_FIELD_OF[self.kind]: rows})

    def _empty_row(self, column: Column, role: int) -> Any:
        if role in (Role.DisplayRole, Role.EditRole):
            return ""
        if role == Role.AccessibleTextRole:
            return f"{column.title}, baris baru"
        return None

    def _follow(self, before: Meeting, after: Meeting) -> None:
        rows = edits.rows_of(after, self.kind)
        if rows is self._records:
            return
        if len(rows) == len(self._records):
            changed = [n for n, (old, new) in enumerate(zip(self._records, rows, strict=True)) if old is not new]
            if all(self._records[n].id == rows[n].id for n in changed):
                self._show_changed(rows, changed)
                return
        old_ids, new_ids = list(map(_ID, self._records)), list(map(_ID, rows))
        place = dict(zip(new_ids, range(len(new_ids)), strict=True)) if len(old_ids) == len(new_ids) else {}
        places = list(map(place.get, old_ids)) if place else []
        if places and None not in places:
            self._permute(rows, places)
        else:
            self._splice(rows, old_ids, new_ids)

    def _change(self, rows: tuple[Any, ...]) -> None:
        pairs = zip(self._records, rows, strict=True)
        changed = [number for number, (old, new) in enumerate(pairs) if old is not new and old != new]
        self._show_changed(rows, changed)

    def _show_changed(self, rows: tuple[Any, ...], changed: Sequence[int]) -> None:
        self._records = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self.columns) - 1))

    def _permute(self, rows: tuple[Any, ...], places: Sequence[Any]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        self._records = rows
        moved = [self.index(places[i.row()] if i.row() < len(places) else i.row(), i.column()) for i in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _splice(self, rows: tuple[Any, ...], old_ids: list[str], new_ids: list[str]) -> None:
        head = _common(old_ids, new_ids)
        tail = _common(old_ids[head:][::-1], new_ids[head:][::-1])
        gone, come = len(old_ids) - head - tail, len(new_ids) - head - tail
        if gone:
            self.beginRemoveRows(_NOWHERE, head, head + gone - 1)
            self._records = self._records[:head] + self._records[len(old_ids) - tail :]
            self.endRemoveRows()
        if come and head == len(self._records):
            self._append(rows, come)
            return
        if come:
            self.beginInsertRows(_NOWHERE, head, head + come - 1)
            self._records = self._records[:head] + rows[head : head + come] + self._records[head:]
            self.endInsertRows()
        self._change(rows)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, head, len(rows))

    def _append(self, rows: tuple[Any, ...], come: int) -> None:
        """The empty row becomes the first new record, so that a cursor in it stays there; new rows come after it."""
        head = len(self._records)
        self.beginInsertRows(_NOWHERE, head + 1, head + come)
        self._coming = come
        self.endInsertRows()
        old, self._records, self._coming = self._records, rows, 0
        changed = next((n for n, (one, other) in enumerate(zip(old, rows, strict=False)) if one is not other), head)
        self.dataChanged.emit(self.index(changed, 0), self.index(len(rows) - 1, len(self.columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, head, len(rows))


def _no_remark(record: Any, key: str) -> str:
    return ""


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many entries are alike from the start."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
