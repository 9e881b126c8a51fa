"""What a check finds: one fault or gap, where it is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Severity = Literal["error", "warning", "hint"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "hint")
"""From what spoils a document to what may be left as it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``code`` is stable and English; ``message`` and ``remedy`` are what the user reads.

    ``where`` is the path of the field to jump to: "held.date", "attendees/<id>/rank", "items/<id>/text",
    "office.letterhead". ``proposal`` is the value that one click would give the field ("" when a person
    must decide); it is never applied unasked.
    """

    code: str
    severity: Severity
    where: str
    message: str
    remedy: str
    proposal: str = ""


def shortened(text: str, most: int = 40) -> str:
    """A text for quoting in a message, at most ``most`` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
