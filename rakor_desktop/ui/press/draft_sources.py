"""From a paragraph back to the fields of the meeting that it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from rakor_desktop.ui.words import shortened

if TYPE_CHECKING:
    from rakor_desktop.compose.draft import DraftParagraph

MOST: Final = 12
"""More fields than that no menu can offer."""
_NAMES: Final = {
    "title": "Judul rapat",
    "kind": "Jenis rapat",
    "theme": "Tema",
    "occasion": "Dalam rangka",
    "organiser": "Penyelenggara",
    "conduct": "Suasana",
    "head_count": "Jumlah hadirin",
    "venue": "Tempat",
    "held": "Waktu",
    "operation": "Operasi",
    "attendees": "Hadirin",
    "groups": "Rombongan",
    "items": "Butir",
    "figures": "Angka",
    "office": "Kantor",
}


class Origin(NamedTuple):
    """A field that a paragraph was made of, and what a menu calls it."""

    target: str
    name: str


def origins(paragraph: DraftParagraph) -> tuple[Origin, ...]:
    """The fields that can be gone to; entries of the catalog are no fields of the meeting."""
    found = {
        fact.target: Origin(fact.target, _named(fact.target, fact.value))
        for fact in paragraph.facts
        if not fact.target.startswith("catalog")
    }
    return tuple(found.values())


def origin_at(paragraph: DraftParagraph, text: str, place: int) -> str:
    """The field whose words stand at a place of the paragraph's text, else the first one; empty without any."""
    fields = [fact for fact in paragraph.facts if not fact.target.startswith("catalog")]
    for fact in sorted(fields, key=lambda fact: len(fact.value)):
        at = text.find(fact.value) if fact.value else -1
        if 0 <= at <= place <= at + len(fact.value):
            return fact.target
    return fields[0].target if fields else ""


def key_for(paragraphs: Sequence[DraftParagraph], target: str) -> str:
    """The key of the paragraph that a field went into; empty when it went into none."""
    for paragraph in paragraphs:
        if any(fact.target == target for fact in paragraph.facts):
            return paragraph.key
    kind, _, rest = target.partition("/")
    record = rest.partition("/")[0]
    for paragraph in paragraphs:
        if any(fact.target.startswith(f"{kind}/{record}/") for fact in paragraph.facts) and record:
            return paragraph.key
    return ""


def _named(target: str, value: str) -> str:
    name = _NAMES.get(target.replace(".", "/").partition("/")[0], "Isian")
    return f"{name}: {shortened(value, 56)}" if value else name
