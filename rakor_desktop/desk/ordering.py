"""The order of the attendance list: by protocol, the host first, or as it was typed; places given by hand stick.

By protocol (Law 9/2010 on protocol, articles 10 and 11; the steps are data of the catalog): first the step of the
post that a person really holds. Whoever stands in for an absent holder takes the place of the own post, not that of
the absent one (article 13). Inside a step police and armed forces stand by rank level, civil servants by theirs among
themselves. What cannot be compared (a colonel and a head of service, a rank and none) keeps the order of typing: the
ranked rows change places among themselves and leave the others where they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.precedence import Precedence
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.office import Office, PeopleOrder

ORDER_NAMES: Final[Mapping[PeopleOrder, str]] = {
    "protocol": "Protokol",
    "host_first": "Tuan rumah dahulu",
    "typed": "Sesuai ketikan",
}
"""What people call the orders."""

_UNPLACED: Final = 999
_ID: Final = attrgetter("id")
_LEVEL: Final = itemgetter(0)
_PROVINCIAL: Final = re.compile(
    r"^(polda|kepolisian daerah|kodam|korem|komando daerah militer|komando resor militer|pemprov|pemerintah provinsi"
    r"|pemerintah daerah provinsi|kejati)\b|\bprovinsi\b"
)
_HOSTS: Final = re.compile(r"\s+(?:dan|bersama|serta|dengan)\s+|\s*[,;&]\s*")


def ordered(meeting: Meeting, order: PeopleOrder, catalog: Catalog, office: Office) -> tuple[str, ...]:
    """The attendees' ids in an order; equal ranks stay as typed, places given by hand stick."""
    return tuple(attendee.id for attendee in _in_order(meeting, order, catalog, office))


def _in_order(meeting: Meeting, order: PeopleOrder, catalog: Catalog, office: Office) -> Sequence[Attendee]:
    people = _as_typed(meeting)
    tied = _tied(people)
    loose = [a for a in people if a.id not in tied] if tied else people
    if order != "typed":
        protocol = _Protocol(catalog, office)
        if order == "host_first":
            host = _Host(meeting, catalog, office)
            at_home = [host.holds(a) for a in loose]
            own = [a for a, mine in zip(loose, at_home, strict=True) if mine]
            guests = [a for a, mine in zip(loose, at_home, strict=True) if not mine]
            loose = [*protocol.sorted(own), *protocol.sorted(guests)]
        else:
            loose = protocol.sorted(loose)
    if not tied:
        return loose
    by_id = {attendee.id: attendee for attendee in people}
    return [by_id[record_id] for record_id in _with_tied([a.id for a in loose], tied)]


def protocol_key(catalog: Catalog, office: Office) -> Callable[[Attendee], tuple[int, bool, int]]:
    """The key that protocol compares by: step of the post, civil or not, rank level. Ranks that do not compare are
    not told apart by it; :func:`ordered` leaves those where they were typed.
    """
    protocol = _Protocol(catalog, office)

    def key(attendee: Attendee) -> tuple[int, bool, int]:
        return (protocol.step(attendee.position), *(protocol.rank(attendee.rank) or (False, 0)))

    return key


def in_order(catalog: Catalog, office: Office) -> Edit:
    """Apply the order that the meeting has chosen again, for rows that were added; "typed" leaves them alone."""

    def edit(meeting: Meeting) -> Meeting:
        if meeting.people_order == "typed":
            return meeting
        people = tuple(_in_order(meeting, meeting.people_order, catalog, office))
        return replace(_remembering(meeting), attendees=people)

    return edit


def choose_order(order: PeopleOrder, catalog: Catalog, office: Office) -> Edit:
    """Choose an order for the meeting and apply it; going back to "typed" brings the order of entering back."""

    def edit(meeting: Meeting) -> Meeting:
        people = tuple(_in_order(meeting, order, catalog, office))
        entered = () if order == "typed" else _remembering(meeting).entered
        return replace(meeting, attendees=people, people_order=order, entered=entered)

    return edit


def adding(add: Edit, catalog: Catalog, office: Office) -> Edit:
    """Add people and put them in their place, as one step: after ``add`` the meeting's own order is applied."""
    place = in_order(catalog, office)

    def edit(meeting: Meeting) -> Meeting:
        after = add(meeting)
        return after if after is meeting else place(after)

    return edit


def _remembering(meeting: Meeting) -> Meeting:
    """The meeting with everybody in its record of entering: those not in it yet come last."""
    if not meeting.entered:
        return replace(meeting, entered=tuple(map(_ID, meeting.attendees)))
    known = set(meeting.entered)
    late = tuple(a.id for a in meeting.attendees if a.id not in known)
    return replace(meeting, entered=meeting.entered + late) if late else meeting


def _as_typed(meeting: Meeting) -> Sequence[Attendee]:
    if not meeting.entered:
        return meeting.attendees
    place = {record_id: number for number, record_id in enumerate(meeting.entered)}
    return sorted(meeting.attendees, key=lambda a: place.get(a.id, len(place)))


