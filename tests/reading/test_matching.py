from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.reading.matching.index import PeopleIndex
from rakor_desktop.reading.matching.likeness import name_likeness
from rakor_desktop.reading.values import PersonRead

SEEN = date(2026, 3, 12)


def known(name: str, rank: str = "", position: str = "", house: str = "", **fields: object) -> Person:
    """A person of the book, seen in March."""
    posts = (PostHeld(position, house),) if position or house else ()
    facts: dict[str, object] = {"id": name, "last_seen": SEEN} | fields
    return Person(name=name, rank=rank, posts=posts, **facts)  # type: ignore[arg-type]


LISTYO = known("Listyo Sigit Prabowo", "Jenderal Pol", "Kapolri", "Polri")
AGUNG = known("Agung Tribawanto", "AKBP", "Kapolres Pasaman Barat", "Polres Pasaman Barat", service_no="79081234")
BUDI = known("Budi Santoso", "Iptu", "Kasat Lantas", "Polres Lahat")
IQBAL = known("Muhammad Iqbal", "Kompol", "Kabag Ops", "Polres Lahat")
CAMAT = known("Siti Rahmawati", "", "Camat Pasaman", "Kecamatan Pasaman")
BOOK = (LISTYO, AGUNG, BUDI, IQBAL, CAMAT)


@pytest.fixture(scope="module")
def index(catalog: Catalog) -> PeopleIndex:
    return PeopleIndex(BOOK, catalog.ranks)


def seen(name: str, rank: str = "", position: str = "", house: str = "", number: str = "") -> PersonRead:
    return PersonRead(name=name, rank=rank, position=position, institution=house, service_no=number)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Listrik Sigit Prabowo", "Listyo Sigit Prabowo"),
        ("sigit prabowo listyo", "Listyo Sigit Prabowo"),
        ("M. Iqbal", "Muhammad Iqbal"),
        ("Moh Iqbal", "Muhammad Iqbal"),
        ("Mochamad Ikbal", "Muhammad Iqbal"),
        ("Agung T", "Agung Tribawanto"),
        ("Agung Tri Bawanto", "Agung Tribawanto"),
        ("Agng Tribawnto", "Agung Tribawanto"),
        ("Boedi Santoso", "Budi Santoso"),
        ("Budi Hartono Santoso", "Budi Santoso"),
        ("Siti Rachmawati", "Siti Rahmawati"),
        ("SitiRahmawati", "Siti Rahmawati"),
        ("ST. RAHMAWATI", "Siti Rahmawati"),
    ],
)
def test_a_name_is_recognised_however_it_was_shortened_or_misspelt(
    index: PeopleIndex, typed: str, written: str
) -> None:
    found = index.best(typed)
    assert found is not None
    assert found[0].name == written


def test_nobody_is_found_in_an_empty_book_nor_for_an_empty_name(index: PeopleIndex, catalog: Catalog) -> None:
    assert PeopleIndex((), catalog.ranks).best("Agung") is None
    assert PeopleIndex((), catalog.ranks).match(seen("Agung")) is None
    assert index.best(" .,- ") is None
    assert index.match(seen("")) is None
    assert index.best("Xqzwv") is None


@given(one=st.text(max_size=20), other=st.text(max_size=20))
def test_likeness_is_between_nothing_and_all_and_a_name_is_most_like_itself(one: str, other: str) -> None:
    assert 0 <= name_likeness(one, other) <= 100
    assert name_likeness(one, one) in (0, 100)


letters = st.text("abegiknorstuy", min_size=3, max_size=8)


written_names = st.lists(letters, min_size=1, max_size=3).map(" ".join)


@given(book=st.lists(written_names, min_size=1, max_size=30), data=st.data())
def test_leaving_names_out_never_loses_a_likeness_worth_asking_about(
    catalog: Catalog, book: list[str], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(book))
    place = data.draw(st.integers(0, len(name) - 1))
    typed = name[:place] + data.draw(st.sampled_from(("", "a", "nn"))) + name[place + 1 :]
    best = max(name_likeness(typed, written) for written in book)
    found = PeopleIndex([known(written) for written in book], catalog.ranks).best(typed)
    if best >= 86:
        assert found is not None
        assert found[1] == pytest.approx(best)


