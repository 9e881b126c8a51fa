"""What the window needs from its second picture on: the workspace and the flows behind the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from rakor_desktop.ui.document_menu import DocumentMenu
from rakor_desktop.ui.export import Exporting
from rakor_desktop.ui.meetings import Meetings
from rakor_desktop.ui.offices import Offices
from rakor_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from rakor_desktop.ui.main_window import MainWindow


class Furniture:
    """Workspace, export, beginnings and office profile, joined to the window."""

    def __init__(self, window: MainWindow) -> None:
        parts = window.parts
        self._window = window
        self.workspace = Workspace(parts)
        self.exporting = Exporting(parts, window.toast, window.bar, window)
        self.meetings = Meetings(parts, window.toast, window.bar, window)
        self.offices = Offices(parts, window.bar, window)
        self._menu = DocumentMenu(
            window.documents_menu, parts.catalog, parts.settings, window.acts, self.exporting
        )
        self._connect()

    def export_shown(self, *, ask: bool = False) -> None:
        """Make the document that the preview shows."""
        self.exporting.export(self.workspace.side.document, ask=ask)

    def show_shortcuts(self) -> None:
        """All keys in one list."""
        from rakor_desktop.ui.about import Shortcuts
        from rakor_desktop.ui.pages import PAGES

        pages = [(f"Halaman {page.title}", f"Ctrl+{n}") for n, page in enumerate(PAGES, start=1)]
        self._open(Shortcuts(self._window.acts, pages, self._window))

    def show_about(self) -> None:
        """Version, licence, where the data lie."""
        from rakor_desktop.ui.about import About

        self._open(About(self._window.parts.data_dir, self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        window, workspace = self._window, self.workspace
        self.meetings.opened.connect(window.show_meeting)
        self.meetings.gone.connect(window.show_home)
        workspace.findings_counted.connect(
            lambda count: window.status.show_findings(None if window.at_home else count)
        )
        workspace.office_wanted.connect(lambda _target: self.offices.edit())
        workspace.preview_folded.connect(lambda folded: window.acts.preview.setChecked(not folded))
        window.acts.preview.setChecked(not workspace.side.isHidden())
        workspace.side.show_tab(window.parts.settings.now.preview_tab)
        workspace.side.shown.connect(lambda key: window.parts.settings.change(preview_tab=key))
        workspace.side.shown.connect(self._tell_document)
        self.offices.changed.connect(lambda: window.home.greet(self.meetings.office().short_name))
        self._tell_document(workspace.side.key)

    def _tell_document(self, _key: str) -> None:
        from rakor_desktop.desk.documents import document_title
        from rakor_desktop.ui.actions import describe

        export = self._window.acts.export
        describe(export, f"Buat {document_title(self.workspace.side.document).lower()} dari isian rapat")
        self._window.top.documents.setToolTip(export.toolTip())
