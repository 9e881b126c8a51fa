"""Which column holds what: by the header's words, and by evidence over the rows where no header says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading.tables.cells import Cells
from rakor_desktop.reading.tables.headers import Field, fields_of
from rakor_desktop.reading.tables.remarks import PRESENCE_WORDS
from rakor_desktop.reading.tables.service_numbers import is_service_no

Columns = tuple[tuple[Field, ...], ...]
"""The fields of every column from the left; an empty tuple is a column nobody knows."""

Row = Sequence[str]

_SAMPLE: Final = 200
_MOST: Final = 0.6
_SOME: Final = 0.3
_FEW: Final = 0.15
_ITEM: Final = re.compile(r"\s*[(\[]?(?:\d{1,5}|[a-zA-Z]|[ivxIVX]{1,6})[.)\]]*\s*|\s*[•▪·\-–*➢✓]\s*")
_DIGITS: Final = re.compile(r"\s*\d{1,5}[.)]*\s*")
_TELEPHONE: Final = re.compile(
    r"\s*(?:\+?62|0)8[\d\s\-]{7,14}\s*|\s*\(?0\d{2,3}\)?[\s\-]?\d{5,8}\s*|\s*\S+@\S+\.\S+\s*"
)
_SEX: Final = re.compile(r"\s*(?:L|P|Pria|Wanita|Laki-laki|Perempuan)\s*", re.IGNORECASE)
_GRADE: Final = re.compile(r"\s*(?:IV|III|II|I)\s*[/.\-]?\s*[a-e]\s*", re.IGNORECASE)
_SIGNATURE: Final = re.compile(r"[\s\d.)_…\-–]*")
_DATE: Final = re.compile(r"\s*\d{1,2}[-/. ]\w+[-/. ]\d{2,4}(?:\s+\d{1,2}[:.]\d{2})?\s*|\s*\d{1,2}[:.]\d{2}\s*")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_TITLED: Final = re.compile(r",\s*[A-Z][\w.]{0,8}\b")


class _Evidence(NamedTuple):
    """What a column's filled cells look like, as shares of them; ``filled`` is their share of all rows."""

    filled: float
    ranks: float
    opening_ranks: float
    numbers: float
    posts: float
    institutions: float
    names: float
    entries: float
    words: float


def with_header(header: Sequence[tuple[Field, ...]], rows: Sequence[Row], cells: Cells, catalog: Catalog) -> Columns:
    """The columns as a header names them; one without a header word is judged by its cells."""
    columns = list(header)
    columns += [()] * (max(map(len, rows), default=0) - len(columns))
    taken = {field for fields in columns for field in fields}
    missing = [column for column, fields in enumerate(columns) if not fields]
    if missing and not {"name", "mixed"} & taken:
        guess = by_evidence([[row[c] if c < len(row) else "" for c in missing] for row in rows], cells, catalog)
        for column, fields in zip(missing, guess or (), strict=False):
            if not set(fields) & taken:
                columns[column] = fields
                taken.update(fields)
    return tuple(columns)


def subheaded(header: Sequence[tuple[Field, ...]], below: Row, wide: frozenset[int]) -> tuple[tuple[Field, ...], ...]:
    """A header of two lines as one. ``wide`` are the columns under a heading that spans several of them: there the
    second line alone says what the column holds.
    """
    width = max(len(header), len(below))
    joined: list[tuple[Field, ...]] = []
    for column in range(width):
        upper = header[column] if column < len(header) else ()
        lower = fields_of(below[column]) if column < len(below) else ()
        joined.append(lower or upper if column in wide else tuple(dict.fromkeys((*upper, *lower))))
    return tuple(joined)


def by_evidence(rows: Sequence[Row], cells: Cells, catalog: Catalog) -> Columns | None:
    """The columns of a table without a header; ``None`` when it shows no people and no posts."""
    sample = [row for row in rows if sum(bool(cell.strip()) for cell in row) > 1][:_SAMPLE] or list(rows[:_SAMPLE])
    width = max(map(len, sample), default=0)
    texts = [[row[column] if column < len(row) else "" for row in sample] for column in range(width)]
    columns: list[tuple[Field, ...] | None] = [_by_form(column) for column in texts]
    judge = _Judge(catalog, cells)
    evidence = {c: judge.weigh(texts[c]) for c in range(width) if columns[c] is None}
    _by_knowledge(columns, evidence)
    _name_column(columns, evidence)
    _remaining(columns, evidence)
    found = {field for fields in columns if fields for field in fields}
    if not found & {"name", "mixed"} and not {"position", "institution"} <= found:
        return None
    return tuple(fields or () for fields in columns)


def _by_form(texts: Sequence[str]) -> tuple[Field, ...] | None:
    """What the mere form of the cells says; ``None`` where it says nothing."""
    filled = [text for text in texts if text.strip()]
    if not filled:
        return ("other",)
    forms: tuple[tuple[Callable[[str], object], Field], ...] = (
        (_ITEM.fullmatch, "number"),
        (_is_service_cell, "service_no"),
        (_TELEPHONE.fullmatch, "other"),
        (_SEX.fullmatch, "other"),
        (_GRADE.fullmatch, "other"),
        (_DATE.fullmatch, "other"),
        (_SIGNATURE.fullmatch, "other"),
        (_is_presence, "presence"),
    )
    for fits, field in forms:
        # The first may be the word of a header that is not known as one.
        rest = filled[1:] if len(filled) > 2 else filled
        if sum(bool(fits(text)) for text in rest) >= len(rest) * 0.8:
            if field == "number" and not any(_DIGITS.fullmatch(text) for text in rest) and _SEX.fullmatch(rest[0]):
                return ("other",)
            return (field,)
    return None


