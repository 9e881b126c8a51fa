from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import FollowUp, Item, Meeting
from rakor_desktop.ui.grid.editors import LineEdit, TextEdit
from rakor_desktop.ui.pages.course import VIEWS, CoursePage
from rakor_desktop.ui.pages.entries import item_entry
from rakor_desktop.ui.pages.items import ItemsModel
from tests.ui.stage import desk_with, show

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk() -> Desk:
    return desk_with()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, catalog: Catalog) -> CoursePage:
    page = CoursePage(desk, catalog)
    show(qtbot, desk, page)
    page.list.setFocus()
    return page


def ids(desk: Desk) -> list[str]:
    return [item.id for item in desk.meeting.items]


def focused() -> LineEdit | TextEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, LineEdit | TextEdit)
    return found


def test_views_show_one_kind_each_with_counters(page: CoursePage) -> None:
    assert [page.tabs.tabText(n) for n in range(5)] == [
        "Semua  6",
        "Pembahasan  3",
        "Arahan  2",
        "Keputusan && tindak lanjut  1",
        "Angka && suasana  2",
    ]
    page.tabs.setCurrentIndex(2)
    assert [item.id for item in page.list.items.shown] == ["i4", "i5"]
    assert page.button.text() == "Tambah arahan"


def test_the_editor_follows_the_list(qtbot: QtBot, page: CoursePage) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.editor.item.id == "i2"
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    text = focused()
    assert isinstance(text, TextEdit)
    assert text.toPlainText().startswith("Gambaran tahapan")


