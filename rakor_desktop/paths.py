"""Where things lie: the program's own data, and the user's folders. The only module that knows.

The program runs from a source tree, an editable install, a wheel or a frozen bundle; its data lies elsewhere
in each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

APP_NAME: Final = "Rakor Desktop"
"""The folder name used in the user's data directory."""

ARCHIVE_NAME: Final = "arsip.db"
"""The archive's file in the user's data directory."""

DATA_VARIABLE: Final = "RAKOR_DATA"
"""Environment variable that puts the user's data elsewhere (a memory stick, a test)."""

_PACKAGE: Final = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """The folder with ranks, titles, posts, spelling and other knowledge shipped with the program."""
    return _shipped("resources")


def templates_dir() -> Path:
    """The folder with the document templates shipped with the program."""
    return _shipped("templates")


def user_data_dir() -> Path:
    """The user's own data: archive, own templates and resources. Not created here."""
    override = os.environ.get(DATA_VARIABLE)
    if override:
        return Path(override)
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def user_documents_dir() -> Path:
    """The user's documents folder, where exported files are offered to go."""
    import platformdirs

    return platformdirs.user_documents_path()


def _shipped(name: str) -> Path:
    places = [root / name for root in _roots()]
    return next((place for place in places if place.is_dir()), places[-1])


def _roots() -> Iterator[Path]:
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).resolve().parent
        unpacked = getattr(sys, "_MEIPASS", None)
        if unpacked:
            yield Path(unpacked)
        yield beside
        yield beside / "_internal"
    # The wheel's place comes before the source tree's: beside an installed package lie other people's
    # folders.
    yield _PACKAGE / "_data"
    yield _PACKAGE.parent
