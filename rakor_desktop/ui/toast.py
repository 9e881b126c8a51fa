"""Good news without a box to click away: a note over the window that leaves by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QEnterEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

Link = tuple[str, Callable[[], object]]
"""A text with access key ("&Buka folder") and what happens when it is chosen."""

STAYS: Final = 6_000
"""Milliseconds that a toast stays when nobody points at it."""
_BOTTOM: Final = 40
_INK, _GROUND, _LINK_INK = "#f5f7fa", "#253040", "#9cc7ff"


class Toast(QFrame):
    """A line at the bottom of ``host`` with links; stays while pointed at or focused."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._buttons: list[QPushButton] = []
        self.setAccessibleName("Pemberitahuan")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._links = QHBoxLayout()
        self._links.setSpacing(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 10, 7)
        row.addWidget(self._text)
        row.addLayout(self._links)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.hide)
        self._colour()
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What the toast says now."""
        return self._text.text()

    def links(self) -> list[QPushButton]:
        """The link buttons shown now, in order."""
        return list(self._buttons)

    def say(self, text: str, links: Sequence[Link] = ()) -> None:
        """Show a sentence and its links in place of the former toast, and announce it to screen readers."""
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self._put_links(links)
        self.show()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # new links count only once they are laid out
        self.adjustSize()
        self._place()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of a host that changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Somebody reads: the clock stands still."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The clock runs again."""
        self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dark rounded ground in both themes, so that it stands out from the pages."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("#4a5a70"))
        painter.setBrush(QColor(_GROUND))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 7, 7)

    def _put_links(self, links: Sequence[Link]) -> None:
        for old in self._buttons:
            self._links.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for text, action in links:
            button = QPushButton(text)
            button.setFlat(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            button.setAccessibleName(text.replace("&", ""))
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _=False, run=action: run())
            self._links.addWidget(button)
            button.show()  # beside a toast that is shown already it would count a moment too late
            self._buttons.append(button)
        self._colour()

    def _colour(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, QColor(_INK))
        palette.setColor(QPalette.ColorRole.Button, QColor(_GROUND))
        palette.setColor(QPalette.ColorRole.Window, QColor(_GROUND))
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(_LINK_INK))
        self.setPalette(palette)

    def _place(self) -> None:
        host = self._host
        self.setMaximumWidth(max(200, host.width() - 40))
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - _BOTTOM)
