"""Names for what is written outside the archive: whole, legal on Windows, of bounded length."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from rakor_desktop import paths
from rakor_desktop.domain.meeting import Meeting

FOLDER: Final = "Rakor Desktop"
"""The folder in the user's documents under which every meeting gets its own."""
LONGEST_NAME: Final = 120

_KEPT: Final = 0.6
"""The part of a shortened name that must be left when its last, broken word goes."""
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
"""Illegal on Windows, or turning the direction of writing: "rapat[U+202E]xcod.exe" reads as a Word file."""
_RESERVED: Final = re.compile(r"(?i)^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)")


def safe_name(text: str, longest: int = LONGEST_NAME) -> str:
    """A file or folder name for Windows and Linux: forbidden signs become blanks, the length is bounded.

    A long name ends with a whole word, unless that word alone is a large part of it.
    """
    name = " ".join(_FORBIDDEN.sub(" ", text).split())
    if len(name) > longest:
        words = name[: longest + 1].rpartition(" ")[0]
        name = (words if len(words) > longest * _KEPT else name[:longest]).rstrip(",;:– -")
    name = name.rstrip(". ")
    name = f"_{name}" if _RESERVED.match(name) else name
    return name or "Rapat"


def meeting_folder(root: Path, meeting: Meeting) -> Path:
    """``<root>/2024-08-15 Rakor lintas sektoral``."""
    day = f"{meeting.held.date.isoformat()} " if meeting.held.date else ""
    return root / safe_name(f"{day}{meeting.title or 'Rapat tanpa judul'}", 80)


def default_root() -> Path:
    """Where documents go unless the user chose another place."""
    return paths.user_documents_dir() / FOLDER
