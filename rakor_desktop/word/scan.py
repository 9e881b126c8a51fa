"""Finding tags in text: ``{{ }}``, ``{% %}``, ``{# #}`` and the escapes for their braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rakor_desktop.word.faults import Fault, TemplateError
from rakor_desktop.word.limits import MOST_TAGS

_TOKEN = re.compile(r"\{_\{|\}_\}|\{_%|%_\}|\{_#|#_\}|\{\{|\{%|\{#|\}\}|%\}")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_KINDS = {"{{": "print", "{%": "block", "{#": "comment"}
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", **dict.fromkeys("\u00a0\u202f\n\r\t", " ")})
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_LONGEST_TAG = 1000
_LONGEST_COMMENT = 100_000
_BLANKS = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag found at ``start:end``; ``kind`` is print, block, comment, or literal (``body`` is then the text).

    ``at`` is where its brackets open, also when it has grown. ``before`` and ``after`` tell that a minus at that side
    takes away the blanks there (``{%- -%}``); ``tight`` that no blank stands behind the opening brackets.
    """

    start: int
    end: int
    kind: str
    body: str
    at: int
    before: bool = False
    after: bool = False
    tight: bool = False


def find_tags(text: str, place: str, faults: list[Fault]) -> list[Tag]:
    """Return the tags of ``text`` in order; what is not a whole tag is added to ``faults`` with ``place``.

    Raises:
        TemplateError: more tags than any template needs.
    """
    tags: list[Tag] = []
    position = 0
    while (found := _TOKEN.search(text, position)) is not None:
        token, start = found.group(), found.start()
        position = found.end()
        if len(tags) > MOST_TAGS:
            raise TemplateError(_too_many(place))
        if "_" in token:
            tags.append(Tag(start, position, "literal", token.replace("_", ""), start))
        elif token not in _CLOSERS:
            faults.append(_stray(token, place))
        else:
            position = _take(text, found, place, tags, faults)
    return tags


def _too_many(place: str) -> Fault:
    return Fault("too_many_tags", place, f"lebih dari {MOST_TAGS} tanda dalam satu template", "pecah templatenya")


class TagCount:
    """Counts the tags of all parts of one template."""

    def __init__(self) -> None:
        """Start at none."""
        self._count = 0

    def add(self, count: int, place: str) -> None:
        """Count more.

        Raises:
            TemplateError: more tags than any template needs.
        """
        self._count += count
        if self._count > MOST_TAGS:
            raise TemplateError(_too_many(place))


def _take(text: str, found: re.Match[str], place: str, tags: list[Tag], faults: list[Fault]) -> int:
    opener, start = found.group(), found.start()
    longest = _LONGEST_COMMENT if opener == "{#" else 2 * _LONGEST_TAG
    end = text.find(_CLOSERS[opener], start + 2, start + longest)
    body = text[start + 2 : end]
    if end < 0 or (opener != "{#" and ("{{" in body or "{%" in body)):
        shown = text[start : start + 30].replace("\n", " ")
        faults.append(
            Fault(
                "unclosed_tag",
                place,
                f'tanda "{opener}" tidak ditutup pada "{shown}"',
                f'tutup dengan "{_CLOSERS[opener]}" di paragraf yang sama',
            )
        )
        return start + 2
    before, after = body.startswith("-"), body.endswith("-") and len(body) > 1
    body = body[body.startswith(("-", "+")) : len(body) - (len(body) > 1 and body.endswith(("-", "+")))]
    tight = not body[:1].isspace()
    plain = _plain(body, opener, place, faults)
    tags.append(Tag(start, end + 2, _KINDS[opener], plain, start, before, after, tight))
    return end + 2


def trimmed(text: str, tags: list[Tag]) -> Iterator[Tag]:
    """Yield the tags, each grown over what its minus takes away: blanks, and one line end with the blanks there.

    What lies beyond that line end stays, as authors break long texts into lines and mean the blanks they type.
    """
    position = 0
    for place, tag in enumerate(tags):
        start, end = tag.start, tag.end
        if tag.before:
            start = max(position, _back(text, start))
        if tag.after:
            following = tags[place + 1].start if place + 1 < len(tags) else len(text)
            end = min(following, _forth(text, end))
        position = end
        yield replace(tag, start=start, end=end)


def _back(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in _BLANKS:
        at -= 1
    return at - 1 if text[at - 1 : at] == "\n" else at


def _forth(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at + 1 if text[at : at + 1] == "\n" else at


def _plain(body: str, opener: str, place: str, faults: list[Fault]) -> str:
    """Undo what Word's autocorrection did inside a tag; invisible characters are a fault, as names then differ."""
    if opener == "{#":
        return body
    unseen = _UNSEEN.search(body)
    if unseen:
        code = f"U+{ord(unseen.group()):04X}"
        faults.append(
            Fault(
                "invisible_character",
                place,
                f'ada karakter tak terlihat ({code}) di dalam tanda "{opener} {_UNSEEN.sub("", body).strip()[:60]}"',
                "hapus dan ketik ulang tanda itu",
            )
        )
    if len(body) > _LONGEST_TAG:
        faults.append(
            Fault(
                "long_tag",
                place,
                f"isi tanda kurung lebih dari {_LONGEST_TAG} huruf",
                "pecah menjadi lebih pendek",
            )
        )
        return "x"
    return _UNSEEN.sub("", body).translate(_QUOTES).strip()


def _stray(token: str, place: str) -> Fault:
    opener = "{{" if token == "}}" else "{%"
    return Fault(
        "stray_closer",
        place,
        f'tanda "{token}" tanpa "{opener}" sebelumnya',
        f'lengkapi dengan "{opener}", atau tulis "{token[0]}_{token[1]}" bila memang ingin mencetaknya',
    )
