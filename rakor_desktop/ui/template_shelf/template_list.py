"""The templates by document: shipped ones with a lock, own ones, and which of them is in use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from rakor_desktop.catalog import Catalog, TemplateEntry
from rakor_desktop.desk.documents import DOCUMENTS, document_title
from rakor_desktop.desk.template_check import Checkup
from rakor_desktop.ui.icons import icon

_KEY: Final = Qt.ItemDataRole.UserRole
_ICON: Final = int(Qt.ItemDataRole.UserRole) + 1
_SIZE: Final = 16
_AIR: Final = 6
_USED: Final = "✓ "
"""Before the title of the template in use."""


class TemplateList(QTreeWidget):
    """``chosen(entry)`` when another template becomes current; ``unwanted`` at Del, ``rename_wanted`` at F2."""

    chosen = Signal(object)
    unwanted = Signal()
    rename_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, TemplateEntry] = {}
        self._filling = False
        self.setAccessibleName("Daftar templat")
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setIconSize(QSize(_SIZE, _SIZE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._turn)

    @property
    def current(self) -> TemplateEntry | None:
        """The template that is shown."""
        item = self.currentItem()
        return self._entries.get(item.data(0, _KEY)) if item else None

    @property
    def document(self) -> str:
        """The document whose template, or whose heading, is current."""
        item = self.currentItem()
        return str(item.data(0, _KEY)).partition("/")[0] if item else DOCUMENTS[0]

    def show_templates(
        self, catalog: Catalog, used: Mapping[str, str], checkups: Mapping[str, Checkup], current: str
    ) -> None:
        """Show all of them; ``used`` names the template in use per document, ``current`` the key to be shown."""
        self._filling = True
        folded = {str(i.data(0, _KEY)) for i in self._heads() if not i.isExpanded()}
        self.clear()
        self._entries = {entry.key: entry for entry in catalog.templates if entry.document in DOCUMENTS}
        chosen = None
        for document in DOCUMENTS:
            head = QTreeWidgetItem(self, [document_title(document)])
            head.setData(0, _KEY, document)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            of_document = [entry for entry in self._entries.values() if entry.document == document]
            for entry in sorted(of_document, key=lambda one: (not one.own, one.title.casefold())):
                item = self._item(head, entry, used.get(document) == entry.name, checkups.get(entry.key))
                chosen = item if entry.key == current else chosen
            head.setExpanded(document not in folded)
        self._filling = False
        shown = chosen or self._first_of(current.partition("/")[0])
        self.setCurrentItem(shown)
        self._bring_into_sight()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how much of the list is seen."""
        super().showEvent(event)
        self._bring_into_sight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del deletes, F2 renames."""
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons for the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for head in self._heads():
                for row in range(head.childCount()):
                    item = head.child(row)
                    assert item is not None
                    item.setIcon(0, icon(str(item.data(0, _ICON)), self.palette(), _SIZE))

    def _item(
        self, head: QTreeWidgetItem, entry: TemplateEntry, used: bool, checkup: Checkup | None
    ) -> QTreeWidgetItem:
        faulty = checkup is not None and bool(checkup.faults)
        sign = "error" if faulty else "document" if entry.own else "lock"
        item = QTreeWidgetItem(head, [f"{_USED}{entry.title}" if used else entry.title])
        item.setData(0, _KEY, entry.key)
        item.setData(0, _ICON, sign)
        item.setIcon(0, icon(sign, self.palette(), _SIZE))
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + _AIR))
        words = ["Templat sendiri" if entry.own else "Templat bawaan, tidak dapat diubah"]
        words += ["dipakai kantor ini"] if used else []
        words += ["belum dapat dipakai, ada kesalahan"] if faulty else []
        item.setToolTip(0, f"{entry.title}\n{'; '.join(words)}")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}. {'; '.join(words)}")
        return item

    def _bring_into_sight(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.scrollToItem(item.parent() or item)
            self.scrollToItem(item)

    def _first_of(self, document: str) -> QTreeWidgetItem:
        head = next((head for head in self._heads() if head.data(0, _KEY) == document), self._heads()[0])
        return head.child(0) or head

    def _heads(self) -> list[QTreeWidgetItem]:
        return [item for row in range(self.topLevelItemCount()) if (item := self.topLevelItem(row)) is not None]

    def _turn(self, _now: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if not self._filling:
            self.chosen.emit(self.current)
