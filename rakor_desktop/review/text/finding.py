"""What a review of running text finds: a stretch of the text, why it is doubtful, and what may stand instead."""

from __future__ import annotations

from dataclasses import dataclass

from rakor_desktop.review.finding import Severity


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to mend a finding: what the button says, and the text that takes the place of the stretch."""

    label: str
    replacement: str


@dataclass(frozen=True, slots=True)
class TextFinding:
    """One finding; ``text`` is ``text[start:end]`` of what was reviewed, offsets in characters.

    ``code`` is stable; ``message`` is Indonesian and says what, why and what to do. ``source`` names the rule of
    the trade ("" where it is custom). ``family`` groups codes: ``ejaan``, ``gelar``, ``kutipan``, ``rahasia`` ...
    ``sure`` says that the first remedy may be applied in bulk; all others are chosen singly.
    """

    code: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    remedies: tuple[Remedy, ...] = ()
    source: str = ""
    family: str = ""
    sure: bool = False

    @property
    def length(self) -> int:
        """How many characters the stretch has."""
        return self.end - self.start

    def overlaps(self, other: TextFinding) -> bool:
        """Whether two stretches share a character, or are the same empty place."""
        return self.start < other.end and other.start < self.end
