"""The outlines of the papers beside the minutes: invitation, report, orders, follow-up sheet, photo pages."""

from __future__ import annotations

from collections.abc import Iterator

from rakor_desktop.bahasa.numerals import letters, roman
from rakor_desktop.compose.blocks import (
    Block,
    Targets,
    field,
    figures,
    head,
    letterhead,
    listed,
    photos,
    run_in,
    signature,
)
from rakor_desktop.compose.laporan import CONCLUDING
from rakor_desktop.compose.views import (
    Butir,
    HalamanDokumentasi,
    LaporanHasil,
    LembarTindakLanjut,
    PetikanArahan,
    TindakLanjut,
    Undangan,
)

_SHEET = ("No.", "Butir", "Penanggung jawab", "Batas waktu", "Status", "Bukti")


def companion_blocks(view: object, targets: Targets) -> Iterator[Block]:
    """The blocks of one of these papers; none of anything else."""
    match view:
        case Undangan():
            yield from _undangan(view)
        case LaporanHasil():
            yield from _laporan(view, targets)
        case PetikanArahan():
            yield from _petikan(view, targets)
        case LembarTindakLanjut():
            yield from _tindak_lanjut(view)
        case HalamanDokumentasi():
            yield from _dokumentasi(view)


def _undangan(view: Undangan) -> Iterator[Block]:
    yield from letterhead(view.kop)
    yield Block("tanggal", "signature", view.tempat_tanggal.strip("\N{NO-BREAK SPACE}"), label="kanan")
    yield from field("nomor", "Nomor", view.nomor, "numbers/undangan")
    yield from field("klasifikasi", "Klasifikasi", view.klasifikasi, "classification")
    yield from field("lampiran", "Lampiran", view.lampiran, "recipients")
    yield from field("perihal", "Perihal", view.perihal, "title")
    if view.terlampir:
        yield Block("kepada", "field", "(daftar terlampir)", label="Kepada Yth.", target="recipients")
    else:
        yield from listed("kepada", "Kepada Yth.", view.kepada, "recipients")
    yield from listed("dasar", "Dasar", view.dasar, "basis")
    yield Block("pengantar", "paragraph", view.pengantar, target="title")
    yield from head(view.hari_tanggal, view.waktu, view.tempat)
    yield from listed("acara", "Acara", view.acara or ((view.judul,) if view.judul else ()), "agenda")
    yield from listed("pimpinan", "Pimpinan rapat", view.pimpinan, "leader_ids")
    yield from field("pakaian", "Pakaian", view.pakaian, "dress")
    yield Block("penutup", "paragraph", view.kalimat_penutup)
    yield from signature("kanan", view.tanda_tangan)
    yield from listed("tembusan", "Tembusan", view.tembusan, "copies")
    if view.terlampir:
        yield Block("lampiran", "heading", "Lampiran: daftar undangan")
        for n, guest in enumerate(view.kepada, 1):
            yield Block(f"lampiran/{n}", "numbered", guest, marker=f"{n}.", target="recipients")


def _laporan(view: LaporanHasil, targets: Targets) -> Iterator[Block]:
    yield from letterhead(view.kop)
    yield Block("label", "title", "LAPORAN HASIL")
    yield Block("judul", "subtitle", view.judul_kapital, target="title")
    yield from field("nomor", "Nomor", view.nomor, "numbers/laporan-hasil")
    for n, chapter in enumerate(view.tata_urut, 1):
        yield Block(f"bab/{n}", "heading", chapter.upper(), marker=f"{roman(n)}.")
        yield from _chapter(chapter, view, targets)
    yield from signature("kanan", view.tanda_tangan)
    yield from listed("tembusan", "Tembusan", view.tembusan, "copies")
    yield from photos(view.foto)


