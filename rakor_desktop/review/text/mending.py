"""Applying remedies to a text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.review.text.facts import TextFacts
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.reviewer import review

_ROUNDS = 6


def mended(
    text: str,
    findings: Sequence[TextFinding],
    *,
    codes: Collection[str] | None = None,
    indices: Collection[int] | Mapping[int, int] | None = None,
) -> str:
    """The text with remedies applied; everything outside their stretches stays as it was.

    ``codes`` chooses by code, ``indices`` by place in ``findings`` (a mapping says which remedy of each); without
    either the sure ones are applied. Of two chosen stretches that overlap the earlier one counts. The findings must be
    those of this text.
    """
    chosen: list[tuple[TextFinding, str]] = []
    end = 0
    for place, finding in sorted(enumerate(findings), key=lambda row: (row[1].start, row[1].end)):
        if not finding.remedies or finding.start < end or not _is_chosen(place, finding, codes, indices):
            continue
        which = indices.get(place, 0) if isinstance(indices, Mapping) else 0
        if which < len(finding.remedies):
            chosen.append((finding, finding.remedies[which].replacement))
            end = max(finding.end, finding.start + 1)
    for finding, replacement in reversed(chosen):
        text = text[: finding.start] + replacement + text[finding.end :]
    return text


def tidied(
    text: str,
    catalog: Catalog,
    facts: TextFacts | None = None,
    today: date | None = None,
    *,
    quoted: bool = False,
) -> str:
    """The text with every sure remedy applied until none is left: one remedy may bring another to light."""
    for _ in range(_ROUNDS):
        changed = mended(text, review(text, catalog, facts, today, quoted=quoted))
        if changed == text:
            break
        text = changed
    return text


def _is_chosen(
    place: int,
    finding: TextFinding,
    codes: Collection[str] | None,
    indices: Collection[int] | Mapping[int, int] | None,
) -> bool:
    if codes is None and indices is None:
        return finding.sure
    return (codes is not None and finding.code in codes) or (indices is not None and place in indices)
