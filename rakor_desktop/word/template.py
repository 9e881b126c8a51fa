"""A Word template: opened, checked and compiled once; filled as often as wanted, from any thread."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from rakor_desktop.word.blocks import Mark, Nester, Node, Property, Site, Static
from rakor_desktop.word.compile import Filler, compile_part
from rakor_desktop.word.expressions import SAFE_FILTERS, Filters, Reader
from rakor_desktop.word.faults import Fault, FaultLog, TemplateError
from rakor_desktop.word.guard import check_names
from rakor_desktop.word.intake import Source, survey
from rakor_desktop.word.limits import MOST_OUTPUT, too_much
from rakor_desktop.word.package import (
    Deflater,
    Entry,
    Packed,
    base_of,
    deflated,
    packed,
    read_file,
    read_package,
    relations_name,
    stored,
    write_package,
)
from rakor_desktop.word.package import parse_xml as _parse
from rakor_desktop.word.pictures import Album, PictureInk
from rakor_desktop.word.replaced import named_pictures, replacements
from rakor_desktop.word.runtime import FAILURES
from rakor_desktop.word.scan import TagCount, find_tags
from rakor_desktop.word.settle import guard_containers, number_copies, place_slots, settle_cells
from rakor_desktop.word.tree import PartTree, anchor_marks, join_tags, lift_units
from rakor_desktop.word.typecheck import TypeChecker
from rakor_desktop.word.values import Ink, PlainInk
from rakor_desktop.word.verify import Verifier

_IMAGE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    label: str
    is_core: bool
    tree: list[Node]
    quick: Filler
    careful: Filler
    prefix: str


class Template:
    """A compiled .docx template. Make one with :meth:`open` or :meth:`from_bytes`; it never changes afterwards."""

    def __init__(
        self, entries: Mapping[str, Entry], parts: tuple[_Part, ...], first_id: int, pictures: Mapping[str, str]
    ) -> None:
        """Used by the two class methods."""
        self._pictures = pictures
        self._entries = entries
        self._parts = {part.name: part for part in parts}
        self._base = base_of(None if name in self._parts else packed(entry) for name, entry in entries.items())
        self._verifier = Verifier(entries)
        self._first_id = first_id

    @classmethod
    def open(cls, path: Path | str, *, filters: Mapping[str, Callable[..., object]] | None = None) -> Template:
        """Open, check and compile a template file.

        ``filters`` are added to the few safe ones every template has; they take and return plain values.

        Raises:
            TemplateError: with every fault found, each with place and remedy.
        """
        return cls.from_bytes(read_file(Path(path)), filters=filters)

    @classmethod
    def from_bytes(cls, data: bytes, *, filters: Mapping[str, Callable[..., object]] | None = None) -> Template:
        """As :meth:`open`, from the bytes of a .docx."""
        faults: list[Fault] = FaultLog()
        entries = read_package(data)
        check_names(data)
        sources, highest = survey(entries, faults)
        named = named_pictures([(each.name, each.root) for each in sources if not each.is_core], entries)
        every: Filters = {**SAFE_FILTERS, **(filters or {})}
        count = TagCount()
        trees = [(source, _tree_of(source, Reader(every, faults), faults, count)) for source in sources]
        if faults:
            raise TemplateError(faults)
        parts = tuple(
            _Part(
                source.name,
                source.label,
                source.is_core,
                tree,
                compile_part(tree, every, careful=False, streaming=not source.is_core),
                compile_part(tree, every, careful=True, streaming=not source.is_core),
                _prefix(entries, source.name),
            )
            for source, tree in trees
            if tree
        )
        return cls(entries, parts, highest + 1, named)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names under which pictures of the template can be replaced."""
        return tuple(self._pictures)

    def check(self, view_model: type) -> tuple[Fault, ...]:
        """Return what does not fit this view-model type (a dataclass; mappings accept every name)."""
        checker = TypeChecker(view_model)
        for part in self._parts.values():
            checker.check(part.tree, pictures=not part.is_core)
        return tuple(checker.faults)

    def render(self, values: object, pictures: Mapping[str, bytes] | None = None) -> bytes:
        """Fill the template with a view-model (dataclass or mapping) and return the document's bytes.

        ``pictures`` replace pictures of the template by name (see :attr:`pictures`): PNG or JPEG, as the replaced one.
        Equal values give equal bytes. The result is not checked again; see :meth:`render_verified`.

        Raises:
            TemplateError: a name is unknown or a value cannot be printed, with the place in the template.
        """
        return self._render(values, pictures or {}, recording=False)[0]

    def render_verified(self, values: object, pictures: Mapping[str, bytes] | None = None) -> bytes:
        """Fill as :meth:`render`, then reopen the result and check that it is whole and holds every printed line.

        Raises:
            TemplateError: see :meth:`render`.
            DamagedDocumentError: the result is not whole; it must not be used.
        """
        data, lines = self._render(values, pictures or {}, recording=True)
        self._verifier.verify(data, lines)
        return data

    def _render(self, values: object, pictures: Mapping[str, bytes], *, recording: bool) -> tuple[bytes, list[str]]:
        if not isinstance(values, Mapping):
            try:
                return self._fill(values, pictures, recording, careful=False)
            except FAILURES:
                pass  # the careful filling succeeds or tells why not
        return self._fill(values, pictures, recording, careful=True)

    def _fill(
        self, values: object, pictures: Mapping[str, bytes], recording: bool, *, careful: bool
    ) -> tuple[bytes, list[str]]:
        album = Album(itertools.count(self._first_id))
        written: dict[str, Packed] = {}
        relations: dict[str, dict[str, str]] = {}
        lines: list[str] = []
        for part in self._parts.values():
            ink: Ink
            ink = PlainInk(recording=False) if part.is_core else PictureInk(album, part.prefix, recording=recording)
            written[part.name] = _fill_part(part, values, ink, careful)
            if isinstance(ink, PictureInk):
                if ink.relations:
                    relations[part.name] = ink.relations
                lines += ink.lines or ()
        if not album.media and not pictures:
            return write_package(written.values(), self._base), lines
        written |= replacements(self._pictures, pictures)
        self._add_media(album, relations, written)
        ready = {name: written.get(name) or packed(entry) for name, entry in self._entries.items()} | written
        return write_package(ready.values()), lines

    def _add_media(self, album: Album, relations: Mapping[str, Mapping[str, str]], written: dict[str, Packed]) -> None:
        for name, data in album.media.items():
            written[name] = stored(name, data)
        for part, targets in relations.items():
            name = relations_name(part)
            none = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
            root = _parse(self._entries[name].read() if name in self._entries else none, name)
            for target, rid in targets.items():
                etree.SubElement(
                    root, f"{{{_RELATIONS}}}Relationship", Id=rid, Type=_IMAGE_RELATION, Target=f"/{target}"
                )
            written[name] = deflated(name, _serialise(root))
        self._declare_types(album, written)

    def _declare_types(self, album: Album, written: dict[str, Packed]) -> None:
        name = "[Content_Types].xml"
        root = _parse(self._entries[name].read(), name)
        known = {each.get("Extension", "").lower() for each in root if each.tag == f"{{{_TYPES}}}Default"}
        missing = sorted({media.rpartition(".")[2] for media in album.media} - known)
        for place, extension in enumerate(missing):
            default = etree.Element(f"{{{_TYPES}}}Default", Extension=extension, ContentType=f"image/{extension}")
            root.insert(place, default)
        if missing:
            written[name] = deflated(name, _serialise(root))


