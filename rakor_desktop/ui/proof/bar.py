"""One finding at a time: what it says, its remedies, to let it be, and the sure ones all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from rakor_desktop.desk.proofing import may_ignore_always
from rakor_desktop.review.text import Remedy, TextFinding
from rakor_desktop.ui.icons import pixmap, put_icon
from rakor_desktop.ui.proof.severity import (
    LOOKS,
    bare_pair,
    colour_of,
    escaped,
    family_name,
    remedy_words,
    shown_words,
    worst,
)
from rakor_desktop.ui.theme import muted

_MOST_REMEDIES: Final = 3
_NONE: Final = "Tidak ada temuan pada naskah ini."
_EDGE: Final = 4


class FindingBar(QFrame):
    """Goes through findings. It keeps its height, so that the text beside it never jumps.

    It asks by its signals: ``chosen(finding)`` to point one out, ``remedy(finding, which)``,
    ``ignored_here(finding)``, ``ignored_always(finding)``, ``mend_all()`` for the sure ones, and
    ``list_wanted()`` for what is ignored.
    """

    chosen = Signal(object)
    remedy = Signal(object, int)
    ignored_here = Signal(object)
    ignored_always = Signal(object)
    mend_all = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Temuan naskah")
        self._findings: tuple[TextFinding, ...] = ()
        self._at = -1
        self._waiting = ""
        self._sign = QLabel()
        self._title = _Title()
        self._message = _Message()
        self._count = QLabel()
        self._row = QWidget(self)
        self._remedies: list[QPushButton] = []
        self._offered: tuple[Remedy, ...] = ()
        self._before = self._arrow("up", "Temuan sebelumnya", "Shift+F8", -1)
        self._after = self._arrow("down", "Temuan berikutnya", "F8", 1)
        self._ignore = QToolButton()
        self._ignore.setText("Abaikan")
        self._ignore.setAccessibleName("Abaikan temuan ini")
        self._ignore.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self._ignore)
        self.menu.setToolTipsVisible(True)
        self._ignore.setMenu(self.menu)
        self._fill_menu()
        self.bulk_button = QPushButton()
        self.bulk_button.setAutoDefault(False)
        self.bulk_button.setToolTip("Lihat dahulu daftarnya; hanya bentuk yang pasti, kutipan tidak disentuh")
        self.bulk_button.clicked.connect(self.mend_all)
        self._lay_out()
        self._refresh()

    @property
    def findings(self) -> tuple[TextFinding, ...]:
        """What the bar goes through."""
        return self._findings

    @property
    def current(self) -> TextFinding | None:
        """The finding shown."""
        return self._findings[self._at] if 0 <= self._at < len(self._findings) else None

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._message.text()

    def remedies(self) -> list[QPushButton]:
        """The remedies' buttons, in order."""
        return list(self._remedies)

    def show_findings(self, findings: Sequence[TextFinding], waiting: str = "") -> None:
        """Go through these; the same finding stays, else the one that has come to its place.

        ``waiting`` is said in place of there being no findings, where nothing was reviewed yet.
        """
        former, at = self.current, self._at
        self._findings = tuple(findings)
        self._waiting = waiting
        same = (n for n, f in enumerate(self._findings) if former and (f.code, f.text) == (former.code, former.text))
        nearest = min(same, key=lambda n: abs(n - at), default=None)
        self._at = nearest if nearest is not None else min(max(at, 0), len(self._findings) - 1)
        self._refresh()

    def choose(self, finding: TextFinding | None) -> None:
        """Show this finding; nothing is asked for."""
        if finding in self._findings and finding is not None:
            self._at = self._findings.index(finding)
            self._refresh()

    def step(self, by: int) -> None:
        """To the next finding or the one before, around the end; tells ``chosen``."""
        if self._findings:
            self._at = (self._at + by) % len(self._findings)
            self._refresh()
            self.chosen.emit(self.current)

    def apply(self, which: int = 0) -> None:
        """Ask for a remedy of the finding shown."""
        finding = self.current
        if finding is not None and which < len(finding.remedies):
            self.remedy.emit(finding, which)

    def event(self, event: QEvent) -> bool:
        """F8 and Shift+F8 go on here, whatever they mean in the window."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the bar in its buttons too."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8:
            return self.event(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bulk button gives its words up where it is narrow."""
        super().resizeEvent(event)
        self._name_bulk()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            put_icon(self._before, "up", self.palette(), 16)
            put_icon(self._after, "down", self.palette(), 16)
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground with an edge in the colour of the finding; its sign and words tell the same."""
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.current is not None:
            painter.fillRect(0, 0, _EDGE, self.height(), colour_of(self.current.severity, palette))

    # -- building

    def _arrow(self, icon: str, name: str, keys: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setToolTip(f"{name}  ({keys})")
        button.setAccessibleName(name)
        put_icon(button, icon, self.palette(), 16)
        button.clicked.connect(lambda: self.step(by))
        button.installEventFilter(self)
        return button

    def _fill_menu(self) -> None:
        here = self.menu.addAction("Abaikan di &sini")
        here.setToolTip("Kata ini dilewati dalam naskah ini saja")
        here.triggered.connect(lambda: self._leave(always=False))
        self._always = self.menu.addAction("Abaikan se&lalu")
        self._always.setToolTip("Kata ini dilewati dalam semua naskah")
        self._always.triggered.connect(lambda: self._leave(always=True))
        self.menu.addSeparator()
        self.menu.addAction("&Yang diabaikan…").triggered.connect(self.list_wanted)

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(self._sign)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._before)
        head.addWidget(self._after)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._row)
        foot.addStretch(1)
        foot.addWidget(self._ignore)
        foot.addWidget(self.bulk_button)
        self._foot = foot
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 8, 7)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._message, 1)
        column.addLayout(foot)
        button = QPushButton("X").sizeHint().height()
        self._row.setFixedHeight(button)
        self._message.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 2 * button + 18)
        for widget in (self._ignore, self.bulk_button):
            widget.installEventFilter(self)

    # -- following

    def _refresh(self) -> None:
        finding = self.current
        self._put_remedies(finding)
        for widget in (self._before, self._after, self._ignore, self._count, self._sign):
            widget.setVisible(finding is not None)
        if finding is None:
            self._title.setText(self._waiting or _NONE)
            self._message.setText("")
            said = self._title.text()
        else:
            self._title.setText(f"{family_name(finding.family)}: {shown_words(bare_pair(finding)[0], 80)}")
            source = f" ({finding.source})" if finding.source else ""
            self._message.setText(f"{finding.message}{source}")
            self._count.setText(f"{self._at + 1} dari {len(self._findings)}")
            self._always.setVisible(may_ignore_always(finding))
            said = f"{LOOKS[finding.severity].word}. {self._title.text()}. {finding.message}"
        self.setAccessibleDescription(said)
        self.bulk_button.setVisible(any(f.sure for f in self._findings))
        self._name_bulk()
        self._colour()

    def _put_remedies(self, finding: TextFinding | None) -> None:
        offered = finding.remedies[:_MOST_REMEDIES] if finding else ()
        if offered == self._offered:
            return  # a key that was just pressed keeps its button
        self._offered = offered
        self._foot.removeWidget(self._row)
        focused = any(button.hasFocus() for button in self._remedies)
        self._row.hide()
        self._row.deleteLater()
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._remedies = []
        if finding is not None:
            self._remedies = [self._remedy_button(finding, number) for number in range(len(offered))]
        for button in self._remedies:
            row.addWidget(button)
        self._foot.insertWidget(0, self._row)
        self._row.show()
        if focused and self._remedies:
            self._remedies[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remedy_button(self, finding: TextFinding, number: int) -> QPushButton:
        remedy = finding.remedies[number]
        button = QPushButton(f"&{number + 1}  {escaped(remedy_words(finding, number))}", self._row)
        button.setAutoDefault(False)
        button.setAccessibleName(remedy.label)
        button.setToolTip(f"{remedy.label}  (Alt+{number + 1})")
        button.clicked.connect(lambda: self.apply(number))
        button.installEventFilter(self)
        font = button.font()
        font.setBold(number == 0)
        button.setFont(font)
        return button

    def _name_bulk(self) -> None:
        count = sum(finding.sure for finding in self._findings)
        words = f"&Perbaiki {count} ejaan sekaligus"
        self.bulk_button.setAccessibleName(words.replace("&", ""))
        used = self._row.sizeHint().width() + self._ignore.sizeHint().width() + 40
        room = self.width() - used - self.fontMetrics().horizontalAdvance(words)
        self.bulk_button.setText(words if room > 20 else f"&Perbaiki {count}")

    def _colour(self) -> None:
        finding = self.current
        severity = finding.severity if finding else worst(())
        colour = colour_of(severity, self.palette())
        self._sign.setPixmap(pixmap(LOOKS[severity].icon, colour, 18, self.devicePixelRatioF()))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, muted(palette))
        self._count.setPalette(palette)
        self.update()

    def _leave(self, *, always: bool) -> None:
        if self.current is not None:
            (self.ignored_always if always else self.ignored_here).emit(self.current)


class _Title(QLabel):
    """One line that ends with an ellipsis where there is no room for the whole."""

    def minimumSizeHint(self) -> QSize:
        """Gives way before anything else does."""
        return QSize(40, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, cut to its width."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class _Message(QLabel):
    """The sentence on two lines; the whole of it under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def setText(self, text: str) -> None:
        """Show the text, and the whole of it as a tooltip."""
        super().setText(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """Never wider than there is room."""
        return QSize(200, super().sizeHint().height())
