"""Where names, ranks, posts and groups end in a shape, and what they are proved by."""

from __future__ import annotations

import re
from typing import Final

_NAME_GOES_ON: Final = "NnILA"
_PHRASE: Final = "UGANLDnIPpTbowz"
_MORE_HOUSES: Final = re.compile("(?:,Oo*)*,?[RF]")


class ShapeWalk:
    """A shape to be read from left to right; it ends with a sign of its own, so that looking one ahead is safe."""

    def __init__(self, shape: str, listed: bool) -> None:
        self.shape = shape + "\0"
        self.size = len(shape)
        self.listed = listed

    def name_end(self, at: int, *, titled: bool) -> int:
        """Where the name that begins at ``at`` ends; ``titled``: a rank or title stands before it."""
        shape, here = self.shape, at
        while True:
            kind = shape[here]
            if (
                kind in _NAME_GOES_ON
                or (kind == "T" and here == at)
                or (kind in "Fb" and here > at and shape[here + 1] in "NnL")
                or (kind == "b" and here == at and shape[here + 1] in "NnLIz")
                or (kind == "z" and titled and (here == at or self._small_name_goes_on(here)))
            ):
                here += 1
            else:
                break
        return here

    def _small_name_goes_on(self, at: int) -> bool:
        """Whether words in small letters go on being a name: they soon end where an entry can end."""
        shape, here = self.shape, at
        while shape[here] in "nIz" and here - at < 3:
            here += 1
        return shape[here] in ",;()-/\0BEPb•:"

    def name_at(self, at: int) -> bool:
        """Whether a rank, a title or a name can begin here."""
        return self.shape[at] in "NnIFkLTzR" if at < self.size else False

    def person_at(self, at: int) -> bool:
        """Whether a person plainly begins here; a bare name counts only in a list."""
        if at >= self.size:
            return False
        return self.shape[at] in "RFk" or (self.listed and self.shape[at] in "NnI" and self.shape[at - 1] != ",")

    def proves_name(self, end: int) -> bool:
        """Whether what follows shows that the words before were a name."""
        shape = self.shape
        gap = 1 if shape[end] in ",-(/.:|" else 0
        kind = shape[end + gap] if end + gap < self.size else "\0"
        if kind == "B" or (kind == "b" and shape[end] != ":"):
            return True
        if kind == "P":
            return not gap or not self.name_at(self.post_end(end + gap))
        if kind == "R":
            return bool(gap) and not self.name_at(self.rank_end(end + gap))
        return kind in "vsXq" or (kind == "y" and shape[end + gap + 1] == "v")

    def is_titled(self, at: int, end: int) -> bool:
        """Whether two or more words are followed by a sure title or "selaku": a person, wherever they stand."""
        if end - at > 1 and self.shape[end : end + 2] == "sP":
            return True
        if end - at > 1 and self.shape[at - 1 : at] == "l" and self.shape[end : end + 2] == ",P":
            return True
        return end - at > 1 and self.shape[end + (self.shape[end] == ",")] == "B"

    def leads_to_person(self, at: int) -> bool:
        """Whether nothing but further institutions between commas comes before a person."""
        return _MORE_HOUSES.match(self.shape, at) is not None

    def group_end(self, at: int) -> int:
        """Where the circle or institution that begins at ``at`` ends."""
        shape, end = self.shape, at + 1
        if shape[at] in "Oq":
            while shape[end] == "o":
                end += 1
            return end
        while (
            (shape[end] in _PHRASE or (shape[end] == "O" and shape[at] == "G"))
            and not (shape[end] == "w" and shape[at] != "G")
        ) or (shape[end] == "c" and shape[end + 1] == "U" and shape[end - 1] == "U"):
            end += 1
        return end

    def stead_end(self, at: int) -> int:
        """Where the post or institution ends for which somebody stands."""
        shape, end = self.shape, at
        if shape[at] == "P":
            return self.post_end(at)
        if shape[at] in "OUG":
            end = at + 1
            while shape[end] in "oUOG" or (shape[end] in "LAD" and shape[at] != "O"):
                end += 1
            return end
        while shape[end] in "OoUGANLDnpPwz" and not (shape[end] == "w" and shape[at] not in "OUGwP"):
            end += 1
        return end

    def rank_end(self, at: int) -> int:
        """Where the rank that begins at ``at`` ends."""
        end = at + 1
        while self.shape[end] == "r":
            end += 1
        return end

    def post_end(self, at: int) -> int:
        """Where the post that begins at ``at`` ends."""
        end = at + 1
        while self.shape[end] == "p":
            end += 1
        return end

    def adjacent(self, end: int, at: int, allowed: str) -> bool:
        """Whether nothing but the allowed signs stands between two places."""
        return all(sign in allowed for sign in self.shape[end:at])
