"""Tidying the spelling of a row: offered with a reason, applied only as chosen."""

from __future__ import annotations

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.office import Switches
from rakor_desktop.reading.spelling.normalise import Normaliser, Proposal, applied, proposals

PLAIN = Switches()


def offers(catalog: Catalog, attendee: Attendee, switches: Switches = PLAIN) -> tuple[Proposal, ...]:
    return proposals(attendee, catalog, switches)


def tidied(catalog: Catalog, attendee: Attendee, *, all_of_them: bool = False) -> Attendee:
    return applied(attendee, [p for p in offers(catalog, attendee) if p.sure or all_of_them])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Akp", "AKP"),
        ("Letkol Inf.", "Letkol Inf"),
        ("kombes pol.", "Kombes Pol"),
        ("AIPTU", "Aiptu"),
        ("iptu", "Iptu"),
    ],
)
def test_a_rank_gets_the_spelling_that_the_meeting_keeps(catalog: Catalog, typed: str, kept: str) -> None:
    assert tidied(catalog, Attendee(rank=typed, name="Budi Santoso")).rank == kept


def test_the_reason_says_that_the_offices_stop_is_printed_all_the_same(catalog: Catalog) -> None:
    (offer,) = offers(catalog, Attendee(rank="Kombes Pol.", name="Budi"), Switches(rank_stop=True))
    assert offer.after == "Kombes Pol"
    assert "tetap tercetak “Kombes Pol.”" in offer.reason
    (offer,) = offers(catalog, Attendee(rank="Letkol Inf.", name="Budi"), Switches(corps_stop=True))
    assert "tetap tercetak “Letkol Inf.”" in offer.reason
    (offer,) = offers(catalog, Attendee(rank="Letkol Inf.", name="Budi"))
    assert "Profil kantor" in offer.reason


def test_a_rank_in_standard_spelling_is_left_alone(catalog: Catalog) -> None:
    assert offers(catalog, Attendee(rank="Letkol Inf", name="Budi Santoso", back=("S.H.",))) == ()


def test_a_rank_of_two_meanings_is_asked_with_both_and_never_sure(catalog: Catalog) -> None:
    found = offers(catalog, Attendee(rank="Brigjen", name="Budi Santoso"))
    assert {p.after for p in found} == {"Brigjen Pol", "Brigjen TNI"}
    assert not any(p.sure for p in found)


def test_degrees_get_their_stops_and_keep_their_order(catalog: Catalog) -> None:
    row = Attendee(name="Budi Santoso", back=("S.Ik", "SH", "M.H"))
    assert tidied(catalog, row).back == ("S.I.K.", "S.H.", "M.H.")


def test_degrees_typed_as_one_come_apart(catalog: Catalog) -> None:
    assert tidied(catalog, Attendee(name="Budi", back=("SH SIK",))).back == ("S.H.", "S.I.K.")


def test_front_titles_get_their_stops(catalog: Catalog) -> None:
    assert tidied(catalog, Attendee(front=("drs", "H"), name="Ali Akbar")).front == ("Drs.", "H.")


@pytest.mark.parametrize("typed", ["MM", "ST", "SE"])
def test_an_ambiguous_degree_is_asked_and_not_chosen(catalog: Catalog, typed: str) -> None:
    (offer,) = offers(catalog, Attendee(name="Budi Santoso", back=(typed,)))
    assert not offer.sure
    assert f"“{typed}” dapat berarti" in offer.reason


def test_a_degree_of_two_meanings_is_offered_both_ways(catalog: Catalog) -> None:
    found = offers(catalog, Attendee(name="Budi Santoso", back=("STP",)))
    assert [p.after for p in found] == ["S.T.P.", "S.STP."]
    assert not any(p.sure for p in found)
    assert applied(Attendee(name="B", back=("STP",)), found[1:]).back == ("S.STP.",)


def test_an_unknown_degree_stays_as_typed(catalog: Catalog) -> None:
    assert offers(catalog, Attendee(name="Budi Santoso", back=("S.Xyz.",))) == ()


def test_degrees_and_rank_glued_into_the_name_come_out_of_it(catalog: Catalog) -> None:
    row = tidied(catalog, Attendee(name="AKBP Agung Tribawanto SIK", back=("M.H.",)))
    assert (row.rank, row.name, row.back) == ("AKBP", "Agung Tribawanto", ("S.I.K.", "M.H."))


def test_a_rank_that_is_there_already_is_not_taken_out_of_the_name_again(catalog: Catalog) -> None:
    assert tidied(catalog, Attendee(rank="AKBP", name="Mayor Agung")).name == "Mayor Agung"


@pytest.mark.parametrize("name", ["Budi ST", "RM Hidayat", "Budi, ST, SH"])
def test_what_may_be_part_of_the_name_is_asked(catalog: Catalog, name: str) -> None:
    found = offers(catalog, Attendee(name=name))
    assert found
    assert not any(p.sure for p in found)


@pytest.mark.parametrize("name", ["Sumidi, S", "H.M. Yusuf", "McDonald", "d'Hooghe", "MUHAMMAD", "Ni Made Ayu"])
def test_a_name_is_never_changed_unasked(catalog: Catalog, name: str) -> None:
    assert tidied(catalog, Attendee(name=name)).name == name


