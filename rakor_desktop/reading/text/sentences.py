"""What belongs to the sentences of an article and not to its people."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from rakor_desktop.catalog.phrases import word_key
from rakor_desktop.reading.text import alphabet as k

_DATELINE: Final = re.compile("[NLAIwTZ][NLAIwTZ.,()•D]{0,8}-(?=[^-]{9})(?=.*[wt])")
_SIGNED: Final = re.compile("(?<=[.WB])\\((?:[NnLAIwzT,.-]{1,5}|[NnLAIwzT]{1,3}/[NnLAIwzTOUH]{1,6})\\)[.]?$")
_CREDITED: Final = re.compile("(?<=[NLUOw])\\([NA]\\)[.]?$")
_SHORTEST_END: Final = 4
"""Letters; a shorter word with a stop is an abbreviation."""
_LONG: Final = 20
"""Tokens; so long a line is a text, not a person with a remark in brackets."""
_SHORTEST_TOLD: Final = 5
_CEREMONIAL: Final = frozenset("inspektur komandan perwira pembina pemimpin irup danup".split())


def is_prose(text: str, tokens: Sequence[str], shape: str, telling: Collection[str]) -> bool:
    """Whether a line is sentences: small words among the others, or a verb of telling; not the numbers of a list."""
    small = shape.count(k.WORD) + shape.count(k.WORD_STOP)
    if not small or shape.count(k.ENUMERATOR) > 1:
        return False
    ended = text[-1] in '.”"'
    if small >= 3 and small * 7 > len(shape) and (small > 4 or ended):
        return True
    if small >= 2 and ended and len(shape) > _LONG:
        return True
    return len(shape) > _SHORTEST_TOLD and any(token.rstrip(" .,").casefold() in telling for token in tokens)


def without_credits(tokens: Sequence[str], shape: str) -> str:
    """An article's dateline ("MEDAN, KoranSatu – ") and the writers' names at its end ("(Irwan/red)") are no people."""
    if (line := _DATELINE.match(shape)) and (
        tokens[0].isupper() or "," in line.group() or tokens[line.end() - 1][0] != "-"
    ):
        shape = k.WORD * line.end() + shape[line.end() :]
    if (sign := _SIGNED.search(shape)) and (len(shape) > _LONG or shape[sign.start() - 1] not in "B"):
        shape = shape[: sign.start()] + k.WORD * (len(shape) - sign.start())
    if sign := _CREDITED.search(shape):
        last = tokens[sign.start() - 1].rstrip()
        if last[-1] == "." and len(last) > _SHORTEST_END:
            shape = shape[: sign.start()] + k.WORD * (len(shape) - sign.start())
    return shape


def without_ceremony(tokens: Sequence[str], shape: str) -> str:
    """Parts in a ceremony ("inspektur upacara") are no posts."""
    keys = [word_key(token.rstrip()) for token in tokens]
    for at in range(len(keys) - 1):
        if keys[at] in _CEREMONIAL and keys[at + 1] in ("upacara", "apel"):
            shape = shape[:at] + k.WORD * 2 + shape[at + 2 :]
    return shape
