"""Under the draft: how long it is, what was taken out, what was found, and another wording."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.press.draft_words import Tally
from rakor_desktop.ui.words import shortened


class DraftFoot(QWidget):
    """A line of quiet facts and buttons."""

    varied = Signal()
    restored = Signal(object)
    """The keys of paragraphs to be put back."""
    findings_wanted = Signal(bool)
    changes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removed: tuple[tuple[str, str], ...] = ()
        self._told = ""
        self._clean = False
        self.tally = _Shortened("", self, wrap=False)
        self.tally.setAccessibleName("Panjang naskah")
        self.removed = QPushButton("", self)
        self.removed.setFlat(True)
        self.menu = QMenu(self.removed)
        self.menu.aboutToShow.connect(self._fill)
        self.removed.setMenu(self.menu)
        self.changes = QPushButton("", self)
        self.changes.setFlat(True)
        self.changes.setToolTip("Lihat fakta yang berubah dan pilih kalimatnya")
        self.changes.clicked.connect(self.changes_wanted)
        self.findings = QPushButton("", self)
        self.findings.setFlat(True)
        self.findings.setCheckable(True)
        self.findings.setToolTip("Tampilkan atau sembunyikan temuan  (F8 ke temuan berikutnya)")
        self.findings.clicked.connect(self.findings_wanted)
        self.vary = QPushButton("&Variasikan", self)
        self.vary.setToolTip("Kalimat lain untuk paragraf yang belum Anda ubah  (Alt+V)")
        self.vary.clicked.connect(self.varied)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 10, 4)
        row.setSpacing(6)
        row.addWidget(self.tally, 1)
        row.addWidget(self.removed)
        row.addWidget(self.changes)
        row.addWidget(self.findings)
        row.addWidget(self.vary)
        self.show_removed(())
        self.count_changes(0)
        self.count_findings(None)

    def show_tally(self, tally: Tally) -> None:
        """Say how long the draft is."""
        self._told = tally.told
        self._say()

    def show_removed(self, removed: Sequence[tuple[str, str]]) -> None:
        """Say what was taken out: keys and composed wordings."""
        self._removed = tuple(removed)
        count = len(self._removed)
        self.removed.setVisible(bool(count))
        self.removed.setText(f"{count} paragraf &dikeluarkan")
        self.removed.setToolTip("Tampilkan kembali paragraf yang dikeluarkan")

    def count_changes(self, count: int) -> None:
        """Say how many facts changed under a person's words."""
        self.changes.setVisible(bool(count))
        self.changes.setText(f"⚠ {count} &fakta berubah")

    def count_findings(self, count: int | None) -> None:
        """Say how much was found; ``None`` while nothing was reviewed."""
        self._clean = count == 0
        self.findings.setVisible(bool(count))
        self.findings.setText(f"⚠ {count} temuan")
        self._say()

    def set_locked(self, locked: bool) -> None:
        """An approved draft is not varied and gives nothing back."""
        self.vary.setVisible(not locked)
        self.removed.setEnabled(not locked)

    def _say(self) -> None:
        text = f"{self._told} · tanpa temuan" if self._clean else self._told
        self.tally.setText(text)
        self.tally.setToolTip(text)

    def _fill(self) -> None:
        self.menu.clear()
        for key, text in self._removed:
            words = shortened(text, 70).replace("&", "&&")
            self.menu.addAction(f"Kembalikan: {words}").triggered.connect(
                lambda _=False, key=key: self.restored.emit([key])
            )
        if len(self._removed) > 1:
            self.menu.addSeparator()
            keys = [key for key, _ in self._removed]
            self.menu.addAction("Kembalikan &semua").triggered.connect(lambda: self.restored.emit(keys))


class _Shortened(Muted):
    """Small print that ends with an ellipsis where there is no room for all of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
