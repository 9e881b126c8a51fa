"""The list of the meeting's points: a view of one kind or of all, in time order, ordered by keys and by dragging."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Item, ItemKind, Meeting
from rakor_desktop.ui.pages.entries import ENTRY_ROLE, EntryDelegate, item_entry

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class ItemsModel(QAbstractListModel):
    """The points of the kinds looked at (none: all of them)."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._kinds: frozenset[ItemKind] = frozenset()
        self._items: tuple[Item, ...] = desk.meeting.items
        desk.changed.connect(self._follow)

    @property
    def shown(self) -> tuple[Item, ...]:
        """The points of this view."""
        return self._items

    def look_at(self, kinds: frozenset[ItemKind]) -> None:
        """Show points of these kinds only; an empty set shows all."""
        self.beginResetModel()
        self._kinds = kinds
        self._items = self._of(self.desk.meeting)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The points shown."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry to paint, and the same as text."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        entry = item_entry(self._items[index.row()], self.desk.meeting)
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged; drops fall between rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Any) -> QMimeData:
        """The rows' text, for other programs; inside, the view moves rows itself."""
        data = super().mimeData(indexes)
        data.setText("\n".join(str(index.data()) for index in indexes))
        return data

    def row_of(self, item_id: str) -> int:
        """The row of a point in this view; -1 when it is not shown."""
        return next((row for row, item in enumerate(self._items) if item.id == item_id), -1)

    def move(self, item_id: str, row: int) -> bool:
        """Put a point before the one shown at ``row`` (past the last: after it), as one undo step."""
        items = self.desk.meeting.items
        if row < len(self._items):
            at = items.index(self._items[row])
        else:
            at = items.index(self._items[-1]) + 1 if self._items else len(items)
        return self.desk.edit("Pindahkan butir", edits.move(Item, (item_id,), at))

    def _of(self, meeting: Meeting) -> tuple[Item, ...]:
        return meeting.items_of(self._kinds) if self._kinds else meeting.items

    def _follow(self, before: Meeting, after: Meeting) -> None:
        if before.items is after.items:
            if before.attendees is not after.attendees and self._items:
                self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))
            return
        items = self._of(after)
        if [i.id for i in items] != [i.id for i in self._items]:
            self.beginResetModel()
            self._items = items
            self.endResetModel()
            return
        old, self._items = self._items, items
        for row, (one, other) in enumerate(zip(old, items, strict=True)):
            if one is not other:
                self.dataChanged.emit(self.index(row), self.index(row))


class ItemsView(QListView):
    """The list. Alt+Up/Down and dragging reorder, Del removes, Enter goes to the text."""

    left_for_text = Signal()
    current_changed = Signal(str)

    def __init__(self, model: ItemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = model
        self._wanted = ""
        self._empty = ""
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(self))
        self.setAccessibleName("Butir rapat")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setDragEnabled(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        model.modelReset.connect(self._select_wanted)
        model.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.selectionModel().currentChanged.connect(self._moved_to)
        self._select_wanted()

    @property
    def current_id(self) -> str:
        """The id of the current point; empty when there is none."""
        row = self.currentIndex().row()
        return self.items.shown[row].id if 0 <= row < len(self.items.shown) else ""

    def select(self, item_id: str) -> bool:
        """Make a point the current one; false when this view does not show it."""
        row = self.items.row_of(item_id)
        if row < 0:
            return False
        self._wanted = item_id
        self.setCurrentIndex(self.items.index(row))
        return True

    def say_when_empty(self, sentence: str) -> None:
        """What stands in the empty list."""
        self._empty = sentence
        self.viewport().update()

    def shift(self, step: int) -> None:
        """Move the current point one place up (-1) or down (1) in this view."""
        row = self.currentIndex().row()
        if row >= 0 and 0 <= row + step < len(self.items.shown):
            self.items.move(self.current_id, row - 1 if step < 0 else row + 2)

    def remove(self) -> None:
        """Take the current point away; the next one becomes current."""
        row, gone = self.currentIndex().row(), self.current_id
        if gone:
            rest = [item.id for item in self.items.shown if item.id != gone]
            self._wanted = rest[min(row, len(rest) - 1)] if rest else ""
            self.items.desk.edit("Hapus butir", edits.remove(Item, (gone,)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list's keys."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not control:
            self.left_for_text.emit()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A row dropped between others moves there; the desk does it, not the view."""
        if event.source() is not self or not self.current_id:
            event.ignore()
            return
        index = self.indexAt(event.position().toPoint())
        row = index.row() if index.isValid() else len(self.items.shown)
        if index.isValid() and event.position().toPoint().y() > self.visualRect(index).center().y():
            row += 1
        # Accepted as a copy: after a move Qt would remove the row that it thinks is left behind.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.items.move(self.current_id, row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or a sentence when there are none."""
        super().paintEvent(event)
        if self.items.shown or not self._empty:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        box = QRect(self.viewport().rect()).adjusted(24, 8, -24, -8)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty)
        painter.end()

    def _select_wanted(self) -> None:
        row = self.items.row_of(self._wanted)
        if row < 0 and self.items.shown:
            row = 0
        self.setCurrentIndex(self.items.index(row) if row >= 0 else _NOWHERE)
        self.current_changed.emit(self.current_id)

    def _moved_to(self, current: Index, former: Index) -> None:
        if current.isValid():
            self._wanted = self.current_id
            self.current_changed.emit(self.current_id)
            self.scrollTo(self.currentIndex())
