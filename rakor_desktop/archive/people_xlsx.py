"""The people book as an Excel workbook; workbooks of strangers are weighed before they are unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rakor_desktop.archive.people_columns import HEADED, Notes, is_heading, no_headings
from rakor_desktop.archive.people_csv import LONGEST_CELL, harmless
from rakor_desktop.errors import ArchiveError

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 160 * 1024 * 1024
"""Unpacked bytes of the whole workbook; one of fifty thousand people has about 40 MB."""
LARGEST_RATIO: Final = 200
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 100

SHEET: Final = "Buku orang"
_SMALL: Final = 256 * 1024
_WIDTHS: Final = (14, 12, 32, 20, 22, 32, 32, 18, 15, 28, 12)
_EXCEL_BEGINS: Final = date(1900, 3, 1)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
_BOMB: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Sheet(NamedTuple):
    """The rows of a worksheet with their numbers, and what the user should know about them."""

    rows: list[tuple[int, list[object]]]
    notes: tuple[str, ...]


def xlsx_bytes(rows: Iterable[Sequence[str | date]]) -> bytes:
    """Rows, the headings first, as a workbook. Texts are texts: none is ever a formula."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJK"[place]].width = width
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, value, heading=number == 0) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(sheet: Any, value: str | date, *, heading: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if isinstance(value, date) and value >= _EXCEL_BEGINS:
        cell = WriteOnlyCell(sheet, datetime(value.year, value.month, value.day))
        cell.number_format = "DD/MM/YYYY"
        return cell
    text = value if isinstance(value, str) else f"{value.day:02}/{value.month:02}/{value.year:04}"
    if not text:
        return None
    cell = WriteOnlyCell(sheet, text[:LONGEST_CELL])
    cell.data_type = "s"  # openpyxl takes "=..." for a formula and "#N/A" for an error
    cell.number_format = "@"
    if text != harmless(text):
        cell.quotePrefix = True  # stays a text when somebody edits the cell in Excel
    if heading:
        cell.font = Font(bold=True)
    return cell


def xlsx_sheet(data: bytes, name: str) -> Sheet:
    """The rows of the first worksheet that has the headings. Raises :class:`ArchiveError`."""
    with_formulas = _weighed(data, name)
    book = _opened(data, name, values=True)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    chosen = next((sheet for sheet in visible if _has_headings(sheet)), None)
    if chosen is None:
        raise no_headings(name)
    notes = Notes()
    others = [sheet.title for sheet in book.worksheets if sheet is not chosen and len(_filled(sheet)) > 1]
    if others:
        notes.say(f'Hanya lembar "{chosen.title}" yang dibaca; lembar lain: {", ".join(others)}.')
    rows = _rows(chosen, notes)
    if with_formulas:
        _tell_formulas(_opened(data, name, values=False)[chosen.title], chosen, notes)
    return Sheet(rows, notes.told())


def _weighed(data: bytes, name: str) -> bool:
    """Look at the zip's directory before anything large is unpacked; whether there are formulas inside."""
    formulas = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
                raise _too_large(name)
            if any(i.file_size > _SMALL and i.file_size > LARGEST_RATIO * max(i.compress_size, 1) for i in infos):
                raise _too_large(name)
            for info in infos:
                if info.filename.endswith((".xml", ".rels")):
                    content = package.read(info)
                    if _BOMB.search(content[:4096]):
                        raise _broken(name)
                    formulas = formulas or ("worksheets/" in info.filename and bool(_FORMULA.search(content)))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise _broken(name) from error
    return formulas


def _opened(data: bytes, name: str, *, values: bool) -> Workbook:
    import warnings

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that are of no matter here
            return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
    except (InvalidFileException, LookupError, ValueError, TypeError, AttributeError, SyntaxError, OSError) as error:
        # openpyxl trusts a workbook's parts to fit together; errors of XML parsers are SyntaxErrors.
        raise _broken(name) from error


def _filled(sheet: Worksheet) -> dict[int, dict[int, Cell]]:
    """The cells that hold something, by row and column (1 is the first).

    openpyxl's own walk makes every cell of the rectangle: one format at the foot of a sheet would cost a million rows.
    """
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        if column <= MOST_COLUMNS and cell.value is not None and str(cell.value).strip():
            rows.setdefault(row, {})[column] = cell
    return rows


def _has_headings(sheet: Worksheet) -> bool:
    rows = islice(_filled(sheet).values(), HEADED)
    return any(is_heading(cell.value for cell in row.values()) for row in rows)


def _rows(sheet: Worksheet, notes: Notes) -> list[tuple[int, list[object]]]:
    filled = _filled(sheet)
    if len(filled) > MOST_ROWS:
        notes.say(f"Hanya {MOST_ROWS} baris pertama yang dibaca.")
        filled = dict(islice(filled.items(), MOST_ROWS))
    covered = _merged_down(sheet, filled, notes)
    if hidden := sum(sheet.row_dimensions[row].hidden for row in filled if row in sheet.row_dimensions):
        notes.say(f'{hidden} baris tersembunyi di lembar "{sheet.title}" ikut dibaca.')
    width = max((max(cells) for cells in filled.values()), default=0)
    rows: list[tuple[int, list[object]]] = []
    for row, cells in filled.items():
        values = covered.get(row, {}) | {column: cell.value for column, cell in cells.items()}
        rows.append((row, [values.get(column) for column in range(1, width + 1)]))
    return rows


def _merged_down(
    sheet: Worksheet, filled: Mapping[int, Mapping[int, Cell]], notes: Notes
) -> dict[int, dict[int, object]]:
    """What a cell merged over several rows says for the rows below its first: row -> column -> value."""
    covered: dict[int, dict[int, object]] = {}
    count = 0
    for merged in sheet.merged_cells.ranges:
        first = filled.get(merged.min_row, {}).get(merged.min_col)
        if first is None or merged.max_row == merged.min_row or merged.max_col != merged.min_col:
            continue
        count += 1
        for row in range(merged.min_row + 1, min(merged.max_row, MOST_ROWS) + 1):
            covered.setdefault(row, {})[merged.min_col] = first.value
    if count:
        notes.say(f"{count} sel gabungan: isinya dipakai untuk setiap baris yang dicakupnya.")
    return covered


def _tell_formulas(written: Worksheet, valued: Worksheet, notes: Notes) -> None:
    results = _filled(valued)
    with_result = 0
    for row, cells in _filled(written).items():
        for column, cell in cells.items():
            if cell.data_type == "f":
                if column in results.get(row, {}):
                    with_result += 1
                else:
                    notes.say(f"Sel {cell.coordinate} berisi rumus tanpa hasil tersimpan, jadi dianggap kosong.")
    if with_result:
        notes.say(f"{with_result} sel berisi rumus: hasil terakhir yang tersimpan yang dipakai.")


def _broken(name: str) -> ArchiveError:
    return ArchiveError(
        "broken_table",
        f"Berkas {name} rusak atau bukan buku kerja Excel. Buka di Excel, lalu simpan ulang sebagai .xlsx.",
    )


def _too_large(name: str) -> ArchiveError:
    return ArchiveError(
        "too_large",
        f"Berkas {name} mengembang tidak wajar saat dibuka, jadi ditolak. Periksa dari mana berkas ini berasal.",
    )
