"""Press styles as files: ``press/<name>.toml`` read strictly, and written so that reading gives the same style.

Every key is explained at the head of the shipped files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from rakor_desktop.catalog.people import CONFIDENCE
from rakor_desktop.catalog.press import (
    AGAIN_WORDS,
    DATE_WORDS,
    DEGREE_WORDS,
    FORM_WORDS,
    HONOURS,
    KINDS,
    LETTER_WORDS,
    PART_WORDS,
    PARTS,
    STOP_WORDS,
    Part,
    PressStyle,
    ReportWords,
)
from rakor_desktop.catalog.press_faults import faults
from rakor_desktop.catalog.reader import DataFileError, Fields, read_toml

_USUAL_CONFIDENCE: Final = "sedang"
_SOURCES: Final = "; "


def press_style_of(file: Path) -> PressStyle:
    """The style of one file; anything unknown or of a wrong kind is refused with its place and remedy."""
    style = _read(file)
    for fault in faults(style):
        table, _, key = fault.key.rpartition(".")
        place = f"bagian [{table}], isian {key}" if table else f"isian {key}"
        raise DataFileError(file, place, fault.fault, fault.remedy)
    return style


def written(style: PressStyle) -> str:
    """A style as the text of its file: the name, and what differs from the defaults.

    Reading it gives the same style again, for every style without :func:`~rakor_desktop.catalog.press_faults.faults`.
    """
    import tomli_w

    return tomli_w.dumps(_data(style))


def _read(file: Path) -> PressStyle:
    top = read_toml(file)
    plain = PressStyle()
    head, line, day = top.table("judul"), top.table("titimangsa"), top.table("tanggal")
    people, order, end, report = (top.table(key) for key in ("orang", "susunan", "penutup", "laporan"))
    style = PressStyle(
        name=file.stem,
        title=top.text("nama"),
        description=top.text("keterangan", ""),
        form=FORM_WORDS[top.choice("bentuk", tuple(FORM_WORDS), "siaran")],
        kinds=top.texts("lembaga"),
        usual_for=top.texts("bawaan"),
        usual_for_names=top.texts("bawaan_nama"),
        letters=LETTER_WORDS[head.choice("huruf", tuple(LETTER_WORDS), "judul")],
        headline_length=head.integer("panjang", plain.headline_length),
        dateline=line.text("pola", ""),
        # The blanks around the dash belong to it.
        dash=line.data.get("pemisah", plain.dash) if line.text("pemisah", plain.dash) else "",
        date_form=DATE_WORDS[day.choice("bentuk", tuple(DATE_WORDS), "angka")],
        degrees=DEGREE_WORDS[people.choice("gelar", tuple(DEGREE_WORDS), "semua")],
        kept_titles=people.texts("gelar_tetap", HONOURS),
        rank_stop=STOP_WORDS[people.choice("titik_pangkat", tuple(STOP_WORDS), "kantor")],
        corps_stop=STOP_WORDS[people.choice("titik_korps", tuple(STOP_WORDS), "kantor")],
        again=AGAIN_WORDS[people.choice("berikut", tuple(AGAIN_WORDS), "jabatan")],
        named=people.integer("disebut", 0),
        parts=_parts(order),
        speakers=order.integer("pembicara", 0),
        points=order.integer("butir", 0),
        compact=order.flag("gabung"),
        conduct=end.text("suasana", plain.conduct),
        sign_off=end.text("tanda", plain.sign_off),
        hashtags=end.texts("tagar"),
        report=_report(report),
        source=_SOURCES.join(top.texts("sumber")),
        confidence=top.choice("keyakinan", CONFIDENCE, _USUAL_CONFIDENCE),
    )
    for part in (top, head, line, day, people, order, end, report):
        part.done()
    return style


def _parts(order: Fields) -> tuple[Part, ...]:
    names = order.texts("bagian")
    for name in names:
        if name not in PART_WORDS:
            raise order.error("bagian", f'"{name}" tidak dikenal', f"Pilih dari: {', '.join(PART_WORDS)}.")
    return tuple(PART_WORDS[name] for name in names) or PARTS


def _report(part: Fields) -> ReportWords:
    plain = ReportWords()
    address = part.table("sapaan")
    found = ReportWords(
        subject=part.text("perihal", plain.subject),
        greeting=part.text("salam", plain.greeting),
        greeting_any_hour=part.text("salam_tanpa_jam", plain.greeting_any_hour),
        close=part.text("penutup", plain.close),
        attached=part.text("lampiran", plain.attached),
        address=MappingProxyType(
            {kind: address.text(kind, "") for kind in KINDS if kind in address.data} or dict(plain.address)
        ),
        address_else=part.text("sapaan_lain", plain.address_else),
    )
    address.done()
    return found


def _data(style: PressStyle) -> dict[str, Any]:
    """The style under the keys of its file, without what is as everywhere."""
    plain = _plain()
    mine, usual = _tables(style), _tables(plain)
    differing = {
        table: {key: value for key, value in keys.items() if value != usual[table][key]} for table, keys in mine.items()
    }
    top = differing.pop("")
    return {"nama": style.title, **top, **{table: keys for table, keys in differing.items() if keys}}


def _plain() -> PressStyle:
    """The style of a file that says its name only."""
    return replace(PressStyle(), title="", confidence=_USUAL_CONFIDENCE)


def _tables(style: PressStyle) -> Mapping[str, Mapping[str, Any]]:
    """Every key of a style with its value, by table; the top one has no name."""
    report = style.report
    return {
        "": {
            "keterangan": style.description,
            "bentuk": _word(FORM_WORDS, style.form),
            "lembaga": list(style.kinds),
            "bawaan": list(style.usual_for),
            "bawaan_nama": list(style.usual_for_names),
            "sumber": [text for text in style.source.split(_SOURCES) if text],
            "keyakinan": style.confidence or _USUAL_CONFIDENCE,
        },
        "judul": {"huruf": _word(LETTER_WORDS, style.letters), "panjang": style.headline_length},
        "titimangsa": {"pola": style.dateline, "pemisah": style.dash},
        "tanggal": {"bentuk": _word(DATE_WORDS, style.date_form)},
        "orang": {
            "gelar": _word(DEGREE_WORDS, style.degrees),
            "gelar_tetap": list(style.kept_titles),
            "titik_pangkat": _word(STOP_WORDS, style.rank_stop),
            "titik_korps": _word(STOP_WORDS, style.corps_stop),
            "berikut": _word(AGAIN_WORDS, style.again),
            "disebut": style.named,
        },
        "susunan": {
            "bagian": [_word(PART_WORDS, part) for part in style.parts],
            "pembicara": style.speakers,
            "butir": style.points,
            "gabung": style.compact,
        },
        "penutup": {"suasana": style.conduct, "tanda": style.sign_off, "tagar": list(style.hashtags)},
        "laporan": {
            "perihal": report.subject,
            "salam": report.greeting,
            "salam_tanpa_jam": report.greeting_any_hour,
            "penutup": report.close,
            "lampiran": report.attached,
            "sapaan_lain": report.address_else,
            "sapaan": dict(report.address),
        },
    }


def _word(words: Mapping[str, str], value: str) -> str:
    return next(word for word, meaning in words.items() if meaning == value)
