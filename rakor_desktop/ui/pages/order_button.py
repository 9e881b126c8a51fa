"""The button that chooses the order of the attendance list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.ordering import ORDER_NAMES, choose_order
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.domain.office import PeopleOrder
from rakor_desktop.ui.icons import put_icon

_REMARKS: Final = {
    "protocol": "Menurut UU 9/2010, lalu tingkat pangkat",
    "host_first": "Orang tuan rumah lebih dahulu, masing-masing menurut protokol",
    "typed": "Menurut urutan orang dimasukkan",
}


class OrderButton(QToolButton):
    """Shows the order chosen; its menu applies another, or the same again, as one undo step."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._catalog = desk, catalog
        self._brief = False
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        put_icon(self, "order", self.palette(), 18)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._prepare)
        self._group = QActionGroup(self)
        self._choices: dict[PeopleOrder, QAction] = {order: self._choice(menu, order) for order in ORDER_NAMES}
        menu.addSeparator()
        self._release = menu.addAction("&Lepaskan baris yang dipindahkan tangan")
        self._release.triggered.connect(self._let_go)
        self.setMenu(menu)
        desk.changed.connect(self._follow)
        self._follow(None, desk.meeting)

    def choose(self, order: PeopleOrder) -> None:
        """Apply an order."""
        label = f"Urutkan hadirin: {ORDER_NAMES[order].lower()}"
        self._desk.edit(label, choose_order(order, self._catalog, self._desk.office))

    def show_briefly(self, brief: bool) -> None:
        """Leave the order's name to the tooltip where there is little room."""
        if brief != self._brief:
            self._brief = brief
            self._name()

    def _choice(self, menu: QMenu, order: PeopleOrder) -> QAction:
        action = menu.addAction(f"&{ORDER_NAMES[order]}")
        action.setCheckable(True)
        action.setToolTip(_REMARKS[order])
        action.triggered.connect(lambda: self.choose(order))
        self._group.addAction(action)
        return action

    def _let_go(self) -> None:
        order = self._desk.meeting.people_order
        apply, release = choose_order(order, self._catalog, self._desk.office), edits.release_places()
        self._desk.edit("Lepaskan baris yang dipindahkan", lambda meeting: apply(release(meeting)))

    def _prepare(self) -> None:
        tied = sum(a.placed_after is not None for a in self._desk.meeting.attendees)
        self._release.setVisible(bool(tied))
        self._release.setText(f"&Lepaskan {tied} baris yang dipindahkan tangan")

    def _follow(self, before: Meeting | None, after: Meeting) -> None:
        if before is not None and before.people_order == after.people_order:
            return
        self._name()
        self._choices[after.people_order].setChecked(True)

    def _name(self) -> None:
        order = self._desk.meeting.people_order
        name = ORDER_NAMES[order]
        self.setText("&Urutan" if self._brief else f"&Urutan: {name}")
        self.setAccessibleName(f"Urutan hadirin: {name}")
        self.setToolTip(f"Urutan hadirin: {name}. {_REMARKS[order]}")
