"""Word documents (.docx, .docm): paragraphs and tables in their order, as they stand when changes are accepted."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final

from lxml import etree

from rakor_desktop.reading.errors import ReadingError
from rakor_desktop.reading.files.decoding import clean
from rakor_desktop.reading.files.file_kind import broken
from rakor_desktop.reading.source import Block, Grid, Span, cell_text

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}ptab": "\t",
}
_SKIPPED: Final = frozenset(
    f"{_W}{tag}" for tag in "del moveFrom pPr rPr tblPr trPr tcPr sectPr instrText delText footnoteReference".split()
) | {f"{_MC}Fallback"}
_FAULTS: Final = (
    *(zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, EOFError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, AssertionError, RuntimeError),
)
"""What python-docx raises over damaged parts."""
_WRAPPERS: Final = frozenset(f"{_W}{tag}" for tag in "sdt sdtContent ins moveTo customXml smartTag".split())
_CHECK_EVERY: Final = 200
_MOST_COLUMNS: Final = 100
_FURNITURE: Final = re.compile(r"word/(?:header|footer)\d*\.xml")


def blocks_of_word(data: bytes, name: str, check: Callable[[], None]) -> tuple[list[Block], tuple[str, ...]]:
    """The text and tables of a document in order, and notes. A damaged one raises :class:`ReadingError`."""
    body, furniture = _opened(data, name)
    walk = _Walk(check)
    walk.blocks_in(body)
    walk.flush()
    notes = []
    if walk.deleted:
        notes.append(f"{walk.deleted} bagian yang dihapus dengan Lacak Perubahan tidak dibaca.")
    if furniture:
        notes.append("Kepala dan kaki halaman tidak dibaca.")
    if walk.boxes:
        notes.append(f"{walk.boxes} kotak teks dibaca di tempat jangkarnya.")
    if not walk.blocks:
        raise ReadingError("reading.no-text", f'Berkas "{name}" tidak berisi teks.', name=name)
    return walk.blocks, tuple(notes)


def _opened(data: bytes, name: str) -> tuple[Any, bool]:
    """The body, and whether headers or footers say anything."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        body = Document(io.BytesIO(data)).element.body
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            furniture = any(
                b"<w:t>" in part or b"<w:t " in part
                for part in (package.read(one) for one in package.namelist() if _FURNITURE.fullmatch(one))
            )
    except (OpcError, *_FAULTS) as error:
        raise broken(name, "teksnya") from error
    if body is None:
        raise broken(name, "teksnya")
    return body, furniture


class _Walk:
    def __init__(self, check: Callable[[], None]) -> None:
        self._check = check
        self._steps = 0
        self._prose: list[str] = []
        self.blocks: list[Block] = []
        self.deleted = 0
        self.boxes = 0

    def blocks_in(self, parent: Any) -> None:
        """Every paragraph and table below ``parent`` as blocks."""
        for element in _content(parent):
            self._tick()
            if element.tag == f"{_W}p":
                self._prose.append(clean(self._text(element)).text)
            else:
                self._table(element)

    def flush(self) -> None:
        """End the running text."""
        text = "\n".join(line for line in "\n".join(self._prose).split("\n") if line.strip())
        self._prose.clear()
        if text:
            self.blocks.append(text)

    def _table(self, table: Any) -> None:
        rows: list[list[str]] = []
        spans: list[Span] = []
        open_spans: dict[int, tuple[int, int]] = {}

        def end() -> None:
            spans.extend(_grown(open_spans, len(rows)))
            if rows:
                self.flush()
                self.blocks.append(Grid(tuple(map(tuple, rows)), tuple(spans)))
            rows.clear()
            spans.clear()
            open_spans.clear()

        for row in _rows(table):
            self._tick()
            nested = [inner for inner in row.iter(f"{_W}tbl") if _is_real(inner)]
            if nested:
                # A table around a real table only lays the page out.
                end()
                for cell in _cells(row):
                    self.blocks_in(cell)
                self.flush()
                continue
            rows.append([])
            self._row(row, rows, spans, open_spans)
        end()

    def _row(self, row: Any, rows: list[list[str]], spans: list[Span], open_spans: dict[int, tuple[int, int]]) -> None:
        number = len(rows) - 1
        rows[-1].extend([""] * _value(row.find(f"{_W}trPr/{_W}gridBefore"), 0))
        for cell in _cells(row):
            column = len(rows[-1])
            if column >= _MOST_COLUMNS:
                break
            width = min(_value(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1), _MOST_COLUMNS - column)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val") != "restart" and column in open_spans
            if not goes_on:
                spans.extend(_grown({column: open_spans.pop(column)}, number) if column in open_spans else ())
                if merge is not None:
                    open_spans[column] = (number, width)
                elif width > 1:
                    spans.append(Span(number, column, 1, width))
            text = "" if goes_on else cell_text(clean(self._cell_text(cell)).text)
            rows[-1].extend([text, *[""] * (width - 1)])

    def _cell_text(self, cell: Any) -> str:
        lines = [self._text(paragraph) for paragraph in cell.iter(f"{_W}p") if not _in_box(paragraph, cell)]
        return "\n".join(line.strip() for line in lines if line.strip())

    def _text(self, paragraph: Any) -> str:
        """The text of a paragraph: insertions count, deletions do not, text boxes stand on lines of their own."""
        parts: list[str] = []
        boxes: list[str] = []
        stack: list[Any] = [paragraph]
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag in _SKIPPED:
                self.deleted += tag in (f"{_W}del", f"{_W}moveFrom") and _has_text(element)
                continue
            if tag == f"{_W}t":
                parts.append(element.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag == f"{_W}txbxContent":
                self.boxes += 1
                boxes.extend(self._text(inner) for inner in element.iterchildren(f"{_W}p"))
                for table in element.iterchildren(f"{_W}tbl"):
                    boxes.extend(self._text(inner) for inner in table.iter(f"{_W}p"))
            else:
                stack.extend(reversed(element))
        return "\n".join(("".join(parts), *boxes)) if boxes else "".join(parts)

    def _tick(self) -> None:
        self._steps += 1
        if self._steps % _CHECK_EVERY == 0:
            self._check()


def _content(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables right below, through content controls and tracked insertions."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in _WRAPPERS:
            stack.extend(reversed(element))


def _rows(table: Any) -> Iterator[Any]:
    for row in _below(table, f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is None:
            yield row


def _cells(row: Any) -> Iterator[Any]:
    return _below(row, f"{_W}tc")


def _below(parent: Any, wanted: str) -> Iterator[Any]:
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag == wanted:
            yield element
        elif element.tag in _WRAPPERS:
            stack.extend(reversed(element))


def _is_real(table: Any) -> bool:
    rows = list(_rows(table))
    return len(rows) > 1 and max(sum(1 for _ in _cells(row)) for row in rows) > 1


def _in_box(paragraph: Any, cell: Any) -> bool:
    parent = paragraph.getparent()
    while parent is not None and parent is not cell:
        if parent.tag in (f"{_W}txbxContent", f"{_MC}Fallback"):
            return True
        parent = parent.getparent()
    return False


def _has_text(element: Any) -> bool:
    return any((text.text or "").strip() for text in element.iter(f"{_W}delText", f"{_W}t"))


def _grown(open_spans: dict[int, tuple[int, int]], last: int) -> Iterator[Span]:
    for column, (row, width) in open_spans.items():
        if (last - row) * width > 1:
            yield Span(row, column, last - row, width)


def _value(element: Any, default: int) -> int:
    value = element.get(f"{_W}val") if element is not None else None
    return min(int(value), _MOST_COLUMNS) if value and value.isdecimal() else default
