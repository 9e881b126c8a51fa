"""Dates in Indonesian: printed for minutes and releases, and read from what people type."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from rakor_desktop.bahasa.numerals import roman

DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""Names of the days; index 0 is Monday, as in :meth:`datetime.date.weekday`."""

MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
"""Names of the months; index 0 is January."""

# Short, old, misspelt and English forms seen in releases and chats.
_MONTH_FORMS: Final = (
    ("januari", "january", "jan"),
    ("februari", "pebruari", "febuari", "pebuari", "february", "feb", "peb"),
    ("maret", "march", "mar", "mrt"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agt", "ags", "agu", "agust", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_MONTH_NUMBER: Final = {form: n for n, forms in enumerate(_MONTH_FORMS, start=1) for form in forms}

_DAY_FORMS: Final = (
    ("senin", "senen", "monday"),
    ("selasa", "tuesday"),
    ("rabu", "rebo", "wednesday"),
    ("kamis", "thursday"),
    ("jumat", "jum'at", "jum’at", "jum`at", "jumaat", "friday"),
    ("sabtu", "saturday"),
    ("minggu", "ahad", "sunday"),
)
_DAY_NUMBER: Final = {form: n for n, forms in enumerate(_DAY_FORMS) for form in forms}

_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_FIGURES: Final = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})")
_WORDS: Final = re.compile(r"(\d{1,2})[\s\-/.]*([a-z]+)[\s\-/.,]*(\d{4}|\d{2})")
_NOISE: Final = re.compile(r"\b(?:hari|tanggal|tgl)\b[.:]?\s*/?\s*")


def day_name(day: date) -> str:
    """The name of the weekday: ``Kamis``."""
    return DAYS[day.weekday()]


def month_name(month: int) -> str:
    """The name of month 1 to 12: ``Agustus``. Raises :class:`ValueError` outside that range."""
    if not 1 <= month <= 12:
        raise ValueError(f"month must be 1..12, not {month}")
    return MONTHS[month - 1]


def roman_month(month: int) -> str:
    """The month as Roman figures, as document numbers carry it: ``VIII``."""
    month_name(month)
    return roman(month)


def long_date(day: date) -> str:
    """``15 Agustus 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_date(day: date) -> str:
    """``Kamis, 15 Agustus 2024``."""
    return f"{day_name(day)}, {long_date(day)}"


def press_date(day: date) -> str:
    """``Kamis (15/8/2024)``: how police releases print a date."""
    return f"{day_name(day)} ({day.day}/{day.month}/{day.year})"


def date_span(first: date, last: date | None = None) -> str:
    """One date, or a span with what both ends share printed once: ``6–8 April 2023``.

    The ends are put in order; a span of one day is that day. EYD joins the ends of a span with a dash without
    blanks.
    """
    if last is None or first == last:
        return long_date(first)
    first, last = min(first, last), max(first, last)
    if first.year != last.year:
        return f"{long_date(first)}–{long_date(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]}–{long_date(last)}"
    return f"{first.day}–{long_date(last)}"


def day_date_span(first: date, last: date | None = None) -> str:
    """A span with the weekdays in front: ``Kamis–Sabtu, 6–8 April 2023``."""
    if last is None or first == last:
        return day_date(first)
    first, last = min(first, last), max(first, last)
    return f"{day_name(first)}–{day_name(last)}, {date_span(first, last)}"


def month_number(text: str) -> int | None:
    """The number 1 to 12 of a month's name; short, old and common wrong forms are understood."""
    return _MONTH_NUMBER.get(text.strip(" .,").casefold())


def weekday_number(text: str) -> int | None:
    """The weekday (Monday = 0) of a day's name, ``Jum'at`` and ``Ahad`` included."""
    return _DAY_NUMBER.get(text.strip(" .,").casefold())


def parse_date(text: str) -> date | None:
    """The date a person typed, or ``None`` when it is not one whole, real date.

    Understood: ``15 Agustus 2024``, ``15/8/2024``, ``15-8-2024``, ``15.8.24``, ``2024-08-15``,
    ``29-Nov-2023``, ``Kamis, 15 Agustus 2024``, ``Kamis (15/8/2024)``. Figures are day first. A weekday in
    the text is not compared with the date. A year of two figures means 1970 to 2069.
    """
    rest = _without_weekday(text)
    if match := _ISO.fullmatch(rest):
        year, month, day = (int(part) for part in match.groups())
        return _real_date(year, month, day)
    if match := _FIGURES.fullmatch(rest):
        return _real_date(_whole_year(match[3]), int(match[2]), int(match[1]))
    if match := _WORDS.fullmatch(rest):
        named = month_number(match[2])
        return None if named is None else _real_date(_whole_year(match[3]), named, int(match[1]))
    return None


def _without_weekday(text: str) -> str:
    rest = _NOISE.sub("", " ".join(text.split()).casefold())
    head, _, tail = rest.replace("(", " ").replace(")", " ").strip(" ,.").partition(" ")
    if weekday_number(head) is not None:
        return tail.strip(" ,./")
    day, comma, after = rest.partition(",")
    if comma and weekday_number(day) is not None:
        return after.strip(" ,./()")
    return rest.strip(" ,.()")


def _whole_year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    short = int(text)
    return 2000 + short if short < 70 else 1900 + short


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
