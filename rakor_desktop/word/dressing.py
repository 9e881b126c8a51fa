"""Putting a template on an office's own page: margins, font, and the width of the letterhead's closing rule.

Works on the package before it is compiled. Only what the template leaves to its defaults changes: named styles keep
their own sizes, and only tables that fill the text's width follow the margins.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from rakor_desktop.word.package import deflated, packed, parse_xml, read_file, read_package, write_package
from rakor_desktop.word.places import W

LETTERHEAD_TABLE = "TabelKop"
"""The table style of a letterhead block that is as wide as its longest line."""
_TWIPS_PER_CM = 1440 / 2.54
_TEXT_FITS = 4
"""Twips that a full-width table may differ from the text's width."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What an office wants of a page. ``margins`` are top, right, bottom, left in centimetres; ``size`` is in points,
    ``spacing`` in lines.

    What is empty, 0 or ``None`` stays as the template has it. ``letterhead`` is the width of the letterhead block in
    points.
    """

    margins: tuple[float, float, float, float] | None = None
    font: str = ""
    size: float = 0
    spacing: float = 0
    letterhead: float = 0


def dressed(data: bytes, dress: Dress) -> bytes:
    """The template's package with the office's page; equal input gives equal bytes.

    Raises:
        TemplateError: the bytes are no whole .docx.
    """
    entries = read_package(data)
    written: dict[str, bytes] = {}
    for name, change in (
        ("word/document.xml", _dress_document),
        ("word/styles.xml", _dress_styles),
        ("word/fontTable.xml", _dress_fonts),
    ):
        if name in entries:
            root = parse_xml(entries[name].read(), name)
            change(root, dress)
            written[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts = [deflated(name, written[name]) if name in written else packed(entry) for name, entry in entries.items()]
    return write_package(parts)


def dressed_file(path: Path, dress: Dress) -> bytes:
    """As :func:`dressed`, of a file. Raises :class:`TemplateError` when it cannot be read or is no whole .docx."""
    return dressed(read_file(path), dress)


def _dress_document(root: etree._Element, dress: Dress) -> None:
    if dress.margins is not None:
        _set_margins(root, dress.margins)
    if dress.letterhead:
        for table in root.iter(W + "tbl"):
            style = table.find(f"{W}tblPr/{W}tblStyle")
            if style is not None and style.get(W + "val") == LETTERHEAD_TABLE:
                _set_width(table, round(dress.letterhead * 20))


def _set_margins(root: etree._Element, margins: tuple[float, float, float, float]) -> None:
    section = root.find(f"{W}body/{W}sectPr")
    sheet = None if section is None else section.find(W + "pgSz")
    edges = None if section is None else section.find(W + "pgMar")
    if sheet is None or edges is None or sheet.get(W + "orient") == "landscape":
        return
    width = int(sheet.get(W + "w", "0"))
    before = _text_width(width, edges)
    for side, centimetres in zip(("top", "right", "bottom", "left"), margins, strict=True):
        edges.set(W + side, str(round(centimetres * _TWIPS_PER_CM)))
    after = _text_width(width, edges)
    if before == after or min(before, after) <= 0:
        return
    for table in root.findall(f"{W}body/{W}tbl"):
        _scale(table, before, after)


def _text_width(width: int, edges: etree._Element) -> int:
    return width - int(edges.get(W + "left", "0")) - int(edges.get(W + "right", "0"))


def _scale(table: etree._Element, before: int, after: int) -> None:
    """Make a table that fills the text's width fill the new one, its columns in proportion."""
    columns = list(table.iterfind(f"{W}tblGrid/{W}gridCol"))
    widths = [int(column.get(W + "w", "0")) for column in columns]
    if abs(sum(widths) - before) > _TEXT_FITS:
        return
    ends = [round(sum(widths[: n + 1]) * after / sum(widths)) for n in range(len(widths))]
    scaled = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    for column, size in zip(columns, scaled, strict=True):
        column.set(W + "w", str(size))
    whole = table.find(f"{W}tblPr/{W}tblW")
    if whole is not None and whole.get(W + "type") == "dxa":
        whole.set(W + "w", str(after))
    for row in table.iterfind(W + "tr"):
        at = 0
        for cell in row.iterfind(W + "tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            count = 1 if span is None else int(span.get(W + "val", "1"))
            width = cell.find(f"{W}tcPr/{W}tcW")
            if width is not None and width.get(W + "type") == "dxa":
                width.set(W + "w", str(sum(scaled[at : at + count])))
            at += count


def _set_width(table: etree._Element, twips: int) -> None:
    """Give a one-column table a fixed width."""
    for path, kind in ((f"{W}tblPr/{W}tblW", "dxa"), (f"{W}tr/{W}tc/{W}tcPr/{W}tcW", "dxa")):
        for width in table.iterfind(path):
            width.set(W + "w", str(twips))
            width.set(W + "type", kind)
    for layout in table.iterfind(f"{W}tblPr/{W}tblLayout"):
        layout.set(W + "type", "fixed")
    for column in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        column.set(W + "w", str(twips))


def _dress_styles(root: etree._Element, dress: Dress) -> None:
    lines = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing")
    if dress.spacing and lines is not None:
        lines.set(W + "line", str(round(dress.spacing * 240)))
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if defaults is None:
        return
    fonts = defaults.find(W + "rFonts")
    if dress.font and fonts is not None:
        for name in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(W + name, dress.font)
    for tag in ("sz", "szCs"):
        size = defaults.find(W + tag)
        if dress.size and size is not None:
            size.set(W + "val", str(round(dress.size * 2)))


def _dress_fonts(root: etree._Element, dress: Dress) -> None:
    """Name the font in the font table; what the table said of the former one does not hold for it."""
    font = root.find(W + "font")
    if not dress.font or font is None or font.get(W + "name") == dress.font:
        return
    font.set(W + "name", dress.font)
    for child in list(font):
        font.remove(child)
