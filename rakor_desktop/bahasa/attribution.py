"""Verbs of attribution for releases: which verb carries a quote or an indirect sentence.

The groups and their places follow how police and government releases are written: neutral verbs for
statements, verbs of information for explanations, of insistence for appeals; ``tambah``, ``imbuh``,
``lanjut``, ``sambung`` only after a first quote; ``pungkas``, ``tutup``, ``tandas`` only with the last; never
the same verb twice running.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, get_args

Sense = Literal["states", "explains", "urges", "hopes", "thanks", "commits"]
"""What a speaker does with the words."""

Position = Literal["first", "middle", "last"]
"""Where a quote stands among the quotes of its speaker."""

SENSES: Final[tuple[Sense, ...]] = get_args(Sense)
POSITIONS: Final[tuple[Position, ...]] = get_args(Position)

CONTINUING: Final = ("tambah", "imbuh", "lanjut", "sambung")
"""Verbs that presuppose an earlier quote of the same speaker."""

CLOSING: Final = ("pungkas", "tutup", "tandas")
"""Verbs that end a release."""

QUOTING: Final = MappingProxyType(
    {
        "states": ("ujar", "kata", "tutur", "ucap"),
        "explains": ("jelas", "ungkap", "papar", "terang"),
        "urges": ("tegas", "pesan", "imbau", "ajak"),
        "hopes": ("harap", "ujar", "tutur"),
        "thanks": ("ucap", "tutur", "ujar"),
        "commits": ("tegas", "ujar", "kata"),
    }
)
"""The verbs of a direct quotation by sense, the usual one first."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """A verb of reported speech and the word that joins the reported clause (``bahwa``, ``agar``, ``untuk``
    or none).

    With an audience the sentence runs verb, audience, connective: ``mengajak masyarakat untuk ...``.
    """

    verb: str
    connective: str = ""

    @property
    def phrase(self) -> str:
        """Verb and connective as they stand without an audience: ``menyampaikan bahwa``."""
        return f"{self.verb} {self.connective}".rstrip()

    def towards(self, audience: str) -> str:
        """Verb, audience and connective: ``mengimbau masyarakat agar``; without an audience the bare
        phrase.
        """
        return f"{self.verb} {audience} {self.connective}".rstrip() if audience else self.phrase


_REPORTING: Final = MappingProxyType(
    {
        "states": (
            Reporting("menyampaikan", "bahwa"),
            Reporting("mengatakan", "bahwa"),
            Reporting("menyebutkan", "bahwa"),
        ),
        "explains": (
            Reporting("menjelaskan", "bahwa"),
            Reporting("memaparkan", "bahwa"),
            Reporting("menerangkan", "bahwa"),
            Reporting("mengungkapkan", "bahwa"),
        ),
        "urges": (
            Reporting("menekankan", "agar"),
            Reporting("mengimbau", "agar"),
            Reporting("meminta", "agar"),
            Reporting("mengingatkan", "agar"),
        ),
        "hopes": (Reporting("berharap"), Reporting("mengharapkan", "agar")),
        "thanks": (
            Reporting("mengucapkan terima kasih"),
            Reporting("menyampaikan terima kasih"),
            Reporting("menyampaikan apresiasi"),
        ),
        "commits": (
            Reporting("menegaskan", "bahwa"),
            Reporting("memastikan", "bahwa"),
            Reporting("menyatakan", "bahwa"),
        ),
    }
)
_URGING_SOMEONE: Final = (
    Reporting("mengajak", "untuk"),
    Reporting("mengimbau", "agar"),
    Reporting("meminta", "agar"),
    Reporting("mengingatkan", "agar"),
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Chooses verbs. Pure: the same question always has the same answer.

    ``quoting`` may replace the verbs of a sense, as an office's press style wishes. ``turn`` begins each row of verbs
    at another one, for another wording of the same text.
    """

    quoting: MappingProxyType[str, tuple[str, ...]] = field(default_factory=lambda: QUOTING)
    turn: int = 0

    def choose(self, sense: Sense, position: Position, previous: str | Sequence[str] | None = None) -> str:
        """The verb for a direct quote, without ``-nya``: ``ujar``.

        ``previous`` is the verb used last, or all verbs used so far in order; the least used fitting verb is
        taken and never the last one again.
        """
        own = self.quoting.get(sense, QUOTING["states"])
        if position == "last":
            return self._next(CLOSING, previous)
        if position == "middle":
            # One continuing verb between the verbs of the sense keeps the row of quotes from sounding
            # mechanical.
            return self._next((own[0], CONTINUING[0], *own[1:], *CONTINUING[1:]), previous)
        return self._next(tuple(verb for verb in own if verb not in CONTINUING + CLOSING), previous)

    def reporting_verb(
        self, sense: Sense, previous: str | Sequence[str] | None = None, *, audience: bool = False
    ) -> Reporting:
        """The verb for indirect speech with its connective; ``audience`` says that someone addressed is
        named.
        """
        choices = (
            _URGING_SOMEONE if audience and sense == "urges" else _REPORTING.get(sense, _REPORTING["states"])
        )
        verb = self._next(tuple(choice.verb for choice in choices), previous)
        return next(choice for choice in choices if choice.verb == verb)

    def _next(self, choices: tuple[str, ...], previous: str | Sequence[str] | None) -> str:
        first = self.turn % len(choices)
        return _next(choices[first:] + choices[:first], previous)


def implied(verb: str) -> str:
    """The form for a speaker who is clear from the sentence before: ``ujarnya``."""
    return f"{verb}nya"


def _next(choices: tuple[str, ...], previous: str | Sequence[str] | None) -> str:
    used = (previous,) if isinstance(previous, str) else tuple(previous or ())
    last = used[-1] if used else ""
    fresh = [verb for verb in choices if verb != last] or list(choices)
    return min(fresh, key=used.count)
