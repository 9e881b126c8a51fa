"""The attendance page inside the real window, where its keys meet those of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.ui.grid.editors import SuggestEdit
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.pages.attendees import AttendeesPage
from rakor_desktop.ui.reading.dialog import ReadingDialog
from rakor_desktop.ui.tidy_dialog import TidyDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LIST = "1. AKP Budi Santoso, S.H., Kasat Lantas Polres Agam\n2. Iptu Rina Dewi, Kasi Humas Polres Agam\n"


def hadirin(window: MainWindow) -> AttendeesPage:
    """An empty meeting's page Hadirin, the keyboard in its grid."""
    window.furniture.meetings.begin_empty()
    window.show_workspace_page("hadirin")
    page = window.furniture.workspace.page("hadirin")
    assert isinstance(page, AttendeesPage)
    page.grid.go_to(0, page.grid.records.column_of("name"))
    return page


def review(qtbot: QtBot, window: MainWindow) -> ReadingDialog:
    flow = window.furniture.reading
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isActiveWindow(), timeout=10_000)
    assert flow.dialog is not None
    return flow.dialog


def back(qtbot: QtBot, window: MainWindow) -> None:
    """A closed dialog gives the keyboard back; a desktop's window manager would see to it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def typed(qtbot: QtBot, page: AttendeesPage, text: str) -> QLineEdit:
    """Type into the present cell; the line that it opens."""
    qtbot.keyClicks(page.grid, text[0])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, text[1:])
    return editor


def test_the_paste_key_works_on_the_very_page_of_the_list(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    QGuiApplication.clipboard().setText(LIST)
    for place in (page.grid, page.quick.line):
        place.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL | SHIFT)
        assert review(qtbot, window).heading == "2 orang"
        review(qtbot, window).reject()
        back(qtbot, window)


def test_a_line_with_two_people_is_reviewed_so_that_nobody_is_lost(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    page.quick.line.setFocus()
    qtbot.keyClicks(page.quick.line, "AKP Budi Santoso didampingi Iptu Rina Dewi")
    qtbot.waitUntil(lambda: "2 orang" in page.quick.echo.text())
    qtbot.keyClick(page.quick.line, Qt.Key.Key_Return)
    dialog = review(qtbot, window)
    assert [row.name for row in dialog.draft.rows] == ["Budi Santoso", "Rina Dewi"]
    assert page.meeting.attendees == ()
    dialog.reject()
    assert page.quick.line.text() == "AKP Budi Santoso didampingi Iptu Rina Dewi"


def test_what_the_quick_line_did_not_read_stays_in_it(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    page.quick.line.setFocus()
    qtbot.keyClicks(page.quick.line, "AKP Budi Santoso, Kasat Lantas, telat 10 menit")
    qtbot.waitUntil(lambda: "Belum terbaca: “telat 10 menit”" in page.quick.echo.text())
    qtbot.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert [(a.name, a.position) for a in page.meeting.attendees] == [("Budi Santoso", "Kasat Lantas")]
    assert page.quick.line.text() == page.quick.line.selectedText() == "telat 10 menit"
    assert "Belum terbaca" in page.quick.echo.text()


def test_undo_in_a_cell_takes_back_the_typing_before_anything_else(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    qtbot.keyClick(typed(qtbot, page, "Budi Santoso"), Qt.Key.Key_Return)
    before = page.meeting
    editor = typed(qtbot, page, "Rina")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert (editor.text(), editor.hasFocus()) == ("", True)
    assert page.meeting is before
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert page.meeting.attendees == ()
    assert page.grid.hasFocus()


def test_undo_of_the_very_cell_that_is_open_is_not_undone_by_leaving_it(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    qtbot.keyClick(typed(qtbot, page, "Budi Santoso"), Qt.Key.Key_Return)
    page.grid.go_to(0, page.grid.records.column_of("name"))
    qtbot.keyClick(page.grid, Qt.Key.Key_F2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.meeting.attendees == ()


def test_a_table_that_brings_its_own_columns_is_read_instead_of_pressed_into_ours(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = hadirin(window)
    rows = "1\tBudi Santoso, S.H.\tAKP\tKasat Lantas\n2\tRina Dewi\tIptu\tKasi Humas\n"
    for text in (f"No\tNama\tPangkat\tJabatan\n{rows}", rows):
        QGuiApplication.clipboard().setText(text)
        page.grid.go_to(0, 0)
        qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)
        dialog = review(qtbot, window)
        assert [(row.rank, row.name, row.position) for row in dialog.draft.rows] == [
            ("AKP", "Budi Santoso", "Kasat Lantas"), ("Iptu", "Rina Dewi", "Kasi Humas")
        ]  # fmt: skip
        dialog.reject()
        back(qtbot, window)


def test_columns_in_another_order_are_cells_and_reading_them_is_one_click_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = hadirin(window)
    QGuiApplication.clipboard().setText("Budi Santoso, S.H.\tAKP\tKasat Lantas\nRina Dewi\tIptu\tKasi Humas\n")
    page.grid.go_to(0, 0)
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    assert len(page.meeting.attendees) == 2
    [offer] = page.under.remedies()
    offer.click()
    assert [row.rank for row in review(qtbot, window).draft.rows] == ["AKP", "Iptu"]
    assert page.meeting.attendees == ()


def test_tab_walks_as_the_page_reads(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    page.quick.line.setFocus()
    qtbot.keyClick(page.quick.line, Qt.Key.Key_Tab)
    assert page.grid.hasFocus()
    page.grid.go_to(0, page.grid.records.columnCount() - 1)
    qtbot.keyClick(page.grid, Qt.Key.Key_Tab)
    assert page.groups.hasFocus()
    page.grid.go_to(0, 0)
    qtbot.keyClick(page.grid, Qt.Key.Key_Backtab, SHIFT)
    assert page.quick.line.hasFocus()


def test_the_same_list_again_says_that_everything_is_there_already(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    window.parts.desk.edit("Tambah", edits.insert(Attendee(name="Rina Dewi", position="Kasubbag Humas")))
    QGuiApplication.clipboard().setText(f"{LIST}3. Dinas PUPR\n")
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL | SHIFT)
    first = review(qtbot, window)
    assert first.heading == "2 orang, 1 kelompok, 1 perlu diperiksa"
    first.accept()
    back(qtbot, window)
    after = page.meeting
    assert (len(after.attendees), len(after.groups)) == (3, 1)
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL | SHIFT)
    again = review(qtbot, window)
    assert again.heading == "0 orang, 3 sudah ada"
    assert not again.accept_button.isEnabled()
    again.reject()
    assert page.meeting is after


def test_who_is_mentioned_twice_is_written_once_as_in_the_source(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    text = "Rapat dipimpin Kapolres Agam AKBP Damar Wicaksana SIK pada Senin pagi.\n\nTerima kasih, ujar AKBP Damar.\n"
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL | SHIFT)
    dialog = review(qtbot, window)
    dialog.standard.click()
    assert [(row.rank, row.back) for row in dialog.draft.rows] == [("AKBP", ("SIK",))]
    dialog.draft.undo()
    dialog.reject()


def test_ctrl_enter_is_yes_to_the_tidying(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    window.parts.desk.edit("Tambah", edits.insert(Attendee(rank="Akp", name="Budi Santoso")))
    qtbot.keyClick(page.grid, Qt.Key.Key_F7)
    [dialog] = [one for one in window.findChildren(TidyDialog) if one.isVisible()]
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.meeting.attendees[0].rank == "AKP")


def test_the_organiser_is_among_the_institutions_suggested(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    window.parts.desk.edit("Isi", edits.set_fields(organiser="Polres Pasaman Barat"))
    page.grid.go_to(0, page.grid.records.column_of("institution"))
    editor = typed(qtbot, page, "polr")
    assert isinstance(editor, SuggestEdit)
    assert editor.suggestions[0].text == "Polres Pasaman Barat"


def test_the_cursor_goes_to_the_first_of_those_who_came_in(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    window.parts.desk.edit("Tambah", edits.insert_all([Attendee(name=f"Orang {n}") for n in range(40)]))
    page.grid.go_to(0, 0)
    QGuiApplication.clipboard().setText(LIST)
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL | SHIFT)
    review(qtbot, window).accept()
    assert page.grid.currentIndex().row() == 40
    assert page.grid.viewport().rect().contains(page.grid.visualRect(page.grid.currentIndex()).center())


def test_sentences_are_read_and_never_become_rows(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    guests = "Kapolres Agam AKBP Dwi Nur Setiawan, Dandim 0304/Agam Letkol Inf Andi Wirawan, dan Bupati H. Zulkifli"
    article = f"Rapat koordinasi digelar di aula Mapolres Agam, Senin, dihadiri {guests}.\n\nRapat selesai siang.\n"
    for text in (article, article.splitlines()[0]):
        QGuiApplication.clipboard().setText(text)
        page.grid.go_to(0, page.grid.records.column_of("name"))
        qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)
        assert len(review(qtbot, window).draft.rows) == 3
        review(qtbot, window).reject()
        back(qtbot, window)
    assert page.meeting.attendees == ()


def test_a_message_with_a_person_among_its_lines_is_offered_for_reading(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    QGuiApplication.clipboard().setText("Yth. Komandan\nMohon izin melapor\nAKP Budi Santoso, Kasat Lantas\nDemikian\n")
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    [offer] = page.under.remedies()
    offer.click()
    assert [row.name for row in review(qtbot, window).draft.rows] == ["Budi Santoso"]
    assert page.meeting.attendees == ()


def test_a_rank_typed_into_the_name_is_pointed_out(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    qtbot.keyClick(typed(qtbot, page, "AKP Budi Santoso, S.H."), Qt.Key.Key_Return)
    name = page.grid.records.column_of("name")
    assert page.grid.records.text(0, name) == "AKP Budi Santoso, S.H."
    assert "diawali pangkat “AKP”" in page.grid.records.marks(0, name)[0]
    window.parts.desk.edit("Tambah", edits.insert_all([Attendee(name="Agus Mayor"), Attendee(name="Akbar Hidayat")]))
    assert [page.grid.records.marks(row, name)[0] for row in (1, 2)] == ["", ""]


def test_what_cannot_stand_in_a_cell_is_told(qtbot: QtBot, window: MainWindow) -> None:
    page = hadirin(window)
    window.parts.desk.edit("Tambah", edits.insert(Attendee(name="Budi")))
    page.grid.go_to(0, page.grid.records.column_of("presence"))
    qtbot.keyClick(typed(qtbot, page, "ngawur"), Qt.Key.Key_Return)
    assert page.meeting.attendees[0].presence == "present"
    assert "“ngawur” bukan isian Kehadiran; tetap “Hadir”" in page.under.text
    page.grid.go_to(0, 0)
    assert page.under.text == ""


def test_many_remedies_never_make_the_page_wider_than_its_room(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1090, 582)
    page = hadirin(window)
    heard: list[str] = []
    names = ("Pakai AKP", "Pakai Danki 3 Batalyon B…", "Pakai Satbrimob Polda Sum…", "Abaikan")
    page.under.say("Kenaikan pangkat?", [(name, lambda n=name: heard.append(n)) for name in names])  # type: ignore[misc]
    qtbot.wait(20)
    assert not page.scroller.horizontalScrollBar().isVisible()
    shown = [button.text() for button in page.under.remedies() if button.isVisible()]
    [more] = [button for button in page.under.findChildren(QToolButton) if button.text() == "&Lainnya"]
    behind = more.menu().actions()
    assert shown
    assert shown + [action.text() for action in behind] == list(names)
    behind[-1].trigger()
    assert heard == ["Abaikan"]
