"""The line under a grid: its keys, or what there is to say of the present row, with one-click remedies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from rakor_desktop.ui.grid.tones import tone

_WRAPS: Final = int(Qt.TextFlag.TextWordWrap)
_LEAST_TEXT: Final = 150
"""Logical pixels that the sentence keeps beside its remedies; those that do not fit are in a menu."""
Remedy = tuple[str, Callable[[], object]]
"""A text ("Pakai AKP") and what happens when it is chosen."""


class UnderLine(QWidget):
    """One quiet sentence. ``usual`` is what stands there when there is nothing to say."""

    def __init__(self, usual: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self._tone = "muted"
        self._said = ""
        self._buttons: list[QToolButton] = []
        self._text = QLabel(usual, self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._text.setMinimumWidth(40)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._text, 1)
        self._more = QToolButton(self)
        self._more.setText("&Lainnya")
        self._more.setAccessibleName("Pilihan lainnya")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._more.hide()
        self._row.addWidget(self._more)
        # Always two lines: what stands over and under it does not move when there is something to say.
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self._colour()

    @property
    def text(self) -> str:
        """What the line says now; empty when it shows the keys."""
        return self._said

    def remedies(self) -> list[QToolButton]:
        """The buttons shown now, in order."""
        return list(self._buttons)

    def say(self, text: str, remedies: Sequence[Remedy] = (), tone_name: str = "hint") -> None:
        """Say a sentence with its remedies; an empty one brings the keys back."""
        if text == self.text and not remedies and not self._buttons:
            return
        self._said = text
        self._text.setToolTip(text)
        self._text.setAccessibleDescription(text)
        self._tone = tone_name if text else "muted"
        self._colour()
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [self._button(*remedy) for remedy in remedies]
        for number, button in enumerate(self._buttons, start=1):
            self._row.insertWidget(number, button)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrow: remedies never make the page wider than its room."""
        return QSize(_LEAST_TEXT, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _button(self, text: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(text.replace("&", ""))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: act())
        return button

    def _fit(self) -> None:
        """Two lines hold most sentences; of a longer one the end is left to the tooltip."""
        text = self._said or self._usual
        used = self._show_fitting()
        room = QRect(0, 0, max(60, self.width() - used - 4), 10_000)
        words, metrics = text.split(" "), self._text.fontMetrics()
        count = len(words)
        while count > 1 and metrics.boundingRect(room, _WRAPS, _cut(words, count)).height() > self.height():
            count -= 1
        self._text.setText(_cut(words, count))

    def _show_fitting(self) -> int:
        """Show the remedies that there is room for, the others in the menu; the width that they take."""
        room, gap = self.width() - _LEAST_TEXT, self._row.spacing()
        widths = [button.sizeHint().width() + gap for button in self._buttons]
        menu_width = self._more.sizeHint().width() + gap
        count = len(widths)
        if sum(widths) > room:
            count = max((n for n in range(count) if sum(widths[:n]) + menu_width <= room), default=0)
        menu = self._more.menu()
        menu.clear()
        for number, button in enumerate(self._buttons):
            button.setVisible(number < count)
            if number >= count:
                menu.addAction(button.text()).triggered.connect(button.click)
        self._more.setVisible(count < len(widths))
        return sum(widths[:count]) + (menu_width if count < len(widths) else 0)

    def _colour(self) -> None:
        palette = self._text.palette()
        palette.setColor(QPalette.ColorRole.WindowText, tone(self, self._tone))
        self._text.setPalette(palette)


def _cut(words: Sequence[str], count: int) -> str:
    return " ".join(words[:count]) + ("" if count == len(words) else "…")
