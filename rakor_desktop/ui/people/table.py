"""The list of people: sorted by a click on a heading, walked by keyboard, many chosen at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from rakor_desktop.domain.people import Person
from rakor_desktop.ui.people.model import TITLES, PeopleModel
from rakor_desktop.ui.people.shelf import INSTITUTION, NAME, NUMBER, POST, RANK, SEEN, Shelf

_SHARES: Final = {RANK: 10, NAME: 29, POST: 21, INSTITUTION: 20, NUMBER: 12, SEEN: 12}
"""The columns' shares of the width, in hundredths."""
_NARROW: Final = 780
_HIDDEN_WHEN_NARROW: Final = (NUMBER,)


class PeopleTable(QTableView):
    """People to choose from; Enter asks to edit, Del to remove."""

    chosen_changed = Signal()
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(shelf, self)
        self.setModel(self.people)
        self.setAccessibleName("Daftar orang")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(self.fontMetrics().height() + 12)
        head = self.horizontalHeader()
        head.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        head.setHighlightSections(False)
        head.setToolTip("Klik judul kolom untuk mengurutkan")
        self.setSortingEnabled(True)
        self._held: tuple[frozenset[str], str, int] = (frozenset(), "", 0)
        self.people.modelAboutToBeReset.connect(self._hold)
        self.people.modelReset.connect(self._hold_on)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    @property
    def chosen(self) -> tuple[Person, ...]:
        """The people selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(person for row in rows if (person := self.people.person_at(row)) is not None)

    def choose(self, person_id: str) -> bool:
        """Select a person and bring them into sight; false when the search does not show them."""
        row = self.people.row_of(person_id)
        if row < 0:
            return False
        self.choose_row(row)
        return True

    def choose_row(self, row: int) -> None:
        """Select the person of a row."""
        index = self.people.index(row, NAME)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _hold(self) -> None:
        """Remember who is chosen before other rows take their places."""
        current = self.people.person_at(self.currentIndex().row())
        chosen = frozenset(person.id for person in self.chosen)
        self._held = (chosen, current.id if current else "", self.verticalScrollBar().value())

    def _hold_on(self) -> None:
        """Choose the same people again, as far as they are still shown."""
        ids, current, scrolled = self._held
        flags = QItemSelectionModel.SelectionFlag
        self.verticalScrollBar().setValue(scrolled)
        choice = QItemSelection()
        for row in self.people.rows_of(ids):
            choice.select(self.people.index(row, 0), self.people.index(row, len(TITLES) - 1))
        place = self.people.row_of(current) if current else -1
        if place >= 0:
            self.selectionModel().setCurrentIndex(self.people.index(place, NAME), flags.NoUpdate)
        self.selectionModel().select(choice, flags.ClearAndSelect)
        if choice.isEmpty():
            self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Del removes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width; the number gives way first."""
        super().resizeEvent(event)
        width = self.viewport().width()
        narrow = width < _NARROW
        for column in _HIDDEN_WHEN_NARROW:
            self.setColumnHidden(column, narrow)
        shown = {column: share for column, share in _SHARES.items() if not self.isColumnHidden(column)}
        whole = sum(shown.values())
        for column, share in shown.items():
            self.setColumnWidth(column, width * share // whole)
        last = max(shown)
        self.setColumnWidth(last, self.columnWidth(last) + width - sum(map(self.columnWidth, shown)))
