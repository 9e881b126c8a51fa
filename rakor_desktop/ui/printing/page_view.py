"""The pages under one another, as large as one likes; only those that are seen are drawn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from rakor_desktop.printing import Pages
from rakor_desktop.ui.printing.images import PageImages
from rakor_desktop.ui.printing.layout import (
    GAP,
    LARGEST,
    PIXELS_A_POINT,
    SMALLEST,
    Layout,
    Zoom,
    layout,
    next_step,
)
from rakor_desktop.ui.theme import is_dark

_LINE: Final = 48
"""Logical pixels that an arrow key or one line of the wheel scrolls."""
_PAPER: Final = QColor("#ffffff")
_WHEEL: Final = 1.15
"""How much one notch of Ctrl+wheel zooms."""
_NOTCH: Final = 120
_AHEAD: Final = 1
"""Pages beyond those seen that are drawn ahead."""


class PageView(QAbstractScrollArea):
    """Shows :class:`~rakor_desktop.printing.Pages`. ``page_changed(number)`` counts from 0; ``zoomed(factor)``."""

    page_changed = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images = PageImages(self)
        self.images.drawn.connect(self._repaint_page)
        self._pages: Pages | None = None
        self._zoom: Zoom = "page"
        self._layout = Layout(1.0, QSize(), ())
        self._page = -1
        self._drag: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Halaman cetak")
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self._ground()

    @property
    def pages(self) -> Pages | None:
        """The document shown."""
        return self._pages

    @property
    def zoom(self) -> Zoom:
        """How the pages are fitted, or the factor."""
        return self._zoom

    @property
    def factor(self) -> float:
        """How large the pages are shown; 1.0 is life size."""
        return self._layout.factor

    @property
    def page(self) -> int:
        """The page that is read, from 0; -1 when there is none."""
        return self._page

    def show_pages(self, pages: Pages | None, *, stay: bool = False) -> None:
        """Show a document, from its beginning or (``stay``) where the former one was read."""
        here = self._place() if stay else None
        self._pages = pages
        self.images.show(pages)
        self._lay_out()
        if here is None:
            self.verticalScrollBar().setValue(0)
        else:
            self._return_to(*here)
        self._follow()
        self.viewport().update()

    def set_zoom(self, zoom: Zoom, anchor: QPoint | None = None) -> None:
        """Show the pages so large; what stands at ``anchor`` stays there (else at the view's top, or with a factor in
        its middle).
        """
        self._zoom = max(SMALLEST, min(LARGEST, zoom)) if isinstance(zoom, float) else zoom
        middle = self.viewport().rect().center()
        spot = anchor or (middle if isinstance(zoom, float) else QPoint(middle.x(), GAP))
        here = self._place(spot)
        self._lay_out()
        self._return_to(*here, spot)
        self._follow()
        self.viewport().update()

    def step_zoom(self, up: bool, anchor: QPoint | None = None) -> None:
        """One step larger or smaller."""
        self.set_zoom(next_step(self.factor, up), anchor)

    def go_to(self, number: int) -> None:
        """Show the beginning of a page, counted from 0; beyond the ends the first or last one."""
        if not self._layout.rects:
            return
        number = max(0, min(number, len(self._layout.rects) - 1))
        self.verticalScrollBar().setValue(self._layout.rects[number].top() - GAP)

    def close_pages(self) -> None:
        """End the drawing, for good."""
        self._pages = None
        self.images.close()

    # -- what Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper with a thin edge; a page that is not drawn yet is white, or soft from another zoom."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        edge = self.palette().color(QPalette.ColorRole.Shadow if is_dark(self.palette()) else QPalette.ColorRole.Mid)
        for number in self._layout.visible(offset.y(), self.viewport().height()):
            rect = self._layout.rects[number].translated(-offset)
            if not rect.intersects(event.rect()):
                continue
            picture = self.images.picture(number)
            if picture is None:
                painter.fillRect(rect, _PAPER)
            else:
                painter.drawImage(rect, picture)
            painter.setPen(edge)
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        here = self._place()
        self._lay_out()
        self._return_to(*here)
        self._follow()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw what comes into sight."""
        self.viewport().update()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark, and another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._ground()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom at the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / _NOTCH
            if notches and self._pages is not None:
                self.set_zoom(float(self.factor * _WHEEL**notches), event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page, Ctrl+Page one page on, Space one view on."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        key = event.key()
        if key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif control and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.go_to(self._page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the page along."""
        if self._drag is not None:
            here = event.position().toPoint()
            step, self._drag = here - self._drag, here
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - step.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - step.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the page go."""
        self._drag = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    # -- inside

    def _ground(self) -> None:
        palette = self.palette()
        dark = is_dark(palette)
        palette.setColor(QPalette.ColorRole.Window, QColor("#14171b" if dark else "#dde2e9"))
        self.viewport().setPalette(palette)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setAutoFillBackground(True)

    def _lay_out(self) -> None:
        sizes = self._pages.sizes if self._pages else ()
        room = self.maximumViewportSize()
        made = layout(sizes, self._zoom, room)
        if made.size.height() > room.height():  # a scroll bar stands at the side: fit beside it
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            made = layout(sizes, self._zoom, room)
        if made.size.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        factor, self._layout = self._layout.factor, made
        # Not by the viewport's size: what the bars of the former layout take would keep both of them for ever.
        for bar, whole, seen in (
            (self.verticalScrollBar(), made.size.height(), room.height()),
            (self.horizontalScrollBar(), made.size.width(), room.width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(max(1, seen - _LINE))
        if made.factor != factor:
            self.zoomed.emit(made.factor)

    def _place(self, spot: QPoint | None = None) -> tuple[int, float, float]:
        """Which page stands at a spot of the view (else at its top), and where on it, as fractions of its size."""
        spot = spot or QPoint(self.viewport().width() // 2, GAP)
        x, y = self.horizontalScrollBar().value() + spot.x(), self.verticalScrollBar().value() + spot.y()
        number = next((n for n, rect in enumerate(self._layout.rects) if rect.bottom() + GAP >= y), -1)
        if number < 0:
            return -1, 0.0, 0.0
        rect = self._layout.rects[number]
        return number, (x - rect.left()) / rect.width(), (y - rect.top()) / rect.height()

    def _return_to(self, number: int, across: float, down: float, spot: QPoint | None = None) -> None:
        if not 0 <= number < len(self._layout.rects):
            return
        spot = spot or QPoint(self.viewport().width() // 2, GAP)
        rect = self._layout.rects[number]
        self.horizontalScrollBar().setValue(round(rect.left() + across * rect.width()) - spot.x())
        self.verticalScrollBar().setValue(round(rect.top() + down * rect.height()) - spot.y())

    def _follow(self) -> None:
        """Want the pictures of what is seen, and tell which page is read."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        page = self._layout.page_at(top, height)
        seen = list(self._layout.visible(top, height))
        seen.sort(key=lambda n: abs(n - page))
        ahead = [n for n in (page + _AHEAD, page - _AHEAD) if 0 <= n < len(self._layout.rects) and n not in seen]
        self.images.want([*seen, *ahead], self._layout.factor * PIXELS_A_POINT * self.devicePixelRatioF())
        if page != self._page:
            self._page = page
            self._tell_place()
            self.page_changed.emit(page)

    def _tell_place(self) -> None:
        count = len(self._layout.rects)
        self.setAccessibleDescription(f"Halaman {self._page + 1} dari {count}" if count else "")

    def _repaint_page(self, number: int) -> None:
        if number < len(self._layout.rects):
            offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            rect: QRect = self._layout.rects[number].translated(-offset)
            self.viewport().update(rect.adjusted(-2, -2, 2, 2))
