"""Documents as a row of blocks: what the preview shows, and what plain HTML is written from.

Blocks have keys that stay the same while a text is being typed, so that a view can change one block only,
and a target that names the field a block came from ("attendees/<id>/name").
"""

from __future__ import annotations

from collections.abc import Iterator

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.blocks import (
    Block,
    BlockKind,
    Targets,
    field,
    figures,
    follow_ups,
    head,
    letterhead,
    listed,
    photos,
    sections,
    signature,
)
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.compose.draft import Draft, DraftParagraph
from rakor_desktop.compose.outline_companions import companion_blocks
from rakor_desktop.compose.press import final_draft, view_of
from rakor_desktop.compose.source import Memory, Pictures, Source, no_pictures
from rakor_desktop.compose.views import Bagian, DaftarHadir, LaporanWhatsApp, Notula, SiaranPers
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.release import ReleaseText, pieces

__all__ = ["Block", "BlockKind", "blocks_of", "outline"]


def outline(
    document: str,
    bundle: Bundle,
    catalog: Catalog,
    pictures: Pictures = no_pictures,
    memory: Memory | None = None,
    style: str = "",
    fixed: ReleaseText | None = None,
    made: Draft | None = None,
) -> tuple[Block, ...]:
    """The blocks of one document, by its name ("notula", "siaran-pers", ...).

    ``style`` names the press style of a release ("": the meeting's), ``fixed`` its approved words, ``made`` its draft
    where that is composed already. ``memory`` saves wording people anew who have not changed since the outline before.
    """
    return blocks_of(document, Source(bundle, catalog, pictures, memory, style, fixed=fixed), made)


def blocks_of(document: str, source: Source, made: Draft | None = None) -> tuple[Block, ...]:
    """The blocks of one document of a source, in its press style and variation."""
    if source.memory is not None:
        source.memory.serve(source.office)
    targets = Targets(source.meeting)
    if document == "siaran-pers":
        made = made or final_draft(source)
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
            blocks = companion_blocks(view, targets)
    return tuple(blocks)


def _notula(view: Notula, targets: Targets) -> Iterator[Block]:
    yield from letterhead(view.kop)
    yield Block("label", "title", view.label)
    yield Block("judul", "subtitle", view.judul_kapital, target="title")
    yield from field("nomor", "Nomor", view.nomor, "numbers/notula")
    yield from listed("dasar", "Dasar", view.dasar, "basis")
    yield from head(view.hari_tanggal, view.waktu, view.tempat)
    yield from field("tema", "Tema", view.tema, "theme")
    yield from listed("acara", "Acara", view.acara, "agenda")
    yield from listed("pimpinan", "Pimpinan rapat", view.pimpinan, "leader_ids")
    yield from field("sekretaris", "Sekretaris", view.sekretaris, "secretary_id")
    yield from field("notulis", "Notulis", view.notulis, "note_taker_id")
    yield from listed("peserta", "Peserta", view.peserta, "attendees")
    yield from field("jumlah", "Jumlah hadir", view.jumlah_hadir, "head_count")
    yield from sections(view.hasil, targets, "hasil")
    if view.keputusan:
        yield from sections((Bagian("Kesimpulan dan kesepakatan", view.keputusan),), targets, "keputusan")
    yield from figures(view.angka)
    yield from follow_ups(view.tindak_lanjut)
    if view.suasana:
        yield Block("suasana", "paragraph", f"Rapat berlangsung {view.suasana}.", target="conduct")
    if view.kalimat_penutup:
        yield Block("penutup", "paragraph", view.kalimat_penutup, target="held.end")
    for key, block in (("kiri", view.tanda_tangan_kiri), ("kanan", view.tanda_tangan_kanan)):
        yield from signature(key, block)
    yield from listed("tembusan", "Tembusan", view.tembusan, "copies")
    yield from photos(view.foto)


def _daftar_hadir(view: DaftarHadir, targets: Targets) -> Iterator[Block]:
    yield from letterhead(view.kop)
    yield Block("label", "title", "DAFTAR HADIR")
    yield Block("judul", "subtitle", view.judul_kapital, target="title")
    yield from head(view.hari_tanggal, view.waktu, view.tempat)
    yield Block("hadir/head", "header_row", cells=("No.", "Nama", "Pangkat/NRP/NIP", "Jabatan/Instansi", "Ket."))
    for row in view.hadirin:
        cells = (f"{row.no}.", row.nama, row.pangkat_nomor, row.jabatan_instansi, row.keterangan)
        yield Block(f"hadir/{row.no}", "row", cells=cells, target=targets.attendee(row.no))
    for no in view.baris_kosong:
        yield Block(f"hadir/{no}", "row", cells=(f"{no}.", "", "", "", ""))
    yield from signature("kanan", view.tanda_tangan)


def _siaran_pers(view: SiaranPers, made: Draft) -> Iterator[Block]:
    yield Block("judul", "title", view.judul, target="releases/headline")
    paragraphs = (p for p in made.paragraphs for _ in pieces(p.text))
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
    yield from photos(view.foto)


_LEADS_BACK = {"lead": "title", "theme": "theme", "chair": "leader_ids", "attendees": "attendees", "conduct": "conduct"}


def _origin(paragraph: DraftParagraph) -> str:
    """The field a paragraph of a release is about: an item's text or quotation, else what its key says."""
    if paragraph.key.startswith(("item:", "decisions")):
        fact = next((f.target for f in paragraph.facts if f.target.startswith("items/")), "")
        return fact or "items"
    return _LEADS_BACK.get(paragraph.key.split("/", 1)[0], "title")


def _laporan_whatsapp(view: LaporanWhatsApp, targets: Targets) -> Iterator[Block]:
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
