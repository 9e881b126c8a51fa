"""Which former meeting shall the new one be made from? A small chooser with live search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.archive import Archive
from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.entry_list import EntryList


class ChooseMeeting(QDialog):
    """Asks for a meeting of the archive; ``meeting_id`` is the answer after it was accepted."""

    def __init__(self, archive: Archive, chosen_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Buat dari rapat sebelumnya")
        self.resize(620, 440)
        self._archive = archive
        self.list = EntryList()
        self._field = QLineEdit()
        self._field.setPlaceholderText("Judul, nama, atau tempat")
        self._field.setClearButtonEnabled(True)
        self._field.setAccessibleName("Cari rapat")
        self._field.installEventFilter(self)
        label = QLabel("&Cari rapat yang akan dicontoh:")
        label.setBuddy(self._field)
        remark = QLabel("Kantor, pimpinan, hadirin, tempat, dan agenda disalin; tanggal dan isi dimulai baru.")
        remark.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._use = QPushButton("&Buat rapat")
        buttons.addButton(self._use, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(self._use, buttons)
        column = QVBoxLayout(self)
        for widget in (label, self._field, self.list, remark, buttons):
            column.addWidget(widget)
        self._field.textChanged.connect(self._show)
        self.list.opened.connect(lambda _: self.accept())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._may())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._show("")
        if chosen_id:
            self.list.choose(chosen_id)

    @property
    def meeting_id(self) -> str:
        """The id of the chosen meeting; empty when there is none."""
        chosen = self.list.chosen()
        return chosen.id if chosen else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search field move in the list."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        found = self._archive.search(text) if text.strip() else self._archive.recent(100)
        self.list.show_entries(found)
        if self.list.chosen() is None and found:
            self.list.setCurrentIndex(self.list.entries.index(0))
        self._may()

    def _may(self) -> None:
        self._use.setEnabled(self.list.chosen() is not None)
