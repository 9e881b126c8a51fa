"""The little WordprocessingML vocabulary of the sources: paragraphs, tag lines, tables.

In paragraph text a tab is a tab, a newline a line break, and ``**words**`` stand in the character style Tebal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W_NAMESPACE, "r": R_NAMESPACE}
BOLD = "Tebal"

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_PIECES = re.compile(r"([\t\n])")

Element = etree._Element


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return the element ``w:tag``; attributes are in the same namespace."""
    element = etree.Element(f"{{{W_NAMESPACE}}}{tag}", nsmap={"w": W_NAMESPACE})
    for name, value in attributes.items():
        element.set(f"{{{W_NAMESPACE}}}{name}", str(value))
    element.extend(children)
    return element


def val(tag: str, value: str | int) -> Element:
    """Return ``<w:tag w:val="value"/>``."""
    return w(tag, val=value)


def root(tag: str, *children: Element) -> Element:
    """Return the root element of a part, with the namespaces a part needs."""
    element = etree.Element(f"{{{W_NAMESPACE}}}{tag}", nsmap=NAMESPACES)
    element.extend(children)
    return element


def run(text: str, style: str = "") -> Element:
    """Return a run of ``text`` in a character style."""
    made = w("r")
    if style:
        made.append(w("rPr", val("rStyle", style)))
    for piece in filter(None, _PIECES.split(text)):
        if piece == "\t":
            made.append(w("tab"))
        elif piece == "\n":
            made.append(w("br"))
        else:
            words = w("t")
            words.text = piece
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(words)
    return made


def p(style: str, text: str = "") -> Element:
    """Return a paragraph in a named style (by its id)."""
    made = w("p", w("pPr", val("pStyle", style)))
    for index, piece in enumerate(_BOLD.split(text)):
        if piece:
            made.append(run(piece, BOLD if index % 2 else ""))
    return made


def tag(statement: str, style: str = "Normal") -> Element:
    """Return ``{%p statement %}`` in a paragraph of its own."""
    return p(style, f"{{%p {statement} %}}")


def when(condition: str, *blocks: Element, otherwise: Sequence[Element] = (), style: str = "Normal") -> list[Element]:
    """Return blocks that are there only when ``condition`` holds, else those of ``otherwise``."""
    middle = [tag("else", style), *otherwise] if otherwise else []
    return [tag(f"if {condition}", style), *blocks, *middle, tag("endif", style)]


def each(name: str, source: str, *blocks: Element, style: str = "Normal") -> list[Element]:
    """Return blocks that are repeated for every ``name`` in ``source``."""
    return [tag(f"for {name} in {source}", style), *blocks, tag("endfor", style)]


def cell(width: int, *blocks: Element, span: int = 1) -> Element:
    """Return a table cell of ``width`` twips."""
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(val("gridSpan", span))
    return w("tc", properties, *blocks)


def row(*cells: Element, header: bool = False, height: int = 0, splits: bool = False) -> Element:
    """Return a table row; it stays on one page unless ``splits``, is at least ``height`` twips high."""
    properties = w("trPr")
    if not splits:
        properties.append(w("cantSplit"))
    if height:
        properties.append(w("trHeight", val=height, hRule="atLeast"))
    if header:
        properties.append(w("tblHeader"))
    return w("tr", *([properties] if len(properties) else []), *cells)


def tag_row(statement: str, widths: Sequence[int], style: str = "TabelIsi") -> Element:
    """Return ``{%tr statement %}`` in a row of its own, merged over all columns."""
    return w("tr", cell(sum(widths), p(style, f"{{%tr {statement} %}}"), span=len(widths)))


def table(style: str, widths: Sequence[int], *rows: Element, description: str = "") -> Element:
    """Return a table of fixed layout with its grid; ``description`` is its alternative text."""
    properties = w(
        "tblPr",
        val("tblStyle", style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
    )
    if description:
        properties.append(val("tblCaption", description))
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=each_) for each_ in widths)), *rows)


def hugging_table(style: str, fallback: int, *blocks: Element) -> Element:
    """Return a one-cell table as wide as its longest line.

    Word fits the column to the text. LibreOffice does not; there the table has the width ``fallback`` (twips).
    """
    only = w("tc", w("tcPr", w("tcW", w=0, type="auto")), *blocks)
    return w(
        "tbl",
        w(
            "tblPr",
            val("tblStyle", style),
            w("tblW", w=0, type="auto"),
            w("tblLayout", type="autofit"),
            w("tblLook", val="0400", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        ),
        w("tblGrid", w("gridCol", w=fallback)),
        w("tr", w("trPr", w("cantSplit")), only),
    )


def field(code: str, shown: str) -> list[Element]:
    """Return the runs of a field such as PAGE, showing ``shown`` until the reader's program counts."""
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        run(shown),
        w("r", w("fldChar", fldCharType="end")),
    ]


def serialise(element: Element) -> bytes:
    """Return a part's bytes: UTF-8 with a declaration, namespaces tidied."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=["r"])
    written: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
