"""Where a table's cells stand: in the source's text, and under merged cells."""

from __future__ import annotations

from collections.abc import Sequence

from rakor_desktop.reading.source import Table


class Covers:
    """Where merged cells reach: for every row its covered columns, and the row in which the cell stands."""

    def __init__(self, table: Table) -> None:
        self.columns: dict[int, list[int]] = {}
        self.origin: dict[tuple[int, int], int] = {}
        self.wide: set[tuple[int, int]] = set()
        for span in table.spans:
            if span.columns > 1:
                self.wide.add((span.row, span.column))
            for row in range(span.row + 1, span.row + span.rows):
                self.columns.setdefault(row, []).append(span.column)
                self.origin[row, span.column] = span.row


def row_starts(table: Table) -> list[int]:
    """Where every row begins in the source's text."""
    starts: list[int] = []
    at = table.start
    for row in table.rows:
        starts.append(at)
        at += sum(map(len, row)) + (len(row) or 1)
    return starts


def cell_starts(row: Sequence[str], start: int) -> list[int]:
    """Where the cells of a row that begins at ``start`` begin."""
    starts = [start]
    for cell in row[:-1]:
        start += len(cell) + 1
        starts.append(start)
    return starts if row else []
