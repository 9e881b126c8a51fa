"""The letter of invitation, composed in the manner of police, army or civil offices.

Wording: kebiasaan surat undangan Polri, TNI dan pemerintah daerah (sumber: praktik surat dinas; keyakinan tinggi untuk
Polri, sedang untuk yang lain; belum diverifikasi terhadap lampiran aturannya).
"""

from __future__ import annotations

import re
from dataclasses import replace

from rakor_desktop.compose import parts
from rakor_desktop.compose.numbers import BLANK, SRIKANDI_DATE, SRIKANDI_SIGN, number_or_draft
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.views import TandaTangan, Undangan
from rakor_desktop.domain.meeting import Attendee, Meeting

MOST_IN_HEAD = 4
"""More people than that are invited by a list of their own."""
ATTACHED = "1 (satu) lembar"
_NOBODY = re.compile(r"(para )?(tamu )?undangan( lain(nya)?)?", re.IGNORECASE)
"""Circles that only say that somebody was invited."""


def undangan(source: Source) -> Undangan:
    """The invitation to the meeting, as finished text."""
    meeting, office = source.meeting, source.office
    invited = invited_people(source)
    attached = len(invited) > MOST_IN_HEAD
    name = parts.meeting_heading(meeting)
    word = parts.CLASSIFICATIONS[meeting.classification]
    return Undangan(
        kop=parts.letterhead(source),
        nomor=number_or_draft(meeting, office, "undangan"),
        klasifikasi=word,
        cap_klasifikasi=parts.page_mark(source),
        sifat=word.title(),
        lampiran=ATTACHED if attached else "-",
        perihal=f"Undangan {parts.meeting_name(meeting)}".strip(),
        tempat_tanggal=f"{office.city or meeting.venue.city or BLANK}, {_date(source)}",
        kepada=invited,
        terlampir=attached,
        dasar=parts.filled(meeting.basis),
        pengantar=_leading(source),
        judul=name,
        judul_kapital=name.upper(),
        hari_tanggal=parts.day_text(meeting),
        tanggal=meeting.held.date,
        waktu=parts.clock_text(source),
        tempat=parts.place_text(meeting),
        acara=parts.filled(meeting.agenda),
        tema=meeting.theme,
        pimpinan=_posts(source, parts.leaders(meeting)),
        pakaian=meeting.dress,
        kalimat_penutup=_ending(source),
        tembusan=parts.filled(meeting.copies),
        tanda_tangan=letter_signature(source),
    )


def invited_people(source: Source) -> tuple[str, ...]:
    """Who is invited: the recipients named; without any, the posts of those expected (not the chairs) and the circles.

    Who comes for somebody else was not invited: the one represented was.
    """
    meeting = source.meeting
    named = parts.filled(meeting.recipients)
    if named:
        return named
    guests = tuple(a for a in meeting.attendees if a.id not in meeting.leader_ids)
    circles = (name for name in parts.groups(meeting) if not _NOBODY.fullmatch(name.strip(" .,;")))
    return tuple(dict.fromkeys((*_posts(source, guests), *circles)))


def letter_signature(source: Source) -> TandaTangan:
    """The one who signs a letter; an e-office puts its mark in the room to sign."""
    made = parts.signature(source, "acknowledged", "", dated=False)
    return replace(made, ruang=SRIKANDI_SIGN) if source.office.switches.srikandi else made


def _date(source: Source) -> str:
    return SRIKANDI_DATE if source.office.switches.srikandi else BLANK * 4


def _posts(source: Source, people: tuple[Attendee, ...]) -> tuple[str, ...]:
    words = parts.wording(source)
    return tuple(post for a in people if (post := a.represents or words.post(a) or words.titled(a)))


def _leading(source: Source) -> str:
    """The sentence that leads to day, time and place."""
    meeting = source.meeting
    what = parts.meeting_name(meeting) or "rapat"
    based = bool(parts.filled(meeting.basis))
    if source.office.kind == "local_government":
        opening = "Menindaklanjuti dasar tersebut di atas" if based else f"Dalam rangka {_aim(meeting)}"
        return f"{opening}, dengan hormat kami mengundang Saudara untuk hadir pada:"
    base = {"police": "rujukan", "army": "dasar"}.get(source.office.kind, "dasar")
    opening = f"Sehubungan dengan {base} tersebut di atas" if based else "Dengan hormat"
    return f"{opening}, dimohon kehadiran Bapak/Ibu/Saudara pada {what} yang akan dilaksanakan pada:"


def _aim(meeting: Meeting) -> str:
    return f"pelaksanaan {parts.meeting_name(meeting)}" if meeting.title else "pelaksanaan rapat"


def _ending(source: Source) -> str:
    if source.office.kind in ("police", "army"):
        return "Demikian untuk menjadi maklum." if source.office.kind == "police" else "Demikian mohon dimaklumi."
    return "Demikian undangan ini disampaikan. Atas perhatian dan kehadirannya diucapkan terima kasih."
