"""What went wrong, and what to do: a bar that stays until it is closed or mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from rakor_desktop.ui.icons import pixmap, put_icon
from rakor_desktop.ui.theme import is_dark
from rakor_desktop.ui.toast import Link


class MessageBar(QFrame):
    """One sentence over the pages with its remedies as buttons, and a button to close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pesan galat")
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._links = QHBoxLayout()
        self._buttons: list[QPushButton] = []
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setToolTip("Tutup pesan ini")
        self._close.setAccessibleName("Tutup pesan")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addLayout(self._links)
        row.addWidget(self._close)
        self._tint()
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says now."""
        return self._text.text()

    def links(self) -> list[QPushButton]:
        """The remedies shown now, in order."""
        return list(self._buttons)

    def say(self, text: str, links: Sequence[Link] = ()) -> None:
        """Show a sentence and announce it to screen readers; it stays."""
        self._text.setText(text)
        self.setAccessibleDescription(text)
        for old in self._buttons:
            self._links.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for label, action in links:
            button = QPushButton(label)
            button.setAccessibleName(label.replace("&", ""))
            button.clicked.connect(lambda _=False, run=action: run())
            self._links.addWidget(button)
            self._buttons.append(button)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A reddish ground with a strong edge: not colour alone tells, the sign and the words do."""
        dark = is_dark(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#4a2524" if dark else "#fdecea"))
        painter.fillRect(0, 0, 4, self.height(), QColor("#ff9b93" if dark else "#b3261e"))

    def _tint(self) -> None:
        dark = is_dark(self.palette())
        self._sign.setPixmap(pixmap("error", QColor("#ff9b93" if dark else "#b3261e"), 20, self.devicePixelRatioF()))
        put_icon(self._close, "close", self.palette(), 16)
