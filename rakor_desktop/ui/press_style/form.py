"""The form of one style: every key of its file as a field, in the order in which a release is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rakor_desktop.catalog.press import KINDS, PressStyle
from rakor_desktop.catalog.press_faults import (
    LEAST_HEADLINE,
    LONGEST_TITLE,
    MOST_COUNT,
    MOST_HEADLINE,
    StyleFault,
)
from rakor_desktop.ui.pages.form import Section
from rakor_desktop.ui.press_style.fields import (
    ChoiceField,
    FlagField,
    LineField,
    ListField,
    NumberField,
    StyleField,
    TicksField,
)
from rakor_desktop.ui.press_style.parts_field import PartsField

KIND_NAMES: Final = {
    "police": "Kepolisian",
    "local_government": "Pemerintah daerah",
    "army": "TNI",
    "other": "Lembaga lain",
}
_PLACE = (
    ("kota", "kota rapat"), ("KOTA", "kota dengan huruf besar"), ("provinsi", "provinsi kantor"),
    ("kantor", "nama pendek kantor"), ("tanggal", "tanggal rapat"),
)  # fmt: skip
_SIGN = (("kantor", "nama pendek kantor"), ("nomor", "nomor dalam nama kantor, misalnya 0305"))
_GREETING = (("waktu", "pagi, siang, sore, atau malam"), ("sapaan", "sapaan pimpinan"))
_STOPS = (("office", "Menurut profil kantor"), ("yes", "Dengan titik"), ("no", "Tanpa titik"))
_DASHES = (
    (" – ", "Tanda pisah ( – )"), (" — ", "Tanda pisah panjang ( — )"), (" - ", "Tanda hubung ( - )"),
    (": ", "Titik dua (: )"), (", ", "Koma (, )"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the file with its field: how its value is read from a style and written into one."""

    name: str
    label: str
    field: StyleField
    read: Callable[[PressStyle], Any]
    write: Callable[[PressStyle, Any], PressStyle]


