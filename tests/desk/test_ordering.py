from __future__ import annotations

from dataclasses import replace

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.ordering import adding, choose_order, in_order, ordered, protocol_key, scope_of
from rakor_desktop.domain import codec, edits
from rakor_desktop.domain.meeting import Attendee, Bundle, Meeting
from rakor_desktop.domain.office import Office

POLRES = Office(name="Polres Pasaman Barat", short_name="Polres Pasbar")


def who(name: str, rank: str = "", position: str = "", institution: str = "", **more: str) -> Attendee:
    return Attendee(name, rank=rank, name=name, position=position, institution=institution, **more)  # type: ignore[arg-type]


def meeting(*people: Attendee, organiser: str = "") -> Meeting:
    return Meeting(id="m", attendees=people, organiser=organiser)


def names(after: Meeting) -> str:
    return " ".join(a.name for a in after.attendees)


LIST = (
    who("Camat", position="Camat Luhak Nan Duo"),
    who("Kanit", "Ipda", "Kanit Turjawali", "Polres Pasaman Barat"),
    who("Bupati", position="Plt. Bupati Pasaman Barat"),
    who("Kasat", "AKP", "Kasat Lantas", "Polres Pasaman Barat"),
    who("Kapolres", "AKBP", "Kapolres Pasaman Barat", "Polres Pasaman Barat"),
    who("KetuaDPRD", position="Ketua DPRD Pasaman Barat"),
)


def test_protocol_follows_the_steps_of_the_law_and_then_the_ranks(catalog: Catalog) -> None:
    ids = ordered(meeting(*LIST), "protocol", catalog, POLRES)
    assert ids == ("Bupati", "KetuaDPRD", "Kapolres", "Camat", "Kasat", "Kanit")


def test_posts_of_one_step_keep_the_order_of_typing_where_their_holders_do_not_compare(catalog: Catalog) -> None:
    step = (
        who("Sekda", position="Sekretaris Daerah Kabupaten Pasaman Barat"),
        who("Kapolres", "AKBP", "Kapolres Pasaman Barat"),
        who("Kajari", position="Kajari Pasaman Barat"),
        who("Dandim", "Letkol Inf", "Dandim 0305/Pasaman"),
    )
    assert ordered(meeting(*step), "protocol", catalog, POLRES) == ("Sekda", "Kapolres", "Kajari", "Dandim")
    colonel = replace(step[3], rank="Kolonel Inf")
    ids = ordered(meeting(*step[:3], colonel), "protocol", catalog, POLRES)
    assert ids == ("Sekda", "Dandim", "Kajari", "Kapolres")


def test_who_stands_in_takes_the_place_of_the_own_post(catalog: Catalog) -> None:
    kasdim = who("Pabung", "Mayor Kav", "Pabung Kodim 0305/Pasaman", "Kodim 0305/Pasaman", represents="Dandim")
    ids = ordered(meeting(kasdim, *LIST), "protocol", catalog, POLRES)
    assert ids.index("Pabung") > ids.index("Camat")
    assert ids.index("Pabung") < ids.index("Kasat")


def test_equal_ranks_and_people_without_rank_keep_their_order(catalog: Catalog) -> None:
    people = (who("a", "AKP"), who("b"), who("c", "AKP"), who("d", "Iptu"), who("e", "AKP"), who("f"))
    assert ordered(meeting(*people), "protocol", catalog, POLRES) == ("a", "b", "c", "e", "d", "f")


def test_civil_ranks_compare_only_among_themselves(catalog: Catalog) -> None:
    people = (who("penata", "Penata Tk. I"), who("ipda", "Ipda"), who("pembina", "Pembina"), who("akp", "AKP"))
    assert ordered(meeting(*people), "protocol", catalog, POLRES) == ("pembina", "akp", "penata", "ipda")


def test_host_first_puts_the_hosts_people_before_the_guests(catalog: Catalog) -> None:
    ids = ordered(meeting(*LIST), "host_first", catalog, POLRES)
    assert ids == ("Kapolres", "Kasat", "Kanit", "Bupati", "KetuaDPRD", "Camat")


def test_the_organiser_is_the_host_and_its_units_belong_to_it(catalog: Catalog) -> None:
    people = (
        who("tamu", "AKP", "Kasat Lantas", "Polres Pasaman Barat"),
        who("mirip", "AKP", "Kasat Lantas", "Polres Pasaman"),
        who("brimob", "AKP", "Danki", "Satbrimob Polda Sumbar"),
        who("kapolda", "Irjen Pol", "Kapolda Sumbar"),
    )
    ids = ordered(meeting(*people, organiser="Polda Sumbar"), "host_first", catalog, POLRES)
    assert ids == ("kapolda", "brimob", "tamu", "mirip")


@pytest.mark.parametrize(
    ("name", "scope"),
    [("Polres Lahat", "kabupaten-kota"), ("Polda Sumatera Barat", "provinsi"), ("Pemkab Lumajang", "kabupaten-kota"),
     ("Dinas Perhubungan Provinsi Bali", "provinsi"), ("Kodim 0305/Pasaman", "kabupaten-kota"),
     ("Korem 032/Wirabraja", "provinsi")],
)  # fmt: skip
def test_the_office_decides_whose_steps_count(catalog: Catalog, name: str, scope: str) -> None:
    found = scope_of(Office(name=name), catalog)
    assert found is not None
    assert found.scope == scope


