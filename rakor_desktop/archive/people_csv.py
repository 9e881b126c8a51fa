"""The people book as .csv, in the form that an Indonesian Excel opens with a double click, and read from any other."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from rakor_desktop.errors import ArchiveError

DELIMITERS: Final = ";,\t"
LONGEST_CELL: Final = 32_767
"""Characters of a cell, as in Excel; more in one is a broken file."""

_DANGEROUS: Final = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r]")
"""What a spreadsheet may take for a formula (https://owasp.org/www-community/attacks/CSV_Injection). Apostrophes before
count too: so is known on reading which one was set here."""
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\s*$", re.IGNORECASE)
_LOOKED_AT: Final = 20


def harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def as_written(text: str) -> str:
    """The text that :func:`harmless` made this of."""
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text


def csv_bytes(rows: Iterable[Sequence[str | date]]) -> bytes:
    """Rows as a file with semicolons, in UTF-8 with the mark by which Excel knows it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def csv_rows(data: bytes, name: str) -> list[tuple[int, list[object]]]:
    """The rows that are not empty, with their line numbers. Raises :class:`ArchiveError` for what is no text."""
    text = _decoded(data, name)
    first, _, rest = text.partition("\n")
    declared = _SEPARATOR_LINE.match(first)
    skipped = 1 if declared else 0
    delimiter = declared[1] if declared else _delimiter(text)
    reader = csv.reader(io.StringIO(rest if declared else text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[object]]] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line + skipped, [as_written(cell.strip()) for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise ArchiveError(
            "broken_table",
            f"Berkas {name} tidak dapat dibaca mulai baris {line + skipped}: periksa tanda kutip di baris itu.",
            row=line + skipped,
        ) from error
    return rows


def _written(cell: str | date) -> str:
    return harmless(cell[:LONGEST_CELL]) if isinstance(cell, str) else f"{cell.day:02}/{cell.month:02}/{cell.year:04}"


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    elif data[1:2] == b"\0" or data[:1] == b"\0":
        text = data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise ArchiveError("no_table", f"Berkas {name} bukan tabel teks. Pilih berkas .csv atau .xlsx.")
    return text


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first lines, outside quotation marks."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT]]
    return max(DELIMITERS, key=lambda sign: sum(line.count(sign) for line in lines))
