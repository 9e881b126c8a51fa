"""What staff really paste and drop: every encoding, clipboard and file is read, or refused in one clear sentence."""

from __future__ import annotations

import contextlib
import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading import sources
from rakor_desktop.reading.errors import ReadingError
from rakor_desktop.reading.files.file_kind import LARGEST
from rakor_desktop.reading.reader import Reader
from rakor_desktop.reading.source import BREAK, Source
from tests.reading.office_files import OLE, document, parsed, workbook

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.fixture(scope="module")
def reader(catalog: Catalog) -> Reader:
    return Reader(catalog)


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(ReadingError) as caught:
        sources.from_bytes(data, name)
    assert name in caught.value.message
    assert "Traceback" not in caught.value.message
    return caught.value.message


def table_rows(source: Source) -> list[tuple[str, ...]]:
    return [row for table in source.tables for row in table.rows]


def in_its_place(source: Source) -> bool:
    """Whether every cell stands in the text where its table says."""
    for table in source.tables:
        joined = "\n".join("\t".join(row) for row in table.rows)
        if source.text[table.start : table.end] != joined:
            return False
    return True


# Plain text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_is_read_in_every_unicode_encoding(encoding: str) -> None:
    source = sources.from_bytes("AKBP Agung – “Kapolres” é".encode(encoding), "daftar.txt")
    assert source.text == "AKBP Agung – “Kapolres” é"
    assert source.notes == ()


def test_windows_text_is_read_and_told() -> None:
    source = sources.from_bytes("AKBP Agung – “Kapolres”".encode("cp1252"), "daftar.txt")
    assert source.text == "AKBP Agung – “Kapolres”"
    assert "Windows-1252" in source.notes[0]


def test_one_wrong_byte_costs_one_character_and_is_told_with_its_place() -> None:
    data = "Ketua “KPU” é\n".encode() + b"Budi \x93Kapolres\x94\n" + "Siti “Camat”".encode()
    source = sources.from_bytes(data, "daftar.txt")
    assert source.text == "Ketua “KPU” é\nBudi “Kapolres”\nSiti “Camat”"
    assert len(source.notes) == 1
    assert "2 bita" in source.notes[0]
    assert "Budi" in source.notes[0]


def test_line_ends_of_every_kind_are_line_ends_and_offsets_stay() -> None:
    typed = "satu\r\ndua\rtiga\vempat\u2028lima\u2029enam\x85tujuh\ndelapan"
    source = sources.from_text(typed)
    assert [line.strip() for line in source.text.split("\n")] == "satu dua tiga empat lima enam tujuh delapan".split()
    assert source.text.index("delapan") == typed.index("delapan")


def test_unseen_marks_inside_a_word_go_and_are_counted() -> None:
    source = sources.from_text("\u202aAKBP\u202c A\u200bgung\u00a0Tri\u200fbawanto\x00")
    assert source.text.split() == ["AKBP", "Agung", "Tribawanto"]
    assert source.notes == ("2 tanda tak tampak (lebar nol atau pengatur arah tulisan) di tengah kata dibuang.",)


def test_accents_typed_apart_become_one_letter() -> None:
    assert sources.from_text("Re\u0301my").text == "Rémy"


@given(st.text())
def test_any_text_is_taken_and_its_tables_stand_where_they_say(text: str) -> None:
    source = sources.from_text(text)
    assert in_its_place(source)
    assert not set("\r\v\f\x00\u2029\u200b\ufeff\u202e") & set(source.text)


