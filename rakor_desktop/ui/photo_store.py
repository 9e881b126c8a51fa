"""Pictures on their way in and out of the archive."""

from __future__ import annotations

from collections.abc import Callable

from rakor_desktop.archive import Archive


class ArchivePhotos:
    """Prepares a picture (turned upright, without GPS, of printing size) and keeps it in the archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def put(self, data: bytes) -> str:
        """Prepare and keep a picture; its hash. Raises :class:`~rakor_desktop.errors.PhotoError`."""
        # Pillow is loaded with the first picture, not with the window.
        from rakor_desktop.archive.pictures import prepare_photo

        return self._archive.put_photo(prepare_photo(data))

    def read(self, content_hash: str) -> bytes | None:
        """The picture's bytes, or ``None`` when it is not here."""
        return self._archive.photo(content_hash)

    @property
    def reader(self) -> Callable[[str], bytes | None]:
        """``read`` as a plain function, for work off the UI thread."""
        return self._archive.photo
