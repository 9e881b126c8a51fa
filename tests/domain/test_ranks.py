"""Ranks: one printed wrong and the office is lost, so every form in the tables is tried."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.ranks import Corps, Rank, RankMatch, RankTable

TABLE = Catalog.load().ranks
POLICE = [
    "Jenderal Polisi",
    "Komjen Pol",
    "Irjen Pol",
    "Brigjen Pol",
    "Kombes Pol",
    "AKBP",
    "Kompol",
    "AKP",
    "Iptu",
    "Ipda",
    "Aiptu",
    "Aipda",
    "Bripka",
    "Brigpol",
    "Briptu",
    "Bripda",
    "Abrippol",
    "Abriptu",
    "Abripda",
    "Bharaka",
    "Bharatu",
    "Bharada",
]
ARMED = ("tni-ad", "tni-al", "tni-au")


def code(text: str) -> str | None:
    match = TABLE.find(text)
    return match.code if match else None


def test_the_police_have_22_ranks_in_order() -> None:
    ranks = TABLE.of_service("polri")
    assert [rank.code for rank in ranks] == POLICE
    assert [rank.level for rank in ranks] == list(range(1, 23))


@pytest.mark.parametrize("service", ARMED)
def test_each_armed_service_has_23_ranks_from_the_honorary_one_down(service: str) -> None:
    ranks = TABLE.of_service(service)
    assert [rank.level for rank in ranks] == list(range(23))
    assert [rank.takes_corps for rank in ranks] == [rank.level >= 5 for rank in ranks]


def test_civil_ranks_stand_under_the_name() -> None:
    civil = {rank.service for rank in TABLE.ranks if rank.civil}
    assert civil == {"pns", "kejaksaan"}
    assert len(TABLE.of_service("pns")) == len(TABLE.of_service("kejaksaan")) == 17


def test_levels_and_codes_are_unique_inside_a_service() -> None:
    for service in {rank.service for rank in TABLE.ranks}:
        ranks = TABLE.of_service(service)
        assert len({rank.level for rank in ranks}) == len({rank.code for rank in ranks}) == len(ranks)


def test_equal_ranks_of_police_and_army_have_one_level() -> None:
    for police, army in [
        ("AKBP", "Letkol"),
        ("Kompol", "Mayor"),
        ("Kombes Pol", "Kolonel"),
        ("Ipda", "Letda"),
    ]:
        assert TABLE.level(police) == TABLE.level(army)


@pytest.mark.parametrize("rank", TABLE.ranks, ids=lambda rank: f"{rank.service}-{rank.level}")
def test_every_form_of_a_rank_means_that_rank_or_is_asked_about(rank: Rank) -> None:
    assert code(rank.code) == rank.code
    for form in (rank.short, rank.full, *rank.variants):
        found = code(form)
        if found is None:
            assert rank.code in TABLE.nearest(form)
        else:
            own = (rank.code, "Penata Muda", "Penata Muda Tk. I", "Pengatur Muda", "Pengatur Muda Tk. I")
            assert found in (own if rank.service == "pns-polri" else own[:1])


def test_only_forms_of_two_services_are_asked_about() -> None:
    doubtful = {
        form for rank in TABLE.ranks for form in (rank.full, *rank.variants) if TABLE.find(form) is None
    }
    assert doubtful == {"Jenderal", "Brigjen"}
    assert TABLE.nearest("Brigjen") == ("Brigjen Pol", "Brigjen TNI")


@pytest.mark.parametrize("service", [None, *ARMED, "polri", "pns", "kejaksaan"])
def test_no_form_has_two_meanings_inside_a_service(service: str | None) -> None:
    table = RankTable(tuple(rank for rank in TABLE.ranks if service in (None, rank.service)), TABLE.corps)
    for rank in table.ranks:
        for form in (rank.code, rank.full, *rank.variants):
            if service is not None:
                match = table.find(form)
                assert match is not None
                assert match.rank == rank


def test_a_corps_belongs_to_its_service_only() -> None:
    for corps in TABLE.corps:
        match = TABLE.find(f"Mayor {corps.code}")
        assert match is not None
        assert (match.rank.service, match.corps) == (corps.service, corps)


def test_corps_codes_are_unique_and_counted() -> None:
    assert len(TABLE.corps) == len({corps.code for corps in TABLE.corps}) == 15 + 9 + 11


@pytest.mark.parametrize("typed", ["Brigjen TNI Inf", "AKBP Inf", "Mayjen Kav", "Kompol Mar", "Pembina Inf"])
def test_generals_and_police_take_no_corps(typed: str) -> None:
    assert code(typed) is None


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("akbp", "AKBP"),
        ("Akp", "AKP"),
        ("A.K.B.P.", "AKBP"),
        ("AKBP.", "AKBP"),
        (" kompol ", "Kompol"),
        ("KOMBES. POL.", "Kombes Pol"),
        ("Kombes. Pol.", "Kombes Pol"),
        ("Kombes", "Kombes Pol"),
        ("Kombespol", "Kombes Pol"),
        ("KBP", "Kombes Pol"),
        ("Brigjen (Pol)", "Brigjen Pol"),
        ("Irjen. Pol.", "Irjen Pol"),
        ("Jendral Polisi", "Jenderal Polisi"),
        ("Jenderal Pol", "Jenderal Polisi"),
        ("Jenderal TNI", "Jenderal TNI"),
        ("Ajun Komisaris Besar Polisi", "AKBP"),
        ("Brigadir", "Brigpol"),
        ("Letkol Inf.", "Letkol Inf"),
        ("Letkol. Inf", "Letkol Inf"),
        ("LETKOL INF", "Letkol Inf"),
        ("Letnan Kolonel Infanteri", "Letkol Inf"),
        ("Mayor Kav.", "Mayor Kav"),
        ("Kapt. Czi", "Kapten Czi"),
        ("Letda Cpm", "Letda Cpm"),
        ("Serka Mar", "Serka Mar"),
        ("Letkol Laut (P)", "Letkol Laut (P)"),
        ("letkol laut p", "Letkol Laut (P)"),
        ("Kolonel Laut(KH)", "Kolonel Laut (KH)"),
        ("Letkol Pnb.", "Letkol Pnb"),
        ("Letkol", "Letkol"),
        ("Brigjen TNI", "Brigjen TNI"),
        ("Penda I", "Penda I"),
        ("Pembina Tk.I", "Pembina Tk. I"),
        ("Pembina Tingkat I", "Pembina Tk. I"),
        ("Penata Muda Tk. 1", "Penata Muda Tk. I"),
        ("Penata Muda", "Penata Muda"),
        ("Pembina (IV/a)", "Pembina"),
        ("Jaksa Utama Pratama", "Jaksa Utama Pratama"),
        ("AKBP (Purn.)", "AKBP (Purn.)"),
        ("Letkol Inf (Purn)", "Letkol Inf (Purn.)"),
        ("Kombes Pol\u00a0(Purnawirawan)", "Kombes Pol (Purn.)"),
    ],
)
def test_people_type_ranks_in_many_ways(typed: str, canonical: str) -> None:
    assert code(typed) == canonical


@pytest.mark.parametrize(
    "typed", ["", ".", "Bapak", "Kapolres", "AKBPP", "Pol", "Inf", "TNI", "Purn", "Inf Letkol"]
)
def test_what_is_no_rank_is_not_guessed(typed: str) -> None:
    assert TABLE.find(typed) is None
    assert TABLE.level(typed) is None


@pytest.mark.parametrize(
    ("typed", "plain", "rank_stop", "corps_stop"),
    [
        ("Kombes", "Kombes Pol", "Kombes Pol.", "Kombes Pol"),
        ("Jenderal Pol", "Jenderal Polisi", "Jenderal Pol.", "Jenderal Polisi"),
        ("akbp", "AKBP", "AKBP", "AKBP"),
        ("Iptu.", "Iptu", "Iptu", "Iptu"),
        ("letkol inf", "Letkol Inf", "Letkol Inf", "Letkol Inf."),
        ("Brigjen TNI", "Brigjen TNI", "Brigjen TNI", "Brigjen TNI"),
        ("Letkol Laut (P)", "Letkol Laut (P)", "Letkol Laut (P)", "Letkol Laut (P)"),
        ("Irjen Pol (Purn)", "Irjen Pol (Purn.)", "Irjen Pol. (Purn.)", "Irjen Pol (Purn.)"),
        ("Letkol Inf (Purn)", "Letkol Inf (Purn.)", "Letkol Inf (Purn.)", "Letkol Inf. (Purn.)"),
    ],
)
def test_each_house_style_prints_its_stops(typed: str, plain: str, rank_stop: str, corps_stop: str) -> None:
    assert TABLE.printed(typed, rank_stop=False, corps_stop=False) == plain
    assert TABLE.printed(typed, rank_stop=True, corps_stop=False) == rank_stop
    assert TABLE.printed(typed, rank_stop=False, corps_stop=True) == corps_stop


def test_an_unknown_rank_is_printed_as_typed() -> None:
    assert TABLE.printed("Panglima Muda", rank_stop=True, corps_stop=True) == "Panglima Muda"
    assert TABLE.full("Panglima Muda") == "Panglima Muda"


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("AKBP", "Ajun Komisaris Besar Polisi"),
        ("Kombes Pol", "Komisaris Besar Polisi"),
        ("Jenderal Pol", "Jenderal Polisi"),
        ("Letkol Inf", "Letnan Kolonel Infanteri"),
        ("Kapten Laut (P)", "Kapten Laut (P)"),
        ("Mayor Mar", "Mayor Marinir"),
        ("Brigjen TNI", "Brigadir Jenderal TNI"),
        ("Penda I", "Penata Muda Tingkat I"),
        ("Pembina Tk. I", "Pembina Tingkat I"),
    ],
)
def test_signature_blocks_spell_the_rank_out(typed: str, full: str) -> None:
    assert TABLE.full(typed) == full


def test_whatever_is_printed_is_found_again() -> None:
    for rank in TABLE.ranks:
        for corps in [
            None,
            *(corps for corps in TABLE.corps if rank.takes_corps and corps.service == rank.service),
        ]:
            for retired in (False, True):
                match = RankMatch(rank, corps, retired)
                for stops in (False, True):
                    assert code(match.printed(rank_stop=stops, corps_stop=stops)) == match.code


def test_a_line_gives_its_leading_rank_and_the_rest() -> None:
    for line, rank, rest in [
        ("AKBP Agung Tribawanto, S.I.K.", "AKBP", "Agung Tribawanto, S.I.K."),
        ("Letkol Inf. Toni Oki", "Letkol Inf", "Toni Oki"),
        ("Kombes. Pol. Budi", "Kombes Pol", "Budi"),
        ("Letkol Laut (P) Anton", "Letkol Laut (P)", "Anton"),
        ("Ajun Komisaris Besar Polisi Agung", "AKBP", "Agung"),
        ("Letkol Inf (Purn.) Karta", "Letkol Inf (Purn.)", "Karta"),
        ("Mayor Budi", "Mayor", "Budi"),
        ("AKP", "AKP", ""),
    ]:
        found = TABLE.leading(line)
        assert found is not None
        assert (found[0].code, found[1]) == (rank, rest)
    assert TABLE.leading("Agung Tribawanto") is None
    assert TABLE.leading("") is None


@pytest.mark.parametrize(
    "line", ["May Sari", "Kol Anwar", "Juru Bicara KPU", "Pembina Pramuka", "Penata Budi", "Brigjen Budi"]
)
def test_names_and_posts_that_look_like_ranks_are_left_alone(line: str) -> None:
    assert TABLE.leading(line) is None


@pytest.mark.parametrize(
    ("line", "rank"), [("May. Sari", "Mayor"), ("KBP Budi", "Kombes Pol"), ("Akp Budi", "AKP")]
)
def test_a_stop_or_capitals_make_a_short_rank_sure(line: str, rank: str) -> None:
    found = TABLE.leading(line)
    assert found is not None
    assert found[0].code == rank


def test_typing_is_met_with_suggestions() -> None:
    assert TABLE.suggestions("kom") == ("Komjen Pol", "Kombes Pol", "Kompol")
    assert TABLE.suggestions("kbp") == ("Kombes Pol",)
    assert TABLE.suggestions("letkol i") == ("Letkol Inf",)
    assert TABLE.suggestions("Letkol", limit=3) == ("Letkol", "Letkol Inf", "Letkol Kav")
    assert TABLE.suggestions("brigjen") == ("Brigjen Pol", "Brigjen TNI")
    assert TABLE.suggestions("") == ()
    assert TABLE.suggestions("xyz") == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Kompool", "Kompol"), ("Lektol Inf", "Letkol Inf"), ("Komber Pol", "Kombes Pol"), ("Ibtu", "Iptu")],
)
def test_a_misspelt_rank_has_a_near_miss(typed: str, meant: str) -> None:
    assert TABLE.find(typed) is None
    assert meant in TABLE.nearest(typed)


@given(st.text(max_size=25))
def test_no_text_makes_the_search_fail(text: str) -> None:
    match = TABLE.find(text)
    assert match is None or code(match.code) == match.code


@given(st.text(max_size=12))
def test_suggestions_and_near_misses_are_always_real_ranks(text: str) -> None:
    assert all(code(found) == found for found in (*TABLE.suggestions(text), *TABLE.nearest(text)))


def test_a_table_of_one_office_holds_only_what_it_is_given() -> None:
    captain = Rank("Kapten", "Kapten", "Kapten", "x", "Pama", 8, ("Kpt",), takes_corps=True)
    table = RankTable((captain,), (Corps("Abc", "Alfa", "x", ("Ab",)),))
    assert [match and match.code for match in map(table.find, ("kpt. ab", "Kapten Alfa", "AKBP"))] == [
        "Kapten Abc", "Kapten Abc", None,
    ]  # fmt: skip
