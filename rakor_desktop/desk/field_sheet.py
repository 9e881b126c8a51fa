"""The sheet of fields: everything a template of a document may print, with meaning, example and a ready snippet."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from rakor_desktop.bahasa.dates import long_date
from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.field_words import FieldBook
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.compose.source import Source
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.word.typecheck import fields_of

RowKind = Literal["field", "list", "choice", "piece", "picture", "filter"]

_LONGEST: Final = 90
_DEEPEST: Final = 2
"""Loops within loops that the Word engine takes."""


class FieldRow(NamedTuple):
    """One row: the name, its depth in loops and pieces, what it means, an example, and the text for Word.

    ``kind`` "list" rows hold a loop, "choice" a condition; a "piece" only has parts, and no snippet of its own.
    ``group`` is the top field that a row belongs to.
    """

    name: str
    kind: RowKind
    meaning: str
    example: str
    snippet: str
    group: str
    depth: int = 0


def field_rows(document: str, bundle: Bundle, catalog: Catalog) -> tuple[FieldRow, ...]:
    """The sheet of one document, with examples from this meeting where it has any."""
    kind = KINDS[document]
    view = kind.compose(Source(bundle, catalog, lambda _hash, _width: None))
    book = catalog.field_words
    return tuple(_rows(kind.view, view, "", "", 0, _Walk(book, 0)))


def filter_rows(catalog: Catalog) -> tuple[FieldRow, ...]:
    """The filters of every document."""
    return tuple(
        FieldRow(name, "filter", words.meaning, words.example, words.use, "penapis")
        for name, words in catalog.field_words.filters.items()
    )


class _Walk(NamedTuple):
    book: FieldBook
    loops: int


def _rows(view: type, value: Any, prefix: str, group: str, depth: int, walk: _Walk) -> Iterator[FieldRow]:
    for name, hint in (fields_of(view) or {}).items():
        words = walk.book.words(view.__name__, name)
        meaning, written = words if words else ("", "")
        path = f"{prefix}{name}"
        held = getattr(value, name, None) if value is not None else None
        top = group or name
        plain = _plain(hint)
        element = typing.get_args(plain)[0] if typing.get_origin(plain) is tuple else None
        if element is not None:
            yield from _list(path, element, held, FieldRow(path, "list", meaning, written, "", top, depth), walk)
        elif dataclasses.is_dataclass(plain) and isinstance(plain, type) and fields_of(plain):
            snippet = f"{{%p if {path} %}}\n\n{{%p endif %}}" if hint != plain else ""
            yield FieldRow(path, "choice" if snippet else "piece", meaning, written, snippet, top, depth)
            yield from _rows(plain, held, f"{path}.", top, depth + 1, walk)
        elif plain is bool:
            told = _shown(held) or _for_instance(written)
            yield FieldRow(path, "choice", meaning, told, f"{{% if {path} %}}{{% endif %}}", top, depth)
        elif dataclasses.is_dataclass(plain):
            snippet = f"{{% if {path} %}}{{{{ {path} }}}}{{% endif %}}"
            yield FieldRow(path, "picture", meaning, written, snippet, top, depth)
        else:
            use = f"{path}|tanggal" if plain is date else path
            told = _shown(held) or _for_instance(written)
            yield FieldRow(path, "field", meaning, told, f"{{{{ {use} }}}}", top, depth)


def _list(path: str, element: object, held: Any, row: FieldRow, walk: _Walk) -> Iterator[FieldRow]:
    first = held[0] if isinstance(held, (tuple, list)) and held else None
    if not (isinstance(element, type) and dataclasses.is_dataclass(element)):
        one = walk.book.loop_name("teks")
        loop = f"{{%p for {one} in {path} %}}\n{{{{ {one} }}}}\n{{%p endfor %}}"
        yield row._replace(snippet=loop, example=_shown(first) or _for_instance(row.example))
        return
    one = walk.book.loop_name(element.__name__)
    inner = list(_rows(element, first, f"{one}.", row.group, row.depth + 1, _Walk(walk.book, walk.loops + 1)))
    mark = "tr" if element.__name__ in _TABLES else "p"
    loop = f"{{%{mark} for {one} in {path} %}}\n{_body(inner, one, walk.loops)}\n{{%{mark} endfor %}}"
    count = f"{len(held)} butir" if isinstance(held, (tuple, list)) and held else "kosong pada rapat ini"
    yield row._replace(snippet=loop, example=count)
    if walk.loops < _DEEPEST:
        yield from inner


def _body(inner: list[FieldRow], one: str, loops: int) -> str:
    """What a loop prints to begin with: the field that says most, and the loop within it if there is one."""
    by_name = {each.name: each for each in inner}
    telling = next((by_name[f"{one}.{name}"] for name in _TELLING if f"{one}.{name}" in by_name), None)
    nested = next((each for each in inner if each.kind == "list" and each.name.startswith(f"{one}.")), None)
    parts = [telling, nested if loops + 1 < _DEEPEST else None]
    return "\n".join(each.snippet for each in parts if each is not None and each.snippet)


_TELLING: Final = ("isi", "nama", "uraian", "judul", "keterangan", "label", "kiri.keterangan")
"""Fields by which an element is best known, the first that it has."""
_TABLES: Final = frozenset(("Hadirin", "TindakLanjut"))
"""Lists that offices print as table rows; the others go paragraph by paragraph."""


def _plain(hint: object) -> object:
    """The type without "or nothing"."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(each for each in typing.get_args(hint) if each is not type(None))
    return hint


def _for_instance(written: str) -> str:
    """An example that is not the meeting's own says so."""
    return f"misalnya {written}" if written else ""


def _shown(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, date):
        return long_date(value)
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
