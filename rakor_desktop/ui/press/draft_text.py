"""The body of a release as text to write in: plain words, and every paragraph remembers which one it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from rakor_desktop.ui.grid.editors import is_history_key, without_history
from rakor_desktop.ui.press.draft_blocks import (
    KEY,
    Line,
    blocks_of,
    dress,
    key_of,
    lines_of,
    patch,
    put_keys,
    texts_of,
    wanted_lines,
)
from rakor_desktop.ui.press.draft_words import plain

_PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DraftText(QTextEdit):
    """Paragraphs with keys. Grows with its text; whoever hosts it scrolls.

    ``written`` carries what a person changed: the new text for each key, ``None`` for a paragraph that is gone.
    ``run`` grows whenever typing begins anew (elsewhere, after a pause in another field, by pasting): words of one run
    are one undo step. Rich text, pictures and HTML never come in; undo and redo are the window's.
    """

    written = Signal(object)
    about_to_write = Signal()
    """A key, a paste or a drop is about to change the text."""
    settled = Signal()
    """The keyboard went elsewhere."""
    grown = Signal()
    """The text takes another height or its paragraphs lie elsewhere."""
    source_asked = Signal(str, int)
    """Ctrl and a click: the key of the paragraph, and the place in its block."""
    menu_asked = Signal(object, str)
    """A context menu is about to open for the paragraph of this key: add to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[str, str] = {}
        self._order: tuple[str, ...] = ()
        self._patching = False
        self._indent = 0.0
        self._place = 0
        self._count = 0
        self._revision = -1
        self._all_anew = False
        self.run = 0
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._moved)
        self._dress()

    # -- what it shows

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of every paragraph that has one, as it stands now."""
        return texts_of(lines_of(self.document()))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the paragraphs that stand here, in order."""
        return tuple(self._texts)

    @property
    def patching(self) -> bool:
        """Whether the text is just being changed from outside."""
        return self._patching

    @property
    def current_key(self) -> str:
        """The key of the paragraph with the cursor."""
        return key_of(self.textCursor().block())

    def show_paragraphs(self, paragraphs: Sequence[tuple[str, str]]) -> bool:
        """Show these keys and texts; whether anything had to be replaced. What a person sees already stays as it is,
        blank lines included; cursor and selection stay where they can.
        """
        self._order = tuple(key for key, _ in paragraphs)
        wanted = wanted_lines(paragraphs)
        goal = texts_of(wanted)
        same = list(goal.items()) == list(self.texts.items())
        if not same or not goal:
            self.begin_run()
            afresh = not self._texts
            with self._quiet():
                patch(self.document(), wanted)
                put_keys(self.document(), [line.key for line in wanted] or [self._order[0] if self._order else ""])
                if afresh:
                    self.moveCursor(QTextCursor.MoveOperation.Start)
        self._texts = goal
        self._dress()
        return not same

    def tidy(self) -> None:
        """Take out blank lines, those at the cursor too."""
        self._put(wanted_lines(self.texts.items()))

    def indent_first(self, width: float) -> None:
        """Leave room before the first paragraph's first word, in pixels."""
        if width != self._indent:
            self._indent = width
            self._dress()

    def go_to_key(self, key: str) -> bool:
        """Put the cursor to the beginning of a paragraph and give it the keyboard; false without one."""
        block = next((block for block in blocks_of(self.document()) if key_of(block) == key), None)
        if block is None:
            return False
        self.setTextCursor(QTextCursor(block))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def places(self) -> list[tuple[str, QRectF]]:
        """Where every paragraph lies in this widget, in order: its key and its rectangle."""
        layout = self.document().documentLayout()
        found: dict[str, QRectF] = {}
        for block in blocks_of(self.document()):
            rect, key = layout.blockBoundingRect(block), key_of(block)
            found[key] = found[key].united(rect) if key in found else rect
        return list(found.items())

    def first_line(self) -> QRectF:
        """Where the first line of the first paragraph lies."""
        block = self.document().begin()
        layout = block.layout()
        if not layout.lineCount():
            return QRectF()
        return layout.lineAt(0).rect().translated(layout.position())

    def first_base(self) -> float:
        """The height on which the first line's letters stand."""
        layout = self.document().begin().layout()
        if not layout.lineCount():
            return float(self.fontMetrics().ascent())
        return layout.position().y() + layout.lineAt(0).y() + layout.lineAt(0).ascent()

    def lock(self, locked: bool) -> None:
        """Let it be read and copied, but not written."""
        if locked != self.isReadOnly():
            self.setReadOnly(locked)
            flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(flags if locked else Qt.TextInteractionFlag.TextEditorInteraction)

    # -- typing

    def event(self, event: QEvent) -> bool:
        """Let the window's undo and redo shortcuts win."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; undo, redo and Ctrl+Enter belong to the page and the window, and every Enter makes a paragraph."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_history_key(event) or (ctrl and event.key() in _ENTER):
            event.ignore()
            return
        by = _PAGES.get(Qt.Key(event.key()))
        if by:
            self._turn_page(by, keep=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        self.about_to_write.emit()
        if event.key() in _ENTER:
            if not self.isReadOnly():
                self.begin_run()
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            event.accept()
            return
        self._all_anew = self._all_selected()
        super().keyPressEvent(event)
        self._all_anew = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The host scrolls."""
        event.ignore()

    def begin_run(self) -> None:
        """What is typed from here on is another undo step."""
        self.run += 1

    def createMimeDataFromSelection(self) -> QMimeData:
        """Words alone are copied and dragged."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only words come in; files are the window's."""
        return source.hasText() and not source.hasUrls() and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put plain words in, line by line a paragraph."""
        if not self.canInsertFromMimeData(source):
            return
        self.about_to_write.emit()
        self.begin_run()
        self._all_anew = self._all_selected()
        self.textCursor().insertText(plain(source.text()))
        self._all_anew = False
        self.begin_run()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl and a click ask for the field that the paragraph was made of."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.button() == Qt.MouseButton.LeftButton:
            cursor = self.cursorForPosition(event.position().toPoint())
            self.source_asked.emit(key_of(cursor.block()), cursor.positionInBlock())
            event.accept()
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu without undo, and what there is to do with the paragraph pointed at."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cursor = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        menu = self.createStandardContextMenu()
        without_history(menu)
        self.menu_asked.emit(menu, key_of(cursor.block()))
        self._run_menu(menu, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Typing ends; blank lines go."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.begin_run()
            self.tidy()
            self.settled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew and grow."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """As wide as it may be, as high as its text."""
        return QSize(320, self.minimumHeight())

    def _turn_page(self, by: int, *, keep: bool) -> None:
        """Move the cursor by what is in sight: this widget is as high as its text, so its own page would be all."""
        seen = self.viewport().visibleRegion().boundingRect().height()
        line = self.cursorRect()
        there = self.cursorForPosition(line.center() + QPoint(0, by * max(line.height(), seen - 2 * line.height())))
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(there.position(), mode)
        self.setTextCursor(cursor)

    def _run_menu(self, menu: QMenu, event: QContextMenuEvent) -> None:
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _typed(self) -> None:
        revision = self.document().revision()
        if self._patching or revision == self._revision:
            return
        self._revision = revision
        self._place = self.textCursor().position()
        lines = self._give_keys(lines_of(self.document()))
        if len(lines) != self._count:
            self._dress()
            self.grown.emit()
        texts = texts_of(lines)
        changed: dict[str, str | None] = {key: text for key, text in texts.items() if self._texts.get(key) != text}
        changed.update({key: None for key in self._texts if key not in texts})
        self._texts = texts
        if changed:
            self.written.emit(changed)

    def _moved(self) -> None:
        # The cursor moves with every letter too; only a place that typing does not explain begins another run.
        if not self._patching and abs(self.textCursor().position() - self._place) > 1:
            self._place = self.textCursor().position()
            self.begin_run()

    def _all_selected(self) -> bool:
        cursor = self.textCursor()
        return cursor.hasSelection() and cursor.selectionEnd() - cursor.selectionStart() >= (
            self.document().characterCount() - 1
        )

    def _give_keys(self, lines: list[Line]) -> list[Line]:
        """A block that came to be without a key belongs to the paragraph before it, or to the first one; to the
        first one also what was written in place of everything: it is there as long as there is a release.
        """
        first = self._order[0] if self._order else ""
        anew = self._all_anew or (len(lines) == 1 and not lines[0].text.strip())
        if not anew and all(line.key for line in lines):
            return lines
        keyed: list[Line] = []
        last = first if anew else next((line.key for line in lines if line.key), first)
        for line in lines:
            last = last if anew else line.key or last
            keyed.append(Line(last, line.text))
        with self._quiet():
            put_keys(self.document(), [line.key for line in keyed])
        return keyed

    def _put(self, wanted: Sequence[Line]) -> None:
        if wanted and list(wanted) != lines_of(self.document()):
            with self._quiet():
                patch(self.document(), wanted)
                put_keys(self.document(), [line.key for line in wanted])
            self._dress()

    def _dress(self) -> None:
        with self._quiet():
            self._count = dress(self.document(), self._indent)

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        before, self._patching = self._patching, True
        try:
            yield
        finally:
            self._patching = before
            self._place = self.textCursor().position()

    def _grow(self) -> None:
        height = max(int(self.document().size().height()) + 2, self.fontMetrics().lineSpacing() * 2)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        self.grown.emit()


__all__ = ["KEY", "DraftText"]
