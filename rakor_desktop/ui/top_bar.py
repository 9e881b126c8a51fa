"""The slim bar on top: begin, undo, make documents, search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from rakor_desktop.ui.icons import draft_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from rakor_desktop.ui.actions import Actions

_NARROW: Final = 1180
"""Below this width in logical pixels undo and redo show their icons alone."""

Style = Qt.ToolButtonStyle


class TopBar(QToolBar):
    """Buttons with icon and text; the search field on the right; the menu of everything else."""

    sought = Signal(str)
    search_entered = Signal()

    def __init__(self, actions: Actions, documents: QMenu, settings: QMenu, parent: QWidget) -> None:
        super().__init__("Bilah utama", parent)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(18, 18))
        self.setAccessibleName("Bilah utama")
        self._button(actions.home, "Beranda")
        self._begin = self._menu_button("Rapat baru", "new", self._begin_menu(actions))
        self._begin.clicked.connect(self._begin.showMenu)
        self._begin.setToolTip("Mulai rapat baru")
        self._button(actions.paste_text, "Tempel teks")
        self._button(actions.open_file, "Buka berkas")
        self.addSeparator()
        self._quiet = (self._button(actions.undo, "Urungkan"), self._button(actions.redo, "Ulangi"))
        self.addSeparator()
        self.documents = self._menu_button("Buat dokumen", "document", documents)
        self.documents.clicked.connect(actions.export.trigger)
        self.documents.setToolTip(actions.export.toolTip())
        self._button(actions.print_preview, "Cetak")
        room = QWidget(self)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        self.search = self._search_field(actions.find)
        self.addWidget(self.search)
        self._more = self._plain_button("", "menu")
        self._more.setToolButtonStyle(Style.ToolButtonIconOnly)
        self._more.clicked.connect(lambda: settings.popup(_below(self._more, settings)))
        self._more.setToolTip("Menu lain: profil kantor, tampilan, salinan, tentang  (Alt+M)")
        self._more.setAccessibleName("Menu lain")
        self._more.setShortcut("Alt+M")

    def clear_search(self) -> None:
        """Empty the search field without asking the archive for it."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the texts of undo and redo up before anything falls off the bar."""
        style = Style.ToolButtonIconOnly if self.width() < _NARROW else Style.ToolButtonTextBesideIcon
        for button in self._quiet:
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)
        self.search.setFixedWidth(210 if self.width() < _NARROW else 280)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the search field into the hits; Esc empties it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.search_entered.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.search_entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _button(self, action: QAction, text: str) -> QToolButton:
        button = QToolButton(self)
        draft_icon(action, str(action.property("icon_name")), self.palette())
        button.setDefaultAction(action)
        action.setIconText(text)
        button.setToolButtonStyle(Style.ToolButtonTextBesideIcon)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        return button

    def _menu_button(self, text: str, icon: str, menu: QMenu) -> QToolButton:
        button = self._plain_button(text, icon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setMenu(menu)
        return button

    def _plain_button(self, text: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Style.ToolButtonTextBesideIcon)
        button.setIconSize(self.iconSize())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        draft_icon(button, icon, self.palette(), 18)
        self.addWidget(button)
        return button

    def _begin_menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self)
        menu.addActions([actions.begin_from, actions.begin_empty])
        menu.setDefaultAction(actions.begin_from)
        menu.setToolTipsVisible(True)
        return menu

    def _search_field(self, find: QAction) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText("Cari di arsip  (Ctrl+K)")
        field.setAccessibleName("Cari di arsip")
        field.setToolTip(find.toolTip())
        field.setClearButtonEnabled(True)
        draft_icon(find, "search", self.palette())
        field.addAction(find, QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self.sought)
        field.installEventFilter(self)
        return field


def _below(button: QToolButton, menu: QMenu) -> QPoint:
    """Where a menu opens under a button at the right edge: right edges in one line."""
    return button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height()))
