"""The review that follows typing: it waits for a rest, and long texts are reviewed beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from rakor_desktop.desk.jobs import Jobs, JobToken
from rakor_desktop.desk.proofing import Proofing
from rakor_desktop.review.text import TextFacts, TextFinding

MOST_REVIEWED: Final = 120_000
"""Characters, 60 pages: what is longer is no release, and its beginning is reviewed."""
_REST: Final = 250
"""Milliseconds of rest in typing before the text is reviewed."""
_AT_ONCE: Final = 5_000
"""Characters that are reviewed in under 50 ms on a slow computer, and so without a job."""
_SEEK: Final = 2_000

FactsOf = Callable[[], TextFacts | None]


class LiveReview(QObject):
    """Reviews ``text()`` whenever :meth:`want` was called and typing rests; ``reviewed`` brings the findings.

    ``facts`` is asked when a review begins, on the window's thread, for what gives the facts on the job's thread.
    A result for a text that has changed since is thrown away: another review is on its way.
    """

    reviewed = Signal(object)

    def __init__(
        self,
        proofing: Proofing,
        jobs: Jobs,
        text: Callable[[], str],
        facts: Callable[[], FactsOf | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.quoted = False
        self._proofing = proofing
        self._jobs = jobs
        self._text = text
        self._facts = facts
        self._job = 0
        self._wanted = 0
        self._warm = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.now)

    @property
    def pending(self) -> bool:
        """Whether a review is waited for or under way."""
        return self._rest.isActive() or bool(self._job)

    def want(self) -> None:
        """The text has changed: review it when typing rests."""
        self._cancel()
        self._rest.start()

    def now(self) -> None:
        """Review at once."""
        self._cancel()
        text = self._text()
        text = text[: reviewed_end(text)]
        facts = self._facts() if self._facts else None
        quoted = self.quoted
        if self._warm and len(text) <= _AT_ONCE and facts is None:
            self.reviewed.emit(self._proofing.findings(text, quoted=quoted))
            return
        wanted = self._wanted

        def work(token: JobToken) -> tuple[TextFinding, ...]:
            token.check()
            return self._proofing.findings(text, facts() if facts else None, quoted=quoted)

        self._job = self._jobs.run(
            "Memeriksa naskah…", work, lambda found: self._land(found, wanted), lambda _error: self._land((), wanted)
        )

    def _land(self, findings: tuple[TextFinding, ...], wanted: int) -> None:
        self._warm = True
        if wanted == self._wanted:
            self._job = 0
            self.reviewed.emit(findings)

    def _cancel(self) -> None:
        self._rest.stop()
        self._wanted += 1
        if self._job:
            self._jobs.cancel(self._job)
            self._job = 0


def reviewed_end(text: str) -> int:
    """Where the part of a text ends that is reviewed: a line end near :data:`MOST_REVIEWED`, or the text's."""
    if len(text) <= MOST_REVIEWED:
        return len(text)
    return text.rfind("\n", MOST_REVIEWED - _SEEK, MOST_REVIEWED) + 1 or MOST_REVIEWED
