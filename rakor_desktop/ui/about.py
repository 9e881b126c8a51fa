"""Two small boxes: what this program is, and which keys it knows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop import __version__
from rakor_desktop.ui.actions import Actions


class About(QDialog):
    """Version, licence, and where the data lie."""

    def __init__(self, data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tentang Rakor Desktop")
        text = QLabel(
            f"<h2>Rakor Desktop {escape(__version__)}</h2>"
            "<p>Notula, daftar hadir, siaran pers, dan laporan WhatsApp rapat koordinasi dari satu kali pengisian.</p>"
            "<p>Lisensi MIT. Memakai Qt melalui PySide6 (LGPL).</p>"
            f"<p>Data Anda tersimpan di komputer ini saja:<br>{escape(str(data_dir))}</p>"
        )
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setMinimumWidth(420)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        folder = buttons.addButton("&Buka folder data", QDialogButtonBox.ButtonRole.ActionRole)
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(data_dir))))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(buttons)


_IN_TABLES: Final = (
    ("Turun ke baris berikutnya di tabel", "Enter"),
    ("Pindah ke isian berikutnya", "Tab"),
    ("Isi semua isian yang dipilih", "Ctrl+Enter"),
    ("Pindahkan baris", "Alt+Up, Alt+Down"),
    ("Gandakan baris", "Ctrl+D"),
    ("Hapus baris", "Del"),
    ("Hadirin: ketik satu orang", "Alt+C"),
    ("Hadirin: cari di daftar", "Ctrl+F"),
    ("Hadirin: tempel daftar orang", "Ctrl+Shift+V"),
)


class Shortcuts(QDialog):
    """Every action with its keys."""

    def __init__(self, actions: Actions, pages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pintasan papan tombol")
        self.resize(480, 480)
        rows = [(_plain(a.text()), a.shortcut().toString()) for a in actions.all()]
        rows += [*pages, *_IN_TABLES]
        table = QTableWidget(len(rows), 2)
        table.setHorizontalHeaderLabels(["Tindakan", "Tombol"])
        table.setAccessibleName("Daftar pintasan")
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, 130)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
