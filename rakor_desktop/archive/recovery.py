"""A broken archive: kept aside, the newest sound backup in its place, and what is readable saved out."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from rakor_desktop.archive import forms
from rakor_desktop.archive.backup import PHOTOS, backups, is_sound, restore_photos
from rakor_desktop.archive.database import Database, connect, told
from rakor_desktop.archive.entries import Recovery
from rakor_desktop.archive.meetings import MeetingShelf
from rakor_desktop.archive.people_rows import key_anew
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.errors import BundleError

_BESIDE: Final = ("", "-wal", "-shm")

# Every way to the rows: forward, backward, and by each index. One broken page stops a way, not all of them.
_WAYS: Final = (
    "SELECT key FROM meeting ORDER BY key",
    "SELECT key FROM meeting ORDER BY key DESC",
    "SELECT key FROM meeting INDEXED BY meeting_by_id ORDER BY id",
    "SELECT key FROM meeting INDEXED BY meeting_by_id ORDER BY id DESC",
    "SELECT key FROM meeting INDEXED BY meeting_by_update WHERE deleted_at IS NULL ORDER BY updated_at",
    "SELECT key FROM meeting INDEXED BY meeting_by_update WHERE deleted_at IS NULL ORDER BY updated_at DESC",
)

_PLAIN_TABLES: Final = ("office", "person", "person_moved", "photo")


def recover(path: Path, backup_folder: Path) -> Recovery:
    """Put a working archive in the place of a broken one. Raises :class:`ArchiveError` when the disk refuses.

    The broken file is moved aside, never deleted. Nothing is overwritten: what the backup and the broken file
    both hold in different versions is kept from the one that was written later.
    """
    with told(path):
        kept = _set_aside(path)
        used = next((copy for copy in backups(backup_folder) if is_sound(copy)), None)
        if used is not None:
            shutil.copyfile(used, path)
            restore_photos(backup_folder, path.parent / PHOTOS)
    fresh = Database(path)
    try:
        salvaged = _salvage(kept, fresh)
    finally:
        fresh.close()
    return Recovery(kept, used, salvaged)


def _set_aside(path: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d %H%M%S")
    kept = path.with_name(f"{path.stem} rusak {stamp}{path.suffix}")
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            os.replace(f"{path}{ending}", f"{kept}{ending}")
    return kept


def _salvage(broken: Path, fresh: Database) -> int:
    _salvage_tables(broken, fresh)
    shelf = MeetingShelf(fresh)
    count = 0
    for bundle, updated in _readable(broken):
        with fresh.reading() as db:
            row = db.execute(
                "SELECT updated_at, revision FROM meeting WHERE id = ?", (forms.plain(bundle.meeting.id),)
            ).fetchone()
        if row is None or row[0] < updated:
            shelf.save(bundle, row[1] if row else None)
            count += 1
    return count


def _salvage_tables(broken: Path, fresh: Database) -> None:
    """Offices, people and known photos that the backup lacks; what it has stays as the backup has it."""
    if not broken.exists():
        return
    with closing(connect(broken)) as db, fresh.writing() as target:
        for table in _PLAIN_TABLES:
            for row in _rows(db, f"SELECT * FROM {table}"):
                marks = ", ".join("?" * len(row))
                target.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
        key_anew(target)


def _readable(broken: Path) -> Iterator[tuple[Bundle, str]]:
    if not broken.exists():
        return
    with closing(connect(broken)) as db:
        db.text_factory = bytes
        for key in sorted(_keys(db)):
            with suppress(sqlite3.Error, BundleError, UnicodeDecodeError):
                row = db.execute("SELECT form, updated_at FROM meeting WHERE key = ?", (key,)).fetchone()
                if row is not None:
                    yield forms.read_form(row[0].decode("utf-8")), row[1].decode("ascii")


def _keys(db: sqlite3.Connection) -> set[int]:
    keys: set[int] = set()
    for way in _WAYS:
        keys.update(key for (key,) in _rows(db, way) if isinstance(key, int))
    return keys


def _rows(db: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows up to the first page that cannot be read."""
    with suppress(sqlite3.Error):
        yield from db.execute(query)
