"""Fields bound to the desk: each shows one value of the meeting and changes it through the one door.

A field never answers its own change (the cursor would jump). Typing in one field is one undo step, closed when the
field is left. What cannot be understood stays as typed, with a sentence under the field that says what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Meeting, Operation
from rakor_desktop.ui.grid.editors import LineEdit, Suggest, SuggestEdit, TextEdit
from rakor_desktop.ui.grid.tones import tone

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bound(Generic[T]):
    """Where a value lies: the target's name, the undo step's name, how it is read and how it is written."""

    target: str | Callable[[], str]
    label: str
    read: Callable[[Meeting], T]
    write: Callable[[T], Edit]

    @property
    def place(self) -> str:
        """The target now; fields of a list's current row change theirs."""
        return self.target if isinstance(self.target, str) else self.target()


def meeting_value(name: str, label: str) -> Bound[Any]:
    """A plain field of the meeting: ``title``, ``theme``, ``agenda`` ..."""
    return Bound(name, label, lambda m: getattr(m, name), lambda value: edits.set_fields(**{name: value}))


def held_value(name: str, label: str) -> Bound[Any]:
    """A field of :class:`~rakor_desktop.domain.meeting.Held`."""
    return Bound(f"held.{name}", label, lambda m: getattr(m.held, name), lambda v: edits.set_held(**{name: v}))


def venue_value(name: str, label: str) -> Bound[Any]:
    """A field of the venue."""
    return Bound(f"venue.{name}", label, lambda m: getattr(m.venue, name), lambda v: edits.set_venue(**{name: v}))


def operation_value(name: str, label: str) -> Bound[Any]:
    """A field of the operation, which comes into being with its first value."""
    return Bound(
        f"operation.{name}",
        label,
        lambda m: getattr(m.operation or Operation(), name),
        lambda value: edits.set_operation(**{name: value}),
    )


def number_value(document: str, label: str) -> Bound[str]:
    """The official number of one document."""
    return Bound(
        f"numbers.{document}",
        label,
        lambda m: m.numbers.get(document, ""),
        lambda value: edits.set_number(document, value.strip()),
    )


class Field(QWidget, Generic[T]):
    """An editor bound to one value, with room for one sentence under it."""

    def __init__(self, desk: Desk, bound: Bound[T], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.bound = bound
        self.name = name
        self._shown: T | None = None
        self._editor: QWidget = self
        self._wrong = True
        self._notice = QLabel(self)
        self._notice.setWordWrap(True)
        self._notice.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._rows.addWidget(self._notice)
        desk.changed.connect(self._follow)

    @property
    def editor(self) -> QWidget:
        """The widget that takes the keys: the label's buddy."""
        return self._editor

    @property
    def notice(self) -> str:
        """The sentence under the field; empty when all is well."""
        return self._notice.text() if not self._notice.isHidden() else ""

    def show_value(self, value: T) -> None:
        """Put the value into the editor; each kind of field does it in its own way."""

    def refresh(self, *, force: bool = False) -> None:
        """Show the meeting's value when it is not the one shown (or in any case)."""
        value = self.bound.read(self.desk.meeting)
        if force or value != self._shown:
            self._shown = value
            self.set_notice("")
            self.show_value(value)

    def give(self, value: T, *, merge: bool = True) -> None:
        """Change the meeting to this value, typing merged into one step."""
        self._shown = value
        self.desk.edit(self.bound.label, self.bound.write(value), merge=self.bound.place if merge else "", origin=self)

    def set_notice(self, sentence: str, *, wrong: bool = True) -> None:
        """Say something under the field: what is wrong and what to do, or a remark."""
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))
        self._wrong = wrong
        self._colour_notice()
        self.editor.setAccessibleDescription(sentence)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_notice()

    def focus(self) -> None:
        """Give the keyboard to the editor."""
        # Not as by Tab, which selects everything: the next key would replace what is there.
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.editor, LineEdit):
            self.editor.end(False)

    def _colour_notice(self) -> None:
        palette = self._notice.palette()
        palette.setColor(self._notice.foregroundRole(), tone(self, "wrong" if self._wrong else "muted"))
        self._notice.setPalette(palette)

    def _install(self, editor: QWidget) -> None:
        self._editor = editor
        editor.setAccessibleName(self.name)
        self._rows.insertWidget(0, editor)
        self.setFocusProxy(editor)
        self.refresh(force=True)

    def _follow(self, before: Meeting, after: Meeting) -> None:
        if self.desk.origin is not self:
            self.refresh(force=before.id != after.id)

    def _leave(self) -> None:
        self.desk.end_merge()


