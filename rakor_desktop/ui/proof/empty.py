"""What stands in place of the findings: what to do before there is a text, and that all is well."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.icons import pixmap
from rakor_desktop.ui.theme import accent_text, muted

_WHAT: Final = (
    "Ejaan dan tanda baca, pangkat dan gelar, nama yang berubah ejaan, hari yang tidak cocok dengan tanggal, kutipan, "
    "dan hal yang tidak boleh keluar: nomor rahasia, kekuatan personel, data pribadi."
)


class Placard(QWidget):
    """A sign, a sentence, small print, and buttons in the middle."""

    def __init__(self, icon: str, title: str, text: str, *, good: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._good = good
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(title)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._title.setFont(font)
        self._text = QLabel(text)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 20, 28, 20)
        self._column.setSpacing(10)
        self._column.addStretch(2)
        for widget in (self._sign, self._title, self._text):
            self._column.addWidget(widget)
        self._column.addStretch(3)
        self._colour()

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons under the text."""
        for button in buttons:
            button.setAutoDefault(False)
            self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, text: str) -> None:
        """Another small print."""
        self._text.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        colour = tone(self, "public") if self._good else accent_text(self.palette())
        self._sign.setPixmap(pixmap(self._icon, colour, 40, self.devicePixelRatioF()))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, muted(self.palette()))
        self._text.setPalette(palette)


class Invitation(Placard):
    """Before there is a text: how to bring one. ``paste_wanted`` and ``open_wanted`` ask for it."""

    paste_wanted = Signal()
    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("proof", "Periksa naskah dari mana saja", _WHAT)
        paste = QPushButton("Te&mpel naskah")
        paste.setToolTip("Tempel yang disalin  (Ctrl+V)")
        opened = QPushButton("Buka berkas…")
        opened.setToolTip("Buka .txt, .docx, atau .html  (Ctrl+O)")
        for button in (paste, opened):
            button.setMinimumWidth(180)
        self.add_buttons(paste, opened)
        paste.clicked.connect(self.paste_wanted)
        opened.clicked.connect(self.open_wanted)
