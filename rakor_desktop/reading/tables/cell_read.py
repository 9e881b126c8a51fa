"""What one cell of a table says, as a value with offsets into the cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from rakor_desktop.domain.meeting import Presence, Role
from rakor_desktop.domain.names import SplitName
from rakor_desktop.reading.values import Part, PersonRead, Reading

_LETTERS: Final = re.compile(r"[^\W\d_]")
_BLANKS: Final = re.compile(r"\s+")

NOBODY_YET: Final = PersonRead()
"""A person of whom nothing is known."""


class Piece(NamedTuple):
    """A stretch of a cell and what it was read as."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class CellRead:
    """What one cell says. ``person`` holds the fields found, ``others`` a whole reading when the cell names several
    people.
    """

    person: PersonRead = NOBODY_YET
    pieces: tuple[Piece, ...] = ()
    others: Reading | None = None
    presence: Presence | None = None
    role: Role | None = None


NOTHING: Final = CellRead()


def connective(text: str) -> CellRead:
    """A cell that carries no content of its own."""
    start, end = trimmed(text, 0, len(text))
    return CellRead(pieces=(Piece(start, end, "connective"),)) if end > start else NOTHING


def one_line(text: str) -> str:
    """The text with single blanks, and no comma or semicolon around it."""
    return _BLANKS.sub(" ", text).strip(" ,;")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the blanks and separators around it."""
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return start, end


def pieces_of(read: Reading) -> tuple[Piece, ...]:
    """The marks of a cell's own reading as pieces."""
    return tuple(Piece(mark.start, mark.end, mark.part) for mark in read.marks)


def name_pieces(text: str, start: int, end: int, split: SplitName) -> Iterable[Piece]:
    """Where front titles, name and back titles stand between ``start`` and ``end``."""
    words = split.name.split()
    start, end = trimmed(text, start, end)
    if not words:
        return ()
    first = text.find(words[0], start, end)
    first = start if first < 0 else first
    last = first
    for word in words:
        at = text.find(word, last, end)
        last = at + len(word) if at >= 0 else last
    last = max(last, first + 1)
    spans: tuple[tuple[int, int, Part], ...] = ((start, first, "front"), (first, last, "name"), (last, end, "back"))
    pieces = []
    for begin, stop, part in spans:
        begin, stop = trimmed(text, begin, stop)
        if begin < stop and (part == "name" or _LETTERS.search(text[begin:stop])):
            pieces.append(Piece(begin, stop, part))
    return pieces


def shifted(cell: CellRead, by: int) -> CellRead:
    """The reading of a part of a cell that begins at ``by``."""
    if not by:
        return cell
    return replace(cell, pieces=tuple(Piece(piece.start + by, piece.end + by, piece.part) for piece in cell.pieces))


def merged(one: CellRead, other: CellRead) -> CellRead:
    """Both cells' findings; what the first has already stays."""
    return CellRead(
        filled(one.person, other.person),
        tuple(sorted((*one.pieces, *other.pieces))),
        one.others or other.others,
        one.presence or other.presence,
        one.role or other.role,
    )


def is_own(piece: Piece) -> bool:
    """Whether a piece belongs to the person or group, not to the list."""
    return piece.part != "connective" and piece.part != "unread"


def filled(one: PersonRead, other: PersonRead, *, start: int = 0, end: int = 0) -> PersonRead:
    """The first person with what only the second tells, placed from ``start`` to ``end``."""
    return PersonRead(
        one.rank or other.rank,
        one.front or other.front,
        one.name or other.name,
        one.back or other.back,
        one.service_no or other.service_no,
        one.position or other.position,
        one.institution or other.institution,
        one.represents or other.represents,
        one.represented_name or other.represented_name,
        one.role if one.role != "participant" else other.role,
        one.presence if one.presence != "present" else other.presence,
        one.doubts + other.doubts,
        start,
        end,
    )
