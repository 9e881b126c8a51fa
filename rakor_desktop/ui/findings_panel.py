"""What the review found: a list that leads to the places, with the remedy under each finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rakor_desktop.review import Finding
from rakor_desktop.ui.entry_list import AnyIndex
from rakor_desktop.ui.icons import pixmap
from rakor_desktop.ui.theme import is_dark, muted

_FINDING: Final = Qt.ItemDataRole.UserRole
_LEFT: Final = 38
_SIGNS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "error": ("error", "#b3261e", "#ff9b93", "Salah"),
    "warning": ("findings", "#8a5200", "#f3bd6b", "Perlu diperiksa"),
    "hint": ("info", "#1a56a6", "#86b7f2", "Catatan"),
}
_OTHER: Final = _SIGNS["hint"]


class FindingsPanel(QWidget):
    """Findings; choosing one asks for its place by ``jump(where)``."""

    jump = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QListWidget()
        self._list.setItemDelegate(_FindingDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName("Temuan")
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._jump)
        self._list.itemActivated.connect(self._jump)
        self._none = QLabel("Tidak ada temuan.\nIsian rapat ini tampak lengkap.")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._list)
        self._shown: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown now."""
        return self._shown

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these in place of the former ones; nothing moves when they are the same."""
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        row = self._list.currentRow()
        self._list.clear()
        for finding in findings:
            self._list.addItem(_item(finding))
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._stack.setCurrentWidget(self._list if findings else self._none)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the place."""
        item = self._list.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._jump(item)
        else:
            super().keyPressEvent(event)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first finding."""
        if self._list.count():
            self._list.setCurrentRow(max(0, self._list.currentRow()))
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _jump(self, item: QListWidgetItem) -> None:
        self.jump.emit(item.data(_FINDING).where)


class _FindingDelegate(QStyledItemDelegate):
    """Sign, sentence, remedy in quiet ink; as many lines as they need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 300
        finding = index.data(_FINDING)
        metrics = QFontMetrics(option.font)
        height = 14 + _height(metrics, finding.message, width) + _height(metrics, finding.remedy, width)
        return QSize(width, height + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        finding = index.data(_FINDING)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if selected:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        quiet = ink if selected else muted(palette)
        sign, light, dark, _word = _SIGNS.get(finding.severity, _OTHER)
        tint = ink if selected else QColor(dark if is_dark(palette) else light)
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        painter.drawPixmap(option.rect.x() + 10, option.rect.y() + 7, pixmap(sign, tint, 18, ratio))
        metrics = QFontMetrics(option.font)
        box = option.rect.adjusted(_LEFT, 7, -10, -5)
        first = _height(metrics, finding.message, option.rect.width())
        painter.setFont(option.font)
        for text, top, colour in ((finding.message, 0, ink), (finding.remedy, first, quiet)):
            painter.setPen(colour)
            painter.drawText(QRect(box.x(), box.y() + top, box.width(), box.height()), _WRAP, text)
        painter.setPen(palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


_WRAP: Final = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    if not text:
        return 0
    return metrics.boundingRect(QRect(0, 0, max(60, width - _LEFT - 10), 10_000), _WRAP, text).height() + 3


def _item(finding: Finding) -> QListWidgetItem:
    word = _SIGNS.get(finding.severity, _OTHER)[3]
    item = QListWidgetItem(finding.message)
    item.setData(_FINDING, finding)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word}: {finding.message} {finding.remedy}")
    item.setToolTip(f"{finding.message}\n{finding.remedy}\nKlik untuk menuju isiannya.")
    return item
