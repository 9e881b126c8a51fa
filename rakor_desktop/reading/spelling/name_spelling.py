"""Names of persons: blanks and case. What is found here is offered, never done unasked."""

from __future__ import annotations

import re
from typing import Final

from rakor_desktop.catalog.name_words import NameWords

_GLUED: Final = re.compile(r"(?<![\w.])((?:[A-Za-z]\.)+|[A-Z][a-z]{1,3}\.)(?=[A-Z][A-Za-z]{2})")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SMALL: Final = frozenset(("bin", "binti", "van", "der", "den", "ter"))
"""Words inside a name that stay small: "Ahmad bin Ali", "van der Kroef"."""
_ROMAN: Final = re.compile(r"[IVX]{2,4}")
_SHORT: Final = 3
_VOWELS: Final = frozenset("aiueoAIUEO")


def spaced(name: str) -> str:
    """The name with single blanks, and one after initials glued to it: ``M. Prasetyo``, ``H.M. Yusuf``."""
    return _GLUED.sub(r"\1 ", " ".join(name.split()))


def is_one_case(name: str) -> bool:
    """Whether a name is all capitals or all small, single initials left out (``I. S.`` says nothing)."""
    words = [word for word in _LETTERS.findall(name) if len(word) > 1]
    text = "".join(words)
    return bool(words) and (text.isupper() or text.islower())


def cased(name: str, known: NameWords) -> str:
    """An all-capital or all-small name with capitals at the beginning of its words.

    Initials, Roman numbers and short words without a vowel (``TB``, ``Mhd``) stay as typed unless they are known as
    words of names.
    """
    parts: list[str] = []
    at = 0
    for number, found in enumerate(_LETTERS.finditer(name)):
        joined = _joined_before(name, found.start())
        parts += [name[at : found.start()], _cased_word(found.group(), number, known, joined)]
        at = found.end()
    return "".join((*parts, name[at:]))


def copied_case(name: str, before: str, after: str) -> str:
    """``name`` with the case that ``after`` gives to the words of ``before``; other words stay."""
    pairs = dict(zip(_LETTERS.findall(before), _LETTERS.findall(after), strict=False))
    return _LETTERS.sub(lambda found: pairs.get(found.group(), found.group()), name)


def _cased_word(word: str, number: int, known: NameWords, joined: bool) -> str:
    if len(word) == 1:
        return word.upper()
    if number and not joined and word.casefold() in _SMALL:
        return word.lower()
    if known.knows(word):
        return word.capitalize()
    if _ROMAN.fullmatch(word) or (len(word) <= _SHORT and not _VOWELS & set(word)):
        return word
    return word.capitalize()


def _joined_before(name: str, at: int) -> bool:
    """Whether the word hangs on the one before it by a hyphen or an apostrophe."""
    return at > 0 and name[at - 1] in "-'’`"
