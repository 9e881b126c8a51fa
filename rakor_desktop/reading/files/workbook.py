"""Excel workbooks (.xlsx, .xlsm) through openpyxl: the sheets that hold people, as they are seen in Excel."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from xml.etree.ElementTree import ParseError

from rakor_desktop.reading.errors import ReadingError
from rakor_desktop.reading.files.file_kind import broken
from rakor_desktop.reading.source import Block, Grid, Span, cell_text
from rakor_desktop.reading.tables.headers import header_of

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FAULTS: Final = (
    *(zipfile.BadZipFile, ParseError, SyntaxError, OSError, EOFError, KeyError, IndexError),
    *(ValueError, TypeError, AttributeError, AssertionError, ArithmeticError, RuntimeError, zlib.error),
)
"""What openpyxl raises over damaged parts; lxml's parse errors are syntax errors."""
_MOST_COLUMNS: Final = 100
_MOST_ROWS: Final = 60_000
_MOST_BLANK_ROWS: Final = 500
_CHECK_EVERY: Final = 500
_LONGEST_CELL: Final = 5_000
_HEADER_WITHIN: Final = 40
_FEW_NAMED: Final = 3
_ZEROS: Final = re.compile(r"0{2,}")
_EMPTY_FORMULA: Final = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_SAFE: Final = re.compile(r"#(?:REF|N/A|NAME|VALUE|DIV/0|NULL|NUM)[!?]?")


class _Sheet(NamedTuple):
    title: str
    grid: Grid
    notes: tuple[str, ...]

    @property
    def headed(self) -> bool:
        return any(header_of(row) for row in self.grid.rows[:_HEADER_WITHIN])

    @property
    def rows(self) -> int:
        return sum(_says(row) for row in self.grid.rows)


def blocks_of_workbook(data: bytes, name: str, check: Callable[[], None]) -> tuple[list[Block], tuple[str, ...]]:
    """The tables of the sheets that hold people, and notes on everything else.

    A file that openpyxl cannot open raises :class:`ReadingError`.
    """
    check()
    workbook = _opened(data, name)
    check()
    notes: list[str] = []
    sheets: list[_Sheet] = []
    for sheet in workbook.worksheets:
        read = _read(sheet, check)
        if read.grid.rows:
            sheets.append(read)
        if sheet.sheet_state != "visible" and read.grid.rows:
            notes.append(f'Lembar "{sheet.title}" tersembunyi, tetapi ikut diperiksa.')
    if not sheets:
        raise ReadingError("reading.no-cells", f'Berkas "{name}" tidak berisi teks di lembar mana pun.', name=name)
    chosen = _with_people(sheets)
    for one in chosen:
        notes.extend(one.notes)
    notes.extend(_left(sheets, chosen))
    if empty := _uncounted(data):
        notes.append(
            f"{empty} rumus belum berisi hasil sehingga terbaca kosong; simpan berkas itu di Excel, lalu coba lagi."
        )
    return [one.grid for one in chosen], tuple(notes)


def _opened(data: bytes, name: str) -> Workbook:
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions that it leaves out; they carry no text.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except _FAULTS as error:
        raise broken(name, "lembarnya") from error


def _read(sheet: Worksheet, check: Callable[[], None]) -> _Sheet:
    rows: list[tuple[str, ...]] = []
    notes: list[str] = []
    width = min(sheet.max_column or 0, _MOST_COLUMNS)
    blank = 0
    faults = 0
    for number, row in enumerate(sheet.iter_rows(max_row=min(sheet.max_row or 0, _MOST_ROWS), max_col=width or 1)):
        if number % _CHECK_EVERY == 0:
            check()
        cells = tuple(_text(cell) for cell in row)
        faults += sum(_SAFE.fullmatch(cell) is not None for cell in cells)
        blank = 0 if any(cells) else blank + 1
        if blank > _MOST_BLANK_ROWS:
            break
        rows.append(cells)
    while rows and not any(rows[-1]):
        rows.pop()
    notes.extend(_hidden(sheet, rows))
    if (sheet.max_row or 0) > _MOST_ROWS and blank <= _MOST_BLANK_ROWS:
        notes.append(f'Lembar "{sheet.title}" hanya dibaca sampai baris {_MOST_ROWS}.')
    if faults:
        notes.append(f'{faults} sel di lembar "{sheet.title}" berisi galat rumus (#REF! dan sejenisnya).')
    return _Sheet(sheet.title, Grid(tuple(rows), tuple(_spans(sheet, len(rows), width))), tuple(notes))


