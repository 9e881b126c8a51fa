"""Words that belong to an institution's or post's own name: short forms in brackets, ranks in names of places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rakor_desktop.reading.text import alphabet as k
from rakor_desktop.reading.text.kinds import Kinds

_IN_BRACKETS: Final = re.compile(r"(?<=[PUOLNAGHDQ])\([^(),;:RrFBbD.]\)")
_GOES_ON: Final = re.compile(",[NnIFR]|[UOLRF]")
_SHORT_POST: Final = re.compile(r"(?<=[UOLNAp])\([PO][NUA]{0,2}\)(?=[UO])")
_BEHIND_OFFICES: Final = frozenset(
    "direktur direktorat sekretaris sekretariat inspektorat konsul konsulat wakildirektur plt.direktur".split()
)
_BEHIND_PLACES: Final = frozenset(
    "universitas rs rsud rst rspad rsu masjid sma smk smp gedung lapangan kapal museum taman monumen makam wisma aula "
    "gor akademi yayasan".split()
)
"""What is often called after an officer: the rank is a part of its name."""
_WAYS: Final = frozenset("jalan jl jln bandara stadion kri jembatan simpang".split())
"""What no person has a post in."""
_HEROES: Final = frozenset("jenderal jendral jend letjen mayjen brigjen marsekal laksamana marsda laksda".split())
"""Ranks that hospitals and schools are called after; "Direktur RSUD Kompol Budi" is the director."""
_GENERAL: Final = ("jenderal", "jendral")
_CALLED_AFTER: Final = re.compile("[NnIL]{1,2}(?![NnIL])|[NnIL]{2}(?=[NnIL]{2})|[NnIL]")
_HEADS: Final = "POqH"
_SIGNS: Final = ',;:()-/|•".EW'
_SMALL: Final = frozenset("dan di untuk serta atau".split())
_LONGEST_FORM: Final = 9
_FEWEST_WORDS: Final = 2


def without_named_after(tokens: Sequence[str], shape: str) -> str:
    """The "Jenderal" of "Direktorat Jenderal", and the rank and name a place is called after, are no person's."""
    at = shape.find(k.RANK, 1)
    while at > 0:
        before = _bare(tokens[at - 1])
        if before in _WAYS or (before in _BEHIND_PLACES and _bare(tokens[at]) in _HEROES):
            called = _CALLED_AFTER.match(shape, at + 1)
            end = called.end() if called else at + 1
            kind = k.UNIT if any(head in shape[:at] for head in _HEADS) else k.WORD
            shape = shape[:at] + kind * (end - at) + shape[end:]
        elif before in _BEHIND_OFFICES and _bare(tokens[at]) in _GENERAL:
            shape = shape[:at] + k.UNIT + shape[at + 1 :]
        at = shape.find(k.RANK, at + 1)
    return shape


def with_short_forms(tokens: Sequence[str], shape: str, kinds: Kinds) -> str:
    """One word in brackets that is short for the words before it ("Aceh Barat Daya (Abdya)") goes on with them."""
    for found in _SHORT_POST.finditer(shape):
        shape = shape[: found.start()] + k.UNIT * (found.end() - found.start()) + shape[found.end() :]
    for found in _IN_BRACKETS.finditer(shape):
        at = found.start()
        first = at
        while first > 0 and at - first < _LONGEST_FORM and shape[first - 1] not in _SIGNS:
            first -= 1
        inside = tokens[at + 1]
        goes_on = k.POST in shape[first:at] and _GOES_ON.match(shape, at + 3) is not None
        if is_short_for(_bare(inside), [_bare(token) for token in tokens[first:at]]) or (
            goes_on and _is_no_name(inside, kinds)
        ):
            kind = k.UNIT if any(head in shape[:at] for head in _HEADS) else k.WORD
            shape = shape[:at] + kind * 3 + shape[at + 3 :]
    return shape


def _is_no_name(token: str, kinds: Kinds) -> bool:
    return not kinds.is_name(token) and kinds.name_build(token) < 0


def is_short_for(short: str, words: Sequence[str]) -> bool:
    """Whether a word is a blend or the initials of the last of ``words``: "rudenim" of "rumah detensi imigrasi"."""
    said = [word for word in words if word not in _SMALL]
    if len(short) < _FEWEST_WORDS or not short.isalpha() or len(said) < _FEWEST_WORDS:
        return False
    return any(len(said) - first >= _FEWEST_WORDS and _blends(short, said[first:]) for first in range(len(said) - 1))


def _blends(short: str, words: Sequence[str]) -> bool:
    """Whether every word gives its first letter and perhaps more of its letters, in order, and nothing is left."""
    if not words:
        return not short
    if not short or short[0] != words[0][:1]:
        return False
    taken = 0
    here = iter(words[0])
    for letter in short:
        if letter not in here:
            break
        taken += 1
    return any(_blends(short[count:], words[1:]) for count in range(taken, 0, -1))


def _bare(token: str) -> str:
    return token.strip(" .,\n").casefold()


def own_delegations(tokens: Sequence[str], shape: str) -> str:
    """*Perwakilan* of "Kepala Perwakilan" and "Kantor Perwakilan" is an office, nobody's delegation."""
    at = shape.find("q", 1)
    while at > 0:
        if _bare(tokens[at - 1]) in ("kepala", "kantor", "ka", "kaper"):
            shape = shape[:at] + k.UNIT + shape[at + 1 :]
        at = shape.find("q", at + 1)
    return shape
