"""Quotation marks and brackets in pairs, and the sentence that tells who speaks.

The form: ``“...,” ujar Kapolres.`` Comma inside the closing mark, verb small, stop at the end. Verbs change from quote
to quote; ``tambah`` and ``imbuh`` need a quote before, ``pungkas`` and ``tutup`` are the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rakor_desktop.bahasa.attribution import CLOSING, CONTINUING
from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page, Stretch

_EYD: Final = "EYD Edisi V, tanda petik"
_MARKS: Final = re.compile('["“”]')
_BRACKETS: Final = re.compile(r"[()]")
_LISTED: Final = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-z])$")
"""What stands before the closing bracket of a numbered point: ``1)``, ``a)``."""
_SYNONYMS: Final = ("ujar", "ucap", "tutur", "ungkap", "jelas")


class Said(NamedTuple):
    """A closing quotation mark with the verb behind it: places in the text, and the verb without -nya."""

    mark: int
    verb_start: int
    verb_end: int
    verb: str
    base: str


def pairs(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Every quotation mark and bracket of a paragraph has its fellow."""
    for line in page.lines:
        if line.start >= page.tail_start:
            break
        yield from _quote_pairs(page, line)
        yield from _bracket_pairs(page, line)


def _quote_pairs(page: Page, line: Stretch) -> Iterator[TextFinding]:
    places = [match.start() for match in _MARKS.finditer(line.text)]
    if not places:
        return
    opened: int | None = None
    for at in places:
        sign = line.text[at]
        opens = sign == "“" or (sign == '"' and opened is None)
        if not opens and opened is None:
            yield _lone(page, line.start + at, "ditutup tetapi tidak pernah dibuka", "pembuka")
        elif opens and opened is not None:
            yield _lone(page, line.start + opened, "dibuka tetapi tidak ditutup", "penutup")
            opened = at
        elif opens:
            opened = at
        else:
            if line.text[opened or 0] != sign and {line.text[opened or 0], sign} != {"“", "”"}:
                message = "Tanda petik pembuka dan penutup tidak sepasang: satu lengkung, satu lurus. Samakan keduanya."
                fellow = "”" if line.text[opened or 0] == "“" else '"'
                yield page.found(
                    "petik-campur", "hint", line.start + at, line.start + at + 1, message, fellow, family="kutipan"
                )
            opened = None
    if opened is not None:
        yield _lone(page, line.start + opened, "dibuka tetapi tidak ditutup pada paragraf ini", "penutup")


def _lone(page: Page, at: int, fault: str, missing: str) -> TextFinding:
    message = f"Tanda petik ini {fault}. Tambahkan tanda petik {missing}, atau hapus tanda ini."
    return page.found("petik-pincang", "warning", at, at + 1, message, "", source=_EYD, family="kutipan")


