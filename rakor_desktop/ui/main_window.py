"""The window: start page or open meeting, the bar above, the line below, and what joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from rakor_desktop.errors import RakorError
from rakor_desktop.settings import Settings
from rakor_desktop.ui.actions import Actions, describe
from rakor_desktop.ui.home import Home
from rakor_desktop.ui.icons import retint
from rakor_desktop.ui.status import Status
from rakor_desktop.ui.top_bar import TopBar
from rakor_desktop.ui.words import NO_TITLE, shortened

if TYPE_CHECKING:  # loaded after the first picture
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from rakor_desktop.archive import Entry
    from rakor_desktop.ui.furniture import Furniture
    from rakor_desktop.ui.message_bar import MessageBar
    from rakor_desktop.ui.parts import Parts
    from rakor_desktop.ui.theme import Theme
    from rakor_desktop.ui.toast import Toast

TITLE: Final = "Rakor Desktop"


class MainWindow(QMainWindow):
    """The program's window, in two steps: bare with the start page, then joined with archive and desk.

    The first picture needs none of the program's knowledge, so :meth:`join` comes after it, and what the first
    meeting needs (:attr:`furniture`) after that.
    """

    bar: MessageBar
    toast: Toast

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme
        self._parts: Parts | None = None
        self._furniture: Furniture | None = None
        self._left_home = True
        self.setWindowTitle(TITLE)
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)
        self.acts = Actions(self)
        self.documents_menu = QMenu("Buat dokumen", self)
        self.more_menu = QMenu("Menu lain", self)
        self.top = TopBar(self.acts, self.documents_menu, self.more_menu, self)
        self.addToolBar(self.top)
        self.setContextMenuPolicy(self.top.contextMenuPolicy())
        self.home = Home((self.acts.begin_from, self.acts.paste_text, self.acts.begin_empty))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.home)
        self.setCentralWidget(self._centre())
        self.status = Status()
        self.setStatusBar(self.status)
        self._page_actions = self._make_page_actions()
        for waiting in (self.acts.undo, self.acts.redo, self.top.documents):
            waiting.setEnabled(False)
        self._restore_size()

    def join(self, parts: Parts) -> None:
        """Bring the window to life with archive, desk and catalog."""
        from rakor_desktop.ui.message_bar import MessageBar
        from rakor_desktop.ui.more_menu import fill_more_menu
        from rakor_desktop.ui.toast import Toast

        self._parts = parts
        self.bar = MessageBar()
        self._column.insertWidget(0, self.bar)
        self.toast = Toast(self)
        bin_menu = fill_more_menu(self.more_menu, self.acts, self._settings, self._theme)
        bin_menu.aboutToShow.connect(lambda: self.furniture.meetings.fill_bin(bin_menu))
        retint(self, self.palette())
        self.home.serve(parts.archive)
        self.status.watch(parts.jobs)
        self._connect()
        self.show_home()

    @property
    def settings(self) -> Settings:
        """What the program remembers."""
        return self._settings

    @property
    def parts(self) -> Parts:
        """Archive, desk and the rest; there after :meth:`join`."""
        if self._parts is None:
            raise RuntimeError("the window is not joined yet")
        return self._parts

    @property
    def furniture(self) -> Furniture:
        """Workspace and flows, built now if they are not there yet."""
        if self._furniture is None:
            from rakor_desktop.ui.furniture import Furniture

            self._furniture = Furniture(self, self)
            self.stack.addWidget(self._furniture.workspace)
        return self._furniture

    @property
    def at_home(self) -> bool:
        """Whether the start page is shown."""
        return self.stack.currentWidget() is self.home

    @property
    def at_people(self) -> bool:
        """Whether the people book is shown."""
        known = (self.home, self._furniture.workspace if self._furniture else None)
        return self.stack.currentWidget() not in known

    def show_people(self) -> None:
        """Turn to the people book."""
        page = self.furniture.people
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self._left_home = self.at_home if not self.at_people else self._left_home
        self.stack.setCurrentWidget(page)
        self._enable()
        page.arrive()

    def leave_people(self) -> None:
        """Go back to the meeting or the start page, wherever the people book was opened."""
        if self._left_home or not self.parts.desk.meeting.id:
            self.show_home()
        else:
            self.show_workspace()

    def furnish(self) -> None:
        """Build what the first picture did not need, so that the first meeting opens at once."""
        self.furniture.workspace.build_rest()

    def show_home(self) -> None:
        """Turn to the start page with fresh lists."""
        self.parts.autosave.flush()
        self.stack.setCurrentWidget(self.home)
        self.home.greet(self._office_name())
        self._refresh_home()
        self._enable()
        self.home.take_keyboard()

    def show_workspace(self, target: str = "") -> None:
        """Turn to the open meeting: to the field of ``target``, or where it was left."""
        workspace = self.furniture.workspace
        self.top.clear_search()
        self.home.seek("")
        self.stack.setCurrentWidget(workspace)
        self._enable()
        if not (target and workspace.go_to(target)):
            workspace.show_page(workspace.key or "rapat")
            workspace.begin_typing()
        workspace.review_now()

    def show_meeting(self, target: str = "") -> None:
        """Show a meeting that has just been put on the desk, on its first page unless ``target`` says where."""
        self.furniture.workspace.show_page("rapat")
        self.status.clear_saved()
        self.show_workspace(target)

    def open_paths(self, paths: list[Path]) -> None:
        """Open files given at the start, by a second start, or dropped on the window.

        Lists of people are read, into the open meeting or into a new one; all else is taken for a meeting.
        """
        from rakor_desktop.ui.reading.material import list_files

        lists = list_files(paths)
        for path in paths:
            if path not in lists:
                self.furniture.meetings.open_file(path)
        if lists:
            self.furniture.reading.read(lists, into_new=self._begins_new)

    def bring_forward(self) -> None:
        """Come to the front: the program was started a second time."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything; ask before closing when that is not possible."""
        if self._parts is not None and not self._parts.autosave.flush() and not self._closing_anyway():
            event.ignore()
            return
        self.home.rest()
        if self._furniture is not None:
            self._furniture.workspace.remember()
        self._settings.change(geometry=bytes(self.saveGeometry().toHex().data()).decode())
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew for another palette."""
        if event.type() == QEvent.Type.PaletteChange and self._parts is not None:
            retint(self, self.palette())
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Meetings, lists of people, and text may be dropped anywhere on the window."""
        if self._parts is not None and (_droppable(event) or (not _files(event) and event.mimeData().hasText())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or read what was dropped."""
        if files := _droppable(event):
            self.open_paths(files)
        elif not _files(event):
            self.furniture.reading.read(event.mimeData(), into_new=self._begins_new)
        event.acceptProposedAction()

    # -- building

    def _centre(self) -> QWidget:
        centre = QWidget()
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.stack, 1)
        return centre

    def _make_page_actions(self) -> list[QAction]:
        made = []
        for number in range(1, 6):
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _=False, n=number: self._show_page(n))
            self.addAction(action)
            made.append(action)
        return made

    def _connect(self) -> None:
        acts, parts = self.acts, self.parts
        acts.home.triggered.connect(self._go_home)
        acts.begin_from.triggered.connect(self._begin_from)
        acts.begin_empty.triggered.connect(lambda: self.furniture.meetings.begin_empty())
        acts.paste_text.triggered.connect(lambda: self.furniture.reading.read_clipboard(into_new=self._begins_new))
        self.home.paste_wanted.connect(acts.paste_text.trigger)
        acts.open_file.triggered.connect(lambda: self.furniture.meetings.ask_file())
        acts.undo.triggered.connect(self._undo)
        acts.people.triggered.connect(self.show_people)
        acts.tidy.triggered.connect(lambda: self.furniture.tidy())
        acts.redo.triggered.connect(parts.desk.redo)
        acts.proof.triggered.connect(lambda: self.furniture.show_proof())
        acts.export.triggered.connect(lambda: self.furniture.export_shown())
        acts.export_as.triggered.connect(lambda: self.furniture.export_shown(ask=True))
        acts.find.triggered.connect(self._find)
        acts.save_now.triggered.connect(self._save_now)
        acts.save_copy.triggered.connect(lambda: self.furniture.meetings.save_copy())
        acts.office.triggered.connect(lambda: self.furniture.offices.edit())
        acts.preview.setCheckable(True)
        acts.preview.triggered.connect(lambda shown: self.furniture.workspace.fold_preview(not shown))
        acts.findings.triggered.connect(lambda: self.furniture.workspace.show_findings())
        acts.shortcuts.triggered.connect(lambda: self.furniture.show_shortcuts())
        acts.about.triggered.connect(lambda: self.furniture.show_about())
        acts.quit.triggered.connect(self.close)
        self.home.open_wanted.connect(lambda meeting_id: self.furniture.meetings.open(meeting_id))
        self.home.delete_wanted.connect(self._delete)
        self.top.sought.connect(self._seek)
        self.top.search_entered.connect(self._enter_hits)
        self.status.office_clicked.connect(acts.office.trigger)
        self.status.findings_clicked.connect(acts.findings.trigger)
        parts.autosave.saved.connect(self._saved)
        parts.autosave.failed.connect(self.bar.say)
        parts.autosave.conflicted.connect(self._conflicted)
        parts.autosave.state_changed.connect(self.status.show_state)
        parts.desk.history_changed.connect(self._enable)
        parts.desk.changed.connect(lambda *_: self._entitle())
        parts.desk.office_changed.connect(lambda *_: self.status.show_office(self._office_name()))

    # -- what the user asks for

    def _go_home(self) -> None:
        self.top.clear_search()
        self.home.seek("")
        self.show_home()

    def _begin_from(self) -> None:
        chosen = self.home.list.chosen() if self.at_home else None
        meetings = self.furniture.meetings
        if chosen is None:
            meetings.choose_former(self.parts.desk.meeting.id)
        elif meetings.begin_from(chosen.id):
            self.toast.say(f"Rapat baru dibuat dari “{shortened(chosen.title or NO_TITLE)}”. Isi tanggalnya.")

    def _delete(self, entry: Entry) -> None:
        self.furniture.meetings.delete(entry)

    def _show_page(self, number: int) -> None:
        from rakor_desktop.ui.pages import PAGES

        if number <= len(PAGES):
            self.show_workspace_page(PAGES[number - 1].key)

    def show_workspace_page(self, key: str) -> None:
        """Turn to one page of the open meeting and begin typing there."""
        if self.at_home or self.at_people:
            self.show_workspace()
        self.furniture.workspace.show_page(key)
        self.furniture.workspace.begin_typing()

    def _undo(self) -> None:
        if self.at_people:
            self.furniture.people.undo()
        else:
            self.parts.desk.undo()

    @property
    def _begins_new(self) -> bool:
        """Whether what is read begins a meeting, because none is at hand."""
        return self.at_home or not self.parts.desk.meeting.id

    def _find(self) -> None:
        if self.at_people:
            self.furniture.people.take_search()
            return
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _seek(self, text: str) -> None:
        if not self.at_home and text:
            self.show_home()
            self.top.search.setFocus()
        self.home.seek(text)

    def _enter_hits(self) -> None:
        if not self.at_home:
            self.show_home()
        self._refresh_home()
        self.home.list.choose_first()

    def _save_now(self) -> None:
        if self.parts.autosave.flush():
            from datetime import datetime

            self.status.show_saved(datetime.now())
            self.toast.say("Semua perubahan tersimpan")
        else:
            self.bar.say("Rapat belum tersimpan; isian Anda masih ada di layar dan penyimpanan dicoba lagi.")

    # -- what the parts tell

    def _saved(self, at: datetime) -> None:
        if self.parts.desk.meeting.id:
            self.status.show_saved(at)
        if self.at_home:
            self._refresh_home()

    def _conflicted(self, _copy_id: str) -> None:
        self.bar.say(
            "Rapat ini juga diubah di tempat lain. Keduanya disimpan: versi lain ada di Beranda "
            "dengan tanda “(salinan bentrok)”.",
            [("&Beranda", self.acts.home.trigger)],
        )

    def _refresh_home(self) -> None:
        try:
            self.home.refresh()
        except RakorError as error:
            self.bar.say(error.message)

    def _enable(self) -> None:
        desk, acts = self.parts.desk, self.acts
        opened = bool(desk.meeting.id)
        working = opened and not self.at_home and not self.at_people
        acts.undo.setEnabled((working and bool(desk.undo_label)) or self.at_people)
        acts.redo.setEnabled(working and bool(desk.redo_label))
        undo_label = "perubahan buku orang" if self.at_people else desk.undo_label
        describe(acts.undo, f"Urungkan: {undo_label}" if undo_label else "Urungkan perubahan terakhir")
        describe(acts.redo, f"Ulangi: {desk.redo_label}" if desk.redo_label else "Ulangi yang diurungkan")
        for action in acts.of_meeting():
            action.setEnabled(working)
        for action in self._page_actions:
            action.setEnabled(opened)
        self.top.documents.setEnabled(working)
        if not working:
            self.status.show_findings(None)
        self._entitle()

    def _entitle(self) -> None:
        meeting = self.parts.desk.meeting
        named = meeting.title or NO_TITLE
        named = "Buku orang" if self.at_people else named
        bare = self.at_home or not (meeting.id or self.at_people)
        self.setWindowTitle(TITLE if bare else f"{named} — {TITLE}")
        self.status.show_office(self._office_name())

    def _office_name(self) -> str:
        if self.parts.desk.meeting.id and not self.at_home:
            return self.parts.desk.office.short_name or self.parts.desk.office.name
        office = self.parts.archive.default_office()
        return (office.short_name or office.name) if office else ""

    def _restore_size(self) -> None:
        kept = self._settings.now.geometry
        if not (kept and self.restoreGeometry(QByteArray.fromHex(kept.encode()))):
            room = self.screen().availableGeometry().size()
            self.resize(QSize(1280, 760).boundedTo(room - QSize(20, 40)))

    def _closing_anyway(self) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Belum tersimpan")
        box.setText("Perubahan terakhir belum dapat disimpan ke arsip.")
        box.setInformativeText(
            f"Salinan darurat disimpan di {self.parts.data_dir} bila disk mengizinkan. Tetap tutup program?"
        )
        stay = box.addButton("&Kembali ke rapat", QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton("&Tutup program", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave


def furnish_later(window: MainWindow) -> None:
    """Furnish the window once the first picture is on the screen."""
    QTimer.singleShot(0, window, window.furnish)


def _files(event: QDropEvent) -> list[Path]:
    from rakor_desktop.ui.reading.material import local_files

    return local_files(event.mimeData())


def _droppable(event: QDropEvent) -> list[Path]:
    from rakor_desktop.ui.reading.material import list_files, meeting_files

    files = _files(event)
    return [*meeting_files(files), *list_files(files)]
