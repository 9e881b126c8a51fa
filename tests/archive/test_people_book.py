from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rakor_desktop.archive import Archive
from rakor_desktop.archive.people import Imported
from rakor_desktop.archive.people_journal import LONGEST
from rakor_desktop.archive.schema import APPLICATION_ID, STEPS
from rakor_desktop.domain.meeting import Attendee, Held, Meeting
from rakor_desktop.domain.people import Person, PostHeld, RankHeld
from rakor_desktop.domain.remembering import merged
from rakor_desktop.errors import ArchiveError

MARCH, MAY = date(2026, 3, 12), date(2026, 5, 2)
AGUNG = Attendee(
    id="a1",
    rank="AKBP",
    name="Agung Tribawanto",
    position="Kapolres Pasaman Barat",
    institution="Polres Pasaman Barat",
)


def met(meeting_id: str, day: date | None, *attendees: Attendee) -> Meeting:
    return Meeting(id=meeting_id, held=Held(date=day), attendees=attendees)


def names(people: Iterable[Person]) -> list[str]:
    return [person.name for person in people]


# Learning


def test_a_name_typed_letter_by_letter_stays_one_person_with_one_id(archive: Archive) -> None:
    ids = {
        archive.remember_people(met("m", MARCH, replace(AGUNG, name=AGUNG.name[:end]))).get("a1")
        for end in range(2, len(AGUNG.name) + 1)
    }
    assert len(ids) == 1
    (person,) = archive.people()
    assert (person.name, person.aliases, person.id) == ("Agung Tribawanto", (), ids.pop())


def test_one_letter_is_no_name_yet(archive: Archive) -> None:
    assert archive.remember_people(met("m", MARCH, replace(AGUNG, name="A."))) == {}
    assert archive.people() == ()


def test_remembering_the_same_meeting_again_changes_nothing(archive: Archive) -> None:
    first = archive.remember_people(met("m", MARCH, AGUNG))
    before = archive.people()
    assert archive.remember_people(met("m", MARCH, AGUNG)) == first
    assert archive.people() == before


def test_passing_through_the_name_of_somebody_known_leaves_him_as_he_was(archive: Archive) -> None:
    archive.save_person(Person(id="budi", rank="Iptu", name="Budi", last_seen=date(2026, 1, 1)))
    row = replace(AGUNG, name="Budi")
    archive.remember_people(met("m", MARCH, row))
    assert archive.people()[0].rank == "AKBP"
    archive.remember_people(met("m", MARCH, replace(row, name="Budi Hartono")))
    assert [(person.name, person.rank) for person in archive.people()] == [("Budi", "Iptu"), ("Budi Hartono", "AKBP")]


def test_a_name_that_was_mended_after_the_person_got_a_phone_number_is_still_the_same_person(archive: Archive) -> None:
    archive.remember_people(met("m", MARCH, replace(AGUNG, name="Agung Tribawnto")))
    (person,) = archive.people()
    archive.save_person(replace(person, phone="0812"))
    archive.remember_people(met("m", MARCH, AGUNG))
    (mended,) = archive.people()
    assert (mended.id, mended.name, mended.phone) == (person.id, "Agung Tribawanto", "0812")


def test_a_row_that_was_deleted_or_was_absent_after_all_leaves_no_trace(archive: Archive) -> None:
    other = replace(AGUNG, id="a2", name="Budi Santoso")
    archive.remember_people(met("m", MARCH, AGUNG, other))
    archive.remember_people(met("m", MARCH, replace(AGUNG, presence="absent")))
    assert archive.people() == ()


def test_of_two_rows_of_one_person_the_other_keeps_its_person_when_one_is_renamed(archive: Archive) -> None:
    twin = replace(AGUNG, id="a2")
    first = archive.remember_people(met("m", MARCH, AGUNG, twin))
    assert first["a1"] == first["a2"]
    after = archive.remember_people(met("m", MARCH, replace(AGUNG, name="Agung Wibowo"), twin))
    assert after["a2"] == first["a2"] != after["a1"]
    assert names(archive.people()) == ["Agung Tribawanto", "Agung Wibowo"]


def test_whoever_was_removed_by_hand_comes_back_only_with_another_meeting(archive: Archive) -> None:
    archive.remember_people(met("m", MARCH, AGUNG))
    archive.remove_person(archive.people()[0].id)
    assert archive.remember_people(met("m", MARCH, AGUNG)) == {}
    assert archive.people() == ()
    archive.remember_people(met("n", MAY, AGUNG))
    assert names(archive.people()) == ["Agung Tribawanto"]


