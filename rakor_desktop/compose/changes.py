"""What became of a person's words when the facts changed under them: old wording, new wording, theirs, to choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final, Literal

from rakor_desktop.compose.draft import Draft, DraftParagraph
from rakor_desktop.domain.release import Paragraph, Release

Choice = Literal["now", "theirs"]
_RUN: Final = 6
"""Words in a row of a removed paragraph that, found in another one, tell that it was merged into it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that a person edited and that would be composed otherwise today.

    ``before`` is the wording that their edit was made from, ``now`` the wording of today (empty: the paragraph is no
    longer composed, because its item became internal or was taken away), ``theirs`` their text (empty: taken out).
    ``within`` is the key of the paragraph into which they merged this one; ``theirs`` is then the text of that one.
    """

    key: str
    before: str
    now: str
    theirs: str
    within: str = ""

    @property
    def gone(self) -> bool:
        """Whether there is no such paragraph any more; their words are kept but go out nowhere, unless ``within``."""
        return not self.now


def changes(made: Draft, release: Release) -> tuple[Change, ...]:
    """The edited paragraphs of ``release`` whose facts changed since; ``made`` is the composed draft of its style."""
    if release.style != made.style:
        return ()
    now = {p.key: p.composed for p in made.paragraphs}
    found: list[Change] = []
    for paragraph in release.paragraphs:
        wording = now.get(paragraph.key, "")
        if not paragraph.key or not (paragraph.text or paragraph.removed) or wording == paragraph.composed:
            continue
        host = None if paragraph.text else _merged_into(paragraph, release, now)
        found.append(
            Change(paragraph.key, paragraph.composed, wording, paragraph.text)
            if host is None
            else Change(paragraph.key, paragraph.composed, wording, host.text, host.key)
        )
    return tuple(found)


def accepted(release: Release, change: Change, choice: Choice) -> Release:
    """The release after a change was looked at: the wording of today stands, or theirs does as an edit of it.

    What is gone can only be dropped ("now"); "theirs" leaves it as it is.
    """
    kept: list[Paragraph] = []
    for paragraph in release.paragraphs:
        if paragraph.key != change.key:
            kept.append(paragraph)
        elif choice == "theirs":
            kept.append(paragraph if change.gone else replace(paragraph, composed=change.now))
    return replace(release, paragraphs=tuple(kept))


def written(release: Release, made: Draft, texts: dict[str, str | None]) -> Release:
    """The release with a person's words for these keys; ``None`` takes a paragraph out, and the composed wording
    itself makes it untouched again. Paragraphs that are not composed are left alone.
    """
    composed = {p.key: p for p in made.paragraphs}
    known = {p.key: p for p in release.paragraphs if p.key}
    words = {p.composed: p for p in release.paragraphs if not p.key}
    for key, text in texts.items():
        paragraph = composed.get(key)
        if paragraph is None:
            continue
        known.pop(key, None)
        words.pop(paragraph.composed, None)
        if text is None or not text.strip():
            known[key] = Paragraph(key, _base(release, paragraph), "", removed=True)
        elif text != paragraph.composed:
            known[key] = Paragraph(key, _base(release, paragraph), text)
    return replace(release, paragraphs=(*words.values(), *known.values()))


def rebased(release: Release, before: Draft, after: Draft) -> Release:
    """The release after another wording was asked for: edits made of the former wording now count as made of the new
    one, so that nobody is told that facts changed.
    """
    old = {p.key: p.composed for p in before.paragraphs}
    new = {p.key: p.composed for p in after.paragraphs}
    return replace(
        release,
        paragraphs=tuple(
            replace(p, composed=new[p.key]) if p.key in new and old.get(p.key) == p.composed else p
            for p in release.paragraphs
        ),
    )


def _merged_into(removed: Paragraph, release: Release, now: dict[str, str]) -> Paragraph | None:
    """The paragraph that goes out with words of a removed one, because a person merged the two."""
    words = removed.composed.split()
    for other in release.paragraphs:
        if not other.text or other.key not in now:
            continue
        host = other.text.split()
        run = SequenceMatcher(None, words, host, autojunk=False).find_longest_match()
        shared = " ".join(words[run.a : run.a + run.size])
        if run.size >= min(_RUN, len(words)) and shared and shared not in " ".join(other.composed.split()):
            return other
    return None


def _base(release: Release, paragraph: DraftParagraph) -> str:
    """The wording that an edit is made from: a pending change stays pending while one goes on typing."""
    earlier = next((p for p in release.paragraphs if p.key == paragraph.key and (p.text or p.removed)), None)
    return earlier.composed if earlier is not None else paragraph.composed
