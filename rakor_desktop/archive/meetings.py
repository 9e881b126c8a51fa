"""Keeping meetings: save without losing anybody's work, load, the bin, lists."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from sqlite3 import Connection
from typing import Any

from rakor_desktop.archive import forms
from rakor_desktop.archive.database import Database
from rakor_desktop.archive.entries import ENTRY_COLUMNS, Entry, Stored, entries_of
from rakor_desktop.archive.log import write_log
from rakor_desktop.domain.edits import new_id
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.errors import ArchiveError, BundleError

COPY_MARK = " (salinan bentrok)"
"""What a conflict adds to the title of the other version."""


class MeetingShelf:
    """The meetings of one archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, bundle: Bundle, revision: int | None) -> Stored:
        """Put a meeting on disk; see :meth:`~rakor_desktop.archive.archive.Archive.store`."""
        if not bundle.meeting.id:
            raise ValueError("a meeting without an id cannot be stored")
        meeting_id = forms.plain(bundle.meeting.id)
        form = forms.stored_form(bundle)
        with self._database.writing() as db:
            row = db.execute("SELECT key, revision, form FROM meeting WHERE id = ?", (meeting_id,)).fetchone()
            if row is None:
                _insert(db, bundle, form, revision=1)
                return Stored(1)
            key, found, old_form = row
            if old_form == form:
                return Stored(found)
            copy_id = "" if found == revision else _set_aside(db, key, old_form, meeting_id)
            _update(db, key, bundle, form, revision=found + 1)
            return Stored(found + 1, copy_id)

    def load(self, meeting_id: str) -> tuple[Bundle, int]:
        """A meeting and its revision. Raises :class:`ArchiveError` when it is not there."""
        with self._database.reading() as db:
            row = db.execute("SELECT form, revision FROM meeting WHERE id = ?", (forms.plain(meeting_id),)).fetchone()
        if row is None:
            raise ArchiveError(
                "no_meeting",
                "Rapat ini tidak ada lagi di arsip. Muat ulang daftar rapat.",
                meeting_id=meeting_id,
            )
        return forms.read_form(row[0]), row[1]

    def delete(self, meeting_id: str) -> None:
        """Put a meeting into the bin; nothing happens when it is not there or already in the bin."""
        with self._database.writing() as db:
            gone = db.execute(
                "UPDATE meeting SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL RETURNING key",
                (forms.now(), meeting_id),
            ).fetchone()
            if gone:
                db.execute("DELETE FROM meeting_text WHERE key = ?", gone)
                write_log(db, meeting_id, "deleted", "")

    def restore(self, meeting_id: str) -> None:
        """Take a meeting out of the bin."""
        with self._database.writing() as db:
            back = db.execute(
                "UPDATE meeting SET deleted_at = NULL, updated_at = ? "
                "WHERE id = ? AND deleted_at IS NOT NULL RETURNING key, form",
                (forms.now(), meeting_id),
            ).fetchone()
            if back:
                with suppress(BundleError):  # a form that cannot be read is restored all the same
                    _index(db, back[0], forms.read_form(back[1]))
                write_log(db, meeting_id, "restored", "")

    def purge(self, older_than: timedelta) -> int:
        """Delete for good what has lain in the bin longer than this; the number of meetings deleted."""
        limit = (datetime.now(UTC) - older_than).isoformat(timespec="microseconds")
        with self._database.writing() as db:
            gone = db.execute("DELETE FROM meeting WHERE deleted_at < ? RETURNING id", (limit,)).fetchall()
            for (meeting_id,) in gone:
                _use_photos(db, meeting_id, ())
                write_log(db, meeting_id, "purged", "")
        return len(gone)

    def recent(self, limit: int) -> tuple[Entry, ...]:
        """The meetings worked on last, the last one first."""
        return self._listed("WHERE m.deleted_at IS NULL ORDER BY m.updated_at DESC, m.key DESC LIMIT ?", limit)

    def deleted(self, limit: int) -> tuple[Entry, ...]:
        """The meetings in the bin, the last one deleted first."""
        return self._listed("WHERE m.deleted_at IS NOT NULL ORDER BY m.deleted_at DESC LIMIT ?", limit)

    def count(self) -> int:
        """How many meetings there are, those in the bin left out."""
        with self._database.reading() as db:
            number: int = db.execute("SELECT count(*) FROM meeting WHERE deleted_at IS NULL").fetchone()[0]
        return number

    def _listed(self, rest: str, limit: int) -> tuple[Entry, ...]:
        with self._database.reading() as db:
            rows = db.execute(f"SELECT {ENTRY_COLUMNS} FROM meeting m {rest}", (limit,)).fetchall()
        return entries_of(rows)


