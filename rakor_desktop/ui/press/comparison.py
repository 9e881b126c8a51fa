"""Two wordings of a release as one text: what came is underlined and green, what went struck out and red."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from rakor_desktop.ui.grid.tones import is_dark, tone
from rakor_desktop.ui.press.differences import Passage

_GROUND = {"added": ("#dcf1e3", "#1f4030"), "removed": ("#fbe3e1", "#4a2524")}


class Comparison(QTextBrowser):
    """Shows passages; read only, can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Perbedaan kata-kata")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(12)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show these from the top."""
        self.clear()
        cursor = QTextCursor(self.document())
        space = QTextBlockFormat()
        space.setBottomMargin(8)
        space.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for number, passage in enumerate(passages):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(space)
            self._write(cursor, passage)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, cursor: QTextCursor, passage: Passage) -> None:
        if passage.label:
            label = QTextCharFormat()
            label.setForeground(tone(self, "muted"))
            cursor.insertText(f"{passage.label}: ", label)
        for run in passage.runs:
            cursor.insertText(run.text, self._format(run.mark, passage.label == "Judul"))

    def _format(self, mark: str, bold: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        if bold:
            made.setFontWeight(QFont.Weight.Bold)
        if mark != "same":
            made.setForeground(tone(self, "public" if mark == "added" else "wrong"))
            made.setBackground(QColor(_GROUND[mark][is_dark(self.palette())]))
            made.setFontUnderline(mark == "added")
            made.setFontStrikeOut(mark == "removed")
        return made
