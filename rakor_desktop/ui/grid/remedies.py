"""What the people book says of the present row, as a sentence with remedies; nothing changes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.names import full_name
from rakor_desktop.ui.grid.known_people import PeopleRemarks, last_post
from rakor_desktop.ui.grid.under_line import Remedy
from rakor_desktop.ui.words import shortened

if TYPE_CHECKING:
    from rakor_desktop.reading.matching.index import PersonMatch

MARKED: Final = ("rank", "name", "position")
"""The columns that can wear a mark."""
_FIELDS: Final = (("rank", "pangkat"), ("position", "jabatan"), ("institution", "instansi"))


def remedies_for(desk: Desk, remarks: PeopleRemarks, attendee: Attendee, match: PersonMatch) -> list[Remedy]:
    """One click to take what the book says, one to leave the row as it is."""
    person = match.person
    made: list[Remedy] = []

    def give(label: str, text: str, fields: dict[str, Any]) -> None:
        edit = edits.update(Attendee, attendee.id, person_id=person.id, **fields)
        made.append((text, lambda: desk.edit(label, edit)))

    if match.kind == "near":
        name = full_name(person.front, person.name, person.back)
        fields = {"name": person.name, "front": person.front or attendee.front, "back": person.back or attendee.back}
        give("Ubah nama hadirin", f"Ganti menjadi {shortened(name, 30)}", fields)
    else:
        post = last_post(person)
        known = {"rank": person.rank, "position": post.position, "institution": post.institution}
        for field, word in _FIELDS:
            if known[field] and known[field] != getattr(attendee, field):
                give(f"Ubah {word} hadirin", f"Pakai {shortened(known[field], 20)}", {field: known[field]})
    made.append(("Abaikan", lambda: remarks.ignore(attendee)))
    return made


def marked_column(attendee: Attendee, match: PersonMatch) -> str:
    """The column that wears the mark: the rank or post that has changed, else the name."""
    if match.kind == "changed":
        if match.person.rank and match.person.rank != attendee.rank:
            return "rank"
        return "position"
    return "name"
