"""The people book behind its page: the shelf that is shown, and every change on its way to the archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from rakor_desktop.domain.people import Person
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.people.shelf import Shelf


class Book(QObject):
    """Changes are in the archive when a method returns; ``changed`` tells of another shelf, ``loaded`` of a fresh one.

    What goes wrong is told in the bar, and the shelf stays as it was.
    """

    changed = Signal()
    loaded = Signal()

    def __init__(self, parts: Parts, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._bar = bar
        self._version = 0
        self.shelf = Shelf.of((), parts.catalog.ranks)

    @property
    def undo_label(self) -> str:
        """What :meth:`undo` would take back; empty when nothing."""
        try:
            return self._parts.archive.undo_people_label()
        except RakorError:
            return ""

    def load(self) -> None:
        """Read the whole book beside the window; what is changed meanwhile counts, and the reading is repeated."""
        archive, ranks, version = self._parts.archive, self._parts.catalog.ranks, self._version
        self._parts.jobs.run(
            "Membuka buku orang…",
            lambda _token: Shelf.of(archive.people(retired=True), ranks),
            lambda shelf: self._arrive(shelf, version),
            lambda error: self._bar.say(error.message),
        )

    def save(self, person: Person) -> bool:
        """Keep one person as given."""
        if person == self.shelf.person(person.id):
            return False
        return self._do(lambda: self._parts.archive.save_person(person), lambda: self.shelf.with_people((person,)))

    def retire(self, people: Sequence[Person], retired: bool) -> bool:
        """Mark people as no longer active, or as active again, in one step."""
        changed = tuple(replace(person, retired=retired) for person in people if person.retired != retired)
        word = "Nonaktifkan" if retired else "Aktifkan lagi"
        label = f"{word} {changed[0].name if len(changed) == 1 else f'{len(changed)} orang'}" if changed else ""
        return bool(changed) and self._do(
            lambda: self._parts.archive.save_people(changed, label), lambda: self.shelf.with_people(changed)
        )

    def remove(self, people: Sequence[Person]) -> bool:
        """Take people out of the book: one step each."""

        def remove() -> None:
            for person in people:
                self._parts.archive.remove_person(person.id)

        return self._do(remove, lambda: self.shelf.without(person.id for person in people))

    def merge(self, keep_id: str, other_ids: Sequence[str]) -> Person | None:
        """Make one person out of several; the one kept, ``None`` when that went wrong."""
        kept: list[Person] = []
        done = self._do(
            lambda: kept.append(self._parts.archive.merge_people(keep_id, other_ids)),
            lambda: self.shelf.without(other_ids).with_people(kept),
        )
        return kept[0] if done else None

    def undo(self, steps: int = 1) -> str:
        """Take back the last steps; the label of the last one taken back, empty when there was none."""
        labels: list[str] = []

        def undo() -> None:
            labels.extend(self._parts.archive.undo_people() for _ in range(steps))

        if self._do(undo, lambda: self.shelf):
            self.load()
        return next((label for label in reversed(labels) if label), "")

    def _do(self, act: Callable[[], object], after: Callable[[], Shelf]) -> bool:
        try:
            act()
        except RakorError as error:
            self._bar.say(error.message)
            return False
        self._bar.hide()
        self._version += 1
        self.shelf = after()
        self.changed.emit()
        return True

    def _arrive(self, shelf: Shelf, version: int) -> None:
        if version != self._version:
            self.load()
            return
        self.shelf = shelf
        self.changed.emit()
        self.loaded.emit()
