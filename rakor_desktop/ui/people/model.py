"""The people book as a table: a window on the shelf in some order, through some search."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from rakor_desktop.bahasa.dates import month_name
from rakor_desktop.domain.people import Person
from rakor_desktop.ui.grid.tones import shade
from rakor_desktop.ui.people.shelf import INSTITUTION, NAME, NUMBER, POST, RANK, SEEN, Shelf, person_title

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
PERSON_ROLE: Final = Role.UserRole
TITLES: Final = ("Pangkat", "Nama", "Jabatan", "Instansi", "NRP/NIP", "Terakhir hadir")
_NOWHERE: Final = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """Rows are people. Searching and sorting put other rows in place at once; nobody is copied."""

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._typed = ""
        self._column, self._backwards = NAME, False
        self._retired = False
        self._rows: Sequence[int] = shelf.found("")

    @property
    def shelf(self) -> Shelf:
        """Everybody."""
        return self._shelf

    @property
    def order(self) -> tuple[int, bool]:
        """The column that the rows are ordered by, and whether backwards."""
        return self._column, self._backwards

    def put(self, shelf: Shelf) -> None:
        """Show another shelf in the same order and through the same search."""
        found = shelf.found(self._typed, self._column, backwards=self._backwards, retired=self._retired)
        self.beginResetModel()
        self._shelf, self._rows = shelf, found
        self.endResetModel()

    def seek(self, typed: str) -> None:
        """Show those who answer a search; an empty text shows everybody."""
        if typed != self._typed:
            self._typed = typed
            self._look()

    def show_retired(self, on: bool) -> None:
        """Show those no longer active too, or not."""
        if on != self._retired:
            self._retired = on
            self._look()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column."""
        wanted = (column, order == Qt.SortOrder.DescendingOrder)
        if column >= 0 and wanted != (self._column, self._backwards):
            self._column, self._backwards = wanted
            self._look()

    def person_at(self, row: int) -> Person | None:
        """The person of a row."""
        return self._shelf.people[self._rows[row]] if 0 <= row < len(self._rows) else None

    def row_of(self, person_id: str) -> int:
        """The row of a person; -1 when the search does not show them."""
        people = self._shelf.people
        return next((row for row, place in enumerate(self._rows) if people[place].id == person_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row a person."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Rank, name, post, institution, number, last seen."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(TITLES):
            return None
        if role == Role.DisplayRole:
            return TITLES[section]
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Texts; quiet ink for whoever is no longer active."""
        person = self.person_at(index.row()) if index.isValid() else None
        if person is None:
            return None
        if role == Role.DisplayRole:
            return cell_text(person, index.column())
        if role == Role.ToolTipRole:
            return cell_text(person, index.column()) or None
        if role == Role.AccessibleTextRole:
            return f"{TITLES[index.column()]}: {cell_text(person, index.column()) or 'kosong'}"
        if role == Role.ForegroundRole and person.retired:
            return shade(QGuiApplication.palette(), "muted")
        return person if role == PERSON_ROLE else None

    def rows_of(self, ids: Collection[str]) -> list[int]:
        """The rows of these people, as far as the search shows them."""
        people = self._shelf.people
        return [row for row, place in enumerate(self._rows) if people[place].id in ids] if ids else []

    def _look(self) -> None:
        self.put(self._shelf)


def cell_text(person: Person, column: int) -> str:
    """What the table says of a person in a column."""
    if column == RANK:
        return person.rank
    if column == NAME:
        return f"{person_title(person)}  (tidak aktif)" if person.retired else person_title(person)
    if column == POST:
        return person.post.position
    if column == INSTITUTION:
        return person.post.institution
    if column == NUMBER:
        return person.service_no
    if column == SEEN and person.last_seen:
        return f"{person.last_seen.day} {month_name(person.last_seen.month)[:3]} {person.last_seen.year}"
    return ""
