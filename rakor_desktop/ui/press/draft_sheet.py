"""A draft as one text for the review, and where its findings stand in the headline and in the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from rakor_desktop.review.text import TextFinding

Place = Literal["headline", "body"]


class Placed(NamedTuple):
    """A finding of the whole text, and the same with the offsets of the field that it stands in."""

    finding: TextFinding
    place: Place
    local: TextFinding


class _Stretch(NamedTuple):
    start: int
    end: int
    place: Place
    at: int


class Sheet:
    """Headline and paragraphs as they will be read; ``body`` is the body's own text, one paragraph a line."""

    def __init__(self, headline: str, opening: str, body: str) -> None:
        self._stretches: list[_Stretch] = []
        self._fields: dict[Place, str] = {"headline": headline, "body": body}
        self._parts: list[str] = []
        self._length = 0
        if headline.strip():
            self._add(headline, "headline", 0)
            self._put("\n\n")
        at = 0
        for line in body.split("\n"):
            if line.strip():
                self._put(opening)
                opening = ""
                self._add(line, "body", at)
                self._put("\n\n")
            at += len(line) + 1
        self.text = "".join(self._parts)

    def placed(self, findings: Iterable[TextFinding], ignored: Sequence[str] = ()) -> tuple[Placed, ...]:
        """The findings that stand in headline or body; one that reaches beyond a paragraph is cut to it."""
        from rakor_desktop.desk.proofing import mark_of

        found = []
        for finding in findings:
            stretch = self._home(finding)
            if stretch is None or mark_of(finding) in ignored:
                continue
            shift = stretch.at - stretch.start
            start, end = max(finding.start, stretch.start) + shift, min(finding.end, stretch.end) + shift
            text = self._fields[stretch.place][start:end]
            remedies = finding.remedies if text == finding.text else ()
            local = replace(
                finding, start=start, end=end, text=text, remedies=remedies, sure=finding.sure and bool(remedies)
            )
            found.append(Placed(finding, stretch.place, local))
        return tuple(found)

    def _home(self, finding: TextFinding) -> _Stretch | None:
        return next(
            (
                s for s in self._stretches
                if s.start <= finding.start < s.end or finding.start < s.start < finding.end
                or (finding.start == finding.end == s.end)
            ),
            None,
        )  # fmt: skip

    def _add(self, text: str, place: Place, at: int) -> None:
        self._stretches.append(_Stretch(self._length, self._length + len(text), place, at))
        self._put(text)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
