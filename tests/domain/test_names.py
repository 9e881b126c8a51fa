"""Names with titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.names import Title, TitleTable, full_name, short_name, split_titles, titled_name

TABLE = Catalog.load().titles


def standard(text: str) -> str | None:
    title = TABLE.find(text)
    return title.standard if title else None


def test_each_back_title_has_its_own_comma_and_front_titles_none() -> None:
    assert full_name(["Drs.", "H."], "Budi", ["S.H.", "M.H."]) == "Drs. H. Budi, S.H., M.H."
    assert full_name([], "Budi", []) == "Budi"
    assert full_name((), "", ("S.H.",)) == "S.H."


def test_the_rank_stands_before_everything() -> None:
    assert titled_name("AKBP", [], "Agung Tribawanto", ["S.I.K."]) == "AKBP Agung Tribawanto, S.I.K."
    assert titled_name("Kombes Pol.", ["Dr."], "Budi", ["S.H."]) == "Kombes Pol. Dr. Budi, S.H."
    assert titled_name("", [], "Budi", []) == "Budi"


@pytest.mark.parametrize("title", TABLE.titles, ids=lambda title: title.standard)
def test_every_form_in_the_table_leads_to_its_title(title: Title) -> None:
    for form in (title.standard, *title.variants):
        assert title in TABLE.candidates(form, title.position)
    for form in title.ambiguous:
        assert title in TABLE.candidates(form, title.position)
        assert TABLE.find(form, title.position) is None


def test_standard_forms_are_found_without_doubt_unless_they_may_be_initials() -> None:
    doubtful = {
        title.standard for title in TABLE.titles if TABLE.find(title.standard, title.position) != title
    }
    assert doubtful == {"R.", "P.", "St.", "Ak."}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("SH", "S.H."),
        ("sh", "S.H."),
        ("S.Ik", "S.I.K."),
        ("S. IK", "S.I.K."),
        ("SIK", "S.I.K."),
        ("S.Pdi", "S.Pd.I."),
        ("MSi", "M.Si."),
        ("SSTP", "S.STP."),
        ("S.Tr (Han)", "S.Tr.(Han)"),
        ("S.T", "S.T."),
        ("KH", "K.H."),
        ("LC", "Lc."),
    ],
)
def test_titles_are_known_by_how_people_type_them(typed: str, meant: str) -> None:
    assert standard(typed) == meant
    assert TABLE.standard(typed) == meant


def test_doctor_and_physician_differ_by_case_and_capitals_are_neither() -> None:
    assert standard("Dr.") == "Dr."
    assert standard("dr") == "dr."
    assert standard("DR.") is None
    assert {title.standard for title in TABLE.candidates("DR")} == {"Dr.", "dr."}


@pytest.mark.parametrize("typed", ["ST", "MM", "MA", "SS", "SP", "SE", "St.", "P.", "S", "STP", "Andi", ""])
def test_what_may_be_part_of_a_name_is_not_converted(typed: str) -> None:
    assert TABLE.find(typed) is None
    assert TABLE.standard(typed) == typed


# As typed in real releases, except for the last group.
@pytest.mark.parametrize(
    ("typed", "front", "name", "back"),
    [
        ("S. Kunto Hartono SIK. MT", "", "S. Kunto Hartono", "S.I.K. M.T."),
        ("Toni Oki Priyono. SIp", "", "Toni Oki Priyono", "S.I.P."),
        ("Lispono SH", "", "Lispono", "S.H."),
        ("Janton Silaban SH SIK MKP", "", "Janton Silaban", "S.H. S.I.K. M.K.P."),
        ("Ahmad Abdullah, S.H., M.H,", "", "Ahmad Abdullah", "S.H. M.H."),
        ("E. Teguh Budi. S, S.Th", "", "E. Teguh Budi. S", "S.Th."),
        ("Rintar Pasaribu, SH", "", "Rintar Pasaribu", "S.H."),
        ("Hafizul Pahmi, S.Sos", "", "Hafizul Pahmi", "S.Sos."),
        ("Wanhar, S.Pdi", "", "Wanhar", "S.Pd.I."),
        ("Agung Tribawanto, S.Ik", "", "Agung Tribawanto", "S.I.K."),
        ("Drs. Listyo Sigit Prabowo. MSi", "Drs.", "Listyo Sigit Prabowo", "M.Si."),
        ("dr.Tuti Handayani,M.Kes", "dr.", "Tuti Handayani", "M.Kes."),
        ("H.Fauzan S.STP,M.Si", "H.", "Fauzan", "S.STP. M.Si."),
        ("Joko P.,SH", "", "Joko P.", "S.H."),
        ("Ust. Karim LC", "Ust.", "Karim", "Lc."),
        ("Prof. Dr. H. Budi, S. H., M. H.", "Prof. Dr. H.", "Budi", "S.H. M.H."),
        ("K.H. Ahmad Dahlan", "K.H.", "Ahmad Dahlan", ""),
        ("Drs.H.Budi", "Drs. H.", "Budi", ""),
        ("Budi S. IK, MH", "", "Budi", "S.I.K. M.H."),
        ("Budi, ST", "", "Budi", "S.T."),
        ("Budi SH MM", "", "Budi", "S.H. M.M."),
        ("Budi, SH MH", "", "Budi", "S.H. M.H."),
        ("Budi, S.H., CPXR., M.H.", "", "Budi", "S.H. CPXR. M.H."),
        ("Agung Tribawanto", "", "Agung Tribawanto", ""),
        ("", "", "", ""),
    ],
)
def test_a_typed_name_is_taken_apart(typed: str, front: str, name: str, back: str) -> None:
    parts = split_titles(typed, TABLE)
    assert (" ".join(parts.front), parts.name, " ".join(parts.back)) == (front, name, back)


@pytest.mark.parametrize(
    "typed",
    [
        "Sumidi, S",
        "Haryanto MM",
        "Budi ST",
        "R. Soesilo",
        "St. Rajo",
        "Sri Ma",
        "Agung T",
        "Se",
        "SH",
        "DR. Budi",
    ],
)
def test_doubtful_parts_stay_in_the_name_as_typed(typed: str) -> None:
    assert split_titles(typed, TABLE) == ((), typed, ())


@given(
    st.lists(st.sampled_from(["Prof.", "Drs.", "H.", "Hj.", "K.H.", "dr."]), max_size=3),
    st.sampled_from(["Budi Santoso", "S. Kunto Hartono", "Ni Luh Ayu", "Muhammad Rizki"]),
    st.lists(
        st.sampled_from([title.standard for title in TABLE.titles if title.position == "back"]), max_size=4
    ),
)
def test_what_is_written_by_the_rules_is_taken_apart_again(
    front: list[str], name: str, back: list[str]
) -> None:
    parts = split_titles(full_name(front, name, back), TABLE)
    assert parts == (tuple(front), name, tuple(back))


@given(st.text(max_size=40))
def test_no_text_makes_the_splitter_fail_or_lose_the_name(text: str) -> None:
    parts = split_titles(text, TABLE)
    assert bool(parts.name) or not text.strip(" ,;\t\r\n") or not any(map(str.isalnum, text))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Syaiful Anwar", "Syaiful"),
        ("S. Kunto Hartono", "Kunto"),
        ("Muhammad Rizki", "Rizki"),
        ("M. Iqbal", "Iqbal"),
        ("Moh. Ali Akbar", "Ali"),
        ("Abdul Rahman Saleh", "Abdul Rahman"),
        ("I Wayan Koster", "Koster"),
        ("Ni Luh Ayu", "Ayu"),
        ("Ketut Sudira", "Ketut"),
        ("Muhammad", "Muhammad"),
        ("Budi", "Budi"),
        ("", ""),
    ],
)
def test_a_second_mention_uses_the_name_people_go_by(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_table_knows_only_its_own_titles() -> None:
    table = TitleTable((Title("X.Y.", "contoh", "back"),))
    assert split_titles("Budi xy", table) == ((), "Budi", ("X.Y.",))
    assert split_titles("Budi, S.H.", table) == ((), "Budi, S.H.", ())
