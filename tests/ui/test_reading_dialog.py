from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.intake import accept
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.reading.values import Doubt, PersonRead, Reading
from rakor_desktop.ui.reading.dialog import ReadingDialog
from rakor_desktop.ui.reading.prepared import Prepared
from rakor_desktop.ui.reading.rows import TAKEN, TWIN
from tests.ui.readings import SUMIDI, long_list, marked, pasted

MELATI = Attendee("m1", rank="Iptu", name="Melati Ayunda", position="Kasat Lantas")
NAMELESS = Meeting(attendees=(MELATI, Attendee("m2", name="Tuti Handayani", institution="RSUD")))

Review = Callable[..., ReadingDialog]


@pytest.fixture
def review(qtbot: QtBot, catalog: Catalog) -> Review:
    def open_review(reading: Reading | None = None, present: Meeting | None = None) -> ReadingDialog:
        dialog = ReadingDialog(
            Prepared.of(reading or pasted()),
            present or Meeting(),
            catalog,
            lambda text: PersonRead(name=text.title()),
        )
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_review


def names(dialog: ReadingDialog) -> list[str]:
    return [row.name for row in dialog.draft.rows]


def settle(qtbot: QtBot, dialog: ReadingDialog, heading: str) -> None:
    qtbot.waitUntil(lambda: dialog.heading == heading)


def remedy(dialog: ReadingDialog, text: str) -> QPushButton:
    return next(b for b in dialog.notice.remedies() if b.accessibleName() == text)


