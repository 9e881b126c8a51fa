"""Clock times."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.bahasa import clock


def test_hours_and_minutes_are_parted_by_a_full_stop() -> None:
    assert clock.clock(time(9, 0)) == "09.00"
    assert clock.clock(time(23, 5)) == "23.05"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("9", time(9)),
        ("09.00", time(9)),
        ("9:15", time(9, 15)),
        ("0915", time(9, 15)),
        ("9.15", time(9, 15)),
        ("pukul 09.00 WIB", time(9)),
        ("Jam 9", time(9)),
        ("pkl. 14.30 wita", time(14, 30)),
        ("14.56 WIB", time(14, 56)),
        ("00.00", time(0)),
        ("08:30:00", time(8, 30)),
    ],
)
def test_people_type_times_in_many_ways(text: str, moment: time) -> None:
    assert clock.parse_clock(text) == moment


@pytest.mark.parametrize("text", ["", "24.00", "9.5", "09.60", "selesai", "915", "12345", "sembilan", "-9"])
def test_what_is_not_a_time_is_none(text: str) -> None:
    assert clock.parse_clock(text) is None


@given(st.times())
def test_every_printed_time_is_read_back_to_the_minute(moment: time) -> None:
    assert clock.parse_clock(clock.clock(moment)) == time(moment.hour, moment.minute)


@given(st.text(max_size=30))
def test_no_text_makes_reading_a_time_fail(text: str) -> None:
    found = clock.parse_clock(text)
    assert found is None or found.second == 0


def test_a_span_names_its_zone_once() -> None:
    assert clock.time_span(time(9), time(11, 40), "WIB") == "pukul 09.00 s.d. 11.40 WIB"
    assert clock.time_span(time(9), time(11, 40), None) == "pukul 09.00 s.d. 11.40"


def test_a_meeting_without_an_end_lasts_until_it_is_over() -> None:
    assert clock.time_span(time(9), None, "WITA") == "pukul 09.00 WITA s.d. selesai"
    assert clock.time_span(time(9), None, None) == "pukul 09.00 s.d. selesai"


def test_without_a_start_nothing_is_printed() -> None:
    assert clock.time_span(None, time(10), "WIB") == ""


def test_the_zone_is_found_in_a_text() -> None:
    assert clock.parse_zone("pukul 09.00 wita") == "WITA"
    assert clock.parse_zone("pukul 09.00") is None
    assert clock.parse_zone("Witan") is None


@pytest.mark.parametrize(
    ("moment", "part"),
    [
        (time(0, 0), "pagi"),
        (time(10, 59), "pagi"),
        (time(11, 0), "siang"),
        (time(14, 59), "siang"),
        (time(15, 0), "sore"),
        (time(17, 59), "sore"),
        (time(18, 0), "malam"),
        (time(23, 59), "malam"),
    ],
)
def test_reports_greet_by_the_clock(moment: time, part: str) -> None:
    assert clock.greeting(moment) == part
