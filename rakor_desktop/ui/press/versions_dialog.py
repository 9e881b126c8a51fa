"""The dialog "Versi": what was kept of a release, compared word by word, and taken up again."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.archive import ReleaseVersion
from rakor_desktop.desk.releases import Releases
from rakor_desktop.domain.release import ReleaseText
from rakor_desktop.ui.binding import ChoiceBox
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.press.comparison import Comparison
from rakor_desktop.ui.press.differences import differences
from rakor_desktop.ui.press.status_words import version_line
from rakor_desktop.ui.press.taking_up import take_up

NOW: Final = "Naskah sekarang"
_WIDTH, _HEIGHT, _MARGIN = 1040, 600, 40
_SAID_MS: Final = 1800


class VersionsDialog(QDialog):
    """The versions of the present style, newest first; the chosen one against another one or the present text."""

    def __init__(self, releases: Releases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._releases = releases
        self._versions = tuple(reversed(releases.versions()))
        self.setWindowTitle(f"Versi siaran pers – {releases.style.title}")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
        self.list = QListWidget(self)
        self.list.setAccessibleName("Versi yang tersimpan")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.against = ChoiceBox(self)
        self.against.setAccessibleName("Bandingkan dengan")
        self.summary = Muted("", self)
        self.comparison = Comparison(self)
        self.copy_button = QPushButton("&Salin teks versi ini", self)
        self.use_button = QPushButton("&Pakai kata-kata versi ini", self)
        self._lay_out()
        self._fill()
        self.list.currentRowChanged.connect(self._compare)
        self.against.currentIndexChanged.connect(self._compare)
        self.copy_button.clicked.connect(self._copy)
        self.use_button.clicked.connect(self._use)
        self._compare()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> ReleaseVersion | None:
        """The version chosen in the list; none when nothing is kept yet."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _fill(self) -> None:
        self.against.addItem(NOW)
        for version in self._versions:
            line = version_line(version)
            item = QListWidgetItem(f"{line}\n{version.note}" if version.note else line)
            item.setToolTip(item.text())
            self.list.addItem(item)
            self.against.addItem(line)
        self.list.setCurrentRow(0)

    def _against(self) -> ReleaseText:
        row = self.against.currentIndex() - 1
        return self._releases.draft.words_now if row < 0 else self._versions[row].text

    def _compare(self) -> None:
        version = self.chosen
        for button in (self.copy_button, self.use_button):
            button.setEnabled(version is not None)
        if version is None:
            self.summary.setText("Belum ada versi. Versi tersimpan saat diperiksa, disetujui, atau dibuka kembali.")
            return
        self.use_button.setEnabled(not self._releases.locked)
        self.use_button.setToolTip("Buka kembali siaran persnya dahulu." if self._releases.locked else "")
        row = self.against.currentIndex() - 1
        other = self._versions[row].text if row >= 0 else self._against()
        # The older wording is what things went from, the newer one what they came to.
        newer = row >= 0 and self._versions[row].number < version.number
        before, after = (other, version.text) if newer else (version.text, other)
        passages = differences(before, after)
        self.comparison.show_passages(passages)
        changed = sum(passage.changed for passage in passages)
        self.summary.setText(
            f"{changed} bagian berbeda. Yang dicoret ada pada yang lama, yang digarisbawahi ada pada yang baru."
            if changed
            else "Kata-katanya sama."
        )
        self.comparison.setAccessibleDescription(self.summary.text())

    def _copy(self) -> None:
        version = self.chosen
        if version is None:
            return
        QGuiApplication.clipboard().setText(version.text.text)
        self.copy_button.setText("✓ Tersalin")
        QTimer.singleShot(_SAID_MS, self.copy_button, lambda: self.copy_button.setText("&Salin teks versi ini"))

    def _use(self) -> None:
        version = self.chosen
        if version is not None:
            take_up(self._releases, version.text)
            self.accept()

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        kept = QVBoxLayout(left)
        kept.setContentsMargins(0, 0, 6, 0)
        caption = QLabel("&Versi, yang terbaru di atas", left)
        caption.setBuddy(self.list)
        kept.addWidget(caption)
        kept.addWidget(self.list, 1)
        shown = QVBoxLayout(right)
        shown.setContentsMargins(6, 0, 0, 0)
        line = QHBoxLayout()
        beside = QLabel("&Bandingkan dengan", right)
        beside.setBuddy(self.against)
        line.addWidget(beside)
        line.addWidget(self.against, 1)
        shown.addLayout(line)
        shown.addWidget(self.summary)
        shown.addWidget(self.comparison, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 5)
        halves.setSizes([300, 700])
        buttons = QDialogButtonBox(self)
        close = buttons.addButton("&Tutup", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        for button in (self.use_button, self.copy_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(8)
        rows.addWidget(halves, 1)
        rows.addLayout(foot)
