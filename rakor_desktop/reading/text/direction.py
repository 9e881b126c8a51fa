"""Whether the posts of a list stand before or after the names: decided once for a whole entry."""

from __future__ import annotations

import re
from typing import Final

ENDS_ENTRY: Final = ';•EW."tlV:'
"""The kinds that end an entry, or open a list of its own."""
ENDS_SENTENCE: Final = ";•EW."
"""The kinds that end a sentence."""
_ITEM: Final = re.compile("[,c]+")
_ONLY_A_POST: Final = re.compile("[GU]*P[pwOoU]*")
_ONLY_A_HOUSE: Final = re.compile("O[oUL]*")
_ONLY_A_PERSON: Final = re.compile("[kRrFNnILATBb]*[NnILATBb]")
_ONLY_BACKS: Final = re.compile("[BbT]*")


def direction(entry: str) -> bool | None:
    """Whether the posts of an entry stand before their people.

    ``None`` where nothing is plain.

    A post between a finished person and a name leads; a post between a name and the end, or another post, follows.
    """
    parts = _ITEM.split(entry)
    # A house that opens an entry is its first person's: "DPRD Kota X, NAME, Camat Y, NAME".
    first = "P" if _ONLY_A_HOUSE.fullmatch(parts[0]) else _item(parts[0])
    items = first + "".join(_item(part) for part in parts[1:])
    leading = len(re.findall("(?:^|(?<=[MX]))PN", items))
    behind = len(re.findall("NP(?=[MPX]|$)", items))
    return leading > behind if leading != behind else (None if not leading else items.find("P") < items.find("N"))


def _item(part: str) -> str:
    """One letter for what stands between two commas: a post, a name, both (M), anything else (X)."""
    if _ONLY_BACKS.fullmatch(part):
        return ""
    if _ONLY_A_POST.fullmatch(part):
        return "P"
    if _ONLY_A_PERSON.fullmatch(part):
        return "N"
    return "M" if "P" in part else "X"