def test_rank_and_post_become_history(archive: Archive) -> None:
    archive.remember_people(met("m", MARCH, AGUNG))
    archive.remember_people(met("n", MAY, replace(AGUNG, rank="Kombes Pol", position="Dirlantas", person_id="")))
    (person,) = archive.people()
    assert person.ranks == (RankHeld("AKBP", MARCH), RankHeld("Kombes Pol", MAY))
    assert [post.since for post in person.posts] == [MARCH, MAY]
    assert person.post.position == "Dirlantas"


def test_an_id_in_a_row_counts_until_the_row_is_overwritten_with_quite_another_name(archive: Archive) -> None:
    learnt = archive.remember_people(met("m", MARCH, AGUNG))
    moved = replace(AGUNG, person_id=learnt["a1"], institution="Polda Sumbar", name="Agung T.")
    assert archive.remember_people(met("n", MAY, moved)) == learnt
    stranger = replace(moved, name="Xaverius Wanggai")
    assert archive.remember_people(met("o", MAY, stranger))["a1"] != learnt["a1"]


def test_a_meeting_finds_a_person_by_alias_and_keeps_the_chosen_name(archive: Archive) -> None:
    archive.save_person(Person(id="l", name="Listyo Sigit", aliases=("Listrik Sigit",)))
    archive.remember_people(met("m", MARCH, Attendee(id="x", name="LISTRIK  sigit", rank="Jenderal Pol")))
    (person,) = archive.people()
    assert (person.name, person.rank, person.aliases) == ("Listyo Sigit", "Jenderal Pol", ("Listrik Sigit",))


def test_learning_is_fast_in_a_large_book(archive: Archive) -> None:
    archive.save_people([Person(id=f"p{n}", name=f"Orang{n} Ke{n % 977}") for n in range(50_000)])
    rows = [Attendee(id=f"a{n}", name=f"Orang{n * 7} Ke{n * 7 % 977}", rank="AKP") for n in range(100)]
    start = time.perf_counter()
    learnt = archive.remember_people(met("m", MARCH, *rows))
    took = time.perf_counter() - start
    assert learnt == {f"a{n}": f"p{n * 7}" for n in range(100)}
    assert took < 1
    start = time.perf_counter()
    assert names(archive.search_people("orang700 ke7", 3)) == ["Orang700 Ke700"]
    assert len(archive.search_people("or", 20)) == 20
    assert time.perf_counter() - start < 2


# Changing by hand


@pytest.fixture
def pair(archive: Archive) -> tuple[Person, Person]:
    kept = Person(
        id="k",
        rank="AKBP",
        name="Listyo Sigit",
        posts=(PostHeld("Kapolres", "Polres Lahat", date(2024, 1, 1)),),
        ranks=(RankHeld("AKBP", date(2024, 1, 1)),),
        phone="0812",
        last_seen=MARCH,
    )
    other = Person(
        id="o",
        rank="Kombes Pol",
        name="Listrik Sigit",
        service_no="79081234",
        posts=(
            PostHeld("Wakapolres", "Polres Lahat", date(2022, 1, 1)),
            PostHeld("Dirlantas", "Polda Sumsel", MAY),
        ),
        ranks=(RankHeld("Kombes Pol", MAY),),
        last_seen=MAY,
    )
    archive.save_people([kept, other])
    return kept, other


def test_merging_keeps_one_with_the_newest_facts_and_the_history_of_both(
    archive: Archive, pair: tuple[Person, Person]
) -> None:
    person = archive.merge_people("k", ["o"])
    assert archive.people() == (person,)
    assert (person.id, person.name, person.aliases) == ("k", "Listyo Sigit", ("Listrik Sigit",))
    assert (person.rank, person.service_no, person.phone, person.last_seen) == ("Kombes Pol", "79081234", "0812", MAY)
    assert [post.position for post in person.posts] == ["Wakapolres", "Kapolres", "Dirlantas"]
    assert [held.rank for held in person.ranks] == ["AKBP", "Kombes Pol"]


