"""The menu "Buat dokumen": for each document its format and its template."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, document_title
from rakor_desktop.ui.actions import Actions
from rakor_desktop.ui.export import FORMATS, Exporting
from rakor_desktop.ui.icons import put_icon
from rakor_desktop.ui.package.copying import Copying

_ICONS = {
    "notula": "document",
    "daftar-hadir": "people",
    "siaran-pers": "press",
    "laporan-whatsapp": "chat",
    "petikan-arahan": "list",
    "tindak-lanjut": "check",
    "dokumentasi": "photos",
}
_ACCESS = {
    "notula": "&Notula",
    "daftar-hadir": "&Daftar hadir",
    "siaran-pers": "Siaran pe&rs",
    "undangan": "&Undangan rapat",
    "laporan-hasil": "Laporan &hasil rapat",
    "petikan-arahan": "P&etikan arahan",
    "tindak-lanjut": "Lembar tinda&k lanjut",
    "dokumentasi": "Halaman d&okumentasi",
}


class DocumentMenu(QObject):
    """Fills ``menu`` each time it opens, so that it tells the template in use for the meeting's office."""

    def __init__(
        self,
        menu: QMenu,
        catalog: Catalog,
        actions: Actions,
        exporting: Exporting,
        copying: Copying,
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._catalog = catalog
        self._actions = actions
        self._exporting = exporting
        self._copying = copying
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Put the documents of now into the menu."""
        self._menu.clear()
        acts = self._actions
        self._menu.addActions([acts.export, acts.export_as, acts.package, acts.print_preview])
        self._menu.addSeparator()
        for document in DOCUMENTS:
            menu = self._menu.addMenu(_ACCESS.get(document, f"&{document_title(document)}"))
            put_icon(menu.menuAction(), _ICONS.get(document, "document"), menu.palette())
            self._fill_document(menu, document, self._exporting)
        self._menu.addSeparator()
        self._menu.addAction(acts.templates)

    def _fill_document(self, menu: QMenu, document: str, exporting: Exporting) -> None:
        templates = self._catalog.templates_for(document)
        has_text = any(name.endswith(".txt") for entry in templates for name in entry.files)
        for suffix, label in FORMATS:
            if suffix not in exporting.formats(document) or (suffix == ".txt" and not has_text):
                continue
            make = menu.addAction(f"Buat &{label}")
            make.triggered.connect(lambda _=False, s=suffix: exporting.export(document, s))
        menu.addAction("Simpan s&ebagai…").triggered.connect(lambda: exporting.export(document, ask=True))
        if document == "siaran-pers":
            menu.addSeparator()
            menu.addActions([self._actions.copy_portal, self._actions.copy_message])
        if document == "laporan-whatsapp":
            menu.addSeparator()
            menu.addAction("&Salin untuk WhatsApp").triggered.connect(self._copying.report)
        if len(templates) > 1:
            menu.addSection("Templat")
            group = QActionGroup(menu)
            used = exporting.template_in_use(document)
            for entry in templates:
                choice = QAction(entry.title, group, checkable=True, checked=entry.name == used)
                choice.setToolTip(entry.description)
                choice.triggered.connect(
                    lambda _=False, name=entry.name: exporting.choose_template(document, name)
                )
                menu.addAction(choice)
