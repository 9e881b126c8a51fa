"""People in fields: one attendee chosen or added by typing, and an ordered list of attendees."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QToolButton, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.names import split_titles, titled_name
from rakor_desktop.ui.binding import Bound, Field
from rakor_desktop.ui.grid.editors import Choice, SuggestEdit

PersonValue = tuple[str, str]
"""Attendee id and text: one of them names the person, both empty is nobody."""
_TALLEST_LIST: Final = 5


def person_name(attendee: Attendee) -> str:
    """``AKBP Agung Tribawanto, S.I.K.``, or the post where the name is not known."""
    name = titled_name(attendee.rank, attendee.front, attendee.name, attendee.back)
    return name or attendee.position or "(tanpa nama)"


def person_post(attendee: Attendee) -> str:
    """``Kapolres Pasaman Barat`` with the institution where that is not in the post already."""
    if not attendee.institution or attendee.institution.casefold() in attendee.position.casefold():
        return attendee.position
    return ", ".join(part for part in (attendee.position, attendee.institution) if part)


def person_line(attendee: Attendee) -> str:
    """Name and post on one line."""
    post = person_post(attendee)
    name = person_name(attendee)
    return f"{name} – {post}" if post and post != name else name


def person_from(text: str, catalog: Catalog) -> Attendee:
    """A new attendee from a typed name: a rank in front and sure titles are taken apart, the rest is the name."""
    leading = catalog.ranks.leading(text)
    rank, rest = (leading[0].code, leading[1]) if leading and leading[1] else ("", text)
    split = split_titles(rest, catalog.titles)
    return Attendee(id=edits.new_id(), rank=rank, front=split.front, name=split.name, back=split.back)


def person_choices(meeting: Meeting, typed: str, skip: Iterable[str] = ()) -> Iterable[Choice]:
    """Attendees whose line contains every typed word."""
    words = typed.casefold().split()
    skipped = set(skip)
    for attendee in meeting.attendees:
        line = person_line(attendee)
        if attendee.id not in skipped and all(word in line.casefold() for word in words):
            yield Choice(person_name(attendee), attendee.id, person_post(attendee))


class PersonField(Field[PersonValue]):
    """Somebody: an attendee chosen from the list, or a name or post typed.

    With ``adds`` a typed name becomes a new attendee on Enter; without it, the text itself is the value (a speaker
    named by post alone).
    """

    def __init__(
        self,
        desk: Desk,
        bound: Bound[PersonValue],
        name: str,
        catalog: Catalog,
        *,
        adds: bool,
        hint: str = "Pilih atau ketik nama",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, bound, name, parent)
        self._catalog, self._adds = catalog, adds
        self.line = SuggestEdit(lambda typed: person_choices(desk.meeting, typed), self, show_all=True)
        self.line.setPlaceholderText(hint)
        self.line.chosen.connect(lambda choice: self.give((choice.value, ""), merge=False))
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._entered)
        self.line.left.connect(self._left)
        self._install(self.line)

    def show_value(self, value: PersonValue) -> None:
        """The attendee's name, or the text."""
        attendee = self.desk.meeting.attendee(value[0])
        self.line.setText(person_name(attendee) if attendee else value[1])
        self.line.setToolTip(person_line(attendee) if attendee else "")
        self.line.setCursorPosition(0)

    def _follow(self, before: Meeting, after: Meeting) -> None:
        super()._follow(before, after)
        who = self.bound.read(after)[0]
        if who and self.desk.origin is not self and before.attendee(who) != after.attendee(who):
            self.refresh(force=True)

    def _typed(self, text: str) -> None:
        self.set_notice("")
        if not text.strip():
            self.give(("", ""))
        elif not self._adds:
            self.give(("", text))

    def _known(self, text: str) -> Attendee | None:
        exact = [a for a in self.desk.meeting.attendees if text.casefold() in _names_of(a)]
        return exact[0] if len(exact) == 1 else None

    def _entered(self) -> None:
        text = self.line.text().strip()
        if not text or self._linked(text) or text == self._present():
            return
        if self._adds:
            self._add(text)
        self.desk.end_merge()

    def _linked(self, text: str) -> bool:
        """Take the attendee whose name was typed in full; whether there is exactly one."""
        known = self._known(text)
        if known is None:
            return False
        if self.bound.read(self.desk.meeting)[0] != known.id:
            self.give((known.id, ""), merge=False)
            self.show_value((known.id, ""))
        self.desk.end_merge()
        return True

    def _add(self, text: str) -> None:
        attendee = person_from(text, self._catalog)
        choose = self.bound.write((attendee.id, ""))
        add = edits.insert(attendee)
        self._shown = (attendee.id, "")
        self.desk.edit(self.bound.label, lambda meeting: choose(add(meeting)), origin=self)
        self.show_value(self._shown)
        self.set_notice("Ditambahkan ke daftar hadir.", wrong=False)

    def _left(self) -> None:
        text = self.line.text().strip()
        if text and not self._linked(text) and text != self._present() and self._adds:
            self.set_notice(f"“{text}” belum ada di daftar hadir. Tekan Enter di isian ini untuk menambahkannya.")
        self._leave()

    def _present(self) -> str:
        who, text = self.bound.read(self.desk.meeting)
        attendee = self.desk.meeting.attendee(who)
        return person_name(attendee) if attendee else text


def _names_of(attendee: Attendee) -> set[str]:
    return {person_name(attendee).casefold(), person_line(attendee).casefold(), attendee.name.casefold()} - {""}


