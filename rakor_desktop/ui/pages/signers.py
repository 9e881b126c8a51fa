"""Who signs the minutes: one card a signature, an attendee or somebody named there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Meeting, Signer
from rakor_desktop.ui.binding import Bound, ChoiceField, Field, TextField
from rakor_desktop.ui.pages.persons import PersonField, PersonValue, small_button

CAPACITIES: Final = (("note_taker", "Notulis"), ("acknowledged", "Mengetahui"), ("chair", "Pimpinan rapat"))
BEHALVES: Final = (("", "sendiri"), ("a.n.", "a.n."), ("u.b.", "u.b."))
_LABEL: Final = "Ubah penanda tangan"


class SignersField(Field[tuple[Signer, ...]]):
    """The signatures of the minutes, as cards that can be added, moved and taken away."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        bound: Bound[tuple[Signer, ...]] = Bound("signers", _LABEL, lambda m: m.signers, edits.set_signers)
        super().__init__(desk, bound, "Penanda tangan", parent)
        self._catalog = catalog
        self._cards: list[SignerCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.button = QPushButton("Tambah penanda tangan", self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.add)
        self._install(self.button)
        self._rows.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)
        self._rows.insertLayout(0, self._column)

    @property
    def cards(self) -> tuple[SignerCard, ...]:
        """The cards shown, one a signature."""
        return tuple(self._cards)

    def add(self) -> None:
        """One more signature: the note taker first, then who acknowledges."""
        present = self.desk.meeting.signers
        taken = {signer.capacity for signer in present}
        capacity: Any = next((value for value, _ in CAPACITIES if value not in taken), "acknowledged")
        who = self.desk.meeting.note_taker_id if capacity == "note_taker" else ""
        self.desk.edit("Tambah penanda tangan", edits.set_signers((*present, Signer(who, capacity=capacity))))
        self._cards[-1].who.focus()

    def remove(self, row: int) -> None:
        """Take one signature away."""
        present = self.desk.meeting.signers
        self.desk.edit("Hapus penanda tangan", edits.set_signers(present[:row] + present[row + 1 :]))

    def move_up(self, row: int) -> None:
        """Move one signature up."""
        present = list(self.desk.meeting.signers)
        if row > 0:
            present[row - 1], present[row] = present[row], present[row - 1]
            self.desk.edit("Pindahkan penanda tangan", edits.set_signers(present))

    def show_value(self, value: tuple[Signer, ...]) -> None:
        """As many cards as signatures; cards show their own values."""
        while len(self._cards) > len(value):
            card = self._cards.pop()
            self._column.removeWidget(card)
            card.release()
        while len(self._cards) < len(value):
            card = SignerCard(self, len(self._cards), self._catalog)
            self._cards.append(card)
            self._column.addWidget(card)


class SignerCard(QFrame):
    """One signature: in which capacity, on whose behalf, and who."""

    def __init__(self, field: SignersField, row: int, catalog: Catalog) -> None:
        super().__init__(field)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        desk = field.desk
        self._row = row
        self.capacity = ChoiceField(desk, self._value("capacity"), "Sebagai", CAPACITIES, self)
        self.behalf = ChoiceField(desk, self._value("on_behalf"), "Atas nama", BEHALVES, self)
        self.who = PersonField(desk, self._person(), "Penanda tangan", catalog, adds=False, parent=self)
        self.post = TextField(desk, self._value("post"), "Jabatan penanda tangan", hint="jabatan di blok tanda tangan")
        self.rank = TextField(desk, self._value("rank"), "Pangkat penanda tangan", hint="pangkat")
        self.number = TextField(desk, self._value("service_no"), "NRP/NIP penanda tangan", hint="NRP/NIP")
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 6, 4, 6)
        grid.setSpacing(6)
        grid.addWidget(self.capacity, 0, 0)
        grid.addWidget(self.behalf, 0, 1)
        grid.addWidget(small_button("▲", "Naikkan", lambda: field.move_up(self._row), self), 0, 3)
        grid.addWidget(small_button("✕", "Hapus penanda tangan", lambda: field.remove(self._row), self), 0, 4)
        grid.addWidget(self.who, 1, 0, 1, 5)
        grid.addWidget(self.post, 2, 0, 1, 5)
        grid.addWidget(self.rank, 3, 0)
        grid.addWidget(self.number, 3, 1, 1, 4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        desk.changed.connect(self._adapt)
        self._desk = desk
        self._adapt(desk.meeting, desk.meeting)

    def release(self) -> None:
        """Stop listening and go."""
        self._desk.changed.disconnect(self._adapt)
        self.hide()
        self.deleteLater()

    def _signer(self, meeting: Meeting) -> Signer:
        return meeting.signers[self._row] if self._row < len(meeting.signers) else Signer()

    def _set(self, **fields: Any) -> Edit:
        def edit(meeting: Meeting) -> Meeting:
            if self._row >= len(meeting.signers):
                return meeting
            signers = list(meeting.signers)
            signers[self._row] = replace(signers[self._row], **fields)
            return edits.set_signers(signers)(meeting)

        return edit

    def _value(self, name: str) -> Bound[Any]:
        return Bound(
            f"signers/{self._row}/{name}",
            _LABEL,
            lambda meeting: getattr(self._signer(meeting), name),
            lambda value: self._set(**{name: value}),
        )

    def _person(self) -> Bound[PersonValue]:
        return Bound(
            f"signers/{self._row}/attendee_id",
            _LABEL,
            lambda meeting: (self._signer(meeting).attendee_id, self._signer(meeting).name),
            lambda value: self._set(attendee_id=value[0], name=value[1]),
        )

    def _adapt(self, before: Meeting, after: Meeting) -> None:
        """An attendee brings post, rank and number along."""
        attendee = after.attendee(self._signer(after).attendee_id)
        for field, text, hint in (
            (self.post, attendee.position if attendee else "", "jabatan di blok tanda tangan"),
            (self.rank, attendee.rank if attendee else "", "pangkat"),
            (self.number, attendee.service_no if attendee else "", "NRP/NIP"),
        ):
            field.line.setPlaceholderText(text or hint)
