"""From a part's XML to pieces: tags that Word split over runs are joined, unit tags lifted to what they repeat.

In the tree a mark stands as a processing instruction ``<?rk 7?>`` (the source's own are dropped on parsing), inside
attributes as a text that does not occur in the source. So nothing an author typed can be mistaken for a mark.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field

from lxml import etree

from rakor_desktop.word.blocks import Mark, Node
from rakor_desktop.word.faults import Fault
from rakor_desktop.word.lines import merge_lines, own_texts, text_of_node
from rakor_desktop.word.places import A, Orders, W, place_of
from rakor_desktop.word.scan import Tag, TagCount, find_tags, trimmed

TARGET = "rk"
_UNIT = re.compile(r"(tr|tc|p|r)\s+(\S.*)\Z", re.DOTALL)
_UNIT_NAMES = {"tr": "baris tabel", "tc": "sel tabel", "p": "paragraf", "r": "potongan teks"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOISE = (W + "proofErr", W + "lastRenderedPageBreak")
_OPENERS = re.compile(r"\{\{|\{%")


@dataclass(slots=True)
class PartTree:
    """One part being compiled: its tree, its name for people, its marks, and the faults found."""

    root: etree._Element
    label: str
    nonce: str
    faults: list[Fault]
    count: TagCount = field(default_factory=TagCount)
    marks: list[Mark] = field(default_factory=list)
    has_tags: bool = False
    orders: Orders = field(default_factory=dict)

    def add(self, mark: Mark) -> etree._Element:
        """Register a mark and return the instruction that stands for it in the tree."""
        self.marks.append(mark)
        return etree.ProcessingInstruction(TARGET, str(len(self.marks) - 1))

    def made(self, kind: str, place: str, node: Node | None = None) -> etree._Element:
        """Return an instruction for a mark of the engine's own: open, body, tail, close, node."""
        return self.add(Mark(kind, "", place, node=node))

    def in_attribute(self, mark: Mark) -> str:
        """Register a mark and return the text that stands for it inside an attribute."""
        self.marks.append(mark)
        return f"@{self.nonce}:{len(self.marks) - 1}@"

    def mark_of(self, node: etree._Element) -> Mark | None:
        """Return the mark an instruction stands for."""
        return self.marks[int(node.text or "0")] if is_mark(node) else None

    def place(self, node: etree._Element) -> str:
        """Return where a node stands, as people say it."""
        return place_of(node, self.label, self.orders)

    def fault(self, code: str, place: str, message: str, remedy: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(code, place, message, remedy))

    def pieces(self) -> list[str | Mark]:
        """Serialise the finished tree into static text and marks."""
        xml = etree.tostring(self.root, encoding="unicode")
        parts = re.split(rf"<\?{TARGET} (\d+)\?>|@{self.nonce}:(\d+)@", xml)
        result: list[str | Mark] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + parts[0]]
        for at in range(1, len(parts), 3):
            result.append(self.marks[int(parts[at] or parts[at + 1])])
            result.append(parts[at + 2])
        return result


def is_mark(node: etree._Element) -> bool:
    """Tell whether a node is one of our instructions."""
    return isinstance(node, etree._ProcessingInstruction)


def join_tags(tree: PartTree) -> None:
    """Replace every tag by an instruction in the ``w:t`` where it begins; the run there gives the formatting."""
    _tidy(tree.root)
    merge_lines(tree.root, tree.place)
    for paragraph in list(tree.root.iter(W + "p")):
        _join_paragraph(tree, paragraph)
    for node in tree.root.iter():
        if isinstance(node.tag, str) and node.tag != W + "t" and node.text and _OPENERS.search(node.text):
            tree.fault(
                "tag_misplaced",
                tree.place(node),
                f"tanda di dalam {_MISPLACED.get(node.tag, 'bagian ini')} tidak didukung",
                "pindahkan ke teks biasa",
            )


_MISPLACED = {
    W + "instrText": "kode bidang (field)",
    W + "delText": "teks yang dihapus dengan Lacak Perubahan",
    A + "t": "gambar atau diagram",
}


def _tidy(root: etree._Element) -> None:
    """Drop layout whitespace, spelling marks and revision-save ids: they would be repeated for nothing."""
    for node in list(root.iter()):
        if node.tag in _NOISE:
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
            continue
        if node.tail and node.tail.isspace():
            node.tail = None
        if len(node) and node.text and node.text.isspace():
            node.text = None
        for name in [name for name in node.attrib if str(name).startswith(W + "rsid")]:
            del node.attrib[name]


def _join_paragraph(tree: PartTree, paragraph: etree._Element) -> None:
    nodes = own_texts(paragraph, [])
    texts = [text_of_node(node) for node in nodes]
    whole = "".join(texts)
    if "{" not in whole and "}" not in whole:
        return
    place = tree.place(paragraph)
    tags = list(trimmed(whole, find_tags(whole, place, tree.faults)))
    if not tags:
        return
    tree.count.add(len(tags), place)
    tree.has_tags = True
    start, first = 0, 0
    for node, text in zip(nodes, texts, strict=True):
        end = start + len(text)
        while first < len(tags) and tags[first].end <= start:
            first += 1
        touched = []
        for tag in tags[first:]:
            if tag.start >= end:
                break
            touched.append(tag)
        if touched:
            _rewrite(tree, node, whole, start, end, touched, place)
        start = end