class TextField(Field[str]):
    """One line of text, with suggestions when there are any to make."""

    def __init__(
        self,
        desk: Desk,
        bound: Bound[str],
        name: str,
        *,
        hint: str = "",
        suggest: Suggest | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, bound, name, parent)
        self.line: LineEdit = SuggestEdit(suggest, self, show_all=True) if suggest else LineEdit(self)
        self.line.setPlaceholderText(hint)
        self.line.textEdited.connect(self.give)
        self.line.left.connect(self._leave)
        self.line.returnPressed.connect(self._leave)
        if isinstance(self.line, SuggestEdit):
            self.line.chosen.connect(lambda choice: self.give(choice.text))
        self._install(self.line)

    def show_value(self, value: str) -> None:
        """Put the text into the line; the cursor stays where it can."""
        at = self.line.cursorPosition()
        self.line.setText(value)
        self.line.setCursorPosition(at if self.line.hasFocus() else 0)


class AreaField(Field[T]):
    """A value typed as text of several lines, in an editor that grows with it."""

    def __init__(
        self,
        desk: Desk,
        bound: Bound[T],
        name: str,
        *,
        hint: str = "",
        least: int = 1,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, bound, name, parent)
        self.text = TextEdit(least, most, self)
        self.text.setPlaceholderText(hint)
        self._showing = False
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self._leave)
        self._install(self.text)

    def text_of(self, value: T) -> str:
        """How the value is typed."""
        return str(value)

    def value_of(self, text: str) -> T:
        """The value that a typed text stands for."""
        raise TypeError(f"{type(self).__name__} does not say what a text stands for")

    def show_value(self, value: T) -> None:
        """Put the text into the editor; the cursor stays where it can."""
        self._showing = True
        at = self.text.textCursor().position()
        self.text.setPlainText(self.text_of(value))
        cursor = self.text.textCursor()
        cursor.setPosition(min(at, len(self.text.toPlainText())))
        self.text.setTextCursor(cursor)
        self._showing = False

    def _typed(self) -> None:
        if not self._showing:
            self.give(self.value_of(self.text.toPlainText()))


class LongTextField(AreaField[str]):
    """Text of several lines, kept as typed."""

    def value_of(self, text: str) -> str:
        """The text."""
        return text


class LinesField(AreaField[tuple[str, ...]]):
    """A list typed one entry a line (agenda, basis, copies); blank lines are not entries."""

    def text_of(self, value: tuple[str, ...]) -> str:
        """One entry a line."""
        return "\n".join(value)

    def value_of(self, text: str) -> tuple[str, ...]:
        """The lines with something in them."""
        lines = (line.strip() for line in text.split("\n"))
        return tuple(line for line in lines if line)


class ChoiceBox(QComboBox):
    """A choice that the mouse wheel changes only while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page instead, unless this box is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field[Any]):
    """One of a few values, each with its Indonesian text."""

    def __init__(
        self,
        desk: Desk,
        bound: Bound[Any],
        name: str,
        choices: Sequence[tuple[Hashable, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, bound, name, parent)
        self.values = [value for value, _ in choices]
        self.box = ChoiceBox(self)
        self.box.addItems([text for _, text in choices])
        self.box.view().setAccessibleName(name)
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(self._picked)
        self._install(self.box)

    def show_value(self, value: Any) -> None:
        """Select the value."""
        self.box.setCurrentIndex(self.values.index(value) if value in self.values else -1)

    def _picked(self, row: int) -> None:
        self.give(self.values[row], merge=False)


class CheckField(Field[bool]):
    """Yes or no, with its text beside the box."""

    def __init__(self, desk: Desk, bound: Bound[bool], name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, bound, name.replace("&", ""), parent)
        self.box = QCheckBox(name, self)
        self.box.clicked.connect(lambda on: self.give(bool(on), merge=False))
        self._install(self.box)

    def show_value(self, value: bool) -> None:
        """Tick the box or not."""
        self.box.setChecked(value)


class NumberField(Field[int | None]):
    """A whole number from 1 up, or nothing."""

    def __init__(
        self,
        desk: Desk,
        bound: Bound[int | None],
        name: str,
        *,
        hint: str = "",
        digits: int = 5,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, bound, name, parent)
        self.line = LineEdit(self)
        self.line.setPlaceholderText(hint)
        self.line.setMaxLength(digits + 4)
        self._digits = digits
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._leave)
        self._install(self.line)

    def show_value(self, value: int | None) -> None:
        """Show the number, nothing for none."""
        self.line.setText("" if value is None else str(value))

    def _typed(self, text: str) -> None:
        figures = text.strip().replace(".", "")
        if not figures:
            self.set_notice("")
            self.give(None)
        elif figures.isascii() and figures.isdigit() and len(figures) <= self._digits:
            self.set_notice("")
            self.give(int(figures))
        else:
            self.set_notice(f"Tulis {self.name.lower()} dengan angka saja.")
