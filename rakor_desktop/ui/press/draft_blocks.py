"""A draft in a text document: every block carries the key of its paragraph, and only what changed is replaced.

Several blocks in a row with one key are one composed paragraph that a person split.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from rakor_desktop.ui.press.draft_words import clean

KEY: Final = QTextFormat.Property.UserProperty + 17
"""The block format's property with the paragraph's key."""

_LINE_HEIGHT: Final = 140.0
"""Per cent: lines of running text that is to be read closely."""
_GAP: Final = 9.0
"""Pixels between two paragraphs."""


class Line(NamedTuple):
    """One block: the key of the paragraph that it belongs to, and its text."""

    key: str
    text: str


def key_of(block: QTextBlock) -> str:
    """The key of the paragraph that a block belongs to; empty for a block of none."""
    key = block.blockFormat().property(KEY)
    return key if isinstance(key, str) else ""


def blocks_of(document: QTextDocument) -> list[QTextBlock]:
    """All blocks, in order."""
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def lines_of(document: QTextDocument) -> list[Line]:
    """All blocks as they stand, blank ones too."""
    return [Line(key_of(block), block.text()) for block in blocks_of(document)]


def texts_of(lines: Iterable[Line]) -> dict[str, str]:
    """The text of every key that has one."""
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line.key, []).append(line.text)
    joined = ((key, clean("\n".join(parts))) for key, parts in found.items())
    return {key: text for key, text in joined if text}


def wanted_lines(paragraphs: Iterable[tuple[str, str]]) -> list[Line]:
    """The blocks that these paragraphs (key and text) make; one without text makes none."""
    return [Line(key, part) for key, text in paragraphs for part in clean(text).split("\n") if part]


def patch(document: QTextDocument, wanted: Sequence[Line]) -> bool:
    """Turn the document into these blocks, touching as little as possible; whether anything was to do.

    Cursors in what stays keep their places.
    """
    now = lines_of(document)
    if now == list(wanted):
        return False
    texts_now = [line.text for line in now]
    goal = [line.text for line in wanted] or [""]
    if texts_now != goal:
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for tag, i1, i2, j1, j2 in reversed(_steps(now, wanted)):
            _apply(document, cursor, tag, (i1, i2), goal[j1:j2] if wanted else [""])
        cursor.endEditBlock()
    return True


def put_keys(document: QTextDocument, keys: Sequence[str]) -> None:
    """Write the keys into the blocks' formats where they are not there yet."""
    for block, key in zip(blocks_of(document), keys, strict=False):
        if key_of(block) != key:
            change = QTextBlockFormat()
            change.setProperty(KEY, key)
            QTextCursor(block).mergeBlockFormat(change)


def dress(document: QTextDocument, indent: float) -> int:
    """Give every block its line height and the gap under it, and the first one its indent (pixels); their number."""
    blocks = blocks_of(document)
    for number, block in enumerate(blocks):
        now, wanted = block.blockFormat(), indent if number == 0 else 0.0
        if now.lineHeight() != _LINE_HEIGHT or now.textIndent() != wanted or now.bottomMargin() != _GAP:
            change = QTextBlockFormat()
            change.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            change.setBottomMargin(_GAP)
            change.setTextIndent(wanted)
            QTextCursor(block).mergeBlockFormat(change)
    return len(blocks)


def _steps(now: Sequence[Line], wanted: Sequence[Line]) -> list[tuple[str, int, int, int, int]]:
    """Opcodes over blocks: equal ones left out, and what is replaced paired block by block."""
    if not wanted:
        return [("replace", 0, len(now), 0, 1)]
    head = 0
    while head < min(len(now), len(wanted)) and now[head].text == wanted[head].text:
        head += 1
    tail = 0
    while tail < min(len(now), len(wanted)) - head and now[-1 - tail].text == wanted[-1 - tail].text:
        tail += 1
    before, after = now[head : len(now) - tail], wanted[head : len(wanted) - tail]
    # Blocks are matched by key and, within a key, by order.
    matcher = SequenceMatcher(None, _numbered(before), _numbered(after), autojunk=False)
    steps: list[tuple[str, int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        steps += [
            ("replace", head + i1 + n, head + i1 + n + 1, head + j1 + n, head + j1 + n + 1)
            for n in range(min(i2 - i1, j2 - j1))
            if before[i1 + n].text != after[j1 + n].text
        ]
        paired = min(i2 - i1, j2 - j1) if tag != "equal" else i2 - i1
        if i2 - i1 > paired:
            steps.append(("delete", head + i1 + paired, head + i2, head + j2, head + j2))
        elif j2 - j1 > paired:
            steps.append(("insert", head + i2, head + i2, head + j1 + paired, head + j2))
    return steps


def _numbered(lines: Sequence[Line]) -> list[tuple[str, int]]:
    seen: dict[str, int] = {}
    found = []
    for line in lines:
        seen[line.key] = seen.get(line.key, -1) + 1
        found.append((line.key, seen[line.key]))
    return found


def _apply(document: QTextDocument, cursor: QTextCursor, tag: str, at: tuple[int, int], texts: Sequence[str]) -> None:
    first, last = at
    match tag:
        case "replace":
            for number in range(last - 1, first, -1):
                _drop(document, cursor, number)
            _retype(document, cursor, first, texts[0])
        case "delete":
            for number in range(last - 1, first - 1, -1):
                _drop(document, cursor, number)
        case _:
            for text in reversed(texts):
                _put(document, cursor, first, text)


def _retype(document: QTextDocument, cursor: QTextCursor, number: int, text: str) -> None:
    """Replace the middle of a block that differs."""
    block = document.findBlockByNumber(number)
    old, start = block.text(), block.position()
    head = 0
    while head < min(len(old), len(text)) and old[head] == text[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(text)) - head and old[-1 - tail] == text[-1 - tail]:
        tail += 1
    cursor.setPosition(start + _units(old[:head]))
    cursor.setPosition(start + _units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[head : len(text) - tail])


def _units(text: str) -> int:
    """The length as Qt counts it: an emoji is two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _drop(document: QTextDocument, cursor: QTextCursor, number: int) -> None:
    block = document.findBlockByNumber(number)
    end = block.position() + block.length() - 1
    before = number > 0
    cursor.setPosition(block.position() - 1 if before else block.position())
    cursor.setPosition(end if before else min(end + 1, document.characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _put(document: QTextDocument, cursor: QTextCursor, number: int, text: str) -> None:
    if number == 0:
        cursor.setPosition(0)
        cursor.insertBlock()
        cursor.setPosition(0)
    else:
        block = document.findBlockByNumber(number - 1)
        cursor.setPosition(block.position() + block.length() - 1)
        cursor.insertBlock()
    cursor.insertText(text)
