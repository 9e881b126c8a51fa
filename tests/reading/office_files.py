"""Workbooks and documents made for a test, as bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import openpyxl
from docx import Document
from docx.oxml import parse_xml
from openpyxl.worksheet.worksheet import Worksheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
"""The head of an OLE container, as old office files and locked new ones have it."""


def workbook(rows: Iterable[Sequence[Any]], adjust: Callable[[Worksheet], None] | None = None) -> bytes:
    """A workbook of one sheet."""
    return workbook_of({"Peserta": rows}, {"Peserta": adjust} if adjust else {})


def workbook_of(
    sheets: dict[str, Iterable[Sequence[Any]]], adjust: dict[str, Callable[[Worksheet], None]] | None = None
) -> bytes:
    """A workbook of several sheets; ``adjust`` changes a sheet after its rows are in."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        if adjust and title in adjust:
            adjust[title](sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(fill: Callable[[Any], None]) -> bytes:
    """A document that ``fill`` writes into."""
    made = Document()
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parsed(xml: str) -> Any:
    """An element of a document."""
    return parse_xml(xml)
