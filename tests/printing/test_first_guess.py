"""A heading stays with its text where LibreOffice's first guess at the pages ends with that heading."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.shared import Pt

from rakor_desktop.printing import Pages, Typesetter
from rakor_desktop.printing.first_guess import HIDDEN, beyond_first_guess

GUESS = 25
"""Paragraphs that LibreOffice deals out to a page before it measures."""


def document(paragraphs: int) -> bytes:
    """So many paragraphs on one page, the last one a heading at its very foot, and three lines after it."""
    made = docx.Document()
    section = made.sections[0]
    section.page_height, section.top_margin, section.bottom_margin = Pt(842), Pt(60), Pt(60)
    high = (722 - 16) / (paragraphs - 1)
    for text, height in [*[("isi", high)] * (paragraphs - 1), ("KEPALA", 14.0), *[("sesudahnya", 14.0)] * 3]:
        look = made.add_paragraph(text).paragraph_format
        look.space_after, look.line_spacing, look.keep_with_next = Pt(0), Pt(height), text == "KEPALA"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.skipif(not Typesetter().available, reason="neither Word nor LibreOffice is installed")
def test_a_heading_at_the_foot_goes_over_with_its_text() -> None:
    made = Typesetter().typeset_many({f"n{n}": document(n) for n in (GUESS - 1, GUESS, GUESS + 1)})
    for name, typeset in made.items():
        with Pages(typeset.pdf) as pages:
            first, second = ([line.text for line in pages.lines(n)] for n in range(2))
        assert "KEPALA" not in first, name
        assert second[0] == "KEPALA", name
        assert len(first) == int(name[1:]) - 1


def test_only_the_text_is_changed_and_the_hidden_paragraphs_stand_before_it() -> None:
    before = document(3)
    after = beyond_first_guess(before)
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml"]
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(after)).paragraphs]
    assert texts == [""] * HIDDEN + [paragraph.text for paragraph in docx.Document(io.BytesIO(before)).paragraphs]


@pytest.mark.parametrize("data", [b"", b"isi", b"PK\x03\x04 rusak"])
def test_what_is_no_word_file_is_left_to_the_engine(data: bytes) -> None:
    assert beyond_first_guess(data) == data
