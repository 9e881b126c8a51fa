"""What has to stand on every page: the classification at head and foot, the number from page 2; and what must not."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, document_bytes
from rakor_desktop.domain.meeting import Bundle, Classification
from rakor_desktop.printing import Pages, Typesetter
from tests.desk.hostile_meetings import large, office, photo_of

PUBLIC = "siaran-pers"
"""Goes to the press: a release never bears a classification."""
MEETING = large(people=45, orders=40, photos=6)


def written(document: str, code: Classification, catalog: Catalog, *, restricted: bool = False) -> bytes:
    bundle = Bundle(office=office("police"), meeting=replace(MEETING, classification=code))
    switches = replace(bundle.office.switches, mark_restricted=restricted)
    bundle = replace(bundle, office=replace(bundle.office, switches=switches))
    return document_bytes(bundle, document, ".docx", catalog=catalog, photos=photo_of)


def pages_of(pdf: bytes) -> list[list[str]]:
    """The rows of words of every page, from above."""
    with Pages(pdf) as pages:
        return [
            [" ".join(line.text.split()) for line in sorted(pages.lines(n), key=lambda line: line.top)]
            for n in range(len(pages))
        ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_secret_papers_say_so_at_head_and_foot_and_count_their_pages_from_the_second(catalog: Catalog) -> None:
    documents = {f"{document} R": written(document, "R", catalog) for document in DOCUMENTS}
    documents["notula B"] = written("notula", "B", catalog)
    documents["notula T"] = written("notula", "T", catalog)
    documents["notula T marked"] = written("notula", "T", catalog, restricted=True)
    documents["notula SR"] = written("notula", "SR", catalog)
    words = {"R": "RAHASIA", "T marked": "TERBATAS", "SR": "SANGAT RAHASIA"}
    for name, made in Typesetter().typeset_many(documents).items():
        document, _, case = name.partition(" ")
        word = "" if document == PUBLIC else words.get(case, "")
        pages = pages_of(made.pdf)
        assert len(pages) > 1, name
        for number, rows in enumerate(pages, 1):
            assert (rows[0] == word) == bool(word), (name, number, rows[:2])
            assert (rows[-1] == word) == bool(word), (name, number, rows[-2:])
            head = " ".join(rows[bool(word) : bool(word) + 5])
            counted = head.startswith((f"{number} ", f"Halaman dari {number} ", f"Halaman {number} dari"))
            assert (counted or head.startswith("Halaman")) == (number > 1), (name, number, head[:80])
