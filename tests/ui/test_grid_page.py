from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.ui.pages.attendees import AttendeesPage
from tests.ui.pasaman import meeting
from tests.ui.stage import desk_with, show

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LIST = "1. AKP Budi Santoso, S.H., Kasat Lantas Polres Agam\n2. Iptu Rina Dewi, Kasi Humas Polres Agam\n"


@pytest.fixture
def desk() -> Desk:
    return desk_with()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, catalog: Catalog) -> AttendeesPage:
    page = AttendeesPage(desk, catalog)
    show(qtbot, desk, page, 900, 640)
    page.grid.go_to(0, 1)
    return page


@pytest.fixture
def wanted(page: AttendeesPage) -> list[Any]:
    heard: list[Any] = []
    page.reading_wanted.connect(heard.append)
    return heard


# -- the quick line


def test_one_person_typed_in_the_quick_line_becomes_a_row_on_enter(
    qtbot: QtBot, page: AttendeesPage, desk: Desk
) -> None:
    page.quick.line.setFocus()
    qtbot.keyClicks(page.quick.line, "AKBP Dedi Kurnia SIK Kapolres Agam")
    qtbot.keyClick(page.quick.line, Qt.Key.Key_Return)
    added = desk.meeting.attendees[-1]
    assert (added.rank, added.name, added.back, added.position) == ("AKBP", "Dedi Kurnia", ("S.I.K.",), "Kapolres Agam")
    assert page.quick.line.text() == ""
    assert page.quick.line.hasFocus()
    assert desk.undo_label == "Tambah hadirin"
    desk.undo()
    assert len(desk.meeting.attendees) == 6


def test_under_the_line_stands_how_it_will_be_read(qtbot: QtBot, page: AttendeesPage) -> None:
    qtbot.keyClicks(page.quick.line, "AKBP Agung Tribawanto SIK Kapolres Pasaman Barat")
    qtbot.waitUntil(page.quick.echo.isVisible)
    told = page.quick.echo.text()
    for part in ("AKBP", "Agung Tribawanto", "S.I.K.", "Kapolres Pasaman Barat", "sudah ada di baris 1"):
        assert part in told
    page.quick.line.clear()
    assert not page.quick.echo.isVisible()


def test_what_is_nobody_stays_and_is_told(qtbot: QtBot, page: AttendeesPage, desk: Desk) -> None:
    before = desk.meeting
    qtbot.keyClicks(page.quick.line, "12345")
    qtbot.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert page.quick.line.text() == "12345"
    assert "Belum terbaca nama" in page.quick.echo.text()
    assert desk.meeting is before


def test_signs_of_markup_in_the_line_are_shown_as_typed(qtbot: QtBot, page: AttendeesPage) -> None:
    qtbot.keyClicks(page.quick.line, "AKP Budi <b>Hartono</b>")
    qtbot.waitUntil(page.quick.echo.isVisible)
    assert "<b>Hartono" not in page.quick.echo.text()


def test_several_lines_pasted_into_the_quick_line_are_to_be_read(
    qtbot: QtBot, page: AttendeesPage, wanted: list[Any]
) -> None:
    QGuiApplication.clipboard().setText(LIST)
    qtbot.keyClick(page.quick.line, Qt.Key.Key_V, CTRL)
    assert [data.text() for data in wanted] == [LIST]
    assert page.quick.line.text() == ""


def test_one_line_is_pasted_where_the_cursor_is(qtbot: QtBot, page: AttendeesPage, wanted: list[Any]) -> None:
    QGuiApplication.clipboard().setText("Budi Santoso\n")
    qtbot.keyClicks(page.quick.line, "AKP ")
    qtbot.keyClick(page.quick.line, Qt.Key.Key_V, CTRL)
    assert page.quick.line.text() == "AKP Budi Santoso"
    assert wanted == []


def test_alt_c_goes_to_the_quick_line_and_down_back_to_the_table(qtbot: QtBot, page: AttendeesPage) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_C, ALT)
    qtbot.waitUntil(page.quick.line.hasFocus)
    qtbot.keyClick(page.quick.line, Qt.Key.Key_Down)
    assert page.grid.hasFocus()


def test_under_protocol_a_new_person_takes_the_own_place_in_the_same_step(
    qtbot: QtBot, catalog: Catalog
) -> None:
    desk = desk_with(replace(meeting(), people_order="protocol"))
    page = AttendeesPage(desk, catalog)
    show(qtbot, desk, page, 900, 640)
    before = desk.meeting
    qtbot.keyClicks(page.quick.line, "Sabar, Bupati Pasaman Barat")
    qtbot.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert desk.meeting.attendees[0].position == "Bupati Pasaman Barat"
    desk.undo()
    assert desk.meeting is before


def test_a_row_typed_in_the_grid_stays_at_the_end_under_any_order(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(replace(meeting(), people_order="protocol"))
    page = AttendeesPage(desk, catalog)
    show(qtbot, desk, page, 900, 640)
    page.grid.go_to(6, page.grid.records.column_of("position"))
    qtbot.keyClick(page.grid, "B")
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "upati")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert desk.meeting.attendees[-1].position == "Bupati"


# -- lists


