"""Texts of a paragraph, and joining lines: ``{%- x %}`` begins no line of its own, ``{% x -%}`` ends none.

Authors break a long sentence with its conditions into paragraphs that are easy to read; the minus makes them one again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from rakor_desktop.word.places import MC, W

STANDING = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-"}
_OTHERS = (W + "pPr", W + "rPr", W + "p", W + "txbxContent", MC + "AlternateContent")
_FIRST = re.compile(r"\s*\{%-")
_LAST = re.compile(r"-%\}\s*\Z")


def own_texts(node: etree._Element, found: list[etree._Element]) -> list[etree._Element]:
    """Collect ``w:t`` and breaks of a paragraph in order, without those of paragraphs inside it (text boxes)."""
    for child in node:
        tag = child.tag
        if tag == W + "t" or tag in STANDING:
            found.append(child)
        elif tag not in _OTHERS:
            own_texts(child, found)
    return found


def text_of_node(node: etree._Element) -> str:
    """Return the text a ``w:t`` or a break stands for."""
    return STANDING.get(str(node.tag)) or node.text or ""


def merge_lines(root: etree._Element, remember: Callable[[etree._Element], object]) -> None:
    """Join the paragraphs of a part that a minus at their edge joins, with a line break that the minus takes away.

    ``remember`` is called for every paragraph beforehand when any is joined: afterwards they are counted otherwise.
    """
    paragraphs = list(root.iter(W + "p"))
    edges = [(each, *_edges(each)) for each in paragraphs]
    if not any(first or last for _, first, last in edges):
        return
    for each in paragraphs:
        remember(each)
    moved: dict[etree._Element, etree._Element] = {}
    for paragraph, first, last in edges:
        here = moved.get(paragraph, paragraph)
        if first and here is paragraph:
            above = _neighbour(paragraph, preceding=True)
            if above is not None:
                _append(above, paragraph)
                here = above
        if last:
            below = _neighbour(here, preceding=False)
            if below is not None:
                _append(here, below)
                moved[below] = here


def _edges(paragraph: etree._Element) -> tuple[bool, bool]:
    text = "".join(map(text_of_node, own_texts(paragraph, [])))
    return bool("{%-" in text and _FIRST.match(text)), bool("-%}" in text and _LAST.search(text))


def _neighbour(paragraph: etree._Element, *, preceding: bool) -> etree._Element | None:
    """Return the paragraph right before or behind, if the two can be joined: not over a section's end."""
    for sibling in paragraph.itersiblings(preceding=preceding):
        if sibling.tag == W + "p":
            upper = sibling if preceding else paragraph
            return None if upper.find(f"{W}pPr/{W}sectPr") is not None else sibling
        if sibling.tag in (W + "tbl", W + "sdt", W + "sectPr"):
            return None
    return None


def _append(upper: etree._Element, lower: etree._Element) -> None:
    run = etree.SubElement(upper, W + "r")
    etree.SubElement(run, W + "br")
    for child in list(lower):
        if child.tag != W + "pPr":
            upper.append(child)
    parent = lower.getparent()
    assert parent is not None
    parent.remove(lower)