def test_the_id_of_a_merged_person_leads_to_the_kept_one_for_ever(
    archive: Archive, pair: tuple[Person, Person]
) -> None:
    archive.merge_people("k", ["o"])
    archive.save_person(Person(id="z", name="Jenderal Listyo Sigit"))
    final = archive.merge_people("z", ["o", "k", "z"])
    assert archive.person("o") == archive.person("k") == archive.person("z") == final
    archive.save_person(replace(pair[1], phone="0899"))
    assert names(archive.people()) == ["Listrik Sigit"], "a stale copy of a merged person makes no second one"
    row = Attendee(id="a", name="Listrik Sigit", person_id="o")
    assert archive.remember_people(met("m", MAY, row)) == {"a": "z"}


def test_merging_with_nobody_else_changes_nothing_and_a_stranger_is_told(
    archive: Archive, pair: tuple[Person, Person]
) -> None:
    assert archive.merge_people("k", ["k"]) == pair[0]
    with pytest.raises(ArchiveError, match="tidak ada lagi"):
        archive.merge_people("k", ["tidak-ada"])
    assert set(archive.people()) == set(pair)


def test_every_change_by_hand_can_be_taken_back_the_last_one_first(
    archive: Archive, pair: tuple[Person, Person]
) -> None:
    start = archive.people()
    archive.merge_people("k", ["o"])
    archive.retire_person("k", True)
    archive.remove_person("k")
    assert archive.undo_people_label() == "Hapus Listyo Sigit"
    assert archive.undo_people() == "Hapus Listyo Sigit"
    assert archive.undo_people() == "Nonaktifkan Listyo Sigit"
    assert archive.undo_people() == "Gabungkan Listyo Sigit dan Listrik Sigit"
    assert archive.people() == start
    assert archive.person("o") == pair[1]
    assert archive.undo_people() == "Tambah Listyo Sigit dan Listrik Sigit"
    assert archive.people() == ()
    assert archive.undo_people() == archive.undo_people_label() == ""


def test_undo_survives_closing_the_program(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "arsip.db") as archive:
        archive.save_person(Person(id="k", name="Listyo"))
        archive.retire_person("k", True)
    with Archive.open(tmp_path / "arsip.db") as archive:
        assert archive.undo_people() == "Nonaktifkan Listyo"
        assert names(archive.people()) == ["Listyo"]


def test_undo_keeps_what_was_learnt_from_a_meeting_since(archive: Archive) -> None:
    learnt = archive.remember_people(met("m", MARCH, AGUNG))
    person = archive.person(learnt["a1"])
    assert person is not None
    archive.save_person(replace(person, phone="0812"))
    archive.remember_people(met("n", MAY, replace(AGUNG, rank="Kombes Pol")))
    assert archive.undo_people() == "Ubah Agung Tribawanto"
    (now,) = archive.people()
    assert (now.phone, now.rank, now.last_seen) == ("", "Kombes Pol", MAY)


def test_saving_what_is_already_there_is_no_undo_step(archive: Archive) -> None:
    archive.save_person(Person(id="k", name="Listyo"))
    archive.save_person(Person(id="k", name="Listyo"))
    assert archive.undo_people() == "Tambah Listyo"
    assert archive.undo_people() == ""


def test_only_so_many_changes_are_kept(archive: Archive) -> None:
    for number in range(LONGEST + 10):
        archive.save_person(Person(id="k", name=f"Nama {number}"))
    undone = 0
    while archive.undo_people():
        undone += 1
    assert undone == LONGEST
    assert names(archive.people()) == ["Nama 9"]


def test_retired_people_are_listed_only_when_asked_for(archive: Archive, pair: tuple[Person, Person]) -> None:
    archive.retire_person("o", True)
    assert names(archive.people()) == ["Listyo Sigit"]
    assert names(archive.people(retired=True)) == ["Listrik Sigit", "Listyo Sigit"]
    assert names(archive.search_people("sigit")) == ["Listyo Sigit"]
    assert names(archive.search_people("sigit", retired=True)) == ["Listyo Sigit", "Listrik Sigit"]
    assert not archive.retire_person("o", False).retired


def test_removing_somebody_who_is_not_there_is_no_change(archive: Archive) -> None:
    archive.remove_person("tidak-ada")
    assert archive.undo_people() == ""
    assert archive.person("tidak-ada") is None


# Searching and importing


