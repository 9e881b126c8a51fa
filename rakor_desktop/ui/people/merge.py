"""Which of several entries stays, and what comes out of them: asked before anything is merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.bahasa.dates import long_date
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.domain.remembering import merged
from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.pages.form import Muted, Rule
from rakor_desktop.ui.people.shelf import person_place, person_title

_LONGEST: Final = "Terakhir hadir "
_IN_SIGHT: Final = 5
"""Choices that are shown without scrolling."""


class MergeDialog(QDialog):
    """Asks who stays; ``keep_id`` and ``other_ids`` are the answer after it was accepted."""

    def __init__(self, people: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Gabungkan orang")
        self.resize(620, 480)
        self._people = tuple(people)
        self._group = QButtonGroup(self)
        self._result = QFormLayout()
        self._result.setHorizontalSpacing(14)
        self._result.setVerticalSpacing(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(_heading("Siapa yang tetap tercatat?"))
        column.addWidget(
            Muted(
                "Nama yang lain menjadi nama lain, jabatan dan pangkat digabung menurut tanggal, dan notulen lama "
                "tetap seperti tertulis dahulu.",
                self,
            )
        )
        column.addWidget(self._choices_in_sight())
        column.addWidget(Rule(self))
        column.addWidget(_heading("Hasilnya"))
        column.addWidget(_scrolling(self._result), 1)
        column.addWidget(self._buttons())
        self._group.idToggled.connect(lambda _id, on: self._preview() if on else None)
        self._preview()

    @property
    def keep_id(self) -> str:
        """The id of the person who stays."""
        return self._people[self._group.checkedId()].id

    @property
    def other_ids(self) -> tuple[str, ...]:
        """The ids of those who become part of that person."""
        return tuple(person.id for person in self._people if person.id != self.keep_id)

    @property
    def outcome(self) -> Person:
        """What will be in the book."""
        kept = self._people[self._group.checkedId()]
        return merged(kept, [person for person in self._people if person is not kept])

    def _choices(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        best = _best(self._people)
        for number, person in enumerate(self._people):
            facts = (person_place(person), f"NRP/NIP {person.service_no}" if person.service_no else "", _seen(person))
            words = " ".join(part for part in (person.rank, person_title(person)) if part)
            text = f"{words}\n{'  ·  '.join(fact for fact in facts if fact)}"
            button = QRadioButton(text.replace("&", "&&"), box)
            button.setAccessibleName(text.replace("\n", ", "))
            button.setChecked(number == best)
            self._group.addButton(button, number)
            column.addWidget(button)
        return box

    def _choices_in_sight(self) -> QWidget:
        """The choices, scrolling when they are too many for a small screen."""
        choices = self._choices()
        if len(self._people) <= _IN_SIGHT:
            return choices
        area = _scroll_area(choices)
        area.setMinimumWidth(choices.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        area.setFixedHeight(choices.sizeHint().height() * _IN_SIGHT // len(self._people))
        self._group.idToggled.connect(lambda number, _on: area.ensureWidgetVisible(self._group.button(number)))
        return area

    def _preview(self) -> None:
        while self._result.rowCount():
            self._result.removeRow(0)
        person = self.outcome
        words = " ".join(part for part in (person.rank, person_title(person)) if part)
        for label, text in (
            ("Nama", words),
            ("NRP/NIP", person.service_no),
            ("Telepon", person.phone),
            ("Nama lain", "; ".join(person.aliases)),
            ("Jabatan", "\n".join(_post(post) for post in reversed(person.posts))),
            ("Terakhir hadir", long_date(person.last_seen) if person.last_seen else ""),
        ):
            if text:
                value = QLabel(text)
                value.setTextFormat(Qt.TextFormat.PlainText)
                value.setWordWrap(True)
                value.setAccessibleName(f"{label}: {text}")
                caption = Muted(label, self)
                caption.setMinimumWidth(caption.fontMetrics().horizontalAdvance(_LONGEST))
                caption.setAlignment(Qt.AlignmentFlag.AlignTop)
                self._result.addRow(caption, value)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        use = QPushButton(f"&Gabungkan {len(self._people)} orang")
        buttons.addButton(use, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(use, buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _best(people: Sequence[Person]) -> int:
    """Whom to keep unless somebody says otherwise: active, with a number, seen last."""
    order = [(not p.retired, bool(p.service_no), str(p.last_seen or ""), len(p.posts)) for p in people]
    return order.index(max(order))


def _post(post: PostHeld) -> str:
    words = ", ".join(part for part in (post.position, post.institution) if part)
    return f"{words} (sejak {long_date(post.since)})" if post.since else words


def _seen(person: Person) -> str:
    return f"terakhir hadir {long_date(person.last_seen)}" if person.last_seen else ""


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _scrolling(form: QFormLayout) -> QScrollArea:
    inner = QWidget()
    inner.setLayout(form)
    form.setContentsMargins(0, 0, 0, 0)
    return _scroll_area(inner)


def _scroll_area(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area
