"""The append-only log: what was exported, approved, deleted or restored, and when."""

from __future__ import annotations

from datetime import datetime
from sqlite3 import Connection

from rakor_desktop.archive.database import Database
from rakor_desktop.archive.entries import LogEntry
from rakor_desktop.archive.forms import now, plain


def write_log(db: Connection, meeting_id: str, action: str, detail: str) -> None:
    """Add one line inside a transaction that is already open."""
    db.execute(
        "INSERT INTO log (at, meeting_id, action, detail) VALUES (?, ?, ?, ?)",
        (now(), plain(meeting_id), plain(action), plain(detail)),
    )


def read_log(database: Database, meeting_id: str) -> tuple[LogEntry, ...]:
    """The lines of one meeting, oldest first."""
    with database.reading() as db:
        rows = db.execute(
            "SELECT at, meeting_id, action, detail FROM log WHERE meeting_id = ? ORDER BY number",
            (plain(meeting_id),),
        ).fetchall()
    return tuple(LogEntry(datetime.fromisoformat(at), owner, action, detail) for at, owner, action, detail in rows)
