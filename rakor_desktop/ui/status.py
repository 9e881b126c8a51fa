"""The line at the bottom: is all of it saved, whose letterhead is it, what is there to check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

if TYPE_CHECKING:  # built after the first picture
    from datetime import datetime

    from rakor_desktop.desk.jobs import Jobs

_PATIENCE: Final = 500
"""Milliseconds of work before a progress bar appears."""


class Status(QStatusBar):
    """Says what is saved, runs the progress bar of long work, and leads to profile and findings."""

    office_clicked = Signal()
    findings_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = 0
        self._label = ""
        self.setSizeGripEnabled(False)
        self._saved = QLabel()
        self._saved.setAccessibleName("Keadaan simpanan")
        self._work = QLabel()
        self._bar = QProgressBar()
        self._bar.setMaximumWidth(160)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Kemajuan")
        self._stop = _flat("B&atalkan", "Batalkan pekerjaan yang berjalan")
        self._office = _flat("", "Buka profil kantor  (Ctrl+,)")
        self._findings = _flat("", "Tampilkan temuan  (F8)")
        self.addWidget(self._saved)
        for widget in (self._work, self._bar, self._stop):
            self.addWidget(widget)
            widget.hide()
        self.addPermanentWidget(self._office)
        self.addPermanentWidget(self._findings)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(self._show_work)
        self._office.clicked.connect(self.office_clicked)
        self._findings.clicked.connect(self.findings_clicked)
        self.show_findings(None)

    def watch(self, jobs: Jobs) -> None:
        """Show the progress of these jobs from now on."""
        self._stop.clicked.connect(lambda: jobs.cancel(self._job))
        jobs.started.connect(self._start)
        jobs.progressed.connect(self._progress)
        jobs.finished.connect(self._finish)

    @property
    def saved_text(self) -> str:
        """What the line says about saving."""
        return self._saved.text()

    def show_saved(self, at: datetime) -> None:
        """Everything was on disk at that time."""
        from rakor_desktop.bahasa.clock import clock

        self._saved.setText(f"Semua perubahan tersimpan {clock(at.time())}")

    def show_state(self, state: str) -> None:
        """What autosave is at."""
        words = {"due": "Menyimpan…", "saving": "Menyimpan…", "failed": "Belum tersimpan — dicoba lagi"}
        if state in words:
            self._saved.setText(words[state])

    def show_office(self, name: str) -> None:
        """The office whose letterhead is used."""
        self._office.setText(name or "Profil kantor belum diisi")

    def show_findings(self, count: int | None) -> None:
        """How much there is to check; ``None`` while no meeting is shown."""
        self._findings.setVisible(count is not None)
        self._findings.setText(f"{count} temuan" if count else "Tidak ada temuan")

    def clear_saved(self) -> None:
        """Say nothing about saving: no meeting is open."""
        self._saved.clear()

    def _start(self, number: int, label: str) -> None:
        self._job, self._label = number, label
        self._bar.setRange(0, 0)
        self._late.start()

    def _progress(self, number: int, fraction: float, text: str) -> None:
        if number == self._job:
            self._bar.setRange(0, 100)
            self._bar.setValue(round(fraction * 100))
            self._work.setText(text or self._label)

    def _show_work(self) -> None:
        self._work.setText(self._label)
        for widget in (self._work, self._bar, self._stop):
            widget.show()

    def _finish(self, number: int) -> None:
        if number == self._job:
            self._late.stop()
            for widget in (self._work, self._bar, self._stop):
                widget.hide()


def _flat(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setFlat(True)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
