"""The blocks of an outline that several documents share, and the way from a text back to its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rakor_desktop.bahasa.numerals import letters
from rakor_desktop.compose import parts
from rakor_desktop.compose.views import Angka, Bagian, Butir, Foto, Kop, TandaTangan, TindakLanjut
from rakor_desktop.domain.meeting import Item, Meeting

BlockKind = Literal[
    "letterhead", "title", "subtitle", "field", "heading", "numbered", "paragraph", "quote",
    "header_row", "row", "signature", "photo", "note",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table row of an outline; ``marker`` is its number ("a."), ``level`` its indent."""

    key: str
    kind: BlockKind
    text: str = ""
    label: str = ""
    marker: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    target: str = ""


class Targets:
    """Finds the field that a text came from; texts are finished, so the way back goes by their words."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._present = parts.listed(meeting)

    def attendee(self, no: int) -> str:
        """The name field of the attendee printed under this number."""
        return f"attendees/{self._present[no - 1].id}/name" if no <= len(self._present) else "attendees"

    def item(self, point: Butir) -> str:
        """The text field of the item that became this point."""
        return self.saying(point.isi, point.kutipan)

    def saying(self, text: str, quote: str) -> str:
        """The text field of the item with these words or this quotation."""
        words = text.rstrip(".”").casefold()
        found = self._saying(words) or self._saying(quote.strip("“”").casefold())
        return f"items/{found.id}/text" if found else "items"

    def _saying(self, words: str) -> Item | None:
        if not words:
            return None
        for item in self._meeting.items:
            said = item.text.strip().rstrip(".").casefold()
            quote = item.quote.strip().rstrip(".").casefold()
            if (said and said[1:] in words) or (quote and quote in words):
                return item
        return None


def letterhead(kop: Kop) -> Iterator[Block]:
    """The letterhead, line by line."""
    for n, line in enumerate(kop.baris):
        yield Block(f"kop/{n}", "letterhead", line, target="office.letterhead")
    if kop.alamat:
        yield Block("kop/alamat", "letterhead", kop.alamat, level=1, target="office.letterhead")


def field(key: str, label: str, text: str, target: str) -> Iterator[Block]:
    """A field, when it has a text."""
    if text:
        yield Block(f"field/{key}", "field", text, label=label, target=target)


def listed(key: str, label: str, rows: Iterable[str], target: str) -> Iterator[Block]:
    """A list under one label; a single row is a plain field."""
    rows = tuple(rows)
    if len(rows) == 1:
        yield from field(key, label, rows[0], target)
    for n, row in enumerate(rows if len(rows) > 1 else (), 1):
        yield Block(f"field/{key}/{n}", "field", row, label=label if n == 1 else "", marker=f"{n}.", target=target)


def head(day: str, clock: str, place: str) -> Iterator[Block]:
    """Day, clock and place."""
    yield from field("hari", "Hari/tanggal", day, "held.date")
    yield from field("waktu", "Waktu", clock, "held.start")
    yield from field("tempat", "Tempat", place, "venue.place")


def figures(rows: tuple[Angka, ...]) -> Iterator[Block]:
    """The figures."""
    for n, figure in enumerate(rows):
        yield Block(f"angka/{n}", "field", figure.nilai, label=figure.label or "Angka", target="figures")


def run_in(topic: str, text: str) -> str:
    """A topic before its text, as minutes print it: "Netralitas. Seluruh personel ..."; once when both are one."""
    return f"{topic.rstrip('.')}. {text}" if topic and topic != text else text


def sections(rows: tuple[Bagian, ...], targets: Targets, key: str) -> Iterator[Block]:
    """Lettered parts with numbered points."""
    for n, part in enumerate(rows):
        yield Block(f"{key}/{n}", "heading", part.judul, marker=f"{letters(n + 1)}.")
        for point in part.butir:
            target = targets.item(point)
            text = run_in(point.topik, point.isi)
            yield Block(f"{key}/{n}/{point.no}", "numbered", text, marker=f"{point.no})", level=1, target=target)
            if point.kutipan:
                yield Block(f"{key}/{n}/{point.no}/q", "quote", point.kutipan, level=2, target=target)


def follow_ups(rows: tuple[TindakLanjut, ...]) -> Iterator[Block]:
    """The follow-up table."""
    if not rows:
        return
    yield Block("tl", "heading", "Tindak lanjut")
    yield Block("tl/head", "header_row", cells=("No.", "Uraian", "Penanggung jawab", "Batas waktu", "Status"))
    for row in rows:
        cells = (f"{row.no}.", row.uraian, row.penanggung_jawab, row.batas_waktu, row.status)
        yield Block(f"tl/{row.no}", "row", cells=cells, target="items")


def signature(key: str, block: TandaTangan | None) -> Iterator[Block]:
    """One signature block."""
    if block is None:
        return
    issued = (f"Dikeluarkan di: {block.tempat}", f"pada tanggal: {block.tanggal}") if block.tempat else ()
    opening = (*issued, block.tempat_tanggal, block.pembuka, *block.jabatan)
    text = "\n".join((*filter(None, opening), "", block.nama or "……………………………", block.pangkat_nomor)).rstrip("\n")
    yield Block(f"ttd/{key}", "signature", text, label=key, target="signers")


def photos(rows: tuple[Foto, ...]) -> Iterator[Block]:
    """The photos, by their captions."""
    for photo in rows:
        text = f"{photo.keterangan} ({photo.kredit})" if photo.kredit else photo.keterangan
        yield Block(f"foto/{photo.no}", "photo", text, marker=f"Foto {photo.no}", target="photos")
