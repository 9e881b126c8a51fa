from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Meeting, Operation, Signer
from rakor_desktop.ui.binding import TextField
from rakor_desktop.ui.pages.meeting import MeetingPage
from rakor_desktop.ui.pages.moments import DateField
from rakor_desktop.ui.pages.persons import LeadersField, PersonField
from rakor_desktop.ui.pages.signers import SignersField
from tests.ui.stage import desk_with, show


@pytest.fixture
def desk() -> Desk:
    return desk_with(Meeting(id="baru"))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, catalog: Catalog) -> MeetingPage:
    page = MeetingPage(desk, catalog)
    show(qtbot, desk, page)
    return page


def line(page: MeetingPage, target: str) -> QLineEdit:
    assert page.go_to(target)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    return editor


def test_typing_in_one_field_is_one_undo_step_and_a_pause_elsewhere_begins_another(
    qtbot: QtBot, desk: Desk, page: MeetingPage
) -> None:
    qtbot.keyClicks(line(page, "theme"), "Sinergi")
    line(page, "occasion")
    qtbot.keyClicks(line(page, "theme"), " lintas sektor")
    assert desk.meeting.theme == "Sinergi lintas sektor"
    desk.undo()
    assert desk.meeting.theme == "Sinergi"
    desk.undo()
    assert desk.meeting.theme == ""


