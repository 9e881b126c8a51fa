"""Expressions of a template as Python code; names, constants and places are kept in a table beside it."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from jinja2 import nodes

from rakor_desktop.word import runtime
from rakor_desktop.word.blocks import Site
from rakor_desktop.word.expressions import Filters, source_of
from rakor_desktop.word.values import PLAIN_BYTES

FILTER_WORK = 10
"""How many plain values a filter costs, about."""

_BUILTIN_NAMES = frozenset(
    name for kind in (str, int, float, tuple, list, dict, bytes, datetime, Decimal) for name in dir(kind)
) | frozenset(keyword.kwlist)
"""Names that plain values answer to by themselves; read carefully even in the quick translation."""

Scope = Mapping[str, str]
"""Names a loop gives, and the Python names they have."""

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
    "depth": "{d}",
    "depth0": "({d} - 1)",
}
_NUMBERS = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")


class ExpressionWriter:
    """Translates checked expressions."""

    def __init__(self, filters: Filters, careful: bool) -> None:
        """``careful``: read everything so that what does not fit is told with its place."""
        self._filters = filters
        self.careful = careful
        self.work = 0
        self._count = 0
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
            "not_of_loop": runtime.not_of_loop,
            "span": runtime.span,
            "colour": runtime.colour,
            "settle_property": runtime.settle_property,
        }

    def new(self, prefix: str) -> str:
        """Return a name not used before."""
        self._count += 1
        return f"{prefix}{self._count}"

    def keep(self, value: object) -> str:
        """Put a value into the table and return its name."""
        name = self.new("K")
        self.names[name] = value
        return name

    def is_number(self, node: nodes.Expr, scope: Scope) -> bool:
        """Tell whether this is a number of the loop, which is printed as it is."""
        return self._is_loop(node, scope) and isinstance(node, nodes.Getattr) and node.attr in _NUMBERS

    def _is_loop(self, node: nodes.Node, scope: Scope) -> bool:
        return (
            isinstance(node, nodes.Getattr)
            and isinstance(node.node, nodes.Name)
            and node.node.name == "loop"
            and "loop" in scope
        )

    def expression(self, node: nodes.Node, scope: Scope, site: Site) -> str:
        """Return Python code for a checked expression; it contains neither quotes nor backslashes."""
        if isinstance(node, nodes.Name):
            if node.name == "loop" and "loop" in scope:
                return f"not_of_loop({self.keep(Site(site.place, site.source))})"
            return scope[node.name] if node.name in scope else self._attribute("v", node.name, node, site)
        if isinstance(node, nodes.Getattr):
            if self._is_loop(node, scope) and node.attr in _LOOP:
                index, items, depth = scope["loop"].split(",")
                return _LOOP[node.attr].format(i=index, s=items, d=depth)
            return self._attribute(self.expression(node.node, scope, site), node.attr, node, site)
        if isinstance(node, nodes.Getitem):
            assert isinstance(node.arg, nodes.Const)
            of = self.expression(node.node, scope, site)
            return f"item({of}, {self.keep(node.arg.value)}, {self.keep(Site(site.place, source_of(node)))})"
        if isinstance(node, nodes.Const):
            return self.keep(node.value)
        if isinstance(node, (nodes.Tuple, nodes.List)):
            return self.keep(tuple(each.value for each in node.items if isinstance(each, nodes.Const)))
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope, site)
        return self._logic(node, scope, site)

    def _logic(self, node: nodes.Node, scope: Scope, site: Site) -> str:
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
            return f"compared(lambda: {code(node.node)} % 2 == {rest}, {self.keep(site)})"
        assert isinstance(node, nodes.Compare)
        chain = code(node.expr) + "".join(f" {_OPERATORS[part.op]} {code(part.expr)}" for part in node.ops)
        return f"compared(lambda: {chain}, {self.keep(site)})" if self.careful else f"({chain})"

    def _attribute(self, of: str, name: str, node: nodes.Node, site: Site) -> str:
        if not self.careful and name not in _BUILTIN_NAMES:
            return f"{of}.{name}"
        return f"attribute({of}, {self.keep(name)}, {self.keep(Site(site.place, source_of(node)))})"

    def _filter(self, node: nodes.Filter, scope: Scope, site: Site) -> str:
        assert node.node is not None
        values = [self.expression(each, scope, site) for each in (node.node, *node.args)]
        values += [f"{pair.key}={self.expression(pair.value, scope, site)}" for pair in node.kwargs]
        self.work += FILTER_WORK
        function = self.keep(self._filters[node.name])
        if self.careful:
            return f"call({self.keep(Site(site.place, node.name))}, {function}, {', '.join(values)})"
        return f"{function}({', '.join(values)})"
