"""The papers beside the minutes, filled: their parts stand in the order of the trade and break between pages well."""

from __future__ import annotations

import dataclasses

import companion_samples as companions
import pytest
import template_samples as samples
from filled_templates import FOLDERS, W, fill, full, part, styled, text_of
from lxml import etree


def texts(data: bytes, style: str) -> list[str]:
    return [text for name, text in styled(data) if name == style]


def looks(data: bytes) -> dict[str, etree._Element]:
    styles = part(data, "word/styles.xml")
    return {style.get(W + "styleId", ""): style for style in styles.iter(W + "style")}


def keeps_with_next(style: str, known: dict[str, etree._Element]) -> bool:
    """Whether a style or one it is based on keeps its paragraph with the next one."""
    while style in known:
        if known[style].find(f"{W}pPr/{W}keepNext") is not None:
            return True
        base = known[style].find(W + "basedOn")
        style = "" if base is None else base.get(W + "val", "")
    return False


def test_a_police_invitation_numbers_its_paragraphs_and_names_the_reference_first() -> None:
    data = fill("undangan/polri", companions.invitation(guests=("Dandim 0305/Pasaman",)))
    assert texts(data, "ButirKepala") == ["Rujukan:", companions.invitation().pengantar]
    assert texts(data, "Butir2") == list(companions.BASIS)
    assert texts(data, "ButirIsian")[0] == "hari/tanggal\t:\tKamis, 15 Agustus 2024"
    assert texts(data, "ButirAkhir") == ["Demikian untuk menjadi maklum."]
    assert texts(data, "SuratIsian")[1] == "Klasifikasi\t:\tBIASA"


def test_a_civil_invitation_says_sifat_and_does_not_number_its_text() -> None:
    data = fill("undangan/pemda", companions.invitation(civil=True))
    assert [line.split("\t")[0] for line in texts(data, "SuratIsian")] == ["Nomor", "Sifat", "Lampiran", "Hal"]
    assert texts(data, "ParagrafSurat") == [companions.invitation().pengantar]
    assert not texts(data, "ButirAkhir")


