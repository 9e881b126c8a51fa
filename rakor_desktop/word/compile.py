"""From the node tree to one Python function per part.

The templates' language is so small that it is translated to Python directly: each stretch between two loops or
conditions becomes one f-string. There are two translations of every part. The quick one reads attributes directly;
when anything at all is amiss it is thrown away and the careful one runs, which also reads mappings, and which tells
every error with its place. Source is made only of whitelisted forms: names that match ``[A-Za-z][A-Za-z0-9_]*``,
constants kept in a table, and literal text.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal

from jinja2 import nodes

from rakor_desktop.word import runtime
from rakor_desktop.word.blocks import (
    Drop,
    Fill,
    For,
    Fresh,
    If,
    Node,
    Print,
    Property,
    Site,
    Slot,
    SlotField,
    Static,
)
from rakor_desktop.word.expressions import Filters, source_of
from rakor_desktop.word.faults import Fault, TemplateError
from rakor_desktop.word.values import PLAIN_BYTES

FLUSH_AT = 256
"""Pieces kept before they are joined and compressed; bounds the memory of long loops."""

Filler = Callable[..., None]
"""``filler(values, out, ink, flush)`` appends texts to ``out``; ``flush()`` may empty it."""

_BUILTIN_NAMES = frozenset(
    name for kind in (str, int, float, tuple, list, dict, bytes, datetime, Decimal) for name in dir(kind)
) | frozenset(keyword.kwlist)
"""Names that plain values answer to by themselves; read carefully even in the quick translation."""

_OPERATORS = {
    "eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"
}  # fmt: skip
_LOOP = {
    "index": "{i}",
    "index0": "({i} - 1)",
    "revindex": "(len({s}) - {i} + 1)",
    "revindex0": "(len({s}) - {i})",
    "first": "({i} == 1)",
    "last": "({i} == len({s}))",
    "length": "len({s})",
    "previtem": "({s}[{i} - 2] if {i} > 1 else None)",
    "nextitem": "({s}[{i}] if {i} < len({s}) else None)",
}
_NUMBERS = ("index", "index0", "revindex", "revindex0", "length")
_Scope = Mapping[str, str]


def compile_part(tree: list[Node], filters: Filters, *, careful: bool, streaming: bool = True) -> Filler:
    """Return the function that fills this part.

    Raises:
        TemplateError: when Python refuses the translation (nested beyond its limits).
    """
    writer = _Writer(filters, careful, streaming)
    source = writer.function(tree)
    namespace: dict[str, object] = dict(writer.names)
    try:
        exec(compile(source, "<template>", "exec"), namespace)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise TemplateError(Fault("too_complex", "", "template terlalu rumit untuk dibaca", "sederhanakan")) from error
    fill = namespace["fill"]
    assert callable(fill)
    return fill


class _Writer:
    def __init__(self, filters: Filters, careful: bool, streaming: bool) -> None:
        self._filters = filters
        self._careful = careful
        self._streaming = streaming
        self._lines: list[str] = []
        self._pending: list[str] = []
        self._plain: list[tuple[str, str]] = []
        self._indent = 1
        self._count = 0
        self._loops: list[str] = []
        self._drops = 0
        self._fresh: dict[str, str] = {}
        self.names: dict[str, object] = {
            "TAB": "\t",
            "join": " ".join,
            "PLAIN": PLAIN_BYTES,
            "attribute": runtime.attribute,
            "item": runtime.item,
            "sequence": runtime.sequence,
            "printed": runtime.printed,
            "picture": runtime.picture,
            "call": runtime.call,
            "compared": runtime.compared,
            "span": runtime.span,
            "colour": runtime.colour,
            "settle_property": runtime.settle_property,
        }

    def function(self, tree: list[Node]) -> str:
        self._line("w = out.append", indent=1)
        self._line("gone = 0", indent=1)
        self._line("note = c.note", indent=1)
        self._block(tree, {})
        self._flush_text()
        return "def fill(v, out, c, flush):\n" + "\n".join(self._lines) + "\n"

    # lines of code

    def _line(self, code: str, indent: int | None = None) -> None:
        self._lines.append("    " * (self._indent if indent is None else indent) + code)

    def _new(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    def _keep(self, value: object) -> str:
        name = self._new("K")
        self.names[name] = value
        return name

    def _text(self, text: str) -> None:
        if len(text) > 4000:  # Python's parser is slow with long literals
            self._pending.append("{" + self._keep(text) + "}")
        else:
            escaped = text.encode("unicode_escape").decode("ascii").replace('"', '\\"')
            self._pending.append(escaped.replace("{", "{{").replace("}", "}}"))

    def _value(self, code: str) -> None:
        self._pending.append("{" + code + "}")

    def _flush_text(self) -> None:
        """Write the stretch collected so far as one f-string.

        Its values are looked over together: nearly always all are texts without anything to clean or escape, and
        then one look at all of them costs less than one call for each. ``note`` keeps them for verification.
        """
        if self._plain:
            for name, code in self._plain:
                self._line(f"{name} = {code}")
            names = ", ".join(name for name, _ in self._plain)
            each = f"({names},)"
            self._line(f"try: t = join({each})")
            self._line("except TypeError: t = TAB")
            self._line("if t.isascii() and (e := t.encode()).translate(PLAIN) == e:")
            self._line(f"    if note: note({each})")
            self._line("elif t.isascii() and t.isprintable():")
            self._line(f"    if note: note({each})")
            self._line(f"    {each} = c.together({each})")
            self._line("else:")
            self._line(f"    {each} = {', '.join(f'c[{name}]' for name, _ in self._plain)},")
            self._line('w(f"' + "".join(self._pending) + '")')
            self._plain.clear()
        elif self._pending:
            self._line('w(f"' + "".join(self._pending) + '")')
        self._pending.clear()

    # nodes

    def _block(self, body: list[Node], scope: _Scope) -> None:
        for node in body:
            if isinstance(node, Static):
                self._text(node.text)
            elif isinstance(node, Print):
                self._print(node, scope)
            elif isinstance(node, Fresh):
                self._fresh_number(node)
            elif isinstance(node, SlotField):
                self._value(f"q.{node.name}")
            else:
                self._flush_text()
                self._compound(node, scope)

    def _compound(self, node: If | For | Drop | Fill | Slot | Property | Node, scope: _Scope) -> None:
        if isinstance(node, If):
            self._if(node, scope)
        elif isinstance(node, For):
            self._for(node, scope)
        elif isinstance(node, Drop):
            self._drop(node, scope)
        elif isinstance(node, Fill):
            self._fill(node, scope)
        elif isinstance(node, Slot):
            self._slot(node, scope)
        elif isinstance(node, Property):
            self._property(node, scope)

    def _indented(self, body: list[Node], scope: _Scope) -> None:
        self._indent += 1
        start = len(self._lines)
        self._block(body, scope)
        self._flush_text()
        if len(self._lines) == start:
            self._line("pass")
        self._indent -= 1

    def _print(self, node: Print, scope: _Scope) -> None:
        code = self.expression(node.expression, scope, node.site)
        if node.mode == "span":
            self._value(f"span({code}, {node.factor}, {self._keep(node.site)})")
        elif node.mode == "colour":
            self._value(f"colour({code}, {self._keep(node.site)})")
        elif self._is_number(node.expression, scope):
            self._value(code)
        elif self._careful:
            self._value(f"printed(c, {code}, {self._keep(node.site)})")
        else:
            name = self._new("a")
            self._plain.append((name, code))
            self._value(name)

    def _is_number(self, node: nodes.Expr, scope: _Scope) -> bool:
        return self._is_loop(node, scope) and isinstance(node, nodes.Getattr) and node.attr in _NUMBERS

    def _is_loop(self, node: nodes.Node, scope: _Scope) -> bool:
        return (
            isinstance(node, nodes.Getattr)
            and isinstance(node.node, nodes.Name)
            and node.node.name == "loop"
            and "loop" in scope
        )

    def _fresh_number(self, node: Fresh) -> None:
        if not node.key:
            self._value("c.next_id()")
            return
        if node.key not in self._fresh:
            self._flush_text()
            self._fresh[node.key] = self._new("n")
            self._line(f"{self._fresh[node.key]} = c.next_id()")
        self._value(self._fresh[node.key])

    def _if(self, node: If, scope: _Scope) -> None:
        for place, (test, body) in enumerate(node.branches):
            if test is None:
                self._line("else:")
            else:
                word = "elif" if place else "if"
                self._line(f"{word} {self.expression(test, scope, node.site)}:")
            self._indented(body, scope)

    def _for(self, node: For, scope: _Scope) -> None:
        items, index, each = self._new("s"), self._new("i"), self._new("x")
        source = self.expression(node.source, scope, node.site)
        self._line(f"{items} = sequence({source}, {self._keep(Site(node.site.place, source_of(node.source)))})")
        inner = {**scope, node.name: each}
        if node.condition is not None:
            kept = self._new("s")
            self._line(f"{kept} = []")
            self._line(f"for {each} in {items}:")
            self._line(f"    if {self.expression(node.condition, inner, node.site)}:")
            self._line(f"        {kept}.append({each})")
            items = kept
        inner["loop"] = f"{index},{items}"
        loop_at = len(self._lines)
        self._line(f"for {index}, {each} in enumerate({items}, 1):")
        flushing = self._streaming and not self._loops
        start = self._new("b")
        if flushing and self._drops:
            self._line(f"    {start} = len(out)")
        self._loops.append(node.name)
        self._indented(node.body, inner)
        self._loops.pop()
        if flushing:
            # Only after a pass that wrote something: then no enclosing Drop will take anything back.
            condition = f"{start} < len(out) > {FLUSH_AT}" if self._drops else f"len(out) > {FLUSH_AT}"
            self._line(f"    if {condition}:")
            self._line("        gone += len(out)")
            self._line("        flush()")
        if not any(re.search(rf"\b{index}\b", line) for line in self._lines[loop_at + 1 :]):
            self._lines[loop_at] = "    " * self._indent + f"for {each} in {items}:"
        if node.otherwise:
            self._line(f"if not {items}:")
            self._indented(node.otherwise, scope)

    def _drop(self, node: Drop, scope: _Scope) -> None:
        start, before = self._new("m"), self._new("k")
        self._line(f"{start} = len(out)")
        self._block(node.head, scope)
        self._flush_text()
        self._line(f"{before} = len(out) + gone")
        self._drops += 1
        self._block(node.body, scope)
        self._flush_text()
        self._drops -= 1
        self._line(f"if len(out) + gone == {before}:")
        self._line(f"    del out[{start}:]")
        self._line("else:")
        self._indented(node.tail, scope)

    def _fill(self, node: Fill, scope: _Scope) -> None:
        before = self._new("k")
        self._line(f"{before} = len(out) + gone")
        self._block(node.body, scope)
        self._flush_text()
        self._line(f"if len(out) + gone == {before}:")
        self._indented([Static(node.instead)], scope)

    def _slot(self, node: Slot, scope: _Scope) -> None:
        code = self.expression(node.expression, scope, node.site)
        self._line(f"q = picture(c, {code}, {node.width}, {node.height}, {self._keep(node.site)})")
        self._line("if q is not None:")
        self._indented(node.body, scope)

    def _property(self, node: Property, scope: _Scope) -> None:
        start = self._new("m")
        self._line(f"{start} = len(out)")
        self._block(node.body, scope)
        self._flush_text()
        self._line(f"settle_property(out, {start}, {self._keep(node)})")

    # expressions

    def expression(self, node: nodes.Node, scope: _Scope, site: Site) -> str:
        """Return Python code for a checked expression; it contains neither quotes nor backslashes."""
        if isinstance(node, nodes.Name):
            return scope[node.name] if node.name in scope else self._attribute("v", node.name, node, site)
        if isinstance(node, nodes.Getattr):
            if self._is_loop(node, scope) and node.attr in _LOOP:
                index, items = scope["loop"].split(",")
                return _LOOP[node.attr].format(i=index, s=items)
            return self._attribute(self.expression(node.node, scope, site), node.attr, node, site)
        if isinstance(node, nodes.Getitem):
            assert isinstance(node.arg, nodes.Const)
            of = self.expression(node.node, scope, site)
            return f"item({of}, {self._keep(node.arg.value)}, {self._keep(Site(site.place, source_of(node)))})"
        if isinstance(node, nodes.Const):
            return self._keep(node.value)
        if isinstance(node, (nodes.Tuple, nodes.List)):
            return self._keep(tuple(each.value for each in node.items if isinstance(each, nodes.Const)))
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope, site)
        return self._logic(node, scope, site)

    def _logic(self, node: nodes.Node, scope: _Scope, site: Site) -> str:
        def code(part: nodes.Node) -> str:
            return self.expression(part, scope, site)

        if isinstance(node, nodes.And):
            return f"({code(node.left)} and {code(node.right)})"
        if isinstance(node, nodes.Or):
            return f"({code(node.left)} or {code(node.right)})"
        if isinstance(node, nodes.Not):
            return f"(not {code(node.node)})"
        if isinstance(node, nodes.CondExpr):
            other = code(node.expr2) if node.expr2 is not None else "None"
            return f"({code(node.expr1)} if {code(node.test)} else {other})"
        if isinstance(node, nodes.Test):
            if node.name == "none":
                return f"({code(node.node)} is None)"
            rest = 1 if node.name == "odd" else 0
            return f"compared(lambda: {code(node.node)} % 2 == {rest}, {self._keep(site)})"
        assert isinstance(node, nodes.Compare)
        chain = code(node.expr) + "".join(f" {_OPERATORS[part.op]} {code(part.expr)}" for part in node.ops)
        return f"compared(lambda: {chain}, {self._keep(site)})" if self._careful else f"({chain})"

    def _attribute(self, of: str, name: str, node: nodes.Node, site: Site) -> str:
        if not self._careful and name not in _BUILTIN_NAMES:
            return f"{of}.{name}"
        return f"attribute({of}, {self._keep(name)}, {self._keep(Site(site.place, source_of(node)))})"

    def _filter(self, node: nodes.Filter, scope: _Scope, site: Site) -> str:
        assert node.node is not None
        values = [self.expression(each, scope, site) for each in (node.node, *node.args)]
        values += [f"{pair.key}={self.expression(pair.value, scope, site)}" for pair in node.kwargs]
        function = self._keep(self._filters[node.name])
        if self._careful:
            return f"call({self._keep(Site(site.place, node.name))}, {function}, {', '.join(values)})"
        return f"{function}({', '.join(values)})"
