"""Other wordings of the same draft, chosen reproducibly: no state, no chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """Chooses among equal wordings. Variation 0 takes the first everywhere; every other one takes another one than
    the first, and a variation differs from the one before it wherever there are three to choose from.
    """

    seed: str
    variation: int = 0

    def of(self, slot: str, options: Sequence[T]) -> T:
        """The wording for a place in the draft ("lead/verb")."""
        return options[self.turn(slot, len(options))]

    def turn(self, slot: str, size: int) -> int:
        """At which of ``size`` wordings to begin; 0 for variation 0."""
        if self.variation <= 0 or size < 2:
            return 0
        digest = blake2s(f"{self.seed}|{slot}".encode(), digest_size=4).digest()
        return 1 + (int.from_bytes(digest) + self.variation) % (size - 1)
