"""The quiet line under the list: people who may be one, with one click to look at a pair and merge it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.domain.people import Person
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.people.doubles import Double
from rakor_desktop.ui.people.shelf import person_place, person_title

_HEIGHT: Final = 138


class DoublesStrip(QWidget):
    """Folded until somebody wants to look; ``merge_wanted`` carries both people of a pair."""

    merge_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ignored: set[frozenset[str]] = set()
        self._pairs: tuple[Double, ...] = ()
        self.setAccessibleName("Mungkin orang yang sama")
        self._list = QScrollArea(self)
        self.head = QToolButton(self)
        self.head.setAutoRaise(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setArrowType(Qt.ArrowType.RightArrow)
        self.head.clicked.connect(lambda: self.unfold(self._list.isHidden()))
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.StyledPanel)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self._list)
        self.hide()

    @property
    def pairs(self) -> tuple[Double, ...]:
        """The pairs shown."""
        return self._pairs

    def show_pairs(self, pairs: Sequence[Double]) -> None:
        """Show these pairs, without those that somebody has told apart."""
        self._pairs = tuple(pair for pair in pairs if _key(pair) not in self._ignored)
        self.setVisible(bool(self._pairs))
        self.head.setText(f"Mungkin orang yang sama: {len(self._pairs)} pasang")
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(8, 4, 8, 4)
        rows.setSpacing(3)
        for pair in self._pairs:
            rows.addLayout(self._row(pair))
        rows.addStretch(1)
        self._list.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._list.setFixedHeight(min(_HEIGHT, inner.sizeHint().height() + 2 * self._list.frameWidth()))

    def ignore(self, pair: Double) -> None:
        """These are two people: say no more about them while the program runs."""
        self._ignored.add(_key(pair))
        self.show_pairs(self._pairs)

    def _row(self, pair: Double) -> QHBoxLayout:
        line = QHBoxLayout()
        words = QLabel(f"{_words(pair.one)}   ↔   {_words(pair.other)}")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.setToolTip(f"{_long(pair.one)}\n{_long(pair.other)}")
        reason = Muted(pair.reason, self)
        reason.setWordWrap(False)
        line.addWidget(words, 1)
        line.addWidget(reason)
        names = f"{pair.one.name} dan {pair.other.name}"
        for text, name, act in (
            ("Gabungkan…", f"Gabungkan {names}", lambda: self.merge_wanted.emit((pair.one, pair.other))),
            ("Bukan", f"{names} bukan orang yang sama", lambda: self.ignore(pair)),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, run=act: run())
            line.addWidget(button)
        return line

    def unfold(self, on: bool = True) -> None:
        """Show the pairs, or the heading alone."""
        self._list.setVisible(on)
        self.head.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)


def _key(pair: Double) -> frozenset[str]:
    return frozenset((pair.one.id, pair.other.id))


def _words(person: Person) -> str:
    return " ".join(part for part in (person.rank, person_title(person)) if part)


def _long(person: Person) -> str:
    return ", ".join(part for part in (_words(person), person_place(person), person.service_no) if part)
