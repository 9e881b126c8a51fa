"""Names with academic and honorary titles: how they are written, and how a typed name is taken apart.

Writing follows EYD: no comma between a front title and the name; a comma and a blank before *each* back
title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

Place = Literal["front", "back"]
"""Where a title stands: before or after the name."""

_INITIAL: Final = re.compile(r"[A-Za-z]{1,2}\.|[A-Za-z]")
_STOPS_AND_BLANKS: Final = re.compile(r"[.\s]+")
_TITLE_LIKE: Final = re.compile(r"[A-Z][A-Za-z]{0,6}(?:\.[A-Z(][A-Za-z)]{0,6})*\.?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MUHAMMAD_SPELLINGS: Final = _words(
    "muhammad muhamad mohammad mohamad mohamed mochammad mochamad muchammad muchamad muh moh moch mohd md"
)
"""How people write and abbreviate Muhammad, casefolded and without stops."""
# Birth-order and gender words of Balinese names: the person's own name follows them.
_BALINESE: Final = _words("i ni ida gusti anak agung cokorda dewa desak wayan made nyoman ketut putu luh")
_BALINESE_OPENING: Final = frozenset(("i", "ni", "ida"))


@dataclass(frozen=True, slots=True)
class Title:
    """An academic, religious or customary title in its standard form.

    ``variants`` are other ways of typing it. ``ambiguous`` are forms that also are initials, parts of names
    or other titles (``ST``, ``MA``): alone they are asked about, never converted.
    """

    standard: str
    meaning: str
    position: Place
    variants: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    note: str = ""


class SplitName(NamedTuple):
    """A typed name taken apart: front titles, the name itself, back titles."""

    front: tuple[str, ...]
    name: str
    back: tuple[str, ...]


@dataclass(frozen=True)
class TitleTable:
    """All titles."""

    titles: tuple[Title, ...]

    def find(self, text: str, position: Place | None = None) -> Title | None:
        """The one title a text surely stands for; ``None`` when unknown, ambiguous, or a title of two
        meanings.

        Case counts only where it distinguishes titles (``Dr.`` doctor, ``dr.`` physician; ``DR`` is neither
        for sure).
        """
        found = self.candidates(text, position)
        return found[0] if len(found) == 1 and not self.is_ambiguous(text) else None

    def candidates(self, text: str, position: Place | None = None) -> tuple[Title, ...]:
        """Every title a text may stand for, ambiguous forms included; empty when it is no title."""
        typed = _stopless(text)
        tables = ((self._standards, text.strip(" ,")), (self._exact, typed), (self._loose, typed.casefold()))
        for table, key in tables:
            if found := tuple(title for title in table.get(key, ()) if position in (None, title.position)):
                return found
        return ()

    def is_ambiguous(self, text: str) -> bool:
        """Whether the text could as well be an initial or part of a name: ``ST`` and ``St.``, but not
        ``S.T.``.
        """
        return _ambiguous_key(text) in self._asked

    def standard(self, text: str, position: Place | None = None) -> str:
        """The standard form of a title, or the text as typed when it is not surely one."""
        title = self.find(text, position)
        return title.standard if title else text.strip()

    @cached_property
    def _standards(self) -> dict[str, tuple[Title, ...]]:
        # With all its stops a form is sure: "S.T.P." is not the "STP" that two titles share.
        return {title.standard: (title,) for title in self.titles}

    @cached_property
    def _exact(self) -> dict[str, tuple[Title, ...]]:
        return self._by(_stopless)

    @cached_property
    def _loose(self) -> dict[str, tuple[Title, ...]]:
        return self._by(lambda form: _stopless(form).casefold())

    @cached_property
    def _asked(self) -> frozenset[str]:
        return frozenset(_ambiguous_key(form) for title in self.titles for form in title.ambiguous)

    def _by(self, key: Callable[[str], str]) -> dict[str, tuple[Title, ...]]:
        found: dict[str, dict[str, Title]] = {}
        for title in self.titles:
            for form in (title.standard, *title.variants, *title.ambiguous):
                found.setdefault(key(form), {}).setdefault(title.standard, title)
        return {form: tuple(titles.values()) for form, titles in found.items()}


def full_name(front: Iterable[str], name: str, back: Iterable[str]) -> str:
    """The name with its titles: ``Drs. H. Budi, S.H., M.H.``; titles are printed as they are given."""
    before = " ".join(part.strip() for part in (*front, name) if part.strip())
    return ", ".join(part for part in (before, *(title.strip(" ,") for title in back)) if part)


def titled_name(rank: str, front: Iterable[str], name: str, back: Iterable[str]) -> str:
    """Rank, titles and name: ``AKBP Agung Tribawanto, S.I.K.``; ``rank`` is the rank as already printed."""
    return " ".join(part for part in (rank.strip(), full_name(front, name, back)) if part)


def short_name(name: str) -> str:
    """The part of a name used when someone is mentioned again: ``Syaiful`` of ``Syaiful Anwar``.

    Initials, ``Muhammad`` in its spellings and Balinese birth-order words are passed over when another part
    follows; ``Abdul`` keeps the word it belongs to.
    """
    words = name.replace(",", " ").split()
    for place, word in enumerate(words[:-1]):
        plain = word.strip(".").casefold()
        balinese = bool(words) and words[0].casefold() in _BALINESE_OPENING and plain in _BALINESE
        if _INITIAL.fullmatch(word) or plain in MUHAMMAD_SPELLINGS or balinese:
            continue
        return f"{word} {words[place + 1]}" if plain in ("abdul", "abdur", "nur") else word
    return words[-1] if words else ""


def split_titles(text: str, table: TitleTable) -> SplitName:
    """Take apart a name typed with its titles; known titles come back in standard form.

    Deliberately cautious: an ambiguous form (``ST``, ``MM``, ``S``) is taken for a title only after a comma
    or after a sure title; anything in doubt stays in the name as typed, for a person to decide.
    """
    front, rest = _front_titles(" ".join(text.split()).strip(" ,;"), table)
    segments = [segment.strip() for segment in rest.split(",") if segment.strip()]
    if not segments:
        return SplitName((), text.strip(), ())
    name, chained = _chained_titles(segments[0], table)
    unsure, back = _comma_titles(segments[1:], table, after_title=bool(chained))
    if unsure and chained:
        # The doubtful part stands after sure titles; only the text as typed keeps it in its place.
        return SplitName(front, ", ".join((segments[0], *unsure)), back)
    return SplitName(front, ", ".join((name, *unsure)), (*chained, *back))


def _front_titles(text: str, table: TitleTable) -> tuple[tuple[str, ...], str]:
    front: list[str] = []
    while taken := _one_front_title(text, table):
        title, text = taken
        front.append(title)
    return tuple(front), text


def _one_front_title(text: str, table: TitleTable) -> tuple[str, str] | None:
    word, _, rest = text.partition(" ")
    if rest and (title := table.find(word, "front")):
        return title.standard, rest.strip()
    stops = [place for place, sign in enumerate(word) if sign == "."]
    for stop in reversed(stops):
        glued = word[stop + 1 :]
        if len(glued.strip(".")) > 1 and (title := table.find(word[: stop + 1], "front")):
            return title.standard, f"{glued} {rest}".strip()
    return None


def _chained_titles(segment: str, table: TitleTable) -> tuple[str, tuple[str, ...]]:
    """Titles at the end of the part before the first comma: ``Janton Silaban SH SIK MKP``."""
    words = segment.split()
    taken: list[tuple[str, bool, int]] = []
    while len(words) > 1:
        form = _ending_title(words, table)
        if form is None:
            break
        taken.insert(0, form)
        words = words[: -form[2]]
    used = segment.split()
    while taken and taken[0][1]:
        # A chain may not begin with an ambiguous form: it may be the last part of the name.
        words = used[: len(words) + taken[0][2]]
        taken.pop(0)
    name = " ".join(words)
    if taken and name.endswith(".") and not _INITIAL.fullmatch(words[-1]):
        name = name[:-1]
    return name, tuple(standard for standard, _, _ in taken)


def _ending_title(words: Sequence[str], table: TitleTable) -> tuple[str, bool, int] | None:
    """The title the words end with: standard form, whether ambiguous, how many words it takes."""
    if len(words) > 2 and words[-2].endswith(".") and len(words[-1].strip(".")) > 1:
        joined = table.find(words[-2] + words[-1], "back")
        if joined and not table.candidates(words[-1], "back"):
            return joined.standard, False, 2
    found = table.candidates(words[-1], "back")
    if len(found) != 1:
        return None
    return found[0].standard, table.is_ambiguous(words[-1]), 1


def _comma_titles(
    segments: Sequence[str], table: TitleTable, *, after_title: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts after commas as (in doubt, titles); a part that looks like a title after a sure one stays as
    typed.
    """
    unsure: list[str] = []
    back: list[str] = []
    for segment in segments:
        if titles := _titles_only(segment, table):
            back.extend(titles)
        elif (back or after_title) and len(segment.strip(".")) > 1 and _TITLE_LIKE.fullmatch(segment):
            back.append(segment)
        else:
            unsure.append(segment)
    return tuple(unsure), tuple(back)


def _titles_only(segment: str, table: TitleTable) -> tuple[str, ...]:
    whole = table.candidates(segment, "back")
    if len(whole) == 1:
        return (whole[0].standard,)
    found = [table.candidates(word, "back") for word in segment.split()]
    if len(found) < 2 or any(len(titles) != 1 for titles in found):
        return ()
    return tuple(titles[0].standard for titles in found)


def _stopless(text: str) -> str:
    return _STOPS_AND_BLANKS.sub("", text.strip(" ,"))


def _ambiguous_key(text: str) -> str:
    return text.strip(" ,").rstrip(".").casefold()
