"""What a token may be a piece of: a title with a blank in it, a rank of several words."""

from __future__ import annotations

from rakor_desktop.domain.names import TitleTable
from rakor_desktop.domain.ranks import rank_key


class OpensTitle(dict[str, bool]):
    """Whether a token may be the first piece of a title that a blank slipped into ("S." of "S. IP")."""

    def __init__(self, titles: TitleTable) -> None:
        super().__init__()
        self._starts: set[str] = set()
        for title in titles.titles:
            parts = [part for part in title.standard.casefold().split(".") if part]
            self._starts.update("".join(parts[:count]) for count in range(1, len(parts)))

    def __missing__(self, token: str) -> bool:
        bare = token.strip()
        opens = self[token] = bare[0].isupper() and bare.replace(".", "").casefold() in self._starts
        return opens


class IsRankTail(dict[str, bool]):
    """Whether a token may go on a rank: "Pol" of "Kombes Pol", "Inf" of "Letkol Inf"."""

    def __init__(self, tails: frozenset[str]) -> None:
        super().__init__()
        self._tails = tails

    def __missing__(self, token: str) -> bool:
        tail = self[token] = token[0].isalpha() and rank_key(token) in self._tails
        return tail
