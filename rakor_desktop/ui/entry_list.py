"""The list of meetings: title, day, place and how many came, two lines a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rakor_desktop.bahasa.dates import day_date
from rakor_desktop.ui.theme import accent_text, muted
from rakor_desktop.ui.words import NO_TITLE

if TYPE_CHECKING:  # the archive is opened after the first picture
    from rakor_desktop.archive import Entry

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
_MARKED: Final = re.compile(r"\[([^\[\]]*)\]")
_PAD: Final = 12

AnyIndex = QModelIndex | QPersistentModelIndex


def facts_of(entry: Entry) -> str:
    """``Kamis, 15 Agustus 2024 · Aula Polres · 24 hadirin``; what is not known is left out."""
    facts = [
        day_date(entry.date) if entry.date else "Tanggal belum diisi",
        entry.place,
        "" if entry.office_name in entry.place else entry.office_name,
        f"{entry.attendee_count} hadirin" if entry.attendee_count else "",
    ]
    return "  ·  ".join(fact for fact in facts if fact)


class EntryModel(QAbstractListModel):
    """Entries for a list view; the entry itself lies under :data:`ENTRY_ROLE`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Put these entries in place of the former ones."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the list holds, in order."""
        return self._entries

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """One row per entry."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, the sentence for screen readers, tooltip, or the entry."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title or NO_TITLE
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title or NO_TITLE}. {facts_of(entry)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.title or NO_TITLE}\n{facts_of(entry)}"
        return entry if role == ENTRY_ROLE else None


class EntryDelegate(QStyledItemDelegate):
    """Paints a meeting on two lines, and the passage found on a third one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Two lines of text and air; three with a snippet."""
        entry = cast("Entry", index.data(ENTRY_ROLE))
        line = QFontMetrics(option.font).height()
        lines = 3 if entry.snippet else 2
        return QSize(240, lines * (line + 3) + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, title in bold, facts in quiet ink."""
        entry = cast("Entry", index.data(ENTRY_ROLE))
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _ground(painter, option, selected)
        ink, quiet, strong = _inks(option.palette, selected)
        line = QFontMetrics(option.font).height() + 3
        box = option.rect.adjusted(_PAD, 7, -_PAD, -7)
        _text(painter, QRect(box.x(), box.y(), box.width(), line), entry.title or NO_TITLE, ink, _bold(option.font))
        facts = QRect(box.x(), box.y() + line, box.width(), line)
        _text(painter, facts, facts_of(entry), quiet, option.font)
        if entry.snippet:
            found = QRect(box.x(), box.y() + 2 * line, box.width(), line)
            _snippet(painter, found, entry.snippet, quiet, strong, option.font)
        painter.restore()


class EntryList(QListView):
    """Meetings to choose from: Enter or a double click opens, Del asks for the bin."""

    opened = Signal(object)
    unwanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(self))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName("Daftar rapat")
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ENTRY_ROLE)))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these meetings and keep the same one chosen where it is still there."""
        chosen = self.chosen()
        self.entries.show(entries)
        if chosen is not None:
            self.choose(chosen.id)

    def chosen(self) -> Entry | None:
        """The entry that is selected."""
        rows = self.selectionModel().selectedIndexes()
        return cast("Entry", rows[0].data(ENTRY_ROLE)) if rows else None

    def choose(self, meeting_id: str) -> bool:
        """Select the meeting with this id; false when it is not in the list."""
        for row, entry in enumerate(self.entries.entries):
            if entry.id == meeting_id:
                self.setCurrentIndex(self.entries.index(row))
                return True
        return False

    def choose_first(self) -> None:
        """Select the first meeting and take the keyboard."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del goes to the bin."""
        entry = self.chosen()
        if entry is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(entry)
        elif entry is not None and event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit(entry)
        else:
            super().keyPressEvent(event)


def _ground(painter: QPainter, option: QStyleOptionViewItem, selected: bool) -> None:
    if selected:
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        return
    if option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))
    painter.setPen(option.palette.color(QPalette.ColorRole.Midlight))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _inks(palette: QPalette, selected: bool) -> tuple[QColor, QColor, QColor]:
    if selected:
        ink = palette.color(QPalette.ColorRole.HighlightedText)
        return ink, ink, ink
    return palette.color(QPalette.ColorRole.Text), muted(palette), accent_text(palette)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _text(painter: QPainter, box: QRect, text: str, ink: QColor, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _snippet(painter: QPainter, box: QRect, snippet: str, quiet: QColor, strong: QColor, font: QFont) -> None:
    """The passage found, with the words searched for in bold."""
    flat = " ".join(snippet.split())
    x = box.x()
    for part, text in enumerate(_MARKED.split(flat)):
        found = part % 2 == 1
        used = _bold(font) if found else font
        room = box.right() - x
        if not text or room <= 8:
            continue
        width = QFontMetrics(used).horizontalAdvance(text)
        _text(painter, QRect(x, box.y(), min(width + 1, room), box.height()), text, strong if found else quiet, used)
        x += width
