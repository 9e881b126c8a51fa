"""HTML of clipboards and pages: Excel, Word, WhatsApp Web, portals.

Parsed by lxml: it is there already, forgives every fault of markup, and takes 5 MB of Excel's HTML in a fraction of
what the standard library's parser needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from rakor_desktop.reading.files.decoding import clean
from rakor_desktop.reading.source import Block, Grid, Span, cell_text

_DROPPED: Final = frozenset(
    "script style head title meta link noscript template svg math object iframe select button input textarea".split()
)
_LINES: Final = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 section article header footer main aside nav blockquote pre dl dt dd figure "
    "figcaption address form fieldset hr caption body html center tr".split()
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_HEADER: Final = re.compile(r"\AVersion:[\d.]+\s*(?:\w+:[^\n]*\n)*", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \t\n]+")
_MOST_COLUMNS: Final = 200
_MOST_ROWSPAN: Final = 2_000
_MOST_CELLS: Final = 2_000_000
_CHECK_EVERY: Final = 2_000


def blocks_of_html(html: str, check: Callable[[], None]) -> tuple[list[Block], tuple[str, ...]]:
    """The text and tables of a page in order, and notes. Never raises over faulty markup."""
    walk = _Walk(check)
    root = _parsed(_HEADER.sub("", html.lstrip("\ufeff \n"), count=1))
    if root is not None:
        walk.run(root)
    notes = []
    if walk.hidden_rows:
        notes.append(f"{walk.hidden_rows} baris tersembunyi di dalam tabel ikut dibaca.")
    return walk.blocks, tuple(notes)


def _parsed(html: str) -> Any:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, remove_pis=True, huge_tree=True)
    try:
        return etree.fromstring(html.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


@dataclass(slots=True)
class _Cell:
    text: list[str] = field(default_factory=list)
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class _Rows:
    """A table while it is walked."""

    rows: list[list[_Cell]] = field(default_factory=list)

    @property
    def is_real(self) -> bool:
        return len(self.rows) > 1 and max(map(len, self.rows)) > 1


class _Walk:
    """One pass over the tree without recursion: text goes to the innermost open cell, else to the running text."""

    def __init__(self, check: Callable[[], None]) -> None:
        self._check = check
        self.blocks: list[Block] = []
        self.hidden_rows = 0
        self._prose: list[str] = []
        self._tables: list[_Rows] = []
        self._cells: list[_Cell | None] = []

    def run(self, root: Any) -> None:
        skipping: Any = None
        for steps, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end", "comment"))):
            if steps % _CHECK_EVERY == 0:
                self._check()
            if event == "comment":
                if skipping is None:
                    self._comment(element)
                    self._say(element.tail)
            elif skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self._say(element.tail)
            elif event == "start":
                if self._is_dropped(element):
                    skipping = element
                else:
                    self._open(element)
            else:
                self._close(element)
        while self._tables:
            self._end_table()
        self._flush()

    def _comment(self, comment: Any) -> None:
        """What stands before the copied fragment is the page's, not the person's choice."""
        name = (comment.text or "").strip().casefold()
        if name == "startfragment" and not self._tables:
            self._prose.clear()
            self.blocks.clear()

    def _is_dropped(self, element: Any) -> bool:
        tag = element.tag
        if tag in _DROPPED:
            return True
        style = element.get("style")
        hidden = bool(style and _HIDDEN.search(style)) or element.get("hidden") is not None
        if hidden and tag == "tr":
            # A filtered Excel list: the rows are there, and somebody may miss them.
            self.hidden_rows += 1
            return False
        return hidden and tag not in ("td", "th", "table", "tbody", "col")

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag == "table":
            self._tables.append(_Rows())
            self._cells.append(None)
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._cells[-1] = None
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(element)
        elif tag == "br" or tag in _LINES:
            self._line()
        elif tag == "img" and 0 < len(element.get("alt") or "") <= 4:
            self._say(element.get("alt"))
        self._say(element.text)

    def _begin_cell(self, element: Any) -> None:
        rows = self._tables[-1].rows
        if not rows:
            rows.append([])
        cell = _Cell(
            rows=_number(element.get("rowspan"), _MOST_ROWSPAN), columns=_number(element.get("colspan"), _MOST_COLUMNS)
        )
        rows[-1].append(cell)
        self._cells[-1] = cell

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag == "table":
            self._end_table()
        elif tag in ("td", "th") and self._cells:
            self._cells[-1] = None
        elif tag in _LINES:
            self._line()
        self._say(element.tail)

    def _end_table(self) -> None:
        table = self._tables.pop()
        self._cells.pop()
        if not table.rows:
            return
        outer = next((cell for cell in reversed(self._cells) if cell is not None), None)
        if outer is None:
            self._flush()
            self.blocks.append(_grid(table.rows))
        elif table.is_real and self._layout():
            self.blocks.append(_grid(table.rows))
        else:
            for row in table.rows:
                outer.text.append("\n" + " ".join("".join(cell.text) for cell in row))

    def _layout(self) -> bool:
        """A table around a real table only lays the page out: what it says before becomes running text."""
        for place, table in enumerate(self._tables):
            said = [cell for row in table.rows for cell in row]
            self._prose.extend("\n" + "".join(cell.text) for cell in said)
            for cell in said:
                cell.text.clear()
            self._tables[place].rows[:] = [table.rows[-1]] if table.rows else []
        self._flush()
        return True

    def _say(self, text: str | None) -> None:
        if not text:
            return
        into = next((cell for cell in reversed(self._cells) if cell is not None), None) if self._cells else None
        if into is not None:
            into.text.append(_BLANKS.sub(" ", text))
        elif not self._tables or text.strip():
            self._prose.append(_BLANKS.sub(" ", text))

    def _line(self) -> None:
        into = next((cell for cell in reversed(self._cells) if cell is not None), None) if self._cells else None
        (self._prose if into is None else into.text).append("\n")

    def _flush(self) -> None:
        text = _tidy("".join(self._prose))
        self._prose.clear()
        if text:
            self.blocks.append(text)


def _number(value: str | None, most: int) -> int:
    return max(1, min(int(value), most)) if value and value.strip().isdecimal() else 1


def _tidy(text: str) -> str:
    # Entities bring signs that the page's own text had no longer.
    lines = [line.strip() for line in clean(text).text.split("\n")]
    return "\n".join(line for line in lines if line)


def _grid(rows: list[list[_Cell]]) -> Grid:
    """Cells put where they stand when merged cells take their room."""
    taken: dict[tuple[int, int], None] = {}
    placed: list[dict[int, str]] = []
    spans: list[Span] = []
    for number, row in enumerate(rows):
        texts: dict[int, str] = {}
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            texts[column] = cell_text(_tidy("".join(cell.text)))
            height = min(cell.rows, len(rows) - number)
            width = min(cell.columns, _MOST_COLUMNS - column)
            if height * width > 1 and len(taken) < _MOST_CELLS:
                spans.append(Span(number, column, height, width))
                taken.update(dict.fromkeys((number + r, column + c) for r in range(height) for c in range(width)))
            column += width
        placed.append(texts)
    return Grid(_squared(placed), tuple(spans))


def _squared(placed: Iterable[dict[int, str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.get(column, "") for column in range(max(row, default=0) + 1)) for row in placed)
