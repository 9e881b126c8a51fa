"""Joins parts into a .docx: the fixed parts, relationships, and a zip with fixed stamps."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import cast

from lxml import etree

from make_templates.look import FONT
from make_templates.numbering import numbering_part
from make_templates.page import Page
from make_templates.styles import styles_part
from make_templates.xml import R_NAMESPACE, Element, field, p, root, run, serialise, val, w

_STAMP = (1980, 1, 1, 0, 0, 0)
_MADE = "2024-01-01T00:00:00Z"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"


@dataclass(frozen=True, slots=True)
class Content:
    """What one template adds to the fixed parts.

    ``header`` and ``first_header`` are the paragraphs over page 2 and later and over page 1; ``footer`` stands under
    every page. ``title`` is the document property, with tags; ``titles`` the id of the style for the title.
    """

    title: str
    body: tuple[Element, ...]
    header: tuple[Element, ...]
    first_header: tuple[Element, ...]
    footer: tuple[Element, ...]
    titles: str = "Judul"


def page_number(total: bool, above: tuple[Element, ...] = ()) -> tuple[Element, ...]:
    """Return header paragraphs with the page's number, alone ("2") or of the total ("Halaman 2 dari 3").

    ``above`` stands over the number (a classification).
    """
    number = p("Header")
    if total:
        number.append(run("Halaman "))
    number.extend(field("PAGE", "2"))
    if total:
        number.append(run(" dari "))
        number.extend(field("NUMPAGES", "2"))
    return (*above, number)


def write_package(content: Content, page: Page) -> bytes:
    """Return the bytes of the .docx; equal input gives equal parts."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "word/document.xml": serialise(_document(content, page)),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": serialise(styles_part(content.titles)),
        "word/numbering.xml": serialise(numbering_part()),
        "word/settings.xml": serialise(_settings()),
        "word/fontTable.xml": serialise(_fonts()),
        "word/header1.xml": serialise(root("hdr", *content.header)),
        "word/header2.xml": serialise(root("hdr", *content.first_header)),
        "word/footer1.xml": serialise(root("ftr", *content.footer)),
        "docProps/core.xml": _core(content.title),
        "docProps/app.xml": _application(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 0
            archive.writestr(entry, data)
    return buffer.getvalue()


_LINKED = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "numbering", "numbering.xml"),
    ("rId3", "settings", "settings.xml"),
    ("rId4", "fontTable", "fontTable.xml"),
    ("rId5", "header", "header1.xml"),
    ("rId6", "header", "header2.xml"),
    ("rId7", "footer", "footer1.xml"),
)


def _document(content: Content, page: Page) -> Element:
    margins = page.margins
    turned = {"orient": "landscape"} if page.landscape else {}
    section = w(
        "sectPr",
        _reference("headerReference", "default", "rId5"),
        _reference("headerReference", "first", "rId6"),
        _reference("footerReference", "default", "rId7"),
        _reference("footerReference", "first", "rId7"),
        w("pgSz", w=page.width, h=page.height, **turned),
        w(
            "pgMar",
            top=margins.top,
            right=margins.right,
            bottom=margins.bottom,
            left=margins.left,
            header=567,
            footer=567,
            gutter=0,
        ),
        w("titlePg"),
    )
    return root("document", w("body", *content.body, section))


def _reference(tag: str, kind: str, relation: str) -> Element:
    reference = w(tag, type=kind)
    reference.set(f"{{{R_NAMESPACE}}}id", relation)
    return reference


def _settings() -> Element:
    compatibility = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    )
    return root(
        "settings",
        w("zoom", percent=100),
        val("defaultTabStop", 567),
        val("characterSpacingControl", "doNotCompress"),
        w(
            "compat",
            w("doNotExpandShiftReturn"),
            *(w("compatSetting", name=name, uri=_COMPATIBILITY, val=value) for name, value in compatibility),
        ),
        w("themeFontLang", val="id-ID"),
        val("decimalSymbol", ","),
        val("listSeparator", ";"),
    )


def _fonts() -> Element:
    return root(
        "fonts",
        w(
            "font",
            val("panose1", "020B0604020202020204"),
            val("charset", "00"),
            val("family", "swiss"),
            val("pitch", "variable"),
            name=FONT,
        ),
    )


def _content_types() -> bytes:
    types = etree.Element(f"{{{_TYPES}}}Types", nsmap=_default(_TYPES))
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ):
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    kinds = {"/word/document.xml": f"{_OFFICE_TYPE}document.main+xml"}
    kinds |= {f"/word/{target}": f"{_OFFICE_TYPE}{kind}+xml" for _, kind, target in _LINKED}
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    kinds["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    for name, kind in kinds.items():
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return serialise(types)


def _relations(targets: tuple[tuple[str, str, str], ...]) -> bytes:
    relations = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap=_default(_RELATIONS))
    for identity, kind, target in targets:
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", Id=identity, Type=kind, Target=target)
    return serialise(relations)


def _document_relations() -> bytes:
    return _relations(tuple((identity, f"{R_NAMESPACE}/{kind}", target) for identity, kind, target in _LINKED))


def _package_relations() -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations(
        (
            ("rId1", f"{R_NAMESPACE}/officeDocument", "word/document.xml"),
            ("rId2", package, "docProps/core.xml"),
            ("rId3", f"{R_NAMESPACE}/extended-properties", "docProps/app.xml"),
        )
    )


def _core(title: str) -> bytes:
    core, dc = (
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "http://purl.org/dc/elements/1.1/",
    )
    terms, xsi = "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance"
    made = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc, "dcterms": terms, "xsi": xsi})
    etree.SubElement(made, f"{{{dc}}}title").text = title
    etree.SubElement(made, f"{{{dc}}}creator").text = "Rakor Desktop"
    etree.SubElement(made, f"{{{dc}}}language").text = "id-ID"
    for name in ("created", "modified"):
        stamp = etree.SubElement(made, f"{{{terms}}}{name}")
        stamp.set(f"{{{xsi}}}type", "dcterms:W3CDTF")
        stamp.text = _MADE
    return _plain(made)


def _application() -> bytes:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    made = etree.Element(f"{{{namespace}}}Properties", nsmap=_default(namespace))
    etree.SubElement(made, f"{{{namespace}}}Application").text = "Rakor Desktop"
    return _plain(made)


def _plain(element: Element) -> bytes:
    """Bytes of a property part; its namespaces are used in values, so they stay."""
    written: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _default(namespace: str) -> dict[str, str]:
    """The namespace map without a prefix; lxml's type stubs do not know that None is one."""
    return cast("dict[str, str]", {None: namespace})
