"""Beginning, opening and putting away meetings: the flows behind the start page's buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from rakor_desktop.archive import Entry
from rakor_desktop.bahasa.dates import long_date
from rakor_desktop.desk.file_names import default_root, safe_name
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.domain.office import Office
from rakor_desktop.errors import BundleError, RakorError
from rakor_desktop.ui.choose_meeting import ChooseMeeting
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.office_presets import OfficePresets
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.toast import Toast
from rakor_desktop.ui.words import NO_TITLE, shortened

LARGEST_FILE: Final = 300 * 1024 * 1024
"""Bytes of the largest file that is opened: a meeting with hundreds of photos stays below."""
MOST_DELETED: Final = 20
"""How many deleted meetings the menu lists."""
_SUFFIXES: Final = (".rakor", ".json")


class Meetings(QObject):
    """Puts meetings on the desk. ``opened(target)`` asks the window to show it, at a field unless empty."""

    opened = Signal(str)
    gone = Signal()

    def __init__(self, parts: Parts, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._toast = toast
        self._bar = bar
        self._window = window

    def office(self) -> Office:
        """The office of new meetings, with plain defaults before a profile is filled in."""
        return self._parts.archive.default_office() or OfficePresets(self._parts.catalog.offices).plain()

    def open(self, meeting_id: str) -> bool:
        """Put a meeting of the archive on the desk."""
        return self._tried(lambda: self._parts.autosave.open(meeting_id), "")

    def begin_empty(self) -> bool:
        """Begin a meeting with nothing in it but the office."""
        office = self.office()
        meeting = Meeting(id=edits.new_id(), people_order=office.people_order)
        return self._tried(lambda: self._parts.autosave.begin(Bundle(office=office, meeting=meeting)), "")

    def begin_from(self, meeting_id: str) -> bool:
        """Begin a meeting in the manner of a former one; the date is asked for next."""

        def begin() -> None:
            self._parts.autosave.flush()
            former, _revision = self._parts.archive.load(meeting_id)
            meeting = edits.begin_from(former.meeting)
            self._parts.autosave.begin(Bundle(office=former.office, meeting=meeting))

        return self._tried(begin, "held.date")

    def choose_former(self, chosen_id: str) -> None:
        """Ask which meeting to begin from; without any there is nothing to choose."""
        self._parts.autosave.flush()
        if not self._parts.archive.recent(1):
            self._toast.say("Belum ada rapat yang dapat dicontoh. Mulailah dengan rapat kosong.")
            return
        dialog = ChooseMeeting(self._parts.archive, chosen_id, self._window)
        dialog.accepted.connect(lambda: self.begin_from(dialog.meeting_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_file(self) -> None:
        """Ask for a file and open it."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, "Buka berkas rapat", str(Path.home()), "Berkas rapat (*.rakor *.json);;Semua berkas (*)"
        )
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> bool:
        """Take a file into the archive and open it; a meeting that is there already is kept beside it."""

        def take() -> None:
            bundle, photos = read_meeting_file(path)
            for data in photos.values():
                self._parts.archive.put_photo(data)
            if not bundle.meeting.id:
                bundle = replace(bundle, meeting=replace(bundle.meeting, id=edits.new_id()))
            self._parts.autosave.begin(bundle, keep=True)

        return self._tried(take, "", f"{path.name}: ")

    def save_copy(self) -> None:
        """Write the open meeting with its photos to a file for a colleague."""
        bundle = self._parts.desk.bundle
        name = safe_name(bundle.meeting.title or NO_TITLE)
        root = Path(self._parts.settings.now.export_folder or default_root().parent)
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, "Simpan salinan rapat", str(root / f"{name}.rakor"), "Berkas rapat (*.rakor)"
        )
        if chosen:
            target = Path(chosen)
            self._write_copy(bundle, target if target.suffix == ".rakor" else target.with_name(f"{target.name}.rakor"))

    def delete(self, entry: Entry) -> None:
        """Put a meeting into the bin, and offer to take it out again."""
        parts = self._parts

        def delete() -> None:
            parts.autosave.flush()
            parts.archive.delete(entry.id)
            parts.autosave.forget(entry.id)
            if parts.desk.meeting.id == entry.id:
                parts.desk.open(Bundle(office=parts.desk.office))

        if self._caught(delete):
            self.gone.emit()
            self._toast.say("Rapat dihapus", [("&Urungkan", lambda: self._restore(entry.id))])

    def fill_bin(self, menu: QMenu) -> None:
        """List the deleted meetings in ``menu``, the last one first; choosing one brings it back."""
        menu.clear()
        for entry in self._parts.archive.deleted(MOST_DELETED):
            title = shortened(entry.title or NO_TITLE).replace("&", "&&")
            day = f"  ({long_date(entry.date)})" if entry.date else ""
            action = menu.addAction(f"{title}{day}")
            action.triggered.connect(lambda _=False, known=entry.id: self._bring_back(known))
        if menu.isEmpty():
            menu.addAction("Tidak ada rapat terhapus").setEnabled(False)

    def _bring_back(self, meeting_id: str) -> None:
        self._restore(meeting_id)
        self._toast.say("Rapat dipulihkan dan kembali ada di Beranda")

    def _restore(self, meeting_id: str) -> None:
        if self._caught(lambda: self._parts.archive.restore(meeting_id)):
            self.gone.emit()

    def _write_copy(self, bundle: Bundle, target: Path) -> None:
        from rakor_desktop.archive.rakor_file import write_rakor

        archive = self._parts.archive

        def work(_token: object) -> Path:
            hashes = [photo.content_hash for photo in bundle.meeting.photos]
            if bundle.office.letterhead.emblem:
                hashes.append(bundle.office.letterhead.emblem)
            found = {content_hash: archive.photo(content_hash) for content_hash in hashes}
            write_rakor(target, bundle, {key: data for key, data in found.items() if data is not None})
            return target

        self._parts.jobs.run(
            "Menyimpan salinan…",
            work,
            lambda made: self._toast.say(f"Salinan disimpan: {made.name}"),
            lambda error: self._bar.say(error.message),
        )

    def _tried(self, put: Callable[[], object], target: str, where: str = "") -> bool:
        if self._caught(put, where):
            self.opened.emit(target)
            return True
        return False

    def _caught(self, act: Callable[[], object], where: str = "") -> bool:
        """Do it; a known error is told in the bar."""
        try:
            act()
        except RakorError as error:
            self._bar.say(f"{where}{error.message}")
            return False
        self._bar.hide()
        return True


def read_meeting_file(path: Path) -> tuple[Bundle, dict[str, bytes]]:
    """A meeting and its pictures from ``.rakor`` or ``.json``. Raises :class:`BundleError` with what to do."""
    from rakor_desktop.archive.rakor_file import read_rakor
    from rakor_desktop.domain import codec

    if path.suffix.casefold() not in _SUFFIXES:
        raise BundleError("unknown_suffix", "bukan berkas rapat. Pilih berkas .rakor atau .json.", path=str(path))
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BundleError("too_large", "berkas terlalu besar untuk berkas rapat.", path=str(path))
        data = path.read_bytes()
    except OSError as error:
        raise BundleError(
            "unreadable", "berkas tidak dapat dibaca. Periksa apakah berkasnya masih ada.", path=str(path)
        ) from error
    # A zip begins with "PK" whatever its name says.
    return read_rakor(data) if data[:2] == b"PK" else (codec.decode(data), {})
