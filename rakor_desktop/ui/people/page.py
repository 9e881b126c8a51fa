"""Page Buku orang: everybody the office knows, to search, mend, merge and take along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from rakor_desktop.desk.jobs import JobToken
from rakor_desktop.domain.people import Person
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.grid.editors import LineEdit
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.people.book import Book
from rakor_desktop.ui.people.deeds import Deeds
from rakor_desktop.ui.people.doubles import Double, doubles
from rakor_desktop.ui.people.doubles_strip import DoublesStrip
from rakor_desktop.ui.people.exchange import Exchange
from rakor_desktop.ui.people.form import PersonForm
from rakor_desktop.ui.people.furnishing import Buttons, empty_picture, head_line, side_remark
from rakor_desktop.ui.people.table import PeopleTable
from rakor_desktop.ui.toast import Toast

_WAIT: Final = 60
"""Milliseconds of rest in typing before a large book is searched."""
_LARGE: Final = 3000
_REST, _LONG_REST = 700, 4000
"""Milliseconds of rest after a change before doubles are looked for; in a large book that takes seconds."""


class PeoplePage(QWidget):
    """The people book. ``left`` asks the window to go back where it came from; ``renewed`` tells, when the page is
    left, that the book is another than it was.
    """

    left = Signal()
    renewed = Signal()

    def __init__(self, parts: Parts, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__()
        self._parts = parts
        self.setAccessibleName("Buku orang")
        self.book = Book(parts, bar, self)
        self.deeds = Deeds(self.book, parts, toast, window)
        self.exchange = Exchange(self.book, parts, toast, bar, window)
        self.table = PeopleTable(self.book.shelf, self)
        self.form = PersonForm(parts.catalog, self)
        self.strip = DoublesStrip(self)
        self.buttons = Buttons(self)
        self.search = LineEdit(self)
        self.retired = QCheckBox("Tampilkan yang tidak &aktif", self)
        self.summary = Muted("", self, wrap=False)
        self._remark = side_remark(self)
        self._stack = QStackedLayout()
        self._side = QStackedLayout()
        self._stale = False
        self._looking = 0
        self._search_wait = QTimer(self, singleShot=True, interval=_WAIT)
        self._doubles_wait = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """The page is shown: read the book anew and give the keyboard to the search."""
        self.book.load()
        self._show_buttons()
        self.take_search()

    def take_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def undo(self) -> None:
        """Take back what is being typed, or else the book's last change."""
        if not self.form.take_back_typing():
            self.deeds.undo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed counts; others hear of what has changed."""
        self.form.commit()
        self._search_wait.stop()
        self._doubles_wait.stop()
        if self._stale:
            self._stale = False
            self.renewed.emit()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter lead from the search into the list; Esc empties the search first."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._search_now()
                if self.table.people.rowCount():
                    self.table.choose_row(0)
                    self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    # -- building

    def _lay_out(self) -> None:
        self.search.setPlaceholderText("Nama, pangkat, jabatan, instansi, atau NRP/NIP")
        self.search.setAccessibleName("Cari orang")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(head_line("Buku orang", self.summary, self.buttons))
        tools = QHBoxLayout()
        tools.setSpacing(10)
        caption = QLabel("&Cari", self)
        caption.setBuddy(self.search)
        tools.addWidget(caption)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.retired)
        column.addLayout(tools)
        column.addWidget(self._splitter(), 1)

    def _splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        right = self._right = QWidget()
        self._side = QStackedLayout(right)
        self._side.addWidget(self._remark)
        self._side.addWidget(self.form)
        right.setMinimumWidth(350)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([900, 400])
        splitter.handle(1).setAccessibleName("Pemisah daftar dan rincian")
        return splitter

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._empty, self._empty_text, self._empty_import = empty_picture(self)
        self._stack.addWidget(self._empty)
        column.addWidget(holder, 1)
        column.addWidget(self.strip)
        column.addLayout(self.buttons.line())
        return left

    def _connect(self) -> None:
        self.search.textChanged.connect(self._seek)
        self._search_wait.timeout.connect(self._search_now)
        self._doubles_wait.timeout.connect(self._look_for_doubles)
        self.retired.toggled.connect(self._show_retired)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.edit_wanted.connect(lambda: self.form.name.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.remove_wanted.connect(lambda: self.deeds.remove(self.table.chosen))
        self.form.edited.connect(self._save)
        self.book.changed.connect(self._follow)
        self.deeds.wanted.connect(self._show_person)
        self.strip.merge_wanted.connect(self.deeds.merge)
        self._parts.desk.changed.connect(lambda *_: self._show_buttons())
        buttons = self.buttons
        buttons.back.clicked.connect(self.left)
        buttons.new.clicked.connect(self._begin)
        buttons.take_in.clicked.connect(self.exchange.ask_import)
        self._empty_import.clicked.connect(self.exchange.ask_import)
        buttons.put_out.clicked.connect(self.exchange.ask_export)
        buttons.add.clicked.connect(lambda: self.deeds.add_to_meeting(self.table.chosen))
        buttons.merge.clicked.connect(lambda: self.deeds.merge(self.table.chosen))
        buttons.retire.clicked.connect(lambda: self.deeds.retire(self.table.chosen))
        buttons.remove.clicked.connect(lambda: self.deeds.remove(self.table.chosen))

    # -- what happens

    def _seek(self, _typed: str) -> None:
        if len(self.book.shelf) < _LARGE:
            self._search_now()
        else:
            self._search_wait.start()

    def _search_now(self) -> None:
        self._search_wait.stop()
        self.table.people.seek(self.search.text().strip())
        self._count()
        self._show_chosen()

    def _show_retired(self, on: bool) -> None:
        self.table.people.show_retired(on)
        self._count()

    def _save(self, person: Person) -> None:
        new = self.book.shelf.person(person.id) is None
        if self.book.save(person) and new:
            self._show_person(person)

    def _begin(self) -> None:
        self.form.commit()
        self.table.clearSelection()
        self._side.setCurrentWidget(self.form)
        self._right.show()
        self.form.begin()

    def _show_person(self, person: Person) -> None:
        """Choose somebody in the list, out of the search if need be."""
        if person.retired:
            self.retired.setChecked(True)
        if not self.table.choose(person.id):
            self.search.clear()
            self._search_now()
            self.table.choose(person.id)

    def _show_chosen(self) -> None:
        if self.table.chosen != (self.form.shown,):
            self.form.commit()
        chosen = self.table.chosen
        if len(chosen) == 1:
            self._side.setCurrentWidget(self.form)
            self.form.show_person(chosen[0])
        elif not (self._side.currentWidget() is self.form and self.form.isAncestorOf(self.focusWidget() or self)):
            self._remark.setText(f"{len(chosen)} orang dipilih." if chosen else _REMARK)
            self._side.setCurrentWidget(self._remark)
        self._show_buttons()

    def _show_buttons(self) -> None:
        meeting_open = bool(self._parts.desk.meeting.id and len(self.book.shelf))
        self.buttons.follow(self.table.chosen, meeting_open=meeting_open)

    def _follow(self) -> None:
        shelf = self.book.shelf
        self.table.people.put(shelf)
        self.form.know(shelf)
        self._count()
        self._show_chosen()
        self._doubles_wait.start(_REST if len(shelf) < _LARGE else _LONG_REST)
        self._stale = True

    def _count(self) -> None:
        shelf, shown = self.book.shelf, self.table.people.rowCount()
        active = f"{_figure(len(shelf) - shelf.retired)} orang"
        resting = f"{_figure(shelf.retired)} tidak aktif" if shelf.retired else ""
        hits = f"{_figure(shown)} ditemukan" if self.search.text().strip() else ""
        self.summary.setText(" · ".join(part for part in (active, resting, hits) if part))
        self._stack.setCurrentWidget(self.table if shown else self._empty)
        self._empty_import.setVisible(not len(shelf))
        self.buttons.hide_line(not len(shelf))
        self._right.setVisible(bool(len(shelf)) or self._side.currentWidget() is self.form)
        self.buttons.put_out.setEnabled(bool(len(shelf)))
        sought = self.search.text().strip()
        self._empty_text.setText(f"Tidak ada orang yang memuat “{sought}”.\n{_FEWER}" if sought else _EMPTY)

    def _look_for_doubles(self) -> None:
        people = tuple(self.book.shelf.people)

        def work(token: JobToken) -> tuple[Double, ...]:
            return doubles(people, token.check)

        self._parts.jobs.cancel(self._looking)
        self._looking = self._parts.jobs.run("Mencari orang yang sama…", work, self._show_doubles, _quiet)

    def _show_doubles(self, pairs: Sequence[Double]) -> None:
        self.strip.show_pairs(pairs)

    def focusWidget(self) -> QWidget | None:  # type: ignore[override]
        """The widget of this page that has the keyboard, if any."""
        focused = self.window().focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None


def _quiet(_error: RakorError) -> None:
    """Doubles are an offer: without them nothing is missing."""


def _figure(count: int) -> str:
    return f"{count:,}".replace(",", ".")


_REMARK: Final = "Pilih seseorang untuk melihat dan mengubah rinciannya."
_EMPTY: Final = (
    "Buku orang masih kosong.\nSetiap orang di daftar hadir dicatat di sini dengan sendirinya. "
    "Daftar pejabat yang sudah ada dapat diimpor dari Excel."
)
_FEWER: Final = "Coba kata lain, lebih sedikit huruf, atau tampilkan yang tidak aktif."
