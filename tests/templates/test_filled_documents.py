"""Filled with a whole meeting and with nothing, every template gives a document an office can send."""

from __future__ import annotations

import dataclasses
import io

import docx as python_docx
import pytest
import template_samples as samples
from filled_templates import (
    FOLDERS,
    PAPERS,
    TYPED_NUMBER,
    VIEWS,
    W,
    empty,
    fill,
    full,
    part,
    styled,
    template_file,
    text_of,
)

from rakor_desktop.word import Template, inspect_docx

POLICE_STYLES = {
    "Kop", "KopAlamat", "Judul", "SubjudulGaris", "Nomor", "Bab", "Butir2", "Butir3", "ButirIsian", "ButirPenutup",
    "TabelKepala", "TabelIsi", "TandaTangan", "TandaTanganNama", "Tembusan", "TembusanButir", "Foto", "KeteranganFoto",
}  # fmt: skip


PLAIN = "daftar-hadir/polos"


def texts(data: bytes, style: str) -> list[str]:
    return [text for name, text in styled(data) if name == style]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_template_fits_its_view_model(folder: str, paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = Template.open(template_file(folder, paper)).check(VIEWS[folder.split("/")[0]])
    assert not [str(fault) for fault in faults]


@pytest.mark.parametrize("values", [full, empty], ids=["full", "empty"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_filled_document_is_clean_and_opens(folder: str, values) -> None:
    data = fill(folder, values(folder))
    assert inspect_docx(data) == ()
    document = python_docx.Document(io.BytesIO(data))
    used = {p.style.style_id for p in document.paragraphs}
    assert used <= {style.style_id for style in document.styles}
    assert document.core_properties.language == "id-ID"


@pytest.mark.parametrize("folder", FOLDERS)
def test_numbers_of_lists_are_never_typed(folder: str) -> None:
    lists = ("Butir", "Bab", "Daftar", "Tembusan")
    typed = [
        text
        for style, text in styled(fill(folder, full(folder)))
        if style.startswith(lists) and TYPED_NUMBER.match(text)
    ]
    assert typed == []


def _blank_head(folder: str) -> list[str]:
    """The labels of a letter stand before blanks: they are filled in by hand."""
    military = folder.endswith(("/polri", "/tni"))
    labels = ("Klasifikasi", "Lampiran", "Perihal") if military else ("Sifat", "Lampiran", "Hal")
    return [*(f"{label}\t:\t" for label in labels), "Kepada"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_empty_meeting_leaves_no_heading_label_or_number_behind(folder: str) -> None:
    data = fill(folder, empty(folder))
    said = [(style, text.strip()) for style, text in styled(data) if text.strip()]
    tables = [text for style, text in said if style == "TabelKepala"]
    rest = [text for style, text in said if style != "TabelKepala"]
    document = folder.split("/")[0]
    expected = {
        "notula": ["NOTULEN"],
        "daftar-hadir": ["DAFTAR HADIR"],
        "siaran-pers": ["SIARAN PERS"],
        "laporan-whatsapp": ["LAPORAN"],
        "laporan-hasil": ["LAPORAN HASIL"],
        "petikan-arahan": ["PETIKAN ARAHAN"],
        "tindak-lanjut": ["LEMBAR TINDAK LANJUT"],
        "dokumentasi": ["DOKUMENTASI"],
        "undangan": ["Nomor\t:\t", *_blank_head(folder), "Yth.", "di", "\tTempat"],
    }
    assert [text.strip() for text in rest] == [text.strip() for text in expected[document]]
    assert bool(tables) == (document == "daftar-hadir")
    assert not [
        style for style, _ in styled(data) if style.startswith(("Bab", "Butir", "TandaTangan", "Tembusan", "Kop"))
    ]


def test_police_minutes_use_the_named_styles() -> None:
    used = {style for style, _ in styled(fill("notula/polri", samples.minutes()))}
    assert used >= POLICE_STYLES


def test_police_minutes_have_the_sections_in_order() -> None:
    data = fill("notula/polri", samples.minutes())
    assert texts(data, "Bab") == ["Dasar", "Pelaksanaan", "Acara", "Hasil", "Tindak lanjut", "Penutup"]
    assert list(texts(data, "ButirPembuka")) == [
        "Paparan Kabag Ops",
        "Paparan Ketua Bawaslu Kabupaten Pasaman Barat",
        "Arahan Kapolres Pasaman Barat",
        "Kesimpulan dan kesepakatan",
        "Data",
    ]
    assert "hari/tanggal\t:\tKamis, 15 Agustus 2024" in texts(data, "ButirIsian")


def test_a_section_without_content_is_left_out_and_the_rest_follows() -> None:
    data = fill("notula/polri", dataclasses.replace(samples.minutes(), dasar=(), acara=(), nomor=""))
    assert texts(data, "Bab") == ["Pelaksanaan", "Hasil", "Tindak lanjut", "Penutup"]
    assert not [text for _, text in styled(data) if text.startswith("Nomor")]


def test_civil_minutes_have_the_labels_in_order() -> None:
    data = fill("notula/pemda", samples.minutes(civil=True))
    labels = [text for style, text in styled(data) if style in ("IsianLabel", "IsianLabelDalam") and text != ":"]
    assert labels == [
        "Sidang/Rapat",
        "Hari/Tanggal",
        "Waktu Panggilan",
        "Waktu Sidang/Rapat",
        "Tempat",
        "Acara",
        "Pimpinan Sidang/Rapat",
        "Ketua",
        "Sekretaris",
        "Pencatat",
        "Peserta Sidang/Rapat",
    ]
    assert texts(data, "BabTanpaNomor") == ["Kegiatan Sidang/Rapat"]
    assert texts(data, "Bab") == ["Kata Pembukaan", "Pembahasan", "Peraturan", "Tindak Lanjut", "Penutup"]
    assert texts(data, "DaftarAcara") == list(samples.AGENDA)


@pytest.mark.parametrize(
    ("folder", "sides"),
    [("notula/polri", ("Mengetahui", "Notulis")), ("notula/pemda", ("Notulis,", "PIMPINAN SIDANG/RAPAT"))],
)
def test_signatures_stand_side_by_side_and_stay_together(folder: str, sides: tuple[str, str]) -> None:
    data = fill(folder, full(folder))
    table = next(
        t
        for t in part(data, "word/document.xml").iter(W + "tbl")
        if sides[1] in text_of(t) and "Peserta" not in text_of(t)
    )
    opening = next(row for row in table.iter(W + "tr") if sides[0] in text_of(row))
    assert [text_of(cell) for cell in opening.iter(W + "tc")] == [sides[0], "", sides[1]]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr"))
    styles = part(data, "word/styles.xml")
    block = next(s for s in styles.iter(W + "style") if s.get(W + "styleId") == "TandaTangan")
    assert block.find(f"{W}pPr/{W}keepNext") is not None


def test_a_missing_signer_leaves_his_half_blank_without_a_rule() -> None:
    data = fill("notula/polri", dataclasses.replace(samples.minutes(), tanda_tangan_kiri=None))
    assert texts(data, "TandaTanganNama") == ["RINA MARLINA, S.H."]


def test_secret_minutes_say_so_over_and_under_every_page() -> None:
    for word in ("RAHASIA", "SANGAT RAHASIA", ""):
        data = fill("notula/polri", dataclasses.replace(samples.minutes(), cap_klasifikasi=word))
        for name in ("word/header1.xml", "word/header2.xml", "word/footer1.xml"):
            said = [text_of(p) for p in part(data, name).iter(W + "p")]
            assert said[0] == (word or ("2" if name == "word/header1.xml" else "")), (word, name)


@pytest.mark.parametrize("folder", [f for f in FOLDERS if f.startswith("daftar-hadir") and f != PLAIN])
def test_the_attendance_list_signs_in_zig_zag_with_room(folder: str) -> None:
    view = samples.attendance(people=3, blank=2)
    data = fill(folder, view)
    assert texts(data, "ParafGanjil") == ["1. \t", "3. \t", "5. \t"]
    assert texts(data, "ParafGenap") == ["2. \t", "4. \t"]
    rows = [
        row for row in part(data, "word/document.xml").iter(W + "tr") if row.find(f"{W}trPr/{W}trHeight") is not None
    ]
    assert len(rows) == 5
    heights = [int(height.get(W + "val", "0")) for row in rows for height in row.iter(W + "trHeight")]
    assert min(heights) >= round(0.9 * 1440 / 2.54)
    assert "(mewakili Bupati Pasaman Barat)" in texts(data, "TabelIsi")


def test_a_release_says_the_lead_once_after_its_dateline() -> None:
    data = fill("siaran-pers/polri", samples.release())
    paragraphs = [*texts(data, "ParagrafSiaran"), *texts(data, "ParagrafSiaranAkhir")]
    assert paragraphs[0].startswith("Pasaman Barat – Jelang Pemilukada")
    assert len(paragraphs) == 1 + len(samples.release().paragraf)
    assert len({*paragraphs}) == len(paragraphs)
    assert texts(data, "PenutupSiaranLanjut")[0] == "(GST) (HumasResPasbar)"
    assert len(texts(data, "Foto")) == 3
    assert len(texts(data, "KeteranganFoto")) == 2


def test_an_emblem_stands_in_the_civil_letterhead_with_its_alternative_text() -> None:
    document = part(fill("notula/pemda", samples.minutes(civil=True)), "word/document.xml")
    first = next(document.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    assert first.get("descr") == "Lambang Kabupaten Pasaman Barat"


def test_the_police_letterhead_closes_with_a_rule_of_a_table_that_hugs_its_lines() -> None:
    document = part(fill("notula/polri", samples.minutes()), "word/document.xml")
    table = next(document.iter(W + "tbl"))
    layout, width, style = (next(table.iter(W + tag)) for tag in ("tblLayout", "tblW", "tblStyle"))
    assert (layout.get(W + "type"), width.get(W + "type"), style.get(W + "val")) == ("autofit", "auto", "TabelKop")
    assert [text_of(p) for p in table.iter(W + "p")] == [*samples.POLICE_KOP.baris, samples.POLICE_KOP.alamat]
