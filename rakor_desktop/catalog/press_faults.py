"""What keeps a press style from being whole: unknown marks, a wrong order of parts, texts that no line can hold.

Reading a file and filling in a form are judged by the same rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from rakor_desktop.catalog.press import (
    ANY_HOUR_MARKS,
    CONDUCT_MARKS,
    GREETING_MARKS,
    KINDS,
    PLACE_MARKS,
    SIGN_MARKS,
    SUBJECT_MARKS,
    PressStyle,
)

LEAST_HEADLINE: Final = 30
MOST_HEADLINE: Final = 400
"""Characters between which the length of a headline lies."""
MOST_COUNT: Final = 1000
"""The most people, points or speakers that a style may count."""
LONGEST_TITLE: Final = 60
LONGEST_TEXT: Final = 300
_LONGEST_DASH: Final = 12
_MOST_ENTRIES: Final = 40
_MARK: Final = re.compile(r"\{([^{}]*)\}|[{}]")
_TAG: Final = re.compile(r"#(?:\w|\{kantor\})+")
_UNPRINTED: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class StyleFault(NamedTuple):
    """One thing that is wrong: the key in the file (``titimangsa.pola``), what it is, and what to do."""

    key: str
    fault: str
    remedy: str

    @property
    def sentence(self) -> str:
        """Both as one text for a person."""
        return f"{self.fault[:1].upper()}{self.fault[1:]}. {self.remedy}"


def faults(style: PressStyle) -> tuple[StyleFault, ...]:
    """Everything that is wrong with a style, at most one fault a key; nothing for a style that can be used."""
    found: dict[str, StyleFault] = {}
    for fault in (*_texts(style), *_kinds(style), *_counts(style), *_marked(style), *_parts(style), *_tags(style)):
        found.setdefault(fault.key, fault)
    return tuple(found.values())


def _texts(style: PressStyle) -> Iterator[StyleFault]:
    if not style.title.strip():
        yield StyleFault("nama", "nama gaya belum diisi", "Tulis nama yang akan tampak dalam daftar pilihan.")
    report = style.report
    lines = {
        "nama": (style.title, LONGEST_TITLE),
        "keterangan": (style.description, LONGEST_TEXT),
        "sumber": (style.source, 10 * LONGEST_TEXT),
        "titimangsa.pola": (style.dateline, LONGEST_TEXT),
        "titimangsa.pemisah": (style.dash, _LONGEST_DASH),
        "orang.gelar_tetap": (" ".join(style.kept_titles), LONGEST_TEXT),
        "penutup.suasana": (style.conduct, LONGEST_TEXT),
        "penutup.tanda": (style.sign_off, LONGEST_TEXT),
        "penutup.tagar": (" ".join(style.hashtags), LONGEST_TEXT),
        "bawaan_nama": (" ".join(style.usual_for_names), LONGEST_TEXT),
        "laporan.perihal": (report.subject, LONGEST_TEXT),
        "laporan.salam": (report.greeting, LONGEST_TEXT),
        "laporan.salam_tanpa_jam": (report.greeting_any_hour, LONGEST_TEXT),
        "laporan.penutup": (report.close, LONGEST_TEXT),
        "laporan.lampiran": (report.attached, LONGEST_TEXT),
        "laporan.sapaan_lain": (report.address_else, LONGEST_TEXT),
        **{f"laporan.sapaan.{kind}": (text, LONGEST_TITLE) for kind, text in report.address.items()},
    }
    for key, (text, longest) in lines.items():
        if any(unicodedata.category(letter) in _UNPRINTED for letter in text):
            yield StyleFault(key, "ada tanda yang tidak tercetak", "Tulis ulang dalam satu baris biasa.")
        elif len(text) > longest:
            yield StyleFault(key, f"{len(text)} huruf terlalu panjang", f"Pendekkan menjadi paling banyak {longest}.")


def _kinds(style: PressStyle) -> Iterator[StyleFault]:
    for key, kinds in (("lembaga", style.kinds), ("bawaan", style.usual_for)):
        for kind in kinds:
            if kind not in KINDS:
                yield StyleFault(key, f'"{kind}" tidak dikenal', f"Pilih dari: {', '.join(KINDS)}.")


def _counts(style: PressStyle) -> Iterator[StyleFault]:
    for key, number, least, most in (
        ("judul.panjang", style.headline_length, LEAST_HEADLINE, MOST_HEADLINE),
        ("orang.disebut", style.named, 0, MOST_COUNT),
        ("susunan.pembicara", style.speakers, 0, MOST_COUNT),
        ("susunan.butir", style.points, 0, MOST_COUNT),
    ):
        if not least <= number <= most:
            size = "kecil" if number < least else "besar"
            yield StyleFault(key, f"{number} terlalu {size}", f"Tulis bilangan dari {least} sampai {most}.")


def _marked(style: PressStyle) -> Iterator[StyleFault]:
    report = style.report
    for key, text, known in (
        ("titimangsa.pola", style.dateline, PLACE_MARKS),
        ("penutup.suasana", style.conduct, CONDUCT_MARKS),
        ("penutup.tanda", style.sign_off, SIGN_MARKS),
        ("laporan.perihal", report.subject, SUBJECT_MARKS),
        ("laporan.salam", report.greeting, GREETING_MARKS),
        ("laporan.salam_tanpa_jam", report.greeting_any_hour, ANY_HOUR_MARKS),
        ("laporan.penutup", report.close, ()),
        ("laporan.lampiran", report.attached, ()),
    ):
        for found in _MARK.finditer(text):
            if found[1] not in known:
                marks = ", ".join(f"{{{mark}}}" for mark in known)
                remedy = f"Pakai hanya {marks}." if known else "Tulis tanpa kurung kurawal."
                yield StyleFault(key, f'tanda "{found[0]}" tidak dikenal', remedy)


def _parts(style: PressStyle) -> Iterator[StyleFault]:
    if len(set(style.parts)) < len(style.parts):
        yield StyleFault("susunan.bagian", "ada bagian yang tertulis dua kali", "Hapus salah satunya.")
    if style.parts[:1] != ("lead",):
        yield StyleFault("susunan.bagian", 'siaran harus dibuka dengan "teras"', 'Letakkan "teras" paling depan.')


def _tags(style: PressStyle) -> Iterator[StyleFault]:
    for tag in style.hashtags:
        if not _TAG.fullmatch(tag):
            example = "Awali dengan # tanpa spasi, misalnya #Prokopim."
            yield StyleFault("penutup.tagar", f'"{tag}" bukan tagar', example)
    for key, entries in (("penutup.tagar", style.hashtags), ("orang.gelar_tetap", style.kept_titles)):
        if len(entries) > _MOST_ENTRIES:
            yield StyleFault(key, f"{len(entries)} terlalu banyak", f"Sisakan paling banyak {_MOST_ENTRIES}.")
