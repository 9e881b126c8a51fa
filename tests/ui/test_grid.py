from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.ui.grid.attendees import attendees_model
from rakor_desktop.ui.grid.clipboard import read_block
from rakor_desktop.ui.grid.editors import SuggestEdit
from rakor_desktop.ui.grid.view import GridView
from rakor_desktop.ui.pages.attendees import AttendeesPage
from tests.ui.stage import desk_with, show

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


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


def editor() -> SuggestEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, SuggestEdit)
    return found


def type_into(qtbot: QtBot, grid: GridView, text: str) -> SuggestEdit:
    """Type as a person does: the first key opens the cell."""
    qtbot.keyClick(grid, text[0])
    opened = editor()
    qtbot.keyClicks(opened, text[1:])
    return opened


def cell(grid: GridView) -> tuple[int, str]:
    index = grid.currentIndex()
    return index.row(), grid.records.columns[index.column()].key


def names(desk: Desk) -> list[str]:
    return [attendee.name for attendee in desk.meeting.attendees]


def test_there_is_always_one_empty_row_more_than_people(grid: GridView, desk: Desk) -> None:
    assert grid.records.rowCount() == 7
    desk.edit("x", edits.remove(Attendee, [a.id for a in desk.meeting.attendees]))
    assert grid.records.rowCount() == 1


