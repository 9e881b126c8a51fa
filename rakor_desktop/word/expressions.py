"""Reading the expressions inside tags, and the whitelist of what a template may say.

A template may come from a stranger. Jinja2's parser is used for its grammar only; nothing of Jinja2 is ever run.
What is not on the whitelist (calls, arithmetic, macros, imports, ...) is refused with its place when a template opens.
"""

from __future__ import annotations

import inspect
import keyword
import re
from collections.abc import Callable, Iterable, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from rakor_desktop.word.faults import Fault, nearest
from rakor_desktop.word.values import text_of

Filters = Mapping[str, Callable[..., object]]

_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_DEEPEST = 20
_TESTS = ("none", "odd", "even")
_LEAVES = (nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.CondExpr, nodes.Keyword)
LOOP_FIELDS = tuple("index index0 revindex revindex0 first last length previtem nextitem depth depth0".split())
_grammar = Environment(autoescape=False)


def _default(value: object, other: object = "") -> object:
    return other if value is None or value == "" else value


def _length(value: object) -> int:
    return len(value) if isinstance(value, (str, tuple, list, Mapping)) else 0


def _join(value: object, separator: object = "") -> str:
    if not isinstance(value, (tuple, list)):
        return text_of(value)
    return text_of(separator).join(text_of(each) for each in value)


def _first(value: object) -> object:
    return value[0] if isinstance(value, (str, tuple, list)) and value else None


def _last(value: object) -> object:
    return value[-1] if isinstance(value, (str, tuple, list)) and value else None


SAFE_FILTERS: Filters = {
    "upper": lambda value: text_of(value).upper(),
    "lower": lambda value: text_of(value).lower(),
    "capitalize": lambda value: text_of(value)[:1].upper() + text_of(value)[1:],
    "trim": lambda value: text_of(value).strip(),
    "default": _default,
    "d": _default,
    "length": _length,
    "count": _length,
    "join": _join,
    "first": _first,
    "last": _last,
    "e": lambda value: value,  # everything is escaped anyway
    "escape": lambda value: value,
}
"""Filters every template has. ``default`` stands in for None and for empty text; ``capitalize`` leaves the rest
of the text as it is, because names and abbreviations must keep their capitals."""


