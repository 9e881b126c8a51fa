"""From the clipboard, a file or a pipe to a source, and from a source to a reading.

Nothing here knows Qt. What cannot be read raises :class:`~rakor_desktop.reading.errors.ReadingError` with an Indonesian
sentence; the readers of files are imported only when a file of their kind comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from rakor_desktop.reading.errors import ReadingError
from rakor_desktop.reading.files.decoding import clean, decoded
from rakor_desktop.reading.files.file_kind import LARGEST, kind_of, too_large
from rakor_desktop.reading.files.separated import blocks_of
from rakor_desktop.reading.reader import Reader
from rakor_desktop.reading.source import PASTED, Block, Source, Table, joined
from rakor_desktop.reading.tables.rows import read_table
from rakor_desktop.reading.values import NOBODY, GroupRead, Mark, PersonRead, Reading, Unread

__all__ = ["ReadingError", "Source", "Table", "from_bytes", "from_file", "from_html", "from_text", "read"]

_SEPARATOR_LINE: Final = re.compile(r"\A\s*sep=.[ \t]*(?=\n)", re.IGNORECASE)

Check = Callable[[], None]
"""Called often during long work; what it raises (a cancelled job) ends the work."""


def _go_on() -> None:
    return None


def from_text(text: str, title: str = PASTED, check: Check = _go_on) -> Source:
    """Typed or pasted text; columns in it are found."""
    return _text(text, title, (), check, table_file=False)


def from_html(html: str, title: str = PASTED, check: Check = _go_on) -> Source:
    """HTML of the clipboard or of a page; a malformed one yields what can be made out."""
    from rakor_desktop.reading.files.html import blocks_of_html

    if len(html) > LARGEST:
        raise too_large(title, len(html))
    cleaned = clean(html)
    blocks, notes = blocks_of_html(cleaned.text, check)
    return joined(_with_columns(blocks, check), title, (*cleaned.notes, *notes))


def from_bytes(data: bytes, name: str, check: Check = _go_on) -> Source:
    """A file's content; what it is, its first bytes tell, the name only whether text is a .csv."""
    kind = kind_of(data, name)
    if kind == "workbook":
        from rakor_desktop.reading.files.workbook import blocks_of_workbook

        return joined(*_titled(blocks_of_workbook(data, name, check), name))
    if kind == "word":
        from rakor_desktop.reading.files.word_file import blocks_of_word

        blocks, notes = blocks_of_word(data, name, check)
        return joined(_with_columns(blocks, check), name, notes)
    text = decoded(data)
    if kind == "html":
        source = from_html(text.text, name, check)
        return Source(source.text, source.tables, name, (*text.notes, *source.notes))
    return _text(text.text, name, text.notes, check, table_file=name.casefold().endswith((".csv", ".tsv", ".tab")))


def from_file(path: Path, check: Check = _go_on) -> Source:
    """A file on a disk, a stick or a share."""
    try:
        if path.is_dir():
            sentence = f'"{path.name}" adalah folder. Buka folder itu lalu pilih berkas daftarnya.'
            raise ReadingError("reading.folder", sentence, name=path.name)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise _unopened(path, "tidak ditemukan", "Periksa apakah berkas itu dipindahkan atau diganti nama.") from error
    except PermissionError as error:
        fault = "tidak dapat dibuka karena terkunci atau tidak ada izin"
        raise _unopened(path, fault, "Tutup aplikasi yang memakainya, lalu coba lagi.") from error
    except OSError as error:
        raise _unopened(
            path, "tidak dapat dibaca dari penyimpanannya", "Salin berkas itu ke komputer ini, lalu coba lagi."
        ) from error
    if len(data) > LARGEST:
        raise too_large(path.name, size)
    return from_bytes(data, path.name, check)


def read(source: Source, reader: Reader, check: Check = _go_on) -> Reading:
    """Everybody and every group in a source: tables by their columns, the rest (tables that list no people too) as
    text, in the source's order.
    """
    parts: list[tuple[int, Reading]] = []
    at = 0
    for table in source.tables:
        listed = read_table(table, source.text, reader, check)
        if listed is not None:
            parts.extend(_prose(source.text, at, table.start, reader, check))
            parts.append((0, listed))
            at = table.end
    parts.extend(_prose(source.text, at, len(source.text), reader, check))
    return _joined(source.text, parts)


def _prose(text: str, start: int, end: int, reader: Reader, check: Check) -> Iterator[tuple[int, Reading]]:
    check()
    stretch = text[start:end]
    if stretch.strip():
        yield start, reader.read(stretch, check)


def _joined(text: str, parts: list[tuple[int, Reading]]) -> Reading:
    """One reading of readings that lie in order, each told where in the text its offsets begin."""
    people: list[PersonRead] = []
    groups: list[GroupRead] = []
    unread: list[Unread] = []
    marks: list[Mark] = []
    for shift, part in parts:
        if not shift and not people and not groups:
            people, groups, unread = list(part.people), list(part.groups), [*unread, *part.unread]
            marks.extend(part.marks)
            continue
        first = {"person": len(people), "group": len(groups)}
        people.extend(_moved(person, shift) for person in part.people)
        groups.extend(GroupRead(group.name, group.start + shift, group.end + shift) for group in part.groups)
        unread.extend(Unread(piece.text, piece.start + shift, piece.end + shift) for piece in part.unread)
        for mark in part.marks:
            owners = first["group" if mark.part == "group" else "person"]
            owner = NOBODY if mark.owner == NOBODY else mark.owner + owners
            marks.append(Mark(mark.start + shift, mark.end + shift, mark.part, owner))
    return Reading(text, tuple(people), tuple(groups), tuple(unread), tuple(marks))


def _moved(person: PersonRead, shift: int) -> PersonRead:
    if not shift:
        return person
    return replace(person, start=person.start + shift, end=person.end + shift)


def _text(text: str, title: str, notes: tuple[str, ...], check: Check, *, table_file: bool) -> Source:
    if len(text) > LARGEST:
        raise too_large(title, len(text))
    cleaned = clean(text)
    # Excel may write its separator into the first line; nobody typed that.
    body = _SEPARATOR_LINE.sub(lambda line: " " * len(line[0]), cleaned.text, count=1)
    blocks = blocks_of(body, check, table_file=table_file)
    return joined(blocks, title, (*notes, *cleaned.notes))


def _with_columns(blocks: list[Block], check: Check) -> Iterator[Block]:
    """Blocks of a document, where running text may hold columns too."""
    for block in blocks:
        if isinstance(block, str):
            yield from blocks_of(block, check)
        else:
            yield block


def _titled(read: tuple[list[Block], tuple[str, ...]], name: str) -> tuple[list[Block], str, tuple[str, ...]]:
    return read[0], name, read[1]


def _unopened(path: Path, fault: str, remedy: str) -> ReadingError:
    return ReadingError("reading.unreadable", f'Berkas "{path.name}" {fault}. {remedy}', name=path.name)
