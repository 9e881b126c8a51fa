"""The headline, and what a copied web page leaves around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rakor_desktop.bahasa.text import title_case
from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page, Stretch

LONGEST_HEADLINE: Final = 16
"""Words; releases that are run unchanged have 8 to 14."""
_SHOUTING: Final = 5
_TOP: Final = 3
_LONG: Final = 80
"""A subheading may come again; the headline and whole sentences do not."""
_SEPARATORS: Final = " |-–»"


def headline(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Capitals of a headline, its length, its stop."""
    first = page.headline
    for line in page.lines:
        if line.start >= page.tail_start or line.start > 600:
            break
        if line.text.isupper() and len(re.findall(r"[^\W\d_]{2,}", line.text)) >= _SHOUTING and not page.is_report:
            message = "Judul seluruhnya huruf kapital. Pakai kapital di awal kata saja, kecuali gaya portal demikian."
            yield page.found(
                "judul-kapital", "hint", line.start, line.end, message, title_case(line.text), family="judul"
            )
    if first is None:
        return
    count = len(first.text.split())
    if count > LONGEST_HEADLINE:
        message = f"Judul ini {count} kata; judul siaran biasanya 8–14 kata. Persingkat."
        yield page.found("judul-panjang", "hint", first.start, first.end, message, family="judul")
    if first.text.endswith(".") and not first.text.endswith("..."):
        message = "Judul tidak ditutup titik. Hapus titiknya."
        yield page.found("judul-titik", "warning", first.end - 1, first.end, message, "", family="judul")


def repeated(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """The same line printed again, as a web page does with its headline."""
    seen: list[str] = []
    for place, line in enumerate(page.lines):
        if line.start >= page.tail_start or page.is_report:
            break
        key = line.text.casefold().strip(_SEPARATORS)
        if line.text.count(" ") < 3:
            continue
        if any(_same(key, other) for other in seen):
            message = "Baris ini sudah tercetak di atas. Hapus pengulangannya."
            yield page.found("judul-berulang", "warning", line.start, line.end, message, "", family="laman")
        elif place < _TOP or len(line.text) > _LONG:
            seen.append(key)


def _same(line: str, other: str) -> bool:
    longer, shorter = (line, other) if len(line) >= len(other) else (other, line)
    return longer == shorter or (longer.startswith(shorter) and longer[len(shorter) :].lstrip()[:1] in ("|", "»"))


def leftovers(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Lines of the web page above or inside the text, and everything below its end."""
    for line in page.lines:
        if line.start >= page.tail_start:
            break
        if page.is_tail(line.text) and len(line.text) < 200:
            yield _leftover(page, line, "Baris ini sisa laman web, bukan bagian siaran. Hapus.")
    tail = page.text[page.tail_start :].rstrip()
    if tail:
        stretch = Stretch(page.tail_start, page.tail_start + len(tail), tail)
        yield _leftover(page, stretch, "Bagian di bawah naskah ini sisa laman web. Hapus sebelum naskah dipakai.")


def _leftover(page: Page, part: Stretch, message: str) -> TextFinding:
    return page.found("sisa-laman", "warning", part.start, part.end, message, "", family="laman")


RULES: Final = (headline, repeated, leftovers)
"""The rules of this file."""
