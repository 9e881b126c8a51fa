"""The dialog "Gaya siaran": the list of styles, the form of one of them, and a live example of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.catalog.press_shelf import SUFFIX, PressShelf
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press_style.drawer import StyleDraft, StyleDrawer
from rakor_desktop.ui.press_style.example import Example
from rakor_desktop.ui.press_style.panes import COPY, OWN_REPORT, FormPane
from rakor_desktop.ui.press_style.style_list import StyleList
from rakor_desktop.ui.toast import Toast

_WIDTH, _HEIGHT = 1320, 720
_MARGIN: Final = 40
_LIST: Final = 210
_FILES: Final = f"Gaya siaran (*{SUFFIX})"


class StyleDialog(QDialog):
    """Copies, edits, deletes and exchanges styles. ``saved(name)`` and ``deleted(name)`` once the catalog knows."""

    saved = Signal(str)
    deleted = Signal(str)
    chosen = Signal(str)
    """A style that the open meeting is to be written in."""

    def __init__(self, parts: Parts, start_style: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Gaya siaran")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
        self._parts = parts
        self.drawer = StyleDrawer(PressShelf(parts.catalog))
        self.bar = MessageBar(self)
        self.list = StyleList(self)
        self.pane = FormPane(self)
        self.form = self.pane.form
        self.example = Example(parts.desk, parts.catalog, self)
        self.toast = Toast(self)
        self._closing = False
        self._lay_out()
        self._connect()
        start = self.drawer.find(start_style) or self.drawer.find("umum")
        self.list.show_drafts(self.drawer.drafts, start)
        self.example.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current(self) -> StyleDraft:
        """The style that is shown."""
        found = self.list.current
        return found if found is not None else self.drawer.drafts[0]

    def copy(self) -> None:
        """Begin a style of one's own with what this one says; its name waits to be typed over."""
        made = self.drawer.copy(self.current)
        self._show(made)
        name = self.form.field("nama" if made.now.form == "release" else "laporan.perihal")
        name.focus()
        if made.saved is None and hasattr(name, "line"):
            name.line.selectAll()

    def save(self) -> bool:
        """Write the style shown; a faulty one is not written, its first faulty field comes into sight."""
        return self._save(self.current)

    def delete(self) -> None:
        """Take the style away; the note at the bottom brings it back."""
        draft = self.current
        if draft.locked:
            return
        title = draft.title
        try:
            bring_back = self.drawer.delete(draft)
        except RakorError as error:
            self.bar.say(error.message)
            return
        self._show(self.drawer.find(draft.name) or self.drawer.find("umum"))
        if draft.saved is not None or draft.problem is not None:
            self.deleted.emit(draft.name)
        words = "Kata bawaan dipakai lagi" if draft.replaces else f"Gaya “{title}” dihapus"
        self.toast.say(words, [("&Urungkan", lambda: self._bring_back(bring_back))])

    def bring_in(self, file: Path) -> None:
        """Show the style of a file; it is kept once it is saved."""
        try:
            made = self.drawer.bring_in(file)
        except RakorError as error:
            self.bar.say(error.message)
            return
        self.bar.hide()
        self._show(made)
        self.toast.say(f"Gaya “{made.title}” dibaca dari {file.name}; periksa, lalu simpan")

    def export(self, file: Path) -> None:
        """Write the style shown to a file for another computer."""
        try:
            self.drawer.shelf.export(self.current.now, file)
        except RakorError as error:
            self.bar.say(error.message)
            return
        self.toast.say(f"Gaya “{self.current.title}” disimpan: {file.name}")

    def undo(self) -> None:
        """Take the last change of the style shown back."""
        if not self.current.locked and self.current.undo():
            self._show_step()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if not self.current.locked and self.current.redo():
            self._show_step()

    def reload(self) -> None:
        """Read the user's folder again."""
        name = self.current.name
        self._parts.catalog.renew_press()
        self.drawer.reload()
        self._show(self.drawer.find(name))
        self.saved.emit(name)

    def reject(self) -> None:
        """Esc and "Tutup": what is not saved is asked about first."""
        changed = self.drawer.changed
        if self._closing or not changed:
            super().reject()
            return
        self._ask(changed)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is the same as Esc."""
        if self.drawer.changed and not self._closing:
            event.ignore()
            self._ask(self.drawer.changed)
        else:
            super().closeEvent(event)

    def _ask(self, changed: tuple[StyleDraft, ...]) -> None:
        titles = ", ".join(f"“{draft.title}”" for draft in changed)
        box = QMessageBox(QMessageBox.Icon.Question, "Gaya siaran", f"Simpan perubahan pada {titles}?", parent=self)
        keep = box.addButton("&Simpan", QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton("&Buang perubahan", QMessageBox.ButtonRole.DestructiveRole)
        back = box.addButton("&Kembali", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(back)

        def answer(_code: int) -> None:
            pressed = box.clickedButton()
            box.deleteLater()
            if pressed is drop or (pressed is keep and self._save_all(changed)):
                self._closing = True
                self.reject()

        box.finished.connect(answer)
        box.open()

    def _save_all(self, drafts: tuple[StyleDraft, ...]) -> bool:
        """Save one after the other; the first that cannot be saved comes into sight."""
        return all(self._save(draft) for draft in drafts)

    def _save(self, draft: StyleDraft) -> bool:
        if not draft.changed:
            return True
        wrong = self.drawer.faults(draft)
        if wrong:
            if draft is not self.current:
                self._show(draft)
            self.form.show_faults(wrong)
            self.bar.say(f"Gaya “{draft.title}” belum dapat disimpan: {wrong[0].sentence}")
            self.pane.go_to(wrong[0])
            return False
        first = draft.saved is None
        try:
            self.drawer.save(draft)
        except RakorError as error:
            self.bar.say(error.message)
            return False
        self.bar.hide()
        self._name()
        self.saved.emit(draft.name)
        offers = first and draft.now.form == "release" and bool(self._parts.desk.meeting.id)
        use = [("&Pakai untuk rapat ini", lambda: self._choose(draft.name))] if offers else []
        self.toast.say(f"Gaya “{draft.title}” disimpan", use)
        return True

    def _choose(self, name: str) -> None:
        self.chosen.emit(name)
        self.toast.hide()

    def _bring_back(self, bring_back: Callable[[], StyleDraft]) -> None:
        try:
            draft = bring_back()
        except RakorError as error:
            self.bar.say(error.message)
            return
        self.toast.hide()
        self._show(draft)
        if draft.saved is not None or draft.problem is not None:
            self.saved.emit(draft.name)

    def _show(self, draft: StyleDraft | None) -> None:
        self.list.show_drafts(self.drawer.drafts, draft)

    def _turn(self, draft: StyleDraft) -> None:
        draft.end_merge()
        self.pane.show_draft(draft)
        self._judge(draft)
        self.example.setEnabled(draft.problem is None)
        if draft.problem is None:
            self.example.show_style(draft.now, marks=False)
        self._name()

    def _edit(self, style: PressStyle, key: str) -> None:
        self.current.change(style, merge=key)
        self._judge(self.current)
        self.example.show_style(style, marks=True)
        self._name()

    def _show_step(self) -> None:
        draft = self.current
        self.form.show_style(draft.now)
        self._judge(draft)
        self.example.show_style(draft.now, marks=True)
        self._name()

    def _judge(self, draft: StyleDraft) -> None:
        wrong = () if draft.locked or draft.problem else self.drawer.faults(draft)
        self.form.show_faults(wrong)
        if not wrong:
            self.bar.hide()

    def _name(self) -> None:
        """The list and the buttons as they fit the style shown."""
        draft = self.current
        self.list.renew()
        self._save_button.setEnabled(draft.changed)
        self._copy_button.setEnabled(draft.problem is None and (draft.locked or draft.now.form == "release"))
        self._copy_button.setText(OWN_REPORT if draft.now.form == "report" else COPY)
        self._delete_button.setEnabled(not draft.locked)
        self._delete_button.setText("Kembalikan ba&waan" if draft.replaces else "&Hapus")
        self._export_button.setEnabled(draft.problem is None)

    def _ask_import(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, "Impor gaya siaran", self._folder(), _FILES)
        if chosen:
            self.bring_in(Path(chosen))

    def _ask_export(self) -> None:
        name = self.current.name or self.drawer.shelf.free_name(self.current.now.title)
        place = str(Path(self._folder()) / f"{name}{SUFFIX}")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Ekspor gaya siaran", place, _FILES)
        if chosen:
            file = Path(chosen)
            self.export(file if file.suffix.casefold() == SUFFIX else file.with_name(f"{file.name}{SUFFIX}"))

    def _folder(self) -> str:
        from rakor_desktop.desk.file_names import default_root

        return self._parts.settings.now.export_folder or str(default_root().parent)

    def _connect(self) -> None:
        self.list.chosen.connect(self._turn)
        self.list.unwanted.connect(self.delete)
        self.form.edited.connect(self._edit)
        self.form.left.connect(lambda: self.current.end_merge())
        self.pane.copy_wanted.connect(self.copy)
        self.pane.reload_wanted.connect(self.reload)
        for button, act in (
            (self._copy_button, self.copy),
            (self._delete_button, self.delete),
            (self._export_button, self._ask_export),
            (self._import_button, self._ask_import),
            (self._save_button, self.save),
            (self._close_button, self.reject),
        ):
            button.clicked.connect(lambda _=False, run=act: run())
        for keys, act in (
            ("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo), ("Ctrl+S", self.save),
            ("Ctrl+Return", self.save), ("Ctrl+Enter", self.save),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, lambda run=act: run())

    def _lay_out(self) -> None:
        self._copy_button = _button(COPY, "Gaya baru yang berawal dari gaya ini")
        self._delete_button = _button("&Hapus", "Hapus gaya sendiri  (Del)")
        self._import_button = _button("&Impor…", "Baca gaya dari berkas rekan")
        self._export_button = _button("&Ekspor…", "Simpan gaya ini ke berkas untuk rekan")
        self._save_button = _button("&Simpan", "Simpan gaya ini  (Ctrl+S)")
        self._save_button.setDefault(True)
        self._close_button = _button("Tutup", "Tutup  (Esc)")
        left = QWidget(self)
        left.setFixedWidth(_LIST)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        caption = QLabel("&Daftar gaya", left)
        font = caption.font()
        font.setBold(True)
        caption.setFont(font)
        caption.setBuddy(self.list)
        rows.addWidget(caption)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._copy_button)
        pairs = QGridLayout()
        pairs.setSpacing(6)
        pairs.addWidget(self._import_button, 0, 0)
        pairs.addWidget(self._export_button, 0, 1)
        pairs.addWidget(self._delete_button, 1, 0, 1, 2)
        rows.addLayout(pairs)
        self.pane.setMinimumWidth(380)
        self.example.setMinimumWidth(300)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(self.pane)
        split.addWidget(self.example)
        split.setStretchFactor(0, 11)
        split.setStretchFactor(1, 10)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(left)
        middle.addWidget(split, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._save_button)
        foot.addWidget(self._close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addLayout(foot)


def _button(text: str, remark: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(remark)
    button.setAutoDefault(False)
    return button
