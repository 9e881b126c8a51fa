"""How a cell is edited and painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPalette, QPen, QPolygon
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rakor_desktop.ui.grid.clipboard import clipboard_text, is_block
from rakor_desktop.ui.grid.editors import Choice, LineEdit, SuggestEdit
from rakor_desktop.ui.grid.tones import tone

if TYPE_CHECKING:
    from rakor_desktop.ui.grid.view import GridView

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
ENTER: Final = (Key.Key_Return, Key.Key_Enter)
WALKS: Final[dict[int, int]] = {Key.Key_Up: -1, Key.Key_Down: 1}
_CORNER: Final = 7
_SIDE: Final = 4
_SELECTED: Final = QStyle.StateFlag.State_Selected
_PLACE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_ELIDE: Final = Qt.TextElideMode.ElideRight


class CellDelegate(QStyledItemDelegate):
    """Edits cells with suggestions; paints hints, doubts, remarks, and what was found."""

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
        self._view.opened()
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's text as it is."""
        if isinstance(editor, LineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """The typed text into the cell; a chosen suggestion with all that it knows."""
        if not isinstance(editor, SuggestEdit):
            return
        records, taken = self._view.records, editor.taken
        if taken is not None and records.columns[index.column()].fill and editor.text() == taken.text:
            editor.taken = None
            records.choose(index, taken.value)
        elif not records.setData(index, editor.text()) and editor.text().strip() and editor.isModified():
            self._view.refuse(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The cell is closed."""
        super().destroyEditor(editor, index)
        self._view.closed()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Tab, Esc and Ctrl+V as in a spreadsheet; everything else is the editor's."""
        if not isinstance(event, QKeyEvent) or not isinstance(editor, SuggestEdit):
            return super().eventFilter(editor, event)
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._take_back(editor, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(editor, event)
        key, mods = event.key(), event.modifiers()
        open_list = bool(editor.suggestions)
        if key in ENTER:
            return self._entered(editor, mods)
        if key in (Key.Key_Tab, Key.Key_Backtab):
            editor.take_current()
            return self._commit(editor, lambda: self._view.walk(1 if key == Key.Key_Tab else -1))
        if key in WALKS and not open_list and not mods & Qt.KeyboardModifier.AltModifier:
            return self._commit(editor, lambda: self._view.step(WALKS[key]))
        if key == Key.Key_Escape and not open_list:
            return self._revert(editor)
        if key in (Key.Key_Escape, *WALKS):
            editor.keyPressEvent(event)
            return True
        if event.matches(QKeySequence.StandardKey.Paste) and is_block(clipboard_text()):
            self._revert(editor)
            self._view.paste()
            return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell's text on the ground of a chosen or found cell, a hint in the empty row, a wavy line under what
        looks wrong, a corner where the people book knows more.

        Drawn by hand: the style would ask the model a dozen questions for every cell, and all cells in sight are
        painted after every key that opens or closes one.
        """
        row, number, rect, palette = index.row(), index.column(), option.rect, option.palette
        model, state = self._view.records, option.state
        empty = row >= len(model.records)
        text = model.columns[number].hint if empty else model.text(row, number)
        ink = QPalette.ColorRole.PlaceholderText if empty else QPalette.ColorRole.Text
        if state & _SELECTED:
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.Highlight))
            ink = QPalette.ColorRole.HighlightedText
        elif self._view.found and (row, number) in self._view.found:
            painter.fillRect(rect, tone(self._view, "found"))
        if text:
            box = rect.adjusted(_SIDE, 0, 1 - _SIDE, 0)
            painter.setPen(palette.color(ink))
            painter.drawText(box, _PLACE, option.fontMetrics.elidedText(text, _ELIDE, box.width()))
        if empty:
            return
        doubt, remark = model.marks(row, number)
        if doubt:
            self._wavy(painter, option, index)
        if remark:
            self._corner(painter, option, tone(self._view, "hint"))

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

    def _corner(self, painter: QPainter, option: QStyleOptionViewItem, colour: QColor) -> None:
        right = option.rect.topRight() + QPoint(1, 0)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygon([right, right - QPoint(_CORNER, 0), right + QPoint(0, _CORNER)]))
        painter.restore()

    def _entered(self, editor: SuggestEdit, mods: Qt.KeyboardModifier) -> bool:
        editor.take_current()
        if mods & Qt.KeyboardModifier.ControlModifier or self._view.filling:
            text = editor.text()
            if self._view.several():
                self._revert(editor)
                self._view.fill(text)
                return True
            return self._commit(editor, lambda: None)
        up = bool(mods & Qt.KeyboardModifier.ShiftModifier)
        return self._commit(editor, lambda: self._view.step(-1 if up else 1))

    def _take_back(self, editor: SuggestEdit, event: QKeyEvent) -> bool:
        """Undo takes back what was typed into the cell; a cell without typing closes and leaves undo to the window."""
        if not editor.isModified():
            if event.type() == QEvent.Type.ShortcutOverride:
                self._revert(editor)
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            editor.hide_suggestions()
            self.setEditorData(editor, self._view.currentIndex())
        return True

    def _revert(self, editor: QWidget) -> bool:
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        return True

    def _commit(self, editor: QWidget, then: Callable[[], object]) -> bool:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        then()
        self._view.tell_refusal()
        return True

    def _chosen(self, editor: SuggestEdit, choice: Choice) -> None:
        if not editor.hasFocus():
            self.commitData.emit(editor)
