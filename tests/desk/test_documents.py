"""Making documents: any text in any field gives whole documents; a failed export leaves the former file whole."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from rakor_desktop.archive.pictures import prepare_photo
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, choose_template, document_bytes, export_document
from rakor_desktop.domain.meeting import Bundle, Photo
from rakor_desktop.errors import ExportError
from rakor_desktop.word import clean, inspect_docx
from tests.conftest import SAMPLES

Sample = Callable[[str], Bundle]

HOSTILE = {
    "markup": "<w:p>&amp; & < > \" ' ]]>",
    "template tags": "{{ kop }} {% for x in y %} {# c #} ${nomor_naskah}",
    "controls": "a\x00b\x01c\x0bd\x0ce\x1ef\x1fg\x7f\x85h\u2028i\ufffe",
    "emoji and marks": "👮🏽‍♂️ 🇮🇩 café é \u202eabc\u202c عربي",
    "lone surrogate": "sebelum\ud800sesudah",
    "lines and tabs": "satu\r\ndua\rtiga\n\nempat\tlima",
    "very long": "kata " * 20_000,
    "one long word": "x" * 5_000,
}


def poisoned(value: Any, text: str) -> Any:
    """The value with ``text`` behind every free text; codes, ids and dates stay."""
    if isinstance(value, tuple):
        return tuple(poisoned(v, text) for v in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if isinstance(old, str):
            if field.type == "str" and not field.name.endswith(("id", "hash", "style", "zone", "font")):
                changes[field.name] = f"{old} {text}"
        elif old is not None:
            changes[field.name] = poisoned(old, text)
    return replace(value, **changes)


def words_of(data: bytes) -> str:
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return " ".join("".join(t.text or "" for t in root.iter(f"{space}t")).split())


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_hostile_text_in_every_field_gives_a_whole_document(
    kind: str, document: str, sample: Sample, catalog: Catalog
) -> None:
    bundle = sample("pasaman-barat")
    meeting = poisoned(bundle.meeting, HOSTILE[kind])
    hostile = replace(bundle, meeting=replace(meeting, id=bundle.meeting.id))
    data = document_bytes(hostile, document, ".docx", catalog=catalog)
    assert inspect_docx(data) == ()
    said = words_of(data)
    # Photo pages name no people.
    known = "Lapangan Indoor Polres Pasaman Barat" if document == "dokumentasi" else "Agung Tribawanto"
    assert known in said
    if kind == "markup":
        assert "<w:p>&amp; & < >" in said
    if kind == "template tags":
        assert "{% for x in y %}" in said
        assert "${nomor_naskah}" in said
    if kind == "lone surrogate":
        assert "sebelumsesudah" in said
    for suffix in (".txt", ".html"):
        text = document_bytes(hostile, document, suffix, catalog=catalog).decode("utf-8")
        assert known in text
        assert "<w:p>" not in text or suffix == ".txt"


def test_html_holds_no_tag_that_a_field_brought(sample: Sample, catalog: Catalog) -> None:
    bundle = sample("pasaman-barat")
    hostile = replace(bundle, meeting=poisoned(bundle.meeting, '<script>alert(1)</script><img src=x onerror="y">'))
    for document in DOCUMENTS:
        page = document_bytes(hostile, document, ".html", catalog=catalog).decode("utf-8")
        assert "<script" not in page
        assert "<img" not in page
        assert "&lt;script&gt;" in page


def test_a_photo_is_printed_with_its_caption_and_loses_its_place_data(sample: Sample, catalog: Catalog) -> None:
    picture = Image.new("RGB", (3000, 2000), "navy")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "S"
    raw = io.BytesIO()
    picture.save(raw, "JPEG", exif=exif)
    kept = prepare_photo(raw.getvalue())
    bundle = sample("pasaman-barat")
    photo = Photo(id="f1", caption="Kapolres memimpin rapat", credit="Humas", content_hash="abc", public=True)
    bundle = replace(bundle, meeting=replace(bundle.meeting, photos=(photo,)))
    for document in ("notula", "siaran-pers"):
        data = document_bytes(bundle, document, ".docx", catalog=catalog, photos={"abc": kept}.get)
        assert inspect_docx(data) == ()
        assert "Kapolres memimpin rapat" in words_of(data)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            media = [n for n in package.namelist() if n.startswith("word/media/")]
            printed = Image.open(io.BytesIO(package.read(media[0])))
        assert len(media) == 1
        assert not printed.getexif()
        assert printed.height > printed.width
    page = document_bytes(bundle, "siaran-pers", ".html", catalog=catalog, photos={"abc": kept}.get).decode()
    assert "<figcaption>Kapolres memimpin rapat" in page


def test_the_template_follows_the_office_unless_named(catalog: Catalog) -> None:
    assert choose_template("notula", catalog, "police").name == "polri"
    assert choose_template("notula", catalog, "local_government").name == "pemda"
    assert choose_template("notula", catalog, "police", "pemda").name == "pemda"
    with pytest.raises(ExportError, match="tidak ada") as caught:
        choose_template("notula", catalog, "police", "tiada")
    assert caught.value.code == "unknown_template"


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_paper_of_the_office_is_the_papers_of_the_document(paper: Any, sample: Sample, catalog: Catalog) -> None:
    bundle = sample("belawan")
    bundle = replace(bundle, office=replace(bundle.office, paper=paper))
    with zipfile.ZipFile(io.BytesIO(document_bytes(bundle, "notula", ".docx", catalog=catalog))) as package:
        xml = package.read("word/document.xml").decode()
    assert ('w:w="11906"' if paper == "A4" else 'w:w="12189"') in xml


@contextmanager
def small_disk() -> Iterator[None]:
    """No file may grow beyond a few bytes, as on a full disk."""
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit of file sizes to play a full disk with")
def test_a_full_disk_leaves_the_former_file_whole(sample: Sample, catalog: Catalog, tmp_path: Path) -> None:
    target = tmp_path / "notula.docx"
    target.write_bytes(b"yang lama")
    with small_disk(), pytest.raises(ExportError):
        export_document(sample("lahat"), "notula", target, catalog=catalog)
    assert target.read_bytes() == b"yang lama"
    assert [p.name for p in tmp_path.iterdir()] == ["notula.docx"]


def test_a_target_that_is_a_folder_or_has_none_is_told(sample: Sample, catalog: Catalog, tmp_path: Path) -> None:
    folder = tmp_path / "x.docx"
    folder.mkdir()
    for target in (folder, tmp_path / "tiada" / "n.docx"):
        with pytest.raises(ExportError) as caught:
            export_document(sample("lahat"), "notula", target, catalog=catalog)
        assert caught.value.message.endswith(".")


def test_a_cancelled_export_writes_nothing(sample: Sample, catalog: Catalog, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        export_document(sample("lahat"), "notula", tmp_path / "n.docx", catalog=catalog, cancelled=lambda: True)
    assert caught.value.code == "cancelled"
    assert list(tmp_path.iterdir()) == []


def test_cleaning_keeps_words_and_drops_only_what_no_file_can_hold() -> None:
    assert clean("a\x00b\r\nc\u2028d\u202ee") == "ab\nc\nde"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_word_files_hold_the_facts_of_the_article(
    name: str, sample: Sample, catalog: Catalog, facts: dict[str, Any]
) -> None:
    wanted = facts[name]
    for template in ("polri", "pemda", "tni", "umum"):
        minutes = words_of(document_bytes(sample(name), "notula", ".docx", catalog=catalog, template=template))
        for fact in (*wanted["orang"], *wanted["tanggal"], wanted["tempat"], *wanted["kutipan"]):
            assert fact in minutes, (template, fact)
    release = words_of(document_bytes(sample(name), "siaran-pers", ".docx", catalog=catalog))
    for fact in (*wanted["orang"], wanted["tanggal_rilis"], wanted["tempat"], wanted["penutup"]):
        assert fact in release, fact
    attendance = words_of(document_bytes(sample(name), "daftar-hadir", ".docx", catalog=catalog))
    for person in sample(name).meeting.attendees:
        assert person.name in attendance
        assert person.rank in attendance
