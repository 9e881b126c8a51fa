"""The minutes and the attendance list, composed."""

from __future__ import annotations

from rakor_desktop.bahasa.clock import clock
from rakor_desktop.compose import parts
from rakor_desktop.compose.arahan import two_signatures
from rakor_desktop.compose.points import follow_ups, points, sections
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.views import DaftarHadir, Notula
from rakor_desktop.domain.meeting import DECISION_KINDS, Item, Meeting

WALK_IN_ROWS = 3
"""Blank rows at the end of an attendance list, for guests that nobody expected."""


def notula(source: Source) -> Notula:
    """The minutes of the meeting, as finished text."""
    meeting, words = source.meeting, parts.wording(source)
    name = parts.meeting_heading(meeting)
    chair = next(iter(meeting.leader_ids), "")
    left, right = two_signatures(source)
    said = tuple(i for i in meeting.items if i.kind not in DECISION_KINDS)
    return Notula(
        kop=parts.letterhead(source),
        label=source.office.minutes_label,
        judul=name,
        judul_kapital=name.upper(),
        nomor=parts.number_of(meeting, "notula"),
        klasifikasi=parts.CLASSIFICATIONS[meeting.classification],
        cap_klasifikasi=parts.page_mark(source),
        hari_tanggal=parts.day_text(meeting),
        tanggal=meeting.held.date,
        waktu=parts.clock_text(source),
        waktu_panggilan=_called_at(source),
        tempat=parts.place_text(meeting),
        jenis=meeting.kind,
        tema=meeting.theme,
        penyelenggara=meeting.organiser,
        operasi=parts.operation_name(meeting.operation),
        pakaian=meeting.dress,
        dasar=parts.filled(meeting.basis),
        acara=parts.filled(meeting.agenda),
        pimpinan=parts.leader_mentions(source),
        ketua=parts.person_named(meeting, chair, words),
        sekretaris=parts.person_named(meeting, meeting.secretary_id, words),
        notulis=parts.person_named(meeting, meeting.note_taker_id, words),
        hadirin=parts.attendee_rows(source),
        tidak_hadir=parts.attendee_rows(source, absent=True),
        kelompok=parts.groups(meeting),
        peserta=parts.participants(source),
        jumlah_hadir=parts.head_count_text(meeting),
        pembukaan=points(_of(meeting, "opening"), meeting, words),
        pembahasan=sections(tuple(i for i in said if i.kind not in ("opening", "closing")), source),
        arahan=sections(tuple(i for i in said if i.kind in ("directive", "emphasis", "appeal")), source),
        hasil=sections(said, source),
        keputusan=points(meeting.items_of(DECISION_KINDS), meeting, words),
        penutup=points(_of(meeting, "closing"), meeting, words),
        kalimat_penutup=_closing(source),
        tindak_lanjut=follow_ups(source),
        angka=parts.figures(meeting),
        suasana=meeting.conduct,
        foto=parts.photos(source),
        tembusan=parts.filled(meeting.copies),
        tanda_tangan_kiri=left,
        tanda_tangan_kanan=right,
    )


def daftar_hadir(source: Source) -> DaftarHadir:
    """The attendance list with room for signatures."""
    meeting = source.meeting
    rows = parts.attendee_rows(source)
    name = parts.meeting_heading(meeting)
    return DaftarHadir(
        kop=parts.letterhead(source),
        judul=name,
        judul_kapital=name.upper(),
        nomor=parts.number_of(meeting, "daftar-hadir"),
        cap_klasifikasi=parts.page_mark(source),
        hari_tanggal=parts.day_text(meeting),
        tanggal=meeting.held.date,
        waktu=parts.clock_text(source),
        tempat=parts.place_text(meeting),
        acara=parts.filled(meeting.agenda),
        hadirin=rows,
        kelompok=parts.groups(meeting),
        baris_kosong=tuple(range(len(rows) + 1, len(rows) + 1 + WALK_IN_ROWS)),
        jumlah_hadir=parts.head_count_text(meeting),
        tanda_tangan=parts.signature(source, "acknowledged", "Mengetahui", dated=True),
    )


def _of(meeting: Meeting, kind: str) -> tuple[Item, ...]:
    return tuple(i for i in meeting.items if i.kind == kind)


def _called_at(source: Source) -> str:
    called = source.meeting.held.called_at
    return f"pukul {clock(called)} {source.meeting.held.zone or source.office.zone}" if called else ""


def _closing(source: Source) -> str:
    held = source.meeting.held
    if held.end is None:
        return ""
    return f"Rapat ditutup pada pukul {clock(held.end)} {held.zone or source.office.zone}."
