"""A source made plain without moving a single character, so that places in it stay true."""

from __future__ import annotations

import unicodedata
from typing import Final

_LINE_ENDS: Final = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_MARKUP: Final = "*_~`^#<>{}\\"
_KEPT_SIGNS: Final = frozenset("“”«»–—’‘´")


class _Plain(dict[int, str | int]):
    """Every character's plain stand-in: one for one."""

    def __missing__(self, code: int) -> str | int:
        plain = self[code] = _plain(chr(code))
        return plain


def _plain(sign: str) -> str:
    if sign in _LINE_ENDS:
        return "\n"
    if sign == "\t":
        return ","
    if sign == "\n" or sign == " ":
        return sign
    if sign in _MARKUP:
        return " "
    if sign.isalnum() or (sign.isascii() and sign.isprintable()) or sign in _KEPT_SIGNS:
        return sign
    category = unicodedata.category(sign)
    if category[0] in "LMN":
        return sign
    # Bullets between entries divide them; other symbols (emoji) and invisible signs say nothing.
    return "•" if category in ("Po", "Sm", "So") and sign in "•●▪■◦‣·➢➤►→✓✔" else " "


_TABLE: Final = _Plain()


def cleaned(text: str) -> str:
    """The text with marks of style, emoji and invisible signs as blanks and every kind of line end as a newline.

    A Windows line end is two characters; the second one begins an empty line, which says nothing.
    """
    return text.translate(_TABLE)
