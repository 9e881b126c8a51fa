"""Words that no table knows, understood by where they stand: posts before ranks and colons, titles, name endings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rakor_desktop.reading.text import alphabet as k
from rakor_desktop.reading.text.kinds import Kinds
from rakor_desktop.reading.text.short_forms import with_short_forms

_BEFORE_A_RANK: Final = re.compile(
    r"(?:^|(?<=[,;:(cEltVva\"•|.W-]))N(?P<more>[NAILDUOPG/]{0,6})(?P<comma>,?)(?=Rr*F*[NnILA])"
)
_BEFORE_A_COLON: Final = re.compile(r"P[NnLAIDUOGPbz/]+(?=:k?(?:R|F))")
_DOTTED: Final = re.compile(r"(?<=[NnIBbL],)[IAN]{1,2}(?=,?[BbwtjJPyG]|$|[;)(/-])")
_MIXED: Final = re.compile(r"(?<=[NnIBb])N(?=,?[Bb])|(?<=[NnIBbL],)N(?=,?[Bb])")
_LIKE_DOTTED: Final = re.compile(r"[A-Z][A-Za-z]{0,3}\.(?:[A-Z][A-Za-z]{0,3}\.)*(?:[A-Z][A-Za-z]{0,4}\.?)")
_LIKE_MIXED: Final = re.compile(r"[A-Z]{2,3}[a-z]{1,3}\.?|[A-Z][a-z]{1,2}[A-Z][A-Za-z]{0,3}\.?")
_SHORT: Final = 3
_SMALL_IN_NAME: Final = re.compile(r"(?<=[NnI])[wz](?=[NnI]{0,2},?[Bb])")
_STOPPED: Final = re.compile(r"(?<=[Nn])\.I{1,3}(?=[Nn])")
_YEAR: Final = re.compile(r"(?<=D)F(?=[,;.)]|$)")
_HAJI: Final = ("haji", "hajah", "hajjah")
_PILGRIM: Final = re.compile(r"(?<=[PUOLNAD,])[NPULOGHw](?=[NI])|^[NPULOGHw](?=[NI])")
_LETTERS_OF_A_HOUSE: Final = re.compile(r"(?<=P)[Bb](?=[NLA]{1,2}R)")
_FIELD: Final = re.compile(r"P[UNLAOHG]{1,7}c(?P<more>N+)")
_FIELDS: Final = frozenset("bidang dinas badan seksi bagian sub direktorat biro deputi subbagian subdirektorat".split())
_MOST_LIKE_A_POST: Final = 0.0


def with_unknown_words(text: str, tokens: Sequence[str], shape: str, kinds: Kinds, *, told: bool) -> str:
    """The shape with all that the words' places tell; ``told``: the text is sentences."""
    if k.RANK in shape:
        shape = with_unknown_posts(tokens, with_lettered_houses(tokens, shape), kinds, told=told)
    if "(" in shape:
        shape = with_short_forms(tokens, shape, kinds)
    if ":" in shape:
        shape = with_posts_before_colon(shape)
    if "," in shape or k.BACK in shape or k.MAYBE_BACK in shape:
        shape = with_small_names(tokens, with_unknown_titles(tokens, shape, kinds), kinds)
    if "aji" in text or "HAJI" in text:
        shape = with_pilgrims(tokens, shape)
    if "c" in shape and k.POST in shape:
        shape = with_fields(tokens, shape, kinds)
    if ".I" in shape:
        shape = with_stopped_names(tokens, shape)
    return without_years(tokens, shape) if "DF" in shape else shape


def with_unknown_posts(tokens: Sequence[str], shape: str, kinds: Kinds, *, told: bool) -> str:
    """Capitalised words between an entry's beginning and a rank are that person's post, known or not.

    Before a comma only words that are plainly no person's name: a number or a unit among them. ``told``: in sentences
    one word alone may be any ("Sedangkan Ipda Budi").
    """
    for found in _BEFORE_A_RANK.finditer(shape):
        at, more = found.start(), found.group("more")
        if kinds.is_name(tokens[at]) or kinds.name_build(tokens[at]) > _MOST_LIKE_A_POST or "P" in more:
            continue
        if any(kinds.is_name(tokens[n]) for n in range(at + 1, at + 1 + len(more)) if shape[n] == k.NAME):
            continue
        if (told and not more) or (found.group("comma") and not any(sign in more for sign in "IDUOA")):
            continue
        shape = shape[:at] + k.POST + more.replace("I", "U").replace("N", "U") + shape[at + 1 + len(more) :]
    return shape


