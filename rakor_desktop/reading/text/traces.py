"""What of a line's words decides how it is read: every word itself, but for common names only that one stands there."""

from __future__ import annotations

from typing import Final

from rakor_desktop.reading.text.kinds import Kinds

_A_NAME: Final = "N"


class Traces(dict[str, str]):
    """From a token to what decides of it; lines of the same traces have the same shape.

    A plain name is a word in title case that surely is one, and neither a word of any post, place, title or rank nor
    one that sentences are made of: whichever of them stands there, nothing is read differently.
    """

    def __init__(self, kinds: Kinds) -> None:
        super().__init__()
        self._kinds = kinds

    def __missing__(self, token: str) -> str:
        bare = token.rstrip()
        blanks = token[len(bare) :]
        plain = blanks in ("", " ") and self._kinds.is_plain_name(bare) and not self._is_piece(token)
        trace = self[token] = _A_NAME + blanks if plain else token
        return trace

    def _is_piece(self, token: str) -> bool:
        """Whether a name may also be a piece of a title or a rank."""
        return self._kinds.opens_title[token] or self._kinds.is_rank_tail[token]
