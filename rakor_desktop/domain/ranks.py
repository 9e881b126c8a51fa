"""Ranks and corps: what people type for them, and how each document prints them.

The canonical code of a rank is the form police public relations print, without a closing stop: ``AKBP``,
``Kombes Pol``, ``Letkol Inf``, ``Brigjen TNI``. Stops are added when a document's style asks for them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_DROPPED: Final = {ord(sign): None for sign in " .,()-/'’`:\u00a0\t\n\r"}
_RETIRED: Final = "(Purn.)"
_RETIRED_KEYS: Final = ("purnawirawan", "purn")
_MOST_WORDS: Final = 6
_NAME_LIKE: Final = 3


@dataclass(frozen=True, slots=True)
class Rank:
    """One rank of one service.

    ``level`` 1 is the highest (0 honorary); levels of police and armed forces compare, those of civil ranks
    compare only among themselves. ``short`` is the abbreviation with the stops EYD asks for. ``civil`` ranks
    stand under the name in a signature block, never before the name.
    """

    code: str
    full: str
    short: str
    service: str
    group: str
    level: int
    variants: tuple[str, ...] = ()
    takes_corps: bool = False
    civil: bool = False


@dataclass(frozen=True, slots=True)
class Corps:
    """A corps of one service of the armed forces: ``Inf``, ``Laut (P)``, ``Pnb``."""

    code: str
    full: str
    service: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RankMatch:
    """What a typed rank means: the rank, the corps if one was given, and whether the bearer is retired."""

    rank: Rank
    corps: Corps | None = None
    retired: bool = False

    @property
    def code(self) -> str:
        """The canonical text to keep: ``Letkol Inf``, ``AKBP (Purn.)``."""
        return self.printed(rank_stop=False, corps_stop=False)

    @property
    def full(self) -> str:
        """The rank in full: ``Letnan Kolonel Infanteri``."""
        return self._with_corps(self.rank.full, self.corps.full if self.corps else "")

    def printed(self, *, rank_stop: bool, corps_stop: bool) -> str:
        """The rank as it stands before a name; the switches add ``Kombes Pol.`` and ``Letkol Inf.``."""
        corps = self.corps.code if self.corps else ""
        if corps and corps_stop and not corps.endswith((")", ".")):
            corps += "."
        return self._with_corps(self.rank.short if rank_stop else self.rank.code, corps)

    def _with_corps(self, rank: str, corps: str) -> str:
        return " ".join(part for part in (rank, corps, _RETIRED if self.retired else "") if part)


@dataclass(frozen=True)
class RankTable:
    """All ranks and corps. Looking up is one dictionary access after a cheap normalisation."""

    ranks: tuple[Rank, ...]
    corps: tuple[Corps, ...] = ()

    def find(self, text: str) -> RankMatch | None:
        """The rank a person meant, whatever the case, stops and blanks; ``None`` when unknown or of two
        meanings.

        ``Brigjen`` alone may be police or army and is not guessed: :meth:`nearest` names both.
        """
        key = rank_key(text)
        match = self._index.get(key)
        if match is not None:
            return match
        for ending in _RETIRED_KEYS:
            if key.endswith(ending) and (match := self._index.get(key.removesuffix(ending))):
                return RankMatch(match.rank, match.corps, retired=True)
        return None

    def leading(self, text: str) -> tuple[RankMatch, str] | None:
        """The rank a text begins with and what follows: ``AKBP Agung`` gives AKBP and ``Agung``.

        The longest rank wins. Civil ranks do not stand before names (``Juru Bicara`` is no rank), and a short
        variant without a stop may be a name (``May Sari``): neither is taken.
        """
        words = text.split()
        for count in range(min(len(words), _MOST_WORDS), 0, -1):
            match = self.find(" ".join(words[:count]))
            if match is not None and not match.rank.civil and not _name_like(words[:count], match.rank):
                return match, " ".join(words[count:]).lstrip(",. ")
        return None

    def level(self, text: str) -> int | None:
        """The level of a typed rank, 1 the highest; ``None`` when unknown."""
        match = self.find(text)
        return match.rank.level if match else None

    def printed(self, text: str, *, rank_stop: bool, corps_stop: bool) -> str:
        """The rank as a document's style prints it; an unknown rank is printed as typed."""
        match = self.find(text)
        return match.printed(rank_stop=rank_stop, corps_stop=corps_stop) if match else text

    def full(self, text: str) -> str:
        """The rank in full, for signature blocks; an unknown rank as typed."""
        match = self.find(text)
        return match.full if match else text

    def of_service(self, service: str) -> tuple[Rank, ...]:
        """The ranks of one service in the table's order."""
        return tuple(rank for rank in self.ranks if rank.service == service)

    def suggestions(self, prefix: str, limit: int = 8) -> tuple[str, ...]:
        """Codes whose code, full name or variant begins with what was typed, plain ranks before those with
        corps.
        """
        key = rank_key(prefix)
        if not key:
            return ()
        found: dict[str, None] = {}
        for code, keys in self._typed:
            if any(known.startswith(key) for known in keys):
                found.setdefault(code)
                if len(found) >= limit:
                    break
        return tuple(found)

    def nearest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Codes that an unknown text probably means, best first; both readings of a text of two meanings."""
        key = rank_key(text)
        if key in self._doubtful:
            return self._doubtful[key][:limit]
        corps, stem = self._corps_ending(text)
        found: dict[str, None] = {}
        for known in difflib.get_close_matches(rank_key(stem), list(self._plain), n=limit * 2, cutoff=0.7):
            rank = self._plain[known]
            fits = corps if corps and rank.takes_corps and corps.service == rank.service else None
            found.setdefault(RankMatch(rank, fits).code)
        return tuple(found)[:limit]

    def _corps_ending(self, text: str) -> tuple[Corps | None, str]:
        words = text.split()
        for count in (2, 1):
            if len(words) > count:
                tail = rank_key(" ".join(words[-count:]))
                for corps in self.corps:
                    if tail in {rank_key(form) for form in (corps.code, *corps.variants)}:
                        return corps, " ".join(words[:-count])
        return None, text

    @cached_property
    def _plain(self) -> dict[str, Rank]:
        keys: dict[str, Rank] = {}
        for rank in self.ranks:
            for key in _rank_keys(rank):
                keys.setdefault(key, rank)
        return keys

    @cached_property
    def _typed(self) -> tuple[tuple[str, frozenset[str]], ...]:
        plain: dict[str, frozenset[str]] = {}
        joined: dict[str, frozenset[str]] = {}
        for rank in self.ranks:
            keys = frozenset(_rank_keys(rank))
            plain[rank.code] = plain.get(rank.code, frozenset()) | keys
            for corps in self._corps_of(rank):
                code = RankMatch(rank, corps).code
                joined[code] = frozenset(key + rank_key(corps.code) for key in keys)
        return (*plain.items(), *joined.items())

    def _corps_of(self, rank: Rank) -> tuple[Corps, ...]:
        return self._corps_by_service.get(rank.service, ()) if rank.takes_corps else ()

    @cached_property
    def _corps_by_service(self) -> dict[str, tuple[Corps, ...]]:
        services = dict.fromkeys(corps.service for corps in self.corps)
        return {name: tuple(corps for corps in self.corps if corps.service == name) for name in services}

    @cached_property
    def _readings(self) -> dict[str, tuple[RankMatch, ...]]:
        readings: dict[str, dict[str, RankMatch]] = {}
        for key, match in self._all_forms():
            readings.setdefault(key, {}).setdefault(match.code, match)
        return {key: _civil_first(tuple(matches.values())) for key, matches in readings.items()}

    def _all_forms(self) -> Iterator[tuple[str, RankMatch]]:
        for rank in self.ranks:
            keys = _rank_keys(rank)
            plain = RankMatch(rank)
            for key in keys:
                yield key, plain
            for corps in self._corps_of(rank):
                match = RankMatch(rank, corps)
                endings = {rank_key(form) for form in (corps.code, corps.full, *corps.variants)}
                for key in keys:
                    for ending in endings:
                        yield key + ending, match

    @cached_property
    def _index(self) -> dict[str, RankMatch]:
        return {key: matches[0] for key, matches in self._readings.items() if len(matches) == 1}

    @cached_property
    def _doubtful(self) -> dict[str, tuple[str, ...]]:
        return {
            key: tuple(match.code for match in matches)
            for key, matches in self._readings.items()
            if len(matches) > 1
        }


def rank_key(text: str) -> str:
    """The text as ranks are compared: without case, blanks, stops, brackets and hyphens."""
    return text.translate(_DROPPED).casefold()


def _civil_first(matches: tuple[RankMatch, ...]) -> tuple[RankMatch, ...]:
    """Police civil servants share their ranks' full names with all others; a full name means the general
    rank.
    """
    civil = tuple(match for match in matches if match.rank.civil)
    return civil or matches


def _name_like(words: list[str], rank: Rank) -> bool:
    """Whether a short variant typed like a name's part: ``May``, but not ``May.``, ``KBP`` or ``Akp``."""
    if len(words) > 1 or words[0].endswith(".") or words[0].isupper():
        return False
    key = rank_key(words[0])
    return len(key) <= _NAME_LIKE and key not in (rank_key(rank.code), rank_key(rank.full))


def _rank_keys(rank: Rank) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rank_key(form) for form in (rank.code, rank.full, *rank.variants)))
