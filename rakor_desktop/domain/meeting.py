"""The meeting as one frozen value, and the records that it is made of.

Every field has a default, so that a meeting can begin empty and a saved form can leave out what it does
not know. Texts are plain, never ``None``; "not known" is the empty string or, for dates and times, ``None``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rakor_desktop.domain.office import Office, PeopleOrder
from rakor_desktop.domain.release import Release

Classification = Literal["B", "T", "R", "SR"]
Zone = Literal["WIB", "WITA", "WIT"]
Mode = Literal["in_person", "online", "hybrid"]
Role = Literal["chair", "speaker", "guest", "participant"]
Presence = Literal["present", "online", "absent"]
ItemKind = Literal[
    "opening", "presentation", "discussion", "directive", "emphasis", "appeal", "decision", "closing"
]
Sense = Literal["states", "explains", "urges", "hopes", "thanks", "commits"]
FollowUpStatus = Literal["open", "in_progress", "done", "dropped"]
Capacity = Literal["note_taker", "acknowledged", "chair"]
OnBehalf = Literal["", "a.n.", "u.b."]

DISCUSSION_KINDS: frozenset[ItemKind] = frozenset({"opening", "presentation", "discussion", "closing"})
DIRECTIVE_KINDS: frozenset[ItemKind] = frozenset({"directive", "emphasis", "appeal"})
DECISION_KINDS: frozenset[ItemKind] = frozenset({"decision"})
SECRET: frozenset[Classification] = frozenset({"R", "SR"})
"""RAHASIA and SANGAT RAHASIA: nothing of such a meeting goes out until somebody answers for it by name."""


@dataclass(frozen=True, slots=True)
class Operation:
    """The police operation that the meeting prepares: "Operasi Mantap Praja", code name "Singgalang"."""

    name: str = ""
    code_name: str = ""
    year: int | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """When the meeting was held; local times in ``zone`` (``None``: not given, the office's zone applies)."""

    date: dt.date | None = None
    end_date: dt.date | None = None
    called_at: dt.time | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    zone: Zone | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the meeting was held; ``platform`` names the video service of an online or hybrid one."""

    place: str = ""
    city: str = ""
    mode: Mode = "in_person"
    platform: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs the minutes: an attendee, or somebody named here with post, rank and service number."""

    attendee_id: str = ""
    name: str = ""
    post: str = ""
    rank: str = ""
    service_no: str = ""
    capacity: Capacity = "note_taker"
    on_behalf: OnBehalf = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person who was there (or was expected and excused), as true on that day.

    ``rank`` is the catalog's code with corps ("AKBP", "Letkol Inf") or the text as typed when unknown.
    ``represents`` names the absent office holder or institution that this person stands in for.
    ``placed_after`` is the id of the attendee behind whom somebody put this one by hand ("": at the top); ``None``
    lets the meeting's order find the place.
    """

    id: str = ""
    person_id: str = ""
    rank: str = ""
    front: tuple[str, ...] = ()
    name: str = ""
    back: tuple[str, ...] = ()
    service_no: str = ""
    position: str = ""
    institution: str = ""
    represents: str = ""
    role: Role = "participant"
    presence: Presence = "present"
    excuse: str = ""
    placed_after: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """An invited circle or institution that is not one person: "para PJU Polres", "Dinas PUPR"."""

    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Who does what until when; ``due`` is a day (ISO, "2024-08-20") or words ("segera")."""

    responsible: str = ""
    due: str = ""
    status: FollowUpStatus = "open"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said or decided. ``Meeting.items`` keeps them in time order.

    The speaker is an attendee (``speaker_id``) or named by post alone (``speaker``: "narasumber").
    ``text`` is the minute taker's wording; ``quote`` holds words that were really spoken, and only those may
    stand between quotation marks. ``public`` is false until somebody decides that it may go out.
    """

    id: str = ""
    kind: ItemKind = "discussion"
    topic: str = ""
    speaker_id: str = ""
    speaker: str = ""
    text: str = ""
    quote: str = ""
    sense: Sense = "states"
    purpose: str = ""
    audience: tuple[str, ...] = ()
    public: bool = False
    follow_up: FollowUp | None = None
    origin_id: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that documents repeat: label "TPS", value "893", unit "TPS"."""

    id: str = ""
    label: str = ""
    value: str = ""
    unit: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the meeting; its bytes lie in the archive under ``content_hash`` (SHA-256, hex)."""

    id: str = ""
    caption: str = ""
    credit: str = ""
    content_hash: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A coordination meeting (rapat koordinasi): everything that its documents are made of.

    ``attendees`` stand as they are shown and printed; ``people_order`` is the order chosen for them, and ``entered``
    remembers, while that is not "typed", in which order they were entered (ids; later ones are not in it yet).
    ``release_style`` names the press style that its release is written in ("": the usual one of the office).
    """

    id: str = ""
    series_id: str = ""
    title: str = ""
    kind: str = ""
    occasion: str = ""
    theme: str = ""
    organiser: str = ""
    basis: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    dress: str = ""
    classification: Classification = "B"
    numbers: Mapping[str, str] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    operation: Operation | None = None
    held: Held = field(default_factory=Held)
    venue: Venue = field(default_factory=Venue)
    leader_ids: tuple[str, ...] = ()
    secretary_id: str = ""
    note_taker_id: str = ""
    signers: tuple[Signer, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    people_order: PeopleOrder = "typed"
    entered: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    head_count: int | None = None
    items: tuple[Item, ...] = ()
    figures: tuple[Figure, ...] = ()
    conduct: str = ""
    photos: tuple[Photo, ...] = ()
    releases: tuple[Release, ...] = ()
    release_style: str = ""

    def attendee(self, attendee_id: str) -> Attendee | None:
        """The attendee with this id, or ``None`` (also for the empty id)."""
        if not attendee_id:
            return None
        return next((a for a in self.attendees if a.id == attendee_id), None)

    def leaders(self) -> tuple[Attendee, ...]:
        """The chairs in order, the local one first; ids that no longer name anybody are left out."""
        found = (self.attendee(i) for i in self.leader_ids)
        return tuple(a for a in found if a is not None)

    def items_of(self, kinds: frozenset[ItemKind]) -> tuple[Item, ...]:
        """The items of these kinds, in time order."""
        return tuple(i for i in self.items if i.kind in kinds)


SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """The saved form: one meeting with the office that it was written for."""

    schema: int = SCHEMA
    office: Office = field(default_factory=Office)
    meeting: Meeting = field(default_factory=Meeting)