def _set_aside(db: Connection, key: int, form: str, meeting_id: str) -> str:
    """Keep the version that stands in the archive as a meeting of its own; its id."""
    copy_id = new_id()
    try:
        other = forms.read_form(form)
    except BundleError:
        _copy_row(db, key, copy_id)
    else:
        kept = replace(other, meeting=replace(other.meeting, id=copy_id, title=other.meeting.title + COPY_MARK))
        _insert(db, kept, forms.stored_form(kept), revision=1)
    write_log(db, meeting_id, "conflict", copy_id)
    return copy_id


def _copy_row(db: Connection, key: int, copy_id: str) -> None:
    """Keep a form that this program cannot read as it is: a later program may."""
    free = _free_key(db, date.fromordinal(forms.day_of(key)))
    db.execute(
        "INSERT INTO meeting (key, id, revision, title, date, place, office_id, office_name, series_id, "
        "attendee_count, created_at, updated_at, deleted_at, form) "
        "SELECT ?, ?, 1, title || ?, date, place, office_id, office_name, series_id, attendee_count, "
        "created_at, updated_at, deleted_at, form FROM meeting WHERE key = ?",
        (free, copy_id, COPY_MARK, key),
    )


def _insert(db: Connection, bundle: Bundle, form: str, *, revision: int) -> None:
    moment = forms.now()
    row = _row(bundle, form, revision, moment)
    row |= {"id": forms.plain(bundle.meeting.id), "created_at": moment}
    row["key"] = _free_key(db, bundle.meeting.held.date or datetime.fromisoformat(moment).date())
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"INSERT INTO meeting ({names}) VALUES ({marks})", row)
    _index(db, row["key"], bundle)
    _use_photos(db, row["id"], forms.photo_hashes(bundle))


def _update(db: Connection, key: int, bundle: Bundle, form: str, *, revision: int) -> None:
    row = _row(bundle, form, revision, forms.now())
    day = bundle.meeting.held.date
    row["key"] = _free_key(db, day) if day and day.toordinal() != forms.day_of(key) else key
    sets = ", ".join(f"{name} = :{name}" for name in row)
    deleted = db.execute(
        f"UPDATE meeting SET {sets} WHERE key = :old RETURNING deleted_at", row | {"old": key}
    ).fetchone()[0]
    if deleted is None:
        _index(db, row["key"], bundle, old_key=key)
    _use_photos(db, forms.plain(bundle.meeting.id), forms.photo_hashes(bundle))


def _row(bundle: Bundle, form: str, revision: int, moment: str) -> dict[str, Any]:
    return forms.columns(bundle) | {"revision": revision, "updated_at": moment, "form": form}


def _free_key(db: Connection, day: date) -> int:
    base = forms.key_base(day)
    last = db.execute("SELECT max(key) FROM meeting WHERE key >= ? AND key < ?", (base, base + (1 << 20))).fetchone()
    return base if last[0] is None else int(last[0]) + 1


def _index(db: Connection, key: int, bundle: Bundle, old_key: int | None = None) -> None:
    texts = forms.search_text(bundle.meeting)
    old_key = key if old_key is None else old_key
    old = db.execute("SELECT title, place, people, body FROM meeting_text WHERE key = ?", (old_key,)).fetchone()
    if old == texts and old_key == key:
        return
    db.execute("DELETE FROM meeting_text WHERE key = ?", (old_key,))
    db.execute("INSERT INTO meeting_text (key, title, place, people, body) VALUES (?, ?, ?, ?, ?)", (key, *texts))


def _use_photos(db: Connection, meeting_id: str, hashes: Iterable[str]) -> None:
    wanted = set(hashes)
    had = {row[0] for row in db.execute("SELECT hash FROM photo_use WHERE meeting_id = ?", (meeting_id,))}
    for gone in had - wanted:
        db.execute("DELETE FROM photo_use WHERE meeting_id = ? AND hash = ?", (meeting_id, gone))
        db.execute(
            "UPDATE photo SET unused_since = ?1 "
            "WHERE hash = ?2 AND NOT EXISTS (SELECT 1 FROM photo_use WHERE hash = ?2)",
            (forms.now(), gone),
        )
    for new in wanted - had:
        db.execute("INSERT INTO photo_use (meeting_id, hash) VALUES (?, ?)", (meeting_id, new))
        db.execute("UPDATE photo SET unused_since = NULL WHERE hash = ?", (new,))
