"""The dateline as it stands before the first word: shown, not written here; a click leads to its field."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.press.draft_text import DraftText

_MOST = 0.6
"""At most this share of a line; a longer dateline is shortened."""


class Dateline(QAbstractButton):
    """Lies over the body's first line, which leaves room for it."""

    def __init__(self, body: DraftText) -> None:
        super().__init__(body.viewport())
        self._body = body
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Titimangsa: klik untuk menuju isiannya")
        self.hide()

    def show_text(self, dateline: str, dash: str, seen: bool) -> None:
        """Show the dateline with its dash before the first paragraph, or nothing."""
        self.setText(f"{dateline}{dash}".rstrip() if dateline and seen else "")
        self.setAccessibleName(f"Titimangsa: {dateline}")
        self.settle()

    def settle(self) -> None:
        """Lie where the first line is now."""
        self.setVisible(bool(self.text()))
        if not self.text():
            self._body.indent_first(0.0)
            return
        metrics = QFontMetricsF(self._font())
        width = min(metrics.horizontalAdvance(f"{self.text()} "), self._body.viewport().width() * _MOST)
        self._body.indent_first(float(round(width)))
        line = self._body.first_line()
        self.setGeometry(0, round(line.y()), round(width), max(round(line.height()), round(metrics.height())))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        metrics = QFontMetricsF(self._font())
        return QSize(round(metrics.horizontalAdvance(self.text())), round(metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words on the line's own base."""
        painter = QPainter(self)
        font = self._font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(tone(self, "muted"))
        shown = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, self._body.first_base() - self.y() - QFontMetricsF(font).ascent(), self.width(),
                         QFontMetricsF(font).height()), Qt.AlignmentFlag.AlignLeft, shown)  # fmt: skip
        painter.end()

    def _font(self) -> QFont:
        font = QFont(self._body.font())
        font.setBold(True)
        return font
