"""“Fakta berubah”: what was composed, what would be composed now, and a person's own words, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.press.draft_words import Stretch, differing

if TYPE_CHECKING:
    from rakor_desktop.compose.changes import Change

_GONE: Final = (
    "Bahan paragraf ini tidak ikut dirilis lagi: butirnya dijadikan internal atau dihapus. "
    "Naskah Anda disimpan di sini dan tidak ada dalam siaran."
)
_GONE_WITHIN: Final = (
    "Bahan paragraf ini tidak boleh ikut lagi: butirnya dijadikan internal atau dihapus. Kata-katanya masih ada dalam "
    "paragraf yang Anda satukan dengannya. Hapus dari naskah."
)
_CHANGED_WITHIN: Final = (
    "Fakta rapat berubah sesudah Anda menyatukan paragraf ini dengan paragraf lain. Sesuaikan naskahnya, lalu tekan "
    "Tetap naskah saya."
)
_CHANGED: Final = "Fakta rapat berubah sesudah Anda mengubah paragraf ini. Pilih kalimat yang dipakai."


class ChangesPanel(QWidget):
    """One change at a time. ``chosen`` carries the change and "now" or "theirs"; ``edit_asked`` its key."""

    chosen = Signal(object, str)
    edit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self._at = 0
        self.setAccessibleName("Fakta berubah")
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.reason = _words(self)
        self.back = QPushButton("◂", self)
        self.on = QPushButton("▸", self)
        for button, name, step in ((self.back, "Perubahan sebelumnya", -1), (self.on, "Perubahan berikutnya", 1)):
            button.setFlat(True)
            button.setFixedWidth(30)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, step=step: self._walk(step))
        self.use_new = QPushButton("Pakai yang &baru", self)
        self.keep = QPushButton("Tet&ap naskah saya", self)
        self.edit = QPushButton("Su&nting", self)
        self.copy = QPushButton("Salin naska&h", self)
        self.drop = QPushButton("&Buang", self)
        self._texts = [(_caption(self, name), _words(self)) for name in ("Lama", "Baru", "Anda")]
        self.use_new.clicked.connect(lambda: self._choose("now"))
        self.drop.clicked.connect(lambda: self._choose("now"))
        self.keep.clicked.connect(lambda: self._choose("theirs"))
        self.edit.clicked.connect(lambda: self._ask_edit())
        self.copy.clicked.connect(self._copy)
        self._lay_out()
        self.hide()

    @property
    def current(self) -> Change | None:
        """The change shown."""
        return self._changes[self._at] if self._changes else None

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show the changes; the one looked at stays. Nothing to say: the panel goes."""
        changes = tuple(changes)
        if changes == self._changes:
            return
        looked_at = self.current.key if self.current else ""
        self._changes = changes
        self._at = next((n for n, change in enumerate(changes) if change.key == looked_at), 0)
        self._show()

    def go_to(self, key: str) -> bool:
        """Show the change of this paragraph; false when it has none."""
        found = next((n for n, change in enumerate(self._changes) if change.key == key), None)
        if found is None:
            return False
        self._at = found
        self._show()
        change = self._changes[found]
        first = self.edit if change.within else self.drop if change.gone else self.use_new
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_texts"):
            for caption, _label in self._texts:
                _mute(caption, self)
            self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar at the left says that this wants an answer."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tone(self, "directive"))
        painter.fillRect(0, 0, 3, self.height(), tone(self, "doubt"))
        painter.end()

    def _show(self) -> None:
        change = self.current
        self.setVisible(change is not None)
        if change is None:
            return
        count = len(self._changes)
        place = f" ({self._at + 1} dari {count})" if count > 1 else ""
        self.title.setText(f"⚠ {'Paragraf tidak ikut lagi' if change.gone else 'Fakta berubah'}{place}")
        self.reason.setText(_reason(change))
        self.reason.setAccessibleName(self.reason.text())
        for button in (self.back, self.on):
            button.setVisible(count > 1)
        before, now = differing(change.before, change.now)
        ink, ground = tone(self, "ink-directive").name(), tone(self, "found").name()
        old = _marked(before, f"color:{ink};text-decoration:line-through")
        new = _marked(now, f"font-weight:bold;background-color:{ground}")
        theirs = _marked(differing(change.before, change.theirs)[1], "text-decoration:underline")
        shown = ((old, change.before), (new, change.now), (theirs, change.theirs))
        for (caption, label), (html, said) in zip(self._texts, shown, strict=True):
            seen = bool(said) and (not change.gone or label is self._texts[0 if change.within else 2][1])
            caption.setVisible(seen)
            label.setVisible(seen)
            label.setText(html)
            label.setAccessibleName(f"{caption.text()}: {said}")
        # What was merged into another paragraph is put right there: taking it anew would say it twice.
        self.use_new.setVisible(not change.gone and not change.within)
        self.keep.setVisible(not change.gone)
        self.edit.setVisible(not change.gone or bool(change.within))
        for button in (self.copy, self.drop):
            button.setVisible(change.gone and not change.within)
        self.copy.setText("Salin naska&h")

    def _walk(self, step: int) -> None:
        self._at = (self._at + step) % len(self._changes)
        self._show()

    def _choose(self, choice: str) -> None:
        if self.current is not None:
            self.chosen.emit(self.current, choice)

    def _ask_edit(self) -> None:
        if self.current is not None:
            self.edit_asked.emit(self.current.within or self.current.key)

    def _copy(self) -> None:
        if self.current is not None:
            QGuiApplication.clipboard().setText(self.current.theirs)
            self.copy.setText("✓ Tersalin")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        head.addWidget(self.on)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (caption, label) in enumerate(self._texts):
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for button in (self.use_new, self.keep, self.edit, self.copy, self.drop):
            foot.addWidget(button)
        foot.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 12, 10)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self.reason)
        rows.addLayout(grid)
        rows.addLayout(foot)


def _reason(change: Change) -> str:
    if change.within:
        return _GONE_WITHIN if change.gone else _CHANGED_WITHIN
    return _GONE if change.gone else _CHANGED


def _caption(parent: QWidget, name: str) -> QLabel:
    label = QLabel(name, parent)
    _mute(label, parent)
    return label


def _mute(label: QLabel, panel: QWidget) -> None:
    palette = label.palette()
    palette.setColor(label.foregroundRole(), tone(panel, "muted"))
    label.setPalette(palette)


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label


def _marked(stretches: Sequence[Stretch], style: str) -> str:
    """The words as rich text, those that differ in this style; whatever a person typed is taken as words."""
    found = []
    for text, differs in stretches:
        said = escape(text)
        found.append(f'<span style="{style}">{said.rstrip()}</span> ' if differs else said)
    return "".join(found).replace("\n", "<br>")
