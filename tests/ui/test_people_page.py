"""Buku orang: search, edit, merge, retire, remove, take along, go back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMessageBox, QPushButton, QRadioButton, QScrollArea
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.people.doubles import doubles
from rakor_desktop.ui.people.merge import MergeDialog
from rakor_desktop.ui.people.model import PeopleModel
from rakor_desktop.ui.people.page import PeoplePage
from rakor_desktop.ui.people.shelf import NUMBER, POST, RANK, SEEN, Shelf
from tests.ui.shell_stage import open_meeting, window_over

AGUNG = Person(
    id="p1",
    rank="AKBP",
    name="Agung Tribawanto",
    back=("S.I.K.",),
    service_no="79081234",
    posts=(PostHeld("Kasat Lantas", "Polres Agam"), PostHeld("Kapolres", "Polres Pasaman Barat", date(2024, 1, 5))),
    last_seen=date(2024, 8, 15),
)
BUDI = Person(id="p2", rank="Iptu", name="Budi Santoso", posts=(PostHeld("Kasi Humas", "Polres Agam"),))
SABUDI = Person(id="p3", name="Sabudi", posts=(PostHeld("Camat", "Kecamatan Kinali"),), last_seen=date(2025, 1, 1))
OLD = Person(id="p4", rank="Kompol", name="Ahmad Yani", retired=True)
EVERYBODY = (AGUNG, BUDI, SABUDI, OLD)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path) as made:
        for person in EVERYBODY:
            made.parts.archive.save_person(person)
        yield made


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PeoplePage:
    return opened(window, qtbot)


def opened(window: MainWindow, qtbot: QtBot) -> PeoplePage:
    found = window.furniture.people
    with qtbot.waitSignal(found.book.loaded):
        QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    return found


def names(page: PeoplePage) -> list[str]:
    model = page.table.people
    return [person.name for row in range(model.rowCount()) if (person := model.person_at(row))]


def shelf(catalog: Catalog, *people: Person) -> Shelf:
    return Shelf.of(people or EVERYBODY, catalog.ranks)


def found(one: Shelf, typed: str, **more: bool) -> list[str]:
    return [one.people[place].id for place in one.found(typed, **more)]


# -- searching and sorting


def test_names_that_begin_as_typed_stand_before_names_that_hold_it(catalog: Catalog) -> None:
    assert found(shelf(catalog), "bud") == ["p2", "p3"]


def test_post_former_post_institution_and_number_are_searched(catalog: Catalog) -> None:
    one = shelf(catalog)
    assert found(one, "camat") == ["p3"]
    assert found(one, "kasat lantas") == ["p1"]
    assert found(one, "79081234") == ["p1"]
    assert found(one, "agam polres") == ["p1", "p2"]


def test_people_no_longer_active_are_found_only_when_wanted(catalog: Catalog) -> None:
    assert found(shelf(catalog), "ahmad") == []
    assert found(shelf(catalog), "ahmad", retired=True) == ["p4"]


def test_ranks_are_ordered_by_level_and_the_highest_stands_first(catalog: Catalog) -> None:
    one = shelf(catalog)
    assert [one.people[place].id for place in one.order(RANK)] == ["p1", "p4", "p2", "p3"]
    assert [one.people[place].id for place in one.order(SEEN, backwards=True)][:2] == ["p3", "p1"]


@pytest.mark.filterwarnings("error")
def test_the_model_keeps_its_promises_while_rows_come_and_go(catalog: Catalog, qtbot: QtBot) -> None:
    model = PeopleModel(shelf(catalog))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.seek("bud")
    model.sort(POST, Qt.SortOrder.DescendingOrder)
    model.show_retired(True)
    model.seek("")
    model.put(model.shelf.without(["p2"]))
    assert model.rowCount() == 3
    assert tester.model() is model


def test_the_chosen_person_stays_chosen_through_sorting(page: PeoplePage) -> None:
    page.table.choose("p2")
    page.table.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
    assert [person.id for person in page.table.chosen] == ["p2"]


# -- the page in the window


def test_ctrl_shift_b_opens_the_book_and_esc_goes_back_home(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    assert window.at_people
    assert window.windowTitle().startswith("Buku orang")
    assert page.search.hasFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert window.at_home


def test_the_way_back_leads_to_the_meeting_it_was_opened_from(window: MainWindow, qtbot: QtBot) -> None:
    open_meeting(window, "pasaman")
    page = opened(window, qtbot)
    assert not window.acts.export.isEnabled()
    page.buttons.back.click()
    assert window.stack.currentWidget() is window.furniture.workspace
    assert window.acts.export.isEnabled()


def test_a_pages_shortcut_leads_from_the_book_into_the_meeting(window: MainWindow, qtbot: QtBot) -> None:
    open_meeting(window, "pasaman")
    opened(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.furniture.workspace
    assert window.furniture.workspace.key == "hadirin"


def test_typing_searches_and_down_leads_into_the_list(page: PeoplePage) -> None:
    QTest.keyClicks(page.search, "bud")
    assert names(page) == ["Budi Santoso", "Sabudi"]
    assert page.summary.text() == "3 orang · 1 tidak aktif · 2 ditemukan"
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert page.form.name.text() == "Budi Santoso"


def test_ctrl_f_goes_to_the_books_own_search(window: MainWindow, page: PeoplePage) -> None:
    page.table.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()


def test_every_control_of_the_page_has_a_name_for_screen_readers(page: PeoplePage) -> None:
    page.table.choose("p1")
    for control in [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), *page.findChildren(QComboBox)]:
        qt_made = control.objectName().startswith("qt_") or isinstance(control.parent(), QLineEdit)
        if control.isVisible() and not qt_made and type(control).__name__ != "QTableCornerButton":
            spoken = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            assert spoken, type(control).__name__


def test_an_empty_book_says_how_it_fills_and_offers_the_import(qtbot: QtBot, tmp_path: Path) -> None:
    with window_over(qtbot, tmp_path) as window:
        page = opened(window, qtbot)
        words = [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]
        assert "Impor dari Excel atau CSV…" in words
        assert "Hapus…" not in [word.replace("&", "") for word in words]


# -- editing


def test_a_field_counts_as_soon_as_it_is_left(window: MainWindow, page: PeoplePage) -> None:
    page.table.choose("p2")
    page.form.rank.setFocus()
    page.form.rank.setText("akp")
    QTest.keyClick(page.form.rank, Qt.Key.Key_Return)
    kept = window.parts.archive.person("p2")
    assert kept is not None
    assert kept.rank == "AKP"
    assert page.table.people.data(page.table.people.index(page.table.people.row_of("p2"), RANK)) == "AKP"


def test_titles_typed_with_the_name_are_told_apart(window: MainWindow, page: PeoplePage) -> None:
    page.table.choose("p2")
    page.form.name.setText("Drs. Budi Santoso, SH")
    page.form.commit()
    kept = window.parts.archive.person("p2")
    assert kept is not None
    assert (kept.front, kept.name, kept.back) == (("Drs.",), "Budi Santoso", ("S.H.",))


def test_looking_at_somebody_changes_nothing(window: MainWindow, page: PeoplePage) -> None:
    label = window.parts.archive.undo_people_label()
    for person in (AGUNG, BUDI, SABUDI):
        page.table.choose(person.id)
        page.form.commit()
    assert window.parts.archive.undo_people_label() == label
    assert window.parts.archive.person("p1") == AGUNG


def test_a_new_post_becomes_the_present_one_and_the_former_stays(window: MainWindow, page: PeoplePage) -> None:
    page.table.choose("p1")
    table = page.form.posts
    table.add_post(date(2026, 3, 12))
    table.item(0, 0).setText("Kapolres")
    table.item(0, 1).setText("Polres Agam")
    kept = window.parts.archive.person("p1")
    assert kept is not None
    assert kept.post == PostHeld("Kapolres", "Polres Agam", date(2026, 3, 12))
    assert kept.posts[:2] == AGUNG.posts


def test_a_person_without_a_name_keeps_the_former_one(window: MainWindow, page: PeoplePage) -> None:
    page.table.choose("p2")
    page.form.name.setText("")
    page.form.commit()
    assert window.parts.archive.person("p2") == BUDI
    assert page.form.name.text() == "Budi Santoso"


def test_somebody_new_is_in_the_book_once_there_is_a_name(window: MainWindow, page: PeoplePage) -> None:
    page.buttons.new.click()
    assert page.form.rank.hasFocus()
    page.form.rank.setText("Aipda")
    page.form.commit()
    assert len(page.book.shelf) == 4
    page.form.name.setText("Citra Dewi")
    page.form.commit()
    (kept,) = [person for person in window.parts.archive.people() if person.name == "Citra Dewi"]
    assert kept.rank == "Aipda"
    assert [person.id for person in page.table.chosen] == [kept.id]


def test_ctrl_z_takes_back_typing_first_and_then_the_books_last_change(
    window: MainWindow, page: PeoplePage, qtbot: QtBot
) -> None:
    page.table.choose("p2")
    page.form.rank.setFocus()
    page.form.rank.setText("AKP")
    page.form.commit()
    page.form.name.setFocus()
    page.form.name.setText("Budi X")
    QTest.keyClick(page.form.name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.form.name.text() == "Budi Santoso"
    with qtbot.waitSignal(page.book.loaded):
        QTest.keyClick(page.form.name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.archive.person("p2") == BUDI
    assert page.form.rank.text() == "Iptu"


def test_what_is_being_typed_survives_a_fresh_reading_of_the_book(page: PeoplePage, qtbot: QtBot) -> None:
    page.table.choose("p2")
    page.form.name.setFocus()
    page.form.name.end(False)
    QTest.keyClicks(page.form.name, " Putra")
    with qtbot.waitSignal(page.book.loaded):
        page.book.load()
    assert page.form.name.text() == "Budi Santoso Putra"


def test_what_was_typed_counts_when_somebody_else_is_looked_at(window: MainWindow, page: PeoplePage) -> None:
    page.table.choose("p2")
    page.form.phone.setFocus()
    QTest.keyClicks(page.form.phone, "0812")
    page.table.choose("p3")
    assert page.form.name.text() == "Sabudi"
    assert page.form.phone.text() == ""
    kept = window.parts.archive.person("p2")
    assert kept is not None
    assert kept.phone == "0812"
    assert window.parts.archive.person("p3") == SABUDI


def test_tab_leads_through_the_posts_without_being_caught(page: PeoplePage) -> None:
    page.table.choose("p1")
    page.form.posts.setFocus()
    QTest.keyClick(page.form.posts, Qt.Key.Key_Tab)
    assert not page.form.posts.isAncestorOf(page.window().focusWidget())


def test_what_was_typed_last_counts_when_the_page_is_left_and_others_hear_of_it(
    window: MainWindow, page: PeoplePage, qtbot: QtBot
) -> None:
    page.table.choose("p2")
    page.form.phone.setText("0812")
    with qtbot.waitSignal(page.renewed):
        page.buttons.back.click()
    kept = window.parts.archive.person("p2")
    assert kept is not None
    assert kept.phone == "0812"


# -- deeds


def test_retiring_hides_a_person_until_the_others_are_shown(window: MainWindow, page: PeoplePage) -> None:
    page.table.choose("p2")
    page.buttons.retire.click()
    assert names(page) == ["Agung Tribawanto", "Sabudi"]
    page.retired.setChecked(True)
    assert names(page) == ["Agung Tribawanto", "Ahmad Yani", "Budi Santoso", "Sabudi"]
    page.table.choose("p4")
    assert page.buttons.retire.text() == "Akti&fkan lagi"
    page.buttons.retire.click()
    kept = window.parts.archive.person("p4")
    assert kept is not None
    assert not kept.retired


def test_removing_asks_first_and_can_be_taken_back(window: MainWindow, page: PeoplePage, qtbot: QtBot) -> None:
    page.table.choose("p2")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    next(button for button in box.buttons() if button.text() == "&Hapus").click()
    assert window.parts.archive.person("p2") is None
    assert names(page) == ["Agung Tribawanto", "Sabudi"]
    with qtbot.waitSignal(page.book.loaded):
        window.toast.links()[0].click()
    assert window.parts.archive.person("p2") == BUDI
    assert "Budi Santoso" in names(page)


def test_esc_at_the_question_removes_nobody(window: MainWindow, page: PeoplePage) -> None:
    page.table.choose("p2")
    page.buttons.remove.click()
    (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert window.parts.archive.person("p2") == BUDI


def test_merging_shows_what_comes_out_and_keeps_the_one_chosen(window: MainWindow, page: PeoplePage) -> None:
    page.deeds.merge((BUDI, AGUNG))
    (dialog,) = [one for one in window.findChildren(MergeDialog) if one.isVisible()]
    assert dialog.keep_id == "p1"
    assert dialog.outcome.aliases == ("Budi Santoso",)
    expected = dialog.outcome
    dialog.accept()
    assert window.parts.archive.person("p1") == expected
    assert window.parts.archive.person("p2") == expected
    assert [person.id for person in page.table.chosen] == ["p1"]
    assert names(page) == ["Agung Tribawanto", "Sabudi"]


def test_merging_many_fits_on_a_small_screen(window: MainWindow, page: PeoplePage) -> None:
    page.deeds.merge([replace(BUDI, id=f"b{n}", name=f"Budi Santoso {n}") for n in range(20)])
    (dialog,) = [one for one in window.findChildren(MergeDialog) if one.isVisible()]
    assert dialog.height() <= 560
    last = dialog.findChildren(QRadioButton)[-1]
    last.click()
    area = next(one for one in dialog.findChildren(QScrollArea) if one.isAncestorOf(last))
    assert area.viewport().rect().contains(last.mapTo(area.viewport(), last.rect().center()))
    dialog.reject()


def test_merging_needs_two(page: PeoplePage) -> None:
    page.table.choose("p1")
    assert not page.buttons.merge.isEnabled()
    page.table.selectAll()
    assert page.buttons.merge.isEnabled()


def test_people_join_the_open_meeting_as_one_undo_step(window: MainWindow, qtbot: QtBot) -> None:
    open_meeting(window, "pasaman")
    before = window.parts.desk.meeting.attendees
    page = opened(window, qtbot)
    page.table.choose("p1")
    page.buttons.add.click()
    added = window.parts.desk.meeting.attendees[-1]
    assert (added.person_id, added.rank, added.name, added.back) == ("p1", "AKBP", "Agung Tribawanto", ("S.I.K.",))
    assert (added.position, added.institution) == ("Kapolres", "Polres Pasaman Barat")
    page.buttons.add.click()
    assert len(window.parts.desk.meeting.attendees) == len(before) + 1
    assert window.toast.text == "Agung Tribawanto sudah ada di daftar hadir"
    window.parts.desk.undo()
    assert window.parts.desk.meeting.attendees == before


def test_without_a_meeting_nobody_can_be_added_to_it(page: PeoplePage) -> None:
    page.table.choose("p1")
    assert page.buttons.add.isHidden()


# -- doubles


def test_a_name_a_letter_apart_in_one_institution_may_be_the_same_person() -> None:
    other = Person(id="x", name="Agung Tribawant", posts=(PostHeld("", "Polres Agam"),))
    (pair,) = doubles((AGUNG, BUDI, other))
    assert {pair.one.id, pair.other.id} == {"p1", "x"}
    assert pair.reason == "Nama hampir sama"


def test_different_service_numbers_are_different_people() -> None:
    other = Person(id="x", name="Agung Tribawanto", service_no="85010101")
    assert doubles((AGUNG, other)) == ()


def test_the_same_service_number_is_one_person_whatever_the_blanks() -> None:
    other = Person(id="x", name="A. Tribawanto", service_no="7908 1234")
    (pair,) = doubles((AGUNG, other))
    assert pair.reason == "NRP/NIP sama"


def test_likely_doubles_are_offered_quietly_and_can_be_told_apart(
    window: MainWindow, page: PeoplePage, qtbot: QtBot
) -> None:
    assert page.strip.isHidden()
    page.book.save(Person(id="x", name="Budi Santosa", posts=(PostHeld("", "Polres Agam"),)))
    qtbot.waitUntil(lambda: not page.strip.isHidden(), timeout=10_000)
    (pair,) = page.strip.pairs
    assert {pair.one.id, pair.other.id} == {"p2", "x"}
    page.strip.ignore(pair)
    assert page.strip.isHidden()