def test_a_person_as_known_is_the_same_and_nothing_is_said(index: PeopleIndex) -> None:
    found = index.match(seen("AGUNG TRIBAWANTO", "AKBP", "Kapolres Pasaman Barat"))
    assert found is not None
    assert (found.person, found.kind, found.sentence) == (AGUNG, "same", "")


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        (
            seen("Budi Santoso", "AKP", "Kasat Lantas", "Polres Lahat"),
            "Kenaikan pangkat? Terakhir tercatat Iptu (12 Maret 2026).",
        ),
        (
            seen("Budi Santoso", "Ipda", "Kasat Lantas", "Polres Lahat"),
            "Pangkat berbeda. Terakhir tercatat Iptu (12 Maret 2026).",
        ),
        (
            seen("Budi Santoso", "Iptu", "Kasat Intelkam", "Polres Lahat"),
            "Mutasi? Terakhir tercatat Kasat Lantas Polres Lahat (12 Maret 2026).",
        ),
        (
            seen("Budi Santoso", "Iptu", "Kasat Lantas", "Polres Kutai Barat"),
            "Mutasi? Terakhir tercatat Kasat Lantas Polres Lahat (12 Maret 2026).",
        ),
        (
            seen("Budi Santoso", "Kompol", "Kabag Ops", "Polres Muara Enim"),
            "Kenaikan pangkat dan mutasi? Terakhir tercatat Iptu, Kasat Lantas Polres Lahat (12 Maret 2026).",
        ),
        (
            seen("Budi Santoso", "Iptu (Purn.)", "", ""),
            "Purnawirawan? Terakhir tercatat Iptu (12 Maret 2026).",
        ),
    ],
)
def test_a_new_rank_or_post_is_asked_about(index: PeopleIndex, who: PersonRead, sentence: str) -> None:
    found = index.match(who)
    assert found is not None
    assert (found.person, found.kind, found.sentence) == (BUDI, "changed", sentence)


@pytest.mark.parametrize(
    "who",
    [
        seen("Agung Tribawanto"),
        seen("Agung Tribawanto", "akbp."),
        seen("Agung Tribawanto", "AKBP", "Plt. Kapolres Pasaman Barat", "Polres Pasaman Barat"),
        seen("Agung Tribawanto", "", "Kapolres", "Polres Pasaman Barat"),
    ],
)
def test_what_is_left_out_or_only_written_otherwise_is_no_change(index: PeopleIndex, who: PersonRead) -> None:
    found = index.match(who)
    assert found is not None
    assert (found.person, found.kind) == (AGUNG, "same")


def test_a_deputy_is_not_the_head(index: PeopleIndex) -> None:
    found = index.match(seen("Agung Tribawanto", "AKBP", "Wakapolres Pasaman Barat", "Polres Pasaman Barat"))
    assert found is not None
    assert found.kind == "changed"


