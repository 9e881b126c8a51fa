"""What was not understood: every stretch, to be shown in the source, made a person or a group, or passed over."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from rakor_desktop.ui.reading.prepared import PROSE

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_MOST: Final = 160
"""Characters of a stretch shown in the list; the whole of it stands in the source."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UnreadModel(QAbstractListModel):
    """(id, text) of the stretches."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[str, str], ...] = ()

    @property
    def entries(self) -> tuple[tuple[str, str], ...]:
        """What is listed."""
        return self._entries

    def show(self, entries: tuple[tuple[str, str], ...]) -> None:
        """List these."""
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The stretches."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text in one line."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        text = self._entries[index.row()][1]
        if role == Qt.ItemDataRole.DisplayRole:
            line = " ".join(text[: 2 * _MOST].split())
            return line if len(line) <= _MOST else f"{line[:_MOST].rstrip()}…"
        if role == Qt.ItemDataRole.ForegroundRole and len(text) >= PROSE:
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return text[:1000] if role == Qt.ItemDataRole.ToolTipRole else None


class UnreadList(QListView):
    """The list. Enter asks for a person, G for a group, Del passes over."""

    pointed = Signal(str)
    person_wanted = Signal()
    group_wanted = Signal()
    unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stretches = UnreadModel(self)
        self.setModel(self.stretches)
        self.setAccessibleName("Belum terbaca")
        self.setUniformItemSizes(True)
        self.setSpacing(1)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """(id, text) of the selected stretches, in order; the first one when none is selected."""
        rows = sorted(index.row() for index in self.selectedIndexes()) or [max(0, self.currentIndex().row())]
        return tuple(self.stretches.entries[row] for row in rows if row < len(self.stretches.entries))

    def show_stretches(self, entries: tuple[tuple[str, str], ...]) -> None:
        """List these; the cursor stays at its place in the list."""
        row = self.currentIndex().row()
        self.stretches.show(entries)
        if row >= 0 and entries and not self.currentIndex().isValid():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self.stretches.index(min(row, len(entries) - 1)))
            self.selectionModel().blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list's keys."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.person_wanted.emit()
        elif event.key() == Qt.Key.Key_G:
            self.group_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: Index, _former: object = None) -> None:
        if index.isValid() and index.row() < len(self.stretches.entries):
            self.pointed.emit(self.stretches.entries[index.row()][0])
