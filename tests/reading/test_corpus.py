from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading import sources
from rakor_desktop.reading.reader import Reader
from rakor_desktop.reading.values import Mark, PersonRead, Reading
from tests.reading.gold import HERE, Gold, GoldPerson, case_files, gold_files, load
from tests.reading.score import AIMS, CLOSE_AIMS, Score, joined, score, score_file, unaccounted


@pytest.fixture(scope="module")
def reader(catalog: Catalog) -> Reader:
    return Reader(catalog)


@pytest.mark.parametrize("path", gold_files(), ids=lambda path: path.stem)
def test_everybody_in_an_article_or_a_note_is_read_as_a_person_would_confirm(path: Path, reader: Reader) -> None:
    total = score_file(path, reader)
    assert not total.short_of(CLOSE_AIMS), "\n".join(total.misses)


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_lists_of_every_shape_reach_the_aims(path: Path, reader: Reader) -> None:
    total = score_file(path, reader)
    assert not total.short_of(AIMS), "\n".join(total.misses)


@pytest.mark.parametrize("name", ["polri-satuan", "tni", "pemerintah", "masyarakat"])
def test_one_person_typed_into_the_quick_line_is_read_as_in_a_list(name: str, reader: Reader) -> None:
    total = Score()
    for gold in load(HERE / "cases" / f"{name}.toml"):
        person = reader.person(gold.text)
        people = (person,) if person else ()
        total.add(score(gold, Reading(gold.text, people, marks=(Mark(0, len(gold.text), "name"),))))
    assert not total.short_of(AIMS), "\n".join(total.misses)


def test_all_cases_together_reach_the_aims(reader: Reader) -> None:
    total = Score()
    for path in case_files():
        total.add(score_file(path, reader))
    assert total.people > 750
    assert not total.short_of(AIMS), "\n".join(total.misses)


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: text[: len(text) // 2],
        lambda text: text[len(text) // 3 :],
        lambda text: text.replace(" ", "  ").replace(",", " ,"),
        lambda text: text.replace("\n", "\r\n").replace(" ", "\u00a0"),
        lambda text: text.replace(". ", "."),
        lambda text: "\u200f" + text.replace("(", "").replace(",", ""),
    ],
    ids=["capitals", "small letters", "first half", "last part", "wide", "windows", "glued", "bare"],
)
def test_no_text_however_mangled_leaves_a_character_unaccounted(change: Callable[[str], str], reader: Reader) -> None:
    for path in (*gold_files(), *case_files()):
        for gold in load(path):
            reading = sources.read(sources.from_text(change(gold.text)), reader)
            assert not unaccounted(reading), f"{gold.label}: {reading.source!r}"


def test_every_gold_name_stands_in_its_source() -> None:
    for path in (*gold_files(), *case_files()):
        for gold in load(path):
            text = "".join(char for char in gold.text.casefold() if char.isalnum())
            for person in gold.people:
                bare = "".join(char for char in person.name[0].casefold() if char.isalnum())
                assert bare in text, f"{gold.label}: {person.name[0]}"


GOLD = Gold(
    "satu",
    "AKBP Damar Wicaksana, S.H. Kapolres Sagala",
    (
        GoldPerson(
            ("Damar Wicaksana",), ("AKBP",), back=("S.H.",), post=("Kapolres Sagala",), represents=("Kapolda Rantau",)
        ),
    ),
)


def test_a_right_reading_scores_full_whether_office_and_post_are_joined_or_apart() -> None:
    text = GOLD.text
    marks = (Mark(0, len(text), "name", 0),)
    apart = (("Kapolres Sagala", ""), ("Kapolres Sagala", "Polres Sagala"), ("Kapolres", "Sagala"))
    for position, institution in apart:
        read = PersonRead("AKBP", (), "Damar Wicaksana", ("S.H.",), "", position, institution, "Kapolda Rantau")
        assert not score(GOLD, Reading(text, (read,), marks=marks)).short_of(dict.fromkeys(AIMS, 100.0))


RIGHT = PersonRead("AKBP", (), "Damar Wicaksana", ("S.H.",), "", "Kapolres Sagala", "", "Kapolda Rantau")


@pytest.mark.parametrize(
    ("read", "measure"),
    [
        (replace(RIGHT, rank="AKP"), "rank"),
        (replace(RIGHT, name="Damar"), "name"),
        (replace(RIGHT, front=("H.",)), "front"),
        (replace(RIGHT, back=()), "back"),
        (replace(RIGHT, position="Wakapolres Sagala"), "post"),
        (replace(RIGHT, represents=""), "represents"),
    ],
)
def test_one_wrong_field_is_counted_against_that_field_alone(read: PersonRead, measure: str) -> None:
    found = score(GOLD, Reading(GOLD.text, (read,), marks=(Mark(0, len(GOLD.text), "name", 0),)))
    assert [key for key in AIMS if found.percent(key) < 100] == [measure]


def test_somebody_nobody_wrote_is_invented_and_somebody_left_out_is_missing() -> None:
    found = score(GOLD, Reading(GOLD.text, (PersonRead(name="Rapat Koordinasi"),)))
    assert (found.invented, found.percent("found")) == (1, 0.0)


def test_characters_without_a_mark_or_with_disorderly_marks_are_counted() -> None:
    assert unaccounted(Reading("ab cd", marks=(Mark(0, 2, "name"),))) == [3, 4]
    assert unaccounted(Reading("ab cd", marks=(Mark(3, 5, "name"), Mark(0, 2, "rank")))) == [0, 0, 1]
    assert unaccounted(Reading("ab cd", marks=(Mark(0, 3, "name"), Mark(2, 9, "rank")))) == [2, 3, 4]
    assert not unaccounted(Reading("ab cd", marks=(Mark(0, 2, "name"), Mark(3, 5, "rank"))))


def test_one_post_in_two_spellings_is_one_post() -> None:
    assert joined("Wabup", "Kab. Lahat") & joined("Wakil Bupati Kabupaten Lahat", "")
    assert not joined("Bupati", "Kab. Lahat") & joined("Wakil Bupati Kabupaten Lahat", "")
