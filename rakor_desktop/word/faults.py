"""What can be wrong with a template or a filled document, told in one Indonesian line each."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault a person can mend: ``code`` for programs, the other fields (Indonesian) for people."""

    code: str
    place: str
    message: str
    remedy: str = ""

    def __post_init__(self) -> None:
        """Keep every text on one line and printable, whatever of the file it quotes."""
        for name in ("place", "message", "remedy"):
            text: str = getattr(self, name)
            if not text.isprintable():
                object.__setattr__(self, name, "".join(char if char.isprintable() else " " for char in text))

    def __str__(self) -> str:
        """Return place, message and remedy as one line."""
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text}; {self.remedy}" if self.remedy else text


MOST_FAULTS = 100


class FaultLog(list[Fault]):
    """Faults as they are found. Nobody mends more than :data:`MOST_FAULTS` at once, so the search ends there."""

    def append(self, fault: Fault) -> None:
        """Note a fault.

        Raises:
            TemplateError: with all of them, when there are enough.
        """
        super().append(fault)
        if len(self) >= MOST_FAULTS:
            raise TemplateError(self)


class WordError(Exception):
    """Base of every known error of the Word engine; ``faults`` holds at least one fault."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class TemplateError(WordError):
    """The template cannot be used, or it does not fit the values it was given."""


class DamagedDocumentError(WordError):
    """A filled document failed the check after filling; it must not be handed out."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a remedy naming the known name most like ``name``, or the list of known names when short."""
    names = sorted(known)
    close = difflib.get_close_matches(name[:60], names, n=1, cutoff=0.6)
    if close:
        return f'maksud Anda "{close[0]}"?'
    if 0 < len(names) <= 12:
        return "yang ada: " + ", ".join(names)
    return "periksa ejaannya pada daftar isian"
