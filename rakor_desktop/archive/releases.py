"""Versions of press releases, who checked and approved them, and who let a classified one go out: append-only."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, get_args

from rakor_desktop.archive.database import Database
from rakor_desktop.archive.forms import mended, now, plain
from rakor_desktop.archive.log import write_log
from rakor_desktop.domain.release import ReleaseStatus, ReleaseText

_STATUSES: Final = get_args(ReleaseStatus)
_COLUMNS: Final = "number, style, status, at, who, note, form"


@dataclass(frozen=True, slots=True)
class ReleaseVersion:
    """The words of a release at one moment, and what was said of them; ``number`` orders all versions."""

    number: int
    style: str
    status: ReleaseStatus
    at: datetime
    who: str
    note: str
    text: ReleaseText


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who answered for it that a release of a classified meeting may go out."""

    classification: str
    at: datetime
    who: str


class ReleaseShelf:
    """The releases' versions of one archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self, meeting_id: str, style: str, status: ReleaseStatus, who: str, text: ReleaseText, note: str
    ) -> ReleaseVersion:
        """Add a version and a line to the log. ``ValueError`` for an unknown status or a nameless signature."""
        if status not in _STATUSES:
            raise ValueError(f"unknown status {status!r}")
        if not who.strip() and status != "draft":
            raise ValueError("a release is checked or approved by somebody")
        import msgspec

        form = msgspec.json.encode(mended(text)).decode("utf-8")
        row = (plain(meeting_id), plain(style), status, now(), plain(who.strip()), plain(note.strip()), form)
        with self._database.writing() as db:
            number = db.execute(
                "INSERT INTO release_version (meeting_id, style, status, at, who, note, form) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number",
                row,
            ).fetchone()[0]
            write_log(db, meeting_id, f"release_{status}", f"{style} {who}".strip())
        return _version(number, *row[1:])

    def versions(self, meeting_id: str, style: str) -> tuple[ReleaseVersion, ...]:
        """The versions in one style, oldest first."""
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM release_version WHERE meeting_id = ? AND style = ? ORDER BY number",
                (plain(meeting_id), plain(style)),
            ).fetchall()
        return tuple(version for row in rows if (version := _readable(*row)) is not None)

    def standing(self, meeting_id: str) -> Mapping[str, ReleaseVersion]:
        """The newest version of every style."""
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM release_version WHERE meeting_id = ? ORDER BY number",
                (plain(meeting_id),),
            ).fetchall()
        return {version.style: version for row in rows if (version := _readable(*row)) is not None}

    def confirm(self, meeting_id: str, classification: str, who: str) -> Confirmation:
        """Record that ``who`` lets a release of this classified meeting go out. ``ValueError`` without a name."""
        if not who.strip():
            raise ValueError("a confirmation needs a name")
        row = (plain(meeting_id), plain(classification), now(), plain(who.strip()))
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO release_confirmation (meeting_id, classification, at, who) VALUES (?, ?, ?, ?)", row
            )
            write_log(db, meeting_id, "released_despite_classification", f"{classification} {who.strip()}")
        return Confirmation(row[1], datetime.fromisoformat(row[2]), row[3])

    def confirmation(self, meeting_id: str, classification: str) -> Confirmation | None:
        """The newest confirmation, when it was given for this very classification."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT classification, at, who FROM release_confirmation WHERE meeting_id = ? "
                "ORDER BY number DESC LIMIT 1",
                (plain(meeting_id),),
            ).fetchone()
        if row is None or row[0] != classification:
            return None
        return Confirmation(row[0], datetime.fromisoformat(row[1]), row[2])


def _readable(*row: Any) -> ReleaseVersion | None:
    """The version of a row; one that a damaged disk made unreadable hides none of the others."""
    try:
        return _version(*row)
    except ValueError as error:  # msgspec's errors are ValueErrors
        logging.getLogger(__name__).warning("unreadable release version %s: %s", row[0], type(error).__name__)
        return None


def _version(number: int, style: str, status: Any, at: str, who: str, note: str, form: str) -> ReleaseVersion:
    import msgspec  # opening and listing an archive need no codec

    text = msgspec.json.decode(form, type=ReleaseText)
    return ReleaseVersion(number, style, status, datetime.fromisoformat(at), who, note, text)
