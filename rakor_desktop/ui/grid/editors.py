"""Typing widgets that leave undo to the window: one line, several lines, and a line with suggestions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from rakor_desktop.ui.grid.popup import SuggestionList

_HISTORY: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_DOCUMENT_MARGIN: Final = 10


def is_history_key(event: QEvent) -> bool:
    """Whether the key is undo or redo (Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z), which belong to the window."""
    if not isinstance(event, QKeyEvent):
        return False
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl_y or any(event.matches(key) for key in _HISTORY)


class LineEdit(QLineEdit):
    """A line whose undo is the window's: it lets Ctrl+Z and Ctrl+Y pass, and its menu does not offer its own."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Let the window's undo and redo shortcuts win over the line's own."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, except undo and redo."""
        if is_history_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left (not for a menu or another window)."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu without the line's own undo."""
        menu = self.createStandardContextMenu()
        without_history(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()


class TextEdit(QPlainTextEdit):
    """Several lines that grow with their text between ``least`` and ``most`` lines; Tab moves on."""

    left = Signal()

    def __init__(self, least: int = 1, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Let the window's undo and redo shortcuts win."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return False
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; undo, redo and Ctrl+Enter belong to the page and the window."""
        done = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        )
        if done or is_history_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew and grow."""
        super().resizeEvent(event)
        self._grow()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu without undo."""
        menu = self.createStandardContextMenu()
        without_history(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def sizeHint(self) -> QSize:
        """As wide as it may be, as high as its text."""
        return QSize(200, self.minimumHeight())

    def _grow(self) -> None:
        # A plain text document tells its height in lines, wrapped ones counted.
        lines = max(self._least, min(int(self.document().size().height()), self._most))
        height = self.fontMetrics().lineSpacing() * lines + _DOCUMENT_MARGIN + 2 * self.frameWidth()
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion: the text that it puts into the line, what it stands for, and a note shown beside it."""

    text: str
    value: Hashable = ""
    note: str = ""


Suggest = Callable[[str], Iterable[Choice]]


def plain_suggestions(texts: Callable[[], Iterable[str]]) -> Suggest:
    """Suggest from a changing list of texts: those beginning as typed first, then those containing it."""

    def suggest(typed: str) -> Iterable[Choice]:
        return (Choice(text, text) for text in ranked(typed, texts()))

    return suggest


def ranked(typed: str, texts: Iterable[str]) -> Sequence[str]:
    """Texts that begin with what was typed, then those with a word that does, then those that contain it."""
    key = typed.strip().casefold()
    places: tuple[list[str], ...] = ([], [], [])
    for text in dict.fromkeys(texts):
        known = text.casefold()
        if not text or (key and key == known):
            continue
        if known.startswith(key):
            places[0].append(text)
        elif f" {key}" in known:
            places[1].append(text)
        elif key in known:
            places[2].append(text)
    return [*places[0], *places[1], *places[2]]


class SuggestEdit(LineEdit):
    """A line with suggestions under it; nothing is taken unless it is chosen.

    Down and Up walk the suggestions, Enter or Tab takes the one walked to, Esc puts the list away and keeps the
    text, Alt+Down shows all. The list never has the focus, so Enter on typed text is one key, not two. ``taken`` is the
    suggestion that the line's text comes from, as long as nobody has typed into it.
    """

    chosen = Signal(object)

    def __init__(self, suggest: Suggest, parent: QWidget | None = None, *, show_all: bool = False) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._choices: list[Choice] = []
        self._list: SuggestionList | None = None
        self.taken: Choice | None = None
        self.textEdited.connect(self._forget_taken)
        self.textEdited.connect(self._typed)
        if show_all:
            action = self.addAction(_arrow_icon(self), QLineEdit.ActionPosition.TrailingPosition)
            action.setText("Tampilkan pilihan")
            action.setToolTip("Tampilkan pilihan (Alt+Panah Bawah)")
            action.triggered.connect(self.toggle_all)

    @property
    def suggestions(self) -> tuple[Choice, ...]:
        """The suggestions shown at present; none while the list is put away."""
        return tuple(self._choices) if self._shown() else ()

    def toggle_all(self) -> None:
        """Show every suggestion whatever the text, or put the list away."""
        if self._shown():
            self.hide_suggestions()
        else:
            self.setFocus()
            self.show_suggestions("")

    def show_suggestions(self, typed: str) -> None:
        """Show the suggestions for a text; none are no list."""
        self._choices = []
        for choice in self._suggest(typed):
            self._choices.append(choice)
            if len(self._choices) == 40:
                break
        if not self._choices:
            self.hide_suggestions()
            return
        box = self._box()
        box.fill([(choice.text, choice.note) for choice in self._choices])
        box.show_under(self)

    def hide_suggestions(self) -> None:
        """Put the list away; the text stays."""
        if self._list is not None:
            self._list.hide()

    def take_current(self) -> bool:
        """Take the suggestion walked to; false when there is none."""
        row = self._list.currentRow() if self._list is not None and self._shown() else -1
        if row < 0:
            self.hide_suggestions()
            return False
        self._take(row)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and take suggestions; everything else is typing."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.toggle_all()
        elif self._shown() and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif self._shown() and key == Qt.Key.Key_Escape:
            self.hide_suggestions()
        elif self._shown() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.take_current():
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving by Tab takes the suggestion walked to; otherwise the text stays as typed."""
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.take_current()
        self.hide_suggestions()
        super().focusOutEvent(event)

    def _typed(self, text: str) -> None:
        if text.strip():
            self.show_suggestions(text)
        else:
            self.hide_suggestions()

    def _forget_taken(self) -> None:
        self.taken = None

    def _walk(self, step: int) -> None:
        box = self._box()
        box.setCurrentRow((box.currentRow() + step + 1) % (box.count() + 1) - 1)

    def _take(self, row: int) -> None:
        choice = self._choices[row]
        self.hide_suggestions()
        self.setText(choice.text)
        self.taken = choice
        self.chosen.emit(choice)

    def _shown(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _box(self) -> SuggestionList:
        window = self.window()
        if self._list is None or self._list.parent() is not window:
            box = SuggestionList(window)
            box.clicked.connect(lambda index: self._clicked(index.row()))
            self.destroyed.connect(box.deleteLater)
            self._list = box
        return self._list

    def _clicked(self, row: int) -> None:
        self._take(row)
        self.returnPressed.emit()


def without_history(menu: QMenu) -> None:
    """Take undo and redo out of a text field's menu: they are the window's."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = menu.actions()[0] if menu.actions() else None
    if first is not None and first.isSeparator():
        menu.removeAction(first)


def _arrow_icon(widget: QWidget) -> QIcon:
    """A small arrow in the text's colour, drawn so that it fits light and dark."""
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(widget.palette().color(QPalette.ColorRole.PlaceholderText))
    painter.drawPolygon(QPolygonF([QPoint(9, 13), QPoint(23, 13), QPoint(16, 21)]))
    painter.end()
    return QIcon(pixmap)
