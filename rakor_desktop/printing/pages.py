"""The pages of a PDF file: how large they are, what they look like, which words stand where."""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from rakor_desktop.errors import PrintError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MM_PER_POINT: Final = 25.4 / 72
_PDFIUM: Final = RLock()
"""PDFium must not be called by two threads at once, not even for two documents (its own documentation says so).
Re-entrant, because a forgotten document may be collected while its thread is busy with another one."""
_HALF: Final = 0.5


class PageSize(NamedTuple):
    """A page's width and height in points (1/72 inch)."""

    width: float
    height: float

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height in whole millimetres: ``(210, 297)``."""
        return round(self.width * MM_PER_POINT), round(self.height * MM_PER_POINT)


class PageImage(NamedTuple):
    """A drawn page or band: 4 bytes a pixel in the order blue, green, red, unused; ``stride`` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words that stand together on one page; ``top`` and ``bottom`` in points from the page's upper edge."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Pages:
    """An opened PDF file. Every call may come from any thread; after :meth:`close` nothing can be drawn."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raises :class:`PrintError` when it is not a PDF file that can be read."""
        import pypdfium2

        with _PDFIUM:
            try:
                document = pypdfium2.PdfDocument(data)
                self.sizes = tuple(PageSize(*document.get_page_size(n)) for n in range(len(document)))
            except pypdfium2.PdfiumError as error:
                raise PrintError(
                    "broken_pdf", "Halaman yang disusun tidak dapat dibaca. Coba lagi, atau buat berkas Word."
                ) from error
        self._document: PdfDocument | None = document
        self._close = weakref.finalize(self, _closed, document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self.sizes)

    def close(self) -> None:
        """Let the file go; waits for a page that is being drawn."""
        with _PDFIUM:
            self._document = None
            self._close()

    def draw(self, number: int, scale: float) -> PageImage | None:
        """Page ``number`` (from 0) at ``scale`` pixels a point; ``None`` once the file is closed."""
        return self._drawn(number, scale, 0, None)

    def draw_band(self, number: int, scale: float, top: int, rows: int) -> PageImage | None:
        """The band of at most ``rows`` pixels height from pixel row ``top`` of the page drawn at ``scale``."""
        return self._drawn(number, scale, top, rows)

    def lines(self, number: int) -> tuple[TextLine, ...]:
        """The words of a page in stretches of one line each, from top to bottom."""
        height = self.sizes[number].height
        with _PDFIUM:
            if self._document is None:
                return ()
            page = self._document[number]
            text = page.get_textpage()
            found = []
            for n in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(n)
                words = " ".join(text.get_text_bounded(left, bottom, right, top).split())
                if words:
                    found.append(TextLine(left, height - top, right, height - bottom, words))
            text.close()
            page.close()
        return tuple(sorted(found, key=lambda line: (line.top, line.left)))

    def _drawn(self, number: int, scale: float, top: int, rows: int | None) -> PageImage | None:
        with _PDFIUM:
            if self._document is None:
                return None
            page = self._document[number]
            crop = (0.0, 0.0, 0.0, 0.0)
            if rows is not None:
                # Edges fall half a pixel before the row meant, because PDFium's binding rounds them up.
                below = pixels(self.sizes[number].height, scale) - top - rows
                crop = (0.0, max(0.0, (below - _HALF) / scale), 0.0, max(0.0, (top - _HALF) / scale))
            bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True)
            image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        return image


def _closed(document: PdfDocument) -> None:
    with _PDFIUM:
        document.close()


def pixels(points: float, scale: float) -> int:
    """How many pixels a length takes at ``scale`` pixels a point; a page is never drawn smaller than one."""
    import math

    return max(1, math.ceil(points * scale))
