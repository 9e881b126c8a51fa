"""Everything that a page of the window is built from, over a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rakor_desktop.archive import Archive
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.autosave import Autosave
from rakor_desktop.desk.jobs import Jobs
from rakor_desktop.desk.releases import Releases
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.settings import Settings
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.photo_store import ArchivePhotos
from tests.ui.stage import desk_with


@contextmanager
def parts_over(folder: Path, catalog: Catalog, own: Meeting | None = None) -> Iterator[Parts]:
    """Parts with the meeting of Pasaman Barat, or another one, on the desk and in the archive."""
    archive = Archive.open(folder / "arsip.db")
    desk = desk_with(own)
    archive.save(desk.bundle, None)
    parts = Parts(
        data_dir=folder,
        settings=Settings(folder),
        catalog=catalog,
        archive=archive,
        desk=desk,
        autosave=Autosave(desk, archive, folder / "darurat"),
        jobs=Jobs(),
        photos=ArchivePhotos(archive),
        releases=Releases(desk, archive, catalog),
    )
    try:
        yield parts
    finally:
        parts.autosave.close()
        parts.jobs.close()
        archive.close()
