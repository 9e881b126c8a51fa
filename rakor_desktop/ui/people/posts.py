"""The posts that a person holds and held, the present one on top."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from rakor_desktop.bahasa.dates import parse_date
from rakor_desktop.domain.people import PostHeld
from rakor_desktop.ui.grid.editors import Choice, LineEdit, SuggestEdit

_TITLES: Final = ("Jabatan", "Instansi", "Sejak")
_SINCE: Final = 2
_HIGHEST: Final = 6

Suggest = Callable[[int, str], Iterable[Choice]]
"""Suggestions for a column (0 post, 1 institution) and what is typed there."""


class PostsTable(QTableWidget):
    """Edits the posts; ``edited`` after a cell was changed, added or taken away."""

    edited = Signal()

    def __init__(self, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_TITLES), parent)
        self._filling = False
        self.setAccessibleName("Riwayat jabatan")
        self.setHorizontalHeaderLabels(list(_TITLES))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        trigger = QAbstractItemView.EditTrigger
        # Not on arrival: Tab must lead through the table, not into an editor that keeps it.
        self.setEditTriggers(
            trigger.DoubleClicked | trigger.SelectedClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        )
        self.setItemDelegate(_PostDelegate(suggest, self))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_SINCE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(_SINCE, self.fontMetrics().horizontalAdvance("30-12-2026") + 16)
        self.itemChanged.connect(self._cell_changed)
        self._grow()

    @property
    def posts(self) -> tuple[PostHeld, ...]:
        """The posts as the table says now, the newest last; empty rows are left out."""
        rows = (
            PostHeld(self._text(row, 0), self._text(row, 1), parse_date(self._text(row, _SINCE)))
            for row in range(self.rowCount() - 1, -1, -1)
        )
        return tuple(post for post in rows if post.position or post.institution)

    def show_posts(self, posts: Sequence[PostHeld]) -> None:
        """Show these posts (the newest last), unless the table says so already."""
        if self.rowCount() and self.posts == tuple(posts):
            return
        self._filling = True
        self.setRowCount(0)
        for post in reversed(posts):
            self._put(self.rowCount(), post)
        if not posts:
            self._put(0, PostHeld())
        self._filling = False
        self._grow()

    def add_post(self, since: date | None) -> None:
        """A new present post on top, ready to be typed."""
        self._filling = True
        if self.rowCount() != 1 or self.posts:
            self._put(0, PostHeld(since=since))
        self._filling = False
        self._grow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentCell(0, 0)
        self.edit(self.model().index(0, 0))

    def remove_post(self) -> None:
        """Take the post of the current row away."""
        if self.rowCount() and self.currentRow() >= 0:
            self.removeRow(self.currentRow())
            self._grow()
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the row away."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_post()
            return
        super().keyPressEvent(event)

    def _put(self, row: int, post: PostHeld) -> None:
        self.insertRow(row)
        since = f"{post.since:%d-%m-%Y}" if post.since else ""
        for column, text in enumerate((post.position, post.institution, since)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.setItem(row, column, item)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item else ""

    def _cell_changed(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        if item.column() == _SINCE:
            day = parse_date(item.text())
            self._filling = True
            item.setText(f"{day:%d-%m-%Y}" if day else "")
            self._filling = False
        self.edited.emit()

    def _grow(self) -> None:
        rows = max(1, min(self.rowCount(), _HIGHEST))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 1)


class _PostDelegate(QStyledItemDelegate):
    """Editors whose undo is the window's, with suggestions for posts and institutions."""

    def __init__(self, suggest: Suggest, parent: QWidget) -> None:
        super().__init__(parent)
        self._suggest = suggest

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line."""
        column = index.column()
        if column == _SINCE:
            line = LineEdit(parent)
            line.setPlaceholderText("tgl-bln-thn")
        else:
            line = SuggestEdit(lambda typed: self._suggest(column, typed), parent)
        line.setFrame(False)
        line.setAccessibleName(_TITLES[column])
        return line