def _tied(people: Sequence[Attendee]) -> dict[str, str]:
    """Whoever keeps a place given by hand -> the person before; ties to nobody, or in a circle, do not count."""
    wish = {a.id: a.placed_after for a in people if a.placed_after is not None}
    if not wish:
        return {}
    known = {a.id for a in people} | {""}
    sound: dict[str, bool] = {}
    for start in wish:
        path: dict[str, None] = {}
        here: str = start
        while here in wish and here not in sound and here not in path:
            path[here] = None
            here = wish[here] or ""
        good = sound.get(here, here in known and here not in path)
        sound.update(dict.fromkeys(path, good))
    return {record_id: before for record_id, before in wish.items() if sound[record_id] and before in known}


def _with_tied(loose: Sequence[str], tied: Mapping[str, str]) -> tuple[str, ...]:
    behind: dict[str, list[str]] = {}
    for record_id, before in tied.items():
        behind.setdefault(before, []).append(record_id)
    placed: list[str] = []
    waiting = [*reversed(loose), *reversed(behind.get("", ()))]
    while waiting:
        placed.append(waiting.pop())
        waiting.extend(reversed(behind.get(placed[-1], ())))
    return tuple(placed)


class _Protocol:
    """Sorts people by step and rank; posts and ranks that repeat are looked up once."""

    def __init__(self, catalog: Catalog, office: Office) -> None:
        self._catalog = catalog
        self._scope = scope_of(office, catalog)
        self._steps: dict[str, int] = {}
        self._ranks: dict[str, tuple[bool, int] | None] = {}

    def sorted(self, people: Iterable[Attendee]) -> list[Attendee]:
        """By step, inside a step by rank, all else as given."""
        # Said with local names and without calls: this loop is what ordering ten thousand people costs.
        groups: dict[int, _Group] = {}
        steps, ranks = self._steps, self._ranks
        for attendee in people:
            position, rank = attendee.position, attendee.rank
            step = steps[position] if position in steps else self.step(position)
            group = groups.get(step)
            if group is None:
                group = groups[step] = _Group([], ([], []))
            known = ranks[rank] if rank in ranks else self.rank(rank)
            if known is not None:
                group.ranked[known[0]].append((known[1], len(group.people), attendee))
            group.people.append(attendee)
        return [attendee for step in sorted(groups) for attendee in groups[step].by_rank()]

    def step(self, position: str) -> int:
        """The step of a post, 1 the highest; a large number where the law names none."""
        step = self._steps.get(position)
        if step is None:
            step = self._steps[position] = self._found(position)
        return step

    def _found(self, position: str) -> int:
        if self._scope is None or not position.strip():
            return _UNPLACED
        step = self._scope.step_of(position)
        if step is None and (match := self._catalog.posts.leading(position)) is not None:
            forms = (match.post.abbr, match.post.full, *match.post.variants)
            found = (self._scope.step_of(f"{form} {match.rest}") for form in forms)
            step = next((one for one in found if one is not None), None)
        return step or _UNPLACED

    def rank(self, rank: str) -> tuple[bool, int] | None:
        """Whether a rank is a civil one, and its level; ``None`` when it is not known."""
        if rank not in self._ranks:
            match = self._catalog.ranks.find(rank) if rank else None
            self._ranks[rank] = (match.rank.civil, match.rank.level) if match else None
        return self._ranks[rank]


class _Group(NamedTuple):
    """The people of one step; apart, those whose ranks compare, uniformed and civil, with level and place."""

    people: list[Attendee]
    ranked: tuple[list[tuple[int, int, Attendee]], list[tuple[int, int, Attendee]]]

    def by_rank(self) -> list[Attendee]:
        """Ranked people change places among their own kind; nobody else moves."""
        placed = self.people
        for kind in self.ranked:
            if len(kind) > 1:
                best = [attendee for _, _, attendee in sorted(kind, key=_LEVEL)]
                for (_, place, _), attendee in zip(kind, best, strict=True):
                    placed[place] = attendee
        return placed


class _Host:
    """Knows who belongs to the host: the organiser, and where none is named the office itself."""

    def __init__(self, meeting: Meeting, catalog: Catalog, office: Office) -> None:
        self._catalog = catalog
        own = {_folded(office.name), _folded(office.short_name)} - {""}
        named = {_folded(part) for part in _HOSTS.split(meeting.organiser)} - {""}
        self._names = tuple(own | named if not named or named & own else named)
        self._known: dict[tuple[str, str], bool] = {}

    def holds(self, attendee: Attendee) -> bool:
        """Whether the person comes from the host: by institution, else by the unit that the post names."""
        key = attendee.institution, attendee.position
        held = self._known.get(key)
        if held is None:
            held = self._known[key] = self._belongs(*key)
        return held

    def _belongs(self, institution: str, position: str) -> bool:
        if institution.strip():
            return self._is_host(institution)
        match = self._catalog.posts.leading(position)
        unit = f"{match.post.unit or match.post.institution} {match.rest}" if match and match.rest else ""
        return self._is_host(position) or (bool(unit) and self._is_host(unit))

    def _is_host(self, text: str) -> bool:
        folded = f" {_folded(text)}"
        return any(folded.endswith(f" {name}") for name in self._names)


def scope_of(office: Office, catalog: Catalog) -> Precedence | None:
    """The scope of precedence of an office: province for a Polda, a Kodam or a provincial government."""
    provincial = any(_PROVINCIAL.search(_folded(name)) for name in (office.name, office.short_name))
    return catalog.precedence.get("provinsi" if provincial else "kabupaten-kota")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
