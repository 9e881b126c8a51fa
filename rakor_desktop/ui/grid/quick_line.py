"""The quick line: one person, typed in any common form, becomes a row on Enter."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rakor_desktop.ui.grid.clipboard import clipboard_copy, copied
from rakor_desktop.ui.grid.editors import LineEdit
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.words import shortened

if TYPE_CHECKING:
    from rakor_desktop.reading.values import PersonRead, Reading

ReadLine = Callable[[str], "Reading"]
_EXAMPLE: Final = "AKBP Agung Tribawanto, S.I.K., Kapolres Pasaman Barat"
_REST_MS: Final = 90
NOT_READ: Final = "Belum terbaca nama orang di sini. Tulis pangkat, nama, gelar, lalu jabatan: "


class PasteLine(LineEdit):
    """A line that hands on what has several lines instead of pressing it into one."""

    many = Signal(object)
    down = Signal()
    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is about to type."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; a paste of several lines goes its own way, Down and Esc leave for the table."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(clipboard_copy())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape) and not event.modifiers():
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, whose paste is ours."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
            elif action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(lambda: self.take(clipboard_copy()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text may be dropped here; files belong to the page."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped text, as pasted text."""
        event.acceptProposedAction()
        self.take(copied(event.mimeData()))

    def take(self, data: QMimeData) -> None:
        """Put one line in at the cursor; several lines are handed on."""
        text = data.text().strip()
        if "\n" in text or "\r" in text or "\t" in text:
            self.many.emit(data)
        elif text:
            self.insert(text)
            self.textEdited.emit(self.text())


class QuickLine(QWidget):
    """The line and, while something stands in it, how it will be read (``echo``, which the page puts under it over the
    whole width). ``entered`` carries the person on Enter; what was not read of the line stays in it, so that nothing
    typed is lost. ``many`` carries pasted lines, and a line that holds several people.
    """

    entered = Signal(object)
    many = Signal(object)
    down = Signal()

    def __init__(self, read: ReadLine, present: Callable[[str], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read, self._present = read, present
        self.line = PasteLine(self)
        self.line.setAccessibleName("Tambah satu orang (Alt+C)")
        self.line.setPlaceholderText(f"Ketik atau tempel: {_EXAMPLE}  ⏎")
        self.line.setToolTip(
            "Ketik satu orang apa adanya, lalu Enter: pangkat, nama, gelar, jabatan dipilah sendiri.  (Alt+C)"
        )
        self.line.setClearButtonEnabled(True)
        self.echo = QLabel(parent)
        self.echo.setAccessibleName("Terbaca sebagai")
        self.echo.setTextFormat(Qt.TextFormat.RichText)
        self.echo.setWordWrap(True)
        self.echo.setContentsMargins(4, 0, 0, 0)
        self.echo.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._show_reading)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._changed)
        self.line.returnPressed.connect(self._enter)
        self.line.many.connect(self.many)
        self.line.down.connect(self.down)

    def say(self, text: str) -> None:
        """Say a sentence under the line."""
        self._say(escape(text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.line.text():
            self._show_reading()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._rest.start()

    def _changed(self, text: str) -> None:
        if not text:
            self._say("")

    def _enter(self) -> None:
        self._rest.stop()
        text = self.line.text().strip()
        if not text:
            return
        reading = self._read(text)
        people = _named(reading)
        if not people:
            self._say(f'<span style="color:{self._ink("wrong")}">{escape(NOT_READ + _EXAMPLE)}</span>')
        elif len(people) > 1:
            self.line.selectAll()
            data = QMimeData()
            data.setText(text)
            self.many.emit(data)
        else:
            self.line.clear()
            self.entered.emit(people[0])
            self._keep(_left_over(reading))

    def _keep(self, rest: str) -> None:
        """What was not read stays in the line, chosen: typing replaces it."""
        if rest:
            self.line.setText(rest)
            self.line.selectAll()
            self._say(self.echo.text() + self._warned(f"Belum terbaca, masih di baris ini: “{shortened(rest)}”."))

    def _show_reading(self) -> None:
        text = self.line.text().strip()
        reading = self._read(text) if text else None
        people = _named(reading) if reading else []
        if reading is None or not people:
            self._say("")
            return
        if len(people) > 1:
            names = " · ".join(filter(None, (" ".join(filter(None, (p.rank, p.name))) for p in people)))
            self._say(escape(f"Terbaca {len(people)} orang: {shortened(names, 160)}. Enter untuk memeriksanya."))
            return
        [person] = people
        row = self._present(person.name)
        doubts = [doubt.reason for doubt in person.doubts]
        if row >= 0:
            doubts.append(f"Nama ini sudah ada di baris {row + 1}.")
        if rest := _left_over(reading):
            doubts.append(f"Belum terbaca: “{shortened(rest)}”.")
        told = " ".join(doubts)
        self._say(self._parts(person) + (self._warned(told) if told else ""))
        self.echo.setToolTip(told)

    def _warned(self, text: str) -> str:
        return f' &nbsp;<span style="color:{self._ink("doubt")}">{escape(text)}</span>'

    def _parts(self, person: PersonRead) -> str:
        chips = [person.rank, *person.front, person.name, *person.back, person.service_no]
        ground = self._ink("frame")
        shown = " ".join(
            f'<span style="background-color:{ground}">&nbsp;{escape(chip)}&nbsp;</span>' for chip in chips if chip
        )
        post = ", ".join(filter(None, (person.position, person.institution)))
        rest = "".join(
            f" · {escape(text)}" for text in (post, person.represents and f"mewakili {person.represents}") if text
        )
        return f'<span style="color:{self._ink("muted")}">Terbaca:</span> {shown}{rest}'

    def _say(self, html: str) -> None:
        self.echo.setText(html)
        self.echo.setVisible(bool(html))
        self.echo.setAccessibleDescription(html)

    def _ink(self, name: str) -> str:
        return tone(self, name).name()


def _named(reading: Reading) -> list[PersonRead]:
    return [person for person in reading.people if person.name.strip()]


def _left_over(reading: Reading) -> str:
    """What the line says besides people: groups, and what was not understood, in its order."""
    groups = [(group.start, group.end) for group in reading.groups]
    places = sorted([*groups, *((piece.start, piece.end) for piece in reading.unread)])
    return ", ".join(reading.source[start:end] for start, end in places)
