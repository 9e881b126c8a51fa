"""Ranks in a line: from their first word to their last."""

from __future__ import annotations

import re
from typing import Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.phrases import word_key
from rakor_desktop.domain.ranks import rank_key
from rakor_desktop.reading.text import alphabet as k
from rakor_desktop.reading.text.kinds import Kinds

_BRACKETED_RANK: Final = re.compile("\\(R[^()]{0,2}\\)")
_MOST_RANK_WORDS: Final = 6
_POSTS_TOO: Final = ("inspektur", "komisaris")
_RETIRED: Final = ("purn", "purnawirawan", "p")
"""What stands in brackets behind the rank of the retired; "(P)" behind a rank of the navy is a branch."""
_RETIRED_SHORT: Final = re.compile(r"\(\s*P\s*\)")
_CLASS_LEFT_OUT: Final = re.compile(r"^(Pembina|Penata|Pengatur) I\b", re.IGNORECASE)


class RankWords:
    """Finds whole ranks, with corps, branch and "(Purn.)"."""

    def __init__(self, catalog: Catalog, kinds: Kinds) -> None:
        self._ranks = catalog.ranks
        self._kinds = kinds
        self._rank_lengths: dict[tuple[str, ...], int] = {}

    def whole(self, tokens: list[str], shape: str) -> str:
        """The shape with every rank marked from its first word to its last."""
        at = shape.find(k.RANK)
        while at >= 0:
            if at and shape[at - 1] in "Rr" and shape[at + 1 : at + 2] in ("N", "L"):
                shape = shape[:at] + k.NAME + shape[at + 1 :]
            else:
                count = self._rank_tokens(tokens, at)
                if count == 2 and shape[at + 2 : at + 3] in ("O", "U") and _bare(tokens[at]) == "inspektur":
                    # "Inspektur Jenderal Kementerian": a post.
                    shape = shape[:at] + k.POST + k.UNIT + shape[at + 2 :]
                elif count:
                    count += _repeated(shape, at + count)
                    shape = shape[: at + 1] + k.RANK_TAIL * (count - 1) + shape[at + count :]
                else:
                    kinds = self._no_rank(tokens, at)
                    shape = shape[:at] + kinds + shape[at + len(kinds) :]
            at = shape.find(k.RANK, at + 1)
        return shape

    def _rank_tokens(self, tokens: list[str], at: int) -> int:
        """How many tokens from ``at`` are one rank with its corps, branch and "(Purn.)"; 0 when they are none."""
        goes_on, last = self._kinds.is_rank_tail, at + 1
        signs = [token[0] for token in tokens[last : last + 3 : 2]]
        if signs == ["(", ")"] and goes_on[tokens[last + 1]]:
            last += 3  # "Letkol (Inf)"
        while last < len(tokens) and last - at < _MOST_RANK_WORDS and goes_on[tokens[last]]:
            last += 1
            if last < len(tokens) and tokens[last][0] == "(" and "".join(tokens[last : last + 3]).rstrip()[-1:] == ")":
                last = min(last + 3, len(tokens))
        if last + 2 < len(tokens) and tokens[last][0] == "(" and _bare(tokens[last + 1]) in _RETIRED:
            last += 3
        words = tuple([token.rstrip() for token in tokens[at:last]])
        count = self._rank_lengths.get(words)
        if count is None:
            count = self._rank_lengths[words] = self._rank_length(words)
        return count

    def _rank_length(self, words: tuple[str, ...]) -> int:
        for count in range(len(words), 0, -1):
            # "Laut T. Rudi": a branch of the navy stands in brackets, anything else is an initial.
            if words[count - 1] == "(" or (
                len(words[count - 1].strip(".")) == 1 and rank_key(words[count - 2]) == "laut"
            ):
                continue
            match = self._ranks.find(rank_in_full(" ".join(words[:count])))
            # A civil rank of one word ("Pembina") is more often a post.
            if match is None and count == 2 and rank_key(words[1]) == "laut" and self._ranks.find(words[0]):
                return 2
            if match is not None and (not match.rank.civil or count > 1):
                return count
            if count <= 2 and self._ranks.nearest(" ".join(words[:count])) and self._doubtful(words[:count]):
                return count
        return 0

    def _doubtful(self, words: tuple[str, ...]) -> bool:
        """Whether the words are a rank of two services ("Brigjen", "Jenderal"): a rank, to be asked about."""
        return rank_key(" ".join(words)) in ("brigjen", "jenderal", "jendral", "jend", "brigadirjenderal")

    def _no_rank(self, tokens: list[str], at: int) -> str:
        """The kinds of a word that begins ranks, but none here ("Inspektur Daerah"), and of its phrase."""
        kind = self._kinds.either(tokens[at])
        if kind != k.PHRASE:
            return kind
        kinds, count = self._kinds.phrase(tokens, at)
        return kinds if count > 1 or word_key(tokens[at].rstrip()) in _POSTS_TOO else k.NAME


def rank_in_full(text: str) -> str:
    """A rank as the tables write it: "(P)" behind it means retired but in the navy, "Pembina I" is "Pembina Tk. I"."""
    full = text if "laut" in text.casefold() else _RETIRED_SHORT.sub("(Purn.)", text)
    return _CLASS_LEFT_OUT.sub(r"\1 Tk. I", full)


def _repeated(shape: str, at: int) -> int:
    """The length of a rank said again in brackets: "Komisaris Polisi (Kompol)"."""
    found = _BRACKETED_RANK.match(shape, at)
    return found.end() - found.start() if found else 0


def _bare(token: str) -> str:
    return token.strip(" .").casefold()
