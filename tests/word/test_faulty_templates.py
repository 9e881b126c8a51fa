"""Faulty and hostile templates are refused when they open: each with its place, what is wrong and what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from word_samples import HEAD, NAMESPACES, OFFICE, docx, holder, par, parts_of, row, run, table, zipped

from rakor_desktop.word import Template, TemplateError

CELL = "Isi dokumen, tabel 1 baris 2 kolom 2"
TABLE = "Isi dokumen, tabel 1"
PAR1, PAR2 = "Isi dokumen, paragraf 1", "Isi dokumen, paragraf 2"
EMPTY = par("")
NESTED_TABLE = table(row(table(row("x", "{{ a")) + EMPTY)) + EMPTY
MAIN = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NOTE = '<w:footnote w:id="4">' + par("{{ x") + "</w:footnote>"
ENDNOTE = '<w:endnote w:id="4">' + par("{{ judul }}") + "</w:endnote>"
COMMENT = '<w:comment w:id="4">' + par("{", "{ judul }}") + "</w:comment>"
NESTED = "{% for a in a %}{% for b in b %}{% for c in c %}x{% endfor %}{% endfor %}{% endfor %}"


def in_cell(content: str) -> bytes:
    return docx(table(row("a", "b"), row("c", content)) + par(""))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{{ judul", "unclosed_tag"),
        ("{{ judul {{ nama }}", "unclosed_tag"),
        ("{% if judul", "unclosed_tag"),
        ("judul }}", "stray_closer"),
        ("100 %}", "stray_closer"),
        ("{{ }}", "empty_tag"),
        ("{% %}", "empty_tag"),
        ("{% if %}x{% endif %}", "empty_condition"),
        ("{% for h in hadirin %}x", "unclosed_block"),
        ("x{% endfor %}", "unopened_block"),
        ("{% if judul %}x{% endfor %}{% endif %}", "crossed"),
        ("{% for h in a %}{% if h %}x{% endfor %}{% endif %}", "crossed"),
        ("{% else %}", "unopened_block"),
        ("{% if a %}x{% else %}y{% else %}z{% endif %}", "misplaced_branch"),
        ("{% fro h in hadirin %}", "unknown_block"),
        ("{%~ if a %}x{% endif %}", "unknown_block"),
        ("{% set x = 1 %}", "unknown_block"),
        ("{% include 'a' %}", "unknown_block"),
        ("{% macro a() %}x{% endmacro %}", "unknown_block"),
        ("{% for h hadirin %}x{% endfor %}", "syntax"),
        ("{% for a, b in hadirin %}x{% endfor %}", "for_form"),
        ("{% for h in range(9) %}x{% endfor %}", "for_list"),
        ("{% for loop in hadirin %}x{% endfor %}", "for_name"),
        ("{{ judul|uper }}", "unknown_filter"),
        ("{{ judul. }}", "syntax"),
        ("{{ judul nama }}", "syntax"),
        ("{{ 'a' * 1000000000 }}", "forbidden"),
        ("{{ 10 ** 10 ** 8 }}", "forbidden"),
        ("{{ '%999999999d'|format(1) }}", "unknown_filter"),
        ("{{ judul|center(999999999) }}", "unknown_filter"),
        ("{{ range(10) }}", "forbidden"),
        ("{{ judul.__class__ }}", "bad_name"),
        ("{{ judul['__class__'] }}", "bad_name"),
        ("{{ daftar[indeks] }}", "forbidden"),
        ("{{ judul ~ nama }}", "forbidden"),
        ("{{ a if b is defined }}", "unknown_test"),
        ("{{ ju\u200bdul }}", "invisible_character"),
        ("{{ " + "(" * 400 + "a" + ")" * 400 + " }}", "syntax"),
        ("{{ " + "not " * 60 + "a }}", "too_deep"),
        ("{{ " + "a" * 1100 + " }}", "long_tag"),
        (NESTED, "too_many_loops"),
        ("teks {%p if a %}", "beside_unit"),
        ("teks {%tr for a in b %}", "beside_unit"),
        ("{{p subdokumen }}", "subdocument"),
    ],
)
def test_a_fault_in_a_cell_is_told_with_that_cell(content: str, code: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(in_cell(content))
    faults = caught.value.faults
    assert code in [fault.code for fault in faults]
    assert all(fault.place.startswith(CELL) for fault in faults)
    assert all(fault.message and "\n" not in str(fault) for fault in faults)


@pytest.mark.parametrize(
    ("body", "place", "code"),
    [
        (table(row("{% for h in a %}x", "y{% endfor %}")) + EMPTY, TABLE + " baris 1 kolom 2", "elsewhere"),
        (table(row("{%tr for h in a %}"), row("{% endfor %}x")) + EMPTY, TABLE + " baris 2 kolom 1", "elsewhere"),
        (table(row("{% if a %}x")) + par("{% endif %}"), PAR1, "elsewhere"),
        (par("a") + par("{%tr for h in a %}") + par("{%p endfor %}"), PAR2, "unit_outside"),
        (table(row("{%tr for h in a %}{%tr endfor %}")) + EMPTY, TABLE + " baris 1 kolom 1", "beside_unit"),
        (par(run("a {% if a %}b")) + par("{%p endif %}"), PAR2, "elsewhere"),
        (par("<w:r><w:instrText>HYPERLINK {{ a }}</w:instrText></w:r>"), PAR1, "tag_misplaced"),
        (par("<w:del><w:r><w:delText>{{ a }}</w:delText></w:r></w:del>"), PAR1, "tag_misplaced"),
        (NESTED_TABLE, TABLE + " baris 1 kolom 1, tabel 1 baris 1 kolom 2", "unclosed_tag"),
        (par("{% vm %}"), PAR1, "unit_outside"),
    ],
)  # fmt: skip
def test_a_tag_in_the_wrong_place_is_told_with_its_place(body: str, place: str, code: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(docx(body))
    assert (code, place) in [(fault.code, fault.place) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("word/header1.xml", holder("hdr", par("a") + par("{{ x")), "Kepala halaman, paragraf 2"),
        ("word/footer1.xml", holder("ftr", par("{{ x")), "Kaki halaman, paragraf 1"),
        ("word/footnotes.xml", holder("footnotes", NOTE), "Catatan kaki, catatan 4"),
        ("word/endnotes.xml", holder("endnotes", ENDNOTE), "Catatan akhir"),
        ("word/comments.xml", holder("comments", COMMENT), "Komentar"),
        ("word/charts/chart1.xml", f"{HEAD}<c {NAMESPACES}><a:p><a:t>{{{{ judul }}}}</a:t></a:p></c>", "Grafik"),
    ],
)  # fmt: skip
def test_tags_in_other_parts_are_refused_or_told_with_that_part(name: str, content: str, place: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(docx(par("{{ judul }}"), {name: content}))
    assert caught.value.faults[0].place.startswith(place)


def test_every_fault_of_a_template_is_told_at_once() -> None:
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(docx(par("{{ a.b") + par("{{ a|zzz }}") + par("{% if a %}")))
    assert [fault.code for fault in caught.value.faults] == ["unclosed_tag", "unknown_filter", "unclosed_block"]


def broken(change: Callable[[dict[str, str | bytes]], object]) -> bytes:
    parts = parts_of(par("{{ judul }}"))
    change(parts)
    return zipped(parts)


def external(kind: str) -> bytes:
    relations = (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="http://contoh.id/x" TargetMode="External"/>'
        "</Relationships>"
    )
    return broken(lambda parts: parts.update({"word/_rels/settings.xml.rels": relations}))


def bomb(name: str, size: int) -> bytes:
    return broken(lambda parts: parts.update({name: b"<a>" + b" " * size + b"</a>"}))


def with_types(old: str, new: str) -> bytes:
    return broken(
        lambda parts: parts.update({"[Content_Types].xml": str(parts["[Content_Types].xml"]).replace(old, new)})
    )


ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
GOOD = docx(par("{{ judul }}"))
FLIPPED = bytearray(GOOD)
FLIPPED[GOOD.index(b"word/document.xml") + 60] ^= 0xFF


def document(text: str) -> bytes:
    return broken(lambda parts: parts.update({"word/document.xml": text}))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"{\\rtf1 halo}", "rtf"),
        (b"<html>halo</html>", "not_word"),
        (GOOD[: len(GOOD) // 2], "truncated"),
        (bytes(FLIPPED), "damaged"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "not_word"),
        (with_types("document.main", "template.main"), "word_template"),
        (with_types(MAIN, "vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        (broken(lambda parts: parts.update({"word/vbaProject.bin": b"x"})), "macros"),
        (broken(lambda parts: parts.pop("word/document.xml")), "not_word"),
        (external("attachedTemplate"), "external"),
        (external("image"), "external"),
        (document(HEAD + ENTITY + "<d>&x;</d>"), "doctype"),
        (document(HEAD + LAUGHS + "<d>&b;</d>"), "doctype"),
        (broken(lambda parts: parts.update({"word/document.xml": (ENTITY + "<d/>").encode("utf-16")})), "doctype"),
        (document("<a>" * 5000 + "</a>" * 5000), "too_deep"),
        (document("<w:document"), "damaged"),
        (document(HEAD + '<d xmlns="x"/>'), "not_word"),
        (bomb("word/media/a.bin", 50_000_000), "zip_bomb"),
        (bomb("word/a.xml", 1_000_000), "zip_bomb"),
        (broken(lambda parts: parts.update({f"a/{n}.bin": b"" for n in range(2001)})), "zip_bomb"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_safe_word_document_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(data)
    assert [fault.code for fault in caught.value.faults] == [code]
    assert caught.value.faults[0].remedy


def test_a_part_larger_than_its_directory_says_is_refused() -> None:
    data = bytearray(docx(par("{{ judul }}"), {"word/media/x.bin": b"a" * 5000}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/media/x.bin").file_size
    at = data.rindex(size.to_bytes(4, "little"))
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(TemplateError, match="rusak"):
        Template.from_bytes(bytes(data))


def test_xml_over_four_megabytes_is_refused_before_it_is_read() -> None:
    text = "".join(f"<a>{n * 7919 % 1_000_003}</a>" for n in range(400_000))
    with pytest.raises(TemplateError, match="4 MB"):
        Template.from_bytes(document(text))


def test_files_that_cannot_be_opened_say_why(tmp_path: Path) -> None:
    owner = tmp_path / "~$tula.docx"
    owner.write_bytes(b"x")
    for path, words in ((owner, "sedang membuka"), (tmp_path / "tiada.docx", "tidak ditemukan"), (tmp_path, "folder")):
        with pytest.raises(TemplateError, match=words):
            Template.open(path)
    good = tmp_path / "baik.docx"
    good.write_bytes(GOOD)
    assert Template.open(str(good)).render({"judul": "x"})
