"""The text of an edit as the review reads it, and its places as Qt counts them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

AnyEdit = QPlainTextEdit | QTextEdit

_LINE_ENDS: Final = ("\u2029", "\u2028", "\ufdd0", "\ufdd1")
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")


def text_of(edit: AnyEdit) -> str:
    """The text, one character for each of Qt's; unlike ``toPlainText`` it keeps blanks that do not break."""
    text = edit.document().toRawText()
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return text


class Places:
    """How places in a Python text and in Qt's correspond: Qt counts UTF-16 units, and an emoji is two of them."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]

    def to_qt(self, place: int) -> int:
        """Qt's position of a place in the text."""
        return place + bisect_left(self._wide, place) if self._wide else place

    def to_text(self, position: int) -> int:
        """The place in the text of a position of Qt's."""
        if not self._wide:
            return position
        low, high = 0, self._length
        while low < high:
            middle = (low + high + 1) // 2
            if self.to_qt(middle) <= position:
                low = middle
            else:
                high = middle - 1
        return low


def cursor_over(edit: AnyEdit, start: int, end: int) -> QTextCursor:
    """A cursor that selects from one of Qt's positions to another, both clipped to the text."""
    last = max(0, edit.document().characterCount() - 1)
    cursor = QTextCursor(edit.document())
    cursor.setPosition(min(max(0, start), last))
    cursor.setPosition(min(max(0, end), last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def replace_all(edit: AnyEdit, changes: list[tuple[int, int, str]]) -> None:
    """Put other words at places of the text (in characters, from front to back, apart), as one undo step."""
    places = Places(text_of(edit))
    block = QTextCursor(edit.document())
    block.beginEditBlock()
    for start, end, words in reversed(changes):
        cursor_over(edit, places.to_qt(start), places.to_qt(end)).insertText(words)
    block.endEditBlock()
