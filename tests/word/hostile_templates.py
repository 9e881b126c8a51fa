"""Templates made to do harm or simply wrong, each with the fault that must be told. Built when asked for.

The engine must refuse each, or tell where it is wrong, within its own limits of time and memory, whether that shows
when the template opens, when it is checked against the values' type, or only while it is filled.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial

from word_samples import HEAD, NAMESPACES, OFFICE, Orang, Rapat, docx, holder, par, parts_of, row, run, table, zipped

from rakor_desktop.word import Fault, Template, TemplateError

SECONDS = 2.0
MEGABYTES = 300
VALUES = Rapat(
    "Rapat Koordinasi",
    tuple(Orang("AKBP", f"Peserta {number}") for number in range(2000)),
    tuple(f"Arahan {number} " + "supaya dilaksanakan dengan sungguh-sungguh " * 20 for number in range(500)),
    catatan="Catatan panjang. " * 6000,
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCTYPE = (
    "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY b{n} '&a;&a;&a;&a;'>" for n in range(9))
    + "]><d>&b8;</d>"
)


def told(data: bytes) -> tuple[Fault, ...]:
    """Return what the engine says of a template: when it opens, is checked, or is filled; nothing when it is good."""
    try:
        template = Template.from_bytes(data)
        faults = template.check(Rapat)
        if not faults:
            template.render_verified(VALUES)
    except TemplateError as error:
        return error.faults
    return faults


def body(*paragraphs: str) -> bytes:
    return docx("".join(each if each.startswith("<w:") else par(each) for each in paragraphs))


def added(name: str, content: str | bytes) -> bytes:
    return zipped(parts_of(par("{{ judul }}")) | {name: content})


def document(xml: str | bytes) -> bytes:
    return added("word/document.xml", xml)


def loose(xml: str) -> bytes:
    """Return a document whose text lies uncompressed in the zip: no ratio gives it away."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in (parts_of("") | {"word/document.xml": xml}).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def related(kind: str, target: str, mode: str = "", base: str = OFFICE) -> bytes:
    mode = f' TargetMode="{mode}"' if mode else ""
    return added(
        "word/_rels/document.xml.rels",
        f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{base}/{kind}" '
        f'Target="{target}"{mode}/></Relationships>',
    )


def field(code: str) -> bytes:
    begin, end = ('<w:r><w:fldChar w:fldCharType="' + kind + '"/></w:r>' for kind in ("begin", "end"))
    return body(par(begin, f"<w:r><w:instrText>{code}</w:instrText></w:r>", end), "{{ judul }}")


def typed(old: str, new: str) -> bytes:
    return added("[Content_Types].xml", str(parts_of("")["[Content_Types].xml"]).replace(old, new))


def twice(name: str) -> bytes:
    """Return a document whose zip holds a part twice."""
    data = bytearray(added("word/documenT.xml", "<a/>"))
    return bytes(data.replace(b"word/documenT.xml", name.encode()))


def link() -> bytes:
    """Return a document with a symbolic link in its zip."""
    buffer = io.BytesIO(docx(par("{{ judul }}")))
    with zipfile.ZipFile(buffer, "a") as archive:
        info = zipfile.ZipInfo("word/media/kunci")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return buffer.getvalue()


def named_otherwise() -> bytes:
    """Return a document in which a part's own name is not the one in the zip's directory."""
    data = added("word/media/x.bin", b"x")
    at = data.index(b"word/media/x.bin")
    return data[:at] + b"word/media/y.bin" + data[at + 16 :]


def overlapping() -> bytes:
    """Return a zip whose directory names the same 50 MB of zeros a thousand times."""
    compress = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = compress.compress(b"\0" * 1_000_000) + compress.flush()
    crc = zlib.crc32(b"\0" * 1_000_000)
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(raw), 1_000_000, 1, 0)
    head = b"PK\x03\x04" + common + b"a" + raw
    directory = b"".join(
        b"PK\x01\x02\x14\x00" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(raw), 1_000_000, 4, 0)
        + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"%04d" % number
        for number in range(1000)
    )  # fmt: skip
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1000, 1000, len(directory), len(head), 0)
    return head + directory + end


