from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from rakor_desktop.ui.choose_meeting import ChooseMeeting
from rakor_desktop.ui.entry_list import facts_of
from rakor_desktop.ui.home import Home
from rakor_desktop.ui.main_window import MainWindow
from tests.ui.shell_stage import open_meeting, window_over


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path) as made:
        yield made


def titles(home: Home) -> list[str]:
    return [entry.title for entry in home.list.entries.entries]


def test_an_empty_archive_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    with window_over(qtbot, tmp_path, samples=False) as window:
        assert titles(window.home) == []
        assert "Belum ada rapat" in window.home.remark
        assert window.home.begin_buttons[2].hasFocus()


def test_recent_meetings_show_day_place_and_head_count(window: MainWindow) -> None:
    entry = next(e for e in window.home.list.entries.entries if "pasaman" in e.id)
    assert facts_of(entry).startswith("Kamis, 15 Agustus 2024  ·  Lapangan Indoor Polres Pasaman Barat")
    assert facts_of(entry).endswith("6 hadirin")
    index = window.home.list.entries.index(window.home.list.entries.entries.index(entry))
    assert "Kamis, 15 Agustus 2024" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize(("hour", "words"), [(6, "pagi"), (11, "siang"), (15, "sore"), (21, "malam")])
def test_the_greeting_follows_the_clock(qtbot: QtBot, window: MainWindow, hour: int, words: str) -> None:
    acts = window.acts
    home = Home((acts.begin_from, acts.paste_text, acts.begin_empty), lambda: datetime(2024, 8, 15, hour))
    qtbot.addWidget(home)
    home.greet("Polres Uji")
    shown = [label.text() for label in home.findChildren(QLabel)]
    assert f"Selamat {words}, Polres Uji" in shown
    assert "Kamis, 15 Agustus 2024" in shown


def test_typing_in_the_search_field_narrows_the_list_and_marks_the_words(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(window.top.search, "pilkada")
    qtbot.waitUntil(lambda: len(titles(window.home)) == 1, timeout=2000)
    assert "[Pilkada]" in window.home.list.entries.entries[0].snippet
    window.top.search.clear()
    qtbot.waitUntil(lambda: len(titles(window.home)) == 5, timeout=2000)


def test_a_search_without_hits_says_so(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(window.top.search, "zzzz")
    qtbot.waitUntil(lambda: "zzzz" in window.home.remark, timeout=2000)
    assert titles(window.home) == []


def test_enter_in_the_search_field_and_again_opens_the_hit(qtbot: QtBot, window: MainWindow) -> None:
    window.acts.find.trigger()
    qtbot.keyClicks(window.top.search, "belawan")
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    qtbot.keyClick(window.home.list, Qt.Key.Key_Return)
    assert not window.at_home
    assert "belawan" in window.parts.desk.meeting.id
    assert window.top.search.text() == ""


def test_searching_from_within_a_meeting_turns_to_the_start_page(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "lahat")
    qtbot.keyClicks(window.top.search, "lumajang")
    assert window.at_home
    assert window.top.search.text() == "lumajang"
    qtbot.waitUntil(lambda: len(titles(window.home)) == 1, timeout=2000)


def test_del_moves_a_meeting_to_the_bin_and_the_toast_brings_it_back(qtbot: QtBot, window: MainWindow) -> None:
    window.home.list.choose_first()
    chosen = window.home.list.chosen()
    assert chosen is not None
    qtbot.keyClick(window.home.list, Qt.Key.Key_Delete)
    assert chosen.id not in [e.id for e in window.home.list.entries.entries]
    assert window.toast.text == "Rapat dihapus"
    window.toast.links()[0].click()
    assert chosen.id in [e.id for e in window.home.list.entries.entries]


def test_deleting_the_open_meeting_clears_the_desk(qtbot: QtBot, window: MainWindow) -> None:
    meeting_id = open_meeting(window, "lahat")
    window.acts.home.trigger()
    assert window.home.list.choose(meeting_id)
    qtbot.keyClick(window.home.list, Qt.Key.Key_Delete)
    assert window.parts.desk.meeting.id == ""
    assert not window.acts.export.isEnabled()


def test_a_meeting_made_from_the_chosen_one_copies_people_and_asks_for_the_date(window: MainWindow) -> None:
    former = next(e for e in window.home.list.entries.entries if "pasaman" in e.id)
    window.home.list.choose(former.id)
    window.acts.begin_from.trigger()
    meeting = window.parts.desk.meeting
    assert meeting.id != former.id
    assert len(meeting.attendees) == 6
    assert meeting.held.date is None
    assert meeting.items == ()
    assert window.furniture.workspace.key == "rapat"
    focused = window.focusWidget()
    assert focused is not None
    assert window.furniture.workspace.page("rapat").isAncestorOf(focused)


def test_without_a_chosen_row_a_small_chooser_asks(qtbot: QtBot, window: MainWindow) -> None:
    assert window.home.list.chosen() is None
    window.acts.begin_from.trigger()
    chooser = window.findChild(ChooseMeeting)
    assert chooser is not None
    assert chooser.meeting_id == window.home.list.entries.entries[0].id
    chooser.accept()
    assert not window.at_home
    assert window.parts.desk.meeting.series_id != ""


def test_a_made_meeting_reaches_the_archive_with_its_first_edit_only(window: MainWindow) -> None:
    before = window.parts.archive.count()
    window.acts.begin_empty.trigger()
    window.parts.autosave.flush()
    assert window.parts.archive.count() == before
    from rakor_desktop.domain import edits

    window.parts.desk.edit("Ubah judul", edits.set_fields(title="Rapat uji"))
    window.parts.autosave.flush()
    assert window.parts.archive.count() == before + 1


def test_down_leads_from_the_big_buttons_into_the_list(qtbot: QtBot, window: MainWindow) -> None:
    assert window.home.begin_buttons[0].hasFocus()
    qtbot.keyClick(window.home.begin_buttons[0], Qt.Key.Key_Down)
    assert window.home.list.chosen() == window.home.list.entries.entries[0]


def test_a_deleted_meeting_can_be_brought_back_long_after_the_notice_has_gone(
    qtbot: QtBot, window: MainWindow
) -> None:
    bin_menu = next(m for m in window.more_menu.findChildren(QMenu) if m.title().replace("&", "") == "Rapat terhapus")
    bin_menu.aboutToShow.emit()
    assert [a.isEnabled() for a in bin_menu.actions()] == [False]
    window.home.list.choose_first()
    chosen = window.home.list.chosen()
    assert chosen is not None
    qtbot.keyClick(window.home.list, Qt.Key.Key_Delete)
    window.toast.hide()
    bin_menu.aboutToShow.emit()
    (listed,) = bin_menu.actions()
    assert chosen.title[:20] in listed.text()
    listed.trigger()
    assert chosen.id in [e.id for e in window.home.list.entries.entries]
    assert "dipulihkan" in window.toast.text
