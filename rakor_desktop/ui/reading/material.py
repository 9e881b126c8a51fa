"""What somebody pasted or dropped, taken out of the clipboard and made a reading off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from rakor_desktop.catalog import Catalog
    from rakor_desktop.reading.reader import Reader
    from rakor_desktop.ui.reading.prepared import Prepared

Check = Callable[[], None]
MEETING_FILES: Final = (".rakor", ".json")
LIST_FILES: Final = (
    ".xlsx", ".docx", ".csv", ".tsv", ".txt", ".html", ".htm",
    ".xls", ".doc", ".xlsm", ".ods", ".odt", ".rtf", ".pdf",
)  # fmt: skip
"""Files that may hold a list of people; of those that cannot be read the reader says what to do instead."""


@dataclass(frozen=True, slots=True)
class Material:
    """Text, HTML with a table in it, or a file."""

    text: str = ""
    html: str = ""
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What came of it: where it is from, what should be known about the intake, and the reading."""

    title: str
    notes: tuple[str, ...]
    prepared: Prepared


def list_files(paths: Iterable[Path]) -> list[Path]:
    """Those of the files that may hold a list of people."""
    return [path for path in paths if path.suffix.casefold() in LIST_FILES]


def meeting_files(paths: Iterable[Path]) -> list[Path]:
    """Those of the files that hold a meeting."""
    return [path for path in paths if path.suffix.casefold() in MEETING_FILES]


def local_files(data: QMimeData) -> list[Path]:
    """The files that were copied or are dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def materials_of(data: QMimeData) -> list[Material]:
    """What there is to read: files, else HTML when it holds a table, else text; nothing for a picture alone."""
    files = local_files(data)
    if files:
        return [Material(path=path) for path in files]
    text = data.text() if data.hasText() else ""
    html = data.html() if data.hasHtml() else ""
    if "<table" in html.casefold():
        return [Material(text, html)]
    return [Material(text)] if text.strip() else []


def has_lines(data: QMimeData) -> bool:
    """Whether it is text of several lines, or a table."""
    return not data.hasUrls() and ("\n" in data.text().strip() or data.hasHtml())


def is_picture(data: QMimeData) -> bool:
    """Whether a picture was copied and no text with it."""
    return data.hasImage() and not materials_of(data)


def read_material(material: Material, reader: Reader, check: Check) -> Read:
    """Read it. Raises :class:`~rakor_desktop.errors.RakorError` when a file cannot be read."""
    from rakor_desktop.reading import sources
    from rakor_desktop.ui.reading.prepared import Prepared

    if material.path is not None:
        source = sources.from_file(material.path, check)
    elif material.html:
        source = sources.from_html(material.html, check=check)
        if not source.tables and material.text.strip():
            source = sources.from_text(material.text, check=check)
    else:
        source = sources.from_text(material.text, check=check)
    return Read(source.title, source.notes, Prepared.of(sources.read(source, reader, check), check))


def reader_for(catalog: Catalog) -> Reader:
    """A reader with the catalog's knowledge, ready to read: its tables are loaded here, off the UI thread."""
    from rakor_desktop.reading.reader import Reader

    made = Reader(catalog)
    made.person("AKP Budi")
    return made
