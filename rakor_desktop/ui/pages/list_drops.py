"""What of a drop may be a list of people."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

LIST_FILES: Final = (".xlsx", ".docx", ".csv", ".txt")
"""Files that may hold a list of people."""


def list_files(data: QMimeData) -> list[Path]:
    """The files of a drop that may hold a list of people."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() in LIST_FILES]


def has_lines(data: QMimeData) -> bool:
    """Whether a drop is text of several lines, or a table."""
    return not data.hasUrls() and ("\n" in data.text().strip() or data.hasHtml())
