"""Documents as a row of blocks: what the preview shows, and what plain HTML is written from.

Blocks have keys that stay the same while a text is being typed, so that a view can change one block only,
and a target that names the field a block came from ("attendees/<id>/name").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rakor_desktop.bahasa.numerals import letters
from rakor_desktop.catalog import Catalog
from rakor_desktop.compose import parts
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.compose.draft import Draft, DraftParagraph
from rakor_desktop.compose.press import final_draft, view_of
from rakor_desktop.compose.source import Memory, Pictures, Source, no_pictures
from rakor_desktop.compose.views import (
    Bagian,
    Butir,
    DaftarHadir,
    Foto,
    Kop,
    LaporanWhatsApp,
    Notula,
    SiaranPers,
    TandaTangan,
    TindakLanjut,
)
from rakor_desktop.domain.meeting import Bundle, Item, Meeting

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


def outline(
    document: str,
    bundle: Bundle,
    catalog: Catalog,
    pictures: Pictures = no_pictures,
    memory: Memory | None = None,
    style: str = "",
) -> tuple[Block, ...]:
    """The blocks of one document ("notula", "daftar-hadir", "siaran-pers", "laporan-whatsapp").

    ``style`` names the press style of a release ("": the usual one of the office). ``memory`` saves
    wording people anew who have not changed since the outline before.
    """
    return blocks_of(document, Source(bundle, catalog, pictures, memory, style))


def blocks_of(document: str, source: Source) -> tuple[Block, ...]:
    """The blocks of one document of a source, in its press style and variation."""
    if source.memory is not None:
        source.memory.serve(source.office)
    targets = _Targets(source.meeting)
    if document == "siaran-pers":
        made = final_draft(source)
        return tuple(_siaran_pers(view_of(source, made), made))
    view = KINDS[document].compose(source)
    match view:
        case Notula():
            blocks = _notula(view, targets)
        case DaftarHadir():
            blocks = _daftar_hadir(view, targets)
        case LaporanWhatsApp():
            blocks = _laporan_whatsapp(view, targets)
        case _:
            blocks = iter(())
    return tuple(blocks)


class _Targets:
    """Finds the field that a text came from; texts are finished, so the way back goes by their words."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._present = parts.listed(meeting)

    def attendee(self, no: int) -> str:
        """The name field of the attendee printed under this number."""
        return f"attendees/{self._present[no - 1].id}/name" if no <= len(self._present) else "attendees"

    def item(self, point: Butir) -> str:
        """The text field of the item that became this point."""
        words = point.isi.rstrip(".”").casefold()
        found = self._saying(words) or self._saying(point.kutipan.strip("“”").casefold())
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


def _letterhead(kop: Kop) -> Iterator[Block]:
    for n, line in enumerate(kop.baris):
        yield Block(f"kop/{n}", "letterhead", line, target="office.letterhead")
    if kop.alamat:
        yield Block("kop/alamat", "letterhead", kop.alamat, level=1, target="office.letterhead")


def _field(key: str, label: str, text: str, target: str) -> Iterator[Block]:
    if text:
        yield Block(f"field/{key}", "field", text, label=label, target=target)


def _listed(key: str, label: str, rows: Iterable[str], target: str) -> Iterator[Block]:
    rows = tuple(rows)
    if len(rows) == 1:
        yield from _field(key, label, rows[0], target)
    for n, row in enumerate(rows if len(rows) > 1 else (), 1):
        yield Block(f"field/{key}/{n}", "field", row, label=label if n == 1 else "", marker=f"{n}.", target=target)


def _head(view: Notula | DaftarHadir | LaporanWhatsApp) -> Iterator[Block]:
    yield from _field("hari", "Hari/tanggal", view.hari_tanggal, "held.date")
    yield from _field("waktu", "Waktu", view.waktu, "held.start")
    yield from _field("tempat", "Tempat", view.tempat, "venue.place")