def encrypted() -> bytes:
    """Return a zip whose parts say that they are locked with a password."""
    data = bytearray(docx(par("{{ judul }}")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def foreign() -> bytes:
    """Return a zip whose directory says that a part is compressed by LZMA."""
    data = bytearray(docx(par("{{ judul }}")))
    data[data.index(b"PK\x01\x02") + 10] = 14
    return bytes(data)


def bits(step: int) -> bytes:
    """Return a document with every ``step``-th byte of its text changed."""
    data = bytearray(docx(par("{{ judul }}" + "teks " * 400)))
    start = data.index(b"word/document.xml") + 17
    for at in range(start, start + 200, step):
        data[at] ^= 0x55
    return bytes(data)


def many(xml: str, count: int) -> str:
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{xml * count}<w:sectPr/></w:body></w:document>"


def loops(inner: str, outer: str = "hadirin") -> bytes:
    return body("{%p for a in " + outer + " %}", "{%p for b in hadirin %}", inner, "{%p endfor %}", "{%p endfor %}")


def deep(opening: str, middle: str, closing: str, count: int) -> bytes:
    return body(par(opening * count + middle + closing * count))


_GOOD = partial(docx, par("{{ judul }}"))
_ROWS = row("{%tr for h in hadirin %}"), row("{{ h.nama }}"), row("{%tr endfor %}")

CASES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    # no Word document, or a damaged one
    "empty file": (bytes, "empty"),
    "text": (lambda: b"notula rapat", "not_word"),
    "html renamed": (lambda: b"<html><body>x</body></html>", "not_word"),
    "pdf renamed": (lambda: b"%PDF-1.7 x", "not_word"),
    "rtf renamed": (lambda: b"{\\rtf1\\ansi x}", "rtf"),
    "doc renamed": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old_word"),
    "password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "zip password": (encrypted, "encrypted"),
    "zip only": (lambda: zipped({"a.txt": "x"}), "not_word"),
    "bare signature": (lambda: b"PK\x03\x04", "truncated"),
    "only an end": (lambda: b"PK\x05\x06" + bytes(18), "not_word"),
    "spreadsheet": (
        lambda: typed("wordprocessingml.document.main", "spreadsheetml.sheet.main"), "not_word"
    ),
    "cut in half": (lambda: _GOOD()[: len(_GOOD()) // 2], "truncated"),
    "cut at the end": (lambda: _GOOD()[:-10], "truncated"),
    "bit rot": (lambda: bits(7), "damaged"),
    "one byte wrong": (lambda: bits(500), "damaged"),
    "foreign compression": (foreign, "damaged"),
    "no relations": (lambda: zipped({k: v for k, v in parts_of("").items() if k != "_rels/.rels"}), "damaged"),
    "no document": (lambda: zipped({k: v for k, v in parts_of("").items() if k != "word/document.xml"}), "not_word"),
    "no content types": (lambda: zipped({k: v for k, v in parts_of("").items() if "Types" not in k}), "not_word"),
    "two documents": (lambda: typed("styles+xml", "document.main+xml"), "not_word"),
    "document as text": (lambda: typed(".document.main+xml", ".styles+xml"), "not_word"),
    "header as picture": (
        lambda: zipped(parts_of(par("{{ judul }}")) | {"word/header1.xml": holder("hdr", par("{{ judul }}"))}),
        "wrong_type",
    ),
    "header missing": (lambda: related("header", "header7.xml"), "missing_part"),
    "document elsewhere": (
        lambda: added("_rels/.rels", f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="a" '
        f'Type="{OFFICE}/officeDocument" Target="word/lain.xml"/></Relationships>'), "missing_part"
    ),
    "xml cut": (lambda: document(f"{HEAD}<w:document {NAMESPACES}><w:body>"), "damaged"),
    "xml of another kind": (lambda: document('<a xmlns="b"/>'), "not_word"),
    "xml with two roots": (lambda: document(many("", 1) + "<b/>"), "damaged"),
    "xml not utf-8": (lambda: document(many(par("x"), 1).encode() + b"\xff\xfe"), "damaged"),
    "utf-16": (lambda: document(many(par("x"), 1).replace("UTF-8", "UTF-16").encode("utf-16")), "doctype"),
    "foreign prefix": (
        lambda: document(many(par("{{ judul }}"), 1).replace("<w:", "<x:").replace("</w:", "</x:").replace(
            "xmlns:w=", "xmlns:x=")), "not_word"
    ),
    "second prefix": (
        lambda: body(f'<x:p xmlns:x="{NAMESPACES.split(chr(34))[1]}"><x:r><x:t>{{{{ judul }}}}</x:t></x:r></x:p>'.join(
            ("<w:p/>", ""))), "not_word"
    ),
    # programs and foreign content
    "macros": (lambda: added("word/vbaProject.bin", b"x"), "macros"),
    "docm": (lambda: typed("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                           "vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
    "dotx": (lambda: typed("document.main+xml", "template.main+xml"), "word_template"),
    "activex": (lambda: added("word/activeX/activeX1.xml", "<a/>"), "macros"),
    "custom ribbon": (lambda: added("customUI/customUI.xml", "<a/>"), "active"),
    "ole object": (lambda: related("oleObject", "embeddings/a.bin"), "active"),
    "linked ole": (lambda: related("oleObject", "file:///C:/a.xls", "External"), "external"),
    "linked picture": (lambda: related("image", "http://contoh.id/a.png", "External"), "external"),
    "attached template": (lambda: related("attachedTemplate", "//peladen/a.dotm", "External"), "external"),
    "alt chunk": (lambda: related("aFChunk", "a.html"), "external"),
    "sub document": (lambda: related("subDocument", "a.docx", "External"), "external"),
    "frame": (lambda: related("frame", "http://contoh.id", "External"), "external"),
    "program link": (lambda: related("hyperlink", "file:///C:/Windows/System32/calc.exe", "External"), "unsafe_link"),
    "script link": (lambda: related("hyperlink", "javascript:alert(1)", "External"), "unsafe_link"),
    "protocol link": (lambda: related("hyperlink", "ms-msdt:/id", "External"), "unsafe_link"),
    "share link": (lambda: related("hyperlink", "\\\\peladen\\a", "External"), "unsafe_link"),
    "dde": (lambda: field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"), "fetching_field"),
    "dde in pieces": (
        lambda: body(par("<w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>E c x</w:instrText></w:r>")),
        "fetching_field",
    ),
    "include text": (lambda: field("INCLUDETEXT http://contoh.id/a"), "fetching_field"),
    "include picture": (lambda: body('<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;http://x&quot;"/></w:p>'),
                        "fetching_field"),
    "mail merge": (lambda: added("word/settings.xml", holder("settings", "<w:mailMerge/>")), "mail_merge"),
    # hostile XML
    "billion laughs": (lambda: document(DOCTYPE), "doctype"),
    "external entity": (lambda: document("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///x'>]><d>&x;</d>"), "doctype"),
    "external dtd": (lambda: document("<!DOCTYPE d SYSTEM 'http://contoh.id/a.dtd'><d/>"), "doctype"),
    "entities in relations": (lambda: added("word/_rels/document.xml.rels", DOCTYPE), "doctype"),
    "5000 deep": (lambda: document("<a>" * 5000 + "</a>" * 5000), "too_deep"),
    "million elements": (lambda: document(many("<w:p/>", 600_000)), "zip_bomb"),
    "million attributes": (
        lambda: document("<a " + " ".join(f"a{n}=''" for n in range(300_000)) + "/>"), "zip_bomb"
    ),
    "4 MB of spaces": (lambda: document(many("<w:p>" + " " * 5_000_000 + "</w:p>", 1)), "zip_bomb"),
    # hostile zips
    "zip bomb": (lambda: added("word/media/a.bin", bytes(50_000_000)), "zip_bomb"),
    "ratio": (lambda: added("word/a.xml", "<a>" + " " * 1_000_000 + "</a>"), "zip_bomb"),
    "2001 parts": (lambda: zipped(parts_of("") | {f"a/{n}": b"" for n in range(2001)}), "zip_bomb"),
    "overlapping parts": (overlapping, "zip_bomb"),
    "many large parts": (
        lambda: zipped(parts_of("") | {f"word/header{n}.xml": holder("hdr", par("teks ini " * 99) * 900)
                                       for n in range(40)}), "zip_bomb"
    ),
    "path traversal": (lambda: added("../../kabur.xml", "<a/>"), "bad_name"),
    "traversal inside": (lambda: added("word/../../kabur.xml", "<a/>"), "bad_name"),
    "absolute path": (lambda: added("/etc/kabur", "x"), "bad_name"),
    "backslashes": (lambda: added("..\\kabur.bin", b"x"), "bad_name"),
    "drive": (lambda: added("C:kabur.bin", b"x"), "bad_name"),
    "control character": (lambda: added("word/a\nb.bin", b"x"), "bad_name"),
    "symbolic link": (link, "bad_name"),
    "the same part twice": (lambda: twice("word/document.xml"), "damaged"),
    "twice but for capitals": (lambda: added("Word/Document.xml", "<a/>"), "bad_name"),
    "two names": (named_otherwise, "bad_name"),
    # tags that do not fit
    "unclosed": (lambda: body("{{ judul"), "unclosed_tag"),
    "unclosed in a header": (lambda: docx(par("x"), {"word/header1.xml": holder("hdr", par("{% if judul"))}),
                             "unclosed_tag"),
    "unclosed loop": (lambda: body("{%p for h in hadirin %}", "{{ h.nama }}"), "unclosed_block"),
    "endif without if": (lambda: body("{% endif %}"), "unopened_block"),
    "crossed": (lambda: body("{% for h in hadirin %}{% if h.nama %}x{% endfor %}{% endif %}"), "crossed"),
    "across rows": (lambda: body(table(row("{% for h in hadirin %}x"), row("y{% endfor %}")), ""), "elsewhere"),
    "across cells": (lambda: body(table(row("{% if judul %}x", "y{% endif %}")), ""), "elsewhere"),
    "into a table": (lambda: body("{% if judul %}x", table(row("y{% endif %}")), ""), "elsewhere"),
    "row without table": (lambda: body("{%tr for h in hadirin %}", "{%tr endfor %}"), "unit_outside"),
    "beside text": (lambda: body("teks {%p if judul %}", "{%p endif %}"), "beside_unit"),
    "unknown field": (lambda: body("{{ jdul }}"), "unknown_name"),
    "unknown part of a field": (lambda: body(table(*_ROWS[:1], row("{{ h.nma }}"), *_ROWS[2:]), ""), "unknown_name"),
    "list printed": (lambda: body("{{ hadirin }}"), "unprintable"),
    "loop over text": (lambda: body("{% for x in judul %}{{ x }}{% endfor %}"), "not_a_list"),
    "loop printed": (lambda: body("{% for x in arahan %}{{ loop }}{% endfor %}"), "unknown_name"),
    "tag in a field code": (lambda: field("REF {{ judul }}"), "tag_misplaced"),
    "tag in an endnote": (lambda: docx(par("x"), {"word/endnotes.xml": holder("endnotes", par("{{ judul }}"))}),
                          "tag_misplaced"),
    "tag in styles": (lambda: added("word/styles.xml", holder("styles", "<w:style w:name='{{ judul }}'/>")),
                      "tag_misplaced"),
    "tag in a link": (lambda: related("hyperlink", "http://contoh.id/{{ judul }}", "External"), "tag_misplaced"),
    "tag over a deletion": (lambda: body(par("<w:del><w:r><w:delText>{{ a }}</w:delText></w:r></w:del>")),
                            "tag_misplaced"),
    # the language's reach
    "call": (lambda: body("{{ judul.upper() }}"), "forbidden"),
    "private": (lambda: body("{{ judul.__class__.__mro__ }}"), "bad_name"),
    "private by subscript": (lambda: body("{{ judul['__class__'] }}"), "bad_name"),
    "private by filter": (lambda: body("{{ judul|attr('__class__') }}"), "unknown_filter"),
    "globals": (lambda: body("{{ lipsum }}"), "unknown_name"),
    "set": (lambda: body("{% set x = 1 %}"), "unknown_block"),
    "macro": (lambda: body("{% macro a() %}x{% endmacro %}"), "unknown_block"),
    "include": (lambda: body("{% include '/etc/passwd' %}"), "unknown_block"),
    "import": (lambda: body("{% import 'os' as os %}"), "unknown_block"),
    "exponent": (lambda: body("{{ 10**10**10 }}"), "forbidden"),
    "repetition": (lambda: body("{{ 'A' * 1000000000 }}"), "forbidden"),
    "format": (lambda: body("{{ '%999999999d'|format(1) }}"), "unknown_filter"),
    "range": (lambda: body("{% for x in range(1000000000) %}x{% endfor %}"), "for_list"),
    "own filter name": (lambda: body("{{ judul|upper(__class__=1) }}"), "forbidden"),
    "wrong filter input": (lambda: body("{{ judul|upper(1, 2, 3) }}"), "filter_arguments"),
    "three loops": (
        lambda: body("{% for a in arahan %}{% for b in arahan %}{% for c in arahan %}x" + "{% endfor %}" * 3),
        "too_many_loops",
    ),
    "brackets": (lambda: body("{{ " + "(" * 450 + "judul" + ")" * 450 + " }}"), "syntax"),
    "nots": (lambda: body("{% if " + "not " * 200 + "judul %}x{% endif %}"), "too_deep"),
    "ifs in ifs": (lambda: deep("{% if judul %}", "x", "{% endif %}", 60), "too_deep"),
    "long tag": (lambda: body("{{ judul" + " or judul" * 500 + " }}"), "unclosed_tag"),
    # endless work
    "200000 braces": (lambda: loose(many(par("{{" * 100_000), 1)), "unclosed_tag"),
    "200000 closers": (lambda: loose(many(par("}}" * 100_000), 1)), "stray_closer"),
    "20000 tags": (lambda: loose(many(par("{{ judul }}"), 20_000)), "too_many_tags"),
    "20000 tags in one line": (lambda: loose(many(par("{{ judul }}" * 20_000), 1)), "too_many_tags"),
    "1900 misspelt names": (lambda: loose(many(par("{{ catatn }}"), 1900)), "unknown_name"),
    "1900 notes": (lambda: loose(many(par("{{ catatan }}"), 1900)), "too_much"),
    "note for everyone": (lambda: loops("{{ catatan }}", "arahan"), "too_much"),
    "large body for everyone": (
        lambda: loose(many(par("{%p for a in hadirin %}") + par("teks tetap " * 200_000 + "{{ a.nama }}")
                           + par("{%p endfor %}"), 1)), "too_much"
    ),
    "4 MB of text": (lambda: loose(many("<w:p>" + run("x" * 4_500_000) + "</w:p>", 1)), "zip_bomb"),
    "120000 paragraphs": (
        lambda: loose(many("<w:p/>", 120_000).replace("<w:sectPr/>", par("{{ jdul }}") * 1900)), "unknown_name"
    ),
    "120000 paragraphs in controls": (
        lambda: loose(many("<w:sdt><w:sdtContent>" * 200 + "<w:p/>" * 120_000 + par("{{ jdul }}")
                           + "</w:sdtContent></w:sdt>" * 200, 1)), "too_deep"
    ),
    "100000 rows": (
        lambda: loose(many(table(*_ROWS[:1], "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 60_000, *_ROWS[2:]) + par(""), 1)),
        "too_much",
    ),
    "everyone with everyone": (lambda: loops("{{ a.nama }} {{ b.nama }}"), "too_much"),
    "silence for everyone": (
        lambda: loose(many("".join(map(par, ("{%p for a in hadirin %}", "{%p for b in hadirin %}", "{%p if a == b and "
                         "not a %}", "x", "{%p endif %}", "{%p endfor %}", "{%p endfor %}"))), 25)), "too_slow"
    ),
    "joined in silence": (
        lambda: loops("{% if arahan|join == 'x' and arahan|join == 'y' %}x{% endif %}"), "too_slow"
    ),
    "filtered in silence": (
        lambda: body("{% for a in hadirin if arahan|join|upper == a.nama %}x{% endfor %}" * 40), "too_slow"
    ),
}  # fmt: skip
