"""What stands in place of a release of a classified meeting that nobody has answered for yet."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

CONFIRMATION: Final = "releases/confirmation"
"""The target where somebody answers for the release of a classified meeting."""
BARRED: Final = (
    "Rapat ini berklasifikasi rahasia. Siaran persnya belum ditampilkan, disalin, atau dibuat dokumennya sampai ada "
    "yang memastikan bahwa isinya boleh keluar."
)


class Barrier(QWidget):
    """Says so, with a button to where it can be answered for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QLabel(BARRED, self)
        told.setWordWrap(True)
        self.button = QPushButton("&Ke konfirmasi", self)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 14, 10, 10)
        rows.setSpacing(10)
        rows.addWidget(told)
        rows.addLayout(line)
        rows.addStretch(1)
