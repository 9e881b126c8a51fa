"""Signs that do not belong into a release: WhatsApp marks, emoji, blanks that are too many or on the wrong side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

_BOLD: Final = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*(?![\w*])")
_LEANING: Final = re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,120}?)(?<=[^\s_])_(?![\w_])")
_LONE: Final = re.compile(r"(?<=[\w,.])_(?=\W)|(?<=\s)_(?=[^\W_])")
_EMOJI: Final = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]+ ?")
_BLANKS: Final = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)")
_BEFORE: Final = re.compile(r"(?<=[\w)])[ \t]+([,;.?!])(?=\s|$)")
_AFTER: Final = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
_AFTER_STOP: Final = re.compile(r"(?<=[a-z]{4})\.(?=[A-Z][a-z]{2,})")
_TWICE: Final = re.compile(r"(?<![.,])(,{2,}|\.{2}(?!\.))(?=\s|$)")
_BLANK_SIGN: Final = "Tanda baca menempel pada kata di depannya dan diikuti satu spasi (EYD Edisi V). "


def marks(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Bold and italic marks of chat programs show as bare signs in a portal."""
    if page.is_report:
        return
    body = page.text[: page.tail_start]
    for pattern in (_BOLD, _LEANING):
        for match in pattern.finditer(body):
            message = "Tanda cetak tebal atau miring WhatsApp tampak apa adanya di portal. Hapus tandanya."
            for at in (match.start(), match.end() - 1):
                yield _sure(page, "tanda-whatsapp", at, at + 1, message, "")
    for match in _LONE.finditer(body):
        message = "Garis bawah tidak dipakai di antara kata dalam siaran. Hapus tandanya."
        yield page.found("tanda-whatsapp", "warning", *match.span(), message, " ", "", family="tanda")


def emoji(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Emoji have no place in a release."""
    for match in _EMOJI.finditer(page.text[: page.tail_start]):
        message = "Emoji tidak dipakai dalam siaran pers dan sering rusak saat disalin. Hapus."
        yield _sure(page, "emoji", match.start(), match.end(), message, "")


def blanks(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """One blank between words, none before a comma, one after it."""
    body = page.text[: page.tail_start]
    for match in _BLANKS.finditer(body):
        if len(match[0]) < 5:
            message = "Ada spasi ganda di antara dua kata. Sisakan satu."
            yield _sure(page, "spasi-ganda", match.start(), match.end(), message, " ")
    if page.is_report:
        return
    for match in _BEFORE.finditer(page.plain):
        yield _sure(page, "spasi-tanda", *match.span(), _BLANK_SIGN + "Hapus spasinya.", match[1])
    for match in _AFTER.finditer(page.plain):
        yield _sure(page, "spasi-tanda", *match.span(), _BLANK_SIGN + "Tambahkan spasi.", ", ")
    for match in _AFTER_STOP.finditer(page.plain):
        message = _BLANK_SIGN + "Tambahkan spasi."
        yield page.found("spasi-tanda", "warning", *match.span(), message, ". ", family="tanda")
    for match in _TWICE.finditer(page.plain):
        message = "Tanda baca tertulis dua kali. Sisakan satu."
        yield _sure(page, "tanda-ganda", *match.span(), message, match[1][0])


def _sure(page: Page, code: str, start: int, end: int, message: str, replacement: str) -> TextFinding:
    return page.found(code, "warning", start, end, message, replacement, family="tanda", sure=True)


RULES: Final = (marks, emoji, blanks)
"""The rules of this file."""