def _rewrite(
    tree: PartTree, node: etree._Element, whole: str, start: int, end: int, tags: list[Tag], place: str
) -> None:
    """Give one ``w:t`` (``whole[start:end]``) its text without tags; tags beginning here become instructions."""
    items: list[str | etree._Element] = []
    position = start
    for tag in tags:
        items.append(whole[position : max(position, tag.start)])
        made = _instruction(tree, tag, place) if start <= tag.at < end else None
        if made is not None:
            items.append(made)
        position = max(position, min(tag.end, end))
    items.append(whole[position:end])
    if node.tag != W + "t":
        _remove(node)
        return
    node.text = None
    last: etree._Element | None = None
    for item in items:
        if not isinstance(item, str):
            node.append(item)
            last = item
        elif last is None:
            node.text = (node.text or "") + item
        else:
            last.tail = (last.tail or "") + item
    if not node.text and not len(node):
        _remove(node)
    else:
        node.set(_SPACE, "preserve")


def _instruction(tree: PartTree, tag: Tag, place: str) -> str | etree._Element | None:
    if tag.kind == "literal":
        return tag.body
    found = _UNIT.match(tag.body) if tag.tight or tag.kind == "block" else None
    unit, body = (found.group(1), found.group(2)) if found else ("", tag.body)
    if tag.kind == "comment":
        return tree.add(Mark("comment", body, place, unit)) if unit in ("tr", "tc", "p") else None
    if tag.kind == "print" and unit:
        if unit != "r":
            tree.fault("subdocument", place, f'"{{{{{unit} ... }}}}" tidak didukung', f'tulis "{{{{ {body} }}}}"')
        unit = ""
    if unit and re.match(r"(if|in|is|and|or|not)\b", body) and tag.kind == "print":
        unit, body = "", tag.body
    return tree.add(Mark(tag.kind, body, place, unit))


def _remove(node: etree._Element) -> None:
    """Remove a text node, and its run when nothing but formatting is left."""
    run = node.getparent()
    assert run is not None
    run.remove(node)
    if run.tag == W + "r" and all(child.tag == W + "rPr" for child in run):
        above = run.getparent()
        assert above is not None
        above.remove(run)


def lift_units(tree: PartTree) -> None:
    """Put ``{%tr %}``, ``{%tc %}``, ``{%p %}`` and ``{%r %}`` in the place of the element they name."""
    for node in list(tree.root.iter(etree.ProcessingInstruction)):
        mark = tree.mark_of(node)
        if mark is None or not mark.unit or mark.kind not in ("block", "comment"):
            continue
        if not any(above is tree.root for above in node.iterancestors()):
            continue  # went with an element already reported
        if mark.unit == "r":
            _split_run(node)
        else:
            _lift(tree, node, mark)


def _lift(tree: PartTree, node: etree._Element, mark: Mark) -> None:
    target = next(node.iterancestors(W + mark.unit), None)
    shown = f"{{%{mark.unit} {mark.body} %}}"
    if target is None:
        tree.fault(
            "unit_outside",
            mark.place,
            f'"{shown}" tidak berada di dalam {_UNIT_NAMES[mark.unit]}',
            "pindahkan ke tabel",
        )
        return
    beside = _beside(target, node)
    if beside and mark.kind == "block":
        tree.fault(
            "beside_unit",
            mark.place,
            f'"{shown}" harus sendirian di {_UNIT_NAMES[mark.unit]} itu, tetapi di sampingnya ada {beside}',
            f"letakkan pada {_UNIT_NAMES[mark.unit]} tersendiri di atas atau di bawahnya",
        )
    parent = target.getparent()
    assert parent is not None
    node.tail = None
    parent.replace(target, node)


def _beside(target: etree._Element, mark: etree._Element) -> str:
    """Return what would be lost with the element, in words; empty when nothing would."""
    for each in target.iter():
        if is_mark(each) and each is not mark:
            return "tanda lain"
        if each.tag in (W + "drawing", W + "pict", W + "object"):
            return "gambar"
        if each.tag == W + "sectPr":
            return "pemisah bagian (section break)"
        if each.tag == W + "fldChar":
            return "bidang (field)"
    text = re.sub(r"\s+", " ", _visible(target))
    return f'teks "{text[:30]}"' if text else ""


def _visible(target: etree._Element) -> str:
    parts: list[str] = []
    for node in target.iter(W + "t"):
        parts.append(node.text or "")
        parts.extend(child.tail or "" for child in node)
    return "".join(parts).strip()


def _split_run(node: etree._Element) -> None:
    """Put the instruction between two runs that share the formatting."""
    text = node.getparent()
    run = text.getparent() if text is not None else None
    above = run.getparent() if run is not None else None
    assert text is not None
    assert run is not None
    assert above is not None
    rest = etree.Element(W + "t")
    rest.set(_SPACE, "preserve")
    rest.text, node.tail = node.tail, None
    for sibling in list(node.itersiblings()):
        rest.append(sibling)
    second = etree.Element(W + "r")
    formatting = run.find(W + "rPr")
    if formatting is not None:
        second.append(copy.deepcopy(formatting))
    second.append(rest)
    for sibling in list(text.itersiblings()):
        second.append(sibling)
    above.insert(above.index(run) + 1, node)
    above.insert(above.index(node) + 1, second)
    for half in (text, rest):
        if not half.text and not len(half):
            _remove(half)


def anchor_marks(tree: PartTree) -> None:
    """Note where each mark stands, so that a block is known to open and close in equal places."""
    alive = list(tree.root.iter())  # keeps lxml's proxies, and so their ids, for as long as ids are compared
    for node in alive:
        mark = tree.mark_of(node)
        if mark is None:
            continue
        parent = node.getparent()
        path: list[object] = []
        while parent is not None and (parent.tag == W + "t" or (path and path[-1] != W + "p")):
            path.append(parent.tag)
            parent = parent.getparent()
        mark.anchor = (*path, id(parent))
