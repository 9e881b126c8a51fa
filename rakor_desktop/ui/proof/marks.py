"""Findings marked in a text edit: underlined, opened with a click or Alt+Enter, gone through with F8."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from rakor_desktop.review.finding import Severity
from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.proof.card import FindingCard
from rakor_desktop.ui.proof.places import AnyEdit, Places, cursor_over, text_of
from rakor_desktop.ui.proof.severity import format_of

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_BREAK: Final = str.maketrans({"\xa0": " ", "\u202f": " "})


@dataclass(slots=True)
class _Mark:
    """A finding and where it stands now, in Qt's positions."""

    finding: TextFinding
    start: int
    end: int

    @property
    def shown_end(self) -> int:
        """An empty stretch is shown at the character behind it."""
        return max(self.end, self.start + 1)


class ProofMarks(QObject):
    """Marks findings in a ``QPlainTextEdit`` or ``QTextEdit`` and offers their remedies.

    It never changes the text: ``mend(start, end, replacement)`` asks for it, in characters of
    :func:`~rakor_desktop.ui.proof.places.text_of`, so that undo stays with the host. Marks move with what is typed
    before them, and one whose own words are touched goes away until the next :meth:`show`.
    """

    chosen = Signal(object)
    """The finding that became current (:class:`TextFinding`), or ``None``."""
    mend = Signal(int, int, str)
    ignored_here = Signal(object)
    ignored_always = Signal(object)

    def __init__(self, edit: AnyEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._marks: list[_Mark] = []
        self._current: TextFinding | None = None
        self._formats: dict[tuple[Severity, bool], QTextCharFormat] = {}
        self._pressed = QPoint()
        self._walk: Callable[[int], object] = self.step
        self.card = FindingCard(edit)
        self.card.remedy_chosen.connect(self.apply)
        self.card.ignored_here.connect(self.ignored_here)
        self.card.ignored_always.connect(self.ignored_always)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._paint)
        edit.document().contentsChange.connect(self._shift)
        edit.verticalScrollBar().valueChanged.connect(self._scrolled)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)

    @property
    def findings(self) -> tuple[TextFinding, ...]:
        """What is marked now, in the order of the text."""
        return tuple(mark.finding for mark in self._marks)

    @property
    def current(self) -> TextFinding | None:
        """The finding that stands out."""
        return self._current

    def show(self, findings: Sequence[TextFinding]) -> None:
        """Mark these in place of the former ones; those whose words are no longer there are left out."""
        former = self._mark_of(self._current)
        text = text_of(self._edit)
        places = Places(text)
        self._marks = [
            _Mark(f, places.to_qt(f.start), places.to_qt(f.end))
            for f in findings
            if text[f.start : f.end].translate(_NO_BREAK) == f.text.translate(_NO_BREAK)
        ]
        self._current = self._same(former)
        self.card.hide()
        self._late.start()

    def place(self, finding: TextFinding) -> tuple[int, int] | None:
        """Where a finding stands now, in characters; ``None`` when its words were touched."""
        mark = self._mark_of(finding)
        if mark is None:
            return None
        places = Places(text_of(self._edit))
        return places.to_text(mark.start), places.to_text(mark.end)

    def point_out(self, finding: TextFinding | None, *, select: bool = False) -> None:
        """Make a finding stand out and scroll to it; ``select`` puts the caret there as well."""
        mark = self._mark_of(finding)
        self._current = mark.finding if mark is not None else None
        self.card.hide()
        if mark is not None:
            self._scroll_to(mark, select)
        self._late.start()

    def at(self, position: int) -> TextFinding | None:
        """The finding at a position of Qt's; of several the one that is asked about the fewest words."""
        there = [mark for mark in self._marks if mark.start <= position <= mark.shown_end]
        inside = [mark for mark in there if position < mark.shown_end] or there
        return min(inside, key=lambda mark: mark.end - mark.start).finding if inside else None

    def step(self, by: int) -> TextFinding | None:
        """To the next finding (or the one before, ``by`` -1) from the caret, around the end; tells ``chosen``."""
        if not self._marks:
            return None
        number = self._number_from(by)
        finding = self._marks[number % len(self._marks)].finding
        self.point_out(finding, select=True)
        self.chosen.emit(finding)
        return finding

    def walk_with(self, step: Callable[[int], object]) -> None:
        """Let F8 and Shift+F8 do this (with 1 or -1) in the edit, in place of :meth:`step`."""
        self._walk = step

    def open_card(self, *, keyboard: bool = True) -> None:
        """Open the finding at the caret, with the keyboard in its first remedy."""
        finding = self.at(self._edit.textCursor().position())
        if finding is None and self._current is not None and self._caret_is_near():
            finding = self._current
        if finding is not None:
            self._open(finding, keyboard)

    def apply(self, finding: TextFinding, which: int) -> None:
        """Ask for one remedy of a finding, where it stands now."""
        place = self.place(finding)
        if place is not None and which < len(finding.remedies):
            self.mend.emit(*place, finding.remedies[which].replacement)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F8, Shift+F8 and Alt+Enter, clicks on marks, and the palette."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and watched is self._edit:
            if kind == QEvent.Type.ShortcutOverride and (_step_of(event) or _opens(event)):
                event.accept()  # the window's F8 means something else
                return True
            if kind == QEvent.Type.KeyPress and self._on_key(event):
                return True
        elif isinstance(event, QMouseEvent) and watched is self._edit.viewport():
            self._on_mouse(event)
        elif kind == QEvent.Type.PaletteChange:
            self._formats.clear()
            self._late.start()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Show):
            self._late.start()
        return super().eventFilter(watched, event)

    # -- within

    def _mark_of(self, finding: TextFinding | None) -> _Mark | None:
        return next((mark for mark in self._marks if mark.finding == finding), None)

    def _same(self, former: _Mark | None) -> TextFinding | None:
        """The finding that stands where the former one stands now, when it says the same."""
        if former is None:
            return None
        of = former.finding
        there = (m.finding for m in self._marks if m.start == former.start and m.finding.text == of.text)
        return next((finding for finding in there if finding.code == of.code), None)

    def _number_from(self, by: int) -> int:
        current = self._mark_of(self._current)
        caret = self._edit.textCursor()
        if current is not None and self._caret_is_near():
            return self._marks.index(current) + by
        before = sum(mark.start < caret.selectionStart() for mark in self._marks)
        return before if by > 0 else before - 1

    def _caret_is_near(self) -> bool:
        mark = self._mark_of(self._current)
        caret = self._edit.textCursor()
        return mark is not None and mark.start <= caret.position() <= mark.shown_end

    def _on_key(self, event: QKeyEvent) -> bool:
        by = _step_of(event)
        if by:
            self._walk(by)
            return True
        if _opens(event):
            self.open_card()
            return True
        if event.key() == Qt.Key.Key_Escape and self.card.isVisible():
            self.card.hide()
            return True
        if event.text():
            self.card.hide()
        return False

    def _on_mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position().toPoint()
            self.card.hide()
        elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            spot = event.position().toPoint()
            if (spot - self._pressed).manhattanLength() < 4:
                position = self._edit.cursorForPosition(spot).position()
                # Once the edit has set its own caret.
                QTimer.singleShot(0, self, lambda: self._clicked(position, spot))

    def _clicked(self, position: int, spot: QPoint) -> None:
        finding = self.at(position)
        mark = self._mark_of(finding)
        if finding is None or mark is None or self._edit.textCursor().hasSelection():
            return
        if self._box(mark).adjusted(-3, -3, 3, 3).contains(spot) or mark.end - mark.start > 1:
            self._open(finding, keyboard=False)

    def _open(self, finding: TextFinding, keyboard: bool) -> None:
        mark = self._mark_of(finding)
        if mark is None:
            return
        self._current = finding
        self._paint()
        self.chosen.emit(finding)
        self.card.open(finding, self._box(mark), keyboard=keyboard)

    def _box(self, mark: _Mark) -> QRect:
        first = self._edit.cursorRect(cursor_over(self._edit, mark.start, mark.start))
        caret = self._edit.cursorRect(cursor_over(self._edit, mark.shown_end, mark.shown_end))
        return first.united(caret) if caret.y() == first.y() else first

    def _scroll_to(self, mark: _Mark, select: bool) -> None:
        own = self._edit.textCursor()
        self._edit.setTextCursor(cursor_over(self._edit, mark.end, mark.start))
        self._edit.ensureCursorVisible()
        if select or not self._edit.hasFocus():
            own = cursor_over(self._edit, mark.start, mark.start)
        bar = self._edit.verticalScrollBar()
        value = bar.value()
        self._edit.setTextCursor(own)
        bar.setValue(value)

    def _shift(self, position: int, removed: int, added: int) -> None:
        """Move the marks behind a change, and drop those it touches."""
        kept = []
        for mark in self._marks:
            if mark.shown_end <= position:
                kept.append(mark)
            elif mark.start >= position + removed:
                mark.start += added - removed
                mark.end += added - removed
                kept.append(mark)
        if len(kept) != len(self._marks):
            self.card.hide()
        self._marks = kept
        self._late.start()

    def _scrolled(self) -> None:
        self.card.hide()
        self._late.start()

    def _paint(self) -> None:
        """Underline what is in sight: a text may have thousands of findings."""
        port = self._edit.viewport()
        first = self._edit.cursorForPosition(QPoint(0, 0)).block().position()
        last = self._edit.cursorForPosition(QPoint(port.width(), port.height())).block()
        end = last.position() + last.length()
        seen = [mark for mark in self._marks if mark.start <= end and mark.shown_end >= first]
        # Long stretches first: the words inside them are painted over.
        seen.sort(key=lambda mark: (mark.finding == self._current, mark.start - mark.end))
        self._edit.setExtraSelections([self._selection(mark) for mark in seen])

    def _selection(self, mark: _Mark) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor_over(self._edit, mark.start, mark.shown_end)
        key = (mark.finding.severity, mark.finding == self._current)
        if key not in self._formats:
            self._formats[key] = format_of(key[0], self._edit.palette(), current=key[1])
        made.format = self._formats[key]
        return made


def _step_of(event: QKeyEvent) -> int:
    if event.key() != Qt.Key.Key_F8:
        return 0
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return {Qt.KeyboardModifier.NoModifier: 1, Qt.KeyboardModifier.ShiftModifier: -1}.get(modifiers, 0)


def _opens(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == (
        Qt.KeyboardModifier.AltModifier
    )
