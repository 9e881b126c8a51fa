"""Reviewing running text for a person: with the people book beside it, and without what she never wants to see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.ignored_findings import IgnoredFinding, IgnoredFindings, mark_of
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.people import Person
from rakor_desktop.review.text import Reviewer, TextFacts, TextFinding, mended

__all__ = ["IgnoredFinding", "Proofing", "mark_of", "may_ignore_always", "mended_surely", "without"]

_NEVER_ALWAYS = "rahasia"
_MAY_BE_PUBLIC = "nomor-telepon"


class Proofing:
    """Findings of any text, without those ignored always.

    ``people`` gives the people book; it is asked at the first review and after :meth:`renew`. ``folder`` is the
    user's data folder. :meth:`findings` may be called from any thread.
    """

    def __init__(self, catalog: Catalog, people: Callable[[], Sequence[Person]], folder: Path) -> None:
        self.catalog = catalog
        self._people = people
        self._folder = folder
        self._names: tuple[str, ...] | None = None

    def findings(
        self, text: str, facts: TextFacts | None = None, *, quoted: bool = False, today: date | None = None
    ) -> tuple[TextFinding, ...]:
        """What is wrong or doubtful in a text, in its order.

        Without ``facts`` names are compared with the people book alone. ``quoted``: quotations are reviewed for
        spelling too. ``today`` judges dates; the computer's day by default.
        """
        known = facts if facts is not None else TextFacts(people=self.names)
        ignored = self._ignored.marks()
        found = self._reviewer.review(text, known, today, quoted=quoted)
        return without(found, ignored) if ignored else found

    def facts_of(self, bundle: Bundle) -> TextFacts:
        """What a text about this meeting is compared with: its people and quotations, and the people book."""
        return TextFacts.of(bundle, self.names)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the people book."""
        if self._names is None:
            self._names = tuple(person.name for person in self._people() if person.name.strip())
        return self._names

    def renew(self) -> None:
        """Ask the people book anew at the next review."""
        self._names = None

    def ignore_always(self, finding: TextFinding) -> None:
        """Never show findings like this one again: the same code at the same words."""
        self._ignored.add(IgnoredFinding.of(finding))

    def ignored_always(self) -> tuple[IgnoredFinding, ...]:
        """All that is ignored always, in the order in which it was added."""
        return self._ignored.all()

    def forget(self, mark: str) -> None:
        """Show the findings of this mark again."""
        self._ignored.remove(mark)

    @property
    def notice(self) -> str:
        """What should be known about the file of ignored findings: it was broken, or cannot be written; else ""."""
        return self._ignored.notice

    @cached_property
    def _ignored(self) -> IgnoredFindings:
        return IgnoredFindings(self._folder)

    @cached_property
    def _reviewer(self) -> Reviewer:
        return Reviewer(self.catalog)


def may_ignore_always(finding: TextFinding) -> bool:
    """Whether a finding may be ignored for ever.

    What must not go out is decided anew in every text, except for telephone numbers: a service's number is public.
    """
    return finding.family != _NEVER_ALWAYS or finding.code == _MAY_BE_PUBLIC


def without(findings: Sequence[TextFinding], marks: Collection[str]) -> tuple[TextFinding, ...]:
    """The findings whose marks are not among these."""
    return tuple(finding for finding in findings if mark_of(finding) not in marks)


def mended_surely(text: str, findings: Sequence[TextFinding]) -> str:
    """The text with the first remedy of every sure finding applied; the findings must be those of this text."""
    return mended(text, findings)