def _chapter(chapter: str, view: LaporanHasil, targets: Targets) -> Iterator[Block]:
    match chapter:
        case "Pendahuluan":
            yield Block("umum", "paragraph", view.umum, target="title")
            yield from listed("dasar", "Dasar", view.dasar, "basis")
            yield Block("maksud", "paragraph", view.maksud_tujuan)
        case "Pelaksanaan":
            yield from head(view.hari_tanggal, view.waktu, view.tempat)
            yield from listed("pimpinan", "Pimpinan rapat", view.pimpinan, "leader_ids")
            yield from listed("peserta", "Peserta", view.peserta, "attendees")
            yield from field("jumlah", "Jumlah hadir", view.jumlah_hadir, "head_count")
            yield from listed("acara", "Acara", view.acara, "agenda")
        case "Hasil yang dicapai":
            for n, part in enumerate(view.hasil, 1):
                yield Block(f"hasil/{n}", "heading", part.judul)
                yield from _points(f"hasil/{n}", part.butir, targets)
            yield from figures(view.angka)
        case _ if chapter == CONCLUDING:
            yield from _points("putus", view.keputusan, targets)
            if view.saran:
                yield Block("saran", "paragraph", view.saran)
                yield from _table(view.tindak_lanjut, ("No.", "Uraian", *_SHEET[2:4], "Keterangan"))
        case _:
            if view.suasana:
                yield Block("suasana", "paragraph", f"Rapat berlangsung {view.suasana}.", target="conduct")
            yield Block("penutup", "paragraph", view.kalimat_penutup)


def _points(key: str, points: tuple[Butir, ...], targets: Targets) -> Iterator[Block]:
    for point in points:
        target = targets.item(point)
        text = run_in(point.topik, point.isi) if key != "putus" else point.isi
        yield Block(f"{key}/{point.no}", "numbered", text, marker=f"{letters(point.no)}.", level=1, target=target)
        if point.kutipan:
            yield Block(f"{key}/{point.no}/q", "quote", point.kutipan, level=2, target=target)


def _petikan(view: PetikanArahan, targets: Targets) -> Iterator[Block]:
    yield from letterhead(view.kop)
    yield Block("label", "title", "PETIKAN ARAHAN")
    yield Block("judul", "subtitle", view.judul_kapital, target="title")
    yield from field("nomor", "Nomor", view.nomor, "numbers/petikan-arahan")
    yield from head(view.hari_tanggal, view.waktu, view.tempat)
    yield from listed("pimpinan", "Pimpinan rapat", view.pimpinan, "leader_ids")
    for n, part in enumerate(view.bagian):
        yield Block(f"bagian/{n}", "heading", part.judul)
        for order in part.arahan:
            key = f"arahan/{order.no}"
            text = run_in(order.topik, order.isi)
            target = targets.saying(order.isi, order.kutipan)
            yield Block(key, "numbered", text, marker=f"{order.no}.", level=1, target=target)
            if order.kutipan:
                yield Block(f"{key}/q", "quote", order.kutipan, level=2, target=target)
            for name, label, value in (
                ("tujuan", "Tujuan", order.tujuan),
                ("pelaksana", "Pelaksana", order.pelaksana),
                ("batas", "Batas waktu", order.batas_waktu),
            ):
                yield from field(f"{key}/{name}", label, value, target)
    yield from signature("kiri", view.tanda_tangan_kiri)
    yield from signature("kanan", view.tanda_tangan_kanan)
    yield from listed("tembusan", "Tembusan", view.tembusan, "copies")


def _tindak_lanjut(view: LembarTindakLanjut) -> Iterator[Block]:
    yield from letterhead(view.kop)
    yield Block("label", "title", "LEMBAR TINDAK LANJUT")
    yield Block("judul", "subtitle", view.judul_kapital, target="title")
    yield from head(view.hari_tanggal, "", view.tempat)
    yield from field("rekap", "Rekapitulasi", view.rekap, "items")
    yield from _table(view.tindak_lanjut, _SHEET)
    yield from signature("kiri", view.tanda_tangan_kiri)
    yield from signature("kanan", view.tanda_tangan_kanan)


def _table(rows: tuple[TindakLanjut, ...], heads: tuple[str, ...]) -> Iterator[Block]:
    yield Block("tl/head", "header_row", cells=heads)
    for row in rows:
        state = (row.status, row.keterangan) if len(heads) == len(_SHEET) else (_joined(row),)
        cells = (f"{row.no}.", row.uraian, row.penanggung_jawab, row.batas_waktu, *state)
        yield Block(f"tl/{row.no}", "row", cells=cells, target="items")


def _joined(row: TindakLanjut) -> str:
    return "; ".join(filter(None, (row.status, row.keterangan)))


def _dokumentasi(view: HalamanDokumentasi) -> Iterator[Block]:
    yield from letterhead(view.kop)
    yield Block("label", "title", "DOKUMENTASI")
    yield Block("judul", "subtitle", view.judul_kapital, target="title")
    yield from head(view.hari_tanggal, view.waktu, view.tempat)
    yield from photos(view.foto)
