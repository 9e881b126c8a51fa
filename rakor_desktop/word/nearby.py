"""What a person needs to find a place of a template again: the words that stand there, and the size of its paper."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from rakor_desktop.word.faults import FaultLog, TemplateError
from rakor_desktop.word.intake import survey
from rakor_desktop.word.package import read_package
from rakor_desktop.word.places import Orders, W, place_of

_LONGEST = 70
_MM_PER_TWIP = 25.4 / 1440


def words_at(data: bytes, places: Collection[str]) -> dict[str, str]:
    """Return the words at places as faults tell them; places that cannot be found are left out."""
    wanted = set(places)
    found: dict[str, str] = {}
    try:
        sources, _highest = survey(read_package(data), FaultLog())
    except TemplateError:
        return found
    for source in sources:
        if source.is_core or not any(place.startswith(source.label) for place in wanted):
            continue
        orders: Orders = {}
        for paragraph in source.root.iter(W + "p"):
            place = place_of(paragraph, source.label, orders)
            text = _shown(paragraph)
            if place in wanted and text and place not in found:
                found[place] = text
    return found


def paper_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height in whole millimetres of a template's first page; None when it does not say.

    Raises:
        TemplateError: the file is no .docx, damaged, or dangerous.
    """
    sources, _highest = survey(read_package(data), FaultLog())
    for source in sources:
        size = next(source.root.iter(W + "pgSz"), None) if not source.is_core else None
        if size is not None:
            wide, high = (size.get(W + side, "") for side in ("w", "h"))
            if wide.isdecimal() and high.isdecimal() and len(wide) < 7 and len(high) < 7:
                return round(int(wide) * _MM_PER_TWIP), round(int(high) * _MM_PER_TWIP)
    return None


def _shown(paragraph: etree._Element) -> str:
    text = " ".join("".join(node.text or "" for node in paragraph.iter(W + "t")).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
