"""The fields of the form: each shows one value of the style and says in a line what it is for or what is wrong."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.ui.binding import ChoiceBox
from rakor_desktop.ui.grid.editors import LineEdit
from rakor_desktop.ui.grid.tones import tone

Marks = Sequence[tuple[str, str]]
"""Marks that may be put into a text, each with what stands in its place."""
_NUMBER_WIDTH: Final = 110


class StyleField(QWidget):
    """A value of the style. ``edited(value)`` when a person changes it, ``left`` when the field is left."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.hint = name, hint
        self._wrong = False
        self._ticks: tuple[QWidget, ...] = ()
        self._remark = QLabel(hint, self)
        self._remark.setWordWrap(True)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        font = self._remark.font()
        font.setPointSizeF(font.pointSizeF() * 0.92)
        self._remark.setFont(font)
        self._remark.setVisible(bool(hint))
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(2)
        self.rows.addWidget(self._remark)
        self._colour()

    @property
    def notice(self) -> str:
        """What is wrong and what to do; empty when all is well."""
        return self._remark.text() if self._wrong else ""

    def show_value(self, value: Any) -> None:
        """Put the value into the editor; each kind of field does it in its own way."""

    def set_notice(self, sentence: str) -> None:
        """Say what is wrong in place of the hint."""
        if sentence == self.notice:
            return
        self._wrong = bool(sentence)
        self._remark.setText(sentence or self.hint)
        self._remark.setVisible(bool(sentence or self.hint))
        self._editor.setAccessibleDescription(sentence or self.hint)
        self._colour()

    def lock(self, locked: bool) -> None:
        """Let the value be read only, or changed."""
        self.setEnabled(not locked)
        self._colour()

    def focus(self) -> None:
        """Give the keyboard to the editor."""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _install(self, editor: QWidget, row: QWidget | None = None) -> None:
        self._editor = editor
        editor.setAccessibleName(self.name)
        editor.setAccessibleDescription(self.hint)
        self.rows.insertWidget(0, row or editor)
        self.setFocusProxy(editor)

    def _colour(self) -> None:
        palette = self._remark.palette()
        colour = tone(self, "wrong" if self._wrong else "muted")
        if palette.color(self._remark.foregroundRole()) != colour:
            palette.setColor(self._remark.foregroundRole(), colour)
            self._remark.setPalette(palette)
        for ticked in self._ticks:
            _darken(ticked)


class LineField(StyleField):
    """One line of text; with marks, a button that puts them in at the cursor."""

    def __init__(
        self, name: str, hint: str, *, marks: Marks = (), example: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, hint, parent)
        self.line = LineEdit(self)
        self._example = example
        self.line.setPlaceholderText(example)
        self.line.textEdited.connect(lambda text: self.edited.emit(self.value_of(text)))
        self.line.left.connect(self.left)
        if not marks:
            self._install(self.line)
            return
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.line, 1)
        self.marks = _MarkButton(name, marks, row)
        self.marks.picked.connect(self.insert)
        box.addWidget(self.marks)
        self._install(self.line, row)

    def lock(self, locked: bool) -> None:
        """A locked line shows no example: beside faded values it would look like one."""
        super().lock(locked)
        self.line.setPlaceholderText("" if locked else self._example)

    def text_of(self, value: Any) -> str:
        """How the value is typed."""
        return str(value)

    def value_of(self, text: str) -> Any:
        """The value that a typed text stands for."""
        return text.strip()

    def show_value(self, value: Any) -> None:
        """Put the text into the line, unless it says the same already: a blank just typed stays."""
        if self.value_of(self.line.text()) == value and self.line.text():
            return
        at = self.line.cursorPosition()
        self.line.setText(self.text_of(value))
        self.line.setCursorPosition(at if self.line.hasFocus() else 0)

    def insert(self, mark: str) -> None:
        """Put a mark in at the cursor, in place of what is selected."""
        self.line.insert(mark)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(self.value_of(self.line.text()))


class ListField(LineField):
    """Several short texts on one line; ``comma`` parts them by commas, else by blanks."""

    def __init__(self, name: str, hint: str, *, comma: bool, example: str = "", parent: QWidget | None = None) -> None:
        self._comma = comma
        super().__init__(name, hint, example=example, parent=parent)

    def text_of(self, value: Any) -> str:
        """The texts on one line."""
        return (", " if self._comma else " ").join(value)

    def value_of(self, text: str) -> Any:
        """The texts typed."""
        parts = text.split(",") if self._comma else text.split()
        return tuple(part.strip() for part in parts if part.strip())


