"""The order of a release's parts: ticked ones are written, in the order in which they stand."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.catalog.press import PART_WORDS, Part
from rakor_desktop.ui.icons import put_icon
from rakor_desktop.ui.press_style.fields import StyleField

NAMES: Final[dict[Part, str]] = {
    "lead": "Teras: siapa, apa, di mana, kapan",
    "theme": "Tema kegiatan",
    "background": "Latar operasi",
    "chair": "Pimpinan rapat",
    "attendees": "Hadirin",
    "contents": "Isi: arahan dan pembahasan",
    "figures": "Angka",
    "decisions": "Keputusan",
    "appeals": "Imbauan",
    "closing": "Kata penutup",
    "conduct": "Suasana kegiatan",
}
_ROLE: Final = Qt.ItemDataRole.UserRole
_FIRST: Final[Part] = "lead"
_AIR: Final = 7


class PartsList(QListWidget):
    """The parts; drag or Alt+Up and Alt+Down move one, Space ticks it. The lead stays first."""

    rearranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filling = False
        self.itemChanged.connect(lambda _item: None if self._filling else self.rearranged.emit())

    @property
    def value(self) -> tuple[Part, ...]:
        """The ticked parts in order."""
        rows = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_ROLE) for item in rows if item.checkState() == Qt.CheckState.Checked)

    def fill(self, parts: tuple[Part, ...]) -> None:
        """Show these ticked and in this order; others keep their places among them."""
        if parts == self.value:
            return
        row = max(0, self.currentRow())
        self._filling = True
        self.clear()
        for part in _whole_order(parts):
            item = QListWidgetItem(NAMES[part], self)
            item.setData(_ROLE, part)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + _AIR))
            item.setCheckState(Qt.CheckState.Checked if part in parts else Qt.CheckState.Unchecked)
            if part == _FIRST:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setToolTip("Siaran selalu dibuka dengan teras")
        self._filling = False
        self.setCurrentRow(row)
        self._stretch()

    def shift(self, step: int) -> None:
        """Take the current part one place up (-1) or down (1); the lead stays first."""
        row = self.currentRow()
        self._put(row, row + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the part; plain arrows move the cursor."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.shift(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the part where the line was shown; above the lead means right below it."""
        point = event.position().toPoint()
        target = self.indexAt(point)
        row = self.currentRow()
        to = self.count()
        if target.isValid():
            to = target.row() + (point.y() > self.visualRect(target).center().y())
        self._put(row, max(1, to - (to > row)))
        # A move would make the view take the dragged row away a second time.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _put(self, row: int, to: int) -> None:
        if row < 1 or to == row or not 1 <= to < self.count():
            return
        self._filling = True
        self.insertItem(to, self.takeItem(row))
        self._filling = False
        self.setCurrentRow(to)
        self.rearranged.emit()

    def _stretch(self) -> None:
        """As high as all parts are: nothing to scroll inside a form that scrolls."""
        rows = self.count() * (self.fontMetrics().height() + _AIR)
        self.setFixedHeight(rows + 2 * self.frameWidth() + 2)


class PartsField(StyleField):
    """The list with its two buttons for the mouse."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.list = PartsList(row)
        line.addWidget(self.list, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        for icon, text, step in (("up", "Naikkan bagian  (Alt+↑)", -1), ("down", "Turunkan bagian  (Alt+↓)", 1)):
            button = QToolButton(row)
            put_icon(button, icon, self.palette(), 16)
            button.setToolTip(text)
            button.setAccessibleName(text.partition("  ")[0])
            button.setAutoRaise(True)
            button.clicked.connect(lambda _=False, s=step: self.list.shift(s))
            buttons.addWidget(button)
        buttons.addStretch(1)
        line.addLayout(buttons)
        self._ticks = (self.list,)
        self.list.rearranged.connect(lambda: self.edited.emit(self.list.value))
        self._install(self.list, row)

    def show_value(self, value: Any) -> None:
        """Show the parts."""
        self.list.fill(tuple(value))


def _whole_order(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """All parts: the written ones in their order, each other one behind the part that it usually follows."""
    found: list[Part] = list(parts)
    usual = list(PART_WORDS.values())
    for number, part in enumerate(usual):
        if part not in found:
            before = usual[number - 1] if number else None
            found.insert(found.index(before) + 1 if before in found else 0, part)
    return tuple(found)