@given(st.binary(max_size=300), st.sampled_from(["daftar.txt", "daftar.csv", "daftar.xlsx", "daftar.docx", "x"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        source = sources.from_bytes(data, name)
    except ReadingError as refused:
        source = Source(refused.message)
    assert in_its_place(source)
    assert source.title == name or source.text.startswith(f'Berkas "{name}" ')


# Columns in text


@pytest.mark.parametrize("sign", ["\t", ";", "|"])
def test_separated_lines_are_a_table_whose_characters_keep_their_place(sign: str) -> None:
    typed = "Rapat:\n" + "\n".join(sign.join(row) for row in (("Budi", "Camat Hilir"), ("Siti", "Lurah Baru")))
    source = sources.from_text(typed)
    assert table_rows(source) == [("Budi", "Camat Hilir"), ("Siti", "Lurah Baru")]
    assert source.text.index("Lurah") == typed.index("Lurah")
    assert in_its_place(source)


@pytest.mark.parametrize(
    "prose",
    [
        "AKBP Agung, S.I.K., M.H., Kapolres\nKompol Budi, S.H., M.H., Wakapolres",
        "Hadir Ketua KPU; Ketua Bawaslu.\nRapat selesai.",
        "1.\tAKBP Agung, Kapolres\n2.\tKompol Budi, Wakapolres",
        "Hari/Tanggal\t: Kamis\nTempat\t: Aula\nAcara\t: Rakor",
        "1) Gunawan Setiadi , AKBP SIK MH - Kapolres\n2. KOMPOL DARMAWAN,SH / Wakapolres",
    ],
)
def test_sentences_and_lists_with_commas_tabs_and_colons_are_no_tables(prose: str) -> None:
    source = sources.from_text(prose)
    assert source.tables == ()
    assert source.text == prose


def test_a_quoted_cell_may_hold_separators_and_line_ends() -> None:
    source = sources.from_text('No;Nama;Jabatan\n1;"Budi; S.H.";"Kasat Lantas\nPolres Lahat"\n2;Siti;Camat')
    rows = table_rows(source)
    assert [cell.strip() for cell in rows[1]] == ["1", "Budi; S.H.", f"Kasat Lantas{BREAK}Polres Lahat"]
    assert [cell.strip() for cell in rows[2]] == ["2", "Siti", "Camat"]


def test_a_csv_with_commas_and_quoted_degrees_is_a_table() -> None:
    source = sources.from_bytes(b'No,Nama,Jabatan\n1,"Budi, S.H.",Camat\n2,"Siti, S.E.",Lurah\n', "daftar.csv")
    assert [cell.strip() for cell in table_rows(source)[1]] == ["1", "Budi, S.H.", "Camat"]


def test_the_separator_line_of_excel_is_nobodys_text() -> None:
    source = sources.from_bytes(b"\xef\xbb\xbfsep=;\r\nNama;Jabatan\r\nBudi;Camat\r\n", "daftar.csv")
    assert [[cell.strip() for cell in row] for row in table_rows(source) if any(row)] == [
        ["Nama", "Jabatan"],
        ["Budi", "Camat"],
    ]
    assert "sep" not in source.text


def test_title_lines_above_and_a_heading_between_belong_where_they_stand() -> None:
    source = sources.from_text(
        "DAFTAR HADIR\n\nNo\tNama\tJabatan\n1\tBudi\tCamat\nII. DINAS KESEHATAN\n2\tSiti\tKadis\n\nSelesai."
    )
    assert len(source.tables) == 1
    assert ("II. DINAS KESEHATAN",) in table_rows(source)
    assert source.text.startswith("DAFTAR HADIR")
    assert source.text.endswith("Selesai.")
    assert in_its_place(source)


# HTML


def test_excels_clipboard_is_a_table_without_its_header_lines_and_scripts() -> None:
    html = (
        "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000400\r\nStartFragment:0000000140\r\nEndFragment:0000000360\r\n"
        "<html><head><style>td {color:red}</style></head><body><table>\r\n<!--StartFragment--><col width=64>"
        "<tr><td>No</td><td>Nama</td></tr><tr><td>1</td><td>Budi&nbsp;<b>S</b><br>Camat</td></tr>"
        "<!--EndFragment--></table><script>alert(1)</script></body></html>"
    )
    source = sources.from_html(html)
    assert table_rows(source) == [("No", "Nama"), ("1", f"Budi S{BREAK}Camat")]
    assert "alert" not in source.text
    assert "color" not in source.text


def test_merged_cells_of_html_take_their_room() -> None:
    source = sources.from_html(
        "<table><tr><td colspan=3>POLRES</td></tr><tr><td>1<td rowspan=2>Dinas<td>a</tr><tr><td>2<td>b</tr></table>"
    )
    assert table_rows(source) == [("POLRES",), ("1", "Dinas", "a"), ("2", "", "b")]
    assert {tuple(span) for span in source.tables[0].spans} == {(0, 0, 1, 3), (1, 1, 2, 1)}


def test_hidden_rows_of_html_are_read_and_told() -> None:
    source = sources.from_html("<table><tr><td>a<td>b</tr><tr style='display:none'><td>c<td>d</tr></table>")
    assert table_rows(source) == [("a", "b"), ("c", "d")]
    assert "1 baris tersembunyi" in source.notes[0]


def test_lists_paragraphs_and_chat_lines_of_html_become_lines() -> None:
    html = "<p>Hadir:</p><ol><li>AKBP Agung<li>Kompol Budi</ol><div><span>Siti</span><br><span>Camat</span></div>"
    assert sources.from_html(html).text == "Hadir:\nAKBP Agung\nKompol Budi\nSiti\nCamat"


def test_a_table_inside_a_layout_table_is_the_table() -> None:
    html = (
        "<table><tr><td>Portal<table><tr><td>Budi<td>Camat<tr><td>Siti<td>Lurah</table>Kaki halaman</td></tr></table>"
    )
    source = sources.from_html(html)
    assert ("Budi", "Camat") in table_rows(source)
    assert source.text.startswith("Portal\nBudi\tCamat")
    assert source.text.endswith("Kaki halaman")


@given(st.text(alphabet="<>/ \"'=&;#x0-!abtdrleopnsc\n1é", max_size=200))
def test_no_markup_however_faulty_raises(html: str) -> None:
    assert in_its_place(sources.from_html(html))


def test_very_deep_markup_is_read() -> None:
    deep = "<div>" * 5_000 + "AKBP Agung" + "</div>" * 5_000
    assert sources.from_html(deep).text in ("AKBP Agung", "")


# Files that are no lists


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "kosong.xlsx", ["0 bita"]),
        (PNG, "foto.png", ["gambar", "Excel", "Word"]),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "IMG-2026.jpg", ["gambar"]),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "IMG.HEIC", ["gambar"]),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "stiker.webp", ["gambar"]),
        (b"%PDF-1.7\n%\xe2\xe3", "undangan.pdf", ["PDF", "salin"]),
        (b"{\\rtf1\\ansi Budi}", "daftar.rtf", ["RTF", ".docx"]),
        (b"Rar!\x1a\x07\x00", "arsip.rar", ["Ekstrak"]),
        (b"ID3\x04\x00\x00", "rekaman.mp3", ["rekaman"]),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00", "video.mp4", ["video"]),
        (OLE + "Workbook".encode("utf-16-le"), "lama.xls", [".xls", "simpan sebagai .xlsx"]),
        (OLE + "WordDocument".encode("utf-16-le"), "lama.doc", ["simpan sebagai .docx"]),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "rahasia.xlsx", ["kata sandi"]),
        (bytes(range(32)) * 40, "data.bin", ["bukan teks"]),
        (b"PK\x03\x04rusak", "daftar.xlsx", ["rusak"]),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(data: bytes, name: str, words: list[str]) -> None:
    sentence = refusal(data, name)
    for word in words:
        assert word in sentence


