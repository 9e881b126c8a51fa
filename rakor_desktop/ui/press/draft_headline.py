"""The headline: in large type, with its length, and other headlines to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.ui.grid.editors import TextEdit
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.press.draft_words import plain

if TYPE_CHECKING:
    from rakor_desktop.compose.draft import Headline

_LARGE: Final = 1.55
_BAR: Final = 4
_WIDE: Final = 240


class HeadlineField(QWidget):
    """Shows the headline that stands in the draft; typing makes it a person's own, emptying it lets it follow again.

    ``written`` carries the new headline ("" : as composed).
    """

    written = Signal(str)
    finished = Signal()
    """Enter: the body is next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        self._most = 0
        self._choices: tuple[Headline, ...] = ()
        self._showing = False
        self.text = _HeadlineText(self)
        self.text.textChanged.connect(self._typed)
        self.text.finished.connect(self.finished)
        self.text.left.connect(self._left)
        self.meter = Meter(self)
        self.others = QPushButton("&Judul lain", self)
        self.others.setToolTip("Pilih judul lain yang disusun program  (Alt+J)")
        self.others.setFlat(True)
        self.menu = QMenu(self.others)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.others.setMenu(self.menu)
        foot = QHBoxLayout()
        foot.addWidget(self.meter)
        foot.addStretch(1)
        foot.addWidget(self.others)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self.text)
        rows.addLayout(foot)
        self.setFocusProxy(self.text)

    @property
    def value(self) -> str:
        """The headline typed, in one line."""
        return " ".join(self.text.toPlainText().split())

    @property
    def own(self) -> bool:
        """Whether a person's headline stands here."""
        return bool(self.value) and self.value != self._composed

    def show_headline(self, shown: str, composed: str, choices: Sequence[Headline], most: int) -> None:
        """Show what stands in the draft. ``most``: characters that the style has room for, 0 without limit."""
        self._composed, self._choices, self._most = composed, tuple(choices), most
        self.text.setPlaceholderText(composed or "Tulis judul siaran")
        self.others.setEnabled(bool(choices) and not self.text.isReadOnly())
        emptied = not self.value and self.text.hasFocus() and shown == composed
        if shown != self.value and not emptied:
            self._put(shown)
        self._measure()

    def set_locked(self, locked: bool) -> None:
        """Let it be read but not written."""
        self.text.setReadOnly(locked)
        self.others.setVisible(not locked)

    def choose(self, text: str) -> None:
        """Take one of the headlines."""
        self._put(text)
        self._measure()
        self.written.emit("" if text == self._composed else text)

    def _put(self, text: str) -> None:
        at = self.text.textCursor().position()
        self._showing = True
        self.text.setPlainText(text)
        self._showing = False
        cursor = self.text.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.text.setTextCursor(cursor)

    def _typed(self) -> None:
        if not self._showing:
            self._measure()
            self.written.emit(self.value if self.own else "")

    def _left(self) -> None:
        if not self.value and self._composed:
            self._put(self._composed)
            self._measure()

    def _measure(self) -> None:
        length = len(self.value or self._composed)
        self.meter.show_length(length, self._most)
        state = "judul Anda" if self.own else "judul susunan program"
        self.text.setAccessibleDescription(f"{state}, {self.meter.told}")

    def _fill_menu(self) -> None:
        self.menu.clear()
        for number, choice in enumerate(self._choices, 1):
            fits = "muat" if choice.fits else "terlalu panjang"
            words = choice.text.replace("&", "&&")
            action = self.menu.addAction(f"&{number}  {words}\t{choice.length} huruf, {fits}")
            action.setCheckable(True)
            action.setChecked(choice.text == self.value)
            action.triggered.connect(lambda _=False, text=choice.text: self.choose(text))
        if self.own:
            self.menu.addSeparator()
            back = self.menu.addAction("&Kembalikan judul susunan program")
            back.triggered.connect(lambda: self.choose(self._composed))


class _HeadlineText(TextEdit):
    """Two lines of large type; one headline has no line breaks."""

    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(2, 4, parent)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _LARGE)
        font.setBold(True)
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setAccessibleName("Judul siaran pers")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the body."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.finished.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words only."""
        return source.hasText() and not source.hasUrls() and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted lines become one."""
        if self.canInsertFromMimeData(source):
            self.textCursor().insertText(" ".join(plain(source.text()).split("\n")))

    def to_end(self) -> None:
        """Put the cursor behind the last word."""
        self.moveCursor(QTextCursor.MoveOperation.End)


class Meter(QWidget):
    """How long the headline is against what its style has room for: a bar, and the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = self._most = 0
        self._label = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _BAR + 3, 0, 0)
        row.addWidget(self._label)
        row.addStretch(1)
        self.setAccessibleName("Panjang judul")
        self.setMinimumWidth(_WIDE)

    @property
    def told(self) -> str:
        """The length in words."""
        return self._label.text()

    @property
    def too_long(self) -> bool:
        """Whether the headline is longer than its style has room for."""
        return bool(self._most) and self._length > self._most

    def show_length(self, length: int, most: int) -> None:
        """Show that a headline has ``length`` of at most ``most`` characters (0: no limit)."""
        self._length, self._most = length, most
        if not most:
            text = f"{length} huruf"
        elif self.too_long:
            text = f"⚠ {length} dari {most} huruf: {length - most} terlalu panjang"
        else:
            text = f"{length} dari {most} huruf"
        self._label.setText(text)
        self._colour()
        self.setAccessibleDescription(text)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_label"):
            self._colour()

    def _colour(self) -> None:
        palette = self._label.palette()
        palette.setColor(self._label.foregroundRole(), tone(self, "wrong" if self.too_long else "muted"))
        self._label.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        if not self._most:
            return
        painter = QPainter(self)
        whole = min(self.width(), _WIDE)
        painter.fillRect(0, 0, whole, _BAR, tone(self, "rule"))
        share = min(1.0, self._length / self._most)
        painter.fillRect(0, 0, int(whole * share), _BAR, tone(self, "wrong" if self.too_long else "public"))
        painter.end()
