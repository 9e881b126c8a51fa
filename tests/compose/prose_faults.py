"""Faults that a strict editor strikes out of a draft, found by form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rakor_desktop.bahasa.attribution import CLOSING, CONTINUING
from rakor_desktop.compose.draft import Draft

_UNFINISHED = re.compile(
    r"None|\{|\}|\(\s*\)|\[\s*\]|“\s*”|‘\s*’|  | [,.;:)]|,[,.;:]|;[,.;]|\.,(?=\w)|(?<!\.)\.\.(?!\.)|\( |,$|\*"
)
_DOUBLED = re.compile(r"\b(\w{2,}) \1\b", re.IGNORECASE)
_CLASHES = re.compile(
    r"\b(untuk (agar|bahwa|untuk|harus)|agar (agar|bahwa|untuk|jangan|untuk)|bahwa (agar|bahwa|jangan|untuk)|di di"
    r"|oleh oleh|yang yang|juga juga|kepada kepada|pihaknya (kami|kita|pihaknya)|dan (dan|serta)|serta (dan|serta)"
    r"|(agar|bahwa) (mohon|mari|semoga|kita|kami|beliau)|berharap (agar|semoga|diharapkan)"
    r"|(meminta|mengarahkan) agar meminta"
    r"|pihaknya akan di\w{4,}|dalam rangka (dalam|jelang|menjelang)|rakor rapat|untuk untuk)\b",
    re.IGNORECASE,
)
_JOTTED = re.compile(r"\b(yg|dgn|utk|tdk|dlm|sbb)\b|(?<!\w)\d{1,2}\) |: [-•] |(?<!\w)- [A-Z]|[:;] ?[,.;]| [:]| - ")
"""What is jotted down and not said: shorthand, marks of lists, dashes that begin lines."""
_SHOUTED = re.compile(r"\b[A-Z]{4,} [A-Z]{4,} [A-Z]{4,}\b")
_QUOTED_BY = re.compile(r"[,!?…]” (\w+)(.*)$")
_REPORTED = re.compile(
    r"(?<!untuk )\b(menyampaikan|mengatakan|menyebutkan|menjelaskan|memaparkan|menerangkan|mengungkapkan"
    r"|menekankan|mengimbau|meminta"
    r"|mengingatkan|mengharapkan|mengajak|menegaskan|memastikan|menyatakan|mengarahkan|berharap|mengucapkan|memberikan|mengemukakan|mengutarakan)\b"
)


def faults(draft: Draft) -> Iterator[str]:
    """Each fault with the paragraph it stands in."""
    for paragraph in draft.paragraphs:
        yield from (f"{fault}: {paragraph.text}" for fault in _of_text(paragraph.text, paragraph.key))
    for text in (draft.headline, draft.dateline, draft.sign_off, draft.contact, *draft.captions, *draft.hashtags):
        if _UNFINISHED.search(text) or text.strip() != text:
            yield f"unfinished: {text}"
    yield from _verbs(draft)
    yield from _names(draft)


def _of_text(text: str, key: str) -> Iterator[str]:
    if not text:
        yield "empty"
        return
    if found := _UNFINISHED.search(text):
        yield f"unfinished {found[0]!r}"
    if found := _DOUBLED.search(text):
        yield f"doubled {found[0]!r}"
    if found := _CLASHES.search(text):
        yield f"clash {found[0]!r}"
    outside = re.sub(r"“[^”]*”", "“”", text)
    if found := _JOTTED.search(outside):
        yield f"jotted {found[0]!r}"
    if found := _SHOUTED.search(outside):
        yield f"shouted {found[0]!r}"
    if text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        yield "unbalanced"
    if text[-1] not in ".”!?…)’" and not text.endswith(":"):
        yield "no close"
    for sentence in re.split(r"(?<=[a-z0-9)”]{2}[.!?]) (?=\S)", text):
        if not re.match(r"[“‘]?[A-Z0-9]", sentence):
            yield f"begins small {sentence[:30]!r}"


def _names(draft: Draft) -> Iterator[str]:
    """A meeting called the same twice running at the head of a sentence: "Rakor tersebut ... Rakor tersebut ..."."""
    if "rakor" not in draft.headline.casefold():
        return
    text = " ".join(p.text for p in draft.paragraphs if p.key in ("theme", "chair") or p.key.startswith("attendees"))
    calls = re.findall(r"\b(rakor|kegiatan) tersebut", text, re.IGNORECASE)
    for one, two in pairwise(call.casefold() for call in calls):
        if one == two:
            yield f"the meeting is called {one!r} twice running"


def _verbs(draft: Draft) -> Iterator[str]:
    quoting = [found for p in draft.paragraphs for found in [_QUOTED_BY.search(p.text)] if found]
    roots = [re.sub(r"nya$", "", found[1]) for found in quoting]
    for one, two in pairwise(roots):
        if one == two:
            yield f"verb twice running: {one}"
    for n, root in enumerate(roots):
        if root in CLOSING and n != len(roots) - 1:
            yield f"closing verb too early: {root}"
        if n == 0 and root in CONTINUING:
            yield f"continuing verb first: {root}"
    told = [p.text for p in draft.paragraphs if p.key.startswith("item:") and not p.key.endswith("/quote")]
    sentences = [part for text in told for part in re.split(r"(?<=[a-z0-9)]{2}[.!?]) ", text.split("“")[0])]
    verbs = [found[0] for sentence in sentences for found in [_REPORTED.search(sentence)] if found]
    for one, two in pairwise(verbs):
        if one == two:
            yield f"reporting verb twice running: {one}: {told}"
