"""Where the pages lie in the view, at which zoom: plain arithmetic, in logical pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect, QSize

from rakor_desktop.printing import PageSize

Fit = Literal["page", "width"]
Zoom = Fit | float
"""How large the pages are shown: so that one fits, so that its width fits, or at a factor (1.0 is life size)."""

SMALLEST: Final = 0.5
LARGEST: Final = 3.0
STEPS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
PIXELS_A_POINT: Final = 96 / 72
"""Logical pixels of one point at life size, on a screen of 96 pixels an inch."""
GAP: Final = 14
"""Between pages, and around them."""
_LEAST: Final = 0.1
"""A page that fits into a very small window may be smaller than the user can choose."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document in one column. ``factor`` is 1.0 at life size; ``size`` that of the whole column."""

    factor: float
    size: QSize
    rects: tuple[QRect, ...]

    def visible(self, top: int, height: int) -> range:
        """The pages of which anything is seen between ``top`` and ``top + height``."""
        first = bisect_left(self.rects, top, key=lambda rect: rect.bottom())
        last = bisect_right(self.rects, top + height, key=lambda rect: rect.top())
        return range(first, max(first, last))

    def page_at(self, top: int, height: int) -> int:
        """The page that one reads: the one with the most of it seen; -1 when there are no pages."""
        seen = self.visible(top, height)
        if not seen:
            return len(self.rects) - 1
        return max(seen, key=lambda n: (_overlap(self.rects[n], top, height), -n))


def layout(sizes: Sequence[PageSize], zoom: Zoom, view: QSize) -> Layout:
    """Lay the pages out for a view of this size."""
    factor = zoom if isinstance(zoom, float) else fitting(sizes, zoom, view)
    boxes = [pixel_size(size, factor) for size in sizes]
    widest = max((box.width() for box in boxes), default=0)
    width = max(widest + 2 * GAP, view.width())
    rects = []
    top = GAP
    for box in boxes:
        rects.append(QRect((width - box.width()) // 2, top, box.width(), box.height()))
        top += box.height() + GAP
    if len(rects) == 1 and top < view.height():
        rects[0].moveTop((view.height() - rects[0].height()) // 2)
        top = view.height()
    return Layout(factor, QSize(width, top), tuple(rects))


def fitting(sizes: Sequence[PageSize], fit: Fit, view: QSize) -> float:
    """The factor at which the widest page's width, or all of the largest page, fits into the view."""
    if not sizes:
        return 1.0
    width = max(size.width for size in sizes) * PIXELS_A_POINT
    height = max(size.height for size in sizes) * PIXELS_A_POINT
    factor = (view.width() - 2 * GAP) / width
    if fit == "page":
        factor = min(factor, (view.height() - 2 * GAP) / height)
    return max(_LEAST, min(LARGEST, factor))


def pixel_size(size: PageSize, factor: float) -> QSize:
    """A page in logical pixels at this factor."""
    scale = factor * PIXELS_A_POINT
    return QSize(max(1, round(size.width * scale)), max(1, round(size.height * scale)))


def next_step(factor: float, up: bool) -> float:
    """The next larger or smaller step from any factor."""
    if up:
        return next((step for step in STEPS if step > factor + 0.01), LARGEST)
    return next((step for step in reversed(STEPS) if step < factor - 0.01), SMALLEST)


def _overlap(rect: QRect, top: int, height: int) -> int:
    return min(rect.bottom(), top + height) - max(rect.top(), top)
