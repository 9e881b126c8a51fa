"""Work off the UI thread: one job after another, with progress, cancelling, and nothing lost when it fails."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from rakor_desktop.errors import RakorError

T = TypeVar("T")

_REPORT_EVERY: Final = 0.05
"""Seconds between two progress reports: more often than 20 a second nobody sees, and the window would lag."""


class Cancelled(Exception):
    """Raised by :meth:`JobToken.check` in a job that the user has called off."""


class JobToken:
    """What a job holds in its hand: whether it was called off, and how far it is."""

    def __init__(self, number: int, report: Callable[[int, float, str], None]) -> None:
        self.number = number
        self._report = report
        self._stop = Event()
        self._reported = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the user has called the job off."""
        return self._stop.is_set()

    def check(self) -> None:
        """Leave the job (:class:`Cancelled`) when the user has called it off."""
        if self.cancelled:
            raise Cancelled

    def progress(self, fraction: float, text: str = "") -> None:
        """Tell how far the job is, 0 to 1, and what it is at; may be called as often as you like."""
        moment = monotonic()
        if fraction >= 1 or moment - self._reported >= _REPORT_EVERY:
            self._reported = moment
            self._report(self.number, max(0.0, min(1.0, fraction)), text)

    def cancel(self) -> None:
        """Call the job off; it stops at its next look at the token."""
        self._stop.set()


@dataclass(frozen=True, slots=True)
class _Job:
    token: JobToken
    done: Callable[[Any], None]
    failed: Callable[[RakorError], None]


class Jobs(QObject):
    """Runs jobs one by one on a thread of its own; results land on the UI thread.

    Signals carry the job's number: ``started(number, label)``, ``progressed(number, fraction, text)``,
    ``finished(number)`` (however it ended), and ``bug(text)`` with the traceback of an unexpected error.
    """

    started = Signal(int, str)
    progressed = Signal(int, float, str)
    finished = Signal(int)
    bug = Signal(str)
    _landed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="rakor-job")
        self._open: dict[int, _Job] = {}
        self._last = 0
        self._closed = False
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        label: str,
        work: Callable[[JobToken], T],
        done: Callable[[T], None],
        failed: Callable[[RakorError], None],
    ) -> int:
        """Start ``work`` off the UI thread; its number.

        Afterwards, on the UI thread, exactly one of these: ``done(result)``, ``failed(known error)``, the
        signal ``bug``, or nothing when the user called it off. ``work`` gets frozen values only and touches
        no widget.
        """
        self._last += 1
        number = self._last
        token = JobToken(number, self.progressed.emit)
        self._open[number] = _Job(token, done, failed)
        self.started.emit(number, label)
        future = self._pool.submit(_attempted, token, work)
        future.add_done_callback(lambda ended: self._landed.emit(number, ended))
        return number

    def cancel(self, number: int) -> None:
        """Call a job off; its result is thrown away even when it was nearly ready."""
        job = self._open.get(number)
        if job is not None:
            job.token.cancel()

    @property
    def busy(self) -> bool:
        """Whether any job has not ended yet."""
        return bool(self._open)

    @property
    def closed(self) -> bool:
        """Whether the window is closing and nothing more is begun."""
        return self._closed

    def close(self) -> None:
        """Call everything off and wait for the thread to end."""
        self._closed = True
        for job in self._open.values():
            job.token.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._open.clear()

    @Slot(int, object)
    def _land(self, number: int, future: Future[Any]) -> None:
        job = self._open.pop(number, None)
        if job is None:
            return
        self.finished.emit(number)
        error = None if future.cancelled() else future.exception()
        if isinstance(error, Cancelled) or (job.token.cancelled and not _is_bug(error)):
            return
        if isinstance(error, RakorError):
            job.failed(error)
        elif error is not None:
            self.bug.emit("".join(traceback.format_exception(error)))
        else:
            job.done(future.result())


def _attempted(token: JobToken, work: Callable[[JobToken], T]) -> T:
    token.check()
    return work(token)


def _is_bug(error: BaseException | None) -> bool:
    return error is not None and not isinstance(error, RakorError | Cancelled)
