"""One SQLite file: opened with the right settings, used under locks, its errors told in Indonesian.

Two connections: one writes, one only reads, so that a list on the screen never waits for a disk that is
still confirming a save.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Final
from urllib.parse import quote

from rakor_desktop.archive.places import notice_of, place_of
from rakor_desktop.archive.schema import APPLICATION_ID, STEPS, VERSION
from rakor_desktop.errors import ArchiveError

WAIT: Final = 10.0
"""Seconds to wait for another connection's lock before giving up."""

_NEWER: Final = (
    "Arsip ini dibuat oleh Rakor Desktop yang lebih baru: isinya dapat dibaca, tetapi tidak dapat diubah. "
    "Perbarui Rakor Desktop."
)
_SENTENCES: Final = {
    sqlite3.SQLITE_FULL: (
        "disk_full",
        "Disk penuh: arsip {name} tidak dapat ditulis. Kosongkan ruang disk; isian Anda masih ada di layar.",
    ),
    sqlite3.SQLITE_IOERR: (
        "cannot_write",
        "Arsip {name} gagal dibaca atau ditulis (disk penuh atau rusak). Isian Anda masih ada di layar.",
    ),
    sqlite3.SQLITE_READONLY: (
        "read_only",
        "Arsip {name} hanya dapat dibaca. Periksa izin tulis folder {folder}; isian Anda masih ada di layar.",
    ),
    sqlite3.SQLITE_PERM: ("cannot_open", "Arsip {name} tidak boleh dibuka. Periksa izin folder {folder}."),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot_open",
        "Arsip {name} tidak dapat dibuka. Periksa apakah folder {folder} ada dan boleh ditulisi.",
    ),
    sqlite3.SQLITE_BUSY: (
        "busy",
        "Arsip {name} sedang dipakai program lain. Tutup program itu; penyimpanan akan dicoba lagi.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "broken",
        "Arsip {name} rusak. Pulihkan dari cadangan; berkas yang rusak tetap disimpan.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "broken",
        "Berkas {name} rusak atau bukan arsip. Pulihkan dari cadangan; berkas yang rusak tetap disimpan.",
    ),
}
_SENTENCES[sqlite3.SQLITE_LOCKED] = _SENTENCES[sqlite3.SQLITE_BUSY]


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into :class:`ArchiveError`; a wrong statement stays a bug."""
    try:
        yield
    except sqlite3.Error as error:
        known = _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if known is None:
            raise
        raise _fault(*known, path) from error
    except OSError as error:
        raise _fault(*_of_system(error), path) from error


def _of_system(error: OSError) -> tuple[str, str]:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _SENTENCES[sqlite3.SQLITE_FULL]
    if isinstance(error, PermissionError):
        return _SENTENCES[sqlite3.SQLITE_READONLY]
    return _SENTENCES[sqlite3.SQLITE_CANTOPEN]


def _fault(code: str, sentence: str, path: Path) -> ArchiveError:
    return ArchiveError(code, sentence.format(name=path.name, folder=path.parent), path=str(path))


class Database:
    """An open archive file; ``read_only`` and ``notice`` say what the user must know about it."""

    def __init__(self, path: Path) -> None:
        """Open or make the file. Raises :class:`ArchiveError`."""
        self.path = path
        self.read_only = False
        place = place_of(path)
        self.notice = notice_of(place)
        self._write_lock = RLock()
        self._read_lock = RLock()
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._writer = connect(path)
            try:
                self._prepare("WAL" if place == "local" else "DELETE")
                self._reader = connect(path, read_only=True)
            except BaseException:
                self._writer.close()
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The reading connection, for one thread at a time."""
        with self._read_lock, told(self.path):
            yield self._reader

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: on disk when the block has ended, undone when it raises."""
        if self.read_only:
            raise ArchiveError("read_only", self.notice, path=str(self.path))
        with self._write_lock, told(self.path):
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close both connections; the last one tidies the log away."""
        with self._read_lock:
            self._reader.close()
        with self._write_lock:
            self._writer.close()

    def _prepare(self, journal: str) -> None:
        version = _pragma(self._writer, "user_version")
        identity = _pragma(self._writer, "application_id")
        made = self._writer.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if made and identity != APPLICATION_ID:
            raise _fault(
                "foreign",
                "Berkas {name} milik program lain, bukan arsip rapat. Pilih berkas lain.",
                self.path,
            )
        if version > VERSION:
            self._only_read()
            return
        self._writer.execute(f"PRAGMA journal_mode = {journal}").fetchone()
        self._writer.execute("PRAGMA synchronous = FULL")
        if version < VERSION:
            self._upgrade(version)

    def _only_read(self) -> None:
        self.read_only = True
        self.notice = _NEWER
        self._writer.close()
        self._writer = connect(self.path, read_only=True)

    def _upgrade(self, version: int) -> None:
        steps = "".join(STEPS[step] for step in range(version, VERSION))
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
        self._writer.executescript(f"BEGIN IMMEDIATE; {steps} {marks} COMMIT;")


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a connection that several threads may use in turn, without implicit transactions."""
    where, uri = (f"{_uri(path)}?mode=ro", True) if read_only else (str(path), False)
    return sqlite3.connect(where, timeout=WAIT, isolation_level=None, check_same_thread=False, uri=uri)


def _uri(path: Path) -> str:
    """The path as a URI without an authority: SQLite refuses ``file://server/share`` and takes ``file:////server``."""
    text = path.absolute().as_posix()
    return "file://" + quote(text if text.startswith("/") else f"/{text}")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
