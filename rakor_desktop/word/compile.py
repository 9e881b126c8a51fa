"""From the node tree to one Python function per part.

The templates' language is so small that it is translated to Python directly: each stretch between two loops or
conditions becomes one f-string. There are two translations of every part. The quick one reads attributes directly;
when anything at all is amiss it is thrown away and the careful one runs, which also reads mappings, and which tells
every error with its place. Source is made only of whitelisted forms: names that match ``[A-Za-z][A-Za-z0-9_]*``,
constants kept in a table, and literal text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

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
from rakor_desktop.word.expression_code import FILTER_WORK, ExpressionWriter, Scope
from rakor_desktop.word.expressions import Filters, source_of
from rakor_desktop.word.faults import Fault, TemplateError

FLUSH_AT = 256
"""Pieces kept before they are joined and compressed; bounds the memory of long loops."""

Filler = Callable[..., None]
"""``filler(values, out, ink, flush)`` appends texts to ``out``; ``flush()`` may empty it."""

_MOST_AT_ONCE = 24
"""Values looked over together; more would only need more memory."""
_FLUSH_SIZE = 500_000
_STEADY = 100
_HEAVY = 20
"""Work (about the number of tags) after which the clock is looked at: in a row, and in one pass of a loop."""


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


class _Writer(ExpressionWriter):
    def __init__(self, filters: Filters, careful: bool, streaming: bool) -> None:
        super().__init__(filters, careful)
        self._streaming = streaming
        self._lines: list[str] = []
        self._pending: list[str] = []
        self._plain: list[tuple[str, str]] = []
        self._indent = 1
        self._loops: list[str] = []
        self._drops = 0
        self._ticked = 0
        self._size = 0
        self._place = ""
        self._fresh: dict[str, str] = {}

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

    def _tick(self, site: Site) -> None:
        self._line(f"c.tick({self.keep(site.place)})")
        self._ticked = self.work

    def _text(self, text: str) -> None:
        self._size += len(text)
        if len(text) > 4000:  # Python's parser is slow with long literals
            self._pending.append("{" + self.keep(text) + "}")
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
            self._look_over(each, f"{', '.join(f'c[{name}]' for name, _ in self._plain)},")
            self._line('w(f"' + "".join(self._pending) + '")')
            self._plain.clear()
        elif self._pending:
            self._line('w(f"' + "".join(self._pending) + '")')
        self._pending.clear()

    def _look_over(self, values: str, singly: str) -> None:
        """Make ``values`` (a sequence of variables, or a variable that holds one) what is printed of them."""
        self._line(f"try: t = join({values})")
        self._line("except TypeError: t = TAB")
        self._line(f"if len(t) > {runtime.LONG}: c.weigh(len(t), {self.keep(self._place)})")
        self._line("if t.isascii() and (e := t.encode()).translate(PLAIN) == e:")
        self._line(f"    if note: note({values})")
        self._line("elif t.isascii() and t.isprintable():")
        self._line(f"    if note: note({values})")
        self._line(f"    {values} = c.together({values})")
        self._line("else:")
        self._line(f"    {values} = {singly}")

    # nodes

    def _block(self, body: list[Node], scope: Scope) -> None:
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

    def _compound(self, node: If | For | Drop | Fill | Slot | Property | Node, scope: Scope) -> None:
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

    def _indented(self, body: list[Node], scope: Scope) -> None:
        self._indent += 1
        start = len(self._lines)
        self._block(body, scope)
        self._flush_text()
        if len(self._lines) == start:
            self._line("pass")
        self._indent -= 1

    def _print(self, node: Print, scope: Scope) -> None:
        self.work += 1
        self._place = node.site.place
        if len(self._plain) >= _MOST_AT_ONCE:
            self._flush_text()
        if self.work - self._ticked > _STEADY:
            self._tick(node.site)
        code = self.expression(node.expression, scope, node.site)
        if node.mode == "span":
            self._value(f"span({code}, {node.factor}, {self.keep(node.site)})")
        elif node.mode == "colour":
            self._value(f"colour({code}, {self.keep(node.site)})")
        elif self.is_number(node.expression, scope):
            self._value(code)
        elif self.careful:
            self._value(f"printed(c, {code}, {self.keep(node.site)})")
        else:
            name = self.new("a")
            self._plain.append((name, code))
            self._value(name)

    def _fresh_number(self, node: Fresh) -> None:
        if not node.key:
            self._value("c.next_id()")
            return
        if node.key not in self._fresh:
            self._flush_text()
            self._fresh[node.key] = self.new("n")
            self._line(f"{self._fresh[node.key]} = c.next_id()")
        self._value(self._fresh[node.key])

    def _if(self, node: If, scope: Scope) -> None:
        self.work += len(node.branches)
        for place, (test, body) in enumerate(node.branches):
            if test is None:
                self._line("else:")
            else:
                word = "elif" if place else "if"
                self._line(f"{word} {self.expression(test, scope, node.site)}:")
            self._indented(body, scope)

    def _for(self, node: For, scope: Scope) -> None:
        self.work += FILTER_WORK
        if self._loops or self.work - self._ticked > _STEADY:
            self._tick(node.site)
        items, index, each = self.new("s"), self.new("i"), self.new("x")
        source = self.expression(node.source, scope, node.site)
        self._line(f"{items} = sequence({source}, {self.keep(Site(node.site.place, source_of(node.source)))})")
        inner = {**scope, node.name: each}
        if node.condition is not None:
            kept = self.new("s")
            self._line(f"{kept} = []")
            self._line(f"for {each} in {items}:")
            self._line(f"    c.tick({self.keep(node.site.place)})")
            self._line(f"    if {self.expression(node.condition, inner, node.site)}:")
            self._line(f"        {kept}.append({each})")
            items = kept
        inner["loop"] = f"{index},{items},{len(self._loops) + 1}"
        loop_at = len(self._lines)
        self._line(f"for {index}, {each} in enumerate({items}, 1):")
        flushing = self._streaming
        size, work = self._size, self.work
        start = self.new("b")
        if flushing and self._drops:
            self._line(f"    {start} = len(out)")
        self._loops.append(node.name)
        self._indented(node.body, inner)
        self._loops.pop()
        if self.work - work > _HEAVY:
            self._line(f"    c.tick({self.keep(node.site.place)})")
        if flushing:
            # Only after a pass that wrote something: then no enclosing Drop will take anything back.
            most = min(FLUSH_AT, _FLUSH_SIZE // (self._size - size + 1))
            condition = f"{start} < len(out) > {most}" if self._drops else f"len(out) > {most}"
            self._line(f"    if {condition}:")
            self._line("        gone += len(out)")
            self._line("        flush()")
        if not any(re.search(rf"\b{index}\b", line) for line in self._lines[loop_at + 1 :]):
            self._lines[loop_at] = "    " * self._indent + f"for {each} in {items}:"
        if node.otherwise:
            self._line(f"if not {items}:")
            self._indented(node.otherwise, scope)

    def _drop(self, node: Drop, scope: Scope) -> None:
        start, before = self.new("m"), self.new("k")
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

    def _fill(self, node: Fill, scope: Scope) -> None:
        before = self.new("k")
        self._line(f"{before} = len(out) + gone")
        self._block(node.body, scope)
        self._flush_text()
        self._line(f"if len(out) + gone == {before}:")
        self._indented([Static(node.instead)], scope)

    def _slot(self, node: Slot, scope: Scope) -> None:
        code = self.expression(node.expression, scope, node.site)
        self._line(f"q = picture(c, {code}, {node.width}, {node.height}, {self.keep(node.site)})")
        self._line("if q is not None:")
        self._indented(node.body, scope)

    def _property(self, node: Property, scope: Scope) -> None:
        start = self.new("m")
        self._line(f"{start} = len(out)")
        self._block(node.body, scope)
        self._flush_text()
        self._line(f"settle_property(out, {start}, {self.keep(node)})")
