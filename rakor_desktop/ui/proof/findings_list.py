"""All findings of a text beside it, by family with their counts; a click leads to the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rakor_desktop.review.finding import Severity
from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.entry_list import AnyIndex
from rakor_desktop.ui.icons import pixmap
from rakor_desktop.ui.proof.severity import LOOKS, bare_pair, colour_of, family_name, in_families, shown_words, worst
from rakor_desktop.ui.theme import muted

_DATA: Final = Qt.ItemDataRole.UserRole
_LEFT: Final = 36
_RIGHT: Final = 10
_LEFT_OUT: Final = "  →  "


class _Head(NamedTuple):
    """The line over a family."""

    name: str
    findings: int
    severity: Severity


class FindingsList(QListWidget):
    """Families and their findings. Enter leads into the text, Del ignores here, Shift+Del always."""

    chosen = Signal(object)
    """A finding was walked to or clicked."""
    entered = Signal(object)
    ignored_here = Signal(object)
    ignored_always = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Daftar temuan")
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[TextFinding, ...] = ()
        self._rows: dict[TextFinding, QListWidgetItem] = {}
        self.currentItemChanged.connect(lambda item, _former: self._tell(item))
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._enter)

    @property
    def findings(self) -> tuple[TextFinding, ...]:
        """What is listed, in the order of the list."""
        return tuple(self._rows)

    def show_findings(self, findings: Sequence[TextFinding]) -> None:
        """List these in place of the former ones; the view stays where it was."""
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        top = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        self._rows = {}
        for family, members in in_families(findings).items():
            self.addItem(_head_item(_Head(family_name(family), len(members), worst(members))))
            for finding in members:
                self._rows[finding] = _finding_item(finding)
                self.addItem(self._rows[finding])
        self.blockSignals(False)
        self.verticalScrollBar().setValue(top)

    def choose(self, finding: TextFinding | None) -> None:
        """Stand at this finding; nothing is told."""
        item = self._rows.get(finding) if finding is not None else None
        self.blockSignals(True)
        self.setCurrentRow(self.row(item) if item is not None else -1)
        self.blockSignals(False)
        if item is not None:
            self.scrollToItem(item)
        self.viewport().update()

    def current(self) -> TextFinding | None:
        """The finding stood at."""
        item = self.currentItem()
        data = item.data(_DATA) if item is not None else None
        return data if isinstance(data, TextFinding) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Del and Shift+Del."""
        finding = self.current()
        if finding is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(finding)
        elif finding is not None and event.key() == Qt.Key.Key_Delete:
            always = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.ignored_always if always else self.ignored_here).emit(finding)
        else:
            super().keyPressEvent(event)

    def _tell(self, item: QListWidgetItem | None) -> None:
        data = item.data(_DATA) if item is not None else None
        if isinstance(data, TextFinding):
            self.chosen.emit(data)

    def _enter(self, item: QListWidgetItem) -> None:
        if isinstance(item.data(_DATA), TextFinding):
            self.entered.emit(item.data(_DATA))


class _Delegate(QStyledItemDelegate):
    """Families as quiet headings; a finding on two lines: the words and what may stand instead, and why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = QFontMetrics(option.font).height()
        return QSize(120, line + 14 if isinstance(index.data(_DATA), _Head) else 2 * line + 15)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        data = index.data(_DATA)
        painter.save()
        if isinstance(data, _Head):
            _paint_head(painter, option, data)
        elif isinstance(data, TextFinding):
            _paint_finding(painter, option, data)
        painter.restore()


def _paint_head(painter: QPainter, option: QStyleOptionViewItem, head: _Head) -> None:
    palette = option.palette
    painter.fillRect(option.rect, palette.color(QPalette.ColorRole.AlternateBase))
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    box = option.rect.adjusted(12, 0, -_RIGHT - 2, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, head.name)
    painter.setPen(colour_of(head.severity, palette))
    painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, str(head.findings))


def _paint_finding(painter: QPainter, option: QStyleOptionViewItem, finding: TextFinding) -> None:
    palette, rect = option.palette, option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected:
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
    ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
    quiet = ink if selected else muted(palette)
    tint = ink if selected else colour_of(finding.severity, palette)
    ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
    painter.drawPixmap(rect.x() + 11, rect.y() + 8, pixmap(LOOKS[finding.severity].icon, tint, 16, ratio))
    metrics = QFontMetrics(option.font)
    line = metrics.height()
    box = QRect(rect.x() + _LEFT, rect.y() + 6, rect.width() - _LEFT - _RIGHT, line)
    font = QFont(option.font)
    font.setBold(True)
    bold = QFontMetrics(font)
    words, instead = shown_words(bare_pair(finding)[0]), _instead(finding)
    room = box.width() - (metrics.horizontalAdvance(_LEFT_OUT + instead) if instead else 0)
    words = bold.elidedText(words, Qt.TextElideMode.ElideRight, max(room, box.width() // 2))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words)
    used = bold.horizontalAdvance(words)
    painter.setFont(option.font)
    if instead:
        rest = box.adjusted(used, 0, 0, 0)
        instead = metrics.elidedText(_LEFT_OUT + instead, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft, instead)
    painter.setPen(quiet)
    why = metrics.elidedText(finding.message, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box.translated(0, line + 2), Qt.AlignmentFlag.AlignLeft, why)
    if not selected:
        painter.setPen(palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(rect.x() + _LEFT, rect.bottom(), rect.right(), rect.bottom())


def _instead(finding: TextFinding) -> str:
    if not finding.remedies:
        return ""
    replacement = bare_pair(finding)[1]
    return shown_words(replacement, 40) if replacement.strip() else finding.remedies[0].label.lower()


def _head_item(head: _Head) -> QListWidgetItem:
    item = QListWidgetItem(f"{head.name}, {head.findings} temuan")
    item.setData(_DATA, head)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _finding_item(finding: TextFinding) -> QListWidgetItem:
    item = QListWidgetItem(f"{LOOKS[finding.severity].word}: {shown_words(finding.text)}. {finding.message}")
    item.setData(_DATA, finding)
    source = f"\nSumber: {finding.source}" if finding.source else ""
    item.setToolTip(f"{finding.message}{source}")
    return item
