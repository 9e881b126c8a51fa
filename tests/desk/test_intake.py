from __future__ import annotations

from dataclasses import replace

import pytest

from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.intake import (
    Newcomer,
    accept,
    attendee_of,
    contradictions,
    count_words,
    field_text,
    fills,
    grouped,
    merged,
    name_key,
    spoken,
    with_field,
)
from rakor_desktop.domain.meeting import Attendee, Bundle, Group, Meeting
from rakor_desktop.reading.values import PersonRead

MELATI = Attendee(id="m1", rank="Iptu", name="Melati Ayunda", position="Kasat Lantas")
OPEN = Meeting(id="r", attendees=(MELATI,), groups=(Group("k1", "Dinas PUPR"),))


def read(row_id: str, name: str, **more: str) -> Attendee:
    return replace(Attendee(id=row_id, name=name), **more)  # type: ignore[arg-type]


def test_accepted_people_stand_at_the_end_in_their_order_under_new_ids() -> None:
    after = accept([Newcomer(read("p0", "Budi")), Newcomer(read("p1", "Ani"))])(OPEN)
    assert [a.name for a in after.attendees] == ["Melati Ayunda", "Budi", "Ani"]
    assert {"p0", "p1"}.isdisjoint(a.id for a in after.attendees)


def test_two_readings_of_the_same_text_do_not_share_ids() -> None:
    first = accept([Newcomer(read("p0", "Budi"))])(Meeting())
    second = accept([Newcomer(read("p0", "Budi"))])(first)
    assert len({a.id for a in second.attendees}) == 2


def test_accepting_is_one_step_and_undone_and_redone_alike() -> None:
    desk = Desk(Bundle(meeting=OPEN))
    desk.edit("Masukkan", accept([Newcomer(read("p0", "Budi"))], ["Bawaslu"]))
    done = desk.meeting
    desk.undo()
    assert desk.meeting is OPEN
    desk.redo()
    assert desk.meeting == done


def test_whoever_is_passed_over_stays_outside() -> None:
    assert accept([Newcomer(read("p0", "Budi"), "skip")])(OPEN) is OPEN


def test_merging_fills_empty_fields_and_overwrites_nothing() -> None:
    newcomer = read("p0", "Melati Ayunda", rank="AKP", institution="Polres Uji", service_no="88010001")
    after = accept([Newcomer(newcomer, "merge", "m1")])(OPEN)
    assert after.attendees == (replace(MELATI, institution="Polres Uji", service_no="88010001"),)
    assert fills(MELATI, newcomer) == ("service_no", "institution")
    assert contradictions(MELATI, newcomer) == ("rank",)
    assert merged(MELATI, newcomer).rank == "Iptu"


def test_a_second_mention_in_the_source_completes_the_first() -> None:
    rows = [Newcomer(read("p0", "Budi")), Newcomer(read("p1", "Budi", position="Camat"), "merge", "p0")]
    after = accept(rows)(Meeting())
    assert [(a.name, a.position) for a in after.attendees] == [("Budi", "Camat")]


def test_merging_into_somebody_who_is_not_there_changes_nothing() -> None:
    assert accept([Newcomer(read("p0", "Budi"), "merge", "gone")])(OPEN) is OPEN


def test_groups_do_not_come_twice() -> None:
    after = accept([], ["dinas pupr", "FKUB", "FKUB ", ""])(OPEN)
    assert [g.name for g in after.groups] == ["Dinas PUPR", "FKUB"]
    assert all(g.id for g in after.groups)


def test_who_was_read_as_chair_leads_a_meeting_that_nobody_leads() -> None:
    chair = read("p0", "Gunawan", role="chair")
    after = accept([Newcomer(chair)])(OPEN)
    assert [a.name for a in after.leaders()] == ["Gunawan"]
    led = replace(OPEN, leader_ids=("m1",))
    assert accept([Newcomer(chair)])(led).leader_ids == ("m1",)


def test_a_person_read_becomes_a_row_with_all_that_was_read() -> None:
    person = PersonRead("AKP", ("Dr.",), "Budi", ("S.H.",), "8801", "Kapolsek", "Polsek Hilir", "Kapolres", "Gunawan")
    row = attendee_of(person, "p0")
    assert (row.rank, row.front, row.name, row.back, row.service_no) == ("AKP", ("Dr.",), "Budi", ("S.H.",), "8801")
    assert (row.position, row.institution, row.represents) == ("Kapolsek", "Polsek Hilir", "Kapolres")
    assert spoken(row) == "AKP Dr. Budi, S.H."


@pytest.mark.parametrize(
    ("name", "field", "proposal", "expected"),
    [
        ("Sumidi, S", "back", "S", ("Sumidi", ("S",))),
        ("Sumidi, S", "name", "Sumidi S.", ("Sumidi S.", ())),
        ("RM Hidayat", "front", "R.M.", ("Hidayat", ("R.M.",))),
        ("Melati", "back", "S.T.", ("Melati", ("S.T.",))),
        ("S", "back", "S", ("S", ("S",))),
    ],
)
def test_a_title_taken_out_of_a_name_leaves_the_name(
    name: str, field: str, proposal: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    row = with_field(Attendee(name=name), field, proposal)
    assert (row.name, row.front or row.back) == expected
    assert field_text(row, field) == proposal


def test_titles_already_there_stay_when_another_is_added() -> None:
    row = with_field(Attendee(name="Budi ST", back=("M.H.",)), "back", "S.T., M.H.")
    assert (row.name, row.back) == ("Budi", ("S.T.", "M.H."))


def test_what_is_no_field_of_a_row_changes_nothing() -> None:
    assert with_field(MELATI, "represented_name", "Hamsuardi") is MELATI


@pytest.mark.parametrize("name", ["MELATI AYUNDA", " melati  ayunda", "Melati, Ayunda"])
def test_spellings_of_one_name_have_one_key(name: str) -> None:
    assert name_key(name) == name_key("Melati Ayunda")


def test_what_came_in_is_counted_in_words() -> None:
    assert count_words(24, 0) == "24 orang"
    assert count_words(24, 3) == "24 orang dan 3 kelompok"
    assert count_words(0, 3) == "3 kelompok"
    assert count_words(0, 0) == "0 orang"
    assert grouped(10_000) == "10.000"


def test_letters_that_belong_to_the_name_after_all_stop_being_a_degree() -> None:
    read = Attendee(id="a", name="Marzuki", back=("S.P.", "M.Si."))
    mended = with_field(read, "name", "Marzuki SP")
    assert (mended.name, mended.back) == ("Marzuki SP", ("M.Si.",))
    assert with_field(read, "name", "Marzuki Ali").back == ("S.P.", "M.Si.")
