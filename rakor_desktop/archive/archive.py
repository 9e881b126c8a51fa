"""The archive: the one place where meetings, offices, people, photos and the log are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from rakor_desktop.archive.backup import PHOTOS, backup, backups
from rakor_desktop.archive.database import Database
from rakor_desktop.archive.entries import Entry, LogEntry, Recovery, Stored
from rakor_desktop.archive.log import read_log, write_log
from rakor_desktop.archive.meetings import MeetingShelf
from rakor_desktop.archive.offices import OfficeShelf
from rakor_desktop.archive.people import Imported, PeopleBook
from rakor_desktop.archive.people_search import search_people
from rakor_desktop.archive.photos import PhotoShelf
from rakor_desktop.archive.releases import Confirmation, ReleaseShelf, ReleaseVersion
from rakor_desktop.archive.search import search
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.domain.office import Office
from rakor_desktop.domain.people import Person
from rakor_desktop.domain.release import ReleaseStatus, ReleaseText

PHOTO_GRACE: Final = timedelta(days=7)
"""How long a picture that nothing uses any more is kept, so that undo finds it again."""
BIN_GRACE: Final = timedelta(days=90)
"""How long a deleted meeting can be restored."""


class Archive:
    """An open archive. Safe to use from several threads; every save is on disk when the call returns.

    ``notice`` is a sentence that the user should see about where or what this archive is (empty: nothing to
    say); ``read_only`` is true for an archive of a newer program. Every method raises
    :class:`~rakor_desktop.errors.ArchiveError` when the file cannot be read or written.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._meetings = MeetingShelf(database)
        self._offices = OfficeShelf(database)
        self._people = PeopleBook(database)
        self._releases = ReleaseShelf(database)
        self._photos = PhotoShelf(database, database.path.parent / PHOTOS)

    @classmethod
    def open(cls, path: Path | str) -> Archive:
        """Open the archive file, or make it and its folders. Photos lie in the folder ``foto`` beside it."""
        return cls(Database(Path(path)))

    @staticmethod
    def recover(path: Path | str, backup_folder: Path | str) -> Recovery:
        """Replace a broken archive (closed) by the newest sound backup, and save out of it what can be read."""
        from rakor_desktop.archive.recovery import recover

        return recover(Path(path), Path(backup_folder))

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self._database.path

    @property
    def notice(self) -> str:
        """What the user must know about this archive, one Indonesian sentence or two; empty without anything."""
        return self._database.notice

    @property
    def read_only(self) -> bool:
        """Whether this archive can only be read, because a newer program made it."""
        return self._database.read_only

    def close(self) -> None:
        """Close the files."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def save(self, bundle: Bundle, revision: int | None) -> int:
        """Like :meth:`store`, for callers that need only the new revision."""
        return self.store(bundle, revision).revision

    def store(self, bundle: Bundle, revision: int | None) -> Stored:
        """Keep a meeting durably. ``revision`` is the one that was loaded or saved last; ``None`` for a new
        one.

        When the archive holds another version than that, both stay: this one under its id, and the other one
        as a copy with a new id and the words "(salinan bentrok)" in its title; ``Stored.copy_id`` names it.
        Saving what is already there writes nothing.
        """
        return self._meetings.save(bundle, revision)

    def load(self, meeting_id: str) -> tuple[Bundle, int]:
        """A meeting with its revision; :class:`ArchiveError` ("no_meeting") when it is not there.

        Raises :class:`~rakor_desktop.errors.BundleError` when its stored form cannot be read.
        """
        return self._meetings.load(meeting_id)

    def delete(self, meeting_id: str) -> None:
        """Put a meeting into the bin, from where :meth:`restore` brings it back."""
        self._meetings.delete(meeting_id)

    def restore(self, meeting_id: str) -> None:
        """Take a meeting out of the bin."""
        self._meetings.restore(meeting_id)

    def deleted(self, limit: int = 100) -> tuple[Entry, ...]:
        """The bin, the last one deleted first."""
        return self._meetings.deleted(limit)

    def recent(self, limit: int = 30) -> tuple[Entry, ...]:
        """The meetings worked on last, the last one first. Reads no meeting's form."""
        return self._meetings.recent(limit)

    def count(self) -> int:
        """How many meetings the archive holds, those in the bin left out."""
        return self._meetings.count()

    def search(self, text: str, limit: int = 50) -> tuple[Entry, ...]:
        """Meetings that hold every word typed, the last one as a beginning; best first, or newest of very many."""
        return search(self._database, text, limit)

    def offices(self) -> tuple[Office, ...]:
        """All office profiles, the default one first."""
        return self._offices.all()

    def office(self, office_id: str) -> Office:
        """One office profile; :class:`ArchiveError` ("no_office") when it is not there."""
        return self._offices.get(office_id)

    def default_office(self) -> Office | None:
        """The office of new meetings; ``None`` before the first profile is saved."""
        return self._offices.default()

    def save_office(self, office: Office, *, default: bool = False) -> None:
        """Keep an office profile; ``default`` makes it the one of new meetings, as the first one is anyway."""
        self._offices.save(office, default=default)

    def people(self, *, retired: bool = False) -> tuple[Person, ...]:
        """The people book, by name; with ``retired`` those no longer active stand among the others."""
        return self._people.all(retired=retired)

    def person(self, person_id: str) -> Person | None:
        """One person, ``None`` when there is none; ids of merged people lead to the one kept, for ever."""
        return self._people.get(person_id)

    def save_person(self, person: Person) -> None:
        """Keep one person of the people book as given; an undo step of the book."""
        self._people.save(person)

    def save_people(self, people: Sequence[Person], label: str = "") -> None:
        """Keep several people as given, in one undo step of the book with this (Indonesian) label."""
        self._people.save_all(people, label)

    def remove_person(self, person_id: str) -> None:
        """Take a person out of the book; nothing happens when there is none."""
        self._people.remove(person_id)

    def retire_person(self, person_id: str, retired: bool) -> Person:
        """Mark a person as no longer active, or as active again; :class:`ArchiveError` ("no_person") without one."""
        return self._people.retire(person_id, retired)

    def merge_people(self, keep_id: str, other_ids: Iterable[str]) -> Person:
        """Make one person out of several who are the same; one undo step of the book.

        The kept one keeps id and name, and gets the others' names as aliases and their posts and ranks by date; of
        all other facts the newest win. Raises :class:`ArchiveError` ("no_person") for somebody who is not there.
        """
        return self._people.merge(keep_id, other_ids)

    def import_people(self, people: Iterable[Person], label: str = "Impor buku orang") -> Imported:
        """Take in a list of people, in one undo step of the book.

        Whoever has the same service number, or else the same name and no other institution, is brought up to date:
        what the list leaves empty stays. The ids in the list are not used.
        """
        return self._people.take_in(people, label)

    def search_people(self, text: str, limit: int = 50, *, retired: bool = False) -> tuple[Person, ...]:
        """People in whom every word typed stands (name, alias, rank, post, institution, number), names first."""
        return search_people(self._database, text, limit, retired=retired)

    def undo_people(self) -> str:
        """Take back the last change made in the book by hand; its label, "" when there is nothing to take back.

        The last hundred changes are kept in the archive. What the book has learnt from meetings since stays.
        """
        return self._people.undo()

    def undo_people_label(self) -> str:
        """What :meth:`undo_people` would take back now; "" when nothing."""
        return self._people.undo_label()

    def remember_people(self, meeting: Meeting) -> dict[str, str]:
        """Learn rank, titles, post and service number of those who came; attendee id -> person id.

        May be called as often as one likes, while names are still being typed too: a row of a meeting is one person,
        and what an earlier state of the row taught is taken back. Whoever was absent or has no name yet is not
        learnt. What an older meeting says never replaces what a newer one said. The meeting is not changed.
        """
        return self._people.remember(meeting)

    def log(self, meeting_id: str, action: str, detail: str = "") -> None:
        """Write down that something was done; entries are never changed or taken away."""
        with self._database.writing() as db:
            write_log(db, meeting_id, action, detail)

    def log_of(self, meeting_id: str) -> tuple[LogEntry, ...]:
        """What was done with a meeting, oldest first."""
        return read_log(self._database, meeting_id)

    def keep_release(
        self, meeting_id: str, style: str, status: ReleaseStatus, who: str, text: ReleaseText, note: str = ""
    ) -> ReleaseVersion:
        """Keep the words of a release as a version with its status; versions are never changed or taken away."""
        return self._releases.keep(meeting_id, style, status, who, text, note)

    def release_versions(self, meeting_id: str, style: str) -> tuple[ReleaseVersion, ...]:
        """The kept versions of a release, oldest first."""
        return self._releases.versions(meeting_id, style)

    def release_standing(self, meeting_id: str) -> Mapping[str, ReleaseVersion]:
        """The newest version of each style that a meeting was released in."""
        return self._releases.standing(meeting_id)

    def confirm_release(self, meeting_id: str, classification: str, who: str) -> Confirmation:
        """Record who lets a release of a classified meeting go out."""
        return self._releases.confirm(meeting_id, classification, who)

    def release_confirmation(self, meeting_id: str, classification: str) -> Confirmation | None:
        """Who let a release of this meeting go out under this classification; ``None`` when nobody did."""
        return self._releases.confirmation(meeting_id, classification)

    def put_photo(self, data: bytes) -> str:
        """Keep a picture's bytes (see :mod:`~rakor_desktop.archive.pictures`); its content hash."""
        return self._photos.put(data)

    def photo(self, content_hash: str) -> bytes | None:
        """A picture's bytes; ``None`` when they are not there or no longer whole."""
        return self._photos.get(content_hash)

    def sweep(self) -> int:
        """Empty the bin of what is old, and delete pictures long unused; how many picture files went."""
        self._meetings.purge(BIN_GRACE)
        return self._photos.sweep(PHOTO_GRACE)

    def backup(self, folder: Path | str, keep: int = 7, today: date | None = None) -> Path:
        """Make today's verified backup, pictures included, and keep the newest ``keep``; its file."""
        day = today or date.today()
        return backup(self.path, list(self._photos.files()), Path(folder), keep, day)

    @staticmethod
    def backups(folder: Path | str) -> tuple[Path, ...]:
        """The verified backups in a folder, the newest first."""
        return backups(Path(folder))
