"""The window "Daftar isian": every field of a document with its meaning, an example, and a snippet to copy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.desk.documents import DOCUMENTS, document_title
from rakor_desktop.desk.field_sheet import FieldRow, field_rows, filter_rows
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.template_shelf.use import trial_of
from rakor_desktop.ui.toast import Toast

_ROW: Final = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 860, 600
_MARGIN: Final = 40
_AIR: Final = 6
_FILTERS: Final = "Penapis: bentuk lain sebuah isian, ditulis sesudah tanda |"
_SAYS: Final = {"list": "perulangan", "choice": "bila ada", "picture": "gambar", "piece": "kelompok isian"}


class FieldSheet(QDialog):
    """Beside Word: search, choose, paste. A click or Enter on a row copies its snippet."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Daftar isian")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
        self._parts = parts
        self.box = QComboBox(self)
        self.box.setAccessibleName("Dokumen")
        for document in DOCUMENTS:
            self.box.addItem(document_title(document), document)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Cari isian, arti, atau contoh")
        self.search.setAccessibleName("Cari isian")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.tree = _Tree(self)
        self.toast = Toast(self.tree)
        self.snippet = QPlainTextEdit(self)
        self.snippet.setReadOnly(True)
        self.snippet.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.snippet.setAccessibleName("Teks untuk Word")
        self.snippet.setFixedHeight(self.fontMetrics().height() * 7)
        self.snippet.setTabChangesFocus(True)
        self.copy = QPushButton("&Salin", self)
        self.copy.setToolTip("Salin teks ini, lalu tempel di Word  (Enter)")
        self.copy.setAutoDefault(False)
        self._lay_out()
        self.box.currentIndexChanged.connect(lambda _row: self._fill())
        self.search.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(lambda now, _before: self._show(now))
        self.tree.itemClicked.connect(lambda item, _column: self._copy(item))
        self.tree.wanted.connect(self._copy)
        self.copy.clicked.connect(lambda: self._copy(self.tree.currentItem()))
        self._fill()
        self.search.setFocus()

    def show_document(self, document: str) -> None:
        """Show the fields of this document."""
        self.box.setCurrentIndex(max(0, self.box.findData(document)))

    def rows(self) -> list[FieldRow]:
        """The rows that are shown, in order."""
        return [item.data(0, _ROW) for item in self.tree.every() if not item.isHidden() and item.data(0, _ROW)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the search to the rows; Enter copies the current one."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.tree.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._copy(self.tree.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        document = str(self.box.currentData())
        self.tree.clear()
        last: dict[int, QTreeWidgetItem] = {}
        for row in field_rows(document, trial_of(self._parts).bundle, self._parts.catalog):
            above = last.get(row.depth - 1) if row.depth else None
            item = self.tree.add(above, row)
            last[row.depth] = item
        head = QTreeWidgetItem(self.tree, [_FILTERS])
        head.setFirstColumnSpanned(True)
        for row in filter_rows(self._parts.catalog):
            self.tree.add(head, row)
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        first: QTreeWidgetItem | None = None
        for item in self.tree.every():
            row: FieldRow | None = item.data(0, _ROW)
            told = " ".join((row.group, row.name, row.meaning, row.example)).casefold() if row else ""
            found = bool(row) and all(word in told for word in words)
            item.setHidden(bool(words) and not found)
            if not words or not found:
                item.setExpanded(False)
                continue
            first = first or item
            above = item.parent()
            while above is not None:
                above.setHidden(False)
                above.setExpanded(True)
                above = above.parent()
        top = first or next((item for item in self.tree.every() if not item.isHidden()), None)
        if top is not None:
            self.tree.setCurrentItem(top)
        self._show(top)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        row: FieldRow | None = item.data(0, _ROW) if item else None
        self.snippet.setPlainText(row.snippet if row else "")
        self.copy.setEnabled(bool(row and row.snippet))

    def _copy(self, item: QTreeWidgetItem | None) -> None:
        row: FieldRow | None = item.data(0, _ROW) if item else None
        if item is None or row is None or not row.snippet:
            if item is not None:
                item.setExpanded(not item.isExpanded())
            return
        QGuiApplication.clipboard().setText(row.snippet)
        lines = row.snippet.count("\n")
        self.toast.say("Disalin; tempel di Word" if lines else f"{row.snippet} disalin; tempel di Word")

    def _lay_out(self) -> None:
        label = QLabel("&Dokumen", self)
        label.setBuddy(self.box)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.box)
        head.addWidget(self.search, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.snippet, 1)
        foot.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 12, 14, 12)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self.tree, 1)
        rows.addLayout(foot)


class _Tree(QTreeWidget):
    """Name, meaning, example; Enter tells :attr:`wanted`."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Isian")
        self.setHeaderLabels(["Isian", "Arti", "Contoh"])
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 250)
        header.resizeSection(1, 300)

    def add(self, above: QTreeWidgetItem | None, row: FieldRow) -> QTreeWidgetItem:
        """Add a row beneath another one, or at the top."""
        item = QTreeWidgetItem(above or self, [row.name, row.meaning, row.example])
        item.setData(0, _ROW, row)
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + _AIR))
        kind = _SAYS.get(row.kind, "")
        for column, text in enumerate((f"{row.name}\n{kind}" if kind else row.name, row.meaning, row.example)):
            item.setToolTip(column, text)
        return item

    def every(self) -> list[QTreeWidgetItem]:
        """All items, each before those beneath it."""
        found: list[QTreeWidgetItem] = []
        waiting = [item for at in range(self.topLevelItemCount() - 1, -1, -1) if (item := self.topLevelItem(at))]
        while waiting:
            item = waiting.pop()
            found.append(item)
            below = [item.child(at) for at in range(item.childCount() - 1, -1, -1)]
            waiting += [child for child in below if child is not None]
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter copies."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
