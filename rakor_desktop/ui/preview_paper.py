"""The paper of the preview: a document whose paragraphs are patched one by one, each leading to its field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from rakor_desktop.ui.grid.tones import is_dark
from rakor_desktop.ui.preview_layout import INK, Block, paragraph_format, runs_of
from rakor_desktop.ui.preview_steps import steps_between

_PAPER: Final = {False: "#ffffff", True: "#f2f1ed"}
"""The paper is light in both: a document is printed on white; in the dark it is a little softer."""
_HOVER: Final = QColor("#e3ecf9")
_MARGIN: Final = 26


class Paper(QTextBrowser):
    """A page whose paragraphs are blocks; only blocks that changed are written anew."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ""
        self._blocks: tuple[Block, ...] = ()
        self._pressed = QPoint()
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Pratinjau isi dokumen")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(_MARGIN)
        self._paint_paper()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks shown."""
        return self._blocks

    def set_font(self, name: str, points: float) -> None:
        """The document's font; all blocks are written anew when it is another one."""
        font = QFont(name)
        font.setPointSizeF(points)
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)
            self._rewrite()

    def show_blocks(self, blocks: Sequence[Block], kind: str) -> None:
        """Show these blocks, touching only those that are not as shown; the place on the page stays."""
        if kind != self.kind or not self._blocks:
            self.kind = kind
            self._blocks = tuple(blocks)
            self._rewrite()
            self.verticalScrollBar().setValue(0)
            return
        anchor = self._anchor()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for tag, i, j, new in steps_between(self._blocks, blocks):
            self._patch(cursor, tag, i, j, new)
        # Laying out may bring a scroll bar and with it a resize, which asks what stands where.
        self._blocks = tuple(blocks)
        cursor.endEditBlock()
        self._return_to(anchor)

    def target_at(self, position: QPoint) -> str:
        """The target of the block at a place of the viewport; empty between blocks."""
        cursor = self.cursorForPosition(position)
        rect = self.cursorRect(cursor)
        if not rect.adjusted(-100000, -4, 100000, 4).contains(position):
            return ""
        return self._target_of(cursor.blockNumber())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selects nothing goes to the block's field."""
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        still = (here - self._pressed).manhattanLength() < QGuiApplication.styleHints().startDragDistance()
        if event.button() == Qt.MouseButton.LeftButton and still and not self.textCursor().hasSelection():
            self._jump(self.target_at(here))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Blocks that lead somewhere light up."""
        super().mouseMoveEvent(event)
        here = event.position().toPoint()
        target = self.target_at(here) if not event.buttons() else ""
        self._light(self.cursorForPosition(here).block() if target else None)
        shape = Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._light(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the field of the block that the cursor is in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._jump(self._target_of(self.textCursor().blockNumber()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The paper follows light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._paint_paper()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Signatures stand by the page's width."""
        super().resizeEvent(event)
        for number, block in enumerate(self._blocks):
            if block.kind == "signature":
                cursor = QTextCursor(self.document().findBlockByNumber(number))
                cursor.setBlockFormat(paragraph_format(block, self.kind, self._width()))

    def _patch(self, cursor: QTextCursor, tag: str, i: int, j: int, new: Sequence[Block]) -> None:
        """Steps come from the end of the page to its beginning, so that numbers before them still hold."""
        if tag == "replace":
            for number, block in zip(range(i, j), new, strict=True):
                self._write(cursor, number, block)
        elif tag == "delete":
            for number in range(j - 1, i - 1, -1):
                self._remove(cursor, number)
        else:
            for offset, block in enumerate(new):
                self._insert(cursor, i + offset, block)

    def _write(self, cursor: QTextCursor, number: int, block: Block) -> None:
        place = self.document().findBlockByNumber(number)
        cursor.setPosition(place.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(paragraph_format(block, self.kind, self._width()))
        for run in runs_of(block, self.kind):
            cursor.insertText(run.text, run.format(self.document().defaultFont()))

    def _insert(self, cursor: QTextCursor, number: int, block: Block) -> None:
        if number < self.document().blockCount():
            cursor.setPosition(self.document().findBlockByNumber(number).position())
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock()
        self._write(cursor, number, block)

    def _remove(self, cursor: QTextCursor, number: int) -> None:
        place = self.document().findBlockByNumber(number)
        following = place.next()
        cursor.setPosition(place.position())
        if following.isValid():
            kept = following.blockFormat()
            cursor.setPosition(following.position(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            cursor.setBlockFormat(kept)
            return
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if number:
            # Joining two paragraphs gives the first the format of the one that goes.
            kept = place.previous().blockFormat()
            cursor.deletePreviousChar()
            cursor.setBlockFormat(kept)

    def _rewrite(self) -> None:
        document = self.document()
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(paragraph_format(block, self.kind, self._width()))
            for run in runs_of(block, self.kind):
                cursor.insertText(run.text, run.format(document.defaultFont()))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _anchor(self) -> tuple[str, int]:
        """The key of the first block in sight, and how far below the top it begins."""
        if self.verticalScrollBar().value() == 0 or not self._blocks:
            return "", 0
        number = self.cursorForPosition(QPoint(_MARGIN, 2)).blockNumber()
        if number >= len(self._blocks):
            return "", 0
        return self._blocks[number].key, self._top_of(number) - self.verticalScrollBar().value()

    def _return_to(self, anchor: tuple[str, int]) -> None:
        key, offset = anchor
        number = next((n for n, block in enumerate(self._blocks) if block.key == key), -1) if key else -1
        if number >= 0:
            self.verticalScrollBar().setValue(self._top_of(number) - offset)

    def _top_of(self, number: int) -> int:
        place = self.document().findBlockByNumber(number)
        return int(self.document().documentLayout().blockBoundingRect(place).top())

    def _target_of(self, number: int) -> str:
        return self._blocks[number].target if 0 <= number < len(self._blocks) else ""

    def _jump(self, target: str) -> None:
        if target:
            self.clicked.emit(target)

    def _light(self, place: QTextBlock | None) -> None:
        if place is None:
            if self.extraSelections():
                self.setExtraSelections([])
            return
        light = QTextEdit.ExtraSelection()
        light.cursor = QTextCursor(place)
        light.format.setBackground(_HOVER)
        light.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([light])

    def _width(self) -> int:
        return max(200, self.viewport().width() - 2 * _MARGIN)

    def _paint_paper(self) -> None:
        palette = QPalette(QGuiApplication.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(_PAPER[is_dark(QGuiApplication.palette())]))
        palette.setColor(QPalette.ColorRole.Text, INK)
        with QSignalBlocker(self):
            self.setPalette(palette)
