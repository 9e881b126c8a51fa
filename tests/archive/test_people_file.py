from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from rakor_desktop.archive.people_csv import as_written, harmless
from rakor_desktop.archive.people_file import PeopleFile, read_people, write_people
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.errors import ArchiveError

AGUNG = Person(
    rank="AKBP",
    front=("Dr.", "H."),
    name="Agung Tribawanto",
    back=("S.I.K.", "M.H."),
    service_no="79081234",
    posts=(PostHeld("Kapolres Pasaman Barat", "Polres Pasaman Barat"),),
    aliases=("Agung Tri Bawanto", "Tribawanto, Agung"),
    phone="+62 812-3456",
    last_seen=date(2026, 3, 12),
)
SUMIDI = Person(name="Sumidi", service_no="197908122005011003", retired=True)

# What a cell of this program can hold: one line without blanks around it; titles are parted by commas.
signs = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"))
one_line = st.text(signs, max_size=12)
dangerous = st.sampled_from(("", "=", "+", "-", "@", "'", "'=", "''+", "＝", "#N/A", '=HYPERLINK("x")'))
texts = st.builds(str.__add__, dangerous, one_line)
titles = st.lists(texts.map(lambda text: text.replace(",", "").replace(";", "")).filter(bool), max_size=3).map(tuple)


@st.composite
def people(draw: st.DrawFn) -> Person:
    post = PostHeld(draw(texts), draw(texts))
    name = draw(texts.filter(bool))
    return Person(
        rank=draw(texts),
        front=draw(titles),
        name=name,
        back=draw(titles),
        service_no=draw(texts),
        posts=(post,) if post != PostHeld() else (),
        aliases=draw(titles),
        phone=draw(texts),
        last_seen=draw(st.none() | st.dates(min_value=date(1, 1, 1))),
        retired=draw(st.booleans()),
    )


def without_ids(found: PeopleFile) -> list[Person]:
    return [replace(person, id="") for person in found.people]


def sheet_of(tmp_path: Path, rows: list[list[Any]], change: Callable[[Any], None] | None = None) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if change:
        change(sheet)
    path = tmp_path / "daftar.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(book=st.lists(people(), max_size=4))
def test_what_was_written_is_read_again(tmp_path: Path, ending: str, book: list[Person]) -> None:
    path = tmp_path / f"buku.{ending}"
    write_people(path, book)
    assert without_ids(read_people(path)) == book


