from __future__ import annotations

from datetime import date, time
from typing import Any

from rakor_desktop.domain.meeting import Attendee, Bundle, Held, Item, Meeting, Photo, Venue
from rakor_desktop.domain.office import Letterhead, Office

TODAY = date(2024, 9, 1)

OFFICE = Office(
    id="o",
    name="Polres Pasaman Barat",
    letterhead=Letterhead(
        lines=("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH SUMATERA BARAT", "RESOR PASAMAN BARAT")
    ),
)
CHAIR = Attendee(id="a1", rank="AKBP", name="Agung Tribawanto", institution="Polres Pasaman Barat", role="chair")
GUEST = Attendee(id="a2", name="Wanhar", position="Ketua Bawaslu", institution="Bawaslu Pasaman Barat")


def whole(office: Office = OFFICE, **fields: Any) -> Bundle:
    """A meeting in which nothing is missing; ``fields`` replace fields of it."""
    known: dict[str, Any] = {
        "id": "m",
        "title": "Rapat Koordinasi Lintas Sektoral",
        "held": Held(date=date(2024, 8, 15), start=time(9), end=time(11, 40)),
        "venue": Venue(place="Lapangan Indoor"),
        "leader_ids": ("a1",),
        "note_taker_id": "a2",
        "attendees": (CHAIR, GUEST),
        "items": (Item(id="i1", kind="directive", speaker_id="a1", text="Tingkatkan patroli.", public=True),),
        "photos": (Photo(id="p1", caption="Suasana rapat", content_hash="0" * 64),),
    }
    return Bundle(office=office, meeting=Meeting(**(known | fields)))
