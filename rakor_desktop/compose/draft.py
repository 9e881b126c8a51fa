"""A press draft as a value: paragraphs with keys that stay, and the facts that each of them was made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from rakor_desktop.domain.release import Release


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
        texts = tuple(p.text for p in self.paragraphs if p.text)
        if not texts or not self.dateline:
            return texts
        return f"{self.dateline}{self.dash}{texts[0]}", *texts[1:]

    @property
    def text(self) -> str:
        """The whole draft as plain text: headline, paragraphs, byline and sign-off, hashtags, contact, captions."""
        end = " ".join(p for p in (f"({self.byline})" if self.byline else "", self.sign_off) if p)
        contact = f"Narahubung: {self.contact}" if self.contact else ""
        captions = (f"Foto {n}: {text}" for n, text in enumerate(self.captions, 1) if text)
        blocks = (self.headline, *self.body, end, " ".join(self.hashtags), contact, *captions)
        return "\n\n".join(block for block in blocks if block)

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
    by_key = {p.key: p.text for p in release.paragraphs if p.text and p.key and same_style}
    by_words = {p.composed: p.text for p in release.paragraphs if p.text and p.composed}
    return replace(
        draft,
        headline=release.headline or draft.headline,
        dateline=release.dateline or draft.dateline,
        paragraphs=tuple(
            replace(p, text=by_key.get(p.key) or by_words.get(p.composed, p.text)) for p in draft.paragraphs
        ),
        sign_off=release.sign_off or draft.sign_off,
        byline=release.byline or draft.byline,
        captions=tuple(_first(mine, theirs) for mine, theirs in _paired(release.captions, draft.captions)),
    )


def _paired(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    return ((mine[n] if n < len(mine) else "", text) for n, text in enumerate(theirs))


def _first(mine: str, theirs: str) -> str:
    return mine or theirs
