"""Dates and clocks: given, plausible, in order, and the weekday of every written date true.

A weekday that does not fit its date is the commonest fault that readers notice in a release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from rakor_desktop.bahasa.clock import clock
from rakor_desktop.bahasa.dates import DAYS, day_name, long_date, parse_date, press_date, weekday_number
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.review.finding import Finding, shortened

EARLIEST_YEAR: Final = 1990
"""A meeting before this year is a typing slip."""
_YEAR: Final = 366

_DAY: Final = r"(?P<day>senin|selasa|rabu|kamis|jum[’'`]?at|sabtu|minggu|ahad)"
_DATE: Final = (
    r"(?P<figures>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2}))(?![\d/-])"
    r"|(?P<words>\d{1,2}\s+[a-z]{3,9}\.?,?\s+\d{4})(?!\d)"
)
_WRITTEN: Final = re.compile(
    rf"\b{_DAY}\s*[,/]?\s*(?:(?:tanggal|tgl\.?)\s*)?(?P<open>\(?)\s*(?:{_DATE})", re.IGNORECASE
)


def given(meeting: Meeting, today: date) -> Iterator[Finding]:
    """The date and the starting time belong at the head of every document."""
    if meeting.held.date is None:
        yield Finding("no_date", "error", "held.date", "Tanggal rapat belum diisi.", "Isi tanggal rapat.")
    if meeting.held.start is None:
        yield Finding(
            "no_start",
            "warning",
            "held.start",
            "Jam mulai rapat belum diisi.",
            "Isi jam mulai, misalnya 09.00.",
        )


def plausible(meeting: Meeting, today: date) -> Iterator[Finding]:
    """A date far ahead or long ago is usually a slip in the year."""
    day = meeting.held.date
    if day is None:
        return
    if day.year < EARLIEST_YEAR:
        yield Finding(
            "implausible_year",
            "warning",
            "held.date",
            f"Tahun rapat {day.year} tampaknya keliru.",
            "Periksa tahun pada tanggal rapat.",
        )
    elif (day - today).days > _YEAR:
        yield Finding(
            "far_future",
            "warning",
            "held.date",
            f"Tanggal rapat, {long_date(day)}, lebih dari setahun ke depan.",
            "Periksa tahun pada tanggal rapat.",
        )


def in_order(meeting: Meeting, today: date) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    held = meeting.held
    if held.date and held.end_date and held.end_date < held.date:
        yield Finding(
            "end_date_before_date",
            "error",
            "held.end_date",
            f"Tanggal selesai, {long_date(held.end_date)}, mendahului tanggal rapat, {long_date(held.date)}.",
            "Perbaiki tanggal selesai, atau kosongkan untuk rapat satu hari.",
        )
    one_day = held.end_date is None or held.end_date == held.date
    if held.start and held.end and held.end < held.start and one_day:
        yield Finding(
            "end_before_start",
            "error",
            "held.end",
            f"Jam selesai pukul {clock(held.end)} mendahului jam mulai pukul {clock(held.start)}.",
            "Perbaiki jamnya, atau isi tanggal selesai bila rapat melewati tengah malam.",
        )
    if held.start and held.called_at and held.start < held.called_at:
        yield Finding(
            "called_after_start",
            "warning",
            "held.called_at",
            f"Waktu panggilan pukul {clock(held.called_at)} sesudah jam mulai pukul {clock(held.start)}.",
            "Perbaiki waktu panggilan atau jam mulai.",
        )


def weekdays(meeting: Meeting, today: date) -> Iterator[Finding]:
    """Wherever a text names a weekday with a whole date, both must agree."""
    for where, text in written_texts(meeting):
        for match in _WRITTEN.finditer(text):
            finding = _checked(where, match)
            if finding is not None:
                yield finding


def written_texts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Every free text of the meeting, with the path of its field."""
    for name in ("title", "theme", "occasion", "conduct", "dress"):
        yield name, getattr(meeting, name)
    for name in ("basis", "agenda"):
        yield from ((name, text) for text in getattr(meeting, name))
    for item in meeting.items:
        for name in ("topic", "text", "quote", "purpose"):
            yield f"items/{item.id}/{name}", getattr(item, name)
        if item.follow_up:
            yield f"items/{item.id}/follow_up", item.follow_up.due
    for figure in meeting.figures:
        yield f"figures/{figure.id}", figure.value
    for photo in meeting.photos:
        yield f"photos/{photo.id}", photo.caption
    for release in meeting.releases:
        for text in (release.headline, *(paragraph.text for paragraph in release.paragraphs)):
            yield f"releases/{release.id}", text


def _checked(where: str, match: re.Match[str]) -> Finding | None:
    written = match["figures"] or match["words"]
    shown = shortened(match[0] + (")" if match["open"] else ""))
    day = parse_date(written)
    if day is None:
        # "12 orang 2024" is no date at all; "31/2/2024" is one that does not exist.
        if not match["figures"]:
            return None
        message = f'Tanggal "{shown}" tidak ada di kalender.'
        return Finding("no_such_date", "warning", where, message, "Periksa tanggal dan bulannya.")
    if weekday_number(match["day"]) == day.weekday():
        return None
    return Finding(
        "wrong_weekday",
        "warning",
        where,
        f'Hari dan tanggal tidak cocok pada "{shown}": {long_date(day)} jatuh pada hari {day_name(day)}.',
        f"Tulis {press_date(day)}; bila harinya memang {_proper(match['day'])}, perbaiki tanggalnya.",
        day_name(day),
    )


def _proper(day: str) -> str:
    number = weekday_number(day)
    return DAYS[number] if number is not None else day


RULES = (given, plausible, in_order, weekdays)
"""The rules of this file."""
