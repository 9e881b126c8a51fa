"""Structural rules of a Word document that schema validators do not look at but Word or its readers mind."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from rakor_desktop.word.places import PIC, WP, A, R, W, place_of

_DC_TERMS = "{http://purl.org/dc/terms/}"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
_LONGEST_PROPERTY = 255
_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def inspect_docx(data: bytes) -> tuple[str, ...]:
    """Return the structural faults of a document as Indonesian lines; empty when there are none.

    Looks for: cells without paragraph, rows without cell, tables without rows, styles and list numbers that do not
    exist, unclosed fields, pictures without their file, ids used twice, and faulty document properties.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.testzip() is not None:
                return ("Dokumen rusak (checksum)",)
            contents = {name: archive.read(name) for name in archive.namelist()}
        roots = {
            name: etree.fromstring(content, _parser())
            for name, content in contents.items()
            if name.endswith((".xml", ".rels"))
        }
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError) as error:
        return (f"Dokumen rusak: {error}",)
    found: list[str] = []
    styles = _declared(roots.get("word/styles.xml"), "style", "styleId")
    numbers = _declared(roots.get("word/numbering.xml"), "num", "numId") | {"0"}
    for name, root in roots.items():
        if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml", name):
            found += _containers(root, name)
            found += _references(root, name, styles, numbers)
            found += _fields(root, name)
            found += _pictures(root, name, roots, contents)
    found += _ids([root for name, root in roots.items() if name.startswith("word/")])
    if "docProps/core.xml" in roots:
        found += _properties(roots["docProps/core.xml"])
    return tuple(found)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _declared(root: etree._Element | None, tag: str, key: str) -> set[str]:
    return set() if root is None else {each.get(W + key, "") for each in root.iter(W + tag)}


def _containers(root: etree._Element, name: str) -> Iterator[str]:
    for table in root.iter(W + "tbl"):
        if next(table.iter(W + "tr"), None) is None:
            yield f"{place_of(table, name)}: tabel tanpa baris"
    for row in root.iter(W + "tr"):
        if next(row.iter(W + "tc"), None) is None:
            yield f"{place_of(row, name)}: baris tanpa sel"
    for cell in root.iter(W + "tc"):
        blocks = [child for child in cell if child.tag != W + "tcPr"]
        if not blocks or not any(child.tag in (W + "p", W + "sdt") for child in blocks) or blocks[-1].tag == W + "tbl":
            yield f"{place_of(cell, name)}: sel tidak diakhiri paragraf"


def _references(root: etree._Element, name: str, styles: set[str], numbers: set[str]) -> Iterator[str]:
    for tag in _STYLED:
        for each in root.iter(W + tag):
            if each.get(W + "val", "") not in styles:
                yield f"{place_of(each, name)}: gaya {each.get(W + 'val')} tidak ada"
    for each in root.iter(W + "numId"):
        if each.get(W + "val", "") not in numbers:
            yield f"{place_of(each, name)}: daftar bernomor {each.get(W + 'val')} tidak ada"


def _fields(root: etree._Element, name: str) -> Iterator[str]:
    depth = 0
    for each in root.iter(W + "fldChar"):
        kind = each.get(W + "fldCharType")
        depth += 1 if kind == "begin" else -1 if kind == "end" else 0
        if depth < 0:
            yield f"{place_of(each, name)}: bidang (field) ditutup tanpa dibuka"
            depth = 0
    if depth:
        yield f"{name}: bidang (field) tidak ditutup"


def _pictures(
    root: etree._Element, name: str, roots: dict[str, etree._Element], contents: dict[str, bytes]
) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    relations = roots.get(f"{folder}/_rels/{file}.rels")
    targets = {} if relations is None else {each.get("Id"): each.get("Target", "") for each in relations}
    for blip in root.iter(A + "blip"):
        target = targets.get(blip.get(R + "embed"))
        path = (target or "").lstrip("/") if (target or "").startswith("/") else f"{folder}/{target}"
        if target is None or path not in contents:
            yield f"{place_of(blip, name)}: berkas gambar tidak ada"
    for picture in root.iter(PIC + "pic"):
        if next(picture.iter(A + "blip"), None) is None:
            yield f"{place_of(picture, name)}: gambar kosong"


def _ids(roots: list[etree._Element]) -> Iterator[str]:
    for tag, key, what in ((WP + "docPr", "id", "gambar"), (W + "bookmarkStart", W + "id", "bookmark")):
        seen: set[str] = set()
        for root in roots:
            for each in root.iter(tag):
                number = each.get(key, "")
                if number in seen:
                    yield f"nomor {what} {number} dipakai dua kali"
                seen.add(number)
    for root in roots:
        starts = {each.get(W + "id") for each in root.iter(W + "bookmarkStart")}
        ends = {each.get(W + "id") for each in root.iter(W + "bookmarkEnd")}
        if starts != ends:
            yield "bookmark tidak berpasangan"


def _properties(root: etree._Element) -> Iterator[str]:
    seen: set[str] = set()
    for each in root:
        text, local = each.text or "", etree.QName(each).localname
        if each.tag in seen:
            yield f"Properti dokumen: {local} dua kali"
        seen.add(each.tag)
        if each.tag.startswith(_DC_TERMS) and not _DATE.match(text):
            yield f'Properti dokumen: tanggal {local} "{text}" tidak sah'
        if len(text) > _LONGEST_PROPERTY:
            yield f"Properti dokumen: {local} lebih dari {_LONGEST_PROPERTY} huruf"
        if len(each):
            yield f"Properti dokumen: {local} berisi unsur lain"
