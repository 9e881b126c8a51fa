"""Finding tags in text: ``{{ }}``, ``{% %}``, ``{# #}`` and the escapes for their braces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rakor_desktop.word.faults import Fault

_TOKEN = re.compile(r"\{_\{|\}_\}|\{_%|%_\}|\{_#|#_\}|\{\{|\{%|\{#|\}\}|%\}")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_KINDS = {"{{": "print", "{%": "block", "{#": "comment"}
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " "})
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_LONGEST_TAG = 1000


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag found at ``start:end``; ``kind`` is print, block, comment, or literal (``body`` is then the text)."""

    start: int
    end: int
    kind: str
    body: str


def find_tags(text: str, place: str, faults: list[Fault]) -> list[Tag]:
    """Return the tags of ``text`` in order; what is not a whole tag is added to ``faults`` with ``place``."""
    tags: list[Tag] = []
    position = 0
    while (found := _TOKEN.search(text, position)) is not None:
        token, start = found.group(), found.start()
        position = found.end()
        if "_" in token:
            tags.append(Tag(start, position, "literal", token.replace("_", "")))
        elif token not in _CLOSERS:
            faults.append(_stray(token, place))
        else:
            position = _take(text, found, place, tags, faults)
    return tags


def _take(text: str, found: re.Match[str], place: str, tags: list[Tag], faults: list[Fault]) -> int:
    opener, start = found.group(), found.start()
    end = text.find(_CLOSERS[opener], start + 2)
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
    tags.append(Tag(start, end + 2, _KINDS[opener], _plain(body, opener, place, faults)))
    return end + 2


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
                f'ada karakter tak terlihat ({code}) di dalam tanda "{opener} {_UNSEEN.sub("", body).strip()}"',
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
