"""Whole meetings, long, broken, half filled or full of odd signs, through every document into every format."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, SUFFIXES, document_bytes
from rakor_desktop.domain.meeting import Bundle, Meeting, Photo
from rakor_desktop.errors import PhotoError
from tests.desk.hostile_meetings import PICTURES, WHOLE, bundles, hostile_meetings, office, photo_of
from tests.templates.native_rules import DOUBLED_STOP, EMPTY_BRACKETS, native_faults
from tests.templates.schema_tool import MISSING, program, schema_faults

MEETINGS = tuple(hostile_meetings())
KINDS = {"pemda": "local_government", "tni": "army", "polri": "police", "polos": "police"}
LABEL = re.compile(r"(?m)^[A-Z][^:\n]{1,30}:[ \t]*$(?!\n[ \t]*(?:[-\d*]|\S))")
"""A label of the plain text form after which nothing comes."""


def made(document: str, meeting: str, suffix: str, turn: int, catalog: Catalog) -> tuple[bytes, Bundle]:
    """A document of a hostile meeting; the forms and papers take turns."""
    forms = catalog.templates_for(document)
    form = forms[turn % len(forms)].name
    bundle = bundles(KINDS.get(form.split("-")[0], "other"), ("A4", "F4")[turn % 2])[meeting]
    return document_bytes(bundle, document, suffix, catalog=catalog, photos=photo_of, template=form), bundle


@pytest.mark.parametrize("meeting", MEETINGS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_any_meeting_at_all_gives_a_native_document(document: str, meeting: str, catalog: Catalog) -> None:
    data, bundle = made(document, meeting, ".docx", MEETINGS.index(meeting), catalog)
    faults = native_faults(data, bundle.office.paper)
    if meeting == "template tags":
        faults = [fault for fault in faults if not fault.startswith("unfilled") or "None" in fault]
    assert faults == []


@pytest.mark.parametrize("meeting", MEETINGS)
@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("suffix", SUFFIXES[1:])
def test_any_meeting_at_all_gives_clean_text(suffix: str, document: str, meeting: str, catalog: Catalog) -> None:
    if (document, suffix) == ("siaran-pers", ".html") and meeting in ("large", "only photos"):
        with pytest.raises(PhotoError, match="7"):  # what leaves the house never loses a photo unsaid
            made(document, meeting, suffix, MEETINGS.index(meeting), catalog)
        return
    text = made(document, meeting, suffix, MEETINGS.index(meeting), catalog)[0].decode("utf-8")
    words = html.unescape(re.sub(r"(?s)<style.*?</style>|<[^>]*>", " ", text)) if suffix == ".html" else text
    assert not re.search(r"\bNone\b", words)
    assert not EMPTY_BRACKETS.search(words)
    assert not [line for line in words.splitlines() if DOUBLED_STOP.search(line.strip())]
    if suffix == ".txt":
        assert not LABEL.search(words)


@pytest.mark.parametrize("document", ["notula", "dokumentasi", "laporan-hasil"])
def test_a_damaged_photo_keeps_back_neither_the_paper_nor_the_other_photos(document: str, catalog: Catalog) -> None:
    photos = tuple(Photo(mark, f"Foto {mark}", content_hash=mark) for mark in (*PICTURES, "missing"))
    bundle = Bundle(office=office("police"), meeting=Meeting(title="Rapat", photos=photos))
    data = document_bytes(bundle, document, ".docx", catalog=catalog, photos=photo_of)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        printed = [name for name in package.namelist() if name.startswith("word/media/")]
        words = package.read("word/document.xml").decode("utf-8")
    assert len(printed) == len(WHOLE)
    assert all(f"Foto {photo.id}" in words for photo in photos)


@pytest.mark.skipif(program() is None, reason=f"Open XML validator {MISSING}")
def test_hostile_meetings_are_valid_for_word(tmp_path: Path, catalog: Catalog) -> None:
    files = []
    for turn, meeting in enumerate(MEETINGS):
        document = DOCUMENTS[turn % len(DOCUMENTS)]
        files.append(tmp_path / f"{document} {meeting}.docx")
        files[-1].write_bytes(made(document, meeting, ".docx", turn, catalog)[0])
    assert {file.name: faults for file, faults in schema_faults(files).items() if faults} == {}
