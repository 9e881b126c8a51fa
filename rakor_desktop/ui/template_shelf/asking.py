"""Two small questions: what a template is called, and which document one from elsewhere is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.catalog.template_shelf import LONGEST_TITLE
from rakor_desktop.desk.documents import document_title
from rakor_desktop.ui.buttons import make_default

_WIDTH: Final = 440


class NameDialog(QDialog):
    """Asks for a template's name, and with ``documents`` which document it makes; ``name``, ``document`` answer."""

    def __init__(
        self,
        title: str,
        told: str,
        name: str,
        accept: str,
        documents: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.line = QLineEdit(name, self)
        self.line.setMaxLength(LONGEST_TITLE)
        self.line.selectAll()
        self.line.setAccessibleName("Nama templat")
        self.box = QComboBox(self)
        self.box.setAccessibleName("Dokumen")
        for document in documents:
            self.box.addItem(document_title(document), document)
        note = QLabel(told, self)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        form = QFormLayout()
        form.addRow("&Nama templat", self.line)
        if documents:
            form.addRow("&Dokumen", self.box)
        self.box.setVisible(bool(documents))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = QPushButton(accept)
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(self.keep, buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(12)
        rows.addWidget(note)
        rows.addLayout(form)
        rows.addWidget(buttons)
        self.line.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.setEnabled(bool(name.strip()))
        self.line.setFocus()

    @property
    def name(self) -> str:
        """What was typed."""
        return self.line.text()

    @property
    def document(self) -> str:
        """The document chosen; "" when it was not asked."""
        return str(self.box.currentData() or "")


def ask(dialog: NameDialog, answer: Callable[[NameDialog], None]) -> NameDialog:
    """Open the question; ``answer`` is called once it was accepted."""
    dialog.accepted.connect(lambda: answer(dialog))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
