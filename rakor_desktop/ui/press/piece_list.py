"""One of the two columns of what goes out and what stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.pages.entries import ENTRY_ROLE, EntryDelegate
from rakor_desktop.ui.press.pieces import Piece


class PieceList(QListView):
    """Pieces in rows; Space, Enter and double click take the chosen ones to the other column. ``empty`` is said where
    there are none.
    """

    toggled = Signal()

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self._pieces: list[Piece] = []
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(EntryDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._double_clicked)

    @property
    def pieces(self) -> list[Piece]:
        """The pieces shown, in order."""
        return list(self._pieces)

    def show_pieces(self, pieces: list[Piece]) -> None:
        """Show these; the cursor stays at its place."""
        if pieces == self._pieces:
            return
        row = max(0, self.currentIndex().row())
        self._pieces = pieces
        self._rows.clear()
        for piece in pieces:
            item = QStandardItem(piece.entry.spoken)
            item.setData(piece.entry, ENTRY_ROLE)
            item.setToolTip("\n".join(piece.reasons))
            self._rows.appendRow(item)
        if pieces:
            self.setCurrentIndex(self._rows.index(min(row, len(pieces) - 1), 0))

    def chosen(self) -> list[Piece]:
        """The selected pieces."""
        return [self._pieces[index.row()] for index in self.selectedIndexes()]

    def choose(self, wanted: Callable[[Piece], bool]) -> int:
        """Select the pieces that are wanted and no others; how many they are."""
        rows = [row for row, piece in enumerate(self._pieces) if wanted(piece)]
        model = self.selectionModel()
        model.clearSelection()
        if rows:
            model.setCurrentIndex(self._rows.index(rows[0], 0), model.SelectionFlag.NoUpdate)
        for row in rows:
            model.select(self._rows.index(row, 0), model.SelectionFlag.Select)
        return len(rows)

    def texts(self) -> list[str]:
        """What the rows say, in order."""
        return [piece.entry.spoken for piece in self._pieces]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter take the chosen rows over."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or the sentence that there are none."""
        super().paintEvent(event)
        if self._pieces:
            return
        painter = QPainter(self.viewport())
        painter.setPen(tone(self, "muted"))
        box = self.viewport().rect().adjusted(16, 24, -16, -16)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._empty
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _double_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.toggled.emit()
