"""What the window is joined from; built once in :mod:`rakor_desktop.app`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rakor_desktop.archive import Archive
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.autosave import Autosave
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.jobs import Jobs
from rakor_desktop.desk.releases import Releases
from rakor_desktop.settings import Settings
from rakor_desktop.ui.photo_store import ArchivePhotos

if TYPE_CHECKING:  # the rules of review are loaded when a text is first reviewed
    from rakor_desktop.desk.proofing import Proofing
    from rakor_desktop.printing.typesetter import Typesetter


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
    releases: Releases

    @cached_property
    def proofing(self) -> Proofing:
        """The review of running text, with the people book beside it."""
        from rakor_desktop.desk.proofing import Proofing

        return Proofing(self.catalog, lambda: self.archive.people(retired=True), self.data_dir)

    @cached_property
    def typesetter(self) -> Typesetter:
        """Who sets the pages for print and PDF: Word or LibreOffice, looked for when it is first asked for."""
        from rakor_desktop.printing.typesetter import Typesetter

        return Typesetter()
