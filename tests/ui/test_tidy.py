"""Rapikan penulisan: proposals ticked where they are sure, applied as one undo step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.office import Switches
from rakor_desktop.reading.spelling.normalise import Normaliser
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.tidy import NOTHING, rows_to_tidy
from rakor_desktop.ui.tidy_dialog import TidyDialog
from rakor_desktop.ui.tidy_list import stretches
from tests.ui.shell_stage import open_meeting, window_over

UNTIDY = (
    Attendee(id="a", rank="Akp", name="Budi Santoso SH", position="kapolres lahat"),
    Attendee(id="b", rank="AKBP", name="Agung Tribawanto", back=("S.I.K.",), position="Kapolres Pasaman Barat"),
    Attendee(id="c", rank="Iptu", name="SITI AMINAH", back=("MM",), position="Waka Polres"),
)


def rows(catalog: Catalog, people: tuple[Attendee, ...] = UNTIDY) -> TidyDialog:
    normaliser = Normaliser(catalog, Switches())
    return TidyDialog(rows_to_tidy(Meeting(id="m", attendees=people), normaliser, None))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path) as made:
        open_meeting(made, "pasaman")
        made.parts.desk.edit("Isi", edits.set_fields(attendees=UNTIDY))
        yield made


def dialog_of(window: MainWindow) -> TidyDialog:
    (found,) = [one for one in window.findChildren(TidyDialog) if one.isVisible()]
    return found


def test_rows_without_anything_to_tidy_are_not_listed(qtbot: QtBot, catalog: Catalog) -> None:
    dialog = rows(catalog)
    qtbot.addWidget(dialog)
    assert dialog.list.topLevelItemCount() == 2
    assert dialog.list.topLevelItem(0).text(0) == "1.  Akp Budi Santoso SH"
    assert dialog.list.topLevelItem(1).text(0).startswith("3.  ")


def test_only_sure_proposals_are_ticked_and_never_a_persons_name(qtbot: QtBot, catalog: Catalog) -> None:
    dialog = rows(catalog)
    qtbot.addWidget(dialog)
    assert [p.field for p in dialog.chosen["a"]] == ["rank", "name", "position"]
    assert [p.field for p in dialog.chosen["c"]] == ["position"]
    assert dialog.apply_button.text() == "&Rapikan 4 penulisan"


def test_space_ticks_a_proposal_and_a_persons_box_ticks_all_of_that_person(qtbot: QtBot, catalog: Catalog) -> None:
    dialog = rows(catalog)
    qtbot.addWidget(dialog)
    dialog.show()
    person = dialog.list.topLevelItem(1)
    dialog.list.setCurrentItem(person.child(0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert {p.after for p in dialog.chosen["c"]} == {"Siti Aminah", "Wakapolres"}
    dialog.list.setCurrentItem(person)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert {p.after for p in dialog.chosen["c"]} == {"Siti Aminah", "M.M.", "Wakapolres"}


def test_the_buttons_tick_everything_the_sure_ones_or_nothing(qtbot: QtBot, catalog: Catalog) -> None:
    dialog = rows(catalog)
    qtbot.addWidget(dialog)
    dialog.list.tick_all()
    assert sum(map(len, dialog.chosen.values())) == 6
    dialog.list.tick_none()
    assert dialog.chosen == {}
    assert not dialog.apply_button.isEnabled()
    dialog.list.tick_sure()
    assert sum(map(len, dialog.chosen.values())) == 4


def test_of_two_readings_of_one_text_only_one_can_be_ticked(qtbot: QtBot, catalog: Catalog) -> None:
    dialog = rows(catalog, (Attendee(id="a", name="Budi Santoso", back=("STP",)),))
    qtbot.addWidget(dialog)
    dialog.list.tick_all()
    assert [p.after for p in dialog.chosen["a"]] == ["S.T.P."]
    dialog.list.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Checked)
    assert [p.after for p in dialog.chosen["a"]] == ["S.STP."]


def test_the_letters_that_change_are_set_off() -> None:
    old, new = stretches("Akp", "AKP")
    assert old == (("A", False), ("kp", True))
    assert new == (("A", False), ("KP", True))


def test_f7_tidies_the_list_as_one_undo_step(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F7)
    dialog = dialog_of(window)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    people = window.parts.desk.meeting.attendees
    assert (people[0].rank, people[0].name, people[0].back) == ("AKP", "Budi Santoso", ("S.H.",))
    assert people[0].position == "Kapolres Lahat"
    assert people[2] == replace(UNTIDY[2], position="Wakapolres")
    assert people[1] == UNTIDY[1]
    assert window.parts.desk.undo_label == "Rapikan penulisan 2 orang"
    assert window.toast.text == "Penulisan 2 orang dirapikan"
    window.parts.desk.undo()
    assert window.parts.desk.meeting.attendees == UNTIDY


def test_chosen_rows_alone_are_tidied(window: MainWindow) -> None:
    window.furniture.tidying.tidy(["c"])
    assert dialog_of(window).list.topLevelItemCount() == 1


def test_esc_changes_nothing(window: MainWindow) -> None:
    window.furniture.tidying.tidy()
    QTest.keyClick(dialog_of(window), Qt.Key.Key_Escape)
    assert window.parts.desk.meeting.attendees == UNTIDY


def test_a_tidy_list_says_so(window: MainWindow) -> None:
    window.furniture.tidying.tidy(["b"])
    assert window.toast.text == NOTHING
    assert not [one for one in window.findChildren(TidyDialog) if one.isVisible()]


def test_many_rows_are_looked_through_beside_the_window(window: MainWindow, qtbot: QtBot) -> None:
    many = tuple(replace(UNTIDY[0], id=f"r{n}") for n in range(500))
    window.parts.desk.edit("Isi", edits.set_fields(attendees=many))
    window.furniture.tidying.tidy()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(TidyDialog)), timeout=10_000)
    dialog_of(window).accept()
    assert all(person.rank == "AKP" for person in window.parts.desk.meeting.attendees)
    QApplication.processEvents()
