"""The preview of an import: who is new, who changes and how, what is unclear."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.domain.people import Person
from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.grid.tones import shade
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.people.import_plan import Entry, Fate, ImportPlan
from rakor_desktop.ui.people.shelf import person_place, person_title

_TITLES: Final = ("", "Pangkat", "Nama", "Jabatan dan instansi", "Perubahan atau keterangan")
_FATES: Final[dict[Fate, str]] = {
    "unclear": "Tidak jelas",
    "changed": "Berubah",
    "new": "Baru",
    "same": "Tetap",
}
_TONES: Final[dict[Fate, str]] = {"unclear": "doubt", "changed": "ink-discussion", "new": "public", "same": "muted"}
_NOWHERE: Final = QModelIndex()
_MARGIN: Final = 40
_MOST_NOTES: Final = 4
Role = Qt.ItemDataRole


class ImportDialog(QDialog):
    """Asks whether to import; ``chosen`` is the answer after it was accepted."""

    def __init__(self, plan: ImportPlan, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.setWindowTitle(f"Impor {file_name}")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(940, room.width() - _MARGIN), min(540, room.height() - _MARGIN))
        self._unclear = QCheckBox("Impor juga yang &tidak jelas")
        self._unclear.setVisible(any(e.fate == "unclear" and e.person.name.strip() for e in plan.entries))
        self._use = QPushButton()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._use, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(self._use, buttons)
        head = QLabel(summary(plan))
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        head.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(head)
        for note in plan.notes[:_MOST_NOTES]:
            column.addWidget(Muted(note, self))
        self.table = _table(plan)
        column.addWidget(self.table, 1)
        column.addWidget(self._unclear)
        column.addWidget(buttons)
        self._unclear.toggled.connect(lambda _on: self._count())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._count()

    @property
    def chosen(self) -> tuple[Person, ...]:
        """Whom to take in."""
        return self._plan.people(unclear=self._unclear.isChecked())

    def _count(self) -> None:
        count = len(self.chosen)
        self._use.setText(f"&Impor {count} orang")
        self._use.setEnabled(bool(count))


def summary(plan: ImportPlan) -> str:
    """``12 orang baru, 3 berubah, 1 tidak jelas, 40 tetap``."""
    words: dict[Fate, str] = {
        "new": "orang baru",
        "changed": "berubah",
        "unclear": "tidak jelas",
        "same": "sudah sama",
    }
    parts = [f"{plan.count(fate)} {word}" for fate, word in words.items() if plan.count(fate)]
    return ", ".join(parts) or "Tidak ada orang di berkas ini"


class _PlanModel(QAbstractTableModel):
    """Entries, what needs a look first."""

    def __init__(self, plan: ImportPlan, parent: QObject) -> None:
        super().__init__(parent)
        order = list(_FATES)
        self._entries: list[Entry] = sorted(plan.entries, key=lambda entry: order.index(entry.fate))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One row an entry."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Fate, rank, name, post, remark."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The titles."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _TITLES[section]
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Role.DisplayRole) -> Any:
        """Texts, with the fate in its colour."""
        entry = self._entries[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            person = entry.person
            texts = (_FATES[entry.fate], person.rank, person_title(person), person_place(person), entry.remark)
            return texts[index.column()] or None
        if role == Role.ForegroundRole and (index.column() == 0 or entry.fate == "same"):
            return shade(QGuiApplication.palette(), _TONES[entry.fate])
        return None


def _table(plan: ImportPlan) -> QTableView:
    table = QTableView()
    table.setModel(_PlanModel(plan, table))
    table.setAccessibleName("Pratinjau impor")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setStretchLastSection(True)
    for column, width in enumerate((90, 90, 220, 240)):
        head.resizeSection(column, width)
    return table
