"""Roman figures, numbers in words, letters, thousands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.bahasa import numerals

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WORDS = dict(
    zip(
        [
            "nol",
            "satu",
            "dua",
            "tiga",
            "empat",
            "lima",
            "enam",
            "tujuh",
            "delapan",
            "sembilan",
            "sepuluh",
            "sebelas",
        ],
        range(12),
        strict=True,
    )
)
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def _of_roman(figures: str) -> int:
    values = [_VALUES[sign] for sign in figures]
    return sum(-v if any(v < later for later in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def _of_words(text: str) -> int:
    """An independent reader of Indonesian number words."""
    total = group = last = 0
    for word in text.removeprefix("minus ").split():
        if word in _SCALES:
            total, group, last = total + (group + last) * _SCALES[word], 0, 0
        elif word == "seribu":
            total += 1000
        elif word == "seratus":
            group += 100
        elif word == "ratus":
            group, last = group + last * 100, 0
        elif word == "puluh":
            group, last = group + last * 10, 0
        elif word == "belas":
            group, last = group + last + 10, 0
        else:
            last = _WORDS[word]
    return -(total + group + last) if text.startswith("minus") else total + group + last


@given(st.integers(1, 3999))
def test_roman_figures_have_the_value_of_the_number(number: int) -> None:
    assert _of_roman(numerals.roman(number)) == number


@given(st.integers(1, 3999))
def test_roman_figures_never_repeat_a_sign_four_times(number: int) -> None:
    assert not any(sign * 4 in numerals.roman(number) for sign in _VALUES)


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_roman_figures_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="roman"):
        numerals.roman(number)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (125, "seratus dua puluh lima"),
        (893, "delapan ratus sembilan puluh tiga"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (2024, "dua ribu dua puluh empat"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (101_000, "seratus satu ribu"),
        (2_500_000_000, "dua miliar lima ratus juta"),
        (1_000_000_000_000, "satu triliun"),
        (-7, "minus tujuh"),
    ],
)
def test_numbers_are_spelled_as_receipts_and_minutes_spell_them(number: int, words: str) -> None:
    assert numerals.spelled(number) == words


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_the_words_mean_the_number(number: int) -> None:
    assert _of_words(numerals.spelled(number)) == number


def test_numbers_too_large_to_spell_are_refused() -> None:
    with pytest.raises(ValueError, match="spelled"):
        numerals.spelled(10**15)


def test_lettered_lists_go_on_after_z() -> None:
    assert [numerals.letters(n) for n in (1, 2, 26, 27, 28, 52, 53, 702, 703)] == [
        "a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="begin at 1"):
        numerals.letters(0)


@given(st.integers(1, 20000))
def test_the_letters_of_a_list_are_all_different_and_in_order(number: int) -> None:
    here, after = numerals.letters(number), numerals.letters(number + 1)
    assert (len(here), here) < (len(after), after)


def test_thousands_are_grouped_by_full_stops() -> None:
    assert numerals.grouped(893) == "893"
    assert numerals.grouped(1234567) == "1.234.567"
    assert numerals.grouped(-1500) == "-1.500"
