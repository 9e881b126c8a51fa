from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.jobs import Jobs
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.ui.grid.editors import SuggestEdit
from rakor_desktop.ui.grid.known_people import KnownPeople
from rakor_desktop.ui.pages.attendees import AttendeesPage
from tests.ui.stage import desk_with, show


def person(number: int, rank: str, name: str, position: str, institution: str, seen: date, **more: str) -> Person:
    post = PostHeld(position, institution, seen)
    return Person(f"p{number}", rank=rank, name=name, posts=(post,), last_seen=seen, **more)  # type: ignore[arg-type]


BOOK = [
    person(1, "Iptu", "Susanto", "Danki 3 Batalyon B Pelopor", "Satbrimob Polda Sumbar", date(2026, 3, 12)),
    person(2, "AKP", "Rahmat Wibowo", "Kasat Lantas", "Polres Pasaman Barat", date(2026, 1, 5), service_no="79081234"),
    person(3, "Aipda", "Rahmat Wibowo", "Banit Reskrim", "Polsek Kinali", date(2026, 6, 1)),
    person(4, "", "Yosmar Difiya", "Kaban Kesbangpol", "Pemkab Pasaman Barat", date(2025, 9, 12)),
]


@pytest.fixture
def book() -> list[Person]:
    return list(BOOK)


@pytest.fixture
def known(book: list[Person], catalog: Catalog) -> Iterator[KnownPeople]:
    jobs = Jobs()
    yield KnownPeople(lambda: book, lambda: catalog.ranks, jobs)
    jobs.close()


@pytest.fixture
def desk() -> Desk:
    return desk_with()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, catalog: Catalog, known: KnownPeople) -> AttendeesPage:
    page = AttendeesPage(desk, catalog)
    page.know(known)
    show(qtbot, desk, page, 900, 640)
    qtbot.waitUntil(lambda: known.ready)
    return page


def typed(qtbot: QtBot, page: AttendeesPage, row: int, key: str, text: str) -> SuggestEdit:
    page.grid.go_to(row, page.grid.records.column_of(key))
    qtbot.keyClick(page.grid, text[0])
    editor = QApplication.focusWidget()
    assert isinstance(editor, SuggestEdit)
    qtbot.keyClicks(editor, text[1:])
    return editor


def test_a_known_person_chosen_in_the_empty_row_brings_rank_post_and_number_as_one_step(
    qtbot: QtBot, page: AttendeesPage, desk: Desk
) -> None:
    before = desk.meeting
    editor = typed(qtbot, page, 6, "name", "rahmat")
    notes = {choice.note: number for number, choice in enumerate(editor.suggestions)}
    assert set(notes) == {"AKP · Kasat Lantas, Polres Pasaman Barat", "Aipda · Banit Reskrim, Polsek Kinali"}
    for _ in range(notes["AKP · Kasat Lantas, Polres Pasaman Barat"] + 1):
        qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    added = desk.meeting.attendees[6]
    assert (added.person_id, added.rank, added.name) == ("p2", "AKP", "Rahmat Wibowo")
    assert (added.position, added.institution) == ("Kasat Lantas", "Polres Pasaman Barat")
    assert added.service_no == "79081234"
    desk.undo()
    assert desk.meeting is before


def test_the_most_recently_seen_of_one_name_comes_first(qtbot: QtBot, page: AttendeesPage) -> None:
    assert typed(qtbot, page, 6, "name", "rahmat").suggestions[0].note.startswith("Aipda")


def test_filled_cells_of_a_row_without_a_name_are_not_overwritten(
    qtbot: QtBot, page: AttendeesPage, desk: Desk
) -> None:
    desk.edit("x", edits.insert(Attendee("new", rank="Kompol", position="Kabag Ops")))
    editor = typed(qtbot, page, 6, "name", "rahmat")
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    row = desk.meeting.attendees[6]
    assert (row.rank, row.position, row.institution) == ("Kompol", "Kabag Ops", "Polsek Kinali")


def test_a_row_with_a_name_gets_only_the_chosen_name(qtbot: QtBot, page: AttendeesPage, desk: Desk) -> None:
    editor = typed(qtbot, page, 4, "name", "rahmat")
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    row = desk.meeting.attendees[4]
    assert (row.name, row.person_id) == ("Rahmat Wibowo", "p3")
    assert (row.rank, row.position) == ("", "Ketua Bawaslu")


