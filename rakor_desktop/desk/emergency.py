"""Emergency copies: what could not be stored in the archive, as readable files in another folder."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from rakor_desktop.archive.files import write_whole
from rakor_desktop.archive.forms import mended
from rakor_desktop.domain.meeting import Bundle


def write(folder: Path, bundle: Bundle) -> Path:
    """Write the meeting to ``<id>.json`` in this folder; its path. Raises :class:`OSError`."""
    from rakor_desktop.domain import codec

    path = _path(folder, bundle.meeting.id)
    write_whole(path, codec.encode_readable(mended(bundle)))
    return path


def drop(folder: Path, meeting_id: str) -> None:
    """Take the copy away once the meeting is safely in the archive."""
    with suppress(OSError):
        _path(folder, meeting_id).unlink()


def copies(folder: Path) -> tuple[Path, ...]:
    """Copies that an earlier run left behind: meetings that never reached the archive. To be offered at start."""
    return tuple(sorted(folder.glob("darurat-*.json"))) if folder.is_dir() else ()


def _path(folder: Path, meeting_id: str) -> Path:
    return folder / f"darurat-{re.sub(r'[^0-9A-Za-z_-]', '_', meeting_id)[:80]}.json"
