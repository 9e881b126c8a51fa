"""The card that opens at a marked stretch: why it is marked, what may stand instead, and to let it be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.desk.proofing import may_ignore_always
from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.icons import pixmap
from rakor_desktop.ui.pages.form import Muted, Rule
from rakor_desktop.ui.proof.places import AnyEdit
from rakor_desktop.ui.proof.severity import LOOKS, colour_of, escaped, family_name, remedy_words

_WIDTH: Final = 372
_GAP: Final = 6
_EDGE: Final = 4


class FindingCard(QFrame):
    """One finding over the window. A click opens it without taking the keyboard: typing goes on and closes it."""

    remedy_chosen = Signal(object, int)
    ignored_here = Signal(object)
    ignored_always = Signal(object)

    def __init__(self, edit: AnyEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.finding: TextFinding | None = None
        self._body = QWidget(self)
        self._buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, 1, 1, 1)
        self._column.addWidget(self._body)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName("Temuan di sini")
        self.hide()

    def buttons(self) -> list[QPushButton]:
        """The remedies, then the ways to let it be."""
        return list(self._buttons)

    def open(self, finding: TextFinding, box: QRect, *, keyboard: bool) -> None:
        """Show a finding at a box of the edit's viewport; ``keyboard`` gives it the keyboard."""
        self.finding = finding
        window = self._edit.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self._fill(finding)
        self.setFixedHeight(self._column.heightForWidth(_WIDTH))
        self._place(box, window)
        self.show()
        self.raise_()
        if keyboard and self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close with the window's size and when it is left."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.hide()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the buttons, Enter presses one, Esc closes."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(
            Qt.Key(event.key()), 0
        )
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif step:
            self._walk(step)
        else:
            super().keyPressEvent(event)
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to the text."""
        self.finding = None
        if self.isAncestorOf(QApplication.focusWidget() or self._edit):
            self._edit.setFocus(Qt.FocusReason.PopupFocusReason)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground that lies over the text, its edge in the finding's colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        if self.finding is not None:
            painter.fillRect(0, 0, _EDGE, self.height(), colour_of(self.finding.severity, self.palette()))

    # -- within

    def _fill(self, finding: TextFinding) -> None:
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget(self)
        self._buttons = []
        column = QVBoxLayout(self._body)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(self._head(finding))
        message = QLabel(finding.message, self._body)
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setWordWrap(True)
        column.addWidget(message)
        if finding.source:
            column.addWidget(Muted(f"Sumber: {finding.source}", self._body))
        self._add_remedies(finding, column)
        column.addWidget(Rule(self._body))
        column.addLayout(self._ways_out(finding))
        self._column.addWidget(self._body)
        self._body.show()
        self.setAccessibleDescription(f"{LOOKS[finding.severity].word}. {finding.message}")

    def _head(self, finding: TextFinding) -> QHBoxLayout:
        look = LOOKS[finding.severity]
        colour = colour_of(finding.severity, self.palette())
        sign = QLabel(self._body)
        sign.setPixmap(pixmap(look.icon, colour, 18, self.devicePixelRatioF()))
        title = QLabel(f"{family_name(finding.family)} · {look.word.lower()}", self._body)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        _ink(title, colour)
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(sign)
        row.addWidget(title, 1)
        return row

    def _add_remedies(self, finding: TextFinding, column: QVBoxLayout) -> None:
        for number in range(len(finding.remedies)):
            button = self._button(escaped(remedy_words(finding, number)), finding.remedies[number].label)
            font = button.font()
            font.setBold(number == 0)
            button.setFont(font)
            button.clicked.connect(lambda _=False, n=number: self._choose(finding, n))
            column.addWidget(button)

    def _ways_out(self, finding: TextFinding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        here = self._button("Abaikan di sini", "Abaikan kata ini dalam naskah ini saja")
        here.clicked.connect(lambda: self._leave(finding, always=False))
        row.addWidget(here)
        if may_ignore_always(finding):
            always = self._button("Abaikan selalu", "Abaikan kata ini dalam semua naskah; dapat diambil kembali")
            always.clicked.connect(lambda: self._leave(finding, always=True))
            row.addWidget(always)
        row.addStretch(1)
        return row

    def _button(self, text: str, remark: str) -> QPushButton:
        button = QPushButton(text, self._body)
        button.setToolTip(remark)
        button.setAccessibleName(remark)
        button.setAutoDefault(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._buttons.append(button)
        return button

    def _choose(self, finding: TextFinding, which: int) -> None:
        self.hide()
        self.remedy_chosen.emit(finding, which)

    def _leave(self, finding: TextFinding, *, always: bool) -> None:
        self.hide()
        (self.ignored_always if always else self.ignored_here).emit(finding)

    def _walk(self, step: int) -> None:
        focused = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), -1)
        self._buttons[(focused + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self, box: QRect, window: QWidget) -> None:
        port = self._edit.viewport()
        below = port.mapTo(window, QPoint(box.left() - 8, box.bottom() + _GAP))
        top = below.y()
        if top + self.height() > window.height() - _GAP:
            top = port.mapTo(window, box.topLeft()).y() - _GAP - self.height()
        left = max(_GAP, min(below.x(), window.width() - self.width() - _GAP))
        self.move(left, max(_GAP, top))


def _ink(label: QLabel, colour: QColor) -> None:
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    label.setPalette(palette)
