"""What accepting a reading does to a meeting: who comes in, who only completes somebody present, which groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final, Literal, NamedTuple

from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Attendee, Group, Meeting
from rakor_desktop.domain.names import full_name
from rakor_desktop.reading.values import PersonRead

Fate = Literal["add", "merge", "skip"]
"""What becomes of a person read: a row of its own, completes its twin's empty fields, or nothing."""

FIELD_NAMES: Final = {
    "rank": "pangkat",
    "front": "gelar depan",
    "name": "nama",
    "back": "gelar",
    "service_no": "NRP/NIP",
    "position": "jabatan",
    "institution": "instansi",
    "represents": "mewakili",
    "presence": "kehadiran",
    "role": "peran",
}
"""The fields of an attendee as a sentence names them."""
_MERGED: Final = ("rank", "front", "back", "service_no", "position", "institution", "represents", "excuse")
_TITLES: Final = ("front", "back")


class Newcomer(NamedTuple):
    """One person read, what becomes of them, and the attendee (of the meeting, or an earlier newcomer) that is the
    same person, where there is one.
    """

    attendee: Attendee
    fate: Fate = "add"
    twin_id: str = ""


def attendee_of(person: PersonRead, attendee_id: str = "") -> Attendee:
    """The row that a person read becomes."""
    return Attendee(
        id=attendee_id,
        rank=person.rank,
        front=person.front,
        name=person.name,
        back=person.back,
        service_no=person.service_no,
        position=person.position,
        institution=person.institution,
        represents=person.represents,
        role=person.role,
        presence=person.presence,
    )


def field_text(attendee: Attendee, field: str) -> str:
    """One field as text, titles joined by ", "; empty for what is no field of an attendee."""
    value = getattr(attendee, field, "")
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def with_field(attendee: Attendee, field: str, text: str) -> Attendee:
    """The attendee with another reading of one field.

    A title that still stands in the name ("Sumidi, S", "RM Hidayat") moves out of it; letters that turn out to be
    part of the name ("Marzuki SP") stop being a title.
    """
    changed: dict[str, Any] = {field: text}
    if field == "name":
        changed["back"] = _titles_not_in(text, attendee)
    if field not in _TITLES:
        return replace(attendee, **changed) if hasattr(attendee, field) else attendee
    titles = tuple(title.strip() for title in text.split(",") if title.strip())
    new = [title for title in titles if title not in getattr(attendee, field)]
    name = attendee.name
    for title in new if field == "front" else reversed(new):
        name = _without_title(name, title, at_front=field == "front")
    changed = {field: titles, "name": name}
    return replace(attendee, **changed)


def _titles_not_in(name: str, attendee: Attendee) -> tuple[str, ...]:
    """The degrees without the first one, where the new name ends with its letters."""
    gained = name.removeprefix(attendee.name).strip(" ,.")
    back = attendee.back
    if back and name.startswith(attendee.name) and gained and gained == back[0].replace(".", ""):
        return back[1:]
    return back


def name_key(name: str) -> str:
    """What two spellings of one name have in common: letters and digits of every word, whatever the case."""
    return " ".join("".join(c for c in name.casefold() if c.isalnum() or c.isspace()).split())


def contradictions(one: Attendee, other: Attendee) -> tuple[str, ...]:
    """The fields that both have and that differ."""
    keys = ("rank", "service_no", "position", "institution", "represents")
    pairs = ((key, name_key(getattr(one, key)), name_key(getattr(other, key))) for key in keys)
    return tuple(key for key, mine, yours in pairs if mine and yours and mine != yours)


def fills(present: Attendee, newcomer: Attendee) -> tuple[str, ...]:
    """The empty fields of ``present`` that ``newcomer`` knows."""
    return tuple(key for key in _MERGED if not getattr(present, key) and getattr(newcomer, key))


def merged(present: Attendee, newcomer: Attendee) -> Attendee:
    """``present`` with its empty fields filled; nothing that stands there is overwritten."""
    return replace(present, **{key: getattr(newcomer, key) for key in fills(present, newcomer)})


def accept(newcomers: Sequence[Newcomer], groups: Iterable[str] = ()) -> Edit:
    """The edit that lets newcomers and groups in.

    Newcomers get fresh ids and stand at the end in their order. One who chairs leads the meeting when nobody does
    yet. Groups that are there already do not come twice.
    """
    ids = {n.attendee.id: edits.new_id() for n in newcomers if n.fate == "add"}

    def edit(meeting: Meeting) -> Meeting:
        rows = {attendee.id: attendee for attendee in meeting.attendees}
        for newcomer in newcomers:
            twin = ids.get(newcomer.twin_id, newcomer.twin_id)
            if newcomer.fate == "add":
                rows[ids[newcomer.attendee.id]] = replace(newcomer.attendee, id=ids[newcomer.attendee.id])
            elif newcomer.fate == "merge" and twin in rows:
                rows[twin] = merged(rows[twin], newcomer.attendee)
        after = edits.set_fields(attendees=tuple(rows.values()))(meeting)
        chairs = tuple(ids[n.attendee.id] for n in newcomers if n.fate == "add" and n.attendee.role == "chair")
        if chairs and not meeting.leader_ids:
            after = edits.set_fields(leader_ids=chairs)(after)
        return _with_groups(after, groups)

    return edit


def count_words(people: int, groups: int) -> str:
    """``24 orang dan 3 kelompok``."""
    parts = [f"{grouped(people)} orang"] if people or not groups else []
    return " dan ".join([*parts, f"{grouped(groups)} kelompok"] if groups else parts)


def grouped(number: int) -> str:
    """``10.000``: a number with a stop between thousands."""
    return f"{number:,}".replace(",", ".")


def spoken(attendee: Attendee) -> str:
    """Rank and name with titles: how a sentence names a person."""
    return f"{attendee.rank} {full_name(attendee.front, attendee.name, attendee.back)}".strip()


def _with_groups(meeting: Meeting, groups: Iterable[str]) -> Meeting:
    there = {name_key(group.name) for group in meeting.groups}
    new = []
    for name in groups:
        if name.strip() and name_key(name) not in there:
            there.add(name_key(name))
            new.append(Group(name=name.strip()))
    return edits.insert_all(new)(meeting)


def _without_title(name: str, title: str, *, at_front: bool) -> str:
    """The name without a title that is still a word at its edge; the name as it is when it is not."""
    words = name.split()
    edge = words[0] if at_front and words else words[-1] if words else ""
    if len(words) < 2 or name_key(edge) != name_key(title).replace(" ", ""):
        return name
    return " ".join(words[1:] if at_front else words[:-1]).strip(" ,")
