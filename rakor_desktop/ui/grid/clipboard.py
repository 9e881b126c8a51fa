"""Blocks of cells on the clipboard, as spreadsheets write and read them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def clipboard_text() -> str:
    """The clipboard's text; empty when it holds none."""
    return QGuiApplication.clipboard().text()


def clipboard_copy() -> QMimeData:
    """What the clipboard holds, as an object of our own: the clipboard's may be gone a moment later."""
    return copied(QGuiApplication.clipboard().mimeData())


def copied(source: QMimeData | None) -> QMimeData:
    """The same contents in a new object, none of nothing; pictures are not carried along."""
    made = QMimeData()
    if source is None:
        return made
    for kind in source.formats():
        if not kind.startswith(("image/", "application/x-qt-image")):
            made.setData(kind, source.data(kind))
    if source.hasText():
        made.setText(source.text())
    return made


def is_block(text: str) -> bool:
    """Whether a text is more than one cell: it has several lines, or cells side by side."""
    body = text.rstrip("\r\n")
    return "\t" in body or "\n" in body or "\r" in body


def read_block(text: str) -> list[list[str]]:
    """A block as spreadsheets put it on the clipboard: rows by line, cells by tab, quoted where a cell has lines."""
    body = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not body:
        return []
    if '"' in body and body.count('"') % 2 == 0 and ("\t" in body or "\n" in body):
        rows: Sequence[Sequence[str]] = list(csv.reader(io.StringIO(body), delimiter="\t"))
    else:
        rows = [line.split("\t") for line in body.split("\n")]
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def written_block(rows: Iterable[Iterable[str]]) -> str:
    """Cells as Excel reads them: tabs between them, a line for each row, quotes round cells that need them."""
    return "\n".join("\t".join(map(_cell, row)) for row in rows)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in "\n\t\r") else text
