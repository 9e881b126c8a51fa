"""The dialog "Siapkan paket": what will be made, with ticks, and in which folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.pages.form import Muted

_WIDTH: Final = 720
_BETWEEN: Final = 28


class Offer(NamedTuple):
    """One line to tick: the key of a piece, its label with access key, what it becomes, and whether it can be had."""

    key: str
    label: str
    tip: str = ""
    ticked: bool = False
    enabled: bool = True
    release: bool = False


class PackageDialog(QDialog):
    """Asks what goes into the package; ``chosen`` and ``root`` are the answer once it was accepted."""

    def __init__(
        self, offers: Sequence[Offer], root: Path, folder_name: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Siapkan paket")
        self._root = root
        self._folder_name = folder_name
        self._ticks = {offer.key: _tick(offer) for offer in offers}
        self._use = QPushButton("Siapkan &paket")
        self._place = QLabel()
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setAccessibleName("Folder paket")
        # A long path gives way to the dialog's width; the whole of it is in the tooltip.
        self._place.setMinimumWidth(1)
        self._change = QPushButton("Ganti &folder…")
        self._change.setAutoDefault(False)
        self._change.clicked.connect(self._ask_root)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._use, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(self._use, buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(offers, note, buttons)
        for tick in self._ticks.values():
            tick.toggled.connect(self._count)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._use.click)
        self.resize(_WIDTH, self.sizeHint().height())
        self._show_place()
        self._count()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ticked keys, in the order of the offers."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    @property
    def root(self) -> Path:
        """The folder under which the package is made."""
        return self._root

    @property
    def make_button(self) -> QPushButton:
        """The button that Enter presses."""
        return self._use

    def tick(self, key: str) -> QCheckBox:
        """The box of an offer."""
        return self._ticks[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the path to the room there is."""
        super().resizeEvent(event)
        self._show_place()

    def _lay_out(self, offers: Sequence[Offer], note: str, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(
            Muted("Semua dokumen rapat dalam satu folder, siap dikirim. Pilihan ini diingat untuk rapat lain.", self)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(_BETWEEN)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, (title, release) in enumerate((("Dokumen", False), ("Siaran pers", True))):
            box = QVBoxLayout()
            box.setSpacing(5)
            box.addWidget(_heading(title))
            for offer in offers:
                if offer.release is release:
                    box.addWidget(self._ticks[offer.key])
            if release:
                box.addWidget(Muted("Tiap gaya menjadi Word, halaman web, dan teks.", self))
            box.addStretch(1)
            grid.addLayout(box, 0, place)
        column.addLayout(grid, 1)
        if note:
            told = QLabel(note)
            told.setTextFormat(Qt.TextFormat.PlainText)
            told.setWordWrap(True)
            told.setAccessibleName("Catatan")
            column.addWidget(told)
        where = QHBoxLayout()
        where.addWidget(QLabel("Folder baru:"))
        where.addWidget(self._place, 1)
        where.addWidget(self._change)
        column.addLayout(where)
        column.addWidget(buttons)

    def _show_place(self) -> None:
        path = str(self._root / self._folder_name)
        metrics = QFontMetrics(self._place.font())
        self._place.setText(metrics.elidedText(path, Qt.TextElideMode.ElideMiddle, max(80, self._place.width())))
        self._place.setToolTip(path)

    def _ask_root(self) -> None:
        start = next((str(p) for p in (self._root, *self._root.parents) if p.is_dir()), "")
        chosen = QFileDialog.getExistingDirectory(self, "Folder untuk paket", start)
        if chosen:
            self._root = Path(chosen)
            self._show_place()

    def _count(self) -> None:
        self._use.setEnabled(bool(self.chosen))


def _tick(offer: Offer) -> QCheckBox:
    box = QCheckBox(offer.label)
    box.setAccessibleName(offer.label.replace("&", ""))
    box.setToolTip(offer.tip)
    box.setChecked(offer.ticked and offer.enabled)
    box.setEnabled(offer.enabled)
    return box


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
