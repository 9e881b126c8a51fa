"""Enumerations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.bahasa.lists import join_list

PARTS = st.lists(st.text("abcdefg ", min_size=1).filter(str.strip).map(str.strip), max_size=8)


def test_three_parts_take_a_comma_before_dan() -> None:
    assert join_list(["a", "b", "c"]) == "a, b, dan c"


def test_two_parts_take_only_dan() -> None:
    assert join_list(["a", "b"]) == "a dan b"


def test_one_part_stands_alone_and_none_is_empty() -> None:
    assert join_list(["a"]) == "a"
    assert join_list([]) == ""


def test_empty_parts_are_left_out() -> None:
    assert join_list(["a", " ", "", "b"]) == "a dan b"


def test_parts_with_commas_are_set_apart_by_semicolons() -> None:
    assert join_list(["Budi, S.H.", "Ani", "Citra"]) == "Budi, S.H.; Ani; dan Citra"
    assert join_list(["Budi, S.H.", "Ani"]) == "Budi, S.H.; dan Ani"


def test_press_style_may_keep_commas_and_minutes_may_force_semicolons() -> None:
    assert join_list(["Budi, S.H.", "Ani", "Citra"], semicolons=False) == "Budi, S.H., Ani, dan Citra"
    assert join_list(["a", "b", "c"], semicolons=True) == "a; b; dan c"


def test_another_conjunction_may_join() -> None:
    assert join_list(["a", "b", "c"], conjunction="atau") == "a, b, atau c"


@given(PARTS)
def test_every_part_stands_in_the_sentence_once_and_in_order(parts: list[str]) -> None:
    joined = join_list(parts)
    assert joined.replace(" dan ", ", ").replace(",,", ",").split(", ") == (parts or [""])
