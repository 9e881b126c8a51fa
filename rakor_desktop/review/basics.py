"""Whether the facts of the meeting itself are there: title, place, chair, note taker, people.

The list follows what minutes must state at their head: what, when, where, who led, who took them, who came
(the labels of the annexes of Permendagri 54/2009 and of the usual police minutes).
"""

from __future__ import annotations

from collections.abc import Iterator

from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.review.finding import Finding


def title(meeting: Meeting) -> Iterator[Finding]:
    """Every document is headed by the title."""
    if not meeting.title.strip():
        yield Finding("no_title", "error", "title", "Judul rapat belum diisi.", "Isi judul rapat.")


def place(meeting: Meeting) -> Iterator[Finding]:
    """Minutes and releases say where; an online meeting names its service instead."""
    if meeting.venue.mode == "online":
        if not (meeting.venue.platform.strip() or meeting.venue.place.strip()):
            yield Finding(
                "no_platform",
                "warning",
                "venue.platform",
                "Layanan rapat daring belum diisi.",
                "Isi nama layanannya, misalnya Zoom Meeting.",
            )
    elif not meeting.venue.place.strip():
        yield Finding(
            "no_place",
            "warning",
            "venue.place",
            "Tempat rapat belum diisi.",
            "Isi ruangan atau gedung tempat rapat.",
        )


def chair(meeting: Meeting) -> Iterator[Finding]:
    """Minutes name who led the meeting."""
    if not meeting.leader_ids:
        yield Finding(
            "no_chair",
            "warning",
            "leader_ids",
            "Pimpinan rapat belum dipilih.",
            "Pilih pimpinan rapat dari daftar hadirin.",
        )


def note_taker(meeting: Meeting) -> Iterator[Finding]:
    """Minutes are signed by whoever took them; a signer with that capacity will do."""
    signed = any(s.capacity == "note_taker" and (s.attendee_id or s.name or s.post) for s in meeting.signers)
    if not meeting.note_taker_id and not signed:
        yield Finding(
            "no_note_taker",
            "hint",
            "note_taker_id",
            "Notulis belum dipilih; tempat tanda tangannya akan kosong.",
            "Pilih notulis dari daftar hadirin atau isi di bagian penanda tangan.",
        )


def people(meeting: Meeting) -> Iterator[Finding]:
    """A meeting without anybody present is not finished."""
    if not meeting.attendees and not meeting.groups:
        yield Finding(
            "no_attendees",
            "warning",
            "attendees",
            "Daftar hadirin masih kosong.",
            "Ketik atau tempel nama-nama hadirin.",
        )


def head_count(meeting: Meeting) -> Iterator[Finding]:
    """A head count below the number of names listed cannot be right."""
    present = sum(1 for attendee in meeting.attendees if attendee.presence != "absent")
    if meeting.head_count is not None and meeting.head_count < present:
        yield Finding(
            "head_count_too_small",
            "warning",
            "head_count",
            f"Jumlah hadirin {meeting.head_count} orang, padahal {present} orang tercatat hadir.",
            "Perbaiki jumlah hadirin atau daftar hadirnya.",
            str(present),
        )


RULES = (title, place, chair, note_taker, people, head_count)
"""The rules of this file, in the order of the form."""
