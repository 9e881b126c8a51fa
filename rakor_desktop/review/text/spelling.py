"""The spelling table over running text, and the patterns of ``resources/review``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rakor_desktop.catalog.review_words import ReviewPattern
from rakor_desktop.catalog.spelling import SpellingMode, SpellingRule
from rakor_desktop.review.finding import Severity
from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

_LETTERS: Final = re.compile(r"(?<![\w@#])(?<![A-Za-z]\.)[^\W\d_]+")
_SUFFIX: Final = r"(?P<suffix>nya|lah|kah|pun)?"
_SEVERITY: Final[dict[SpellingMode, Severity]] = {"auto": "warning", "ask": "hint", "style": "hint", "keep": "hint"}
_REASONS: Final = {
    "auto": "bukan bentuk baku",
    "ask": "perlu diperiksa",
    "style": "kurang ringkas atau tidak seragam",
}
_ADVICE: Final = {"auto": "Ganti", "ask": "Ganti bila memang itu maksudnya", "style": "Pertimbangkan menggantinya"}


class _Entry(NamedTuple):
    rule: SpellingRule
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class SpellingIndex:
    """The rules by the first word of their wrong form, longest first."""

    entries: Mapping[str, tuple[_Entry, ...]]

    @classmethod
    def of(cls, rules: Sequence[SpellingRule]) -> SpellingIndex:
        """The index of a spelling table."""
        found: dict[str, list[_Entry]] = {}
        for rule in rules:
            first = re.match(r"[^\W\d_]+", rule.wrong)
            if first:
                found.setdefault(first[0].casefold(), []).append(_Entry(rule, _pattern(rule)))
        return cls({word: tuple(sorted(some, key=lambda e: -len(e.rule.wrong))) for word, some in found.items()})

    def matches(self, text: str) -> Iterator[tuple[SpellingRule, re.Match[str]]]:
        """Every place where a rule applies; what a longer form covers no shorter one touches."""
        end = 0
        for word in _LETTERS.finditer(text):
            if word.start() < end:
                continue
            for rule, pattern in self.entries.get(self._key(word[0]), ()):
                match = pattern.match(text, word.start())
                if match:
                    end = match.end()
                    yield rule, match
                    break

    def _key(self, word: str) -> str:
        folded = word.casefold()
        if folded in self.entries:
            return folded
        for suffix in ("nya", "lah", "kah", "pun"):
            if folded.endswith(suffix) and folded[: -len(suffix)] in self.entries:
                return folded[: -len(suffix)]
        return folded


def table(page: Page, known: Knowledge, index: SpellingIndex) -> Iterator[TextFinding]:
    """Words and phrases of the spelling table."""
    for rule, match in index.matches(page.plain if known.quoted else page.unquoted):
        typed = match[0]
        if rule.mode == "keep" or typed.casefold() in known.facts.glossary:
            continue
        suffix = match.groupdict().get("suffix") or ""
        offers = tuple(_cased(offer, typed) + suffix for offer in (rule.right, *rule.alternatives))
        if offers[0] == typed:
            continue
        mode = "ask" if rule.mode == "auto" and _name_like(page, match, known) else rule.mode
        yield page.found(
            f"ejaan-{mode}",
            _SEVERITY[mode],
            match.start(),
            match.end(),
            _message(rule, mode, typed, offers[0]),
            *offers,
            source=rule.source if rule.source.startswith(("EYD", "KBBI")) else "",
            family="ejaan",
            sure=mode == "auto",
        )


def patterns(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """The patterns of the data files that are about language; what must not go out is found elsewhere."""
    text = page.plain if known.quoted else page.unquoted
    for rule in known.words.patterns:
        if rule.family != "rahasia":
            yield from matched(page, text, rule)


def matched(page: Page, text: str, rule: ReviewPattern) -> Iterator[TextFinding]:
    """What one pattern finds in a text of the page's length."""
    for match in rule.pattern.finditer(text):
        if rule.code == "kata-tugas-kapital" and (match.start() < page.body_start or "_" in match[0]):
            continue
        replacements = rule.replaced(match)
        if match[0] in replacements:
            continue
        yield page.found(
            rule.code,
            rule.weight if rule.mode != "style" else "hint",
            match.start(),
            match.end(),
            rule.message,
            *replacements,
            source=rule.source,
            family=rule.family if rule.family != "pola" else "ejaan",
            sure=rule.mode == "auto",
        )


def _pattern(rule: SpellingRule) -> re.Pattern[str]:
    body = r"[ \t]+".join(re.escape(word).replace("'", "['’]") for word in rule.wrong.split())
    after = r"(?![\w/])(?!\.\w)" if rule.wrong[-1].isalnum() else ""
    if rule.adds_stop:
        return re.compile(rf"{body}(?![\w.])", re.I)
    if rule.case_matters:
        return re.compile(body + after)
    plain_word = rule.wrong.isalpha() and len(rule.wrong) > 4 and not rule.wrong.endswith("nya")
    return re.compile(body + (_SUFFIX if plain_word else "") + after, re.I)


def _cased(right: str, typed: str) -> str:
    letters = [sign for sign in typed if sign.isalpha()]
    if len(letters) > 3 and all(sign.isupper() for sign in letters):
        return right.upper()
    if right[:1].isupper() or not typed[:1].isupper():
        return right
    if any(sign.isupper() for sign in right):
        return right[:1].upper() + right[1:]
    titled = sum(word[:1].isupper() for word in typed.split())
    if titled > 1:
        return " ".join(word[:1].upper() + word[1:] for word in right.split(" "))
    return right[:1].upper() + right[1:]


def _name_like(page: Page, match: re.Match[str], known: Knowledge) -> bool:
    """Whether a word may be part of a person's name: a capital, listed as a name, beside another capital."""
    if not match[0][0].isupper() or " " in match[0]:
        return False
    beside = re.match(r"\s+[A-Z]", page.text[match.end() : match.end() + 3])
    return beside is not None and known.catalog.name_words.knows(match[0])


def _message(rule: SpellingRule, mode: str, typed: str, offer: str) -> str:
    why = f" ({rule.note})" if rule.note else ""
    return f'"{typed}" {_REASONS[mode]}{why}. {_ADVICE[mode]} dengan "{offer}".'
