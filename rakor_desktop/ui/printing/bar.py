"""The bar over the pages: which document, how large, which page, and what to do with them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QToolButton, QWidget

from rakor_desktop.desk.documents import DOCUMENTS, document_title
from rakor_desktop.ui.actions import describe
from rakor_desktop.ui.icons import put_icon
from rakor_desktop.ui.printing.layout import STEPS, Zoom

FITS: Final = (("page", "Satu halaman"), ("width", "Selebar jendela"))


class PreviewActions:
    """What can be done in the preview: words and keys, once."""

    def __init__(self, window: QWidget) -> None:
        def action(text: str, icon: str, keys: str, remark: str) -> QAction:
            made = QAction(text, window)
            made.setShortcuts([QKeySequence(k) for k in keys.split("; ")])
            describe(made, remark)
            put_icon(made, icon, window.palette())
            window.addAction(made)
            return made

        self.print = action("Ce&tak…", "print", "Ctrl+P", "Pilih pencetak lalu cetak halaman ini")
        self.pdf = action("Simpan &PDF…", "save", "Ctrl+S", "Simpan halaman ini sebagai berkas PDF")
        self.word = action("Buka di &Word", "document", "Ctrl+Shift+O", "Buat berkas Word dan buka untuk disunting")
        self.again = action("Per&barui", "refresh", "F5", "Susun lagi halaman dari isian rapat saat ini")
        self.smaller = action("Perkecil", "zoom-out", "Ctrl+-", "Perkecil tampilan")
        self.larger = action("Perbesar", "zoom-in", "Ctrl++; Ctrl+=", "Perbesar tampilan")
        self.whole = action("Satu halaman", "", "Ctrl+0", "Tampilkan satu halaman utuh")
        self.life_size = action("100 %", "", "Ctrl+1", "Tampilkan seukuran aslinya")
        self.wide = action("Selebar jendela", "", "Ctrl+2", "Tampilkan selebar jendela")
        self.previous = action("Halaman sebelumnya", "up", "Ctrl+PgUp", "Halaman sebelumnya")
        self.next = action("Halaman berikutnya", "down", "Ctrl+PgDown", "Halaman berikutnya")


class PreviewBar(QWidget):
    """Emits ``document_chosen(key)``, ``zoom_chosen(zoom)`` and ``page_chosen(number)`` (from 0) for what one does."""

    document_chosen = Signal(str)
    zoom_chosen = Signal(object)
    page_chosen = Signal(int)

    def __init__(self, actions: PreviewActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents = QComboBox(self)
        self.zoom = QComboBox(self)
        self.page = QSpinBox(self)
        self._count = QLabel(self)
        self._fill()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(6)
        row.addWidget(self.documents)
        row.addSpacing(6)
        row.addWidget(_tool(actions.smaller, self))
        row.addWidget(self.zoom)
        row.addWidget(_tool(actions.larger, self))
        row.addSpacing(6)
        row.addWidget(_tool(actions.previous, self))
        row.addWidget(self.page)
        row.addWidget(self._count)
        row.addWidget(_tool(actions.next, self))
        row.addStretch(1)
        self.buttons = tuple(_button(action, self) for action in (actions.word, actions.pdf, actions.print))
        for button in self.buttons:
            row.addWidget(button)
        self.buttons[-1].setDefault(True)

    def show_document(self, document: str) -> None:
        """Tell which document is shown."""
        with QSignalBlocker(self.documents):
            self.documents.setCurrentIndex(self.documents.findData(document))

    def show_zoom(self, zoom: Zoom, factor: float) -> None:
        """Tell how large the pages are; a factor between the steps is told in per cent."""
        with QSignalBlocker(self.zoom):
            self.zoom.setPlaceholderText(f"{round(factor * 100)} %")
            self.zoom.setCurrentIndex(self.zoom.findData(zoom))

    def show_page(self, number: int, count: int) -> None:
        """Tell which page, from 0, of how many is read."""
        with QSignalBlocker(self.page):
            self.page.setSpecialValueText("" if count else " ")
            self.page.setRange(min(1, count), count)
            self.page.setValue(number + 1)
        self.page.setEnabled(count > 1)
        self._count.setText(f"dari {count}" if count else "")

    def _fill(self) -> None:
        for document in DOCUMENTS:
            self.documents.addItem(document_title(document), document)
        self.documents.setAccessibleName("Dokumen")
        self.documents.setToolTip("Dokumen yang dipratinjau")
        for fit, text in FITS:
            self.zoom.addItem(text, fit)
        for step in STEPS:
            self.zoom.addItem(f"{round(step * 100)} %", step)
        self.zoom.setAccessibleName("Ukuran tampilan")
        self.zoom.setToolTip("Ukuran tampilan  (Ctrl+roda tetikus)")
        self.zoom.setMinimumWidth(130)
        self.page.setAccessibleName("Halaman")
        self.page.setToolTip("Ke halaman nomor…")
        self.page.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setFixedWidth(44)
        self.page.setKeyboardTracking(False)
        self.documents.activated.connect(lambda n: self.document_chosen.emit(self.documents.itemData(n)))
        self.zoom.activated.connect(lambda n: self.zoom_chosen.emit(self.zoom.itemData(n)))
        self.page.valueChanged.connect(lambda n: self.page_chosen.emit(n - 1))


def _tool(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(QSize(18, 18))
    button.setAutoRaise(True)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _button(action: QAction, parent: QWidget) -> QPushButton:
    """A push button for an action: it follows the action's words, icon and whether it can be done."""
    button = QPushButton(parent)
    button.setAutoDefault(False)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setText(action.text())
        button.setAccessibleName(action.text().replace("&", ""))
        button.setIcon(action.icon())
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    follow()
    return button
