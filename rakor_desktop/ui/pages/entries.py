"""How a point of the meeting looks in a list: its kind as a chip, who spoke, what, and whether it may go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rakor_desktop.bahasa.dates import long_date, parse_date
from rakor_desktop.domain.meeting import DECISION_KINDS, DIRECTIVE_KINDS, Figure, Item, Meeting, Photo
from rakor_desktop.ui.grid.tones import shade
from rakor_desktop.ui.pages.persons import person_name

KIND_NAMES: Final = {
    "opening": "Pembukaan",
    "presentation": "Paparan",
    "discussion": "Pembahasan",
    "directive": "Arahan",
    "emphasis": "Penekanan",
    "appeal": "Imbauan",
    "decision": "Keputusan",
    "closing": "Penutup",
}
STATUS_NAMES: Final = {"open": "terbuka", "in_progress": "berjalan", "done": "selesai", "dropped": "dibatalkan"}
PUBLIC: Final = "✓ Boleh dirilis"
INTERNAL: Final = "Internal"
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_PAD: Final = 7
_MOST_MEASURED: Final = 4000


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row of a list shows. ``mark`` stands at the right end; ``lit`` makes it stand out; ``note_tone`` is the
    colour of the note (see :mod:`~rakor_desktop.ui.grid.tones`).
    """

    chip: str
    tone: str
    head: str
    body: str
    note: str = ""
    mark: str = ""
    lit: bool = False
    note_tone: str = "muted"

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return ". ".join(part for part in (self.chip, self.head, self.body, self.note, self.mark) if part)


def item_entry(item: Item, meeting: Meeting) -> Entry:
    """The row of a point of the meeting."""
    speaker = meeting.attendee(item.speaker_id)
    who = person_name(speaker) if speaker else item.speaker
    head = " · ".join(part for part in (who, item.topic) if part)
    body = item.text or (f"“{item.quote}”" if item.quote else "")
    return Entry(
        KIND_NAMES[item.kind],
        tone_of(item),
        head,
        " ".join(body.split()),
        _follow_up(item),
        PUBLIC if item.public else INTERNAL,
        item.public,
    )


def figure_entry(figure: Figure) -> Entry:
    """The row of a figure."""
    return Entry("Angka", "frame", figure.label or "(tanpa keterangan)", f"{figure.value} {figure.unit}".strip())


def photo_entry(photo: Photo, number: int) -> Entry:
    """The row of a photo."""
    return Entry("Foto", "frame", f"Foto {number}", photo.caption or "(belum ada keterangan)")


def tone_of(item: Item) -> str:
    """The colour family of a kind: discussion, directive or decision."""
    if item.kind in DECISION_KINDS:
        return "decision"
    return "directive" if item.kind in DIRECTIVE_KINDS else "discussion"


def _follow_up(item: Item) -> str:
    if item.follow_up is None:
        return ""
    day = parse_date(item.follow_up.due)
    due = f"paling lambat {long_date(day)}" if day else item.follow_up.due
    parts = (item.follow_up.responsible, due, STATUS_NAMES[item.follow_up.status])
    return "→ " + " · ".join(part for part in parts if part)


class EntryDelegate(QStyledItemDelegate):
    """Paints entries: chip and speaker on the first line, at most two lines of text, the follow-up below."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        super().__init__(parent)
        self._lines = lines
        self._measured: dict[tuple[str, int, str], int] = {}

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One height for the text that there is."""
        entry: Entry | None = index.data(ENTRY_ROLE)
        line = option.fontMetrics.lineSpacing()
        if entry is None:
            return QSize(100, line)
        width = max(80, option.rect.width() - 2 * _PAD)
        needed = self._lines_needed(entry.body, option.font, width)
        return QSize(100, line * (1 + needed + bool(entry.note)) + 2 * _PAD + 3)

    def _lines_needed(self, text: str, font: QFont, width: int) -> int:
        # Every key typed lays the list out anew; only the row that changed is measured.
        key = (text, width, font.key())
        if key not in self._measured:
            if len(self._measured) >= _MOST_MEASURED:
                self._measured.clear()
            self._measured[key] = len(_wrapped(text, font, width, self._lines))
        return self._measured[key]

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one row."""
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is None:
            super().paint(painter, option, index)
            return
        painter.save()
        self._ground(painter, option)
        _Row(painter, option, entry, self._lines).draw()
        painter.restore()

    def _ground(self, painter: QPainter, option: Any) -> None:
        bare = QStyleOptionViewItem(option)
        bare.text = ""
        widget = option.widget
        if widget is not None:
            widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, widget)
        painter.setPen(shade(option.palette, "rule"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


class _Row:
    """One row being painted."""

    def __init__(self, painter: QPainter, option: Any, entry: Entry, lines: int) -> None:
        self._painter, self._entry, self._lines = painter, entry, lines
        self._palette: QPalette = option.palette
        self._selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._box: QRect = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        self._plain = QFont(option.font)
        self._bold = QFont(option.font)
        self._bold.setBold(True)
        self._small = QFont(option.font)
        self._small.setPointSizeF(self._small.pointSizeF() * 0.88)
        self._step = QFontMetrics(self._plain).lineSpacing()

    def draw(self) -> None:
        """Chip, mark, head, body, note."""
        left = self._chip()
        right = self._mark()
        self._text(QRect(left, self._box.top(), right - left, self._step), self._entry.head, self._bold, "")
        top = self._box.top() + self._step + 3
        for line in _wrapped(self._entry.body, self._plain, self._box.width(), self._lines):
            self._text(QRect(self._box.left(), top, self._box.width(), self._step), line, self._plain, "")
            top += self._step
        if self._entry.note:
            under = QRect(self._box.left(), top, self._box.width(), self._step)
            self._text(under, self._entry.note, self._plain, self._entry.note_tone)

    def _chip(self) -> int:
        width = QFontMetrics(self._small).horizontalAdvance(self._entry.chip) + 14
        box = QRect(self._box.left(), self._box.top() - 1, width, self._step + 2)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(shade(self._palette, self._entry.tone))
        self._painter.drawRoundedRect(box, 8, 8)
        self._painter.setFont(self._small)
        self._painter.setPen(shade(self._palette, f"ink-{self._entry.tone}"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._entry.chip)
        return box.right() + 8

    def _mark(self) -> int:
        if not self._entry.mark:
            return self._box.right()
        width = QFontMetrics(self._small).horizontalAdvance(self._entry.mark) + 2
        box = QRect(self._box.right() - width, self._box.top(), width, self._step)
        self._painter.setFont(self._small)
        self._painter.setPen(self._ink("public" if self._entry.lit else "muted"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._entry.mark)
        return box.left() - 8

    def _text(self, box: QRect, text: str, font: QFont, colour: str) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._ink(colour))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)

    def _ink(self, colour: str) -> QColor:
        if self._selected:
            return self._palette.color(QPalette.ColorRole.HighlightedText)
        return shade(self._palette, colour) if colour else self._palette.color(QPalette.ColorRole.Text)


def _wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The text in at most ``most`` lines of a width; the last takes the rest, to be cut where it ends."""
    if not text:
        return []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return [text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