def with_posts_before_colon(shape: str) -> str:
    """In "POST : RANK NAME" everything to the left of the colon is the post."""
    found = _BEFORE_A_COLON.match(shape)
    return k.POST + k.UNIT * (found.end() - 1) + shape[found.end() :] if found else shape


def with_unknown_titles(tokens: Sequence[str], shape: str, kinds: Kinds) -> str:
    """Behind a name's comma a token with stops or mixed letters is a title that no table knows: "M.M.A."."""
    for found in _DOTTED.finditer(shape):
        at = found.start()
        if found.end() - at == 1 and _LIKE_DOTTED.fullmatch(tokens[at].strip()):
            shape = shape[:at] + k.UNKNOWN_TITLE + shape[at + 1 :]
    for found in _MIXED.finditer(shape):
        at = found.start()
        typed = tokens[at].strip()
        short = shape[at - 1] == "," and len(typed.strip(".")) <= _SHORT and not kinds.is_name(typed)
        if short or _LIKE_MIXED.fullmatch(typed):
            shape = shape[:at] + k.UNKNOWN_TITLE + shape[at + 1 :]
    return shape


def with_small_names(tokens: Sequence[str], shape: str, kinds: Kinds) -> str:
    """A word in small letters between a name and a title belongs to the name: "Budi Santoso wijaya, S.I.K."."""
    for found in _SMALL_IN_NAME.finditer(shape):
        at = found.start()
        if tokens[at].rstrip().isalpha() and not kinds.is_function_word(tokens[at]):
            shape = shape[:at] + k.NAME + shape[at + 1 :]
    return shape


def with_pilgrims(tokens: Sequence[str], shape: str) -> str:
    """The word "Haji" before a name is its title; elsewhere ("Penyelenggara Haji dan Umrah") it is a post's word."""
    for found in _PILGRIM.finditer(shape):
        if tokens[found.start()].rstrip().casefold() in _HAJI:
            shape = shape[: found.start()] + k.FRONT + shape[found.end() :]
    return shape


def with_lettered_houses(tokens: Sequence[str], shape: str) -> str:
    """Capitals like a degree between a post and a place are a house: "Kepala SPN Lembang Kombes Pol Budi"."""
    for found in _LETTERS_OF_A_HOUSE.finditer(shape):
        if tokens[found.start()].rstrip().isupper():
            shape = shape[: found.start()] + k.UNIT + shape[found.end() :]
    return shape


def with_fields(tokens: Sequence[str], shape: str, kinds: Kinds) -> str:
    """What follows "dan" in a post's field and is no name belongs to the field: "Bidang Hukum dan Kepatuhan"."""
    for found in _FIELD.finditer(shape):
        joint = found.start("more") - 1
        if not any(token.rstrip().casefold() in _FIELDS for token in tokens[found.start() : joint]):
            continue
        end = joint + 1
        while end < found.end() and not kinds.is_name(tokens[end]) and kinds.name_build(tokens[end]) < 0:
            end += 1
        if end > joint + 1:
            before = shape[joint - 1].replace(k.NAME, k.UNIT)
            shape = shape[: joint - 1] + before + shape[joint] + k.UNIT * (end - joint - 1) + shape[end:]
    return shape


def with_stopped_names(tokens: Sequence[str], shape: str) -> str:
    """A stop between a name and its initials belongs to the name: "Budi. A. R. Santoso"."""
    for found in _STOPPED.finditer(shape):
        if all(token.rstrip()[-1] == "." for token in tokens[found.start() + 1 : found.end()]):
            shape = shape[: found.start()] + k.INITIAL + shape[found.start() + 1 :]
    return shape


def without_years(tokens: Sequence[str], shape: str) -> str:
    """The H. of "1445 H" counts years."""
    for found in _YEAR.finditer(shape):
        if len(tokens[found.start() - 1].strip()) in (3, 4) and tokens[found.start()].strip(" .") == "H":
            shape = shape[: found.start()] + k.WORD + shape[found.end() :]
    return shape
