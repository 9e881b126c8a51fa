"""The filters an office may use in its own templates: ``{{ tanggal|hari_tanggal }}``, ``{{ jumlah|terbilang }}``.

They take what a view-model holds and return text; nothing (None) stays nothing. What does not fit is a ValueError with
an Indonesian remedy, which the Word engine tells with its place in the template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from rakor_desktop.bahasa.dates import day_date, day_name, long_date, month_name, parse_date, roman_month
from rakor_desktop.bahasa.lists import join_list
from rakor_desktop.bahasa.numerals import grouped, letters, roman, spelled
from rakor_desktop.bahasa.text import sentence_start, title_case


def _date(value: object) -> date:
    found = value if isinstance(value, date) else parse_date(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("pakai pada isian tanggal")
    return found


def _number(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().isdecimal() and len(value) <= 16:
        return int(value)
    raise ValueError("pakai pada isian bilangan")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ValueError("pakai pada isian teks")


def _of_date(write: Callable[[date], str]) -> Callable[[object], str]:
    return lambda value: "" if value in (None, "") else write(_date(value))


def _of_text(write: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: "" if value is None else write(_text(value))


def _of_number(write: Callable[[int], str], least: int, most: int) -> Callable[[object], str]:
    def filled(value: object) -> str:
        if value in (None, ""):
            return ""
        number = _number(value)
        if not least <= number <= most:
            raise ValueError(f"bilangannya harus {least} sampai {most}")
        return write(number)

    return filled


def _together(value: object, conjunction: object = "dan") -> str:
    if value is None:
        return ""
    if not isinstance(value, (tuple, list)):
        raise ValueError("pakai pada isian daftar")
    return join_list([_text(each) for each in value], conjunction=_text(conjunction))


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "tanggal": _of_date(long_date),
    "hari": _of_date(day_name),
    "hari_tanggal": _of_date(day_date),
    "bulan": _of_date(lambda day: month_name(day.month)),
    "bulan_romawi": _of_date(lambda day: roman_month(day.month)),
    "terbilang": _of_number(spelled, -(10**15) + 1, 10**15 - 1),
    "romawi": _of_number(roman, 1, 3999),
    "huruf": _of_number(letters, 1, 18_278),
    "ribuan": _of_number(grouped, -(10**15), 10**15),
    "kapital": _of_text(str.upper),
    "kecil": _of_text(str.lower),
    "judul": _of_text(title_case),
    "awal_kalimat": _of_text(sentence_start),
    "gabung": _together,
}
"""Name in templates to function."""
