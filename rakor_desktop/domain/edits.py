"""Every change of a meeting as a pure function ``Meeting -> Meeting``.

An edit that names an id which is not there changes nothing: two views may race for one row, and the later
one must not bring the program down. Functions return the same object when nothing changes, so that undo
gets no empty step.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from secrets import token_hex
from typing import Any, TypeVar

from rakor_desktop.domain.meeting import (
    Attendee,
    Figure,
    FollowUp,
    Group,
    Held,
    Item,
    Meeting,
    Operation,
    Photo,
    Signer,
)
from rakor_desktop.domain.release import Release

Edit = Callable[[Meeting], Meeting]
R = TypeVar("R")

_ROWS: dict[type, str] = {
    Attendee: "attendees",
    Group: "groups",
    Item: "items",
    Figure: "figures",
    Photo: "photos",
    Release: "releases",
}


def new_id() -> str:
    """A fresh id: twelve hexadecimal digits, unique for all practical numbers of records."""
    return token_hex(6)


def set_fields(**fields: Any) -> Edit:
    """Set plain fields of the meeting (title, theme, dress, leader_ids ...)."""
    return lambda meeting: _changed(meeting, **fields)


def set_held(**fields: Any) -> Edit:
    """Set date or clock fields of the meeting."""
    return lambda meeting: _changed(meeting, held=_changed(meeting.held, **fields))


def set_venue(**fields: Any) -> Edit:
    """Set place, city, mode or platform."""
    return lambda meeting: _changed(meeting, venue=_changed(meeting.venue, **fields))


def set_operation(**fields: Any) -> Edit:
    """Set fields of the operation; when all of them are empty afterwards, the meeting has none."""

    def edit(meeting: Meeting) -> Meeting:
        operation = _changed(meeting.operation or Operation(), **fields)
        return _changed(meeting, operation=None if operation == Operation() else operation)

    return edit


def set_number(document: str, number: str) -> Edit:
    """Set the official number of one document; an empty number takes it away."""

    def edit(meeting: Meeting) -> Meeting:
        numbers = {k: v for k, v in meeting.numbers.items() if k != document}
        if number:
            numbers[document] = number
        return _changed(meeting, numbers=numbers)

    return edit


def insert(record: Any, index: int | None = None) -> Edit:
    """Insert an attendee, group, item, figure, photo or release (at the end when ``index`` is ``None``)."""
    return insert_all((record,), index)


def insert_all(records: Sequence[Any], index: int | None = None) -> Edit:
    """Insert records of one kind as one step, giving an id to those without one."""
    named = tuple(r if r.id else replace(r, id=new_id()) for r in records)

    def edit(meeting: Meeting) -> Meeting:
        if not named:
            return meeting
        rows = rows_of(meeting, type(named[0]))
        at = len(rows) if index is None else max(0, min(index, len(rows)))
        return _with_rows(meeting, type(named[0]), rows[:at] + named + rows[at:])

    return edit


def update(kind: type, record_id: str, /, **fields: Any) -> Edit:
    """Set fields of one record; ``kind`` is its class (``Attendee``, ``Item`` ...)."""
    return update_all(kind, (record_id,), **fields)


def update_all(kind: type, record_ids: Sequence[str], /, **fields: Any) -> Edit:
    """Set the same fields of several records of one kind."""
    wanted = set(record_ids)

    def edit(meeting: Meeting) -> Meeting:
        rows = rows_of(meeting, kind)
        after = tuple(_changed(r, **fields) if r.id in wanted else r for r in rows)
        return _with_rows(meeting, kind, after)

    return edit


def remove(kind: type, record_ids: Sequence[str]) -> Edit:
    """Take records away; what pointed at a removed attendee points at nobody afterwards."""
    gone = set(record_ids)

    def edit(meeting: Meeting) -> Meeting:
        rows = rows_of(meeting, kind)
        after = _with_rows(meeting, kind, tuple(r for r in rows if r.id not in gone))
        return _without_people(after, gone) if kind is Attendee and after is not meeting else after

    return edit


def move(kind: type, record_ids: Sequence[str], index: int) -> Edit:
    """Move records, in their present order, so that they stand before the row now at ``index``."""
    wanted = set(record_ids)

    index = max(index, 0)

    def edit(meeting: Meeting) -> Meeting:
        rows = rows_of(meeting, kind)
        moved = tuple(r for r in rows if r.id in wanted)
        before = tuple(r for r in rows[:index] if r.id not in wanted)
        after = tuple(r for r in rows[index:] if r.id not in wanted)
        return _with_rows(meeting, kind, before + moved + after)

    return edit


def place(attendee_ids: Sequence[str], index: int) -> Edit:
    """Move attendees by hand, as :func:`move`; under a chosen order they keep their place behind the same person."""
    wanted = set(attendee_ids)
    shift = move(Attendee, attendee_ids, index)

    def edit(meeting: Meeting) -> Meeting:
        after = shift(meeting)
        if after is meeting or meeting.people_order == "typed":
            return after
        return _with_rows(after, Attendee, _pinned(after.attendees, wanted))

    return edit


def release_places() -> Edit:
    """Forget every place given by hand; the rows stay where they are until the order is applied again."""

    def edit(meeting: Meeting) -> Meeting:
        return _with_rows(meeting, Attendee, tuple(_changed(a, placed_after=None) for a in meeting.attendees))

    return edit


def reorder(kind: type, record_ids: Sequence[str]) -> Edit:
    """Put the records into the order of ``record_ids``; those not named keep their order at the end."""
    place = {record_id: i for i, record_id in enumerate(record_ids)}

    def edit(meeting: Meeting) -> Meeting:
        rows = rows_of(meeting, kind)
        return _with_rows(meeting, kind, tuple(sorted(rows, key=lambda r: place.get(r.id, len(place)))))

    return edit


def set_follow_up(item_id: str, follow_up: FollowUp | None) -> Edit:
    """Give an item a follow-up, change it, or take it away with ``None``."""
    return update(Item, item_id, follow_up=follow_up)


def set_rank(attendee_id: str, rank: str) -> Edit:
    """Set the rank of one attendee: the catalog's code with corps, or the text as typed."""
    return update(Attendee, attendee_id, rank=rank)