@pytest.mark.parametrize("name", ["McDonald", "d'Hooghe", "Sumidi, S", "H.M. Yusuf"])
def test_nothing_is_offered_for_a_name_of_its_own_spelling(catalog: Catalog, name: str) -> None:
    assert offers(catalog, Attendee(name=name)) == ()


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("MUHAMMAD I. S.", "Muhammad I. S."),
        ("budi santoso", "Budi Santoso"),
        ("AHMAD BIN ALI", "Ahmad bin Ali"),
        ("TB HASANUDDIN", "TB Hasanuddin"),
        ("SITI NUR-HALIZA", "Siti Nur-Haliza"),
        ("SULTAN AGUNG II", "Sultan Agung II"),
    ],
)
def test_a_name_in_one_case_is_offered_in_two_but_not_chosen(catalog: Catalog, typed: str, after: str) -> None:
    offer = offers(catalog, Attendee(name=typed))[-1]
    assert (offer.after, offer.sure) == (after, False)
    assert applied(Attendee(name=typed), [offer]).name == after


def test_case_blanks_and_degrees_of_one_name_can_be_chosen_in_any_combination(catalog: Catalog) -> None:
    row = Attendee(name="M.PRASETYO  UTOMO SIK")
    found = {p.rule: p for p in offers(catalog, row)}
    assert set(found) == {"split", "blanks", "case"}
    assert applied(row, found.values()).name == "M. Prasetyo Utomo"
    assert applied(row, [found["case"]]).name == "M.Prasetyo  Utomo SIK"
    assert applied(row, [found["blanks"], found["split"]]).name == "M. PRASETYO UTOMO"
    assert applied(row, [found["split"]]).back == ("S.I.K.",)


def test_glued_initials_get_a_blank_and_double_blanks_go(catalog: Catalog) -> None:
    assert tidied(catalog, Attendee(name="M.Prasetyo")).name == "M. Prasetyo"
    assert tidied(catalog, Attendee(name="Budi  Santoso ")).name == "Budi Santoso"


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("kapolres pasaman barat", "Kapolres Pasaman Barat"),
        ("Waka Polres", "Wakapolres"),
        ("Kasat Narkoba", "Kasat Resnarkoba"),
        ("plt bupati", "Plt. Bupati"),
        ("Kabag ops, polres", "Kabag Ops, polres"),
        ("KEPALA DINAS PEKERJAAN UMUM DAN PENATAAN RUANG", "Kepala Dinas Pekerjaan Umum dan Penataan Ruang"),
        (
            "STAF AHLI BIDANG EKONOMI, KEUANGAN DAN PEMBANGUNAN",
            "Staf Ahli Bidang Ekonomi, Keuangan dan Pembangunan",
        ),
    ],
)
def test_a_post_gets_its_standard_spelling(catalog: Catalog, typed: str, after: str) -> None:
    assert tidied(catalog, Attendee(name="Budi Santoso", position=typed)).position == after
    assert tidied(catalog, Attendee(name="Budi Santoso", represents=typed)).represents == after


@pytest.mark.parametrize(
    "post", ["Kepala Kepolisian Resor Pasaman Barat", "Kadis Kominfo", "Pj. Bupati", "KBO", "Ketua RT 05"]
)
def test_a_post_written_properly_is_left_alone(catalog: Catalog, post: str) -> None:
    assert offers(catalog, Attendee(name="Budi Santoso", position=post)) == ()


def test_an_institution_is_spelled_out(catalog: Catalog) -> None:
    row = Attendee(name="Budi Santoso", institution="KPU Kab. Lahat")
    assert tidied(catalog, row).institution == "KPU Kabupaten Lahat"
    assert offers(catalog, Attendee(name="Budi Santoso", institution="BPBD")) == ()


def test_words_that_no_table_knows_are_asked(catalog: Catalog) -> None:
    (offer,) = offers(catalog, Attendee(name="Budi Santoso", position="CAMAT KEC. LEMBAH MELINTANG"))
    assert offer.after == "Camat Kecamatan Lembah Melintang"
    assert not offer.sure


def test_the_label_before_a_service_number_goes(catalog: Catalog) -> None:
    assert tidied(catalog, Attendee(name="Ali", service_no="NRP 79081234")).service_no == "79081234"


def test_a_tidied_row_needs_no_more_tidying(catalog: Catalog) -> None:
    row = Attendee(
        rank="Akp",
        name="Budi  Santoso SH",
        back=("S.Ik",),
        position="kasat narkoba",
        institution="POLRES PASAMAN BARAT",
    )
    assert Normaliser(catalog, PLAIN).proposals(tidied(catalog, row)) == ()


def test_a_proposal_for_another_row_changes_nothing(catalog: Catalog) -> None:
    found = offers(catalog, Attendee(rank="Akp", name="Budi Santoso SH", back=("SIK",), position="waka polres"))
    other = Attendee(rank="Iptu", name="Ali Akbar", back=("S.E.",), position="Camat")
    assert applied(other, found) == other
