"""Texts to be reviewed, from files and into files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from rakor_desktop.errors import ExportError

FILTER: Final = "Naskah (*.txt *.docx *.html *.htm);;Semua berkas (*)"
_PLAIN: Final = (".txt", ".text", ".md", "")


def draft_from(path: Path, check: Callable[[], None]) -> str:
    """The text of a file. Raises :class:`~rakor_desktop.errors.RakorError` when it cannot be read."""
    from rakor_desktop.reading import sources
    from rakor_desktop.reading.files.decoding import decoded

    source = sources.from_file(path, check)
    if path.suffix.casefold() not in _PLAIN:
        return source.text
    try:
        # As it stands: a list of people would have its columns set apart.
        return decoded(path.read_bytes()).text
    except OSError:  # the stick was pulled in between
        return source.text


def draft_into(path: Path, text: str) -> None:
    """Write a text whole or not at all. Raises :class:`~rakor_desktop.errors.ExportError`."""
    beside = path.with_name(f".{path.name}.baru")
    try:
        beside.write_text(text, encoding="utf-8", errors="replace")
        os.replace(beside, path)
    except OSError as error:
        raise ExportError(
            "proof.unwritten",
            f'Naskah belum dapat disimpan sebagai "{path.name}". Tutup aplikasi yang memakai berkas itu atau pilih '
            "folder lain.",
            name=path.name,
        ) from error
