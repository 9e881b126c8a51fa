"""The list of styles: shipped ones with a lock, one's own, and those that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from rakor_desktop.ui.icons import icon
from rakor_desktop.ui.press_style.drawer import StyleDraft

_ICONS: Final = 16


class StyleList(QListWidget):
    """Shows the drafts; ``chosen(draft)`` when another one becomes current, ``unwanted`` at Del."""

    chosen = Signal(object)
    unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: list[StyleDraft] = []
        self.setAccessibleName("Daftar gaya siaran")
        self.setIconSize(QSize(_ICONS, _ICONS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSpacing(1)
        self._filling = False
        self.currentRowChanged.connect(self._turn)

    @property
    def current(self) -> StyleDraft | None:
        """The style that is shown."""
        row = self.currentRow()
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def show_drafts(self, drafts: Sequence[StyleDraft], current: StyleDraft | None) -> None:
        """Show these, with one of them current."""
        self._filling = True
        self._drafts = list(drafts)
        self.clear()
        for _ in self._drafts:
            self.addItem(QListWidgetItem())
        self.renew()
        row = self._drafts.index(current) if current in self._drafts else 0
        self.setCurrentRow(row)
        self._filling = False
        self._turn(row)

    def renew(self) -> None:
        """Name the styles as they are called now."""
        for draft, item in zip(self._drafts, (self.item(row) for row in range(self.count())), strict=True):
            text = f"• {draft.title}" if draft.changed else draft.title
            if item.text() != text or item.icon().isNull():
                item.setText(text)
                remark = _remark(draft)
                item.setToolTip(f"{draft.title}\n{remark}")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{draft.title}. {remark}")
                item.setIcon(icon(_icon(draft), self.palette(), _ICONS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del asks to delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons for the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for draft, item in zip(self._drafts, (self.item(row) for row in range(self.count())), strict=True):
                item.setIcon(icon(_icon(draft), self.palette(), _ICONS))

    def _turn(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self._drafts):
            self.chosen.emit(self._drafts[row])


def _icon(draft: StyleDraft) -> str:
    if draft.problem is not None:
        return "error"
    if draft.locked:
        return "lock"
    return "chat" if draft.now.form == "report" else "press"


def _remark(draft: StyleDraft) -> str:
    if draft.problem is not None:
        return "Berkas ini tidak dapat dipakai"
    if draft.locked:
        return "Gaya bawaan, tidak dapat diubah"
    kind = "Menggantikan gaya bawaan" if draft.replaces else "Gaya sendiri"
    if draft.saved is None:
        return f"{kind}, belum disimpan"
    return f"{kind}, ada perubahan yang belum disimpan" if draft.changed else kind
