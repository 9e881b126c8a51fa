"""Service numbers of the police, the armed forces and civil servants, told by their digits."""

from __future__ import annotations

import re
from typing import Final

SERVICE_NO: Final = re.compile(
    r"(?P<label>\b(?:NRP|NIP|NIPTT|NBI)\b\s*(?:/\s*(?:NRP|NIP)\b)?\s*[.:]?\s*)?"
    r"(?P<number>(?<![\w/])\d[\d .\-]{4,24}\d(?:/P)?(?![\w/]))",
    re.IGNORECASE,
)
"""A service number with or without its label; what is one, :func:`is_service_no` judges by its digits."""


def service_no_in(text: str) -> re.Match[str] | None:
    """The service number in a text, if it has one."""
    for found in SERVICE_NO.finditer(text):
        if found["label"] or is_service_no(found["number"]):
            return found
    return None


def is_service_no(text: str) -> bool:
    """Whether digits are a service number by their count: 8 (Polri), 18 (NIP), 11 and 13 to 15 (TNI), 9 (old NIP)."""
    digits = "".join(sign for sign in text if sign.isdigit())
    if len(digits) == 8:
        # Police numbers begin with year and month of birth.
        return "01" <= digits[2:4] <= "12"
    if len(digits) == 18:
        return digits[:2] in ("19", "20")
    return len(digits) in (9, 11, 13, 14, 15) and not digits.startswith(("08", "62"))
