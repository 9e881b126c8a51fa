from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from archive_samples import bundle

from rakor_desktop.archive import Archive
from rakor_desktop.domain.edits import new_id
from rakor_desktop.domain.meeting import Attendee, Held, Meeting
from rakor_desktop.domain.office import Letterhead, Office
from rakor_desktop.domain.people import PostHeld
from rakor_desktop.errors import ArchiveError

AGUNG = bundle().meeting.attendees[0]


def met(day: date | None, *attendees: Attendee) -> Meeting:
    return Meeting(id=new_id(), held=Held(date=day), attendees=attendees)


def test_the_first_office_becomes_the_default_until_another_one_is_chosen(archive: Archive) -> None:
    assert archive.default_office() is None
    polres, kodim = Office(id="polres", name="Polres"), Office(id="kodim", kind="army", name="Kodim")
    archive.save_office(polres)
    archive.save_office(kodim)
    assert archive.default_office() == polres
    archive.save_office(kodim, default=True)
    assert archive.offices() == (kodim, polres)
    archive.save_office(replace(polres, city="Simpang Empat"))
    assert archive.default_office() == kodim
    assert archive.office("polres").city == "Simpang Empat"


def test_an_office_that_is_not_there_is_told(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="Profil satker"):
        archive.office("tidak-ada")


def test_the_people_book_remembers_who_came(archive: Archive) -> None:
    learnt = archive.remember_people(met(date(2024, 8, 15), AGUNG, Attendee(id="x", name="", position="Kabag Ops")))
    (person,) = archive.people()
    assert learnt == {"a1": person.id}
    assert (person.rank, person.name, person.service_no, person.last_seen) == (
        "AKBP",
        "Agung Tribawanto",
        "79081234",
        date(2024, 8, 15),
    )
    assert person.posts == (PostHeld("Kapolres Pasaman Barat", "Polres Pasaman Barat", date(2024, 8, 15)),)


def test_an_absent_person_is_not_learnt(archive: Archive) -> None:
    assert archive.remember_people(met(date(2024, 8, 15), replace(AGUNG, presence="absent"))) == {}
    assert archive.people() == ()


def test_a_promotion_and_a_new_post_are_added_to_the_same_person(archive: Archive) -> None:
    archive.remember_people(met(date(2024, 8, 15), AGUNG))
    risen = replace(AGUNG, id="b", rank="Kombes Pol", position="Dirlantas", institution="Polda Sumbar")
    archive.remember_people(met(date(2025, 3, 1), risen))
    (person,) = archive.people()
    assert person.rank == "Kombes Pol"
    assert [post.position for post in person.posts] == ["Kapolres Pasaman Barat", "Dirlantas"]


def test_an_older_meeting_typed_later_does_not_take_a_rank_back(archive: Archive) -> None:
    archive.remember_people(met(date(2025, 3, 1), replace(AGUNG, rank="Kombes Pol")))
    archive.remember_people(met(date(2024, 8, 15), AGUNG))
    archive.remember_people(met(None, replace(AGUNG, rank="Kompol")))
    (person,) = archive.people()
    assert person.rank == "Kombes Pol"


def test_two_people_of_one_name_in_two_institutions_stay_two(archive: Archive) -> None:
    one = Attendee(id="1", name="Budi Santoso", institution="Dinas PUPR")
    other = Attendee(id="2", name="budi  santoso", institution="KPU Lahat")
    archive.remember_people(met(date(2024, 8, 15), one, other, replace(one, id="3")))
    assert len(archive.people()) == 2


def test_a_service_number_tells_people_of_one_name_and_house_apart(archive: Archive) -> None:
    archive.remember_people(met(date(2024, 8, 15), AGUNG, replace(AGUNG, id="2", service_no="80010001")))
    assert len(archive.people()) == 2


def test_a_photo_lies_once_and_comes_back_by_its_hash(archive: Archive) -> None:
    first, second = archive.put_photo(b"gambar"), archive.put_photo(b"gambar")
    assert first == second
    assert archive.photo(first) == b"gambar"
    assert len(list((archive.path.parent / "foto").glob("??/*"))) == 1


@pytest.mark.parametrize("content_hash", ["", "0" * 64, "../../arsip.db", "A" * 64, "0" * 63 + "/"])
def test_a_hash_that_names_no_photo_gives_none(archive: Archive, content_hash: str) -> None:
    assert archive.photo(content_hash) is None


def test_a_photo_that_rotted_on_disk_is_not_handed_out_but_can_be_put_again(archive: Archive) -> None:
    content_hash = archive.put_photo(b"gambar")
    file = next((archive.path.parent / "foto").glob("??/*.jpg"))
    file.write_bytes(b"gambaR")
    assert archive.photo(content_hash) is None
    archive.put_photo(b"gambar")
    assert archive.photo(content_hash) == b"gambar"


def test_only_photos_unused_for_long_are_swept(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import timedelta

    from rakor_desktop.domain.meeting import Photo

    used, loose, emblem = (archive.put_photo(data) for data in (b"dipakai", b"lepas", b"lambang"))
    archive.save_office(Office(id="o", letterhead=Letterhead(emblem=emblem)))
    archive.save(bundle(photos=(Photo(id="p", content_hash=used),)), None)
    assert archive.sweep() == 0
    gone = archive._photos.sweep(timedelta(seconds=-1))
    assert (gone, archive.photo(loose)) == (1, None)
    assert None not in (archive.photo(used), archive.photo(emblem))
    archive.save(bundle(), 1)
    assert archive.sweep() == 0, "undo may still want it"
    assert archive._photos.sweep(timedelta(seconds=-1)) == 1
    assert archive.photo(used) is None


def test_a_photo_of_a_deleted_meeting_stays_until_the_bin_is_emptied(archive: Archive, tmp_path: Path) -> None:
    from datetime import timedelta

    from rakor_desktop.domain.meeting import Photo

    content_hash = archive.put_photo(b"foto")
    archive.save(bundle(photos=(Photo(id="p", content_hash=content_hash),)), None)
    archive.delete("m1")
    assert archive._photos.sweep(timedelta(seconds=-1)) == 0
    archive._meetings.purge(timedelta(seconds=-1))
    assert archive._photos.sweep(timedelta(seconds=-1)) == 1
