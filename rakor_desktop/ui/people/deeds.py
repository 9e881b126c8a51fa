"""What can be done with chosen people: merge, retire, remove, undo, and take into the open meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.people import Person
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.people.book import Book
from rakor_desktop.ui.people.merge import MergeDialog
from rakor_desktop.ui.toast import Toast


class Deeds(QObject):
    """Asks where asking is due, tells by a toast, and offers to take it back. ``wanted`` names whom to show then."""

    wanted = Signal(object)

    def __init__(self, book: Book, parts: Parts, toast: Toast, window: QWidget) -> None:
        super().__init__(window)
        self._book = book
        self._parts = parts
        self._toast = toast
        self._window = window

    def merge(self, people: Sequence[Person]) -> None:
        """Ask who of them stays, and merge."""
        if len(people) < 2:
            return
        dialog = MergeDialog(people, self._window)
        dialog.accepted.connect(lambda: self._merge(dialog.keep_id, dialog.other_ids))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def retire(self, people: Sequence[Person]) -> None:
        """Mark people as no longer active, or, when all are so already, as active again."""
        off = not all(person.retired for person in people)
        if self._book.retire(people, off):
            said = "ditandai tidak aktif" if off else "aktif lagi"
            self._toast.say(f"{_named(people)} {said}", [("&Urungkan", self.undo)])

    def remove(self, people: Sequence[Person]) -> None:
        """Ask, and take people out of the book."""
        if not people:
            return
        box = QMessageBox(QMessageBox.Icon.Question, "Hapus dari buku orang", f"Hapus {_named(people)}?")
        box.setParent(self._window, box.windowFlags())
        box.setInformativeText(
            "Rapat dan dokumen yang sudah ada tidak berubah. Bila orangnya pindah tugas atau pensiun, "
            "lebih baik ditandai tidak aktif."
        )
        yes = box.addButton("&Hapus", QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton("&Batal", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.finished.connect(lambda _code: self._remove(people) if box.clickedButton() is yes else None)
        box.finished.connect(box.deleteLater)
        box.open()

    def undo(self, steps: int = 1) -> None:
        """Take the book's last change back."""
        label = self._book.undo(steps)
        self._toast.say(f"Diurungkan: {label}" if label else "Tidak ada perubahan buku orang yang dapat diurungkan")

    def add_to_meeting(self, people: Sequence[Person]) -> None:
        """Put people at the end of the open meeting's attendance list; whoever is there already is left out."""
        desk = self._parts.desk
        there = {attendee.person_id for attendee in desk.meeting.attendees}
        new = [person for person in people if person.id not in there]
        if not new:
            self._toast.say(f"{_named(people)} sudah ada di daftar hadir")
            return
        rows = tuple(attendee_of(person) for person in new)
        if desk.edit(f"Tambah {_named(new)} dari buku orang", edits.insert_all(rows)):
            left_out = f"; {len(people) - len(new)} sudah ada di sana" if len(new) < len(people) else ""
            self._toast.say(f"{_named(new)} masuk daftar hadir{left_out}", [("&Urungkan", desk.undo)])

    def _merge(self, keep_id: str, other_ids: Sequence[str]) -> None:
        kept = self._book.merge(keep_id, other_ids)
        if kept is not None:
            self._toast.say(f"{len(other_ids) + 1} catatan menjadi satu: {kept.name}", [("&Urungkan", self.undo)])
            self.wanted.emit(kept)

    def _remove(self, people: Sequence[Person]) -> None:
        if self._book.remove(people):
            steps = len(people)
            self._toast.say(f"{_named(people)} dihapus dari buku orang", [("&Urungkan", lambda: self.undo(steps))])


def attendee_of(person: Person) -> Attendee:
    """A row of the attendance list for somebody of the book, with the present rank and post."""
    return Attendee(
        id=edits.new_id(),
        person_id=person.id,
        rank=person.rank,
        front=person.front,
        name=person.name,
        back=person.back,
        service_no=person.service_no,
        position=person.post.position,
        institution=person.post.institution,
    )


def _named(people: Sequence[Person]) -> str:
    return (people[0].name or "Orang tanpa nama") if len(people) == 1 else f"{len(people)} orang"