def test_search_puts_names_before_posts_and_knows_numbers(archive: Archive) -> None:
    archive.save_people(
        [
            Person(id="1", name="Lahat Simanjuntak"),
            Person(id="2", name="Agung", posts=(PostHeld("Kapolres Lahat", "Polres Lahat"),)),
            Person(id="3", name="Budi", aliases=("Si Lahat",), rank="AKBP", service_no="1979 0812"),
            Person(id="4", name='Tanda "kutip" \\ É', phone="0812%"),
        ]
    )
    assert names(archive.search_people("lahat")) == ["Lahat Simanjuntak", "Budi", "Agung"]
    assert names(archive.search_people("kapolres lah")) == ["Agung"]
    assert names(archive.search_people("19790812")) == ["Budi"]
    assert names(archive.search_people('"kutip" \\')) == ['Tanda "kutip" \\ É']
    assert names(archive.search_people("é kutip")) == ['Tanda "kutip" \\ É']
    assert names(archive.search_people("la%")) == []
    assert archive.search_people("  ") == ()


def test_importing_updates_whom_the_book_knows_and_is_one_undo_step(archive: Archive) -> None:
    archive.save_people(
        [
            Person(id="1", rank="Iptu", name="Agung", service_no="7908 1234", phone="0812", last_seen=MARCH),
            Person(id="2", name="Budi", posts=(PostHeld("Kabid", "Dinas PUPR"),)),
        ]
    )
    before = archive.people()
    done = archive.import_people(
        [
            Person(id="x", rank="AKP", name="Agung", service_no="79081234", posts=(PostHeld("Kasat", "Polres"),)),
            Person(id="y", name="BUDI", posts=(PostHeld("Kabid", "Dinas PUPR"),)),
            Person(id="z", name="Budi", posts=(PostHeld("Komisioner", "KPU"),)),
        ]
    )
    assert done == Imported(added=1, updated=2, unchanged=0)
    agung = archive.person("1")
    assert agung is not None
    assert (agung.rank, agung.phone, agung.ranks) == ("AKP", "0812", (RankHeld("Iptu"), RankHeld("AKP")))
    assert archive.import_people([replace(agung, id="neu")]) == Imported(unchanged=1)
    assert archive.undo_people() == "Impor buku orang"
    assert archive.people() == before


def test_an_older_list_only_fills_gaps(archive: Archive) -> None:
    archive.save_person(Person(id="1", rank="AKP", name="Agung", last_seen=MAY))
    archive.import_people([Person(rank="Iptu", name="Agung", phone="0812", last_seen=MARCH)])
    (person,) = archive.people()
    assert (person.rank, person.phone, person.last_seen) == ("AKP", "0812", MAY)


def test_of_two_equal_posts_the_dated_one_tells(archive: Archive) -> None:
    one = Person(id="1", name="A", posts=(PostHeld("Camat", "X"),), last_seen=MARCH)
    two = Person(id="2", name="A", posts=(PostHeld("Camat", "X", MARCH), PostHeld("Kadis", "X", MAY)), last_seen=MAY)
    assert merged(one, (two,)).posts == two.posts


# Old and broken archives


def test_a_book_of_the_first_schema_is_read_and_found_by_name_and_number(tmp_path: Path) -> None:
    path = tmp_path / "arsip.db"
    old = '{"id":"p1","rank":"Iptu","name":"Agung","service_no":"7908 1234","posts":[],"last_seen":"2026-03-12"}'
    db = sqlite3.connect(path)
    db.executescript(STEPS[0])
    db.execute("INSERT INTO person VALUES ('p1', 'agung', ?), ('p2', 'rusak', '{')", (old,))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.execute("DELETE FROM person WHERE id = 'p2'")
    db.commit()
    db.close()
    with Archive.open(path) as archive:
        assert archive.people() == (
            Person(id="p1", rank="Iptu", name="Agung", service_no="7908 1234", last_seen=MARCH),
        )
        rows = (Attendee(id="a", name="agung"), Attendee(id="b", name="A. Tri", service_no="79081234"))
        assert set(archive.remember_people(met("m", MAY, *rows)).values()) == {"p1"}


def test_people_saved_out_of_a_broken_archive_are_found_by_name_and_by_merged_id(tmp_path: Path) -> None:
    path = tmp_path / "arsip.db"
    with Archive.open(path) as archive:
        archive.save_people([Person(id="k", name="Agung", service_no="1979"), Person(id="o", name="Agng")])
        archive.merge_people("k", ["o"])
    Archive.recover(path, tmp_path / "cadangan")
    with Archive.open(path) as archive:
        assert archive.person("o") == archive.person("k")
        assert archive.remember_people(met("m", MAY, Attendee(id="a", name="agng"))) == {"a": "k"}
