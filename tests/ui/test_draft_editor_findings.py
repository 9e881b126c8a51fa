"""The live review of the draft in its editor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rakor_desktop.ui.proof.bulk_dialog import BulkDialog
from rakor_desktop.ui.proof.ignored_dialog import IgnoredDialog
from tests.ui.draft_stage import DraftStage, draft_over


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[DraftStage]:
    with draft_over(qtbot, tmp_path) as made:
        yield made


def words_found(stage: DraftStage) -> list[str]:
    return [placed.finding.text for placed in stage.editor.findings.placed]


def reviewed(stage: DraftStage, qtbot: QtBot, words: list[str]) -> None:
    qtbot.waitUntil(lambda: words_found(stage) == words, timeout=5000)


def write(stage: DraftStage, qtbot: QtBot) -> None:
    stage.at("chair")
    stage.type("Adapun tempat2 itu dimana ")
    reviewed(stage, qtbot, ["tempat2", "dimana"])


def test_our_own_draft_has_no_findings_and_says_so(stage: DraftStage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "tanpa temuan" in stage.editor.foot.tally.text(), timeout=5000)
    assert not stage.editor.bar.isVisible()


def test_a_remedy_mends_the_paragraph_as_one_step(stage: DraftStage, qtbot: QtBot) -> None:
    write(stage, qtbot)
    before = stage.text("chair")
    assert stage.editor.bar.isVisible()
    stage.editor.bar.apply(0)
    assert stage.text("chair") == before.replace("tempat2", "tempat-tempat") == stage.shown()["chair"]
    reviewed(stage, qtbot, ["dimana"])
    stage.parts.desk.undo()
    stage.settle()
    assert stage.shown()["chair"] == before


def test_sure_ones_are_mended_together_as_one_step(stage: DraftStage, qtbot: QtBot) -> None:
    write(stage, qtbot)
    before = stage.text("chair")
    stage.editor.bar.bulk_button.click()
    dialog = stage.editor.bar.findChild(BulkDialog)
    assert dialog is not None
    dialog.apply_button.click()
    assert "tempat-tempat" in stage.text("chair")
    reviewed(stage, qtbot, [])
    stage.parts.desk.undo()
    stage.settle()
    assert stage.shown()["chair"] == before


def test_ignored_here_is_kept_with_the_release_and_undone(stage: DraftStage, qtbot: QtBot) -> None:
    write(stage, qtbot)
    finding = stage.editor.bar.current
    assert finding is not None
    stage.editor.bar.ignored_here.emit(finding)
    assert len(stage.releases.release.ignored) == 1
    reviewed(stage, qtbot, ["dimana"])
    stage.parts.desk.undo()
    reviewed(stage, qtbot, ["tempat2", "dimana"])


def test_ignored_always_is_remembered_by_the_review(stage: DraftStage, qtbot: QtBot) -> None:
    write(stage, qtbot)
    finding = stage.editor.bar.current
    assert finding is not None
    stage.editor.bar.ignored_always.emit(finding)
    reviewed(stage, qtbot, ["dimana"])
    assert [ignored.words for ignored in stage.parts.proofing.ignored_always()] == ["tempat2"]
    assert stage.releases.release.ignored == ()


def test_what_was_ignored_is_looked_through_and_taken_back(stage: DraftStage, qtbot: QtBot) -> None:
    write(stage, qtbot)
    for placed, ignored in zip(stage.editor.findings.placed, ("ignored_here", "ignored_always"), strict=True):
        getattr(stage.editor.bar, ignored).emit(placed.finding)
    reviewed(stage, qtbot, [])
    qtbot.waitUntil(lambda: "tanpa temuan" in stage.editor.foot.tally.text())
    stage.editor.bar.list_wanted.emit()
    dialog = stage.editor.bar.findChild(IgnoredDialog)
    assert dialog is not None
    dialog.tree.selectAll()
    dialog.take_back()
    reviewed(stage, qtbot, ["tempat2", "dimana"])
    assert stage.releases.release.ignored == ()
    assert stage.parts.proofing.ignored_always() == ()


def test_f8_goes_from_one_to_the_next(stage: DraftStage, qtbot: QtBot) -> None:
    write(stage, qtbot)
    stage.at("lead")
    QTest.keyClick(stage.body, Qt.Key.Key_F8)
    current = stage.editor.bar.current
    assert current is not None
    assert current.text == "tempat2"
    QTest.keyClick(stage.body, Qt.Key.Key_F8)
    current = stage.editor.bar.current
    assert current is not None
    assert current.text == "dimana"


def test_a_headline_is_reviewed_and_mended_too(stage: DraftStage, qtbot: QtBot) -> None:
    head = stage.editor.headline
    head.choose("Polres Bahas Tempat2 Rawan Menjelang Pilkada Serentak 2024")
    reviewed(stage, qtbot, ["Tempat2"])
    stage.editor.bar.apply(0)
    assert "Tempat-Tempat" in stage.releases.draft.headline or "tempat" in stage.releases.draft.headline.lower()
    assert "Tempat2" not in stage.releases.draft.headline
    assert head.value == stage.releases.draft.headline


def test_an_approved_draft_is_not_reviewed(stage: DraftStage, qtbot: QtBot) -> None:
    write(stage, qtbot)
    stage.releases.set_status("approved", "Iptu Wahyu")
    stage.settle()
    assert words_found(stage) == []
    assert not stage.editor.bar.isVisible()
