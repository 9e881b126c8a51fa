"""The dialog that asks who: before a release is checked, approved, opened again, or kept as a version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.errors import RakorError
from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.grid.editors import LineEdit, Suggest, SuggestEdit
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.pages.form import Muted


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked: the window's title, what will happen, the button, and what is doubtful about it (``warning``).

    ``note`` is the label of the remark; ``note_needed`` asks for one (opening an approved release: why).
    """

    title: str
    told: str
    button: str
    note: str = "&Catatan (boleh kosong)"
    note_needed: bool = False
    warning: str = ""


class StepDialog(QDialog):
    """Asks who and, where it is wanted, why. ``act(who, note)`` is done on Enter; what it raises is told here."""

    def __init__(
        self, step: Step, who: str, suggest: Suggest, act: Callable[[str, str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._step, self._act = step, act
        self.setWindowTitle(step.title)
        self.setMinimumWidth(440)
        self.who = SuggestEdit(suggest, self, show_all=True)
        self.who.setText(who)
        self.who.setAccessibleName("Nama")
        self.who.setPlaceholderText("mis. Aiptu Lispono")
        self.note = LineEdit(self)
        self.note.setAccessibleName(step.note.replace("&", ""))
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.use = QPushButton(step.button)
        self._lay_out()
        for line in (self.who, self.note):
            line.textChanged.connect(self._weigh)
        self.who.chosen.connect(lambda choice: self.who.setText(choice.text))
        self._weigh()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.who.selectAll()

    def accept(self) -> None:
        """Do it; what goes wrong is said, and the dialog stays."""
        if not self.use.isEnabled():
            return
        try:
            self._act(self.who.text().strip(), self.note.text().strip())
        except RakorError as error:
            self.problem.setText(error.message)
            self.problem.show()
            return
        super().accept()

    def _weigh(self) -> None:
        named = bool(self.who.text().strip())
        told = bool(self.note.text().strip()) or not self._step.note_needed
        self.use.setEnabled(named and told)

    def _lay_out(self) -> None:
        step = self._step
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(6)
        rows.addWidget(Muted(step.told, self))
        if step.warning:
            warning = QLabel(step.warning, self)
            warning.setWordWrap(True)
            _ink(warning, self, "doubt")
            rows.addWidget(warning)
        rows.addSpacing(4)
        for text, line in (("&Nama", self.who), (step.note, self.note)):
            caption = QLabel(text, self)
            caption.setBuddy(line)
            rows.addWidget(caption)
            rows.addWidget(line)
        _ink(self.problem, self, "wrong")
        rows.addWidget(self.problem)
        rows.addSpacing(8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(self.use, buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)


def _ink(label: QLabel, of: QWidget, colour: str) -> None:
    palette = label.palette()
    palette.setColor(label.foregroundRole(), tone(of, colour))
    label.setPalette(palette)
