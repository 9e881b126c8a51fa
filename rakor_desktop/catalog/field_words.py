"""What the fields and filters of templates mean, in the words of whoever edits a template: ``fields/*.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from rakor_desktop.catalog.reader import DataFileError, Fields, read_toml

GENERAL: Final = "umum"
"""The section of fields that mean the same in every view-model."""
LOOP: Final = "ulang"
"""The section that names one element of a list: ``h`` in ``{%tr for h in hadirin %}``."""
FILTERS: Final = "penapis"


class FieldWords(NamedTuple):
    """The meaning of a field and what it may hold."""

    meaning: str
    example: str


class FilterWords(NamedTuple):
    """The meaning of a filter, how it is written in a template, and what that prints."""

    meaning: str
    use: str
    example: str


@dataclass(frozen=True, slots=True)
class FieldBook:
    """Fields by view-model and name (the general ones under ``umum``), names in loops by element, and the filters."""

    fields: Mapping[str, Mapping[str, FieldWords]]
    loops: Mapping[str, str]
    filters: Mapping[str, FilterWords]

    def words(self, view: str, name: str) -> FieldWords | None:
        """The words for a field of a view-model, by its class name; ``None`` when nobody wrote any."""
        own = self.fields.get(view, {}).get(name)
        return own or self.fields.get(GENERAL, {}).get(name)

    def loop_name(self, element: str) -> str:
        """What one element of a list is called in a loop; ``element`` is its class name, "teks" for plain text."""
        return self.loops.get(element, "baris")


def field_book_of(folder: Path) -> FieldBook:
    """The book of one folder, empty when it is not there; anything of a wrong kind is refused with its place."""
    if not folder.is_dir():
        return FieldBook({}, {}, {})
    fields = read_toml(folder / "isian.toml")
    sections: dict[str, Mapping[str, FieldWords]] = {}
    loops: dict[str, str] = {}
    for name in fields.data:
        section = fields.table(name)
        if name == LOOP:
            loops = {key: section.text(key) for key in section.data}
        else:
            sections[name] = {key: FieldWords(*_texts(section, key, 2)) for key in section.data}
    top = read_toml(folder / "penapis.toml")
    table = top.table(FILTERS)
    filters = {key: FilterWords(*_texts(table, key, 3)) for key in table.data}
    top.done()
    return FieldBook(MappingProxyType(sections), MappingProxyType(loops), MappingProxyType(filters))


def _texts(section: Fields, key: str, count: int) -> list[str]:
    value = section.data[key]
    if not isinstance(value, list) or len(value) != count or not all(isinstance(part, str) for part in value):
        raise _wrong(section, key, count)
    if not value[0].strip():
        raise _wrong(section, key, count)
    return value


def _wrong(section: Fields, key: str, count: int) -> DataFileError:
    form = ", ".join(['"arti"', '"tulisan"', '"contoh"'] if count == 3 else ['"arti"', '"contoh"'])
    return section.error(key, f"harus {count} teks, arti tidak kosong", f"Tulis {key} = [{form}].")
