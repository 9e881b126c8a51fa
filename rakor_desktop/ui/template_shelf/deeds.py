"""What is done with templates in the dialog: copy, rename, delete and bring back, import, use, open in Word."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from rakor_desktop.catalog import TemplateEntry
from rakor_desktop.catalog.template_shelf import Dropped, TemplateShelf
from rakor_desktop.desk.documents import document_bytes, document_title, word_file
from rakor_desktop.desk.jobs import Jobs
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.template_shelf.asking import NameDialog, ask
from rakor_desktop.ui.template_shelf.intake import Arrival, arrival_of, keep
from rakor_desktop.ui.template_shelf.use import office_of, trial_of
from rakor_desktop.ui.toast import Toast

_EXAMPLE: Final = "rakor-contoh-"
_FILES: Final = "Dokumen Word (*.docx)"


class Deeds(QObject):
    """Each deed tells its outcome in the toast or the bar; ``renewed(key)`` asks to show the list with this one."""

    renewed = Signal(str)

    def __init__(self, parts: Parts, jobs: Jobs, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._jobs = jobs
        self._toast = toast
        self._bar = bar
        self._window = window
        self.shelf = TemplateShelf(parts.catalog)

    def copy(self, entry: TemplateEntry) -> NameDialog:
        """Ask for a name and make an own template with the same content."""
        paper = office_of(self._parts).paper
        told = f"Salinan “{entry.title}” menjadi milik kantor ini, berkertas {paper}, dan dapat diubah di Word."
        dialog = NameDialog("Salin templat", told, self.shelf.copy_title(entry), "&Salin", parent=self._window)
        return ask(dialog, lambda asked: self._try(lambda: self._copy(entry, asked.name, paper)))

    def rename(self, entry: TemplateEntry) -> NameDialog | None:
        """Ask for another name of an own template."""
        if not entry.own:
            return None
        told = "Nama ini tampil di menu Buat dokumen."
        dialog = NameDialog("Ganti nama templat", told, entry.title, "&Ganti nama", parent=self._window)
        return ask(dialog, lambda asked: self._try(lambda: self._rename(entry, asked.name)))

    def delete(self, entry: TemplateEntry) -> None:
        """Take an own template away; the note at the bottom brings it back."""
        if entry.own:
            self._try(lambda: self._delete(entry))

    def use(self, entry: TemplateEntry) -> None:
        """Let the office's documents be made with this template."""
        office = office_of(self._parts)
        self._parts.settings.choose_template(office.id, entry.document, entry.name)
        name = office.short_name or office.name or "kantor ini"
        self._toast.say(f"{document_title(entry.document)} {name} kini memakai “{entry.title}”")
        self.renewed.emit(entry.key)

    def open_in_word(self, entry: TemplateEntry) -> None:
        """Open the Word file of an own template, that of the office's paper if there are several."""
        if entry.own:
            self._try(lambda: _open(word_file(entry, office_of(self._parts).paper)))

    def open_example(self, entry: TemplateEntry) -> None:
        """Open the template filled with the meeting of the preview."""
        parts, bundle = self._parts, trial_of(self._parts, entry.document).bundle

        def work(_token: object) -> Path:
            data = document_bytes(
                bundle, entry.document, ".docx", catalog=parts.catalog, photos=parts.photos.reader, template=entry.name
            )
            drop_examples()
            place = Path(tempfile.mkdtemp(prefix=_EXAMPLE)) / f"Contoh {entry.name}.docx"
            place.write_bytes(data)
            return place

        self._jobs.run("Membuat contoh…", work, _open, lambda error: self._bar.say(error.message))

    def ask_import(self, folder: str, likely: str) -> None:
        """Ask for a file and import it."""
        chosen, _kind = QFileDialog.getOpenFileName(self._window, "Impor templat", folder, _FILES)
        if chosen:
            self.bring_in(Path(chosen), likely)

    def bring_in(self, path: Path, likely: str) -> None:
        """Judge a file off the UI thread; then ask what it is for, or say why it is refused.

        ``likely`` is the document it is for when its fields do not tell.
        """
        self._bar.hide()
        self._toast.say(f"Memeriksa {path.name}…")
        self._jobs.run(
            f"Memeriksa {path.name}…", lambda _token: arrival_of(path, likely), self._ask_kind,
            self._refused,
        )  # fmt: skip

    def _ask_kind(self, arrival: Arrival) -> None:
        self._toast.hide()
        paper = f"Kertasnya {arrival.paper}." if arrival.paper else "Ukuran kertasnya bukan A4 atau F4."
        told = (
            f"Berkas ini aman disimpan. {paper} Dokumennya ditebak dari isian yang dipakai; periksa sebelum menyimpan."
        )
        dialog = NameDialog(
            "Impor templat", told, arrival.title, "&Simpan templat", arrival.documents, parent=self._window
        )

        def answer(asked: NameDialog) -> None:
            self._try(lambda: self._keep(arrival, asked.document, asked.name))

        ask(dialog, answer)

    def _refused(self, error: RakorError) -> None:
        self._toast.hide()
        self._bar.say(error.message)

    def _keep(self, arrival: Arrival, document: str, name: str) -> None:
        made = keep(arrival, document, name, self.shelf, office_of(self._parts).kind)
        self.renewed.emit(made.key)
        self._toast.say(f"Templat “{made.title}” disimpan; periksa pratinjaunya sebelum dipakai")

    def _copy(self, entry: TemplateEntry, name: str, paper: str) -> None:
        made = self.shelf.copy(entry, name, paper)
        self.renewed.emit(made.key)
        self._toast.say(f"Templat “{made.title}” dibuat", [("Buka di &Word", lambda: self.open_in_word(made))])

    def _rename(self, entry: TemplateEntry, name: str) -> None:
        self.renewed.emit(self.shelf.rename(entry, name).key)

    def _delete(self, entry: TemplateEntry) -> None:
        dropped = self.shelf.delete(entry)
        self.renewed.emit(entry.document)
        self._toast.say(
            f"Templat “{entry.title}” dihapus", [("&Urungkan", lambda: self._try(lambda: self._bring_back(dropped)))]
        )

    def _bring_back(self, dropped: Dropped) -> None:
        made = self.shelf.bring_back(dropped)
        self._toast.hide()
        self.renewed.emit(made.key)

    def _try(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except RakorError as error:
            self._bar.say(error.message)
        else:
            self._bar.hide()


def drop_examples() -> None:
    """Delete the filled examples that were opened in Word: a meeting's content does not stay in a temporary folder.

    One that is still open stays until the next time.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{_EXAMPLE}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
