"""What is ignored, here and always: looked through, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.ui.pages.form import Muted

_WIDTH, _HEIGHT = 680, 420
_MARGIN: Final = 40
_ROW: Final = Qt.ItemDataRole.UserRole


class IgnoredRow(NamedTuple):
    """One thing that is ignored: its mark, the words, why they were marked, and whether always or here."""

    mark: str
    words: str
    message: str
    always: bool


class IgnoredDialog(QDialog):
    """Lists what is ignored; ``taken_back(row)`` asks for the chosen ones to be reviewed again."""

    taken_back = Signal(object)

    def __init__(self, rows: Sequence[IgnoredRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Yang diabaikan")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Yang diabaikan")
        self.tree.setHeaderLabels(["Kata", "Alasan ditandai", "Berlaku"])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.none = QLabel("Belum ada yang diabaikan.")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back_button = QPushButton("&Periksa lagi")
        self.back_button.setToolTip("Tandai lagi kata yang dipilih  (Del)")
        self.back_button.setAutoDefault(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.back_button, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(
            Muted("Temuan ini dilewati. Pilih lalu Periksa lagi bila kata itu perlu ditandai kembali.", self)
        )
        column.addWidget(self.tree, 1)
        column.addWidget(self.none, 1)
        column.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.back_button.clicked.connect(self.take_back)
        self.tree.itemSelectionChanged.connect(self._enable)
        delete = QShortcut(QKeySequence("Del"), self.tree, self.take_back)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        for row in rows:
            self._add(row)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._enable()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Take the chosen ones back."""
        for item in self.tree.selectedItems():
            self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(item))
            self.taken_back.emit(item.data(0, _ROW))
        self._enable()

    def _add(self, row: IgnoredRow) -> None:
        words = row.words if len(row.words) <= 44 else f"{row.words[:43]}…"
        where = "Selalu" if row.always else "Di sini"
        item = QTreeWidgetItem(self.tree, [words or "(di mana pun)", row.message, where])
        item.setToolTip(0, row.words)
        item.setToolTip(1, row.message)
        item.setData(0, _ROW, row)

    def _enable(self) -> None:
        some = self.tree.topLevelItemCount() > 0
        self.tree.setVisible(some)
        self.none.setVisible(not some)
        self.back_button.setEnabled(bool(self.tree.selectedItems()))
