"""Writing a file so that either the old or the new one stands there, whole, whatever happens in between."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

PART = ".part"
"""Ending of a file that is being written; such files may be swept at any time."""


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` on disk under this name. Raises :class:`OSError`; a file that stood there is then untouched."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{token_hex(4)}{PART}")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, path)
    finally:
        with suppress(OSError):
            part.unlink()


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file its name, and put the name on disk too."""
    os.replace(part, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put a folder's entries on disk; Windows does that by itself and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
