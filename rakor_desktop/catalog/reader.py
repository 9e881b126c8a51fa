"""Reading data files strictly: what is missing, misspelt or of a wrong kind is named with its place and
remedy.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from rakor_desktop.errors import CatalogError

TOO_LARGE: Final = 2_000_000
"""Bytes beyond which a data file is refused: no table of this trade is so long."""


class DataFileError(CatalogError):
    """A data file cannot be used: which one, where in it, and what to do."""

    def __init__(self, file: Path, place: str, fault: str, remedy: str) -> None:
        where = f"{file.name}, {place}" if place else file.name
        super().__init__(
            "catalog.broken",
            f'Berkas data "{where}" tidak dapat dipakai: {fault}. {remedy}',
            file=str(file),
            place=place,
            fault=fault,
            remedy=remedy,
        )
        self.file = file
        self.place = place
        self.remedy = remedy


def read_text(file: Path) -> str:
    """The text of a data file (UTF-8, a byte order mark is accepted)."""
    try:
        if file.stat().st_size > TOO_LARGE:
            raise DataFileError(
                file, "", "berkas terlalu besar", "Pecah menjadi beberapa berkas yang lebih kecil."
            )
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataFileError(
            file, f"bita ke-{error.start + 1}", "isinya bukan teks UTF-8", "Simpan ulang sebagai teks UTF-8."
        ) from error
    except OSError as error:
        raise DataFileError(
            file, "", "berkas tidak dapat dibaca", "Periksa apakah berkas itu ada dan boleh dibaca."
        ) from error


def read_toml(file: Path) -> Fields:
    """The top table of a TOML file."""
    try:
        data = tomllib.loads(read_text(file))
    except RecursionError as error:
        raise DataFileError(
            file, "", "tanda kurungnya bertingkat terlalu dalam", "Kembalikan salinan semula berkas itu."
        ) from error
    except ValueError as error:  # TOMLDecodeError, and whole numbers of thousands of digits
        raise DataFileError(
            file,
            _line_told(str(error)),
            f"tata tulis TOML salah ({error})",
            "Perbaiki baris itu atau kembalikan salinan semula.",
        ) from error
    return Fields(file, "", data)


def _line_told(sentence: str) -> str:
    """``baris 3`` where the TOML reader says "at line 3, column 5", which is the only way in which it tells."""
    found = re.search(r"at line (\d+)", sentence)
    return f"baris {found[1]}" if found else ""


def read_rows(file: Path, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a tab-separated file with a head line, each with its place; every column must be there."""
    lines = read_text(file).splitlines()
    head = lines[0].split("\t") if lines else []
    if head != list(columns):
        raise DataFileError(
            file,
            "baris 1",
            "judul kolom tidak sesuai",
            f"Tulis judul kolom: {', '.join(columns)} (dipisah tab).",
        )
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise DataFileError(file, f"baris {number}", "kolom berlebih", f"Sisakan {len(columns)} kolom.")
        cells += [""] * (len(columns) - len(cells))
        yield f"baris {number}", dict(zip(columns, (cell.strip() for cell in cells), strict=True))


@dataclass(slots=True)
class Fields:
    """One table of a data file, taken field by field; :meth:`done` refuses what nobody asked for."""

    file: Path
    place: str
    data: Mapping[str, Any]
    _asked: set[str] = field(default_factory=set)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required and not empty unless a default is given."""
        value = self._take(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(key, "harus berisi teks", f'Isi {key} = "...".')
        return value.strip()

    def integer(self, key: str, default: int | None = None) -> int:
        """A whole number; required unless a default is given."""
        value = self._take(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(key, "harus bilangan bulat", f"Tulis {key} = 1, tanpa tanda kutip.")
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """A switch, ``true`` or ``false``."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.error(key, "harus true atau false", f"Tulis {key} = true atau {key} = false.")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = ()) -> tuple[str, ...]:
        """A list of texts; required only when the default is ``None``."""
        value = self._take(key, default)
        if not isinstance(value, (list, tuple)) or not all(
            isinstance(part, str) and part.strip() for part in value
        ):
            raise self.error(key, "harus berupa daftar teks", f'Tulis {key} = ["...", "..."].')
        return tuple(part.strip() for part in value)

    def choice(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """A text out of a closed set."""
        value = self.text(key, default)
        if value not in allowed:
            raise self.error(key, f'"{value}" tidak dikenal', f"Pilih salah satu: {', '.join(allowed)}.")
        return value

    def tables(self, key: str) -> Iterator[Fields]:
        """The tables of an array ``[[key]]`` in order; at least one must be there."""
        value = self._take(key, None)
        if not isinstance(value, list) or not value or not all(isinstance(part, dict) for part in value):
            raise self.error(key, "harus ada paling sedikit satu", f"Awali tiap catatan dengan [[{key}]].")
        for number, part in enumerate(value, start=1):
            yield Fields(self.file, f"{key} ke-{number}", part)

    def table(self, key: str) -> Fields:
        """The table ``[key]``; an empty one when it is not there, so that its fields take their defaults."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "harus berupa bagian", f"Tulis [{key}] pada baris tersendiri.")
        return Fields(self.file, f"bagian [{key}]", value)

    def done(self) -> None:
        """Refuse fields that were never asked for: they are misspelt, and silence would hide that."""
        unknown = [key for key in self.data if key not in self._asked]
        if unknown:
            known = ", ".join(sorted(self._asked))
            raise self.error(
                unknown[0], "isian tidak dikenal", f"Hapus atau perbaiki; yang dikenal: {known}."
            )

    def error(self, key: str, fault: str, remedy: str) -> DataFileError:
        """A fault at one field of this table."""
        place = f"{self.place}, isian {key}" if self.place else f"isian {key}"
        return DataFileError(self.file, place, fault, remedy)

    def _take(self, key: str, default: Any) -> Any:
        self._asked.add(key)
        if key in self.data:
            return self.data[key]
        if default is None:
            raise self.error(key, "belum diisi", f"Tambahkan isian {key}.")
        return default