def _notula(view: Notula, targets: _Targets) -> Iterator[Block]:
    yield from _letterhead(view.kop)
    yield Block("label", "title", view.label)
    yield Block("judul", "subtitle", view.judul_kapital, target="title")
    yield from _field("nomor", "Nomor", view.nomor, "numbers/notula")
    yield from _listed("dasar", "Dasar", view.dasar, "basis")
    yield from _head(view)
    yield from _field("tema", "Tema", view.tema, "theme")
    yield from _listed("acara", "Acara", view.acara, "agenda")
    yield from _listed("pimpinan", "Pimpinan rapat", view.pimpinan, "leader_ids")
    yield from _field("sekretaris", "Sekretaris", view.sekretaris, "secretary_id")
    yield from _field("notulis", "Notulis", view.notulis, "note_taker_id")
    yield from _listed("peserta", "Peserta", view.peserta, "attendees")
    yield from _field("jumlah", "Jumlah hadir", view.jumlah_hadir, "head_count")
    yield from _sections(view.hasil, targets, "hasil")
    if view.keputusan:
        yield from _sections((Bagian("Kesimpulan dan kesepakatan", view.keputusan),), targets, "keputusan")
    yield from _figures(view)
    yield from _follow_ups(view.tindak_lanjut)
    if view.suasana:
        yield Block("suasana", "paragraph", f"Rapat berlangsung {view.suasana}.", target="conduct")
    if view.kalimat_penutup:
        yield Block("penutup", "paragraph", view.kalimat_penutup, target="held.end")
    for key, block in (("kiri", view.tanda_tangan_kiri), ("kanan", view.tanda_tangan_kanan)):
        yield from _signature(key, block)
    yield from _listed("tembusan", "Tembusan", view.tembusan, "copies")
    yield from _photos(view.foto)


def _figures(view: Notula | LaporanWhatsApp) -> Iterator[Block]:
    for n, figure in enumerate(view.angka):
        yield Block(f"angka/{n}", "field", figure.nilai, label=figure.label or "Angka", target="figures")


def _sections(sections: tuple[Bagian, ...], targets: _Targets, key: str) -> Iterator[Block]:
    for n, part in enumerate(sections):
        yield Block(f"{key}/{n}", "heading", part.judul, marker=f"{letters(n + 1)}.")
        for point in part.butir:
            target = targets.item(point)
            yield Block(f"{key}/{n}/{point.no}", "numbered", point.isi, marker=f"{point.no})", level=1, target=target)
            if point.kutipan:
                yield Block(f"{key}/{n}/{point.no}/q", "quote", point.kutipan, level=2, target=target)


def _follow_ups(rows: tuple[TindakLanjut, ...]) -> Iterator[Block]:
    if not rows:
        return
    yield Block("tl", "heading", "Tindak lanjut")
    yield Block("tl/head", "header_row", cells=("No.", "Uraian", "Penanggung jawab", "Batas waktu", "Status"))
    for row in rows:
        cells = (f"{row.no}.", row.uraian, row.penanggung_jawab, row.batas_waktu, row.status)
        yield Block(f"tl/{row.no}", "row", cells=cells, target="items")


def _signature(key: str, block: TandaTangan | None) -> Iterator[Block]:
    if block is None:
        return
    lines = (block.tempat_tanggal, block.pembuka, *block.jabatan, "", block.nama or "……………………………", block.pangkat_nomor)
    text = "\n".join(line for n, line in enumerate(lines) if line or n == len(lines) - 3)
    yield Block(f"ttd/{key}", "signature", text, label=key, target="signers")


def _photos(photos: tuple[Foto, ...]) -> Iterator[Block]:
    for photo in photos:
        text = f"{photo.keterangan} ({photo.kredit})" if photo.kredit else photo.keterangan
        yield Block(f"foto/{photo.no}", "photo", text, marker=f"Foto {photo.no}", target="photos")


