"""What lists and searches show: one line per meeting, per log entry, per backup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting in a list. ``snippet`` is the found passage with ``[`` and ``]`` around the words found."""

    id: str
    title: str
    date: date | None
    place: str
    office_name: str
    attendee_count: int
    updated_at: datetime
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """The outcome of a save: the revision now stored, and the id of the copy that a conflict made ("" without)."""

    revision: int
    copy_id: str = ""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Something that was done and cannot be undone: exported, approved, restored ..."""

    at: datetime
    meeting_id: str
    action: str
    detail: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """What :func:`~rakor_desktop.archive.recovery.recover` did.

    ``kept`` is the broken file (moved aside, never deleted), ``backup`` the verified backup used (``None``
    without one), ``salvaged`` the number of meetings read out of the broken file that the backup had not, or
    had older.
    """

    kept: Path
    backup: Path | None
    salvaged: int


ENTRY_COLUMNS = "m.id, m.title, m.date, m.place, m.office_name, m.attendee_count, m.updated_at"
"""The columns of :func:`entries_of`, from the table ``meeting`` as ``m``."""


def entries_of(rows: Iterable[tuple[Any, ...]]) -> tuple[Entry, ...]:
    """Rows of :data:`ENTRY_COLUMNS` (and a snippet, if there is one) as entries."""
    return tuple(_entry(*row) for row in rows)


def _entry(
    meeting_id: str,
    title: str,
    day: str,
    place: str,
    office: str,
    count: int,
    updated: str,
    snippet: str = "",
) -> Entry:
    held = date.fromisoformat(day) if day else None
    return Entry(meeting_id, title, held, place, office, count, datetime.fromisoformat(updated), snippet)
