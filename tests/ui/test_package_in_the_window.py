"""Siapkan paket, and the release on the clipboard, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import edits
from rakor_desktop.settings import Settings
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.package.dialog import PackageDialog
from tests.ui.shell_stage import open_meeting, window_over

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path) as made:
        open_meeting(made, "pasaman")
        yield made


def asked(qtbot: QtBot, window: MainWindow) -> PackageDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL_SHIFT)
    dialog = next(d for d in reversed(window.findChildren(PackageDialog)) if d.isVisible())
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


def made_by(qtbot: QtBot, window: MainWindow, dialog: PackageDialog) -> list[str]:
    """Press Enter and wait; the names of the files in the newest package."""
    window.toast.hide()
    qtbot.keyClick(dialog.make_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.toast.isVisible() and "Paket siap" in window.toast.text, timeout=20_000)
    root = Path(window.settings.now.export_folder)
    folders = sorted(root.glob("*(paket*"), key=lambda path: path.stat().st_mtime_ns)
    return sorted(path.name for path in folders[-1].rglob("*") if path.is_file())


def classify(window: MainWindow, level: str) -> None:
    window.parts.desk.edit("Ubah klasifikasi", edits.set_fields(classification=level))


def test_enter_makes_the_usual_package_and_tells_where_it_lies(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(qtbot, window)
    assert set(dialog.chosen) == {"notula", "daftar-hadir", "laporan-whatsapp", "siaran-pers/tribratanews", "surel"}
    names = made_by(qtbot, window, dialog)
    assert {name.split(" Rapat ")[0] for name in names} == {
        "Notula", "Daftar hadir", "Laporan WhatsApp", "Siaran pers tribratanews", "Surel siaran pers",
    }  # fmt: skip
    assert window.toast.text == f"Paket siap: {len(names)} berkas"
    assert [link.text() for link in window.toast.links()] == ["Buka &folder"]
    log = window.parts.archive.log_of(window.parts.desk.meeting.id)[-1]
    assert log.action == "exported"
    assert log.detail.startswith("paket 2024-08-15 ")


def test_the_ticks_are_remembered_for_the_next_meeting_and_the_next_start(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = asked(qtbot, window)
    for key in ("daftar-hadir", "surel"):
        dialog.tick(key).setChecked(False)
    dialog.tick("siaran-pers/polda").setChecked(True)
    made_by(qtbot, window, dialog)
    again = asked(qtbot, window)
    assert set(again.chosen) == {"notula", "laporan-whatsapp", "siaran-pers/tribratanews", "siaran-pers/polda"}
    again.reject()
    assert set(Settings(tmp_path).now.package) == set(again.chosen)
    window.show_home()
    open_meeting(window, "kutai")
    other = asked(qtbot, window)
    own = f"siaran-pers/{window.parts.releases.style.name}"
    assert "notula" in other.chosen
    assert own in other.chosen
    assert "daftar-hadir" not in other.chosen


def test_with_nothing_ticked_there_is_nothing_to_make(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(qtbot, window)
    for key in dialog.chosen:
        dialog.tick(key).setChecked(False)
    assert not dialog.make_button.isEnabled()
    dialog.tick("notula").setChecked(True)
    assert dialog.make_button.isEnabled()


def test_a_classified_meeting_keeps_its_release_until_somebody_answers_for_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    classify(window, "R")
    dialog = asked(qtbot, window)
    assert dialog.chosen == ("notula", "daftar-hadir", "laporan-whatsapp")
    assert not dialog.tick("siaran-pers/tribratanews").isEnabled()
    assert not dialog.tick("surel").isEnabled()
    assert any("RAHASIA" in label.text() for label in dialog.findChildren(QLabel))
    assert not [name for name in made_by(qtbot, window, dialog) if name.startswith(("Siaran", "Surel", "foto"))]
    window.parts.releases.confirm("AKP Budi, Kasihumas")
    dialog = asked(qtbot, window)
    dialog.tick("siaran-pers/tribratanews").setChecked(True)
    assert [name for name in made_by(qtbot, window, dialog) if name.startswith("Siaran")]


def test_a_release_approved_in_a_style_says_so_in_the_list(qtbot: QtBot, window: MainWindow) -> None:
    window.parts.releases.set_status("approved", "Kapolres")
    assert "disetujui" in asked(qtbot, window).tick("siaran-pers/tribratanews").text()


def test_a_folder_that_cannot_be_written_is_told_in_the_bar_with_ways_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "bukan folder"
    file.write_text("x")
    window.settings.change(export_folder=str(file))
    dialog = asked(qtbot, window)
    qtbot.keyClick(dialog.make_button, Qt.Key.Key_Return)
    qtbot.waitUntil(window.bar.isVisible, timeout=20_000)
    assert "Paket belum jadi" in window.bar.text


def test_the_portal_gets_rich_text_and_plain_text(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    data = QGuiApplication.clipboard().mimeData()
    tree = html.fragment_fromstring(data.html(), create_parent="div")
    draft = window.parts.releases.draft
    assert tree.xpath("string(.//h2)") == draft.headline
    assert [p.text_content() for p in tree.xpath(".//p")][: len(draft.body)] == list(draft.body)
    assert data.text().startswith(f"{draft.headline}\n\n{draft.body[0]}\n\n")
    assert "portal" in window.toast.text


def test_whatsapp_gets_the_release_with_a_bold_headline(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL_SHIFT)
    text = QGuiApplication.clipboard().text()
    draft = window.parts.releases.draft
    assert text.startswith(f"*{draft.headline}*\n\n{draft.body[0]}\n\n")
    assert text.count("*") == 2
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_classified_release_does_not_get_on_the_clipboard(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("dahulu")
    classify(window, "SR")
    window.acts.copy_portal.trigger()
    window.acts.copy_message.trigger()
    assert QGuiApplication.clipboard().text() == "dahulu"
    assert "SANGAT RAHASIA" in window.bar.text


def test_an_empty_release_leaves_the_clipboard_alone_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    window.furniture.meetings.begin_empty()
    QGuiApplication.clipboard().setText("yang tadi")
    for copy in (window.furniture.copying.for_portal, window.furniture.copying.for_whatsapp):
        window.bar.hide()
        copy()
        assert QGuiApplication.clipboard().text() == "yang tadi"
        assert "masih kosong" in window.bar.text
        assert not window.toast.isVisible()


def test_the_menus_offer_package_mail_and_copies_where_they_belong(qtbot: QtBot, window: MainWindow) -> None:
    window.documents_menu.aboutToShow.emit()
    assert window.acts.package in window.documents_menu.actions()
    menus = {
        action.text().replace("&", ""): [one.text().replace("&", "") for one in menu.actions()]
        for action in window.documents_menu.actions()
        if isinstance(menu := action.menu(), QMenu)
    }
    assert "Buat Draf surel (.eml)" in menus["Siaran pers"]
    assert "Salin siaran untuk portal" in menus["Siaran pers"]
    assert "Salin untuk WhatsApp" in menus["Laporan WhatsApp"]
    assert "Buat Draf surel (.eml)" not in menus["Notula"]
    side = window.furniture.workspace.side
    side.show_tab("notula")
    assert not side.preview.copies_button.isVisible()
    side.show_tab("siaran-pers")
    assert side.preview.copies_button.isVisible()
    assert [a.text() for a in side.preview.copies_button.menu().actions()] == [
        window.acts.copy_portal.text(),
        window.acts.copy_message.text(),
    ]


def test_without_an_open_meeting_there_is_nothing_to_pack(window: MainWindow) -> None:
    window.show_home()
    assert not window.acts.package.isEnabled()
    assert not window.acts.copy_portal.isEnabled()
