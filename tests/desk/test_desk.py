from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Bundle, Meeting
from rakor_desktop.domain.office import Office


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(Bundle(meeting=Meeting(id="m1", title="Rakor")))


def test_an_edit_changes_the_meeting_and_tells_before_and_after(desk: Desk) -> None:
    told: list[tuple[Meeting, Meeting]] = []
    desk.changed.connect(lambda before, after: told.append((before, after)))
    before = desk.meeting
    assert desk.edit("Ubah judul", edits.set_fields(title="Rapat"))
    assert told == [(before, desk.meeting)]
    assert desk.meeting.title == "Rapat"
    assert desk.bundle.meeting is desk.meeting


def test_an_edit_that_changes_nothing_is_no_step_and_no_signal(desk: Desk) -> None:
    told: list[object] = []
    desk.changed.connect(lambda *change: told.append(change))
    assert not desk.edit("Ubah judul", edits.set_fields(title="Rakor"))
    assert not desk.edit("Ganti", lambda meeting: replace(meeting))
    assert (told, desk.undo_label) == ([], "")


def test_undo_and_redo_walk_through_the_steps_by_name(desk: Desk) -> None:
    first = desk.meeting
    desk.edit("Ubah judul", edits.set_fields(title="Rapat"))
    desk.edit("Ubah tema", edits.set_fields(theme="Pilkada"))
    last = desk.meeting
    assert (desk.undo_label, desk.redo_label) == ("Ubah tema", "")
    desk.undo()
    desk.undo()
    desk.undo()
    assert desk.meeting is first
    assert (desk.undo_label, desk.redo_label) == ("", "Ubah judul")
    desk.redo()
    desk.redo()
    desk.redo()
    assert desk.meeting is last


def test_an_edit_after_undo_ends_what_could_be_redone(desk: Desk) -> None:
    desk.edit("Ubah judul", edits.set_fields(title="Satu"))
    desk.undo()
    desk.edit("Ubah judul", edits.set_fields(title="Dua"))
    desk.redo()
    assert (desk.meeting.title, desk.redo_label) == ("Dua", "")


def test_typing_in_one_field_is_one_step_until_the_field_is_left(desk: Desk) -> None:
    for text in ("R", "Ra", "Rap"):
        desk.edit("Ubah judul", edits.set_fields(title=text), merge="title")
    desk.end_merge()
    desk.edit("Ubah judul", edits.set_fields(title="Rapat"), merge="title")
    desk.undo()
    assert desk.meeting.title == "Rap"
    desk.undo()
    assert desk.meeting.title == "Rakor"


def test_typing_after_undo_begins_a_new_step(desk: Desk) -> None:
    desk.edit("Ubah judul", edits.set_fields(title="A"), merge="title")
    desk.edit("Ubah judul", edits.set_fields(title="AB"), merge="tema")
    desk.undo()
    desk.edit("Ubah judul", edits.set_fields(title="ABC"), merge="title")
    desk.undo()
    assert desk.meeting.title == "A"


def test_while_a_change_is_told_its_origin_is_known(desk: Desk) -> None:
    seen: list[object | None] = []
    desk.changed.connect(lambda *_: seen.append(desk.origin))
    widget = object()
    desk.edit("Ubah judul", edits.set_fields(title="X"), origin=widget)
    desk.undo()
    assert seen == [widget, None]
    assert desk.origin is None


def test_offices_have_no_part_in_undo(desk: Desk) -> None:
    told: list[object] = []
    desk.office_changed.connect(lambda *change: told.append(change))
    office = Office(id="o", name="Polres")
    desk.set_office(office)
    desk.set_office(office)
    assert told == [(Office(), office)]
    desk.undo()
    assert desk.office is office


def test_another_meeting_on_the_desk_begins_without_history(desk: Desk) -> None:
    desk.edit("Ubah judul", edits.set_fields(title="X"))
    desk.undo()
    other = Bundle(office=Office(id="o2"), meeting=Meeting(id="m2", attendees=(Attendee(id="a"),)))
    desk.open(other)
    desk.undo()
    desk.redo()
    assert (desk.meeting, desk.office) == (other.meeting, other.office)
    assert (desk.undo_label, desk.redo_label) == ("", "")


def test_history_changed_is_told_with_every_step(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([desk.history_changed] * 2):
        desk.edit("Ubah judul", edits.set_fields(title="X"))
        desk.undo()
