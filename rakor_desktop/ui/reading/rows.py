"""The grid of people read: the columns of the attendance list, with doubts, twins, and a box to leave a row out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.intake import Fate, spoken
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.ui.grid.attendees import attendee_columns
from rakor_desktop.ui.grid.columns import Column
from rakor_desktop.ui.grid.completion import Completion
from rakor_desktop.ui.grid.model import Index, RecordModel
from rakor_desktop.ui.grid.tones import shade
from rakor_desktop.ui.grid.view import GridView
from rakor_desktop.ui.reading.draft import Draft
from rakor_desktop.ui.reading.row_delegate import RowDelegate

Role = Qt.ItemDataRole
SHOWN: Final = ("rank", "name", "position", "institution", "represents", "service_no", "presence")
COLUMN_OF: Final = {"front": "name", "back": "name", "represented_name": "represents"}
"""The columns of fields that have none of their own."""
_WIDTHS: Final = {"rank": 9, "name": 20, "position": 15, "institution": 13, "represents": 11, "service_no": 10}
_RARE: Final = ("institution", "represents", "service_no", "presence")
"""Columns that are shown only where somebody has something in them."""
_FATES: Final[dict[Fate, str]] = {"add": "Tambah", "merge": "Gabung", "skip": "Lewati"}
TAKEN, TWIN = "taken", "twin"


class ReadingModel(RecordModel):
    """The rows of a draft. The first column is a box: ticked rows enter the meeting."""

    def __init__(self, draft: Draft, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(draft.desk, Attendee, _columns(draft, catalog), "hadirin", parent)
        self.draft = draft

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The box can be ticked."""
        flags = super().flags(index)
        if index.isValid() and self._is_box(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The box, and rows that stay outside in grey and struck through."""
        row = self._row(index)
        if row is None:
            return super().data(index, role)
        if role == Role.CheckStateRole and self._is_box(index):
            return Qt.CheckState.Unchecked if self.draft.fate(row) == "skip" else Qt.CheckState.Checked
        if role in (Role.FontRole, Role.ForegroundRole):
            return self._look(row, index, role)
        if role == Role.AccessibleTextRole and self._is_box(index):
            said = "tidak ikut" if self.draft.fate(row) == "skip" else "ikut"
            return f"Baris {index.row() + 1}: {said}{', perlu diperiksa' if self.draft.asks(row) else ''}"
        if role == Role.ToolTipRole and self.columns[index.column()].key == TWIN:
            twin = self.draft.twin(row)
            return twin.sentence(row) if twin is not None else None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tick, or write a cell."""
        row = self._row(index)
        if role == Role.CheckStateRole and row is not None and self._is_box(index):
            self.toggle([row.id])
            return True
        return super().setData(index, value, role)

    def toggle(self, row_ids: Sequence[str]) -> None:
        """Take the rows when one of them stays outside, else leave them out.

        Whoever is in the meeting already completes the row there: a second row is made on demand only.
        """
        rows = [row for row in self.draft.rows if row.id in set(row_ids)]
        if all(self.draft.fate(row) != "skip" for row in rows):
            self.draft.set_fate(row_ids, "skip")
        else:
            self.draft.set_fates({row.id: "merge" if self.draft.twin(row) else "add" for row in rows})

    def refresh(self) -> None:
        """Show anew what is taken and what is open."""
        if self.records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.records) - 1, len(self.columns) - 1))

    def _look(self, row: Attendee, index: Index, role: int) -> Any:
        out = self.draft.fate(row) == "skip"
        if role == Role.FontRole:
            font = QFont()
            font.setStrikeOut(out and self.columns[index.column()].key not in (TAKEN, TWIN))
            font.setBold(self._is_box(index))
            return font if out or self._is_box(index) else None
        view = self.parent()
        if not isinstance(view, QWidget):
            return None
        if self._is_box(index) or self.columns[index.column()].key == TWIN:
            return shade(view.palette(), "doubt")
        return shade(view.palette(), "muted") if out else None

    def _row(self, index: Index) -> Attendee | None:
        return self.records[index.row()] if index.isValid() and index.row() < len(self.records) else None

    def _is_box(self, index: Index) -> bool:
        return self.columns[index.column()].key == TAKEN


