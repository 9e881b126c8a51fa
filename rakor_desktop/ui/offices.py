"""Asking for the office profile and keeping the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rakor_desktop.domain.office import Office
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.office_form import OfficeForm
from rakor_desktop.ui.office_presets import OfficePresets
from rakor_desktop.ui.office_start import OfficeStart
from rakor_desktop.ui.parts import Parts


class Offices(QObject):
    """The flows around the profile; ``changed`` after one was kept."""

    changed = Signal()

    def __init__(self, parts: Parts, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._bar = bar
        self._window = window
        self.presets = OfficePresets(parts.catalog.offices)

    def edit(self) -> OfficeForm:
        """Open the profile of the meeting on the desk, or of new meetings; the dialog."""
        meeting_open = bool(self._parts.desk.meeting.id)
        office = self._parts.desk.office if meeting_open else self._parts.archive.default_office()
        form = self._form(office or self.presets.plain(), for_meeting=meeting_open)
        form.accepted.connect(lambda: self._keep(form.office, default=form.for_new, on_desk=meeting_open))
        form.open()
        return form

    def ask_first(self) -> OfficeStart:
        """Ask the first question; the dialog."""
        start = OfficeStart(self.presets, self._window)
        start.accepted.connect(lambda: self._first(start))
        start.rejected.connect(lambda: self._keep(self.presets.plain(), default=True))
        start.finished.connect(start.deleteLater)
        start.open()
        return start

    def _first(self, start: OfficeStart) -> None:
        self._keep(start.office, default=True)
        if start.complete_wanted:
            form = self._form(start.office, for_meeting=False)
            form.accepted.connect(lambda: self._keep(form.office, default=True))
            form.open()

    def _form(self, office: Office, *, for_meeting: bool) -> OfficeForm:
        archive = self._parts.archive
        form = OfficeForm(
            office, self.presets, archive.put_photo, archive.photo, for_meeting=for_meeting, parent=self._window
        )
        form.finished.connect(form.deleteLater)
        return form

    def _keep(self, office: Office, *, default: bool, on_desk: bool = False) -> None:
        try:
            if default:
                self._parts.archive.save_office(office, default=True)
        except RakorError as error:
            self._bar.say(error.message)
        if on_desk:
            self._parts.desk.set_office(office)
        self.changed.emit()
