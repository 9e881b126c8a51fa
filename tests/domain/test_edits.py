"""Edits one by one, and a machine that plays the user."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle as Drawn
from hypothesis.stateful import RuleBasedStateMachine, consumes, initialize, invariant, rule

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import codec, edits
from rakor_desktop.domain.meeting import (
    Attendee,
    Bundle,
    Figure,
    FollowUp,
    Group,
    Held,
    Item,
    Meeting,
    Operation,
    Photo,
    Signer,
)
from rakor_desktop.domain.release import Release

ROWS = (Attendee, Group, Item, Figure, Photo, Release)


def people(*ids: str) -> Meeting:
    return Meeting(id="m", attendees=tuple(Attendee(id=one, name=one.upper()) for one in ids))


def order(meeting: Meeting) -> str:
    return "".join(attendee.id for attendee in meeting.attendees)


@pytest.mark.parametrize(
    "edit",
    [
        edits.set_fields(title=""),
        edits.set_held(date=None),
        edits.set_venue(mode="in_person"),
        edits.set_operation(name=""),
        edits.set_number("notula", ""),
        edits.insert_all(()),
        edits.update(Attendee, "tidak-ada", name="X"),
        edits.update(Attendee, "a", name="A"),
        edits.remove(Attendee, ("tidak-ada",)),
        edits.remove(Item, ("a",)),
        edits.move(Attendee, ("tidak-ada",), 0),
        edits.move(Attendee, ("a",), 0),
        edits.reorder(Attendee, ("a", "b")),
        edits.set_follow_up("tidak-ada", FollowUp()),
        edits.set_rank("tidak-ada", "AKBP"),
        edits.set_signers(()),
    ],
)
def test_an_edit_that_changes_nothing_gives_the_very_same_meeting(edit: edits.Edit) -> None:
    meeting = people("a", "b")
    assert edit(meeting) is meeting


def test_an_operation_with_nothing_in_it_is_no_operation() -> None:
    meeting = edits.set_operation(name="Operasi Ketupat", year=2024)(Meeting())
    assert meeting.operation == Operation(name="Operasi Ketupat", year=2024)
    assert edits.set_operation(name="", year=None)(meeting).operation is None


def test_a_number_belongs_to_one_document_and_goes_when_emptied() -> None:
    meeting = edits.set_number("undangan", "B/2")(edits.set_number("notula", "B/1")(Meeting()))
    assert meeting.numbers == {"notula": "B/1", "undangan": "B/2"}
    assert edits.set_number("notula", "")(meeting).numbers == {"undangan": "B/2"}


@pytest.mark.parametrize(("index", "after"), [(None, "abx"), (0, "xab"), (1, "axb"), (99, "abx"), (-5, "xab")])
def test_a_record_is_inserted_where_it_is_wanted(index: int | None, after: str) -> None:
    assert order(edits.insert(Attendee(id="x"), index)(people("a", "b"))) == after


def test_inserted_records_get_ids_once_so_that_redo_gives_the_same_ones() -> None:
    edit = edits.insert_all((Attendee(name="A"), Attendee(name="B")))
    first, second = edit(Meeting()), edit(Meeting())
    assert first == second
    assert len({attendee.id for attendee in first.attendees} - {""}) == 2


@pytest.mark.parametrize(
    ("moved", "index", "after"),
    [("a", 3, "bcad"), ("d", 0, "dabc"), ("ca", 4, "bdac"), ("bc", 2, "abcd"), ("a", 99, "bcda")],
)
def test_records_are_moved_before_the_row_at_the_index_in_their_own_order(moved: str, index: int, after: str) -> None:
    assert order(edits.move(Attendee, tuple(moved), index)(people(*"abcd"))) == after


def test_a_record_moved_to_before_the_first_row_stands_first() -> None:
    assert order(edits.move(Attendee, ("b",), -3)(people(*"abcd"))) == "bacd"


def test_reordering_puts_the_named_ones_first_and_keeps_the_rest() -> None:
    assert order(edits.reorder(Attendee, ("d", "b", "?"))(people(*"abcd"))) == "dbac"


def test_a_removed_attendee_is_pointed_at_by_nothing() -> None:
    meeting = replace(
        people("a", "b"),
        leader_ids=("a", "b"),
        secretary_id="a",
        note_taker_id="a",
        signers=(Signer(attendee_id="a"), Signer(name="Budi")),
        items=(Item(id="i", speaker_id="a"), Item(id="j", speaker_id="b")),
        releases=(Release(id="r", contact_id="a"),),
    )
    after = edits.remove(Attendee, ("a",))(meeting)
    assert (after.leader_ids, after.secretary_id, after.note_taker_id) == (("b",), "", "")
    assert after.signers == (Signer(name="Budi"),)
    assert [item.speaker_id for item in after.items] == ["", "b"]
    assert after.releases[0].contact_id == ""


def test_a_release_takes_the_place_of_the_one_of_its_style() -> None:
    meeting = edits.set_release(Release(id="r1", style="umum"))(Meeting())
    meeting = edits.set_release(Release(id="r2", style="pionir"))(meeting)
    meeting = edits.set_release(Release(style="umum", headline="Baru"))(meeting)
    assert [(release.style, release.headline) for release in meeting.releases] == [("pionir", ""), ("umum", "Baru")]
    assert all(release.id for release in meeting.releases)


def test_a_meeting_begun_from_another_keeps_people_and_place_and_leaves_contents() -> None:
    previous = Meeting(
        id="lama",
        title="Rakor Linsek",
        held=Held(date=date(2024, 8, 15)),
        attendees=(Attendee(id="a", name="A", presence="absent", excuse="sakit"),),
        leader_ids=("a",),
        items=(Item(id="i", text="x"),),
        photos=(Photo(id="p"),),
        numbers={"notula": "B/1"},
        releases=(Release(id="r"),),
    )
    new = edits.begin_from(previous)
    assert new.id not in ("", "lama")
    assert new.series_id == "lama"
    assert (new.title, new.leader_ids, new.held.date) == ("Rakor Linsek", ("a",), None)
    assert new.attendees == (Attendee(id="a", name="A"),)
    assert (new.items, new.photos, new.releases, dict(new.numbers)) == ((), (), (), {})


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
RECORDS: dict[type, st.SearchStrategy[Any]] = {
    Attendee: st.builds(Attendee, name=TEXT, rank=TEXT, presence=st.sampled_from(["present", "online", "absent"])),
    Group: st.builds(Group, name=TEXT),
    Item: st.builds(Item, text=TEXT, quote=TEXT, public=st.booleans()),
    Figure: st.builds(Figure, label=TEXT, value=TEXT),
    Photo: st.builds(Photo, caption=TEXT),
    Release: st.builds(Release, style=st.sampled_from(["umum", "pionir"]), headline=TEXT),
}


class User(RuleBasedStateMachine):
    """Somebody who adds, changes, moves and removes rows, points at people, undoes and redoes, in any order."""

    ids = Drawn("ids")

    @initialize()
    def sit_down(self) -> None:
        self.first = Meeting(id="m", title="Rakor")
        self.desk = Desk(Bundle(meeting=self.first))
        self.known: dict[int, Meeting] = {}

    @rule(target=ids, kind=st.sampled_from(ROWS), data=st.data(), index=st.none() | st.integers(-2, 8))
    def add(self, kind: type, data: st.DataObject, index: int | None) -> tuple[type, str]:
        record = replace(data.draw(RECORDS[kind]), id=edits.new_id())
        self.desk.edit("Tambah", edits.insert(record, index))
        return kind, record.id

    @rule(row=ids, data=st.data())
    def change(self, row: tuple[type, str], data: st.DataObject) -> None:
        record = data.draw(RECORDS[row[0]])
        name = {Attendee: "rank", Group: "name", Item: "text", Figure: "value", Photo: "caption"}.get(
            row[0], "headline"
        )
        self.desk.edit("Ubah", edits.update(*row, **{name: getattr(record, name)}), merge=data.draw(TEXT))

    @rule(row=consumes(ids))
    def remove(self, row: tuple[type, str]) -> None:
        self.desk.edit("Hapus", edits.remove(row[0], (row[1],)))
        assert all(one.id != row[1] for one in edits.rows_of(self.desk.meeting, row[0]))

    @rule(row=ids, index=st.integers(0, 8))
    def move(self, row: tuple[type, str], index: int) -> None:
        before = edits.rows_of(self.desk.meeting, row[0])
        self.desk.edit("Pindah", edits.move(row[0], (row[1],), index))
        assert sorted(before, key=id) == sorted(edits.rows_of(self.desk.meeting, row[0]), key=id)

    @rule(row=ids, other=ids)
    def point(self, row: tuple[type, str], other: tuple[type, str]) -> None:
        if row[0] is Attendee and self.desk.meeting.attendee(row[1]):
            self.desk.edit("Pimpinan", edits.set_fields(leader_ids=(row[1],), note_taker_id=row[1]))
            self.desk.edit("Penanda tangan", edits.set_signers((Signer(attendee_id=row[1]),)))
            if other[0] is Item:
                self.desk.edit("Pembicara", edits.update(Item, other[1], speaker_id=row[1]))

    @rule(row=ids, due=TEXT)
    def follow_up(self, row: tuple[type, str], due: str) -> None:
        self.desk.edit("Tindak lanjut", edits.set_follow_up(row[1], FollowUp(due=due) if due else None))

    @rule(text=TEXT, day=st.none() | st.dates())
    def head(self, text: str, day: date | None) -> None:
        self.desk.edit("Tanggal", edits.set_held(date=day))
        self.desk.edit("Tempat", edits.set_venue(place=text))
        self.desk.edit("Nomor", edits.set_number("notula", text))
        self.desk.edit("Operasi", edits.set_operation(name=text))

    @rule()
    def undo_and_redo(self) -> None:
        now, steps = self.desk.meeting, bool(self.desk.undo_label)
        self.desk.undo()
        if steps:
            assert self.desk.meeting != now
            self.desk.redo()
        assert self.desk.meeting is now

    @rule()
    def undo(self) -> None:
        self.desk.undo()

    @invariant()
    def ids_are_unique(self) -> None:
        for kind in ROWS:
            found = [row.id for row in edits.rows_of(self.desk.meeting, kind)]
            assert len(found) == len(set(found))
            assert all(found)

    @invariant()
    def nobody_points_at_somebody_who_is_gone(self) -> None:
        meeting = self.desk.meeting
        known = {attendee.id for attendee in meeting.attendees} | {""}
        pointers = {*meeting.leader_ids, meeting.note_taker_id, meeting.secretary_id}
        pointers |= {signer.attendee_id for signer in meeting.signers} | {item.speaker_id for item in meeting.items}
        assert pointers <= known

    @invariant()
    def the_saved_form_gives_the_same_meeting(self) -> None:
        assert codec.decode(codec.encode(self.desk.bundle)) == self.desk.bundle

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            last = self.desk.meeting
            steps = 0
            while self.desk.undo_label:
                self.desk.undo()
                steps += 1
            assert self.desk.meeting is self.first
            for _ in range(steps):
                self.desk.redo()
            assert self.desk.meeting is last


TestUser = User.TestCase
TestUser.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
