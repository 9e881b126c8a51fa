"""The dialog's middle: the form with a line over it that says what can be done with the style, or what is broken."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.catalog.press_faults import StyleFault
from rakor_desktop.catalog.press_shelf import line_of
from rakor_desktop.catalog.reader import DataFileError
from rakor_desktop.ui.press_style.drawer import StyleDraft
from rakor_desktop.ui.press_style.form import StyleForm

_LOCKED = "Gaya bawaan tidak diubah. Salin dahulu, lalu ubah salinannya."
_LOCKED_REPORT = "Kata-kata bawaan tetap tersimpan; ubah untuk kantor ini."
_REPLACES = "Menggantikan gaya bawaan. Menghapusnya mengembalikan yang bawaan."
COPY, OWN_REPORT = "Salin ga&ya ini", "Ub&ah untuk kantor ini"


class FormPane(QStackedWidget):
    """Form or broken file. ``copy_wanted``, and ``reload_wanted`` after a file was mended by hand."""

    copy_wanted = Signal()
    reload_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = StyleForm()
        self.broken = BrokenFile(self)
        self.broken.reload.clicked.connect(self.reload_wanted)
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self.copy = QPushButton(self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self.copy_wanted)
        self.banner = QFrame(self)
        self.banner.setFrameShape(QFrame.Shape.StyledPanel)
        self.banner.setAutoFillBackground(True)
        line = QHBoxLayout(self.banner)
        line.setContentsMargins(10, 6, 8, 6)
        line.addWidget(self._told, 1)
        line.addWidget(self.copy)
        self.scroller = QScrollArea(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self.form)
        page = QWidget(self)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.banner)
        rows.addWidget(self.scroller, 1)
        self.addWidget(page)
        self.addWidget(self.broken)

    def show_draft(self, draft: StyleDraft) -> None:
        """Show a style from its top, or what is wrong with its file."""
        if draft.problem is not None:
            self.broken.show_problem(draft.problem)
            self.setCurrentIndex(1)
            return
        self.setCurrentIndex(0)
        report = draft.now.form == "report"
        self.banner.setVisible(draft.locked or draft.replaces)
        self._told.setText((_LOCKED_REPORT if report else _LOCKED) if draft.locked else _REPLACES)
        self.copy.setVisible(draft.locked)
        self.copy.setText((OWN_REPORT if report else COPY).replace("&", ""))
        self.form.show_style(draft.now, locked=draft.locked)
        self.scroller.verticalScrollBar().setValue(0)

    def go_to(self, fault: StyleFault) -> None:
        """Bring the field of a fault into sight."""
        field = self.form.go_to(fault.key)
        if field is not None:
            QTimer.singleShot(0, field, lambda: self.scroller.ensureWidgetVisible(field, 10, 40))


class BrokenFile(QWidget):
    """A file of the user that cannot be used: which, where in it, and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: DataFileError | None = None
        title = QLabel("Berkas gaya ini tidak dapat dipakai", self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAccessibleName("Masalah pada berkas gaya")
        self.open = QPushButton("&Buka berkas", self)
        self.open.setAutoDefault(False)
        self.open.clicked.connect(self._open)
        self.reload = QPushButton("&Baca ulang", self)
        self.reload.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addWidget(self.reload)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 4, 12, 4)
        rows.setSpacing(10)
        rows.addWidget(title)
        rows.addWidget(self.words)
        rows.addLayout(buttons)
        rows.addStretch(1)

    def show_problem(self, problem: DataFileError) -> None:
        """Tell the problem with its file and line."""
        self._problem = problem
        line = line_of(problem)
        where = f"{problem.file}{f', baris {line}' if line else ''}"
        self.words.setText(f"{problem.message}\n\n{where}")

    def _open(self) -> None:
        if self._problem is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._problem.file)))
