"""The grid's view: keys as in a spreadsheet, for forms.

Enter goes down, Tab walks and wraps, an empty row is always there, typing or F2 edits, Esc keeps the old value.
Alt+Up/Down moves rows, Del removes them, Ctrl+D duplicates, Ctrl+C and Ctrl+V exchange blocks with Excel.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rakor_desktop.ui.grid.editors import Choice, LineEdit, SuggestEdit
from rakor_desktop.ui.grid.model import DOUBT_ROLE, RecordModel
from rakor_desktop.ui.grid.tones import tone

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
_ENTER: Final = (Key.Key_Return, Key.Key_Enter)
_WALKS: Final[dict[int, int]] = {Key.Key_Up: -1, Key.Key_Down: 1}


class CellDelegate(QStyledItemDelegate):
    """Edits cells with suggestions and paints hints and doubts."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line with the column's suggestions."""
        model = self._view.records
        column = model.columns[index.column()]
        editor = SuggestEdit(lambda typed: column.suggest(model.desk.meeting, typed), parent)
        editor.setFrame(False)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(f"{column.title}, baris {index.row() + 1}")
        editor.chosen.connect(lambda choice: self._chosen(editor, choice))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's text as it is."""
        if isinstance(editor, LineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """The typed text into the cell."""
        if isinstance(editor, LineEdit):
            self._view.records.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Tab and Esc as in a spreadsheet; everything else is the editor's."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        if not isinstance(editor, SuggestEdit):
            return super().eventFilter(editor, event)
        key, mods = event.key(), event.modifiers()
        open_list = bool(editor.suggestions)
        if key in _ENTER and not mods & Qt.KeyboardModifier.ControlModifier:
            editor.take_current()
            up = bool(mods & Qt.KeyboardModifier.ShiftModifier)
            return self._commit(editor, lambda: self._view.step(-1 if up else 1))
        if key in (Key.Key_Tab, Key.Key_Backtab):
            editor.take_current()
            return self._commit(editor, lambda: self._view.walk(1 if key == Key.Key_Tab else -1))
        if key in _WALKS and not open_list and not mods & Qt.KeyboardModifier.AltModifier:
            return self._commit(editor, lambda: self._view.step(_WALKS[key]))
        if key == Key.Key_Escape and not open_list:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            return True
        if key in (Key.Key_Escape, *_WALKS):
            editor.keyPressEvent(event)
            return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, a quiet hint in the empty row, a wavy line under what looks wrong."""
        super().paint(painter, option, index)
        model = self._view.records
        hint = model.columns[index.column()].hint
        if index.row() >= len(model.records) and hint:
            painter.save()
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            box = option.rect.adjusted(4, 0, -2, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, hint)
            painter.restore()
        elif index.data(DOUBT_ROLE):
            self._wavy(painter, option, index)

    def _wavy(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        width = min(self._view.fontMetrics().horizontalAdvance(str(index.data())), rect.width() - 8)
        painter.save()
        painter.setPen(QPen(tone(self._view, "doubt"), 1.3))
        base = rect.center().y() + self._view.fontMetrics().ascent() // 2 + 3
        for x in range(rect.left() + 4, rect.left() + 4 + width, 4):
            painter.drawLine(x, base, x + 2, base + 2)
            painter.drawLine(x + 2, base + 2, x + 4, base)
        painter.restore()

    def _commit(self, editor: QWidget, then: object) -> bool:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if callable(then):
            then()
        return True

    def _chosen(self, editor: SuggestEdit, choice: Choice) -> None:
        if not editor.hasFocus():
            self.commitData.emit(editor)


class GridView(QTableView):
    """A table for entering records quickly, by keyboard alone if one likes."""

    def __init__(self, model: RecordModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
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
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.setHighlightSections(False)
        rows.setMinimumWidth(self.fontMetrics().horizontalAdvance("000") + 12)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 11)
        rows.setMinimumSectionSize(18)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The grid's keys; the rest moves the cursor or begins typing."""
        if not self._takes(event):
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the selected block as Excel reads it."""
        cells = [(i.row(), i.column()) for i in self.selectedIndexes()]
        if not cells:
            return
        rows, columns = sorted({r for r, _ in cells}), sorted({c for _, c in cells})
        chosen = set(cells)
        lines = ["\t".join(_cell(self.records.text(r, c)) if (r, c) in chosen else "" for c in columns) for r in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Write the clipboard's block at the cursor, as one undo step."""
        block = read_block(QGuiApplication.clipboard().text())
        here = self.currentIndex()
        if not block or not here.isValid():
            return
        self.records.put_block(here.row(), here.column(), block)
        last = self.records.index(here.row() + len(block) - 1, here.column() + max(map(len, block)) - 1)
        corner = last if last.isValid() else self.records.index(here.row(), here.column())
        chosen = QItemSelection(self.records.index(here.row(), here.column()), corner)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

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

    def clear_cells(self) -> None:
        """Empty the selected cells as one undo step."""
        changed: dict[int, list[int]] = {}
        for index in self.selectedIndexes():
            if index.row() < len(self.records.records):
                changed.setdefault(index.row(), []).append(index.column())
        if not changed:
            return
        first, last = min(changed), max(changed)
        block = [
            [
                "" if column in changed.get(row, ()) else self.records.text(row, column)
                for column in range(len(self.records.columns))
            ]
            for row in range(first, last + 1)
        ]
        self.records.put_block(first, 0, block, self.records.words.act("Kosongkan isian"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, until the user has set widths by hand."""
        super().resizeEvent(event)
        if not self._own_widths:
            self._share_width(self.viewport().width())

    def _takes(self, event: QKeyEvent) -> bool:
        key, mods = event.key(), event.modifiers()
        alt = bool(mods & Qt.KeyboardModifier.AltModifier)
        control = bool(mods & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER and not control:
            self.step(-1 if mods & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Key.Key_Tab, Key.Key_Backtab) and not control:
            event.setAccepted(self.walk(1 if key == Key.Key_Tab else -1))
        elif alt and key in _WALKS:
            self.move_rows(_WALKS[key])
        elif key == Key.Key_Delete:
            self.remove_rows()
        elif key == Key.Key_Backspace:
            self.clear_cells()
        elif control and key == Key.Key_D:
            self.duplicate_rows()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            return False
        return True

    def _put(self, row: int, column: int) -> None:
        index = self.records.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
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
        columns = self.records.columns
        unit = self.fontMetrics().averageCharWidth()
        widths = [column.width * unit + 12 for column in columns]
        spare, shares = width - sum(widths), sum(column.stretch for column in columns)
        self._laying_out = True
        for number, column in enumerate(columns):
            extra = spare * column.stretch // shares if spare > 0 and shares else 0
            self.setColumnWidth(number, widths[number] + extra)
        self._laying_out = False

    def _resized(self) -> None:
        self._own_widths = self._own_widths or not self._laying_out


def read_block(text: str) -> list[list[str]]:
    """A block as spreadsheets put it on the clipboard: rows by line, cells by tab, quoted where a cell has lines."""
    body = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not body:
        return []
    if '"' in body and body.count('"') % 2 == 0 and ("\t" in body or "\n" in body):
        rows: Sequence[Sequence[str]] = list(csv.reader(io.StringIO(body), delimiter="\t"))
    else:
        rows = [line.split("\t") for line in body.split("\n")]
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\n" in text or "\t" in text else text
