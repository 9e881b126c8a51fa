"""The people book out to a file and in from one: beside the window, looked at before it counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from rakor_desktop.archive.people import Imported
from rakor_desktop.desk.file_names import default_root
from rakor_desktop.desk.jobs import JobToken
from rakor_desktop.domain.people import Person
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.people.book import Book
from rakor_desktop.ui.people.import_dialog import ImportDialog
from rakor_desktop.ui.people.import_plan import ImportPlan, plan
from rakor_desktop.ui.toast import Toast

_KINDS: Final = "Buku kerja Excel (*.xlsx);;Teks berkolom (*.csv)"
_READABLE: Final = "Daftar orang (*.xlsx *.csv)"
_NAME: Final = "Buku orang.xlsx"


class Exchange(QObject):
    """Import and export of the book."""

    def __init__(self, book: Book, parts: Parts, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._book = book
        self._parts = parts
        self._toast = toast
        self._bar = bar
        self._window = window

    def ask_export(self) -> None:
        """Ask where to, and write everybody there."""
        root = Path(self._parts.settings.now.export_folder or default_root().parent)
        chosen, kind = QFileDialog.getSaveFileName(self._window, "Ekspor buku orang", str(root / _NAME), _KINDS)
        if chosen:
            path = Path(chosen)
            if path.suffix.casefold() not in (".xlsx", ".csv"):
                path = path.with_name(f"{path.name}{'.csv' if 'csv' in kind else '.xlsx'}")
            self.write(path)

    def write(self, path: Path) -> None:
        """Write everybody, active or not, to a file of the kind that its name says."""
        people = tuple(self._book.shelf.people)

        def work(_token: JobToken) -> Path:
            from rakor_desktop.archive.people_file import write_people

            write_people(path, people)
            return path

        self._parts.jobs.run("Menyimpan buku orang…", work, lambda made: self._written(made, len(people)), self._failed)

    def ask_import(self) -> None:
        """Ask for a file, and show what it would do."""
        root = self._parts.settings.now.export_folder or str(default_root().parent)
        chosen, _kind = QFileDialog.getOpenFileName(self._window, "Impor daftar orang", root, _READABLE)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a file, compare it with the book, and ask."""
        known = tuple(self._book.shelf.people)

        def work(token: JobToken) -> ImportPlan:
            from rakor_desktop.archive.people_file import read_people

            found = read_people(path)
            token.check()
            return plan(found.people, known, found.notes, token.check)

        self._parts.jobs.run("Membaca daftar orang…", work, lambda made: self._ask(made, path.name), self._failed)

    def _ask(self, made: ImportPlan, file_name: str) -> None:
        self._bar.hide()
        if not made.entries:
            self._bar.say(f"{file_name}: tidak ada orang yang terbaca. Perlu kolom Nama, dan sebaiknya Jabatan.")
            return
        dialog = ImportDialog(made, file_name, self._window)
        dialog.accepted.connect(lambda: self._take_in(dialog.chosen, file_name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_in(self, people: Sequence[Person], file_name: str) -> None:
        archive = self._parts.archive
        self._parts.jobs.run(
            "Mengimpor daftar orang…",
            lambda _token: archive.import_people(people, f"Impor {file_name}"),
            self._taken_in,
            self._failed,
        )

    def _taken_in(self, done: Imported) -> None:
        self._book.load()
        words = [f"{done.added} orang baru" if done.added else "", f"{done.updated} diperbarui" if done.updated else ""]
        said = " dan ".join(word for word in words if word) or "Tidak ada yang berubah"
        self._toast.say(f"Impor selesai: {said}", [("&Urungkan", self._undo)])

    def _undo(self) -> None:
        label = self._book.undo()
        if label:
            self._toast.say(f"Diurungkan: {label}")

    def _written(self, path: Path, count: int) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self._toast.say(
            f"{count} orang disimpan: {path.name}", [("Buka &folder", lambda: QDesktopServices.openUrl(folder))]
        )

    def _failed(self, error: RakorError) -> None:
        self._bar.say(error.message)
