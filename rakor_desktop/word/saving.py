"""Keeping a file whole: the new one replaces the old in one step, or the old one stays as it was."""

from __future__ import annotations

import errno
import os
import secrets
import sys
import time
from pathlib import Path

_RETRY_SECONDS = 2.5
_PAUSE_SECONDS = 0.1
_TEMP_PREFIX = ".~rakor-"
_TEMP_SUFFIX = ".tmp"
_STALE_SECONDS = 3600.0
_SHARING = (5, 32, 33)  # ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


class SaveError(Exception):
    """A file was not written; what stood there before is untouched.

    ``code`` is one of full, denied, busy, missing_folder, other; ``message`` is an Indonesian sentence.
    """

    def __init__(self, code: str, message: str) -> None:
        """Keep code and sentence."""
        super().__init__(message)
        self.code = code
        self.message = message


def replace_file(path: Path | str, data: bytes) -> None:
    """Write ``data`` to ``path`` through a temporary file in the same folder, flushed to the disk.

    Raises:
        SaveError: nothing was changed at ``path``.
    """
    target = Path(path)
    if target.is_dir():
        raise SaveError("denied", f'"{target.name}" adalah folder. Pilih nama berkas lain.')
    temporary = target.with_name(f"{_TEMP_PREFIX}{secrets.token_hex(8)}{_TEMP_SUFFIX}")
    try:
        try:
            _write(temporary, data)
            _keep_mode(temporary, target)
            _move(temporary, target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _flush_folder(target.parent)
    except OSError as error:
        raise _known(error, target) from error


def sweep_stale_temps(folder: Path | str) -> int:
    """Remove temporary files that a crash left in a folder over an hour ago; return how many."""
    removed = 0
    limit = time.time() - _STALE_SECONDS
    try:
        found = list(Path(folder).glob(f"{_TEMP_PREFIX}*{_TEMP_SUFFIX}"))
    except OSError:
        return 0
    for path in found:
        try:
            if path.stat().st_mtime < limit:
                path.unlink()
                removed += 1
        except OSError:
            continue  # in use or gone: not ours to insist
    return removed


def _write(path: Path, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(temporary: Path, target: Path) -> None:
    """Give the new file the permissions of the one it replaces; a file marked read-only is not replaced."""
    if target.exists():
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only", str(target))
        if sys.platform != "win32":
            os.chmod(temporary, target.stat().st_mode & 0o777)


def _move(temporary: Path, target: Path) -> None:
    end = time.monotonic() + _RETRY_SECONDS
    while True:
        try:
            os.replace(temporary, target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _SHARING:
                raise
            if time.monotonic() > end:
                message = f'"{target.name}" sedang dibuka di Word atau program lain. Tutup dahulu, lalu simpan lagi.'
                raise SaveError("busy", message) from error
            time.sleep(_PAUSE_SECONDS)


def _flush_folder(folder: Path) -> None:
    """Make the new name survive a power cut where folders can be flushed; the file itself is safe already."""
    if sys.platform == "win32":
        return
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    except OSError:
        pass  # some network shares cannot
    finally:
        os.close(number)


def _known(error: OSError, target: Path) -> SaveError:
    name = target.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return SaveError(
            "full", f'"{name}" belum disimpan karena penyimpanan penuh. Kosongkan ruang, lalu simpan lagi.'
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return SaveError(
            "missing_folder", f'Folder "{target.parent}" tidak ditemukan. Pilih folder lain untuk "{name}".'
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return SaveError(
            "denied",
            f'"{name}" tidak boleh ditulis di "{target.parent}". Pilih folder lain atau lepas tanda hanya-baca.',
        )
    number = f" (galat sistem {error.errno})" if error.errno else ""
    return SaveError("other", f'"{name}" belum disimpan{number}. Coba simpan di tempat lain.')
