"""How a post that was read is written: in standard spelling, divided from the institution it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from rakor_desktop.catalog import Catalog

_SMALL: Final = frozenset("dan di pada untuk dengan bagi dari ke serta atau".split())
_BRACKET: Final = re.compile(r"\s*\(\s*([^()]+?)\s*\)\s*")
_CODE_AND_PLACE: Final = re.compile(r"\b((?:Kodim|Dandim|Kasdim|Danrem|Korem|Pabung)\s+\d{3,4})\s+(?=[A-Z])")
_BLANKS: Final = re.compile(r"\s+")


class StandardPost(NamedTuple):
    """A post in standard spelling; ``institution`` is set where the text names it after a post that is whole alone."""

    position: str = ""
    institution: str = ""


class StandardPosts:
    """Posts in standard spelling; what was worked out once is remembered."""

    def __init__(self, catalog: Catalog) -> None:
        self._posts = catalog.posts
        self._words = catalog.phrase_words
        self._places = catalog.places
        self._standards: dict[str, StandardPost] = {}

    def standard(self, text: str) -> StandardPost:
        """A post as typed, in standard spelling."""
        known = self._standards.get(text)
        if known is None:
            known = self._standards[text] = self._standard(text)
        return known

    def _standard(self, text: str) -> StandardPost:
        spelled = self._cased(self._words.spelled(self._unbracketed(_BLANKS.sub(" ", text).strip(" ,.;:-"))))
        spelled = _CODE_AND_PLACE.sub(r"\1/", self._whole_places(spelled))
        match = self._posts.leading(spelled)
        if match is None:
            return StandardPost(spelled)
        words = spelled.split()
        rest = match.rest
        typed = " ".join(words[: len(words) - len(rest.split())]) if rest else spelled
        acting = ""
        if match.acting:
            acting, _, typed = typed.partition(" ")
            acting = match.acting.short + " "
        post = _printed(typed, match.post.abbr, match.post.full, match.post.variants)
        if rest and self._opens_institution(rest):
            return StandardPost(acting + post, rest)
        return StandardPost(f"{acting}{post} {rest}".strip())

    def _opens_institution(self, text: str) -> bool:
        return self._words.longest(text.split(), 0, self._words.institutions) > 0

    def _unbracketed(self, text: str) -> str:
        """A known abbreviation in brackets stands for the words before it: "Kepala Staf Kodim (Kasdim) 0996"."""
        while found := _BRACKET.search(text):
            before, short, after = text[: found.start()].split(), found.group(1), text[found.end() :]
            if self._posts.find(short) and not self._opens_institution(short):
                before = []
            elif self._opens_institution(short) or short.isupper():
                opening = [
                    at for at in range(1, len(before)) if self._words.longest(before, at, self._words.institutions)
                ]
                before = before[: opening[-1] if opening else 1]
            else:
                short = ""
            text = " ".join(part for part in (*before, short, after) if part)
        return text

    def _cased(self, text: str) -> str:
        """Capitals where the whole text came in small letters or in capitals only."""
        words = text.split()
        letters = [word for word in words if word.isalpha() and len(word) > 1]
        loud = len(letters) > 1 and all(word.isupper() for word in letters)
        return " ".join(self._cased_word(word, loud) for word in words)

    def _cased_word(self, word: str, loud: bool) -> str:
        bare = word.casefold()
        if bare in _SMALL:
            return bare
        if loud and word.isalpha() and not self._is_acronym(bare):
            return word.capitalize()
        return (
            word if not word[0].islower() else (word.upper() if self._is_acronym(bare) else word[0].upper() + word[1:])
        )

    def _is_acronym(self, bare: str) -> bool:
        return bare in self._words.acronyms or (len(bare) <= 4 and not any(sign in "aeiou" for sign in bare))

    def _whole_places(self, text: str) -> str:
        """Short names of places after "Kabupaten" and "Kota" in full: "Kabupaten Kubar"."""
        words = text.split()
        for at in range(1, len(words)):
            if words[at - 1] not in ("Kabupaten", "Kota") or self._goes_on(words, at):
                continue
            if place := self._places.find(words[at]):
                words[at] = place.name
        return " ".join(words)

    def _goes_on(self, words: Sequence[str], at: int) -> bool:
        """Whether a word is only the first of a place's name: "Kota Jakarta Barat", "Kabupaten Biak Numfor"."""
        follows = words[at + 1 : at + 2]
        return self._places.longest(words[at : at + 4]) > 1 or (
            bool(follows) and follows[0].casefold() in self._words.place_ends
        )


def _printed(typed: str, abbr: str, full: str, variants: Sequence[str]) -> str:
    """How a post that the table knows is written: in the form that was typed, with the table's capitals and blanks.

    No known form takes another's place: who typed "Kalaksa BPBD" does not want to find "Kalak BPBD".
    """
    flat = _flat(typed)
    for form in (abbr, full):
        if _flat(form) == flat:
            return form
    return next((form for form in variants if _flat(form) == flat), typed)


def _flat(text: str) -> str:
    return "".join(text.replace(".", " ").split()).casefold()
