"""Numbers as Roman figures, as letters, in words and grouped by thousands."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_UNITS: Final = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES: Final = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_LIMIT: Final = 10**15


def roman(number: int) -> str:
    """Roman figures of 1 to 3999: ``VIII``. Raises :class:`ValueError` outside that range."""
    if not 1 <= number <= 3999:
        raise ValueError(f"roman figures need 1..3999, not {number}")
    figures = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        figures.append(sign * count)
    return "".join(figures)


def spelled(number: int) -> str:
    """The number in words (terbilang): ``seratus dua puluh lima``, up to hundreds of trillions.

    A negative number begins with ``minus``. Raises :class:`ValueError` from 10**15 on.
    """
    if abs(number) >= _LIMIT:
        raise ValueError(f"numbers are spelled below 10**15, not {number}")
    if number < 0:
        return f"minus {spelled(-number)}"
    if number == 0:
        return _UNITS[0]
    words: list[str] = []
    for scale, name in _SCALES:
        count, number = divmod(number, scale)
        if count:
            words.append("seribu" if count == 1 and scale == 1000 else f"{_below_thousand(count)} {name}")
    if number:
        words.append(_below_thousand(number))
    return " ".join(words)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        words.append("seratus" if hundreds == 1 else f"{_UNITS[hundreds]} ratus")
    if rest:
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_hundred(number: int) -> str:
    if number < 10:
        return _UNITS[number]
    if number in (10, 11):
        return ("sepuluh", "sebelas")[number - 10]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    tens, unit = divmod(number, 10)
    return f"{_UNITS[tens]} puluh" + (f" {_UNITS[unit]}" if unit else "")


def letters(number: int) -> str:
    """The letter of a lettered list: 1 is ``a``, 26 ``z``, 27 ``aa``. Raises :class:`ValueError` below 1."""
    if number < 1:
        raise ValueError(f"lettered lists begin at 1, not {number}")
    signs = ""
    while number:
        number, place = divmod(number - 1, 26)
        signs = chr(ord("a") + place) + signs
    return signs


def grouped(number: int) -> str:
    """A whole number with Indonesian thousands: ``12.500``."""
    return f"{number:,}".replace(",", ".")
