"""Whatever somebody does in the draft, paper and desk agree, and no word of theirs is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Item
from rakor_desktop.ui.press.draft_blocks import Line, lines_of, patch, put_keys
from tests.ui.draft_stage import DraftStage, draft_over

PLACES = st.integers(0, 10_000)
DEEDS = st.one_of(
    st.tuples(st.just("type"), PLACES, st.sampled_from(("a", " kata ", "Rapat. ", "😀", "  ", "“Siap,”"))),
    st.tuples(st.just("select"), PLACES, st.integers(1, 900)),
    st.tuples(st.just("paste"), PLACES, st.sampled_from(("x", "satu\n\ndua", "\n", "a\r\nb\u2029c"))),
    st.tuples(st.sampled_from(("enter", "backspace", "delete", "cut")), PLACES, st.just("")),
    st.tuples(st.sampled_from(("undo", "redo", "settle", "vary", "leave")), st.just(0), st.just("")),
    st.tuples(st.just("day"), st.integers(0, 9), st.just("")),
    st.tuples(st.sampled_from(("internal", "public")), st.integers(0, 6), st.just("")),
    st.tuples(st.sampled_from(("new", "keep", "restore")), st.integers(0, 20), st.just("")),
)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[DraftStage]:
    with draft_over(qtbot, tmp_path) as made:
        yield made


def _go(stage: DraftStage, place: int, length: int = 0) -> None:
    last = stage.body.document().characterCount() - 1
    cursor = stage.body.textCursor()
    cursor.setPosition(place % (last + 1))
    cursor.setPosition(min(place % (last + 1) + length, last), QTextCursor.MoveMode.KeepAnchor)
    stage.body.setTextCursor(cursor)


def _key(stage: DraftStage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(stage.body, key, modifier)


def _do(stage: DraftStage, deed: str, place: int, more: str | int) -> None:
    items = [item.id for item in stage.parts.desk.meeting.items]
    match deed:
        case "type":
            _go(stage, place)
            stage.body.about_to_write.emit()
            stage.body.insertPlainText(str(more))
        case "select":
            _go(stage, place, int(more))
            _key(stage, Qt.Key.Key_Q)
        case "paste":
            data = QMimeData()
            data.setText(str(more))
            _go(stage, place)
            stage.body.insertFromMimeData(data)
        case "enter" | "backspace" | "delete":
            _go(stage, place)
            keys = {"enter": Qt.Key.Key_Return, "backspace": Qt.Key.Key_Backspace, "delete": Qt.Key.Key_Delete}
            _key(stage, keys[deed])
        case "cut":
            _go(stage, place, 40)
            _key(stage, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
        case "undo":
            stage.parts.desk.undo()
        case "redo":
            stage.parts.desk.redo()
        case "vary":
            stage.editor.vary()
        case "leave":
            stage.editor.headline.text.setFocus()
            stage.body.setFocus()
        case "day":
            stage.parts.desk.edit("Hari", edits.set_held(date=date(2024, 8, 15) + timedelta(days=place)))
        case "internal" | "public":
            stage.parts.desk.edit("Izin", edits.update(Item, items[place % len(items)], public=deed == "public"))
        case "new" | "keep":
            change = stage.editor.changes.current
            if change is not None:
                stage.editor.settle_change(change, "now" if deed == "new" else "theirs")
        case "restore":
            gone = [p.key for p in stage.releases.draft.paragraphs if not p.text]
            stage.editor.restore(gone[: place + 1])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=14))
def test_paper_and_desk_agree_after_anything_and_all_of_it_is_undone(
    stage: DraftStage, deeds: list[tuple[str, int, str | int]]
) -> None:
    from rakor_desktop.domain import codec

    stage.parts.desk.open(codec.decode(stage.parts.catalog.sample_bytes("pasaman-barat")))
    stage.settle()
    begun, meeting = stage.shown(), stage.parts.desk.meeting
    for deed, place, more in deeds:
        mine = {p.key: p.text for p in stage.releases.release.paragraphs if p.text}
        _do(stage, deed, place, more)
        if deed in ("type", "select", "paste", "enter", "backspace", "delete", "cut"):
            # Nothing waits: what stands on the paper is on the desk with the very key that wrote it.
            assert stage.shown() == stage.written()
        elif deed in ("vary", "day", "internal", "public"):
            # Facts and wordings never touch a person's words.
            assert {p.key: p.text for p in stage.releases.release.paragraphs if p.text} == mine
        stage.settle()
        assert list(stage.shown().items()) == list(stage.written().items())
        pending = stage.editor.changes.current
        kept = {p.text for p in stage.releases.release.paragraphs if p.text}
        assert kept <= {*stage.shown().values(), *(c.theirs for c in stage.releases.changes)}
        assert (pending is None) == (not any(c.theirs for c in stage.releases.changes))
    while stage.parts.desk.undo_label:
        stage.parts.desk.undo()
    stage.settle()
    assert stage.parts.desk.meeting == meeting
    assert stage.shown() == begun


LINES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(("satu", "satu dua", "dua", "😀 tiga", "satu 😀 dua", "x"))),
    max_size=7,
)


@given(before=LINES, after=LINES)
def test_a_document_becomes_any_other_by_patching(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> None:
    document = QTextDocument()
    for wanted in ([Line(*line) for line in before], [Line(*line) for line in after]):
        patch(document, wanted)
        put_keys(document, [line.key for line in wanted] or [""])
        assert lines_of(document) == (wanted or [Line("", "")])
