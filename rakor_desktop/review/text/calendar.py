"""Weekdays and dates that disagree, dates that do not exist, spans of days that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from rakor_desktop.bahasa.dates import day_name, long_date, parse_date, weekday_number
from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

_DAY: Final = r"(?P<day>Senin|Selasa|Rabu|Kamis|Jum[’'`]?at|Sabtu|Minggu|Ahad)"
_DATE: Final = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})(?!\d)|\d{1,2}[ -][A-Za-z]{3,9}\.?[ -]\d{4}(?!\d)"
_PAIR: Final = re.compile(rf"\b{_DAY}\s*[,/]?\s*(?:(?:tanggal|tgl\.?)\s*)?\(?\s*(?P<date>{_DATE})", re.I)
_BARE: Final = re.compile(r"\(\s*(?P<date>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2}))\s*\)")
_SPAN: Final = re.compile(
    r"(?:selama\s+(?P<days>\d+)\s+hari[^.\n]{0,20}?)?(?P<first>\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4})\s*"
    r"(?:s\.?d\.?|s/d|sampai(?:\s+dengan)?|hingga|[-–])\s*(?:tgl\.?\s+|tanggal\s+)?"
    r"(?P<last>\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4})",
    re.I,
)
_YEAR_AHEAD: Final = 400
_LONGEST_HOLIDAYS: Final = 31
"""Days; operations at the turn of the year are shorter, so that a longer span may have a wrong year in it."""


def weekdays(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Wherever a weekday stands beside a whole date both must agree."""
    for match in _PAIR.finditer(page.plain):
        written = match["date"]
        day = parse_date(written)
        if day is None:
            if re.fullmatch(r"[\d\s/.-]+", written):
                yield _no_such_date(page, match)
            continue
        if weekday_number(match["day"]) != day.weekday():
            right = day_name(day)
            message = (
                f"Hari dan tanggal tidak cocok: {long_date(day)} jatuh pada hari {right}, bukan {match['day']}. "
                "Perbaiki harinya, atau tanggalnya bila hari itu yang benar."
            )
            start, end = match.span("day")
            yield page.found("hari-tanggal", "error", start, end, message, right, source="kalender", family="tanggal")
        elif (day - known.today).days > _YEAR_AHEAD:
            message = f"Tanggal {long_date(day)} lebih dari setahun ke depan. Periksa tahunnya."
            yield page.found("tahun-jauh", "warning", *match.span("date"), message, family="tanggal")


def unreal(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """A date in brackets that no calendar has."""
    for match in _BARE.finditer(page.plain):
        before = page.plain[max(0, match.start() - 9) : match.start()].rsplit(None, 1)
        if parse_date(match["date"]) is None and not (before and weekday_number(before[-1]) is not None):
            yield _no_such_date(page, match)


def spans(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """A span of days runs forward and has as many days as the text says (both ends counted)."""
    for match in _SPAN.finditer(page.plain):
        first, last = parse_date(match["first"]), parse_date(match["last"])
        if first is None or last is None:
            continue
        start, end = match.span()
        count = (last - first).days + 1
        if count < 1:
            message = f"Rentang tanggal terbalik: {long_date(last)} mendahului {long_date(first)}. Periksa keduanya."
            yield page.found("rentang-terbalik", "error", start, end, message, family="tanggal")
        elif match["days"] and int(match["days"][:6]) != count:
            message = f"Rentang itu mencakup {count} hari, bukan {match['days']}. Perbaiki jumlah hari atau tanggalnya."
            yield page.found("jumlah-hari", "warning", start, end, message, family="tanggal")
        elif not match["days"] and first.year != last.year and count > _LONGEST_HOLIDAYS:
            message = f"Rentang yang melewati pergantian tahun ini mencakup {count} hari. Pastikan kedua tanggalnya."
            yield page.found("rentang-panjang", "hint", start, end, message, family="tanggal")


def of_meeting(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """The first date in brackets is the day of the meeting, where that is known."""
    held = known.facts.held
    match = _PAIR.search(page.plain) if held else None
    if held is None or match is None:
        return
    day: date | None = parse_date(match["date"])
    if day is not None and day != held:
        message = f"Naskah menyebut {long_date(day)}, sedangkan rapatnya tercatat {long_date(held)}. Samakan keduanya."
        yield page.found("tanggal-rapat", "warning", *match.span("date"), message, family="tanggal")


def _no_such_date(page: Page, match: re.Match[str]) -> TextFinding:
    message = f'Tanggal "{match["date"]}" tidak ada di kalender. Periksa tanggal dan bulannya.'
    return page.found("tanggal-tak-ada", "error", *match.span("date"), message, source="kalender", family="tanggal")


RULES: Final = (weekdays, unreal, spans, of_meeting)
"""The rules of this file."""
