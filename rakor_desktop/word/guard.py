"""What a template must not bring along: foreign names in its zip, links that fetch or run something, hidden tags.

Filling never follows a link and never runs anything, but the documents made from a template go to other people, and
their Word would.
"""

from __future__ import annotations

import io
import posixpath
import re
import stat
import struct
import urllib.parse
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from rakor_desktop.word.faults import Fault
from rakor_desktop.word.package import Entry, refusal
from rakor_desktop.word.places import W, place_of

_NAME = re.compile(r"[^\x00-\x1f\\:*?\"<>|]+\Z")
_TAG_IN_TARGET = re.compile(r"\{\{|\{%|%7B%7B|%7B%25", re.IGNORECASE)
_SAFE_LINK = re.compile(r"(https?|mailto|tel|ftp):|(?![a-z][a-z0-9+.-]*:)(?![\\/]{2})", re.IGNORECASE)
_FETCHING = re.compile(
    r"\b(DDE|DDEAUTO|LINK|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|RD|QUOTE\s+\d+\s+\d+)\b", re.IGNORECASE
)
_NEEDED = ("officeDocument", "header", "footer", "footnotes", "endnotes", "styles", "numbering")
_RUNNING = {
    "oleObject": "objek OLE",
    "control": "kontrol ActiveX",
    "vbaProject": "makro",
    "wordVbaData": "makro",
    "extensibility": "perintah pita (customUI)",
    "webextension": "add-in",
    "webextensiontaskpanes": "add-in",
    "keyMapCustomizations": "pintasan makro",
}


def check_names(data: bytes) -> None:
    """Refuse zips whose names are not those of a Word document, or say different things in different places.

    Raises:
        TemplateError: see above.
    """
    seen: set[str] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
        for info in infos:
            if _is_strange(info) or info.filename.casefold() in seen or not _agrees(data, info):
                shown = ascii(info.orig_filename[:60]).strip("'")
                raise refusal("bad_name", f"memuat bagian bernama janggal ({shown})", "simpan ulang dari Word")
            seen.add(info.filename.casefold())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise refusal("truncated", "terpotong atau rusak", "ambil salinan yang utuh") from error


def _is_strange(info: zipfile.ZipInfo) -> bool:
    name = info.orig_filename
    return (
        not _NAME.match(name)
        or name.startswith("/")
        or any(step in ("", ".", "..") for step in name.removesuffix("/").split("/"))
        or stat.S_ISLNK(info.external_attr >> 16)
    )


def _agrees(data: bytes, info: zipfile.ZipInfo) -> bool:
    """Tell whether the name before the part's bytes is the one in the directory."""
    length = int.from_bytes(data[info.header_offset + 26 : info.header_offset + 28], "little")
    name = data[info.header_offset + 30 : info.header_offset + 30 + length]
    return name.decode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace") == info.orig_filename


def check_relations(name: str, root: etree._Element, entries: Mapping[str, Entry], faults: list[Fault]) -> None:
    """Refuse links that fetch or run something when the document opens; note unsafe or tagged addresses.

    Raises:
        TemplateError: the template links to, or carries, foreign content.
    """
    for each in root:
        kind = each.get("Type", "").rpartition("/")[2]
        target = each.get("Target", "")
        external = each.get("TargetMode") == "External"
        if external and kind != "hyperlink":
            what = "template luar" if kind == "attachedTemplate" else "isi dari luar"
            remedy = "lepaskan di Word (Pengembang, Template)" if kind == "attachedTemplate" else "sisipkan langsung"
            raise refusal("external", f"menautkan {what} ({target[:60]})", remedy)
        if kind in ("aFChunk", "subDocument"):
            raise refusal("external", "memuat dokumen sisipan (altChunk)", "salin isinya langsung ke template")
        if kind in _RUNNING:
            raise refusal("active", f"memuat {_RUNNING[kind]}", "hapus di Word lalu simpan ulang")
        if kind in _NEEDED and not external and _resolved(name, target) not in entries:
            raise refusal("missing_part", f"kehilangan bagian {target[:60]}", "buka di Word lalu simpan ulang")
        if _TAG_IN_TARGET.search(target):
            faults.append(
                Fault(
                    "tag_misplaced",
                    _owner(name),
                    "tanda di dalam alamat tautan tidak didukung",
                    "tulis di teksnya saja",
                )
            )
        elif external and not _SAFE_LINK.match(target.strip()):
            faults.append(
                Fault("unsafe_link", _owner(name), f'tautan "{target[:60]}" tidak aman', "hapus tautan itu di Word")
            )


def _resolved(relations: str, target: str) -> str:
    target = urllib.parse.unquote(target)
    if target.startswith("/"):
        return target.lstrip("/")
    folder = posixpath.dirname(posixpath.dirname(relations))
    return posixpath.normpath(posixpath.join(folder, target))


def _owner(relations: str) -> str:
    name = posixpath.basename(relations)
    return "Isi dokumen" if name.startswith("document") else f"Bagian {name.removesuffix('.rels')}"


def check_fields(root: etree._Element, label: str, faults: list[Fault]) -> None:
    """Note fields that fetch from elsewhere or run programs (DDE, INCLUDETEXT, LINK, mail merge sources, ...)."""
    for node, code in _field_codes(root):
        found = _FETCHING.search(code)
        if found:
            faults.append(
                Fault(
                    "fetching_field",
                    place_of(node, label),
                    f'bidang (field) "{found.group().upper()}" mengambil isi dari luar',
                    "hapus bidang itu di Word",
                )
            )
    merged = next(root.iter(W + "mailMerge"), None)
    if merged is not None:
        remedy = "di Word pilih Surat, Mulai Gabungan Surat, Dokumen Word Normal"
        faults.append(Fault("mail_merge", label, "terhubung ke sumber data gabung surat (Mail Merge)", remedy))


def _field_codes(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    codes: dict[etree._Element, list[str]] = {}
    for node in root.iter(W + "instrText", W + "delInstrText"):
        holder = next(node.iterancestors(W + "p"), node)
        codes.setdefault(holder, []).append(node.text or "")
    for holder, texts in codes.items():
        yield holder, "".join(texts)
    for node in root.iter(W + "fldSimple"):
        yield node, node.get(W + "instr", "")


def check_dialect(root: etree._Element, name: str) -> None:
    """Refuse parts whose names for Word's elements are not the usual ones: what is filled in would not fit them.

    Raises:
        TemplateError: see above.
    """
    for node in root.iter(W + "*"):
        if node.prefix != "w":
            raise refusal("not_word", f"bagian {name} tidak ditulis oleh Word", "buka di Word lalu simpan ulang")
