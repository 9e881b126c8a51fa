"""A slim bar that finds a text in the table: the next hit while one types, all hits tinted, how many there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.ui.grid.editors import LineEdit
from rakor_desktop.ui.grid.view import Cell, GridView
from rakor_desktop.ui.icons import put_icon

_REST_MS: Final = 60
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _FindLine(LineEdit):
    """Enter and F3 go on, with Shift back; Esc closes."""

    walked = Signal(int)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (*_ENTER, Qt.Key.Key_F3):
            self.walked.emit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Finds a text in any column of a grid, whatever its case."""

    def __init__(self, grid: GridView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._hits: tuple[Cell, ...] = ()
        self._texts: tuple[tuple[Any, ...], list[list[str]]] | None = None
        self.line = _FindLine(self)
        self.line.setPlaceholderText("Cari di daftar ini")
        self.line.setAccessibleName("Cari di daftar hadirin")
        self.line.setMaximumWidth(320)
        self.count = QLabel(self)
        self.count.setAccessibleName("Banyaknya temuan")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 2)
        row.addWidget(self._button("up", "Temuan sebelumnya (Shift+Enter)", lambda: self._walk(-1)))
        row.addWidget(self._button("down", "Temuan berikutnya (Enter)", lambda: self._walk(1)))
        row.addSpacing(6)
        row.addWidget(self.count)
        row.addStretch(3)
        row.addWidget(self._button("close", "Tutup pencarian (Esc)", self.close_bar))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._seek)
        self.line.textEdited.connect(lambda _text: self._rest.start())
        self.line.walked.connect(self._walk)
        self.line.escaped.connect(self.close_bar)
        grid.records.desk.changed.connect(self._follow)
        self.hide()

    @property
    def hits(self) -> tuple[Cell, ...]:
        """The cells found, from top to bottom."""
        return self._hits

    def open_bar(self) -> None:
        """Show the bar and type into it; what was sought last is chosen, so that typing replaces it."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._seek()

    def close_bar(self) -> None:
        """Put the bar away; the cursor stays on the hit and the table has the keyboard."""
        self._rest.stop()
        self.hide()
        self._tint(())
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seek(self) -> None:
        sought = " ".join(self.line.text().casefold().split())
        self._tint(self._found(sought) if sought else ())
        here = self._here()
        if self._hits and here not in self._hits:
            self._go(next((hit for hit in self._hits if hit > here), self._hits[0]))
        self._tell()

    def _walk(self, step: int) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self._seek()
            return
        if not self._hits:
            return
        here = self._here()
        if step > 0:
            self._go(next((hit for hit in self._hits if hit > here), self._hits[0]))
        else:
            self._go(next((hit for hit in reversed(self._hits) if hit < here), self._hits[-1]))
        self._tell()

    def _here(self) -> Cell:
        index = self._grid.currentIndex()
        return index.row(), index.column()

    def _go(self, cell: Cell) -> None:
        self._grid.show_cell(*cell)

    def _tell(self) -> None:
        here = self._here()
        if not self.line.text().strip():
            text = ""
        elif not self._hits:
            text = "Tidak ditemukan"
        elif here in self._hits:
            text = f"{self._hits.index(here) + 1} dari {len(self._hits)}"
        else:
            text = f"{len(self._hits)} ditemukan"
        self.count.setText(text)

    def _found(self, sought: str) -> tuple[Cell, ...]:
        """The cells that contain the text; every row's texts are made once for a state of the rows."""
        model = self._grid.records
        if self._texts is None or self._texts[0] is not model.records:
            reads = [column.read for column in model.columns]
            self._texts = model.records, [[read(record).casefold() for read in reads] for record in model.records]
        return tuple(
            (row, column)
            for row, texts in enumerate(self._texts[1])
            for column, text in enumerate(texts)
            if sought in text
        )

    def _tint(self, hits: tuple[Cell, ...]) -> None:
        self._hits = hits
        self._grid.found = frozenset(hits)
        self._grid.viewport().update()

    def _follow(self, before: Meeting, after: Meeting) -> None:
        if self.isVisible() and before.attendees is not after.attendees:
            self._rest.start()

    def _button(self, icon: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        put_icon(button, icon, self.palette(), 16)
        button.clicked.connect(lambda: act())
        return button