class ReadingGrid(GridView):
    """The entry grid over a draft: Space ticks, Del leaves out, nothing is lost from the source."""

    group_wanted = Signal()

    def __init__(self, draft: Draft, catalog: Catalog, parent: QWidget) -> None:
        self.draft = draft
        self.rows_model = ReadingModel(draft, catalog, parent)
        super().__init__(self.rows_model, "Orang yang terbaca", parent)
        self.setItemDelegate(RowDelegate(self))
        self.setMinimumHeight(120)
        self._all_columns = False
        self.show_needed()

    def current_row(self) -> Attendee | None:
        """The row under the cursor."""
        number = self.currentIndex().row()
        return self.rows_model.records[number] if 0 <= number < len(self.rows_model.records) else None

    def current_key(self) -> str:
        """The key of the column under the cursor."""
        column = self.currentIndex().column()
        return self.rows_model.columns[column].key if column >= 0 else ""

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows."""
        return self.rows_model.ids(self.selected_rows())

    def go_to_row(self, row_id: str, field: str = "") -> bool:
        """Put the cursor on a row, at a field or where it is; false when the row is not there."""
        row = self.rows_model.row_of(row_id)
        if row < 0:
            return False
        key = COLUMN_OF.get(field, field)
        column = self.rows_model.column_of(key) if key else self.currentIndex().column()
        index = self.rows_model.index(row, column if column >= 0 else self.rows_model.column_of("name"))
        # The view's own way would add to the selection while a modifier key is held.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def remove_rows(self) -> None:
        """Leave the selected rows out; the reading keeps them."""
        self.draft.set_fate(self.chosen_ids(), "skip")

    def show_all_columns(self, on: bool) -> None:
        """Show the columns too in which nothing was read."""
        self._all_columns = on
        self.show_needed()

    def show_needed(self) -> None:
        """Show the columns that hold something; no room is wasted on the others."""
        rows = self.draft.rows
        needed = {key: self._all_columns or any(_says(row, key) for row in rows) for key in _RARE}
        needed[TWIN] = bool(self.draft.twins.among(rows))
        changed = False
        for key, some in needed.items():
            column = self.rows_model.column_of(key)
            if self.isColumnHidden(column) == some:
                self.setColumnHidden(column, not some)
                changed = True
        if changed:
            self.share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the selected rows; the rest as in every grid."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Space and plain and self.current_key() in (TAKEN, TWIN):
            self.rows_model.toggle(self.chosen_ids())
        else:
            super().keyPressEvent(event)


def _columns(draft: Draft, catalog: Catalog) -> tuple[Column, ...]:
    known = {column.key: column for column in attendee_columns(catalog, Completion(catalog))}
    shown = [_doubting(draft, replace(known[key], width=_WIDTHS.get(key, known[key].width))) for key in SHOWN]
    box = Column(TAKEN, "Ikut", lambda row: "!" if draft.asks(row) else "", width=4)
    twin = Column(
        TWIN,
        "Sudah ada",
        lambda row: _twin_text(draft, row),
        doubt=lambda row: _twin_doubt(draft, row),
        width=15,
        stretch=2,
    )
    return (box, shown[0], shown[1], twin, *shown[2:])


def _says(row: Attendee, key: str) -> bool:
    return row.presence != "present" if key == "presence" else bool(getattr(row, key))


def _twin_text(draft: Draft, row: Attendee) -> str:
    twin = draft.twin(row)
    if twin is None:
        return ""
    who = spoken(twin.attendee) if twin.in_meeting else f"sama dengan baris {twin.row + 1}"
    return f"Mirip: {who}" if draft.asks_twin(row) else f"{_FATES[draft.fate(row)]} · {who}"


def _twin_doubt(draft: Draft, row: Attendee) -> str:
    """A wavy line only where somebody has to decide."""
    twin = draft.twin(row)
    return twin.sentence(row) if twin is not None and draft.asks_twin(row) else ""


def _doubting(draft: Draft, column: Column) -> Column:
    """The column with the doubts of the reading before its own."""
    own = column.doubt

    def doubt(row: Attendee) -> str:
        reasons = [d.reason for d in draft.doubts(row) if COLUMN_OF.get(d.field, d.field) == column.key]
        return "\n".join(reasons) or own(row)

    return replace(column, doubt=doubt)
