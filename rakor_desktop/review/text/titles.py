"""Degrees behind names and the case of ranks: ``Janton Silaban SH SIK`` is ``Janton Silaban, S.H., S.I.K.``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.domain.names import TitleTable
from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

_TITLE: Final = r"(?:(?:[A-Z]\.[ ]?|[A-Z][a-z]{1,4}\.){1,4}\(?[A-Z][A-Za-z]{0,5}\)?\.?|[A-Z][A-Za-z]{1,6}\.?)"
_RUN: Final = re.compile(
    r"(?:(?<=[a-z’'])|(?<=\b[A-Z])|(?<=\b[A-Z]\.))"
    rf"(?=(?P<run>(?:[ ]?[.,][ ]*|[ ]+){_TITLE}(?:(?:[ ]*,[ ]*|[ ]+){_TITLE}){{0,7}}))"
)
_PIECE: Final = re.compile(rf"(?P<sep>[ ]?[.,][ ]*|[ ]*,[ ]*|[ ]+)(?P<title>{_TITLE})")
_SOURCE: Final = "EYD Edisi V, singkatan gelar"
_RANK_WORD: Final = re.compile(r"\b[A-Za-z]{3,10}\b(?=\.?\s+(?:[A-Z]\w|\([A-Z]|[A-Z]\.))")
_SHOUTED: Final = re.compile(r"\b(?=([A-Z]\w{2,9})\.?(?: Pol\.?| TNI)? ([A-Z]{3,}(?: [A-Z]{3,})+)\b(?!\.))")
_CAPITALS: Final = "EYD Edisi V, huruf kapital"
_WINDOW: Final = 70
_BREAK: Final = re.compile(r"\n|(?<=[a-z]{3})[.?!;:]\s(?=[A-Z][a-z])")
_CERTIFIED: Final = 3
"""Longer titles in capitals are certificates, written as they come: CPHR."""
_SHORT: Final = 4
"""A degree of two letters alone behind a name, without comma or stop, may be initials."""


def degrees(page: Page, known: Knowledge, ranks: Mapping[str, str]) -> Iterator[TextFinding]:
    """Degrees with their stops, a comma and a blank before each."""
    table = known.catalog.titles
    done = 0
    for match in _RUN.finditer(page.plain):
        read = None if match.start() < done else _read(match["run"], table)
        if read is None:
            continue
        length, right, sure = read
        start, end = match.start("run"), match.start("run") + length
        typed = page.text[start:end]
        done = end
        if page.text[end : end + 1] == "(":
            continue
        if typed == right or not _is_person(page.text[max(0, start - _WINDOW) : start], known, ranks):
            continue
        if right.endswith(".") and not typed.endswith(".") and page.text[end : end + 1] == ".":
            end += 1
            typed = page.text[start:end]
            if typed == right:
                continue
        message = (
            "Gelar di belakang nama ditulis dengan titik, didahului koma dan spasi. "
            f'Tulis "{right.lstrip(", ")}"{"" if sure else " bila memang gelar"}.'
        )
        yield page.found("gelar", "warning", start, end, message, right, source=_SOURCE, family="gelar", sure=sure)


def _read(run: str, table: TitleTable) -> tuple[int, str, bool] | None:
    """How many characters of a run are degrees, how they are written, and whether that is sure."""
    standards: list[str] = []
    at, sure, commas = 0, True, False
    while match := _PIECE.match(run, at):
        title = match["title"]
        found = table.candidates(title, "back")
        if len(found) != 1 or not _looks(title):
            break
        commas = commas or "," in match["sep"]
        if table.is_ambiguous(title) and not (standards or commas):
            sure = False
        standards.append(
            title if title.isalpha() and title.isupper() and len(title) > _CERTIFIED else found[0].standard
        )
        at = match.end()
    if not standards:
        return None
    bare = len(standards) == 1 and not commas and "." not in run[:at].strip(" .")
    return at, "".join(f", {standard}" for standard in standards), sure and not (bare and at < _SHORT)


def _looks(title: str) -> bool:
    """Whether a word has the form of a degree: stops inside, or two capitals."""
    inner = title.rstrip(".")
    return "." in inner or sum(sign.isupper() for sign in inner) >= 2


def _is_person(before: str, known: Knowledge, ranks: Mapping[str, str]) -> bool:
    """Whether the words before a degree name a person: a word of names, or a rank a few words earlier."""
    words = re.findall(r"[^\W\d_]+\.?", _BREAK.split(before)[-1])[-6:]
    if not words or not words[-1][0].isupper():
        return False
    if any(word.rstrip(".").casefold() in ranks for word in words[:-1]):
        return True
    return known.catalog.name_words.knows(words[-1]) or any(
        known.catalog.titles.candidates(word, "front") for word in words[-4:-1] if word.endswith(".")
    )


def rank_codes(catalog: Catalog) -> dict[str, str]:
    """The ranks of police and armed forces that are one word, casefolded, with their standard form."""
    codes = (rank.code for rank in catalog.ranks.ranks if rank.service in ("polri", "tni-ad", "tni-al", "tni-au"))
    return {word.casefold(): word for code in codes for word in [code.split()[0]] if len(word) > 2}


def ranks(page: Page, known: Knowledge, codes: Mapping[str, str]) -> Iterator[TextFinding]:
    """A rank in its own case: AKP, AKBP; Iptu, Ipda, Kompol. All capitals is a fault only beside the other form."""
    text = page.unquoted
    used = Counter(match[0] for match in _RANK_WORD.finditer(text) if match[0].casefold() in codes)
    for match in _RANK_WORD.finditer(text):
        typed = match[0]
        right = codes.get(typed.casefold())
        if right is None or typed == right or typed.islower():
            continue
        if typed.isupper() and not (right in used and _shouts_little(page, match.start())):
            continue
        message = f'Pangkat ditulis "{right}", bukan "{typed}". Samakan di seluruh naskah.'
        yield page.found(
            "pangkat-huruf",
            "warning",
            *match.span(),
            message,
            right,
            source="singkatan pangkat Polri dan TNI",
            family="gelar",
            sure=True,
        )


def shouted(page: Page, known: Knowledge, codes: Mapping[str, str]) -> Iterator[TextFinding]:
    """A name in capitals behind a rank, as lists of names have it: "AKBP BUDI SANTOSO" in a sentence."""
    for match in _SHOUTED.finditer(page.unquoted):
        if match[1].casefold() not in codes or not _shouts_little(page, match.start()):
            continue
        right = " ".join(word[0] + word[1:].lower() for word in match[2].split(" "))
        message = f'Nama orang tidak ditulis dengan huruf kapital semua. Tulis "{right}".'
        yield page.found(
            "nama-kapital", "hint", *match.span(2), message, right, source=_CAPITALS, family="kapital", sure=False
        )


def _shouts_little(page: Page, at: int) -> bool:
    line = next((line.text for line in page.lines if line.start <= at < line.end), "")
    return not line.isupper()
