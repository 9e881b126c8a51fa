"""The parts that several documents share: letterhead, head lines, attendee rows, signatures, photos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from rakor_desktop.bahasa.clock import time_span
from rakor_desktop.bahasa.dates import day_date, day_date_span, long_date, parse_date
from rakor_desktop.bahasa.text import title_case
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.views import Angka, Foto, Hadirin, Kop, TandaTangan
from rakor_desktop.compose.wording import Wording, occasion_clause
from rakor_desktop.domain.meeting import SECRET, Attendee, Capacity, FollowUp, Meeting, OnBehalf, Operation
from rakor_desktop.domain.office import Office

EMBLEM_WIDTH_MM = 20.0
PHOTO_WIDTH_MM = 130.0
"""Two photos of this width with their captions fit a page."""

ROLES = {"chair": "Pimpinan rapat", "speaker": "Pembicara", "guest": "Tamu undangan", "participant": "Peserta"}
PRESENCES = {"present": "Hadir", "online": "Hadir daring", "absent": "Tidak hadir"}
STATUSES = {"open": "Belum", "in_progress": "Proses", "done": "Selesai", "dropped": "Dibatalkan"}
CLASSIFICATIONS = {"B": "BIASA", "T": "TERBATAS", "R": "RAHASIA", "SR": "SANGAT RAHASIA"}


def page_mark(source: Source) -> str:
    """The classification at head and foot of each page: from RAHASIA up, TERBATAS where the office wants it."""
    code = source.meeting.classification
    marked = code in SECRET or (code == "T" and source.office.switches.mark_restricted)
    return CLASSIFICATIONS[code] if marked else ""


def wording(source: Source) -> Wording:
    """The office's manner of wording people."""
    return Wording(source.catalog, source.office)


def meeting_name(meeting: Meeting) -> str:
    """The meeting's name with its occasion: "Rapat Koordinasi ... dalam rangka ..."."""
    if not meeting.occasion or meeting.occasion.casefold() in meeting.title.casefold():
        return meeting.title
    if not meeting.title:
        return meeting.occasion
    return f"{meeting.title} {occasion_clause(meeting.occasion)}"


def meeting_heading(meeting: Meeting) -> str:
    """The name as a heading, every word with its capital as headlines have them."""
    return title_case(meeting_name(meeting))


def operation_name(operation: Operation | None) -> str:
    """The operation in full: "Operasi Mantap Praja Singgalang 2024"."""
    if operation is None:
        return ""
    parts = (operation.name, operation.code_name, str(operation.year or ""))
    return " ".join(p for p in parts if p)


def letterhead(source: Source) -> Kop:
    """The office's kop, with its emblem when it has one."""
    kop = source.office.letterhead
    lines = tuple(line for line in kop.lines if line.strip())
    emblem = source.pictures(kop.emblem, EMBLEM_WIDTH_MM) if kop.emblem else None
    return Kop(lines, lines[:-1], lines[-1] if lines else "", kop.address, emblem, _is_of_office_holder(lines))


_OFFICE_HOLDERS = ("BUPATI", "WAKIL BUPATI", "WALI KOTA", "WALIKOTA", "WAKIL WALI KOTA", "GUBERNUR", "WAKIL GUBERNUR")


def _is_of_office_holder(lines: tuple[str, ...]) -> bool:
    """Whether the letterhead names an office holder, not an office: "BUPATI LUMAJANG".

    It has the Garuda centred over its lines (sumber: Perbup tata naskah dinas menurut Permendagri 54/2009).
    """
    return bool(lines) and lines[0].upper().startswith(_OFFICE_HOLDERS)


def day_text(meeting: Meeting) -> str:
    """Day and date: "Kamis, 15 Agustus 2024", or a span; empty when the day is not known."""
    held = meeting.held
    if held.date is None:
        return ""
    return day_date_span(held.date, held.end_date) if held.end_date else day_date(held.date)


def clock_text(source: Source) -> str:
    """The clock: "pukul 09.00 s.d. 11.40 WIB"; the office's zone stands in when the meeting names none."""
    held = source.meeting.held
    return time_span(held.start, held.end, held.zone or source.office.zone)


def place_text(meeting: Meeting) -> str:
    """Where it was: the room, and the video service of an online or hybrid meeting."""
    venue = meeting.venue
    online = ""
    if venue.mode != "in_person":
        online = f"secara daring melalui {venue.platform}" if venue.platform else "secara daring"
    if venue.mode == "hybrid" and venue.place:
        online = f"dan {online}"
    elif venue.mode == "online" and venue.place and online:
        online = f"({online})"
    return " ".join(p for p in (venue.place, online) if p)


