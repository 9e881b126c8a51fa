"""The rows' numbers: rows are chosen there, and dragged to another place with a line that shows where."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QPolygon
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView

from rakor_desktop.ui.grid.model import RecordModel
from rakor_desktop.ui.grid.tones import tone

_SCROLL_MS: Final = 60
_EDGE: Final = 18
_PIN: Final = 5


class RowHeader(QHeaderView):
    """Numbers of rows. Pressing chooses a row, dragging moves the chosen rows; Esc calls the dragging off.

    ``dropped`` carries the row before which the chosen rows are to stand.
    """

    dropped = Signal(int)

    def __init__(self, table: QTableView, model: RecordModel) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table, self._records = table, model
        self._pressed: QPoint | None = None
        self._waiting = -1
        self._before = -1
        self._towards = 0
        self._y = 0
        self._line = QFrame(table.viewport())
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.setAutoFillBackground(True)
        self._line.hide()
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)

    @property
    def dragging(self) -> bool:
        """Whether rows are being dragged."""
        return self._before >= 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row; rows that are chosen already stay so, for they may be dragged together."""
        row = self.logicalIndexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = event.position().toPoint() if plain and 0 <= row < len(self._records.records) else None
        self._waiting = -1
        if self._pressed is not None and self._chosen(row):
            self._waiting = row
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the mouse has gone far enough."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self.dragging or far >= QApplication.startDragDistance():
            self._show_place(event.position().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, or choose the one row that was only clicked."""
        before, waiting = self._before, self._waiting
        self._end()
        super().mouseReleaseEvent(event)
        if before >= 0:
            self.dropped.emit(before)
        elif waiting >= 0:
            self._table.selectRow(waiting)

    def cancel(self) -> bool:
        """Call a dragging off; false when there is none."""
        if not self.dragging:
            return False
        self._end()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc calls the dragging off."""
        if event.key() != Qt.Key.Key_Escape or not self.cancel():
            super().keyPressEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """The number, and a small corner on rows that were given their place by hand."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self._records.placed_by_hand(logicalIndex):
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone(self, "doubt"))
            corner = rect.topLeft()
            painter.drawPolygon(QPolygon([corner, corner + QPoint(_PIN + 2, 0), corner + QPoint(0, _PIN + 2)]))
            painter.restore()

    def _chosen(self, row: int) -> bool:
        model = self._table.selectionModel()
        return model is not None and model.isRowSelected(row)

    def _show_place(self, y: int) -> None:
        rows = len(self._records.records)
        row = self.logicalIndexAt(y)
        if row < 0 or row >= rows:
            before = rows
        else:
            middle = self.sectionViewportPosition(row) + self.sectionSize(row) // 2
            before = row if y < middle else row + 1
        self._before = min(before, rows)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        top = (
            self.sectionViewportPosition(self._before)
            if self._before < self.count()
            else self.sectionViewportPosition(rows - 1) + self.sectionSize(rows - 1)
        )
        palette = self._line.palette()
        palette.setColor(QPalette.ColorRole.Window, self.palette().color(QPalette.ColorRole.Link))
        self._line.setPalette(palette)
        self._line.setGeometry(0, max(0, top - 1), self._table.viewport().width(), 3)
        self._line.show()
        self._line.raise_()
        self._towards = -1 if y < _EDGE else 1 if y > self.height() - _EDGE else 0
        if self._towards and not self._scroll.isActive():
            self._scroll.start()
        elif not self._towards:
            self._scroll.stop()
        self._y = y

    def _scroll_on(self) -> None:
        bar = self._table.verticalScrollBar()
        bar.setValue(bar.value() + self._towards * self.defaultSectionSize())
        self._show_place(self._y)

    def _end(self) -> None:
        self._pressed, self._waiting, self._before = None, -1, -1
        self._scroll.stop()
        self._line.hide()
        self.unsetCursor()
