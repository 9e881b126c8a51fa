"""What the window needs from its second picture on: the workspace and the flows behind the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QDialog, QWidget

from rakor_desktop.ui.document_menu import DocumentMenu
from rakor_desktop.ui.export import Exporting
from rakor_desktop.ui.meetings import Meetings
from rakor_desktop.ui.offices import Offices
from rakor_desktop.ui.package.copying import Copying
from rakor_desktop.ui.package.packing import Packing
from rakor_desktop.ui.printing.flow import PreviewFlow
from rakor_desktop.ui.reading.flow import ReadingFlow
from rakor_desktop.ui.tidy import Tidying
from rakor_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from rakor_desktop.ui.actions import Actions
    from rakor_desktop.ui.home import Home
    from rakor_desktop.ui.message_bar import MessageBar
    from rakor_desktop.ui.parts import Parts
    from rakor_desktop.ui.people.page import PeoplePage
    from rakor_desktop.ui.proof.window import ProofWindow
    from rakor_desktop.ui.status import Status
    from rakor_desktop.ui.toast import Toast
    from rakor_desktop.ui.top_bar import TopBar


class Hall(Protocol):
    """What the furniture needs of the window it stands in; the window itself imports the furniture."""

    acts: Actions
    documents_menu: QMenu
    bar: MessageBar
    toast: Toast
    status: Status
    home: Home
    top: TopBar

    @property
    def parts(self) -> Parts:
        """Archive, desk, catalog and what else is joined."""

    @property
    def at_home(self) -> bool:
        """Whether the start page is shown."""

    def show_meeting(self, target: str = "") -> None:
        """Show the meeting on the desk."""

    def show_workspace_page(self, key: str) -> None:
        """Show one page of the meeting on the desk."""

    def show_home(self) -> None:
        """Show the start page."""

    def leave_people(self) -> None:
        """Go back from the people book to where it was opened."""


class Furniture:
    """Workspace, export, beginnings and office profile, joined to the window."""

    def __init__(self, hall: Hall, window: QWidget) -> None:
        parts = hall.parts
        self._hall = hall
        self._window = window
        self.workspace = Workspace(parts)
        self.exporting = Exporting(parts, hall.toast, hall.bar, window)
        self.previews = PreviewFlow(parts, window)
        self.meetings = Meetings(parts, hall.toast, hall.bar, window)
        self.reading = ReadingFlow(parts, self.meetings, hall.toast, hall.bar, window)
        self.offices = Offices(parts, hall.bar, window)
        self.tidying = Tidying(parts, hall.toast, hall.bar, window)
        self.copying = Copying(parts, hall.toast, hall.bar, window)
        self.packing = Packing(parts, self.exporting, hall.toast, hall.bar, window)
        self._people: PeoplePage | None = None
        self._proof: ProofWindow | None = None
        self._menu = DocumentMenu(
            hall.documents_menu, parts.catalog, hall.acts, self.exporting, self.copying
        )
        self._connect()

    def export_shown(self, *, ask: bool = False) -> None:
        """Make the document that the preview shows."""
        self.exporting.export(self.workspace.side.document, ask=ask)

    @property
    def people(self) -> PeoplePage:
        """The people book's page, built now if it is not there yet."""
        if self._people is None:
            from rakor_desktop.ui.people.page import PeoplePage

            hall = self._hall
            self._people = PeoplePage(hall.parts, hall.toast, hall.bar, self._window)
            self._people.left.connect(hall.leave_people)
            self._people.renewed.connect(self.workspace.people.refresh)
        return self._people

    def tidy(self) -> None:
        """Offer tidier spelling of the attendees chosen in the list (when more than one), or of all."""
        from rakor_desktop.ui.pages.attendees import AttendeesPage

        page = self.workspace.page("hadirin")
        chosen: tuple[str, ...] = ()
        if self.workspace.key == "hadirin" and isinstance(page, AttendeesPage):
            chosen = page.grid.records.ids(page.grid.selected_rows())
        self.tidying.tidy(chosen if len(chosen) > 1 else None)

    @property
    def proof(self) -> ProofWindow:
        """The window that reviews any text, built now if it is not there yet."""
        if self._proof is None:
            from rakor_desktop.ui.proof.window import ProofWindow

            self._proof = ProofWindow(self._hall.parts, self._window)
        return self._proof

    def show_proof(self) -> None:
        """Bring the review of any text to the front."""
        self.proof.show()
        self.proof.raise_()
        self.proof.activateWindow()

    def show_press_styles(self) -> None:
        """The styles in which releases are written, to copy and to edit."""
        from rakor_desktop.ui.press_style import open_styles

        open_styles(self._hall.parts, self._window)

    def show_templates(self, document: str = "") -> None:
        """The office's own templates; those of the document that the preview shows, unless another is named."""
        from rakor_desktop.ui.template_shelf import open_templates

        dialog = open_templates(self._hall.parts, self._window, document or self.workspace.side.document)
        dialog.sets.renewed.connect(self._tell_office)

    def show_shortcuts(self) -> None:
        """All keys in one list."""
        from rakor_desktop.ui.about import Shortcuts
        from rakor_desktop.ui.pages import PAGES

        pages = [(f"Halaman {page.title}", f"Ctrl+{n}") for n, page in enumerate(PAGES, start=1)]
        self._open(Shortcuts(self._hall.acts, pages, self._window))

    def show_about(self) -> None:
        """Version, licence, where the data lie."""
        from rakor_desktop.ui.about import About

        self._open(About(self._hall.parts.data_dir, self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        hall, workspace = self._hall, self.workspace
        hall.acts.package.triggered.connect(self.packing.ask)
        hall.acts.copy_portal.triggered.connect(self.copying.for_portal)
        hall.acts.copy_message.triggered.connect(self.copying.for_whatsapp)
        workspace.side.preview.offer_copies([hall.acts.copy_portal, hall.acts.copy_message])
        self.exporting.templates_wanted.connect(self.show_templates)
        self.exporting.confirmation_wanted.connect(lambda: workspace.go_to("releases/confirmation"))
        self.meetings.opened.connect(hall.show_meeting)
        hall.acts.press_styles.triggered.connect(lambda: self.show_press_styles())
        hall.acts.templates.triggered.connect(lambda: self.show_templates())
        self.previews.jump.connect(workspace.go_to)
        self.previews.templates_wanted.connect(self.show_templates)
        hall.acts.print_preview.triggered.connect(lambda: self.previews.show(workspace.side.document))
        self.meetings.gone.connect(hall.show_home)
        workspace.reading_wanted.connect(self.reading.read)
        self.reading.entered.connect(self._show_newcomer)
        workspace.findings_counted.connect(
            lambda count: hall.status.show_findings(None if hall.at_home else count)
        )
        workspace.office_wanted.connect(lambda _target: self.offices.edit())
        workspace.preview_folded.connect(lambda folded: hall.acts.preview.setChecked(not folded))
        hall.acts.preview.setChecked(not workspace.side.isHidden())
        workspace.side.show_tab(hall.parts.settings.now.preview_tab)
        workspace.side.shown.connect(lambda key: hall.parts.settings.change(preview_tab=key))
        workspace.side.shown.connect(self._tell_document)
        self.offices.changed.connect(self._tell_office)
        self._tell_document(workspace.side.key)

    def _show_newcomer(self, attendee_id: str) -> None:
        self._hall.show_workspace_page("hadirin")
        if attendee_id:
            self.workspace.go_to(f"attendees/{attendee_id}")

    def _tell_office(self) -> None:
        office = self.meetings.office()
        self._hall.home.greet(office.short_name)
        if self._hall.at_home:
            self._hall.status.show_office(office.short_name or office.name)

    def _tell_document(self, _key: str) -> None:
        from rakor_desktop.desk.documents import document_title
        from rakor_desktop.ui.actions import describe

        export = self._hall.acts.export
        describe(export, f"Buat {document_title(self.workspace.side.document).lower()} dari isian rapat")
        self._hall.top.documents.setToolTip(export.toolTip())
