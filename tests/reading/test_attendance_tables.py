"""Tables of attendance: any columns, with or without a header, become the people they list, and every character is
accounted for.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading import sources
from rakor_desktop.reading.reader import Reader
from rakor_desktop.reading.source import Source
from rakor_desktop.reading.values import PersonRead, Reading
from tests.reading.office_files import document, workbook, workbook_of


@pytest.fixture(scope="module")
def reader(catalog: Catalog) -> Reader:
    return Reader(catalog)


def read(source: Source, reader: Reader) -> Reading:
    """The reading of a source, checked for what holds of every reading."""
    reading = sources.read(source, reader)
    covered = [0] * len(source.text)
    for mark in reading.marks:
        assert mark.start < mark.end
        for place in range(mark.start, mark.end):
            covered[place] += 1
        if mark.owner >= 0:
            assert mark.owner < len(reading.groups if mark.part == "group" else reading.people)
    assert list(reading.marks) == sorted(reading.marks)
    assert [s for s, n in zip(source.text, covered, strict=True) if n > 1 or (n == 0 and not s.isspace())] == []
    for group in reading.groups:
        assert source.text[group.start : group.end].strip()
    for unread in reading.unread:
        assert source.text[unread.start : unread.end] == unread.text
    return reading


def tabbed(rows: Sequence[Sequence[str]]) -> Source:
    return sources.from_text("\n".join("\t".join(row) for row in rows))


def people(rows: Sequence[Sequence[str]], reader: Reader) -> tuple[PersonRead, ...]:
    return read(tabbed(rows), reader).people


def brief(person: PersonRead) -> tuple[str, ...]:
    return (person.rank, *person.front, person.name, *person.back, person.position, person.institution)


# Headers


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (
            "No|Nama|Pangkat|NRP|Jabatan|Kesatuan|Tanda Tangan",
            "1|Agung T., S.I.K.|AKBP|79081234|Kapolres|Polres Lahat|1.",
        ),
        ("NO.|NAMA / PANGKAT|JABATAN / INSTANSI|TTD|KET", "1.|AKBP Agung T., S.I.K.|Kapolres / Polres Lahat||hadir"),
        ("No|Nama|Pangkat/NRP|Jabatan|Satuan", "1|Agung T., S.I.K.|AKBP / 79081234|Kapolres|Polres Lahat"),
        ("Asal|Nama Lengkap|Jab|Pkt|No. HP|L/P", "Polres Lahat|Agung T., S.I.K.|Kapolres|AKBP|081234567890|L"),
        (
            "No Urut|Nama Peserta/Pangkat/NRP|Jabatan|Unit Kerja",
            "1|Agung T., S.I.K. / AKBP / 79081234|Kapolres|Polres Lahat",
        ),
        ("Nama dan Gelar|Gelar Belakang|Pangkat|Jabatan|Instansi", "Agung T.|S.I.K.|AKBP|Kapolres|Polres Lahat"),
    ],
)
def test_header_words_name_the_columns_in_any_order(head: str, row: str, reader: Reader) -> None:
    (person,) = people([head.split("|"), row.split("|")], reader)
    assert brief(person) == ("AKBP", "Agung T.", "S.I.K.", "Kapolres", "Polres Lahat")
    assert person.service_no in ("", "79081234")


def test_a_header_of_two_lines_is_one() -> None:
    from rakor_desktop.reading.tables.columns import subheaded
    from rakor_desktop.reading.tables.headers import header_of

    upper = header_of(["No", "Nama", "Pangkat/", "Jabatan"])
    assert upper is not None
    assert subheaded(upper, ["", "", "NRP", "Kesatuan"], frozenset())[2:] == (
        ("rank", "service_no"),
        ("position", "institution"),
    )


def test_a_header_of_two_lines_with_merged_cells_and_numbered_columns(reader: Reader) -> None:
    source = sources.from_html(
        "<table><tr><th rowspan=2>NO<th rowspan=2>NAMA<th colspan=2>PANGKAT<th rowspan=2>KET</tr>"
        "<tr><th>PANGKAT<th>NRP</tr><tr><td>1<td>2<td>3<td>4<td>5</tr>"
        "<tr><td>1<td>Budi Santoso, S.H.<td>AKP<td>79081234<td></tr></table>"
    )
    (person,) = read(source, reader).people
    assert (person.rank, person.name, person.back, person.service_no) == ("AKP", "Budi Santoso", ("S.H.",), "79081234")


def test_a_header_repeated_on_each_page_is_no_person(reader: Reader) -> None:
    head = ["No", "Nama", "Jabatan"]
    found = people([head, ["1", "Budi Santoso", "Camat Hilir"], head, ["2", "Siti Aminah", "Lurah Baru"]], reader)
    assert [person.name for person in found] == ["Budi Santoso", "Siti Aminah"]


def test_titles_above_the_header_are_no_people(reader: Reader) -> None:
    rows = [
        ["DAFTAR HADIR RAPAT", "", ""],
        ["Hari : Kamis", "", ""],
        ["No", "Nama", "Jabatan"],
        ["1", "Budi", "Camat Hilir"],
    ]
    assert [person.name for person in people(rows, reader)] == ["Budi"]


def test_a_table_that_lists_no_people_yields_none(reader: Reader) -> None:
    reading = read(
        tabbed([["No", "Nama Barang", "Jumlah"], ["1", "Kertas A4", "2 rim"], ["2", "Tinta", "3 botol"]]), reader
    )
    assert reading.people == ()


# Cells


@pytest.mark.parametrize(
    ("cell", "rank", "name", "back", "number"),
    [
        ("AKBP AGUNG T., S.I.K.", "AKBP", "AGUNG T.", ("S.I.K.",), ""),
        ("Agung Basuki, S.I.K. / AKBP", "AKBP", "Agung Basuki", ("S.I.K.",), ""),
        ("Agung Basuki\u2028AKBP NRP 79081234", "AKBP", "Agung Basuki", (), "79081234"),
        ("AGUNG BASUKI / AKBP / NRP. 79081234", "AKBP", "AGUNG BASUKI", (), "79081234"),
        (
            "Siti Aminah, S.E. / Pembina Tk. I (IV/b) / NIP. 19790812 200501 1 003",
            "Pembina Tk. I",
            "Siti Aminah",
            ("S.E.",),
            "19790812 200501 1 003",
        ),
    ],
)
def test_a_cell_of_name_rank_and_number_is_told_apart(
    cell: str, rank: str, name: str, back: tuple[str, ...], number: str, reader: Reader
) -> None:
    lines = cell.replace("\u2028", "<br>")
    html = f"<table><tr><td>No<td>Nama/Pangkat/NRP/NIP<td>Jabatan</tr><tr><td>1<td>{lines}<td>Kapolres</table>"
    (person,) = read(sources.from_html(html), reader).people
    assert (person.rank, person.name, person.back, person.service_no) == (rank, name, back, number)
    assert person.position == "Kapolres"


def test_an_unknown_rank_is_kept_with_a_doubt(reader: Reader) -> None:
    (person,) = people([["Nama", "Pangkat", "Jabatan"], ["Budi Santoso", "Kapitan", "Camat Hilir"]], reader)
    assert person.rank == "Kapitan"
    assert [doubt.field for doubt in person.doubts] == ["rank"]


def test_several_people_in_one_cell_are_several(reader: Reader) -> None:
    html = (
        "<table><tr><td>Nama<td>Instansi</tr><tr><td>AKP Budi Santoso<br>Iptu Siti Aminah<td>Polres Lahat</tr></table>"
    )
    found = read(sources.from_html(html), reader).people
    assert [(person.rank, person.name, person.institution) for person in found] == [
        ("AKP", "Budi Santoso", "Polres Lahat"),
        ("Iptu", "Siti Aminah", "Polres Lahat"),
    ]


@pytest.mark.parametrize(
    ("word", "presence"),
    [
        ("Hadir", "present"),
        ("✓", "present"),
        ("izin", "absent"),
        ("Sakit", "absent"),
        ("TIDAK HADIR", "absent"),
        ("Zoom", "online"),
        ("", "present"),
    ],
)
def test_presence_is_read_from_its_column(word: str, presence: str, reader: Reader) -> None:
    (person,) = people([["Nama", "Jabatan", "Kehadiran"], ["Budi Santoso", "Camat Hilir", word]], reader)
    assert person.presence == presence


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Nama|Jabatan|Mewakili", "Mayor Inf Suharjo|Kasdim 0998|Dandim 0998/BS"),
        ("Nama|Jabatan|Ket", "Mayor Inf Suharjo|Kasdim 0998|mewakili Dandim 0998/BS"),
        ("Nama|Jabatan", "Mayor Inf Suharjo|Kasdim 0998 (mewakili Dandim 0998/BS)"),
        ("Nama|Jabatan", "Mayor Inf Suharjo|Dandim 0998/BS diwakili Kasdim 0998"),
    ],
)
def test_whom_a_person_represents_is_read_from_every_column(head: str, row: str, reader: Reader) -> None:
    (person,) = people([head.split("|"), row.split("|")], reader)
    assert (person.name, person.position, person.represents) == ("Suharjo", "Kasdim 0998", "Dandim 0998/BS")


def test_a_row_torn_by_a_line_end_inside_a_cell_is_whole_again(reader: Reader) -> None:
    torn = "1\tDrs. Amirudin, M.Si.\nNIP. 196501011990031005\tPembina\tKadishub"
    typed = f"No\tNama / NIP\tPangkat\tJabatan\n{torn}\n2\tBudi\tPenata\tStaf"
    source = sources.from_text(typed)
    first, second = read(source, reader).people
    assert (first.name, first.service_no, first.position) == ("Amirudin", "196501011990031005", "Kadishub")
    assert (second.name, second.rank, second.position) == ("Budi", "Penata", "Staf")
    assert source.text.index("Kadishub") == typed.index("Kadishub")


def test_a_list_of_invited_posts_and_numbers_has_groups_and_no_people(reader: Reader) -> None:
    reading = read(tabbed([["UNDANGAN", "JUMLAH"], ["Kapolres Pasaman Barat", "1"], ["Para Camat", "11"]]), reader)
    assert reading.people == ()
    assert [group.name for group in reading.groups] == ["Kapolres Pasaman Barat", "Para Camat"]


# Rows that are no people


def test_a_section_gives_its_institution_to_the_rows_below_and_says_so(reader: Reader) -> None:
    rows = [
        ["No", "Nama", "Jabatan"],
        ["I. POLRES PASAMAN BARAT", "", ""],
        ["1", "AKBP Agung", "Kapolres"],
        ["II", "DINAS PERHUBUNGAN", ""],
        ["2", "Budi Santoso", "Kepala Dinas"],
    ]
    first, second = people(rows, reader)
    assert first.institution == "Polres Pasaman Barat"
    assert second.institution == "Dinas Perhubungan"
    assert [(doubt.field, "judul kelompok" in doubt.reason) for doubt in first.doubts] == [("institution", True)]


def test_posts_without_a_name_are_invited_groups(reader: Reader) -> None:
    rows = [
        ["No", "Nama", "Jabatan", "Instansi"],
        ["1", "", "Dandim 0305/Pasaman", ""],
        ["2", "....", "Kepala", "Dinas PUPR"],
        ["3", "Budi", "Camat Hilir", ""],
    ]
    reading = read(tabbed(rows), reader)
    assert [group.name for group in reading.groups] == ["Dandim 0305/Pasaman", "Kepala Dinas PUPR"]
    assert [person.name for person in reading.people] == ["Budi"]


def test_totals_blank_rows_and_the_block_of_signatures_are_no_people(reader: Reader) -> None:
    rows = [
        ["No", "Nama", "Jabatan"],
        ["1", "Budi Santoso", "Camat Hilir"],
        ["", "", ""],
        ["Jumlah 24 orang", "", ""],
        ["", "", "Simpang Empat, 12 Maret 2026"],
        ["", "", "Kabag Ops"],
        ["", "", "MUZHENDRA, S.H."],
    ]
    reading = read(tabbed(rows), reader)
    assert [person.name for person in reading.people] == ["Budi Santoso"]
    assert reading.groups == ()
    assert "MUZHENDRA, S.H." in [unread.text for unread in reading.unread]


def test_the_same_again_takes_the_value_above(reader: Reader) -> None:
    rows = [
        ["Nama", "Jabatan", "Instansi"],
        ["Budi", "Staf", "Dinas Kesehatan"],
        ["Siti Aminah", "Staf", "sda"],
        ["Joko", "Staf", '"'],
    ]
    assert {person.institution for person in people(rows, reader)} == {"Dinas Kesehatan"}


def test_one_column_of_entries_is_read_as_lines(reader: Reader) -> None:
    source = sources.from_bytes(
        workbook([["1. AKBP Agung Basuki, S.I.K., Kapolres Lahat"], ["2. Kompol Budi, Wakapolres"]]), "a.xlsx"
    )
    found = read(source, reader).people
    assert [(person.rank, person.name, person.position) for person in found] == [
        ("AKBP", "Agung Basuki", "Kapolres Lahat"),
        ("Kompol", "Budi", "Wakapolres"),
    ]


# Workbooks


def test_a_workbook_is_read_as_excel_shows_it(reader: Reader) -> None:
    def adjust(sheet: Any) -> None:
        sheet.merge_cells("A1:E1")
        sheet.merge_cells("E4:E5")
        sheet["C4"].number_format = "00000000"
        sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions["C"].hidden = True

    rows = [
        ["DAFTAR HADIR", None, None, None, None],
        [dt.date(2026, 3, 12)],
        ["No", "Nama", "NRP", "Jabatan", "Instansi"],
        [1, "AKBP Agung Basuki, S.I.K.", 1081234, "Kapolres", "Polres Lahat"],
        [2.0, "Kompol Budi", 197908122005011003.0, "Wakapolres", None],
    ]
    source = sources.from_bytes(workbook(rows, adjust), "daftar.xlsx")
    first, second = read(source, reader).people
    assert first.service_no == "01081234"
    assert "e+" not in source.text
    assert ".0" not in source.text
    assert "12-03-2026" in source.text
    assert second.institution == "Polres Lahat"
    assert source.notes == (
        '1 baris tersembunyi di lembar "Peserta" ikut dibaca.',
        'Kolom tersembunyi di lembar "Peserta" ikut dibaca: C.',
    )


def test_formulas_without_a_result_are_told() -> None:
    source = sources.from_bytes(
        workbook([["No", "Nama", "Jabatan"], [1, "=UPPER(B3)", "Camat"], [2, "Budi", "Lurah"]]), "a.xlsx"
    )
    assert [note for note in source.notes if note.startswith("1 rumus belum berisi hasil")]


def test_the_sheets_with_people_are_chosen_and_the_others_told(reader: Reader) -> None:
    sheets = {
        "Anggaran": [["Uraian", "Biaya"], ["Konsumsi", 500000]],
        "Peserta": [["No", "Nama", "Jabatan"], [1, "AKBP Agung", "Kapolres"]],
        "Kosong": [],
        "Undangan": [["No", "Nama", "Instansi"], [1, "Siti Aminah, S.E.", "Bawaslu"]],
    }
    source = sources.from_bytes(workbook_of(sheets), "daftar.xlsx")
    assert [person.name for person in read(source, reader).people] == ["Agung", "Siti Aminah"]
    assert 'Dibaca dari lembar "Peserta", "Undangan".' in source.notes
    assert any('"Anggaran"' in note for note in source.notes)
    assert not any("Kosong" in note for note in source.notes)


def test_an_empty_workbook_is_told() -> None:
    with pytest.raises(sources.ReadingError, match="tidak berisi teks"):
        sources.from_bytes(workbook([]), "kosong.xlsx")


def test_a_word_table_with_a_merged_section_is_read(reader: Reader) -> None:
    def fill(d: Any) -> None:
        d.add_paragraph("DAFTAR HADIR")
        table = d.add_table(rows=3, cols=3)
        texts = [["No", "Nama", "Jabatan"], ["POLRES LAHAT", "", ""], ["1", "AKBP Agung Basuki, S.I.K.", "Kapolres"]]
        for row, said in zip(table.rows, texts, strict=True):
            for cell, text in zip(row.cells, said, strict=True):
                cell.text = text
        table.cell(1, 0).merge(table.cell(1, 2))

    (person,) = read(sources.from_bytes(document(fill), "daftar.docx"), reader).people
    assert brief(person) == ("AKBP", "Agung Basuki", "S.I.K.", "Kapolres", "Polres Lahat")


# Properties

_NAMES = [
    "Agung Basuki",
    "Siti Aminah",
    "Budi Santoso",
    "Hendra Lesmana",
    "Dewi Lestari",
    "Ahmad Fauzi",
    "Joko Prasetyo",
]
_PEOPLE = st.lists(
    st.builds(
        PersonRead,
        rank=st.sampled_from(["AKBP", "Kompol", "Iptu", "Letkol Inf", "Mayor Kav", "Kombes Pol"]),
        name=st.sampled_from(_NAMES),
        back=st.sampled_from([(), ("S.H.",), ("S.I.K.", "M.H."), ("S.E.", "M.M.")]),
        service_no=st.sampled_from(["79081234", "81120077", "76040012"]),
        position=st.sampled_from(["Kapolres Lahat", "Kabag Ops", "Camat Hilir", "Dandim 0305/Pasaman", "Kasat Lantas"]),
        institution=st.sampled_from(["Polres Lahat", "Dinas Kesehatan", "Kodim 0305/Pasaman", "Bawaslu"]),
    ),
    min_size=3,
    max_size=12,
)
_HEADS = {
    "rank": ["Pangkat", "PANGKAT", "Pkt"],
    "name": ["Nama", "NAMA LENGKAP", "Nama Peserta"],
    "service_no": ["NRP", "NRP/NIP"],
    "position": ["Jabatan", "JABATAN"],
    "institution": ["Instansi", "Kesatuan", "Asal Instansi"],
}


def _cell(person: PersonRead, field: str) -> str:
    return ", ".join((person.name, *person.back)) if field == "name" else getattr(person, field)


def _bare(person: PersonRead) -> tuple[str, ...]:
    return (person.rank, person.name, *person.back, person.service_no, person.position, person.institution)


def _rendered(rows: list[list[str]], form: str) -> Source:
    if form == "html":
        cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        return sources.from_html(f"<table>{cells}</table>")
    if form == "xlsx":
        return sources.from_bytes(workbook(rows), "daftar.xlsx")
    sign = {"tab": "\t", "semicolon": ";", "pipe": "|"}[form]
    return sources.from_text("\n".join(sign.join(row) for row in rows))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=_PEOPLE,
    order=st.permutations(list(_HEADS)),
    headed=st.booleans(),
    numbered=st.booleans(),
    form=st.sampled_from(["tab", "semicolon", "pipe", "html", "xlsx"]),
    data=st.data(),
)
def test_a_list_in_any_columns_and_form_is_read_back(
    people: list[PersonRead],
    order: list[str],
    headed: bool,
    numbered: bool,
    form: str,
    data: st.DataObject,
    reader: Reader,
) -> None:
    rows = [[_cell(person, field) for field in order] for person in people]
    if headed:
        rows.insert(0, [data.draw(st.sampled_from(_HEADS[field])) for field in order])
    if numbered:
        counter = itertools.count(0 if headed else 1)
        rows = [
            [("No" if headed and not at else f"{n}."), *row]
            for at, (row, n) in enumerate(zip(rows, counter, strict=False))
        ]
    found = read(_rendered(rows, form), reader).people
    assert [_bare(person) for person in found] == [_bare(person) for person in people]


_ANY_CELL = st.one_of(
    st.sampled_from(
        [
            "",
            "1",
            "No",
            "Nama",
            "Jabatan",
            "AKBP",
            "Agung, S.H.",
            "Kapolres Lahat",
            "POLRES LAHAT",
            "Jumlah 3",
            "-",
            "sda",
            "hadir",
            "mewakili Dandim",
            "Lahat, 12 Maret 2026",
            "NRP 79081234",
            "para PJU",
            "AKP Budi / Iptu Siti",
            "Camat (mewakili Bupati)",
        ]
    ),
    st.text(max_size=12),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(_ANY_CELL, min_size=1, max_size=6), min_size=1, max_size=8), html=st.booleans())
def test_every_character_of_any_table_is_accounted_for_once(rows: list[list[str]], html: bool, reader: Reader) -> None:
    read(_rendered([[cell.replace("<", "") for cell in row] for row in rows], "html" if html else "tab"), reader)


def test_an_institution_in_a_row_of_its_own_is_invited_when_nobody_stands_under_it(reader: Reader) -> None:
    rows = [
        ["No", "Nama", "Jabatan"],
        ["1", "AKBP Damar Wicaksana, S.I.K.", "Kapolres"],
        ["2", "Jasa Raharja", ""],
        ["3", "PLN", ""],
        ["4", "Kompol Hendra Gunawan", "Kabag Ops"],
    ]
    reading = read(tabbed(rows), reader)
    assert [person.name for person in reading.people] == ["Damar Wicaksana", "Hendra Gunawan"]
    assert [group.name for group in reading.groups] == ["Jasa Raharja", "PLN"]
    assert [person.institution for person in reading.people] == ["", ""]
    jasa = next(mark for mark in reading.marks if reading.source[mark.start : mark.end] == "Jasa Raharja")
    assert jasa.part == "group"
