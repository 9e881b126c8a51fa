"""Humas chooses a style, releases two points, lets the release be checked and approved, and opens it again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Bundle, Item
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.pages.release import CHOICE, WORDS, ReleasePage
from rakor_desktop.ui.press.step_dialog import StepDialog
from rakor_desktop.ui.press.versions_dialog import VersionsDialog
from tests.journeys.conftest import OFFICE, field
from tests.ui.pasaman import meeting

CTRL = Qt.KeyboardModifier.ControlModifier
WHO = "Aiptu Lispono"


def release_page(qtbot: QtBot, window: MainWindow, bundle: Bundle) -> ReleasePage:
    window.parts.archive.save(bundle, None)
    assert window.furniture.meetings.open(bundle.meeting.id)
    window.show_workspace_page("siaran-pers")
    window.furniture.workspace.side.show_tab("siaran-pers")
    page = window.furniture.workspace.page("siaran-pers")
    assert isinstance(page, ReleasePage)
    qtbot.waitUntil(page.isVisible)
    return page


def keys(
    qtbot: QtBot, window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def sign(qtbot: QtBot, page: ReleasePage, who: str, note: str = "") -> None:
    """Answer the dialog that asks who, with the keyboard."""
    qtbot.waitUntil(lambda: isinstance(page.asked, StepDialog))
    dialog = page.asked
    assert isinstance(dialog, StepDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.who.selectAll()
    qtbot.keyClicks(dialog.who, who)
    dialog.who.hide_suggestions()
    if note:
        qtbot.keyClicks(dialog.note, note)
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.asked is None)


def test_from_choosing_what_goes_out_to_an_approved_release_and_back(qtbot: QtBot, window: MainWindow) -> None:
    inside = replace(meeting(), items=tuple(replace(i, public=False) for i in meeting().items))
    nothing = replace(inside, figures=tuple(replace(f, public=False) for f in inside.figures), photos=())
    page = release_page(qtbot, window, Bundle(office=OFFICE, meeting=nothing))
    releases, preview = window.parts.releases, window.furniture.workspace.side.preview
    assert page.view == CHOICE

    styles = field(window, "Gaya siaran")
    assert isinstance(styles, QComboBox)
    styles.setFocus()
    qtbot.keyClicks(styles, "Portal")
    keys(qtbot, styles, Qt.Key.Key_Return)
    assert releases.style.name == "portal-ringkas"

    column = field(window, "Tetap internal")
    column.setFocus()
    keys(qtbot, column, Qt.Key.Key_Home)
    qtbot.keyClick(column, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    keys(qtbot, column, Qt.Key.Key_Space)
    assert [item.public for item in window.parts.desk.meeting.items[:3]] == [True, True, False]
    qtbot.waitUntil(lambda: page.tabs.tabText(0) == "Yang ikut dirilis  2/8")
    qtbot.waitUntil(lambda: "Rakor" in preview.text or "Rapat" in preview.text)

    keys(qtbot, window, Qt.Key.Key_Tab, CTRL)
    assert page.view == WORDS
    qtbot.waitUntil(lambda: page.bar.next.text() == "&Tandai diperiksa…")
    page.bar.next.click()
    sign(qtbot, page, WHO)
    qtbot.waitUntil(lambda: page.bar.next.text() == "S&etujui…")
    page.bar.next.click()
    sign(qtbot, page, "AKBP Agung Tribawanto")
    assert releases.locked

    approved = releases.draft.words_now
    window.parts.desk.edit("Ubah judul", edits.set_fields(title="Rapat yang lain sama sekali"))
    assert not releases.edit("Judul", headline="Tidak boleh masuk")
    preview.refresh()
    assert approved.headline in preview.text
    assert releases.draft.words_now == approved

    qtbot.waitUntil(lambda: page.bar.next.text() == "Buka kemba&li…")
    page.bar.next.click()
    sign(qtbot, page, WHO, "Judul rapat dibetulkan")
    assert not releases.locked
    assert releases.draft.words_now != approved

    page.show_versions()
    dialog = page.asked
    assert isinstance(dialog, VersionsDialog)
    dialog.list.setCurrentRow(1)
    assert "bagian berbeda" in dialog.summary.text()
    dialog.use_button.click()
    assert releases.draft.words_now.headline == approved.headline
    assert window.parts.desk.undo_label == "Pakai kata-kata versi"


def test_a_secret_meeting_goes_out_only_after_somebody_answered_for_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = release_page(qtbot, window, Bundle(office=OFFICE, meeting=replace(meeting(), classification="R")))
    preview, exporting = window.furniture.workspace.side.preview, window.furniture.exporting
    QApplication.clipboard().setText("kosong")
    preview.refresh()
    assert preview.text == ""
    assert preview.barrier.isVisible()
    assert not preview.copy_button.isVisible()
    preview.copy_text()
    assert QApplication.clipboard().text() == "kosong"

    window.show_workspace_page("rapat")
    exporting.export("siaran-pers", ".txt")
    assert "berklasifikasi rahasia" in window.bar.text
    assert not list(tmp_path.rglob("*.txt"))
    window.bar.links()[0].click()
    assert window.furniture.workspace.key == "siaran-pers"
    assert page.confirmation.tick.hasFocus()

    keys(qtbot, window, Qt.Key.Key_Space)
    page.confirmation.who.setFocus()
    qtbot.keyClicks(page.confirmation.who, WHO)
    page.confirmation.who.hide_suggestions()
    keys(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(page.views.isVisible)
    logged = [(entry.action, entry.detail) for entry in window.parts.archive.log_of("m1")]
    assert ("released_despite_classification", f"R {WHO}") in logged
    preview.refresh()
    assert "Polres Pasaman Barat" in preview.text
    exporting.export("siaran-pers", ".txt")
    qtbot.waitUntil(lambda: bool(list(tmp_path.rglob("*.txt"))), timeout=20_000)


def test_minutes_of_a_secret_meeting_need_no_such_answer(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    secret = replace(meeting(), classification="R", items=(Item("i1", text="Satu"),))
    release_page(qtbot, window, Bundle(office=OFFICE, meeting=secret))
    window.furniture.exporting.export("notula", ".txt")
    qtbot.waitUntil(lambda: bool(list(tmp_path.rglob("*.txt"))), timeout=20_000)
    assert not window.bar.isVisible()
