"""All rules over one meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.review import basics, days, items, papers, people, ranks
from rakor_desktop.review.finding import SEVERITIES, Finding


def check(bundle: Bundle, catalog: Catalog, today: date | None = None) -> tuple[Finding, ...]:
    """What is missing or looks wrong: errors first, then warnings and hints, each in the order of the form.

    ``today`` is the day against which dates are judged; the computer's by default.
    """
    found = _all(bundle, catalog, today or date.today())
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))


def _all(bundle: Bundle, catalog: Catalog, today: date) -> Iterator[Finding]:
    meeting = bundle.meeting
    for basic in basics.RULES:
        yield from basic(meeting)
    for day in days.RULES:
        yield from day(meeting, today)
    for person in people.RULES:
        yield from person(meeting)
    for rank in ranks.RULES:
        yield from rank(meeting, catalog)
    for item in items.RULES:
        yield from item(meeting)
    for paper in papers.RULES:
        yield from paper(bundle)
