"""The head of the page: style, versions, the status and its next step."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from rakor_desktop.desk.releases import Standing
from rakor_desktop.ui.press.status_chip import StatusChip
from rakor_desktop.ui.press.status_words import TONES, chip_text, chip_told
from rakor_desktop.ui.press.style_box import StyleBox

_ARROW: Final = 36
"""Logical pixels that a button with a menu takes beside its text."""


class ReleaseBar(QWidget):
    """Style chooser at the left; "Versi" and the next step at the right."""

    check_wanted = Signal()
    approve_wanted = Signal()
    reopen_wanted = Signal()
    keep_wanted = Signal()
    versions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = "draft"
        self.styles = StyleBox(self)
        self.next = QPushButton(self)
        self.next.clicked.connect(self._go_on)
        self.more = QPushButton("Vers&i", self)
        self.more.setMaximumWidth(self.more.fontMetrics().horizontalAdvance("Versi") + _ARROW)
        self.more.setAccessibleName("Versi dan langkah lain")
        self.more.setToolTip("Versi yang tersimpan, simpan versi, dan langkah lain")
        menu = QMenu(self.more)
        self.versions = self._entry(menu, "&Versi…", self.versions_wanted)
        self.keep = self._entry(menu, "&Simpan versi…", self.keep_wanted)
        menu.addSeparator()
        self.check = self._entry(menu, "&Tandai diperiksa…", self.check_wanted)
        self.approve = self._entry(menu, "S&etujui…", self.approve_wanted)
        self.reopen = self._entry(menu, "&Buka kembali…", self.reopen_wanted)
        self.more.setMenu(menu)
        caption = QLabel("&Gaya", self)
        caption.setBuddy(self.styles)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(caption)
        line.addWidget(self.styles, 1)
        line.addWidget(self.more)
        line.addWidget(self.next)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chip = StatusChip(self)

    def show_standing(self, standing: Standing) -> None:
        """Tell where the release stands, and offer what comes next."""
        self._status = standing.status
        doubtful = standing.changed_since
        self.chip.say(chip_text(standing), chip_told(standing), "directive" if doubtful else TONES[standing.status])
        texts = {"draft": "&Tandai diperiksa…", "checked": "S&etujui…", "approved": "Buka kemba&li…"}
        self.next.setText(texts[standing.status])
        self.next.setAccessibleName(texts[standing.status].replace("&", ""))
        self.check.setVisible(standing.status == "checked")
        self.approve.setVisible(standing.status == "draft")
        self.reopen.setVisible(standing.status == "checked")
        self.reopen.setText("&Kembalikan ke konsep…")

    def _go_on(self) -> None:
        wanted = {"draft": self.check_wanted, "checked": self.approve_wanted, "approved": self.reopen_wanted}
        wanted[self._status].emit()

    def _entry(self, menu: QMenu, text: str, wanted: SignalInstance) -> QAction:
        entry = menu.addAction(text)
        entry.triggered.connect(lambda: wanted.emit())
        return entry
