from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Item, Meeting
from rakor_desktop.ui.pages import PAGES
from rakor_desktop.ui.pages.release import ReleasePage, release_of
from tests.ui.stage import MemoryPhotos, desk_with, show


@pytest.fixture
def desk() -> Desk:
    return desk_with()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, catalog: Catalog) -> ReleasePage:
    page = ReleasePage(desk, catalog, lambda bundle, catalog: f"Tersusun: {bundle.meeting.organiser}")
    show(qtbot, desk, page)
    return page


def test_an_empty_headline_shows_the_composed_one_as_a_hint(qtbot: QtBot, page: ReleasePage, desk: Desk) -> None:
    qtbot.waitUntil(lambda: page.headline.text.placeholderText() == "Tersusun: Polres Pasaman Barat")
    assert desk.meeting.releases == ()


def test_the_composed_headline_comes_from_the_release_itself(qtbot: QtBot, desk: Desk, catalog: Catalog) -> None:
    page = ReleasePage(desk, catalog)
    show(qtbot, desk, page)
    qtbot.waitUntil(lambda: "Pasaman Barat" in page.headline.text.placeholderText())


def test_words_typed_become_one_release_of_the_general_style(qtbot: QtBot, page: ReleasePage, desk: Desk) -> None:
    page.go_to("releases/headline")
    qtbot.keyClicks(QApplication.focusWidget(), "Kapolres Pimpin Rakor")
    page.go_to("releases/x/byline")
    qtbot.keyClicks(QApplication.focusWidget(), "HumasResPasbar")
    assert len(desk.meeting.releases) == 1
    release = release_of(desk.meeting)
    assert (release.style, release.headline, release.byline) == ("umum", "Kapolres Pimpin Rakor", "HumasResPasbar")
    desk.undo()
    assert release_of(desk.meeting).byline == ""
    desk.undo()
    assert desk.meeting.releases == ()


def test_the_two_columns_hold_what_goes_out_and_what_stays(page: ReleasePage) -> None:
    assert len(page.out.texts()) == 5
    assert len(page.inside.texts()) == 5
    assert page.summary.text() == "5 dari 10 ikut dirilis"
    assert not page.warning.isVisible()


def test_space_takes_the_chosen_rows_to_the_other_column_in_one_step(
    qtbot: QtBot, page: ReleasePage, desk: Desk
) -> None:
    before = desk.meeting
    page.inside.setFocus()
    page.inside.selectAll()
    qtbot.keyClick(page.inside, Qt.Key.Key_Space)
    assert page.inside.texts() == []
    assert all(record.public for record in (*desk.meeting.items, *desk.meeting.figures, *desk.meeting.photos))
    desk.undo()
    assert desk.meeting == before


def test_nothing_public_is_said_in_words(qtbot: QtBot, page: ReleasePage, desk: Desk) -> None:
    page.out.selectAll()
    qtbot.keyClick(page.out, Qt.Key.Key_Return)
    assert page.warning.isVisible()
    assert "Belum ada yang boleh dirilis" in page.warning.text()
    desk.undo()
    assert not page.warning.isVisible()


def test_every_page_is_built_from_its_spec_and_counts_its_records(qtbot: QtBot, catalog: Catalog, desk: Desk) -> None:
    built = {}
    for spec in PAGES:
        built[spec.key] = page = spec.build(desk, catalog, MemoryPhotos())
        qtbot.addWidget(page)
        assert page.first_field() is not None
        assert not page.go_to("bukan/apa-apa")
    assert [spec.count(desk.meeting) for spec in PAGES] == [None, 6, 6, 2, None]
    assert list(built) == ["rapat", "hadirin", "jalannya", "dokumentasi", "siaran-pers"]


@pytest.mark.parametrize("width", [360, 470])
def test_pages_fit_a_narrow_window_by_scrolling_down_only(
    qtbot: QtBot, catalog: Catalog, desk: Desk, width: int
) -> None:
    for spec in PAGES:
        page = spec.build(desk, catalog, MemoryPhotos())
        show(qtbot, desk, page, width, 480)
        qtbot.wait(1)
        assert page.scroller.horizontalScrollBar().maximum() == 0, spec.key


def test_a_hundred_points_are_shown_quickly_enough_to_be_listed(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(Meeting(id="m", items=tuple(Item(f"i{n}", text=f"Butir {n}") for n in range(100))))
    page = ReleasePage(desk, catalog, lambda bundle, catalog: "")
    show(qtbot, desk, page)
    assert len(page.inside.texts()) == 100
