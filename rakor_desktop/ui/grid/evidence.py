"""Whether pasted lines are a list of people to be read, or one column of a table.

Only evidence counts, and in doubt a paste is what it is in Excel: cells. A line speaks for a list when it reads as a
whole person: a name with what goes with it (a rank or a title, and a post, an institution or whom it represents).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from rakor_desktop.reading.values import PersonRead

Verdict = Literal["cells", "perhaps", "people"]
_MOST_LINES: Final = 40
_ENOUGH: Final = 0.6
_NUMBERED: Final = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[-–•*●▪])\s+")


def verdict(text: str, person: Callable[[str], PersonRead | None]) -> Verdict:
    """What several pasted lines are; ``person`` reads one line. A text with tabs is a block of cells."""
    lines = [line for line in text.splitlines() if line.strip()]
    if "\t" in text or len(lines) < 2:
        return "cells"
    lines = lines[:: max(1, len(lines) // _MOST_LINES)]
    weights = [_weight(line, person) for line in lines]
    if sum(weight == 2 for weight in weights) >= _ENOUGH * len(lines):
        return "people"
    return "perhaps" if sum(weight > 0 for weight in weights) >= _ENOUGH * len(lines) else "cells"


def _weight(line: str, person: Callable[[str], PersonRead | None]) -> int:
    """2 for a whole person, 1 for part of one, 0 for a cell."""
    read = person(line)
    if read is None or not read.name:
        return 0
    titled = bool(read.rank or read.front or read.back)
    placed = bool(read.position or read.represents)
    if titled and placed:
        return 2
    return 1 if read.rank or placed or _NUMBERED.match(line) else 0
