from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.ordering import choose_order
from rakor_desktop.ui.grid.attendees import attendees_model
from rakor_desktop.ui.grid.clipboard import written_block
from rakor_desktop.ui.grid.editors import SuggestEdit
from rakor_desktop.ui.grid.menu import grid_menu
from rakor_desktop.ui.grid.row_header import RowHeader
from rakor_desktop.ui.grid.view import GridView
from tests.ui.pasaman import OFFICE
from tests.ui.stage import desk_with, show

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk() -> Desk:
    return desk_with()


@pytest.fixture
def grid(qtbot: QtBot, desk: Desk, catalog: Catalog) -> Iterator[GridView]:
    grid = GridView(attendees_model(desk, catalog), "Daftar hadirin")
    tester = QAbstractItemModelTester(grid.records, QAbstractItemModelTester.FailureReportingMode.Warning)
    show(qtbot, desk, grid, 900, 500)
    grid.go_to(0, 0)
    yield grid
    tester.deleteLater()


def choose(grid: GridView, first: int, last: int, key: str, other: str = "") -> None:
    """Choose a block as the mouse does: the current cell is where it began."""
    left, right = grid.records.column_of(key), grid.records.column_of(other or key)
    grid.go_to(first, left)
    block = QItemSelection(grid.records.index(first, left), grid.records.index(last, right))
    grid.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def editor() -> SuggestEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, SuggestEdit)
    return found


def names(desk: Desk) -> str:
    return " ".join(a.name.split()[0] for a in desk.meeting.attendees)


def institutions(desk: Desk) -> list[str]:
    return [a.institution for a in desk.meeting.attendees]


def test_ctrl_enter_writes_the_typed_text_into_every_chosen_cell_as_one_step(
    qtbot: QtBot, grid: GridView, desk: Desk
) -> None:
    before = desk.meeting
    choose(grid, 1, 3, "institution")
    qtbot.keyClick(grid, "P")
    qtbot.keyClicks(editor(), "emkab")
    qtbot.keyClick(editor(), Qt.Key.Key_Return, CTRL)
    assert institutions(desk)[1:4] == ["Pemkab", "Pemkab", "Pemkab"]
    assert institutions(desk)[4] == "Bawaslu Pasaman Barat"
    assert desk.undo_label == "Isi beberapa hadirin"
    assert grid.hasFocus()
    desk.undo()
    assert desk.meeting == before