def test_a_name_that_is_only_typed_stays_as_typed(qtbot: QtBot, page: AttendeesPage, desk: Desk) -> None:
    editor = typed(qtbot, page, 6, "name", "rahmat wibowo")
    assert editor.suggestions
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == "rahmat wibowo"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    row = desk.meeting.attendees[6]
    assert (row.name, row.rank, row.person_id) == ("rahmat wibowo", "", "")


def test_typing_on_after_choosing_makes_it_a_typed_name_again(qtbot: QtBot, page: AttendeesPage, desk: Desk) -> None:
    editor = typed(qtbot, page, 6, "name", "rahmat")
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    editor.take_current()
    qtbot.keyClicks(editor, "o")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert (desk.meeting.attendees[6].name, desk.meeting.attendees[6].rank) == ("Rahmat Wibowoo", "")


def test_posts_come_from_this_meeting_then_the_book_then_the_catalog_and_middle_hits_last(
    qtbot: QtBot, page: AttendeesPage
) -> None:
    texts = [choice.text for choice in typed(qtbot, page, 6, "position", "ka").suggestions]
    assert texts[0] == "Kapolres Pasaman Barat" or texts[0] == "Kaban Kesbangpol"
    begins = [text.casefold().startswith("ka") for text in texts]
    assert begins == sorted(begins, reverse=True)
    here = [text for text in texts if text in ("Kaban Kesbangpol", "Kapolres Pasaman Barat")]
    assert texts[:2] == here
    assert "Kasat Lantas" in texts


def test_institutions_come_from_the_book_too(qtbot: QtBot, page: AttendeesPage) -> None:
    texts = [choice.text for choice in typed(qtbot, page, 6, "institution", "polsek").suggestions]
    assert texts[0] == "Polsek Kinali"


def test_ranks_used_in_this_meeting_come_first(qtbot: QtBot, page: AttendeesPage) -> None:
    assert typed(qtbot, page, 6, "rank", "may").suggestions[0].text == "Mayor Kav"


def test_another_rank_than_in_the_book_is_asked_about_and_taken_by_one_click(
    qtbot: QtBot, page: AttendeesPage, desk: Desk
) -> None:
    before = desk.meeting
    page.grid.go_to(5, 0)
    qtbot.waitUntil(lambda: "pangkat" in page.under.text)
    assert "Iptu" in page.under.text
    tip = page.grid.records.index(5, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert page.under.text in tip
    assert desk.meeting is before
    use = next(button for button in page.under.remedies() if button.text() == "Pakai Iptu")
    use.click()
    assert (desk.meeting.attendees[5].rank, desk.meeting.attendees[5].person_id) == ("Iptu", "p1")
    desk.undo()
    assert desk.meeting == before


def test_a_near_miss_is_asked_about_and_can_be_ignored(qtbot: QtBot, page: AttendeesPage, desk: Desk) -> None:
    before = desk.meeting
    page.grid.go_to(2, 1)
    qtbot.waitUntil(lambda: page.under.text == "Maksud Anda Yosmar Difiya?")
    assert [button.text() for button in page.under.remedies()] == ["Ganti menjadi Yosmar Difiya", "Abaikan"]
    page.under.remedies()[1].click()
    assert page.under.text == ""
    assert desk.meeting is before
    page.grid.go_to(0, 0)
    page.grid.go_to(2, 1)
    assert page.under.text == ""


def test_a_near_miss_is_corrected_only_when_that_is_chosen(qtbot: QtBot, page: AttendeesPage, desk: Desk) -> None:
    page.grid.go_to(2, 1)
    qtbot.waitUntil(lambda: bool(page.under.remedies()))
    page.under.remedies()[0].click()
    row = desk.meeting.attendees[2]
    assert (row.name, row.person_id, row.position) == ("Yosmar Difiya", "p4", "Kaban Kesbangpol")
    assert desk.undo_label == "Ubah nama hadirin"


@pytest.mark.usefixtures("page")
def test_a_changed_book_is_asked_anew(qtbot: QtBot, known: KnownPeople, book: list[Person]) -> None:
    book.append(person(9, "Kompol", "Zulkifli", "Kabag Ops", "Polres Agam", date(2026, 10, 1)))
    with qtbot.waitSignal(known.changed):
        known.refresh()
    assert [p.id for p in known.completions("zul")] == ["p9"]


def test_without_a_book_the_grid_completes_from_the_meeting(qtbot: QtBot, desk: Desk, catalog: Catalog) -> None:
    page = AttendeesPage(desk, catalog)
    show(qtbot, desk, page, 900, 640)
    choices = typed(qtbot, page, 6, "name", "sus").suggestions
    assert [(choice.text, "sudah di daftar" in choice.note) for choice in choices] == [("Susanto", True)]