def test_typing_the_text_is_one_step_a_point(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    before = desk.meeting
    page.go_to("items/i2/text")
    qtbot.keyClicks(focused(), "X")
    page.list.select("i3")
    page.go_to("items/i3/text")
    qtbot.keyClicks(focused(), "YY")
    assert "YY" in desk.meeting.items[2].text
    desk.undo()
    assert desk.meeting.items[2] == before.items[2]
    assert "X" in desk.meeting.items[1].text
    desk.undo()
    assert desk.meeting == before


def test_ctrl_enter_ends_a_point_and_begins_one_of_the_same_kind_and_speaker(
    qtbot: QtBot, page: CoursePage, desk: Desk
) -> None:
    page.go_to("items/i4/text")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    fresh = desk.meeting.items[4]
    assert (fresh.kind, fresh.speaker_id, fresh.text, fresh.public) == ("directive", "a1", "", False)
    qtbot.keyClicks(focused(), "Siapkan posko")
    assert desk.meeting.items[4].text == "Siapkan posko"
    assert page.list.current_id == fresh.id
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    qtbot.keyClicks(focused(), "Laporkan tiap hari")
    assert [item.text for item in desk.meeting.items[4:6]] == ["Siapkan posko", "Laporkan tiap hari"]


def test_ctrl_enter_on_an_empty_point_does_not_pile_up_empty_ones(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    page.add("directive")
    count = len(desk.meeting.items)
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert len(desk.meeting.items) == count


def test_the_button_adds_the_views_kind_and_insert_does_the_same(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    page.tabs.setCurrentIndex(3)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert desk.meeting.items[-1].kind == "decision"
    assert desk.undo_label == "Tambah keputusan"
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    assert [item.kind for item in desk.meeting.items[-2:]] == ["decision", "decision"]


def test_another_kind_than_the_views_is_shown_among_all(page: CoursePage, desk: Desk) -> None:
    page.tabs.setCurrentIndex(3)
    page.add("closing")
    assert page.tabs.currentIndex() == 0
    assert page.editor.item.kind == "closing"


def test_alt_arrows_reorder_within_the_view(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT)
    assert ids(desk)[:2] == ["i2", "i1"]
    assert page.list.current_id == "i1"
    qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
    assert ids(desk)[:2] == ["i1", "i2"]
    page.tabs.setCurrentIndex(2)
    page.list.select("i5")
    qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
    assert ids(desk) == ["i1", "i2", "i3", "i5", "i4", "i6"]


def test_dropping_a_row_moves_it(page: CoursePage, desk: Desk) -> None:
    page.list.select("i1")
    target = page.list.visualRect(page.list.items.index(2))
    event = QDropEvent(
        QPointF(target.center().x(), target.bottom() - 2),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.source = lambda: page.list  # type: ignore[method-assign]
    page.list.dropEvent(event)
    assert ids(desk)[:3] == ["i2", "i3", "i1"]
    assert desk.undo_label == "Pindahkan butir"


def test_del_removes_the_point_and_undo_restores_it(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    before = desk.meeting
    page.list.select("i3")
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert ids(desk) == ["i1", "i2", "i4", "i5", "i6"]
    assert page.list.current_id == "i4"
    desk.undo()
    assert desk.meeting == before


def test_public_is_off_for_a_new_point_and_shown_in_words(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    page.add("discussion")
    assert not desk.meeting.items[1].public
    assert item_entry(desk.meeting.items[1], desk.meeting).mark == "Internal"
    box = page.editor.fields["public"].editor
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert desk.meeting.items[1].public
    assert item_entry(desk.meeting.items[1], desk.meeting).mark == "✓ Boleh dirilis"


def test_a_speaker_is_an_attendee_or_a_post(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    page.go_to("items/i3/speaker")
    line = focused()
    assert isinstance(line, LineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "wanhar")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (desk.meeting.items[2].speaker_id, desk.meeting.items[2].speaker) == ("a5", "")
    line.selectAll()
    qtbot.keyClicks(line, "KBO Sat Intelkam")
    assert (desk.meeting.items[2].speaker_id, desk.meeting.items[2].speaker) == ("", "KBO Sat Intelkam")


def test_a_follow_up_is_for_directives_and_decisions(page: CoursePage) -> None:
    assert page.go_to("items/i3/follow_up.due")
    assert isinstance(focused(), TextEdit)
    assert not page.editor.fields["due"].isVisible()
    assert page.go_to("items/i5/follow_up.due")
    assert focused() is page.editor.fields["due"].editor


def test_a_due_day_is_kept_as_iso_and_words_as_words(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    page.go_to("items/i6/due")
    due = focused()
    assert isinstance(due, LineEdit)
    due.selectAll()
    qtbot.keyClicks(due, "30/8/2024")
    qtbot.keyClick(due, Qt.Key.Key_Return)
    assert desk.meeting.items[5].follow_up == FollowUp("Polres dan Kodim", "2024-08-30", "in_progress")
    assert due.text() == "30 Agustus 2024"
    due.selectAll()
    qtbot.keyClicks(due, "minggu depan")
    qtbot.keyClick(due, Qt.Key.Key_Return)
    assert desk.meeting.items[5].follow_up == FollowUp("Polres dan Kodim", "minggu depan", "in_progress")


def test_audience_is_a_list_between_semicolons(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    page.go_to("items/i4/audience")
    qtbot.keyClicks(focused(), "masyarakat; tokoh agama")
    assert desk.meeting.items[3].audience == ("masyarakat", "tokoh agama")


def test_figures_and_conduct_have_their_own_view(qtbot: QtBot, page: CoursePage, desk: Desk) -> None:
    assert page.go_to("figures/f2/value")
    index = page.figures.currentIndex()
    assert (index.row(), page.figures.records.columns[index.column()].key) == (1, "value")
    qtbot.keyClick(page.figures, "5")
    qtbot.keyClicks(QApplication.focusWidget(), "00")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.meeting.figures[1].value == "500"
    page.figures.go_to(1, page.figures.records.column_of("public"))
    qtbot.keyClick(page.figures, "b")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.meeting.figures[1].public
    assert page.go_to("conduct")
    qtbot.keyClicks(focused(), "!")
    assert desk.meeting.conduct == "aman, tertib, dan lancar!"


def test_targets_of_unknown_points_are_refused(page: CoursePage) -> None:
    assert page.go_to("items/i6")
    assert not page.go_to("items/unknown/text")
    assert not page.go_to("photos/p1")


def test_an_empty_meeting_begins_with_insert(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(Meeting(id="m"))
    page = CoursePage(desk, catalog)
    show(qtbot, desk, page)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    qtbot.keyClicks(focused(), "Kabag Ops")
    assert desk.meeting.items[0].speaker == "Kabag Ops"


def test_the_lists_model_keeps_its_contract(page: CoursePage, desk: Desk) -> None:
    model = ItemsModel(desk)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.look_at(VIEWS[1].kinds)
    desk.edit("x", edits.insert(Item("n", text="baru"), 1))
    desk.edit("x", edits.update(Item, "n", kind="decision"))
    desk.edit("x", edits.remove(Item, ("n", "i1")))
    for _ in range(3):
        desk.undo()
    assert [item.id for item in model.shown] == ["i1", "i2", "i3"]