class Reader:
    """Parses expressions and collects what is wrong with them; knows the filters at hand."""

    def __init__(self, filters: Filters, faults: list[Fault]) -> None:
        self.filters = filters
        self._faults = faults

    def read_print(self, source: str, place: str) -> nodes.Expr | None:
        """Return the expression of ``{{ source }}``, or None when it is at fault."""
        shown = "{{ " + source + " }}"
        if not source:
            self._fault("empty_tag", place, 'tanda "{{ }}" kosong', "isi dengan nama isian atau hapus")
            return None
        tree = self._parse(shown, place)
        if tree is None:
            return None
        body = tree.body
        only = body[0].nodes[0] if len(body) == 1 and isinstance(body[0], nodes.Output) else None
        if not isinstance(only, nodes.Expr) or len(tree.body) != 1:
            self._unreadable(shown, place)
            return None
        return self._checked(only, place, shown)

    def read_if(self, source: str, place: str) -> nodes.Expr | None:
        """Return the condition of ``{% if source %}``, or None when it is at fault."""
        shown = "{% if " + source + " %}"
        if not source:
            self._fault("empty_condition", place, '"{% if %}" tanpa syarat', "tulis isian yang diperiksa")
            return None
        tree = self._parse(shown + "{% endif %}", place, shown)
        if tree is None or len(tree.body) != 1 or not isinstance(tree.body[0], nodes.If):
            return None
        test = tree.body[0].test
        return self._checked(test, place, shown) if isinstance(test, nodes.Expr) else None

    def read_for(self, source: str, place: str) -> tuple[str, nodes.Expr, nodes.Expr | None] | None:
        """Return name, list and condition of ``{% for name in list if condition %}``, or None when at fault."""
        shown = "{% for " + source + " %}"
        tree = self._parse(shown + "{% endfor %}", place, shown)
        if tree is None:
            return None
        loop = tree.body[0] if len(tree.body) == 1 else None
        if not isinstance(loop, nodes.For) or not isinstance(loop.target, nodes.Name) or loop.recursive:
            self._fault("for_form", place, f'"{shown}" tidak dikenali', "tulis seperti {% for orang in hadirin %}")
            return None
        if not isinstance(loop.iter, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            self._fault("for_list", place, f'"{shown}" harus mengulang sebuah isian daftar', "sebutkan nama daftarnya")
            return None
        name = loop.target.name
        if not _PLAIN_NAME.match(name) or name == "loop":
            self._fault("for_name", place, f'nama "{name}" tidak boleh dipakai dalam for', "pakai nama lain")
            return None
        source_list = self._checked(loop.iter, place, shown)
        test = loop.test if isinstance(loop.test, nodes.Expr) else None
        condition = self._checked(test, place, shown) if test is not None else None
        if source_list is None or (loop.test is not None and condition is None):
            return None
        return name, source_list, condition

    def _parse(self, source: str, place: str, shown: str = "") -> nodes.Template | None:
        try:
            return _grammar.parse(source)
        except (TemplateSyntaxError, RecursionError, ValueError, OverflowError):
            self._unreadable(shown or source, place)
            return None

    def _unreadable(self, shown: str, place: str) -> None:
        if len(shown) > 80:
            shown = shown[:77] + "..."
        self._fault(
            "syntax",
            place,
            f'penulisan "{shown}" tidak dapat dibaca',
            "periksa titik, kurung dan tanda kutip",
        )

    def _fault(self, code: str, place: str, message: str, remedy: str) -> None:
        self._faults.append(Fault(code, place, message, remedy))

    def _checked(self, node: nodes.Expr, place: str, shown: str) -> nodes.Expr | None:
        before = len(self._faults)
        try:
            _fold(node)
            self._check(node, place, shown, 0)
        except RecursionError:
            self._unreadable(shown, place)
        return node if len(self._faults) == before else None

    def _check(self, node: nodes.Node, place: str, shown: str, depth: int) -> None:
        if depth > _DEEPEST:
            self._fault("too_deep", place, f'"{shown[:60]}" terlalu rumit', "sederhanakan")
            return
        if isinstance(node, nodes.Name):
            self._check_name(node.name, place)
        elif isinstance(node, nodes.Getattr):
            self._check_name(node.attr, place)
        elif isinstance(node, nodes.Getitem):
            if not isinstance(node.arg, nodes.Const) or not isinstance(node.arg.value, (str, int)):
                self._refused(shown, place, "indeks yang bukan tetapan")
            elif isinstance(node.arg.value, str):
                self._check_name(node.arg.value, place)
        elif isinstance(node, nodes.Filter):
            self._check_filter(node, place, shown)
        elif isinstance(node, nodes.Test):
            if node.name not in _TESTS or node.args:
                remedy = "pakai {% if isian %}" if node.name == "defined" else ""
                self._fault("unknown_test", place, f'uji "is {node.name}" tidak didukung', remedy)
        elif isinstance(node, (nodes.Tuple, nodes.List)):
            if not all(isinstance(each, nodes.Const) for each in node.items):
                self._refused(shown, place, "daftar yang isinya bukan tetapan")
        elif not isinstance(node, (nodes.Const, *_LEAVES)):
            self._refused(shown, place, _TERMS.get(type(node), "bentuk ini"))
            return
        for child in node.iter_child_nodes():
            self._check(child, place, shown, depth + 1)

    def _check_name(self, name: str, place: str) -> None:
        if not _PLAIN_NAME.match(name):
            self._fault("bad_name", place, f'nama "{name}" tidak boleh dipakai', "nama isian diawali huruf a-z")

    def _check_filter(self, node: nodes.Filter, place: str, shown: str) -> None:
        if node.node is None or node.dyn_args is not None or node.dyn_kwargs is not None:
            self._refused(shown, place, "filter dengan * atau **")
            return
        if node.name not in self.filters:
            self._fault(
                "unknown_filter",
                place,
                f'filter "{node.name}" tidak dikenal',
                nearest(node.name, self.filters),
            )
            return
        names = [str(pair.key) for pair in node.kwargs]
        if not all(_PLAIN_NAME.match(name) and not keyword.iskeyword(name) for name in names):
            self._refused(shown, place, "nama masukan filter itu")
        elif not _accepts(self.filters[node.name], 1 + len(node.args), names):
            self._fault(
                "filter_arguments",
                place,
                f'masukan filter "{node.name}" tidak cocok',
                "periksa banyaknya masukan di dalam kurung",
            )

    def _refused(self, shown: str, place: str, what: str) -> None:
        self._fault("forbidden", place, f'"{shown[:60]}": {what} tidak diizinkan', "gunakan isian dan filter saja")


def _accepts(function: Callable[..., object], count: int, names: list[str]) -> bool:
    """Tell whether a filter can be called with so many values and these named ones; unknown counts as yes."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return True
    try:
        signature.bind(*(None,) * count, **dict.fromkeys(names))
    except TypeError:
        return False
    return True


_TERMS: Mapping[type[nodes.Node], str] = {
    nodes.Call: "panggilan fungsi",
    nodes.Mul: "perkalian",
    nodes.Pow: "pemangkatan",
    nodes.Add: "penjumlahan",
    nodes.Sub: "pengurangan",
    nodes.Div: "pembagian",
    nodes.FloorDiv: "pembagian",
    nodes.Mod: "sisa bagi",
    nodes.Concat: "penyambungan ~",
    nodes.Dict: "kamus",
    nodes.Slice: "potongan daftar",
    nodes.Neg: "bilangan negatif",
}


def _fold(node: nodes.Node) -> None:
    """Turn a minus before a number into the number it means, so that ``daftar[-1]`` and ``x > -1`` are constants."""
    for child in node.iter_child_nodes():
        _fold(child)
        if isinstance(child, nodes.Neg) and isinstance(child.node, nodes.Const):
            number = child.node.value
            if isinstance(number, (int, float)) and not isinstance(number, bool):
                for name in node.fields:
                    if getattr(node, name) is child:
                        setattr(node, name, nodes.Const(-number, lineno=child.lineno))


def source_of(node: nodes.Node) -> str:
    """Return a name or path as the template's author wrote it (``rapat.judul``); other forms shortly."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{source_of(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{source_of(node.node)}[{node.arg.value!r}]"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{source_of(node.node)}|{node.name}"
    return "..."


def block_words(known: Iterable[str], word: str) -> str:
    """Return the remedy for an unknown ``{% word %}``."""
    return nearest(word, known)
