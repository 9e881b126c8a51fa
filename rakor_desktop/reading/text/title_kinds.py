"""Whether a token is a title, surely or perhaps, before or after a name."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from rakor_desktop.domain.names import Title, TitleTable
from rakor_desktop.reading.text.alphabet import BACK, FRONT, MAYBE_BACK

_TWO_LETTERS: Final = re.compile(r"[A-Z]\.[A-Z]\.?")
"""Titles such as "S.P." that inside a name are initials."""
_PARTS_OF_NAMES: Final = ("Dt.", "St.")
"""Customary titles that stand inside names: "Zainuddin Dt. Rajo Lenggang"."""
INITIALS_TOO: Final = frozenset(("rm", "ra", "st", "dt"))
"""Titles that in capitals and without stops are initials as often."""


class TitleKinds:
    """The kinds of titles. ``words`` are those that in small letters are words rather than titles."""

    def __init__(self, titles: TitleTable, words: Container[str]) -> None:
        self._titles = titles
        self._words = words

    def of(self, token: str, bare: str) -> str:
        """The kind of a title, or nothing when the token is none; ``bare`` is without stops, casefolded."""
        if len(bare) < 2 and bare not in ("h",):
            return ""
        found = self._titles.candidates(token)
        if not found:
            return ""
        fronts = [title for title in found if title.position == "front"]
        if any(title.standard in _PARTS_OF_NAMES for title in fronts):
            return ""
        if fronts and (token[0].isupper() or "." in token or bare in ("drs", "drg", "hj", "ir", "dr", "h")):
            if self._titles.is_ambiguous(token) or (token.isupper() and bare in INITIALS_TOO):
                return ""
            return FRONT
        if (
            token.islower()
            and "." not in token.strip(".")
            and (self._titles.is_ambiguous(token) or bare in self._words)
        ):
            return ""
        if self._titles.is_ambiguous(token) and "." not in token.strip("."):
            return MAYBE_BACK if token.isupper() else ""
        if _TWO_LETTERS.fullmatch(token):
            return MAYBE_BACK
        return (
            BACK
            if _backs(found) and (token.isupper() or "." in token or token.islower() or _cased(token, found))
            else ""
        )


def _backs(found: tuple[Title, ...]) -> bool:
    return any(title.position == "back" for title in found)


def _cased(token: str, found: tuple[Title, ...]) -> bool:
    """Whether a title without stops has capitals where the standard form has them: "Msi", "SIp", not "Sip"."""
    bare = token.strip(".")
    return (
        any(bare == title.standard.replace(".", "") for title in found)
        or (len(bare) > 1 and bare[1].isupper())
        or (len(bare) <= 4 and bare[0].isupper())
    )
