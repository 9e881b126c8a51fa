"""What makes a .docx a native Word document on paper, beyond what a schema says; findings are told in English.

The package's own structure (cells, rows, styles, lists, fields, pictures, properties) is ``word.inspect_docx``'s.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from rakor_desktop.word import inspect_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SHEETS = {"A4": (11906, 16838), "F4": (12189, 18709)}
"""Twips of the papers of Indonesian offices; F4 is 215 x 330 mm."""
TYPED_NUMBER = re.compile(r"\s*(\d{1,3}[.)]|[a-z][.)]|\(\d+\)|\([a-z]\))\s+\S")
LISTED = ("Butir", "Bab", "Daftar", "Tembusan")
UNFILLED = re.compile(r"\{\{|\{%|\bNone\b")
DANGLING = re.compile(r"[^\t:]{1,40}\t?:\t?\s*\Z")
EMPTY_BRACKETS = re.compile(r"\(\s*\)")
DOUBLED_STOP = re.compile(r"(?<!\.)\.\.(?!\.)|[,;:]\.|\.[,;](?=\s*$)|,,")
FILLED_BY_HAND = ("SuratIsian", "LampiranIsian", "LampiranGaris", "TandaTangan", "IsianLabel")
"""Styles of lines whose room is left for a pen: the number, the date."""


def native_faults(data: bytes, paper: str) -> list[str]:
    """Everything in a filled document that a Word expert, or an officer, would wish were not so."""
    faults = [f"structure: {each}" for each in inspect_docx(data)]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    roots = {name: etree.fromstring(parts[name]) for name in parts if name.endswith((".xml", ".rels"))}
    faults += _package(parts, roots)
    faults += _settings(roots)
    faults += _sheet(roots["word/document.xml"], paper)
    looks = Looks(roots["word/styles.xml"])
    for name, root in roots.items():
        if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
            faults += [f"{name}: {fault}" for fault in (*_tables(root), *_direct(root), *_pictures(root))]
    body = roots["word/document.xml"]
    faults += _levels(body, looks)
    faults += _words(body)
    faults += _signatures(body, looks)
    faults += _page_number(roots)
    return faults


class Looks:
    """The paragraph styles of a document, with what they inherit."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {each.get(W + "styleId", ""): each for each in styles.iter(W + "style")}

    def find(self, style: str, path: str) -> etree._Element | None:
        """The first element under ``path`` that a style or one that it is based on has."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            found = self._styles[style].find("/".join(W + tag for tag in path.split("/")))
            if found is not None:
                return found
            base = self._styles[style].find(W + "basedOn")
            style = "" if base is None else base.get(W + "val", "")
        return None

    def on(self, style: str, path: str) -> bool:
        """Whether a switch is on in a style."""
        found = self.find(style, path)
        return found is not None and found.get(W + "val", "1") not in ("0", "false")

    def name(self, style: str) -> str:
        """The name that people see."""
        found = self._styles[style].find(W + "name") if style in self._styles else None
        return "" if found is None else found.get(W + "val", "")


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(W + "val", "")


def text_of(paragraph: etree._Element) -> str:
    signs = {W + "tab": "\t", W + "br": "\n"}
    found = paragraph.iter(W + "t", W + "tab", W + "br")
    return "".join(signs.get(str(each.tag), each.text or "") for each in found if each.getparent().tag != W + "tabs")


def _package(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> Iterator[str]:
    types = roots["[Content_Types].xml"]
    named = {each.get("PartName", "").lstrip("/") for each in types if each.get("PartName")}
    endings = {each.get("Extension", "").casefold() for each in types if each.get("Extension")}
    for name in parts:
        ending = name.rpartition(".")[2].casefold()
        if name != "[Content_Types].xml" and name not in named and (ending == "xml" or ending not in endings):
            yield f"package: {name} has no content type"
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder = name.replace("_rels/", "").rpartition("/")[0]
        for each in root:
            target = each.get("Target", "")
            if each.get("TargetMode") == "External":
                yield f"package: {name} points outside: {target[:60]}"
            elif (f"{folder}/{target}" if folder and target[:1] != "/" else target.lstrip("/")) not in parts:
                yield f"package: {name} points to nothing: {target[:60]}"
    if any("thumbnail" in name or "vba" in name.casefold() for name in parts):
        yield "package: carries a thumbnail or a macro"


def _settings(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    modes = [
        each.get(W + "val") for each in roots["word/settings.xml"].iter(W + "compatSetting")
        if each.get(W + "name") == "compatibilityMode"
    ]  # fmt: skip
    if modes != ["15"]:
        yield f"settings: compatibility mode {modes}"
    language = roots["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or language.get(W + "val") != "id-ID":
        yield "styles: language is not id-ID"
    said = [each.text for each in roots["docProps/core.xml"] if etree.QName(each).localname == "language"]
    if said != ["id-ID"]:
        yield f"core: language {said}"


def _sheet(body: etree._Element, paper: str) -> Iterator[str]:
    for section in body.iter(W + "sectPr"):
        size = section.find(W + "pgSz")
        sides = () if size is None else (int(size.get(W + "w", 0)), int(size.get(W + "h", 0)))
        if size is not None and size.get(W + "orient") == "landscape":
            sides = sides[::-1]
        if sides != SHEETS[paper]:
            yield f"sheet: {sides} is not {paper}"
        if section.find(W + "titlePg") is None:
            yield "sheet: the first page is not apart, so it would carry a number"


def _tables(root: etree._Element) -> Iterator[str]:
    for table in root.iter(W + "tbl"):
        grid = table.findall(f"{W}tblGrid/{W}gridCol")
        if not grid:
            yield "table without grid"
        rows = table.findall(W + "tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        titled = [any(style_of(p) == "TabelKepala" for p in row.iter(W + "p")) for row in rows]
        if heads != titled or (True in heads and not heads[0]):
            yield f"table whose head rows do not repeat: {titled} {heads}"[:80]
        for row in rows:
            # A row that holds a whole list may be longer than a page.
            long = any(style_of(p).startswith("Daftar") for p in row.iter(W + "p"))
            if row.find(f"{W}trPr/{W}cantSplit") is None and not long:
                yield f"row that may split: {''.join(row.itertext())[:40]}"
            spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(W + "tc"))
            width = sum(1 if span is None else int(span.get(W + "val", "1")) for span in spans)
            if width != len(grid):
                yield f"row of {width} in a grid of {len(grid)}: {''.join(row.itertext())[:40]}"


def _direct(root: etree._Element) -> Iterator[str]:
    """Runs may carry a character style; anything else belongs into a style."""
    for properties in root.iter(W + "rPr"):
        if properties.getparent().tag != W + "r":
            continue
        extra = [etree.QName(each).localname for each in properties if each.tag not in (W + "rStyle", W + "noProof")]
        if extra:
            yield f"direct formatting of a run: {extra}"
    for properties in root.iter(W + "pPr"):
        extra = [etree.QName(each).localname for each in properties]
        wrong = set(extra) - {"pStyle", "numPr", "keepNext", "keepLines", "sectPr"}
        if wrong:
            yield f"direct formatting of a paragraph: {sorted(wrong)}"


def _pictures(root: etree._Element) -> Iterator[str]:
    for each in root.iter(WP + "docPr"):
        if not (each.get("descr") or "").strip():
            yield f"picture {each.get('id')} without alternative text"


def _levels(body: etree._Element, looks: Looks) -> Iterator[str]:
    """Heading levels go down one at a time."""
    before = 0
    for paragraph in body.iter(W + "p"):
        outline = looks.find(style_of(paragraph), "pPr/outlineLvl")
        level = 9 if outline is None else int(outline.get(W + "val", "9"))
        if level < 9:
            if level + 1 > before + 1:
                yield f"heading level {level + 1} after {before}: {text_of(paragraph)[:40]}"
            before = level + 1


def _words(body: etree._Element) -> Iterator[str]:
    said = [(style_of(p), text_of(p)) for p in body.iter(W + "p") if text_of(p).strip()]
    for (style, text), (follows, _text) in itertools.pairwise([*said, ("", "")]):
        if style.startswith(LISTED) and TYPED_NUMBER.match(text):
            yield f"typed number: {text[:40]}"
        if UNFILLED.search(text):
            yield f"unfilled: {text[:60]}"
        if EMPTY_BRACKETS.search(text):
            yield f"empty brackets: {text[:60]}"
        if DOUBLED_STOP.search(text.strip()):
            yield f"doubled stop: {text[:200]}"
        heads_list = "\t" not in text and follows.startswith(LISTED)
        if DANGLING.match(text) and not style.startswith(FILLED_BY_HAND) and not heads_list:
            yield f"label without value: {style}: {text[:60]}"


def _signatures(body: etree._Element, looks: Looks) -> Iterator[str]:
    for table in body.iter(W + "tbl"):
        paragraphs = [p for p in table.iter(W + "p") if style_of(p).startswith("TandaTangan")]
        if not paragraphs:
            continue
        last_row = table.findall(W + "tr")[-1]
        last = {id(p) for p in last_row.iter(W + "p")}
        for paragraph in paragraphs:
            style = style_of(paragraph)
            if id(paragraph) not in last and not looks.on(style, "pPr/keepNext"):
                yield f"signature may be split: {style} {text_of(paragraph)[:40]}"
            if not looks.on(style, "pPr/keepLines") and not looks.on(style, "pPr/keepNext"):
                yield f"signature line may be split: {style}"


def _page_number(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    """From page 2 a number stands at the head; page 1 has none."""
    relations = {each.get("Id"): each.get("Target") for each in roots["word/_rels/document.xml.rels"]}
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    found: dict[str, bool] = {}
    for each in roots["word/document.xml"].iter(W + "headerReference"):
        part = roots[f"word/{relations[each.get(key)]}"]
        words = [*(each.text or "" for each in part.iter(W + "instrText"))]
        words += [each.get(W + "instr") or "" for each in part.iter(W + "fldSimple")]
        found[each.get(W + "type", "")] = any("PAGE" in word.split() for word in words)
    if found != {"default": True, "first": False}:
        yield f"page numbers: {found}"
