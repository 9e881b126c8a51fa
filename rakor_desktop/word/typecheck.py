"""Checking a template's names against the types of a view-model, before anyone meets the template."""

from __future__ import annotations

import collections.abc
import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date

from jinja2 import nodes

from rakor_desktop.word.blocks import (
    Drop,
    Fill,
    For,
    If,
    Node,
    Print,
    Property,
    Site,
    Slot,
)
from rakor_desktop.word.expressions import LOOP_FIELDS, source_of
from rakor_desktop.word.faults import MOST_FAULTS, Fault, nearest
from rakor_desktop.word.pictures import is_picture_type

_Scope = Mapping[str, object]
_LISTS = (tuple, list, collections.abc.Sequence)


def fields_of(kind: object) -> dict[str, object] | None:
    """Return names and types a template may read from this type; None when the type cannot be checked."""
    if kind is date or (isinstance(kind, type) and issubclass(kind, date)):
        return {"year": int, "month": int, "day": int}
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind) or is_picture_type(kind):
        return {} if _is_leaf(kind) else None
    hints = typing.get_type_hints(kind)
    found: dict[str, object] = {each.name: hints.get(each.name, typing.Any) for each in dataclasses.fields(kind)}
    for name in dir(kind):
        member = getattr(kind, name, None)
        if isinstance(member, property) and member.fget is not None and not name.startswith("_"):
            found[name] = typing.get_type_hints(member.fget).get("return", typing.Any)
    return found


def _is_leaf(kind: object) -> bool:
    return is_picture_type(kind) or (isinstance(kind, type) and issubclass(kind, (str, int, float, bytes)))


def _bare(kind: object) -> object:
    """Return a type without Optional, aliases and Annotated; a real union cannot be checked and becomes Any."""
    if isinstance(kind, typing.NewType):
        return _bare(kind.__supertype__)
    origin = typing.get_origin(kind)
    if origin in (typing.Annotated, typing.Final):
        return _bare(typing.get_args(kind)[0])
    if origin in (typing.Union, types.UnionType):
        members = [each for each in typing.get_args(kind) if each is not type(None)]
        return _bare(members[0]) if len(members) == 1 else typing.Any
    if origin is typing.Literal:
        return type(typing.get_args(kind)[0])
    return kind


def _element(kind: object) -> object | None:
    """Return the type of a list's elements, Any when unknown, None when this is no list."""
    bare = _bare(kind)
    if bare is typing.Any or bare is object or isinstance(bare, typing.TypeVar):
        return typing.Any
    origin = typing.get_origin(bare) or bare
    if origin in _LISTS:
        arguments = [each for each in typing.get_args(bare) if each is not Ellipsis]
        return arguments[0] if arguments else typing.Any
    return None


