"""Attendees: named, once each, and everybody who is pointed at is really there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.review.finding import Finding, shortened

_LETTERS: Final = re.compile(r"[^\w]+")
_Pointer = tuple[str, str, str]


def names(meeting: Meeting) -> Iterator[Finding]:
    """A row without a name prints an empty line; with a post ("Kabag Ops") it may stand, after a look."""
    for number, attendee in enumerate(meeting.attendees, start=1):
        if attendee.name.strip():
            continue
        where = f"attendees/{attendee.id}/name"
        if attendee.position.strip():
            message = f"Nama {attendee.position.strip()} (hadirin nomor {number}) belum diisi."
            yield Finding("attendee_without_name", "warning", where, message, "Isi namanya.")
        else:
            message = f"Hadirin nomor {number} belum diberi nama."
            yield Finding("attendee_without_name", "error", where, message, "Isi namanya atau hapus barisnya.")


def twice(meeting: Meeting) -> Iterator[Finding]:
    """The same person must not be counted twice; two people of one name in two institutions may exist."""
    keys = [name_key(attendee.name) for attendee in meeting.attendees]
    often = {key for key, count in Counter(keys).items() if count > 1}
    seen: dict[str, list[tuple[int, Attendee]]] = {}
    numbers: dict[str, tuple[int, Attendee]] = {}
    for number, (key, attendee) in enumerate(zip(keys, meeting.attendees, strict=True), start=1):
        service_no = attendee.service_no.strip()
        same_number = numbers.get(service_no) if service_no else None
        same_name = next((one for one in seen.get(key, ()) if _may_be_one(one[1], attendee)), None)
        if key and same_name:
            yield _double(attendee, number, same_name[0])
        elif same_number:
            yield _same_service_no(attendee, number, same_number[0])
        if key and key in often:
            seen.setdefault(key, []).append((number, attendee))
        if service_no:
            numbers.setdefault(service_no, (number, attendee))


def pointers(meeting: Meeting) -> Iterator[Finding]:
    """A chair, note taker, speaker or signer who is not on the list would print as nothing."""
    known = {attendee.id for attendee in meeting.attendees}
    for where, attendee_id, role in _pointers(meeting):
        if attendee_id not in known:
            yield Finding(
                "dangling_person",
                "error" if where == "leader_ids" else "warning",
                where,
                f"{role} menunjuk orang yang tidak ada lagi di daftar hadirin.",
                "Pilih lagi orangnya dari daftar hadirin.",
            )


def absent(meeting: Meeting) -> Iterator[Finding]:
    """Whoever is marked absent cannot have led, spoken at or minuted the meeting."""
    gone = {a.id: a for a in meeting.attendees if a.presence == "absent"}
    for where, attendee_id, role in _pointers(meeting):
        if attendee_id in gone and not where.startswith(("signers", "releases")):
            attendee = gone[attendee_id]
            name = attendee.name.strip() or attendee.position.strip() or "orang itu"
            yield Finding(
                "chair_absent" if where == "leader_ids" else "speaker_absent",
                "error" if where == "leader_ids" else "warning",
                where,
                f"{role}, {name}, tercatat tidak hadir.",
                "Ubah kehadirannya, atau pilih orang yang memimpin, berbicara, atau mencatat.",
            )


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """A name as names are compared: without case, stops and blanks."""
    return _LETTERS.sub("", name).casefold()


def _pointers(meeting: Meeting) -> Iterator[_Pointer]:
    """Every id that points at an attendee: the field's path, the id, and what the person is there."""
    yield from (("leader_ids", one, "Pimpinan rapat") for one in meeting.leader_ids)
    if meeting.secretary_id:
        yield "secretary_id", meeting.secretary_id, "Sekretaris rapat"
    if meeting.note_taker_id:
        yield "note_taker_id", meeting.note_taker_id, "Notulis"
    for index, signer in enumerate(meeting.signers):
        if signer.attendee_id:
            yield f"signers/{index}", signer.attendee_id, "Penanda tangan"
    for item in meeting.items:
        if item.speaker_id:
            text = shortened(item.topic or item.text or item.quote, 30)
            yield f"items/{item.id}/speaker", item.speaker_id, f'Pembicara pada "{text}"'
    for release in meeting.releases:
        if release.contact_id:
            yield f"releases/{release.id}", release.contact_id, "Narahubung siaran pers"


def _may_be_one(first: Attendee, second: Attendee) -> bool:
    if first.service_no.strip() and second.service_no.strip():
        return first.service_no.strip() == second.service_no.strip()
    houses = name_key(first.institution), name_key(second.institution)
    return not all(houses) or houses[0] == houses[1]


def _double(attendee: Attendee, number: int, first: int) -> Finding:
    return Finding(
        "double_attendee",
        "warning",
        f"attendees/{attendee.id}/name",
        f"{attendee.name.strip()} tercatat dua kali (hadirin nomor {first} dan {number}).",
        "Hapus salah satunya bila orangnya sama.",
    )


def _same_service_no(attendee: Attendee, number: int, first: int) -> Finding:
    return Finding(
        "double_service_no",
        "warning",
        f"attendees/{attendee.id}/service_no",
        f"NRP/NIP {attendee.service_no.strip()} dipakai dua orang (hadirin nomor {first} dan {number}).",
        "Periksa NRP/NIP kedua orang itu.",
    )


RULES = (names, twice, pointers, absent)
"""The rules of this file."""
