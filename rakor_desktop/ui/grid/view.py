"""The grid's view: keys as in a spreadsheet, for forms.

Enter goes down, Tab walks and wraps, an empty row is always there, typing or F2 edits, Esc keeps the old value.
Alt+Up/Down or dragging the row's number moves rows, Del removes them, Ctrl+D duplicates, Ctrl+X, Ctrl+C and Ctrl+V
exchange blocks with Excel, Ctrl+Enter writes one text into all chosen cells.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QWidget,
)

from rakor_desktop.ui.grid.clipboard import clipboard_copy, read_block, written_block
from rakor_desktop.ui.grid.column_header import ColumnHeader
from rakor_desktop.ui.grid.delegate import ENTER, WALKS, CellDelegate
from rakor_desktop.ui.grid.menu import grid_menu
from rakor_desktop.ui.grid.model import Index, RecordModel
from rakor_desktop.ui.grid.row_header import RowHeader
from rakor_desktop.ui.words import shortened

Key = Qt.Key
_LOW: Final = 80
Intake = Callable[[QMimeData], bool]
Cell = tuple[int, int]


def _refuse(data: QMimeData) -> bool:
    return False


class GridView(QTableView):
    """A table for entering records quickly, by keyboard alone if one likes.

    ``intake`` is asked about the clipboard before it is pasted and may take it over (it is a list to be read, not a
    block of cells). ``pasted`` carries what was pasted as cells, ``said`` a short line for whoever is editing.
    ``found`` are the cells that a search has found, ``extras`` what the page adds to the menu.
    """

    pasted = Signal(object)
    said = Signal(str)

    def __init__(self, model: RecordModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self.intake: Intake = _refuse
        self.found: frozenset[Cell] = frozenset()
        self.filling = False
        self._refusal = ""
        self.extras: list[QAction] = []
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = RowHeader(self, model)
        rows.dropped.connect(self.drop_rows)
        self.setVerticalHeader(rows)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.setHighlightSections(False)
        rows.setMinimumWidth(self.fontMetrics().horizontalAdvance("000") + 12)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 11)
        rows.setMinimumSectionSize(18)
        head = ColumnHeader(self)
        self.setHorizontalHeader(head)
        head.setMinimumSectionSize(28)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.sectionResized.connect(self._resized)
        self._name_corner("No.")
        self._own_widths = False
        self._laying_out = False
        model.layoutChanged.connect(self._keep_in_sight)

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell and give the grid the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put(row, column)

    def show_cell(self, row: int, column: int) -> None:
        """Put the cursor on a cell and leave the keyboard where it is."""
        self._put(row, column)

    def step(self, rows: int) -> None:
        """One row down (1) or up (-1), to the column that a run of Tab began in when there was one."""
        here = self.currentIndex()
        self._put(max(0, min(here.row() + rows, self.records.rowCount() - 1)), here.column())

    def walk(self, step: int) -> bool:
        """To the next (1) or former (-1) cell that can be edited, wrapping rows; false at the grid's end."""
        editable = [n for n, column in enumerate(self.records.columns) if column.editable]
        here = self.currentIndex()
        row, column = here.row(), here.column()
        later = [n for n in editable if (n > column if step > 0 else n < column)]
        if later:
            self._put(row, later[0] if step > 0 else later[-1])
            return True
        row += step
        if not 0 <= row < self.records.rowCount():
            return False
        self._put(row, editable[0] if step > 0 else editable[-1])
        return True

    def selected_rows(self) -> list[int]:
        """The rows of the selection, the empty one left out; the current row when nothing is selected."""
        rows = {index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()}
        return sorted(row for row in rows if 0 <= row < len(self.records.records))

    def cells(self) -> list[Cell]:
        """The chosen cells; the current one when nothing is chosen."""
        chosen = [(index.row(), index.column()) for index in self.selectedIndexes()]
        here = self.currentIndex()
        return chosen or ([(here.row(), here.column())] if here.isValid() else [])

    def several(self) -> int:
        """How many cells of records are chosen, when they are more than one; else 0."""
        count = sum(row < len(self.records.records) for row, _ in self.cells())
        return count if count > 1 else 0

    def begin_fill(self) -> None:
        """Open the current cell so that Enter writes its text into every chosen cell."""
        if self.several():
            self.filling = True
            self.edit(self.currentIndex())

    def fill(self, text: str) -> None:
        """Write a text into every chosen cell as one undo step."""
        self.records.fill(self.cells(), text)
        self.setFocus()

    def opened(self) -> None:
        """A cell is being edited."""
        count = self.several()
        if count:
            here = "" if self.filling else "Enter hanya isian ini, "
            key = "Enter" if self.filling else "Ctrl+Enter"
            self.said.emit(f"{here}{key} mengisi {count} isian yang dipilih. Esc membatalkan.")

    def closed(self) -> None:
        """The cell is closed again."""
        self.filling = False
        self.said.emit("")

    def refuse(self, index: Index, text: str) -> None:
        """What was typed cannot stand in the cell, which keeps what it has."""
        kept = str(index.data() or "")
        if text.strip() != kept:
            title = self.records.columns[index.column()].title
            self._refusal = f"“{shortened(text)}” bukan isian {title}; tetap “{kept}”. Alt+Panah Bawah: pilihan."

    def tell_refusal(self) -> None:
        """Say what was refused, after the cursor has gone on."""
        said, self._refusal = self._refusal, ""
        if said:
            self.said.emit(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The grid's keys; the rest moves the cursor or begins typing."""
        if not self._takes(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done here, with its keys; the menu key opens it at the cursor."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        menu = grid_menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def copy(self) -> None:
        """Copy the chosen block as Excel reads it."""
        chosen = set(self.cells())
        if not chosen:
            return
        rows, columns = sorted({row for row, _ in chosen}), sorted({column for _, column in chosen})
        text = self.records.text
        QGuiApplication.clipboard().setText(
            written_block(((text(r, c) if (r, c) in chosen else "") for c in columns) for r in rows)
        )

    def cut(self) -> None:
        """Copy the chosen block, and empty its cells as one undo step."""
        self.copy()
        self.records.clear(self.cells(), "Potong isian")

    def paste(self) -> None:
        """Write the clipboard's block at the cursor, or one cell into all that are chosen, as one undo step."""
        data = clipboard_copy()
        block = read_block(data.text())
        here = self.currentIndex()
        if not block or not here.isValid() or self.intake(data):
            return
        if len(block) == len(block[0]) == 1 and self.several():
            self.records.fill(self.cells(), block[0][0])
            return
        row, column = self._corner()
        self.records.put_block(row, column, block)
        last = self.records.index(row + len(block) - 1, column + max(map(len, block)) - 1)
        first = self.records.index(row, column)
        chosen = QItemSelection(first, last if last.isValid() else first)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.pasted.emit(data)

    def remove_rows(self) -> None:
        """Remove the selected rows; the cursor stays where they were."""
        rows = self.selected_rows()
        column = max(0, self.currentIndex().column())
        if rows and self.records.remove_rows(rows):
            self._put(min(rows[0], self.records.rowCount() - 1), column)

    def duplicate_rows(self) -> None:
        """Copy the selected rows under themselves."""
        rows = self.selected_rows()
        if rows and self.records.duplicate_rows(rows):
            self._put(rows[-1] + 1, self.currentIndex().column())

    def move_rows(self, step: int) -> None:
        """Move the selected rows up (-1) or down (1)."""
        self.records.move_rows(self.selected_rows(), step)

    def drop_rows(self, before: int) -> None:
        """Move the chosen rows so that they stand before another."""
        self.records.place_rows(self.selected_rows(), before)

    def clear_cells(self) -> None:
        """Empty the chosen cells as one undo step."""
        self.records.clear(self.cells())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Only what is chosen looks different without the keyboard; Qt would paint every cell anew."""
        QFrame.focusOutEvent(self, event)
        self.update(self.currentIndex())

    def sizeHint(self) -> QSize:
        """No higher than it must be: a page gives it the room that is left over, and scrolls only without any."""
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), _LOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, until the user has set widths by hand."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Share the width anew among the columns that are shown, unless the user has set widths by hand."""
        if not self._own_widths:
            self._share_width(self.viewport().width())

    def _takes(self, event: QKeyEvent) -> bool:
        key, mods = event.key(), event.modifiers()
        alt = bool(mods & Qt.KeyboardModifier.AltModifier)
        control = bool(mods & Qt.KeyboardModifier.ControlModifier)
        if key in ENTER and control and self.several():
            self.begin_fill()
        elif key in ENTER and not control:
            self.step(-1 if mods & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Key.Key_Tab, Key.Key_Backtab) and not control:
            event.setAccepted(self.walk(1 if key == Key.Key_Tab else -1))
        elif alt and key in WALKS:
            self.move_rows(WALKS[key])
        elif key == Key.Key_Delete:
            self.remove_rows()
        elif key == Key.Key_Backspace:
            self.clear_cells()
        elif control and key == Key.Key_D:
            self.duplicate_rows()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            return False
        return True

    def _corner(self) -> Cell:
        """The upper left of the chosen cells, where a block begins when it is pasted."""
        cells = self.cells()
        return min(row for row, _ in cells), min(column for _, column in cells)

    def _put(self, row: int, column: int) -> None:
        index = self.records.index(row, column)
        if index.isValid():
            # Said outright: the usual way would add to the selection while Ctrl is held down.
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _name_corner(self, title: str) -> None:
        """The rows' numbers are the vertical header; its title stands on the corner button."""
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.setToolTip("Pilih semua (Ctrl+A)")
            box = QHBoxLayout(corner)
            box.setContentsMargins(0, 0, 0, 0)
            label = QLabel(title, corner)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(label)

    def _keep_in_sight(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _share_width(self, width: int) -> None:
        shown = [(n, column) for n, column in enumerate(self.records.columns) if not self.isColumnHidden(n)]
        unit = self.fontMetrics().averageCharWidth()
        spare = width - sum(column.width * unit + 12 for _, column in shown)
        shares = sum(column.stretch for _, column in shown)
        self._laying_out = True
        for number, column in shown:
            extra = spare * column.stretch // shares if spare > 0 and shares else 0
            self.setColumnWidth(number, column.width * unit + 12 + extra)
        self._laying_out = False

    def _resized(self, _section: int, before: int, after: int) -> None:
        by_hand = not self._laying_out and before > 0 and after > 0  # 0: a column is hidden or shown again
        self._own_widths = self._own_widths or by_hand
