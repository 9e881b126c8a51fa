"""What is written apart or together: di- and ke-, bound forms, the sounds k, p, s, t after meN-, repeated words.

The rules of EYD: a prefix and a bound form are joined to the word, a preposition stands apart. Which of both ``di`` is
depends on the word behind it; verbs and places are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rakor_desktop.catalog.review_words import ReviewWords
from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

_APART: Final = re.compile(r"\b([Dd]i)[ \t]+([a-z]{3,}?)(nya|lah)?\b")
_TOGETHER: Final = re.compile(r"\b([Dd]i|[Kk]e)([a-z]{3,}?)(nya)?\b(?!-[a-z])")
_BOUND: Final = re.compile(r"\b([Pp]ra|[Pp]asca|[Pp]aska)[ \t]+([A-Za-z][a-z]{2,})\b")
_ANTAR: Final = re.compile(r"\b([Aa]ntar)[ \t-]([A-Za-z][a-z]+)\b")
_PREFIXED: Final = re.compile(r"\b([Ss]ub|[Nn]on|[Mm]ulti|[Ii]nter|[Ee]kstra)[ \t-]([a-z]+)\b")
_NASAL: Final = re.compile(r"\b([Mm]e)(ng(?=k)|n(?=[st])|m(?=p))([kstp])([aeiou][a-z]{2,})\b")
_LOST: Final = {"k": "ng", "p": "m", "s": "ny", "t": "n"}
_REPEATED: Final = re.compile(r"\b([^\W\d_]{2,})(?:[ \t]+\1)+\b", re.I)
_TWIN: Final = re.compile(r"\b([a-z]{4,})-([a-z]{4,})\b")
_HYPHEN_WANTED: Final = frozenset(
    "masing sewaktu tiba kira sama benar betul sungguh orang hal tempat hari kegiatan langkah upaya".split()
)
_JOIN: Final = "ditulis serangkai dengan kata di belakangnya"


@dataclass(frozen=True)
class AffixWords:
    """The lists that decide, prepared once."""

    verbs: frozenset[str]
    no_verbs: frozenset[str]
    places: frozenset[str]
    goals: frozenset[str]
    kept: frozenset[str]
    between: frozenset[str]
    roots: tuple[str, ...]
    no_loss: frozenset[str]
    changed: frozenset[str]
    prefixed: dict[str, frozenset[str]]
    feasts: dict[str, str]
    names: dict[str, str]

    @classmethod
    def of(cls, words: ReviewWords) -> AffixWords:
        """The lists of the data files."""
        prefixed = {prefix: frozenset(row.split()) for prefix, row in words.pairs("awalan terikat").items()}
        return cls(
            words.words("kata kerja di"),
            words.words("bukan kata kerja kan"),
            words.words("tempat di"),
            words.words("tempat ke"),
            words.words("bukan di ke"),
            words.words("sesudah antar"),
            tuple(words.words("dasar luluh")),
            words.words("tidak luluh"),
            words.words("kata ulang berubah"),
            prefixed,
            {word.casefold(): word for word in words.words("hari besar")},
            {word.casefold(): word for word in words.words("nama diri")},
        )


def affixes(page: Page, known: Knowledge, words: AffixWords) -> Iterator[TextFinding]:
    """All rules of this file over one text."""
    text = page.plain if known.quoted else page.unquoted
    yield from _di_apart(page, text, words)
    yield from _joined_prepositions(page, text, words)
    yield from _bound(page, text, words)
    yield from _nasal(page, text, words)
    yield from _repeated(page, text)
    yield from _twins(page, text, words)


def _di_apart(page: Page, text: str, words: AffixWords) -> Iterator[TextFinding]:
    for match in _APART.finditer(text):
        di, verb, end = match[1], match[2], match[3] or ""
        if verb in words.places or not (verb in words.verbs or _passive(verb, words)):
            continue
        joined = f"{di}{verb}{end}"
        yield _finding(page, match, "di-awalan", f'Awalan di- pada "{match[0]}" {_JOIN}', joined, "EYD Edisi V, awalan")


def _passive(verb: str, words: AffixWords) -> bool:
    return len(verb) > 6 and verb.endswith("kan") and verb not in words.no_verbs


def _joined_prepositions(page: Page, text: str, words: AffixWords) -> Iterator[TextFinding]:
    for match in _TOGETHER.finditer(text):
        preposition, place, end = match[1], match[2], match[3] or ""
        known = words.places if preposition.lower() == "di" else words.goals
        if match[0].lower() in words.kept or not (place + end in known or place in known):
            continue
        message = f'Kata depan {preposition.lower()} pada "{match[0]}" ditulis terpisah'
        yield _finding(
            page,
            match,
            "di-ke-depan",
            message,
            f"{preposition} {words.names.get(place, place)}{end}",
            "EYD Edisi V, kata depan",
        )


def _bound(page: Page, text: str, words: AffixWords) -> Iterator[TextFinding]:
    for match in _BOUND.finditer(text):
        prefix = "Pasca" if match[1] == "Paska" else "pasca" if match[1] == "paska" else match[1]
        named = words.feasts.get(match[2].lower(), match[2])
        hyphen = "-" if named[0].isupper() else ""
        message = f"Bentuk terikat {prefix.lower()}- {_JOIN}, dengan tanda hubung bila kata itu berhuruf kapital"
        yield _finding(
            page, match, "bentuk-terikat", message, f"{prefix}{hyphen}{named}", "EYD Edisi V, bentuk terikat"
        )
    for match in _ANTAR.finditer(text):
        if match[2].lower() in words.between:
            message = f'Bentuk terikat antar- pada "{match[0]}" {_JOIN}'
            joined = f"{match[1]}{match[2].lower()}"
            yield _finding(page, match, "bentuk-terikat", message, joined, "EYD Edisi V, bentuk terikat")
    for match in _PREFIXED.finditer(text):
        if match[2] in words.prefixed.get(match[1].lower(), ()):
            message = f'Bentuk terikat {match[1].lower()}- pada "{match[0]}" {_JOIN}'
            joined = f"{match[1]}{match[2]}"
            yield _finding(page, match, "bentuk-terikat", message, joined, "EYD Edisi V, bentuk terikat")


def _nasal(page: Page, text: str, words: AffixWords) -> Iterator[TextFinding]:
    for match in _NASAL.finditer(text):
        root = match[3] + match[4]
        typed = match[0].lower()
        if typed in words.no_loss or root.startswith("per"):
            continue
        sure = any(root.startswith(known) for known in words.roots)
        if not sure and not (root.endswith("kan") and len(root) > 6):
            continue
        right = f"{match[1]}{_LOST[match[3]]}{match[4]}"
        message = f'Huruf {match[3]} di awal kata dasar luluh sesudah awalan me-, jadi "{match[0]}" tidak baku'
        yield _finding(page, match, "luluh", message, right, "EYD Edisi V, imbuhan; KBBI", sure=sure)


def _repeated(page: Page, text: str) -> Iterator[TextFinding]:
    for match in _REPEATED.finditer(text):
        word = match[1]
        if word.isupper() or (word[0].isupper() and match[0].split()[-1][0].isupper()):
            continue
        hyphenated = f"{word}-{word.lower()}"
        offers = (hyphenated, word) if word.lower() in _HYPHEN_WANTED else (word, hyphenated)
        message = f'Kata "{word}" tertulis dua kali berturut-turut. Hapus salah satunya, atau pakai tanda hubung.'
        yield page.found("kata-ganda", "warning", match.start(), match.end(), message, *offers, family="ejaan")


def _twins(page: Page, text: str, words: AffixWords) -> Iterator[TextFinding]:
    for match in _TWIN.finditer(text):
        left, right = match[1], match[2]
        if left == right or len(left) != len(right) or match[0] in words.changed:
            continue
        if sum(a != b for a, b in zip(left, right, strict=True)) != 1 or left[0] != right[0]:
            continue
        message = f'Kata ulang "{match[0]}" tampaknya salah ketik. Samakan kedua bagiannya.'
        offers = (f"{left}-{left}", f"{right}-{right}")
        yield page.found("kata-ulang", "warning", match.start(), match.end(), message, *offers, family="ejaan")


def _finding(
    page: Page, match: re.Match[str], code: str, fault: str, right: str, source: str, *, sure: bool = True
) -> TextFinding:
    return page.found(
        code,
        "warning",
        match.start(),
        match.end(),
        f'{fault}. Tulis "{right}".',
        right,
        source=source,
        family="ejaan",
        sure=sure,
    )
