"""What has changed about a known person: a promotion, a new post. Told as questions, never decided."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from rakor_desktop.bahasa.dates import long_date
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.domain.ranks import RankMatch, RankTable, rank_key
from rakor_desktop.reading.matching.likeness import name_words
from rakor_desktop.reading.values import PersonRead

Houses = Literal["same", "unknown", "other"]
"""Whether two people are of one institution; ``unknown`` where one of the two is not known."""

_PASSING: Final = frozenset(("plt", "plh", "pj", "pjs", "pgs", "ps"))
"""Acting holders: an acting head is announced as one, and is no other post for the people book."""


def houses(who: Attendee | PersonRead, person: Person) -> Houses:
    """Whether somebody may be of the same institution as a person is or was."""
    here = _words(who.institution)
    known = [words for post in person.posts if (words := _words(post.institution))]
    if not here or not known:
        return "unknown"
    return "same" if any(here <= words or words <= here for words in known) else "other"


def other_service(one: str, other: str, ranks: RankTable) -> bool:
    """Whether two ranks belong to two services: a police officer does not become an army officer."""
    here, there = ranks.find(one), ranks.find(other)
    return bool(here and there and here.rank.service != there.rank.service)


def what_changed(who: Attendee | PersonRead, person: Person, ranks: RankTable) -> str:
    """One Indonesian sentence (or two) about rank and post that differ from the book; "" when nothing does.

    What is not known on either side is no difference.
    """
    rank = _rank_question(who.rank, person, ranks)
    moved = _moved(who, person.post)
    if not rank and not moved:
        return ""
    question = " ".join(part for part in (rank, "Mutasi?" if moved else "") if part)
    if rank.endswith("?") and moved:
        question = rank.replace("?", " dan mutasi?")
    recorded = (person.rank if rank else "", _told(person.post) if moved else "")
    day = _recorded_on(person, rank_only=bool(rank) and not moved)
    when = f" ({long_date(day)})" if day else ""
    return f"{question} Terakhir tercatat {', '.join(part for part in recorded if part)}{when}."


def _rank_question(typed: str, person: Person, ranks: RankTable) -> str:
    if not typed or not person.rank or rank_key(typed) == rank_key(person.rank):
        return ""
    now, then = ranks.find(typed), ranks.find(person.rank)
    if now is None or then is None:
        # "Brigjen" alone may be what the book knows in full.
        short, full = sorted((rank_key(typed), rank_key(person.rank)), key=len)
        return "" if full.startswith(short) else "Pangkat berbeda."
    if now.rank == then.rank:
        return _same_rank(now, then)
    comparable = now.rank.civil == then.rank.civil and (not now.rank.civil or now.rank.service == then.rank.service)
    if comparable and 0 < now.rank.level < then.rank.level:
        return "Kenaikan pangkat?"
    return "Pangkat berbeda."


def _same_rank(now: RankMatch, then: RankMatch) -> str:
    if now.corps and then.corps and now.corps != then.corps:
        return "Korps berbeda."
    return "Purnawirawan?" if now.retired and not then.retired else ""


def _moved(who: Attendee | PersonRead, post: PostHeld) -> bool:
    position, before = _post_words(who.position), _post_words(post.position)
    if position and before:
        here, there = (position | _words(who.institution), before | _words(post.institution))
        return not _same_post(who.position, post.position) or not (here <= there or there <= here)
    house, old_house = _words(who.institution), _words(post.institution)
    return bool(house and old_house) and not (house <= old_house or old_house <= house)


def _same_post(one: str, other: str) -> bool:
    """Posts are told by how they begin: a deputy is not the head, whatever else agrees."""
    here = [word for word in name_words(one).words if word not in _PASSING]
    there = [word for word in name_words(other).words if word not in _PASSING]
    if "".join(here) == "".join(there):
        return True
    return bool(here and there) and here[0] == there[0]


def _post_words(position: str) -> frozenset[str]:
    return _words(position) - _PASSING


def _words(text: str) -> frozenset[str]:
    return frozenset(name_words(text).words)


def _told(post: PostHeld) -> str:
    """Post and institution without saying one place twice."""
    here, house = _words(post.position), _words(post.institution)
    if house and house - here <= {"polres", "polda", "polsek", "kodim", "dinas"} and house & here:
        return post.position
    return " ".join(part for part in (post.position, post.institution) if part)


def _recorded_on(person: Person, *, rank_only: bool) -> date | None:
    if person.last_seen:
        return person.last_seen
    since = [held.since for held in person.ranks if held.since] if rank_only else []
    return since[-1] if since else person.post.since