def cell(dialog: ReadingDialog, row: int, key: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
    model = dialog.grid.rows_model
    return model.index(row, model.column_of(key)).data(role)


def test_the_heading_counts_people_groups_unread_and_doubts(review: Review) -> None:
    dialog = review()
    assert dialog.heading == "8 orang, 3 kelompok, 2 bagian belum terbaca, 2 perlu diperiksa"
    assert dialog.accept_button.text() == "&Masukkan 8 orang dan 3 kelompok"


def test_nothing_read_is_said_and_cannot_be_accepted(qtbot: QtBot, review: Review) -> None:
    dialog = review(Reading("   "))
    assert dialog.heading == "Tidak ada orang yang terbaca"
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()


def test_the_first_doubtful_row_is_chosen_and_its_reason_told(review: Review) -> None:
    dialog = review()
    assert dialog.grid.currentIndex().row() == 2
    assert dialog.notice.text == "Baris 3, nama: Nama hanya berisi satu nama dan inisial."
    assert cell(dialog, 2, "name", Qt.ItemDataRole.ToolTipRole) == "Nama hanya berisi satu nama dan inisial."
    assert cell(dialog, 2, TAKEN) == "!"


def test_f8_walks_through_the_doubts_and_begins_again(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    rows = []
    for _ in range(3):
        qtbot.keyClick(dialog, Qt.Key.Key_F8)
        rows.append(dialog.grid.currentIndex().row())
    assert rows == [6, 2, 6]


def test_one_doubt_offers_all_its_readings_in_one_click(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.next_doubt()
    assert [b.accessibleName() for b in dialog.notice.remedies()] == [
        "Jadikan “Sumidi S.”", "Jadikan gelar “S”", "Sudah benar",
    ]  # fmt: skip
    assert SUMIDI in dialog.notice.text
    qtbot.mouseClick(remedy(dialog, "Jadikan gelar “S”"), Qt.MouseButton.LeftButton)
    row = dialog.draft.rows[6]
    assert (row.name, row.back) == ("Sumidi", ("S",))
    settle(qtbot, dialog, "8 orang, 3 kelompok, 2 bagian belum terbaca, 1 perlu diperiksa")
    assert dialog.draft.doubts(row) == ()


def test_a_doubt_ends_when_the_cell_is_corrected_and_returns_with_undo(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    model = dialog.grid.rows_model
    model.setData(model.index(2, model.column_of("name")), "Heri Susanto")
    settle(qtbot, dialog, "8 orang, 3 kelompok, 2 bagian belum terbaca, 1 perlu diperiksa")
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.draft.rows[2].name == "Heri S"
    settle(qtbot, dialog, "8 orang, 3 kelompok, 2 bagian belum terbaca, 2 perlu diperiksa")


def test_what_is_right_as_it_is_asks_no_more(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    qtbot.mouseClick(remedy(dialog, "Sudah benar"), Qt.MouseButton.LeftButton)
    settle(qtbot, dialog, "8 orang, 3 kelompok, 2 bagian belum terbaca, 1 perlu diperiksa")
    assert dialog.draft.rows[2].name == "Heri S"


def test_rows_are_edited_by_keyboard_as_in_every_grid(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.grid.go_to_row("p0", "position")
    qtbot.keyClick(dialog.grid, Qt.Key.Key_K)
    editor = dialog.focusWidget()
    qtbot.keyClicks(editor, "apolres Uji")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert dialog.draft.rows[0].position == "kapolres Uji"
    assert dialog.grid.currentIndex().row() == 1


def test_space_leaves_a_row_out_and_takes_it_again(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.grid.go_to_row("p1", TAKEN)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Space)
    settle(qtbot, dialog, "7 orang, 3 kelompok, 2 bagian belum terbaca, 2 perlu diperiksa")
    assert cell(dialog, 1, "name", Qt.ItemDataRole.FontRole).strikeOut()  # type: ignore[attr-defined]
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Space)
    settle(qtbot, dialog, "8 orang, 3 kelompok, 2 bagian belum terbaca, 2 perlu diperiksa")


def test_a_click_on_the_box_leaves_out_and_the_box_is_drawn(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    model, grid = dialog.grid.rows_model, dialog.grid
    box = grid.visualRect(model.index(1, model.column_of(TAKEN)))
    ticked = grid.viewport().grab(box).toImage()
    spot = box.center()
    spot.setX(box.left() + 10)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    grid.go_to_row("p4", "name")
    assert [n.fate for n in dialog.newcomers()][1] == "skip"
    qtbot.waitUntil(lambda: grid.viewport().grab(box).toImage() != ticked)


def test_del_leaves_out_and_loses_nothing(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.grid.go_to_row("p1", "name")
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert len(names(dialog)) == 8
    assert [n.fate for n in dialog.newcomers()][1] == "skip"


def test_a_doubt_in_a_row_that_stays_outside_is_not_counted(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.draft.set_fate(["p2"], "skip")
    settle(qtbot, dialog, "7 orang, 3 kelompok, 2 bagian belum terbaca, 1 perlu diperiksa")


def test_who_is_exactly_the_same_is_passed_over_and_shown(review: Review) -> None:
    dialog = review(present=NAMELESS)
    assert cell(dialog, 3, TWIN) == "Lewati · Iptu Melati Ayunda"
    assert cell(dialog, 3, TAKEN, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert [n.fate for n in dialog.newcomers()].count("skip") == 2


def test_a_twin_can_be_merged_or_added_by_choice(qtbot: QtBot, review: Review) -> None:
    dialog = review(present=NAMELESS)
    dialog.grid.go_to_row("p3", "name")
    assert "Sudah ada dalam rapat: Iptu Melati Ayunda (Kasat Lantas)." in dialog.notice.text
    assert "Gabungkan mengisi gelar." in dialog.notice.text
    qtbot.mouseClick(remedy(dialog, "Gabungkan"), Qt.MouseButton.LeftButton)
    after = accept(dialog.newcomers())(NAMELESS)
    assert after.attendees[0].back == ("S.Tr.K",)
    assert len([a for a in after.attendees if a.name == "Melati Ayunda"]) == 1
    qtbot.waitUntil(lambda: "digabungkan" in dialog.notice.text)
    qtbot.mouseClick(remedy(dialog, "Tambahkan juga"), Qt.MouseButton.LeftButton)
    after = accept(dialog.newcomers())(NAMELESS)
    assert len([a for a in after.attendees if a.name == "Melati Ayunda"]) == 2


def test_the_same_name_with_another_post_is_asked_about(review: Review) -> None:
    other = Meeting(attendees=(Attendee("m1", rank="Kompol", name="Melati Ayunda", position="Kabag Ren"),))
    dialog = review(present=other)
    dialog.grid.go_to_row("p3", "name")
    assert cell(dialog, 3, TWIN) == "Mirip: Kompol Melati Ayunda"
    assert "Berbeda: pangkat, jabatan; gabungkan tidak mengubahnya." in dialog.notice.text
    assert [b.accessibleName() for b in dialog.notice.remedies()] == ["Lewati", "Gabungkan", "Tambahkan juga"]
    assert dialog.heading.endswith("3 perlu diperiksa")


def test_the_second_mention_in_the_source_is_a_twin_too(review: Review) -> None:
    dialog = review(marked("1. {rank AKP} {name Budi Santoso}\n2. {name BUDI SANTOSO} {position Kapolsek}\n"))
    assert cell(dialog, 1, TWIN) == "Lewati · sama dengan baris 1"
    assert dialog.heading.startswith("1 orang")


def test_the_column_of_twins_is_there_only_when_somebody_is(review: Review) -> None:
    dialog = review()
    assert dialog.grid.isColumnHidden(dialog.grid.rows_model.column_of(TWIN))
    dialog = review(present=NAMELESS)
    assert not dialog.grid.isColumnHidden(dialog.grid.rows_model.column_of(TWIN))


def test_people_become_groups_and_back(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.grid.go_to_row("p7", "name")
    qtbot.keyClick(dialog.grid, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert "Salma Kalak BPBD" in dialog.group_names()
    assert "Salma" not in names(dialog)
    dialog.leftovers.groups.go_to(3, 0)
    qtbot.keyClick(dialog.leftovers.groups, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert names(dialog)[7] == "Salma"
    assert dialog.draft.rows[7].position == "Kalak BPBD"
    assert len(dialog.group_names()) == 3


def test_unread_stretches_become_people_in_the_order_of_the_source(qtbot: QtBot, review: Review) -> None:
    dialog = review(marked("{unread budi camat}\n{name Ani}\n"))
    dialog.leftovers.unread.setFocus()
    qtbot.keyClick(dialog.leftovers.unread, Qt.Key.Key_Return)
    assert names(dialog) == ["Budi Camat", "Ani"]
    settle(qtbot, dialog, "2 orang")


def test_unread_stretches_become_groups_or_are_passed_over(qtbot: QtBot, review: Review) -> None:
    dialog = review(marked("{name Ani}\n{unread para undangan}\n{unread konsumsi}\n"))
    qtbot.keyClick(dialog.leftovers.unread, Qt.Key.Key_G)
    assert dialog.group_names() == ("para undangan",)
    settle(qtbot, dialog, "1 orang, 1 kelompok, 1 bagian belum terbaca")
    qtbot.keyClick(dialog.leftovers.unread, Qt.Key.Key_Delete)
    settle(qtbot, dialog, "1 orang, 1 kelompok")


def test_standard_spelling_is_a_switch_that_spares_corrections(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    model = dialog.grid.rows_model
    model.setData(model.index(1, model.column_of("position")), "Wakapolres Uji")
    dialog.standard.setChecked(False)
    rows = dialog.draft.rows
    assert (rows[0].back, rows[0].institution) == (("SIK", "MH"), "Lembah Merpati")
    assert (rows[1].rank, rows[1].position) == ("KOMPOL", "Wakapolres Uji")
    dialog.standard.setChecked(True)
    rows = dialog.draft.rows
    assert (rows[0].back, rows[0].institution) == (("S.I.K.", "M.H."), "Polres Lembah Merpati")
    assert (rows[1].rank, rows[1].position) == ("Kompol", "Wakapolres Uji")


def test_one_row_alone_is_written_as_in_the_source(review: Review) -> None:
    dialog = review()
    dialog.draft.standardise("typed", ["p2"])
    assert [r.rank for r in dialog.draft.rows[:3]] == ["AKBP", "Kompol", "akp"]
    assert dialog.heading.endswith("2 perlu diperiksa")


def test_choosing_a_row_frames_its_stretch_and_a_place_chooses_its_row(review: Review) -> None:
    dialog = review()
    dialog.grid.go_to_row("p4")
    source = dialog.draft.reading.source
    start, end = dialog.draft.span("p4") or (0, 0)
    assert source[start:end].startswith("Mayor Inf")
    assert dialog.source.is_chosen(dialog.source.document().findBlockByNumber(5))
    dialog.source.pointed.emit(source.index("Heri S"))
    assert dialog.grid.currentIndex().row() == 2


def test_text_chosen_in_the_source_becomes_a_person(review: Review) -> None:
    dialog = review()
    start = dialog.draft.reading.source.index("konsumsi")
    made = dialog.draft.take_selection(start, start + len("konsumsi"), "person")
    assert dialog.draft.row(made) is not None
    assert names(dialog)[-1] == "Konsumsi"
    assert dialog.draft.span(made) == (start, start + len("konsumsi"))


def test_the_buttons_under_the_source_wait_for_a_selection(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    every = dialog.findChildren(QToolButton)
    buttons = [b for b in every if b.accessibleName().endswith("teks yang dipilih di sumber")]
    assert [b.isEnabled() for b in buttons] == [False, False]
    view = dialog.source
    cursor = view.textCursor()
    start = dialog.draft.reading.source.index("konsumsi")
    cursor.setPosition(view.excerpt.to_shown(start))
    cursor.setPosition(view.excerpt.to_shown(start + 8), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert dialog.group_names()[-1] == "konsumsi"


def test_esc_leaves_at_once_when_nothing_was_edited(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_asks_before_corrections_are_lost(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.draft.set_fate(["p1"], "skip")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = dialog.findChild(QMessageBox)
    assert box is not None
    assert box.defaultButton().text() == "&Kembali memeriksa"
    box.defaultButton().click()
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "B&uang" and b.isVisible()).click()
    assert not dialog.isVisible()


def test_enter_never_accepts_by_accident(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    for widget in (dialog.source, dialog.grid, dialog.standard, dialog):
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert dialog.result() == ReadingDialog.DialogCode.Accepted


def test_a_cell_being_typed_is_taken_along_by_ctrl_enter(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.grid.go_to_row("p1", "position")
    qtbot.keyClick(dialog.grid, Qt.Key.Key_F2)
    qtbot.keyClicks(dialog.focusWidget(), "Wakapolres Uji")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == ReadingDialog.DialogCode.Accepted
    assert dialog.newcomers()[1].attendee.position == "Wakapolres Uji"


def test_a_cell_being_typed_is_taken_along_by_the_button(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    dialog.grid.go_to_row("p1", "position")
    qtbot.keyClick(dialog.grid, Qt.Key.Key_F2)
    qtbot.keyClicks(dialog.focusWidget(), "Wakapolres Uji")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.newcomers()[1].attendee.position == "Wakapolres Uji"


def test_one_text_fills_all_chosen_cells(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    model = dialog.grid.rows_model
    column = model.column_of("institution")
    dialog.grid.go_to_row("p1", "institution")
    for row in (2, 3):
        index = model.index(row, column)
        dialog.grid.selectionModel().select(index, dialog.grid.selectionModel().SelectionFlag.Select)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_F2)
    qtbot.keyClicks(dialog.focusWidget(), "Polres Uji")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert [row.institution for row in dialog.draft.rows[1:4]] == ["Polres Uji"] * 3


def test_without_groups_and_unread_stretches_the_grid_has_the_room(review: Review) -> None:
    assert not review(marked("{name Ani}\n")).leftovers.isVisible()
    assert review().leftovers.isVisible()


def test_what_the_people_book_knows_comes_later_as_doubts(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    meant = "Maksud Anda Gunawan Setyadi?"
    risen = "Kenaikan pangkat? Terakhir tercatat Ipda (12 Maret 2026)."
    dialog.show_known({0: [Doubt("name", meant, "Gunawan Setyadi")], 3: [Doubt("rank", risen, "Ipda")]}, {3: "o1"}, {})
    settle(qtbot, dialog, "8 orang, 3 kelompok, 2 bagian belum terbaca, 4 perlu diperiksa")
    dialog.grid.go_to_row("p0", "name")
    qtbot.mouseClick(remedy(dialog, "Jadikan “Gunawan Setyadi”"), Qt.MouseButton.LeftButton)
    assert dialog.draft.rows[0].name == "Gunawan Setyadi"
    dialog.grid.go_to_row("p3", "rank")
    assert [b.accessibleName() for b in dialog.notice.remedies()] == ["Jadikan pangkat “Ipda”", "Sudah benar"]
    assert [n.attendee.person_id for n in dialog.newcomers()][:4] == ["", "", "", "o1"]


def test_somebody_present_with_nearly_the_same_name_is_asked_about(qtbot: QtBot, review: Review) -> None:
    dialog = review(present=Meeting(attendees=(Attendee("m9", name="Gunawan Setyadi"),)))
    dialog.show_known({}, {}, {0: "m9"})
    settle(qtbot, dialog, "8 orang, 3 kelompok, 2 bagian belum terbaca, 3 perlu diperiksa")
    assert cell(dialog, 0, TWIN) == "Mirip: Gunawan Setyadi"


def test_the_model_keeps_qts_rules(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    tester = QAbstractItemModelTester(dialog.grid.rows_model, QAbstractItemModelTester.FailureReportingMode.Warning)
    dialog.rows_to_groups()
    dialog.draft.desk.undo()
    dialog.draft.take_unread("u0", "Budi", "person")
    assert tester.model() is dialog.grid.rows_model


def test_ten_thousand_people_are_shown_row_by_row(review: Review) -> None:
    dialog = review(long_list(10_000))
    assert dialog.heading == "10.000 orang"
    dialog.grid.go_to_row("p9999", "name")
    assert dialog.source.excerpt.holds((dialog.draft.span("p9999") or (0, 0))[0])


def test_every_decision_is_a_step_that_undo_takes_back(qtbot: QtBot, review: Review) -> None:
    dialog = review()
    undo = lambda: qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # noqa: E731
    begun = dialog.draft.counts()
    rows, unread = dialog.draft.rows, dialog.leftovers.unread
    doubtful = next(row for row in rows if dialog.draft.doubts(row))
    dialog.draft.settle(doubtful.id, dialog.draft.doubts(doubtful)[0])
    dialog.grid.selectAll()
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    unread.selectAll()
    qtbot.keyClick(unread, Qt.Key.Key_G)
    assert dialog.draft.counts()[:3] == (0, begun.groups + begun.unread, 0)
    undo()
    assert dialog.draft.counts()[:3] == (0, begun.groups, begun.unread)
    undo()
    assert dialog.draft.counts().people == begun.people
    undo()
    assert dialog.draft.counts() == begun
    assert not dialog.draft.edited
    for _ in range(3):
        qtbot.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert dialog.draft.counts()[:3] == (0, begun.groups + begun.unread, 0)


def test_of_somebody_passed_over_nothing_but_the_twin_is_spoken(qtbot: QtBot, review: Review) -> None:
    plain = review()
    doubtful = next(row for row in plain.draft.rows if plain.draft.doubts(row))
    dialog = review(present=Meeting(attendees=(replace(doubtful, id="m1"),)))
    dialog.grid.go_to_row(doubtful.id, "name")
    qtbot.waitUntil(lambda: "Sudah ada dalam rapat" in dialog.notice.text)
    assert [b.accessibleName() for b in dialog.notice.remedies()] == ["Gabungkan", "Tambahkan juga"]
