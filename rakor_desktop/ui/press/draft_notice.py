"""Over the draft: that it is approved, or that nothing is public yet, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from rakor_desktop.bahasa.dates import long_date
from rakor_desktop.ui.grid.tones import tone

if TYPE_CHECKING:
    from rakor_desktop.desk.releases import Standing


class DraftNotice(QWidget):
    """A quiet banner with one button."""

    reopen_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = "decision"
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.reopen = QPushButton("&Buka kembali", self)
        self.choose = QPushButton("&Pilih yang dirilis", self)
        self.reopen.clicked.connect(self.reopen_wanted)
        self.choose.clicked.connect(self.choose_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.reopen)
        row.addWidget(self.choose)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it says nothing."""
        return "" if self.isHidden() else self.words.text()

    def tell_locked(self, standing: Standing) -> None:
        """Say who approved the release and when."""
        who = f" oleh {standing.who}" if standing.who else ""
        when = ""
        if standing.at is not None:
            at = standing.at.astimezone()
            when = f" pada {long_date(at.date())} pukul {at:%H.%M}"
        self._say(f"✓ Disetujui{who}{when}; buka kembali untuk mengubah.", "decision")
        self.reopen.show()
        self.choose.hide()

    def tell_empty(self, *, any_text: bool) -> None:
        """Say that nothing goes out yet."""
        what = (
            "Pilih butir, angka, dan foto yang boleh keluar; naskah langsung tersusun."
            if any_text
            else "Isi judul rapat, waktu, tempat, dan jalannya rapat, lalu pilih yang boleh keluar."
        )
        self._say(f"Naskah masih kosong. {what}", "discussion")
        self.reopen.hide()
        self.choose.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the banner."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tone(self, self._ground))
        painter.end()

    def _say(self, text: str, ground: str) -> None:
        self._ground = ground
        self.words.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.update()
