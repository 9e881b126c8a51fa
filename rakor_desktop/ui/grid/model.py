"""The grid's model: the meeting's records of one kind as rows, with an empty row always at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Attendee, Figure, Group, Meeting
from rakor_desktop.ui.grid.columns import Column

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
DOUBT_ROLE: Final = Role.UserRole + 1
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
        self.words = RowWords(words)
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
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles of columns, numbers of rows."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Role.DisplayRole:
                return self.columns[section].title
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        elif orientation == Qt.Orientation.Vertical and role == Role.DisplayRole:
            return str(section + 1) if section < len(self._records) else "+"
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Text, tooltip, doubt, and a spoken description."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if index.row() >= len(self._records):
            return self._empty_row(column, role)
        if role in (Role.DisplayRole, Role.EditRole):
            return self.text(index.row(), index.column())
        record = self._records[index.row()]
        if role == Role.ToolTipRole:
            return column.doubt(record) or self.text(index.row(), index.column()) or None
        if role == DOUBT_ROLE:
            return column.doubt(record)
        if role == Role.AccessibleTextRole:
            text = self.text(index.row(), index.column()) or "kosong"
            return f"{column.title}, baris {index.row() + 1}: {text}"
        return None

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
        before = present[0] - 1 if step < 0 else present[-1] + 2
        return self.desk.edit(self.words.act("Pindahkan"), edits.move(self.kind, self.ids(present), before))

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
        old_ids, new_ids = [r.id for r in self._records], [r.id for r in rows]
        if old_ids == new_ids:
            self._change(rows)
        elif len(old_ids) == len(new_ids) and set(old_ids) == set(new_ids):
            self._permute(rows, new_ids)
        else:
            self._splice(rows, old_ids, new_ids)

    def _change(self, rows: tuple[Any, ...]) -> None:
        pairs = zip(self._records, rows, strict=True)
        changed = [number for number, (old, new) in enumerate(pairs) if old is not new and old != new]
        self._records = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self.columns) - 1))

    def _permute(self, rows: tuple[Any, ...], new_ids: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        place = {record_id: row for row, record_id in enumerate(new_ids)}
        places = [place[r.id] for r in self._records]
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


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many entries are alike from the start."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