def _daftar_hadir(view: DaftarHadir, targets: _Targets) -> Iterator[Block]:
    yield from _letterhead(view.kop)
    yield Block("label", "title", "DAFTAR HADIR")
    yield Block("judul", "subtitle", view.judul_kapital, target="title")
    yield from _head(view)
    yield Block("hadir/head", "header_row", cells=("No.", "Nama", "Pangkat/NRP/NIP", "Jabatan/Instansi", "Ket."))
    for row in view.hadirin:
        cells = (f"{row.no}.", row.nama, row.pangkat_nomor, row.jabatan_instansi, row.keterangan)
        yield Block(f"hadir/{row.no}", "row", cells=cells, target=targets.attendee(row.no))
    for no in view.baris_kosong:
        yield Block(f"hadir/{no}", "row", cells=(f"{no}.", "", "", "", ""))
    yield from _signature("kanan", view.tanda_tangan)


def _siaran_pers(view: SiaranPers, made: Draft) -> Iterator[Block]:
    yield Block("judul", "title", view.judul, target="releases/headline")
    paragraphs = (p for p in made.paragraphs if p.text)
    for n, (text, paragraph) in enumerate(zip(view.isi, paragraphs, strict=True)):
        kind: BlockKind = "quote" if text.startswith("“") else "paragraph"
        yield Block(f"isi/{n}", kind, text, target=_origin(paragraph))
    closing = " ".join(p for p in (f"({view.penulis})" if view.penulis else "", view.penutup) if p)
    if closing:
        yield Block("penutup", "paragraph", closing, target="releases/sign_off")
    if view.narahubung:
        yield Block("narahubung", "note", f"Narahubung: {view.narahubung}", target="releases/contact")
    if view.tagar:
        yield Block("tagar", "note", view.tagar)
    yield from _photos(view.foto)


_LEADS_BACK = {"lead": "title", "theme": "theme", "chair": "leader_ids", "attendees": "attendees", "conduct": "conduct"}


def _origin(paragraph: DraftParagraph) -> str:
    """The field a paragraph of a release is about: an item's text or quotation, else what its key says."""
    if paragraph.key.startswith(("item:", "decisions")):
        fact = next((f.target for f in paragraph.facts if f.target.startswith("items/")), "")
        return fact or "items"
    return _LEADS_BACK.get(paragraph.key.split("/", 1)[0], "title")


def _laporan_whatsapp(view: LaporanWhatsApp, targets: _Targets) -> Iterator[Block]:
    for key, label, text in (("kepada", "Kepada", view.kepada), ("dari", "Dari", view.dari)):
        if text:
            yield Block(key, "paragraph", f"*{label}: {text}*")
    if view.tembusan:
        yield Block("tembusan", "paragraph", f"*Tembusan: {', '.join(view.tembusan)}*")
    if view.perihal:
        yield Block("perihal", "paragraph", f"*Perihal: {view.perihal}*", target="title")
    yield Block("salam", "paragraph", view.salam)
    yield Block("pembuka", "paragraph", view.pembuka, target="held.date")
    if view.peserta:
        yield Block("hadir", "heading", "*Hadir:*", target="attendees")
    for n, person in enumerate(view.peserta, 1):
        target = targets.attendee(n) if n <= len(view.hadirin) else "attendees"
        yield Block(f"hadir/{n}", "numbered", person, marker=f"{n}.", target=target)
    for n, part in enumerate(view.butir):
        yield Block(f"hasil/{n}", "heading", f"*{part.judul}:*")
        for point in part.butir:
            key = f"hasil/{n}/{point.no}"
            yield Block(key, "numbered", point.isi, marker=f"{point.no}.", target=targets.item(point))
    if view.keputusan:
        yield Block("putus", "heading", "*Kesimpulan:*")
    for point in view.keputusan:
        yield Block(f"putus/{point.no}", "numbered", point.isi, marker=f"{point.no}.", target=targets.item(point))
    if view.suasana:
        yield Block("suasana", "paragraph", view.suasana, target="conduct")
    yield Block("penutup", "paragraph", view.penutup)
