"""The review of a reading: the source on the left, what was read on the right, and nothing enters before a yes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.intake import Newcomer, count_words, grouped
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.reading.values import Doubt
from rakor_desktop.ui.grid.editors import LineEdit
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.reading.draft import Draft, ReadPerson
from rakor_desktop.ui.reading.leftovers import Leftovers
from rakor_desktop.ui.reading.notice import Notice
from rakor_desktop.ui.reading.prepared import Prepared
from rakor_desktop.ui.reading.questions import question
from rakor_desktop.ui.reading.rows import ReadingGrid
from rakor_desktop.ui.reading.source_side import SourceSide

_WISH: Final = QSize(1320, 740)
_KEYS: Final = "F8 periksa berikutnya · Spasi/Del ikut atau tidak · Ctrl+G jadikan kelompok · Ctrl+Z urungkan"


class ReadingDialog(QDialog):
    """Reviews one reading. After it was accepted, :meth:`newcomers` and :meth:`group_names` are the answer.

    ``present`` is the meeting that they would enter, ``read_person`` reads what is turned into a person by hand,
    ``title`` and ``notes`` say where the source comes from.
    """

    def __init__(
        self,
        prepared: Prepared,
        present: Meeting,
        catalog: Catalog,
        read_person: ReadPerson,
        *,
        title: str = "Tempelan",
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Periksa bacaan — {title}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.title = title
        reading = prepared.reading
        self.draft = Draft(prepared, present, read_person, self)
        self._numbers: dict[str, int] = {}
        self._numbered: object = None
        self._side = SourceSide(reading, self.draft.stretches, self._number_of)
        self.source = self._side.view
        self.grid = ReadingGrid(self.draft, catalog, self)
        self.notice = Notice()
        self.leftovers = Leftovers(self.draft)
        self.accept_button = QPushButton()
        self.next_button = QPushButton("&Periksa berikutnya  (F8)")
        self.standard = QCheckBox("Sera&gamkan penulisan")
        self._head = QLabel()
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._refresh)
        self._lay_out(notes)
        self._connect()
        self._fit()
        self._begun = False
        self._refresh()

    @property
    def heading(self) -> str:
        """The line of counts."""
        return self._head.text()

    def newcomers(self) -> tuple[Newcomer, ...]:
        """Everybody read, and what becomes of each."""
        return self.draft.newcomers()

    def group_names(self) -> tuple[str, ...]:
        """The groups that were confirmed."""
        return tuple(group.name for group in self.draft.groups)

    def show_known(
        self, doubts: Mapping[int, Sequence[Doubt]], persons: Mapping[int, str], near: Mapping[int, str]
    ) -> None:
        """What a comparison of names has told later: questions and book ids by person read, and who of those
        present is probably meant.
        """
        people = self.draft.reading.people
        self.draft.twins.add_near({(f"p{n}", people[n].name): attendee_id for n, attendee_id in near.items()})
        self.draft.add_doubts(doubts, persons)

    def next_doubt(self) -> None:
        """To the next row with something to look at, from the top again after the last."""
        rows = self.draft.rows
        here = self.grid.currentIndex().row()
        order = [*range(here + 1, len(rows)), *range(min(here + 1, len(rows)))]
        row = next((rows[n] for n in order if self.draft.asks(rows[n])), None)
        if row is not None:
            doubts = self.draft.doubts(row)
            self.grid.go_to_row(row.id, doubts[0].field if doubts else "name")
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rows_to_groups(self) -> None:
        """The selected rows are groups."""
        self.draft.to_groups(self.grid.chosen_ids())

    def accept(self) -> None:
        """Let them in, when there is anybody."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)  # a cell being edited is committed first
        counts = self.draft.counts()
        if counts.people or counts.groups:
            super().accept()

    def reject(self) -> None:
        """Leave; ask first when work would be lost."""
        if self.draft.edited:
            self._ask_before_leaving()
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, go where a person should look first."""
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            self._begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is the same as Batal."""
        event.ignore()
        self.reject()

    # -- building

    def _lay_out(self, notes: Sequence[str]) -> None:
        font = self._head.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self._head.setFont(font)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.next_button)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._side)
        split.addWidget(self._rows_side())
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 2)
        split.setSizes([400, 800])
        split.handle(1).setAccessibleName("Pemisah sumber dan bacaan")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(7)
        column.addLayout(head)
        if notes:
            column.addWidget(Muted(" ".join(notes), self))
        column.addWidget(split, 1)
        column.addLayout(self._foot())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _rows_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(6)
        tools = QHBoxLayout()
        self.standard.setChecked(True)
        self.standard.setToolTip("Pangkat, gelar, jabatan, dan instansi dalam ejaan baku; tanpa centang seperti sumber")
        group = QToolButton()
        group.setText("Jadikan kelompok")
        group.setToolTip("Baris yang dipilih sebenarnya kelompok atau instansi  (Ctrl+G)")
        group.setAccessibleName("Jadikan kelompok: baris yang dipilih")
        group.clicked.connect(self.rows_to_groups)
        every = QCheckBox("Semua &kolom")
        every.setToolTip("Tampilkan juga kolom yang tidak terisi dari sumber ini")
        every.toggled.connect(self.grid.show_all_columns)
        tools.addWidget(self.standard)
        tools.addSpacing(10)
        tools.addWidget(every)
        tools.addStretch(1)
        tools.addWidget(group)
        column.addLayout(tools)
        column.addWidget(self.grid, 1)
        column.addWidget(self.notice)
        self.leftovers.setMaximumHeight(126)
        column.addWidget(self.leftovers)
        side.setMinimumWidth(380)
        return side

    def _foot(self) -> QHBoxLayout:
        cancel = QPushButton("&Batal")
        cancel.clicked.connect(self.reject)
        self.accept_button.setToolTip("Masukkan ke daftar hadir sebagai satu langkah yang dapat diurungkan")
        self.accept_button.clicked.connect(self.accept)
        font = self.accept_button.font()
        font.setBold(True)
        self.accept_button.setFont(font)
        foot = QHBoxLayout()
        foot.addWidget(Muted(_KEYS, self), 1)
        foot.addWidget(cancel)
        foot.addWidget(self.accept_button)
        return foot

    def _connect(self) -> None:
        draft = self.draft
        draft.changed.connect(self._late.start)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._on_row())
        self.grid.said.connect(self._on_said)
        self.source.pointed.connect(self._on_place)
        self._side.wanted.connect(self._take_selection)
        self.leftovers.pointed.connect(lambda record_id: self.source.point_out(draft.span(record_id)))
        self.leftovers.made.connect(self._show_made)
        self.next_button.clicked.connect(self.next_doubt)
        self.standard.toggled.connect(lambda on: draft.standardise("standard" if on else "typed"))
        for keys, act in (
            ("F8", self.next_doubt),
            ("Ctrl+Return", self._confirm),
            ("Ctrl+Enter", self._confirm),
            ("Ctrl+Z", draft.undo),
            ("Ctrl+Y", draft.redo),
            ("Ctrl+Shift+Z", draft.redo),
        ):
            QShortcut(QKeySequence(keys), self, act)
        self._add_row_actions()

    def _add_row_actions(self) -> None:
        """What can be done with the selected rows, in the grid's own menu."""
        draft, grid = self.draft, self.grid
        for text, keys, act in (
            ("&Ikut atau tidak ikut", "", lambda: grid.rows_model.toggle(grid.chosen_ids())),
            ("Jadikan &kelompok", "Ctrl+G", self.rows_to_groups),
            ("&Seragamkan penulisan baris", "", lambda: draft.standardise("standard", grid.chosen_ids())),
            ("&Tulis baris seperti sumber", "", lambda: draft.standardise("typed", grid.chosen_ids())),
        ):
            action = QAction(text, grid)
            action.setShortcut(QKeySequence(keys))
            # The list of groups has Ctrl+G for the other way.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, run=act: run())
            grid.addAction(action)

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() - QSize(30, 34) if parent is not None else _WISH
        self.resize(room.boundedTo(_WISH).expandedTo(QSize(700, 440)))

    def _begin(self) -> None:
        """Where a person should look first: the first doubt, else the first row."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        rows = self.draft.rows
        if rows:
            self.grid.go_to_row(rows[0].id, "rank")
        if rows and not self.draft.asks(rows[0]) and self.draft.counts().doubtful:
            self.next_doubt()

    # -- following

    def _refresh(self) -> None:
        counts = self.draft.counts()
        parts = [f"{grouped(counts.people)} orang"]
        parts += [f"{counts.groups} kelompok"] if counts.groups else []
        parts += [f"{counts.unread} bagian belum terbaca"] if counts.unread else []
        parts += [f"{counts.doubtful} perlu diperiksa"] if counts.doubtful else []
        parts += [f"{counts.present} sudah ada"] if counts.present else []
        anything = self.draft.rows or self.draft.groups or counts.unread
        self._head.setText(", ".join(parts) if anything else "Tidak ada orang yang terbaca")
        self.next_button.setVisible(bool(counts.doubtful))
        some = bool(counts.people or counts.groups)
        self.accept_button.setText(f"&Masukkan {count_words(counts.people, counts.groups)}" if some else "&Masukkan")
        self.accept_button.setEnabled(some)
        self.grid.rows_model.refresh()
        self.grid.show_needed()
        self.leftovers.refresh()
        self.leftovers.setVisible(bool(self.draft.groups) or bool(self.draft.unread))
        self._on_row()
        self._side.refresh()

    def _on_row(self) -> None:
        row = self.grid.current_row()
        number = self.grid.currentIndex().row()
        asked = question(self.draft, row, number, self.grid.current_key())
        self.notice.say(asked.text, asked.remedies, asking=asked.asking)
        if row is not None:
            self.source.point_out(self.draft.span(row.id))

    def _on_said(self, text: str) -> None:
        if text:
            self.notice.say(text)
        else:
            self._on_row()

    def _confirm(self) -> None:
        """Ctrl+Enter in a cell while several are chosen fills them all, as in every grid; else it accepts."""
        editor = self.focusWidget()
        if isinstance(editor, LineEdit) and self.grid.isAncestorOf(editor) and self.grid.several():
            text = editor.text()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.fill(text)
        else:
            self.accept()

    def _on_place(self, place: int) -> None:
        record_id = self.draft.id_at(place)
        if self.draft.row(record_id) is not None:
            self.grid.go_to_row(record_id)

    def _take_selection(self, start: int, end: int, kind: str) -> None:
        self._show_made(self.draft.take_selection(start, end, "person" if kind == "person" else "group"))

    def _show_made(self, record_id: str) -> None:
        if self.grid.go_to_row(record_id, "rank"):
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number_of(self, person: int) -> int:
        if self._numbered is not self.draft.rows:
            self._numbered = self.draft.rows
            self._numbers = {row.id: number for number, row in enumerate(self.draft.rows)}
        return self._numbers.get(f"p{person}", -1)

    def _ask_before_leaving(self) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Buang perbaikan?")
        box.setText("Perbaikan Anda pada bacaan ini belum dimasukkan ke daftar hadir.")
        stay = box.addButton("&Kembali memeriksa", QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton("B&uang", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        leave.clicked.connect(lambda: QDialog.reject(self))
        box.finished.connect(box.deleteLater)
        box.open()
