"""The release of the open meeting: its style, its draft, a person's words, its status, and whether it may go out.

Words and style are part of the meeting and of its undo. Status, versions and confirmations are not: the archive keeps
them, append-only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from rakor_desktop.archive import Archive, Confirmation, ReleaseVersion
from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import PressStyle, usual_style
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import SECRET, Meeting
from rakor_desktop.domain.release import Release, ReleaseStatus, ReleaseText

if TYPE_CHECKING:  # composing is loaded when a release is first looked at
    from rakor_desktop.compose.changes import Change, Choice
    from rakor_desktop.compose.draft import Draft
    from rakor_desktop.compose.source import Memory, Source


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a release stands. ``changed_since``: its words today are not those that were checked or approved."""

    status: ReleaseStatus = "draft"
    who: str = ""
    at: datetime | None = None
    note: str = ""
    changed_since: bool = False


class Releases(QObject):
    """The release of the meeting on the desk. ``changed`` follows every edit, choice, status and confirmation."""

    changed = Signal()

    def __init__(self, desk: Desk, archive: Archive, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._archive, self._catalog = desk, archive, catalog
        self._memory: Memory | None = None
        self._composed: Draft | None = None
        self._standing: dict[str, ReleaseVersion] | None = None
        self._confirmed: dict[str, Confirmation | None] = {}
        desk.changed.connect(self._follow)
        desk.office_changed.connect(lambda *_: self.renew())

    @property
    def style(self) -> PressStyle:
        """The style that the meeting's release is written in."""
        chosen = self._catalog.press.get(self._desk.meeting.release_style)
        return chosen if chosen is not None and chosen.form == "release" else self.usual

    @property
    def usual(self) -> PressStyle:
        """The style that this office usually writes in."""
        office = self._desk.office
        return usual_style(self._catalog.press, office.kind, office.name)

    @property
    def missing_style(self) -> str:
        """The name of the style that the meeting asks for and that is not there any more; else empty."""
        wanted = self._desk.meeting.release_style
        return wanted if wanted and self.style.name != wanted else ""

    def choose(self, style: str) -> None:
        """Write the release in another style; what a person wrote for the former one stays with that one."""
        self._desk.edit("Ganti gaya siaran", edits.set_fields(release_style=style))

    @property
    def release(self) -> Release:
        """What a person wrote for the present style."""
        from rakor_desktop.compose.press import own_release

        return own_release(self._desk.meeting, self.style.name)

    @property
    def composed(self) -> Draft:
        """The draft as the program words it today."""
        if self._composed is None:
            from rakor_desktop.compose.press import draft

            self._composed = draft(self._source(self.style.name))
        return self._composed

    @property
    def draft(self) -> Draft:
        """The draft with a person's words; once approved, the approved words."""
        from rakor_desktop.compose.draft import with_words

        words = self.fixed(self.style.name)
        return self._as_written() if words is None else with_words(self.composed, words)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Edited paragraphs whose facts changed since; none while the release is locked."""
        from rakor_desktop.compose.changes import changes

        return () if self.locked else changes(self.composed, self.release)

    def accept(self, change: Change, choice: Choice) -> None:
        """Settle a change: the wording of today stands ("now"), or the person's does ("theirs")."""
        from rakor_desktop.compose.changes import accepted

        self._set("Pakai kalimat baru" if choice == "now" else "Tetap naskah saya",
                  accepted(self.release, change, choice))  # fmt: skip

    def edit(self, label: str, *, merge: str = "", **fields: Any) -> bool:
        """Change fields of the release (``headline``, ``dateline``, ``ignored`` ...) as one undo step."""
        return self._set(label, replace(self.release, **fields), merge)

    def write(self, texts: Mapping[str, str | None], *, label: str = "Ubah naskah siaran", merge: str = "") -> bool:
        """Put a person's words for these paragraphs; ``None`` takes one out, the composed wording frees it again."""
        from rakor_desktop.compose.changes import written

        return self._set(label, written(self.release, self.composed, dict(texts)), merge)

    def vary(self) -> bool:
        """Ask for another wording of everything that nobody edited."""
        from rakor_desktop.compose.changes import rebased
        from rakor_desktop.compose.press import draft

        asked = replace(self.release, variation=self.release.variation + 1)
        bundle = self._desk.bundle
        source = self._source(self.style.name)
        varied = replace(source, bundle=replace(bundle, meeting=edits.set_release(asked)(bundle.meeting)))
        return self._set("Variasikan siaran", rebased(asked, self.composed, draft(varied)))

    @property
    def standing(self) -> Standing:
        """Where the release in the present style stands."""
        found = self._versions().get(self.style.name)
        if found is None:
            return Standing()
        since = found.status != "draft" and self._as_written().words_now != found.text
        if found.status == "checked" and since:
            return Standing("draft", found.who, found.at, found.note, True)
        return Standing(found.status, found.who, found.at, found.note, since)

    @property
    def locked(self) -> bool:
        """Whether the release is approved: its words stand until somebody opens it again."""
        return self.fixed(self.style.name) is not None

    def fixed(self, style: str = "") -> ReleaseText | None:
        """The approved words in a style ("": the present one); ``None`` where it is not approved."""
        found = self._versions().get(style or self.style.name)
        return found.text if found is not None and found.status == "approved" else None

    def set_status(self, status: ReleaseStatus, who: str, note: str = "") -> ReleaseVersion:
        """Check, approve, or open again, by name; the words of this moment are kept as a version.

        Raises :class:`~rakor_desktop.errors.ArchiveError` when the archive cannot be written.
        """
        meeting, style = self._desk.meeting, self.style.name
        version = self._archive.keep_release(meeting.id, style, status, who, self.draft.words_now, note)
        self._standing = {**self._versions(), style: version}
        self.changed.emit()
        return version

    def keep_version(self, who: str, note: str = "") -> ReleaseVersion:
        """Keep the words of this moment; the status stays as it is."""
        return self.set_status(self.standing.status, who or self.standing.who, note)

    def versions(self) -> tuple[ReleaseVersion, ...]:
        """The versions in the present style, oldest first."""
        return self._archive.release_versions(self._desk.meeting.id, self.style.name)

    @property
    def needs_confirmation(self) -> bool:
        """Whether the meeting is classified and nobody has answered for its release yet."""
        return self._desk.meeting.classification in SECRET and self.confirmation is None

    @property
    def confirmation(self) -> Confirmation | None:
        """Who answered for it that something of this classified meeting goes out."""
        level = self._desk.meeting.classification
        if level not in self._confirmed:
            self._confirmed[level] = self._archive.release_confirmation(self._desk.meeting.id, level)
        return self._confirmed[level]

    def confirm(self, who: str) -> None:
        """Record who lets the release go out. Raises :class:`~rakor_desktop.errors.ArchiveError`."""
        level = self._desk.meeting.classification
        self._confirmed = {level: self._archive.confirm_release(self._desk.meeting.id, level, who)}
        self.changed.emit()

    def renew(self) -> None:
        """Compose anew: the office, or the press styles, changed."""
        self._composed = None
        self.changed.emit()

    def _as_written(self) -> Draft:
        from rakor_desktop.compose.draft import edited
        from rakor_desktop.compose.press import release_of

        return edited(self.composed, release_of(self._desk.meeting, self.style.name))

    def _source(self, style: str) -> Source:
        from rakor_desktop.compose.source import Memory, Source

        if self._memory is None:
            self._memory = Memory()
        self._memory.serve(self._desk.office)
        return Source(self._desk.bundle, self._catalog, memory=self._memory, style=style)

    def _set(self, label: str, release: Release, merge: str = "") -> bool:
        if self.locked:
            return False
        # An untouched release is not written into the meeting: styles merely looked at leave nothing behind.
        return release != self.release and self._desk.edit(label, edits.set_release(release), merge=merge)

    def _versions(self) -> Mapping[str, ReleaseVersion]:
        if self._standing is None:
            meeting_id = self._desk.meeting.id
            self._standing = dict(self._archive.release_standing(meeting_id)) if meeting_id else {}
        return self._standing

    def _worded_alike(self, before: Meeting, after: Meeting) -> bool:
        """Whether the program would word both alike: while a person types into the draft only their words differ."""
        from rakor_desktop.compose.press import release_of

        if replace(before, releases=()) != replace(after, releases=()):
            return False
        style = self.style.name
        old, new = release_of(before, style), release_of(after, style)
        return (old.variation, old.contact_id, old.contact) == (new.variation, new.contact_id, new.contact)

    def _follow(self, before: Meeting, after: Meeting) -> None:
        if self._composed is not None and not self._worded_alike(before, after):
            self._composed = None
        if before.id != after.id:
            self._standing = None
            self._confirmed = {}
        self.changed.emit()
