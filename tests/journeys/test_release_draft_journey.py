"""Humas edits the draft of a release, a fact changes meanwhile, and the document says what was chosen."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import codec, edits
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.pages.release import WORDS, ReleasePage
from rakor_desktop.ui.press.draft_editor import DraftEditor
from tests.journeys.conftest import OFFICE

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def draft_of(qtbot: QtBot, window: MainWindow) -> DraftEditor:
    parts = window.parts
    sample = codec.decode(parts.catalog.sample_bytes("pasaman-barat"))
    parts.archive.save(Bundle(office=OFFICE, meeting=sample.meeting), None)
    assert window.furniture.meetings.open(sample.meeting.id)
    window.show_workspace_page("siaran-pers")
    page = window.furniture.workspace.page("siaran-pers")
    assert isinstance(page, ReleasePage)
    page.show_view(WORDS)
    qtbot.waitUntil(page.editor.isVisible)
    return page.editor


def text_of(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(t.text or "" for t in p.iter(f"{word}t")) for p in tree.iter(f"{word}p"))


def test_an_edited_draft_meets_a_changed_fact_and_goes_out_as_chosen(qtbot: QtBot, window: MainWindow) -> None:
    draft, parts = draft_of(qtbot, window), window.parts
    begun = parts.desk.meeting

    # Her own words in the lead, a paragraph of her own out of a long one, another paragraph taken out.
    draft.body.go_to_key("lead")
    QTest.keyClicks(draft.body, "Menjelang Pilkada, ")
    draft.body.go_to_key("background")
    QTest.keyClick(draft.body, Qt.Key.Key_Backspace)
    QTest.keyClick(draft.body, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "background" in draft.body.texts)
    draft.body.go_to_key("chair")
    QTest.keyClick(draft.body, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    while draft.body.textCursor().selectedText() and not draft.body.textCursor().atBlockEnd():
        QTest.keyClick(draft.body, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(draft.body, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(draft.body, Qt.Key.Key_Delete)
    assert "Rakor tersebut dipimpin" not in parts.releases.draft.text

    # The date was wrong: it is put right on another page while the draft is out of sight.
    window.show_workspace_page("rapat")
    parts.desk.edit("Ubah tanggal", edits.set_held(date=date(2024, 8, 16)))
    window.show_workspace_page("siaran-pers")
    qtbot.waitUntil(draft.changes.isVisible)
    change = draft.changes.current
    assert change is not None
    assert (change.key, "16/8/2024" in change.now) == ("lead", True)
    assert "15/8/2024" in parts.releases.draft.text

    # She takes the date over into her own words, and keeps them.
    QTest.mouseClick(draft.changes.edit, Qt.MouseButton.LeftButton)
    theirs = draft.body.texts["lead"]
    at = theirs.index("Kamis (15/8/2024)")
    cursor = draft.body.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len("Kamis (15/8/2024)"), cursor.MoveMode.KeepAnchor)
    draft.body.setTextCursor(cursor)
    QTest.keyClicks(draft.body, "Jumat (16/8/2024)")
    qtbot.waitUntil(lambda: draft.gutter.states.get("lead") == "changed")
    QTest.mouseClick(draft.changes.keep, Qt.MouseButton.LeftButton)
    assert not draft.changes.isVisible()
    assert draft.body.hasFocus()

    # Another headline, and other words for the rest.
    choices = parts.releases.composed.headlines
    draft.headline.menu.aboutToShow.emit()
    draft.headline.menu.actions()[2].trigger()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: parts.releases.release.variation == 1)

    window.furniture.exporting.export("siaran-pers", ".docx")
    folder = Path(parts.settings.now.export_folder)
    qtbot.waitUntil(lambda: any(folder.rglob("*.docx")), timeout=10_000)
    qtbot.waitUntil(lambda: not parts.jobs.busy, timeout=10_000)
    (file,) = folder.rglob("*.docx")
    out = text_of(file)
    assert choices[2].text in out
    assert "Menjelang Pilkada, Polres Pasaman Barat" in out
    assert "Jumat (16/8/2024)" in out
    assert "15/8/2024" not in out
    assert "Rakor tersebut dipimpin" not in out
    for paragraph in parts.releases.draft.paragraphs:
        assert paragraph.text.split("\n")[0] in out

    # All of it is kept, and all of it can be taken back.
    parts.autosave.flush()
    stored, _revision = parts.archive.load(parts.desk.meeting.id)
    assert stored.meeting.releases == parts.desk.meeting.releases
    while parts.desk.undo_label:
        parts.desk.undo()
    assert parts.desk.meeting == begun


def test_small_print_stays_readable_when_the_window_turns_dark(qtbot: QtBot, window: MainWindow) -> None:
    draft = draft_of(qtbot, window)
    draft.body.go_to_key("lead")
    QTest.keyClicks(draft.body, "Menjelang Pilkada, ")
    window.parts.desk.edit("Ubah tanggal", edits.set_held(date=date(2024, 8, 16)))
    qtbot.waitUntil(draft.changes.isVisible)
    next(action for action in window.findChildren(QAction) if action.text().replace("&", "") == "Gelap").trigger()
    QApplication.processEvents()
    small = [label for label in draft.changes.findChildren(QLabel) if label.text() in ("Lama", "Baru", "Anda")]
    small += draft.headline.meter.findChildren(QLabel)
    assert len(small) == 4
    for label in small:
        assert label.palette().color(label.foregroundRole()) == tone(draft, "muted"), label.text()
