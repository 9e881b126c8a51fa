"""The chief's WhatsApp report, composed from the whole meeting (it stays inside the office)."""

from __future__ import annotations

import re
from datetime import time

from rakor_desktop.bahasa.clock import greeting
from rakor_desktop.bahasa.dates import day_name, long_date
from rakor_desktop.bahasa.text import end_stop, one_blank, sentence_start
from rakor_desktop.catalog.press import ReportWords
from rakor_desktop.compose import parts
from rakor_desktop.compose.points import follow_ups, points, sections
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.views import LaporanWhatsApp
from rakor_desktop.domain.meeting import DECISION_KINDS
from rakor_desktop.domain.office import Office

STYLE = "laporan-whatsapp"
"""The press style whose words the report uses."""

_CHIEF_OF = (
    (re.compile(r"^(Polres(?:ta|tabes)?|Polda|Polsek)\b"), r"Ka\1", "police"),
    (re.compile(r"^Kodim\b"), "Dandim", "army"),
    (re.compile(r"^Koramil\b"), "Danramil", "army"),
)


def laporan_whatsapp(source: Source) -> LaporanWhatsApp:
    """The report, as finished text without marks; the template sets the bold ones."""
    meeting, office = source.meeting, source.office
    words = parts.wording(source)
    fixed = _fixed_words(source)
    name = parts.meeting_name(meeting)
    said = tuple(i for i in meeting.items if i.kind not in DECISION_KINDS)
    return LaporanWhatsApp(
        kepada=_addressee(office),
        dari=office.press.sender or _unit(office),
        tembusan=office.press.copies,
        perihal=fixed.subject.replace("{acara}", name) if name else "",
        salam=_greeting(source, fixed),
        pembuka=_opening(source),
        judul=name,
        hari_tanggal=parts.day_text(meeting),
        waktu=parts.clock_text(source),
        tempat=parts.place_text(meeting),
        pimpinan=parts.leader_mentions(source),
        hadirin=parts.attendee_rows(source),
        kelompok=parts.groups(meeting),
        peserta=parts.participants(source),
        jumlah_hadir=parts.head_count_text(meeting),
        butir=sections(said, source),
        keputusan=points(meeting.items_of(DECISION_KINDS), meeting, words),
        tindak_lanjut=follow_ups(source),
        angka=parts.figures(meeting),
        suasana=_conduct(meeting.conduct),
        penutup=one_blank(f"{fixed.close} {fixed.attached if meeting.photos else ''}"),
        pengirim=office.press.sender or _unit(office),
        cap_klasifikasi=parts.page_mark(source),
    )


def chief_of(office: Office) -> str:
    """The head of the office by its name: Polres X -> Kapolres X; empty where the name does not tell."""
    for pattern, title, kind in _CHIEF_OF:
        if office.kind == kind and pattern.search(office.name):
            return pattern.sub(title, office.name).replace("KaPol", "Kapol")
    return ""


def _conduct(typed: str) -> str:
    """How it went, as the sentence that closes the report; a whole sentence stays as it was typed."""
    said = typed.strip().rstrip(" .;,")
    if not said:
        return ""
    if said.casefold().startswith(("kegiatan", "rapat", "rakor", "selama", "seluruh")):
        return end_stop(sentence_start(said))
    small = said[:1].lower() + said[1:]
    if small.startswith(("situasi", "suasana", "keadaan")):
        return end_stop(f"Selama kegiatan berlangsung, {small}")
    if small.startswith(("dengan", "dalam")):
        return end_stop(f"Kegiatan berlangsung {small}")
    return end_stop(f"Selama kegiatan berlangsung, situasi {small}")


def _addressee(office: Office) -> str:
    chief = office.press.chief or chief_of(office)
    return chief if not chief or chief.startswith("Yth") else f"Yth. {chief}"


def _unit(office: Office) -> str:
    return f"Sihumas {office.name}" if office.kind == "police" and office.name.startswith("Polres") else office.name


def _fixed_words(source: Source) -> ReportWords:
    style = source.catalog.press.get(STYLE)
    return style.report if style is not None else ReportWords()


def _greeting(source: Source, fixed: ReportWords) -> str:
    """By the clock of the meeting's end (or start); without a clock a greeting that fits any hour."""
    held = source.meeting.held
    moment: time | None = held.end or held.start
    who = fixed.address.get(source.office.kind) or fixed.address_else
    words = fixed.greeting.replace("{waktu}", greeting(moment)) if moment else fixed.greeting_any_hour
    return words.replace("{sapaan}", who)


def _opening(source: Source) -> str:
    meeting = source.meeting
    day = meeting.held.date
    one_day = day is not None and meeting.held.end_date is None
    when = f"pada hari {day_name(day)}, {long_date(day)}" if day and one_day else parts.day_text(meeting)
    name = parts.meeting_name(meeting)
    what = f"telah dilaksanakan {name}" if name else "telah dilaksanakan rapat"
    place = parts.place_text(meeting)
    where = f"bertempat di {place}" if meeting.venue.place else place
    led = " serta ".join(parts.leader_mentions(source))
    sentence = ", ".join(
        p
        for p in (
            one_blank(f"Izin melaporkan, {when} {parts.clock_text(source)}").rstrip(" ,"),
            f"{where} {what}".strip(),
            f"yang dipimpin oleh {led}" if led else "",
            "dengan hasil sebagai berikut",
        )
        if p
    )
    return end_stop(sentence).removesuffix(".") + ":"
