"""The list of spelling proposals: a person a heading, under it what would change, before and after, and why."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.reading.spelling.normalise import Proposal
from rakor_desktop.ui.grid.tones import shade
from rakor_desktop.ui.pages.persons import person_name

FIELD, BEFORE, AFTER, REASON = range(4)
_TITLES: Final = ("Bagian", "Sebelum", "Sesudah", "Alasan")
_FIELDS: Final[Mapping[str, str]] = {
    "rank": "Pangkat",
    "front": "Gelar depan",
    "name": "Nama",
    "back": "Gelar",
    "service_no": "NRP/NIP",
    "position": "Jabatan",
    "institution": "Instansi",
    "represents": "Mewakili",
}
_PROPOSAL: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 6
Piece = tuple[str, QFont, QColor, int]
"""A stretch of one line: text, font, ink, and its width in pixels."""
_WRAP: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)

AnyIndex = QModelIndex | QPersistentModelIndex
Checked = Qt.CheckState


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the attendance list (``number`` as the grid counts) and what could be tidied there."""

    number: int
    attendee: Attendee
    proposals: tuple[Proposal, ...]


def stretches(before: str, after: str) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    """Both texts in pieces, each with whether it differs from the other text."""
    old: list[tuple[str, bool]] = []
    new: list[tuple[str, bool]] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old += [(before[a:b], kind != "equal")] if b > a else []
        new += [(after[c:d], kind != "equal")] if d > c else []
    return tuple(old), tuple(new)


