"""The source with every reading marked in it; numbers in its margin lead to the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from rakor_desktop.reading.values import Mark, Part
from rakor_desktop.ui.reading.excerpt import Excerpt
from rakor_desktop.ui.reading.inks import INKS, text_format
from rakor_desktop.ui.reading.prepared import PROSE
from rakor_desktop.ui.reading.stretches import Stretches
from rakor_desktop.ui.theme import accent_text, muted

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SourceView(QPlainTextEdit):
    """Shows the source, or of a long one the part around the chosen row, read only.

    Only the marks in sight are ever formatted, so length costs nothing. ``number_of`` tells the row number (from 0)
    that a person read has in the grid; -1 for none.
    """

    pointed = Signal(int)
    """Somebody clicked or walked to this place of the source."""

    def __init__(
        self, source: str, stretches: Stretches, number_of: Callable[[int], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._stretches = stretches
        self._number_of = number_of
        self._span: tuple[int, int] | None = None
        self._formats: dict[Part, QTextCharFormat] = {}
        self._excerpt = Excerpt.around(source)
        self._margin = _Margin(self)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Sumber")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.document().setDocumentMargin(7)
        self.setTabStopDistance(self.fontMetrics().averageCharWidth() * 4)
        self._put(self._excerpt)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_cursor)

    @property
    def excerpt(self) -> Excerpt:
        """What of the source is shown."""
        return self._excerpt

    @property
    def is_whole(self) -> bool:
        """Whether all of the source is shown."""
        return self._excerpt.end - self._excerpt.start >= len(self._source)

    def point_out(self, span: tuple[int, int] | None) -> None:
        """Frame one stretch; ``None`` takes the frame away. It is scrolled to unless somebody works in the text."""
        self._span = span
        if span is not None and not self.hasFocus():
            if not (self._excerpt.holds(span[0]) and span[1] <= self._excerpt.end):
                self._put(Excerpt.around(self._source, span[0]))
            self._scroll_to(span)
        self.viewport().update()
        self._margin.update()

    def selected_span(self) -> tuple[int, int] | None:
        """The stretch of the source that is selected, without blanks around it."""
        cursor = self.textCursor()
        start, end = (self._excerpt.to_source(p) for p in (cursor.selectionStart(), cursor.selectionEnd()))
        text = self._source[start:end]
        start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        return (start, end) if start < end else None

    def margin_numbers(self, block: QTextBlock) -> str:
        """What stands in the margin beside a block: the rows that begin in it (``3``, ``3–6``), ``?`` where only
        something unread begins.
        """
        start, end = self._block_span(block)
        people = [self._number_of(person) for _place, person in self._stretches.people_between(start, end)]
        numbers = sorted(number + 1 for number in people if number >= 0)
        if numbers:
            return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
        missed = any(m.part == "unread" and not _is_prose(m) and m.start >= start for m in self._marks(start, end))
        return "?" if missed else ""

    @property
    def most(self) -> int:
        """The largest number that the margin may have to show."""
        return self._stretches.people

    def is_chosen(self, block: QTextBlock) -> bool:
        """Whether the stretch pointed out begins in a block."""
        if self._span is None:
            return False
        start, end = self._block_span(block)
        return start <= self._span[0] < end

    def visible_blocks(self) -> list[tuple[QTextBlock, QRectF]]:
        """The blocks in sight with their places in the viewport."""
        found = []
        block, offset, bottom = self.firstVisibleBlock(), self.contentOffset(), self.viewport().height()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > bottom:
                break
            found.append((block, box))
            block = block.next()
        return found

    def refresh(self) -> None:
        """Mark what is in sight anew: it was scrolled, or rows have changed."""
        blocks = self.visible_blocks()
        if blocks:
            start, end = self._block_span(blocks[0][0])[0], self._block_span(blocks[-1][0])[1]
            self.setExtraSelections([self._selection(mark) for mark in _joined(self._marks(start, end))])
        self._margin.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and a frame around the stretch of the chosen row."""
        super().paintEvent(event)
        if self._span is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent_text(self.palette()), 1.6))
        for box in self._boxes(*self._span):
            painter.drawRoundedRect(box, 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin at its edge."""
        super().resizeEvent(event)
        self._place_margin()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk in the text; Enter is the dialog's."""
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._formats.clear()
            self._place_margin()
            self.refresh()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say under the pointer what a stretch was read as."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._excerpt.to_source(self.cursorForPosition(event.pos()).position())
            mark = self._stretches.at(place)
            QToolTip.showText(event.globalPos(), self._said(mark), self.viewport())
            return True
        return super().viewportEvent(event)

    # -- within

    def _put(self, excerpt: Excerpt) -> None:
        self._excerpt = excerpt
        self.blockSignals(True)
        self.setPlainText(excerpt.text)
        self.blockSignals(False)
        self._place_margin()
        self.refresh()

    def _marks(self, start: int, end: int) -> Sequence[Mark]:
        return self._stretches.between(start, end)

    def _block_span(self, block: QTextBlock) -> tuple[int, int]:
        start = self._excerpt.to_source(block.position())
        return start, self._excerpt.to_source(block.position() + block.length() - 1) + 1

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._excerpt.to_shown(mark.start))
        cursor.setPosition(self._excerpt.to_shown(mark.end), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = self._format(mark.part)
        return made

    def _format(self, part: Part) -> QTextCharFormat:
        if part not in self._formats:
            self._formats[part] = text_format(part, self.palette())
        return self._formats[part]

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        """Rectangles around a stretch, one a line, as far as they are in sight."""
        first, last = self._excerpt.to_shown(start), self._excerpt.to_shown(end)
        boxes: list[QRectF] = []
        for block, box in self.visible_blocks():
            low, high = max(first, block.position()), min(last, block.position() + block.length() - 1)
            layout = block.layout()
            for number in range(layout.lineCount() if low < high else 0):
                line = layout.lineAt(number)
                begin = max(low - block.position(), line.textStart())
                stop = min(high - block.position(), line.textStart() + line.textLength())
                if begin < stop:
                    left, right = _x(line.cursorToX(begin)), _x(line.cursorToX(stop))
                    spot = QRectF(left, line.y(), right - left, line.height()).translated(box.topLeft())
                    boxes.append(spot.adjusted(-2, -0.5, 2, 0.5))
        return boxes

    def _scroll_to(self, span: tuple[int, int]) -> None:
        cursor = QTextCursor(self.document())
        self.blockSignals(True)
        for place in (span[1], span[0]):
            cursor.setPosition(self._excerpt.to_shown(place))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.blockSignals(False)
        self.refresh()

    def _said(self, mark: Mark | None) -> str:
        if mark is None or mark.part not in INKS:
            return ""
        number = self._number_of(mark.owner) if mark.part not in ("group", "unread") else -1
        return f"{INKS[mark.part].label}, baris {number + 1}" if number >= 0 else INKS[mark.part].label

    def _on_update(self, rect: QRect, dy: int) -> None:
        if dy:
            self.refresh()
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())

    def _on_cursor(self) -> None:
        if self.hasFocus() and not self.textCursor().hasSelection():
            self.pointed.emit(self._excerpt.to_source(self.textCursor().position()))

    def _place_margin(self) -> None:
        width = self._margin.sizeHint().width()
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), width, inside.height())


