"""Verified backups: one a day, the newest few kept, the pictures beside them."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from secrets import token_hex
from typing import Final

from rakor_desktop.archive.database import connect, told
from rakor_desktop.archive.files import PART, put_in_place, write_whole
from rakor_desktop.archive.schema import APPLICATION_ID
from rakor_desktop.errors import ArchiveError

_NAME: Final = re.compile(r"rakor-\d{4}-\d{2}-\d{2}\.db")
PHOTOS: Final = "foto"
"""Folder of the pictures, beside an archive and beside its backups."""


def backup(source: Path, photos: Iterable[Path], folder: Path, keep: int, today: date) -> Path:
    """Copy the archive into ``folder``, check the copy, give it today's name, drop all but ``keep`` backups.

    A copy that fails its check never gets a backup's name; an earlier backup of the same day is replaced only
    by a good one. Raises :class:`ArchiveError`.
    """
    final = folder / f"rakor-{today.isoformat()}.db"
    part = folder / f"{final.name}.{token_hex(4)}{PART}"
    with told(final):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            # A second connection: it sees the last save, and autosave need not wait for it.
            with closing(connect(source, read_only=True)) as db:
                db.execute("VACUUM INTO ?", (str(part),))
            _check(part, final)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            put_in_place(part, final)
        finally:
            with suppress(OSError):
                part.unlink()
        _copy_photos(photos, folder / PHOTOS)
        for old in backups(folder)[max(keep, 1) :]:
            old.unlink()
    return final


def backups(folder: Path) -> tuple[Path, ...]:
    """The backups in a folder, the newest first."""
    if not folder.is_dir():
        return ()
    found = (path for path in folder.iterdir() if _NAME.fullmatch(path.name))
    return tuple(sorted(found, key=lambda path: path.name, reverse=True))


def is_sound(path: Path) -> bool:
    """Whether a file is an archive whose every page and index is in order."""
    try:
        with closing(connect(path, read_only=True)) as db:
            whole: bool = db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            ours: bool = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            db.execute("SELECT count(*) FROM meeting").fetchone()
            return whole and ours
    except sqlite3.Error:
        return False


def _check(part: Path, final: Path) -> None:
    if not is_sound(part):
        raise ArchiveError(
            "backup_failed",
            f"Cadangan {final.name} tidak lolos pemeriksaan, jadi dibuang. Periksa disk tujuan, lalu ulangi.",
            path=str(final),
        )


def _copy_photos(photos: Iterable[Path], folder: Path) -> None:
    for path in photos:
        target = folder / path.parent.name / path.name
        if not target.exists():
            write_whole(target, path.read_bytes())


def restore_photos(backup_folder: Path, folder: Path) -> None:
    """Bring back pictures that the archive's own folder lacks. Raises :class:`OSError`."""
    for path in (backup_folder / PHOTOS).glob("??/*.jpg"):
        target = folder / path.parent.name / path.name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