def number_of(meeting: Meeting, document: str) -> str:
    """The official number of a document; empty when it has none yet."""
    return meeting.numbers.get(document, "")


def leader_mentions(source: Source) -> tuple[str, ...]:
    """The chairs as documents name them."""
    words = wording(source)
    return tuple(mention for a in leaders(source.meeting) if (mention := words.mention(a)))


def leaders(meeting: Meeting) -> tuple[Attendee, ...]:
    """The chairs in the order of documents: who led from afar led the whole meeting and stands before the local one."""
    return tuple(sorted(meeting.leaders(), key=lambda a: a.presence != "online"))


def attendee_rows(source: Source, *, absent: bool = False) -> tuple[Hadirin, ...]:
    """The attendees who came (or, with ``absent``, those who did not), numbered from 1."""
    words = wording(source)
    wanted = listed(source.meeting, absent=absent)
    if source.memory is None:
        return tuple(_row(words, a, no) for no, a in enumerate(wanted, 1))
    return tuple(source.kept(a, no, partial(_row, words, a, no)) for no, a in enumerate(wanted, 1))


def listed(meeting: Meeting, *, absent: bool = False) -> list[Attendee]:
    """The attendees that documents list: those who came (or did not), rows without any content left out."""
    return [
        a
        for a in meeting.attendees
        if (a.presence == "absent") == absent and (a.name or a.position or a.institution)
    ]


def _row(words: Wording, attendee: Attendee, no: int) -> Hadirin:
    rank = words.printed_rank(attendee)
    notes = "; ".join(n for n in ("Daring" if attendee.presence == "online" else "", attendee.excuse) if n)
    represents = f"Mewakili {attendee.represents}" if attendee.represents else ""
    return Hadirin(
        no=no,
        pangkat=rank,
        nama=words.name(attendee),
        nama_saja=attendee.name,
        sebutan=words.titled(attendee),
        nomor_induk=attendee.service_no,
        nomor_berlabel=words.service_number(attendee),
        pangkat_nomor=" / ".join(p for p in (rank, words.service_number(attendee)) if p),
        jabatan=attendee.position,
        instansi=attendee.institution,
        jabatan_instansi=words.post(attendee),
        jabatan_lengkap=words.mention(attendee),
        mewakili=attendee.represents,
        peran=ROLES[attendee.role],
        kehadiran=PRESENCES[attendee.presence],
        keterangan="; ".join(n for n in (represents, notes) if n),
        catatan=notes,
        ganjil=no % 2 == 1,
    )


def participants(source: Source) -> tuple[str, ...]:
    """Everybody who took part, people with whom they represent, then the invited circles."""
    words = wording(source)
    people = (source.kept(a, "represented", partial(words.represented, a)) for a in listed(source.meeting))
    return (*people, *groups(source.meeting))


def groups(meeting: Meeting) -> tuple[str, ...]:
    """The invited circles and institutions."""
    return filled(g.name for g in meeting.groups)


def filled(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line for line in lines if line.strip())


def head_count_text(meeting: Meeting) -> str:
    """How many came, "47 orang": the count given, or that of the list when nobody else was invited; else empty."""
    if meeting.head_count is not None:
        return f"{meeting.head_count} orang"
    present = len(listed(meeting))
    return f"{present} orang" if present and not groups(meeting) else ""


def figures(meeting: Meeting, *, public_only: bool = False) -> tuple[Angka, ...]:
    """The figures, value with its unit unless the value already ends in it."""
    rows = (f for f in meeting.figures if f.value and (f.public or not public_only))
    return tuple(Angka(f.label, f"{f.value} {f.unit}".strip()) for f in rows)


def photos(
    source: Source, *, public_only: bool = False, captions: tuple[str, ...] = (), width_mm: float = PHOTO_WIDTH_MM
) -> tuple[Foto, ...]:
    """The photos whose picture is there, with captions (a release may have its own)."""
    found: list[Foto] = []
    for n, photo in enumerate(p for p in source.meeting.photos if p.public or not public_only):
        caption = captions[n] if n < len(captions) and captions[n] else photo.caption
        picture = source.pictures(photo.content_hash, width_mm) if photo.content_hash else None
        if picture is not None and caption:
            picture = replace(picture, alt=caption)
        found.append(Foto(len(found) + 1, picture, caption, photo.credit))
    return tuple(found)


def due_text(follow_up: FollowUp) -> str:
    """The day a follow-up is due, or the words given for it."""
    day = parse_date(follow_up.due)
    return long_date(day) if day else follow_up.due