class ChoiceField(StyleField):
    """One of a few values, each with its Indonesian text; a value beside them is shown as it is."""

    def __init__(
        self, name: str, hint: str, choices: Sequence[tuple[Hashable, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, hint, parent)
        self.values = [value for value, _ in choices]
        self.box = ChoiceBox(self)
        self.box.addItems([text for _, text in choices])
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(10)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.view().setAccessibleName(name)
        self.box.activated.connect(lambda row: self.edited.emit(self.values[row]))
        self._install(self.box)

    def show_value(self, value: Any) -> None:
        """Select the value."""
        if value not in self.values:
            self.values.append(value)
            self.box.addItem(f"“{value}”")
        self.box.setCurrentIndex(self.values.index(value))


class NumberBox(QSpinBox):
    """A number that the wheel changes only while it has the focus; undo is the dialog's."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = LineEdit(self)
        line.left.connect(self.left)
        self.setLineEdit(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(_NUMBER_WIDTH)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form instead, unless this box is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberField(StyleField):
    """A whole number between two bounds; 0 may stand for a word."""

    def __init__(
        self, name: str, hint: str, least: int, most: int, *, unit: str = "", zero: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name, hint, parent)
        self.box = NumberBox(self)
        self.box.setRange(least, most)
        self.box.setSingleStep(5 if least else 1)
        self.box.setSuffix(f" {unit}" if unit else "")
        self.box.setSpecialValueText(zero)
        self.box.valueChanged.connect(self._changed)
        self.box.left.connect(self.left)
        self._showing = False
        self._install(self.box)

    def show_value(self, value: Any) -> None:
        """Show the number."""
        self._showing = True
        self.box.setValue(int(value))
        self._showing = False

    def _changed(self, value: int) -> None:
        if not self._showing:
            self.edited.emit(value)


class FlagField(StyleField):
    """Yes or no, with its text beside the box."""

    def __init__(self, text: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", ""), hint, parent)
        self.box = QCheckBox(text, self)
        self._ticks = (self.box,)
        self.box.clicked.connect(lambda on: self.edited.emit(bool(on)))
        self._install(self.box)

    def show_value(self, value: Any) -> None:
        """Tick the box or not."""
        self.box.setChecked(bool(value))


class TicksField(StyleField):
    """Several of a few values, each with a box to tick."""

    def __init__(self, name: str, hint: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        row = QWidget(self)
        row.setAccessibleName(name)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 3, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        self.boxes: dict[str, QCheckBox] = {}
        for number, (value, text) in enumerate(choices):
            box = QCheckBox(text, row)
            box.clicked.connect(lambda _on: self.edited.emit(self._value()))
            grid.addWidget(box, number // 2, number % 2)
            self.boxes[value] = box
        grid.setColumnStretch(1, 1)
        self._ticks = tuple(self.boxes.values())
        first = next(iter(self.boxes.values()))
        self._install(first, row)
        first.setAccessibleName(f"{name}: {first.text()}")

    def show_value(self, value: Any) -> None:
        """Tick these."""
        for key, box in self.boxes.items():
            box.setChecked(key in value)

    def _value(self) -> tuple[str, ...]:
        return tuple(key for key, box in self.boxes.items() if box.isChecked())


class _MarkButton(QToolButton):
    """Opens the marks that a text may hold; ``picked`` with its braces."""

    picked = Signal(str)

    def __init__(self, name: str, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("Sisipkan")
        self.setAccessibleName(f"Sisipkan tanda ke {name.lower()}")
        self.setToolTip("Sisipkan tanda yang nanti diganti data rapat  (Spasi)")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        for mark, meaning in marks:
            menu.addAction(f"{{{mark}}}\t{meaning}").triggered.connect(
                lambda _=False, m=mark: self.picked.emit(f"{{{m}}}")
            )
        self.setMenu(menu)


def _darken(widget: QWidget) -> None:
    """Let ticks be seen while the widget is locked: faded ones are lost on the ground of their boxes."""
    palette = widget.palette()
    ink = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    if palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) != ink:
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, ink)
        widget.setPalette(palette)
