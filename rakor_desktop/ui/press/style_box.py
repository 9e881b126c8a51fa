"""The chooser of the press style."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.ui.binding import ChoiceBox


class StyleBox(ChoiceBox):
    """The styles in which a release can be written, the office's usual one marked; its last entry opens the form."""

    picked = Signal(str)
    """The name of the style that was chosen."""
    form_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: tuple[tuple[str, str, str], ...] = ()
        self._now = 0
        self.setAccessibleName("Gaya siaran")
        self.setToolTip("Untuk siapa siaran ini ditulis: judul, gelar, urutan, dan penutup mengikuti gayanya")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._activated)

    def show_styles(self, styles: Iterable[PressStyle], usual: str, now: str) -> None:
        """Offer these styles; ``usual`` is the office's, ``now`` the chosen one."""
        rows = tuple(
            (style.name, f"{style.title}{' – biasa dipakai' if style.name == usual else ''}", style.description)
            for style in styles
            if style.form == "release"
        )
        if rows != self._styles:
            self._styles = rows
            self.clear()
            for row, (name, title, description) in enumerate(rows):
                self.addItem(title, name)
                self.setItemData(row, description, Qt.ItemDataRole.ToolTipRole)
            self.insertSeparator(self.count())
            self.addItem("Gaya siaran…", "")
        self._now = max(0, self.findData(now))
        self.setCurrentIndex(self._now)

    @property
    def names(self) -> list[str]:
        """The names of the styles offered."""
        return [name for name, _title, _description in self._styles]

    def _activated(self, row: int) -> None:
        if row == self.count() - 1:
            self.setCurrentIndex(self._now)
            self.form_wanted.emit()
        elif row != self._now:
            self.picked.emit(self.itemData(row))
