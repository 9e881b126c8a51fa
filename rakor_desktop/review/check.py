"""All rules over one meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.review import basics, days, items, papers, people, ranks
from rakor_desktop.review.finding import SEVERITIES, Finding


def check(bundle: Bundle, catalog: Catalog, today: date | None = None) -> tuple[Finding, ...]:
    """What is missing or looks wrong: errors first, then warnings and hints, each in the order of the form.

    ``today`` is the day against which dates are judged; the computer's by default.
    """
    found = [finding for some in check_in_steps(bundle, catalog, today) for finding in some]
    return by_severity(found)


def check_in_steps(bundle: Bundle, catalog: Catalog, today: date | None = None) -> Iterator[tuple[Finding, ...]]:
    """The findings of one rule after the other, so that a window can answer keys in between; see :func:`check`."""
    meeting, day = bundle.meeting, today or date.today()
    for basic in basics.RULES:
        yield tuple(basic(meeting))
    for dated in days.RULES:
        yield tuple(dated(meeting, day))
    for person in people.RULES:
        yield tuple(person(meeting))
    for rank in ranks.RULES:
        yield tuple(rank(meeting, catalog))
    for item in items.RULES:
        yield tuple(item(meeting))
    for paper in papers.RULES:
        yield tuple(paper(bundle))
    yield tuple(papers.release_style(bundle, catalog))


def by_severity(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then warnings and hints, each in the order of the form."""
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))
