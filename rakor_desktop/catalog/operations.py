"""Police operations: their names and occasions, and the code name of each regional police force."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rakor_desktop.catalog.people import CONFIDENCE
from rakor_desktop.catalog.reader import DataFileError, read_toml


@dataclass(frozen=True, slots=True)
class Operation:
    """A yearly or occasional operation. ``pattern`` has places for ``{sandi}`` and ``{tahun}``."""

    name: str
    occasion: str
    pattern: str
    aim: str = ""
    background: str = ""
    source: str = ""
    confidence: str = ""

    def titled(self, code_name: str, year: int) -> str:
        """The name of one year's operation: ``Operasi Ketupat Singgalang 2024``; an empty code name is left
        out.
        """
        return " ".join(self.pattern.format(sandi=code_name, tahun=year).split())


@dataclass(frozen=True, slots=True)
class CodeName:
    """The word a regional police force (Polda) adds to the names of its operations."""

    polda: str
    province: str
    name: str
    variants: tuple[str, ...] = ()
    confidence: str = ""
    source: str = ""


@dataclass(frozen=True)
class OperationTable:
    """All operations and code names."""

    operations: tuple[Operation, ...]
    code_names: tuple[CodeName, ...] = ()

    def find(self, text: str) -> Operation | None:
        """The operation named, with or without ``Operasi`` or ``Ops`` in front."""
        key = " ".join(text.casefold().replace("ops.", "ops").split())
        key = key.removeprefix("operasi ").removeprefix("ops ")
        return self._by_name.get(key)

    def code_name(self, polda: str) -> CodeName | None:
        """The code name of a Polda, asked by its short name (``Sumbar``, ``Polda Sumbar``) or by its
        province.
        """
        return self._by_polda.get(polda.casefold().strip().removeprefix("polda ").strip())

    def suggestions(self, prefix: str) -> tuple[Operation, ...]:
        """Operations whose name contains a word that begins with what was typed."""
        key = prefix.casefold().strip()
        return tuple(one for one in self.operations if key and f" {key}" in f" {one.name.casefold()}")

    @cached_property
    def _by_name(self) -> dict[str, Operation]:
        return {one.name.casefold().removeprefix("operasi "): one for one in self.operations}

    @cached_property
    def _by_polda(self) -> dict[str, CodeName]:
        return {form.casefold(): one for one in self.code_names for form in (one.province, one.polda)}


def operations_of(file: Path) -> tuple[Operation, ...]:
    """The operations of one file."""
    top = read_toml(file)
    found = []
    for entry in top.tables("operasi"):
        one = Operation(
            name=entry.text("nama"),
            occasion=entry.text("peristiwa"),
            pattern=entry.text("pola"),
            aim=entry.text("tujuan", ""),
            background=entry.text("latar", ""),
            source="; ".join(entry.texts("sumber")),
            confidence=entry.choice("keyakinan", CONFIDENCE),
        )
        entry.done()
        try:
            one.titled("", 2024)
        except (KeyError, IndexError, ValueError) as error:
            raise entry.error(
                "pola", "tanda kurung kurawal salah", "Pakai hanya {sandi} dan {tahun}."
            ) from error
        found.append(one)
    top.done()
    return tuple(found)


def code_names_of(file: Path) -> tuple[CodeName, ...]:
    """The code names of one file; one for each Polda."""
    top = read_toml(file)
    found: list[CodeName] = []
    for entry in top.tables("sandi"):
        one = CodeName(
            polda=entry.text("polda"),
            province=entry.text("provinsi"),
            name=entry.text("nama"),
            variants=entry.texts("ragam"),
            confidence=entry.choice("keyakinan", CONFIDENCE),
            source="; ".join(entry.texts("sumber")),
        )
        entry.done()
        if any(one.polda == other.polda for other in found):
            raise DataFileError(
                file, entry.place, f'polda "{one.polda}" tercatat dua kali', "Hapus salah satunya."
            )
        found.append(one)
    top.done()
    return tuple(found)
