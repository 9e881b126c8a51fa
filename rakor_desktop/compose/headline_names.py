"""Names as a headline has room for them: units by their abbreviation, spelled-out words by the one in brackets."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_UNITS: Final = (
    ("Kepolisian Daerah", "Polda"), ("Kepolisian Resor Kota Besar", "Polrestabes"),
    ("Kepolisian Resor Kota", "Polresta"),
    ("Kepolisian Resor", "Polres"), ("Kepolisian Sektor", "Polsek"), ("Pemerintah Kabupaten", "Pemkab"),
    ("Pemerintah Kota", "Pemkot"), ("Pemerintah Provinsi", "Pemprov"), ("Komando Distrik Militer", "Kodim"),
    ("Komando Resor Militer", "Korem"), ("Komando Rayon Militer", "Koramil"),
    ("Kementerian Dalam Negeri", "Kemendagri"),
)  # fmt: skip
"""Units and what everybody calls them (KBBI dan kelaziman siaran; keyakinan tinggi)."""
_BRACKETED: Final = re.compile(r"((?:[\w/’'-]+,? ){1,9})\(([A-Za-z][\w /-]{1,17})\)")
_FUNCTION: Final = frozenset("dan di ke dari pada untuk dalam serta atau".split())
_SHARED: Final = re.compile(r" (?:bersama|dan|serta) ")


def short_unit(name: str) -> str:
    """The unit by its abbreviation: "Pemerintah Kabupaten Lahat" is "Pemkab Lahat"."""
    for long, short in _UNITS:
        if name.startswith(f"{long} "):
            return f"{short}{name[len(long) :]}"
    return name


def same_unit(one: str, other: str) -> bool:
    """Whether two names mean one unit; somebody who holds a meeting together with others holds it."""
    mine, theirs = (short_unit(" ".join(name.split())).casefold() for name in (one, other))
    return bool(mine) and (mine == theirs or _SHARED.split(theirs, maxsplit=1)[0] == mine)


def folded(name: str) -> str:
    """The name with words that are spelled out and bracketed as their abbreviation alone:
    "Forum Koordinasi Pimpinan Daerah (Forkopimda) Kota Batu" is "Forkopimda Kota Batu".
    """

    def short(found: re.Match[str]) -> str:
        words = found[1].split()
        for count in range(2, len(words) + 1):
            if spells(tuple(w.casefold().strip(",") for w in words[-count:]), re.sub(r"\W", "", found[2]).casefold()):
                return " ".join((*words[:-count], found[2]))
        return found[0]

    return _BRACKETED.sub(short, name)


@cache
def spells(words: tuple[str, ...], letters: str) -> bool:
    """Whether an abbreviation is made of these words: each gives its first letter, and letters behind it in order."""
    if not words:
        return not letters
    first, rest = words[0], words[1:]
    if first in _FUNCTION and spells(rest, letters):
        return True
    if not letters or first[0] != letters[0]:
        return False
    return any(
        _in_order(first[1:], letters[1:taken]) and spells(rest, letters[taken:]) for taken in range(1, len(letters) + 1)
    )


def _in_order(word: str, letters: str) -> bool:
    signs = iter(word)
    return all(letter in signs for letter in letters)
