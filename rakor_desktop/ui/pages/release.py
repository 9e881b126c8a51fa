"""Page Siaran pers: the release's own words, and what goes out and what stays inside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Bundle, Figure, Item, Meeting, Photo
from rakor_desktop.domain.release import Release
from rakor_desktop.ui.binding import Bound, LinesField, LongTextField, TextField
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.pages.entries import (
    ENTRY_ROLE,
    Entry,
    EntryDelegate,
    figure_entry,
    item_entry,
    photo_entry,
)
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.pages.page import Page
from rakor_desktop.ui.pages.persons import PersonField, PersonValue

STYLE: Final = "umum"
Headline = Callable[[Bundle, Catalog], str]
_NOTHING_PUBLIC: Final = (
    "Belum ada yang boleh dirilis, jadi siaran pers masih kosong. Pilih butir di “Tetap internal”, lalu tekan Rilis."
)
_SETTLE_MS: Final = 250


def composed_headline(bundle: Bundle, catalog: Catalog) -> str:
    """The headline that is composed when nobody writes one."""
    from rakor_desktop.compose.outline import outline

    blocks = outline("siaran-pers", bundle, catalog)
    return next((block.text for block in blocks if block.kind == "title"), "")


def release_of(meeting: Meeting) -> Release:
    """The meeting's release in the general style; an empty one when it has none yet."""
    return next((release for release in meeting.releases if release.style == STYLE), Release(style=STYLE))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something that may go out: the record's class and id, and whether it does."""

    kind: type
    id: str
    public: bool
    entry: Entry


