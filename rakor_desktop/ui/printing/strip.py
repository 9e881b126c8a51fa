"""A quiet line over the pages: what the program is at, or that the pages are not those of today any more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from rakor_desktop.ui.grid.tones import tone


class Strip(QFrame):
    """One sentence, perhaps with a bar, and one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Keadaan halaman")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setMaximumHeight(10)
        self._bar.setAccessibleName("Kemajuan")
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self._do())
        self._do: Callable[[], object] = lambda: None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar)
        row.addWidget(self.button)
        self.setAutoFillBackground(True)
        self._colour()
        self.hide()

    @property
    def text(self) -> str:
        """What the strip says; empty while it is not shown."""
        return "" if self.isHidden() else self._text.text()

    @property
    def working(self) -> bool:
        """Whether a bar tells of work going on."""
        return not self.isHidden() and not self._bar.isHidden()

    def say(self, text: str, label: str, do: Callable[[], object]) -> None:
        """Tell something, with a button for what can be done."""
        self._show(text, label, do, working=False)

    def work(self, text: str, stop: Callable[[], object]) -> None:
        """Tell of work going on, with a button that stops it."""
        self._bar.setRange(0, 0)
        self._show(text, "Bata&lkan", stop, working=True)

    def progress(self, fraction: float, text: str = "") -> None:
        """How far the work is."""
        if fraction > 0:
            self._bar.setRange(0, 100)
            self._bar.setValue(round(fraction * 100))
        if text:
            self._text.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._colour()

    def _show(self, text: str, label: str, do: Callable[[], object], *, working: bool) -> None:
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self.button.setText(label)
        self.button.setAccessibleName(label.replace("&", ""))
        self._do = do
        self._bar.setVisible(working)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _colour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, tone(self, "discussion"))
        self.setPalette(palette)
