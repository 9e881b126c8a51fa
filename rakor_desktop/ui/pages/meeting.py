"""Page Rapat: what, when, where, who leads; the rarely used rest folds away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QWidget

from rakor_desktop.bahasa.dates import day_date
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.ui.binding import (
    Bound,
    ChoiceField,
    LinesField,
    LongTextField,
    NumberField,
    TextField,
    held_value,
    meeting_value,
    number_value,
    operation_value,
    venue_value,
)
from rakor_desktop.ui.grid.editors import Choice, plain_suggestions
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.pages.moments import ClockField, DateField
from rakor_desktop.ui.pages.page import Page
from rakor_desktop.ui.pages.persons import LeadersField, PersonField, person_id_value
from rakor_desktop.ui.pages.signers import SignersField

KINDS: Final = (
    "Rapat koordinasi",
    "Rapat koordinasi lintas sektoral",
    "Rapat koordinasi Forkopimda",
    "Rapat koordinasi operasi kepolisian",
    "Rapat koordinasi persiapan pengamanan",
    "Rapat evaluasi",
    "Rapat anggaran",
    "Rapat staf",
    "Analisa dan evaluasi (anev)",
    "Gelar operasional",
    "Video konferensi",
)
MODES: Final = (("in_person", "Tatap muka"), ("online", "Daring"), ("hybrid", "Gabungan"))
ZONES: Final = ((None, "Zona kantor"), ("WIB", "WIB"), ("WITA", "WITA"), ("WIT", "WIT"))
CLASSIFICATIONS: Final = (
    ("B", "B – Biasa"),
    ("T", "T – Terbatas"),
    ("R", "R – Rahasia"),
    ("SR", "SR – Sangat rahasia"),
)
DRESSES: Final = ("PDH", "PDL", "PDU", "Batik", "Bebas rapi", "Menyesuaikan")
PLATFORMS: Final = ("Zoom Meeting", "Google Meet", "Microsoft Teams", "Video conference Polri")


class MeetingPage(Page):
    """The meeting's own facts, most used first."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__("Rapat", desk, catalog, parent)
        self._main()
        self._when_and_where()
        self._people()
        self._operation()
        self._rest()
        self.column.addStretch(1)
        desk.changed.connect(self._adapt)
        desk.office_changed.connect(lambda before, after: self._adapt(desk.meeting, desk.meeting))
        self._adapt(desk.meeting, desk.meeting)
        self.summary.setText(self.summarise(desk.meeting))

    def summarise(self, meeting: Meeting) -> str:
        """When and where, as far as known."""
        day = day_date(meeting.held.date) if meeting.held.date else ""
        return " · ".join(part for part in (day, meeting.venue.place) if part)

    def go_to(self, target: str) -> bool:
        """The field of the target; a part of one (``signers/0``, ``held``) leads to the whole."""
        for known in (target, target.replace("numbers/", "numbers."), _HOMES.get(target, ""), target.split("/")[0]):
            if super().go_to(known):
                return True
        return False

    def _main(self) -> None:
        desk, form = self.desk, self.section("Pokok rapat")
        hint = "mis. Rapat Koordinasi Lintas Sektoral Kesiapan Ops Mantap Praja"
        title = self.field(
            LongTextField(desk, meeting_value("title", "Ubah judul rapat"), "Judul rapat", hint=hint, least=1, most=4)
        )
        form.row("&Judul rapat", title)
        kind = TextField(
            desk,
            meeting_value("kind", "Ubah jenis rapat"),
            "Jenis rapat",
            hint="mis. Rapat koordinasi lintas sektoral",
            suggest=plain_suggestions(lambda: KINDS),
        )
        form.row("J&enis rapat", self.field(kind))
        occasion = TextField(
            desk,
            meeting_value("occasion", "Ubah dalam rangka"),
            "Dalam rangka",
            hint="mis. kesiapan pengamanan Pilkada Serentak 2024",
        )
        form.row("&Dalam rangka", self.field(occasion))
        form.row("Te&ma", self.field(TextField(desk, meeting_value("theme", "Ubah tema"), "Tema")))
        organiser = TextField(
            desk,
            meeting_value("organiser", "Ubah penyelenggara"),
            "Penyelenggara",
            suggest=plain_suggestions(lambda: [desk.office.name] if desk.office.name else []),
        )
        form.row("Pen&yelenggara", self.field(organiser))
        agenda = LinesField(desk, meeting_value("agenda", "Ubah acara"), "Susunan acara", hint="Satu acara satu baris")
        form.row("A&cara", self.field(agenda))

    def _when_and_where(self) -> None:
        desk, form = self.desk, self.section("Waktu dan tempat")
        begin = self.field(DateField(desk, held_value("date", "Ubah tanggal"), "Hari, tanggal", hint="15/8/2024"))
        end = self.field(
            DateField(desk, held_value("end_date", "Ubah tanggal selesai"), "Tanggal selesai", hint="jika lebih sehari")
        )
        form.row("&Hari, tanggal", begin, "s.d.", end, stretch=(3, 0, 2))
        start = self.field(ClockField(desk, held_value("start", "Ubah jam mulai"), "Mulai", hint="09.00"))
        finish = self.field(ClockField(desk, held_value("end", "Ubah jam selesai"), "Selesai", hint="selesai"))
        zone = self.field(ChoiceField(desk, held_value("zone", "Ubah zona waktu"), "Zona waktu", ZONES))
        called = self.field(ClockField(desk, held_value("called_at", "Ubah jam panggilan"), "Jam panggilan"))
        form.row("Pu&kul", start, "s.d.", finish, zone, stretch=(1, 0, 1, 1))
        form.row("Pan&ggilan", called, Muted("bila hadirin diundang lebih awal", form.body, wrap=False), stretch=(1, 3))
        place = TextField(desk, venue_value("place", "Ubah tempat"), "Tempat", hint="mis. Aula Polres Pasaman Barat")
        city = TextField(desk, venue_value("city", "Ubah kota"), "Kota")
        form.row("&Tempat", self.field(place), "K&ota", self.field(city), stretch=(3, 0, 2))
        mode = self.field(ChoiceField(desk, venue_value("mode", "Ubah cara rapat"), "Cara rapat", MODES))
        self._platform = TextField(
            desk,
            venue_value("platform", "Ubah aplikasi rapat"),
            "Aplikasi rapat daring",
            hint="mis. Zoom Meeting",
            suggest=plain_suggestions(lambda: PLATFORMS),
        )
        form.row("Cara rap&at", mode, self.field(self._platform), stretch=(0, 1))

    def _people(self) -> None:
        desk, catalog, form = self.desk, self.catalog, self.section("Pimpinan dan petugas")
        form.row("P&impinan rapat", self.field(LeadersField(desk, catalog)))
        for name, label, title in (
            ("secretary_id", "&Sekretaris", "Sekretaris"),
            ("note_taker_id", "Notu&lis", "Notulis"),
        ):
            bound = person_id_value(name, f"Ubah {title.lower()}")
            form.row(label, self.field(PersonField(desk, bound, title, catalog, adds=True)))

    def _operation(self) -> None:
        desk = self.desk
        form = self.section("O&perasi kepolisian", folds=True, hint="bila rapat menyiapkan operasi")
        self._operation_section = form
        name = TextField(
            desk,
            operation_value("name", "Ubah nama operasi"),
            "Nama operasi",
            hint="mis. Operasi Mantap Praja",
            suggest=self._operations,
        )
        form.row("Nama operasi", self.field(name))
        self._code_name = TextField(
            desk,
            operation_value("code_name", "Ubah sandi operasi"),
            "Sandi operasi",
            suggest=plain_suggestions(self._code_names),
        )
        year = NumberField(desk, operation_value("year", "Ubah tahun operasi"), "Tahun", hint="2024", digits=4)
        form.row("Sandi", self.field(self._code_name), "Tahun", self.field(year), stretch=(3, 0, 1))
        begin = DateField(desk, operation_value("start", "Ubah awal operasi"), "Awal operasi", hint="awal")
        end = DateField(desk, operation_value("end", "Ubah akhir operasi"), "Akhir operasi", hint="akhir")
        form.row("Berlangsung", self.field(begin), "s.d.", self.field(end))
        aim = LongTextField(desk, operation_value("aim", "Ubah tujuan operasi"), "Tujuan operasi", least=1, most=5)
        form.row("Tujuan", self.field(aim))

    def _rest(self) -> None:
        desk = self.desk
        form = self.section("&Rincian lain", folds=True, hint="nomor naskah, dasar, tembusan, tanda tangan")
        classification = ChoiceField(
            desk, meeting_value("classification", "Ubah klasifikasi"), "Klasifikasi", CLASSIFICATIONS
        )
        dress = TextField(
            desk, meeting_value("dress", "Ubah pakaian"), "Pakaian", suggest=plain_suggestions(lambda: DRESSES)
        )
        form.row("Klasifikasi", self.field(classification), "Pakaian", self.field(dress), stretch=(1, 0, 1))
        for document, title in NUMBERED:
            bound = number_value(document, f"Ubah nomor {title.lower()}")
            form.row(f"No. {title.lower()}", self.field(TextField(desk, bound, f"Nomor {title.lower()}")))
        for name, title, hint in _LISTS:
            bound_lines: Bound[tuple[str, ...]] = meeting_value(name, f"Ubah {title.lower()}")
            form.row(title, self.field(LinesField(desk, bound_lines, title, hint=hint)))
        form.row("Tanda tangan", self.field(SignersField(desk, self.catalog)))
        count = NumberField(
            desk, meeting_value("head_count", "Ubah jumlah hadir"), "Jumlah hadir", hint="dihitung dari hadirin"
        )
        form.row("Jumlah hadir", self.field(count))

    def _operations(self, typed: str) -> Iterable[Choice]:
        table = self.catalog.operations
        found = table.suggestions(typed) if typed.strip() else table.operations
        return (Choice(one.name, one.name, one.occasion) for one in found)

    def _code_names(self) -> list[str]:
        own = self._own_code_name()
        others = [one.name for one in self.catalog.operations.code_names if one.name != own]
        return [own, *others] if own else others

    def _own_code_name(self) -> str:
        found = self.catalog.operations.code_name(self.desk.office.province)
        return found.name if found else ""

    def _adapt(self, before: Meeting, after: Meeting) -> None:
        """What depends on other fields: the platform's row, the suggested code name, a used section open."""
        self._platform.setEnabled(after.venue.mode != "in_person" or bool(after.venue.platform))
        own = self._own_code_name()
        self._code_name.line.setPlaceholderText(f"mis. {own}" if own else "")
        came = before.operation is None or before is after or before.id != after.id
        if after.operation is not None and came:
            self._operation_section.unfold()


NUMBERED: Final = (
    ("notula", "Notula"),
    ("daftar-hadir", "Daftar hadir"),
    ("undangan", "Undangan"),
    ("laporan-hasil", "Laporan hasil"),
    ("siaran-pers", "Siaran pers"),
)
_LISTS: Final = (
    ("basis", "Dasar", "Satu dasar atau rujukan satu baris"),
    ("recipients", "Kepada", "Satu penerima satu baris"),
    ("copies", "Tembusan", "Satu tembusan satu baris"),
)
_HOMES: Final = {
    "held": "held.date",
    "venue": "venue.place",
    "operation": "operation.name",
    "numbers": "numbers.notula",
}
