"""Words by which lists say who came, in which part, and for whom."""

from __future__ import annotations

import re
from typing import Final

from rakor_desktop.domain.meeting import Presence, Role

STANDS_FOR: Final = re.compile(
    r"(?P<own>.*?)[\s(,\-–]*\b(?:yang\s+)?(?:mewakili|wakil dari|atas nama|perwakilan dari|a\.n\.?|an\.)\s+"
    r"(?P<absent>[^()]+)\)?",
    re.IGNORECASE,
)
"""Who is present (``own``) and for whom (``absent``): "Kasdim mewakili Dandim"."""

STOOD_FOR: Final = re.compile(
    r"(?P<absent>.+?)[\s(,\-–]*\b(?:yang\s+)?diwakili(?:\s+oleh)?[\s:]+(?P<own>[^()]+)\)?", re.IGNORECASE
)
"""The same told from the absent one: "Dandim diwakili Kasdim"."""

_PRESENT: Final = "hadir|h|v|√|✓|✔|x|ya|ok|ada|hadir langsung|luring"
_ONLINE: Final = "daring|online|zoom|via zoom|virtual|vicon|vidcon|hadir daring|hadir online"
_ABSENT: Final = (
    "izin|ijin|i|sakit|s|tidak hadir|tdk hadir|tidak|tdk|absen|a|alpa|alpha|th|cuti|dinas luar|dl|tugas luar|"
    "berhalangan|berhalangan hadir|tanpa keterangan|tk|belum hadir|dinas"
)
PRESENCE_WORDS: Final[dict[str, Presence]] = {
    **dict.fromkeys(_PRESENT.split("|"), "present"),
    **dict.fromkeys(_ONLINE.split("|"), "online"),
    **dict.fromkeys(_ABSENT.split("|"), "absent"),
}
"""What lists write for presence, in small letters."""

ROLES: Final[dict[str, Role]] = {
    **dict.fromkeys(("pimpinan rapat", "ketua rapat", "pimpinan", "memimpin rapat"), "chair"),
    **dict.fromkeys(("narasumber", "pemapar", "pembicara", "pemateri"), "speaker"),
}
"""What lists write for a part played in the meeting, in small letters."""
