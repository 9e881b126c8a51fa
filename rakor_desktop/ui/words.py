"""Words that several places of the window say."""

from __future__ import annotations

from typing import Final

NO_TITLE: Final = "Rapat tanpa judul"
"""What stands for the title of a meeting that has none yet."""
