"""Dates as minutes and releases print them, and as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.bahasa import dates

MEETING = date(2024, 8, 15)


def test_a_date_is_printed_in_the_four_forms_of_the_trade() -> None:
    assert dates.day_name(MEETING) == "Kamis"
    assert dates.long_date(MEETING) == "15 Agustus 2024"
    assert dates.day_date(MEETING) == "Kamis, 15 Agustus 2024"
    assert dates.press_date(MEETING) == "Kamis (15/8/2024)"


def test_document_numbers_carry_the_month_in_roman_figures() -> None:
    months = [dates.roman_month(month) for month in range(1, 13)]
    assert months == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


@pytest.mark.parametrize("month", [0, 13, -1])
def test_a_month_outside_the_year_is_refused(month: int) -> None:
    with pytest.raises(ValueError, match=r"1\.\.12"):
        dates.month_name(month)


# Dates and weekdays of releases whose weekday agrees with the calendar.
@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        (date(2023, 4, 6), "Kamis"),
        (date(2021, 1, 26), "Selasa"),
        (date(2024, 1, 10), "Rabu"),
        (date(2023, 11, 29), "Rabu"),
        (date(2024, 8, 15), "Kamis"),
        (date(2022, 12, 15), "Kamis"),
        (date(2026, 3, 12), "Kamis"),
        (date(2024, 2, 29), "Kamis"),
        (date(2000, 1, 1), "Sabtu"),
        (date(2026, 11, 22), "Minggu"),
        (date(2023, 4, 14), "Jumat"),
        (date(2024, 4, 1), "Senin"),
    ],
)
def test_weekdays_agree_with_real_releases(day: date, weekday: str) -> None:
    assert dates.day_name(day) == weekday


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("weekday", range(7))
def test_every_weekday_of_every_month_is_read_back_from_every_printed_form(month: int, weekday: int) -> None:
    first = date(2025, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    assert dates.weekday_number(dates.day_name(day)) == weekday
    for text in (dates.long_date(day), dates.day_date(day), dates.press_date(day), day.isoformat()):
        assert dates.parse_date(text) == day


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_whatever_is_printed_is_read_back(day: date) -> None:
    assert dates.parse_date(dates.day_date(day)) == day
    assert dates.parse_date(dates.press_date(day)) == day
    assert dates.parse_date(f"{day.day}.{day.month}.{day.year % 100:02d}") == day
    assert dates.parse_date(f"{day:%d/%m/%Y}") == day


@pytest.mark.parametrize(
    "text",
    [
        "15 Agustus 2024",
        "15 agustus 2024",
        "15 AGUSTUS 2024",
        "15/8/2024",
        "15/08/2024",
        "15-8-2024",
        "15.8.24",
        "15/8/24",
        "2024-08-15",
        "Kamis, 15 Agustus 2024",
        "Kamis 15 Agustus 2024",
        "Kamis (15/8/2024)",
        "Kamis, (15/08/2024)",
        "15 Agt 2024",
        "15 Ags. 2024",
        "15-Agu-2024",
        "15 Aug 2024",
        "tanggal 15 Agustus 2024",
        "hari Kamis, tanggal 15 Agustus 2024",
        "Hari/Tanggal: Kamis, 15 Agustus 2024",
        "  15   Agustus  2024. ",
    ],
)
def test_people_type_one_date_in_many_ways(text: str) -> None:
    assert dates.parse_date(text) == MEETING


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 Pebruari 2023", date(2023, 2, 7)),
        ("7 Febuari 2023", date(2023, 2, 7)),
        ("10 Nopember 2023", date(2023, 11, 10)),
        ("Rabu, 29-Nov-2023", date(2023, 11, 29)),
        ("Jum'at, 14 April 2023", date(2023, 4, 14)),
        ("Jum’at (14/4/2023)", date(2023, 4, 14)),
        ("Selasa (26/01/21)", date(2021, 1, 26)),
        ("(2/4/24)", date(2024, 4, 2)),
        ("1 Mei 99", date(1999, 5, 1)),
        ("5 mei 2024", date(2024, 5, 5)),
    ],
)
def test_old_and_wrong_month_names_are_understood(text: str, day: date) -> None:
    assert dates.parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kemarin",
        "31 Februari 2024",
        "29/2/2023",
        "15/13/2024",
        "Agustus 2024",
        "15 Agustus",
        "32-1-2024",
        "15 Foo 2024",
        "6-8 April 2023",
        "pukul 09.00",
        "0/0/2024",
        "12345",
        "15 Agustus 2024 dan 16 Agustus 2024",
    ],
)
def test_what_is_not_one_real_date_is_none(text: str) -> None:
    assert dates.parse_date(text) is None


@given(st.text(max_size=40))
def test_no_text_makes_reading_a_date_fail(text: str) -> None:
    found = dates.parse_date(text)
    assert found is None or isinstance(found, date)


def test_a_span_prints_what_its_ends_share_only_once() -> None:
    assert dates.date_span(date(2023, 4, 6), date(2023, 4, 8)) == "6–8 April 2023"
    assert dates.date_span(date(2023, 4, 30), date(2023, 5, 2)) == "30 April–2 Mei 2023"
    assert dates.date_span(date(2023, 12, 30), date(2024, 1, 2)) == "30 Desember 2023–2 Januari 2024"
    assert dates.day_date_span(date(2023, 4, 6), date(2023, 4, 8)) == "Kamis–Sabtu, 6–8 April 2023"


def test_a_span_of_one_day_or_without_an_end_is_that_day() -> None:
    assert dates.date_span(MEETING, MEETING) == dates.date_span(MEETING) == "15 Agustus 2024"
    assert dates.day_date_span(MEETING) == "Kamis, 15 Agustus 2024"


def test_a_span_given_backwards_is_put_in_order() -> None:
    assert dates.date_span(date(2023, 4, 8), date(2023, 4, 6)) == "6–8 April 2023"
    assert dates.day_date_span(date(2023, 4, 8), date(2023, 4, 6)) == "Kamis–Sabtu, 6–8 April 2023"


def test_names_of_months_and_days_are_recognised_alone() -> None:
    assert dates.month_number("Nopember") == 11
    assert dates.month_number("Sept.") == 9
    assert dates.month_number("Muharram") is None
    assert dates.weekday_number("Ahad") == 6
    assert dates.weekday_number("hari") is None
