"""Columns in running text: which lines are rows of a table, judged by evidence over all of them.

A separator alone proves nothing (sentences hold commas, numbered lists hold tabs). Lines are a table when they agree on
the number of their cells and at least two columns say something. Separators become tabs one for one and quotation
marks around cells become blanks, so that every character keeps its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from rakor_desktop.reading.source import BREAK, Block, Grid
from rakor_desktop.reading.tables.headers import header_of

_DELIMITERS: Final = ("\t", ";", "|", ",")
_AGREEMENT: Final = {"\t": 0.6, ";": 0.8, "|": 0.8, ",": 1.0}
_LONGEST_CELL: Final = 90
_MOST_GAP: Final = 2
_LONGEST_SECTION: Final = 90
_QUOTED_LINES: Final = 20
_FEW: Final = 3
_CHECK_EVERY: Final = 2000

_NUMBER: Final = re.compile(r"\s*(?:[(\[]?\d{1,4}[.)\]]*|[a-zA-Z][.)]|[•\-–*·▪➢✓]|[IVXivx]+[.)])?\s*")
_DIGITS: Final = re.compile(r"\s*\d{1,4}[.)]?\s*")
_VALUE: Final = re.compile(r"\s*[:=]")
_QUOTE_OPEN: Final = re.compile(r'\s*"')


class _Line(NamedTuple):
    """One line, or several that a quoted cell joins: as typed, and its cells (one, when it is not cut)."""

    raw: str
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        return not self.raw.strip()


def blocks_of(text: str, check: Callable[[], None], *, table_file: bool = False) -> Iterator[Block]:
    """The text as stretches of running text and tables, in order; joined by line ends they are as long as it.

    ``table_file`` says that it comes from a file that ought to be a table (.csv): less evidence is enough.
    """
    blocks: list[Block] = [text]
    for delimiter in _DELIMITERS:
        if delimiter in text:
            blocks = [part for block in blocks for part in _cut(block, delimiter, check, table_file)]
    return iter(blocks)


def _cut(block: Block, delimiter: str, check: Callable[[], None], table_file: bool) -> Iterator[Block]:
    if not isinstance(block, str) or delimiter not in block:
        yield block
        return
    prose: list[str] = []
    lines = list(_lines(block, delimiter, check))
    at = 0
    for first, last in _runs(lines):
        if not _is_table(lines[first:last], delimiter, table_file):
            continue
        prose.extend(line.raw for line in lines[at:first])
        if prose:
            yield "\n".join(prose)
            prose = []
        yield Grid(tuple(_mended([line.cells for line in lines[first:last]])))
        at = last
    prose.extend(line.raw for line in lines[at:])
    if prose:
        yield "\n".join(prose)


def _mended(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Rows that a line end inside a cell tore in two, whole again: each is too short, together they are long enough,
    and only the first begins with a number.
    """
    width = Counter(len(row) for row in rows if len(row) > 1).most_common(1)[0][0]
    width = max(width, *(len(row) for row in rows if header_of(row)), 0)
    at = 0
    while at < len(rows):
        row = rows[at]
        at += 1
        torn = len(row) < width and _DIGITS.fullmatch(row[0]) is not None
        while torn and at < len(rows) and len(row) + len(rows[at]) - 1 <= width:
            if _DIGITS.fullmatch(rows[at][0]) or not rows[at][0].strip() or len(rows[at]) == width:
                break
            row = (*row[:-1], f"{row[-1]}{BREAK}{rows[at][0]}", *rows[at][1:])
            at += 1
        yield row


def _lines(text: str, delimiter: str, check: Callable[[], None]) -> Iterator[_Line]:
    raw = text.split("\n")
    at = 0
    while at < len(raw):
        if at % _CHECK_EVERY == 0:
            check()
        line = raw[at]
        count = 1
        if '"' in line and delimiter in line:
            count = _open_lines(raw, at, delimiter)
            line = BREAK.join(raw[at : at + count])
        yield _Line("\n".join(raw[at : at + count]), _cells(line, delimiter))
        at += count