class TidyList(QTreeWidget):
    """Proposals with check boxes; ``chosen_changed`` after any of them was ticked or not."""

    chosen_changed = Signal()

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._filling = True
        self.setAccessibleName("Usulan penulisan")
        self.setColumnCount(len(_TITLES))
        self.setHeaderLabels(list(_TITLES))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.setIndentation(18)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Delegate(self))
        self.header().setSectionsMovable(False)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.header().sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self._fill()
        self.itemChanged.connect(self._changed)
        self._filling = False

    @property
    def chosen(self) -> dict[str, tuple[Proposal, ...]]:
        """The ticked proposals by attendee id; people without any are left out."""
        found = {}
        for item, row in zip(self._people(), self._rows, strict=True):
            ticked = tuple(_proposal(one) for one in _children(item) if one.checkState(FIELD) == Checked.Checked)
            if ticked:
                found[row.attendee.id] = ticked
        return found

    def tick_sure(self) -> None:
        """Tick every sure proposal and none of the others."""
        self._tick(lambda proposal: proposal.sure)

    def tick_all(self) -> None:
        """Tick everything; of several readings of one text the first."""
        self._tick(lambda _proposal: True)

    def tick_none(self) -> None:
        """Tick nothing."""
        self._tick(lambda _proposal: False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: before and after equally, the reason what is left."""
        super().resizeEvent(event)
        width = self.viewport().width()
        self.setColumnWidth(FIELD, max(116, round(width * 0.14)))
        for column in (BEFORE, AFTER):
            self.setColumnWidth(column, round(width * 0.27))

    def _tick(self, wanted: Callable[[Proposal], bool]) -> None:
        self._filling = True
        for item in self._people():
            taken: list[Proposal] = []
            for child in _children(item):
                proposal = _proposal(child)
                on = wanted(proposal) and not any(_rivals(proposal, other) for other in taken)
                taken += [proposal] if on else []
                child.setCheckState(FIELD, _state(on))
        self._filling = False
        self.chosen_changed.emit()

    def _fill(self) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        for row in self._rows:
            person = QTreeWidgetItem(self, [f"{row.number}.  {person_name(row.attendee)}"])
            person.setFont(FIELD, bold)
            person.setFlags(person.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            person.setFirstColumnSpanned(True)
            for proposal in row.proposals:
                _add(person, proposal)
            person.setExpanded(True)
        if self._rows:
            self.setCurrentItem(self._people()[0])

    def _changed(self, item: QTreeWidgetItem, _column: int) -> None:
        if self._filling:
            return
        parent = item.parent()
        if parent is not None and item.checkState(FIELD) == Checked.Checked:
            self._filling = True
            for other in _children(parent):
                if other is not item and _rivals(_proposal(other), _proposal(item)):
                    other.setCheckState(FIELD, Checked.Unchecked)
            self._filling = False
        self.chosen_changed.emit()

    def _people(self) -> list[QTreeWidgetItem]:
        found = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        return [item for item in found if item is not None]


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = [item.child(number) for number in range(item.childCount())]
    return [child for child in found if child is not None]


def _proposal(item: QTreeWidgetItem) -> Proposal:
    found = item.data(FIELD, _PROPOSAL)
    assert isinstance(found, Proposal)
    return found


def _state(on: bool) -> Qt.CheckState:
    return Checked.Checked if on else Checked.Unchecked


def _rivals(one: Proposal, other: Proposal) -> bool:
    """Whether both read the same text, so that only one of them can be."""
    return (one.field, one.before, one.rule) == (other.field, other.before, other.rule)


def _add(person: QTreeWidgetItem, proposal: Proposal) -> None:
    name = _FIELDS[proposal.field]
    item = QTreeWidgetItem(person, [name, proposal.before, proposal.after, proposal.reason])
    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsAutoTristate)
    item.setData(FIELD, _PROPOSAL, proposal)
    item.setCheckState(FIELD, _state(proposal.sure))
    spoken = f"{name}: {proposal.before} menjadi {proposal.after}. {proposal.reason}"
    item.setData(FIELD, Qt.ItemDataRole.AccessibleTextRole, spoken)
    for column, text in ((BEFORE, proposal.before), (AFTER, proposal.after), (REASON, proposal.reason)):
        item.setToolTip(column, text)


class _Delegate(QStyledItemDelegate):
    """Wraps the reason, and sets off the letters that change."""

    def __init__(self, tree: TidyList) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One line, or as many as the text takes in its column."""
        metrics = QFontMetrics(option.font)
        if not index.parent().isValid():
            return QSize(10, metrics.height() + 14)
        room = QRect(0, 0, max(60, self._tree.columnWidth(index.column()) - 2 * _PAD), 1000)
        lines = metrics.boundingRect(room, _WRAP, str(index.data() or ""))
        return QSize(10, lines.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The texts; check boxes and headings are the style's."""
        column = index.column()
        if not index.parent().isValid() or column == FIELD:
            super().paint(painter, option, index)
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        box = option.rect.adjusted(_PAD, 2, -_PAD, -2)
        if column == REASON:
            self._reason(painter, option, index, box, selected)
        else:
            self._text(painter, option, index, box, selected)
        painter.restore()

    def _reason(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, box: QRect, selected: bool
    ) -> None:
        ink = option.palette.color(QPalette.ColorRole.HighlightedText)
        proposal = index.sibling(index.row(), FIELD).data(_PROPOSAL)
        if not selected:
            ink = shade(option.palette, "muted" if proposal.sure else "doubt")
        painter.setPen(ink)
        painter.drawText(box, _WRAP, str(index.data()))

    def _text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, box: QRect, selected: bool
    ) -> None:
        proposal = index.sibling(index.row(), FIELD).data(_PROPOSAL)
        old, new = stretches(proposal.before, proposal.after)
        after = index.column() == AFTER
        strong = QFont(option.font)
        strong.setBold(after)
        strong.setUnderline(not after)
        plain = option.palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        marked = plain if selected else shade(option.palette, "public" if after else "wrong")
        shown = new if after else old
        pieces = [(text, strong if differs else option.font, marked if differs else plain) for text, differs in shown]
        _draw(painter, box, pieces)


def _draw(painter: QPainter, box: QRect, pieces: Sequence[tuple[str, QFont, QColor]]) -> None:
    """Draw coloured pieces one behind the other, wrapped between words."""
    metrics = [QFontMetrics(font) for _text, font, _ink in pieces]
    words: list[Piece] = []
    for (text, font, ink), metric in zip(pieces, metrics, strict=True):
        words += [(part, font, ink, metric.horizontalAdvance(part)) for part in _parts(text)]
    lines = _lines(words, box.width())
    height = painter.fontMetrics().lineSpacing()
    top = box.top() + max(0, (box.height() - height * len(lines)) // 2)
    for line in lines:
        left = box.left()
        for text, font, ink, width in line:
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QRect(left, top, width + 2, height), int(Qt.AlignmentFlag.AlignVCenter), text)
            left += width
        top += height


def _parts(text: str) -> list[str]:
    """Words with the blank behind them."""
    parts = text.split(" ")
    return [f"{part} " for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _lines(words: Sequence[Piece], width: int) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    used = 0
    for number, word in enumerate(words):
        fresh = number == 0 or words[number - 1][0].endswith(" ")
        # A word may consist of several pieces: it moves to the next line as a whole.
        whole = word[3] + sum(w[3] for w in _rest_of_word(words, number))
        if fresh and used and used + whole > width:
            lines.append([])
            used = 0
        lines[-1].append(word)
        used += word[3]
    return lines


def _rest_of_word(words: Sequence[Piece], at: int) -> list[Piece]:
    rest = []
    while not words[at][0].endswith(" ") and at + 1 < len(words):
        at += 1
        rest.append(words[at])
    return rest