def test_a_corps_that_was_left_out_is_no_other_rank(catalog: Catalog) -> None:
    index = PeopleIndex([known("Toni Oki Priyono", "Letkol Inf")], catalog.ranks)
    found = index.match(seen("Toni Oki Priyono", "Letkol"))
    assert found is not None
    assert found.kind == "same"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Listrik Sigit Prabowo", "Maksud Anda Listyo Sigit Prabowo?"),
        ("Agung Tribawnto", "Maksud Anda Agung Tribawanto?"),
        ("Agung T.", "Maksud Anda Agung Tribawanto?"),
        ("Budi Santosa", "Maksud Anda Budi Santoso?"),
    ],
)
def test_a_near_miss_is_asked_about(index: PeopleIndex, typed: str, sentence: str) -> None:
    found = index.match(seen(typed))
    assert found is not None
    assert (found.kind, found.sentence) == ("near", sentence)
    assert found.score < 100


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Budi", "Rudi"),
        ("Budi Santoso", "Rudi Santoso"),
        ("Dedi Kurniawan", "Deni Kurniawan"),
        ("Sri Wahyuni", "Tri Wahyuni"),
        ("Agus Suwarno", "Agus Suwandi"),
        ("Agung Tribawanto", "Agung"),
        ("Muhammad Iqbal", "Iqbal"),
        ("Andi", "Andri"),
        ("Hari Yanto", "Heri Yanto"),
        ("Muhammad Iqbal", "Muhammad Ilham"),
        ("A. Rahman", "B. Rahman"),
    ],
)
def test_two_different_names_are_never_asked_about(catalog: Catalog, written: str, typed: str) -> None:
    index = PeopleIndex([known(written)], catalog.ranks)
    assert index.match(seen(typed)) is None


def test_a_slip_is_asked_about_more_readily_within_one_house_than_across_two(catalog: Catalog) -> None:
    index = PeopleIndex([known("Hendra Gunawan", house="Polres Lahat")], catalog.ranks)
    assert index.match(seen("Hendri Gunawan", house="Polres Lahat")) is not None
    assert index.match(seen("Hendri Gunawan", house="Dinas PUPR")) is None


def test_who_is_as_like_to_one_as_to_another_is_asked_about_neither_unless_the_house_tells(catalog: Catalog) -> None:
    people = [known("Muhammad Iqbal", house="Polres Lahat"), known("Mulyadi Iqbal", house="KPU Lahat")]
    index = PeopleIndex(people, catalog.ranks)
    near = index.match(seen("M. Iqbal", house="KPU Lahat"))
    assert near is not None
    assert near.person.name == "Mulyadi Iqbal"
    index = PeopleIndex([known("Mulyono Iqbal"), known("Mulyadi Iqbal")], catalog.ranks)
    assert index.match(seen("M. Iqbal")) is None


def test_a_service_number_decides_before_the_name(index: PeopleIndex) -> None:
    found = index.match(seen("Agung Tri B", "AKBP", number="7908 1234"))
    assert found is not None
    assert (found.person, found.kind) == (AGUNG, "same")


def test_a_service_number_with_another_name_is_doubted_not_believed(index: PeopleIndex) -> None:
    found = index.match(seen("Siti Rahmawati", number="79081234"))
    assert found is not None
    assert (found.person, found.kind) == (AGUNG, "near")
    assert found.sentence == "NRP/NIP ini tercatat atas nama AKBP Agung Tribawanto. Periksa nomor atau namanya."


def test_another_service_number_is_another_person_of_the_same_name(index: PeopleIndex) -> None:
    assert index.match(seen("Agung Tribawanto", number="80010001")) is None


def test_the_same_name_in_another_service_is_asked_about(index: PeopleIndex) -> None:
    found = index.match(seen("Budi Santoso", "Letkol Inf", "Dandim 0405/Lahat", "Kodim 0405/Lahat"))
    assert found is not None
    assert (found.kind, found.sentence) == (
        "near",
        "Namanya sama dengan Iptu Budi Santoso, Kasat Lantas Polres Lahat. Orang yang sama?",
    )


def test_one_word_is_no_name_to_know_somebody_by_in_another_house(catalog: Catalog) -> None:
    index = PeopleIndex([known("Budi", house="Dinas PUPR")], catalog.ranks)
    assert index.match(seen("Budi", house="KPU Lahat")) is None
    assert index.match(seen("Budi", house="Dinas PUPR")) is not None


def test_the_id_in_the_row_decides_until_the_row_is_overwritten_with_another_name(index: PeopleIndex) -> None:
    row = Attendee(id="1", person_id=AGUNG.id, name="Agung Tri", rank="AKBP")
    found = index.match(row)
    assert found is not None
    assert (found.person, found.kind) == (AGUNG, "same")
    assert index.match(replace(row, name="Xaverius Wanggai")) is None


