"""What a column of the grid is: how it reads a record, what a typed cell changes, what it suggests."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.ui.grid.editors import Choice

Read = Callable[[Any], str]
Parse = Callable[[str], Mapping[str, Any] | None]
CellSuggest = Callable[[Meeting, str], Iterable[Choice]]
Fill = Callable[[Any, Hashable], Mapping[str, Any]]
"""The fields that a chosen suggestion's value gives to a record (an empty one in the empty row)."""


def _no_suggestions(meeting: Meeting, typed: str) -> Iterable[Choice]:
    return ()


def _no_doubt(record: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``parse`` gives the record's fields for a text (``None``: the text cannot stand here, the cell keeps its old
    value); no ``parse`` is a column that cannot be edited. ``typed`` is the parse for text typed by hand, where it
    may complete more than a pasted one. ``doubt`` is a sentence about a value that looks wrong, shown as a tooltip
    and a wavy line. ``fill`` gives the fields of a chosen suggestion, where it brings more than its text. ``width`` is
    in average characters, ``stretch`` the share of what is left over.
    """

    key: str
    title: str
    read: Read
    parse: Parse | None = None
    typed: Parse | None = None
    suggest: CellSuggest = _no_suggestions
    doubt: Read = _no_doubt
    fill: Fill | None = None
    hint: str = ""
    width: int = 10
    stretch: int = 0
    fixed_choices: bool = False

    @property
    def editable(self) -> bool:
        """Whether cells of this column can be typed into."""
        return self.parse is not None


def text_column(key: str, title: str, field: str, **more: Any) -> Column:
    """A column that is one text field of the record, kept as typed without blanks around it."""
    return Column(key, title, lambda record: getattr(record, field), lambda text: {field: text.strip()}, **more)


def choice_column(key: str, title: str, field: str, choices: Sequence[tuple[str, str]], **more: Any) -> Column:
    """A column of a few values; a text chooses the first value whose Indonesian name begins with it."""
    names = dict(choices)

    def parse(text: str) -> Mapping[str, Any] | None:
        typed = text.strip().casefold()
        found = [value for value, name in choices if typed and name.casefold().startswith(typed)]
        return {field: found[0]} if found else None

    def suggest(meeting: Meeting, typed: str) -> Iterable[Choice]:
        key = typed.strip().casefold()
        return (Choice(name, value) for value, name in choices if name.casefold().startswith(key))

    return Column(
        key,
        title,
        lambda record: names.get(getattr(record, field), ""),
        parse,
        suggest=suggest,
        fixed_choices=True,
        **more,
    )
