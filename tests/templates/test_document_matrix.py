"""A representative part of the matrix of documents, and proof that its checks see what they are for."""

from __future__ import annotations

import argparse
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.document_matrix import representative
from benchmarks.pages import cases, made
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS
from tests.templates.native_rules import native_faults
from tests.templates.round_trip import OFFICE, lost, saved_again
from tests.templates.schema_tool import MISSING, program, schema_faults

EVERYTHING = argparse.Namespace(sample=None, document=None, template=None, paper=None)
CASES = representative(list(cases(Catalog.load(), EVERYTHING)))
ONE_EACH = [next(case for case in CASES if case.document == document) for document in DOCUMENTS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_composed_document_keeps_the_rules_of_a_native_one(case, catalog: Catalog) -> None:
    assert native_faults(made(catalog, case), case.paper) == []


@pytest.mark.skipif(program() is None, reason=f"Open XML validator {MISSING}")
def test_composed_documents_are_valid_for_word(tmp_path: Path, catalog: Catalog) -> None:
    files = []
    for case in ONE_EACH:
        files.append(tmp_path / f"{case.name}.docx")
        files[-1].write_bytes(made(catalog, case))
    assert {file.name: faults for file, faults in schema_faults(files).items() if faults} == {}


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_keeps_styles_numbers_head_rows_and_fields(tmp_path: Path, catalog: Catalog) -> None:
    documents = {case.name: made(catalog, case) for case in ONE_EACH}
    back = saved_again(documents, tmp_path)
    assert set(back) == set(documents)
    assert {name: faults for name in documents if (faults := lost(documents[name], back[name]))} == {}


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The document with one part written anew; the change must change something."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as written:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                new = change(content.decode("utf-8")).encode("utf-8")
                assert new != content
                content = new
            written.writestr(name, content)
    return target.getvalue()


def swapped(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


BODY, STYLES, RELATIONS = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"
SPOILT = {
    "sheet": (BODY, swapped('w:w="11906"', 'w:w="12240"')),
    "sheet: the first page": (BODY, swapped("<w:titlePg/>", "")),
    "row that may split": (BODY, swapped("<w:cantSplit/>", "")),
    "do not repeat": (BODY, lambda text: re.sub(r"<w:tblHeader[^>]*/>", "", text)),
    "table without grid": (BODY, lambda text: re.sub(r"<w:tblGrid>.*?</w:tblGrid>", "", text, count=1)),
    "direct formatting of a run": (BODY, swapped("<w:r><w:t", "<w:r><w:rPr><w:b/></w:rPr><w:t")),
    "direct formatting of a paragraph": (BODY, swapped("</w:pPr>", '<w:jc w:val="center"/></w:pPr>')),
    "typed number": (BODY, swapped(">Pelaksanaan<", ">1. Pelaksanaan<")),
    "unfilled": (BODY, swapped(">Pelaksanaan<", ">None<")),
    "empty brackets": (BODY, swapped(">Pelaksanaan<", ">Pelaksanaan ()<")),
    "doubled stop": (BODY, swapped(">Pelaksanaan<", ">Pelaksanaan..<")),
    "label without value": (BODY, swapped(">Kamis, 15 Agustus 2024<", "><")),
    "compatibility mode": ("word/settings.xml", swapped('w:val="15"', 'w:val="14"')),
    "language is not": (STYLES, swapped('w:lang w:val="id-ID"', 'w:lang w:val="en-US"')),
    "signature": (STYLES, lambda text: text.replace("<w:keepNext/>", "")),
    "page numbers": ("word/header1.xml", lambda text: text.replace("PAGE", "DATE")),
    "structure": (BODY, swapped('w:val="Bab"', 'w:val="Bub"')),
    "heading level": (STYLES, swapped('w:outlineLvl w:val="0"', 'w:outlineLvl w:val="2"')),
    "points outside": (RELATIONS, swapped('Target="header1.xml"', 'Target="header1.xml" TargetMode="External"')),
    "no content type": ("[Content_Types].xml", swapped("/word/header1.xml", "/word/kepala.xml")),
}  # fmt: skip


@pytest.mark.parametrize("told", SPOILT)
def test_a_spoilt_document_is_told(told: str, catalog: Catalog) -> None:
    case = next(c for c in cases(catalog, EVERYTHING) if c.name == "notula--polri--pasaman-barat--A4")
    good = made(catalog, case)
    assert native_faults(good, "A4") == []
    part, change = SPOILT[told]
    assert any(told in fault for fault in native_faults(changed(good, part, change), "A4"))


LOSSES = {
    "style: heading 1 became": (BODY, swapped('<w:pStyle w:val="Bab"/>', '<w:pStyle w:val="Butir2"/>')),
    "number: decimal %1. became": (BODY, swapped('<w:pStyle w:val="Bab"/>', '<w:pStyle w:val="Butir2"/>')),
    "head rows": (BODY, lambda text: re.sub(r"<w:tblHeader[^>]*/>", "", text)),
    "text": (BODY, swapped(">Pelaksanaan<", "><")),
    "fields": ("word/header1.xml", lambda text: text.replace("PAGE", "DATE")),
}


@pytest.mark.parametrize("told", LOSSES)
def test_what_a_round_trip_loses_is_told(told: str, catalog: Catalog) -> None:
    good = made(catalog, next(c for c in cases(catalog, EVERYTHING) if c.name == "notula--polri--pasaman-barat--A4"))
    assert lost(good, good) == []
    part, change = LOSSES[told]
    assert any(told.casefold() in fault.casefold() for fault in lost(good, changed(good, part, change)))


@pytest.mark.skipif(program() is None, reason=f"Open XML validator {MISSING}")
def test_a_document_that_word_would_mend_is_not_valid(tmp_path: Path, catalog: Catalog) -> None:
    good = made(catalog, ONE_EACH[0])
    file = tmp_path / "wrong.docx"
    file.write_bytes(changed(good, BODY, swapped("</w:pPr>", "<w:tbl/></w:pPr>")))
    assert schema_faults([file])[file]
