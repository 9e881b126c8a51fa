"""The draft of a press release in its real editor: what a person writes stays, and the desk knows all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Item, Meeting
from tests.ui.draft_stage import DraftStage, draft_over


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[DraftStage]:
    with draft_over(qtbot, tmp_path) as made:
        yield made


def other_day(stage: DraftStage) -> None:
    stage.parts.desk.edit("Ubah tanggal", edits.set_held(date=date(2024, 8, 16)))
    stage.settle()


def test_shows_the_whole_draft_from_its_first_line(stage: DraftStage) -> None:
    assert stage.shown() == stage.written()
    assert stage.editor.headline.value == stage.releases.draft.headline
    assert stage.editor.dateline.text().startswith(stage.releases.draft.dateline)
    assert stage.editor.dateline.isVisible()
    assert stage.body.textCursor().position() == 0
    assert stage.editor.scroller.verticalScrollBar().value() == 0
    assert stage.editor.gutter.states == {}


def test_what_is_typed_is_a_persons_own_and_one_undo_step(stage: DraftStage) -> None:
    before = stage.text("lead")
    stage.at("lead")
    stage.type("Pagi ini, ")
    assert stage.text("lead") == f"Pagi ini, {before}"
    stage.settle()
    assert stage.editor.gutter.states == {"lead": "edited"}
    mark = stage.editor.gutter.mark("lead")
    assert mark is not None
    assert "Paragraf 1 diubah" in mark.accessibleName()
    QTest.keyClick(stage.body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert stage.text("lead") == before == stage.shown()["lead"]
    assert stage.editor.gutter.states == {}
    assert stage.parts.desk.undo_label == ""
    QTest.keyClick(stage.body, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert stage.shown()["lead"] == f"Pagi ini, {before}"


def test_typing_elsewhere_is_another_undo_step(stage: DraftStage) -> None:
    stage.at("lead")
    stage.type("Satu ")
    stage.at("chair")
    stage.type("Dua ")
    stage.parts.desk.undo()
    stage.settle()
    assert stage.shown()["chair"] == stage.composed("chair")
    assert stage.shown()["lead"].startswith("Satu ")


def test_writing_the_composed_words_again_makes_a_paragraph_untouched(stage: DraftStage) -> None:
    stage.at("chair", -1)
    stage.type("X")
    QTest.keyClick(stage.body, Qt.Key.Key_Backspace)
    stage.settle()
    assert stage.editor.gutter.states == {}
    assert stage.releases.release.paragraphs == ()


def test_enter_splits_a_paragraph_that_stays_one_for_the_facts(stage: DraftStage) -> None:
    whole = stage.text("attendees")
    stage.at("attendees", whole.index(" Turut hadir"))
    QTest.keyClick(stage.body, Qt.Key.Key_Return)
    assert stage.text("attendees") == whole.replace(" Turut hadir", "\nTurut hadir", 1)
    assert stage.releases.draft.words_now.body[3].startswith("Turut hadir")
    assert list(stage.shown()) == stage.keys


def test_backspace_merges_and_takes_the_swallowed_paragraph_out(stage: DraftStage) -> None:
    lead, chair = stage.text("lead"), stage.text("chair")
    stage.at("chair")
    QTest.keyClick(stage.body, Qt.Key.Key_Backspace)
    assert stage.text("lead") == f"{lead}{chair}"
    assert stage.text("chair") == ""
    stage.settle()
    assert stage.editor.foot.removed.text().replace("&", "") == "1 paragraf dikeluarkan"
    stage.parts.desk.undo()
    stage.settle()
    assert (stage.shown()["lead"], stage.shown()["chair"]) == (lead, chair)


def test_emptying_a_paragraph_takes_it_out_and_it_comes_back_in_its_place(stage: DraftStage) -> None:
    keys = stage.keys
    stage.at("chair", 0, -1)
    QTest.keyClick(stage.body, Qt.Key.Key_Delete)
    assert "chair" not in stage.written()
    stage.editor.headline.setFocus()
    assert list(stage.shown()) == [key for key in keys if key != "chair"]
    assert stage.body.document().blockCount() == len(keys) - 1
    stage.settle()
    menu = stage.editor.foot.menu
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert list(stage.shown()) == keys == stage.keys
    assert stage.shown()["chair"] == stage.composed("chair")


def test_writing_in_place_of_everything_belongs_to_the_first_paragraph(stage: DraftStage) -> None:
    stage.body.setFocus()
    stage.body.selectAll()
    stage.type("Semuanya baru.")
    assert stage.written() == {"lead": "Semuanya baru."}
    stage.body.selectAll()
    QTest.keyClick(stage.body, Qt.Key.Key_Delete)
    assert stage.written() == {}
    stage.type("Lagi.")
    assert stage.written() == {"lead": "Lagi."}


def test_pasted_pages_come_in_as_plain_paragraphs(stage: DraftStage) -> None:
    data = QMimeData()
    data.setHtml("<h1>Judul</h1><p>Isi <b>tebal</b></p><img src='x.png'><script>alert(1)</script>")
    data.setText("Judul\r\n\r\nIsi\ttebal\u2028baris\n")
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    stage.at("chair", 0, -1)
    stage.body.insertFromMimeData(data)
    assert stage.text("chair") == "Judul\nIsi tebal\nbaris"
    formats = {f.fontWeight() for block in _blocks(stage) for f in [block.charFormat()]}
    assert len(formats) == 1
    assert "<img" not in stage.body.toHtml()


def test_pictures_and_files_are_not_taken_in(stage: DraftStage) -> None:
    picture, files = QMimeData(), QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    files.setUrls([QUrl.fromLocalFile("/tidak/ada.docx")])
    files.setText("file:///tidak/ada.docx")
    for data in (picture, files):
        assert not stage.body.canInsertFromMimeData(data)
        stage.body.insertFromMimeData(data)
    assert stage.releases.release.paragraphs == ()


def test_only_words_are_copied_and_dragged(stage: DraftStage) -> None:
    stage.at("chair", 0, -1)
    data = stage.body.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == stage.text("chair")


def test_a_changed_fact_moves_only_what_nobody_wrote(stage: DraftStage) -> None:
    stage.at("chair", 3)
    place = stage.body.textCursor().positionInBlock()
    other_day(stage)
    assert "Jumat (16/8/2024)" in stage.shown()["lead"]
    assert stage.body.current_key == "chair"
    assert stage.body.textCursor().positionInBlock() == place
    assert not stage.editor.changes.isVisible()


def test_a_selection_survives_a_change_from_elsewhere(stage: DraftStage) -> None:
    stage.at("item:i1", 2, 9)
    chosen = stage.body.textCursor().selectedText()
    other_day(stage)
    assert stage.body.textCursor().selectedText() == chosen


def test_fact_changed_under_an_edit_shows_old_new_and_theirs(stage: DraftStage) -> None:
    stage.at("lead")
    stage.type("Pagi ini, ")
    theirs = stage.text("lead")
    other_day(stage)
    change = stage.editor.changes.current
    assert change is not None
    assert "15/8/2024" in change.before
    assert "16/8/2024" in change.now
    assert change.theirs == theirs == stage.shown()["lead"]
    assert stage.editor.gutter.states == {"lead": "changed"}
    assert stage.editor.foot.changes.isVisible()
    stage.editor.changes.use_new.click()
    assert stage.shown()["lead"] == stage.composed("lead") == stage.text("lead")
    assert not stage.editor.changes.isVisible()
    stage.parts.desk.undo()
    stage.settle()
    assert stage.editor.changes.isVisible()
    stage.editor.changes.keep.click()
    assert stage.shown()["lead"] == theirs
    assert not stage.editor.changes.isVisible()
    assert stage.editor.gutter.states == {"lead": "edited"}


def test_going_on_writing_leaves_a_change_to_be_answered(stage: DraftStage) -> None:
    stage.at("lead")
    stage.type("A ")
    other_day(stage)
    stage.editor.changes.edit.click()
    assert stage.body.hasFocus()
    stage.type("B ")
    stage.settle()
    assert stage.editor.changes.current is not None
    assert stage.shown()["lead"].startswith("B A ")


def test_words_of_a_paragraph_that_is_gone_are_kept_beside_the_draft(stage: DraftStage) -> None:
    stage.at("item:i1")
    stage.type("Kata saya: ")
    theirs = stage.text("item:i1")
    stage.parts.desk.edit("Internal", edits.update(Item, "i1", public=False))
    stage.settle()
    panel = stage.editor.changes
    assert panel.current is not None
    assert panel.current.gone
    assert "tidak ikut dirilis lagi" in panel.reason.text()
    assert theirs not in stage.releases.draft.text
    assert "item:i1" not in stage.shown()
    panel.copy.click()
    panel.drop.click()
    assert not panel.isVisible()
    stage.parts.desk.undo()
    stage.parts.desk.undo()
    stage.settle()
    assert stage.shown()["item:i1"] == theirs


def test_markup_in_words_is_shown_as_words(stage: DraftStage) -> None:
    stage.at("lead")
    stage.type("<b>x</b> & <img src=y> ")
    other_day(stage)
    shown = stage.editor.changes._texts[2][1].text()
    assert "&lt;b&gt;x&lt;/b&gt;" in shown
    assert "<img" not in shown


def test_varying_words_the_rest_anew_and_is_one_step(stage: DraftStage) -> None:
    stage.at("chair")
    stage.type("Rakor itu, ")
    stage.settle()
    theirs, before = stage.shown()["chair"], stage.shown()
    stage.editor.foot.vary.click()
    assert stage.shown()["chair"] == theirs
    assert stage.shown() != before
    assert stage.shown() == stage.written()
    assert not stage.editor.changes.isVisible()
    stage.parts.desk.undo()
    stage.settle()
    assert stage.shown() == before


def test_the_programs_wording_comes_back_from_the_menu(stage: DraftStage) -> None:
    stage.at("chair")
    stage.type("Rakor itu, ")
    stage.settle()
    menu = QMenu(stage.editor)
    stage.editor._offer(menu, "chair")
    menu.actions()[0].trigger()
    assert stage.shown()["chair"] == stage.composed("chair")
    assert stage.editor.gutter.states == {}


def test_a_paragraph_leads_to_the_field_it_was_made_of(stage: DraftStage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.editor.jump) as caught:
        stage.at("item:i1", 3)
        spot = stage.body.cursorRect().center()
        QTest.mouseClick(
            stage.body.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot
        )  # fmt: skip
    assert caught.args == ["items/i1/text"]
    with qtbot.waitSignal(stage.editor.jump) as caught:
        QTest.mouseClick(stage.editor.dateline, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert caught.args == [f"releases/{stage.releases.style.name}/dateline"]


def test_going_to_a_field_of_the_meeting_finds_its_paragraph(stage: DraftStage) -> None:
    assert stage.editor.go_to("items/i1/text")
    assert stage.body.current_key == "item:i1"
    assert stage.body.hasFocus()
    assert stage.editor.go_to("releases/x/paragraphs/chair")
    assert stage.body.current_key == "chair"
    assert stage.editor.go_to("releases/x/headline")
    assert stage.editor.headline.text.hasFocus()
    assert not stage.editor.go_to("items/tidak-ada/text")


def test_page_keys_move_by_what_is_in_sight(stage: DraftStage) -> None:
    bar = stage.editor.scroller.verticalScrollBar()
    stage.at("lead")
    QTest.keyClick(stage.body, Qt.Key.Key_PageDown)
    place = stage.body.textCursor().position()
    assert 0 < place < stage.body.document().characterCount() - 1
    QTest.qWait(10)
    assert 0 < bar.value() <= bar.maximum()
    QTest.keyClick(stage.body, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert stage.body.textCursor().hasSelection()
    assert stage.body.textCursor().position() < place


def test_headline_follows_the_facts_until_somebody_writes_one(stage: DraftStage) -> None:
    head = stage.editor.headline
    composed = head.value
    head.text.setFocus()
    head.text.to_end()
    QTest.keyClicks(head.text, " yang Panjang Sekali")
    assert stage.releases.release.headline == f"{composed} yang Panjang Sekali"
    assert head.meter.too_long
    assert head.meter.told.startswith("⚠")
    stage.parts.desk.undo()
    stage.settle()
    assert head.value == composed
    head.text.selectAll()
    QTest.keyClick(head.text, Qt.Key.Key_Delete)
    stage.settle()
    assert stage.releases.release.headline == ""
    assert head.value == ""
    assert head.text.placeholderText() == composed
    QTest.keyClick(head.text, Qt.Key.Key_Return)
    assert stage.body.hasFocus()
    assert head.value == composed


def test_another_headline_is_chosen_with_its_length(stage: DraftStage) -> None:
    head = stage.editor.headline
    head.menu.aboutToShow.emit()
    actions = head.menu.actions()
    choices = stage.releases.composed.headlines
    assert len(choices) == 3
    assert all(f"{c.length} huruf" in a.text() for c, a in zip(choices, actions, strict=False))
    actions[2].trigger()
    assert stage.releases.draft.headline == choices[2].text == head.value
    assert f"{choices[2].length} dari" in head.meter.told


def test_an_approved_draft_is_read_and_not_written(stage: DraftStage, qtbot: QtBot) -> None:
    stage.at("lead")
    stage.type("Pagi ini, ")
    stage.releases.set_status("approved", "Iptu Wahyu")
    stage.settle()
    words = stage.shown()
    stage.type("x")
    QTest.keyClick(stage.body, Qt.Key.Key_Return)
    other_day(stage)
    assert stage.shown() == words
    assert stage.editor.notice.text.startswith("✓ Disetujui oleh Iptu Wahyu pada ")
    assert not stage.editor.changes.isVisible()
    assert not stage.editor.foot.vary.isVisible()
    with qtbot.waitSignal(stage.editor.reopen_wanted):
        stage.editor.notice.reopen.click()
    stage.releases.set_status("draft", "Iptu Wahyu")
    stage.settle()
    assert stage.editor.changes.isVisible()
    assert not stage.body.isReadOnly()


def test_with_nothing_public_it_says_what_to_do(stage: DraftStage, qtbot: QtBot) -> None:
    stage.parts.desk.edit("Kosong", lambda meeting: Meeting(id=meeting.id))
    stage.settle()
    assert "masih kosong" in stage.editor.notice.text
    with qtbot.waitSignal(stage.editor.choose_wanted):
        stage.editor.notice.choose.click()


def test_another_meeting_begins_at_its_top(stage: DraftStage) -> None:
    from rakor_desktop.domain import codec

    stage.at(stage.keys[-1], -1)
    stage.parts.desk.open(codec.decode(stage.parts.catalog.sample_bytes("lumajang")))
    stage.settle()
    assert stage.shown() == stage.written()
    assert stage.body.textCursor().position() == 0


def test_what_is_hidden_catches_up_when_it_is_looked_at(stage: DraftStage) -> None:
    stage.editor.hide()
    other_day(stage)
    assert "15/8/2024" in stage.shown()["lead"]
    stage.editor.show()
    assert "16/8/2024" in stage.shown()["lead"]


def test_a_letter_typed_before_the_draft_has_followed_is_written_over_todays_facts(stage: DraftStage) -> None:
    stage.at("chair")
    stage.parts.desk.edit("Ubah tanggal", edits.set_held(date=date(2024, 8, 16)))
    stage.at("lead")
    stage.type("Z")
    assert "16/8/2024" in stage.text("lead")
    stage.settle()
    assert not stage.editor.changes.isVisible()


def test_a_thousand_people_are_patched_paragraph_by_paragraph(qtbot: QtBot, tmp_path: Path) -> None:
    with draft_over(qtbot, tmp_path, more=1000) as stage:
        assert stage.shown() == stage.written()
        assert len(stage.keys) > 80
        stage.at("attendees/50")
        stage.type("Juga ")
        stage.settle()
        assert stage.text("attendees/50").startswith("Juga ")
        stage.parts.desk.undo()
        stage.settle()
        assert stage.shown() == stage.written()
        assert stage.body.current_key == "attendees/50"


def _blocks(stage: DraftStage) -> list[QTextCursor]:
    document = stage.body.document()
    return [QTextCursor(document.findBlockByNumber(n)) for n in range(document.blockCount())]
