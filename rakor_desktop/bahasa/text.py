"""Sentences and headlines: capitals, closing stops, blanks, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SMALL_WORDS: Final = _words(
    "di ke dari dan yang untuk dalam pada dengan bagi oleh atau serta para tentang terhadap kepada "
    "daripada agar bahwa karena sebagai hingga sampai guna demi antara tanpa si sang"
)
"""Function words that a headline keeps small unless they open it (EYD)."""

ABBREVIATIONS: Final = _words(
    "TNI AD AL AU KPU DPR DPRD PPK PPS KPPS TPS DPT PKPU RI HUT SDM PJU OPD ASN PNS PPPK BPBD BNN BIN "
    "BPN PLN PMI KUA MUI FKUB UMKM APBD APBN BUMN BUMD SKCK SIM STNK NKRI PSU PPP PP UU WIB WITA WIT "
    "SPKT TIK KBO SAR LPM KKB SKPD PUPR PMD ODGJ PMK COVID DIY NTB NTT DKI PT CV RT RW SD SMP SMA SMK "
    "II III IV VI VII VIII IX XI XII"
)
"""Abbreviations kept in capitals when a whole headline comes in capitals."""

_OPENERS: Final = "\"'“‘«([{*_ "
_CLOSERS: Final = "\"'”’»"
_ENDS: Final = ".?!…:"
_SPEECH: Final = re.compile(r"[,:]\s*$")
_WORD: Final = re.compile(r"\S+")
_VOWEL: Final = re.compile(r"[AEIOUaeiou]")


def one_blank(text: str) -> str:
    """The text with every run of blanks, tabs and line ends made one blank, and none around it."""
    return " ".join(text.split())


def sentence_start(text: str) -> str:
    """The text with its first letter a capital; quotation marks and brackets before it stay."""
    for place, sign in enumerate(text):
        if sign in _OPENERS:
            continue
        return text[:place] + sign.upper() + text[place + 1 :] if len(sign.upper()) == 1 else text
    return text


def end_stop(text: str) -> str:
    """The text closed by exactly one mark.

    A stop that belongs to a title or abbreviation (``S.H.``, ``dll.``) is the sentence's stop too. A question
    mark, exclamation mark, colon or ellipsis is left; a dangling comma or semicolon goes. Spoken words take
    the stop inside the quotation marks, a quoted term outside them (EYD).
    """
    text = text.rstrip().rstrip(",; \t\n")
    if not text:
        return ""
    if text[-1] in _CLOSERS:
        return _close_quotation(text)
    if text[-1] in ")]}":
        whole = text[0] in "([{" and text.count(text[0]) == 1
        return text if whole and text[-2:-1] and text[-2] in _ENDS else f"{text}."
    if text.endswith("..") and not text.endswith("..."):
        return f"{text.rstrip('.')}."
    return text if text[-1] in _ENDS else f"{text}."


def _close_quotation(text: str) -> str:
    body, mark = text[:-1].rstrip().rstrip(",;"), text[-1]
    if not body or body[-1] in _ENDS:
        return f"{body}{mark}" if body else text
    opening = _opening_place(body, mark)
    if opening < 0:
        return f"{body}{mark}." if mark in "'’" else f"{body}.{mark}"
    if opening == 0 or _SPEECH.search(body[:opening]):
        return f"{body}.{mark}"
    return f"{body}{mark}."


def _opening_place(body: str, mark: str) -> int:
    pairs = {"”": '“"', "’": "‘'", "»": "«", '"': '"“', "'": "'‘"}
    return max(body.rfind(opener) for opener in pairs[mark])


def quote_marks(text: str) -> str:
    """The text with its straight double quotation marks made curly, by what stands before each of them."""
    signs = list(text)
    for place, sign in enumerate(signs):
        if sign == '"':
            before = signs[place - 1] if place else " "
            signs[place] = "“" if before.isspace() or before in "([{-–—/‘“" else "”"
    return "".join(signs)


def quoted(text: str) -> str:
    """The words between curly quotation marks; a pair already around them is not doubled, inner marks become
    single.
    """
    inner = quote_marks(text.strip())
    if len(inner) > 1 and inner[0] == "“" and inner[-1] == "”" and inner.count("“") == 1:
        inner = inner[1:-1].strip()
    return "“" + inner.replace("“", "‘").replace("”", "’") + "”"


def title_case(text: str, *, keep: Collection[str] = ABBREVIATIONS) -> str:
    """The text as an Indonesian headline.

    Words begin with a capital except :data:`SMALL_WORDS`; the first word and the word after a colon always
    do. Abbreviations and capitals inside a word stay. A headline typed wholly in capitals is brought down,
    and only words in ``keep`` or without a vowel stay in capitals.
    """
    shouting = text.isupper() and len(text.split()) > 1
    opening = True

    def cased(match: re.Match[str]) -> str:
        nonlocal opening
        word = match[0]
        result = _headline_word(_quiet(word, keep) if shouting else word, opening)
        opening = word[-1] in ":?!"
        return result

    return _WORD.sub(cased, text)


def _quiet(word: str, keep: Collection[str]) -> str:
    def part(match: re.Match[str]) -> str:
        letters = match[0]
        kept = letters in keep or (len(letters) > 1 and not _VOWEL.search(letters))
        return letters if kept else letters.lower()

    return re.sub(r"[^\W\d_]+", part, word)


def _headline_word(word: str, opening: bool) -> str:
    core = word.strip("\"'“”‘’()[]{}.,;:?!")
    if not opening and core in SMALL_WORDS:
        return word
    if not opening and core[:1].isupper() and core.lower() in SMALL_WORDS and core[1:].islower():
        return word.replace(core, core.lower(), 1)
    if core.startswith("se-") and not opening:
        return word.replace(core, f"se-{sentence_start(core[3:])}", 1)
    head, hyphen, tail = word.partition("-")
    if hyphen and _bare(head) == _bare(tail):
        return f"{sentence_start(head)}-{sentence_start(tail)}"
    if "/" in word and core[:1].isalpha():
        return "/".join(
            _headline_word(part, opening and not n) if part else "" for n, part in enumerate(word.split("/"))
        )
    return sentence_start(word)


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’()[]{}.,;:?!").casefold()
