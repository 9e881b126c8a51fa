"""Press styles: how one portal or office wants its releases, read from ``press/<name>.toml``.

Every key is explained at the head of the shipped files. A new portal is a new file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from rakor_desktop.catalog.people import CONFIDENCE
from rakor_desktop.catalog.reader import Fields, read_toml

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

_FORMS: Final[Mapping[str, Form]] = {"siaran": "release", "laporan": "report"}
_LETTERS: Final[Mapping[str, Letters]] = {"judul": "title", "kapital": "capitals", "kalimat": "sentence"}
_DATES: Final[Mapping[str, DateForm]] = {"angka": "figures", "bulan": "month", "panjang": "long"}
_DEGREES: Final[Mapping[str, Degrees]] = {"semua": "all", "pembicara": "speakers", "tanpa": "none"}
_STOPS: Final[Mapping[str, Stops]] = {"kantor": "office", "ya": "yes", "tidak": "no"}
_AGAIN: Final[Mapping[str, Again]] = {"jabatan": "post", "pangkat-nama": "rank_name", "nama": "name"}
_PARTS: Final[Mapping[str, Part]] = {
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
_KINDS: Final = ("police", "local_government", "army", "other")
_MARK: Final = re.compile(r"\{([^{}]*)\}|[{}]")

PLACE_MARKS: Final = ("kota", "KOTA", "provinsi", "tanggal", "kantor")
"""Marks of a dateline: city, city in capitals, province, date, the office's short name."""
SIGN_MARKS: Final = ("kantor", "nomor")
"""Marks of a sign-off and a hashtag: the office's short name, and the number in it (Kodim 0305)."""
REPORT_MARKS: Final = ("acara", "waktu", "sapaan")
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


def press_style_of(file: Path) -> PressStyle:
    """The style of one file; anything unknown or of a wrong kind is refused with its place and remedy."""
    top = read_toml(file)
    plain = PressStyle()
    head, line, day = top.table("judul"), top.table("titimangsa"), top.table("tanggal")
    people, order, end, report = (top.table(key) for key in ("orang", "susunan", "penutup", "laporan"))
    style = PressStyle(
        name=file.stem,
        title=top.text("nama"),
        description=top.text("keterangan", ""),
        form=_FORMS[top.choice("bentuk", tuple(_FORMS), "siaran")],
        kinds=_kinds(top, "lembaga"),
        usual_for=_kinds(top, "bawaan"),
        usual_for_names=top.texts("bawaan_nama"),
        letters=_LETTERS[head.choice("huruf", tuple(_LETTERS), "judul")],
        headline_length=_count(head, "panjang", plain.headline_length, least=30),
        dateline=_marked(line, "pola", "", PLACE_MARKS),
        dash=line.data.get("pemisah", plain.dash) if line.text("pemisah", plain.dash) else "",
        date_form=_DATES[day.choice("bentuk", tuple(_DATES), "angka")],
        degrees=_DEGREES[people.choice("gelar", tuple(_DEGREES), "semua")],
        kept_titles=people.texts("gelar_tetap", HONOURS),
        rank_stop=_STOPS[people.choice("titik_pangkat", tuple(_STOPS), "kantor")],
        corps_stop=_STOPS[people.choice("titik_korps", tuple(_STOPS), "kantor")],
        again=_AGAIN[people.choice("berikut", tuple(_AGAIN), "jabatan")],
        named=_count(people, "disebut", 0),
        parts=_parts(order),
        speakers=_count(order, "pembicara", 0),
        points=_count(order, "butir", 0),
        compact=order.flag("gabung"),
        conduct=_marked(end, "suasana", plain.conduct, ("suasana",)),
        sign_off=_marked(end, "tanda", plain.sign_off, SIGN_MARKS),
        hashtags=_hashtags(end),
        report=_report(report),
        source="; ".join(top.texts("sumber")),
        confidence=top.choice("keyakinan", CONFIDENCE, "sedang"),
    )
    for part in (top, head, line, day, people, order, end, report):
        part.done()
    return style


def _kinds(top: Fields, key: str) -> tuple[str, ...]:
    kinds = top.texts(key)
    for kind in kinds:
        if kind not in _KINDS:
            raise top.error(key, f'"{kind}" tidak dikenal', f"Pilih dari: {', '.join(_KINDS)}.")
    return kinds


def _count(part: Fields, key: str, default: int, *, least: int = 0) -> int:
    number = part.integer(key, default)
    if number < least:
        raise part.error(key, f"{number} terlalu kecil", f"Tulis {key} = {max(least, default)} atau lebih.")
    return number


def _marked(part: Fields, key: str, default: str, known: tuple[str, ...]) -> str:
    """A text with marks in braces, each of them known."""
    text = part.text(key, default)
    for found in _MARK.finditer(text):
        if found[1] not in known:
            marks = ", ".join(f"{{{mark}}}" for mark in known)
            raise part.error(key, f'tanda "{found[0]}" tidak dikenal', f"Pakai hanya {marks}.")
    return text


def _parts(order: Fields) -> tuple[Part, ...]:
    names = order.texts("bagian")
    for name in names:
        if name not in _PARTS:
            raise order.error("bagian", f'"{name}" tidak dikenal', f"Pilih dari: {', '.join(_PARTS)}.")
        if names.count(name) > 1:
            raise order.error("bagian", f'"{name}" tertulis dua kali', "Hapus salah satunya.")
    if names and names[0] != "teras":
        raise order.error("bagian", 'siaran harus dibuka dengan "teras"', 'Letakkan "teras" paling depan.')
    return tuple(_PARTS[name] for name in names) or PARTS


def _hashtags(end: Fields) -> tuple[str, ...]:
    tags = end.texts("tagar")
    for tag in tags:
        if not re.fullmatch(r"#(?:\w|\{kantor\})+", tag):
            raise end.error("tagar", f'"{tag}" bukan tagar', "Awali dengan # tanpa spasi, misalnya #Prokopim.")
    return tags


def _report(part: Fields) -> ReportWords:
    plain = ReportWords()
    address = part.table("sapaan")
    found = ReportWords(
        subject=_marked(part, "perihal", plain.subject, REPORT_MARKS),
        greeting=_marked(part, "salam", plain.greeting, REPORT_MARKS),
        greeting_any_hour=_marked(part, "salam_tanpa_jam", plain.greeting_any_hour, REPORT_MARKS),
        close=_marked(part, "penutup", plain.close, REPORT_MARKS),
        attached=part.text("lampiran", plain.attached),
        address=MappingProxyType(
            {kind: address.text(kind, plain.address.get(kind, "")) for kind in _KINDS if kind in address.data}
            or dict(plain.address)
        ),
        address_else=part.text("sapaan_lain", plain.address_else),
    )
    address.done()
    return found


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


__all__ = ["PARTS", "Part", "PressStyle", "ReportWords", "press_style_of", "usual_style"]
