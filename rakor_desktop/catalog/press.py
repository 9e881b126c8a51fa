"""Press styles: how one portal or office wants its releases.

They lie in ``press/<name>.toml`` (see :mod:`rakor_desktop.catalog.press_file`). A new portal is a new file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

Form = Literal["release", "report"]
Letters = Literal["title", "capitals", "sentence"]
DateForm = Literal["figures", "month", "long"]
Degrees = Literal["all", "speakers", "none"]
Stops = Literal["office", "yes", "no"]
Again = Literal["post", "rank_name", "name"]
Part = Literal[
    "lead", "theme", "background", "chair", "attendees", "contents", "figures", "decisions", "appeals",
    "closing", "conduct",
]  # fmt: skip

FORM_WORDS: Final[Mapping[str, Form]] = {"siaran": "release", "laporan": "report"}
LETTER_WORDS: Final[Mapping[str, Letters]] = {"judul": "title", "kapital": "capitals", "kalimat": "sentence"}
DATE_WORDS: Final[Mapping[str, DateForm]] = {"angka": "figures", "bulan": "month", "panjang": "long"}
DEGREE_WORDS: Final[Mapping[str, Degrees]] = {"semua": "all", "pembicara": "speakers", "tanpa": "none"}
STOP_WORDS: Final[Mapping[str, Stops]] = {"kantor": "office", "ya": "yes", "tidak": "no"}
AGAIN_WORDS: Final[Mapping[str, Again]] = {"jabatan": "post", "pangkat-nama": "rank_name", "nama": "name"}
PART_WORDS: Final[Mapping[str, Part]] = {
    "teras": "lead",
    "tema": "theme",
    "latar": "background",
    "pimpinan": "chair",
    "hadirin": "attendees",
    "isi": "contents",
    "angka": "figures",
    "keputusan": "decisions",
    "imbauan": "appeals",
    "penutup": "closing",
    "suasana": "conduct",
}
"""The words that the files use, and what they stand for."""
KINDS: Final = ("police", "local_government", "army", "other")
"""Kinds of office, as in the office profile."""

PLACE_MARKS: Final = ("kota", "KOTA", "provinsi", "tanggal", "kantor")
"""Marks of a dateline: city, city in capitals, province, date, the office's short name."""
SIGN_MARKS: Final = ("kantor", "nomor")
"""Marks of a sign-off and a hashtag: the office's short name, and the number in it (Kodim 0305)."""
CONDUCT_MARKS: Final = ("suasana",)
"""The mark of the sentence on how the meeting went."""
SUBJECT_MARKS: Final = ("acara",)
GREETING_MARKS: Final = ("waktu", "sapaan")
ANY_HOUR_MARKS: Final = ("sapaan",)
"""Marks of a report: the meeting's name, the part of the day, how the chief is addressed."""

PARTS: Final[tuple[Part, ...]] = ("lead", "theme", "chair", "attendees", "contents", "figures", "conduct")
"""The order of parts where a style names none."""
HONOURS: Final = ("H.", "Hj.", "K.H.")
"""Titles in front of a name that are no academic degrees and stay where degrees are left out."""


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The fixed words of a chief's report; empty ones are left out."""

    subject: str = "Laporan kegiatan {acara}"
    greeting: str = "Selamat {waktu}, {sapaan}."
    greeting_any_hour: str = "Mohon izin, {sapaan}."
    close: str = "Demikian dilaporkan, sebagai bahan periksa."
    attached: str = "Dokumentasi terlampir."
    address: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({"police": "Komandan", "army": "Komandan"})
    )
    address_else: str = "Bapak/Ibu"


@dataclass(frozen=True, slots=True)
class PressStyle:
    """How a release is written for one portal. Numbers of 0 mean: without limit.

    ``dateline`` empty: the office's own pattern. ``sign_off`` is used where the office has none of its own.
    ``speakers`` limits the people whose words are told, ``points`` the things told, ``named`` the attendees named;
    ``compact`` joins what belongs together into one paragraph.
    """

    name: str = "umum"
    title: str = "Umum"
    description: str = ""
    form: Form = "release"
    kinds: tuple[str, ...] = ()
    usual_for: tuple[str, ...] = ()
    usual_for_names: tuple[str, ...] = ()
    letters: Letters = "title"
    headline_length: int = 90
    dateline: str = ""
    dash: str = " – "
    date_form: DateForm = "figures"
    degrees: Degrees = "all"
    kept_titles: tuple[str, ...] = HONOURS
    rank_stop: Stops = "office"
    corps_stop: Stops = "office"
    again: Again = "post"
    parts: tuple[Part, ...] = PARTS
    speakers: int = 0
    points: int = 0
    named: int = 0
    compact: bool = False
    conduct: str = "Kegiatan berlangsung {suasana}."
    sign_off: str = "(Humas {kantor})"
    hashtags: tuple[str, ...] = ()
    report: ReportWords = field(default_factory=ReportWords)
    source: str = ""
    confidence: str = ""


def usual_style(styles: Mapping[str, PressStyle], kind: str, office_name: str) -> PressStyle:
    """The style that an office of this kind and name usually writes; the general one where none is meant for it."""
    known = [style for style in styles.values() if style.form == "release"]
    for style in known:
        if any(office_name.startswith(name) for name in style.usual_for_names):
            return style
    for style in known:
        if kind in style.usual_for:
            return style
    return styles.get("umum", PressStyle())
