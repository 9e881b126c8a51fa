"""Clock times in Indonesian: a stop between hours and minutes, ``pukul``, and the three time zones."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

ZONES: Final = ("WIB", "WITA", "WIT")
"""Indonesia's time zones, west to east."""

_FORM: Final = re.compile(r"(\d{1,2})(?:\s*[.:,]\s*(\d{2})(?:[.:]\d{2})?)?|(\d{2})(\d{2})")
_AROUND: Final = re.compile(r"^(?:pukul|pkl|jam)\b[.:]?\s*|\s*\b(?:wib|wita|wit)\b[.,]?$")
_ZONE: Final = re.compile(r"\b(wib|wita|wit)\b", re.IGNORECASE)


def clock(moment: time) -> str:
    """``09.00``: two figures, a full stop, two figures."""
    return f"{moment.hour:02d}.{moment.minute:02d}"


def parse_clock(text: str) -> time | None:
    """The time a person typed (``9``, ``09.00``, ``9:15``, ``0915``, ``pukul 09.00 WIB``), or ``None``."""
    match = _FORM.fullmatch(_AROUND.sub("", _AROUND.sub("", text.strip().casefold())).strip())
    if match is None:
        return None
    hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parse_zone(text: str) -> str | None:
    """The zone named in a text, ``WIB``, ``WITA`` or ``WIT``; ``None`` when it names none."""
    match = _ZONE.search(text)
    return match[1].upper() if match else None


def time_span(start: time | None, end: time | None, zone: str | None) -> str:
    """``pukul 09.00 s.d. 11.40 WIB``; without an end ``pukul 09.00 WIB s.d. selesai``; without a start
    nothing.
    """
    if start is None:
        return ""
    place = f" {zone}" if zone else ""
    if end is None:
        return f"pukul {clock(start)}{place} s.d. selesai"
    return f"pukul {clock(start)} s.d. {clock(end)}{place}"


def greeting(moment: time) -> str:
    """The part of the day a report greets with: before 11 ``pagi``, 15 ``siang``, 18 ``sore``, else
    ``malam``.

    The limits are those of reports that police units send in chats.
    """
    for limit, part in ((11, "pagi"), (15, "siang"), (18, "sore")):
        if moment.hour < limit:
            return part
    return "malam"