def test_an_alias_is_a_name_too(catalog: Catalog) -> None:
    index = PeopleIndex([replace(LISTYO, aliases=("Listrik Sigit",))], catalog.ranks)
    found = index.match(seen("listrik sigit"))
    assert found is not None
    assert found.kind == "same"
    assert [person.name for person in index.completions("listri")] == ["Listyo Sigit Prabowo"]


def test_people_no_longer_active_come_last(catalog: Catalog) -> None:
    old = known("Budi Santoso", house="Polres Lahat", id="lama", retired=True)
    new = known("Budi Santoso", house="Polres Lahat", id="baru", last_seen=date(2020, 1, 1))
    index = PeopleIndex([old, new], catalog.ranks)
    found = index.match(seen("Budi Santoso", house="Polres Lahat"))
    assert found is not None
    assert found.person.id == "baru"
    assert [person.id for person in index.completions("bud")] == ["baru", "lama"]


def test_completion_finds_any_word_of_a_name_the_one_seen_last_first(catalog: Catalog) -> None:
    people = [
        known("Agung Wibowo", last_seen=date(2026, 1, 1)),
        known("Rahmat Agus", last_seen=date(2026, 5, 1)),
        known("Bambang Prasetyo", last_seen=date(2026, 9, 1)),
    ]
    index = PeopleIndex(people, catalog.ranks)
    assert [person.name for person in index.completions("ag")] == ["Rahmat Agus", "Agung Wibowo"]
    assert [person.name for person in index.completions("ag", limit=1)] == ["Rahmat Agus"]
    assert [person.name for person in index.completions("agung w")] == ["Agung Wibowo"]
    assert [person.name for person in index.completions("rase")] == ["Bambang Prasetyo"]
    assert index.completions("") == ()
    assert index.completions("zz") == ()


@given(book=st.lists(written_names, min_size=1, max_size=60), typed=st.text("abegiknor", min_size=1, max_size=2))
def test_completion_proposes_the_first_of_all_who_answer(catalog: Catalog, book: list[str], typed: str) -> None:
    people = [known(name, id=str(n), last_seen=date.fromordinal(740_000 - n)) for n, name in enumerate(book)]
    answering = [one for one in people if any(word.startswith(typed) for word in one.name.split())]
    assert PeopleIndex(people, catalog.ranks).completions(typed, 2)[:2] == tuple(answering[:2])


def test_the_beginning_of_the_whole_name_comes_before_words_elsewhere(catalog: Catalog) -> None:
    people = [known("Tri Agung Setiawan", last_seen=date(2026, 9, 1)), known("Agung Setiawan")]
    index = PeopleIndex(people, catalog.ranks)
    assert index.completions("agung set")[0].name == "Agung Setiawan"


def test_a_rank_typed_before_the_name_brings_people_of_that_rank_first(catalog: Catalog) -> None:
    people = [known("Agung Wibowo", "Iptu", last_seen=date(2026, 9, 1)), known("Agung Tribawanto", "AKBP")]
    index = PeopleIndex(people, catalog.ranks)
    assert [person.name for person in index.completions("akbp ag")] == ["Agung Tribawanto", "Agung Wibowo"]


def test_a_large_book_is_searched_as_it_is_typed(catalog: Catalog) -> None:
    people = [
        known(f"Agus{number % 700} Putra{number % 911} Wijaya{number}", id=str(number)) for number in range(20_000)
    ]
    index = PeopleIndex(people, catalog.ranks)
    assert len(index.completions("a", 8)) == 8
    start = time.perf_counter()
    for typed in ("a", "ag", "agus1", "agus1 p", "wij", "wijaya1999", "xx"):
        index.completions(typed, 8)
    assert time.perf_counter() - start < 1.0
    found = index.best("Agus12 Putra5 Wijaya1999")
    assert found is not None
    assert found[1] > 60
