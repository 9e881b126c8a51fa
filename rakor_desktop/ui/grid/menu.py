"""The grid's menu: what can be done with the chosen cells and rows, each with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from rakor_desktop.ui.grid.clipboard import clipboard_text
from rakor_desktop.ui.icons import put_icon

if TYPE_CHECKING:
    from rakor_desktop.ui.grid.view import GridView


def grid_menu(view: GridView) -> QMenu:
    """The menu for the cells and rows that are chosen now; what cannot be done is greyed."""
    menu = QMenu(view)
    menu.setAccessibleName("Menu tabel")
    rows = view.selected_rows()
    last = len(view.records.records) - 1

    def add(text: str, keys: str, act: Callable[[], object], *, on: bool = True, icon: str = "") -> QAction:
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(on)
        if icon:
            put_icon(action, icon, view.palette())
        action.triggered.connect(lambda: act())
        return action

    count = view.several()
    add("&Sunting isian", "F2", lambda: view.edit(view.currentIndex()), on=view.currentIndex().isValid())
    fill = f"&Isi semua yang dipilih ({count})…" if count else "&Isi semua yang dipilih…"
    add(fill, "Ctrl+Enter", view.begin_fill, on=bool(count))
    menu.addSeparator()
    add("&Potong", "Ctrl+X", view.cut, on=bool(rows))
    add("Sa&lin", "Ctrl+C", view.copy, on=bool(rows), icon="copy")
    add("&Tempel", "Ctrl+V", view.paste, on=bool(clipboard_text()))
    add("K&osongkan isian", "Backspace", view.clear_cells, on=bool(rows))
    menu.addSeparator()
    add("&Gandakan baris", "Ctrl+D", view.duplicate_rows, on=bool(rows))
    add("&Naikkan baris", "Alt+Up", lambda: view.move_rows(-1), on=bool(rows) and rows[0] > 0)
    add("T&urunkan baris", "Alt+Down", lambda: view.move_rows(1), on=bool(rows) and rows[-1] < last)
    gone = f"&Hapus {len(rows)} baris" if len(rows) > 1 else "&Hapus baris"
    add(gone, "Del", view.remove_rows, on=bool(rows), icon="delete")
    if view.extras:
        menu.addSeparator()
        menu.addActions(view.extras)
    return menu
