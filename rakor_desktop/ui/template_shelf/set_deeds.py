"""The office's set in the window: written to one file, and taken in from one after a look at what it brings."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from rakor_desktop.archive.files import write_whole
from rakor_desktop.desk.documents import DOCUMENTS
from rakor_desktop.desk.file_names import safe_name
from rakor_desktop.desk.jobs import Jobs
from rakor_desktop.desk.office_set import OfficeSet, read_set, write_set
from rakor_desktop.desk.set_file import MOST_BYTES, SUFFIX, SetError
from rakor_desktop.desk.set_import import bring_in, pieces_of
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.template_shelf.set_dialog import SetDialog
from rakor_desktop.ui.template_shelf.use import office_of
from rakor_desktop.ui.toast import Toast

_FILES: Final = f"Set kantor (*{SUFFIX})"


class SetDeeds(QObject):
    """Export and import; ``renewed`` after a set was taken in."""

    renewed = Signal()

    def __init__(self, parts: Parts, jobs: Jobs, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._jobs = jobs
        self._toast = toast
        self._bar = bar
        self._window = window

    def ask_export(self, folder: str) -> None:
        """Ask where to, and write the set."""
        office = office_of(self._parts)
        name = safe_name(f"Set kantor {office.short_name or office.name}".strip())
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, "Ekspor set kantor", str(Path(folder) / f"{name}{SUFFIX}"), _FILES
        )
        if chosen:
            file = Path(chosen)
            self.export(file if file.suffix.casefold() == SUFFIX else file.with_name(f"{file.name}{SUFFIX}"))

    def export(self, file: Path) -> None:
        """Write the set of the office to a file."""
        parts, office = self._parts, office_of(self._parts)
        used = {d: name for d in DOCUMENTS if (name := parts.settings.template(office.id, d))}

        def work(_token: object) -> Path:
            data = write_set(office, parts.catalog, parts.archive.photo, used)
            try:
                write_whole(file, data)
            except OSError as error:
                raise SetError(
                    "set.write",
                    f"Set kantor tidak dapat ditulis ke “{file}”: {error.strerror}. Periksa izin dan ruang folder itu.",
                ) from error
            return file

        def done(made: Path) -> None:
            folder = QUrl.fromLocalFile(str(made.parent))
            self._toast.say(
                f"Set kantor disimpan: {made.name}", [("Buka &folder", lambda: QDesktopServices.openUrl(folder))]
            )

        self._bar.hide()
        self._jobs.run("Menulis set kantor…", work, done, self._failed)

    def ask_import(self, folder: str) -> None:
        """Ask for a file and look into it."""
        chosen, _kind = QFileDialog.getOpenFileName(self._window, "Impor set kantor", folder, _FILES)
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, file: Path) -> None:
        """Read and check a set, then show what it brings."""
        self._bar.hide()
        self._toast.say(f"Memeriksa {file.name}…")
        self._jobs.run(
            "Memeriksa set kantor…", lambda _token: read_set(_read(file)), self._ask, self._failed
        )

    def _ask(self, parcel: OfficeSet) -> None:
        parts = self._parts
        self._toast.hide()
        known = [office for office in parts.archive.offices() if office.name]
        dialog = SetDialog(pieces_of(parcel, parts.catalog, parts.archive), first=not known, parent=self._window)
        dialog.accepted.connect(lambda: self._take(parcel, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, parcel: OfficeSet, dialog: SetDialog) -> None:
        parts = self._parts
        try:
            brought = bring_in(
                parcel, dialog.answers, catalog=parts.catalog, archive=parts.archive,
                settings=parts.settings, default=dialog.default,
            )  # fmt: skip
        except RakorError as error:
            self._failed(error)
            return
        finally:
            parts.releases.renew()
        counted = [
            "profil kantor" if brought.office else "",
            f"{brought.templates} templat" if brought.templates else "",
            f"{brought.styles} gaya siaran" if brought.styles else "",
        ]
        told = ", ".join(part for part in counted if part)
        self._toast.say(f"Diimpor: {told}" if told else "Tidak ada yang perlu diimpor")
        self.renewed.emit()

    def _failed(self, error: RakorError) -> None:
        self._toast.hide()
        self._bar.say(error.message)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise SetError("set.read", f"Berkas “{file.name}” tidak dapat dibaca: {error.strerror}.") from error
