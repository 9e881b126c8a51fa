"""A window to paste or type a list into, for when the clipboard holds none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QSize, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.reading.material import Material, materials_of

_REST: Final = 350
"""Milliseconds of rest in typing before it is told what would be read."""
_FORMS: Final = (
    "AKBP Agung Tribawanto, S.I.K., Kapolres Pasaman Barat\n"
    "Kabag Ops Kompol Muzhendra, S.H.\n"
    "Mayor Inf Suharjo (Kasdim) mewakili Dandim\n"
    "para PJU Polres, Dinas PUPR"
)


class PasteWindow(QDialog):
    """Asks for a list. ``wanted`` carries what is to be read; ``glanced`` the text whenever typing rests."""

    wanted = Signal(object)
    glanced = Signal(str)

    def __init__(self, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tempel teks")
        self.field = _Field()
        label = QLabel("Tempel atau &ketik daftar di sini:")
        label.setBuddy(self.field)
        self.remark = QLabel(remark)
        self.remark.setWordWrap(True)
        self.remark.setVisible(bool(remark))
        self.told = Muted("Pesan WhatsApp, berita, tabel Excel, atau surat. Berkas dapat diseret ke sini.", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.read_button = QPushButton("&Baca")
        self.read_button.setToolTip("Baca teks ini  (Ctrl+Enter)")
        self.read_button.setEnabled(False)
        buttons.addButton(self.read_button, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(self.read_button, buttons)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (self.remark, label, self.field, self.told, buttons):
            column.addWidget(widget)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(lambda: self.glanced.emit(self.field.toPlainText()))
        self.field.textChanged.connect(self._typed)
        self.field.brought.connect(self._give)
        buttons.accepted.connect(self.read)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.read)
        self.resize(QSize(660, 420))
        self.field.setFocus()

    def read(self) -> None:
        """Ask for the text to be read."""
        text = self.field.toPlainText()
        if text.strip():
            self._give(Material(text))

    def tell(self, text: str) -> None:
        """Say what would be read."""
        self.told.setText(text)

    def _typed(self) -> None:
        self.read_button.setEnabled(bool(self.field.toPlainText().strip()))
        self._rest.start()

    def _give(self, material: object) -> None:
        self._rest.stop()
        self.accept()
        self.wanted.emit(material)


class _Field(QPlainTextEdit):
    """The field; a table or a file that is pasted or dropped is read at once."""

    brought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Tempel atau ketik daftar di sini")
        self.setPlaceholderText(f"Misalnya:\n\n{_FORMS}")
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and files."""
        return bool(materials_of(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text goes into the field; what has a form of its own is read as it is."""
        found = materials_of(source)
        if found and (found[0].path is not None or found[0].html):
            self.brought.emit(found[0])
        elif found:
            super().insertFromMimeData(source)