def test_typing_replaces_the_cell_and_enter_commits_and_goes_down(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(0, grid.records.column_of("position"))
    qtbot.keyClick(type_into(qtbot, grid, "Kapolres"), Qt.Key.Key_Return)
    assert desk.meeting.attendees[0].position == "Kapolres"
    assert cell(grid) == (1, "position")
    assert desk.undo_label == "Ubah jabatan hadirin"


def test_tab_walks_cells_and_wraps_to_the_next_row(qtbot: QtBot, grid: GridView) -> None:
    grid.go_to(0, grid.records.column_of("presence"))
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert cell(grid) == (0, "excuse")
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert cell(grid) == (1, "rank")
    qtbot.keyClick(grid, Qt.Key.Key_Backtab)
    assert cell(grid) == (0, "excuse")


def test_tab_leaves_the_grid_at_its_end_so_that_nobody_is_caught(qtbot: QtBot, desk: Desk, catalog: Catalog) -> None:
    page = AttendeesPage(desk, catalog)
    show(qtbot, desk, page)
    page.grid.go_to(6, page.grid.records.column_of("excuse"))
    qtbot.keyClick(page.grid, Qt.Key.Key_Tab)
    assert not page.grid.hasFocus()


def test_esc_keeps_the_old_value(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(0, grid.records.column_of("name"))
    qtbot.keyClick(type_into(qtbot, grid, "Salah"), Qt.Key.Key_Escape)
    assert names(desk)[0] == "Agung Tribawanto"
    assert desk.undo_label == ""
    assert grid.hasFocus()


def test_f2_edits_what_is_there(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(0, grid.records.column_of("name"))
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    assert editor().text() == "Agung Tribawanto, S.I.K."
    qtbot.keyClick(editor(), Qt.Key.Key_End)
    qtbot.keyClicks(editor(), ", M.H.")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert desk.meeting.attendees[0].back == ("S.I.K.", "M.H.")


def test_a_whole_row_is_typed_with_tab_and_begins_in_the_empty_row(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(6, 0)
    for text in ("iptu", "Rina Dewi, S.H.", "Kasi Humas", "Polres Pasaman Barat"):
        qtbot.keyClick(type_into(qtbot, grid, text), Qt.Key.Key_Tab)
    added = desk.meeting.attendees[6]
    assert (added.rank, added.name, added.back) == ("Iptu", "Rina Dewi", ("S.H.",))
    assert (added.position, added.institution) == ("Kasi Humas", "Polres Pasaman Barat")
    assert cell(grid) == (6, "represents")
    assert grid.records.rowCount() == 8


@pytest.mark.parametrize(
    ("typed", "kept"), [("akbp", "AKBP"), ("letkol inf.", "Letkol Inf"), ("Panglima Besar", "Panglima Besar")]
)
def test_a_typed_rank_is_completed_only_when_it_is_surely_the_same(
    qtbot: QtBot, grid: GridView, desk: Desk, typed: str, kept: str
) -> None:
    grid.go_to(2, 0)
    qtbot.keyClick(type_into(qtbot, grid, typed), Qt.Key.Key_Return)
    assert desk.meeting.attendees[2].rank == kept


def test_ranks_are_suggested_and_taken_with_down_and_enter_in_one_go(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(2, 0)
    opened = type_into(qtbot, grid, "kompo")
    assert opened.suggestions[0].text == "Kompol"
    qtbot.keyClick(opened, Qt.Key.Key_Down)
    qtbot.keyClick(opened, Qt.Key.Key_Return)
    assert desk.meeting.attendees[2].rank == "Kompol"
    assert cell(grid) == (3, "rank")


def test_esc_puts_suggestions_away_first_and_keeps_the_typed_text(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(2, 0)
    opened = type_into(qtbot, grid, "kompo")
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert opened.suggestions == ()
    assert opened.text() == "kompo"
    qtbot.keyClick(opened, Qt.Key.Key_Return)
    assert desk.meeting.attendees[2].rank == "kompo"


def test_an_unknown_rank_is_marked_and_explained(grid: GridView, desk: Desk) -> None:
    desk.edit("x", edits.set_rank("a1", "Kombespol Inf"))
    tip = grid.records.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "tidak dikenal" in tip


def test_presence_is_chosen_by_its_first_letters(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(0, grid.records.column_of("presence"))
    qtbot.keyClick(type_into(qtbot, grid, "ti"), Qt.Key.Key_Return)
    assert desk.meeting.attendees[0].presence == "absent"
    grid.go_to(0, grid.records.column_of("presence"))
    qtbot.keyClick(type_into(qtbot, grid, "entah"), Qt.Key.Key_Return)
    assert desk.meeting.attendees[0].presence == "absent"


def test_alt_arrows_move_the_row_and_the_cursor_goes_along(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(0, 1)
    qtbot.keyClick(grid, Qt.Key.Key_Down, ALT)
    assert names(desk)[:2] == ["Sumidi S.", "Agung Tribawanto"]
    assert cell(grid) == (1, "name")
    qtbot.keyClick(grid, Qt.Key.Key_Up, ALT)
    assert names(desk)[0] == "Agung Tribawanto"
    desk.undo()
    desk.undo()
    assert names(desk)[0] == "Agung Tribawanto"


def test_del_removes_the_row_and_undo_brings_it_back_with_its_office(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    before = desk.meeting
    grid.go_to(0, 1)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert names(desk)[0] == "Sumidi S."
    assert desk.meeting.leader_ids == ()
    desk.undo()
    assert desk.meeting == before


def test_ctrl_d_duplicates_the_row_below_itself(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(1, 1)
    qtbot.keyClick(grid, Qt.Key.Key_D, CTRL)
    assert names(desk)[1:3] == ["Sumidi S.", "Sumidi S."]
    assert desk.meeting.attendees[1].id != desk.meeting.attendees[2].id
    assert cell(grid) == (2, "name")


def test_a_block_from_excel_is_pasted_at_the_cursor_as_one_step(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    before = desk.meeting
    QGuiApplication.clipboard().setText("AKP\tBudi, S.H.\tKasat Lantas\r\nIpda\tSari\tKanit\r\n")
    grid.go_to(5, 0)
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert [(a.rank, a.name, a.position) for a in desk.meeting.attendees[5:]] == [
        ("AKP", "Budi", "Kasat Lantas"),
        ("Ipda", "Sari", "Kanit"),
    ]
    assert desk.meeting.attendees[5].id == "a6"
    assert desk.meeting.attendees[5].institution == "Satbrimob Polda Sumbar"
    desk.undo()
    assert desk.meeting == before
    desk.redo()
    assert len(desk.meeting.attendees) == 7


def test_a_pasted_rank_is_left_as_it_was_written(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("akbp")
    grid.go_to(2, 0)
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert desk.meeting.attendees[2].rank == "akbp"


def test_a_copied_block_pastes_back_as_itself(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.selectAll()
    qtbot.keyClick(grid, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\n")[0].split("\t")[:2] == ["AKBP", "Agung Tribawanto, S.I.K."]
    before = desk.meeting
    grid.go_to(0, 0)
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert desk.meeting == before


def test_backspace_empties_the_selected_cells_as_one_step(qtbot: QtBot, grid: GridView, desk: Desk) -> None:
    grid.go_to(0, grid.records.column_of("position"))
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Backspace)
    assert [a.position for a in desk.meeting.attendees[:2]] == ["", ""]
    assert names(desk)[0] == "Agung Tribawanto"
    desk.undo()
    assert desk.meeting.attendees[0].position == "Kapolres Pasaman Barat"


def test_quoted_cells_with_lines_and_lone_quotes_are_read() -> None:
    assert read_block('a\t"b\nc"\r\nd\te\r\n') == [["a", "b c"], ["d", "e"]]
    assert read_block('Budi "Boy\tKasat') == [['Budi "Boy', "Kasat"]]
    assert read_block("") == []


def test_the_models_contract_holds_through_every_kind_of_change(grid: GridView, desk: Desk) -> None:
    people = desk.meeting.attendees
    desk.edit("x", edits.insert(Attendee("n1", name="Baru"), 2))
    desk.edit("x", edits.insert_all([Attendee("n2"), Attendee("n3")]))
    desk.edit("x", edits.move(Attendee, ("n1", "a1"), 5))
    desk.edit("x", edits.remove(Attendee, ("a2", "n2")))
    desk.edit("x", edits.set_fields(attendees=tuple(reversed(people))))
    for _ in range(5):
        desk.undo()
    for _ in range(5):
        desk.redo()
    assert [grid.records.text(row, 1) for row in range(6)][::-1][0] == "Agung Tribawanto, S.I.K."


def test_two_thousand_rows_are_pasted_and_undone(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(Meeting(id="m"))
    grid = GridView(attendees_model(desk, catalog), "Daftar hadirin")
    show(qtbot, desk, grid)
    grid.go_to(0, 0)
    QGuiApplication.clipboard().setText("\n".join(f"Bripda\tNama {n}\tAnggota" for n in range(2000)))
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert len(desk.meeting.attendees) == 2000
    desk.undo()
    assert desk.meeting.attendees == ()
    assert grid.records.rowCount() == 1


def test_the_header_counts_people_institutions_and_those_standing_in(
    qtbot: QtBot, desk: Desk, catalog: Catalog
) -> None:
    page = AttendeesPage(desk, catalog)
    show(qtbot, desk, page)
    assert page.summary.text() == "6 orang · 6 instansi · 3 mewakili"
    desk.edit("x", edits.update(Attendee, "a6", presence="absent"))
    assert page.summary.text() == "6 orang · 6 instansi · 3 mewakili · 1 tidak hadir"


def test_targets_lead_to_the_cell(qtbot: QtBot, desk: Desk, catalog: Catalog) -> None:
    page = AttendeesPage(desk, catalog)
    show(qtbot, desk, page)
    assert page.go_to("attendees/a4/institution")
    assert cell(page.grid) == (3, "institution")
    assert page.grid.hasFocus()
    assert page.go_to("groups/g2")
    assert page.groups.hasFocus()
    assert page.go_to("head_count")
    assert not page.go_to("attendees/nobody/rank")
    assert not page.go_to("title")


def test_groups_are_typed_like_rows(qtbot: QtBot, desk: Desk, catalog: Catalog) -> None:
    page = AttendeesPage(desk, catalog)
    show(qtbot, desk, page)
    page.groups.go_to(2, 0)
    qtbot.keyClick(type_into(qtbot, page.groups, "Dinas PUPR"), Qt.Key.Key_Return)
    assert [g.name for g in desk.meeting.groups] == ["para PJU Polres Pasaman Barat", "tamu undangan", "Dinas PUPR"]
    assert cell(page.groups) == (3, "name")
