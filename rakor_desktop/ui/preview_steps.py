"""What has to be done to one row of blocks so that it becomes another, touching as little as possible."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from rakor_desktop.ui.preview_layout import Block

_MOST_PAIRS: Final = 400_000
"""Above this many pairs blocks are not matched by key but one after the other."""

Step = tuple[str, int, int, Sequence[Block]]
"""What to do (replace, delete, insert) to blocks i..j of the page, and the blocks to put there."""


def steps_between(old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """The steps from one page to another, from its end to its beginning, so that numbers before them still hold."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[len(old) - 1 - tail] == new[len(new) - 1 - tail]:
        tail += 1
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    steps: list[Step] = []
    for tag, i1, i2, j1, j2 in _matched(before, after):
        paired = min(i2 - i1, j2 - j1)
        if tag == "equal":
            steps += [
                ("replace", head + i1 + n, head + i1 + n + 1, (after[j1 + n],))
                for n in range(i2 - i1)
                if before[i1 + n] != after[j1 + n]
            ]
            continue
        if paired:
            steps.append(("replace", head + i1, head + i1 + paired, after[j1 : j1 + paired]))
        if i2 - i1 > paired:
            steps.append(("delete", head + i1 + paired, head + i2, ()))
        elif j2 - j1 > paired:
            steps.append(("insert", head + i1 + paired, head + i1 + paired, after[j1 + paired : j2]))
    return steps[::-1]


def _matched(before: Sequence[Block], after: Sequence[Block]) -> list[tuple[str, int, int, int, int]]:
    if len(before) * len(after) > _MOST_PAIRS or not before or not after:
        return [("replace", 0, len(before), 0, len(after))]
    keys = SequenceMatcher(None, [b.key for b in before], [b.key for b in after], autojunk=False)
    return [(tag, i1, i2, j1, j2) for tag, i1, i2, j1, j2 in keys.get_opcodes()]
