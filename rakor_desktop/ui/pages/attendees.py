"""Page Hadirin: the attendance list as a grid, invited groups, and the head count."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.ui.binding import NumberField, meeting_value
from rakor_desktop.ui.grid.attendees import attendees_model, groups_model
from rakor_desktop.ui.grid.view import GridView
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.pages.page import Page
from rakor_desktop.ui.pages.persons import small_button

_KEYS: Final = (
    "Enter turun · Tab ke kanan · Alt+↑↓ memindahkan · Del menghapus baris · "
    "Ctrl+D menggandakan · Ctrl+V menempel dari Excel"
)


class AttendeesPage(Page):
    """Who was there."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__("Hadirin", desk, catalog, parent)
        self.grid = GridView(attendees_model(desk, catalog, self), "Daftar hadirin", self)
        self.grid.setMinimumHeight(190)
        self.column.addWidget(self.grid, 3)
        self.column.addLayout(self._tools())
        self.groups = GridView(groups_model(desk, self), "Undangan lain atau kelompok", self)
        self.groups.setMinimumHeight(92)
        self.groups.setMaximumHeight(170)
        self.count = self.field(
            NumberField(
                desk,
                meeting_value("head_count", "Ubah jumlah hadir"),
                "Jumlah hadir seluruhnya",
                hint="dihitung dari daftar",
            )
        )
        self.column.addLayout(self._below(), 1)
        self.summary.setText(self.summarise(desk.meeting))
        self.grid.setCurrentIndex(self.grid.records.index(0, 0))

    def first_field(self) -> QWidget:
        """The grid."""
        return self.grid

    def summarise(self, meeting: Meeting) -> str:
        """``24 orang · 6 instansi · 3 mewakili``."""
        people = meeting.attendees
        institutions = {a.institution.strip().casefold() for a in people if a.institution.strip()}
        absent = sum(a.presence == "absent" for a in people)
        standing_in = sum(bool(a.represents.strip()) for a in people)
        parts = [f"{len(people)} orang", f"{len(institutions)} instansi", f"{standing_in} mewakili"]
        if absent:
            parts.append(f"{absent} tidak hadir")
        return " · ".join(parts)

    def go_to(self, target: str) -> bool:
        """``attendees``, ``attendees/<id>``, ``attendees/<id>/rank``, ``groups/<id>``, ``head_count``."""
        kind, _, rest = target.partition("/")
        grid = {"attendees": self.grid, "groups": self.groups}.get(kind)
        if grid is None:
            return super().go_to(target)
        record_id, _, key = rest.partition("/")
        model = grid.records
        row = model.row_of(record_id) if record_id else len(model.records)
        if row < 0:
            return False
        key = {"front": "name", "back": "name"}.get(key, key)
        column = model.column_of(key)
        self.scroller.ensureWidgetVisible(grid, 0, 0)
        grid.go_to(row, column if column >= 0 else model.column_of("name"))
        return True

    def _tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2)
        for text, name, act in (
            ("▲", "Naikkan (Alt+Panah Atas)", lambda: self.grid.move_rows(-1)),
            ("▼", "Turunkan (Alt+Panah Bawah)", lambda: self.grid.move_rows(1)),
            ("+", "Gandakan baris (Ctrl+D)", self.grid.duplicate_rows),
            ("✕", "Hapus baris (Del)", self.grid.remove_rows),
        ):
            line.addWidget(small_button(text, name, act, self))
        line.addSpacing(6)
        line.addWidget(Muted(_KEYS, self), 1)
        return line

    def _below(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.groups)
        line.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(4)
        caption = QLabel("&Jumlah hadir seluruhnya", self)
        caption.setBuddy(self.count.editor)
        right.addWidget(caption)
        right.addWidget(self.count)
        note = Muted("Isi bila berbeda dari jumlah orang dalam daftar, misalnya karena undangan kelompok.", self)
        right.addWidget(note)
        right.addStretch(1)
        right.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)
        return line
