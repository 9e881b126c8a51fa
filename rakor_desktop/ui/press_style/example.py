"""The live example beside the form: the meeting as it reads in the style, with what has just changed marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.ui.binding import ChoiceBox
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.press_style.example_text import ExampleText, changed_rows, example_of, is_thin

if TYPE_CHECKING:
    from rakor_desktop.compose.source import Memory

SETTLE_MS: Final = 60
"""Milliseconds after a change until the example follows."""
_MARK_MS: Final = 1_800
"""Milliseconds that what has changed stays marked."""
_OPEN: Final = ""


class Example(QWidget):
    """Composes the open meeting, or a sample, in the style given last."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._catalog = desk, catalog
        self._memory: Memory | None = None
        self._bundles: dict[str, Bundle] = {}
        self._style: PressStyle | None = None
        self._marks = False
        self.shown = ExampleText()
        self.marked: frozenset[int] = frozenset()
        self.choice = ChoiceBox(self)
        self.choice.setAccessibleName("Rapat untuk contoh")
        self.choice.setToolTip("Rapat yang dipakai untuk contoh")
        self.choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Contoh siaran")
        self.text.document().setDocumentMargin(14)
        self.meter = Meter(self)
        self._lay_out()
        self._offer()
        self.choice.activated.connect(lambda _row: self._renew())
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        self._fade = QTimer(self, singleShot=True, interval=_MARK_MS)
        self._fade.timeout.connect(self._unmark)

    def show_style(self, style: PressStyle, *, marks: bool) -> None:
        """Follow a style in a moment; ``marks``: show what changes by it."""
        if marks and style == self._style:
            return
        self._style = style
        self._marks = marks
        self._timer.start()

    def refresh(self) -> None:
        """Compose and show now."""
        self._timer.stop()
        if self._style is None:
            return
        from rakor_desktop.compose.source import Memory

        self._memory = self._memory or Memory()
        made = example_of(self._style, self._bundle(), self._catalog, self._memory)
        self.marked = changed_rows(self.shown.blocks, made.blocks) if self._marks else frozenset()
        if made != self.shown or not self._marks:
            self.shown = made
            self._write()
        self._marks = True
        self.meter.setVisible(bool(made.headline))
        self.meter.show_length(made.headline, self._style.headline_length)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.shown.blocks:
            self._write()

    def _bundle(self) -> Bundle:
        name = str(self.choice.currentData())
        if name == _OPEN:
            return self._desk.bundle
        if name not in self._bundles:
            self._bundles[name] = codec.decode(self._catalog.sample_bytes(name))
        return self._bundles[name]

    def _offer(self) -> None:
        meeting = self._desk.meeting
        if meeting.id:
            self.choice.addItem(f"Rapat ini: {meeting.title or meeting.occasion or '(tanpa judul)'}", _OPEN)
        kind = self._desk.office.kind
        names = self._catalog.sample_names()
        for name in names:
            self.choice.addItem(f"Contoh: {name.replace('-', ' ').title()}", name)
        if not meeting.id or is_thin(meeting):
            self.choice.setCurrentIndex(self.choice.findData(_fitting(names, kind)))

    def _renew(self) -> None:
        self._marks = False
        self.refresh()

    def _write(self) -> None:
        bar = self.text.verticalScrollBar()
        at = bar.value() if self._marks else 0
        document = self.text.document()
        document.clear()
        cursor = QTextCursor(document)
        first = None
        for row, block in enumerate(self.shown.blocks):
            if row:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block_format(row))
            cursor.setCharFormat(self._letters(block.kind))
            cursor.insertText(block.text)
            if row in self.marked and first is None:
                first = cursor.block()
        self.text.setTextCursor(QTextCursor(document))
        bar.setValue(at)
        if first is not None:
            place = document.documentLayout().blockBoundingRect(first)
            if not at <= place.top() <= at + self.text.viewport().height() - 20:
                bar.setValue(int(place.top()) - 20)
            self._fade.start()

    def _unmark(self) -> None:
        self.marked = frozenset()
        document = self.text.document()
        for row in range(document.blockCount()):
            QTextCursor(document.findBlockByNumber(row)).setBlockFormat(self._block_format(row))

    def _block_format(self, row: int) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setBottomMargin(8)
        made.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if row in self.marked:
            made.setBackground(tone(self, "found"))
        return made

    def _letters(self, kind: str) -> QTextCharFormat:
        made = QTextCharFormat()
        size = self.font().pointSizeF()
        made.setFontPointSize(size * {"title": 1.25, "small": 0.92}.get(kind, 1.0))
        made.setFontWeight(QFont.Weight.Bold if kind == "title" else QFont.Weight.Normal)
        made.setForeground(tone(self, "muted") if kind == "small" else self.palette().text())
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        caption = QLabel("&Contoh", self)
        font = caption.font()
        font.setBold(True)
        caption.setFont(font)
        caption.setBuddy(self.choice)
        head.addWidget(caption)
        head.addWidget(self.choice, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self.text, 1)
        rows.addWidget(self.meter)


class Meter(QWidget):
    """How long the headline is and how long it may be: a bar and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length, self._most = 0, 1
        self.words = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.words)
        self.setMinimumHeight(22)

    @property
    def fits(self) -> bool:
        """Whether the style has room for the headline."""
        return self._length <= self._most

    def show_length(self, length: int, most: int) -> None:
        """Show a length in characters and the most that the style allows."""
        self._length, self._most = length, max(1, most)
        self.words.setText(f"Judul {length} dari {most} huruf" + ("" if self.fits else ", terlalu panjang"))
        palette = self.words.palette()
        palette.setColor(self.words.foregroundRole(), tone(self, "muted" if self.fits else "wrong"))
        self.words.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin bar left of the words."""
        width = max(0, self.words.x() - 12)
        middle = self.height() // 2 - 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone(self, "rule"))
        painter.drawRoundedRect(0, middle, width, 4, 2, 2)
        painter.setBrush(tone(self, "hint" if self.fits else "wrong"))
        painter.drawRoundedRect(0, middle, min(width, width * self._length // self._most), 4, 2, 2)
        painter.end()


def _fitting(names: tuple[str, ...], kind: str) -> str:
    """A sample of the office's kind where there is one."""
    wanted = "lumajang" if kind == "local_government" else "pasaman-barat"
    return wanted if wanted in names else names[0]
