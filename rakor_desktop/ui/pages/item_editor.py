"""The editor of one point of the meeting, below (or beside) the list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rakor_desktop.bahasa.dates import long_date, parse_date
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import DECISION_KINDS, DIRECTIVE_KINDS, FollowUp, Item, Meeting
from rakor_desktop.ui.binding import Bound, CheckField, ChoiceField, Field, LongTextField, TextField
from rakor_desktop.ui.grid.editors import plain_suggestions
from rakor_desktop.ui.pages.entries import KIND_NAMES, STATUS_NAMES
from rakor_desktop.ui.pages.form import Section
from rakor_desktop.ui.pages.persons import PersonField, PersonValue

SENSES: Final = (
    ("states", "menyampaikan"),
    ("explains", "menjelaskan"),
    ("urges", "meminta, mengajak"),
    ("hopes", "berharap"),
    ("thanks", "berterima kasih"),
    ("commits", "menyatakan siap"),
)
_NOBODY: Final = Item()


class ItemEditor(QScrollArea):
    """Fields of the current point; they follow the list."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._id = ""
        self.fields: dict[str, Field[Any]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Isi butir")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 6, 4)
        column.setSpacing(6)
        self._main = Section("", body)
        self._follow_up = Section("Tindak lanjut", body)
        self._build(catalog)
        column.addWidget(self._main)
        column.addWidget(self._follow_up)
        column.addStretch(1)
        self._body = body
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        desk.changed.connect(lambda before, after: self._adapt(after))
        self.show_item("")

    @property
    def item(self) -> Item:
        """The point shown; an empty one when there is none."""
        return self._of(self.desk.meeting)

    def show_item(self, item_id: str) -> None:
        """Show another point; typing in it is an undo step of its own."""
        if item_id != self._id:
            self.desk.end_merge()
        self._id = item_id
        for field in self.fields.values():
            field.refresh(force=True)
        self._body.setEnabled(bool(item_id))
        self._adapt(self.desk.meeting)

    def go_to(self, field: str) -> bool:
        """Give the keyboard to a field (``text``, ``speaker`` ...); the text when it is not known."""
        name = {"speaker_id": "speaker", "follow_up": "responsible"}.get(field, field)
        found = self.fields.get(name.rpartition(".")[2], self.fields["text"])
        if not found.isVisibleTo(self):
            found = self.fields["text"]
        found.focus()
        self.ensureWidgetVisible(found, 0, 30)
        QTimer.singleShot(0, found, lambda: self.ensureWidgetVisible(found, 0, 30))
        return True

    def _build(self, catalog: Catalog) -> None:
        desk, form = self.desk, self._main
        kinds = ChoiceField(desk, self._value("kind", "Ubah jenis butir"), "Jenis", [*KIND_NAMES.items()])
        kind = self._field("kind", kinds)
        public = self._field("public", CheckField(desk, self._value("public", "Ubah izin rilis"), "Bole&h dirilis"))
        form.row("&Jenis", kind, public, stretch=(1, 1))
        speaker = PersonField(
            desk, self._speaker(), "Pembicara", catalog, adds=False, hint="Hadirin, atau jabatan saja: Kabag Ops"
        )
        form.row("&Pembicara", self._field("speaker", speaker))
        form.row("T&opik", self._field("topic", TextField(desk, self._value("topic", "Ubah topik"), "Topik")))
        text = LongTextField(
            desk,
            self._value("text", "Ubah isi butir"),
            "Isi",
            hint="Apa yang disampaikan, dengan kalimat notulis",
            least=3,
        )
        form.row("&Isi", self._field("text", text))
        quote = LongTextField(
            desk,
            self._value("quote", "Ubah ucapan asli"),
            "Ucapan asli (kutipan)",
            hint="Hanya kata yang sungguh diucapkan; ini yang boleh dikutip dalam siaran pers",
            least=2,
        )
        form.row("&Ucapan asli", self._field("quote", quote))
        senses = ChoiceField(desk, self._value("sense", "Ubah cara menyampaikan"), "Cara menyampaikan", SENSES)
        sense = self._field("sense", senses)
        audience = self._field("audience", TextField(desk, self._audience(), "Kepada", hint="mis. seluruh personel"))
        form.row("&Cara", sense, "&Kepada", audience, stretch=(1, 0, 2))
        purpose = TextField(desk, self._value("purpose", "Ubah tujuan butir"), "Tujuan", hint="agar, guna, untuk …")
        form.row("Tu&juan", self._field("purpose", purpose))
        self._build_follow_up()

    def _build_follow_up(self) -> None:
        desk, form = self.desk, self._follow_up
        who = TextField(
            desk,
            self._task("responsible", "Ubah penanggung jawab"),
            "Penanggung jawab",
            suggest=plain_suggestions(self._known_responsible),
        )
        form.row("P&enanggung", self._field("responsible", who))
        due = DueField(desk, self._task("due", "Ubah batas waktu"), "Batas waktu", hint="22/8/2024 atau segera")
        status = ChoiceField(
            desk,
            self._task("status", "Ubah status tindak lanjut"),
            "Status",
            [(value, name.capitalize()) for value, name in STATUS_NAMES.items()],
        )
        form.row("&Batas waktu", self._field("due", due), "&Status", self._field("status", status), stretch=(2, 0, 1))

    def _field(self, name: str, field: Field[Any]) -> Field[Any]:
        self.fields[name] = field
        return field

    def _of(self, meeting: Meeting) -> Item:
        return next((item for item in meeting.items if item.id == self._id), _NOBODY)

    def _value(self, name: str, label: str) -> Bound[Any]:
        return Bound(
            lambda: f"items/{self._id}/{name}",
            label,
            lambda meeting: getattr(self._of(meeting), name),
            lambda value: edits.update(Item, self._id, **{name: value}),
        )

    def _speaker(self) -> Bound[PersonValue]:
        return Bound(
            lambda: f"items/{self._id}/speaker",
            "Ubah pembicara",
            lambda meeting: (self._of(meeting).speaker_id, self._of(meeting).speaker),
            lambda value: edits.update(Item, self._id, speaker_id=value[0], speaker=value[1]),
        )

    def _audience(self) -> Bound[str]:
        return Bound(
            lambda: f"items/{self._id}/audience",
            "Ubah sasaran",
            lambda meeting: "; ".join(self._of(meeting).audience),
            lambda text: edits.update(
                Item, self._id, audience=tuple(part.strip() for part in text.split(";") if part.strip())
            ),
        )

    def _task(self, name: str, label: str) -> Bound[Any]:
        def write(value: Any) -> Edit:
            item_id = self._id

            def edit(meeting: Meeting) -> Meeting:
                task = replace(self._of(meeting).follow_up or FollowUp(), **{name: value})
                return edits.set_follow_up(item_id, None if task == FollowUp() else task)(meeting)

            return edit

        return Bound(
            lambda: f"items/{self._id}/follow_up.{name}",
            label,
            lambda meeting: getattr(self._of(meeting).follow_up or FollowUp(), name),
            write,
        )

    def _known_responsible(self) -> list[str]:
        meeting = self.desk.meeting
        used = [item.follow_up.responsible for item in meeting.items if item.follow_up]
        posts = [attendee.position for attendee in meeting.attendees]
        units = [attendee.institution for attendee in meeting.attendees]
        return [text for text in dict.fromkeys([*used, *posts, *units]) if text]

    def _adapt(self, meeting: Meeting) -> None:
        """A follow-up belongs to directives and decisions (and stays where there is one)."""
        item = self._of(meeting)
        wants = item.kind in DIRECTIVE_KINDS | DECISION_KINDS or item.follow_up is not None
        self._follow_up.setVisible(bool(self._id) and wants)


class DueField(TextField):
    """A day, kept as ISO, or words such as ``segera``, kept as they are."""

    def __init__(self, desk: Desk, bound: Bound[str], name: str, *, hint: str = "") -> None:
        super().__init__(desk, bound, name, hint=hint)
        self.line.editingFinished.connect(self._finished)

    def show_value(self, value: str) -> None:
        """``22 Agustus 2024`` for a day."""
        day = parse_date(value)
        super().show_value(long_date(day) if day else value)

    def _finished(self) -> None:
        text = self.line.text().strip()
        day = parse_date(text)
        if day is not None:
            self.give(day.isoformat())
            self.show_value(day.isoformat())
