"""The pages of real documents look right: no signature alone, no heading at the foot, nothing beyond the margin."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.shared import Mm

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, document_bytes
from rakor_desktop.domain.meeting import Bundle
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
