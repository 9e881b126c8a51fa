"""How one block of a document looks on the preview's paper, and how it reads as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextOption

LINE_BREAK: Final = "\u2028"
"""A new line inside one paragraph of a QTextDocument."""
INK: Final = QColor("#1c1f24")
QUIET: Final = QColor("#5f6672")
SHADE: Final = QColor("#eef1f5")
_LABEL: Final = 112
_COLON: Final = 12
_HANG: Final = 24
_BOLD_SPAN: Final = re.compile(r"\*[^*\n]+\*")
_PLAIN_RUNS: Final = frozenset({"field", "numbered", "row", "header_row", "letterhead", "photo"})


class Block(Protocol):
    """A paragraph or table row of a document, as :mod:`rakor_desktop.compose.outline` makes them."""

    @property
    def key(self) -> str:
        """Stays the same while the text changes."""

    @property
    def kind(self) -> str:
        """What it is: title, field, row ..."""

    @property
    def text(self) -> str:
        """Its text."""

    @property
    def label(self) -> str:
        """The label of a field, or which side a signature stands on."""

    @property
    def marker(self) -> str:
        """Its number."""

    @property
    def level(self) -> int:
        """Its indent."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row."""

    @property
    def target(self) -> str:
        """The field that it came from."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one character format."""

    text: str
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    scale: float = 1.0

    def format(self, font: QFont) -> QTextCharFormat:
        """The character format on top of the document's font."""
        made = QTextCharFormat()
        own = QFont(font)
        own.setPointSizeF(font.pointSizeF() * self.scale)
        own.setBold(self.bold)
        own.setItalic(self.italic)
        made.setFont(own)
        made.setForeground(QUIET if self.quiet else INK)
        return made


def runs_of(block: Block, document: str) -> tuple[Run, ...]:
    """The text of a block in its formats; one paragraph, inner line breaks included."""
    made = tuple(_runs(block, document))
    return tuple(Run(r.text.replace("\n", LINE_BREAK), r.bold, r.italic, r.quiet, r.scale) for r in made if r.text)


def paragraph_format(block: Block, document: str, width: int) -> QTextBlockFormat:
    """Alignment, indents, tab stops and spacing of a block on a page of this width (pixels)."""
    made = QTextBlockFormat()
    made.setLineHeight(118.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(_ABOVE.get(block.kind, 0))
    made.setBottomMargin(_BELOW.get(block.kind, 3))
    if block.kind == "letterhead" or (block.kind in ("title", "subtitle") and document != "siaran-pers"):
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif block.kind == "field":
        _hang(made, (_LABEL, _LABEL + _COLON, *((_LABEL + _COLON + _HANG,) if block.marker else ())))
    elif block.kind in ("numbered", "row", "header_row"):
        _hang(made, (max(0, block.level - 1) * _HANG + 30,))
    elif block.kind == "quote" and document != "siaran-pers":
        made.setLeftMargin(block.level * _HANG)
    elif block.kind == "signature" and block.label != "kiri":
        made.setLeftMargin(width * 0.45)
    if block.kind == "header_row":
        made.setBackground(SHADE)
    if document == "laporan-whatsapp" and block.kind == "heading":
        made.setTopMargin(8)
    return made


def plain_text(blocks: Sequence[Block]) -> str:
    """The document as text to paste: a blank line between paragraphs, none inside lists."""
    out: list[str] = []
    for number, block in enumerate(blocks):
        if number:
            out.append("\n" if _close(blocks[number - 1], block) else "\n\n")
        out.append(_line(block))
    return "".join(out)


def _close(former: Block, block: Block) -> bool:
    if former.kind == block.kind and block.kind in _PLAIN_RUNS:
        return True
    if former.kind == "header_row" or (former.kind == "heading" and block.kind == "numbered"):
        return True
    return _starred(former.text) and _starred(block.text) and former.kind == block.kind


def _starred(text: str) -> bool:
    return len(text) > 2 and text.startswith("*") and text.endswith("*")


def _line(block: Block) -> str:
    if block.cells:
        return "\t".join(block.cells)
    if block.kind == "field":
        text = " ".join(part for part in (block.marker, block.text) if part)
        return f"{block.label}: {text}" if block.label else text
    return " ".join(part for part in (block.marker, block.text) if part)


def _hang(made: QTextBlockFormat, stops: Sequence[int]) -> None:
    made.setLeftMargin(stops[-1])
    made.setTextIndent(-stops[-1])
    # Tab stops are measured from the left margin's edge, where the hanging first line begins.
    made.setTabPositions([QTextOption.Tab(stop, QTextOption.TabType.LeftTab) for stop in stops])


def _runs(block: Block, document: str) -> Iterable[Run]:
    text = block.text
    match block.kind:
        case "letterhead":
            yield Run(text, bold=block.level == 0, quiet=block.level > 0, scale=0.9)
        case "title":
            yield Run(text, bold=True, scale=1.4 if document == "siaran-pers" else 1.2)
        case "subtitle":
            yield Run(text, bold=True)
        case "field":
            yield Run(f"{block.label}\t:\t" if block.label else "\t\t", quiet=True)
            yield Run((f"{block.marker}\t" if block.marker else "") + text)
        case "heading":
            yield Run(" ".join(part for part in (block.marker, text) if part), bold=True)
        case "numbered":
            yield Run(f"{block.marker}\t", quiet=True)
            yield from _starred_runs(text)
        case "quote":
            yield Run(text, italic=document != "siaran-pers")
        case "header_row":
            yield Run("\t".join((block.cells[0], " · ".join(block.cells[1:]))), bold=True, quiet=True, scale=0.88)
        case "row":
            yield from _row_runs(block.cells)
        case "photo":
            yield Run(f"▣ {block.marker}  ", bold=True, quiet=True, scale=0.92)
            yield Run(text, italic=True, scale=0.92)
        case "note":
            yield Run(text, quiet=True, scale=0.92)
        case _:
            yield from _starred_runs(text)


def _row_runs(cells: Sequence[str]) -> Iterable[Run]:
    """Number, what the row is about, and the other cells quietly below it: nothing is cut on a narrow pane."""
    if not cells:
        return
    yield Run(f"{cells[0]}\t", quiet=True)
    if not any(cells[1:]):
        yield Run("…" * 18, quiet=True)
        return
    yield Run(cells[1] if len(cells) > 1 else "")
    rest = " · ".join(cell for cell in cells[2:] if cell)
    yield Run(f"\n{rest}" if rest else "", quiet=True, scale=0.92)


def _starred_runs(text: str) -> Iterable[Run]:
    """Text with what stands between single asterisks in bold, asterisks kept: so WhatsApp takes it."""
    at = 0
    for found in _BOLD_SPAN.finditer(text):
        yield Run(text[at : found.start()])
        yield Run(found[0], bold=True)
        at = found.end()
    yield Run(text[at:])


_ABOVE: Final = {"title": 8, "heading": 10, "signature": 16, "photo": 6, "note": 6, "header_row": 6}
_BELOW: Final = {"title": 6, "subtitle": 12, "paragraph": 8, "quote": 8, "heading": 4, "row": 4, "letterhead": 0}
