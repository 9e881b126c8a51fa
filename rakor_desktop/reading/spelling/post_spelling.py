"""Posts and institutions in standard spelling: from the tables, else the case of the words alone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.posts import post_key

_CONNECTING: Final = frozenset("dan di ke dari yang untuk serta pada oleh dengan atau".split())
_WORD: Final = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)*")
_ROMAN: Final = re.compile(r"[ivxlc]{1,6}", re.IGNORECASE)
_SHORT: Final = 4
_VOWELS: Final = frozenset("aiueo")


class Spelled(NamedTuple):
    """A text in standard spelling, whether only tables spoke, and an Indonesian sentence why."""

    text: str
    sure: bool
    reason: str


@dataclass(frozen=True)
class PostSpelling:
    """Spells posts and institutions as the catalog does."""

    catalog: Catalog

    def spelled(self, typed: str, *, post_first: bool) -> Spelled | None:
        """The text tidied; ``None`` when there is nothing to tidy. ``post_first``: it may begin with a post."""
        plain = " ".join(typed.split())
        if not plain:
            return Spelled("", True, "Spasi berlebih.") if typed else None
        recased, sure = self._one_case(plain)
        text = self.catalog.phrase_words.spelled(recased)
        respelled = text != recased
        text = self._post(text) if post_first else text
        if text == typed:
            return None
        if text == plain:
            return Spelled(text, True, "Spasi ganda atau berlebih.")
        if respelled:
            return Spelled(text, sure, "Ejaan baku jabatan atau instansi." if sure else _CHECK)
        return Spelled(text, sure, "Huruf besar dan kecil menurut ejaan baku." if sure else _CHECK)

    def _post(self, text: str) -> str:
        """The leading post as the table writes it, when only blanks, stops or case differ."""
        match = self.catalog.posts.leading(text)
        if match is None:
            head, comma, rest = text.partition(",")
            return self._post(head) + comma + rest if comma else text
        words = text.split()
        acting = ""
        if match.acting:
            acting = match.acting.short if post_key(words[0]) == post_key(match.acting.short) else words[0]
            words = words[1:]
        used = len(words) - len(match.rest.split())
        typed = " ".join(words[:used])
        standard = self._form(typed, (match.post.abbr, match.post.full, *match.post.variants))
        return " ".join(part for part in (acting, standard, *words[used:]) if part)

    def _form(self, typed: str, forms: tuple[str, ...]) -> str:
        key = post_key(typed)
        return next((form for form in forms if post_key(form) == key), typed)

    def _one_case(self, text: str) -> tuple[str, bool]:
        """A text all in capitals or all small with the case its words usually have; whether all were known."""
        letters = "".join(word for word in _WORD.findall(text) if len(word) > 1)
        small = letters.islower()
        if not small and not (letters.isupper() and not self._is_short_name(text)):
            return text, True
        sure = True
        words = text.split()
        done: list[str] = []
        at = 0
        while at < len(words):
            count = self.catalog.places.longest(words, at)
            place = self.catalog.places.find(" ".join(words[at : at + count])) if count else None
            if place is not None and post_key(place.name) == post_key(_bare(words[at : at + count])):
                done.append(place.name + _after(words[at + count - 1]))
                at += count
                continue
            word, known = self._word(words[at], at == 0)
            sure = sure and known
            done.append(word)
            at += 1
        return " ".join(done), sure

    def _is_short_name(self, text: str) -> bool:
        """Whether a text in capitals is an abbreviation: ``KPU``, ``BPBD``, ``PT PLN``."""
        return all(self._stays(word) for word in _WORD.findall(text))

    def _stays(self, word: str) -> bool:
        usual = self._usual.get(word.casefold())
        return usual == word if usual else len(word) <= _SHORT

    def _word(self, word: str, first: bool) -> tuple[str, bool]:
        bare = word.strip(".,;:()\"'“”")
        key = bare.casefold()
        if not bare or not bare.isalpha():
            return (word, True) if not any(map(str.isalpha, bare)) else (self._mixed(word), False)
        if key in _CONNECTING:
            return word.replace(bare, key if not first else key.capitalize()), True
        if key in self._usual:
            return word.replace(bare, self._usual[key]), True
        if key in self.catalog.phrase_words.standard or (len(bare) > _SHORT and key in self._phrases):
            return word.replace(bare, bare.capitalize()), True
        if _ROMAN.fullmatch(bare):
            return word.replace(bare, bare.upper()), True
        if bare.isupper() and (len(bare) <= _SHORT - 1 or not _VOWELS & set(key)):
            return word, False
        return word.replace(bare, bare.capitalize()), False

    def _mixed(self, word: str) -> str:
        return _WORD.sub(lambda found: self._usual.get(found.group().casefold(), found.group()), word)

    @cached_property
    def _usual(self) -> dict[str, str]:
        """How a word of posts, institutions and places is usually written, by its casefolded form."""
        counts: dict[str, Counter[str]] = {}
        for text in self._texts():
            for word in _WORD.findall(text):
                counts.setdefault(word.casefold(), Counter())[word] += 1
        return {key: forms.most_common(1)[0][0] for key, forms in counts.items() if len(key) > 1}

    @cached_property
    def _phrases(self) -> frozenset[str]:
        """Words of posts and institutions whose usual case no table tells."""
        words = self.catalog.phrase_words
        return words.posts | words.continuing | words.institutions

    def _texts(self) -> tuple[str, ...]:
        posts = self.catalog.posts.posts
        return (
            *(text for post in posts for text in (post.full, post.abbr, post.unit)),
            *(prefix.short for prefix in self.catalog.posts.acting),
            *self.catalog.phrase_words.standard.values(),
            *(place.name for place in self.catalog.places.all),
        )


_CHECK: Final = "Huruf besar dan kecil menurut ejaan baku; ada kata yang tidak dikenal, periksa dahulu."


def _bare(words: list[str]) -> str:
    return " ".join(words).strip(".,;:()\"'“”")


def _after(word: str) -> str:
    return word[len(word.rstrip(",;:)")) :]
