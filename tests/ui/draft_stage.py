"""The draft editor in a window of its own, over a real archive, with a sample meeting on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop import app as root
from rakor_desktop.desk.releases import Releases
from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press.draft_editor import DraftEditor
from tests.ui.stage import show


class DraftStage:
    """What a test needs of the editor and of the desk behind it."""

    def __init__(self, parts: Parts, editor: DraftEditor) -> None:
        self.parts, self.editor, self.body = parts, editor, editor.body

    @property
    def releases(self) -> Releases:
        return self.parts.releases

    @property
    def keys(self) -> list[str]:
        """The keys of the paragraphs that stand in the draft."""
        return [p.key for p in self.releases.draft.paragraphs if p.text]

    def text(self, key: str) -> str:
        """A paragraph as the release has it."""
        return next(p.text for p in self.releases.draft.paragraphs if p.key == key)

    def composed(self, key: str) -> str:
        return next(p.composed for p in self.releases.composed.paragraphs if p.key == key)

    def shown(self) -> dict[str, str]:
        """The paragraphs as they stand on the paper."""
        return dict(self.body.texts)

    def written(self) -> dict[str, str]:
        """The paragraphs as the release has them."""
        return {p.key: p.text for p in self.releases.draft.paragraphs if p.text}

    def at(self, key: str, place: int = 0, until: int | None = None) -> None:
        """Put the cursor into a paragraph, ``place`` characters from its beginning (from its end: -1 is behind it)."""
        assert self.body.go_to_key(key)
        cursor = self.body.textCursor()
        block = cursor.block()
        length = len(block.text())

        def where(at: int) -> int:
            return block.position() + (at if at >= 0 else length + 1 + at)

        cursor.setPosition(where(place))
        if until is not None:
            cursor.setPosition(where(until), QTextCursor.MoveMode.KeepAnchor)
        self.body.setTextCursor(cursor)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.body, text)

    def settle(self) -> None:
        """Let the editor follow the desk now, as it does a moment after a change."""
        self.editor.refresh()


@contextmanager
def draft_over(qtbot: QtBot, folder: Path, *, sample: str = "pasaman-barat", more: int = 0) -> Iterator[DraftStage]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = root.build(app, folder)
    parts = window.parts
    bundle = codec.decode(parts.catalog.sample_bytes(sample))
    people = tuple(
        Attendee(f"x{n}", rank="AKP", name=f"Rahmat Hidayat {n}", position="Kapolsek", institution="Polres Uji")
        for n in range(more)
    )
    meeting = replace(bundle.meeting, attendees=(*bundle.meeting.attendees, *people))
    parts.desk.open(replace(bundle, meeting=meeting))
    editor = DraftEditor(parts)
    stage = show(qtbot, parts.desk, editor, 760, 640)
    editor.refresh()
    try:
        yield DraftStage(parts, editor)
    finally:
        stage.close()
        root.close(parts)
        editor.setParent(None)
        editor.deleteLater()
        window.deleteLater()
        app.processEvents()
