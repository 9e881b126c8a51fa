"""All rules over one text: findings in the order of the text, each with its place, reason and remedies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.review.finding import SEVERITIES
from rakor_desktop.review.text import calendar, layout, names, quotations, sentences, signs, titles
from rakor_desktop.review.text.affixes import AffixWords, affixes
from rakor_desktop.review.text.capitals import RULES as CAPITALS
from rakor_desktop.review.text.capitals import CapitalWords
from rakor_desktop.review.text.facts import Knowledge, TextFacts
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page
from rakor_desktop.review.text.secrets import secrets
from rakor_desktop.review.text.seven import questions
from rakor_desktop.review.text.spelling import SpellingIndex, patterns, table

_ONE_PLACE = ("ejaan", "gelar", "kapital", "tanda", "kutipan")
"""Families of which only one finding with a remedy stands at one place: the rule asked first."""


class Reviewer:
    """Reviews texts with one catalog; what the rules need of its tables is prepared once."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.words = catalog.review_words
        self._spelling = SpellingIndex.of(catalog.spelling)
        self._affixes = AffixWords.of(self.words)
        self._capitals = CapitalWords.of(self.words)
        self._ranks = titles.rank_codes(catalog)
        self._said = quotations.said_pattern(self.words.words("verba pengutip"))
        self._tails = tuple(word.casefold() for word in self.words.lists.get("ekor laman", ()))
        self._stops = self.words.words("singkatan bertitik")

    def review(
        self, text: str, facts: TextFacts | None = None, today: date | None = None, *, quoted: bool = False
    ) -> tuple[TextFinding, ...]:
        """The findings of a text; see :func:`review`."""
        page = Page(text, self._tails, self._stops)
        known = Knowledge(self.catalog, self.words, facts or TextFacts(), today or date.today(), quoted)
        return in_order(_one_at_a_place(self._found(page, known), len(text)))

    def _found(self, page: Page, known: Knowledge) -> Iterator[TextFinding]:
        for rule in (*layout.RULES, *signs.RULES, *calendar.RULES):
            yield from rule(page, known)
        spoken = quotations.saids(page, self._said)
        yield from quotations.form(page, known, spoken)
        yield from quotations.order(page, known, spoken)
        yield from quotations.pairs(page, known)
        yield from quotations.in_minutes(page, known)
        yield from titles.degrees(page, known, self._ranks)
        yield from titles.ranks(page, known, self._ranks)
        yield from titles.shouted(page, known, self._ranks)
        found = names.names(page, known, self._ranks)
        yield from names.drift(page, known, found)
        yield from names.against_people(page, known, found)
        yield from patterns(page, known)
        for capital in CAPITALS:
            yield from capital(page, known, self._capitals)
        yield from table(page, known, self._spelling)
        yield from affixes(page, known, self._affixes)
        for sentence in sentences.RULES:
            yield from sentence(page, known)
        yield from questions(page, known)
        yield from secrets(page, known)


def review(
    text: str,
    catalog: Catalog,
    facts: TextFacts | None = None,
    today: date | None = None,
    *,
    quoted: bool = False,
) -> tuple[TextFinding, ...]:
    """What is wrong or doubtful in any text, in the order of the text.

    With ``facts`` names and quotations are compared with the meeting. ``today`` is the day against which dates are
    judged; the computer's by default. Words between quotation marks were said so and are reviewed for spelling only
    where ``quoted`` asks for it. Never raises, whatever the text.
    """
    return _reviewer(_Same(catalog)).review(text, facts, today, quoted=quoted)


def in_order(found: tuple[TextFinding, ...]) -> tuple[TextFinding, ...]:
    """Findings by place, the weightier first where two begin together."""
    return tuple(sorted(found, key=lambda f: (f.start, SEVERITIES.index(f.severity), f.end, f.code)))


@dataclass(frozen=True, eq=False)
class _Same:
    """A catalog told apart by being the same object: a catalog read anew has new tables."""

    catalog: Catalog

    def __hash__(self) -> int:
        return id(self.catalog)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalog is self.catalog


@lru_cache(maxsize=2)
def _reviewer(same: _Same) -> Reviewer:
    return Reviewer(same.catalog)


def _one_at_a_place(found: Iterator[TextFinding], length: int) -> tuple[TextFinding, ...]:
    kept: list[TextFinding] = []
    taken = bytearray(length)
    seen: set[tuple[str, int, int]] = set()
    for finding in found:
        if (finding.code, finding.start, finding.end) in seen:
            continue
        seen.add((finding.code, finding.start, finding.end))
        if finding.family in _ONE_PLACE and finding.remedies:
            if any(taken[finding.start : finding.end]):
                continue
            taken[finding.start : finding.end] = b"\1" * finding.length
        kept.append(finding)
    return tuple(kept)
