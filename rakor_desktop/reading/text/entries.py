"""A source cut into entries: its lines, with what their text itself does not say."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from rakor_desktop.reading.text.lines import Line, Lines
from rakor_desktop.reading.text.posts import Manner
from rakor_desktop.reading.values import Part

_OPENING: Final = re.compile(
    r"[\s\-•>.,:;|/]*(?:(?:\(?\d{1,4}[.)]+(?!\d)|[a-z][.)](?![a-z])|[A-Z]\)|(?:II|III|IV|VI{0,3}|IX|XI{0,2})\.)\s*)?"
)
"""Bullets, and the number or letter of a list's entry."""
_LABEL: Final = re.compile(
    r"(nama(?:\s+lengkap)?|pangkat(?:\s*/\s*(?:nrp|nip|gol\w*))?|nrp|nip|jabatan|instansi|kesatuan|satuan|unit kerja"
    r"|mewakili)\s*[:=]\s*",
    re.IGNORECASE,
)
_LABELLED: Final[dict[str, Part]] = {
    "nama": "name",
    "pangkat": "rank",
    "nrp": "service_no",
    "nip": "service_no",
    "jabatan": "position",
    "instansi": "institution",
    "kesatuan": "institution",
    "satuan": "institution",
    "unit": "institution",
    "mewakili": "represents",
}
_LONGEST_HEADLINE: Final = 16
"""Tokens; a longer line of an article is part of its sentences."""
_LONGEST_LINE: Final = 6000
"""Characters; what a longer line says is read in pieces, each up to the end of a sentence."""
_PIECE_ENDS: Final = (". ", "; ", ", ", " ")
_SHORTEST_WRAPPED: Final = 50
_OPEN_END: Final = "wpPcly,a"
"""The kinds with which a line may end whose sentence goes on in the next."""
CHECK_EVERY: Final = 512
"""Lines between two questions whether to go on."""


class Entry(NamedTuple):
    """A line with what its text does not say: numbered, labelled, directly after another line."""

    line: Line
    opened: bool
    label: Part | None
    follows: bool


def entries(source: str, make: Lines, check: Callable[[], None], *, article: bool = False) -> Iterator[Entry]:
    """The lines of a source that say something; ``article``: among its lines are sentences."""
    start, follows = 0, False
    opening, line_of = _OPENING.match, make.line
    for number, raw in enumerate(_pieces(source)):
        if not number % CHECK_EVERY:
            check()
        found = opening(raw)
        first = found.end() if found else 0
        if first < len(raw) and raw[first:] != "\n":
            text = raw[first:-1] if raw[-1] == "\n" else raw[first:]
            label: Part | None = None
            if ":" in text and (labelled := _LABEL.match(text)) and labelled.end() < len(text):
                label = _LABELLED[labelled.group(1).split()[0].split("/")[0].casefold()]
                first += labelled.end()
                text = text[labelled.end() :]
            opened = bool(first and raw[:first].strip())
            line = line_of(text, start + first)
            if manner := _manner(line, text, article=article and not opened):
                line = line_of(text, start + first, manner)
            yield Entry(line, opened, label, follows)
            follows = True
        else:
            follows = False
        start += len(raw)


def _manner(line: Line, text: str, *, article: bool) -> Manner | None:
    """How a line is to be read again that was read as a list's; ``None`` where it was right so."""
    if line.prose:
        return "prose"
    if not article or speaks_of_people(line):
        return None
    told = len(line.tokens) > _LONGEST_HEADLINE or text[-1] == "."
    return "prose" if told else "headline"


def speaks_of_people(line: Line) -> bool:
    """Whether a line is more about people than a sentence."""
    shape = line.shape
    return ("R" in shape or "B" in shape or "F" in shape) and shape.count("w") < 4


def unwrapped(source: str, found: Sequence[Entry]) -> str:
    """The source with the line ends inside sentences as blanks: texts copied from e-mails and print are wrapped."""
    signs = list(source)
    for before, after in itertools.pairwise(found):
        end = before.line.at[-1]
        plain = after.follows and not after.opened and after.label is None
        if plain and source[end : end + 1] == "\n" and _goes_on(before.line, after.line):
            signs[end] = " "
    return "".join(signs)


def _goes_on(line: Line, after: Line) -> bool:
    text, shape = line.text.rstrip(), line.shape
    if shape[-1] == "F" and after.shape[0] in "NnI":
        return True
    if len(text) < _SHORTEST_WRAPPED or text[-1] in '.:;!?"”)' or shape.count("w") < 3:
        return False
    return after.text[0].islower() or (shape[-1] in _OPEN_END and after.shape[0] not in "wPE")


def _pieces(source: str) -> Iterator[str]:
    """The lines with their ends, very long ones in pieces."""
    for line in source.splitlines(keepends=True):
        here = 0
        while len(line) - here > _LONGEST_LINE:
            cut = _cut(line, here, here + _LONGEST_LINE)
            yield line[here:cut]
            here = cut
        yield line[here:] if here else line


def _cut(line: str, first: int, last: int) -> int:
    """Where to cut a line between two places: best at a sentence's end."""
    for sign in _PIECE_ENDS:
        at = line.rfind(sign, first + 1, last)
        if at > first:
            return at + len(sign)
    return last
