"""The strip under the grid: what is to be looked at in the chosen row, and its remedies in one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.theme import muted


class Remedy(NamedTuple):
    """A button: its text with access key, and what it does."""

    text: str
    act: Callable[[], object]


class Notice(QFrame):
    """One sentence and its remedies. It keeps its height, so that the grid never jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Yang perlu diperiksa")
        self._asking = False
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._row = QWidget(self)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 6, 5)
        column.setSpacing(4)
        column.addWidget(self._text, 1)
        column.addWidget(self._row)
        self._column = column
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + QPushButton("X").sizeHint().height() + 16)
        self.say("")

    @property
    def text(self) -> str:
        """What the strip says."""
        return self._text.text()

    def remedies(self) -> list[QPushButton]:
        """The buttons shown, in order."""
        return list(self._buttons)

    def say(self, text: str, remedies: Sequence[Remedy] = (), *, asking: bool = False) -> None:
        """Show a sentence and its remedies; ``asking`` makes it stand out and tells screen readers."""
        if text == self._text.text() and [r.text for r in remedies] == [b.text() for b in self._buttons]:
            self._rewire(remedies)
            return
        self._text.setText(text)
        self._text.setToolTip(text)
        self._asking = asking
        self.setAccessibleDescription(text)
        self._put(remedies)
        self._quieten()
        self.update()
        if asking:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._quieten()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground; an edge in the colour of doubt where something is asked."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._asking:
            painter.fillRect(0, 0, 4, self.height(), tone(self, "doubt"))

    def _put(self, remedies: Sequence[Remedy]) -> None:
        self._column.removeWidget(self._row)
        self._row.hide()
        self._row.deleteLater()
        self._row = QWidget(self)
        links = QHBoxLayout(self._row)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(6)
        self._buttons = []
        for remedy in remedies:
            button = QPushButton(remedy.text, self._row)
            button.setAutoDefault(False)
            button.setAccessibleName(remedy.text.replace("&&", "\0").replace("&", "").replace("\0", "&"))
            button.clicked.connect(lambda _=False, act=remedy.act: act())
            links.addWidget(button)
            self._buttons.append(button)
        links.addStretch(1)
        self._column.addWidget(self._row)
        self._row.show()

    def _rewire(self, remedies: Sequence[Remedy]) -> None:
        for button, remedy in zip(self._buttons, remedies, strict=True):
            button.clicked.disconnect()
            button.clicked.connect(lambda _=False, act=remedy.act: act())

    def _quieten(self) -> None:
        palette = self.palette()
        ink = palette.color(QPalette.ColorRole.Text) if self._asking else muted(palette)
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self._text.setPalette(palette)