def test_going_back_to_the_typed_order_brings_everybody_to_where_they_were_typed(catalog: Catalog) -> None:
    desk = Desk(Bundle(office=POLRES, meeting=meeting(*LIST)))
    assert desk.edit("x", choose_order("protocol", catalog, POLRES))
    late = who("Danramil", "Kapten Inf", "Danramil 05")
    assert desk.edit("x", adding(edits.insert(late), catalog, POLRES))
    assert names(desk.meeting) == "Bupati KetuaDPRD Kapolres Danramil Camat Kasat Kanit"
    assert desk.edit("x", choose_order("typed", catalog, POLRES))
    assert desk.meeting.attendees == (*LIST, late)
    assert desk.meeting.entered == ()


def test_choosing_an_order_is_one_step_and_choosing_it_again_none(catalog: Catalog) -> None:
    desk = Desk(Bundle(office=POLRES, meeting=meeting(*LIST)))
    before = desk.meeting
    assert desk.edit("Urutkan", choose_order("protocol", catalog, POLRES))
    assert not desk.edit("Urutkan", choose_order("protocol", catalog, POLRES))
    desk.undo()
    assert desk.meeting is before


def test_under_the_typed_order_new_people_stay_where_they_were_put(catalog: Catalog) -> None:
    start = meeting(*LIST)
    after = adding(edits.insert(who("Kapolda", "Irjen Pol", "Kapolda")), catalog, POLRES)(start)
    assert names(after).endswith("KetuaDPRD Kapolda")
    assert in_order(catalog, POLRES)(start) is start


def test_a_row_moved_by_hand_stays_behind_the_same_person(catalog: Catalog) -> None:
    chosen = choose_order("protocol", catalog, POLRES)(meeting(*LIST))
    moved = edits.place(["Kanit"], 2)(chosen)
    assert names(moved) == "Bupati KetuaDPRD Kanit Kapolres Camat Kasat"
    assert moved.attendees[2].placed_after == "KetuaDPRD"
    more = adding(edits.insert(who("Wabup", position="Wakil Bupati Pasaman Barat")), catalog, POLRES)(moved)
    assert names(more) == "Bupati Wabup KetuaDPRD Kanit Kapolres Camat Kasat"
    assert names(choose_order("protocol", catalog, POLRES)(more)) == names(more)


def test_a_row_moved_to_the_top_stays_there_until_it_is_let_go(catalog: Catalog) -> None:
    chosen = choose_order("protocol", catalog, POLRES)(meeting(*LIST))
    top = choose_order("protocol", catalog, POLRES)(edits.place(["Kasat"], 0)(chosen))
    assert names(top).startswith("Kasat Bupati")
    again = choose_order("protocol", catalog, POLRES)(edits.release_places()(top))
    assert again.attendees == chosen.attendees


def test_rows_moved_together_keep_together(catalog: Catalog) -> None:
    chosen = choose_order("protocol", catalog, POLRES)(meeting(*LIST))
    moved = edits.place(["Kasat", "Kanit"], 1)(chosen)
    assert names(choose_order("protocol", catalog, POLRES)(moved)) == "Bupati Kasat Kanit KetuaDPRD Kapolres Camat"


def test_when_the_person_before_goes_the_moved_row_keeps_its_place(catalog: Catalog) -> None:
    chosen = choose_order("protocol", catalog, POLRES)(meeting(*LIST))
    moved = edits.place(["Kanit"], 2)(chosen)
    left = edits.remove(Attendee, ["KetuaDPRD"])(moved)
    assert names(choose_order("protocol", catalog, POLRES)(left)) == "Bupati Kanit Kapolres Camat Kasat"


def test_moves_in_the_typed_order_are_typing_and_bind_nobody() -> None:
    moved = edits.place(["Kapolres"], 0)(meeting(*LIST))
    assert moved.attendees[0].name == "Kapolres"
    assert all(a.placed_after is None for a in moved.attendees)


def test_ties_in_a_circle_or_to_nobody_are_passed_over(catalog: Catalog) -> None:
    people = (who("a", "Ipda", placed_after="b"), who("b", "AKP", placed_after="a"), who("c", "AKBP", placed_after="?"))
    assert ordered(meeting(*people), "protocol", catalog, POLRES) == ("c", "b", "a")


def test_nobody_is_lost_or_doubled_whatever_is_tied(catalog: Catalog) -> None:
    people = [who(f"p{n}", ("AKP", "", "Ipda")[n % 3], placed_after=f"p{n * 7 % 50}" if n % 4 == 0 else None)  # type: ignore[arg-type]
              for n in range(50)]  # fmt: skip
    for order in ("protocol", "host_first", "typed"):
        assert sorted(ordered(meeting(*people), order, catalog, POLRES)) == sorted(a.id for a in people)  # type: ignore[arg-type]


def test_the_order_is_saved_and_an_old_file_opens_in_the_typed_order() -> None:
    tied = meeting(replace(LIST[0], placed_after=""))
    kept = Bundle(meeting=replace(tied, people_order="protocol", entered=("Camat",)))
    assert codec.decode(codec.encode(kept)) == kept
    old = codec.decode(b'{"meeting": {"attendees": [{"id": "a", "name": "Budi"}]}}').meeting
    assert (old.people_order, old.entered, old.attendees[0].placed_after) == ("typed", (), None)


def test_a_meeting_begun_from_another_keeps_its_order(catalog: Catalog) -> None:
    former = choose_order("protocol", catalog, POLRES)(meeting(*LIST))
    begun = edits.begin_from(former)
    assert (begun.people_order, begun.entered) == ("protocol", former.entered)
    assert begun.attendees == former.attendees


def test_the_key_of_protocol_agrees_with_the_order_where_ranks_compare(catalog: Catalog) -> None:
    people = [who(f"p{n}", rank) for n, rank in enumerate(("Ipda", "AKBP", "Bripda", "Kompol", "AKP", "AKP"))]
    by_key = tuple(a.id for a in sorted(people, key=protocol_key(catalog, POLRES)))
    assert ordered(meeting(*people), "protocol", catalog, POLRES) == by_key
