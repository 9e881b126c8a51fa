"""What the tints and underlines of the source mean, wrapping to the width there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QWidget

from rakor_desktop.reading.values import Part
from rakor_desktop.ui.reading.inks import INKS, LEGEND, ground, line_colour

_GAP: Final = 5
_PAD: Final = 5
_PENS: Final = {
    QTextCharFormat.UnderlineStyle.DashUnderline: Qt.PenStyle.DashLine,
    QTextCharFormat.UnderlineStyle.DotLine: Qt.PenStyle.DotLine,
    QTextCharFormat.UnderlineStyle.DashDotLine: Qt.PenStyle.DashDotLine,
    QTextCharFormat.UnderlineStyle.DashDotDotLine: Qt.PenStyle.DashDotDotLine,
}


class Legend(QWidget):
    """One small sign for each kind of mark that the source has."""

    def __init__(self, parts: Iterable[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        there = {"back" if part == "front" else part for part in parts}
        self._parts = tuple(part for part in LEGEND if part in there)
        self.setAccessibleName("Arti warna dan garis bawah")
        self.setAccessibleDescription(", ".join(INKS[part].label for part in self._parts))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As high as its signs at the present width."""
        bottom = max((box.bottom() for _part, box in self._signs()), default=0.0)
        return QSize(200, int(bottom + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every sign as its part is marked in the source."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.92)
        for part, box in self._signs():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground(part, self.palette()))
            painter.drawRoundedRect(box, 3, 3)
            painter.setFont(font)
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(box.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, INKS[part].label)
            self._underline(painter, part, box)

    def _underline(self, painter: QPainter, part: Part, box: QRectF) -> None:
        base = box.bottom() - 3
        left, right = box.left() + _PAD, box.right() - _PAD
        line = INKS[part].line
        painter.setPen(QPen(line_colour(part, self.palette()), 1.3, _PENS.get(line, Qt.PenStyle.SolidLine)))
        if line != QTextCharFormat.UnderlineStyle.WaveUnderline:
            painter.drawLine(QPointF(left, base), QPointF(right, base))
            return
        steps = int((right - left) // 3)
        points = [QPointF(left + 3 * n, base + (1 if n % 2 else -1)) for n in range(steps + 1)]
        painter.drawPolyline(points)

    def _signs(self) -> Iterator[tuple[Part, QRectF]]:
        metrics = self.fontMetrics()
        height = metrics.height() + 5
        x, y = 0.0, 0.0
        for part in self._parts:
            width = metrics.horizontalAdvance(INKS[part].label) + 2 * _PAD
            if x and x + width > self.width():
                x, y = 0.0, y + height + 3
            yield part, QRectF(x, y, width, height)
            x += width + _GAP
