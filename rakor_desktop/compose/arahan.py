"""Three short papers cut from the meeting: the extract of orders, the follow-up sheet, the photo pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from rakor_desktop.bahasa.text import sentence_start
from rakor_desktop.compose import parts
from rakor_desktop.compose.points import follow_up_row, minute_sentence, point, section_heading
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.views import (
    Arahan,
    BagianArahan,
    BarisFoto,
    HalamanDokumentasi,
    LembarTindakLanjut,
    PetikanArahan,
    TandaTangan,
    TindakLanjut,
)
from rakor_desktop.compose.wording import audience_of
from rakor_desktop.domain.meeting import DIRECTIVE_KINDS, Item

PHOTO_OF_TWO_MM = 110.0
"""Width of a photo of which two with their captions fill a page under the heading."""
PHOTO_OF_FOUR_MM = 74.0
"""Width of a photo of which two stand side by side."""


def petikan_arahan(source: Source) -> PetikanArahan:
    """The orders of the meeting, each with what for, who, until when."""
    meeting = source.meeting
    name = parts.meeting_heading(meeting)
    sections = _orders(source)
    left, right = two_signatures(source)
    count = sum(len(section.arahan) for section in sections)
    return PetikanArahan(
        kop=parts.letterhead(source),
        judul=name,
        judul_kapital=name.upper(),
        nomor=parts.number_of(meeting, "petikan-arahan"),
        klasifikasi=parts.CLASSIFICATIONS[meeting.classification],
        cap_klasifikasi=parts.page_mark(source),
        hari_tanggal=parts.day_text(meeting),
        tanggal=meeting.held.date,
        waktu=parts.clock_text(source),
        tempat=parts.place_text(meeting),
        pimpinan=parts.leader_mentions(source),
        bagian=sections,
        jumlah_arahan=f"{count} butir" if count else "",
        tembusan=parts.filled(meeting.copies),
        tanda_tangan_kiri=left,
        tanda_tangan_kanan=right,
    )


def lembar_tindak_lanjut(source: Source) -> LembarTindakLanjut:
    """Everything that somebody has to see to: what was assigned, and decisions and orders not assigned yet."""
    meeting = source.meeting
    name = parts.meeting_heading(meeting)
    rows = tuple(follow_up_row(item, no) for no, item in enumerate(filter(_is_task, meeting.items), 1))
    left, right = two_signatures(source)
    return LembarTindakLanjut(
        kop=parts.letterhead(source),
        judul=name,
        judul_kapital=name.upper(),
        nomor=parts.number_of(meeting, "tindak-lanjut"),
        klasifikasi=parts.CLASSIFICATIONS[meeting.classification],
        cap_klasifikasi=parts.page_mark(source),
        hari_tanggal=parts.day_text(meeting),
        tanggal=meeting.held.date,
        tempat=parts.place_text(meeting),
        pimpinan=parts.leader_mentions(source),
        tindak_lanjut=rows,
        rekap=_by_state(rows),
        tanda_tangan_kiri=left,
        tanda_tangan_kanan=right,
    )


def halaman_dokumentasi(source: Source) -> HalamanDokumentasi:
    """The photos of the meeting, once for two and once for four on a page."""
    meeting = source.meeting
    name = parts.meeting_heading(meeting)
    small = parts.photos(source, width_mm=PHOTO_OF_FOUR_MM)
    pairs = (small[n : n + 2] for n in range(0, len(small), 2))
    return HalamanDokumentasi(
        kop=parts.letterhead(source),
        judul=name,
        judul_kapital=name.upper(),
        klasifikasi=parts.CLASSIFICATIONS[meeting.classification],
        cap_klasifikasi=parts.page_mark(source),
        hari_tanggal=parts.day_text(meeting),
        tanggal=meeting.held.date,
        waktu=parts.clock_text(source),
        tempat=parts.place_text(meeting),
        foto=parts.photos(source, width_mm=PHOTO_OF_TWO_MM),
        baris_foto=tuple(BarisFoto(pair[0], pair[1] if len(pair) > 1 else None) for pair in pairs),
    )


def two_signatures(source: Source) -> tuple[TandaTangan, TandaTangan]:
    """Left and right block of papers that a note taker signs and a chief acknowledges.

    Police, army: Mengetahui left, Notulis right; local governments: Notulis left, the chair right (kebiasaan).
    """
    local = source.office.kind == "local_government"
    note_taker = parts.signature(source, "note_taker", "Notulis", dated=not local)
    if local:
        return note_taker, parts.signature(source, "chair", "PIMPINAN SIDANG/RAPAT", dated=True)
    return parts.signature(source, "acknowledged", "Mengetahui", dated=False), note_taker


def _orders(source: Source) -> tuple[BagianArahan, ...]:
    """The orders in time order, neighbours of one speaker together, numbered through."""
    meeting, words = source.meeting, parts.wording(source)
    found: list[tuple[str, list[Arahan]]] = []
    orders = [i for i in meeting.items_of(DIRECTIVE_KINDS) if _is_order(i)]
    for no, item in enumerate(orders, 1):
        title = section_heading(item, meeting, words)
        made = point(replace(item, purpose=""), no, meeting, words)
        topic = made.topik if made.topik != made.isi else ""
        task = item.follow_up
        who = (task.responsible if task else "") or sentence_start(audience_of(item))
        due = parts.due_text(task) if task else ""
        order = Arahan(no, topic, made.isi, made.kutipan, sentence_start(item.purpose), who, due, no == len(orders))
        if found and found[-1][0] == title:
            found[-1][1].append(order)
        else:
            found.append((title, [order]))
    return tuple(BagianArahan(title, tuple(rows)) for title, rows in found)


def _is_order(item: Item) -> bool:
    """Whether an item orders something; thanks are said beside orders but carry nothing out."""
    return item.sense != "thanks" and bool(item.text.strip() or item.quote.strip() or item.topic.strip())


def _is_task(item: Item) -> bool:
    if not (minute_sentence(item) or item.topic.strip()):
        return False
    assigned = item.follow_up is not None and bool(item.follow_up.responsible or item.follow_up.due)
    return assigned or item.kind in ("directive", "decision")


def _by_state(rows: tuple[TindakLanjut, ...]) -> str:
    """How many rows are in which state: "5 butir: 2 Selesai, 3 Belum"."""
    states = Counter(row.status for row in rows if row.status)
    counted = ", ".join(f"{count} {state.lower()}" for state, count in states.items())
    return f"{len(rows)} butir{': ' if counted else ''}{counted}" if rows else ""