def _is_service_cell(text: str) -> bool:
    plain = re.sub(r"\b(?:NRP|NIP)\b[\s.:]*", "", text, flags=re.IGNORECASE).strip()
    return not _LETTERS.search(plain) and is_service_no(plain)


def _is_presence(text: str) -> bool:
    return text.strip(" .").casefold() in PRESENCE_WORDS


@dataclass(frozen=True)
class _Judge:
    """Weighs the cells of a column against the catalog."""

    catalog: Catalog
    cells: Cells

    def weigh(self, texts: Sequence[str]) -> _Evidence:
        """The evidence of one column."""
        filled = [" ".join(text.split()) for text in texts if text.strip()]
        different = list(dict.fromkeys(filled))
        counts = len(different)

        def share(fits: Callable[[str], bool]) -> float:
            return sum(map(fits, different)) / counts

        return _Evidence(
            len(filled) / len(texts),
            share(self._rank),
            share(self._opening_rank),
            share(lambda text: any(is_service_no(part) for part in re.findall(r"\d[\d ]{5,}\d", text))),
            share(self.cells.is_post),
            share(self.cells.is_institution),
            share(self._name),
            share(self._entry),
            sum(len(text.split()) for text in different) / counts,
        )

    def _rank(self, text: str) -> bool:
        head = re.split(r"\s*[/,(]\s*|\s+(?=(?:NRP|NIP)\b)|\s+(?=\d{6})", text, maxsplit=1)[0]
        return self.catalog.ranks.find(head) is not None

    def _opening_rank(self, text: str) -> bool:
        leading = self.catalog.ranks.leading(text)
        return leading is not None and _LETTERS.search(leading[1]) is not None

    def _name(self, text: str) -> bool:
        """Whether a text holds what only names hold: titles, or words that are common in names."""
        if self.cells.is_post(text) or self.cells.is_institution(text):
            return False
        words = text.split()
        titles = self.catalog.titles
        titled = _TITLED.search(text) or titles.find(words[0], "front") or titles.find(words[-1], "back")
        if len(words) > 1 and titled:
            return True
        known = self.catalog.name_words
        return any(known.knows(word) for word in words)

    def _entry(self, text: str) -> bool:
        """Whether a rank stands behind a post, or a post behind a name: a whole entry in one cell."""
        parts = [part.strip() for part in re.split(r",|\(|\s-\s", text)[1:]]
        if any(self.cells.is_post(part) for part in parts if part):
            return True
        words = text.split()
        return self.cells.is_post(text) and any(
            self.catalog.ranks.leading(" ".join(words[at : at + 4])) for at in range(1, len(words) - 1)
        )


def _by_knowledge(columns: list[tuple[Field, ...] | None], evidence: dict[int, _Evidence]) -> None:
    """Columns of whole entries, ranks, posts and institutions that the catalog knows."""
    for column, seen in evidence.items():
        if seen.entries >= _SOME:
            columns[column] = ("mixed",)
        elif seen.ranks >= _MOST and seen.opening_ranks < _SOME:
            columns[column] = ("rank", "service_no") if seen.numbers else ("rank",)
    wanted: tuple[tuple[Field, Callable[[_Evidence], float]], ...] = (
        ("position", lambda seen: seen.posts),
        ("institution", lambda seen: seen.institutions),
    )
    for field, share in wanted:
        shares = {c: share(evidence[c]) for c in evidence if columns[c] is None}
        best = max(shares, key=lambda c: shares[c], default=None)
        if best is not None and shares[best] >= _SOME and evidence[best].opening_ranks < _SOME:
            columns[best] = (field,)


def _name_column(columns: list[tuple[Field, ...] | None], evidence: dict[int, _Evidence]) -> None:
    if any(fields == ("mixed",) for fields in columns):
        return
    ranked = any(fields and "rank" in fields for fields in columns)
    proofs: dict[int, float] = {}
    for column, seen in evidence.items():
        if columns[column] is None:
            proofs[column] = max(seen.names, seen.opening_ranks) + seen.opening_ranks
    best = max(proofs, key=lambda column: proofs[column], default=None)
    if best is None:
        return
    known = {field for fields in columns if fields for field in fields}
    helped = ranked or "service_no" in known or "position" in known
    if proofs[best] >= (_FEW if helped else _SOME) or (helped and len(proofs) == 1 and evidence[best].words <= 4):
        with_rank = evidence[best].opening_ranks > 0 and not ranked
        columns[best] = ("name", "rank", "service_no") if with_rank and evidence[best].numbers else ("name",)


def _remaining(columns: list[tuple[Field, ...] | None], evidence: dict[int, _Evidence]) -> None:
    """What is left beside people are posts first, then institutions, in this order from the left."""
    known = {field for fields in columns if fields for field in fields}
    if not known & {"name", "mixed"}:
        return
    wanted: list[Field] = [field for field in ("position", "institution") if field not in known]
    if "mixed" in known and "position" in wanted:
        wanted.remove("position")
    for column in evidence:
        if columns[column] is None and wanted and evidence[column].filled >= _FEW:
            columns[column] = (wanted.pop(0),)
