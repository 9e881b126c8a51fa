"""Page Hadirin: the quick line, the attendance list as a grid, invited groups, and the head count."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.ordering import adding
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.ui.binding import NumberField, meeting_value
from rakor_desktop.ui.grid.attendees import attendees_model, groups_model
from rakor_desktop.ui.grid.clipboard import clipboard_copy, copied
from rakor_desktop.ui.grid.completion import Completion
from rakor_desktop.ui.grid.evidence import verdict
from rakor_desktop.ui.grid.find_bar import FindBar
from rakor_desktop.ui.grid.known_people import KnownPeople, PeopleRemarks
from rakor_desktop.ui.grid.quick_line import QuickLine
from rakor_desktop.ui.grid.remedies import MARKED, marked_column, remedies_for
from rakor_desktop.ui.grid.under_line import UnderLine
from rakor_desktop.ui.grid.view import GridView
from rakor_desktop.ui.icons import put_icon
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.pages.order_button import OrderButton
from rakor_desktop.ui.pages.page import Page
from rakor_desktop.ui.pages.persons import person_name, small_button
from rakor_desktop.ui.reading.material import has_lines, list_files, local_files

if TYPE_CHECKING:  # reading is loaded when somebody types into the quick line, or pastes lines
    from rakor_desktop.reading.reader import Reader
    from rakor_desktop.reading.values import PersonRead, Reading

_KEYS: Final = (
    "Enter turun · Tab ke kanan · Ctrl+V menempel dari Excel · seret nomornya untuk memindahkan baris · "
    "klik kanan untuk lainnya"
)
_NARROW: Final = 640
"""Logical pixels of the page below which its buttons say less."""
_READ_AS_LIST: Final = "&Baca sebagai daftar orang"


class AttendeesPage(Page):
    """Who was there.

    ``reading_wanted`` carries what is to be read as a list: a QMimeData (pasted or dropped text) or a list of paths.
    """

    reading_wanted = Signal(object)

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__("Hadirin", desk, catalog, parent)
        self._reader: Reader | None = None
        self._remarks: PeopleRemarks | None = None
        self._offered: Meeting | None = None
        self._completion = Completion(catalog)
        self.grid = GridView(attendees_model(desk, catalog, self, self._completion), "Daftar hadirin", self)
        self.grid.setMinimumHeight(140)
        self.grid.intake = self._take_over
        self.grid.pasted.connect(self._offer_reading)
        self.grid.said.connect(self._say)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._tell_row())
        self.quick = QuickLine(self._reading, self._row_of_name, self)
        self.quick.entered.connect(self._add)
        self.quick.line.reached.connect(lambda: QTimer.singleShot(0, self, self._fetch_reader))
        self.quick.many.connect(self.reading_wanted)
        self.quick.down.connect(lambda: self.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        self.finder = FindBar(self.grid, self)
        self.order = OrderButton(desk, catalog, self)
        self.under = UnderLine(_KEYS, self)
        for button in self._buttons():
            self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.setSpacing(8)
        self.column.addLayout(self._entry())
        self.column.addWidget(self.quick.echo)
        for widget, stretch in ((self.finder, 0), (self.grid, 3), (self.under, 0)):
            self.column.addWidget(widget, stretch)
        self.groups = GridView(groups_model(desk, self), "Undangan lain atau kelompok", self)
        self.groups.setMinimumHeight(92)
        self.groups.setMaximumHeight(170)
        self.count = self.field(
            NumberField(
                desk,
                meeting_value("head_count", "Ubah jumlah hadir"),
                "Jumlah hadir seluruhnya",
                hint="dihitung dari daftar",
            )
        )
        self.column.addLayout(self._below(), 1)
        self._tab_on()
        self.summary.setText(self.summarise(desk.meeting))
        self.grid.setCurrentIndex(self.grid.records.index(0, 0))
        self.setAcceptDrops(True)
        self._keys()
        desk.changed.connect(self._follow)

    def know(self, people: KnownPeople) -> None:
        """Complete names, posts and institutions from the people book, and say what it knows of the rows."""
        self._completion.book = people
        self._remarks = PeopleRemarks(people, self)
        self._remarks.changed.connect(self._remark)
        self.grid.records.remark = self._remark_of
        self._remarks.look_at(self.meeting.attendees)

    def first_field(self) -> QWidget:
        """The grid."""
        return self.grid

    def summarise(self, meeting: Meeting) -> str:
        """``24 orang · 6 instansi · 3 mewakili``."""
        people = meeting.attendees
        institutions = {text.strip().casefold() for text in {a.institution for a in people}} - {""}
        absent = [a.presence for a in people].count("absent")
        standing_in = len(people) - [a.represents for a in people].count("")
        parts = [f"{len(people)} orang", f"{len(institutions)} instansi", f"{standing_in} mewakili"]
        if absent:
            parts.append(f"{absent} tidak hadir")
        return " · ".join(parts)

    def go_to(self, target: str) -> bool:
        """``attendees``, ``attendees/<id>``, ``attendees/<id>/rank``, ``groups/<id>``, ``head_count``."""
        kind, _, rest = target.partition("/")
        grid = {"attendees": self.grid, "groups": self.groups}.get(kind)
        if grid is None:
            return super().go_to(target)
        record_id, _, key = rest.partition("/")
        model = grid.records
        row = model.row_of(record_id) if record_id else len(model.records)
        if row < 0:
            return False
        key = {"front": "name", "back": "name"}.get(key, key)
        column = model.column_of(key)
        self.scroller.ensureWidgetVisible(grid, 0, 0)
        grid.go_to(row, column if column >= 0 else model.column_of("name"))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the summary its room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self.order.show_briefly(narrow)
        self.paste.setText("&Tempel…" if narrow else "&Tempel daftar…")

    def paste_list(self) -> None:
        """Ask for the clipboard to be read as a list of people."""
        data = clipboard_copy()
        if data.hasText() or data.hasHtml() or data.hasUrls():
            self.reading_wanted.emit(data)
        else:
            self.under.say("Papan klip tidak berisi teks. Salin dulu daftarnya, lalu tekan Tempel daftar.", (), "doubt")

    def event(self, event: QEvent) -> bool:
        """Ctrl+F is this page's while the keyboard is on it; elsewhere it searches the archive."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _finds(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F opens the find bar."""
        if _finds(event):
            self.finder.open_bar()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lists may be dropped anywhere on the page; other files are the window's affair."""
        if list_files(local_files(event.mimeData())) or has_lines(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for dropped files or lines to be read."""
        event.acceptProposedAction()
        self.reading_wanted.emit(list_files(local_files(event.mimeData())) or copied(event.mimeData()))

    def _add(self, person: PersonRead) -> None:
        from rakor_desktop.desk.intake import attendee_of

        attendee = attendee_of(person, edits.new_id())
        self.desk.edit("Tambah hadirin", adding(edits.insert(attendee), self.catalog, self.desk.office))
        row = self.grid.records.row_of(attendee.id)
        self.grid.show_cell(row, self.grid.records.column_of("name"))
        self.quick.say(f"Baris {row + 1}: {person_name(attendee)}")

    def _fetch_reader(self) -> None:
        """Load what reads a person while the first key is still on its way, in two steps that nobody notices."""
        if self._reader is None:
            import rakor_desktop.reading.reader  # noqa: F401

            QTimer.singleShot(0, self, lambda: self._person("AKP"))

    def _reading(self, text: str) -> Reading:
        if self._reader is None:
            from rakor_desktop.reading.reader import Reader

            self._reader = Reader(self.catalog)
        return self._reader.read(" ".join(text.split()))

    def _person(self, text: str) -> PersonRead | None:
        return next(iter(self._reading(text).people), None)

    def _row_of_name(self, name: str) -> int:
        wanted = " ".join(name.casefold().split())
        people = enumerate(self.meeting.attendees)
        return next((row for row, a in people if " ".join(a.name.casefold().split()) == wanted), -1)

    def _take_over(self, data: QMimeData) -> bool:
        """Whether pasted lines are a list of whole persons, which is to be read instead."""
        if verdict(data.text(), self._person) != "people":
            return False
        self.reading_wanted.emit(data)
        return True

    def _offer_reading(self, data: QMimeData) -> None:
        if verdict(data.text(), self._person) != "perhaps":
            return
        self._offered = self.meeting

        def read() -> None:
            if self.meeting is self._offered:
                self.desk.undo()
            self.under.say("")
            self.reading_wanted.emit(data)

        self.under.say("Ditempel sebagai isian tabel.", [(_READ_AS_LIST, read)])

    def _follow(self, before: Meeting, after: Meeting) -> None:
        if before.attendees is after.attendees:
            return
        if self._remarks is not None:
            self._remarks.look_at(after.attendees)
        self._tell_row()

    def _remark(self) -> None:
        self.grid.records.remarks_changed()
        self._tell_row()

    def _remark_of(self, attendee: Attendee, key: str) -> str:
        if self._remarks is None or key not in MARKED:
            return ""
        match = self._remarks.of(attendee)
        return match.sentence if match is not None and marked_column(attendee, match) == key else ""

    def _say(self, text: str) -> None:
        if text:
            self.under.say(text)
        else:
            self._tell_row()

    def _tell_row(self) -> None:
        """Under the grid: what the people book says of the present row, else the keys."""
        if self._offered is self.meeting:
            return
        row = self.grid.currentIndex().row()
        people = self.meeting.attendees
        attendee = people[row] if 0 <= row < len(people) else None
        match = self._remarks.of(attendee) if self._remarks and attendee else None
        if match is None or attendee is None or self._remarks is None:
            self.under.say("")
        else:
            self.under.say(match.sentence, remedies_for(self.desk, self._remarks, attendee, match))

    def _keys(self) -> None:
        # The keys stand behind the texts: the menu's own shortcuts would be in the way of the page's.
        for text, act in (
            ("&Cari di daftar…\tCtrl+F", self.finder.open_bar),
            ("Te&mpel daftar orang…\tCtrl+Shift+V", self.paste_list),
            ("Ket&ik satu orang…\tAlt+C", self.quick.setFocus),
        ):
            action = QAction(text, self.grid)
            action.triggered.connect(lambda _=False, run=act: run())
            self.grid.extras.append(action)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Alt+C"), self, self.quick.setFocus, context=here)

    def _buttons(self) -> list[QToolButton]:
        told = "Tempel daftar orang dari WhatsApp, Word, atau Excel"
        self.paste = paste = _head_button("&Tempel daftar…", "paste", told, self)
        paste.setToolTip(f"{paste.accessibleName()}, periksa, lalu masukkan  (Ctrl+Shift+V)")
        paste.clicked.connect(self.paste_list)
        find = _head_button("", "search", "Cari di daftar hadirin (Ctrl+F)", self)
        find.clicked.connect(self.finder.open_bar)
        return [paste, self.order, find]

    def _entry(self) -> QHBoxLayout:
        """The quick line, and beside it what can be done with rows."""
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.quick, 1)
        line.addSpacing(4)
        for icon, name, act in (
            ("up", "Naikkan baris (Alt+Panah Atas)", lambda: self.grid.move_rows(-1)),
            ("down", "Turunkan baris (Alt+Panah Bawah)", lambda: self.grid.move_rows(1)),
            ("copy", "Gandakan baris (Ctrl+D)", self.grid.duplicate_rows),
            ("delete", "Hapus baris (Del)", self.grid.remove_rows),
        ):
            button = small_button("", name, act, self)
            put_icon(button, icon, self.palette(), 16)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _tab_on(self) -> None:
        """Tab walks as the page reads: from the quick line through the list to what stands under it."""
        way = (self.quick.line, self.grid, self.groups, self.count.editor)
        for here, there in pairwise(way):
            QWidget.setTabOrder(here, there)

    def _below(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.groups)
        line.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(4)
        caption = QLabel("&Jumlah hadir seluruhnya", self)
        caption.setBuddy(self.count.editor)
        right.addWidget(caption)
        right.addWidget(self.count)
        note = Muted("Isi bila berbeda dari jumlah orang dalam daftar, misalnya karena undangan kelompok.", self)
        right.addWidget(note)
        right.addStretch(1)
        right.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)
        return line


def _finds(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find)


def _head_button(text: str, icon: str, name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    put_icon(button, icon, parent.palette(), 18)
    return button
