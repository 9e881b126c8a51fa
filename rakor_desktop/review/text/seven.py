"""The seven questions (tujuh kah) that a release answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

FEWEST_WORDS: Final = 40
"""A shorter text is no release."""


def questions(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """One hint for every question without an answer; it stands at the first line."""
    body = page.text[: page.tail_start]
    if page.is_report or not page.lines or len(body.split()) < FEWEST_WORDS:
        return
    first = page.lines[0]
    for question in known.words.questions:
        if not question.pattern.search(body):
            message = f"Naskah belum menjawab {question.asked}. Bila ada, {question.advice}."
            yield page.found(
                f"kah-{question.code}", "hint", first.start, first.end, message, source="tujuh kah", family="kah"
            )
