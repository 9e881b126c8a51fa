"""Findings marked in a text: they follow typing, open on a click or a key, and only ask for a change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.proof.marks import ProofMarks
from rakor_desktop.ui.proof.places import Places, cursor_over, replace_all, text_of
from tests.ui.proofs import TEXT, found, of, underlined
from tests.ui.stage import desk_with, show

Edit = QPlainTextEdit | QTextEdit


@pytest.fixture(params=[QPlainTextEdit, QTextEdit])
def edit(request: pytest.FixtureRequest, qtbot: QtBot) -> Edit:
    made: Edit = request.param()
    made.setPlainText(TEXT)
    show(qtbot, desk_with(), made)
    made.setFocus()
    return made


@pytest.fixture
def marks(edit: Edit, catalog: Catalog, qtbot: QtBot) -> ProofMarks:
    made = ProofMarks(edit)
    made.show(found(catalog))
    qtbot.waitUntil(lambda: bool(underlined(edit)))
    return made


def caret_to(edit: Edit, words: str) -> None:
    place = text_of(edit).index(words)
    position = Places(text_of(edit)).to_qt(place)
    edit.setTextCursor(cursor_over(edit, position, position))


def type_at_start(edit: Edit, text: str) -> None:
    cursor = QTextCursor(edit.document())
    cursor.insertText(text)


def test_every_finding_is_underlined_behind_an_emoji_too(edit: Edit, marks: ProofMarks) -> None:
    assert sorted(underlined(edit)) == sorted(finding.text for finding in marks.findings)
    assert "mensukseskan" in underlined(edit)


def test_severities_differ_by_more_than_colour(edit: Edit, marks: ProofMarks) -> None:
    lines = {s.cursor.selectedText(): s.format.underlineStyle() for s in edit.extraSelections()}
    assert lines["mensukseskan"] != lines["stakeholder"]


def test_marks_move_with_what_is_typed_before_them(edit: Edit, marks: ProofMarks, qtbot: QtBot) -> None:
    finding = of(marks.findings, "mensukseskan")
    type_at_start(edit, "Baru 😀 ")
    assert marks.place(finding) == (finding.start + 7, finding.end + 7)
    qtbot.waitUntil(lambda: "mensukseskan" in underlined(edit))


def test_a_mark_whose_words_are_touched_goes_away(edit: Edit, marks: ProofMarks, qtbot: QtBot) -> None:
    finding = of(marks.findings, "mensukseskan")
    caret_to(edit, "sukseskan")
    QTest.keyClicks(edit, "x")
    assert marks.place(finding) is None
    qtbot.waitUntil(lambda: not any("suk" in words for words in underlined(edit)))
    assert "stakeholder" in underlined(edit)


def test_findings_of_another_text_are_left_out(edit: Edit, marks: ProofMarks, catalog: Catalog) -> None:
    stale = found(catalog)
    type_at_start(edit, "Tiga huruf lagi. ")
    marks.show(stale)
    assert marks.findings == ()


def test_a_remedy_only_asks_and_says_where(edit: Edit, marks: ProofMarks, qtbot: QtBot) -> None:
    finding = of(marks.findings, "antar instansi")
    type_at_start(edit, "😀")
    with qtbot.waitSignal(marks.mend) as asked:
        marks.apply(finding, 0)
    start, end, words = asked.args
    assert text_of(edit)[start:end] == "antar instansi"
    assert words == "antarinstansi"
    replace_all(edit, [(start, end, words)])
    assert "Rapat antarinstansi itu" in text_of(edit)
    edit.undo()
    assert "Rapat antar instansi itu" in text_of(edit)


def test_f8_goes_through_the_findings_and_around(edit: Edit, marks: ProofMarks) -> None:
    caret_to(edit, "Mereka")
    seen = []
    for _ in range(len(marks.findings)):
        QTest.keyClick(edit, Qt.Key.Key_F8)
        assert marks.current is not None
        seen.append(marks.current.text)
    assert seen[0] == "mensukseskan"
    assert sorted(seen) == sorted(finding.text for finding in marks.findings)
    QTest.keyClick(edit, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert marks.current is not None
    assert marks.current.text == seen[-2]


def test_alt_enter_opens_the_finding_and_enter_mends_it(edit: Edit, marks: ProofMarks, qtbot: QtBot) -> None:
    caret_to(edit, "sukseskan")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert marks.card.isVisible()
    first = marks.card.buttons()[0]
    assert first.hasFocus()
    with qtbot.waitSignal(marks.mend) as asked:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert asked.args[2] == "menyukseskan"
    assert not marks.card.isVisible()
    assert edit.hasFocus()


def test_esc_closes_the_card_and_gives_the_keyboard_back(edit: Edit, marks: ProofMarks) -> None:
    caret_to(edit, "sukseskan")
    marks.open_card()
    QTest.keyClick(marks.card.buttons()[0], Qt.Key.Key_Escape)
    assert not marks.card.isVisible()
    assert edit.hasFocus()


def test_a_click_opens_the_card_and_typing_goes_on(edit: Edit, marks: ProofMarks, qtbot: QtBot) -> None:
    position = Places(TEXT).to_qt(TEXT.index("sukseskan") + 3)
    spot = edit.cursorRect(cursor_over(edit, position, position)).center()
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(marks.card.isVisible)
    assert edit.hasFocus()
    QTest.keyClicks(edit, "x")
    assert not marks.card.isVisible()
    assert text_of(edit).replace("x", "") == TEXT


def test_a_click_beside_the_marks_opens_nothing(edit: Edit, marks: ProofMarks, qtbot: QtBot) -> None:
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    qtbot.wait(20)
    assert not marks.card.isVisible()


def test_the_card_lets_a_finding_be_here_or_always(edit: Edit, marks: ProofMarks, qtbot: QtBot) -> None:
    for signal, place in ((marks.ignored_here, -2), (marks.ignored_always, -1)):
        caret_to(edit, "stakeholder")
        marks.open_card()
        with qtbot.waitSignal(signal) as told:
            marks.card.buttons()[place].click()
        assert told.args[0].text == "stakeholder"


def test_what_must_not_go_out_cannot_be_ignored_always(edit: Edit, qtbot: QtBot) -> None:
    marks = ProofMarks(edit)
    marks.show([TextFinding("kekuatan-personel", "error", 2, 7, "Rapat", "Jangan.", family="rahasia")])
    caret_to(edit, "Rapat")
    marks.open_card()
    assert [button.text().replace("&", "") for button in marks.card.buttons()] == ["Abaikan di sini"]


def test_an_empty_stretch_can_be_seen_and_opened(edit: Edit, qtbot: QtBot) -> None:
    marks = ProofMarks(edit)
    marks.show([TextFinding("petik", "warning", 2, 2, "", "Petik pembuka tidak ada.")])
    qtbot.waitUntil(lambda: underlined(edit) == ["R"])
    caret_to(edit, "Rapat")
    marks.open_card()
    assert marks.card.isVisible()


def test_no_break_blanks_survive_reading_the_text(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    edit.setPlainText("Polres\xa0Lahat\nbaris")
    assert text_of(edit) == "Polres\xa0Lahat\nbaris"
