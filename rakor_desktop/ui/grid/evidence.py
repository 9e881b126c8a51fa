"""Whether pasted lines are a list of people to be read, or cells of a table.

A table that brings its own header, or a column that counts its rows, does not fit the list's columns and is read.
Only evidence counts, and in doubt a paste is what it is in Excel: cells. A line speaks for a list when it reads as a
whole person: a name with what goes with it (a rank or a title, and a post, an institution or whom it represents).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from rakor_desktop.reading.values import PersonRead

Verdict = Literal["cells", "perhaps", "people"]
_MOST_LINES: Final = 40
_ENOUGH: Final = 0.6
_LONGEST_CELL: Final = 160
"""Characters; a longer line is a sentence of an article or a message and belongs into no cell."""
_NUMBERED: Final = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[-–•*●▪])\s+")


def verdict(text: str, person: Callable[[str], PersonRead | None]) -> Verdict:
    """What several pasted lines are; ``person`` reads one line."""
    lines = [line for line in text.splitlines() if line.strip()]
    if "\t" not in text and any(len(line) > _LONGEST_CELL for line in lines):
        return "people"
    if len(lines) < 2:
        return "cells"
    if "\t" in text:
        return "people" if _brings_columns(lines) else "perhaps"
    lines = lines[:: max(1, len(lines) // _MOST_LINES)]
    weights = [_weight(line, person) for line in lines]
    if sum(weight == 2 for weight in weights) >= _ENOUGH * len(lines):
        return "people"
    return "perhaps" if any(weights) else "cells"


def _brings_columns(lines: list[str]) -> bool:
    from rakor_desktop.reading.tables.headers import header_of

    rows = [line.split("\t") for line in lines]
    if header_of([cell.strip() for cell in rows[0]]) is not None:
        return True
    numbers = [row[0].strip().rstrip(".)") for row in rows]
    return all(map(str.isdecimal, numbers)) and all(int(b) - int(a) == 1 for a, b in pairwise(numbers))


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