def person_id_value(name: str, label: str) -> Bound[PersonValue]:
    """A field of the meeting that holds one attendee's id (``note_taker_id``)."""
    return Bound(
        name,
        label,
        lambda meeting: (getattr(meeting, name), ""),
        lambda value: edits.set_fields(**{name: value[0]}),
    )


class _OrderList(QListWidget):
    """A list as high as its rows; Alt+Up and Alt+Down move, Del takes away."""

    moved = Signal(int, int)
    removed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, alt = self.currentRow(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if row >= 0 and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(row, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        height = self.fontMetrics().height() + 6
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(10, height))
        self.setFixedHeight(max(1, min(self.count(), _TALLEST_LIST)) * height + 2 * self.frameWidth())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentItem() is not None:
            self.currentItem().setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()


class LeadersField(Field[tuple[str, ...]]):
    """The chairs in order, the local one first; typing a name adds one, a new person joins the attendees."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        bound: Bound[tuple[str, ...]] = Bound(
            "leader_ids",
            "Ubah pimpinan rapat",
            lambda meeting: meeting.leader_ids,
            lambda ids: edits.set_fields(leader_ids=ids),
        )
        super().__init__(desk, bound, "Pimpinan rapat", parent)
        self._catalog = catalog
        self.list = _OrderList(self)
        self.list.setAccessibleName("Pimpinan rapat menurut urutan")
        self.list.setTabKeyNavigation(False)
        self.list.setToolTip("Alt+Panah memindahkan, Del menghapus dari pimpinan")
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        self.line = SuggestEdit(lambda typed: person_choices(desk.meeting, typed, self._ids()), self, show_all=True)
        self.line.chosen.connect(self._choose)
        self.line.returnPressed.connect(self._entered)
        self.line.left.connect(self._left)
        self._install(self.line)
        self._rows.insertWidget(0, self._list_row())

    def show_value(self, value: tuple[str, ...]) -> None:
        """List the chairs."""
        self._fill(self.list.currentRow() if hasattr(self, "list") else 0)

    def _list_row(self) -> QWidget:
        self._list_box = box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.list, 1)
        for text, name, act in (
            ("▲", "Naikkan", lambda: self._move(self.list.currentRow(), -1)),
            ("▼", "Turunkan", lambda: self._move(self.list.currentRow(), 1)),
            ("✕", "Hapus dari pimpinan rapat", lambda: self._remove(self.list.currentRow())),
        ):
            line.addWidget(small_button(text, name, act, box), 0, Qt.AlignmentFlag.AlignTop)
        self._fill(0)
        return box

    def _ids(self) -> tuple[str, ...]:
        return self.desk.meeting.leader_ids

    def _fill(self, row: int) -> None:
        leaders = self.desk.meeting.leaders()
        self.list.clear()
        self.list.addItems([f"{n}. {person_line(a)}" for n, a in enumerate(leaders, start=1)])
        self.list.setCurrentRow(min(max(row, 0), len(leaders) - 1))
        if not self.list.hasFocus():
            self.list.clearSelection()
        self.list.fit()
        if hasattr(self, "_list_box"):
            self._list_box.setVisible(bool(leaders))
        self.line.setPlaceholderText("Tambah pimpinan lain…" if leaders else "Pilih atau ketik nama, lalu Enter")

    def _follow(self, before: Meeting, after: Meeting) -> None:
        super()._follow(before, after)
        if before.attendees != after.attendees and self.desk.origin is not self:
            self._fill(self.list.currentRow())

    def _set(self, ids: tuple[str, ...], row: int, also: Edit | None = None) -> None:
        self._shown = ids
        choose = self.bound.write(ids)
        both: Edit = (lambda m: choose(also(m))) if also else choose
        self.desk.edit(self.bound.label, both, origin=self)
        self._fill(row)

    def _choose(self, choice: Choice) -> None:
        self.line.clear()
        self._set((*self._ids(), str(choice.value)), len(self._ids()))

    def _entered(self) -> None:
        text = self.line.text().strip()
        if not text:
            return
        known = [a for a in self.desk.meeting.attendees if text.casefold() in _names_of(a)]
        self.line.clear()
        self.set_notice("")
        if len(known) == 1:
            if known[0].id not in self._ids():
                self._set((*self._ids(), known[0].id), len(self._ids()))
            return
        attendee = replace(person_from(text, self._catalog), role="chair")
        self._set((*self._ids(), attendee.id), len(self._ids()), edits.insert(attendee))
        self.set_notice("Ditambahkan ke daftar hadir.", wrong=False)

    def _left(self) -> None:
        text = self.line.text().strip()
        self.set_notice(f"Tekan Enter di isian ini untuk menambahkan “{text}”." if text else "")
        self._leave()

    def _move(self, row: int, step: int) -> None:
        leaders = [a.id for a in self.desk.meeting.leaders()]
        if row >= 0 and 0 <= row + step < len(leaders):
            leaders[row], leaders[row + step] = leaders[row + step], leaders[row]
            self._set(tuple(leaders), row + step)

    def _remove(self, row: int) -> None:
        leaders = [a.id for a in self.desk.meeting.leaders()]
        if 0 <= row < len(leaders):
            del leaders[row]
            self._set(tuple(leaders), row)


def small_button(text: str, name: str, act: Callable[[], object], parent: QWidget) -> QToolButton:
    """A small button with a name for screen readers; the keyboard has its own way to the same act."""
    button = QToolButton(parent)
    button.setText(text)
    button.setAutoRaise(True)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda: act())
    return button
