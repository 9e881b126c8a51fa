"""The report on the meeting's results, in the five chapters that police, army and civil offices share by habit.

Pendahuluan, pelaksanaan, hasil yang dicapai, kesimpulan dan saran, penutup (sumber: susunan laporan Polri dan TNI serta
bentuk laporan Permendagri 54/2009; keyakinan tinggi untuk urutannya, belum diverifikasi terhadap lampirannya). Nothing
is invented: a chapter without content is left out, and only the set phrases of a report are added.
"""

from __future__ import annotations

from dataclasses import replace

from rakor_desktop.bahasa.lists import join_list
from rakor_desktop.bahasa.text import end_stop, sentence_start
from rakor_desktop.compose import parts
from rakor_desktop.compose.numbers import BLANK, SRIKANDI_DATE, number_or_draft
from rakor_desktop.compose.points import follow_ups, points, sections
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.undangan import letter_signature
from rakor_desktop.compose.views import LaporanHasil, TandaTangan, TindakLanjut
from rakor_desktop.domain.meeting import DECISION_KINDS

CONCLUDING = "Kesimpulan dan saran"


def laporan_hasil(source: Source) -> LaporanHasil:
    """The report on the meeting's results, as finished text."""
    meeting = source.meeting
    name = parts.meeting_heading(meeting)
    words = parts.wording(source)
    said = sections(tuple(i for i in meeting.items if i.kind not in DECISION_KINDS), source)
    decided = points(meeting.items_of(DECISION_KINDS), meeting, words)
    open_points = follow_ups(source)
    figures = parts.figures(meeting)
    chapters = (
        "Pendahuluan",
        "Pelaksanaan",
        "Hasil yang dicapai" if said or figures else "",
        CONCLUDING if decided or open_points else "",
        "Penutup",
    )
    return LaporanHasil(
        kop=parts.letterhead(source),
        judul=name,
        judul_kapital=name.upper(),
        nomor=number_or_draft(meeting, source.office, "laporan-hasil"),
        klasifikasi=parts.CLASSIFICATIONS[meeting.classification],
        cap_klasifikasi=parts.page_mark(source),
        umum=_general(source),
        dasar=parts.filled(meeting.basis),
        maksud_tujuan=(
            "Laporan ini disusun dengan maksud memberikan gambaran tentang pelaksanaan dan hasil rapat, dengan tujuan "
            "sebagai bahan pertimbangan pimpinan dalam menentukan kebijakan selanjutnya."
        ),
        ruang_lingkup="Ruang lingkup laporan ini meliputi pelaksanaan rapat beserta hasilnya.",
        tata_urut=tuple(chapter for chapter in chapters if chapter),
        hari_tanggal=parts.day_text(meeting),
        tanggal=meeting.held.date,
        waktu=parts.clock_text(source),
        tempat=parts.place_text(meeting),
        tema=meeting.theme,
        penyelenggara=meeting.organiser,
        pimpinan=parts.leader_mentions(source),
        acara=parts.filled(meeting.agenda),
        peserta=parts.participants(source),
        jumlah_hadir=parts.head_count_text(meeting),
        hasil=said,
        angka=figures,
        keputusan=decided,
        saran=_advice(open_points),
        tindak_lanjut=open_points,
        suasana=meeting.conduct,
        kalimat_penutup="Demikian laporan ini dibuat untuk menjadi bahan periksa.",
        tembusan=parts.filled(meeting.copies),
        foto=parts.photos(source),
        tanda_tangan=issued(source),
    )


def _advice(tasks: tuple[TindakLanjut, ...]) -> str:
    """What is asked for the follow-ups; only those that have a limit can be done within it."""
    if not tasks:
        return ""
    limit = " sesuai dengan batas waktunya" if all(task.batas_waktu for task in tasks) else ""
    return f"Agar tindak lanjut berikut dilaksanakan{limit}."


def issued(source: Source) -> TandaTangan:
    """The block of an outgoing paper: place named, room for its date, which the meeting does not know."""
    place = source.office.city or source.meeting.venue.city
    date = SRIKANDI_DATE if source.office.switches.srikandi else BLANK * 4
    return replace(letter_signature(source), tempat=place or BLANK * 3, tanggal=date)


def _general(source: Source) -> str:
    """What the meeting was, in one sentence of what is known."""
    meeting = source.meeting
    what = sentence_start(parts.meeting_name(meeting)) or "Rapat"
    day, place = parts.day_text(meeting), parts.place_text(meeting)
    when = f" pada hari {day}" if day else ""
    where = f" di {place}" if place and not place.startswith("secara") else f" {place}" if place else ""
    chairs = parts.leader_mentions(source)
    leaders = join_list(chairs, semicolons=None if len(chairs) > 2 else False)
    led = f", dipimpin oleh {leaders}" if leaders else ""
    count = parts.head_count_text(meeting)
    came = f"{' dan' if led else ','} dihadiri oleh {count}" if count else ""
    return end_stop(f"{what} telah dilaksanakan{when}{where}{led}{came}")
