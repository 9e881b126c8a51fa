"""The list of pages on the left, each with its count, under the meeting's title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.bahasa.dates import day_date
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.ui.entry_list import AnyIndex
from rakor_desktop.ui.icons import pixmap
from rakor_desktop.ui.theme import accent_text, muted
from rakor_desktop.ui.words import NO_TITLE

WIDTH: Final = 178
_COUNT: Final = Qt.ItemDataRole.UserRole
_ICON: Final = Qt.ItemDataRole.UserRole + 1
_KEY: Final = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Entrance:
    """A page as the list shows it."""

    key: str
    title: str
    icon: str


class Navigation(QWidget):
    """Chooses a page: ``chosen(key)``."""

    chosen = Signal(str)

    def __init__(self, entrances: Sequence[Entrance], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAutoFillBackground(True)
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setAccessibleName("Rapat yang terbuka")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._day = QLabel()
        self._day.setWordWrap(True)
        self._list = QListWidget()
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setItemDelegate(_PageDelegate(self._list))
        self._list.setAccessibleName("Halaman rapat")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        for number, entrance in enumerate(entrances, start=1):
            self._list.addItem(_item(entrance, number))
        self._list.currentItemChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(2)
        for label in (self._title, self._day):
            label.setContentsMargins(12, 0, 10, 0)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self._list, 1)
        self._tint()

    def show_meeting(self, meeting: Meeting) -> None:
        """Title and day of the meeting on the desk."""
        title = meeting.title or NO_TITLE
        self._title.setText(_clipped(title, self._title.fontMetrics(), WIDTH - 26, 4))
        self._title.setToolTip(title)
        self._day.setText(day_date(meeting.held.date) if meeting.held.date else "Tanggal belum diisi")

    def show_count(self, key: str, count: int | None) -> None:
        """The count behind a page's name; ``None`` and 0 show none."""
        item = self._item(key)
        if item is not None and item.data(_COUNT) != count:
            item.setData(_COUNT, count)
            text = item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {count}" if count else text)

    def choose(self, key: str) -> None:
        """Mark the page that is shown."""
        item = self._item(key)
        if item is not None:
            self._list.setCurrentItem(item)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, muted(palette))
        self._day.setPalette(palette)
        ground = QPalette(self.palette())  # not the list's own: that keeps the colour set for the former theme
        ground.setColor(QPalette.ColorRole.Base, ground.color(QPalette.ColorRole.Window))
        self._list.setPalette(ground)

    def _item(self, key: str) -> QListWidgetItem | None:
        items = (self._list.item(row) for row in range(self._list.count()))
        return next((item for item in items if item.data(_KEY) == key), None)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_KEY))


class _PageDelegate(QStyledItemDelegate):
    """Icon, name, count; the page shown carries a bar of the accent colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(WIDTH, max(34, QFontMetrics(option.font).height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        palette = option.palette
        shown = bool(option.state & QStyle.StateFlag.State_Selected)
        if shown:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Midlight))
            painter.fillRect(QRect(option.rect.x(), option.rect.y(), 3, option.rect.height()), accent_text(palette))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.AlternateBase))
        ink = palette.color(QPalette.ColorRole.WindowText)
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        top = option.rect.center().y() - 9
        colour = accent_text(palette) if shown else ink
        painter.drawPixmap(option.rect.x() + 12, top, pixmap(str(index.data(_ICON)), colour, 18, ratio))
        self._words(painter, option, index, ink, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(accent_text(palette))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, ink: QColor, shown: bool
    ) -> None:
        font = option.font
        font.setBold(shown)
        painter.setFont(font)
        count = str(index.data(_COUNT) or "")
        room = option.rect.adjusted(40, 0, -12, 0)
        count_width = QFontMetrics(font).horizontalAdvance(count) + 8 if count else 0
        text = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width() - count_width
        )
        painter.setPen(ink)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.setPen(muted(option.palette))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), count)


def _item(entrance: Entrance, number: int) -> QListWidgetItem:
    item = QListWidgetItem(entrance.title)
    item.setData(_KEY, entrance.key)
    item.setData(_ICON, entrance.icon)
    item.setToolTip(f"{entrance.title}  (Ctrl+{number})")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, entrance.title)
    return item


def _clipped(text: str, metrics: QFontMetrics, width: int, lines: int) -> str:
    """The text cut so that it takes about so many lines."""
    return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, int(width * (lines - 0.5)))
