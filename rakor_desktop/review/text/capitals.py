"""Capitals: posts and units that name somebody, sentences that start small, words whose spelling is mixed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rakor_desktop.catalog.review_words import ReviewWords
from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

_EYD: Final = "EYD Edisi V, huruf kapital"
_CAPITAL: Final = re.compile(r"(?<=[^\s.?!“\"\n] )[A-Z][a-z]+")
"""Words with a capital inside a sentence: names."""
_NAME_NEXT: Final = re.compile(r"[ ]+[A-Z]")
_PLACE_NEXT: Final = re.compile(r"[ ]+([a-z]{3,})")
_SEVERAL: Final = re.compile(r"\b(?:para|seluruh|semua|setiap|tiap|beberapa|masing-masing|antar)[ ]+$")
_LINKS: Final = frozenset("bersama dan serta agar untuk dalam yang dengan dari pada telah juga akan".split())
_MANY: Final = frozenset("camat kapolsek danramil kabag kasi kanit kasat kasubsi".split())
"""Posts that one office has many of: without a name or place they mean the post, not its holder."""
_SMALL_START: Final = re.compile(r"(?<=[a-z]{4})([.?!])[ \t]+([a-z][a-z]{2,})")
_COMMA_CAPITAL: Final = re.compile(r"(?<=[a-z]{3}),[ \t]+((?:Pe|Ke)[a-z]{4,}an)[ \t]+(?=[a-z]{2,})")


@dataclass(frozen=True)
class CapitalWords:
    """The expressions made of the data files' lists."""

    posts: re.Pattern[str]
    units: re.Pattern[str]
    proper: re.Pattern[str]
    phrases: dict[str, str]
    phrase: re.Pattern[str]
    mixed: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, words: ReviewWords) -> CapitalWords:
        """Prepare the lists once."""
        phrases = dict(words.pairs("nama diri kapital"))
        return cls(
            _alternatives(word.replace("-", " ") for word in words.words("jabatan berkapital")),
            re.compile(
                rf"{_alternatives(words.words('satuan bernama')).pattern}[ ]+([a-z]{{3,}}(?:[ ]+[a-z]{{3,}})?)\b"
            ),
            _alternatives(word.lower() for word in words.words("nama diri")),
            phrases,
            _alternatives(phrases),
            tuple(words.pairs("istilah seragam").items()),
        )


def posts(page: Page, known: Knowledge, words: CapitalWords) -> Iterator[TextFinding]:
    """A post that stands for its holder has a capital, as elsewhere in the same text."""
    text = page.unquoted
    capitals = frozenset(_CAPITAL.findall(text))
    for match in words.posts.finditer(text):
        proper = match[0][0].upper() + match[0][1:]
        if _SEVERAL.search(text, max(0, match.start() - 20), match.start()) or text.startswith(" se-", match.end()):
            continue
        named = _NAME_NEXT.match(text, match.end())
        place = _PLACE_NEXT.match(text, match.end())
        at_place = place is not None and place[1] not in _LINKS and place[1].title() in capitals
        alone = match[0] not in _MANY and proper.split()[0] in capitals
        if not (match[0] == "kapolri" or named or at_place or alone):
            continue
        right, end = proper, match.end()
        if place and at_place:
            right, end = f"{proper} {place[1].title()}", place.end()
        message = f'Jabatan yang mengacu kepada orang tertentu berhuruf kapital. Tulis "{right}" di seluruh naskah.'
        yield _finding(page, "kapital-jabatan", match.start(), end, message, right)


def units(page: Page, known: Knowledge, words: CapitalWords) -> Iterator[TextFinding]:
    """A unit with its place is a name: ``Polres Lahat``."""
    text = page.unquoted
    capitals = frozenset(_CAPITAL.findall(text))
    for match in words.units.finditer(text):
        unit, *names = match[0].split()
        while names and not all(name.title() in capitals for name in names):
            names.pop()
        if not names:
            continue
        right = f"{unit.capitalize()} {' '.join(names).title()}"
        message = f'Nama satuan dengan wilayahnya berhuruf kapital. Tulis "{right}".'
        end = text.index(names[-1], match.start() + len(unit)) + len(names[-1])
        yield _finding(page, "kapital-satuan", match.start(), end, message, right)


def proper(page: Page, known: Knowledge, words: CapitalWords) -> Iterator[TextFinding]:
    """Names that always have a capital: Polri, TNI; and phrases such as ``Jasa Raharja``."""
    text = page.unquoted
    right = {word.lower(): word for word in known.words.words("nama diri")}
    for match in words.proper.finditer(text):
        message = f'Nama diri berhuruf kapital. Tulis "{right[match[0]]}".'
        yield _finding(page, "kapital-nama", match.start(), match.end(), message, right[match[0]])
    for match in words.phrase.finditer(text):
        message = f'Nama diri berhuruf kapital. Tulis "{words.phrases[match[0]]}".'
        yield _finding(page, "kapital-nama", match.start(), match.end(), message, words.phrases[match[0]])


def starts(page: Page, known: Knowledge, words: CapitalWords) -> Iterator[TextFinding]:
    """A sentence starts with a capital; a capital behind a comma is a stop forgotten or a capital too many."""
    text = page.unquoted
    for match in _SMALL_START.finditer(text):
        if page.ends_sentence(text[max(0, match.start() - 20) : match.end(1)], "A"):
            right = match[2][0].upper() + match[2][1:]
            message = f'Kalimat baru diawali huruf kapital. Tulis "{right}".'
            yield page.found("kapital-awal", "warning", *match.span(2), message, right, source=_EYD, family="kapital")
    for line in page.paragraphs:
        first = re.match(r"[a-z]{3,}", page.plain[line.start : line.end])
        if first and line.start >= page.body_start and line.text.count(" ") > 12 and not page.is_report:
            right = first[0][0].upper() + first[0][1:]
            message = f'Paragraf diawali huruf kapital. Tulis "{right}".'
            end = line.start + first.end()
            yield page.found("kapital-awal", "warning", line.start, end, message, right, source=_EYD, family="kapital")
    for match in _COMMA_CAPITAL.finditer(text):
        if match.start() < page.body_start or known.catalog.name_words.knows(match[1]):
            continue
        small = match[1][0].lower() + match[1][1:]
        message = "Sesudah koma ada huruf kapital. Tulis huruf kecil, atau ganti komanya dengan titik."
        yield page.found("kapital-koma", "hint", *match.span(1), message, small, source=_EYD, family="kapital")


def mixed(page: Page, known: Knowledge, words: CapitalWords) -> Iterator[TextFinding]:
    """One thing has one name: where both forms are used, the second of the pair is found."""
    text = page.plain
    for kept, other in words.mixed:
        if re.search(rf"\b{kept}\b", text):
            for match in re.finditer(rf"\b{other}\b", page.plain if known.quoted else page.unquoted):
                message = f'Naskah memakai "{kept}" dan "{other}" untuk hal yang sama. Pilih salah satu.'
                yield page.found("istilah-campur", "hint", *match.span(), message, kept, family="kapital")


def _finding(page: Page, code: str, start: int, end: int, message: str, right: str) -> TextFinding:
    return page.found(code, "warning", start, end, message, right, source=_EYD, family="kapital", sure=True)


def _alternatives(words: Iterable[str]) -> re.Pattern[str]:
    listed = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in listed) or '(?!)'})\b")


RULES: Final = (posts, units, proper, starts, mixed)
"""The rules of this file."""