class TypeChecker:
    """Walks a compiled tree with the types of what it prints; collects faults."""

    def __init__(self, view_model: type) -> None:
        """Prepare for one view-model type; a mapping type accepts every name."""
        self.faults: list[Fault] = []
        self._root = view_model

    def check(self, tree: list[Node], *, pictures: bool = True) -> None:
        """Check one part; ``pictures`` tells whether a picture may stand here."""
        self._pictures = pictures
        self._block(tree, {})

    def _fault(self, code: str, site: Site, message: str, remedy: str) -> None:
        fault = Fault(code, site.place, message, remedy)
        if len(self.faults) < MOST_FAULTS and fault not in self.faults:
            self.faults.append(fault)

    def _block(self, body: list[Node], scope: _Scope) -> None:
        for node in body:
            if isinstance(node, Print):
                self._printable(node, scope)
            elif isinstance(node, If):
                for test, part in node.branches:
                    if test is not None:
                        self._type(test, scope, node.site)
                    self._block(part, scope)
            elif isinstance(node, For):
                self._loop(node, scope)
            elif isinstance(node, Drop):
                self._block([*node.head, *node.body, *node.tail], scope)
            elif isinstance(node, (Fill, Property)):
                self._block(node.body, scope)
            elif isinstance(node, Slot):
                kind = _bare(self._type(node.expression, scope, node.site))
                if kind not in (typing.Any, object) and not is_picture_type(kind):
                    self._fault(
                        "not_a_picture",
                        node.site,
                        f'isian "{node.site.source}" bukan gambar',
                        "pilih isian gambar",
                    )
                self._block(node.body, scope)

    def _loop(self, node: For, scope: _Scope) -> None:
        kind = self._type(node.source, scope, node.site)
        element = _element(kind)
        if element is None:
            shown = source_of(node.source)
            self._fault(
                "not_a_list",
                node.site,
                f'"{shown}" bukan daftar sehingga tidak dapat diulang',
                "periksa isiannya",
            )
            element = typing.Any
        inner = {**scope, node.name: element}
        if node.condition is not None:
            self._type(node.condition, inner, node.site)
        self._block(node.body, {**inner, "loop": _Loop(element)})
        self._block(node.otherwise, scope)

    def _printable(self, node: Print, scope: _Scope) -> None:
        kind = _bare(self._type(node.expression, scope, node.site))
        if kind is typing.Any or kind is object:
            return
        shown = source_of(node.expression)
        why: tuple[str, str] | None = None
        if _element(kind) is not None:
            why = "isinya daftar, bukan teks", "ulangi dengan {% for ... %}"
        elif kind is bool:
            why = "isinya ya/tidak, bukan teks", "gunakan {% if ... %}"
        elif is_picture_type(kind) and not self._pictures:
            why = "gambar tidak dapat dicetak di sini", "pindahkan ke isi dokumen"
        elif isinstance(kind, type) and issubclass(kind, date):
            why = "isinya tanggal, bukan teks", "gunakan filter tanggal atau isian teks tanggalnya"
        elif isinstance(kind, type) and dataclasses.is_dataclass(kind) and not is_picture_type(kind):
            why = "isinya kumpulan isian, bukan teks", nearest("", fields_of(kind) or {})
        if why:
            self._fault("unprintable", node.site, f'isian "{shown}" tidak dapat dicetak: {why[0]}', why[1])

    def _type(self, node: nodes.Node, scope: _Scope, site: Site) -> object:
        if isinstance(node, nodes.Name):
            if node.name in scope:
                return scope[node.name]
            return self._field(self._root, node.name, node, site, scope)
        if isinstance(node, nodes.Getattr):
            return self._field(self._type(node.node, scope, site), node.attr, node, site)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            of = self._type(node.node, scope, site)
            return self._field(of, node.arg.value, node, site) if isinstance(node.arg.value, str) else _element(of)
        if isinstance(node, nodes.Const):
            return type(node.value) if node.value is not None else typing.Any
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filter(node, scope, site)
        if isinstance(node, nodes.CondExpr):
            self._type(node.test, scope, site)
            kinds = [self._type(each, scope, site) for each in (node.expr1, node.expr2) if each is not None]
            return kinds[0] if len(kinds) == 1 or kinds[0] == kinds[1] else typing.Any
        kinds = [self._type(child, scope, site) for child in node.iter_child_nodes()]
        return kinds[0] if isinstance(node, nodes.Operand) else typing.Any

    def _filter(self, node: nodes.Filter, scope: _Scope, site: Site) -> object:
        assert node.node is not None
        of = self._type(node.node, scope, site)
        for each in (*node.args, *(pair.value for pair in node.kwargs)):
            self._type(each, scope, site)
        if node.name in ("default", "d", "e", "escape"):
            return of
        if node.name in ("first", "last"):
            return _element(of)
        return typing.Any

    def _field(self, of: object, name: str, node: nodes.Node, site: Site, scope: _Scope | None = None) -> object:
        if isinstance(of, _Loop):
            known: dict[str, object] | None = of.fields()
        else:
            known = fields_of(_bare(of))
        if known is None:
            return typing.Any
        if name in known:
            return known[name]
        if len(self.faults) >= MOST_FAULTS:
            return typing.Any
        names = [*known, *(scope or {})]
        self._fault("unknown_name", site, f'isian "{source_of(node)}" tidak dikenal', self._remedy(of, name, names))
        return typing.Any

    def _remedy(self, of: object, name: str, names: list[str]) -> str:
        if of is self._root or names:
            return nearest(name, names)
        return "isian ini tidak mempunyai bagian; hapus titik dan sesudahnya"


@dataclasses.dataclass(frozen=True, slots=True)
class _Loop:
    """The type of ``loop`` inside a for."""

    element: object

    def fields(self) -> dict[str, object]:
        kinds: dict[str, object] = dict.fromkeys(LOOP_FIELDS, int)
        kinds.update(first=typing.Any, last=typing.Any, previtem=self.element, nextitem=self.element)
        return kinds