def test_undo_and_redo_in_a_line_are_the_windows_and_the_line_shows_them(
    qtbot: QtBot, desk: Desk, page: MeetingPage
) -> None:
    theme = line(page, "theme")
    qtbot.keyClicks(theme, "Aman")
    qtbot.keyClick(theme, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (desk.meeting.theme, theme.text()) == ("", "")
    qtbot.keyClick(theme, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (desk.meeting.theme, theme.text()) == ("Aman", "Aman")


def test_undo_in_a_text_of_several_lines_is_the_windows(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    page.go_to("title")
    title = QApplication.focusWidget()
    assert isinstance(title, QPlainTextEdit)
    qtbot.keyClicks(title, "Rapat Koordinasi")
    assert desk.meeting.title == "Rapat Koordinasi"
    qtbot.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (desk.meeting.title, title.toPlainText()) == ("", "")
    qtbot.keyClick(title, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert title.toPlainText() == "Rapat Koordinasi"


def test_a_field_is_not_answered_by_its_own_change(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    theme = line(page, "theme")
    qtbot.keyClicks(theme, "Aman")
    theme.setCursorPosition(1)
    qtbot.keyClicks(theme, "nn")
    assert theme.text() == "Annman"
    assert theme.cursorPosition() == 3


def test_a_change_made_elsewhere_is_shown(desk: Desk, page: MeetingPage) -> None:
    desk.edit("Ubah tema", edits.set_fields(theme="Dari tempat lain"))
    assert line(page, "theme").text() == "Dari tempat lain"


@pytest.mark.parametrize("typed", ["15/8/2024", "15 agustus 2024", "15-8-24", "Kamis, 15 Agustus 2024"])
def test_a_date_is_typed_in_figures_or_words_and_shown_with_its_day(
    qtbot: QtBot, desk: Desk, page: MeetingPage, typed: str
) -> None:
    field = line(page, "held.date")
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.meeting.held.date == date(2024, 8, 15)
    assert field.text() == "Kamis, 15 Agustus 2024"


def test_a_year_on_its_way_to_four_figures_is_not_taken_for_2020(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    qtbot.keyClicks(line(page, "held.date"), "15/8/20")
    assert desk.meeting.held.date is None


def test_a_wrong_date_stays_as_typed_with_a_sentence_below(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    field = line(page, "held.date")
    qtbot.keyClicks(field, "31/2/2024")
    line(page, "theme")
    date_field = page.findChild(DateField)
    assert isinstance(date_field, DateField)
    assert field.text() == "31/2/2024"
    assert "belum dikenali" in date_field.notice
    assert field.accessibleDescription() == date_field.notice
    desk.edit("Ubah tema", edits.set_fields(theme="x"))
    assert field.text() == "31/2/2024"


def test_a_weekday_that_does_not_fit_is_told(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    field = line(page, "held.date")
    qtbot.keyClicks(field, "Jumat, 15 Agustus 2024")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    date_field = page.findChild(DateField)
    assert isinstance(date_field, DateField)
    assert date_field.notice == "15 Agustus 2024 jatuh pada hari Kamis."


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_calendar_is_indonesian_begins_on_monday_and_sets_the_date(
    qtbot: QtBot, desk: Desk, page: MeetingPage
) -> None:
    date_field = page.findChild(DateField)
    assert isinstance(date_field, DateField)
    popup = date_field.open_calendar()
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert popup.calendar.locale().language() == QLocale.Language.Indonesian
    popup.picked.emit(date(2024, 8, 17))
    popup.close()
    assert desk.meeting.held.date == date(2024, 8, 17)
    assert date_field.line.text() == "Sabtu, 17 Agustus 2024"


@pytest.mark.parametrize(("typed", "moment"), [("9", time(9)), ("09.00", time(9)), ("9:15", time(9, 15))])
def test_a_clock_time_is_understood_as_people_type_it(
    qtbot: QtBot, desk: Desk, page: MeetingPage, typed: str, moment: time
) -> None:
    field = line(page, "held.start")
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.meeting.held.start == moment
    assert field.text() == f"{moment.hour:02d}.{moment.minute:02d}"


def test_a_wrong_clock_time_stays_with_a_sentence(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    field = line(page, "held.end")
    qtbot.keyClicks(field, "25.00")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "25.00"
    assert "Jam belum dikenali" in field.accessibleDescription()
    assert desk.meeting.held.end is None


def test_a_list_is_typed_one_entry_a_line_and_tab_moves_on(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    page.go_to("agenda")
    agenda = QApplication.focusWidget()
    assert isinstance(agenda, QPlainTextEdit)
    low = agenda.height()
    for text in ("Pembukaan", "", "Arahan", "Penutup"):
        qtbot.keyClicks(agenda, text)
        qtbot.keyClick(agenda, Qt.Key.Key_Return)
    assert desk.meeting.agenda == ("Pembukaan", "Arahan", "Penutup")
    assert agenda.toPlainText() == "Pembukaan\n\nArahan\nPenutup\n"
    assert agenda.height() > low
    qtbot.keyClick(agenda, Qt.Key.Key_Tab)
    assert not agenda.hasFocus()


def test_choices_and_the_mode_change_the_meeting(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    page.go_to("venue.mode")
    mode = QApplication.focusWidget()
    assert isinstance(mode, QComboBox)
    qtbot.keyClick(mode, Qt.Key.Key_Down)
    assert desk.meeting.venue.mode == "online"
    qtbot.keyClicks(line(page, "venue.platform"), "Zoom")
    desk.undo()
    desk.undo()
    assert desk.meeting.venue.mode == "in_person"
    assert mode.currentText() == "Tatap muka"


def test_the_kind_is_suggested_and_taken_by_down_and_enter(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    kind = line(page, "kind")
    qtbot.keyClicks(kind, "rapat ev")
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    qtbot.keyClick(kind, Qt.Key.Key_Return)
    assert desk.meeting.kind == "Rapat evaluasi"


def test_enter_keeps_typed_text_though_suggestions_are_shown(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    kind = line(page, "kind")
    qtbot.keyClicks(kind, "Rapat")
    qtbot.keyClick(kind, Qt.Key.Key_Return)
    assert desk.meeting.kind == "Rapat"


def test_an_operation_is_completed_from_the_catalog_and_its_code_name_hinted(
    qtbot: QtBot, desk: Desk, page: MeetingPage
) -> None:
    name = line(page, "operation.name")
    qtbot.keyClicks(name, "mantap")
    qtbot.keyClick(name, Qt.Key.Key_Down)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert desk.meeting.operation is not None
    assert "Mantap" in desk.meeting.operation.name
    assert line(page, "operation.code_name").placeholderText() == "mis. Singgalang"
    qtbot.keyClicks(line(page, "operation.year"), "2024")
    assert desk.meeting.operation == Operation(desk.meeting.operation.name, "", 2024)


def test_a_typed_chair_becomes_an_attendee_with_rank_and_titles_in_one_step(
    qtbot: QtBot, desk: Desk, page: MeetingPage
) -> None:
    field = line(page, "leader_ids")
    qtbot.keyClicks(field, "akbp Agung Tribawanto, S.I.K.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    leader = desk.meeting.leaders()[0]
    assert (leader.rank, leader.name, leader.back, leader.role) == ("AKBP", "Agung Tribawanto", ("S.I.K.",), "chair")
    desk.undo()
    assert desk.meeting.attendees == ()
    assert desk.meeting.leader_ids == ()


def test_chairs_are_chosen_ordered_and_taken_away_by_keyboard(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with()
    field = LeadersField(desk, catalog)
    show(qtbot, desk, field)
    qtbot.keyClicks(field.line, "wanhar")
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert desk.meeting.leader_ids == ("a1", "a5")
    field.list.setFocus()
    field.list.setCurrentRow(1)
    qtbot.keyClick(field.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.meeting.leader_ids == ("a5", "a1")
    qtbot.keyClick(field.list, Qt.Key.Key_Delete)
    assert desk.meeting.leader_ids == ("a1",)
    for expected in (("a5", "a1"), ("a1", "a5"), ("a1",)):
        desk.undo()
        assert desk.meeting.leader_ids == expected


def test_an_unknown_note_taker_is_added_by_enter_but_only_marked_when_the_field_is_left(
    qtbot: QtBot, desk: Desk, page: MeetingPage
) -> None:
    note_taker = line(page, "note_taker_id")
    qtbot.keyClicks(note_taker, "Bripka Rina")
    qtbot.keyClick(note_taker, Qt.Key.Key_Tab)
    assert desk.meeting.attendees == ()
    assert "belum ada di daftar hadir" in note_taker.accessibleDescription()
    note_taker.setFocus()
    qtbot.keyClick(note_taker, Qt.Key.Key_Return)
    assert [(a.rank, a.name) for a in desk.meeting.attendees] == [("Bripka", "Rina")]
    assert desk.meeting.note_taker_id == desk.meeting.attendees[0].id


def test_a_person_field_follows_a_change_of_the_persons_name(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with()
    page = MeetingPage(desk, catalog)
    show(qtbot, desk, page)
    desk.edit("Ubah pangkat", edits.set_rank("a6", "Kompol"))
    assert line(page, "note_taker_id").text() == "Kompol Susanto"


def test_signers_are_added_filled_moved_and_removed_each_with_undo(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(Meeting(id="m"))
    field = SignersField(desk, catalog)
    show(qtbot, desk, field)
    field.add()
    field.add()
    assert [s.capacity for s in desk.meeting.signers] == ["note_taker", "acknowledged"]
    card = field.cards[1]
    qtbot.keyClicks(card.who.line, "Agung")
    qtbot.keyClicks(card.post.line, "Kapolres")
    assert desk.meeting.signers[1] == Signer(name="Agung", post="Kapolres", capacity="acknowledged")
    field.move_up(1)
    assert desk.meeting.signers[0].name == "Agung"
    field.remove(0)
    assert len(desk.meeting.signers) == len(field.cards) == 1
    while desk.undo_label:
        desk.undo()
    assert desk.meeting.signers == ()
    assert field.cards == ()


def test_the_head_count_takes_figures_only(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    count = line(page, "head_count")
    qtbot.keyClicks(count, "120")
    assert desk.meeting.head_count == 120
    qtbot.keyClicks(count, " orang")
    assert desk.meeting.head_count == 120
    assert "angka saja" in count.accessibleDescription()


def test_a_document_number_is_kept_under_its_document(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    qtbot.keyClicks(line(page, "numbers/notula"), "B/12/VIII/2024")
    assert desk.meeting.numbers == {"notula": "B/12/VIII/2024"}


def test_every_field_can_be_gone_to_even_in_a_folded_section(qtbot: QtBot, page: MeetingPage) -> None:
    for target in ("title", "held.date", "venue.place", "leader_ids", "operation.aim", "copies", "signers/0/post"):
        assert page.go_to(target), target
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.isVisible()
    assert not page.go_to("attendees/x/name")


def test_every_widget_that_takes_the_keyboard_has_a_name(page: MeetingPage) -> None:
    unnamed = [
        type(w).__name__
        for w in page.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.accessibleName() and not hasattr(w, "text")
    ]
    assert unnamed == []


def test_access_keys_are_not_given_twice(page: MeetingPage) -> None:
    labels = [w.text() for w in page.findChildren(QLabel) if "&" in w.text() and w.buddy() is not None]
    keys = [text[text.index("&") + 1].lower() for text in labels]
    assert sorted(keys) == sorted(set(keys))


def test_a_field_of_a_new_meeting_forgets_what_was_wrong(qtbot: QtBot, desk: Desk, page: MeetingPage) -> None:
    field = line(page, "held.date")
    qtbot.keyClicks(field, "entah")
    line(page, "theme")
    desk.open(desk_with().bundle)
    assert field.text() == "Kamis, 15 Agustus 2024"
    assert field.accessibleDescription() == ""


def test_the_pages_kinds_of_field_are_all_there(page: MeetingPage) -> None:
    assert len(page.findChildren(TextField)) > 8
    assert len(page.findChildren(PersonField)) == 2
