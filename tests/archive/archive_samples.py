from __future__ import annotations

from datetime import date, time

from rakor_desktop.domain.meeting import Attendee, Bundle, Held, Item, Meeting, Venue
from rakor_desktop.domain.office import Office


def bundle(meeting_id: str = "m1", title: str = "Rapat Lintas Sektoral", **fields: object) -> Bundle:
    """A small whole meeting; ``fields`` replace fields of it."""
    known: dict[str, object] = {
        "id": meeting_id,
        "title": title,
        "held": Held(date=date(2024, 8, 15), start=time(9)),
        "venue": Venue(place="Lapangan Indoor", city="Simpang Empat"),
        "attendees": (
            Attendee(
                id="a1",
                rank="AKBP",
                name="Agung Tribawanto",
                position="Kapolres Pasaman Barat",
                institution="Polres Pasaman Barat",
                service_no="79081234",
            ),
        ),
        "items": (Item(id="i1", kind="directive", text="Tingkatkan patroli di 893 TPS", speaker_id="a1"),),
    }
    meeting = Meeting(**(known | fields))  # type: ignore[arg-type]
    return Bundle(office=Office(id="o1", name="Polres Pasaman Barat"), meeting=meeting)
