"""Pictures of the pages that are looked at: drawn off the UI thread, and no more of them kept than needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from rakor_desktop.desk.jobs import Jobs, JobToken
from rakor_desktop.errors import RakorError
from rakor_desktop.printing import PageImage, Pages

KEPT_BYTES: Final = 64_000_000
"""Pictures kept beside those that are seen: some twenty pages at life size, two at 300 %."""
MOST_PIXELS: Final = 12_000_000
"""A page is drawn no finer than this (48 MB); on very sharp screens it is shown a little softer then."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    scale: float
    image: QImage
    data: bytes  # QImage looks at these bytes and does not own them


class PageImages(QObject):
    """The pictures of one document after another. ``drawn(number)`` when a page's picture is there."""

    drawn = Signal(int)
    bug = Signal(str)

    def __init__(self, parent: QObject | None = None, *, kept_bytes: int = KEPT_BYTES) -> None:
        super().__init__(parent)
        self._jobs: Jobs | None = None
        self._kept_bytes = kept_bytes
        self._pages: Pages | None = None
        self._kept: OrderedDict[int, _Drawn] = OrderedDict()
        self._wanted: tuple[int, ...] = ()
        self._scale = 1.0
        self._busy = False

    @property
    def bytes_kept(self) -> int:
        """Memory that the pictures take."""
        return sum(len(drawn.data) for drawn in self._kept.values())

    def show(self, pages: Pages | None) -> None:
        """Draw this document from now on; the former one's pictures are dropped, its file is not closed."""
        self._pages = pages
        self._kept.clear()
        self._wanted = ()

    def want(self, numbers: Sequence[int], scale: float) -> None:
        """These pages are seen, the most important first, at ``scale`` device pixels a point."""
        self._wanted, self._scale = tuple(numbers), scale
        for number in reversed(self._wanted):
            if number in self._kept:
                self._kept.move_to_end(number)
        self._draw_next()

    def picture(self, number: int) -> QImage | None:
        """The page's picture, perhaps still that of a former scale."""
        kept = self._kept.get(number)
        return kept.image if kept else None

    @property
    def complete(self) -> bool:
        """Whether every page that is wanted has been drawn at the scale wanted."""
        return self._missing() is None

    def close(self) -> None:
        """End the thread that draws."""
        self.show(None)
        if self._jobs is not None:
            self._jobs.close()
            self._jobs = None

    def _missing(self) -> tuple[int, float] | None:
        if self._pages is None:
            return None
        for number in self._wanted:
            scale = self._fine(number)
            kept = self._kept.get(number)
            if kept is None or kept.scale != scale:
                return number, scale
        return None

    def _fine(self, number: int) -> float:
        assert self._pages is not None
        size = self._pages.sizes[number]
        finest: float = (MOST_PIXELS / max(1.0, size.width * size.height)) ** 0.5
        return min(self._scale, finest)

    def _draw_next(self) -> None:
        missing = self._missing()
        if self._busy or missing is None or self._pages is None:
            return
        self._busy = True
        pages, (number, scale) = self._pages, missing

        def work(_token: JobToken) -> PageImage | None:
            return pages.draw(number, scale)

        def done(image: PageImage | None) -> None:
            self._busy = False
            if image is not None and pages is self._pages:
                self._keep(number, scale, image)
                self.drawn.emit(number)
            self._draw_next()

        def failed(_error: RakorError) -> None:
            self._busy = False

        if self._jobs is None:
            self._jobs = Jobs(self)
            self._jobs.bug.connect(self.bug)
        self._jobs.run("Menggambar halaman", work, done, failed)

    def _keep(self, number: int, scale: float, image: PageImage) -> None:
        self._kept[number] = _Drawn(scale, qimage(image), image.data)
        self._kept.move_to_end(number)
        for old in [n for n in self._kept if n not in self._wanted]:
            if self.bytes_kept <= self._kept_bytes:
                break
            del self._kept[old]


def qimage(image: PageImage) -> QImage:
    """The drawn page as Qt sees it; the bytes are shared and must outlive it."""
    return QImage(image.data, image.width, image.height, image.stride, QImage.Format.Format_RGB32)
