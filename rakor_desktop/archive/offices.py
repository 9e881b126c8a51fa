"""The office profiles of one archive; one of them is the default for new meetings."""

from __future__ import annotations

from rakor_desktop.archive import forms
from rakor_desktop.archive.database import Database
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.office import Office
from rakor_desktop.errors import ArchiveError


class OfficeShelf:
    """Offices are kept in the meetings' saved form (without a meeting), so that the same upgrades serve both."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Office, ...]:
        """All offices, the default one first, then by name."""
        with self._database.reading() as db:
            rows = db.execute("SELECT form FROM office ORDER BY is_default DESC, name").fetchall()
        return tuple(forms.read_form(form).office for (form,) in rows)

    def get(self, office_id: str) -> Office:
        """One office. Raises :class:`ArchiveError` when it is not there."""
        with self._database.reading() as db:
            row = db.execute("SELECT form FROM office WHERE id = ?", (forms.plain(office_id),)).fetchone()
        if row is None:
            raise ArchiveError(
                "no_office",
                "Profil satker ini tidak ada di arsip. Pilih atau buat profil lain.",
                office_id=office_id,
            )
        return forms.read_form(row[0]).office

    def default(self) -> Office | None:
        """The office for new meetings, or ``None`` before the first one is saved."""
        with self._database.reading() as db:
            row = db.execute("SELECT form FROM office WHERE is_default = 1").fetchone()
        return forms.read_form(row[0]).office if row else None

    def save(self, office: Office, *, default: bool) -> None:
        """Keep an office; the first one becomes the default by itself."""
        if not office.id:
            raise ValueError("an office without an id cannot be stored")
        office_id, form = forms.plain(office.id), forms.stored_form(Bundle(office=office))
        with self._database.writing() as db:
            first = db.execute("SELECT 1 FROM office WHERE is_default = 1 AND id <> ?", (office_id,)).fetchone() is None
            if default:
                db.execute("UPDATE office SET is_default = 0")
            db.execute(
                "INSERT INTO office (id, name, is_default, emblem, updated_at, form) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                "ON CONFLICT (id) DO UPDATE SET name = ?2, is_default = max(is_default, ?3), emblem = ?4, "
                "updated_at = ?5, form = ?6",
                (
                    office_id,
                    forms.plain(office.name),
                    int(default or first),
                    forms.plain(office.letterhead.emblem),
                    forms.now(),
                    form,
                ),
            )
