"""Titles after a name that were typed with a slip, or that no table holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading.text import alphabet as k
from rakor_desktop.reading.text.kinds import Kinds

_AFTER_A_NAME: Final = "NnILBbT,."
_MOST_TITLE_PIECES: Final = 4
_BEHIND_A_DEGREE: Final = re.compile("(?<=[Bb])[,.]?A")
_LIKE_A_DEGREE: Final = re.compile(r"[SM][A-Z]{2,5}\b")


class SlippedTitles:
    """Finds titles into which a blank or a comma slipped."""

    def __init__(self, catalog: Catalog, kinds: Kinds) -> None:
        self._titles = catalog.titles
        self._kinds = kinds

    def whole(self, tokens: list[str], shape: str) -> tuple[list[str], str]:
        """Titles into which a blank slipped ("S. IP", "M.I. Pol", "S Pd", ", M H") become one token."""
        opens = self._kinds.opens_title
        if not any(opens[token] for token in tokens):
            return tokens, shape
        at = 1
        while at < len(tokens) - 1:
            if (
                opens[tokens[at]]
                and shape[at - 1] in _AFTER_A_NAME
                and not self._kinds.is_rank_tail[tokens[at - 1]]
                and _may_go_on(tokens[at + 1][0], shape[at])
            ):
                for last in range(min(at + _MOST_TITLE_PIECES, len(tokens)), at + 1, -1):
                    if self._is_slipped(tokens[at:last], after_comma=shape[at - 1] in ",."):
                        tokens = [*tokens[:at], "".join(tokens[at:last]), *tokens[last:]]
                        shape = shape[:at] + k.BACK + shape[last:]
                        break
            at += 1
        return tokens, shape

    def _is_slipped(self, pieces: list[str], *, after_comma: bool) -> bool:
        """Whether the pieces are one title: every piece whole parts of it, and the blank no other reading's.

        "Budi S. Hadi" is a name; two single letters are a title only after a comma ("Budi, S. H").
        """
        bare = [piece.strip() for piece in pieces]
        if len(bare) == 3 and bare[1] == "," and len(bare[0].strip(".")) == 1 < len(bare[2].strip(".")):
            # "S, Sos": a comma where the stop belongs; two single letters are initials or titles of their own.
            del bare[1]
        if (
            any(len(piece) > 6 or not (piece[0].isalpha() or piece in "()") for piece in bare)
            or not bare[0][0].isupper()
        ):
            return False
        letters = [piece for piece in bare if piece not in "()"]
        if not after_comma and (len(letters[-1].strip(".")) == 1 and not letters[-1].endswith(".")):
            return False
        title = self._titles.find("".join(bare), "back")
        if title is None or (not after_comma and not bare[0].endswith(".") and len(letters[-1]) < 2):
            return False
        typed = [part for piece in bare for part in piece.split(".") if part]
        return len(typed) >= 2 and "".join(typed).casefold() == title.standard.replace(".", "").casefold()


def _may_go_on(sign: str, kind: str) -> bool:
    """Whether a title's first piece can go on with a word, a bracket, or, after a single letter, a slipped comma."""
    return sign.isalpha() or sign == "(" or (sign == "," and kind == k.INITIAL)


def unknown_degrees(tokens: Sequence[str], shape: str) -> str:
    """Capitals built like a degree directly behind a degree are one that no table knows: "SST MPSDA"."""
    for found in _BEHIND_A_DEGREE.finditer(shape):
        if _LIKE_A_DEGREE.match(tokens[found.end() - 1]):
            shape = shape[: found.end() - 1] + k.UNKNOWN_TITLE + shape[found.end() :]
    return shape