def test_a_truncated_workbook_is_refused() -> None:
    whole = workbook([["No", "Nama"], [1, "Budi"]])
    assert "rusak" in refusal(whole[: len(whole) // 2], "daftar.xlsx")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_workbook_with_a_damaged_part_is_refused(part: str) -> None:
    data = _with_part(workbook([["No", "Nama"], [1, "Budi"]]), part, b"<worksheet><row")
    assert "rusak" in refusal(data, "daftar.xlsx")


@pytest.mark.parametrize("name", ["daftar.xlsx", "daftar.docx"])
def test_wrong_bytes_anywhere_in_a_file_never_crash_the_intake(name: str) -> None:
    chance = random.Random(7)
    sound = {
        "daftar.xlsx": workbook([["No", "Nama"], [1, "Budi"]]),
        "daftar.docx": document(lambda d: d.add_paragraph("Budi")),
    }[name]
    for _ in range(60):
        data = bytearray(sound)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(ReadingError):
            assert in_its_place(sources.from_bytes(bytes(data), name))


def test_a_document_with_a_damaged_part_is_refused() -> None:
    data = _with_part(document(lambda d: d.add_paragraph("Budi")), "word/document.xml", b"<w:document><w:body")
    assert "rusak" in refusal(data, "daftar.docx")


def test_a_zip_bomb_is_refused_before_anything_is_unpacked() -> None:
    data = _with_part(workbook([["No", "Nama"]]), "xl/worksheets/sheet1.xml", b" " * 45_000_000)
    assert len(data) < 200_000
    assert "membengkak" in refusal(data, "daftar.xlsx")


def test_other_packages_are_named() -> None:
    assert "arsip" in refusal(_package({"a.txt": b"x"}), "data.zip")
    assert "PowerPoint" in refusal(_package({"ppt/presentation.xml": b"x"}), "paparan.pptx")
    assert "LibreOffice" in refusal(_package({"mimetype": b"x", "content.xml": b"x"}), "daftar.ods")
    assert ".xlsb" in refusal(_package({"xl/workbook.bin": b"x"}), "daftar.xlsb")


def test_more_than_twenty_megabytes_are_refused() -> None:
    assert "20 MB" in refusal(b"a" * (LARGEST + 1), "besar.txt")
    with pytest.raises(ReadingError, match="Tempelan"):
        sources.from_text("a" * (LARGEST + 1))


def test_a_web_page_under_an_old_excel_name_is_read_as_what_it_is() -> None:
    source = sources.from_bytes(b"<html><table><tr><td>Budi<td>Camat</table></html>", "daftar.xls")
    assert table_rows(source) == [("Budi", "Camat")]
    assert source.title == "daftar.xls"


# Files on a disk


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="adalah folder"):
        sources.from_file(tmp_path)
    with pytest.raises(ReadingError, match="tidak ditemukan"):
        sources.from_file(tmp_path / "daftar.xlsx")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_locked_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "daftar.txt"
    file.write_text("Budi")
    file.chmod(0)
    with pytest.raises(ReadingError, match="terkunci"):
        sources.from_file(file)


def test_a_file_is_titled_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "daftar hadir.txt"
    file.write_bytes(b"AKBP Agung")
    assert sources.from_file(file) == Source("AKBP Agung", title="daftar hadir.txt")


# Word


def test_paragraphs_and_tables_of_a_document_come_in_their_order() -> None:
    def fill(d: Any) -> None:
        d.add_paragraph("DAFTAR HADIR")
        table = d.add_table(rows=2, cols=2)
        for row, texts in zip(table.rows, (("Nama", "Jabatan"), ("Budi, S.H.", "Camat\nHilir")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        d.add_paragraph("Selesai")
        d.sections[0].header.paragraphs[0].text = "KOP SURAT"

    source = sources.from_bytes(document(fill), "daftar.docx")
    assert source.text == f"DAFTAR HADIR\nNama\tJabatan\nBudi, S.H.\tCamat{BREAK}Hilir\nSelesai"
    assert in_its_place(source)
    assert source.notes == ("Kepala dan kaki halaman tidak dibaca.",)


def test_merged_cells_of_a_document_are_merged() -> None:
    def fill(d: Any) -> None:
        table = d.add_table(rows=3, cols=3)
        for number, row in enumerate(table.rows):
            for place, cell in enumerate(row.cells):
                cell.text = f"{number}{place}"
        table.cell(0, 0).merge(table.cell(0, 2)).text = "POLRES"
        table.cell(1, 1).merge(table.cell(2, 1)).text = "Dinas"

    source = sources.from_bytes(document(fill), "daftar.docx")
    assert table_rows(source) == [("POLRES", "", ""), ("10", "Dinas", "12"), ("20", "", "22")]
    assert {tuple(span) for span in source.tables[0].spans} == {(0, 0, 1, 3), (1, 1, 2, 1)}


def test_deleted_text_is_left_out_inserted_text_is_in_and_text_boxes_are_read() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Kompol Siti</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    deleted = "<w:del><w:r><w:delText>Budi</w:delText></w:r></w:del>"
    inserted = "<w:ins><w:r><w:t>Agung</w:t></w:r></w:ins>"
    paragraph = f"<w:p {w}><w:r><w:t>AKBP </w:t></w:r>{deleted}{inserted}{box}</w:p>"

    def fill(d: Any) -> None:
        d.element.body.insert(0, parsed(paragraph))

    source = sources.from_bytes(document(fill), "daftar.docx")
    assert source.text == "AKBP Agung\nKompol Siti"
    assert any("Lacak Perubahan" in note for note in source.notes)
    assert any("kotak teks" in note for note in source.notes)


def test_a_table_inside_a_cell_is_the_table() -> None:
    def fill(d: Any) -> None:
        outer = d.add_table(rows=1, cols=1).cell(0, 0)
        outer.text = "Undangan"
        inner = outer.add_table(rows=2, cols=2)
        for number, cell in enumerate(cell for row in inner.rows for cell in row.cells):
            cell.text = ["Nama", "Jabatan", "Budi", "Camat"][number]

    source = sources.from_bytes(document(fill), "daftar.docx")
    assert table_rows(source) == [("Nama", "Jabatan"), ("Budi", "Camat")]
    assert source.text.startswith("Undangan\n")


def test_an_empty_document_is_told() -> None:
    assert "tidak berisi teks" in refusal(document(lambda _: None), "kosong.docx")


# Long and cancelled work


def test_five_megabytes_of_text_ask_often_whether_to_go_on(reader: Reader) -> None:
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1

    line = "Rapat dibuka dan ditutup pada siang hari tanpa catatan lain sama sekali\tlalu\n"
    source = sources.from_text(line * (5_000_000 // len(line)), check=check)
    assert len(source.text) > 4_900_000
    assert asked > 10


@pytest.mark.parametrize("step", ["intake", "reading"])
def test_a_cancelled_job_ends_intake_and_reading(reader: Reader, step: str) -> None:
    class CancelledError(Exception):
        pass

    def check() -> None:
        raise CancelledError

    text = "No\tNama\tJabatan\n" + "1\tBudi\tCamat\n" * 3_000
    source = sources.from_text(text)
    work: dict[str, Callable[[], object]] = {
        "intake": lambda: sources.from_text(text, check=check),
        "reading": lambda: sources.read(source, reader, check),
    }
    with pytest.raises(CancelledError):
        work[step]()


def _with_part(data: bytes, part: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return _package({**parts, part: content})


def _package(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()
