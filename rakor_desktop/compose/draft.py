"""A press draft as a value: paragraphs with keys that stay, and the facts that each of them was made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from rakor_desktop.domain.release import Paragraph, Release, ReleaseText


class FactRef(NamedTuple):
    """A fact in a draft: the field it came from ("items/i1/text", "held.date", "office/name",
    "catalog/operations/Operasi Ketupat") and its words as they stand there.
    """

    target: str
    value: str


class Headline(NamedTuple):
    """A headline to choose, its length in characters, and whether the style has room for it."""

    text: str
    length: int
    fits: bool


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """One paragraph. ``key`` ("lead", "chair", "attendees", "item:i1", "item:i1/quote", "closing") stays the same
    while facts change; ``composed`` is the program's wording, ``text`` what stands in the draft.
    """

    key: str
    text: str
    facts: tuple[FactRef, ...] = ()
    composed: str = ""

    @property
    def edited(self) -> bool:
        """Whether a person's words stand here."""
        return self.text != self.composed


@dataclass(frozen=True, slots=True)
class Draft:
    """A release in one style. ``headlines`` are three to choose from (fewer when hardly anything is known)."""

    style: str
    headline: str = ""
    headlines: tuple[Headline, ...] = ()
    dateline: str = ""
    dash: str = " – "
    paragraphs: tuple[DraftParagraph, ...] = ()
    sign_off: str = ""
    byline: str = ""
    captions: tuple[str, ...] = ()
    contact: str = ""
    hashtags: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[str, ...]:
        """The paragraphs as they run, the dateline before the first one."""
        return self.words_now.body

    @property
    def text(self) -> str:
        """The whole draft as plain text: headline, paragraphs, byline and sign-off, hashtags, contact, captions."""
        return self.words_now.text

    @property
    def words_now(self) -> ReleaseText:
        """The words alone, as they are kept when the release is checked or approved."""
        return ReleaseText(
            headline=self.headline,
            dateline=self.dateline,
            dash=self.dash,
            paragraphs=tuple(Paragraph(key=p.key, text=p.text) for p in self.paragraphs),
            sign_off=self.sign_off,
            byline=self.byline,
            captions=self.captions,
            contact=self.contact,
            hashtags=self.hashtags,
        )

    @property
    def words(self) -> int:
        """The number of words in the paragraphs."""
        return sum(len(p.text.split()) for p in self.paragraphs)


def edited(draft: Draft, release: Release) -> Draft:
    """The draft with what a person wrote into the release: their words win over the composed ones.

    A paragraph is found by its key where the release was written in the draft's style, else by the wording that it
    was made from.
    """
    same_style = release.style == draft.style
    touched = [p for p in release.paragraphs if p.text or p.removed]
    by_key = {p.key: p for p in touched if p.key and same_style}
    by_words = {p.composed: p for p in touched if p.composed}

    def theirs(paragraph: DraftParagraph) -> str:
        own = by_key.get(paragraph.key) or by_words.get(paragraph.composed)
        if own is None:
            return paragraph.text
        return "" if own.removed else own.text

    return replace(
        draft,
        headline=release.headline or draft.headline,
        dateline=release.dateline or draft.dateline,
        paragraphs=tuple(replace(p, text=theirs(p)) for p in draft.paragraphs),
        sign_off=release.sign_off or draft.sign_off,
        byline=release.byline or draft.byline,
        captions=tuple(_first(mine, theirs) for mine, theirs in _paired(release.captions, draft.captions)),
    )


def _paired(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    return ((mine[n] if n < len(mine) else "", text) for n, text in enumerate(theirs))


def _first(mine: str, theirs: str) -> str:
    return mine or theirs


def with_words(draft: Draft, words: ReleaseText) -> Draft:
    """The draft with exactly these words: an approved release no longer follows the facts."""
    composed = {p.key: p for p in draft.paragraphs}
    blank = DraftParagraph("", "")
    return replace(
        draft,
        headline=words.headline,
        dateline=words.dateline,
        dash=words.dash,
        paragraphs=tuple(
            replace(composed.get(p.key, blank), key=p.key, text=p.text) for p in words.paragraphs
        ),
        sign_off=words.sign_off,
        byline=words.byline,
        captions=words.captions,
        contact=words.contact,
        hashtags=words.hashtags,
    )
