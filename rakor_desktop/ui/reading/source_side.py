"""The left half of the review: legend, source, and what can be made of text chosen in it by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from rakor_desktop.reading.values import Reading
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.reading.legend import Legend
from rakor_desktop.ui.reading.source_view import SourceView
from rakor_desktop.ui.reading.stretches import Stretches


class SourceSide(QWidget):
    """The source with its legend. ``wanted(start, end, kind)``: the chosen text is a ``person`` or a ``group``."""

    wanted = Signal(int, int, str)

    def __init__(self, reading: Reading, stretches: Stretches, number_of: Callable[[int], int]) -> None:
        super().__init__()
        self._length = len(reading.source)
        self.view = SourceView(reading.source, stretches, number_of)
        self._note = Muted("", self)
        self._buttons: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(5)
        column.addWidget(Legend({mark.part for mark in reading.marks}))
        column.addWidget(self.view, 1)
        column.addWidget(self._note)
        column.addLayout(self._tools())
        self.setMinimumWidth(260)
        self.view.selectionChanged.connect(self._on_selection)

    def refresh(self) -> None:
        """Mark the source anew, and say when only a part of it is shown."""
        self.view.refresh()
        self._note.setVisible(not self.view.is_whole)
        length = f"{self._length / 1e6:.1f}".replace(".", ",")
        self._note.setText(f"Sumber panjang ({length} juta huruf): tampil sebagian, mengikuti baris yang dipilih.")

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(Muted("Teks yang dipilih:", self, wrap=False), 1)
        for text, kind in (("Jadikan &orang", "person"), ("Jadikan k&elompok", "group")):
            button = QToolButton(self)
            button.setText(text)
            button.setEnabled(False)
            button.setAccessibleName(f"{text.replace('&', '')}: teks yang dipilih di sumber")
            button.clicked.connect(lambda _=False, wanted=kind: self._ask(wanted))
            self._buttons.append(button)
            row.addWidget(button)
        return row

    def _on_selection(self) -> None:
        some = self.view.selected_span() is not None
        for button in self._buttons:
            button.setEnabled(some)

    def _ask(self, kind: str) -> None:
        span = self.view.selected_span()
        if span is not None:
            self.wanted.emit(*span, kind)
