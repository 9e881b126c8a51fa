"""Beranda, the start page: three ways to begin, the meetings worked on last, and what a search finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.ui.begin_button import BeginButton
from rakor_desktop.ui.icons import draft_icon
from rakor_desktop.ui.theme import muted

if TYPE_CHECKING:  # the archive is opened after the first picture
    from collections.abc import Callable
    from datetime import datetime

    from rakor_desktop.archive import Archive
    from rakor_desktop.ui.entry_list import EntryList

MOST: Final = 200
"""Meetings in the list; older ones are found by searching."""
_WAIT: Final = 120
"""Milliseconds of rest in typing before the archive is searched."""


class Home(QWidget):
    """The start page. It shows what the archive says and asks for what the user wants by its signals."""

    list: EntryList
    """The meetings; there after :meth:`serve`."""

    open_wanted = Signal(str)
    paste_wanted = Signal()
    delete_wanted = Signal(object)

    def __init__(
        self,
        begin: tuple[QAction, QAction, QAction],
        now: Callable[[], datetime] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``begin``: the actions of the three ways to begin, the default one first; ``now``: the clock."""
        super().__init__(parent)
        self.setAccessibleName("Beranda")
        self._archive: Archive | None = None
        self._now = now
        self._sought = ""
        self._hello = QLabel("Rakor Desktop")
        self._today = QLabel()
        self._heading = QLabel()
        self._count = QLabel()
        self._delete = QToolButton()
        self._empty = QLabel()
        self.begin_buttons = tuple(
            BeginButton(action, text, default=n == 0)
            for n, (action, text) in enumerate(
                zip(
                    begin,
                    (
                        "Kantor, pimpinan, hadirin, tempat, dan agenda disalin. Isi tanggal dan hasilnya saja.",
                        "Pesan WhatsApp, berita, atau tabel Excel menjadi daftar hadir rapat baru.",
                        "Mulai dari formulir kosong dengan kop kantor Anda.",
                    ),
                    strict=True,
                )
            )
        )
        self._lay_out()
        self._clock = QTimer(self, singleShot=True, interval=_WAIT)
        self._clock.timeout.connect(self.refresh)
        self._delete.clicked.connect(self._delete_chosen)
        self._heading.setText("&Rapat terakhir")

    @property
    def heading(self) -> str:
        """What stands over the list."""
        return self._heading.text()

    @property
    def remark(self) -> str:
        """What stands in place of an empty list."""
        return self._empty.text()

    def serve(self, archive: Archive) -> None:
        """Show this archive's meetings from now on."""
        from rakor_desktop.ui.entry_list import EntryList

        self._archive = archive
        self.list = EntryList()
        self._stack.insertWidget(0, self.list)
        self._heading.setBuddy(self.list)
        self.list.opened.connect(lambda entry: self.open_wanted.emit(entry.id))
        self.list.unwanted.connect(self.delete_wanted)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._can_delete())

    def greet(self, office_name: str) -> None:
        """Greet by the clock, with the office's name."""
        from datetime import datetime

        from rakor_desktop.bahasa.clock import greeting
        from rakor_desktop.bahasa.dates import day_date

        now = self._now() if self._now else datetime.now()
        hello = f"Selamat {greeting(now.time())}"
        self._hello.setText(f"{hello}, {office_name}" if office_name else hello)
        self._today.setText(day_date(now.date()))

    def seek(self, text: str) -> None:
        """Search while somebody types; an empty text shows the meetings worked on last."""
        if text.strip() != self._sought:
            self._sought = text.strip()
            self._clock.start()

    def rest(self) -> None:
        """Ask the archive nothing more: it is about to be closed."""
        self._clock.stop()
        self._archive = None

    def refresh(self) -> None:
        """Ask the archive again."""
        self._clock.stop()
        if self._archive is None:
            return
        archive = self._archive
        found = archive.search(self._sought) if self._sought else archive.recent(MOST)
        self.list.show_entries(found)
        self._heading.setText("&Hasil pencarian" if self._sought else "&Rapat terakhir")
        self._count.setText(f"{len(found)} rapat" if found else "")
        self._stack.setCurrentIndex(0 if found else 1)
        self._empty.setText(
            f"Tidak ada rapat yang memuat “{self._sought}”.\nCoba kata lain, atau lebih sedikit kata."
            if self._sought
            else "Belum ada rapat.\nMulailah dengan Rapat kosong, atau buka berkas dari rekan."
        )
        self._can_delete()

    def take_keyboard(self) -> None:
        """Give the keyboard to the chosen meeting, else to the best way to begin."""
        if self.list.chosen() is not None:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            best = 0 if self.list.entries.rowCount() else len(self.begin_buttons) - 1
            self.begin_buttons[best].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the buttons into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.list.choose_first()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pasting here begins a meeting with what was copied."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._quieten()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        ways = QHBoxLayout()
        ways.setSpacing(12)
        for button in self.begin_buttons:
            button.installEventFilter(self)
            ways.addWidget(button, 1)
        column.addLayout(ways)
        column.addSpacing(2)
        column.addLayout(self._list_head())
        self._stack = QStackedLayout()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._empty)
        column.addLayout(self._stack, 1)
        self._quieten()

    def _head(self) -> QHBoxLayout:
        font = self._hello.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self._hello.setFont(font)
        self._hello.setTextFormat(Qt.TextFormat.PlainText)
        self._hello.setMinimumWidth(80)
        self._hello.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.addWidget(self._hello, 1)
        row.addWidget(self._today, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _list_head(self) -> QHBoxLayout:
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self._heading.setFont(font)
        self._delete.setEnabled(False)
        self._delete.setText("Hapus")
        self._delete.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._delete.setAutoRaise(True)
        self._delete.setToolTip("Pindahkan rapat yang dipilih ke keranjang sampah  (Del)")
        self._delete.setAccessibleName("Hapus rapat yang dipilih")
        self._delete.setIconSize(QSize(16, 16))
        draft_icon(self._delete, "delete", self.palette(), 16)
        row = QHBoxLayout()
        row.addWidget(self._heading)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._delete)
        return row

    def _quieten(self) -> None:
        for label in (self._today, self._count, self._empty):
            palette = self.palette()
            palette.setColor(palette.ColorRole.WindowText, muted(palette))
            label.setPalette(palette)

    def _can_delete(self) -> None:
        self._delete.setEnabled(self.list.chosen() is not None)

    def _delete_chosen(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.delete_wanted.emit(chosen)
