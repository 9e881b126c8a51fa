"""The panel of a classified meeting: nothing goes out until somebody answers for it by name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.errors import RakorError
from rakor_desktop.ui.grid.editors import SuggestEdit
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press.signing import Signing

LEVELS: Final = {"R": "RAHASIA", "SR": "SANGAT RAHASIA"}
_WIDEST: Final = 560


class ConfirmationPanel(QWidget):
    """What it is, why nothing is shown, and the tick, the name and the button that let the release go out."""

    def __init__(self, parts: Parts, signing: Signing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._signing = parts, signing
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        self.tick = QCheckBox("Saya memastikan isinya &boleh disiarkan dan sudah diizinkan pimpinan", self)
        self.who = SuggestEdit(signing.suggest, self, show_all=True)
        self.who.setAccessibleName("Nama yang memastikan")
        self.who.setPlaceholderText("mis. Kasi Humas AKP Rosita")
        self.who.chosen.connect(lambda choice: self.who.setText(choice.text))
        self.button = QPushButton("&Pastikan dan tampilkan siaran pers", self)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        self.tick.toggled.connect(self._weigh)
        self.who.textChanged.connect(self._weigh)
        self.who.returnPressed.connect(self.button.click)
        self.button.clicked.connect(self._confirm)
        self._weigh()

    def refresh(self) -> None:
        """Name the classification; a tick of before does not hold for another one."""
        level = LEVELS.get(self._parts.desk.meeting.classification, "")
        heading = f"Rapat ini berklasifikasi {level}"
        if heading != self.heading.text():
            self.heading.setText(heading)
            self.tick.setChecked(False)
            self.who.setText(self._signing.last)
            self.problem.hide()

    def _weigh(self) -> None:
        self.button.setEnabled(self.tick.isChecked() and bool(self.who.text().strip()))

    def _confirm(self) -> None:
        who = self.who.text().strip()
        try:
            self._parts.releases.confirm(who)
        except RakorError as error:
            self.problem.setText(error.message)
            self.problem.show()
            return
        self.tick.setChecked(False)
        self._signing.remember(who)

    def _lay_out(self) -> None:
        font = self.heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.heading.setFont(font)
        palette = self.problem.palette()
        palette.setColor(self.problem.foregroundRole(), tone(self, "wrong"))
        self.problem.setPalette(palette)
        box = QWidget(self)
        box.setMaximumWidth(_WIDEST)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.heading)
        told = QLabel(
            "Siaran pers tidak ditampilkan, disalin, atau dibuat dokumennya sampai ada yang memastikan bahwa isinya "
            "boleh keluar. Nama dan waktunya dicatat dalam arsip. Notula dan laporan intern tidak terpengaruh.", box
        )  # fmt: skip
        told.setWordWrap(True)
        rows.addWidget(told)
        rows.addSpacing(6)
        rows.addWidget(self.tick)
        caption = QLabel("&Nama yang memastikan", box)
        caption.setBuddy(self.who)
        rows.addWidget(caption)
        rows.addWidget(self.who)
        rows.addWidget(self.problem)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        rows.addLayout(line)
        rows.addWidget(
            Muted("Bila klasifikasinya dinaikkan, kepastian ini gugur. Butir yang internal tetap internal.", box)
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 18, 14, 14)
        outer.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)
