"""Looking over a whole package before use: which parts may carry tags, and what a template must not carry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from rakor_desktop.word.faults import Fault
from rakor_desktop.word.guard import check_dialect, check_fields, check_relations
from rakor_desktop.word.limits import MOST_XML_TOGETHER
from rakor_desktop.word.package import Entry, parse_xml, refusal, relations_name
from rakor_desktop.word.places import W_URI, A, W, place_of

_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = _WORDML + "document.main+xml"
_LABELS = {
    _WORDML + "header+xml": "Kepala halaman",
    _WORDML + "footer+xml": "Kaki halaman",
    _WORDML + "footnotes+xml": "Catatan kaki",
}
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_REFUSED = {
    _WORDML + "endnotes+xml": "Catatan akhir",
    _WORDML + "comments+xml": "Komentar",
    _WORDML + "document.glossary+xml": "Blok penyusun",
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml": "Grafik",
    "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml": "Diagram SmartArt",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml": "Properti tambahan",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml": "Properti khusus",
}
_TAG = re.compile(r"\{\{|\{%")
_ROOTS = {"document", "hdr", "ftr", "footnotes", "endnotes", "comments"}


@dataclass(frozen=True, slots=True)
class Source:
    """A part that may carry tags: its name in the package, its name for people, its parsed XML."""

    name: str
    label: str
    root: etree._Element
    is_core: bool = False


def survey(entries: Mapping[str, Entry], faults: list[Fault]) -> tuple[list[Source], int]:
    """Return the parts to compile and the highest drawing or bookmark id in use.

    Raises:
        TemplateError: the package is no plain .docx template, damaged or dangerous.
    """
    kinds = _content_types(entries)
    _check_kind(entries, kinds)
    sources: list[Source] = []
    counts: dict[str, int] = {}
    highest = size = 0
    for name, entry in entries.items():
        data = entry.read()  # also checks its checksum
        kind = kinds.get(name, "")
        if name.endswith(".rels"):
            check_relations(name, parse_xml(data, name), entries, faults)
        elif kind.endswith("xml") or name.lower().endswith(".xml"):
            size += len(data)
            if size > MOST_XML_TOGETHER:
                raise refusal("zip_bomb", "isinya terlalu besar untuk sebuah template", "pakai yang lebih ringkas")
            root = parse_xml(data, name)
            highest = max(highest, _highest_id(root))
            if kind in _LABELS or kind in (_MAIN, CORE):
                counts[kind] = counts.get(kind, 0) + 1
                sources.append(Source(name, _label(kind, counts[kind]), root, kind == CORE))
            else:
                _check_other(name, kind, root, data, faults)
    for source in sources:
        if source.is_core:
            continue
        if source.root.nsmap.get("w") != W_URI:
            raise refusal("not_word", f"bagian {source.name} tidak ditulis oleh Word", "buka di Word lalu simpan ulang")
        check_dialect(source.root, source.name)
        check_fields(source.root, source.label, faults)
    return sources, highest


def _check_other(name: str, kind: str, root: etree._Element, data: bytes, faults: list[Fault]) -> None:
    """Look over a part that is not filled: it must not hold tags, nor be one that should have been filled."""
    if kind in _REFUSED:
        _refuse_tags(root, _REFUSED[kind], faults)
    elif etree.QName(root).namespace == W_URI and etree.QName(root).localname in _ROOTS:
        raise refusal("wrong_type", f"bagian {name} salah jenisnya", "buka di Word lalu simpan ulang")
    elif name.startswith("word/") and _TAG.search(data.decode("utf-8", "replace")):
        faults.append(
            Fault("tag_misplaced", f"Bagian {name}", "tanda tidak didukung di sini", "pindahkan ke isi dokumen")
        )
    check_fields(root, _REFUSED.get(kind, f"Bagian {name}"), faults)


def _label(kind: str, count: int) -> str:
    if kind == _MAIN:
        return "Isi dokumen"
    if kind == CORE:
        return "Properti dokumen"
    return _LABELS[kind] if count == 1 else f"{_LABELS[kind]} ke-{count}"


def _content_types(entries: Mapping[str, Entry]) -> dict[str, str]:
    root = parse_xml(entries["[Content_Types].xml"].read(), "[Content_Types].xml")
    defaults: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for each in root:
        local = etree.QName(each).localname
        if local == "Default":
            defaults[each.get("Extension", "").lower()] = each.get("ContentType", "")
        elif local == "Override":
            kinds[each.get("PartName", "").lstrip("/")] = each.get("ContentType", "")
    return {name: kinds.get(name, defaults.get(name.rpartition(".")[2].lower(), "")) for name in entries}


def _check_kind(entries: Mapping[str, Entry], kinds: Mapping[str, str]) -> None:
    every = set(kinds.values())
    lower = [name.lower() for name in entries]
    if any("macroenabled" in kind.lower() for kind in every) or any("vbaproject" in name for name in lower):
        raise refusal("macros", "memuat makro", "simpan sebagai .docx tanpa makro")
    if any(name.startswith("word/activex") for name in lower):
        raise refusal("macros", "memuat kontrol ActiveX", "hapus kontrol itu lalu simpan ulang")
    if _WORDML + "template.main+xml" in every:
        raise refusal("word_template", "berkas .dotx", "simpan sebagai .docx dari Word")
    if any(name.startswith(("customui/", "word/customizations")) for name in lower):
        raise refusal("active", "memuat perintah pita (customUI)", "hapus lalu simpan ulang dari Word")
    mains = [name for name, kind in kinds.items() if kind == _MAIN]
    if len(mains) != 1:
        raise refusal("not_word", "bukan dokumen Word", "simpan sebagai .docx dari Word")
    if relations_name("") not in entries and "_rels/.rels" not in entries:
        raise refusal("damaged", "kehilangan bagian _rels/.rels", "simpan ulang dari Word")


def _highest_id(root: etree._Element) -> int:
    highest = 0
    for node in root.iter():
        tag = node.tag
        if isinstance(tag, str) and tag.endswith(("}docPr", "}bookmarkStart", "}cNvPr")):
            text = node.get("id") or node.get(W + "id") or "0"
            if text.isdecimal() and len(text) < 9:
                highest = max(highest, int(text))
    return highest


def _refuse_tags(root: etree._Element, label: str, faults: list[Fault]) -> None:
    paragraphs = [*root.iter(W + "p", A + "p")]
    texts = [(node, "".join(str(each) for each in node.itertext())) for node in paragraphs]
    if not texts:
        texts = [(node, node.text or "") for node in root.iter() if isinstance(node.tag, str)]
    for node, text in texts:
        if _TAG.search(text):
            place = place_of(node, label) if node.tag == W + "p" else label
            faults.append(
                Fault(
                    "tag_misplaced",
                    place,
                    f'tanda "{text[:40].strip()}" tidak didukung di sini',
                    "pindahkan ke isi dokumen",
                )
            )
