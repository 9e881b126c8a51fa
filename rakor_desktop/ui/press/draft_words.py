"""What a draft's words amount to, and where two wordings differ: nothing here knows a widget."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

_PACE: Final = 180
"""Words that a person reads in a minute, Indonesian prose read silently (our estimate)."""
_STOP: Final = re.compile(r"(\S+?)[.!?][”’\"')]*(?=\s+[“‘\"'(]?[A-Z0-9]|\s*$)")
_LINE_END: Final = re.compile(r"[\r\n\u2028\u2029\v\f\x1c-\x1f\x85]+")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\ufeff\ufffc]")
"""Control signs of teleprinters and of Word's fields, and what stands for a picture."""
_WORD: Final = re.compile(r"\S+\s*")


class Tally(NamedTuple):
    """How long a draft is: words, sentences, and the minutes it takes to read (at least one when there are words)."""

    words: int
    sentences: int
    minutes: int

    @property
    def told(self) -> str:
        """The tally in words."""
        if not self.words:
            return "Belum ada kata"
        return f"{self.words} kata · {self.sentences} kalimat · dibaca ± {self.minutes} menit"


class Stretch(NamedTuple):
    """A part of a text, and whether it differs from the other text."""

    text: str
    differs: bool


def clean(text: str) -> str:
    """The text of one key as it is kept: no blank paragraphs, no blanks around one."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def plain(text: str) -> str:
    """Pasted text as it enters a draft: paragraphs only, no tabs, no foreign line ends, no stray blanks at its ends."""
    lines = [_UNSEEN.sub("", line) for line in _LINE_END.split(text)]
    kept = [re.sub(r"[\t\xa0 ]+", " ", line) for line in lines]
    if len(kept) == 1:
        return kept[0]
    return "\n".join(line.strip() for line in kept if line.strip())


def tally(paragraphs: Iterable[str]) -> Tally:
    """Count the words and sentences of these paragraphs."""
    counts = [_counted(paragraph) for paragraph in paragraphs]
    words, sentences = sum(count[0] for count in counts), sum(count[1] for count in counts)
    return Tally(words, sentences, max(1, round(words / _PACE)) if words else 0)


def differing(before: str, after: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts in stretches of whole words, those marked that the other one does not have."""
    mine, theirs = _words(before), _words(after)
    matcher = SequenceMatcher(None, [w.strip() for w in mine], [w.strip() for w in theirs], autojunk=False)
    left: list[Stretch] = []
    right: list[Stretch] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        _add(left, mine[i1:i2], tag != "equal")
        _add(right, theirs[j1:j2], tag != "equal")
    return tuple(left), tuple(right)


@lru_cache(maxsize=512)
def _counted(paragraph: str) -> tuple[int, int]:
    words = len(paragraph.split())
    return words, max(1, _sentences(paragraph)) if words else 0


def _sentences(paragraph: str) -> int:
    found = 0
    for match in _STOP.finditer(paragraph):
        word = match[1].lstrip("(“\"'")
        last = match.end() >= len(paragraph.rstrip())
        # "H. Ahmad", "S.I.K. Kapolres", "No. 3": a stop after a short title or an abbreviation ends no sentence.
        titled = "." in word or (len(word) <= 3 and word[:1].isupper())
        found += last or not titled
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _add(found: list[Stretch], words: Sequence[str], differs: bool) -> None:
    text = "".join(words)
    if text:
        found.append(Stretch(text, differs))
