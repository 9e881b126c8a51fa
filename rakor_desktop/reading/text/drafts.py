"""People as stretches of tokens: what reading a shape yields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rakor_desktop.domain.meeting import Role

Stretch = tuple[int, int]


class Draft(NamedTuple):
    """One person as stretches of tokens. ``proof`` is asked for where only the words themselves can tell a name."""

    rank: Stretch | None
    front: tuple[int, ...]
    name: Stretch
    back: tuple[int, ...]
    post: Stretch | None
    institution: Stretch | None
    number: int | None
    represents: Stretch | None
    represented_name: Stretch | None
    role: Role
    proof: bool
    initial_after_comma: bool


class Plan(NamedTuple):
    """What a shape means: people and groups as stretches of tokens."""

    people: tuple[Draft, ...]
    groups: tuple[Stretch, ...]


@dataclass(slots=True)
class Person:
    """A person while the grammar is still reading."""

    start: int
    end: int = 0
    rank: Stretch | None = None
    front: list[int] = field(default_factory=list)
    name: Stretch = (0, 0)
    back: list[int] = field(default_factory=list)
    post: Stretch | None = None
    institution: Stretch | None = None
    number: int | None = None
    represents: Stretch | None = None
    represented_name: Stretch | None = None
    role: Role = "participant"
    proof: bool = False
    initial_after_comma: bool = False

    def frozen(self) -> Draft:
        """The person as read to the end."""
        return Draft(
            self.rank,
            tuple(self.front),
            self.name,
            tuple(self.back),
            self.post,
            self.institution,
            self.number,
            self.represents,
            self.represented_name,
            self.role,
            self.proof,
            self.initial_after_comma,
        )