def test_whole_persons_pasted_into_the_grid_are_to_be_read(
    qtbot: QtBot, page: AttendeesPage, desk: Desk, wanted: list[Any]
) -> None:
    before = desk.meeting
    QGuiApplication.clipboard().setText(LIST)
    page.grid.go_to(6, 0)
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    assert [data.text() for data in wanted] == [LIST]
    assert desk.meeting is before


@pytest.mark.parametrize(
    ("text", "key"),
    [("Budi Santoso, S.H.\nRina Dewi\nSuhatri Bur, S.E., M.M.", "name"),
     ("Kasat Lantas\nKabag Ops\nKapolsek Kinali", "position"),
     ("Polres Agam\nKodim 0304/Agam", "institution"), ("AKP\nIptu\nIpda", "rank"), ("AKP\tBudi\nIptu\tRina", "rank")],
)  # fmt: skip
def test_one_column_and_blocks_of_cells_are_pasted_as_in_excel(
    qtbot: QtBot, page: AttendeesPage, desk: Desk, wanted: list[Any], text: str, key: str
) -> None:
    QGuiApplication.clipboard().setText(text)
    page.grid.go_to(6, page.grid.records.column_of(key))
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    assert wanted == []
    assert len(desk.meeting.attendees) == 6 + len(text.split("\n"))


def test_in_doubt_lines_are_cells_and_reading_them_is_one_click_away(
    qtbot: QtBot, page: AttendeesPage, desk: Desk, wanted: list[Any]
) -> None:
    before = desk.meeting
    QGuiApplication.clipboard().setText("AKP Budi Santoso\nIptu Rina Dewi\n")
    page.grid.go_to(6, 1)
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    assert len(desk.meeting.attendees) == 8
    [offer] = page.under.remedies()
    assert "daftar orang" in offer.text()
    offer.click()
    assert [data.text() for data in wanted] == ["AKP Budi Santoso\nIptu Rina Dewi\n"]
    assert desk.meeting is before


def test_the_paste_button_asks_for_the_clipboard_to_be_read(page: AttendeesPage, wanted: list[Any]) -> None:
    QGuiApplication.clipboard().setText(LIST)
    page.paste.click()
    assert [data.text() for data in wanted] == [LIST]


def test_an_empty_clipboard_is_told_of(page: AttendeesPage, wanted: list[Any]) -> None:
    QGuiApplication.clipboard().clear()
    page.paste_list()
    assert "Papan klip tidak berisi teks" in page.under.text
    assert wanted == []


def drop(page: AttendeesPage, data: QMimeData) -> bool:
    place, copy, left = QPointF(40, 40), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place.toPoint(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(place, copy, data, left, Qt.KeyboardModifier.NoModifier))
    return enter.isAccepted()


def test_list_files_dropped_on_the_page_are_to_be_read(page: AttendeesPage, wanted: list[Any]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/hadir.XLSX"), QUrl.fromLocalFile("/tmp/foto.jpg")])
    assert drop(page, data)
    assert wanted == [[Path("/tmp/hadir.XLSX")]]


def test_other_files_are_left_to_the_window(page: AttendeesPage, wanted: list[Any]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/rapat.rakor")])
    assert not drop(page, data)
    assert wanted == []


# -- finding


def test_ctrl_f_finds_while_one_types_and_enter_goes_on(qtbot: QtBot, page: AttendeesPage) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_F, CTRL)
    assert page.finder.isVisible()
    assert page.finder.line.hasFocus()
    qtbot.keyClicks(page.finder.line, "kodim")
    qtbot.waitUntil(lambda: page.finder.count.text() == "1 dari 2")
    assert page.grid.currentIndex().row() == 1
    first = page.grid.currentIndex().column()
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Return)
    assert page.finder.count.text() == "2 dari 2"
    assert page.grid.currentIndex().column() > first
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Return, SHIFT)
    assert page.finder.count.text() == "1 dari 2"
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Escape)
    assert not page.finder.isVisible()
    assert page.grid.hasFocus()
    assert page.grid.currentIndex().row() == 1
    assert page.grid.found == frozenset()


def test_what_is_not_there_is_told(qtbot: QtBot, page: AttendeesPage) -> None:
    page.finder.open_bar()
    qtbot.keyClicks(page.finder.line, "zzz")
    qtbot.waitUntil(lambda: page.finder.count.text() == "Tidak ditemukan")


# -- the order


def test_the_order_is_chosen_from_the_button_as_one_step(page: AttendeesPage, desk: Desk) -> None:
    before = desk.meeting
    page.order.choose("protocol")
    assert desk.meeting.people_order == "protocol"
    assert desk.undo_label == "Urutkan hadirin: protokol"
    assert page.order.accessibleName() == "Urutan hadirin: Protokol"
    desk.undo()
    assert desk.meeting is before
    assert page.order.accessibleName() == "Urutan hadirin: Sesuai ketikan"


def test_rows_moved_by_hand_can_be_let_go_from_the_menu(qtbot: QtBot, page: AttendeesPage, desk: Desk) -> None:
    page.order.choose("protocol")
    by_protocol = desk.meeting.attendees
    page.grid.go_to(5, 1)
    qtbot.keyClick(page.grid, Qt.Key.Key_Up, ALT)
    menu = page.order.menu()
    menu.aboutToShow.emit()
    release = menu.actions()[-1]
    assert release.text() == "&Lepaskan 1 baris yang dipindahkan tangan"
    release.trigger()
    assert desk.meeting.attendees == by_protocol
