"""Sentences and paragraphs that are too long, and abbreviations that nobody introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

LONGEST_SENTENCE: Final = 35
"""Words; a longer sentence is read twice."""
LONGEST_PARAGRAPH: Final = 3
"""Sentences of a paragraph in a release."""
_LIST: Final = re.compile(r"(?:,|;)[^,;]{3,80}")
_LISTED: Final = 6


def lengths(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Sentences over 35 words and paragraphs over three sentences; a list of attendees may be long."""
    if page.is_report:
        return
    for sentence in page.sentences:
        count = len(sentence.text.split())
        if count > LONGEST_SENTENCE and len(_LIST.findall(sentence.text)) < _LISTED:
            message = (
                f"Kalimat ini {count} kata; pembaca mudah kehilangan arah di atas {LONGEST_SENTENCE} kata. Bagi dua."
            )
            yield page.found("kalimat-panjang", "hint", sentence.start, sentence.end, message, family="kalimat")
    for line in page.paragraphs:
        if line.start >= page.body_start and len(page.split(line)) > LONGEST_PARAGRAPH:
            count = len(page.split(line))
            message = f"Paragraf ini memuat {count} kalimat; siaran biasa memakai 1–{LONGEST_PARAGRAPH}. Bagi dua."
            yield page.found("paragraf-panjang", "hint", line.start, line.end, message, family="kalimat")


def abbreviations(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """An abbreviation that the public need not know is introduced once."""
    if page.is_report:
        return
    for short, full in known.words.pairs("singkatan").items():
        match = re.compile(rf"\b{re.escape(short)}\b").search(page.plain, page.body_start)
        if match is None or f"({short})" in page.plain or full.casefold() in page.plain.casefold():
            continue
        message = f'Singkatan "{short}" belum diuraikan. Tulis "{full} ({short})" pada penyebutan pertama.'
        yield page.found("singkatan", "hint", *match.span(), message, f"{full} ({short})", family="kalimat")


RULES: Final = (lengths, abbreviations)
"""The rules of this file."""
