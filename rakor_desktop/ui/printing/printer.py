"""Pages onto paper: the printer's own paper and resolution, band by band, so that a page never fills the memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from rakor_desktop.errors import PrintError
from rakor_desktop.printing import Pages, PageSize
from rakor_desktop.ui.printing.images import qimage

_FINEST: Final = 600
"""Dots an inch beyond which nobody sees a difference on office paper."""
_BAND_PIXELS: Final = 6_000_000
_NAMED: Final = {(210, 297): QPageSize.PageSizeId.A4}
_NAMES: Final = {(215, 330): "F4", (210, 330): "Folio"}
"""F4 as Indonesian offices buy it; Qt's own "Folio" is 5 mm narrower."""

Progress = Callable[[float, str], None]


def paper_name(size: PageSize) -> str:
    """``A4 (210 × 297 mm)``; a lying page is called "melintang"."""
    narrow, long = sorted(size.millimetres)
    name = "A4" if (narrow, long) in _NAMED else _NAMES.get((narrow, long), "Kertas")
    lying = " melintang" if size.width > size.height else ""
    return f"{name}{lying} ({narrow} × {long} mm)"


def page_size(size: PageSize) -> QPageSize:
    """The paper that a page is made for; sizes without a name of their own are told in millimetres."""
    wide, high = sorted(size.millimetres)
    if (wide, high) in _NAMED:
        return QPageSize(_NAMED[wide, high])
    name = _NAMES.get((wide, high), f"{wide} × {high} mm")
    match = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(QSizeF(wide, high), QPageSize.Unit.Millimeter, name, match)


def set_up(printer: QPrinter, size: PageSize, title: str) -> None:
    """Ask the printer for this paper without margins of its own: the page has its margins in it."""
    lying = size.width > size.height
    turn = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(page_size(size), turn, QMarginsF(), QPageLayout.Unit.Millimeter))
    printer.setFullPage(True)
    printer.setDocName(title)


def print_pages(
    printer: QPrinter,
    pages: Pages,
    *,
    progress: Progress = lambda _fraction, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Print the pages that the printer's settings ask for; how many sheets' sides that were.

    May run off the UI thread as long as nobody else touches the printer. A page larger than the paper is made
    smaller, never cut. Raises :class:`PrintError` when the printer does not take the work.
    """
    order = list(_order(printer, len(pages)))
    painter = QPainter()
    if not order or not painter.begin(printer):
        raise _refused(printer)
    try:
        for done, number in enumerate(order):
            if cancelled():
                printer.abort()
                raise PrintError("cancelled", "Pencetakan dibatalkan.")
            progress(done / len(order), f"Mencetak halaman {done + 1} dari {len(order)}…")
            if done and not printer.newPage():
                raise _refused(printer)
            _paint(painter, printer, pages, number)
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise _refused(printer)
    return len(order)


def _order(printer: QPrinter, count: int) -> Iterator[int]:
    first, last = 1, count
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), min(count, printer.toPage() or printer.fromPage())
    numbers = list(range(first - 1, last))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        yield from numbers * copies
    else:
        yield from (number for number in numbers for _ in range(copies))


def _paint(painter: QPainter, printer: QPrinter, pages: Pages, number: int) -> None:
    dots = printer.resolution()
    size = pages.sizes[number]
    paper = printer.pageLayout().fullRectPixels(dots).size()
    shrink = min(1.0, paper.width() / (size.width * dots / 72), paper.height() / (size.height * dots / 72))
    if shrink > 1 - 0.01:  # rounding to millimetres and dots, not another paper
        shrink = 1.0
    box = QRectF(0, 0, size.width * dots / 72 * shrink, size.height * dots / 72 * shrink)
    if shrink < 1:
        box.moveLeft((paper.width() - box.width()) / 2)
    scale = min(dots, _FINEST) / 72
    rows = max(1, int(_BAND_PIXELS / (size.width * scale)))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    whole = size.height * scale
    top = 0
    while top < whole:
        band = pages.draw_band(number, scale, top, rows)
        if band is None:
            raise PrintError("closed", "Pratinjau sudah ditutup sebelum selesai mencetak. Buka lagi, lalu cetak.")
        step = box.height() / whole
        target = QRectF(box.left(), box.top() + top * step, box.width(), band.height * step)
        painter.drawImage(target, qimage(band), QRectF(QPointF(0, 0), QSizeF(band.width, band.height)))
        top += band.height


def _refused(printer: QPrinter) -> PrintError:
    name = printer.printerName() or "Pencetak"
    return PrintError(
        "printer",
        f"{name} tidak menerima pekerjaan cetak. Periksa apakah pencetak menyala, tersambung, dan berkertas; "
        "atau simpan PDF lalu cetak dari komputer lain.",
    )