@given(text=st.text(max_size=20))
def test_the_mark_against_formulas_is_taken_away_again_whatever_the_text(text: str) -> None:
    assert as_written(harmless(text)) == text


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_every_person_gets_an_id_of_his_own(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"buku.{ending}"
    write_people(path, [AGUNG, SUMIDI])
    found = read_people(path)
    assert len({person.id for person in found.people} - {""}) == 2
    assert found.notes == ()


def test_no_cell_of_an_exported_workbook_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_people(path, [replace(AGUNG, name="=2+5", phone="+62 812", rank="@SUM(1)", service_no="#N/A")])
    with zipfile.ZipFile(path) as package:
        xml = package.read("xl/worksheets/sheet1.xml")
        styles = package.read("xl/styles.xml")
    assert b"<f>" not in xml
    assert b't="e"' not in xml
    assert b'quotePrefix="1"' in styles
    sheet = load_workbook(path).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s", "d"}


def test_no_cell_of_an_exported_table_begins_like_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "buku.csv"
    write_people(path, [replace(AGUNG, name="=2+5", rank="-1", phone="+62", back=("@x",), service_no='=A1&";"')])
    text = path.read_bytes()
    assert text.startswith(b"\xef\xbb\xbfPangkat;Gelar depan;Nama;Gelar belakang;NRP/NIP;")
    row = text.decode("utf-8-sig").splitlines()[1]
    assert row.startswith("'-1;Dr., H.;")
    assert ";'=2+5;" in row
    assert ";'@x;" in row
    assert '"\'=A1&"";"""' in row


def test_a_service_number_keeps_its_eighteen_digits_and_its_zeros(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_people(path, [SUMIDI, replace(SUMIDI, service_no="00123")])
    assert [person.service_no for person in read_people(path).people] == ["197908122005011003", "00123"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_whatever_its_encoding_and_its_separator(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "daftar.csv"
    rows = [["NIP", "Nama Lengkap", "Satuan Kerja"], ["1979", "André “Jum’at” Salim", "Dinas PUPR"], ["", "", ""]]
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    (person,) = read_people(path).people
    assert (person.name, person.service_no, person.post.institution) == ("André “Jum’at” Salim", "1979", "Dinas PUPR")


def test_a_declared_separator_is_obeyed_and_not_counted_as_headings(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("sep=,\nNama,Terakhir hadir\nBudi,kemarin\n", encoding="utf-8")
    found = read_people(path)
    assert found.people[0].name == "Budi"
    assert found.notes == ('Baris 3 kolom Terakhir hadir: "kemarin" bukan tanggal, jadi dikosongkan.',)


def test_columns_may_stand_in_any_order_under_a_letterhead_and_unknown_ones_are_told(tmp_path: Path) -> None:
    rows = [
        ["POLRES PASAMAN BARAT"],
        [],
        ["No", "Jabatan", "Shio", "NAMA", "Pangkat/Gol.", "Gelar Belakang", "Nama"],
        [1, "Kapolres", "Naga", "Agung", "AKBP", "S.I.K., M.H.", "lain"],
        [2, "Kabag Ops", None, None, "Kompol", None, None],
    ]
    found = read_people(sheet_of(tmp_path, rows))
    (agung,) = found.people
    assert (agung.rank, agung.name, agung.post.position) == ("AKBP", "Agung", "Kapolres")
    assert agung.back == ("S.I.K.", "M.H.")
    assert found.notes == (
        'Kolom "Nama" dilewati: kolom Nama sudah ada.',
        'Kolom yang tidak dikenal dilewati: "Shio".',
        "Baris 5 dilewati: kolom Nama kosong.",
    )


def test_hidden_rows_and_cells_merged_downwards_are_read_and_told(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.merge_cells("B2:B3")
        sheet.row_dimensions[3].hidden = True

    rows = [["Nama", "Instansi"], ["Agung", "Polres Lahat"], ["Budi", None], ["Citra", None]]
    found = read_people(sheet_of(tmp_path, rows, change))
    assert [person.post.institution for person in found.people] == ["Polres Lahat", "Polres Lahat", ""]
    assert found.notes == (
        "1 sel gabungan: isinya dipakai untuk setiap baris yang dicakupnya.",
        '1 baris tersembunyi di lembar "Sheet" ikut dibaca.',
    )


def test_a_sheet_formatted_down_to_its_last_row_is_read_at_once(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.cell(1_048_576, 16_384).number_format = "@"
        sheet.cell(1_048_576, 3).value = " "

    found = read_people(sheet_of(tmp_path, [["Nama"], ["Agung"]], change))
    assert [person.name for person in found.people] == ["Agung"]


def test_a_formula_without_a_stored_result_is_told_and_left_empty(tmp_path: Path) -> None:
    found = read_people(sheet_of(tmp_path, [["Nama", "Telepon"], ["Agung", '="0812"&"34"']]))
    assert found.people[0].phone == ""
    assert found.notes == ("Sel B2 berisi rumus tanpa hasil tersimpan, jadi dianggap kosong.",)


def test_the_stored_result_of_a_formula_is_taken(tmp_path: Path) -> None:
    path = sheet_of(tmp_path, [["Nama", "Telepon"], ["Agung", '="0812"&"34"']])
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    start, end = sheet.index(b'<c r="B2"'), sheet.index(b"</c>", sheet.index(b'<c r="B2"'))
    stored = b'<c r="B2" t="str"><f>"0812"&amp;"34"</f><v>081234</v>'
    parts["xl/worksheets/sheet1.xml"] = sheet[:start] + stored + sheet[end:]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    found = read_people(path)
    assert found.people[0].phone == "081234"
    assert found.notes == ("1 sel berisi rumus: hasil terakhir yang tersimpan yang dipakai.",)


def test_a_number_too_long_for_a_number_cell_is_doubted(tmp_path: Path) -> None:
    rows = [["Nama", "NIP", "Terakhir hadir"], ["Agung", 197908122005011003, datetime(2026, 3, 12)]]
    found = read_people(sheet_of(tmp_path, rows))
    assert found.people[0].last_seen == date(2026, 3, 12)
    (note,) = found.notes
    assert note.startswith("Baris 2 kolom NRP/NIP: 197908122005011")


def test_the_sheet_with_the_headings_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Rekap"
    first.append(["Jumlah", 3])
    first.append(["Hadir", 2])
    second = book.create_sheet("Peserta")
    second.append(["Nama", "Status"])
    second.append(["Agung", "Pensiun"])
    second.append(["Budi", "cuti"])
    book.save(tmp_path / "daftar.xlsx")
    found = read_people(tmp_path / "daftar.xlsx")
    assert [(person.name, person.retired) for person in found.people] == [("Agung", True), ("Budi", False)]
    assert found.notes == (
        'Hanya lembar "Peserta" yang dibaca; lembar lain: Rekap.',
        'Baris 3 kolom Status: "cuti" bukan Aktif atau Tidak aktif, jadi dianggap Aktif.',
    )


def test_many_notes_are_cut(tmp_path: Path) -> None:
    rows = [["Nama", "Terakhir hadir"], *(["Agung", "entah"] for _ in range(50))]
    notes = read_people(sheet_of(tmp_path, rows)).notes
    assert len(notes) == 21
    assert notes[-1] == "Dan 30 catatan lagi."


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("a.xlsx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password", "kata sandi"),
        ("a.xls", OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "old_format", "Excel lama"),
        ("a.xlsx", b"Nama;NIP", "broken_table", "rusak"),
        ("a.xlsx", b"PK\x03\x04 bukan zip", "broken_table", "rusak"),
        ("a.csv", b"Pangkat;Jabatan\nAKBP;Kapolres", "no_headings", "baris judul"),
        ("a.csv", b"", "no_headings", "baris judul"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no_table", "bukan tabel"),
        ("a.csv", b'Nama\n"' + b"x" * 200_000 + b'"', "broken_table", "baris 2"),
    ],
)
def test_what_is_no_list_of_people_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, code: str, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ArchiveError) as caught:
        read_people(path)
    assert caught.value.code == code
    assert words in caught.value.message


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="tidak dapat dibuka"):
        read_people(tmp_path / "hilang.csv")


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = sheet_of(tmp_path, [["Nama"], ["Agung"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet2.xml", b" " * 50_000_000)
    with pytest.raises(ArchiveError, match="mengembang"):
        read_people(path)


def test_a_workbook_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    path = sheet_of(tmp_path, [["Nama"], ["Agung"]])
    stream = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("xl/extra.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    path.write_bytes(stream.getvalue())
    with pytest.raises(ArchiveError, match="rusak"):
        read_people(path)


def test_damaged_workbooks_are_refused_with_a_sentence_or_read(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_people(path, [AGUNG, SUMIDI])
    whole = path.read_bytes()
    luck = random.Random(4)
    refused = 0
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(luck.randint(1, 20)):
            data[luck.randrange(len(data))] = luck.randrange(256)
        path.write_bytes(bytes(data[: luck.randrange(4, len(data))] if luck.random() < 0.2 else data))
        try:
            read_people(path)
        except ArchiveError:
            refused += 1
    assert refused > 10


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "buku.xlsx").mkdir()
    with pytest.raises(ArchiveError, match="tidak dapat ditulis"):
        write_people(tmp_path / "buku.xlsx", [AGUNG])
    assert [path.name for path in tmp_path.iterdir()] == ["buku.xlsx"]
