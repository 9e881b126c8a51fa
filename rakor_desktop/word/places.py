"""Namespaces of a Word document, and saying in Indonesian where in it something stands."""

from __future__ import annotations

from lxml import etree

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_URI}}}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_BLOCKS = (W + "p", W + "tbl")


def place_of(element: etree._Element, part: str) -> str:
    """Return a place like ``Isi dokumen, tabel 1 baris 2 kolom 2`` for an element not yet moved."""
    steps: list[str] = []
    node: etree._Element | None = element
    while node is not None:
        parent = node.getparent()
        if node.tag == W + "tc" and parent is not None:
            steps.append(_cell(node, parent))
        elif node.tag == W + "txbxContent":
            steps.append("kotak teks")
        elif node.tag == W + "footnote":
            steps.append(f"catatan {node.get(W + 'id', '')}")
        elif node.tag == W + "p" and not steps:
            steps.append(f"paragraf {_order(node)}")
        node = parent
    if any(step.startswith("tabel") for step in steps) and steps[0].startswith("paragraf"):
        steps = [*steps[1:]]
    return ", ".join([part, *reversed(steps)])


def _order(node: etree._Element) -> int:
    """Return the place among siblings of the same kind, from 1."""
    return 1 + sum(1 for _ in node.itersiblings(node.tag, preceding=True))


def _cell(cell: etree._Element, row: etree._Element) -> str:
    table = row
    while table.tag != W + "tbl":
        above = table.getparent()
        if above is None:
            break
        table = above
    return f"tabel {_order(table)} baris {_order(row)} kolom {_order(cell)}"
