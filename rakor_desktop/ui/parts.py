"""What the window is joined from; built once in :mod:`rakor_desktop.app`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rakor_desktop.archive import Archive
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.autosave import Autosave
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.jobs import Jobs
from rakor_desktop.settings import Settings
from rakor_desktop.ui.photo_store import ArchivePhotos


@dataclass(frozen=True)
class Parts:
    """The desk and everything around it; ``data_dir`` is the user's folder."""

    data_dir: Path
    settings: Settings
    catalog: Catalog
    archive: Archive
    desk: Desk
    autosave: Autosave
    jobs: Jobs
    photos: ArchivePhotos
