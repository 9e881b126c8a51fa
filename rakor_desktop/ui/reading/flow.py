"""From the clipboard or a file to rows of the meeting: read in the background, reviewed, accepted as one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from rakor_desktop.desk.jobs import JobToken
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.ui.reading.material import (
    Material,
    Read,
    is_picture,
    materials_of,
    read_material,
    reader_for,
)

if TYPE_CHECKING:
    from rakor_desktop.reading.reader import Reader
    from rakor_desktop.reading.values import Reading
    from rakor_desktop.ui.meetings import Meetings
    from rakor_desktop.ui.message_bar import MessageBar
    from rakor_desktop.ui.parts import Parts
    from rakor_desktop.ui.reading.dialog import ReadingDialog
    from rakor_desktop.ui.reading.known import Known
    from rakor_desktop.ui.reading.paste_window import PasteWindow
    from rakor_desktop.ui.toast import Toast

_PICTURE: Final = (
    "Yang disalin adalah gambar, dan gambar belum dapat dibaca. Salin teksnya dari pesan atau berkas asalnya, "
    "atau ketik daftarnya di bawah ini."
)
_MOST_GLANCED: Final = 20_000
"""Characters of text that are read while somebody types; longer ones are read when asked."""


class ReadingFlow(QObject):
    """Reads what it is given, one thing after another; each is reviewed before the next.

    ``entered`` tells that people have come into the meeting on the desk, with the id of the first of them; empty when
    only groups have come, or those present were completed.
    """

    entered = Signal(str)

    def __init__(self, parts: Parts, meetings: Meetings, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._meetings = meetings
        self._toast = toast
        self._bar = bar
        self._window = window
        self._reader: Reader | None = None
        self._waiting: list[tuple[Material, str]] = []
        self._busy = False
        self._number = 0
        self._comparing = 0
        self.dialog: ReadingDialog | None = None
        self.paste_window: PasteWindow | None = None
        parts.jobs.finished.connect(self._ended)

    def read_clipboard(self, *, into_new: bool = False) -> None:
        """Read what was copied; without anything to read ask for it. ``into_new``: a new meeting begins with it."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # an empty clipboard may give nothing
        found = materials_of(data)
        if found:
            self._take(found, into_new)
        else:
            self.ask(_PICTURE if is_picture(data) else "", into_new=into_new)

    def read(self, what: object, *, into_new: bool = False) -> None:
        """Read a ``QMimeData`` or a list of files."""
        if isinstance(what, QMimeData):
            found = materials_of(what)
            if not found and is_picture(what):
                self.ask(_PICTURE, into_new=into_new)
            self._take(found, into_new)
        elif isinstance(what, list | tuple):
            self._take([Material(path=Path(path)) for path in what], into_new)

    def ask(self, remark: str = "", *, into_new: bool = False) -> None:
        """Open a window to paste or type into."""
        from rakor_desktop.ui.reading.paste_window import PasteWindow

        asked = PasteWindow(remark, self._window)
        asked.wanted.connect(lambda material: self._take([material], into_new))
        asked.glanced.connect(lambda text: self._glance(asked, text))
        asked.finished.connect(self._forget_paste_window)
        asked.finished.connect(asked.deleteLater)
        self.paste_window = asked
        asked.open()

    # -- reading

    def _take(self, materials: Sequence[Material], into_new: bool) -> None:
        meeting_id = "" if into_new else self._parts.desk.meeting.id
        self._waiting += [(material, meeting_id) for material in materials]
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy = True
        material, meeting_id = self._waiting.pop(0)

        def work(token: JobToken) -> tuple[Reader, Read]:
            reader = self._reader or reader_for(self._parts.catalog)
            return reader, read_material(material, reader, token.check)

        self._number = self._parts.jobs.run(
            f"Membaca {material.path.name if material.path else 'tempelan'}…",
            work,
            lambda made: self._review(made[0], made[1], meeting_id),
            lambda error: self._bar.say(error.message),
        )

    def _ended(self, number: int) -> None:
        """However it ended; when no review follows (it failed or was called off) the next one has its turn."""
        if number == self._number:
            self._busy = False
            QTimer.singleShot(0, self, self._next)

    def _glance(self, asked: PasteWindow, text: str) -> None:
        if not text.strip() or len(text) > _MOST_GLANCED:
            return

        def work(token: JobToken) -> tuple[Reader, Read]:
            reader = self._reader or reader_for(self._parts.catalog)
            return reader, read_material(Material(text), reader, token.check)

        def tell(made: tuple[Reader, Read]) -> None:
            self._reader = made[0]
            if self.paste_window is asked:
                asked.tell(_glance_words(made[1].prepared.reading))

        self._parts.jobs.run("Membaca…", work, tell, lambda _error: None)

    # -- reviewing

    def _review(self, reader: Reader, read: Read, meeting_id: str) -> None:
        from rakor_desktop.ui.reading.dialog import ReadingDialog

        self._reader = reader
        if not self._brought_back(meeting_id):
            return
        self._busy = True
        self._bar.hide()
        present = self._parts.desk.meeting if meeting_id else Meeting()
        dialog = ReadingDialog(
            read.prepared,
            present,
            self._parts.catalog,
            reader.person,
            title=read.title,
            notes=read.notes,
            parent=self._window,
        )
        dialog.finished.connect(lambda code: self._reviewed(dialog, code, meeting_id))
        self.dialog = dialog
        dialog.open()
        self._compare(dialog, present)

    def _compare(self, dialog: ReadingDialog, present: Meeting) -> None:
        """Ask the people book while the review is open already; it answers when it is ready."""
        from rakor_desktop.ui.reading.known import known_of

        archive, ranks, reading = self._parts.archive, self._parts.catalog.ranks, dialog.draft.reading

        def work(token: JobToken) -> Known:
            return known_of(reading, archive.people(retired=True), present, ranks, token.check)

        def show(known: Known) -> None:
            if self.dialog is dialog:
                dialog.show_known(known.doubts, known.persons, known.near)

        self._comparing = self._parts.jobs.run(
            "Mencocokkan nama…", work, show, lambda error: self._bar.say(error.message)
        )

    def _brought_back(self, meeting_id: str) -> bool:
        """Whether the meeting that a list was meant for is on the desk, where another may have been put meanwhile."""
        return meeting_id in ("", self._parts.desk.meeting.id) or self._meetings.open(meeting_id)

    def _reviewed(self, dialog: ReadingDialog, code: int, meeting_id: str) -> None:
        self.dialog = None
        self._busy = False
        self._parts.jobs.cancel(self._comparing)
        if code == QDialog.DialogCode.Accepted:
            self._enter(dialog, meeting_id)
        dialog.deleteLater()
        self._next()

    def _enter(self, dialog: ReadingDialog, meeting_id: str) -> None:
        from rakor_desktop.desk.intake import accept, count_words
        from rakor_desktop.desk.ordering import adding

        into_new = not meeting_id
        if not (self._meetings.begin_empty() if into_new else self._brought_back(meeting_id)):
            return
        self._waiting = [(material, known or self._parts.desk.meeting.id) for material, known in self._waiting]
        counts = dialog.draft.counts()
        words = count_words(counts.people, counts.groups)
        where = "tempelan" if dialog.title == "Tempelan" else dialog.title
        desk = self._parts.desk
        enter = adding(accept(dialog.newcomers(), dialog.group_names()), self._parts.catalog, desk.office)
        there = {attendee.id for attendee in desk.meeting.attendees}
        if desk.edit(f"Masukkan {words} dari {where}", enter):
            self.entered.emit(next((a.id for a in desk.meeting.attendees if a.id not in there), ""))
            told = f"{words} masuk ke rapat baru. Isi judul dan tanggalnya." if into_new else f"{words} masuk ke rapat"
            self._toast.say(told, [("&Urungkan", desk.undo)])
        else:
            self._toast.say("Tidak ada yang berubah: semuanya sudah ada dalam rapat")

    def _forget_paste_window(self) -> None:
        self.paste_window = None


def _glance_words(reading: Reading) -> str:
    people, groups = len(reading.people), len(reading.groups)
    if not people and not groups:
        return "Belum ada orang yang terbaca."
    return f"Terbaca {people} orang{f' dan {groups} kelompok' if groups else ''}."
