"""What the people book makes of new facts about a person: learnt from a meeting, or merged out of several entries.

Newest facts win, and what was true before stays as history. Nothing here changes a meeting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.people import Person, PostHeld, RankHeld

Held = TypeVar("Held", PostHeld, RankHeld)
Fact = TypeVar("Fact")

_NOT_IN_NUMBERS = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """A name as the book compares it: without regard to case and to the number of blanks."""
    return " ".join(name.casefold().split())


def number_key(service_no: str) -> str:
    """A service number as the book compares it: without blanks, stops and hyphens ("19790812 200501 1 003")."""
    return _NOT_IN_NUMBERS.sub("", service_no).casefold()


def learnt(person: Person, attendee: Attendee, day: date | None) -> Person:
    """The person after a meeting on this day (``None``: unknown).

    What an older meeting says never replaces what a newer one said. A name written otherwise than before is taken over
    and the former one kept as an alias, unless it is a known alias: then somebody has already chosen.
    """
    if person.last_seen and (day is None or day < person.last_seen):
        return person
    known = {name_key(alias) for alias in person.aliases}
    name = attendee.name.strip()
    kept = person.name if person.name and name_key(name) in known else name
    return replace(
        person,
        rank=attendee.rank or person.rank,
        front=attendee.front or person.front,
        name=kept,
        back=attendee.back or person.back,
        service_no=attendee.service_no or person.service_no,
        posts=_with_post(person.posts, PostHeld(attendee.position, attendee.institution, day)),
        ranks=_with_rank(person, attendee.rank, day),
        aliases=_with_aliases(kept, (*person.aliases, person.name)),
        last_seen=day or person.last_seen,
    )


def updated(person: Person, news: Person) -> Person:
    """The person with everything that ``news`` tells; where news is silent, the old facts stay.

    News that was last seen before the person was only fills gaps.
    """
    if person.last_seen and news.last_seen and news.last_seen < person.last_seen:
        return replace(merged(person, (news,)), name=person.name)
    day = news.last_seen or person.last_seen
    post = replace(news.post, since=news.post.since or news.last_seen)
    rank_day = next((held.since for held in reversed(news.ranks) if held.rank == news.rank), None) or news.last_seen
    name = news.name.strip() or person.name
    return replace(
        person,
        rank=news.rank or person.rank,
        front=news.front or person.front,
        name=name,
        back=news.back or person.back,
        service_no=news.service_no or person.service_no,
        posts=_with_post(person.posts, post),
        ranks=_with_rank(person, news.rank, rank_day),
        aliases=_with_aliases(name, (*person.aliases, *news.aliases, person.name)),
        phone=news.phone or person.phone,
        last_seen=day,
        retired=news.retired,
    )


def merged(kept: Person, others: Sequence[Person]) -> Person:
    """One person out of several entries: id and name of the kept one, the other names as aliases.

    Rank, titles, numbers and whether active come from the entry seen last that knows them; posts and ranks of all
    stand together by date.
    """
    newest_first = sorted((kept, *others), key=lambda person: person.last_seen or date.min, reverse=True)
    oldest_first = newest_first[::-1]

    def newest(fact: Callable[[Person], Fact]) -> Fact:
        return next((fact(person) for person in newest_first if fact(person)), fact(kept))

    rank = newest(lambda person: person.rank)
    posts = [post for person in oldest_first for post in person.posts]
    names = [name for person in (kept, *others) for name in (*person.aliases, person.name)]
    return replace(
        kept,
        rank=rank,
        front=newest(lambda person: person.front),
        back=newest(lambda person: person.back),
        service_no=newest(lambda person: person.service_no),
        phone=newest(lambda person: person.phone),
        posts=_by_date(posts, newest(lambda person: person.posts)),
        ranks=_by_date([held for person in oldest_first for held in _ranks_of(person)], (RankHeld(rank),)),
        aliases=_with_aliases(kept.name, names),
        last_seen=newest_first[0].last_seen,
        retired=newest_first[0].retired,
    )


def _with_post(posts: tuple[PostHeld, ...], post: PostHeld) -> tuple[PostHeld, ...]:
    last = posts[-1] if posts else PostHeld()
    is_known = (post.position, post.institution) in (("", ""), (last.position, last.institution))
    return posts if is_known else (*posts, post)


def _with_rank(person: Person, rank: str, day: date | None) -> tuple[RankHeld, ...]:
    if not rank or (rank == person.rank and person.ranks):
        return person.ranks
    if rank == person.rank:
        return _ranks_of(person) or (RankHeld(rank, day),)
    return (*_ranks_of(person), RankHeld(rank, day))


def _ranks_of(person: Person) -> tuple[RankHeld, ...]:
    """The history of ranks; entries made before there was one know the present rank only."""
    if person.ranks or not person.rank:
        return person.ranks
    return (RankHeld(person.rank),)


def _by_date(held: Iterable[Held], newest: Sequence[Held]) -> tuple[Held, ...]:
    """Everything held in order of its day, unknown days first; what is held now stands last."""
    every = tuple(held)
    dated = {_undated(one) for one in every if one.since}
    telling = [one for one in every if one.since or _undated(one) not in dated]
    ordered = sorted(telling, key=lambda one: one.since or date.min)
    now = _undated(newest[-1]) if newest else None
    for place in reversed(range(len(ordered))):
        if _undated(ordered[place]) == now:
            ordered.append(ordered.pop(place))
            break
    return tuple(one for place, one in enumerate(ordered) if not place or _undated(ordered[place - 1]) != _undated(one))


def _undated(held: Held) -> Held:
    return replace(held, since=None)


def _with_aliases(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that are written otherwise than ``name``, each once."""
    found: dict[str, str] = {}
    for other in names:
        found.setdefault(name_key(other), other.strip())
    return tuple(alias for key, alias in found.items() if key not in ("", name_key(name)))
