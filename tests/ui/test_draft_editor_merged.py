"""What a person merged into another paragraph is not lost sight of: neither its facts, nor that it became internal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Item
from tests.ui.draft_stage import DraftStage, draft_over


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[DraftStage]:
    with draft_over(qtbot, tmp_path) as made:
        yield made


def merge(stage: DraftStage, key: str) -> None:
    """Put the cursor before a paragraph and press Backspace."""
    stage.at(key)
    QTest.keyClick(stage.body, Qt.Key.Key_Backspace)
    stage.settle()


def test_a_rank_put_right_after_its_paragraph_was_merged_is_told(stage: DraftStage) -> None:
    merge(stage, "attendees")
    assert not stage.editor.changes.isVisible()
    people = stage.parts.desk.meeting.attendees
    wrong = next(person for person in people if person.rank == "AKP")
    stage.parts.desk.edit("Ubah pangkat", edits.update_all(Attendee, [wrong.id], rank="Kompol"))
    stage.settle()
    changes = stage.editor.changes
    assert changes.isVisible()
    change = changes.current
    assert change is not None
    assert (change.key, change.within, change.theirs) == ("attendees", "chair", stage.text("chair"))
    assert ("AKP" in change.before, "Kompol" in change.now) == (True, True)
    assert [b.isVisible() for b in (changes.use_new, changes.keep, changes.edit)] == [False, True, True]
    QTest.mouseClick(changes.edit, Qt.MouseButton.LeftButton)
    assert stage.body.current_key == "chair"
    QTest.mouseClick(changes.keep, Qt.MouseButton.LeftButton)
    assert not changes.isVisible()
    assert stage.text("attendees") == ""


def test_words_of_an_internal_item_that_stand_in_another_paragraph_are_told_until_they_are_gone(
    stage: DraftStage,
) -> None:
    secret = stage.text("item:i3")
    merge(stage, "item:i3")
    stage.parts.desk.edit("Ubah izin rilis", edits.update_all(Item, ["i3"], public=False))
    stage.settle()
    assert secret in stage.releases.draft.text
    changes = stage.editor.changes
    assert changes.isVisible()
    assert "masih ada dalam paragraf" in changes.reason.text()
    buttons = (changes.use_new, changes.keep, changes.edit, changes.copy, changes.drop)
    assert [b.isVisible() for b in buttons] == [False, False, True, False, False]
    QTest.mouseClick(changes.edit, Qt.MouseButton.LeftButton)
    host = stage.body.current_key
    at = stage.text(host).index(secret)
    stage.at(host, at, at + len(secret))
    QTest.keyClick(stage.body, Qt.Key.Key_Delete)
    stage.settle()
    assert secret not in stage.releases.draft.text
    assert not changes.isVisible()


def test_a_paragraph_that_was_simply_taken_out_tells_nothing_of_its_facts(stage: DraftStage) -> None:
    stage.releases.write({"attendees": None, "lead": f"Menjelang Pilkada, {stage.text('lead')}"})
    people = stage.parts.desk.meeting.attendees
    stage.parts.desk.edit("Ubah hadirin", lambda m: replace(m, attendees=people[:3]))
    stage.settle()
    assert not stage.editor.changes.isVisible()
