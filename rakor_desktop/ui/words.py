"""Words that several places of the window say."""

from __future__ import annotations

from typing import Final

NO_TITLE: Final = "Rapat tanpa judul"
"""What stands for the title of a meeting that has none yet."""


def shortened(text: str, most: int = 60) -> str:
    """The text, cut with an ellipsis where it has more than ``most`` characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