def test_enter_alone_changes_only_the_one_cell(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    choose(grid, 1, 3, "institution")
    qtbot.keyClick(grid, "P")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert institutions(desk)[1:3] == ["P", "Pemkab Pasaman Barat"]


def test_while_several_cells_are_chosen_the_line_says_how_to_fill_them(qtbot: QtBot, grid: GridView) -> None:
    said: list[str] = []
    grid.said.connect(said.append)
    choose(grid, 1, 3, "institution")
    qtbot.keyClick(grid, "P")
    assert "Ctrl+Enter mengisi 3 isian" in said[-1]
    qtbot.keyClick(editor(), Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: said[-1] == "")


def test_the_menu_fills_all_chosen_cells_with_enter(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    choose(grid, 0, 2, "rank")
    menu = grid_menu(grid)
    fill = next(a for a in menu.actions() if "semua yang dipilih" in a.text())
    assert "(3)" in fill.text()
    fill.trigger()
    editor().selectAll()
    qtbot.keyClicks(editor(), "akp")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert [a.rank for a in desk.meeting.attendees[:3]] == ["AKP", "AKP", "AKP"]


def test_the_menu_names_its_keys_and_greys_what_cannot_be_done(grid: GridView) -> None:
    QGuiApplication.clipboard().clear()
    grid.go_to(0, 0)
    acts = {a.text().replace("&", ""): a for a in grid_menu(grid).actions() if not a.isSeparator()}
    assert acts["Gandakan baris"].shortcut().toString() == "Ctrl+D"
    assert acts["Hapus baris"].shortcut().toString() == "Del"
    assert not acts["Tempel"].isEnabled()
    assert not acts["Naikkan baris"].isEnabled()
    assert acts["Turunkan baris"].isEnabled()


def test_a_block_is_cut_as_tabbed_text_and_comes_back_by_one_undo(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    before = desk.meeting
    choose(grid, 2, 3, "position", "institution")
    qtbot.keyClick(grid, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text().split("\n")[0] == "Kaban Kesbangpol\tPemkab Pasaman Barat"
    assert [a.position for a in desk.meeting.attendees[2:4]] == ["", ""]
    desk.undo()
    assert desk.meeting == before


def test_several_lines_pasted_into_an_open_cell_go_down_the_column(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Kanit I\nKanit II\n")
    grid.go_to(4, grid.records.column_of("position"))
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    qtbot.keyClick(editor(), Qt.Key.Key_V, CTRL)
    assert [a.position for a in desk.meeting.attendees[4:]] == ["Kanit I", "Kanit II"]
    assert desk.undo_label == "Tempel hadirin"
    assert grid.hasFocus()


def test_one_line_pasted_into_an_open_cell_goes_into_its_text(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    QGuiApplication.clipboard().setText(" Luar Biasa")
    grid.go_to(5, grid.records.column_of("position"))
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    qtbot.keyClick(editor(), Qt.Key.Key_End)
    qtbot.keyClick(editor(), Qt.Key.Key_V, CTRL)
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert desk.meeting.attendees[5].position == "Danki 3 Batalyon B Pelopor Luar Biasa"


def test_one_copied_cell_fills_all_chosen_cells(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("KPU Pasaman Barat")
    choose(grid, 0, 2, "institution")
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert institutions(desk)[:3] == ["KPU Pasaman Barat"] * 3
    assert institutions(desk)[3:5] == ["KPU Pasaman Barat", "Bawaslu Pasaman Barat"]


def header_of(grid: GridView) -> RowHeader:
    header = grid.verticalHeader()
    assert isinstance(header, RowHeader)
    return header


def drag(grid: GridView, start: int, to_y: int) -> RowHeader:
    header = header_of(grid)
    place = QPoint(8, header.sectionViewportPosition(start) + 8)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseMove(header.viewport(), QPoint(8, (place.y() + to_y) // 2))
    QTest.mouseMove(header.viewport(), QPoint(8, to_y))
    return header


def drop(header: RowHeader, y: int) -> None:
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, y))


def test_a_row_is_dragged_by_its_number_to_another_place(grid: GridView, desk: Desk) -> None:
    header = header_of(grid)
    y = header.sectionViewportPosition(3) + 2
    drag(grid, 0, y)
    assert header.dragging
    drop(header, y)
    assert names(desk).split()[:4] == ["Sumidi", "Yosmar", "Agung", "Hafizul"]
    assert desk.undo_label == "Pindahkan hadirin"
    desk.undo()
    assert names(desk).split()[0] == "Agung"


def test_several_chosen_rows_are_dragged_together_below_the_last(grid: GridView, desk: Desk) -> None:
    header = header_of(grid)
    grid.selectRow(0)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier,
                     QPoint(8, header.sectionViewportPosition(1) + 8))  # fmt: skip
    y = header.sectionViewportPosition(5) + header.sectionSize(5) - 2
    drag(grid, 1, y)
    drop(header, y)
    assert names(desk).split()[-2:] == ["Agung", "Sumidi"]


def test_esc_calls_the_dragging_off(grid: GridView, desk: Desk) -> None:
    before = desk.meeting
    y = header_of(grid).sectionViewportPosition(4)
    header = drag(grid, 0, y)
    QTest.keyClick(header, Qt.Key.Key_Escape)
    assert not header.dragging
    drop(header, y)
    assert desk.meeting is before


def test_a_row_moved_by_hand_under_an_order_is_marked_and_stays(grid: GridView, desk: Desk, catalog: Catalog) -> None:
    desk.edit("x", choose_order("protocol", catalog, OFFICE))
    last = len(desk.meeting.attendees) - 1
    grid.go_to(last, 1)
    QTest.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert grid.records.placed_by_hand(last - 1)
    moved = names(desk)
    desk.edit("x", choose_order("protocol", catalog, OFFICE))
    assert names(desk) == moved


def test_cells_with_lines_are_quoted_on_the_clipboard() -> None:
    assert written_block([["a\nb", 'c"d'], ["e", ""]]) == '"a\nb"\tc"d\ne\t'
