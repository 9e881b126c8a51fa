"""Dates and clock times, typed as people type them."""

from __future__ import annotations

from datetime import date, time
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from rakor_desktop.bahasa.clock import clock, parse_clock
from rakor_desktop.bahasa.dates import DAYS, day_date, long_date, parse_date, weekday_number
from rakor_desktop.desk.desk import Desk
from rakor_desktop.ui.binding import Bound, Field
from rakor_desktop.ui.grid.editors import LineEdit

_NOT_A_DATE: Final = "Tanggal belum dikenali. Contoh: 15/8/2024 atau 15 Agustus 2024."
_NOT_A_TIME: Final = "Jam belum dikenali. Contoh: 9, 09.00 atau 9:15."


class CalendarPopup(QFrame):
    """A month to choose a day from; weeks begin on Monday."""

    picked = Signal(date)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName("Kalender")
        self.calendar.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 2, 2, 2)
        rows.addWidget(self.calendar)
        self.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DateField(Field[date | None]):
    """A day: typed in figures or words, shown with its weekday, or picked from a calendar (Alt+Down)."""

    def __init__(
        self, desk: Desk, bound: Bound[date | None], name: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, bound, name, parent)
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self.line = LineEdit(box)
        self.line.setPlaceholderText(hint)
        self.line.setToolTip("Ketik 15/8/2024 atau 15 agustus 2024; Alt+Panah Bawah membuka kalender")
        self.button = QToolButton(box)
        self.button.setText("▾")
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setAccessibleName(f"Kalender: {name}")
        self.button.setToolTip("Buka kalender (Alt+Panah Bawah)")
        self.button.clicked.connect(self.open_calendar)
        line.addWidget(self.line, 1)
        line.addWidget(self.button)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.line.left.connect(self._leave)
        self._install(self.line)
        self._rows.removeWidget(self.line)
        line.insertWidget(0, self.line, 1)
        self._rows.insertWidget(0, box)

    def show_value(self, value: date | None) -> None:
        """``Kamis, 15 Agustus 2024``."""
        self.line.setText(day_date(value) if value else "")
        self.line.setCursorPosition(0)

    def open_calendar(self) -> CalendarPopup:
        """Show the calendar under the field."""
        popup = CalendarPopup(self.bound.read(self.desk.meeting) or date.today(), self)
        popup.picked.connect(self._picked)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        popup.show()
        return popup

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down opens the calendar."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _picked(self, day: date) -> None:
        self.give(day, merge=False)
        self.set_notice("")
        self.show_value(day)
        self.line.setFocus()

    def _typed(self, text: str) -> None:
        # "15/8/20" is on its way to 2024: while typing only whole years count.
        day = parse_date(text)
        whole = day is not None and str(day.year) in text
        if whole or not text.strip():
            self.set_notice("")
            self.give(day)

    def _finished(self) -> None:
        text = self.line.text().strip()
        day = parse_date(text)
        if day is None and text:
            stored = self.bound.read(self.desk.meeting)
            kept = f" Yang tersimpan tetap {long_date(stored)}." if stored else ""
            self.set_notice(_NOT_A_DATE + kept)
            return
        self.give(day)
        self.set_notice("")
        if day is None:
            return
        typed_day = weekday_number(text.replace("(", ",").split(",")[0].split()[0])
        self.show_value(day)
        if typed_day is not None and typed_day != day.weekday():
            self.set_notice(f"{long_date(day)} jatuh pada hari {DAYS[day.weekday()]}.", wrong=False)


class ClockField(Field[time | None]):
    """A time of day: ``9``, ``09.00`` and ``9:15`` are understood and shown as ``09.00``."""

    def __init__(
        self, desk: Desk, bound: Bound[time | None], name: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, bound, name, parent)
        self.line = LineEdit(self)
        self.line.setPlaceholderText(hint)
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance("00.00  selesai"))
        self.line.editingFinished.connect(self._finished)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._leave)
        self._install(self.line)

    def show_value(self, value: time | None) -> None:
        """``09.00``."""
        self.line.setText(clock(value) if value else "")

    def _typed(self, text: str) -> None:
        moment = parse_clock(text)
        if not text.strip() or (moment is not None and sum(c.isdigit() for c in text) >= 3):
            self.set_notice("")
            self.give(moment)

    def _finished(self) -> None:
        text = self.line.text().strip()
        moment = parse_clock(text)
        if moment is None and text:
            self.set_notice(_NOT_A_TIME)
            return
        self.set_notice("")
        self.give(moment)
        self.show_value(moment)
