"""What a review of running text knows from files: patterns of faults, lists of words, the seven questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from rakor_desktop.catalog.reader import Fields, read_toml
from rakor_desktop.catalog.spelling import SpellingMode

Weight = Literal["error", "warning", "hint"]
"""How much a finding of a pattern matters."""

_WEIGHTS: Final[dict[str, Weight]] = {"galat": "error", "peringatan": "warning", "saran": "hint"}
_MODES: Final[dict[str, SpellingMode]] = {"otomatis": "auto", "tanya": "ask", "gaya": "style"}
_GROUP: Final = re.compile(r"\\(\d)")
LOWERED: Final = "HURUF_KECIL"
"""A replacement that means: what was found, with a small first letter."""


@dataclass(frozen=True, slots=True)
class ReviewPattern:
    """A regular expression that finds a fault, with what may stand instead and the sentence that tells why."""

    code: str
    pattern: re.Pattern[str]
    replacements: tuple[str, ...]
    mode: SpellingMode
    weight: Weight
    message: str
    source: str
    family: str

    def replaced(self, match: re.Match[str]) -> tuple[str, ...]:
        """What may stand instead of a match."""
        return tuple(_filled(replacement, match) for replacement in self.replacements)


@dataclass(frozen=True, slots=True)
class Question:
    """One of the seven questions a release answers, and the pattern that shows an answer."""

    code: str
    asked: str
    pattern: re.Pattern[str]
    advice: str


@dataclass(frozen=True)
class ReviewWords:
    """Everything of ``resources/review``."""

    patterns: tuple[ReviewPattern, ...] = ()
    questions: tuple[Question, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def words(self, name: str) -> frozenset[str]:
        """The words of a list; none where no file has that list."""
        return frozenset(self.lists.get(name, ()))

    def pairs(self, name: str) -> Mapping[str, str]:
        """The rows ``left=right`` of a list."""
        rows = (row.partition("=") for row in self.lists.get(name, ()))
        return MappingProxyType({left.strip(): right.strip() for left, sign, right in rows if sign})


def review_words_of(file: Path) -> ReviewWords:
    """What one file holds; a wrong expression or an unknown choice raises a data file error."""
    table = read_toml(file)
    table.choice("keyakinan", ("tinggi", "sedang", "rendah"))
    table.texts("sumber")
    family, weight = table.text("keluarga", "pola"), table.choice("derajat", tuple(_WEIGHTS), "peringatan")
    found = ReviewWords(
        tuple(_pattern(row, family, weight) for row in _rows(table, "pola")),
        tuple(_question(row) for row in _rows(table, "kah")),
        MappingProxyType(dict(_list(row) for row in _rows(table, "daftar"))),
    )
    table.done()
    return found


def joined(parts: Sequence[ReviewWords]) -> ReviewWords:
    """The words of all files; lists of one name are joined."""
    lists: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for name, words in part.lists.items():
            lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *words)))
    return ReviewWords(
        tuple(pattern for part in parts for pattern in part.patterns),
        tuple(question for part in parts for question in part.questions),
        MappingProxyType(lists),
    )


def _rows(table: Fields, key: str) -> Iterator[Fields]:
    if key in table.data:
        yield from table.tables(key)


def _pattern(row: Fields, family: str, weight: str) -> ReviewPattern:
    pattern = _expression(row)
    replacements = row.texts("ganti")
    for replacement in replacements:
        if any(int(number) > pattern.groups for number in _GROUP.findall(replacement)):
            raise row.error("ganti", f'"{replacement}" menunjuk kelompok yang tidak ada', "Perbaiki nomornya.")
    found = ReviewPattern(
        row.text("kode"),
        pattern,
        replacements,
        _MODES[row.choice("cara", tuple(_MODES))],
        _WEIGHTS[row.choice("derajat", tuple(_WEIGHTS), weight)],
        row.text("pesan"),
        row.text("sumber", ""),
        row.text("keluarga", family),
    )
    row.done()
    return found


def _question(row: Fields) -> Question:
    found = Question(row.text("kode"), row.text("tanya"), _expression(row), row.text("saran"))
    row.done()
    return found


def _list(row: Fields) -> tuple[str, tuple[str, ...]]:
    by_line = row.choice("pisah", ("kata", "baris"), "kata") == "baris"
    name, text = row.text("nama"), row.text("kata")
    row.done()
    if "=" in text and not by_line:
        return name, tuple(line.strip() for line in text.splitlines() if line.strip())
    return name, tuple(part.strip() for part in (text.splitlines() if by_line else text.split()) if part.strip())


def _expression(row: Fields) -> re.Pattern[str]:
    try:
        pattern = re.compile(row.text("pola"))
    except re.error as error:
        raise row.error("pola", f"ungkapan reguler salah ({error})", "Perbaiki polanya.") from error
    if pattern.match(""):
        raise row.error("pola", "pola cocok dengan teks kosong", "Persempit polanya.")
    return pattern


def _filled(replacement: str, match: re.Match[str]) -> str:
    if replacement == LOWERED:
        return match[0][:1].lower() + match[0][1:]
    groups = ("", *(str(group or "") for group in match.groups()))
    return _GROUP.sub(lambda group: groups[int(group[1])], replacement)
