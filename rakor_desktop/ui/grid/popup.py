"""The list of suggestions under a line: each a text, and a quieter remark that tells two like texts apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rakor_desktop.ui.grid.tones import shade

Index = QModelIndex | QPersistentModelIndex
_NOTE: Final = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS: Final = 9
_WIDEST: Final = 520
_GAP: Final = 14
_SIDE: Final = 6


class SuggestionList(QListWidget):
    """Suggestions over the window's other widgets; it never takes the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName("Saran")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QListWidget.Shape.Box)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_TwoParts(self))

    def fill(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these texts with their remarks; none is walked to."""
        self.clear()
        for text, note in rows:
            item = QListWidgetItem(text, self)
            item.setData(_NOTE, note)
            if note:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {note}")
        self.setCurrentRow(-1)

    def show_under(self, line: QWidget) -> None:
        """Show the list under a line, or over it where there is no room."""
        window = line.window()
        rows = min(self.count(), _MOST_ROWS)
        height = rows * max(self.sizeHintForRow(0), line.fontMetrics().height() + 4) + 4
        metrics = self.fontMetrics()
        widest = max(
            metrics.horizontalAdvance(item.text()) + _note_room(metrics.horizontalAdvance(str(item.data(_NOTE) or "")))
            for item in (self.item(row) for row in range(self.count()))
        )
        width = max(line.width(), min(widest + 2 * _SIDE + 24, _WIDEST))
        below = line.mapTo(window, QPoint(0, line.height()))
        left = max(0, min(below.x(), window.width() - width))
        top = below.y() if below.y() + height <= window.height() else below.y() - line.height() - height
        self.setGeometry(left, max(0, top), min(width, window.width()), min(height, window.height()))
        self.show()
        self.raise_()


class _TwoParts(QStyledItemDelegate):
    """Paints the text, and the remark in a quieter colour behind it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        text, note = option.text, str(index.data(_NOTE) or "")
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        metrics = option.fontMetrics
        box = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.setPen(option.palette.color(ink))
        painter.drawText(box, place, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
        used = metrics.horizontalAdvance(text) + _GAP
        if note and used < box.width():
            rest = QRect(box.left() + used, box.top(), box.width() - used, box.height())
            painter.setPen(option.palette.color(ink) if chosen else shade(option.palette, "muted"))
            painter.drawText(rest, place, metrics.elidedText(note, Qt.TextElideMode.ElideRight, rest.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, option.fontMetrics.height() + 7)


def _note_room(width: int) -> int:
    return width + _GAP if width else 0
