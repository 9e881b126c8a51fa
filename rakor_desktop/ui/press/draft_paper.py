"""The sheet that the draft stands on: headline, what changed, and the body with its marks, in one calm column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.pages.form import Rule
from rakor_desktop.ui.press.draft_changes import ChangesPanel
from rakor_desktop.ui.press.draft_dateline import Dateline
from rakor_desktop.ui.press.draft_gutter import WIDTH, Gutter, State
from rakor_desktop.ui.press.draft_headline import HeadlineField
from rakor_desktop.ui.press.draft_text import DraftText

_MOST: Final = 780
"""Pixels: a wider column is hard to read."""
_ABOVE: Final = 48
"""Pixels kept above and below the line that is written in."""


class DraftPaper(QWidget):
    """Scrolls; as wide as there is room, up to a column that is good to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[str, State] = {}
        self.sheet = _Sheet()
        self.headline = HeadlineField(self.sheet)
        self.changes = ChangesPanel(self.sheet)
        self.gutter = Gutter(self.sheet)
        self.body = DraftText(self.sheet)
        self.body.setAccessibleName("Isi siaran pers")
        self.dateline = Dateline(self.body)
        self.scroller = QScrollArea(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place_late = QTimer(self, singleShot=True, interval=0)
        self._place_late.timeout.connect(self._place)
        self._lay_out()
        self.body.grown.connect(self._place_late.start)
        self.body.cursorPositionChanged.connect(self._follow_cursor)

    def show_states(self, states: Mapping[str, State]) -> None:
        """Mark these paragraphs."""
        self._states = dict(states)
        self._place()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a part of the sheet is seen."""
        self.scroller.ensureWidgetVisible(widget, 0, _ABOVE)

    def to_top(self) -> None:
        """Scroll to the headline."""
        self.scroller.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._place_late.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_place_late"):
            self._place_late.start()

    def _place(self) -> None:
        """Put the dateline and the marks where their lines are."""
        self.dateline.settle()
        places = self.body.places()
        numbers = {key: number for number, (key, _) in enumerate(places, 1)}
        self.gutter.show_states(self._states, {key: rect.y() for key, rect in places}, numbers)

    def _follow_cursor(self) -> None:
        # What changes from outside must not scroll; and a new line has its height only after this event.
        if self.body.isVisible() and not self.body.patching:
            QTimer.singleShot(0, self, self._see_cursor)

    def _see_cursor(self) -> None:
        spot = self.body.cursorRect()
        at = self.body.mapTo(self.sheet, spot.center())
        self.scroller.ensureVisible(at.x(), at.y(), 0, _ABOVE)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.gutter)
        line.addWidget(self.body, 1)
        head = QVBoxLayout()
        head.setContentsMargins(WIDTH, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self.headline)
        head.addWidget(Rule(self.sheet))
        head.addWidget(self.changes)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(10, 16, 30, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(line)
        column.addStretch(1)
        self.sheet.setMaximumWidth(_MOST)
        desk = QWidget()
        middle = QHBoxLayout(desk)
        middle.setContentsMargins(12, 6, 12, 10)
        middle.addStretch(1)
        middle.addWidget(self.sheet, 100)
        middle.addStretch(1)
        self.scroller.setWidget(desk)
        desk.setAutoFillBackground(False)
        self.scroller.viewport().setAutoFillBackground(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.scroller)


class _Sheet(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper with a hairline around it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(tone(self, "rule"))
        painter.drawRect(QRect(QPoint(0, 0), self.size()).adjusted(0, 0, -1, -1))
        painter.end()