def _bracket_pairs(page: Page, line: Stretch) -> Iterator[TextFinding]:
    opened: list[int] = []
    for match in _BRACKETS.finditer(line.text):
        at = match.start()
        if match[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _LISTED.search(line.text[max(0, at - 3) : at]) and line.text[max(0, at - 1)] not in ":;":
            yield _bracket(page, line.start + at, "pembuka")
    for at in opened:
        yield _bracket(page, line.start + at, "penutup")


def _bracket(page: Page, at: int, missing: str) -> TextFinding:
    message = f"Tanda kurung ini tidak berpasangan. Tambahkan kurung {missing}, atau hapus tanda ini."
    return page.found("kurung-pincang", "warning", at, at + 1, message, "", source="EYD Edisi V", family="kutipan")


def said_pattern(verbs: frozenset[str]) -> re.Pattern[str]:
    """What finds a closing mark with a verb of attribution behind it."""
    names = "|".join(sorted(verbs, key=len, reverse=True))
    return re.compile(rf"([”\"])(\s*,?\s*)\b(({names})(?:kan)?(?:nya)?)\b", re.I)


def saids(page: Page, pattern: re.Pattern[str]) -> tuple[Said, ...]:
    """Every place where a quotation is ascribed to its speaker behind it."""
    return tuple(
        Said(match.start(1), match.start(3), match.end(3), match[3], match[4].lower())
        for match in pattern.finditer(page.plain)
    )


def form(page: Page, known: Knowledge, spoken: tuple[Said, ...]) -> Iterator[TextFinding]:
    """Comma inside the mark, one blank, the verb small, a stop at the end of the sentence."""
    text = page.text
    for said in spoken:
        before, between = text[max(0, said.mark - 1) : said.mark], text[said.mark + 1 : said.verb_start]
        mark = text[said.mark]
        if before.isalnum() or (between.strip() == "," and before not in ",.?!"):
            message = f'Koma ditulis di dalam tanda petik, sebelum "{said.verb}". Pindahkan atau tambahkan komanya.'
            end = said.verb_start
            yield _sure(page, "koma-kutipan", said.mark, end, message, f",{mark} ")
        elif before == "." and text[max(0, said.mark - 3) : said.mark] != "...":
            message = f'Ucapan yang diikuti "{said.verb}" ditutup dengan koma, bukan titik. Ganti titiknya.'
            yield _sure(page, "koma-kutipan", said.mark - 1, said.verb_start, message, f",{mark} ")
        elif between != " ":
            message = f'Sesudah tanda petik penutup ada satu spasi sebelum "{said.verb}". Rapikan spasinya.'
            yield _sure(page, "spasi-kutipan", said.mark, said.verb_start, message, f"{mark} ")
        if said.verb[0].isupper():
            message = f'Kata "{said.verb}" melanjutkan kalimat kutipan. Tulis dengan huruf kecil.'
            small = said.verb[0].lower() + said.verb[1:]
            yield _sure(page, "huruf-pengutip", said.verb_start, said.verb_end, message, small)
        after = text[said.verb_end : said.verb_end + 80].split("\n", 1)[0]
        if not after.strip() and said.verb[0].islower():
            message = f'Kalimat ini belum ditutup titik sesudah "{said.verb}". Tambahkan titik.'
            if len(after) < 80:
                yield _sure(page, "titik-pengutip", said.verb_start, said.verb_end, message, f"{said.verb}.")


def order(page: Page, known: Knowledge, spoken: tuple[Said, ...]) -> Iterator[TextFinding]:
    """No verb twice running; continuing verbs not first; closing verbs last."""
    for place, said in enumerate(spoken):
        span = said.verb_start, said.verb_end
        if place and spoken[place - 1].base == said.base:
            message = f'Kata "{said.base}" dipakai pada dua kutipan berturut-turut. Ganti salah satunya.'
            yield page.found("verba-berulang", "hint", *span, message, *_others(said), family="kutipan")
        quoted_before = any(quotation.end < said.mark for quotation in page.quotations)
        if place == 0 and said.base in CONTINUING and not quoted_before:
            message = f'Kata "{said.base}" melanjutkan ucapan sebelumnya, padahal ini kutipan pertama. Ganti katanya.'
            yield page.found("verba-awal", "warning", *span, message, *_others(said), family="kutipan")
        if said.base in CLOSING and place < len(spoken) - 1:
            message = f'Kata "{said.base}" menutup naskah, padahal masih ada kutipan sesudahnya. Ganti katanya.'
            yield page.found("verba-akhir", "warning", *span, message, *_others(said), family="kutipan")


def in_minutes(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Words between quotation marks were spoken: where the minutes are known they must be there."""
    recorded = known.facts.quotes
    if recorded is None:
        return
    from rapidfuzz import fuzz

    quotes = [_flat(quote) for quote in recorded]
    for quotation in page.quotations:
        words = _flat(quotation.text)
        if words.count(" ") < 4 or any(words in quote or fuzz.ratio(words, quote) >= 95 for quote in quotes):
            continue
        message = (
            "Kutipan ini tidak ada dalam notula rapat. Cocokkan dengan pembicaranya, atau tulis tanpa tanda petik."
        )
        yield page.found(
            "kutipan-tanpa-sumber",
            "error",
            quotation.start,
            quotation.end,
            message,
            source="Kode Etik Jurnalistik Pasal 3",
            family="rahasia",
        )


def _others(said: Said) -> tuple[str, ...]:
    ending = "nya" if said.verb.lower().endswith("nya") else ""
    return tuple(f"{verb}{ending}" for verb in _SYNONYMS if verb != said.base)[:3]


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _sure(page: Page, code: str, start: int, end: int, message: str, replacement: str) -> TextFinding:
    return page.found(code, "warning", start, end, message, replacement, source=_EYD, family="kutipan", sure=True)