def _fill_part(part: _Part, values: object, ink: Ink, careful: bool) -> Packed:
    deflater = Deflater()
    out: list[str] = []

    def flush() -> None:
        if deflater.size > MOST_OUTPUT:
            raise too_much(part.label)
        deflater.write("".join(out).encode("utf-8"))
        out.clear()

    (part.careful if careful else part.quick)(values, out, ink, flush)
    if out:
        flush()
    return deflater.packed(part.name)


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _prefix(entries: Mapping[str, Entry], part: str) -> str:
    """Return a beginning for relationship ids that no id of this part has."""
    relations = entries.get(relations_name(part))
    taken = relations.read().decode("utf-8", "replace") if relations is not None else ""
    return next(prefix for count in itertools.count() if (prefix := f"rIdGambar{count or ''}_") not in taken)


def _tree_of(source: Source, reader: Reader, faults: list[Fault], count: TagCount) -> list[Node]:
    if source.is_core:
        return _core_tree(source, reader, faults)
    nonce = _nonce(source)
    tree = PartTree(source.root, source.label, nonce, faults, count)
    join_tags(tree)
    place_slots(tree, reader)
    settle_cells(tree)
    lift_units(tree)
    for node in list(tree.root.iter(etree.ProcessingInstruction)):
        mark = tree.mark_of(node)
        if mark is not None and mark.kind == "comment":
            above = node.getparent()
            if above is not None:
                above.remove(node)
    if not tree.has_tags and not tree.marks:
        return []
    guard_containers(tree)
    number_copies(tree)
    anchor_marks(tree)
    return Nester(reader, faults).nest(tree.pieces())


def _nonce(source: Source) -> str:
    text = etree.tostring(source.root, encoding="unicode")
    seed = text
    while (nonce := "rk" + hashlib.sha256(seed.encode()).hexdigest()[:8]) in text:
        seed = nonce
    return nonce


def _core_tree(source: Source, reader: Reader, faults: list[Fault]) -> list[Node]:
    """Compile document properties: plain text elements, each at most 255 characters."""
    result: list[Node] = []
    holders: list[tuple[etree._Element, list[Node], Site]] = []
    for element in source.root:
        text = element.text or ""
        place = f"{source.label}, {etree.QName(element).localname}"
        tags = find_tags(text, place, faults)
        if not tags:
            continue
        pieces: list[str | Mark] = []
        position = 0
        for tag in tags:
            pieces.append(_xml_text(text[position : tag.start]))
            if tag.kind == "literal":
                pieces.append(_xml_text(tag.body))
            elif tag.kind != "comment":
                pieces.append(Mark(tag.kind, tag.body, place))
            position = tag.end
        pieces.append(_xml_text(text[position:]))
        holders.append((element, Nester(reader, faults).nest(pieces), Site(place, text[:60])))
    if not holders:
        return []
    marker = _nonce(source)
    for number, (element, _, _) in enumerate(holders):
        element.text = f"@{marker}:{number}@"
    xml = etree.tostring(source.root, encoding="unicode")
    rest = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml
    for number, (element, body, site) in enumerate(holders):
        before, _, rest = rest.partition(f"@{marker}:{number}@")
        head, bracket, opening = before.rpartition("<")
        closing, end, rest = rest.partition(">")
        is_date = etree.QName(element).namespace == "http://purl.org/dc/terms/"
        result.append(Static(head))
        result.append(Property(bracket + opening, closing + end, site, is_date, body))
    return [*result, Static(rest)]


def _xml_text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
