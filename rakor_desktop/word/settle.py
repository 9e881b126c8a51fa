"""Making a tree safe to repeat and to leave out: cell tags, placeholder pictures, empty containers, unique ids."""

from __future__ import annotations

import re

from lxml import etree

from rakor_desktop.word.blocks import Drop, Fill, Fresh, Mark, Site, Slot, SlotField
from rakor_desktop.word.expressions import Reader
from rakor_desktop.word.places import PIC, W14, WP, A, R, W
from rakor_desktop.word.tree import PartTree, is_mark

EMPTY_PARAGRAPH = "<w:p/>"
_ONLY_TAG = re.compile(r"\s*\{\{(.*)\}\}\s*\Z", re.DOTALL)
_CELL_ORDER = [W + name for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd")]
_REQUIRED = {W + "tbl": (W + "tr", W + "sdt"), W + "tr": (W + "tc", W + "sdt")}
_HOLDERS = [W + name for name in ("body", "tc", "hdr", "ftr", "footnote", "txbxContent", "sdtContent")]
_BINDINGS = ("}dataBinding", "}showingPlcHdr")  # of Word 2007 and, in their own namespace, 2013
_BLOCKS = (W + "p", W + "tbl", W + "sdt")


# placeholder pictures


def place_slots(tree: PartTree, reader: Reader) -> None:
    """Turn drawings whose alternative text is one printed expression into slots for a picture."""
    for properties in list(tree.root.iter(WP + "docPr")):
        described = properties.get("descr", "")
        if "{{" not in described and "{%" not in described:
            continue
        place = tree.place(properties)
        found = _ONLY_TAG.match(described)
        holder = properties.getparent()
        drawing = next(properties.iterancestors(W + "drawing"), None)
        blip = next(holder.iter(A + "blip"), None) if holder is not None else None
        extent = holder.find(WP + "extent") if holder is not None else None
        if not found or drawing is None or blip is None or extent is None or holder is None:
            tree.fault(
                "bad_slot",
                place,
                f'teks alternatif gambar "{described[:40]}" tidak dikenali',
                "tulis {{ isian }} saja",
            )
            continue
        body = found.group(1).strip()
        expression = reader.read_print(body, place)
        if expression is None:
            continue
        width, height = _number(extent.get("cx")), _number(extent.get("cy"))
        slot = Slot(expression, Site(place, body), width, height)
        _fit(tree, holder, properties, blip, extent)
        _enclose(tree, drawing, slot, place)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 12 else 0


def _fit(
    tree: PartTree,
    holder: etree._Element,
    properties: etree._Element,
    blip: etree._Element,
    extent: etree._Element,
) -> None:
    def field(name: str) -> str:
        return tree.in_attribute(Mark("node", "", "", node=SlotField(name)))

    properties.set("descr", field("alt"))
    for name in list(blip.attrib):
        if str(name).startswith(R):
            del blip.attrib[name]
    for child in list(blip):
        blip.remove(child)
    blip.set(R + "embed", field("rid"))
    for crop in list(holder.iter(A + "srcRect")):
        above = crop.getparent()
        if above is not None:
            above.remove(crop)
    sizes = [extent, *(each for shape in holder.iter(PIC + "spPr") for each in shape.iter(A + "ext"))]
    for size in sizes:
        if "cx" in size.attrib:
            size.set("cx", field("cx"))
            size.set("cy", field("cy"))


def _enclose(tree: PartTree, drawing: etree._Element, slot: Slot, place: str) -> None:
    run = drawing.getparent()
    assert run is not None
    alone = run.tag == W + "r" and all(child is drawing or child.tag == W + "rPr" for child in run)
    target = run if alone else drawing
    target.addprevious(tree.made("open", place, slot))
    target.addnext(tree.made("close", place))


# cell tags: {% colspan n %}, {% cellbg colour %}, {% vm %}, {% hm %}


def settle_cells(tree: PartTree) -> None:
    """Apply the tags that change the cell they stand in."""
    for node in list(tree.root.iter(etree.ProcessingInstruction)):
        mark = tree.mark_of(node)
        if mark is None or mark.kind != "block" or mark.unit:
            continue
        word, _, rest = mark.body.partition(" ")
        if word not in ("colspan", "cellbg", "vm", "hm"):
            continue
        cell = next(node.iterancestors(W + "tc"), None)
        if cell is None:
            tree.fault("unit_outside", mark.place, f'"{{% {word} %}}" tidak berada di dalam tabel', "pindahkan")
            continue
        _forget(node)
        if word == "colspan":
            _cell_property(cell, "gridSpan").set(W + "val", tree.in_attribute(Mark("span", rest.strip(), mark.place)))
        elif word == "cellbg":
            shade = _cell_property(cell, "shd")
            shade.set(W + "val", "clear")
            shade.set(W + "color", "auto")
            shade.set(W + "fill", tree.in_attribute(Mark("colour", rest.strip(), mark.place)))
        elif word == "vm":
            _merge_down(tree, cell, mark.place)
        else:
            _merge_across(tree, cell, mark.place)


def _forget(node: etree._Element) -> None:
    """Remove an instruction but keep the text behind it."""
    parent, before = node.getparent(), node.getprevious()
    assert parent is not None
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    node.tail = None
    parent.remove(node)


def _cell_property(cell: etree._Element, name: str) -> etree._Element:
    """Return the empty property element of a cell, made in the order the schema asks for."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = etree.Element(W + "tcPr")
        cell.insert(0, properties)
    old = properties.find(W + name)
    if old is not None:
        properties.remove(old)
    made = etree.Element(W + name)
    earlier = _CELL_ORDER[: _CELL_ORDER.index(W + name)]
    at = sum(1 for child in properties if child.tag in earlier or is_mark(child))
    properties.insert(at, made)
    return made


def _condition(tree: PartTree, body: str, place: str) -> etree._Element:
    return tree.add(Mark("block", body, place))


def _merge_down(tree: PartTree, cell: etree._Element, place: str) -> None:
    """First pass of the loop begins a vertical merge, the others continue it without text."""
    restart = _cell_property(cell, "vMerge")
    restart.set(W + "val", "restart")
    restart.addprevious(_condition(tree, "if loop.first", place))
    other = etree.Element(W + "vMerge")
    restart.addnext(other)
    restart.addnext(_condition(tree, "else", place))
    other.addnext(_condition(tree, "endif", place))
    for paragraph in cell.findall(W + "p"):
        content = [child for child in paragraph if child.tag != W + "pPr"]
        if content:
            content[0].addprevious(_condition(tree, "if loop.first", place))
            content[-1].addnext(_condition(tree, "endif", place))


def _merge_across(tree: PartTree, cell: etree._Element, place: str) -> None:
    """One cell as wide as the whole loop in place of one cell for each pass."""
    old = cell.find(f"{W}tcPr/{W}gridSpan")
    factor = old.get(W + "val", "1") if old is not None else "1"
    width = Mark("span", "loop.length", place, unit=factor if factor.isdecimal() else "1")
    _cell_property(cell, "gridSpan").set(W + "val", tree.in_attribute(width))
    cell.addprevious(_condition(tree, "if loop.first", place))
    cell.addnext(_condition(tree, "endif", place))


# containers that may end up empty


def guard_containers(tree: PartTree) -> None:
    """Let tables without rows and rows without cells vanish, and cells without paragraphs get an empty one."""
    for container in reversed(list(tree.root.iter(*_REQUIRED, *_HOLDERS))):  # what is inside may vanish first
        tag = str(container.tag)
        children = list(container)
        certain = _certain(tree, children)
        if tag in _REQUIRED:
            if certain is not None and not any(child.tag in _REQUIRED[tag] for child in certain):
                _guard_drop(tree, container)
        elif any(child.tag in _BLOCKS or (is_mark(child) and certain is not None) for child in children):
            _guard_holder(tree, container, children, certain if certain is not None else children)


def _certain(tree: PartTree, children: list[etree._Element]) -> list[etree._Element] | None:
    """Return the children that are always written; None when no block stands among the children."""
    depth, certain, found = 0, [], False
    for child in children:
        mark = tree.mark_of(child)
        if mark is not None and mark.kind in ("block", "open", "close"):
            found = True
            depth += _step(mark)
        elif mark is None and depth == 0:
            certain.append(child)
    return certain if found else None


def _step(mark: Mark) -> int:
    if mark.kind != "block":
        return 1 if mark.kind == "open" else -1
    if mark.body.startswith(("for ", "if ")):
        return 1
    return -1 if mark.body.startswith("end") else 0


def _guard_drop(tree: PartTree, container: etree._Element) -> None:
    place = tree.place(container)
    first = next(child for child in container if is_mark(child))
    first.addprevious(tree.made("body", place))
    container.append(tree.made("tail", place))
    container.addprevious(tree.made("open", place, Drop()))
    container.addnext(tree.made("close", place))


def _guard_holder(
    tree: PartTree, holder: etree._Element, children: list[etree._Element], certain: list[etree._Element]
) -> None:
    written = [child for child in children if not is_mark(child) and child.tag in _BLOCKS]
    if written and written[-1] in certain and written[-1].tag == W + "p":
        return
    tables = [place for place, child in enumerate(written) if child.tag == W + "tbl"]
    if tables:
        if any(child in certain for child in written[tables[-1] + 1 :]):
            return
        end = holder.find(W + "sectPr") if holder.tag == W + "body" else None
        paragraph = etree.Element(W + "p")
        if end is not None:
            end.addprevious(paragraph)
        elif holder.tag != W + "sdtContent":
            holder.append(paragraph)
        return
    if holder.tag == W + "body" or any(child.tag in _BLOCKS for child in certain):
        return
    place = tree.place(holder)
    start = next(child for child in children if child.tag != W + "tcPr")
    start.addprevious(tree.made("open", place, Fill(EMPTY_PARAGRAPH)))
    holder.append(tree.made("close", place))


# ids


def number_copies(tree: PartTree) -> None:
    """Give what a loop repeats fresh ids, and drop optional ids and ranges that cannot be repeated."""
    path: list[int] = []
    loops: list[int] = []
    count = 0
    starts: dict[str, tuple[etree._Element, list[int], bool]] = {}
    pairs: list[tuple[etree._Element, etree._Element, bool]] = []
    lost: list[etree._Element] = []
    for node in list(tree.root.iter()):
        mark = tree.mark_of(node)
        if mark is not None and mark.kind == "block":
            count += 1
            _follow(mark, count, path, loops)
        elif node.tag == W + "bookmarkStart":
            starts[node.get(W + "id", "")] = (node, list(path), bool(loops))
        elif node.tag == W + "bookmarkEnd":
            found = starts.pop(node.get(W + "id", ""), None)
            if found is None:
                lost.append(node)
            elif found[1] == path:
                pairs.append((found[0], node, found[2]))
            else:
                lost += [found[0], node]
        elif node.tag in (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"):
            if path:
                lost.append(node)
        elif loops and isinstance(node.tag, str):
            _renew(tree, node)
    _settle_bookmarks(tree, pairs, lost + [found[0] for found in starts.values()])
    _free_controls(tree)


def _follow(mark: Mark, count: int, path: list[int], loops: list[int]) -> None:
    if _step(mark) > 0:
        path.append(count)
        if mark.body.startswith("for "):
            loops.append(len(path))
    elif _step(mark) < 0 and path:
        if loops and loops[-1] == len(path):
            loops.pop()
        path.pop()
    elif path:
        path[-1] = count


def _fresh(tree: PartTree, key: str = "") -> str:
    return tree.in_attribute(Mark("node", "", "", node=Fresh(key)))


def _renew(tree: PartTree, node: etree._Element) -> None:
    if node.tag == WP + "docPr":
        node.set("id", _fresh(tree))
    elif node.tag == W + "sdtPr":
        number = node.find(W + "id")
        if number is not None:
            node.remove(number)
    for name in (W14 + "paraId", W14 + "textId"):
        if name in node.attrib:
            del node.attrib[name]


def _settle_bookmarks(
    tree: PartTree, pairs: list[tuple[etree._Element, etree._Element, bool]], lost: list[etree._Element]
) -> None:
    for number, (start, end, repeated) in enumerate(pairs):
        if repeated:
            key = f"bookmark{number}"
            start.set(W + "id", _fresh(tree, key))
            start.set(W + "name", start.get(W + "name", "b")[:28] + "_" + _fresh(tree, key))
            end.set(W + "id", _fresh(tree, key))
    for node in lost:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)


def _free_controls(tree: PartTree) -> None:
    """Content controls with tags lose their data binding: Word would put the bound data over the filled text."""
    done: set[etree._Element] = set()
    for mark in [node for node in tree.root.iter(etree.ProcessingInstruction) if is_mark(node)]:
        for above in mark.iterancestors():
            if above in done:
                break
            done.add(above)
            properties = above.find(W + "sdtPr") if above.tag == W + "sdt" else None
            if properties is not None:
                for each in [each for each in properties if str(each.tag).endswith(_BINDINGS)]:
                    properties.remove(each)
