"""The menu "Buat dokumen": for each document its format and its template."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, document_title
from rakor_desktop.settings import Settings
from rakor_desktop.ui.actions import Actions
from rakor_desktop.ui.export import FORMATS, Exporting
from rakor_desktop.ui.icons import put_icon

_ICONS = {"notula": "document", "daftar-hadir": "people", "siaran-pers": "press", "laporan-whatsapp": "chat"}
_ACCESS = {"notula": "&Notula", "daftar-hadir": "&Daftar hadir", "siaran-pers": "&Siaran pers"}


class DocumentMenu(QObject):
    """Fills ``menu`` each time it opens, so that it tells the template in use for the meeting's office."""

    def __init__(
        self, menu: QMenu, catalog: Catalog, settings: Settings, actions: Actions, exporting: Exporting
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._catalog = catalog
        self._settings = settings
        self._actions = actions
        self._exporting = exporting
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Put the documents of now into the menu."""
        self._menu.clear()
        self._menu.addActions([self._actions.export, self._actions.export_as])
        self._menu.addSeparator()
        for document in DOCUMENTS:
            menu = self._menu.addMenu(_ACCESS.get(document, f"&{document_title(document)}"))
            put_icon(menu.menuAction(), _ICONS.get(document, "document"), menu.palette())
            self._fill_document(menu, document, self._exporting)

    def _fill_document(self, menu: QMenu, document: str, exporting: Exporting) -> None:
        templates = self._catalog.templates_for(document)
        has_text = any(name.endswith(".txt") for entry in templates for name in entry.files)
        for suffix, label in FORMATS:
            if suffix == ".txt" and not has_text:
                continue
            make = menu.addAction(f"Buat &{label}")
            make.triggered.connect(lambda _=False, s=suffix: exporting.export(document, s))
        menu.addAction("Simpan s&ebagai…").triggered.connect(lambda: exporting.export(document, ask=True))
        if len(templates) > 1:
            menu.addSection("Templat")
            group = QActionGroup(menu)
            used = exporting.template_in_use(document)
            for entry in templates:
                choice = QAction(entry.title, group, checkable=True, checked=entry.name == used)
                choice.setToolTip(entry.description)
                choice.triggered.connect(
                    lambda _=False, name=entry.name: self._settings.choose("templates", document, name)
                )
                menu.addAction(choice)
