"""The pages of one document, made off the UI thread, one making after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from rakor_desktop.desk.documents import check_may_go_out, document_bytes, document_title
from rakor_desktop.desk.jobs import JobToken
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.domain.office import Office
from rakor_desktop.domain.release import ReleaseText
from rakor_desktop.errors import RakorError
from rakor_desktop.printing import Pages, Typeset
from rakor_desktop.ui.parts import Parts


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made; two orders are equal when their pages would be."""

    document: str
    meeting: Meeting
    office: Office
    template: str | None = None
    fixed: ReleaseText | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """An order that was carried out."""

    order: Order
    pages: Pages
    typeset: Typeset


class PageMaking(QObject):
    """Makes pages. After :meth:`make` exactly one of these comes: ``made``, ``failed``, or ``stopped``."""

    progressed = Signal(float, str)
    made = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(
        self, parts: Parts, template_of: Callable[[str], str | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._template_of = template_of
        self._job = 0
        parts.jobs.progressed.connect(self._progress)
        parts.jobs.finished.connect(self._finished)

    @property
    def busy(self) -> bool:
        """Whether pages are being made."""
        return bool(self._job)

    def order(self, document: str) -> Order:
        """What making this document would mean now."""
        desk = self._parts.desk
        fixed = self._parts.releases.fixed() if document == "siaran-pers" else None
        return Order(document, desk.meeting, desk.office, self._template_of(document), fixed)

    def make(self, order: Order) -> None:
        """Begin with this order; what was going on is given up."""
        self.stop()
        parts, bundle = self._parts, self._parts.desk.bundle
        confirmation = parts.releases.confirmation
        answered_by = confirmation.who if confirmation else ""

        def work(token: JobToken) -> Made:
            check_may_go_out(bundle.meeting, order.document, answered_by)
            docx = document_bytes(
                bundle,
                order.document,
                ".docx",
                catalog=parts.catalog,
                photos=parts.photos.reader,
                template=order.template,
                fixed=order.fixed,
            )
            token.check()
            typeset = parts.typesetter.typeset(docx, lambda: token.cancelled)
            return Made(order, Pages(typeset.pdf), typeset)

        title = document_title(order.document).lower()
        self._job = parts.jobs.run(f"Menyusun halaman {title}…", work, self._done, self._fail)

    def stop(self) -> None:
        """Give up what is going on, without a word."""
        number, self._job = self._job, 0
        if number:
            self._parts.jobs.cancel(number)

    def _done(self, made: Made) -> None:
        # A making that was given up never comes here: its job was cancelled.
        self._job = 0
        self.made.emit(made)

    def _fail(self, error: RakorError) -> None:
        self._job = 0
        self.failed.emit(error)

    def _progress(self, number: int, fraction: float, text: str) -> None:
        if number == self._job:
            self.progressed.emit(fraction, text)

    def _finished(self, number: int) -> None:
        # Its result, if it has one, follows at once; when none does, it was called off in the window below.
        if number == self._job:
            QTimer.singleShot(0, self, lambda: self._ended(number))

    def _ended(self, number: int) -> None:
        if number == self._job:
            self._job = 0
            self.stopped.emit()
