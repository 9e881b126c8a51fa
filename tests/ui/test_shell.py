from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from rakor_desktop.archive import Archive
from rakor_desktop.archive.rakor_file import read_rakor, write_rakor
from rakor_desktop.domain import codec, edits
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.side_pane import FINDINGS
from tests.ui.shell_stage import open_meeting, window_over


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path) as made:
        yield made


def test_every_action_has_a_shortcut_of_its_own_a_tooltip_and_an_icon(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    for action in window.acts.all():
        assert action.shortcut().toString()
        assert action.toolTip()
        assert not action.icon().isNull(), action.text()


def test_every_control_of_the_shell_has_a_name_for_screen_readers(window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    unnamed = []
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for control in window.findChildren(kind):
            spoken = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            qt_made = control.objectName().startswith("qt_") or type(control).__name__ == "QLineEditIconButton"
            inner = isinstance(control.parent(), QComboBox | QLineEdit) or qt_made
            if control.isVisible() and not spoken and not inner:
                unnamed.append(type(control).__name__)
    assert unnamed == []


def test_the_pages_answer_to_ctrl_and_their_number(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    for number, key in enumerate(("rapat", "hadirin", "jalannya", "dokumentasi", "siaran-pers"), start=1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.furniture.workspace.key == key


def test_the_list_counts_people_and_items(window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    navigation = window.furniture.workspace.navigation
    item = navigation._item("hadirin")
    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Hadirin, 6"


def test_undo_and_redo_name_the_step_and_take_it_back(window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    former = window.parts.desk.meeting.title
    assert not window.acts.undo.isEnabled()
    window.parts.desk.edit("Ubah judul", edits.set_fields(title="Judul lain"))
    assert "Ubah judul" in window.acts.undo.toolTip()
    assert window.windowTitle().startswith("Judul lain")
    window.acts.undo.trigger()
    assert window.parts.desk.meeting.title == former
    assert "Ubah judul" in window.acts.redo.toolTip()


def test_what_works_on_a_meeting_is_off_on_the_start_page(window: MainWindow) -> None:
    acts = window.acts
    needing = (acts.undo, acts.redo, acts.export, acts.export_as, acts.save_copy, acts.preview, acts.findings)
    assert not any(action.isEnabled() for action in needing)
    open_meeting(window, "lahat")
    assert acts.export.isEnabled()
    acts.home.trigger()
    assert not any(action.isEnabled() for action in needing)


def test_an_edit_is_saved_by_itself_and_the_status_line_says_when(qtbot: QtBot, window: MainWindow) -> None:
    meeting_id = open_meeting(window, "lahat")
    with qtbot.waitSignal(window.parts.autosave.saved, timeout=5000):
        window.parts.desk.edit("Ubah tema", edits.set_fields(theme="Tema uji"))
    assert window.status.saved_text.startswith("Semua perubahan tersimpan ")
    assert window.parts.archive.load(meeting_id)[0].meeting.theme == "Tema uji"


def test_ctrl_s_saves_at_once_and_says_so(qtbot: QtBot, window: MainWindow) -> None:
    meeting_id = open_meeting(window, "lahat")
    window.parts.desk.edit("Ubah tema", edits.set_fields(theme="Segera"))
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.archive.load(meeting_id)[0].meeting.theme == "Segera"
    assert window.toast.text == "Semua perubahan tersimpan"


def test_the_preview_folds_with_f9_and_the_choice_is_remembered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_meeting(window, "lahat")
    side = window.furniture.workspace.side
    assert side.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not side.isVisible()
    assert json.loads((tmp_path / "settings.json").read_text())["preview_folded"] is True
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert side.isVisible()


def test_a_narrow_window_folds_the_preview_and_a_wide_one_brings_it_back(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "lahat")
    side = window.furniture.workspace.side
    window.resize(960, 600)
    qtbot.waitUntil(lambda: not side.isVisible(), timeout=1000)
    window.resize(1200, 600)
    qtbot.waitUntil(lambda: side.isVisible(), timeout=1000)


def test_everything_fits_into_1090_by_610(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    window.resize(1090, 570)
    qtbot.wait(50)
    assert window.width() == 1090
    assert window.height() == 570
    assert window.top.search.geometry().right() <= window.top.width()
    assert window.furniture.workspace.side.isVisible()


def test_a_finding_leads_to_its_field(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    workspace = window.furniture.workspace
    assert workspace.side.key == FINDINGS
    assert any(f.code == "no_start" or "jam" in f.message.casefold() for f in workspace.side.findings.findings)
    workspace.side.findings.jump.emit("held.start")
    assert workspace.key == "rapat"


def test_every_finding_of_the_samples_leads_somewhere(window: MainWindow) -> None:
    for part in ("belawan", "kutai", "lahat", "lumajang", "pasaman"):
        open_meeting(window, part)
        workspace = window.furniture.workspace
        workspace.review_now()
        for finding in workspace.side.findings.findings:
            if not finding.where.startswith("office"):
                assert workspace.go_to(finding.where), finding
        window.acts.home.trigger()


def test_ctrl_e_makes_the_document_shown_and_the_toast_leads_to_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    meeting_id = open_meeting(window, "pasaman")
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.toast.text.startswith("Notula disimpan"), timeout=20000)
    made = list((tmp_path / "dokumen").glob("2024-08-15 */*.docx"))
    assert len(made) == 1
    assert made[0].read_bytes()[:2] == b"PK"
    assert [button.accessibleName() for button in window.toast.links()] == ["Buka", "Buka folder"]
    assert any(entry.action == "exported" for entry in window.parts.archive.log_of(meeting_id))


def test_a_document_that_was_edited_in_word_is_not_overwritten(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_meeting(window, "pasaman")
    exporting = window.furniture.exporting

    def export() -> None:
        window.toast.hide()
        exporting.export("laporan-whatsapp", ".html")
        qtbot.waitUntil(window.toast.isVisible, timeout=20000)

    export()
    first = next((tmp_path / "dokumen").glob("*/*.html"))
    export()
    assert list((tmp_path / "dokumen").glob("*/*.html")) == [first]
    first.write_text("disunting tangan", encoding="utf-8")
    export()
    assert first.read_text(encoding="utf-8") == "disunting tangan"
    assert len(list((tmp_path / "dokumen").glob("*/*.html"))) == 2


def test_a_document_that_cannot_be_written_stays_in_the_bar_with_a_remedy(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_text("bukan folder", encoding="utf-8")
    window.settings.change(export_folder=str(blocked))
    open_meeting(window, "lahat")
    window.acts.export.trigger()
    qtbot.waitUntil(window.bar.isVisible, timeout=20000)
    assert window.bar.text.startswith("Notula belum jadi.")
    assert [button.accessibleName() for button in window.bar.links()] == ["Coba lagi"]
    assert blocked.read_text(encoding="utf-8") == "bukan folder"


def test_the_document_menu_lists_every_document_with_formats_and_templates(window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    window.documents_menu.aboutToShow.emit()
    menus = [action.menu() for action in window.documents_menu.actions() if action.menu()]
    names = [menu.title().replace("&", "") for menu in menus if isinstance(menu, QMenu)]
    assert names == [
        *("Notula", "Daftar hadir", "Siaran pers", "Laporan WhatsApp", "Undangan rapat", "Laporan hasil rapat"),
        *("Petikan arahan", "Lembar tindak lanjut", "Halaman dokumentasi"),
    ]
    minutes = menus[0]
    assert isinstance(minutes, QMenu)
    checked = [action for action in minutes.actions() if action.isChecked()]
    assert len(checked) == 1
    assert "Polri" in checked[0].text()


def test_opening_a_rakor_file_brings_the_meeting_into_the_archive(
    window: MainWindow, tmp_path: Path, sample: Callable[[str], Bundle]
) -> None:
    bundle = sample("lahat")
    other = replace(bundle, meeting=replace(bundle.meeting, id="dari-rekan", title="Dari rekan"))
    path = tmp_path / "kiriman.rakor"
    write_rakor(path, other, {})
    assert window.furniture.meetings.open_file(path)
    assert window.parts.desk.meeting.title == "Dari rekan"
    window.parts.autosave.flush()
    assert window.parts.archive.load("dari-rekan")[0].meeting.title == "Dari rekan"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("rusak.json", b'{"meeting": ', "rusak"),
        ("rusak.rakor", b"PK\x03\x04 bukan zip", "rusak"),
        ("foto.png", b"\x89PNG", "bukan berkas rapat"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    window: MainWindow, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert not window.furniture.meetings.open_file(path)
    assert window.bar.isVisible()
    assert name in window.bar.text
    assert words in window.bar.text
    assert window.at_home


def test_a_file_that_is_gone_is_told(window: MainWindow, tmp_path: Path) -> None:
    assert not window.furniture.meetings.open_file(tmp_path / "hilang.json")
    assert "tidak dapat dibaca" in window.bar.text


def test_a_copy_for_a_colleague_holds_the_meeting(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_meeting(window, "lumajang")
    target = tmp_path / "salinan.rakor"
    window.furniture.meetings._write_copy(window.parts.desk.bundle, target)
    qtbot.waitUntil(lambda: window.toast.text.startswith("Salinan disimpan"), timeout=10000)
    bundle, _photos = read_rakor(target.read_bytes())
    assert bundle == window.parts.desk.bundle


def test_the_office_name_in_the_status_line_follows_the_open_meeting(window: MainWindow) -> None:
    assert window.status._office.text() == "Polres Uji"
    open_meeting(window, "pasaman")
    assert window.status._office.text() == "Polres Pasaman Barat"


def test_closing_keeps_the_last_edit_and_the_size(qtbot: QtBot, tmp_path: Path) -> None:
    with window_over(qtbot, tmp_path) as window:
        meeting_id = open_meeting(window, "lahat")
        window.parts.desk.edit("Ubah tema", edits.set_fields(theme="Terakhir"))
    with Archive.open(tmp_path / "arsip.db") as archive:
        assert archive.load(meeting_id)[0].meeting.theme == "Terakhir"
    assert json.loads((tmp_path / "settings.json").read_text())["geometry"]


def test_sample_meetings_are_put_in_once(window: MainWindow) -> None:
    from rakor_desktop.app import put_samples

    assert put_samples(window.parts) == 0
    window.parts.archive.delete(window.home.list.entries.entries[0].id)
    assert put_samples(window.parts) == 0


def test_an_emergency_copy_of_an_earlier_run_is_offered_and_restored(
    window: MainWindow, tmp_path: Path, sample: Callable[[str], Bundle]
) -> None:
    from rakor_desktop.app import EMERGENCY_NAME, _offer_emergency_copies

    bundle = sample("lahat")
    lost = replace(bundle, meeting=replace(bundle.meeting, id="hilang", title="Hampir hilang"))
    folder = tmp_path / EMERGENCY_NAME
    folder.mkdir(exist_ok=True)
    (folder / "darurat-hilang.json").write_bytes(codec.encode_readable(lost))
    _offer_emergency_copies(window)
    assert "salinan daruratnya" in window.bar.text
    window.bar.links()[0].click()
    assert "Hampir hilang" in [e.title for e in window.home.list.entries.entries]
    assert list(folder.iterdir()) == []


def test_the_list_of_shortcuts_names_every_action(window: MainWindow) -> None:
    from rakor_desktop.ui.about import Shortcuts

    window.acts.shortcuts.trigger()
    box = window.findChild(Shortcuts)
    assert box is not None
    box.reject()


def test_the_appearance_menu_turns_the_window_dark_and_back(qtbot: QtBot, window: MainWindow) -> None:
    from rakor_desktop.ui.theme import is_dark

    choices = [action for action in window.findChildren(QAction) if action.text() in ("&Terang", "&Gelap")]
    light, dark = sorted(choices, key=lambda action: action.text(), reverse=True)
    dark.trigger()
    qtbot.waitUntil(lambda: is_dark(window.palette()), timeout=1000)
    light.trigger()
    qtbot.waitUntil(lambda: not is_dark(window.palette()), timeout=1000)


def test_the_list_of_pages_follows_the_theme(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    listed = next(v for v in window.findChildren(QAbstractItemView) if v.accessibleName() == "Halaman rapat")
    appearance = {action.text(): action for action in window.findChildren(QAction)}

    def ground() -> int:
        return listed.palette().color(QPalette.ColorRole.Base).lightness()

    appearance["&Gelap"].trigger()
    qtbot.waitUntil(lambda: ground() < 100, timeout=1000)
    appearance["&Terang"].trigger()
    qtbot.waitUntil(lambda: ground() > 200, timeout=1000)