class _Margin(QWidget):
    """The numbers beside the text."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName("Nomor baris yang terbaca")

    def sizeHint(self) -> QSize:
        """Room for two numbers of the largest row."""
        return QSize(self.fontMetrics().horizontalAdvance(f"{self._view.most}–{self._view.most}") + 12, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers of rows; the chosen one stands out."""
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(event.rect(), palette.color(QPalette.ColorRole.Window))
        height = self.fontMetrics().lineSpacing()
        for block, box in self._view.visible_blocks():
            text = self._view.margin_numbers(block)
            if text:
                spot = QRectF(2, box.top() + 1, self.width() - 4, height)
                self._number(painter, spot, text, self._view.is_chosen(block))

    def _number(self, painter: QPainter, spot: QRectF, text: str, chosen: bool) -> None:
        palette = self.palette()
        ink: QColor = muted(palette)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(spot, 3, 3)
            ink = palette.color(QPalette.ColorRole.HighlightedText)
        font = QFont(self.font())
        font.setBold(chosen or text == "?")
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)


def _joined(marks: Sequence[Mark]) -> list[Mark]:
    """Neighbours that look alike as one: Qt leaves the second of two touching stretches of one look unpainted."""
    made: list[Mark] = []
    for mark in marks:
        grey = mark.part == "connective" or _is_prose(mark)
        last = made[-1] if made else None
        if last is not None and grey and last.part == "connective" and last.end == mark.start:
            made[-1] = last._replace(end=mark.end)
        else:
            made.append(mark._replace(part="connective") if grey else mark)
    return made


def _is_prose(mark: Mark) -> bool:
    return mark.part == "unread" and mark.end - mark.start >= PROSE


def _x(found: object) -> float:
    """PySide gives the place of a cursor with the place it was asked for."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
