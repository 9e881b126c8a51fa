"""A picture of the letterhead while it is typed: the block, its closing line, and the emblem's place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from rakor_desktop.domain.office import Letterhead, OfficeKind

_INK: Final = QColor("#15181c")
_PAPER: Final = QColor("#ffffff")
_EDGE: Final = QColor("#c3cbd6")
_PAD: Final = 14


class LetterheadPicture(QWidget):
    """Paints a sheet's top: police and army set the block top left, local governments across the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letterhead = Letterhead()
        self._kind: OfficeKind = "police"
        self._font = "Arial"
        self._emblem = QPixmap()
        self.setAccessibleName("Gambar kop surat")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_letterhead(self, letterhead: Letterhead, kind: OfficeKind, font: str, emblem: bytes | None) -> None:
        """Show this letterhead; ``emblem`` is the picture's bytes."""
        self._letterhead, self._kind, self._font = letterhead, kind, font
        self._emblem = QPixmap()
        if emblem:
            self._emblem.loadFromData(emblem)
        self.setAccessibleDescription("; ".join([*letterhead.lines, letterhead.address]))
        self.update()

    def sizeHint(self) -> QSize:
        """The top of a sheet."""
        return QSize(420, 104)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper is white in both themes, as it is on the desk."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_EDGE))
        painter.setBrush(_PAPER)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        lines = [line for line in (*self._letterhead.lines, self._letterhead.address) if line.strip()]
        painter.setPen(QPen(_INK, 1.2))
        if not lines:
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), "Kop surat masih kosong")
            return
        across = self._kind == "local_government"
        fonts = [self._font_of(n, across) for n in range(len(lines))]
        scale = self._scale(lines, fonts)
        for font in fonts:
            font.setPointSizeF(font.pointSizeF() * scale)
        self._block(painter, lines, fonts, across)

    def _block(self, painter: QPainter, lines: list[str], fonts: list[QFont], across: bool) -> None:
        metrics = [QFontMetricsF(font) for font in fonts]
        widest = max(m.horizontalAdvance(line) for m, line in zip(metrics, lines, strict=True))
        room = self.width() - 2 * _PAD
        above = 0.0
        left = float(_PAD)
        if not self._emblem.isNull():
            above = self._paint_emblem(painter, across, widest)
            left += 52 if across else 0
        width = room - (left - _PAD) if across else widest
        top = _PAD / 2 + above
        for line, font, measure in zip(lines, fonts, metrics, strict=True):
            painter.setFont(font)
            painter.drawText(QRectF(left, top, width, measure.height()), int(Qt.AlignmentFlag.AlignCenter), line)
            top += measure.height()
        rule = QRectF(_PAD, top + 3, room if across else widest, 0)
        painter.drawLine(rule.topLeft(), rule.topRight())

    def _paint_emblem(self, painter: QPainter, across: bool, widest: float) -> float:
        """Paint the emblem; how far it pushes the block down (on the left of a local government's: not at all)."""
        side = 44 if across else 30
        picture = self._emblem.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        x = _PAD if across else _PAD + (widest - picture.width()) / 2
        painter.drawPixmap(int(x), 8, picture)
        return 0.0 if across else picture.height() + 2.0

    def _font_of(self, number: int, across: bool) -> QFont:
        is_address = number >= len([line for line in self._letterhead.lines if line.strip()])
        font = QFont(self._font)
        font.setPointSizeF(8.0 if is_address else 11.5 if across and number == 1 else 9.5)
        font.setBold(across and number == 1)
        return font

    def _scale(self, lines: list[str], fonts: list[QFont]) -> float:
        room = self.width() - 2 * _PAD - (52 if not self._emblem.isNull() else 0)
        widest = max(QFontMetricsF(f).horizontalAdvance(line) for f, line in zip(fonts, lines, strict=True))
        height = sum(QFontMetricsF(font).height() for font in fonts) + 12
        tall = self.height() - (36 if not self._emblem.isNull() and self._kind != "local_government" else 0)
        return min(1.0, room / max(widest, 1.0), tall / height)