def _open_lines(raw: Sequence[str], at: int, delimiter: str) -> int:
    """How many lines a row takes whose quoted cell holds line ends; 1 when no closing mark follows soon."""
    if not any(_QUOTE_OPEN.match(cell) for cell in raw[at].split(delimiter)):
        return 1
    marks = 0
    for count in range(1, min(_QUOTED_LINES, len(raw) - at) + 1):
        marks += raw[at + count - 1].count('"')
        if marks % 2 == 0:
            return count
    return 1


def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    if '"' not in line:
        return tuple(line.split(delimiter) if delimiter == "\t" else line.replace("\t", " ").split(delimiter))
    cells: list[str] = []
    at = 0
    while at <= len(line):
        opened = _QUOTE_OPEN.match(line, at)
        closed = _closing(line, opened.end()) if opened else -1
        if opened and closed >= 0 and not line[closed + 1 :].split(delimiter, 1)[0].strip():
            end = line.find(delimiter, closed)
            end = len(line) if end < 0 else end
            inner = line[opened.end() : closed].replace('""', '" ')
            cells.append(line[at : opened.end() - 1] + " " + inner + " " + line[closed + 1 : end])
        else:
            end = line.find(delimiter, at)
            end = len(line) if end < 0 else end
            cells.append(line[at:end])
        at = end + 1
    # A tab inside a cell would be taken for a separator of the source's text.
    return tuple(cell.replace("\t", " ") for cell in cells)


def _closing(line: str, at: int) -> int:
    while (at := line.find('"', at)) >= 0:
        if line[at + 1 : at + 2] != '"':
            return at
        at += 2
    return -1


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Stretches of lines that may be one table: blank lines and a short heading between rows belong to it."""
    first = last = -1
    for place, line in enumerate(lines):
        if len(line.cells) < 2:
            continue
        if first >= 0 and not _bridged(lines[last + 1 : place]):
            yield first, last + 1
            first = -1
        if first < 0:
            first = place
        last = place
    if first >= 0:
        yield first, last + 1


def _bridged(gap: Sequence[_Line]) -> bool:
    filled = [line for line in gap if not line.blank]
    return len(gap) <= _MOST_GAP + 1 and len(filled) <= 1 and all(len(line.raw) <= _LONGEST_SECTION for line in filled)


def _is_table(lines: Sequence[_Line], delimiter: str, table_file: bool) -> bool:
    rows = [line.cells for line in lines if len(line.cells) > 1 and any(cell.strip() for cell in line.cells)]
    if not rows:
        return False
    headed = any(header_of(row) for row in rows[:5])
    counts = Counter(map(len, rows))
    _, agreeing = counts.most_common(1)[0]
    if not headed and not table_file and agreeing < len(rows) * _AGREEMENT[delimiter]:
        return False
    if delimiter == ",":
        return _comma_table(lines, rows, headed=headed, table_file=table_file)
    if delimiter != "\t" and len(rows) < 2 and not headed:
        return False
    return headed or _says_something(rows, _FEW - 1)


def _comma_table(lines: Sequence[_Line], rows: Sequence[tuple[str, ...]], *, headed: bool, table_file: bool) -> bool:
    """Commas separate cells only where a header says so, or where no blank ever follows one."""
    agreeing = max(Counter(map(len, rows)).values())
    if headed:
        return agreeing >= len(rows) * 0.7
    if table_file:
        return _says_something(rows, 2)
    spaced = any(", " in line.raw.replace('", ', "") for line in lines)
    return not spaced and len(rows) >= _FEW and len(rows[0]) >= _FEW and _says_something(rows, 2)


def _says_something(rows: Sequence[tuple[str, ...]], wanted: int) -> bool:
    """Whether enough columns are filled with more than numbers and bullets, and none with ``: value``."""
    telling = 0
    for column in range(max(map(len, rows))):
        cells = [row[column] for row in rows if column < len(row) and row[column].strip()]
        if not cells or all(_NUMBER.fullmatch(cell) for cell in cells):
            continue
        if sum(_VALUE.match(cell) is not None for cell in cells) * 2 > len(cells):
            return False
        if sum(map(len, cells)) > len(cells) * _LONGEST_CELL:
            return False
        if len(cells) * 3 >= len(rows):
            telling += 1
    return telling >= wanted