@pytest.mark.parametrize("folder", [f for f in FOLDERS if f.startswith("undangan/")])
def test_few_guests_stand_in_the_head_and_many_on_an_annex_of_their_own(folder: str) -> None:
    one = fill(folder, companions.invitation(guests=("Dandim 0305/Pasaman",)))
    assert texts(one, "SuratTujuan") == ["Yth.\tDandim 0305/Pasaman"]
    assert not texts(one, "LampiranKepala")
    some = fill(folder, companions.invitation(guests=companions.GUESTS[:3]))
    assert texts(some, "SuratTujuanButir") == list(companions.GUESTS[:3])
    many = fill(folder, companions.invitation())
    assert texts(many, "SuratTujuan") == ["Yth.\t(daftar terlampir)"]
    assert texts(many, "LampiranKepala") == ["LAMPIRAN UNDANGAN"]
    listed = [(name, text) for name, text in styled(many) if name.startswith("DaftarUndangan")]
    assert [text for _, text in listed] == list(companions.GUESTS)
    # The last of them come along to a new page together.
    assert [name for name, _ in listed][-3:] == ["DaftarUndanganAkhir", "DaftarUndanganAkhir", "DaftarUndangan"]
    assert looks(many)["LampiranKepala"].find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_a_report_has_five_roman_chapters_and_counts_its_paragraphs_through_them() -> None:
    data = fill("laporan-hasil/polri", companions.results())
    assert texts(data, "BabRomawi") == list(companions.results().tata_urut)
    known = looks(data)
    lists = {known[name].findtext(f"{W}pPr/{W}numPr/{W}numId") for name in ("BabRomawi", "Butir1")}
    numbers = {name: known[name].find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") for name in ("BabRomawi", "Butir1")}
    assert len(lists) == 1
    assert numbers == {"BabRomawi": "5", "Butir1": "1"}
    assert texts(data, "Butir1")[0].startswith("Umum. Rapat koordinasi")


def test_a_report_leaves_out_the_chapter_that_has_nothing_to_say() -> None:
    report = dataclasses.replace(companions.results(), keputusan=(), tindak_lanjut=(), saran="")
    data = fill("laporan-hasil/polri", report)
    assert texts(data, "BabRomawi") == ["Pendahuluan", "Pelaksanaan", "Hasil yang dicapai", "Penutup"]


def test_a_civil_report_uses_the_civil_labels() -> None:
    data = fill("laporan-hasil/pemda", companions.results(civil=True))
    assert texts(data, "BabRomawi")[1] == "Kegiatan yang dilaksanakan"
    assert "Landasan hukum." in texts(data, "ButirKepala")
    assert not [text for text in texts(data, "ButirKepala") if text.startswith("Tata urut")]
    assert texts(data, "TandaTanganIsian")[0] == "Dibuat di\t:\tSimpang Empat"


def test_orders_are_numbered_through_all_speakers_with_what_for_who_and_until_when() -> None:
    data = fill("petikan-arahan/polri", companions.orders())
    orders = [text for style, text in styled(data) if style in ("Butir1", "ButirAkhir")]
    assert orders == [
        "Netralitas. Jaga netralitas Polri.",
        "Siapkan apel gelar pasukan. “Jangan terlambat.”",
        "Bantu pengamanan TPS.",
    ]
    assert texts(data, "ButirRincian") == [
        "Tujuan\t:\tPilkada dipercaya",
        "Pelaksana\t:\tPara Kapolsek",
        "Batas waktu\t:\t20 Agustus",
        "Pelaksana\t:\tKabag Ops",
    ]


@pytest.mark.parametrize("folder", [f for f in FOLDERS if f.split("/")[0] in ("undangan", "laporan-hasil", "notula")])
def test_what_stands_before_a_signature_stays_with_it(folder: str) -> None:
    data = fill(folder, full(folder))
    known = looks(data)
    body = [e for e in part(data, "word/document.xml").iter(W + "p", W + "tbl") if e.getparent().tag == W + "body"]
    block = next(
        n
        for n, element in enumerate(body)
        if element.tag == W + "tbl" and "TandaTanganNama" in {s.get(W + "val") for s in element.iter(W + "pStyle")}
    )
    before = [element.find(f"{W}pPr/{W}pStyle").get(W + "val") for element in body[block - 2 : block]]
    assert all(keeps_with_next(style, known) for style in before), before


def test_the_last_row_of_a_sheet_stays_with_the_signatures() -> None:
    data = fill("tindak-lanjut/polri", companions.tasks())
    rows = [row for row in part(data, "word/document.xml").iter(W + "tr") if "TabelIsi" in styles_of(row)]
    last = [row for row in part(data, "word/document.xml").iter(W + "tr") if "TabelAkhir" in styles_of(row)]
    assert len(last) == 1
    assert text_of(last[0]).startswith("8Menyerahkan")
    assert len(rows) == 7


def styles_of(row: etree._Element) -> set[str]:
    return {style.get(W + "val", "") for style in row.iter(W + "pStyle")}


def test_the_plain_attendance_list_has_empty_cells_to_sign_in() -> None:
    data = fill("daftar-hadir/polos", samples.attendance(people=3, blank=2))
    assert not texts(data, "ParafGanjil")
    assert not texts(data, "ParafGenap")
    rows = [
        row for row in part(data, "word/document.xml").iter(W + "tr") if row.find(f"{W}trPr/{W}trHeight") is not None
    ]
    assert [text_of(list(row.iter(W + "tc"))[4]) for row in rows] == [""] * 5


@pytest.mark.parametrize("folder", [f for f in FOLDERS if f.startswith("dokumentasi/")])
def test_photos_stand_in_rows_of_which_two_fill_a_page(folder: str) -> None:
    for paper, room in (("a4", 16838), ("f4", 18709)):
        document = part(fill(folder, companions.pictures(), paper), "word/document.xml")
        heights = [int(height.get(W + "val", "0")) for height in document.iter(W + "trHeight")]
        margins = next(document.iter(W + "pgMar"))
        free = room - int(margins.get(W + "top", "0")) - int(margins.get(W + "bottom", "0"))
        assert len(heights) == (2 if folder.endswith("-empat") else 3)
        assert 2 * heights[0] < free < 3 * heights[0]


def test_the_letterhead_of_an_office_holder_is_centred_with_its_emblem_over_it_and_no_rule() -> None:
    kop = dataclasses.replace(samples.CIVIL_KOP, baris=("BUPATI PASAMAN BARAT",), jabatan=True)
    data = fill("undangan/pemda", dataclasses.replace(companions.invitation(civil=True), kop=kop))
    assert texts(data, "KopJabatan") == ["BUPATI PASAMAN BARAT"]
    tables = {style.get(W + "val") for style in part(data, "word/document.xml").iter(W + "tblStyle")}
    assert "TabelKopGanda" not in tables
    order = [style for style, _ in styled(data) if style in ("Lambang", "KopJabatan", "KopAlamat")]
    assert order == ["Lambang", "KopJabatan", "KopAlamat"]