def set_signers(signers: Sequence[Signer]) -> Edit:
    """Set who signs the minutes."""
    return set_fields(signers=tuple(signers))


def set_release(release: Release) -> Edit:
    """Put a release in place of the one with the same id, or of the same style, or add it."""

    def edit(meeting: Meeting) -> Meeting:
        named = release if release.id else replace(release, id=new_id())
        kept = tuple(r for r in meeting.releases if r.id != named.id and r.style != named.style)
        return _changed(meeting, releases=(*kept, named))

    return edit


def begin_from(previous: Meeting) -> Meeting:
    """A new meeting in the manner of ``previous``: series, leaders, people, place and agenda are copied.

    Date, contents, numbers, figures, photos and releases are new. Everybody is expected to come again.
    """
    attendees = tuple(replace(a, presence="present", excuse="") for a in previous.attendees)
    return Meeting(
        id=new_id(),
        series_id=previous.series_id or previous.id,
        title=previous.title,
        kind=previous.kind,
        organiser=previous.organiser,
        agenda=previous.agenda,
        dress=previous.dress,
        classification=previous.classification,
        recipients=previous.recipients,
        copies=previous.copies,
        held=Held(start=previous.held.start, zone=previous.held.zone),
        venue=previous.venue,
        leader_ids=previous.leader_ids,
        secretary_id=previous.secretary_id,
        note_taker_id=previous.note_taker_id,
        signers=previous.signers,
        attendees=attendees,
        people_order=previous.people_order,
        entered=previous.entered,
        groups=previous.groups,
    )


def rows_of(meeting: Meeting, kind: type) -> tuple[Any, ...]:
    """The meeting's records of one class, in order."""
    rows: tuple[Any, ...] = getattr(meeting, _ROWS[kind])
    return rows


def _with_rows(meeting: Meeting, kind: type, rows: tuple[Any, ...]) -> Meeting:
    return _changed(meeting, **{_ROWS[kind]: rows})


def _without_people(meeting: Meeting, gone: set[str]) -> Meeting:
    items = tuple(replace(i, speaker_id="") if i.speaker_id in gone else i for i in meeting.items)
    releases = tuple(replace(r, contact_id="") if r.contact_id in gone else r for r in meeting.releases)
    return _changed(
        meeting,
        leader_ids=tuple(i for i in meeting.leader_ids if i not in gone),
        secretary_id="" if meeting.secretary_id in gone else meeting.secretary_id,
        note_taker_id="" if meeting.note_taker_id in gone else meeting.note_taker_id,
        signers=tuple(s for s in meeting.signers if s.attendee_id not in gone or not s.attendee_id),
        attendees=_pinned(meeting.attendees, frozenset(), gone),
        entered=tuple(i for i in meeting.entered if i not in gone),
        items=items,
        releases=releases,
    )


def _pinned(
    rows: tuple[Attendee, ...], moved: Collection[str], gone: Collection[str] | None = None
) -> tuple[Attendee, ...]:
    """Tie the moved rows, and those tied before, to the row that stands before them now.

    With ``gone`` only those are tied anew whose former row was taken away.
    """
    if not moved and all(row.placed_after is None for row in rows):
        return rows
    tied, before = [], ""
    for row in rows:
        loose = row.placed_after is not None and (gone is None or row.placed_after in gone)
        tied.append(_changed(row, placed_after=before) if row.id in moved or loose else row)
        before = row.id
    return tuple(tied)


def _changed(record: R, **fields: Any) -> R:
    """``record`` with these fields, or the very same object when they are all as they were."""
    if all(getattr(record, name) == value for name, value in fields.items()):
        return record
    changed: R = replace(record, **fields)  # type: ignore[type-var]
    return changed
