"""A press release as it is kept with its meeting, and the words of one as they stood at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ReleaseStatus = Literal["draft", "checked", "approved"]
"""konsep, diperiksa, disetujui."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a release: what was composed for ``key``, and the text that a person made of it.

    ``text`` empty means: untouched, the composed wording stands and follows the facts; line breaks in it separate
    the paragraphs that a person made of one. ``removed``: a person took the paragraph out.
    """

    key: str = ""
    composed: str = ""
    text: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """A release for one style or portal. Empty fields are composed from the meeting and the office.

    The contact is an attendee (``contact_id``) or named in ``contact`` with post, rank and name. ``variation`` is
    the wording asked for (0: the usual one); ``ignored`` marks findings of the review that a person lets stand here.
    """

    id: str = ""
    style: str = "umum"
    headline: str = ""
    dateline: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    sign_off: str = ""
    byline: str = ""
    contact_id: str = ""
    contact: str = ""
    captions: tuple[str, ...] = ()
    variation: int = 0
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseText:
    """The words of a whole release as they stood: what was checked, approved or kept as a version.

    Of the paragraphs only ``key`` and ``text`` are used.
    """

    headline: str = ""
    dateline: str = ""
    dash: str = " – "
    paragraphs: tuple[Paragraph, ...] = ()
    sign_off: str = ""
    byline: str = ""
    captions: tuple[str, ...] = ()
    contact: str = ""
    hashtags: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[str, ...]:
        """The paragraphs as they run, the dateline before the first one."""
        texts = tuple(part for p in self.paragraphs for part in pieces(p.text))
        if not texts or not self.dateline:
            return texts
        return f"{self.dateline}{self.dash}{texts[0]}", *texts[1:]

    @property
    def text(self) -> str:
        """The whole release as plain text: headline, paragraphs, byline and sign-off, hashtags, contact, captions."""
        end = " ".join(p for p in (f"({self.byline})" if self.byline else "", self.sign_off) if p)
        contact = f"Narahubung: {self.contact}" if self.contact else ""
        captions = (f"Foto {n}: {text}" for n, text in enumerate(self.captions, 1) if text)
        blocks = (self.headline, *self.body, end, " ".join(self.hashtags), contact, *captions)
        return "\n\n".join(block for block in blocks if block)


def pieces(text: str) -> tuple[str, ...]:
    """The paragraphs that stand in the text of one key."""
    return tuple(part.strip() for part in text.splitlines() if part.strip())
