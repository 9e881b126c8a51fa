"""The pages of real documents look right: no signature alone, no heading at the foot, nothing beyond the margin."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.shared import Mm

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, document_bytes
from rakor_desktop.domain.meeting import Bundle, FollowUp
from rakor_desktop.printing import Pages, Typesetter
from tests.conftest import SAMPLES
from tests.printing.page_sanity import PageFault, page_faults

PAPER_OF = dict(zip(SAMPLES, ("A4", "F4", "A4", "F4", "A4"), strict=True))
"""Each sample on one paper: with the office's own form a fair part of the whole, which benchmarks/pages.py makes."""


@pytest.mark.skipif(not Typesetter().available, reason="neither Word nor LibreOffice is installed")
def test_no_page_of_a_sample_looks_like_an_accident(catalog: Catalog, sample: Callable[[str], Bundle]) -> None:
    documents: dict[str, bytes] = {}
    for name in SAMPLES:
        bundle = replace(sample(name), office=replace(sample(name).office, paper=PAPER_OF[name]))  # type: ignore[arg-type]
        for document in DOCUMENTS:
            documents[f"{name}--{document}"] = document_bytes(bundle, document, ".docx", catalog=catalog)
    made = Typesetter().typeset_many(documents)
    found: list[tuple[str, PageFault]] = []
    for key, data in documents.items():
        name = key.split("--")[0]
        with Pages(made[key].pdf) as pages:
            wide, high = sorted(pages.sizes[0].millimetres)
            assert (wide, high) == ((210, 297) if PAPER_OF[name] == "A4" else (215, 330)), key
            assert len(pages) <= 8, key
            found += [(key, fault) for fault in page_faults(data, pages)]
    assert not found


def grown(bundle: Bundle, document: str, number: int) -> Bundle:
    """The meeting with so many people, follow-ups or invited, and nothing said in closing."""
    meeting = bundle.meeting
    if document == "daftar-hadir":
        people = islice(cycle(meeting.attendees), number)
        meeting = replace(meeting, attendees=tuple(replace(one, id=f"a{n}") for n, one in enumerate(people)))
    elif document == "undangan":
        meeting = replace(meeting, recipients=tuple(f"Kepala Desa {n}" for n in range(number)))
    else:
        points = enumerate(islice(cycle(meeting.items), number))
        items = tuple(replace(one, id=f"i{n}", follow_up=FollowUp(responsible="Kabag Ops")) for n, one in points)
        meeting = replace(meeting, items=items, conduct="", held=replace(meeting.held, end=None))
    return replace(bundle, meeting=meeting, office=replace(bundle.office, paper="A4"))


@pytest.mark.skipif(not Typesetter().available, reason="neither Word nor LibreOffice is installed")
@pytest.mark.parametrize(
    ("document", "name", "numbers"),
    [
        ("daftar-hadir", "kutai-barat", range(33, 43)),
        ("tindak-lanjut", "lumajang", range(38, 46)),
        ("notula", "pasaman-barat", range(9, 15)),
        ("undangan", "lumajang", range(34, 42)),
    ],
)
def test_whatever_the_number_of_lines_the_last_page_holds_more_than_signatures_or_one_line(
    document: str, name: str, numbers: range, catalog: Catalog, sample: Callable[[str], Bundle]
) -> None:
    documents = {
        f"n{number}": document_bytes(grown(sample(name), document, number), document, ".docx", catalog=catalog)
        for number in numbers
    }
    for key, made in Typesetter().typeset_many(documents).items():
        with Pages(made.pdf) as pages:
            assert len(pages) > 1, key
            assert not page_faults(documents[key], pages), key


@pytest.mark.skipif(not Typesetter().available, reason="neither Word nor LibreOffice is installed")
def test_a_heading_is_found_at_the_foot_with_its_number_in_capitals_and_in_two_lines() -> None:
    made = docx.Document()
    chapter = made.styles.add_style("BabRomawi", WD_STYLE_TYPE.PARAGRAPH)
    chapter.font.all_caps = True  # type: ignore[attr-defined]
    made.styles.add_style("ButirKepala", WD_STYLE_TYPE.PARAGRAPH)
    for text, style in (("IV. Penutup", "BabRomawi"), ("7. Penyampaian\nKapolres Lumajang.", "ButirKepala")):
        made.add_paragraph("Isi halaman ini.")
        made.add_paragraph(text, style).add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("Isi halaman ini.")
    out = io.BytesIO()
    made.save(out)
    with Pages(Typesetter().typeset(out.getvalue()).pdf) as pages:
        found = [fault for fault in page_faults(out.getvalue(), pages) if fault.code == "widow-heading"]
    assert [(fault.page, fault.text) for fault in found] == [(1, "IV. PENUTUP"), (2, "Kapolres Lumajang.")]


@pytest.mark.skipif(not Typesetter().available, reason="neither Word nor LibreOffice is installed")
def test_what_looks_like_an_accident_is_found() -> None:
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for style in ("Bab", "TandaTanganJabatan", "TandaTanganNama", "TabelKepala"):
        made.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
    made.add_paragraph("Isi halaman pertama.")
    made.add_paragraph("Kesimpulan", "Bab").add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("Satu, dua, tiga.")
    made.add_paragraph("Penanggung jawab", "TabelKepala")
    made.add_page_break()
    made.add_page_break()
    made.add_paragraph("KEPALA KEPOLISIAN RESOR", "TandaTanganJabatan").add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("BUDI SANTOSO, S.H.", "TandaTanganNama")
    out = io.BytesIO()
    made.save(out)
    with Pages(Typesetter().typeset(out.getvalue()).pdf) as pages:
        found = {(fault.page, fault.code) for fault in page_faults(out.getvalue(), pages)}
    assert (1, "widow-heading") in found
    assert (2, "table-head-alone") in found
    assert (3, "blank-page") in found
    assert {(4, "signature-alone"), (5, "signature-alone"), (4, "signature-split")} <= found
