"""Taking up the words of a kept version as a person's own."""

from __future__ import annotations

from typing import Any

from rakor_desktop.compose.draft import Draft
from rakor_desktop.desk.releases import Releases
from rakor_desktop.domain.release import Paragraph, ReleaseText

LABEL = "Pakai kata-kata versi"


def take_up(releases: Releases, text: ReleaseText) -> bool:
    """Write a version's words into the release as one undo step; false when nothing changes.

    Words that the program composes today anyway stay untouched, so that they go on following the facts. What the
    version did not say is taken out; what is no longer composed is kept with the release but goes out nowhere.
    """
    made = releases.composed
    said = {p.key: p.text for p in text.paragraphs if p.key}
    paragraphs = [
        Paragraph(p.key, p.composed, said.get(p.key, ""), removed=not said.get(p.key, "").strip())
        for p in made.paragraphs
        if said.get(p.key, "") != p.composed
    ]
    known = {p.key for p in made.paragraphs}
    paragraphs += [Paragraph(key, words, words) for key, words in said.items() if key not in known and words.strip()]
    heads = _heads(made, text)
    if releases.locked:
        return False
    return releases.edit(LABEL, paragraphs=tuple(paragraphs), **heads)


def _heads(made: Draft, text: ReleaseText) -> dict[str, Any]:
    """Headline, dateline and the like, empty where they are composed so anyway."""
    found: dict[str, Any] = {
        name: "" if getattr(text, name) == getattr(made, name) else getattr(text, name)
        for name in ("headline", "dateline", "sign_off", "byline")
    }
    same = text.captions == made.captions
    found["captions"] = () if same else text.captions
    return found
