"""Abbreviations in a running text: spelled out once, at the first mention."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_SPELLED: Final = re.compile(r"((?:[\w’'-]+ ){1,9})\((\w[\w.-]{1,14})\)")
_QUOTED: Final = re.compile(r"(“[^”]*”)")


def introduced_once(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts with an abbreviation spelled out only where it first stands: a second ``Satgas Keamanan Desa (SKD)``
    becomes ``SKD``. Words between quotation marks stay as they were spoken.
    """
    known: dict[str, tuple[str, ...]] = {}

    def short(found: re.Match[str]) -> str:
        words, abbreviation = tuple(found[1].split()), found[2]
        key = abbreviation.casefold()
        if abbreviation.isdigit():
            return found[0]
        if key not in known:
            known[key] = words
            return found[0]
        same = _spelling(words, known[key], key)
        return " ".join((*words[: len(words) - same], abbreviation)) if same else found[0]

    return tuple(
        "".join(part if part.startswith("“") else _SPELLED.sub(short, part) for part in _QUOTED.split(text))
        for text in texts
    )


def _spelling(words: tuple[str, ...], first: tuple[str, ...], key: str) -> int:
    """How many of the last words spell the abbreviation, as they did before; 0 when that is not sure."""
    same = 0
    for mine, theirs in zip(reversed(words), reversed(first), strict=False):
        if mine.casefold() != theirs.casefold():
            break
        same += 1
    while same and not words[-same].casefold().startswith(key[0]):
        same -= 1
    return same if same > 1 else 0
