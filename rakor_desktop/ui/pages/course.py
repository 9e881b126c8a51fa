"""Page Jalannya rapat: everything said and decided in time order, seen as a whole or by kind; figures and conduct."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import (
    DECISION_KINDS,
    DIRECTIVE_KINDS,
    DISCUSSION_KINDS,
    Item,
    ItemKind,
    Meeting,
)
from rakor_desktop.ui.binding import TextField, meeting_value
from rakor_desktop.ui.grid.attendees import figures_model
from rakor_desktop.ui.grid.editors import plain_suggestions
from rakor_desktop.ui.grid.view import GridView
from rakor_desktop.ui.pages.entries import KIND_NAMES
from rakor_desktop.ui.pages.form import Muted, Section
from rakor_desktop.ui.pages.item_editor import ItemEditor
from rakor_desktop.ui.pages.items import ItemsModel, ItemsView
from rakor_desktop.ui.pages.page import Page
from rakor_desktop.ui.pages.persons import small_button

CONDUCTS: Final = ("aman, tertib, dan lancar", "aman dan lancar", "tertib dan lancar", "aman, lancar, dan kondusif")
_WIDE: Final = 900
"""From this width on the editor stands beside the list, otherwise below it."""


@dataclass(frozen=True, slots=True)
class View:
    """One way of looking at the list: its tab, its kinds, the kind that its button adds."""

    title: str
    kinds: frozenset[ItemKind]
    adds: ItemKind
    button: str
    empty: str


VIEWS: Final = (
    View(
        "Semua", frozenset(), "discussion", "Tambah butir", "Belum ada butir. Tekan Insert untuk menambah yang pertama."
    ),
    View(
        "Pembahasan",
        DISCUSSION_KINDS,
        "discussion",
        "Tambah pembahasan",
        "Belum ada pembahasan: pembukaan, paparan, tanggapan, dan penutup muncul di sini.",
    ),
    View(
        "Arahan",
        DIRECTIVE_KINDS,
        "directive",
        "Tambah arahan",
        "Belum ada arahan: arahan, penekanan, dan imbauan pimpinan muncul di sini.",
    ),
    View(
        "Keputusan && tindak lanjut",
        DECISION_KINDS,
        "decision",
        "Tambah keputusan",
        "Belum ada keputusan. Kesimpulan dan tindak lanjutnya muncul di sini.",
    ),
)
_FIGURES_TAB: Final = len(VIEWS)
_TAB_OF_FIELD: Final = {"figures": _FIGURES_TAB, "conduct": _FIGURES_TAB}


class CoursePage(Page):
    """The points of the meeting: a list, and the editor of the current one."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__("Jalannya rapat", desk, catalog, parent)
        self.tabs = QTabBar(self.body)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName("Tampilan butir")
        for _ in (*VIEWS, None):
            self.tabs.addTab("")
        self.list = ItemsView(ItemsModel(desk, self), self.body)
        self.editor = ItemEditor(desk, catalog, self.body)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self.body)
        self._stack = QStackedWidget(self.body)
        self._stack.addWidget(self._points())
        self._stack.addWidget(self._figures())
        self.column.setSpacing(6)
        self.column.addWidget(self.tabs)
        self.column.addWidget(self._stack, 1)
        self.list.current_changed.connect(self.editor.show_item)
        self.list.left_for_text.connect(lambda: self.editor.go_to("text"))
        self.tabs.currentChanged.connect(self._look)
        desk.changed.connect(lambda before, after: self._count_tabs(after))
        self._count_tabs(desk.meeting)
        self._look(0)
        self.editor.show_item(self.list.current_id)
        self.summary.setText(self.summarise(desk.meeting))

    def first_field(self) -> QWidget:
        """The list of points."""
        return self.list

    def summarise(self, meeting: Meeting) -> str:
        """How many may go out."""
        public = sum(item.public for item in meeting.items)
        return f"{len(meeting.items)} butir · {public} boleh dirilis"

    def go_to(self, target: str) -> bool:
        """``items/<id>/text``, ``figures/<id>/value``, ``conduct``."""
        kind, _, rest = target.partition("/")
        record_id, _, field = rest.partition("/")
        if kind == "items":
            return self._go_to_item(record_id, field)
        if kind not in _TAB_OF_FIELD:
            return super().go_to(target)
        self.tabs.setCurrentIndex(_FIGURES_TAB)
        if kind == "conduct":
            return super().go_to(target)
        model = self.figures.records
        row = model.row_of(record_id) if record_id else len(model.records)
        if row >= 0:
            self.figures.go_to(row, max(0, model.column_of(field)))
        return row >= 0

    def add(self, kind: ItemKind | None = None) -> None:
        """A new point after the current one, of this kind or of the view's."""
        self._insert(Item(kind=kind or self._view().adds))

    def done(self) -> None:
        """Ctrl+Enter: the current point is done, the next one has the same kind and speaker."""
        item = self.editor.item
        if not item.id:
            self.add()
        elif item.text.strip() or item.quote.strip() or item.topic.strip():
            self._insert(Item(kind=item.kind, speaker_id=item.speaker_id, speaker=item.speaker))
        else:
            self.editor.go_to("text")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Insert, wherever the keyboard is on the list or in the editor."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        points = self.tabs.currentIndex() != _FIGURES_TAB
        if points and control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done()
        elif points and event.key() == Qt.Key.Key_Insert:
            self.add()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The editor beside the list where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if way != self.splitter.orientation():
            self.splitter.setOrientation(way)
            self.splitter.setSizes([450, 550] if wide else [400, 600])

    def _insert(self, item: Item) -> None:
        current = self.list.current_id
        items = self.desk.meeting.items
        at = next((place + 1 for place, one in enumerate(items) if one.id == current), None)
        named = Item(id=edits.new_id(), kind=item.kind, speaker_id=item.speaker_id, speaker=item.speaker)
        view = self._view()
        if view.kinds and named.kind not in view.kinds:
            self.tabs.setCurrentIndex(0)
        self.desk.edit(f"Tambah {KIND_NAMES[named.kind].lower()}", edits.insert(named, at))
        self.list.select(named.id)
        self.editor.go_to("text" if named.speaker_id or named.speaker else "speaker")

    def _go_to_item(self, item_id: str, field: str) -> bool:
        if not item_id:
            self.tabs.setCurrentIndex(0)
            self.list.setFocus()
            return True
        if all(item.id != item_id for item in self.meeting.items):
            return False
        if self.tabs.currentIndex() == _FIGURES_TAB or not self.list.select(item_id):
            self.tabs.setCurrentIndex(0)
            self.list.select(item_id)
        return self.editor.go_to(field or "text")

    def _points(self) -> QWidget:
        box = QWidget(self.body)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        self.list.setMinimumHeight(96)
        self.editor.setMinimumHeight(150)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.editor)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        rows.addLayout(self._tools())
        rows.addWidget(self.splitter, 1)
        return box

    def _tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2)
        self.button = QPushButton(self.body)
        self.button.setToolTip("Insert; Ctrl+Enter setelah satu butir selesai")
        self.button.clicked.connect(lambda: self.add())
        self.kinds = QPushButton("Jenis lain", self.body)
        menu = QMenu(self.kinds)
        for kind, name in KIND_NAMES.items():
            action = QAction(name, menu)
            action.triggered.connect(lambda checked=False, kind=kind: self.add(kind))
            menu.addAction(action)
        self.kinds.setMenu(menu)
        line.addWidget(self.button)
        line.addWidget(self.kinds)
        line.addSpacing(6)
        for text, name, act in (
            ("▲", "Naikkan (Alt+Panah Atas)", lambda: self.list.shift(-1)),
            ("▼", "Turunkan (Alt+Panah Bawah)", lambda: self.list.shift(1)),
            ("✕", "Hapus butir (Del)", self.list.remove),
        ):
            line.addWidget(small_button(text, name, act, self.body))
        line.addSpacing(8)
        line.addWidget(Muted("Ctrl+Enter: selesai, butir berikutnya", self.body, wrap=False), 1)
        return line

    def _figures(self) -> QWidget:
        box = QWidget(self.body)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(10)
        form = Section("Suasana", box)
        conduct = TextField(
            self.desk,
            meeting_value("conduct", "Ubah suasana rapat"),
            "Suasana rapat",
            hint="mis. aman, tertib, dan lancar",
            suggest=plain_suggestions(lambda: CONDUCTS),
        )
        form.row("Rapat &berjalan", self.field(conduct))
        rows.addWidget(form)
        head = Section("Angka penting", box, hint="jumlah TPS, personel, pos; dipakai berulang dalam dokumen")
        head.body.hide()
        rows.addWidget(head)
        self.figures = GridView(figures_model(self.desk, self), "Angka penting", box)
        self.figures.setMinimumHeight(150)
        rows.addWidget(self.figures, 1)
        return box

    def _view(self) -> View:
        return VIEWS[min(self.tabs.currentIndex(), len(VIEWS) - 1)]

    def _look(self, tab: int) -> None:
        self._stack.setCurrentIndex(1 if tab == _FIGURES_TAB else 0)
        if tab == _FIGURES_TAB:
            return
        view = VIEWS[tab]
        self.list.items.look_at(view.kinds)
        self.list.say_when_empty(view.empty)
        self.button.setText(view.button)

    def _count_tabs(self, meeting: Meeting) -> None:
        for tab, view in enumerate(VIEWS):
            count = len(meeting.items_of(view.kinds)) if view.kinds else len(meeting.items)
            self.tabs.setTabText(tab, f"{view.title}  {count}")
        self.tabs.setTabText(_FIGURES_TAB, f"Angka && suasana  {len(meeting.figures)}")
