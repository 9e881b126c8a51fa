"""The desk: the one door through which the open meeting changes, and its history."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.domain.office import Office


@dataclass(frozen=True, slots=True)
class _Step:
    label: str
    before: Meeting
    after: Meeting
    merge: str


class Desk(QObject):
    """Holds the open meeting and its office; every view listens to ``changed(before, after)``.

    ``origin`` tells, while ``changed`` is being emitted, which object made the edit, so that a widget need
    not answer its own change (its cursor would jump).
    """

    changed = Signal(object, object)
    office_changed = Signal(object, object)
    history_changed = Signal()

    def __init__(self, bundle: Bundle | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        bundle = bundle or Bundle()
        self._meeting = bundle.meeting
        self._office = bundle.office
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self.origin: object | None = None

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self._meeting

    @property
    def office(self) -> Office:
        """The office that the meeting is written for."""
        return self._office

    @property
    def bundle(self) -> Bundle:
        """Meeting and office together, as they are saved."""
        return Bundle(office=self._office, meeting=self._meeting)

    def open(self, bundle: Bundle) -> None:
        """Put another meeting on the desk; its history begins empty."""
        before_meeting, before_office = self._meeting, self._office
        self._meeting, self._office = bundle.meeting, bundle.office
        self._past.clear()
        self._future.clear()
        self._tell(before_meeting, None)
        self.office_changed.emit(before_office, bundle.office)

    def set_office(self, office: Office) -> None:
        """Change the office; offices have no part in the meeting's undo."""
        before, self._office = self._office, office
        if before != office:
            self.office_changed.emit(before, office)

    def edit(self, label: str, edit: Edit, *, merge: str = "", origin: object | None = None) -> bool:
        """Apply an edit as one undo step named ``label`` ("Ubah pangkat"); false when it changes nothing.

        Edits in a row with the same non-empty ``merge`` key (typing in one field) become one step.
        """
        before = self._meeting
        after = edit(before)
        if after is before or after == before:
            return False
        step = _Step(label, before, after, merge)
        if merge and self._past and self._past[-1].merge == merge and not self._future:
            step = _Step(label, self._past.pop().before, after, merge)
        self._past.append(step)
        self._future.clear()
        self._meeting = after
        self._tell(before, origin)
        return True

    def end_merge(self) -> None:
        """Close the present undo step: the next edit begins its own even with the same merge key."""
        if self._past and self._past[-1].merge:
            last = self._past[-1]
            self._past[-1] = _Step(last.label, last.before, last.after, "")

    @property
    def undo_label(self) -> str:
        """The name of the step that ``undo`` would take back; empty when there is none."""
        return self._past[-1].label if self._past else ""

    @property
    def redo_label(self) -> str:
        """The name of the step that ``redo`` would do again; empty when there is none."""
        return self._future[-1].label if self._future else ""

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            step = self._past.pop()
            self._future.append(step)
            self._swap(step.before)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._future:
            step = self._future.pop()
            self._past.append(step)
            self._swap(step.after)

    def _swap(self, meeting: Meeting) -> None:
        before, self._meeting = self._meeting, meeting
        self._tell(before, None)

    def _tell(self, before: Meeting, origin: object | None) -> None:
        self.origin = origin
        self.changed.emit(before, self._meeting)
        self.origin = None
        self.history_changed.emit()
