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


Orders = dict[etree._Element, int]
"""Places among siblings found so far. Kept for a whole part, so that looking for the next one starts at the last."""


def place_of(element: etree._Element, part: str, orders: Orders | None = None) -> str:
    """Return a place like ``Isi dokumen, tabel 1 baris 2 kolom 2`` for an element not yet moved."""
    orders = {} if orders is None else orders
    steps: list[str] = []
    node: etree._Element | None = element
    while node is not None:
        parent = node.getparent()
        if node.tag == W + "tc" and parent is not None:
            steps.append(_cell(node, parent, orders))
        elif node.tag == W + "txbxContent":
            steps.append("kotak teks")
        elif node.tag == W + "footnote":
            steps.append(f"catatan {node.get(W + 'id', '')}")
        elif node.tag == W + "p" and not steps:
            steps.append(f"paragraf {_order(node, orders)}")
        node = parent
    if any(step.startswith("tabel") for step in steps) and steps[0].startswith("paragraf"):
        steps = [*steps[1:]]
    return ", ".join([part, *reversed(steps)])


def _order(node: etree._Element, orders: Orders) -> int:
    """Return the place among siblings of the same kind, from 1."""
    if node not in orders:
        place = 1
        for sibling in node.itersiblings(node.tag, preceding=True):
            if sibling in orders:
                place += orders[sibling]
                break
            place += 1
        orders[node] = place
    return orders[node]


def _cell(cell: etree._Element, row: etree._Element, orders: Orders) -> str:
    table = row
    while table.tag != W + "tbl":
        above = table.getparent()
        if above is None:
            break
        table = above
    return f"tabel {_order(table, orders)} baris {_order(row, orders)} kolom {_order(cell, orders)}"
