"""The field of the window "Periksa naskah": text is pasted or dropped into it, files are handed on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rakor_desktop.ui.proof.live import MOST_REVIEWED
from rakor_desktop.ui.proof.places import cursor_over
from rakor_desktop.ui.reading.material import local_files

_HINT: Final = (
    "Tempel atau ketik naskah di sini, atau seret berkasnya ke sini.\n\n"
    "Siaran pers, berita, laporan WhatsApp, atau surat, dari mana pun asalnya."
)
_SEEK: Final = 2_000
"""How far before the last character that fits a line end is looked for."""
_ENDS: Final = re.compile(r"\r\n?")


class DraftEdit(QPlainTextEdit):
    """Plain text with its own undo.

    ``brought(path)``: a file was pasted or dropped. ``shortened(length)``: what was to come in has so many
    characters, more than can be reviewed, and only its beginning is in the field.
    """

    brought = Signal(object)
    shortened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Naskah")
        self.setPlaceholderText(_HINT)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(14)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.12)
        self.setFont(font)

    def put(self, text: str) -> None:
        """Put a whole text in place of the former one; it can be undone."""
        cursor = cursor_over(self, 0, self.document().characterCount())
        cursor.insertText(self._fitting(text, 0))
        self.setTextCursor(cursor_over(self, 0, 0))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and files."""
        return bool(local_files(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A file is handed on; text goes in where the caret is, at the first paste with the beginning in sight."""
        files = local_files(source)
        if files:
            self.brought.emit(Path(files[0]))
            return
        whole = self.document().isEmpty()
        cursor = self.textCursor()
        kept = self.document().characterCount() - len(cursor.selectedText())
        cursor.insertText(self._fitting(source.text(), kept))
        if whole:
            self.setTextCursor(cursor_over(self, 0, 0))
        self.ensureCursorVisible()

    def _fitting(self, text: str, kept: int) -> str:
        """As much of a text as there is room for beside what stays, cut between lines."""
        room = max(0, MOST_REVIEWED - kept)
        if len(text) <= room:
            return _ENDS.sub("\n", text)
        self.shortened.emit(len(text))
        return _ENDS.sub("\n", text[: text.rfind("\n", room - _SEEK, room) + 1 or room])
