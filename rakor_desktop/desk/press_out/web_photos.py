"""The public photos of a meeting as they leave the house."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import NamedTuple

from rakor_desktop.compose.press_html import WebPicture
from rakor_desktop.domain.meeting import Meeting

PHOTO_FOLDER = "foto"
"""The folder of a package in which the photos lie."""


class OutgoingPhoto(NamedTuple):
    """A photo for the public: its file name and JPEG bytes without metadata, its size in pixels."""

    file_name: str
    data: bytes
    width: int
    height: int

    @property
    def embedded(self) -> WebPicture:
        """For a page of a single file."""
        data = base64.b64encode(self.data).decode("ascii")
        return WebPicture(f"data:image/jpeg;base64,{data}", self.width, self.height)

    @property
    def beside(self) -> WebPicture:
        """For a page with the folder of photos beside it."""
        return WebPicture(f"{PHOTO_FOLDER}/{self.file_name}", self.width, self.height)


def outgoing_photos(
    meeting: Meeting, photos: Callable[[str], bytes | None], check: Callable[[], None] = lambda: None
) -> tuple[OutgoingPhoto | None, ...]:
    """The public photos of a meeting in order, never an internal one; ``None`` stands for a picture that is lost.

    ``check`` is called before each of them and leaves by raising. Raises
    :class:`~rakor_desktop.errors.PhotoError` for a broken picture.
    """
    made: list[OutgoingPhoto | None] = []
    for number, photo in enumerate((p for p in meeting.photos if p.public), 1):
        check()
        place = meeting.photos.index(photo) + 1
        shown = f"nomor {place}" + (f" ({photo.caption.strip()[:40]})" if photo.caption.strip() else "")
        data = photos(photo.content_hash) if photo.content_hash else None
        made.append(_outgoing(f"foto-{number}.jpg", data, shown) if data is not None else None)
    return tuple(made)


def _outgoing(file_name: str, data: bytes, shown: str) -> OutgoingPhoto:
    from rakor_desktop.archive.pictures import web_photo

    photo = web_photo(data, shown)
    return OutgoingPhoto(file_name, photo.data, photo.width, photo.height)
