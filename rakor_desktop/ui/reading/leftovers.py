"""Under the people: groups and institutions, and what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from rakor_desktop.domain.meeting import Group
from rakor_desktop.ui.grid.columns import text_column
from rakor_desktop.ui.grid.model import RecordModel
from rakor_desktop.ui.grid.view import GridView
from rakor_desktop.ui.reading.draft import Draft
from rakor_desktop.ui.reading.unread_list import UnreadList

Button = tuple[str, str, Callable[[], object]]
_LEAST: Final = 76


class GroupsGrid(GridView):
    """The groups, edited as every grid is; Ctrl+G makes a person of one."""

    person_wanted = Signal()
    pointed = Signal(str)

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        hint = "mis. para PJU Polres, Dinas PUPR"
        columns = (text_column("name", "Kelompok dan instansi", "name", hint=hint, width=20, stretch=1),)
        model = RecordModel(draft.desk, Group, columns, "kelompok", parent)
        super().__init__(model, "Kelompok dan instansi", parent)
        self.horizontalHeader().hide()
        self.selectionModel().currentChanged.connect(self._on_current)

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the selected groups."""
        return self.records.ids(self.selected_rows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+G, else as in every grid."""
        if event.key() == Qt.Key.Key_G and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.person_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, *_: object) -> None:
        ids = self.records.ids([self.currentIndex().row()])
        if ids:
            self.pointed.emit(ids[0])


class Leftovers(QWidget):
    """Two lists side by side; ``pointed`` tells the group or stretch that somebody looks at."""

    pointed = Signal(str)
    made = Signal(str)
    """The id of a row that was made of a group or an unread stretch."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.groups = GroupsGrid(draft, self)
        self.unread = UnreadList(self)
        self._groups_title = QLabel()
        self._groups_title.setBuddy(self.groups)
        self._unread_title = QLabel()
        self._unread_title.setBuddy(self.unread)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._side(self._groups_title, self.groups, [self._people_button()]), 2)
        self._unread_side = self._side(self._unread_title, self.unread, self._unread_buttons())
        row.addWidget(self._unread_side, 3)
        self.groups.pointed.connect(self.pointed)
        self.groups.person_wanted.connect(self.groups_to_people)
        self.unread.pointed.connect(self.pointed)
        self.unread.person_wanted.connect(self.unread_to_people)
        self.unread.group_wanted.connect(self.unread_to_groups)
        self.unread.unwanted.connect(self.ignore_unread)
        self.refresh()

    def refresh(self) -> None:
        """Show what is left."""
        left = self._draft.unread
        groups = len(self._draft.groups)
        self.unread.show_stretches(left)
        self._groups_title.setText(f"Kelompok &dan instansi{f'  ({groups})' if groups else ''}")
        self._unread_title.setText(f"Belum te&rbaca  ({len(left)})")
        self._unread_side.setVisible(bool(left))

    def groups_to_people(self) -> None:
        """The chosen groups are persons."""
        ids = self.groups.chosen_ids()
        if ids:
            self._draft.to_people(ids)
            self.made.emit(ids[0])

    def unread_to_people(self) -> None:
        """The chosen stretches are persons."""
        chosen = self.unread.chosen()
        if chosen:
            self._draft.take_stretches(chosen, "person")
            self.made.emit(chosen[0][0])

    def unread_to_groups(self) -> None:
        """The chosen stretches are groups."""
        self._draft.take_stretches(self.unread.chosen(), "group")

    def ignore_unread(self) -> None:
        """The chosen stretches are passed over."""
        self._draft.ignore_unread(unread_id for unread_id, _text in self.unread.chosen())

    def _people_button(self) -> Button:
        return ("Jadikan orang", "Kelompok yang dipilih sebenarnya orang  (Ctrl+G)", self.groups_to_people)

    def _unread_buttons(self) -> list[Button]:
        return [
            ("Jadikan orang", "Masukkan bagian yang dipilih sebagai orang  (Enter)", self.unread_to_people),
            ("Jadikan kelompok", "Masukkan bagian yang dipilih sebagai kelompok  (G)", self.unread_to_groups),
            ("Abaikan", "Bagian yang dipilih tidak diperlukan  (Del)", self.ignore_unread),
        ]

    def _side(self, title: QLabel, view: QWidget, buttons: Sequence[Button]) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(title)
        head.addStretch(1)
        for text, tip, act in buttons:
            button = QToolButton(side)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(f"{text}: {title.text() or view.accessibleName()}")
            button.clicked.connect(lambda _=False, run=act: run())
            head.addWidget(button)
        column.addLayout(head)
        view.setMinimumHeight(_LEAST)
        column.addWidget(view, 1)
        return side
