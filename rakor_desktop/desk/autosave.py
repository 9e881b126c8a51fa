"""Autosave: every edit is on disk within two seconds, without a save button and without a stutter."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from rakor_desktop.archive import Archive, Stored
from rakor_desktop.desk import emergency
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.domain.office import Office
from rakor_desktop.errors import ArchiveError, RakorError

State = Literal["clean", "due", "saving", "failed"]

RETRY_MS: Final = 5_000


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one save: the stored revision, or the error and where the emergency copy lies."""

    bundle: Bundle
    stored: Stored | None = None
    error: RakorError | None = None
    copy: Path | None = None


class Autosave(QObject):
    """Watches a desk and keeps its meeting in an archive.

    ``saved(datetime)`` after every durable save, ``failed(sentence)`` when one fails (it is tried again every
    five seconds, and an emergency copy is written meanwhile), ``conflicted(copy_id)`` when another version
    was found and kept as a copy, ``state_changed(state)``. The text is always still on the desk.

    When a meeting that was edited is left, closed, sent or saved by hand, the people book learns who was there:
    then its rows mean what they say. ``people_learnt`` follows.
    """

    saved = Signal(datetime)
    failed = Signal(str)
    conflicted = Signal(str)
    state_changed = Signal(str)
    people_learnt = Signal()
    _landed = Signal(object)
    _learning_ended = Signal(object)

    def __init__(
        self,
        desk: Desk,
        archive: Archive,
        emergency_folder: Path,
        interval_ms: int = 800,
        max_wait_ms: int = 2_000,
        parent: QObject | None = None,
    ) -> None:
        """``interval_ms`` is the pause in typing that starts a save, ``max_wait_ms`` the longest an edit waits."""
        super().__init__(parent)
        self._desk = desk
        self._archive = archive
        self._folder = emergency_folder
        self._interval, self._max_wait = interval_ms, max_wait_ms
        self._revisions: dict[str, int] = {}
        self._due: dict[str, Bundle] = {}
        self._unlearnt: dict[str, Meeting] = {}
        self._due_since = 0.0
        self._opened_office: Office | None = None
        self._running: Future[_Outcome] | None = None
        self._saving: Bundle | None = None
        self._state: State = "clean"
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="rakor-autosave")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._learning_ended.connect(self._on_learnt, Qt.ConnectionType.QueuedConnection)
        desk.changed.connect(self._on_changed)
        desk.office_changed.connect(self._on_office_changed)

    @property
    def state(self) -> State:
        """``clean`` (all is on disk), ``due`` (an edit waits), ``saving``, or ``failed`` (will be tried again)."""
        return self._state

    def open(self, meeting_id: str) -> None:
        """Put a meeting of the archive on the desk. Raises :class:`ArchiveError` or ``BundleError``.

        What was due for the meeting before is kept first, or stays due when that fails.
        """
        self.flush()
        bundle, revision = self._archive.load(meeting_id)
        self._revisions[meeting_id] = revision
        self._desk.open(bundle)

    def begin(self, bundle: Bundle, *, keep: bool = False) -> None:
        """Put a new meeting on the desk; it reaches the archive with its first edit, or at once with ``keep``."""
        self.flush()
        self._desk.open(bundle)
        if keep:
            self._want(bundle)

    def flush(self, timeout: float = 10.0) -> bool:
        """Save what is due now and wait for it, at most ``timeout`` seconds; whether everything is on disk.

        For closing the window, Ctrl+S, and before a meeting is exported or sent.
        """
        deadline = monotonic() + timeout
        tried_all = False
        while self._running is not None or (self._due and not tried_all):
            if self._running is None:
                self._begin()
            if self._running is None:
                break
            running = self._running
            wait([running], max(0.0, deadline - monotonic()))
            if not running.done():
                return False
            self._land(running)
            tried_all = self._state == "failed"
        self._learn()
        return not self._due and self._running is None

    def forget(self, meeting_id: str) -> None:
        """Save nothing more of this meeting unless it is edited again: it was deleted."""
        self._due.pop(meeting_id, None)
        self._unlearnt.pop(meeting_id, None)
        self._revisions.pop(meeting_id, None)
        if not self._due and self._running is None:
            self._timer.stop()
            self._set_state("clean")

    def close(self, timeout: float = 10.0) -> bool:
        """Save what is due, end the thread; whether everything is on disk."""
        kept = self.flush(timeout)
        self._timer.stop()
        self._pool.shutdown(wait=kept)
        return kept

    @Slot(object, object)
    def _on_changed(self, before: Meeting, after: Meeting) -> None:
        if before.id != after.id:
            # Another meeting was put on the desk: that is no edit, and its office comes with it.
            self._opened_office = self._desk.office
            return
        self._want(self._desk.bundle)

    @Slot(object, object)
    def _on_office_changed(self, before: Office, after: Office) -> None:
        came_with_meeting = self._opened_office is not None and after is self._opened_office
        self._opened_office = None
        if not came_with_meeting and before != after:
            self._want(self._desk.bundle)

    def _want(self, bundle: Bundle) -> None:
        if not bundle.meeting.id:
            return
        if not self._due:
            self._due_since = monotonic()
        self._due[bundle.meeting.id] = bundle
        if self._running is None:
            if self._state != "failed":
                self._set_state("due")
                self._schedule()
            elif not self._timer.isActive():
                self._timer.start(RETRY_MS)

    def _schedule(self) -> None:
        waited = (monotonic() - self._due_since) * 1000
        self._timer.start(max(0, min(self._interval, round(self._max_wait - waited))))

    @Slot()
    def _begin(self) -> None:
        """Hand the oldest due meeting to the worker; edits made meanwhile are due again."""
        if self._running is not None or not self._due:
            return
        self._timer.stop()
        meeting_id = next(iter(self._due))
        bundle = self._saving = self._due.pop(meeting_id)
        self._set_state("saving")
        revision = self._revisions.get(meeting_id)
        self._running = self._pool.submit(_kept, self._archive.store, bundle, revision, self._folder)
        self._running.add_done_callback(self._landed.emit)

    @Slot(object)
    def _land(self, future: Future[_Outcome]) -> None:
        if future is not self._running:
            return  # flush has already taken it
        self._running = None
        bug = future.exception()
        if bug is not None:
            self._stumbled(bug)
            raise bug
        outcome = future.result()
        if outcome.error is not None:
            self._failed(outcome.bundle, _told(outcome.error, outcome.copy))
        elif outcome.stored is not None:
            self._saved(outcome.bundle, outcome.stored)

    def _saved(self, bundle: Bundle, stored: Stored) -> None:
        self._revisions[bundle.meeting.id] = stored.revision
        self._unlearnt[bundle.meeting.id] = bundle.meeting
        if self._due:
            self._set_state("due")
            self._schedule()
        else:
            self._set_state("clean")
        self.saved.emit(datetime.now())
        if stored.copy_id:
            self.conflicted.emit(stored.copy_id)

    def _learn(self) -> None:
        """Let the people book learn from what was saved, after the saving and beside the window."""
        meetings, self._unlearnt = tuple(self._unlearnt.values()), {}
        if meetings:
            self._pool.submit(_learnt, self._archive, meetings).add_done_callback(self._learning_ended.emit)

    @Slot(object)
    def _on_learnt(self, future: Future[bool]) -> None:
        if future.result():
            self.people_learnt.emit()

    def _failed(self, bundle: Bundle, sentence: str) -> None:
        # A later edit of the same meeting is the newer text; otherwise this one is due again, and first.
        self._due = {bundle.meeting.id: bundle} | self._due
        self._set_state("failed")
        self._timer.start(RETRY_MS)
        self.failed.emit(sentence)

    def _stumbled(self, bug: BaseException) -> None:
        """A mistake of the program while saving: keep the text as for a known failure; the caller raises it."""
        bundle = self._saving or self._desk.bundle
        copy = _copied(self._folder, bundle)
        self._failed(bundle, _told(ArchiveError("bug", f"Rapat belum tersimpan ({type(bug).__name__})."), copy))

    def _set_state(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


def _learnt(archive: Archive, meetings: tuple[Meeting, ...]) -> bool:
    """Remember who was there, in the worker. A disk that refuses is told when meetings are saved, not here: what is
    not learnt now, the meeting's next edit brings.
    """
    try:
        for meeting in meetings:
            archive.remember_people(meeting)
    except RakorError:
        return False
    return True


def _kept(
    store: Callable[[Bundle, int | None], Stored], bundle: Bundle, revision: int | None, folder: Path
) -> _Outcome:
    """Store a bundle, in the worker; when that fails for a known reason, write an emergency copy."""
    try:
        stored = store(bundle, revision)
    except RakorError as error:
        return _Outcome(bundle, error=error, copy=_copied(folder, bundle))
    emergency.drop(folder, bundle.meeting.id)
    return _Outcome(bundle, stored=stored)


def _copied(folder: Path, bundle: Bundle) -> Path | None:
    try:
        return emergency.write(folder, bundle)
    except OSError:
        return None


def _told(error: RakorError, copy: Path | None) -> str:
    if copy is None:
        return f"{error.message} Jangan menutup program; penyimpanan dicoba lagi setiap 5 detik."
    return f"{error.message} Salinan darurat: {copy}. Penyimpanan dicoba lagi setiap 5 detik."