def _spans(sheet: Worksheet, rows: int, columns: int) -> Iterator[Span]:
    for merged in sheet.merged_cells.ranges:
        row, column = merged.min_row - 1, merged.min_col - 1
        if row < rows and column < columns:
            height = min(merged.max_row, rows) - row
            width = min(merged.max_col, columns) - column
            if height * width > 1:
                yield Span(row, column, height, width)


def _hidden(sheet: Worksheet, rows: list[tuple[str, ...]]) -> Iterator[str]:
    hidden = sum(
        1
        for number, row in enumerate(rows, start=1)
        if any(row) and number in sheet.row_dimensions and sheet.row_dimensions[number].hidden
    )
    if hidden:
        yield f'{hidden} baris tersembunyi di lembar "{sheet.title}" ikut dibaca.'
    columns = sorted(
        index
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for index in range(dimension.min or 0, (dimension.max or 0) + 1)
        if any(len(row) >= index > 0 and row[index - 1] for row in rows)
    )
    if columns:
        from openpyxl.utils import get_column_letter

        names = ", ".join(map(get_column_letter, columns))
        yield f'Kolom tersembunyi di lembar "{sheet.title}" ikut dibaca: {names}.'


def _text(cell: Cell | MergedCell | Any) -> str:
    """What the cell shows, as far as a list of people needs it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return cell_text(_clean(value[:_LONGEST_CELL]))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    if isinstance(value, dt.datetime):
        return value.strftime("%d-%m-%Y %H:%M") if value.hour or value.minute else value.strftime("%d-%m-%Y")
    if isinstance(value, dt.date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return cell_text(str(value))


def _clean(text: str) -> str:
    from rakor_desktop.reading.files.decoding import clean

    return clean(text).text


def _number(value: float, form: str) -> str:
    """A number as digits: no ".0", no exponent, and the zeros that the cell's format puts before it."""
    if isinstance(value, float):
        if not value.is_integer():
            return f"{value:.10f}".rstrip("0")
        value = int(value)
    zeros = _ZEROS.match(form)
    return str(value).zfill(len(zeros[0])) if zeros and value >= 0 else str(value)


def _with_people(sheets: list[_Sheet]) -> list[_Sheet]:
    """The sheets with a list's header; without any, those that look most like lists."""
    headed = [sheet for sheet in sheets if sheet.headed]
    if headed:
        return headed
    most = max(sheet.rows for sheet in sheets)
    return [sheet for sheet in sheets if sheet.rows * 2 >= most and sheet.rows] or sheets[:1]


def _left(sheets: list[_Sheet], chosen: list[_Sheet]) -> Iterator[str]:
    if len(sheets) > 1:
        yield f"Dibaca dari lembar {_names(chosen)}."
    left = [sheet for sheet in sheets if sheet not in chosen]
    if left:
        yield f"Tidak dibaca karena tidak tampak sebagai daftar hadir: lembar {_names(left)}."


def _names(sheets: list[_Sheet]) -> str:
    names = ", ".join(f'"{sheet.title}"' for sheet in sheets[:_FEW_NAMED])
    more = len(sheets) - _FEW_NAMED
    return f"{names}, dan {more} lainnya" if more > 0 else names


def _says(row: tuple[str, ...]) -> bool:
    return any(_LETTERS.search(cell) for cell in row)


def _uncounted(data: bytes) -> int:
    """How many formulas were never worked out: a program wrote them and Excel has not saved since."""
    found = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                sheet = package.read(part)
                found += len(_EMPTY_FORMULA.findall(sheet)) if b"<f" in sheet else 0
    return found
