"""LibreOffice opens what we make: every sample in every document becomes pages that hold its names."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, export_document
from rakor_desktop.domain.meeting import Bundle
from tests.conftest import SAMPLES

OFFICE = shutil.which("soffice")
MM_PER_POINT = 25.4 / 72
LYING = "tindak-lanjut"
NAMING = ("notula", "daftar-hadir", "siaran-pers", "laporan-whatsapp", "laporan-hasil")
"""The documents that name everybody who was there."""
PAPERS = {"A4": (210, 297), "F4": (215, 330)}


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_every_sample_opens_in_libreoffice_on_the_offices_paper(
    tmp_path: Path, sample: Callable[[str], Bundle], catalog: Catalog, facts: dict[str, Any]
) -> None:
    made = []
    for name in SAMPLES:
        for paper in PAPERS:
            bundle = replace(sample(name), office=replace(sample(name).office, paper=paper))  # type: ignore[arg-type]
            for document in DOCUMENTS:
                target = tmp_path / f"{name}--{paper}--{document}.docx"
                made.append(export_document(bundle, document, target, catalog=catalog))
    command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), *map(str, made)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    for target in made:
        name, paper, document = target.stem.split("--")
        pdf = pypdfium2.PdfDocument(target.with_suffix(".pdf"))
        size = pdf[0].get_size()
        sides = tuple(round(side * MM_PER_POINT) for side in size)
        assert sides == (PAPERS[paper][::-1] if document == LYING else PAPERS[paper]), target.name
        assert len(pdf) <= 5, target.name
        text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
        pdf.close()
        for person in sample(name).meeting.attendees if document in NAMING else ():
            assert person.name in text, (target.name, person.name)
        if document != "siaran-pers":  # its date is short
            assert facts[name]["tanggal"][0] in text, target.name
