"""Plain text templates in the same language: a WhatsApp report, the body of a press release."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from rakor_desktop.word.blocks import Mark, Nester, Node
from rakor_desktop.word.compile import compile_part
from rakor_desktop.word.expressions import SAFE_FILTERS, Filters, Reader
from rakor_desktop.word.faults import Fault, FaultLog, TemplateError
from rakor_desktop.word.package import read_file, refusal
from rakor_desktop.word.runtime import FAILURES
from rakor_desktop.word.scan import Tag, find_tags
from rakor_desktop.word.typecheck import TypeChecker
from rakor_desktop.word.values import Ink

_LONGEST = 1_000_000


class TextTemplate:
    """A compiled .txt template (UTF-8). As with Jinja2's trim_blocks and lstrip_blocks, blanks before a ``{% %}``
    or comment that begins its line and the line end right after it are not printed.
    """

    def __init__(self, tree: list[Node], filters: Filters) -> None:
        """Used by the two class methods."""
        self._tree = tree
        self._quick = compile_part(tree, filters, careful=False, streaming=False)
        self._careful = compile_part(tree, filters, careful=True, streaming=False)

    @classmethod
    def open(cls, path: Path | str, *, filters: Mapping[str, Callable[..., object]] | None = None) -> TextTemplate:
        """Open, check and compile a text template file.

        Raises:
            TemplateError: with every fault found, each with its line and remedy.
        """
        data = read_file(Path(path))
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise refusal("not_text", "bukan teks UTF-8", "simpan ulang sebagai teks UTF-8") from error
        return cls.from_text(text, filters=filters)

    @classmethod
    def from_text(cls, text: str, *, filters: Mapping[str, Callable[..., object]] | None = None) -> TextTemplate:
        """As :meth:`open`, from the template's text."""
        if len(text) > _LONGEST:
            raise refusal("too_large", "lebih dari satu juta huruf", "pakai template yang lebih ringkas")
        faults: list[Fault] = FaultLog()
        every: Filters = {**SAFE_FILTERS, **(filters or {})}
        pieces = _pieces(text.replace("\r\n", "\n"), faults)
        tree = Nester(Reader(every, faults), faults).nest(pieces)
        if faults:
            raise TemplateError(faults)
        return cls(tree, every)

    def check(self, view_model: type) -> tuple[Fault, ...]:
        """Return what does not fit this view-model type."""
        checker = TypeChecker(view_model)
        checker.check(self._tree, pictures=False)
        return tuple(checker.faults)

    def render(self, values: object) -> str:
        """Return the filled text; values are cleaned, nothing is escaped.

        Raises:
            TemplateError: a name is unknown or a value cannot be printed, with its line.
        """
        if not isinstance(values, Mapping):
            try:
                return self._fill(values, careful=False)
            except FAILURES:
                pass  # the careful filling succeeds or tells why not
        return self._fill(values, careful=True)

    def _fill(self, values: object, *, careful: bool) -> str:
        out: list[str] = []
        (self._careful if careful else self._quick)(values, out, Ink(), out.clear)
        return "".join(out)


def _pieces(text: str, faults: list[Fault]) -> list[str | Mark]:
    """Cut the text at its tags; faults of tags get their line."""
    pieces: list[str | Mark] = []
    position, counted, line = 0, 0, 1
    found: list[Fault] = FaultLog()
    for tag in _tags(text, found):
        line += text.count("\n", counted, tag.start)
        counted = tag.start
        before, after = text[position : tag.start], tag.end
        if tag.kind in ("block", "comment"):
            before, after = _whole_line(text, before, tag)
        if tag.before:
            before = before.rstrip()
        while tag.after and text[after : after + 1].isspace():
            after += 1
        pieces.append(before)
        if tag.kind == "literal":
            pieces.append(tag.body)
        elif tag.kind != "comment":
            pieces.append(Mark(tag.kind, tag.body, f"Baris {line}"))
        position = after
    pieces.append(text[position:])
    if found:
        faults += _located(text)
    return pieces


def _tags(text: str, found: list[Fault]) -> list[Tag]:
    try:
        return find_tags(text, "", found)
    except TemplateError:
        if not found:
            raise
        return []  # so many faults that the search ended; they are told with their lines


def _whole_line(text: str, before: str, tag: Tag) -> tuple[str, int]:
    """Drop blanks before a tag that begins its line and the line end right after it."""
    start = text.rfind("\n", 0, tag.start) + 1
    if not text[start : tag.start].strip(" \t"):
        before = before.rstrip(" \t")
    return before, tag.end + 1 if text[tag.end : tag.end + 1] == "\n" else tag.end


def _located(text: str) -> list[Fault]:
    """Look at each line alone; a tag never spans lines in a faulty text worth telling."""
    faults: list[Fault] = FaultLog()
    for number, line in enumerate(text.split("\n"), 1):
        find_tags(line, f"Baris {number}", faults)
    if not faults:
        find_tags(text, "Teks", faults)
    return faults