class ReleasePage(Page):
    """The press release."""

    def __init__(
        self,
        desk: Desk,
        catalog: Catalog,
        headline: Headline = composed_headline,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Siaran pers", desk, catalog, parent)
        self._compose_headline = headline
        self._stale = True
        self._words()
        self._choice()
        self._closing()
        self.column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self._hint_headline)
        desk.changed.connect(self._follow)
        desk.office_changed.connect(lambda before, after: self._timer.start())
        self._fill(desk.meeting)
        self.summary.setText(self.summarise(desk.meeting))
        self._timer.start()

    def summarise(self, meeting: Meeting) -> str:
        """How much goes out."""
        flags = [i.public for i in meeting.items] + [f.public for f in meeting.figures]
        flags += [p.public for p in meeting.photos]
        return f"{sum(flags)} dari {len(flags)} ikut dirilis"

    def go_to(self, target: str) -> bool:
        """``releases``, ``releases/<id>/headline``, ``headline``."""
        if super().go_to(target):
            return True
        kind, _, rest = target.partition("/")
        if kind != "releases":
            return False
        field = {"contact": "contact_id"}.get(rest.rpartition("/")[2], rest.rpartition("/")[2])
        known = f"releases/{STYLE}/{field}"
        return super().go_to(known if known in self._fields else f"releases/{STYLE}/headline")

    def _words(self) -> None:
        form = self.section("Judul dan teras")
        self.headline = LongTextField(
            self.desk, self._value("headline", "Ubah judul siaran pers"), "Judul siaran pers", least=2, most=4
        )
        form.row("&Judul", self.field(self.headline))
        dateline = TextField(
            self.desk, self._value("dateline", "Ubah titimangsa"), "Titimangsa", hint="kosong = menurut kantor"
        )
        form.row("&Titimangsa", self.field(dateline))

    def _choice(self) -> None:
        self.section("Yang ikut dirilis", hint="Spasi atau klik ganda memindahkan").body.hide()
        self.warning = QLabel(_NOTHING_PUBLIC, self.body)
        self.warning.setWordWrap(True)
        self.column.addWidget(self.warning)
        self.out = PieceList("Ikut dirilis", self.body)
        self.inside = PieceList("Tetap internal", self.body)
        self.out.toggled.connect(lambda: self._toggle(self.out))
        self.inside.toggled.connect(lambda: self._toggle(self.inside))
        line = QHBoxLayout()
        line.setSpacing(10)
        for pieces, title, button in (
            (self.out, "&Ikut dirilis", "Jadikan internal  →"),
            (self.inside, "Tetap i&nternal", "←  Rilis"),
        ):
            line.addLayout(self._column_of(pieces, title, button), 1)
        self.column.addLayout(line, 1)

    def _column_of(self, pieces: PieceList, title: str, button: str) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(3)
        caption = QLabel(title, self.body)
        caption.setBuddy(pieces)
        rows.addWidget(caption)
        rows.addWidget(pieces, 1)
        press = QPushButton(button, self.body)
        press.clicked.connect(lambda: self._toggle(pieces))
        rows.addWidget(press)
        return rows

    def _closing(self) -> None:
        form = self.section("Penutup")
        sign_off = LongTextField(
            self.desk, self._value("sign_off", "Ubah penutup siaran pers"), "Kalimat penutup",
            hint="kosong = menurut kantor", least=1, most=5,
        )  # fmt: skip
        form.row("Kalimat p&enutup", self.field(sign_off))
        byline = TextField(self.desk, self._value("byline", "Ubah penulis"), "Penulis", hint="mis. HumasResPasbar")
        form.row("Pen&ulis", self.field(byline))
        contact = PersonField(self.desk, self._contact(), "Narahubung", self.catalog, adds=True)
        form.row("Nara&hubung", self.field(contact))
        captions = LinesField(
            self.desk, self._value("captions", "Ubah keterangan foto rilis"), "Keterangan foto rilis",
            hint="kosong = keterangan foto yang ikut dirilis; satu foto satu baris",
        )  # fmt: skip
        form.row("&Keterangan foto", self.field(captions))
        form.wide(Muted("Isian yang kosong disusun sendiri dari data rapat dan profil kantor.", form.body))

    def _value(self, name: str, label: str) -> Bound[Any]:
        def write(value: Any) -> Edit:
            return lambda meeting: edits.set_release(replace(release_of(meeting), **{name: value}))(meeting)

        return Bound(f"releases/{STYLE}/{name}", label, lambda meeting: getattr(release_of(meeting), name), write)

    def _contact(self) -> Bound[PersonValue]:
        contact = self._value("contact_id", "Ubah narahubung")
        return Bound(
            contact.target, contact.label, lambda m: (contact.read(m), ""), lambda value: contact.write(value[0])
        )

    def _toggle(self, pieces: PieceList) -> None:
        chosen = pieces.chosen()
        if not chosen:
            return
        public = pieces is self.inside
        steps = [
            edits.update_all(kind, [piece.id for piece in chosen if piece.kind is kind], public=public)
            for kind in (Item, Figure, Photo)
        ]

        def edit(meeting: Meeting) -> Meeting:
            for step in steps:
                meeting = step(meeting)
            return meeting

        self.desk.edit("Ubah izin rilis", edit)
        pieces.setFocus()

    def _follow(self, before: Meeting, after: Meeting) -> None:
        if before.items is not after.items or before.figures is not after.figures or before.photos is not after.photos:
            self._fill(after)
        self._timer.start()

    def _fill(self, meeting: Meeting) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        pieces = _pieces(meeting)
        self.out.show_pieces([piece for piece in pieces if piece.public])
        self.inside.show_pieces([piece for piece in pieces if not piece.public])
        self.warning.setVisible(not any(piece.public for piece in pieces))
        palette = self.warning.palette()
        palette.setColor(self.warning.foregroundRole(), tone(self, "doubt"))
        self.warning.setPalette(palette)

    def _hint_headline(self) -> None:
        if not self.isVisible():
            return
        self.headline.text.setPlaceholderText(self._compose_headline(self.desk.bundle, self.catalog))

    def showEvent(self, event: Any) -> None:
        """Lists and the composed headline are made when the page is looked at."""
        super().showEvent(event)
        if self._stale:
            self._fill(self.desk.meeting)
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lists keep a sensible height."""
        super().resizeEvent(event)
        for pieces in (self.out, self.inside):
            pieces.setMinimumHeight(max(150, min(event.size().height() // 3, 320)))


class PieceList(QListView):
    """One of the two columns; Space, Enter and double click take the chosen rows to the other one."""

    toggled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: list[_Piece] = []
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(EntryDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._double_clicked)

    def show_pieces(self, pieces: list[_Piece]) -> None:
        """Show these; the cursor stays at its place."""
        if pieces == self._pieces:
            return
        row = max(0, self.currentIndex().row())
        self._pieces = pieces
        self._rows.clear()
        for piece in pieces:
            item = QStandardItem(piece.entry.spoken)
            item.setData(piece.entry, ENTRY_ROLE)
            self._rows.appendRow(item)
        if pieces:
            self.setCurrentIndex(self._rows.index(min(row, len(pieces) - 1), 0))

    def chosen(self) -> list[_Piece]:
        """The selected pieces."""
        return [self._pieces[index.row()] for index in self.selectedIndexes()]

    def texts(self) -> list[str]:
        """What the rows say, in order."""
        return [piece.entry.spoken for piece in self._pieces]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter take the chosen rows over."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _double_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.toggled.emit()


def _pieces(meeting: Meeting) -> list[_Piece]:
    items = [_Piece(Item, i.id, i.public, replace(item_entry(i, meeting), mark="", note="")) for i in meeting.items]
    figures = [_Piece(Figure, f.id, f.public, figure_entry(f)) for f in meeting.figures]
    photos = [_Piece(Photo, p.id, p.public, photo_entry(p, n)) for n, p in enumerate(meeting.photos, start=1)]
    return [*items, *figures, *photos]
