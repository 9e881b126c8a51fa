"""The people book as a file that an office can keep, edit and hand on: .xlsx and .csv."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from rakor_desktop.archive.files import write_whole
from rakor_desktop.archive.people_columns import (
    HEADED,
    HEADINGS,
    Notes,
    columns_of,
    is_heading,
    no_headings,
    person_of,
    row_of,
)
from rakor_desktop.archive.people_csv import csv_bytes, csv_rows
from rakor_desktop.archive.people_xlsx import xlsx_bytes, xlsx_sheet
from rakor_desktop.domain.people import Person
from rakor_desktop.errors import ArchiveError

LARGEST: Final = 48 * 1024 * 1024
"""Bytes of the largest file that is read; fifty thousand people take about 5 MB."""

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


class PeopleFile(NamedTuple):
    """People read from a file, with fresh ids, and Indonesian notes on what should be looked at."""

    people: tuple[Person, ...]
    notes: tuple[str, ...] = ()


def write_people(path: Path | str, people: Iterable[Person]) -> None:
    """Write people to ``path``, .csv by its ending and else .xlsx; a file that stood there is replaced whole.

    Only the present rank and post are written. No text becomes a formula when a spreadsheet opens the file. Raises
    :class:`ArchiveError` when it cannot be written.
    """
    target = Path(path)
    rows = [tuple(HEADINGS.values()), *(tuple(row_of(person).values()) for person in people)]
    data = csv_bytes(rows) if target.suffix.casefold() in (".csv", ".txt") else xlsx_bytes(rows)
    try:
        write_whole(target, data)
    except OSError as error:
        raise ArchiveError(
            "cannot_write",
            f"Berkas {target.name} tidak dapat ditulis. Tutup berkas itu bila sedang terbuka di Excel, dan periksa "
            f"ruang disk serta folder {target.parent}.",
            path=str(target),
        ) from error


def read_people(path: Path | str) -> PeopleFile:
    """Read people from a workbook or a text table with headings, in any order of columns.

    What the file is shows in its first bytes, not in its name. Raises :class:`ArchiveError` with one sentence for what
    cannot be read at all; what is doubtful in single cells is told in the notes, with row and column.
    """
    source = Path(path)
    data = _content(source)
    notes = Notes()
    if data.startswith(_ZIP):
        rows, told = xlsx_sheet(data, source.name)
        notes.said.extend(told)
    else:
        rows = csv_rows(data, source.name)
    people = _people(rows, notes, source.name)
    return PeopleFile(tuple(people), notes.told())


def _content(source: Path) -> bytes:
    try:
        if source.stat().st_size > LARGEST:
            raise ArchiveError(
                "too_large",
                f"Berkas {source.name} lebih besar dari {LARGEST // 1_000_000} MB. Bagi menjadi beberapa berkas.",
            )
        data = source.read_bytes()
    except OSError as error:
        raise ArchiveError(
            "cannot_read",
            f"Berkas {source.name} tidak dapat dibuka. Periksa apakah berkas itu masih ada dan boleh dibaca.",
        ) from error
    if data.startswith(_OLE):
        raise _locked(source.name) if _ENCRYPTED in data else _old(source.name)
    if source.suffix.casefold() in (".xlsx", ".xlsm") and not data.startswith(_ZIP):
        raise ArchiveError(
            "broken_table", f"Berkas {source.name} rusak atau bukan buku kerja Excel. Minta kiriman ulang."
        )
    return data


def _people(rows: list[tuple[int, list[object]]], notes: Notes, name: str) -> list[Person]:
    head = next((place for place, (_, cells) in enumerate(rows[:HEADED]) if is_heading(cells)), None)
    if head is None:
        raise no_headings(name)
    columns = columns_of(["" if cell is None else str(cell) for cell in rows[head][1]], notes)
    people: list[Person] = []
    for number, cells in rows[head + 1 :]:
        found = {field: cells[place] for field, place in columns.items() if place < len(cells)}
        person = person_of(found, number, notes)
        if person is not None:
            people.append(person)
    return people


def _locked(name: str) -> ArchiveError:
    return ArchiveError(
        "password",
        f"Berkas {name} dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya "
        "(File > Info > Protect Workbook), lalu simpan dan coba lagi.",
    )


def _old(name: str) -> ArchiveError:
    return ArchiveError(
        "old_format",
        f"Berkas {name} berformat Excel lama (.xls). Buka di Excel, lalu simpan sebagai .xlsx dan coba lagi.",
    )
