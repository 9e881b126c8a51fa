"""The dialog "Rapikan penulisan": everything that could be written more tidily, ticked where it is sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.reading.spelling.normalise import Proposal
from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.tidy_list import Row, TidyList

_WIDTH, _HEIGHT = 1000, 560
_MARGIN: Final = 40


class TidyDialog(QDialog):
    """Asks which proposals to apply; ``chosen`` is the answer after it was accepted, by attendee id."""

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rapikan penulisan")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
        self.list = TidyList(rows)
        self._use = QPushButton("&Rapikan")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._use, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(self._use, buttons)
        count = sum(len(row.proposals) for row in rows)
        head = QLabel(f"{count} &usulan untuk {len(rows)} orang")
        head.setBuddy(self.list)
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        head.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(
            Muted(
                "Yang pasti sudah dicentang. Yang berwarna lain perlu dilihat dahulu, dan nama orang tidak pernah "
                "dicentang sendiri. Spasi mencentang; Ctrl+Z nanti mengurungkan semuanya sekaligus.",
                self,
            )
        )
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        for text, act in (
            ("&Pilih semua yang pasti", self.list.tick_sure),
            ("Pilih &semua", self.list.tick_all),
            ("&Kosongkan", self.list.tick_none),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, run=act: run())
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column.addLayout(foot)
        self.list.chosen_changed.connect(self._count)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._use.click)
        self._count()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> dict[str, tuple[Proposal, ...]]:
        """The ticked proposals by attendee id."""
        return self.list.chosen

    @property
    def apply_button(self) -> QPushButton:
        """The button that Enter presses."""
        return self._use

    def _count(self) -> None:
        count = sum(map(len, self.chosen.values()))
        self._use.setEnabled(bool(count))
        self._use.setText(f"&Rapikan {count} penulisan" if count else "&Rapikan")
