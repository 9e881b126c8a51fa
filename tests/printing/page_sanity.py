"""What a person would see at a glance on a printed page and wish it were not so.

Compares the pages (words and where they stand) with the Word document that they were made of (which style each
paragraph has). Findings are told in English, for those who build the templates.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from rakor_desktop.printing import Pages
from rakor_desktop.printing.pages import TextLine

HEADINGS = ("Bab", "ButirPembuka", "ButirKepala", "Dokumentasi", "Judul", "Tembusan", "LampiranKepala", "LabelSiaran")
"""Beginnings of the names of styles whose paragraphs announce what follows."""
SIGNATURE = "TandaTangan"
TABLE_HEAD = "TabelKepala"
MOST_LINES = 6
"""Lines that a heading may take."""
FEWEST_ROWS = 3
"""A last page with fewer rows than that looks like an accident."""
INKED = 0.03
"""Share of a page that two lines of text never darken, and a photo always does."""
_SLACK = 3.0
"""Points that glyphs may hang over an edge."""
_NUMBER = re.compile(r"^[\d.()a-zA-Z-]{1,6}\s+")
_PAGE_NUMBER = re.compile(r"^[-–\s]*\d+[-–\s]*$")


class PageFault(NamedTuple):
    """A finding; ``page`` counts from 1."""

    page: int
    code: str
    text: str


class Styled(NamedTuple):
    """The words of the paragraphs of some kind."""

    headings: frozenset[str]
    signature: str
    posts: tuple[str, ...]
    names: tuple[str, ...]
    table_head: frozenset[str]


def page_faults(docx_data: bytes, pages: Pages) -> list[PageFault]:
    """Everything that looks wrong on these pages of that document."""
    document = docx.Document(io.BytesIO(docx_data))
    styled = _styled(document)
    section = document.sections[0]
    margins = (section.top_margin or 0, section.bottom_margin or 0)
    top, bottom = (margin / 12_700 for margin in margins)
    right = (section.right_margin or 0) / 12_700
    faults: list[PageFault] = []
    bodies: list[list[str]] = []
    for n, size in enumerate(pages.sizes):
        lines = pages.lines(n)
        body = [
            line
            for line in lines
            if line.bottom > top - _SLACK
            and line.top < size.height - bottom + _SLACK
            and not _PAGE_NUMBER.match(line.text)
        ]
        faults += _beyond(n, body, size.width, right)
        bodies.append(_rows(body))
        if not body and _blank(pages, n):
            faults.append(PageFault(n + 1, "blank-page", "nothing on the page"))
    for n, rows in enumerate(bodies):
        last = n == len(bodies) - 1
        faults += _of_page(n, rows, styled, last=last)
        if n and last and 0 < len(rows) < FEWEST_ROWS and not _pictured(pages, n) and not _signed(rows, styled):
            faults.append(PageFault(n + 1, "nearly-empty", " / ".join(rows)))
    faults += _split_signature(bodies, styled)
    return sorted(faults)


def _of_page(n: int, rows: Sequence[str], styled: Styled, *, last: bool) -> Iterable[PageFault]:
    if not rows:
        return
    if n and _signed(rows, styled):
        yield PageFault(n + 1, "signature-alone", rows[0])
    if last:
        return
    end = rows[-1]
    if _ends_with_heading(rows, styled.headings):
        yield PageFault(n + 1, "widow-heading", end)
    elif styled.table_head and all(word in " ".join(styled.table_head).split() for word in end.split()):
        yield PageFault(n + 1, "table-head-alone", end)


def _signed(rows: Sequence[str], styled: Styled) -> bool:
    """Whether there are the words of signatures and no others."""
    return all(_squeezed(row) in styled.signature for row in rows)


def _pictured(pages: Pages, number: int) -> bool:
    """Whether so much of the page is not white that it holds a photo."""
    image = pages.draw(number, 0.2)
    return image is not None and sum(shade != 255 for shade in image.data[1::4]) > INKED * len(image.data) / 4


def _ends_with_heading(rows: Sequence[str], headings: frozenset[str]) -> bool:
    """Whether the last rows are a heading, its number before it or not, in capitals or not, in one line or more."""
    for count in range(1, min(MOST_LINES, len(rows)) + 1):
        words = " ".join(rows[-count:])
        if {_told(words), _told(_NUMBER.sub("", words))} & headings:
            return True
    return False


def _split_signature(bodies: Sequence[Sequence[str]], styled: Styled) -> Iterable[PageFault]:
    def last_page(words: str) -> int:
        wanted = _squeezed(words)
        return max((n for n, rows in enumerate(bodies) if wanted in _squeezed("".join(rows))), default=-1)

    if not styled.posts or not styled.names:
        return
    posts = max(last_page(words) for words in styled.posts)
    names = max(last_page(words) for words in styled.names)
    if posts >= 0 and names >= 0 and posts != names:
        yield PageFault(posts + 1, "signature-split", f"post on page {posts + 1}, name on page {names + 1}")


def _beyond(n: int, lines: Sequence[TextLine], width: float, right: float) -> Iterable[PageFault]:
    for line in lines:
        if line.left < -_SLACK or line.right > width - right + _SLACK:
            yield PageFault(n + 1, "beyond-margin", line.text[:60])


def _rows(lines: Sequence[TextLine]) -> list[str]:
    """Words whose middles stand at one height are one row, from left to right."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: (one.top + one.bottom) / 2):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0].top <= middle <= rows[-1][0].bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(line.text for line in sorted(row, key=lambda one: one.left)) for row in rows]


def _blank(pages: Pages, number: int) -> bool:
    image = pages.draw(number, 0.2)
    return image is None or set(image.data[0::4]) | set(image.data[1::4]) == {255}


def _styled(document: Document) -> Styled:
    found: dict[str, list[str]] = {"heading": [], "signature": [], "posts": [], "names": [], "head": []}
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document)
        text = " ".join(paragraph.text.split())
        style = paragraph.style.style_id if paragraph.style is not None else ""
        if not text:
            continue
        if style.startswith(HEADINGS):
            found["heading"].append(text)
        if style == TABLE_HEAD:
            found["head"].append(text)
        if style.startswith(SIGNATURE):
            found["signature"].append(text)
            if style.endswith("Nama"):
                found["names"].append(text)
            elif style.endswith("Jabatan"):
                found["posts"].append(text)
    return Styled(
        frozenset(map(_told, found["heading"])),
        _squeezed("".join(found["signature"])),
        tuple(found["posts"]),
        tuple(found["names"]),
        frozenset(found["head"]),
    )


def _told(text: str) -> str:
    """A heading as it is compared: a style may print it in capitals, and lines break where they will."""
    return _squeezed(text).casefold()


def _squeezed(text: str) -> str:
    """Without blanks and hyphens at line ends: LibreOffice breaks where Word does not."""
    return re.sub(r"[\s\u00ad-]+", "", text)
