"""The view "Yang ikut dirilis": what goes out and what stays, side by side, with what to look at before."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Figure, Item, Meeting, Photo
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.press.piece_list import PieceList
from rakor_desktop.ui.press.pieces import Piece, pieces_of

NOTHING_PUBLIC: Final = (
    "Belum ada yang boleh dirilis, jadi siaran pers masih kosong. Pilih butir di “Tetap internal”, lalu tekan Rilis."
)
_LABEL: Final = "Ubah izin rilis"


class ChoiceView(QWidget):
    """Two columns; what is chosen in one goes to the other as one undo step."""

    def __init__(self, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._catalog = desk, catalog
        self._stale = True
        self._locked = False
        self.notice = QLabel(self)
        self.notice.setWordWrap(True)
        self.undo_button = QPushButton("Urungk&an", self)
        self.undo_button.setAccessibleName("Urungkan perpindahan terakhir")
        self.undo_button.clicked.connect(self._undo)
        self.undo_button.hide()
        self.out = PieceList("Ikut dirilis", "Belum ada yang ikut dirilis.", self)
        self.inside = PieceList("Tetap internal", "Semua butir ikut dirilis.", self)
        self._captions: dict[PieceList, QLabel] = {}
        self._names = {self.out: "I&kut dirilis", self.inside: "Tetap i&nternal"}
        self._movers: list[QPushButton] = []
        self._lay_out()
        desk.changed.connect(self._follow)

    @property
    def counts(self) -> tuple[int, int]:
        """How many pieces go out, and how many there are."""
        meeting = self._desk.meeting
        flags = [item.public for item in meeting.items] + [figure.public for figure in meeting.figures]
        flags += [photo.public for photo in meeting.photos]
        return sum(flags), len(flags)

    def lock(self, locked: bool) -> None:
        """Let nothing be moved while the release is approved."""
        if locked == self._locked:
            return
        self._locked = locked
        for button in self._movers:
            button.setEnabled(not locked)
        self._greet(self._desk.meeting)

    def showEvent(self, event: Any) -> None:
        """The lists are filled when they are looked at."""
        super().showEvent(event)
        if self._stale:
            self._fill(self._desk.meeting)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def take_over(self, pieces: PieceList) -> None:
        """Take the chosen pieces of a column to the other one."""
        chosen = pieces.chosen()
        if not chosen or self._locked:
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

        if self._desk.edit(_LABEL, edit):
            self._tell(chosen, public)
        pieces.setFocus()

    def _tell(self, moved: list[Piece], public: bool) -> None:
        doubtful = tuple(dict.fromkeys(word for piece in moved for word in piece.warnings)) if public else ()
        count = f"{len(moved)} {'ikut dirilis' if public else 'kembali internal'}."
        look = f" Lihat dahulu sebelum disiarkan: {', '.join(doubtful)}." if doubtful else ""
        self._say(count + look, doubtful=bool(doubtful), undo=True)

    def _say(self, text: str, *, doubtful: bool, undo: bool = False) -> None:
        self.notice.setText(text)
        self.notice.setProperty("doubtful", doubtful)
        self.undo_button.setVisible(undo)
        self._colour()

    def _undo(self) -> None:
        if self._desk.undo_label == _LABEL:
            self._desk.undo()
        self._greet(self._desk.meeting)
        self.inside.setFocus()

    def _follow(self, before: Meeting, after: Meeting) -> None:
        if before.items is not after.items or before.figures is not after.figures or before.photos is not after.photos:
            self._fill(after)

    def _fill(self, meeting: Meeting) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        pieces = pieces_of(meeting, self._catalog)
        self.out.show_pieces([piece for piece in pieces if piece.public])
        self.inside.show_pieces([piece for piece in pieces if not piece.public])
        for column, caption in self._captions.items():
            doubtful = sum(bool(piece.warnings) for piece in column.pieces)
            look = f", {doubtful} perlu dilihat" if doubtful else ""
            caption.setText(f"{self._names[column]} ({len(column.pieces)}{look})")
        self._greet(meeting)

    def _greet(self, meeting: Meeting) -> None:
        out, _all = self.counts
        if self._locked:
            self._say("Siaran pers sudah disetujui; pilihan ini terkunci sampai dibuka kembali.", doubtful=False)
            return
        if not out:
            self._say(NOTHING_PUBLIC, doubtful=True)
            return
        doubtful = sum(bool(piece.warnings) for piece in self.out.pieces)
        if doubtful:
            self._say(f"{doubtful} yang ikut dirilis perlu dilihat dahulu, bertanda ⚠.", doubtful=True)
        else:
            self._say("Hanya yang di kiri keluar; kutipan keluar sebagai kutipan.", doubtful=False)

    def _colour(self) -> None:
        palette = self.notice.palette()
        palette.setColor(
            self.notice.foregroundRole(), tone(self, "doubt" if self.notice.property("doubtful") else "muted")
        )
        self.notice.setPalette(palette)

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.notice, 1)
        told.addWidget(self.undo_button)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addLayout(self._column(self.out, "&Jadikan internal  →"), 1)
        line.addLayout(self._column(self.inside, "←  &Rilis"), 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 14, 10)
        rows.setSpacing(6)
        rows.addLayout(told)
        rows.addLayout(line, 1)
        rows.addWidget(Muted("Spasi, Enter, atau klik ganda memindahkan; Ctrl dan Shift memilih beberapa.", self))

    def _column(self, pieces: PieceList, button: str) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(4)
        caption = self._captions[pieces] = QLabel(self._names[pieces], self)
        caption.setBuddy(pieces)
        caption.setMinimumWidth(0)
        rows.addWidget(caption)
        rows.addWidget(pieces, 1)
        foot = QHBoxLayout()
        press = QPushButton(button, self)
        press.clicked.connect(lambda: self.take_over(pieces))
        pieces.toggled.connect(lambda: self.take_over(pieces))
        self._movers.append(press)
        foot.addWidget(press, 1)
        foot.addWidget(self._chooser(pieces))
        rows.addLayout(foot)
        return rows

    def _chooser(self, pieces: PieceList) -> QPushButton:
        """The button that selects all of a sort."""
        button = QPushButton("Pilih", self)
        button.setAccessibleName(f"Pilih di {pieces.accessibleName().lower()}")
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._offer(menu, pieces))
        button.setMenu(menu)
        return button

    def _offer(self, menu: QMenu, column: PieceList) -> None:
        menu.clear()
        shown = column.pieces

        def offer(text: str, wanted: Any) -> None:
            count = sum(map(wanted, shown))
            if count:
                menu.addAction(f"{text} ({count})").triggered.connect(lambda: self._choose(column, wanted))

        offer("&Semua", lambda piece: True)
        offer("Semua &tanpa tanda ⚠", lambda piece: not piece.warnings)
        menu.addSeparator()
        for group in dict.fromkeys(piece.group for piece in shown):
            offer(f"Semua {group.lower()}", lambda piece, group=group: piece.group == group)
        menu.setEnabled(bool(shown))

    def _choose(self, column: PieceList, wanted: Any) -> None:
        column.choose(wanted)
        column.setFocus()
