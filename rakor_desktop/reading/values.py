"""What reading a source yields: people, groups, what was not understood, and where each of them stands in it.

Nothing here is in the meeting yet: a reading is a proposal that a person confirms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from rakor_desktop.domain.meeting import Presence, Role

Part = Literal[
    "rank",
    "front",
    "name",
    "back",
    "service_no",
    "position",
    "institution",
    "represents",
    "group",
    "connective",
    "unread",
]
"""What a stretch of the source was read as. ``connective`` is what carries no content of its own: numbers of a list,
commas, "dan", "diwakili oleh", a table's header."""

NOBODY = -1
"""The owner of a mark that belongs to no person and no group."""


class Mark(NamedTuple):
    """One stretch of the source. ``owner`` is the index of the person (of the group, for part ``group``)."""

    start: int
    end: int
    part: Part
    owner: int = NOBODY


class Doubt(NamedTuple):
    """Something a person should look at: the field (``rank``, ``name``, ``back`` ...), an Indonesian sentence, and
    the other reading of that field where there is one (for ``front`` and ``back`` joined by ", ").
    """

    field: str
    reason: str
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class PersonRead:
    """One person as read, ranks, degrees and posts in standard spelling; the name as it is written.

    ``represented_name`` is the name of the absent holder of the ``represents`` office, where the source gives it.
    ``start`` and ``end`` bound everything in the source that belongs to this person.
    """

    rank: str = ""
    front: tuple[str, ...] = ()
    name: str = ""
    back: tuple[str, ...] = ()
    service_no: str = ""
    position: str = ""
    institution: str = ""
    represents: str = ""
    represented_name: str = ""
    role: Role = "participant"
    presence: Presence = "present"
    doubts: tuple[Doubt, ...] = ()
    start: int = 0
    end: int = 0


class GroupRead(NamedTuple):
    """A circle or institution that is not one person: "para PJU", "Dinas PUPR"."""

    name: str
    start: int = 0
    end: int = 0


class Unread(NamedTuple):
    """A stretch that was not understood, without the blanks around it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A source and everything read from it.

    ``marks`` stand in order, do not overlap, and cover every character of ``source`` that is not a blank.
    """

    source: str = ""
    people: tuple[PersonRead, ...] = ()
    groups: tuple[GroupRead, ...] = ()
    unread: tuple[Unread, ...] = ()
    marks: tuple[Mark, ...] = ()

    def typed(self, person: int, part: Part) -> str:
        """What the source says for one part of a person, as it is written there."""
        return " ".join(self.source[m.start : m.end] for m in self.marks if m.owner == person and m.part == part)
