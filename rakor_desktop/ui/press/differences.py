"""Two wordings of a release beside one another: which words came, which went, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from rakor_desktop.domain.release import ReleaseText

Mark = Literal["same", "added", "removed"]
_TOKEN: Final = re.compile(r"\s+|\w+(?:[-.,/]\w+)*|[^\w\s]")
_ALIKE: Final = 0.35
"""Below this share of common words two paragraphs are told as one that went and one that came."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that share a fate."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A headline, paragraph or other part, with its label ("Judul") and its words."""

    label: str
    runs: tuple[Run, ...]

    @property
    def changed(self) -> bool:
        """Whether anything came or went here."""
        return any(run.mark != "same" for run in self.runs)


def differences(before: ReleaseText, after: ReleaseText) -> tuple[Passage, ...]:
    """Both wordings in one text. Parts belong together by their key, as they stand in ``after``; parts that are
    gone stand where they stood.
    """
    old, new = _parts(before), _parts(after)
    found: list[Passage] = []
    matcher = SequenceMatcher(None, [key for key, _, _ in old], [key for key, _, _ in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for (_, label, was), (_, _, now) in zip(old[i1:i2], new[j1:j2], strict=True):
                found += _passages(label, was, now)
        else:
            found += [Passage(label, (Run("removed", text),)) for _, label, text in old[i1:i2]]
            found += [Passage(label, (Run("added", text),)) for _, label, text in new[j1:j2]]
    return tuple(found)


def runs(before: str, after: str) -> tuple[Run, ...]:
    """The words of both, in the order in which one reads them: what went stands before what came in its place."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Run] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Run("same", "".join(old[i1:i2])))
            continue
        for mark, words in (("removed", old[i1:i2]), ("added", new[j1:j2])):
            if words:
                found.append(Run("removed" if mark == "removed" else "added", "".join(words)))
    return tuple(found)


def _passages(label: str, was: str, now: str) -> Iterator[Passage]:
    if was == now:
        yield Passage(label, (Run("same", was),))
        return
    if SequenceMatcher(None, was.split(), now.split(), autojunk=False).ratio() < _ALIKE:
        yield Passage(label, (Run("removed", was), Run("added", f" {now}")) if was and now else runs(was, now))
        return
    yield Passage(label, runs(was, now))


def _parts(text: ReleaseText) -> list[tuple[str, str, str]]:
    """Key, label and words of everything that a release says."""
    found = [("headline", "Judul", text.headline), ("dateline", "Titimangsa", text.dateline)]
    found += [(f"p:{p.key}", "", p.text) for p in text.paragraphs]
    found += [
        ("byline", "Penulis", text.byline),
        ("sign_off", "Penutup", text.sign_off),
        ("hashtags", "Tagar", " ".join(text.hashtags)),
        ("contact", "Narahubung", text.contact),
    ]
    found += [(f"caption:{n}", f"Foto {n}", caption) for n, caption in enumerate(text.captions, 1)]
    return [part for part in found if part[2].strip()]
