"""The flow "Rapikan penulisan": look, ask, and apply as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.reading.spelling.normalise import Normaliser, Proposal, applied
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.tidy_dialog import TidyDialog
from rakor_desktop.ui.tidy_list import Row
from rakor_desktop.ui.toast import Toast

NOTHING: Final = "Tidak ada yang perlu dirapikan"
_MANY: Final = 400
"""Rows from which on the looking is done beside the window."""
_CHECK_EVERY: Final = 100


class Tidying(QObject):
    """Offers spelling proposals for the open meeting's attendees."""

    def __init__(self, parts: Parts, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._toast = toast
        self._bar = bar
        self._window = window

    def tidy(self, ids: Iterable[str] | None = None) -> None:
        """Ask about these attendees, or all of them; a toast when there is nothing to tidy."""
        meeting = self._parts.desk.meeting
        wanted = set(ids) if ids is not None else None
        normaliser = Normaliser(self._parts.catalog, self._parts.desk.office.switches)
        if len(wanted if wanted is not None else meeting.attendees) < _MANY:
            self._ask(rows_to_tidy(meeting, normaliser, wanted))
            return
        self._parts.jobs.run(
            "Memeriksa penulisan…",
            lambda token: rows_to_tidy(meeting, normaliser, wanted, token.check),
            lambda rows: self._ask(rows),
            lambda error: self._bar.say(error.message),
        )

    def _ask(self, rows: Sequence[Row]) -> None:
        if not rows:
            self._toast.say(NOTHING)
            return
        dialog = TidyDialog(rows, self._window)
        dialog.accepted.connect(lambda: self._apply(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _apply(self, chosen: Mapping[str, Sequence[Proposal]]) -> None:
        desk = self._parts.desk
        count = len(chosen)
        if desk.edit(f"Rapikan penulisan {count} orang", tidied(chosen)):
            self._toast.say(f"Penulisan {count} orang dirapikan", [("&Urungkan", desk.undo)])


def rows_to_tidy(
    meeting: Meeting, normaliser: Normaliser, wanted: set[str] | None, check: Callable[[], None] | None = None
) -> list[Row]:
    """The attendees with something to tidy, numbered as in the grid; ``check`` is called now and then."""
    rows = []
    for number, attendee in enumerate(meeting.attendees, start=1):
        if check is not None and number % _CHECK_EVERY == 0:
            check()
        if wanted is None or attendee.id in wanted:
            found = normaliser.proposals(attendee)
            if found:
                rows.append(Row(number, attendee, found))
    return rows


def tidied(chosen: Mapping[str, Sequence[Proposal]]) -> Edit:
    """The edit that applies the chosen proposals; people who are no longer there change nothing."""

    def edit(meeting: Meeting) -> Meeting:
        people = tuple(applied(a, chosen[a.id]) if a.id in chosen else a for a in meeting.attendees)
        return edits.set_fields(attendees=people)(meeting)

    return edit
