"""The status of the release as a chip: its words are cut where there is no room, never its colour alone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rakor_desktop.ui.grid.tones import tone

_PAD = 10


class StatusChip(QWidget):
    """A rounded field with one line of text; the whole text stands in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = "", "frame"
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What the chip says."""
        return self._text

    def say(self, text: str, told: str, colour: str) -> None:
        """Show a text in a colour family; ``told`` is the whole story."""
        if (text, colour) != (self._text, self._tone):
            self._text, self._tone = text, colour
            self.updateGeometry()
            self.update()
        self.setToolTip(told)
        self.setAccessibleName(f"Status siaran pers: {text}")
        self.setAccessibleDescription(told)

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2 * _PAD + 2, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Room for the status itself."""
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), metrics.averageCharWidth() * 14), metrics.height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the text on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone(self, self._tone))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.setPen(tone(self, f"ink-{self._tone}"))
        box = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        painter.end()
