"""Enumerations in a sentence: commas, ``dan``, and semicolons where the parts have commas of their own."""

from __future__ import annotations

from collections.abc import Iterable


def join_list(parts: Iterable[str], *, conjunction: str = "dan", semicolons: bool | None = None) -> str:
    """``a, b, dan c``; two parts ``a dan b``; empty parts are left out.

    When a part holds a comma the parts are set apart by semicolons: ``a, S.H.; b; dan c`` (EYD).
    ``semicolons`` overrides that: ``True`` always, ``False`` never (press style for names with titles),
    ``None`` decides by the parts.
    """
    words = [part.strip() for part in parts if part.strip()]
    if len(words) < 2:
        return "".join(words)
    if semicolons is None:
        semicolons = any("," in word for word in words)
    if semicolons:
        return f"{'; '.join(words[:-1])}; {conjunction} {words[-1]}"
    if len(words) == 2:
        return f"{words[0]} {conjunction} {words[1]}"
    return f"{', '.join(words[:-1])}, {conjunction} {words[-1]}"
