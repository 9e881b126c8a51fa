"""One person of the book, to look at and to mend: every field counts as soon as it is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.bahasa.dates import long_date
from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.edits import new_id
from rakor_desktop.domain.names import full_name, split_titles
from rakor_desktop.domain.people import Person, RankHeld
from rakor_desktop.ui.grid.editors import Choice, LineEdit, SuggestEdit, ranked
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.people.posts import PostsTable
from rakor_desktop.ui.people.shelf import Shelf, person_title

_MOST: Final = 8
_LONGEST: Final = "Nama, gelar  "


class PersonForm(QScrollArea):
    """Shows a person; ``edited`` carries the person as the fields say, whenever one of them was changed and left."""

    edited = Signal(object)

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._person = Person()
        self._shelf: Shelf | None = None
        self._filling = False
        self.setAccessibleName("Rincian orang")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rank = SuggestEdit(lambda typed: (Choice(c, c) for c in catalog.ranks.suggestions(typed)), self)
        self.name = LineEdit(self)
        self.number = LineEdit(self)
        self.phone = LineEdit(self)
        self.aliases = LineEdit(self)
        self.posts = PostsTable(self._suggest_post, self)
        self.retired = QCheckBox("Sudah tidak aktif atau &pensiun")
        self._add = QPushButton("+ &Jabatan baru")
        self._drop = QPushButton("Hapus jabatan")
        self._ranks = Muted("", self)
        self._seen = Muted("", self)
        self._title = QLabel()
        self._lay_out()
        self._connect()

    @property
    def person(self) -> Person:
        """The person as the fields say now."""
        split = split_titles(self.name.text(), self._catalog.titles)
        typed = self.name.text() != full_name(self._person.front, self._person.name, self._person.back)
        names = (split.front, split.name, split.back) if typed else (
            self._person.front, self._person.name, self._person.back,
        )  # fmt: skip
        rank = self._rank()
        return replace(
            self._person,
            rank=rank,
            front=names[0],
            name=names[1],
            back=names[2],
            service_no=self.number.text().strip(),
            phone=self.phone.text().strip(),
            aliases=tuple(part.strip() for part in self.aliases.text().split(";") if part.strip()),
            posts=self.posts.posts,
            retired=self.retired.isChecked(),
            ranks=_with_rank(self._person, rank),
        )

    @property
    def shown(self) -> Person:
        """The person as the book says, without what is being typed."""
        return self._person

    def know(self, shelf: Shelf) -> None:
        """Suggest posts and institutions from this shelf."""
        self._shelf = shelf

    def show_person(self, person: Person) -> None:
        """Show somebody; the same person again only where the fields say otherwise."""
        self._filling = True
        self._title.setText(person_title(person) if person.id else "Orang baru")
        for line, text in (
            (self.rank, person.rank),
            (self.name, full_name(person.front, person.name, person.back)),
            (self.number, person.service_no),
            (self.phone, person.phone),
            (self.aliases, "; ".join(person.aliases)),
        ):
            typing = person.id == self._person.id and line.hasFocus() and line.isModified()
            if line.text() != text and not typing:
                line.setText(text)
                line.setCursorPosition(0)
        self._person = person
        self.posts.show_posts(person.posts)
        self.retired.setChecked(person.retired)
        self._ranks.setText(_rank_history(person))
        self._ranks.setVisible(bool(self._ranks.text()))
        seen = (
            f"Terakhir hadir {long_date(person.last_seen)}" if person.last_seen else "Belum tercatat di rapat mana pun"
        )
        self._seen.setText(seen)
        self._filling = False

    def begin(self) -> None:
        """An empty form for somebody new; the first name typed makes a person of it."""
        self.show_person(Person())
        self.rank.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back_typing(self) -> bool:
        """Put the stored text back into the field being typed in; false when nothing was typed there."""
        before = self.person
        for line in (self.rank, self.name, self.number, self.phone, self.aliases):
            line.setModified(False)
        self.show_person(self._person)
        return before != self.person

    def commit(self) -> None:
        """Tell of what has been typed."""
        if self._filling:
            return
        person = self.person
        if person == self._person or not (person.name or person.id):
            return
        if not person.name:
            self.name.setText(full_name(self._person.front, self._person.name, self._person.back))
            return
        person = person if person.id else replace(person, id=new_id())
        self._person = person
        self.edited.emit(person)

    def _rank(self) -> str:
        typed = self.rank.text().strip()
        match = self._catalog.ranks.find(typed)
        return match.code if match and typed != self._person.rank else typed

    def _suggest_post(self, column: int, typed: str) -> Iterable[Choice]:
        texts: list[str] = []
        if column == 0:
            texts += [post.abbr for post in self._catalog.posts.suggestions(typed)]
        if self._shelf is not None:
            people = self._shelf.people
            places = self._shelf.found(typed)[:200]
            posts = (post for place in places for post in people[place].posts)
            texts += [post.institution if column else post.position for post in posts]
        return (Choice(text, text) for text in ranked(typed, texts)[:_MOST])

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 4, 14, 10)
        column.setSpacing(8)
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title.setFont(font)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._title)
        column.addWidget(self._seen)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, line, name, hint in (
            ("Pang&kat", self.rank, "Pangkat orang", "mis. AKP"),
            ("&Nama, gelar", self.name, "Nama dan gelar orang", "mis. Drs. Budi Santoso, S.H."),
            ("NRP/N&IP", self.number, "NRP atau NIP orang", ""),
            ("&Telepon", self.phone, "Telepon orang", ""),
            ("Nama &lain", self.aliases, "Nama lain orang", "ejaan lain, dipisah titik koma"),
        ):
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            caption = QLabel(label)
            caption.setBuddy(line)
            caption.setMinimumWidth(caption.fontMetrics().horizontalAdvance(_LONGEST))
            form.addRow(caption, line)
        column.addLayout(form)
        column.addWidget(self._ranks)
        caption = QLabel("Riwa&yat jabatan")
        caption.setBuddy(self.posts)
        bold = caption.font()
        bold.setBold(True)
        caption.setFont(bold)
        column.addWidget(caption)
        column.addWidget(self.posts)
        column.addLayout(self._posts_tools())
        column.addWidget(self.retired)
        column.addStretch(1)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _posts_tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        self._add.setToolTip("Mutasi atau promosi: jabatan sekarang menjadi riwayat")
        self._drop.setToolTip("Hapus baris jabatan yang dipilih  (Del)")
        for button in (self._add, self._drop):
            button.setAutoDefault(False)
            tools.addWidget(button)
        tools.addStretch(1)
        return tools

    def _connect(self) -> None:
        for line in (self.rank, self.name, self.number, self.phone, self.aliases):
            line.editingFinished.connect(self.commit)
        self.rank.chosen.connect(lambda _choice: self.commit())
        self.posts.edited.connect(self.commit)
        self.retired.toggled.connect(lambda _on: self.commit())
        self._add.clicked.connect(lambda: self.posts.add_post(date.today()))
        self._drop.clicked.connect(self.posts.remove_post)


def _with_rank(person: Person, rank: str) -> tuple[RankHeld, ...]:
    """The history with another present rank; a correction on the spot is no promotion, so it has no day."""
    if rank == person.rank or not person.ranks:
        return person.ranks
    return (*person.ranks[:-1], replace(person.ranks[-1], rank=rank))


def _rank_history(person: Person) -> str:
    held = [f"{one.rank} ({one.since.year})" if one.since else one.rank for one in person.ranks if one.rank]
    return f"Riwayat pangkat: {' → '.join(held)}" if len(held) > 1 else ""
