"""What was said and decided: attributed, answered for, and quoted with both marks."""

from __future__ import annotations

from collections.abc import Iterator

from rakor_desktop.bahasa.dates import long_date, parse_date
from rakor_desktop.domain.meeting import DECISION_KINDS, DIRECTIVE_KINDS, Item, Meeting
from rakor_desktop.review.finding import Finding, shortened

_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))


def empty(meeting: Meeting) -> Iterator[Finding]:
    """A public item without words would leave a hole in the release."""
    for number, item in enumerate(meeting.items, start=1):
        if not (item.text.strip() or item.quote.strip()):
            yield Finding(
                "empty_item",
                "warning" if item.public else "hint",
                f"items/{item.id}/text",
                f"Butir nomor {number} masih kosong"
                + (", padahal ditandai untuk siaran pers." if item.public else "."),
                "Isi butir itu atau hapus.",
            )


def speakers(meeting: Meeting) -> Iterator[Finding]:
    """An order without somebody who gave it binds nobody."""
    for item in meeting.items:
        if item.kind in DIRECTIVE_KINDS and not (item.speaker_id or item.speaker.strip()) and _named(item):
            yield Finding(
                "directive_without_speaker",
                "warning",
                f"items/{item.id}/speaker",
                f'Arahan "{_named(item)}" belum disebut dari siapa.',
                "Pilih pembicaranya.",
            )


def quotations(meeting: Meeting) -> Iterator[Finding]:
    """Words between quotation marks need somebody who said them: a release leaves a nameless quotation out."""
    for item in meeting.items:
        if item.public and item.quote.strip() and not (item.speaker_id or item.speaker.strip()):
            yield Finding(
                "quote_without_speaker",
                "warning",
                f"items/{item.id}/speaker",
                f'Kutipan "{shortened(item.quote)}" belum ada penuturnya, jadi tidak masuk siaran pers.',
                "Pilih pembicaranya.",
            )


def decisions(meeting: Meeting) -> Iterator[Finding]:
    """A decision is followed up when it says who does it until when."""
    for item in meeting.items:
        if item.kind in DECISION_KINDS and _named(item):
            follow_up = item.follow_up
            gaps = [
                word
                for word, value in (
                    ("penanggung jawab", follow_up and follow_up.responsible.strip()),
                    ("batas waktu", follow_up and follow_up.due.strip()),
                )
                if not value
            ]
            if gaps:
                yield Finding(
                    "decision_without_follow_up",
                    "hint",
                    f"items/{item.id}/follow_up",
                    f'Keputusan "{_named(item)}" belum memuat {" dan ".join(gaps)}.',
                    f"Isi {' dan '.join(gaps)} pada tindak lanjutnya.",
                )


def due_dates(meeting: Meeting) -> Iterator[Finding]:
    """What the meeting decided cannot have been due before it."""
    held = meeting.held.date
    for item in meeting.items:
        due = parse_date(item.follow_up.due) if held and item.follow_up and item.follow_up.due else None
        if held and due and due < held:
            yield Finding(
                "due_before_meeting",
                "warning",
                f"items/{item.id}/follow_up",
                f'Batas waktu "{_named(item)}", {long_date(due)}, mendahului rapat, {long_date(held)}.',
                "Periksa batas waktunya.",
            )


def quotation_marks(meeting: Meeting) -> Iterator[Finding]:
    """A mark that opens must close: otherwise the reader cannot tell who speaks."""
    for item in meeting.items:
        for name in ("text", "quote"):
            text = getattr(item, name)
            if text and is_unbalanced(text):
                label = "Kutipan" if name == "quote" else "Butir"
                yield Finding(
                    "unbalanced_quotes",
                    "warning",
                    f"items/{item.id}/{name}",
                    f'{label} "{_named(item)}" memuat tanda petik atau kurung yang tidak berpasangan.',
                    "Tambahkan atau hapus pasangannya.",
                )


def is_unbalanced(text: str) -> bool:
    """Whether double quotation marks or round brackets lack their partner; ``a)`` opening a line is a number."""
    if text.count('"') % 2:
        return True
    for opening, closing in _PAIRS:
        stray = text.count(closing) - text.count(opening)
        if opening == "(":
            stray -= sum(1 for line in text.splitlines() if _is_numbered(line.lstrip()))
        if stray:
            return True
    return False


def _is_numbered(line: str) -> bool:
    head, bracket, _ = line.partition(")")
    return bool(bracket) and len(head) <= 3 and head.isalnum()


def _named(item: Item) -> str:
    return shortened(item.topic or item.text or item.quote)


RULES = (empty, speakers, quotations, decisions, due_dates, quotation_marks)
"""The rules of this file."""
