"""The shipped tables: complete, sound, and answering as people ask."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rakor_desktop.catalog import Catalog, Post

CATALOG = Catalog.load()
FILES = sorted(
    path
    for path in CATALOG.resources.glob("*/*")
    if path.suffix in (".toml", ".tsv")
    and path.parent.name in ("ranks", "titles", "posts", "operations", "spelling")
)


def test_every_shipped_file_is_sound() -> None:
    assert CATALOG.check() == ()


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_says_where_its_knowledge_comes_from_and_speaks_indonesian(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "sumber" in text
    assert not re.search(r"\b(own knowledge|seed|confidence|the|see|keep)\b", text)


def test_tables_have_the_size_of_the_trade() -> None:
    assert len(CATALOG.ranks.ranks) == 22 + 3 * 23 + 17 + 17 + 4
    assert len(CATALOG.titles.titles) >= 115
    assert len(CATALOG.posts.posts) >= 150
    assert len(CATALOG.operations.code_names) == 34
    assert len(CATALOG.spelling) >= 280


@pytest.mark.parametrize("post", CATALOG.posts.posts, ids=lambda post: f"{post.institution}-{post.abbr}")
def test_every_post_is_found_by_each_of_its_names(post: Post) -> None:
    for form in (post.abbr, post.full, *post.variants):
        assert post in CATALOG.posts.all(form)
        assert post in CATALOG.posts.all(form.upper())


def test_typical_ranks_are_ranks() -> None:
    for post in CATALOG.posts.posts:
        for rank in post.typical_ranks:
            match = CATALOG.ranks.find(rank)
            assert match is not None
            assert match.code == rank


def test_no_two_posts_of_one_institution_share_a_name() -> None:
    for post in CATALOG.posts.posts:
        for form in (post.abbr, post.full, *post.variants):
            assert [one for one in CATALOG.posts.all(form) if one.institution == post.institution] == [post]


def test_the_structure_of_a_police_resort_is_whole() -> None:
    heads = {post.abbr for post in CATALOG.posts.posts if post.institution == "Polres"}
    for abbr in [
        "Kapolres",
        "Wakapolres",
        "Kabag Ops",
        "Kabag Ren",
        "Kabag SDM",
        "Kabag Log",
        "Kasat Intelkam",
        "Kasat Reskrim",
        "Kasat Resnarkoba",
        "Kasat Binmas",
        "Kasat Samapta",
        "Kasat Lantas",
        "Kasat Pam Obvit",
        "Kasat Polairud",
        "Kasat Tahti",
        "Kasi Was",
        "Kasi Propam",
        "Kasi Humas",
        "Kasi Kum",
        "Kasi TIK",
        "Kasi Um",
        "Kasi Keu",
        "Kasi Dokkes",
        "Ka SPKT",
    ]:
        assert abbr in heads


@pytest.mark.parametrize(
    ("typed", "abbr", "acting", "rest"),
    [
        ("Kapolres Pasaman Barat", "Kapolres", None, "Pasaman Barat"),
        ("Plh. Kapolres Pasaman Barat", "Kapolres", "Plh.", "Pasaman Barat"),
        ("Ps. Kasat Lantas", "Kasat Lantas", "Ps.", ""),
        ("Komandan Kodim 0305/Pasaman", "Dandim", None, "0305/Pasaman"),
        ("kasatlantas polres lahat", "Kasat Lantas", None, "polres lahat"),
        ("Kepala Satuan Lalu Lintas Polres Lahat", "Kasat Lantas", None, "Polres Lahat"),
        ("WAKA POLRES", "Wakapolres", None, ""),
        ("Kalak BPBD", "Kalak BPBD", None, ""),
    ],
)
def test_a_typed_post_is_recognised_with_its_unit(
    typed: str, abbr: str, acting: str | None, rest: str
) -> None:
    match = CATALOG.posts.leading(typed)
    assert match is not None
    assert (match.post.abbr, match.acting and match.acting.short, match.rest) == (abbr, acting, rest)


def test_what_is_no_post_is_not_guessed() -> None:
    assert CATALOG.posts.find("Agung Tribawanto") is None
    assert CATALOG.posts.leading("") is None
    assert CATALOG.posts.leading("narasumber utama") is None


def test_a_police_office_is_offered_its_own_posts_first() -> None:
    offered = CATALOG.posts.suggestions("kasat", limit=3)
    assert [post.institution for post in offered] == ["Polres"] * 3
    assert CATALOG.posts.suggestions("") == ()


def test_operations_are_found_and_named_for_a_force_and_a_year() -> None:
    operation = CATALOG.operations.find("ops. ketupat")
    code_name = CATALOG.operations.code_name("Polda Sumbar")
    assert operation is not None
    assert code_name is not None
    assert code_name.confidence == "tinggi"
    assert operation.titled(code_name.name, 2024) == "Operasi Ketupat Singgalang 2024"
    assert operation.titled("", 2024) == "Operasi Ketupat 2024"


def test_a_code_name_is_found_by_the_force_or_its_province() -> None:
    assert CATALOG.operations.code_name("sumatera barat") == CATALOG.operations.code_name("Sumbar")
    assert CATALOG.operations.code_name("Atlantis") is None
    assert CATALOG.operations.find("Operasi Semut") is None
    assert [one.name for one in CATALOG.operations.suggestions("mantap")] == [
        "Operasi Mantap Praja",
        "Operasi Mantap Brata",
    ]


@pytest.mark.parametrize(
    ("post", "step"),
    [
        ("Bupati Lahat", 1),
        ("Plt. Bupati Lahat", 1),
        ("Wakil Bupati Lahat", 2),
        ("Ketua DPRD", 4),
        ("Wakil Ketua DPRD", 5),
        ("Kapolres Lahat", 6),
        ("Dandim 0405/Lahat", 6),
        ("Kajari", 6),
        ("Sekda", 6),
        ("Kadishub", 10),
        ("Ketua KPU", 10),
        ("Kapolsek Kota", 11),
        ("Camat Hilir", 12),
        ("Wali Nagari", 13),
        ("Wakapolres", None),
        ("Kabag Ops", None),
        ("", None),
    ],
)
def test_the_law_on_protocol_places_office_holders(post: str, step: int | None) -> None:
    assert CATALOG.precedence["kabupaten-kota"].step_of(post) == step


def test_in_the_province_governors_come_first_and_regents_after_the_assembly() -> None:
    province = CATALOG.precedence["provinsi"]
    assert [province.step_of(post) for post in ("Gubernur", "Kapolda", "Bupati Lahat")] == [1, 7, 10]
    assert len(province.steps) == 17
    assert len(CATALOG.precedence["kabupaten-kota"].steps) == 13


def rules() -> dict[str, tuple[str, str]]:
    return {rule.wrong: (rule.right, rule.mode) for rule in CATALOG.spelling}


def test_spelling_rules_say_how_sure_they_are() -> None:
    table = rules()
    assert table["himbau"] == ("imbau", "auto")
    assert table["sinergitas"] == ("sinergi", "ask")
    assert table["idul fitri"] == ("Idulfitri", "style")
    assert table["mempunyai"] == ("mempunyai", "keep")


def test_names_of_people_are_never_mended_automatically() -> None:
    table = rules()
    assert {table[name][1] for name in ("Listrik Sigit Prabowo", "putera", "puteri")} == {"ask"}


def test_longer_wrong_forms_come_before_shorter_ones() -> None:
    lengths = [len(rule.wrong) for rule in CATALOG.spelling]
    assert lengths == sorted(lengths, reverse=True)


def test_rules_know_when_only_case_or_a_stop_is_wrong() -> None:
    named = {rule.wrong: rule for rule in CATALOG.spelling}
    assert named["Wib"].case_matters
    assert not named["nopember"].case_matters
    assert named["dll"].adds_stop
    assert not named["s/d"].adds_stop
    assert named["absensi"].alternatives == ("presensi",)


def test_no_automatic_remedy_is_itself_held_wrong() -> None:
    wrong = {rule.wrong for rule in CATALOG.spelling if rule.mode == "auto"}
    assert not {rule.right for rule in CATALOG.spelling if rule.mode == "auto"} & wrong
