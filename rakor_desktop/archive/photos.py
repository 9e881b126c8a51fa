"""Pictures by content: each lies once, as a file named by the SHA-256 of its bytes, beside the database.

Files, not rows: a year of photos would make the database, and each of its backups, many gigabytes large.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from rakor_desktop.archive import forms
from rakor_desktop.archive.database import Database, told
from rakor_desktop.archive.files import PART, write_whole

_HASH: Final = re.compile(r"[0-9a-f]{64}")


class PhotoShelf:
    """The pictures of one archive."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep a picture's bytes; its content hash. The same bytes twice lie once."""
        content_hash = hashlib.sha256(data).hexdigest()
        path = self._path(content_hash)
        with self._database.writing() as db:
            if self.get(content_hash) is None:
                with told(path):
                    write_whole(path, data)
            db.execute(
                "INSERT INTO photo (hash, size, unused_since) VALUES (?, ?, ?) "
                "ON CONFLICT (hash) DO UPDATE SET unused_since = excluded.unused_since "
                "WHERE unused_since IS NOT NULL",
                (content_hash, len(data), forms.now()),
            )
            db.execute(
                "UPDATE photo SET unused_since = NULL WHERE hash = ?1 "
                "AND EXISTS (SELECT 1 FROM photo_use WHERE hash = ?1)",
                (content_hash,),
            )
        return content_hash

    def get(self, content_hash: str) -> bytes | None:
        """The bytes, or ``None`` when there are none, or when they are no longer what was kept (bit rot)."""
        if not _HASH.fullmatch(content_hash):
            return None
        path = self._path(content_hash)
        with told(path):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                return None
        return data if hashlib.sha256(data).hexdigest() == content_hash else None

    def sweep(self, grace: timedelta) -> int:
        """Delete pictures that no meeting and no office has used for so long; how many files went."""
        limit = datetime.now(UTC) - grace
        with self._database.writing() as db:
            emblems = {row[0] for row in db.execute("SELECT emblem FROM office WHERE emblem <> ''")}
            rows = db.execute("SELECT hash, unused_since FROM photo WHERE unused_since IS NOT NULL").fetchall()
            gone = {h for h, since in rows if h not in emblems and datetime.fromisoformat(since) < limit}
            db.executemany("DELETE FROM photo WHERE hash = ?", [(h,) for h in gone])
            known = {row[0] for row in db.execute("SELECT hash FROM photo")}
            used = {row[0] for row in db.execute("SELECT hash FROM photo_use")}
            kept = known | used | emblems
            return sum(_deleted(path) for path in self._stale(limit) if path.stem not in kept)

    def files(self) -> Iterator[Path]:
        """All picture files."""
        yield from self._folder.glob("??/*.jpg")

    def _stale(self, limit: datetime) -> Iterator[Path]:
        for path in [*self._folder.glob("??/*.jpg"), *self._folder.glob(f"??/*{PART}")]:
            with suppress(OSError):
                if datetime.fromtimestamp(path.stat().st_mtime, UTC) < limit:
                    yield path

    def _path(self, content_hash: str) -> Path:
        return self._folder / content_hash[:2] / f"{content_hash}.jpg"


def _deleted(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:  # a viewer holds it open on Windows: the next sweep takes it
        return False
    return True
