"""Periksa naskah: any text, its findings, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from rakor_desktop.desk.kept_text import KeptText
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.proof.bulk_dialog import BulkDialog
from rakor_desktop.ui.proof.draft_files import draft_from, draft_into
from rakor_desktop.ui.proof.ignored_dialog import IgnoredDialog
from rakor_desktop.ui.proof.live import MOST_REVIEWED
from rakor_desktop.ui.proof.places import cursor_over
from rakor_desktop.ui.proof.window import ProofWindow
from tests.ui.shell_stage import open_meeting, window_over

TEXT = "Rapat antar instansi itu penting.\nMereka mensukseskan Pilkada. Kemaren para stakeholder hadir."
QUOTE = 'Kapolres mengatakan, "Kami akan membagikan sembako gratis kepada seluruh warga," ujarnya di Simpang Empat.'


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def proof(window: MainWindow, qtbot: QtBot) -> ProofWindow:
    window.acts.proof.trigger()
    made = window.furniture.proof
    qtbot.waitUntil(made.isVisible)
    return made


def put(proof: ProofWindow, text: str, qtbot: QtBot) -> None:
    proof.edit.put(text)
    proof.session.live.now()
    settle(proof, qtbot)


def settle(proof: ProofWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not proof.session.pending)


def words(proof: ProofWindow) -> list[str]:
    return [finding.text for finding in proof.findings]


def choose(proof: ProofWindow, text: str) -> None:
    finding = next(finding for finding in proof.findings if finding.text == text)
    proof.bar.choose(finding)
    proof.list.choose(finding)


def test_the_empty_window_says_what_to_do(proof: ProofWindow, qtbot: QtBot) -> None:
    assert proof.heading == "Belum ada naskah"
    assert not proof.bar.isVisible()
    QGuiApplication.clipboard().setText(TEXT)
    proof.paste_all()
    settle(proof, qtbot)
    assert proof.heading.startswith("12 kata · ")
    assert "mensukseskan" in words(proof)
    assert proof.bar.isVisible()


def test_findings_follow_typing_after_a_rest(proof: ProofWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(proof.edit, "Mereka mensukseskan Pilkada.")
    assert proof.session.pending
    qtbot.waitUntil(lambda: "mensukseskan" in words(proof))


def test_a_remedy_of_the_bar_mends_and_ctrl_z_takes_it_back(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, TEXT, qtbot)
    choose(proof, "antar instansi")
    proof.edit.setFocus()
    QTest.keyClick(proof.edit, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "Rapat antarinstansi itu" in proof.session.text)
    assert "antar instansi" not in words(proof)
    QTest.keyClick(proof.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert proof.session.text == TEXT


def test_all_sure_ones_are_shown_before_they_are_mended_as_one_step(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, TEXT, qtbot)
    proof.bar.bulk_button.click()
    dialog = proof.findChild(BulkDialog)
    assert isinstance(dialog, BulkDialog)
    assert {f.text for f in dialog.chosen} == {"antar instansi", "mensukseskan", "Kemaren"}
    row = dialog.tree.topLevelItem(1)
    assert row is not None
    assert (row.text(0), row.text(1)) == ("mensukseskan", "menyukseskan")
    row.setCheckState(0, Qt.CheckState.Unchecked)
    dialog.apply_button.click()
    settle(proof, qtbot)
    assert proof.session.text == TEXT.replace("antar instansi", "antarinstansi").replace("Kemaren", "Kemarin")
    proof.edit.undo()
    assert proof.session.text == TEXT


def test_walking_through_the_list_points_out_the_place(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, TEXT, qtbot)
    proof.list.setFocus()
    choose(proof, "Kemaren")
    QTest.keyClick(proof.list, Qt.Key.Key_Return)
    assert proof.edit.hasFocus()
    assert proof.edit.textCursor().position() == TEXT.index("Kemaren")
    assert proof.session.marks.current == proof.bar.current


def test_f8_goes_on_from_text_and_list_alike_in_the_order_of_the_list(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, TEXT, qtbot)
    proof.edit.setFocus()
    QTest.keyClick(proof.edit, Qt.Key.Key_F8)
    assert proof.bar.current == proof.list.findings[1] == proof.list.current()
    proof.list.setFocus()
    QTest.keyClick(proof.list, Qt.Key.Key_F8)
    assert proof.bar.current == proof.list.findings[2]


def test_del_ignores_here_all_like_it_and_the_toast_takes_it_back(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, f"{TEXT} Lalu stakeholder pulang.", qtbot)
    assert words(proof).count("stakeholder") == 2
    choose(proof, "stakeholder")
    QTest.keyClick(proof.list, Qt.Key.Key_Delete)
    settle(proof, qtbot)
    assert "stakeholder" not in words(proof)
    proof.toast.links()[0].click()
    settle(proof, qtbot)
    assert words(proof).count("stakeholder") == 2


def test_what_is_ignored_can_be_looked_through_and_reviewed_again(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, TEXT, qtbot)
    choose(proof, "stakeholder")
    QTest.keyClick(proof.list, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    choose(proof, "Kemaren")
    QTest.keyClick(proof.list, Qt.Key.Key_Delete)
    settle(proof, qtbot)
    proof.show_ignored()
    dialog = proof.findChild(IgnoredDialog)
    assert isinstance(dialog, IgnoredDialog)
    rows = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    assert [(row.text(0), row.text(2)) for row in rows if row] == [("Kemaren", "Di sini"), ("stakeholder", "Selalu")]
    dialog.tree.selectAll()
    dialog.back_button.click()
    settle(proof, qtbot)
    assert {"stakeholder", "Kemaren"} <= set(words(proof))
    assert dialog.none.isVisible()


def test_closing_keeps_the_text_and_what_was_ignored_in_it(
    proof: ProofWindow, window: MainWindow, qtbot: QtBot
) -> None:
    put(proof, TEXT, qtbot)
    choose(proof, "stakeholder")
    proof.session.ignore_here(proof.bar.current or proof.findings[0])
    QTest.keyClick(proof.edit, Qt.Key.Key_Escape)
    assert not proof.isVisible()
    again = ProofWindow(window.parts, window)
    qtbot.addWidget(again)
    again.show()
    settle(again, qtbot)
    assert again.session.text == TEXT
    assert "mensukseskan" in words(again)
    assert "stakeholder" not in words(again)


def test_emptying_can_be_undone(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, TEXT, qtbot)
    proof.clear()
    assert proof.heading == "Belum ada naskah"
    proof.toast.links()[0].click()
    settle(proof, qtbot)
    assert proof.session.text == TEXT


def test_words_in_quotations_are_reviewed_on_request(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, 'Ia berkata, "Kita harus mensukseskan Pilkada ini bersama."', qtbot)
    assert "mensukseskan" not in words(proof)
    proof.quoted.click()
    settle(proof, qtbot)
    assert "mensukseskan" in words(proof)
    proof.hide()
    assert KeptText(proof._parts.data_dir).read().quoted


def test_a_text_is_compared_with_the_meeting_that_is_open(proof: ProofWindow, window: MainWindow, qtbot: QtBot) -> None:
    assert not proof.compare.isEnabled()
    open_meeting(window, "pasaman")
    proof.hide()
    window.acts.proof.trigger()
    assert proof.compare.isEnabled()
    put(proof, QUOTE, qtbot)
    assert "kutipan-tanpa-sumber" not in {finding.code for finding in proof.findings}
    proof.compare.click()
    settle(proof, qtbot)
    assert "kutipan-tanpa-sumber" in {finding.code for finding in proof.findings}


def test_the_result_is_copied_whole(proof: ProofWindow, qtbot: QtBot) -> None:
    put(proof, TEXT, qtbot)
    QTest.keyClick(proof.edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == TEXT


def test_a_file_that_is_dropped_is_opened(proof: ProofWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "siaran.txt"
    file.write_text(TEXT, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    proof.edit.dropEvent(
        QDropEvent(
            QPoint(20, 20).toPointF(),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: proof.session.text == TEXT)


def test_a_file_that_cannot_be_read_is_told_and_the_text_stays(
    proof: ProofWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    put(proof, TEXT, qtbot)
    proof.open_file(tmp_path / "tidak-ada.docx")
    qtbot.waitUntil(proof.message.isVisible)
    assert "tidak-ada.docx" in proof.message.text
    assert proof.session.text == TEXT


def test_a_text_far_too_long_comes_in_with_its_beginning_and_that_is_told(proof: ProofWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText((TEXT + "\r\n") * 50_000)
    proof.edit.insertFromMimeData(data)
    assert 0.9 * MOST_REVIEWED < len(proof.session.text) <= MOST_REVIEWED
    assert "terlalu panjang" in proof.message.text
    assert proof.message.isVisible()
    qtbot.waitUntil(lambda: not proof.session.pending, timeout=20_000)


def test_text_and_html_and_word_files_are_read_and_text_is_written(tmp_path: Path) -> None:
    def check() -> None:
        return None

    from docx import Document

    document = Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.html").write_text(
        "<html><body><p>" + TEXT.replace("\n", "</p><p>") + "</p></body></html>", encoding="utf-8"
    )
    draft_into(tmp_path / "c.txt", TEXT)
    for name in ("a.docx", "b.html", "c.txt"):
        assert draft_from(tmp_path / name, check).split() == TEXT.split(), name
    assert draft_from(tmp_path / "c.txt", check) == TEXT


def test_every_control_has_a_name_and_its_own_access_key(proof: ProofWindow, qtbot: QtBot) -> None:
    _each_has_a_name_and_a_key(proof)
    put(proof, TEXT, qtbot)
    proof.edit.setTextCursor(cursor_over(proof.edit, 8, 8))
    proof.session.marks.open_card()
    assert proof.session.marks.card.isVisible()
    _each_has_a_name_and_a_key(proof)


def _each_has_a_name_and_a_key(proof: ProofWindow) -> None:
    buttons = [b for b in proof.findChildren(QAbstractButton) if b.isVisible() and b.focusPolicy()]
    assert len(buttons) > 6
    assert all(button.text() or button.accessibleName() for button in buttons)
    keys = [b.text()[b.text().index("&") + 1].casefold() for b in buttons if "&" in b.text().replace("&&", "")]
    assert len(keys) == len(set(keys)), sorted(keys)
