"""A press release as it is kept with its meeting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a release: what was composed for ``key``, and the text that a person made of it.

    ``text`` empty means: untouched, the composed wording stands and follows the facts.
    """

    key: str = ""
    composed: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A release for one style or portal. Empty fields are composed from the meeting and the office.

    The contact is an attendee (``contact_id``) or named in ``contact`` with post, rank and name.
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
