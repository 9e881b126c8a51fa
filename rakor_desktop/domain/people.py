"""The people book's entries, and the series that meetings belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post that a person holds or held since a day (``None``: unknown)."""

    position: str = ""
    institution: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class RankHeld:
    """A rank that a person was first seen with on a day (``None``: unknown)."""

    rank: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known to the office; old minutes keep what was true on their day.

    ``rank`` is the rank now; ``ranks`` and ``posts`` are the history as far as the office saw it, the newest last.
    ``aliases`` are other ways in which the same name was written. ``retired`` people are no longer active: they stay
    in the book, but are proposed last.
    """

    id: str = ""
    rank: str = ""
    front: tuple[str, ...] = ()
    name: str = ""
    back: tuple[str, ...] = ()
    service_no: str = ""
    posts: tuple[PostHeld, ...] = ()
    aliases: tuple[str, ...] = ()
    phone: str = ""
    last_seen: date | None = None
    retired: bool = False
    ranks: tuple[RankHeld, ...] = ()

    @property
    def post(self) -> PostHeld:
        """The post held now; an empty one when none is known."""
        return self.posts[-1] if self.posts else PostHeld()


@dataclass(frozen=True, slots=True)
class Series:
    """A row of meetings that recur: "Rakor lintas sektoral", with a naming pattern."""

    id: str = ""
    name: str = ""
    pattern: str = ""
