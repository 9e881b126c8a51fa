"""The way from the window to the print preview: one preview at a time, closed with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # loaded when somebody wants to see the pages
    from rakor_desktop.ui.parts import Parts
    from rakor_desktop.ui.printing.window import PrintPreview


class PreviewFlow(QObject):
    """Opens the print preview over ``window``, or brings the open one forward.

    ``jump(target)`` when it was left for a field of the meeting, ``templates_wanted(document)`` for a template.
    """

    jump = Signal(str)
    templates_wanted = Signal(str)

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._preview: PrintPreview | None = None
        window.installEventFilter(self)

    @property
    def preview(self) -> PrintPreview | None:
        """The preview that is open."""
        return self._preview

    def show(self, document: str) -> None:
        """Preview a document of the meeting on the desk."""
        if self._preview is None:
            from rakor_desktop.ui.printing.window import PrintPreview

            self._preview = PrintPreview(self._parts, document, self._window)
            self._preview.finished.connect(self._forget)
            self._preview.jump.connect(self._go)
            self._preview.templates_wanted.connect(self._to_template)
            self._preview.show()
        self._preview.raise_()
        self._preview.activateWindow()
        self._preview.choose(document)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The preview goes when the window goes."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous() and self._preview is not None:
            self._preview.close()
        return super().eventFilter(watched, event)

    def _go(self, target: str) -> None:
        self._leave()
        self.jump.emit(target)

    def _to_template(self, document: str) -> None:
        self._leave()
        self.templates_wanted.emit(document)

    def _leave(self) -> None:
        if self._preview is not None:
            self._preview.close()
        self._window.activateWindow()

    def _forget(self) -> None:
        if self._preview is not None:
            self._preview.deleteLater()
            self._preview = None
