"""The dialog "Templat saya": the templates by document, one of them with its faults, and its pages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from rakor_desktop.catalog import TemplateEntry
from rakor_desktop.desk.documents import DOCUMENTS
from rakor_desktop.desk.file_names import default_root
from rakor_desktop.desk.jobs import Jobs
from rakor_desktop.desk.set_file import SUFFIX
from rakor_desktop.desk.template_check import Checkup, check_template, trial_view
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.template_shelf.deeds import Deeds, drop_examples
from rakor_desktop.ui.template_shelf.details import Details
from rakor_desktop.ui.template_shelf.field_sheet import FieldSheet
from rakor_desktop.ui.template_shelf.furnishing import Frame, lay_out
from rakor_desktop.ui.template_shelf.sample_view import SampleView
from rakor_desktop.ui.template_shelf.set_deeds import SetDeeds
from rakor_desktop.ui.template_shelf.template_list import TemplateList
from rakor_desktop.ui.template_shelf.use import office_of, template_in_use, trial_of
from rakor_desktop.ui.template_shelf.watch import TemplateWatch
from rakor_desktop.ui.toast import Toast

_WIDTH, _HEIGHT = 1320, 720
_MARGIN: Final = 40
_TURN_MS: Final = 200
"""How long a template must be shown before its pages are made: whoever walks the list does not start an engine."""


class TemplateDialog(QDialog):
    """Shows, checks and previews templates; what is done with them is in :class:`Deeds` and :class:`SetDeeds`."""

    def __init__(self, parts: Parts, document: str = "notula", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Templat saya")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
        self.setAcceptDrops(True)
        self._parts = parts
        self._checkups: dict[str, Checkup] = {}
        self._jobs, self._deed_jobs = Jobs(self), Jobs(self)
        for jobs in (self._jobs, self._deed_jobs):
            jobs.bug.connect(parts.jobs.bug)
        self.bar = MessageBar(self)
        self.toast = Toast(self)
        self.list = TemplateList(self)
        self.details = Details(self)
        self.sample = SampleView(parts, self)
        self.watch = TemplateWatch(self)
        self.deeds = Deeds(parts, self._deed_jobs, self.toast, self.bar, self)
        self.sets = SetDeeds(parts, self._deed_jobs, self.toast, self.bar, self)
        self._sheet: FieldSheet | None = None
        self._stay = False
        self._shown = ""
        self._turn_timer = QTimer(self, singleShot=True, interval=_TURN_MS)
        self._turn_timer.timeout.connect(self._preview)
        self.frame: Frame = lay_out(self, self.bar, self.list, self.details, self.sample)
        self._connect()
        parts.catalog.renew_templates()
        used = template_in_use(parts, document)
        self.refresh(used.key if used else document)
        self._tell_problems()
        for entry in parts.catalog.templates:
            if entry.own:
                self._check(entry)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current(self) -> TemplateEntry | None:
        """The template that is shown."""
        return self.list.current

    @property
    def checkup(self) -> Checkup | None:
        """What was found in the template shown; ``None`` while it is being checked."""
        return self._checkups.get(self.current.key) if self.current else None

    def refresh(self, key: str = "") -> None:
        """Fill the list again, with this template shown, else the one shown now."""
        entry = self.current
        used = {document: found.name for document in DOCUMENTS if (found := template_in_use(self._parts, document))}
        known = self._parts.catalog
        self.list.show_templates(known, used, self._checkups, key or (entry.key if entry else self.list.document))

    def show_sheet(self) -> FieldSheet:
        """The sheet of fields of the document shown, beside this window."""
        if self._sheet is None:
            self._sheet = FieldSheet(self._parts, self)
        self._sheet.show_document(self.list.document)
        self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()
        return self._sheet

    def event(self, event: QEvent) -> bool:
        """Whoever comes back from Word sees the template as it was saved there."""
        if event.type() == QEvent.Type.WindowActivate:
            self.watch.look()
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A Word file or an office's set may be dropped."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the file."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.bring_in(path)

    def bring_in(self, path: Path) -> None:
        """Import a template or an office's set."""
        if path.suffix.casefold() == SUFFIX:
            self.sets.bring_in(path)
        else:
            self.deeds.bring_in(path, self.list.document)

    def hideEvent(self, event: QHideEvent) -> None:
        """Closed, or its window is: end the work in progress."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._turn_timer.stop()
        self.watch.follow(None)
        self._jobs.close()
        self._deed_jobs.close()
        self.sample.close_pages()
        drop_examples()

    def _turn(self, entry: TemplateEntry | None) -> None:
        self.watch.follow(entry if entry and entry.own else None)
        self._stay = self._stay and entry is not None and entry.key == self._shown
        self._shown = entry.key if entry else ""
        self._tell(entry)
        if entry is None:
            self.sample.say("Pilih templat untuk melihat halamannya.")
            return
        if entry.key not in self._checkups:
            self._check(entry)
        self._turn_timer.start()

    def _tell(self, entry: TemplateEntry | None) -> None:
        self.frame.rename.setEnabled(entry is not None and entry.own)
        self.frame.delete.setEnabled(entry is not None and entry.own)
        if entry is None:
            self.details.show_none(self.list.document)
            return
        found = template_in_use(self._parts, entry.document)
        used = found is not None and found.key == entry.key
        self.details.show_template(entry, self._checkups.get(entry.key), office_of(self._parts), used=used)

    def _check(self, entry: TemplateEntry) -> None:
        """Check off the UI thread; the list and the details follow."""
        key = entry.key

        def done(checkup: Checkup) -> None:
            if checkup.busy:
                self.watch.again()
            else:
                self.watch.settled()
            before, self._checkups[key] = self._checkups.get(key), checkup
            shown = self.current is not None and self.current.key == key
            if (before is None or before.usable) != checkup.usable:
                self.refresh()
            elif shown:
                self._tell(self.current)
            if shown:
                self._turn_timer.start()

        bundle, catalog = trial_of(self._parts).bundle, self._parts.catalog

        def work(_token: object) -> Checkup:
            return check_template(entry, trial_view(entry.document, bundle, catalog))

        self._jobs.run("Memeriksa templat", work, done, lambda error: self.bar.say(error.message))

    def _saved_in_word(self) -> None:
        """The template shown was changed on disk: check it anew, then show its pages where they were read."""
        entry = self.current
        if entry is None:
            return
        self._parts.catalog.renew_templates()
        found = self._parts.catalog.template(entry.key)
        if found is None:
            self._checkups.pop(entry.key, None)
            self.refresh(entry.document)
            return
        self._stay = True
        self._check(found)

    def _preview(self) -> None:
        entry, checkup = self.current, self.checkup
        if entry is None or checkup is None:
            return  # comes again once it is checked
        if checkup.busy:
            self.sample.say("Berkas templat sedang dipegang Word. Simpan di Word; pratinjau menyusul sendiri.")
        elif checkup.faults:
            self.sample.say("Pratinjau muncul setelah semua kesalahan diperbaiki di Word.")
        else:
            self.sample.show_template(entry, stay=self._stay)
            self._stay = True

    def _renewed(self, key: str) -> None:
        there = {entry.key for entry in self._parts.catalog.templates}
        self._checkups = {known: found for known, found in self._checkups.items() if known in there}
        self.refresh(key)

    def _all_renewed(self) -> None:
        self._checkups = {}
        self.refresh()
        for entry in self._parts.catalog.templates:
            if entry.own:
                self._check(entry)

    def _tell_problems(self) -> None:
        own = self._parts.data_dir / "templates"
        wrong = [error for error in self._parts.catalog.problems if own in Path(error.file).parents]
        if wrong:
            self.bar.say(wrong[0].message)

    def _with(self, deed: object) -> None:
        entry = self.current
        if entry is not None and callable(deed):
            deed(entry)

    def _connect(self) -> None:
        self.list.chosen.connect(self._turn)
        self.watch.changed.connect(self._saved_in_word)
        self.deeds.renewed.connect(self._renewed)
        self.sets.renewed.connect(self._all_renewed)
        self.sample.word_wanted.connect(lambda: self._with(self.deeds.open_example))
        self.list.itemActivated.connect(lambda _item, _column: self._with(self.deeds.open_in_word))
        self.list.unwanted.connect(lambda: self._with(self.deeds.delete))
        self.list.rename_wanted.connect(lambda: self._with(self.deeds.rename))
        details, frame, deeds = self.details, self.frame, self.deeds
        for button, deed in (
            (details.copy, deeds.copy), (details.open, deeds.open_in_word), (details.use, deeds.use),
            (frame.rename, deeds.rename), (frame.delete, deeds.delete),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, run=deed: self._with(run))
        frame.bring_in.clicked.connect(lambda: deeds.ask_import(self._folder(), self.list.document))
        frame.sheet.clicked.connect(self.show_sheet)
        frame.export_set.clicked.connect(lambda: self.sets.ask_export(self._folder()))
        frame.import_set.clicked.connect(lambda: self.sets.ask_import(self._folder()))
        frame.close.clicked.connect(self.reject)
        for keys, button in (
            ("Ctrl+D", details.copy), ("Ctrl+O", details.open), ("Ctrl+Return", details.use),
            ("Ctrl+Enter", details.use), ("Ctrl+I", frame.bring_in), ("Ctrl+L", frame.sheet),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, button.click)

    def _folder(self) -> str:
        return self._parts.settings.now.export_folder or str(default_root().parent)


def _dropped(event: QDropEvent) -> Path | None:
    """The one local file that a drag carries, of a kind that can be imported."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.casefold() in (".docx", ".docm", ".dotx", SUFFIX) else None
