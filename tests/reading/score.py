"""Measures readings against gold. ``python -m tests.reading.score [--all] [FILE...]`` prints a table and every miss.

Without a file: articles and notes; ``--all``: the cases too. Exit status 1 when an aim is not reached.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading import sources
from rakor_desktop.reading.reader import Reader
from rakor_desktop.reading.values import PersonRead, Reading
from tests.reading.gold import (
    Gold,
    GoldPerson,
    case_files,
    fold,
    fold_post,
    fold_rank,
    fold_titles,
    gold_files,
    load,
    words,
)

AIMS = {"found": 98.0, "rank": 95.0, "name": 95.0, "front": 95.0, "back": 95.0, "post": 90.0, "represents": 95.0}
"""Least per cent right over many lists; nobody may be invented, no character unaccounted for."""
CLOSE_AIMS = dict.fromkeys(AIMS, 98.0)
"""Least per cent right over the articles and notes."""

# An office head's post names the office already: "Kapolres Lahat" of "Polres Lahat".
_OFFICES = {"polres", "polda", "polsek", "kodim", "koramil", "korem", "kodam", "lanal", "lanud", "kejari", "pemkab"}
_OFFICES |= {"polresta", "polrestabes", "pemerintah", "pemprov", "pemkot", "daerah", "kab", "kota", "kecamatan", "desa"}
_OFFICES |= {"kelurahan", "provinsi", "kejaksaan", "negeri", "polri", "tni", "nagari", "dusun", "gampong"}


@dataclass(slots=True)
class Score:
    """Counts over any number of texts. ``misses`` are sentences, one a line, each with the text's label."""

    people: int = 0
    invented: int = 0
    unaccounted: int = 0
    groups: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Adds another score to this one."""
        self.people += other.people
        self.invented += other.invented
        self.unaccounted += other.unaccounted
        self.groups += other.groups
        self.right.update(other.right)
        self.asked.update(other.asked)
        self.misses.extend(other.misses)

    def percent(self, measure: str) -> float:
        """How much of a measure is right, 100 where nothing was asked."""
        return 100.0 * self.right[measure] / self.asked[measure] if self.asked[measure] else 100.0

    def short_of(self, aims: dict[str, float]) -> list[str]:
        """Each aim that is not reached, as a sentence."""
        short = [f"{key} {self.percent(key):.1f} < {aim:.0f}" for key, aim in aims.items() if self.percent(key) < aim]
        short += [f"invented {self.invented}"] if self.invented else []
        return short + ([f"unaccounted {self.unaccounted}"] if self.unaccounted else [])


def score(gold: Gold, reading: Reading) -> Score:
    """One reading against its gold."""
    total = Score(people=sum(not person.optional for person in gold.people))
    partners = match(gold.people, reading.people)
    for index, person in enumerate(gold.people):
        if person.optional:
            continue
        partner = partners.get(index)
        _count(total, "found", partner is not None)
        if partner is None:
            total.misses.append(f"{gold.label} MISSING {person.name[0]!r}")
        else:
            _count(total, "marked", fold(reading.typed(partner, "name")) == fold(reading.people[partner].name))
        for measure, right, said, wanted in _fields(person, reading.people[partner] if partner is not None else None):
            _count(total, measure, right)
            if not right and partner is not None and measure != "strict":
                total.misses.append(f"{gold.label} {measure}: {said!r} for {wanted!r} ({person.name[0]})")
    for index, read in enumerate(reading.people):
        if index not in partners.values():
            total.invented += 1
            total.misses.append(f"{gold.label} INVENTED {read.name!r} ({read.rank} {read.position})".rstrip())
    _score_groups(total, gold, reading)
    total.unaccounted = len(unaccounted(reading))
    for at in unaccounted(reading)[:1]:
        total.misses.append(f"{gold.label} UNACCOUNTED {total.unaccounted} from {reading.source[at : at + 30]!r}")
    return total


def match(gold: tuple[GoldPerson, ...], read: tuple[PersonRead, ...]) -> dict[int, int]:
    """Who in the gold is who in the reading: by the same name first, then by the most alike."""
    pairs = sorted(
        ((-_alike(person, one), abs(i - j), i, j) for i, person in enumerate(gold) for j, one in enumerate(read)),
    )
    taken: dict[int, int] = {}
    for unlike, _, i, j in pairs:
        if -unlike >= 0.6 and i not in taken and j not in taken.values():
            taken[i] = j
    return taken


def _alike(person: GoldPerson, read: PersonRead) -> float:
    said = set(words(read.name))
    best = 0.0
    for name in person.name:
        if fold(name) == fold(read.name):
            return 2.0
        wanted = set(words(name))
        shared = len(wanted & said) / max(1, min(len(wanted), len(said)))
        ratio = SequenceMatcher(None, fold(name), fold(read.name), autojunk=False).ratio()
        best = max(best, ratio, shared * 0.9 if any(len(word) > 2 for word in wanted & said) else 0.0)
    return best


def _fields(gold: GoldPerson, read: PersonRead | None) -> Iterator[tuple[str, bool, str, str]]:
    none = read is None
    read = read or PersonRead()
    yield "rank", not none and fold_rank(read.rank) in map(fold_rank, gold.rank), read.rank, gold.rank[0]
    yield "name", not none and fold(read.name) in map(fold, gold.name), read.name, gold.name[0]
    yield "strict", not none and read.name in gold.name, read.name, gold.name[0]
    for measure, said, wanted in (("front", read.front, gold.front), ("back", read.back, gold.back)):
        right = fold_titles(said) in [fold_titles(tuple(one.split(", "))) for one in wanted]
        yield measure, not none and right, ", ".join(said), wanted[0]
    right = not none and bool(joined(read.position, read.institution) & {"".join(fold_post(one)) for one in gold.post})
    yield "post", right, f"{read.position} · {read.institution}", gold.post[0]
    if read.represents or "" not in gold.represents:
        right = not none and "".join(fold_post(read.represents)) in ["".join(fold_post(one)) for one in gold.represents]
        yield "represents", right, read.represents, gold.represents[0]
    if gold.no:
        yield "number", not none and fold(read.service_no) == fold(gold.no), read.service_no, gold.no


def joined(position: str, institution: str) -> set[str]:
    """Post and institution as one, folded without blanks: everything that says the same without repeating itself."""
    post, office = fold_post(position), fold_post(institution)
    both = fold_post(f"{position} {institution}")
    for length in range(min(len(post), len(office)), 0, -1):
        if post[-length:] == office[:length]:
            both = post + office[length:]
            break
    said = {"".join(both)}
    new = [word for word in office if word not in post]
    if set(new) <= _OFFICES:
        said.add("".join(post))
    if office and office[0] in _OFFICES and any(word.endswith(office[0]) for word in post):
        said.add("".join(fold_post(" ".join(post + office[1:]))))
    return said


def unaccounted(reading: Reading) -> list[int]:
    """Where characters are in no mark, in two, or a mark is out of order or out of the source."""
    marks, last = [0] * len(reading.source), 0
    wrong: list[int] = []
    for mark in reading.marks:
        if not last <= mark.start < mark.end <= len(reading.source):
            wrong.append(max(0, min(mark.start, len(reading.source) - 1)))
            continue
        last = mark.end
        marks[mark.start : mark.end] = [1] * (mark.end - mark.start)
    return wrong + [at for at, char in enumerate(reading.source) if not char.isspace() and not marks[at]]


def _score_groups(total: Score, gold: Gold, reading: Reading) -> None:
    said = ["".join(fold_post(group.name)) for group in reading.groups]
    for group in gold.groups:
        wanted = "".join(fold_post(group))
        right = any(wanted in one for one in said)
        _count(total, "groups", right)
        if not right:
            total.misses.append(f"{gold.label} group {group!r} not in {[one.name for one in reading.groups]}")
    total.groups = len(reading.groups)


def _count(total: Score, measure: str, right: bool) -> None:
    total.asked[measure] += 1
    total.right[measure] += right


def score_file(path: Path, reader: Reader) -> Score:
    """Every text of a gold or case file, read the way a pasted text is."""
    total = Score()
    for gold in load(path):
        total.add(score(gold, sources.read(sources.from_text(gold.text), reader)))
    return total


COLUMNS = (*AIMS, "strict", "marked", "number", "groups")


def table(rows: Iterable[tuple[str, Score]]) -> str:
    """The scores as lines of one width."""
    lines = [f"{'':34}{'people':>7}" + "".join(f"{key[:7]:>8}" for key in COLUMNS) + f"{'invent':>8}{'unacc':>7}"]
    for label, one in rows:
        cells = "".join(f"{one.percent(key):8.1f}" if one.asked[key] else f"{'-':>8}" for key in COLUMNS)
        lines.append(f"{label[:33]:34}{one.people:7}{cells}{one.invented:8}{one.unaccounted:7}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Prints misses, then the table; 0 when every aim is reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.reading.score", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--all", action="store_true", help="articles, notes and all cases")
    parser.add_argument("--quiet", action="store_true", help="the table alone")
    parser.add_argument("--only", default="", help="only misses that contain this")
    options = parser.parse_args(arguments)
    files = options.files or (*gold_files(), *(case_files() if options.all else ()))
    reader = Reader(Catalog.load())
    started = time.perf_counter()
    rows = [(path.stem, score_file(path, reader)) for path in files]
    total = Score()
    for _, one in rows:
        total.add(one)
    if not options.quiet:
        print("\n".join(miss for miss in total.misses if options.only in miss))
    print(table([*rows, ("ALL", total)]))
    short = total.short_of(AIMS)
    print("; ".join(short) if short else "every aim reached", f"({time.perf_counter() - started:.1f} s)")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