def person_named(meeting: Meeting, attendee_id: str, words: Wording) -> str:
    """Titled name and post of an attendee, as head lines print it; empty when nobody is meant."""
    attendee = meeting.attendee(attendee_id)
    if attendee is None:
        return ""
    post = words.post(attendee)
    return f"{words.titled(attendee)} ({post})" if post and attendee.name else words.mention(attendee)


def signature(source: Source, capacity: Capacity, opening: str, *, dated: bool) -> TandaTangan:
    """The signature block of one capacity; blank, to be filled in by hand, when nobody is known for it.

    The meeting's own signers come first, then the person in that function, then the office's habit.
    """
    meeting, office = source.meeting, source.office
    words = wording(source)
    place_date = _place_and_date(meeting, office) if dated else ""
    signer = next((s for s in meeting.signers if s.capacity == capacity), None)
    habit = next((s for s in office.signers if s.capacity == capacity), None)
    person = meeting.attendee(signer.attendee_id) if signer else _in_function(meeting, capacity)
    if signer is not None and person is None:
        post = _post_lines(signer.post, signer.on_behalf, office, words, _chief_post(office))
        who = Attendee(name=signer.name, rank=signer.rank, service_no=signer.service_no)
        return TandaTangan(opening, place_date, post, _signed_name(who, words), _rank_line(who, words))
    if habit is not None and habit.name:
        who = Attendee(name=habit.name, rank=habit.rank, service_no=habit.service_no)
        post = _post_lines(habit.post, habit.on_behalf, office, words, _chief_post(office))
        return TandaTangan(opening, place_date, post, _signed_name(who, words), _rank_line(who, words))
    if person is not None:
        on_behalf: OnBehalf = signer.on_behalf if signer else ""
        post = _post_lines(words.full_post(words.post(person)), on_behalf, office, words, _chief_post(office))
        return TandaTangan(opening, place_date, post, _signed_name(person, words), _rank_line(person, words))
    if habit is not None:
        post = _post_lines(habit.post, habit.on_behalf, office, words, _chief_post(office))
        return TandaTangan(opening, place_date, post, "", "")
    return TandaTangan(opening, place_date, (), "", "")


def _in_function(meeting: Meeting, capacity: Capacity) -> Attendee | None:
    if capacity == "note_taker":
        return meeting.attendee(meeting.note_taker_id)
    return next((a for a in meeting.leaders() if a.presence != "online"), None)


def _chief_post(office: Office) -> str:
    chief = next((s.post for s in office.signers if s.capacity == "acknowledged" and s.post), "")
    return chief or next((s.post for s in office.signers if s.post), "")


def _post_lines(post: str, on_behalf: str, office: Office, words: Wording, chief: str) -> tuple[str, ...]:
    """Post lines of a block; "a.n." puts the chief's post before the signer's own (Perkap 1/2023 practice)."""
    own = words.full_post(post)
    lines = [f"{on_behalf} {chief}", own] if on_behalf and chief and chief != own else [own]
    if office.kind != "army":
        lines = [_capitals(line) for line in lines]
    return tuple(line for line in lines if line.strip())


def _capitals(text: str) -> str:
    behalf = next((b for b in ("a.n. ", "u.b. ") if text.startswith(b)), "")
    return behalf + text[len(behalf) :].upper()


def _signed_name(attendee: Attendee, words: Wording) -> str:
    """The name under a block: police in capitals, titles as they are; others as written."""
    match = words.catalog.ranks.find(attendee.rank)
    capitals = match is not None and match.rank.service == "polri"
    name = attendee.name.upper() if capitals and attendee.front + attendee.back else attendee.name
    if capitals and not (attendee.front or attendee.back):
        head, comma, titles = attendee.name.partition(",")
        name = head.upper() + comma + titles
    return words.name(Attendee(front=attendee.front, name=name, back=attendee.back))


def _rank_line(attendee: Attendee, words: Wording) -> str:
    """Rank and number: "AJUN KOMISARIS BESAR POLISI NRP 79081234"; a civil servant's rank, then NIP."""
    match = words.catalog.ranks.find(attendee.rank)
    if match is None:
        return " ".join(p for p in (attendee.rank, attendee.service_no) if p)
    if match.rank.civil:
        number = words.service_number(attendee)
        return "\n".join(p for p in (words.printed_rank(attendee), number) if p)
    full = match.full.upper() if match.rank.service == "polri" else match.full
    label = words.number_label(attendee)
    return f"{full} {label}\N{NO-BREAK SPACE}{attendee.service_no}" if attendee.service_no else full


def _place_and_date(meeting: Meeting, office: Office) -> str:
    day: date | None = meeting.held.end_date or meeting.held.date
    city = office.city or meeting.venue.city
    if day is None:
        return f"{city}," if city else ""
    return f"{city}, {long_date(day)}" if city else long_date(day)