class StyleForm(QWidget):
    """Shows one style. ``edited(style, key)`` at every change a person makes; ``left`` when a field is left."""

    edited = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = PressStyle()
        self._keys: dict[str, Key] = {}
        self._release: list[Section] = []
        self._report: list[Section] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 12, 12)
        self._column.setSpacing(12)
        self._naming()
        self._release = [self._headline(), self._dateline(), self._people(), self._order(), self._end()]
        self._report = [self._report_words(), self._addresses()]
        self._column.addStretch(1)

    @property
    def style_shown(self) -> PressStyle:
        """The style as the form says now."""
        return self._style

    def field(self, key: str) -> StyleField:
        """The field of a key of the file (``judul.panjang``)."""
        return self._keys[key].field

    def show_style(self, style: PressStyle, *, locked: bool = False) -> None:
        """Put a style into the fields; a locked one can be read only."""
        self._style = style
        report = style.form == "report"
        for section in self._release:
            section.setVisible(not report)
        for section in self._report:
            section.setVisible(report)
        self._names.form.setRowVisible(self._keys["lembaga"].field, not report)
        for key in self._keys.values():
            key.field.show_value(key.read(style))
            key.field.lock(locked)

    def show_faults(self, found: Sequence[StyleFault]) -> None:
        """Say at each field what is wrong with it."""
        wrong = {_field_of(fault.key): fault.sentence for fault in reversed(found)}
        for name, key in self._keys.items():
            key.field.set_notice(wrong.get(name, ""))

    def go_to(self, key: str) -> StyleField | None:
        """Give the keyboard to the field of a key; the field, or ``None`` where the form has none for it."""
        found = self._keys.get(_field_of(key))
        if found is None:
            return None
        found.field.focus()
        return found.field

    def _naming(self) -> None:
        self._names = part = self._section("Gaya")
        name = LineField("Nama gaya", f"Tampak dalam daftar pilihan; paling banyak {LONGEST_TITLE} huruf.")
        self._row(part, "nama", "&Nama", name, "title")
        self._row(part, "keterangan", "Keterangan", LineField("Keterangan", "Satu kalimat tentang pemakaiannya."),
                  "description")  # fmt: skip
        kinds = TicksField("Untuk lembaga", "Kosong berarti untuk semua lembaga.", [(k, KIND_NAMES[k]) for k in KINDS])
        self._row(part, "lembaga", "Lembaga", kinds, "kinds")

    def _headline(self) -> Section:
        part = self._section("Judul")
        letters = (
            ("title", "Huruf Besar Tiap Kata"),
            ("capitals", "HURUF BESAR SEMUA"),
            ("sentence", "Huruf besar di awal saja"),
        )
        self._row(part, "judul.huruf", "Hu&ruf judul", ChoiceField("Huruf judul", "", letters), "letters")
        length = NumberField(
            "Panjang judul", "Judul yang lebih panjang dipendekkan atau ditandai.", LEAST_HEADLINE, MOST_HEADLINE,
            unit="huruf",
        )  # fmt: skip
        self._row(part, "judul.panjang", "Panjang &judul", length, "headline_length")
        return part

    def _dateline(self) -> Section:
        part = self._section("Titimangsa dan tanggal")
        pattern = LineField(
            "Titimangsa", "Kosong berarti menurut profil kantor.", marks=_PLACE, example="menurut profil kantor"
        )
        self._row(part, "titimangsa.pola", "&Titimangsa", pattern, "dateline")
        dash = ChoiceField("Pemisah titimangsa", "Di antara titimangsa dan teras.", _DASHES)
        self._row(part, "titimangsa.pemisah", "Pemisah", dash, "dash")
        dates = (
            ("figures", "Kamis (15/8/2024)"),
            ("month", "Kamis (15 Agustus 2024)"),
            ("long", "Kamis, 15 Agustus 2024"),
        )
        self._row(part, "tanggal.bentuk", "Bentuk tangga&l", ChoiceField("Bentuk tanggal", "", dates), "date_form")
        return part

    def _people(self) -> Section:
        part = self._section("Orang")
        degrees = (
            ("all", "Gelar semua orang"),
            ("speakers", "Gelar pembicara dan pimpinan saja"),
            ("none", "Tanpa gelar"),
        )
        self._row(part, "orang.gelar", "&Gelar", ChoiceField("Gelar", "", degrees), "degrees")
        kept = ListField(
            "Gelar yang tetap ditulis", "Gelar depan yang tetap ditulis walau gelar lain tidak; pisahkan dengan koma.",
            comma=True, example="misalnya H., Hj., K.H.",
        )  # fmt: skip
        self._row(part, "orang.gelar_tetap", "Gelar tetap", kept, "kept_titles")
        rank = ChoiceField("Titik pada pangkat", "Kombes Pol. atau Kombes Pol", _STOPS)
        self._row(part, "orang.titik_pangkat", "Titik pangkat", rank, "rank_stop")
        corps = ChoiceField("Titik pada korps", "Mayor Inf. atau Mayor Inf", _STOPS)
        self._row(part, "orang.titik_korps", "Titik korps", corps, "corps_stop")
        again = (("post", "Jabatan: Kapolres"), ("rank_name", "Pangkat dan nama: AKBP Agung"), ("name", "Nama: Agung"))
        self._row(
            part,
            "orang.berikut",
            "Sebutan beri&kut",
            ChoiceField("Sebutan berikut", "Sebutan kedua dan seterusnya.", again),
            "again",
        )
        named = NumberField(
            "Hadirin yang disebut", "Hadirin selebihnya dihitung saja.", 0, MOST_COUNT, unit="orang", zero="semua"
        )
        self._row(part, "orang.disebut", "Disebut nama", named, "named")
        return part

    def _order(self) -> Section:
        part = self._section("Susunan")
        parts = PartsField(
            "Susunan bagian",
            "Seret atau Alt+↑/↓ memindahkan, Spasi mencentang. Keputusan, imbauan, dan kata penutup yang tidak "
            "dicentang tetap pada urutan waktunya di isi.",
        )
        self._row(part, "susunan.bagian", "&Bagian", parts, "parts")
        speakers = NumberField(
            "Jumlah pembicara", "Paling banyak sekian orang dikutip.", 0, MOST_COUNT, unit="orang", zero="semua"
        )
        self._row(part, "susunan.pembicara", "Pembicara", speakers, "speakers")
        points = NumberField(
            "Jumlah butir",
            "Paling banyak sekian arahan, keputusan, dan imbauan.",
            0,
            MOST_COUNT,
            unit="butir",
            zero="semua",
        )
        self._row(part, "susunan.butir", "Butir", points, "points")
        compact = FlagField(
            "Gabungkan paragra&f", "Kutipan menyatu dengan paragraf pembicaranya, hadirin dengan pimpinan."
        )
        self._row(part, "susunan.gabung", "", compact, "compact")
        return part

    def _end(self) -> Section:
        part = self._section("Penutup")
        conduct = LineField(
            "Kalimat suasana", "Hanya dipakai bila suasana diisi pada rapat.", marks=(("suasana", "suasana rapat"),)
        )
        self._row(part, "penutup.suasana", "Suasana", conduct, "conduct")
        sign = LineField("Tanda penutup", "Dipakai bila profil kantor tidak punya tanda penutup.", marks=_SIGN)
        self._row(part, "penutup.tanda", "Tanda penut&up", sign, "sign_off")
        tags = ListField(
            "Tagar", "Pisahkan dengan spasi; {kantor} menjadi nama kantor.", comma=False, example="misalnya #Prokopim"
        )
        self._row(part, "penutup.tagar", "Tag&ar", tags, "hashtags")
        return part

    def _report_words(self) -> Section:
        part = self._section("Kata-kata laporan")
        rows = (
            ("perihal", "&Perihal", "subject", "Baris Perihal di kepala laporan.", (("acara", "nama rapat"),)),
            ("salam", "Sala&m", "greeting", "Salam menurut jam rapat.", _GREETING),
            ("salam_tanpa_jam", "Salam tanpa jam", "greeting_any_hour", "Bila jam rapat belum diisi.", _GREETING[1:]),
            ("penutup", "Penut&up", "close", "Kalimat terakhir laporan.", ()),
            ("lampiran", "Lampiran", "attached", "Ditambahkan bila rapat mempunyai foto.", ()),
        )
        for key, label, attribute, hint, marks in rows:
            name = label.replace("&", "")
            self._row(part, f"laporan.{key}", label, LineField(name, hint, marks=marks), attribute, report=True)
        return part

    def _addresses(self) -> Section:
        part = self._section("Sapaan pimpinan")
        for kind in KINDS:
            if kind == "other":
                continue
            name = f"Sapaan {KIND_NAMES[kind]}"
            field = LineField(name, "", example="kosong = sapaan umum")
            self._add(part, Key(f"laporan.sapaan.{kind}", KIND_NAMES[kind], field, _address(kind), _addressed(kind)))
        field = LineField("Sapaan umum", "Untuk lembaga tanpa sapaan sendiri.")
        self._row(part, "laporan.sapaan_lain", "Sapaan umum", field, "address_else", report=True)
        return part

    def _section(self, title: str) -> Section:
        section = Section(title, self)
        self._column.addWidget(section)
        return section

    def _row(
        self, part: Section, name: str, label: str, field: StyleField, attribute: str, *, report: bool = False
    ) -> None:
        if report:
            key = Key(
                name, label, field,
                lambda style: getattr(style.report, attribute),
                lambda style, value: replace(style, report=replace(style.report, **{attribute: value})),
            )  # fmt: skip
        else:
            key = Key(
                name, label, field,
                lambda style: getattr(style, attribute),
                lambda style, value: replace(style, **{attribute: value}),
            )  # fmt: skip
        self._add(part, key)

    def _add(self, part: Section, key: Key) -> None:
        self._keys[key.name] = key
        if key.label:
            part.row(key.label, key.field)
        else:
            part.form.addRow("", key.field)
        key.field.edited.connect(lambda value, k=key: self._edit(k, value))
        key.field.left.connect(self.left)

    def _edit(self, key: Key, value: Any) -> None:
        self._style = key.write(self._style, value)
        self.edited.emit(self._style, key.name)


def _address(kind: str) -> Callable[[PressStyle], str]:
    return lambda style: style.report.address.get(kind, "")


def _addressed(kind: str) -> Callable[[PressStyle, str], PressStyle]:
    def write(style: PressStyle, text: str) -> PressStyle:
        address = {**style.report.address, kind: text}
        return replace(style, report=replace(style.report, address=MappingProxyType(address)))

    return write


def _field_of(key: str) -> str:
    """The field at which a fault is shown; some keys of the file have none of their own."""
    return {"laporan.sapaan.other": "laporan.sapaan_lain"}.get(key, key)
