"""Verbs of attribution."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.bahasa.attribution import (
    CLOSING,
    CONTINUING,
    POSITIONS,
    SENSES,
    Attribution,
    Position,
    Reporting,
    Sense,
    implied,
)

CHOOSER = Attribution()


@pytest.mark.parametrize(("sense", "position"), list(product(SENSES, POSITIONS)))
def test_the_same_verb_never_comes_twice_running(sense: Sense, position: Position) -> None:
    verb = ""
    for _ in range(12):
        chosen = CHOOSER.choose(sense, position, verb)
        assert chosen != verb
        verb = chosen


@pytest.mark.parametrize("sense", SENSES)
def test_continuing_verbs_never_come_first(sense: Sense) -> None:
    used: list[str] = []
    for _ in range(12):
        used.append(CHOOSER.choose(sense, "first", used))
    assert not set(used) & set(CONTINUING + CLOSING)


@pytest.mark.parametrize("sense", SENSES)
def test_closing_verbs_come_last_and_only_last(sense: Sense) -> None:
    used: list[str] = []
    for _ in range(20):
        used.append(CHOOSER.choose(sense, "middle", used))
    assert not set(used) & set(CLOSING)
    assert CHOOSER.choose(sense, "last", used) in CLOSING


def test_the_first_quote_has_the_plainest_verb_of_its_sense() -> None:
    firsts = [CHOOSER.choose(sense, "first") for sense in SENSES]
    assert firsts == ["ujar", "jelas", "tegas", "harap", "ucap", "tegas"]


def test_a_long_release_uses_many_verbs() -> None:
    used: list[str] = []
    for _ in range(8):
        used.append(CHOOSER.choose("states", "middle", used))
    assert len(set(used)) == 8
    assert {"tambah", "imbuh"} <= set(used)


@given(
    st.sampled_from(SENSES),
    st.sampled_from(POSITIONS),
    st.lists(st.sampled_from(["ujar", "tegas", "pungkas"])),
)
def test_the_choice_depends_on_the_question_alone(sense: Sense, position: Position, used: list[str]) -> None:
    assert CHOOSER.choose(sense, position, used) == Attribution().choose(sense, position, tuple(used))


@pytest.mark.parametrize(
    ("sense", "phrase"),
    [
        ("states", "menyampaikan bahwa"),
        ("explains", "menjelaskan bahwa"),
        ("urges", "menekankan agar"),
        ("hopes", "berharap"),
        ("thanks", "mengucapkan terima kasih"),
        ("commits", "menegaskan bahwa"),
    ],
)
def test_reported_speech_has_a_full_verb_and_its_connective(sense: Sense, phrase: str) -> None:
    assert CHOOSER.reporting_verb(sense).phrase == phrase


@pytest.mark.parametrize("sense", SENSES)
@pytest.mark.parametrize("audience", [False, True])
def test_reporting_verbs_never_repeat_running(sense: Sense, audience: bool) -> None:
    used: list[str] = []
    for _ in range(6):
        used.append(CHOOSER.reporting_verb(sense, used, audience=audience).verb)
    assert all(before != after for before, after in pairwise(used))


def test_an_appeal_names_whom_it_addresses_before_the_connective() -> None:
    appeal = CHOOSER.reporting_verb("urges", audience=True)
    assert appeal.towards("seluruh masyarakat") == "mengajak seluruh masyarakat untuk"
    assert Reporting("berharap").towards("") == "berharap"


def test_a_clear_speaker_is_carried_by_the_ending() -> None:
    assert implied("ujar") == "ujarnya"
