"""A large button for one way to begin: icon, name, shortcut, and a line that says what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rakor_desktop.ui.icons import drawable, pixmap
from rakor_desktop.ui.theme import accent_text, muted

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_PAD: Final = 12
_ICON: Final = 26


class BeginButton(QAbstractButton):
    """Triggers ``action``; the default way stands out in the accent colour."""

    def __init__(self, action: QAction, remark: str, *, default: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._remark = remark
        self._default = default
        self.setText(action.text())
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        self.setAccessibleDescription(remark)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        """Title and two lines of remark."""
        line = self.fontMetrics().height()
        return QSize(240, 3 * line + 2 * _PAD + 12)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows: the remark wraps, and is cut at the third line."""
        return QSize(150, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, title with shortcut, remark, focus frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, quiet, tint = self._ground(painter)
        if drawable():
            picture = pixmap(str(self._action.property("icon_name") or ""), tint, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(_PAD, _PAD, picture)
        left = _PAD + _ICON + 10
        box = self.rect().adjusted(left, _PAD - 2, -_PAD, -_PAD)
        line = self.fontMetrics().height() + 4
        self._title(painter, QRect(box.x(), box.y(), box.width(), line), ink, quiet)
        painter.setFont(self.font())
        painter.setPen(quiet)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box.adjusted(0, line + 2, 0, 0), flags, self._remark)
        if self.hasFocus():
            self._focus_frame(painter)

    def _ground(self, painter: QPainter) -> tuple[QColor, QColor, QColor]:
        palette = self.palette()
        hot = self.underMouse() or self.isDown()
        if self._default:
            fill = palette.color(QPalette.ColorRole.Highlight)
            painter.setBrush(fill.darker(112) if hot else fill)
            painter.setPen(Qt.PenStyle.NoPen)
            ink = palette.color(QPalette.ColorRole.HighlightedText)
            colours = (ink, ink, ink)
        else:
            role = QPalette.ColorRole.AlternateBase if hot else QPalette.ColorRole.Base
            painter.setBrush(palette.color(role))
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            colours = (palette.color(QPalette.ColorRole.Text), muted(palette), accent_text(palette))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        return colours

    def _title(self, painter: QPainter, box: QRect, ink: QColor, quiet: QColor) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        keys = self._action.shortcut().toString()
        keys_width = self.fontMetrics().horizontalAdvance(keys) + 10
        title_width = QFontMetrics(bold).horizontalAdvance(self.text().replace("&", ""))
        painter.setFont(bold)
        painter.setPen(ink)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextShowMnemonic)
        painter.drawText(box, flags, self.text())
        if keys and title_width + keys_width <= box.width():
            painter.setFont(self.font())
            painter.setPen(quiet)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), keys)

    def _focus_frame(self, painter: QPainter) -> None:
        role = QPalette.ColorRole.HighlightedText if self._default else QPalette.ColorRole.Link
        painter.setPen(QPen(self.palette().color(role), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -4, -4), 4, 4)
