"""A source: the text that is read, and where in it there are tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

PASTED: Final = "Tempelan"
"""The title of what came from the clipboard."""

BREAK: Final = "\u2028"
"""The line break inside a table's cell, so that a line end in the source's text always ends a row."""

_INTO_CELL: Final = str.maketrans({"\t": " ", "\n": BREAK})


class Span(NamedTuple):
    """A merged cell: its upper left place in the table and how many rows and columns it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table not yet placed in a source: its cells' text row by row, and its merged cells."""

    rows: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The cells joined by tabs, the rows by line ends."""
        return "\n".join(["\t".join(row) for row in self.rows])


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a source's text, where its first cell begins at ``start``; every cell and row is followed by
    one separator. A covered part of a merged cell is empty.
    """

    start: int
    rows: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...] = ()

    @property
    def end(self) -> int:
        """Where the last cell ends in the source's text."""
        return self.start + sum(len(cell) + 1 for row in self.rows for cell in row or ("",)) - bool(self.rows)


@dataclass(frozen=True, slots=True)
class Source:
    """What is read: the text that marks refer to, its tables, a title, and Indonesian notes about the intake."""

    text: str
    tables: tuple[Table, ...] = ()
    title: str = PASTED
    notes: tuple[str, ...] = ()


Block = str | Grid
"""A stretch of running text or a table, in the order of the source."""


def cell_text(text: str) -> str:
    """Text made fit for a cell: line ends become :data:`BREAK`, tabs blanks, none around it."""
    return text.strip().translate(_INTO_CELL)


def joined(blocks: Iterable[Block], title: str, notes: Iterable[str] = ()) -> Source:
    """One source out of blocks, each on lines of its own."""
    pieces: list[str] = []
    tables: list[Table] = []
    at = 0
    for block in _worth(blocks):
        piece = block if isinstance(block, str) else block.text
        if isinstance(block, Grid):
            tables.append(Table(at, block.rows, block.spans))
        pieces.append(piece)
        at += len(piece) + 1
    return Source("\n".join(pieces), tuple(tables), title, tuple(dict.fromkeys(notes)))


def _worth(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, str) or any(cell.strip() for row in block.rows for cell in row):
            yield block
