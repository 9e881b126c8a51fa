"""Looking at documents again: what validators miss is found."""

from __future__ import annotations

import io
import zipfile

import pytest
from word_samples import core, docx, drawing, par, parts_of, row, run, table, zipped

from rakor_desktop.word import DamagedDocumentError, Template, inspect_docx, verify

GOOD = docx(table(row("a")) + par("b"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<w:tbl><w:tblPr/></w:tbl>" + par(""), "tabel tanpa baris"),
        (table("<w:tr/>") + par(""), "baris tanpa sel"),
        (table("<w:tr><w:tc><w:tcPr/></w:tc></w:tr>") + par(""), "sel tidak diakhiri paragraf"),
        (table(row(table(row("a")))) + par(""), "sel tidak diakhiri paragraf"),
        ('<w:p><w:pPr><w:pStyle w:val="Tiada"/></w:pPr></w:p>', "gaya Tiada tidak ada"),
        ('<w:p><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:p>', "daftar bernomor 7"),
        (par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), "tidak ditutup"),
        (par(drawing("x").replace("rId2", "rId99")), "berkas gambar tidak ada"),
        (par(drawing("x"), drawing("y")), "dipakai dua kali"),
        (par('<w:bookmarkStart w:id="1" w:name="a"/>', run("x")), "tidak berpasangan"),
    ],
)
def test_structural_faults_are_found(body: str, told: str) -> None:
    assert inspect_docx(GOOD) == ()
    assert any(told in each for each in inspect_docx(docx(body)))


@pytest.mark.parametrize(
    ("properties", "told"),
    [(core("a" * 256), "lebih dari 255"), (core("a", "kemarin"), "tidak sah"), (core("a<b/>"), "unsur lain")],
)
def test_faulty_document_properties_are_found(properties: str, told: str) -> None:
    assert any(told in each for each in inspect_docx(docx(par(""), {"docProps/core.xml": properties})))


def test_damage_is_found_by_verification() -> None:
    with pytest.raises(DamagedDocumentError):
        verify(GOOD[:-40])
    flipped = bytearray(GOOD)
    flipped[GOOD.index(b"word/document.xml") + 40] ^= 0xFF
    with pytest.raises(DamagedDocumentError):
        verify(bytes(flipped))
    assert inspect_docx(bytes(flipped)) != ()
    parts = parts_of(par("a"))
    parts["word/document.xml"] = str(parts["word/document.xml"])[:-5]
    with pytest.raises(DamagedDocumentError, match=r"word/document\.xml"):
        verify(zipped(parts))


def test_a_lost_line_is_found_also_when_it_was_cut_in_the_middle() -> None:
    data = Template.from_bytes(docx(par("Yth. {{ a }} di"))).render({"a": "Kapolres\nDumai & <x>"})
    verify(data, ["Kapolres\nDumai & <x>", "Yth. Kapolres", ""])
    with pytest.raises(DamagedDocumentError, match="Kapolres Dumai"):
        verify(data, ["Kapolres Dumai"])


def test_the_written_zip_is_read_by_the_standard_library() -> None:
    data = Template.from_bytes(docx(par("{{ a }}"), {"word/média.bin": b"x"})).render({"a": "b"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert "word/média.bin" in archive.namelist()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
