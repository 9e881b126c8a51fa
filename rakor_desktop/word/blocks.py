"""The compiled form of a template: a small tree of nodes, and how tags are nested into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import nodes

from rakor_desktop.word.expressions import Reader, block_words
from rakor_desktop.word.faults import Fault

MOST_LOOPS = 2
_DEEPEST = 12
_WORDS = ("for", "endfor", "if", "elif", "else", "endif")
_REFUSED = frozenset(
    "autoescape block call continue break debug do endblock endcall endfilter endmacro endraw endset endwith "
    "extends filter from import include macro pluralize raw set trans with".split()
)
_STATEMENT = re.compile(r"([A-Za-z_]*)\s*(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Site:
    """Where an expression stands and how it reads, for messages."""

    place: str
    source: str


@dataclass(slots=True)
class Static:
    """Text written as it is."""

    text: str


@dataclass(slots=True)
class Print:
    """A printed expression. ``mode``: value (cleaned, escaped), span (a cell's width in columns), colour."""

    expression: nodes.Expr
    site: Site
    mode: str = "value"
    factor: int = 1


@dataclass(slots=True)
class If:
    """Conditional parts in order; a condition of None is the else part."""

    branches: list[tuple[nodes.Expr | None, list[Node]]]
    site: Site


@dataclass(slots=True)
class For:
    """A repeated part."""

    name: str
    source: nodes.Expr
    condition: nodes.Expr | None
    site: Site
    body: list[Node] = field(default_factory=list)
    otherwise: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Drop:
    """An element that must not stand empty: without any output of ``body``, head and tail are not written either."""

    head: list[Node] = field(default_factory=list)
    body: list[Node] = field(default_factory=list)
    tail: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Fill:
    """A place that must not stay empty: without any output of ``body``, ``instead`` is written."""

    instead: str
    body: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Slot:
    """A placeholder picture: ``body`` is written when the expression is a picture, nothing when it is None."""

    expression: nodes.Expr
    site: Site
    width: int
    height: int
    body: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class SlotField:
    """A property of the picture of the innermost slot: rid, cx, cy or alt."""

    name: str


@dataclass(slots=True)
class Property:
    """A document property: text cut at 255 characters; an empty or faulty date removes its element."""

    opening: str
    closing: str
    site: Site
    is_date: bool
    body: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Fresh:
    """A number not used in the document. The same ``key`` keeps its number for one pass of a loop."""

    key: str = ""


Node = Static | Print | If | For | Drop | Fill | Slot | SlotField | Property | Fresh


@dataclass(slots=True)
class Mark:
    """A tag in its place. ``kind``: print, block, or one the engine made; ``anchor`` is where in the XML it stands.

    A block must open and close at equal anchors, or the filled XML would not be well-formed.
    """

    kind: str
    body: str
    place: str
    unit: str = ""
    node: Node | None = None
    anchor: tuple[object, ...] = ()


@dataclass(slots=True)
class _Open:
    mark: Mark
    word: str
    node: Node
    target: list[Node]
    has_else: bool = False


class Nester:
    """Builds the node tree of one part from its pieces (text and marks), telling what does not nest."""

    def __init__(self, reader: Reader, faults: list[Fault]) -> None:
        self._reader = reader
        self._faults = faults
        self._root: list[Node] = []
        self._stack: list[_Open] = []

    def nest(self, pieces: Iterable[str | Mark]) -> list[Node]:
        """Return the tree; faults are in the list given on construction."""
        for piece in pieces:
            if isinstance(piece, str):
                if piece:
                    self._target.append(Static(piece))
            else:
                self._take(piece)
        for left in self._stack:
            self._fault(
                "unclosed_block",
                left.mark.place,
                f'"{{% {_shown(left.mark)} %}}" tidak ditutup',
                f'tambahkan "{{% end{left.word} %}}"',
            )
        return self._root

    @property
    def _target(self) -> list[Node]:
        return self._stack[-1].target if self._stack else self._root

    def _fault(self, code: str, place: str, message: str, remedy: str) -> None:
        self._faults.append(Fault(code, place, message, remedy))

    def _take(self, mark: Mark) -> None:
        if mark.kind == "print":
            expression = self._reader.read_print(mark.body, mark.place)
            if expression is not None:
                self._target.append(Print(expression, Site(mark.place, mark.body)))
        elif mark.kind == "block":
            self._statement(mark)
        elif mark.kind in ("span", "colour"):
            self._attribute(mark)
        elif mark.kind == "node" and mark.node is not None:
            self._target.append(mark.node)
        else:
            self._made(mark)

    def _attribute(self, mark: Mark) -> None:
        expression = self._reader.read_print(mark.body, mark.place)
        if expression is not None:
            factor = int(mark.unit or "1")
            self._target.append(Print(expression, Site(mark.place, mark.body), mark.kind, factor))

    def _made(self, mark: Mark) -> None:
        """Nest what the engine itself put in; it is balanced by construction unless the author's tags cross it."""
        node = mark.node
        if mark.kind == "open":
            assert node is not None
            self._target.append(node)
            self._stack.append(_Open(mark, "", node, node.head if isinstance(node, Drop) else _body(node)))
        elif not self._stack or self._stack[-1].word:
            if mark.kind == "close":
                self._fault("crossed", mark.place, "tanda pembuka dan penutup bersilangan", "periksa urutannya")
        elif mark.kind == "close":
            self._stack.pop()
        else:
            drop = self._stack[-1].node
            assert isinstance(drop, Drop)
            self._stack[-1].target = drop.body if mark.kind == "body" else drop.tail

    def _statement(self, mark: Mark) -> None:
        found = _STATEMENT.match(mark.body)
        word, rest = (found.group(1), found.group(2)) if found else ("", "")
        if not mark.body:
            self._fault("empty_tag", mark.place, 'tanda "{% %}" kosong', "isi dengan perintah atau hapus")
        elif word not in _WORDS:
            shown = word or mark.body[:20]
            refused = word in _REFUSED
            what = "tidak diizinkan dalam template" if refused else "tidak dikenal"
            remedy = "gunakan isian, if dan for saja" if refused else block_words(_WORDS, word)
            self._fault("unknown_block", mark.place, f'perintah "{{% {shown} %}}" {what}', remedy)
        elif word in ("for", "if"):
            self._open(mark, word, rest)
        elif word in ("endfor", "endif"):
            self._close(mark, word[3:], rest)
        else:
            self._branch(mark, word, rest)

    def _open(self, mark: Mark, word: str, rest: str) -> None:
        site = Site(mark.place, rest)
        node: Node
        if word == "for":
            loops = 1 + sum(open_.word == "for" for open_ in self._stack)
            if loops > MOST_LOOPS:
                self._fault(
                    "too_many_loops",
                    mark.place,
                    f"perulangan bersarang lebih dari {MOST_LOOPS} tingkat",
                    "kurangi",
                )
            parts = self._reader.read_for(rest, mark.place)
            name, source, condition = parts or ("x", nodes.Const(None), None)
            node = For(name, source, condition, site)
            target = node.body
        else:
            test = self._reader.read_if(rest, mark.place)
            target = []
            node = If([(test or nodes.Const(None), target)], site)
        if len(self._stack) >= _DEEPEST:
            self._fault("too_deep", mark.place, "perintah bersarang terlalu dalam", "sederhanakan")
        self._target.append(node)
        self._stack.append(_Open(mark, word, node, target))

    def _innermost(self, mark: Mark, word: str) -> _Open | None:
        """Return the open block ``mark`` belongs to; a fault when there is none or it stands elsewhere."""
        shown = f'"{{% {_shown(mark)} %}}"'
        if not self._stack:
            opener = word or "if"
            self._fault(
                "unopened_block",
                mark.place,
                f'{shown} tanpa "{{% {opener} %}}" sebelumnya',
                f'hapus, atau tambahkan "{{% {opener} ... %}}" di depannya',
            )
            return None
        open_ = self._stack[-1]
        if word and open_.word != word:
            wanted = f"{{% end{open_.word} %}}" if open_.word else "penutup sebelumnya"
            self._fault(
                "crossed",
                mark.place,
                f'{shown} bersilangan dengan "{{% {_shown(open_.mark)} %}}" ({open_.mark.place})',
                f'tutup dahulu dengan "{wanted}"',
            )
            return None
        if mark.anchor != open_.mark.anchor:
            self._fault(
                "elsewhere",
                mark.place,
                f'{shown} tidak setempat dengan "{{% {_shown(open_.mark)} %}}" ({open_.mark.place})',
                "letakkan keduanya dalam sel atau bagian yang sama; untuk mengulang baris tabel pakai {%tr ... %}"
                " pada baris tersendiri, untuk paragraf {%p ... %}",
            )
        return open_

    def _close(self, mark: Mark, word: str, rest: str) -> None:
        if rest:
            self._fault(
                "extra_words",
                mark.place,
                f'"{{% {mark.body} %}}" tidak dikenali',
                f'tulis "{{% end{word} %}}"',
            )
        open_ = self._innermost(mark, word)
        if open_ is not None:
            self._stack.pop()
        else:
            self._recover(word)

    def _recover(self, word: str) -> None:
        """After a crossing drop the blocks it crossed, so that one slip is told once."""
        words = [open_.word for open_ in self._stack]
        if word in words:
            while self._stack.pop().word != word:
                pass

    def _branch(self, mark: Mark, word: str, rest: str) -> None:
        open_ = self._innermost(mark, "if" if word == "elif" else "")
        if open_ is None:
            return
        if not open_.word or open_.has_else or (word == "else" and rest):
            self._fault(
                "misplaced_branch",
                mark.place,
                f'"{{% {mark.body} %}}" tidak pada tempatnya',
                "periksa urutannya",
            )
            return
        open_.target = []
        if isinstance(open_.node, For):
            open_.target = open_.node.otherwise
            open_.has_else = True
        elif isinstance(open_.node, If):
            test = None if word == "else" else self._reader.read_if(rest, mark.place) or nodes.Const(None)
            open_.node.branches.append((test, open_.target))
            open_.has_else = word == "else"


def _body(node: Node) -> list[Node]:
    assert isinstance(node, (Fill, Slot, Property))
    return node.body


def _shown(mark: Mark) -> str:
    return mark.body if len(mark.body) <= 60 else mark.body[:57] + "..."
