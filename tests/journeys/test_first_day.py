"""Small things that trip a person on the first day."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.press import siaran_pers
from rakor_desktop.compose.source import Source
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Bundle, Figure, Item, Meeting
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.office_presets import OfficePresets
from tests.journeys.conftest import field

CHIEF = Attendee(id="p1", rank="AKBP", name="Gunawan Setiadi", back=("S.I.K.",), position="Kapolres Lembah Merpati")


def default_button(dialog: QDialog) -> QPushButton:
    chosen = [b for b in dialog.findChildren(QPushButton) if b.isDefault()]
    assert len(chosen) == 1
    return chosen[0]


def test_a_speaker_typed_in_full_is_the_attendee(qtbot: QtBot, window: MainWindow) -> None:
    window.furniture.meetings.begin_empty()
    desk = window.parts.desk
    desk.edit("Tambah", edits.insert(CHIEF))
    desk.edit("Tambah", edits.insert(Item(id="i1", kind="directive", text="pos sudah siap")))
    window.furniture.workspace.go_to("items/i1/speaker")
    line = field(window, "Pembicara")
    line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(line, "gunawan setiadi")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert desk.meeting.items[0].speaker_id == "p1"
    assert desk.meeting.items[0].speaker == ""


def test_enter_in_the_dialogs_does_what_they_are_for(qtbot: QtBot, window: MainWindow) -> None:
    window.furniture.meetings.begin_empty()
    window.parts.desk.edit("Judul", edits.set_fields(title="Rapat bulanan"))
    window.parts.autosave.flush()
    window.furniture.offices.edit()
    office = window.findChildren(QDialog)[-1]
    assert default_button(office).text().replace("&", "") == "Simpan"
    office.reject()
    window.furniture.meetings.choose_former("")
    chooser = window.findChildren(QDialog)[-1]
    assert default_button(chooser).text().replace("&", "") == "Buat rapat"
    chooser.reject()
    QApplication.processEvents()


def test_the_kind_of_office_is_not_said_twice(catalog: Catalog) -> None:
    presets = OfficePresets(catalog.offices)
    typed = presets.office("polres", "Polres Lembah Merpati", "Lembah Merpati", "Sumatera Barat")
    assert typed.name == "Polres Lembah Merpati"
    assert typed.letterhead.lines[-1] == "RESOR LEMBAH MERPATI"
    assert typed == replace(presets.office("polres", "Lembah Merpati", "Lembah Merpati", "Sumatera Barat"), id=typed.id)


def test_a_figure_is_not_lost_because_a_longer_number_ends_like_it(catalog: Catalog) -> None:
    meeting = Meeting(
        title="Rapat",
        items=(Item(id="i1", text="Ada 12 pos.", public=True),),
        figures=(Figure("f1", "Pos pelayanan", "2", "pos", True), Figure("f2", "Pos", "12", "pos", True)),
    )
    said = " ".join(siaran_pers(Source(Bundle(meeting=meeting), catalog)).isi)
    assert "pos pelayanan, yakni 2 pos" in said
    assert said.count("12 pos") == 1


def test_a_second_notice_is_as_wide_as_its_words(qtbot: QtBot, window: MainWindow) -> None:
    window.toast.say("Notula disimpan", [("&Buka", lambda: None)])
    window.toast.say("Laporan WhatsApp disimpan", [("&Buka", lambda: None), ("Buka &folder", lambda: None)])
    assert window.toast.width() >= window.toast.sizeHint().width()
