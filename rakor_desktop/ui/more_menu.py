"""The menu at the right end of the bar: profile, saving, appearance, help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from rakor_desktop.settings import APPEARANCES, Appearance
from rakor_desktop.ui.icons import put_icon

if TYPE_CHECKING:
    from rakor_desktop.settings import Settings
    from rakor_desktop.ui.actions import Actions
    from rakor_desktop.ui.theme import Theme

_NAMES: Final = {"system": "&Sistem", "light": "&Terang", "dark": "&Gelap"}


def fill_more_menu(menu: QMenu, acts: Actions, settings: Settings, theme: Theme) -> QMenu:
    """Put everything that has no button of its own into ``menu``; the empty submenu for deleted meetings."""
    menu.setToolTipsVisible(True)
    menu.addActions([acts.office, acts.people, acts.tidy, acts.proof, acts.press_styles, acts.templates])
    menu.addActions([acts.save_now, acts.save_copy])
    bin_menu = QMenu("&Rapat terhapus", menu)
    put_icon(bin_menu.menuAction(), "delete", menu.palette())
    menu.addMenu(bin_menu)
    menu.addSeparator()
    menu.addMenu(_appearance_menu(menu, settings, theme))
    menu.addActions([acts.preview, acts.findings])
    menu.addSeparator()
    menu.addActions([acts.shortcuts, acts.about])
    menu.addSeparator()
    menu.addAction(acts.quit)
    return bin_menu


def _appearance_menu(parent: QMenu, settings: Settings, theme: Theme) -> QMenu:
    menu = QMenu("T&ampilan", parent)
    put_icon(menu.menuAction(), "sun", parent.palette())
    group = QActionGroup(menu)

    def choose(choice: Appearance) -> None:
        settings.change(appearance=choice)
        theme.choose(choice)

    for choice in APPEARANCES:
        action = QAction(_NAMES[choice], group, checkable=True)
        action.setChecked(settings.now.appearance == choice)
        action.triggered.connect(lambda _=False, c=choice: choose(c))
        menu.addAction(action)
    return menu
