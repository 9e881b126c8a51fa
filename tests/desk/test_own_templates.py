"""The office's own templates: copied, checked with places and remedies, refused when hostile, and kept whole."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.template_shelf import BIN, TemplateShelf
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.desk.documents import export_document
from rakor_desktop.desk.template_check import (
    check_bytes,
    check_template,
    fitting_documents,
    paper_name,
    refusal_of,
    trace_of,
    trial_view,
)
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.errors import CatalogError, ExportError
from rakor_desktop.settings import Settings


@pytest.fixture
def shelf(tmp_path: Path) -> TemplateShelf:
    return TemplateShelf(Catalog.load(user=tmp_path / "data"))


def own_copy(shelf: TemplateShelf, title: str = "Notula Polres") -> Path:
    entry = shelf.catalog.template("notula/polri")
    assert entry is not None
    made = shelf.copy(entry, title, "A4")
    return made.folder / "template-a4.docx"


def add_paragraphs(file: Path, *texts: str) -> None:
    document = docx.Document(str(file))
    for text in texts:
        document.add_paragraph(text)
    document.save(str(file))


def test_a_copy_of_a_shipped_template_is_whole_own_and_without_faults(shelf: TemplateShelf) -> None:
    file = own_copy(shelf)
    made = shelf.catalog.template("notula/notula-polres")
    assert made is not None
    assert (made.own, made.title, made.papers, made.files) == (
        True, "Notula Polres", ("A4",), ("template-a4.docx", "template.txt"),
    )  # fmt: skip
    shipped = shelf.catalog.template("notula/polri")
    assert shipped is not None
    assert not shipped.own
    assert file.read_bytes() == (shipped.folder / "template-a4.docx").read_bytes()
    assert check_template(made).usable
    assert shelf.copy(made, "Notula Polres").title == "Notula Polres 2"


@pytest.mark.parametrize("title", ["", "  \n", "\u0007"])
def test_a_template_without_a_name_is_refused(shelf: TemplateShelf, title: str) -> None:
    entry = shelf.catalog.template("notula/polri")
    assert entry is not None
    with pytest.raises(CatalogError, match="belum bernama"):
        shelf.copy(entry, title)


@pytest.mark.parametrize(
    ("title", "name"),
    [("CON", "templat-con"), ("../../evil", "evil"), ("Notula: Baru/Lama?", "notula-baru-lama"), ("Нотула", "templat")],
)
def test_folder_names_are_safe_on_every_system(shelf: TemplateShelf, title: str, name: str) -> None:
    assert own_copy(shelf, title).parent.name == name


def test_renaming_keeps_the_folder_and_deleting_can_be_undone(shelf: TemplateShelf, tmp_path: Path) -> None:
    file = own_copy(shelf)
    made = shelf.catalog.template("notula/notula-polres")
    assert made is not None
    renamed = shelf.rename(made, "Notula Bagops")
    assert (renamed.key, renamed.title, renamed.papers) == ("notula/notula-polres", "Notula Bagops", ("A4",))
    dropped = shelf.delete(renamed)
    assert shelf.catalog.template("notula/notula-polres") is None
    assert not file.exists()
    assert list((tmp_path / "data" / BIN).iterdir()) == [dropped.kept]
    assert shelf.bring_back(dropped).title == "Notula Bagops"
    assert file.exists()


def test_an_own_template_with_the_name_of_a_shipped_one_takes_its_place_until_it_is_deleted(
    shelf: TemplateShelf,
) -> None:
    data = own_copy(shelf).read_bytes()
    made = shelf.add("notula", "Punya kami", {"template-a4.docx": data}, name="polri")
    assert shelf.catalog.template("notula/polri") == made
    shelf.delete(made)
    shipped = shelf.catalog.template("notula/polri")
    assert shipped is not None
    assert not shipped.own


def test_each_fault_is_told_with_its_place_the_words_near_it_and_a_remedy(shelf: TemplateShelf) -> None:
    file = own_copy(shelf)
    document = docx.Document(str(file))
    count = len(document.paragraphs)
    document.add_paragraph("Catatan rapat: {{ tempatt }}")
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "Tanggal {{ tanggal }}"
    document.save(str(file))
    made = shelf.catalog.template("notula/notula-polres")
    assert made is not None
    checkup = check_template(made)
    assert not checkup.usable
    first, second = checkup.faults
    assert (first.file, first.near, first.remedy) == (
        "template-a4.docx", "Catatan rapat: {{ tempatt }}", 'maksud Anda "tempat"?',
    )  # fmt: skip
    assert first.place.startswith("Isi dokumen, paragraf ")
    assert int(first.place.rpartition(" ")[2]) >= count
    assert second.place.endswith("baris 2 kolom 2")
    assert second.near == "Tanggal {{ tanggal }}"
    assert "filter tanggal" in second.remedy
    assert "dekat “Catatan rapat" in first.sentence


def test_a_filter_that_refuses_a_meetings_value_is_found_by_filling(
    shelf: TemplateShelf, sample: Callable[[str], Bundle]
) -> None:
    add_paragraphs(own_copy(shelf), "Rapat {{ tempat|romawi }}")
    made = shelf.catalog.template("notula/notula-polres")
    assert made is not None
    assert check_template(made).usable
    (fault,) = check_template(made, trial_view("notula", sample("pasaman-barat"), shelf.catalog)).faults
    assert fault.place.startswith("Isi dokumen, paragraf")
    assert fault.near == "Rapat {{ tempat|romawi }}"
    assert "bilangan" in f"{fault.message} {fault.remedy}"


@pytest.mark.parametrize("name", ["pasaman-barat", "kutai-barat"])
def test_every_shipped_template_passes_its_trial(name: str, catalog: Catalog, sample: Callable[[str], Bundle]) -> None:
    found = {
        entry.key: [fault.sentence for fault in checkup.faults]
        for entry in catalog.templates
        if (checkup := check_template(entry, trial_view(entry.document, sample(name), catalog))).faults
    }
    assert found == {}


def test_a_faulty_template_makes_no_document_and_says_where_it_is_wrong(
    shelf: TemplateShelf, sample: Callable[[str], Bundle], tmp_path: Path
) -> None:
    add_paragraphs(own_copy(shelf), "{{ tempatt }}")
    with pytest.raises(ExportError, match=r'Templat Notula Polres: Isi dokumen, paragraf .*"tempatt" tidak dikenal'):
        export_document(
            sample("pasaman-barat"), "notula", tmp_path / "n.docx", catalog=shelf.catalog, template="notula-polres"
        )
    assert not (tmp_path / "n.docx").exists()


def test_an_own_template_prints_its_new_field(
    shelf: TemplateShelf, sample: Callable[[str], Bundle], tmp_path: Path
) -> None:
    add_paragraphs(own_copy(shelf), "Bertempat di {{ tempat|kapital }}.")
    made = export_document(
        sample("pasaman-barat"), "notula", tmp_path / "n.docx", catalog=shelf.catalog, template="notula-polres"
    )
    assert "Bertempat di LAPANGAN INDOOR POLRES PASAMAN BARAT." in [p.text for p in docx.Document(str(made)).paragraphs]


@pytest.mark.parametrize("document", sorted(KINDS))
def test_the_document_of_a_shipped_template_is_guessed_from_its_fields(document: str, catalog: Catalog) -> None:
    guesses = [
        fitting_documents((entry.folder / "template-a4.docx").read_bytes())[:2]
        for entry in catalog.templates_for(document)
    ]
    assert all(document in guess for guess in guesses), guesses


@pytest.mark.parametrize(("name", "paper"), [("template-a4.docx", "A4"), ("template-f4.docx", "F4")])
def test_the_paper_is_read_from_the_page(catalog: Catalog, name: str, paper: str) -> None:
    entry = catalog.template("notula/polri")
    assert entry is not None
    assert paper_name((entry.folder / name).read_bytes()) == paper


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content.decode()) if info.filename == name else content)
    return stream.getvalue()


_REMOTE = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'attachedTemplate" Target="http://198.51.100.7/x.dotm" TargetMode="External"/></Relationships>'
)


def test_a_remote_template_is_refused_with_a_sentence(catalog: Catalog) -> None:
    entry = catalog.template("notula/polri")
    assert entry is not None
    data = (entry.folder / "template-a4.docx").read_bytes()
    evil = with_part(data, "word/_rels/document.xml.rels", lambda text: text.replace("</Relationships>", _REMOTE))
    assert "template luar" in refusal_of(evil)
    assert refusal_of(data) == ""


def test_macros_and_files_that_are_no_word_document_are_refused(catalog: Catalog) -> None:
    entry = catalog.template("notula/polri")
    assert entry is not None
    data = (entry.folder / "template-a4.docx").read_bytes()
    macro = with_part(
        data, "[Content_Types].xml", lambda text: text.replace("document.main+xml", "document.macroEnabled.main+xml")
    )
    assert "makro" in refusal_of(macro) or "bukan dokumen Word" in refusal_of(macro)
    for junk in (b"", b"PK\x03\x04", b"{\\rtf1 x}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"<html>"):
        assert refusal_of(junk).startswith("Berkas ini tidak diterima"), junk


_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("kind", "target", "said"),
    [
        ("oleObject", "embeddings/x.bin", "objek OLE"),
        ("vbaProject", "vbaProject.bin", "makro"),
        ("aFChunk", "x.html", "altChunk"),
        ("image", '\\\\host\\share\\x.png" TargetMode="External', "isi dari luar"),
    ],
)
def test_what_runs_or_fetches_something_is_never_kept(catalog: Catalog, kind: str, target: str, said: str) -> None:
    entry = catalog.template("notula/polri")
    assert entry is not None
    relation = f'<Relationship Id="rIdX" Type="{_TYPES}/{kind}" Target="{target}"/></Relationships>'
    data = with_part(
        (entry.folder / "template-a4.docx").read_bytes(),
        "word/_rels/document.xml.rels",
        lambda text: text.replace("</Relationships>", relation),
    )
    assert said in refusal_of(data)


def test_faults_that_can_be_mended_in_word_are_no_reason_to_refuse(shelf: TemplateShelf) -> None:
    file = own_copy(shelf)
    add_paragraphs(file, "{{ tempatt }}", "{% for h in %}", "{{ a.b( }}")
    data = file.read_bytes()
    assert refusal_of(data) == ""
    assert check_bytes(data, "notula").faults


def test_a_file_that_is_gone_or_held_is_told_and_traced(shelf: TemplateShelf) -> None:
    file = own_copy(shelf)
    made = shelf.catalog.template("notula/notula-polres")
    assert made is not None
    before = trace_of(made)
    (file.parent / "~$mplate-a4.docx").write_bytes(b"x")
    assert trace_of(made) == before
    file.unlink()
    assert trace_of(made) != before
    assert [fault.code for fault in check_template(made).faults] == ["missing"]


def test_choices_are_kept_per_office_and_those_of_before_count_for_every_office(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"templates": {"notula": "polri", "undangan": "umum"}}', encoding="utf-8")
    settings = Settings(tmp_path)
    assert settings.template("polres-a", "notula") == "polri"
    settings.choose_template("polres-a", "notula", "notula-polres")
    settings.choose_template("kodim-b", "notula", "tni")
    again = Settings(tmp_path)
    assert [again.template(office, "notula") for office in ("polres-a", "kodim-b", "lain")] == [
        "notula-polres", "tni", "polri",
    ]  # fmt: skip
    assert again.template("kodim-b", "undangan") == "umum"
    again.choose_template("polres-a", "notula", "")
    assert again.template("polres-a", "notula") is None


@pytest.mark.skipif(os.name != "posix", reason="a file that exists and cannot be opened is made by a ring of links")
def test_a_file_that_another_program_holds_is_busy_and_not_faulty_for_ever(shelf: TemplateShelf) -> None:
    file = own_copy(shelf)
    made = shelf.catalog.template("notula/notula-polres")
    assert made is not None
    content = file.read_bytes()
    file.unlink()
    file.symlink_to(file)
    held = check_template(made)
    assert held.busy
    assert not held.usable
    file.unlink()
    file.write_bytes(content)
    assert check_template(made).usable
