"""Word documents made from raw XML, so that the tests decide every run and every fault in them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from rakor_desktop.word import Picture

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, bold: bool = False) -> str:
    """Return a run; ``text`` is XML."""
    return f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str) -> str:
    """Return a paragraph; plain texts become runs."""
    return "<w:p>" + "".join(each if each.startswith("<w:") else run(each) for each in runs) + "</w:p>"


def row(*cells: str) -> str:
    """Return a table row; plain texts become paragraphs."""
    content = (each if each.startswith("<w:") else par(each) for each in cells)
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{each}</w:tc>" for each in content) + "</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>" + "".join(rows) + "</w:tbl>"


def core(title: str, created: str = "2026-01-01T00:00:00Z") -> str:
    """Return document properties."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dc:title>{title}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>'
        "</cp:coreProperties>"
    )


def parts_of(body: str, more: Mapping[str, str | bytes] | None = None) -> dict[str, str | bytes]:
    """Return the parts of a document; ``more`` adds or replaces parts by name."""
    more = dict(more or {})
    kinds = {
        "word/header1.xml": f"{WORDML}.header+xml",
        "word/footer1.xml": f"{WORDML}.footer+xml",
        "word/footnotes.xml": f"{WORDML}.footnotes+xml",
        "word/endnotes.xml": f"{WORDML}.endnotes+xml",
        "word/comments.xml": f"{WORDML}.comments+xml",
        "word/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in kinds.items()
        if name in more or name.startswith("docProps")
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{name.split("/")[-1].rstrip("1.xml")}" Target="{name[5:]}"/>'
        for number, name in enumerate(kinds, 10)
        if name in more and name.startswith("word/")
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORDML}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{WORDML}.styles+xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
            'core-properties" Target="docProps/core.xml"/>'
        ),
        "docProps/core.xml": core("Notula"),
        "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"{HEAD}<w:styles {NAMESPACES}></w:styles>",
        "word/_rels/document.xml.rels": _relations(
            f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId2" Type="{OFFICE}/image" Target="media/image1.png"/>{relations}'
        ),
        "word/media/image1.png": png(10, 10),
    }
    return parts | more


def _relations(content: str) -> str:
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a small .docx with this body."""
    return zipped(parts_of(body, more))


def holder(kind: str, content: str) -> str:
    """Return a header (hdr), footer (ftr), footnotes, endnotes or comments part with this content."""
    return f"{HEAD}<w:{kind} {NAMESPACES}>{content}</w:{kind}>"


def part(data: bytes, name: str = "word/document.xml") -> str:
    """Return the text of a part of a filled document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def png(width: int, height: int) -> bytes:
    """Return a grey PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    lines = (b"\x00" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def drawing(description: str, number: int = 7) -> str:
    """Return a run with an inline picture of 30 x 30 mm."""
    size = 'cx="1080000" cy="1080000"'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="{number}" name="g" descr="{description}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="g"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId2"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        "</a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


@dataclass(frozen=True, slots=True)
class Orang:
    """An attendee as a template sees it."""

    pangkat: str
    nama: str
    hadir: bool = True
    foto: Picture | None = None


@dataclass(frozen=True, slots=True)
class Rapat:
    """A small view-model."""

    judul: str
    hadirin: tuple[Orang, ...] = ()
    arahan: tuple[str, ...] = ()
    catatan: str | None = None
    gambar: Picture | None = None
    jumlah: int = 0
