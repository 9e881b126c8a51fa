"""What kind a word is: the alphabet that the grammar reads.

The grammar never sees words, only one letter for each of them, so that lines of one shape are understood once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.phrases import word_key
from rakor_desktop.domain.ranks import rank_key
from rakor_desktop.reading.text.alphabet import (
    ACRONYM,
    BACK,
    CONNECTIVES,
    EITHER,
    ENUMERATOR,
    FRONT,
    GLUED,
    GROUP,
    INITIAL,
    INSTITUTION,
    KNOWN_NAME,
    MAYBE_BACK,
    NAME,
    NUMBER,
    PHRASE,
    PLACE,
    POST,
    RANK,
    SERVICE_NUMBER,
    SIGN_KINDS,
    UNIT,
    UNKNOWN_SMALL,
    UNKNOWN_TITLE,
    WORD,
    WORD_STOP,
)
from rakor_desktop.reading.text.name_build import NameBuild
from rakor_desktop.reading.text.plain_names import plain_names
from rakor_desktop.reading.text.post_builds import PostBuilds
from rakor_desktop.reading.text.title_kinds import INITIALS_TOO, TitleKinds
from rakor_desktop.reading.text.token_tests import IsRankTail, OpensTitle

_COMMANDS: Final = frozenset(
    "ssk sst satgas ki kompi ton peleton yon batalyon yonif lantamal lanal lanud rem dim ramil koramil kodim korem "
    "brigif brimob pos sat subsatgas sektor den detasemen posal guskamla kolat puslat unit tim".split()
)
"""Units whose leader is called "Dan" (komandan)."""
_ENUMERATOR: Final = re.compile(r"\d{1,3}[.)]+|\(\d{1,3}\)")
_ORDINAL: Final = re.compile(r"[Kk]e-\d+")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\.?")
_ENDS_OF_PLACES: Final = frozenset(("dalam", "akhir", "awal"))
_VERB: Final = re.compile(
    r"(?:me|ber|ter|di)[a-z]{5,}\.?|(?:Ber|Ter)[a-z]{5,}|Me(?:ng|ny|mb|mp|nd|nj|nc)[a-z]{3,}|ME(?:NG|NY|MB|MP|ND|NJ|NC)[A-Z]{3,}"
)
_NO_VERBS: Final = frozenset("merpati merdeka dirgantara".split())
_LONGEST_ABBREVIATION: Final = 4
"""A longer word with a stop ends a sentence."""
_LONGEST_PHRASE: Final = 8
_SHORTEST_JOINED: Final = 2
"""Letters; shorter pieces of a word with a hyphen are no words of their own."""
_SHORT_CODE: Final = frozenset(("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xvii"))
_SERVICE_NUMBER: Final = re.compile(r"\d{8,18}|\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}|\d{5,6}(?:/P|/W)")
_TWO_SENTENCES: Final = re.compile(r"([A-Z][a-z]{3,})\.([A-Z][a-z]{3,})")
"""The end of a sentence and the next one's beginning without the blank between them."""
_UNKNOWN_TITLE: Final = re.compile(r"(?:[A-Z][a-z]{0,4}\.){1,3}(?:[A-Z][A-Za-z]{0,6}|\([A-Z][a-z]+\))\.?")


class Kinds(dict[str, str]):
    """The kind of every token met so far, by the token as it stands with the blanks after it."""

    def __init__(self, catalog: Catalog, build: NameBuild, known_posts: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._titles = catalog.titles
        words = catalog.phrase_words
        self._names = catalog.name_words
        self._build = build
        self._plain_names = plain_names(catalog)
        self._places = frozenset(
            form.split()[0].casefold()
            for place in catalog.places.all
            for form in place.forms
            if not catalog.places.is_ambiguous(form)
        )
        self._words = words
        self._ordinary = words.ordinary
        self._post_phrases = words.posts | known_posts
        self._posts, self._units = _single(self._post_phrases), _single(words.continuing)
        self._institutions, self._groups = _single(words.institutions), _single(words.groups)
        self._addresses = frozenset(words.addresses)
        self._openings = frozenset(
            phrase.split()[0]
            for phrases in (self._post_phrases, words.institutions, words.groups, words.continuing)
            for phrase in phrases
            if " " in phrase
        )
        forms = [form for rank in catalog.ranks.ranks for form in (rank.code, rank.full, *rank.variants)]
        self._rank_heads = frozenset(rank_key(form.split()[0]) for form in forms) | frozenset(
            rank_key(form) for form in forms if form.casefold().endswith(" pol")
        )
        corps = [form for one in catalog.ranks.corps for form in (one.code, one.full, *one.variants)]
        tails = frozenset(
            rank_key(word) for form in (*forms, *corps) for word in form.split()[0 if form in corps else 1 :]
        )
        self.is_rank_tail = IsRankTail(tails | {"purn", "purnawirawan"})
        self._title_kinds = TitleKinds(catalog.titles, self._units | self._posts | self._names.sure)
        self._builds = PostBuilds(self._posts, self._names, build)
        self.opens_title = OpensTitle(catalog.titles)
        phrases = (self._post_phrases, words.institutions, words.groups, words.continuing)
        self._pairs: dict[tuple[str, str], int] = {}
        for phrase in (phrase for among in phrases for phrase in among if " " in phrase):
            first, second, *more = phrase.split()
            self._pairs[first, second] = max(self._pairs.get((first, second), 0), 2 + len(more))
        self._pair_lengths: dict[tuple[str, str], int] = {}
        self._single_kinds: dict[str, str] = {}
        self._phrases: dict[tuple[str, ...], tuple[str, int]] = {}
        self.splits: dict[str, tuple[str, ...]] = {}

    def __missing__(self, token: str) -> str:
        bare = token.rstrip()
        kind = self[token] = NAME if self.is_plain_name(bare) else self._kind(bare)
        return kind

    def is_plain_name(self, word: str) -> bool:
        """Whether a word in title case is a name and nothing else."""
        return word.istitle() and word.casefold() in self._plain_names

    def of(self, token: str) -> str:
        """The kind of a token without its blanks."""
        return self[token]

    def phrase(self, tokens: Sequence[str], at: int) -> tuple[str, int]:
        """The kinds of the phrase that begins at a word of kind :data:`PHRASE`, and how many words it has."""
        most = self._most_words(tokens[at], tokens[at + 1]) if at + 1 < len(tokens) else 1
        text = tuple(tokens[at : at + most])
        known = self._phrases.get(text)
        if known is None:
            words = [token.rstrip() for token in text]
            known = self._phrases[text] = self._phrase(words) if most > 1 else (self._single_kind(words[0]), 1)
        return known

    def _most_words(self, first: str, second: str) -> int:
        """The length of the longest phrase that begins with two tokens; 1 when none does."""
        most = self._pair_lengths.get((first, second))
        if most is None:
            pair = word_key(first.rstrip()), word_key(second.rstrip())
            most = self._pair_lengths[first, second] = self._pairs.get(pair, 1)
        return most

    def _phrase(self, text: Sequence[str]) -> tuple[str, int]:
        words = self._words
        for kind, among in ((POST, self._post_phrases), (GROUP, words.groups), (INSTITUTION, words.institutions)):
            count = words.longest(text, 0, among)
            if count > 1:
                # "Kepala Dinas Kesehatan" is one person's post, though "kepala dinas" alone may be many.
                kind = POST if word_key(text[0]) in self._posts else kind
                return kind + UNIT * (count - 1), count
        count = words.longest(text, 0, words.continuing)
        return (UNIT * count, count) if count > 1 else (self._single_kind(text[0]), 1)

    def _single_kind(self, token: str) -> str:
        kind = self._single_kinds.get(token)
        if kind is None:
            kind = self._single_kinds[token] = self._simple_kind(token, token.strip(".").casefold())
        return kind

    def _kind(self, token: str) -> str:
        first = token[0]
        if not first.isalnum():
            return SIGN_KINDS.get(token, token if token in ',;:()-/|".' else "•")
        if first.isdigit():
            if _SERVICE_NUMBER.fullmatch(token):
                return SERVICE_NUMBER
            return ENUMERATOR if _ENUMERATOR.fullmatch(token) else NUMBER
        if "/" in token or _ORDINAL.fullmatch(token):
            return NUMBER
        bare = token.strip(".").casefold()
        if token == "antara":
            return "t"
        if (connective := CONNECTIVES.get(bare)) and (token.islower() or connective not in "nvU" or len(bare) > 3):
            return connective
        if bare.startswith("se-"):
            return UNIT
        if title := self._title_kinds.of(token, bare):
            return PHRASE if title == FRONT and "." not in token and self._may_open(bare) else title
        if _INITIALS.fullmatch(token) or (token.isupper() and bare in INITIALS_TOO):
            return INITIAL
        if glued := _TWO_SENTENCES.fullmatch(token):
            self.splits[token] = (glued.group(1), ".", glued.group(2))
            return GLUED
        if _UNKNOWN_TITLE.fullmatch(token) and not self._unglued(token):
            return UNKNOWN_TITLE
        return self._word_kind(token, bare)

    def _may_open(self, bare: str) -> bool:
        """Whether a front title also is a post, or opens one ("Pendeta", "Pastor Paroki"): what follows decides."""
        return bare in self._openings or bare in self._posts

    def is_front(self, token: str) -> bool:
        """Whether a word of kind :data:`PHRASE` is a front title where no phrase is found and a name follows."""
        bare = token.strip(" .").casefold()
        return self._may_open(bare) and self._title_kinds.of(token.rstrip(), bare) == FRONT

    def _word_kind(self, token: str, bare: str) -> str:
        if bare in self._addresses:
            return "k"
        if rank_key(bare) in self._rank_heads and not (bare in ("may", "kol") and token.islower()):
            return RANK
        if self._is_either(token, bare):
            return EITHER
        if bare in self._posts and bare not in self._openings:
            return POST
        ended = token.endswith(".") and len(bare) > _LONGEST_ABBREVIATION
        parts = self._unglued(token) if "-" in token or not ended else ()
        if parts or ended:
            self.splits[token] = parts or (token[:-1], ".")
            return GLUED
        if bare in self._openings:
            return PHRASE
        return self._simple_kind(token, bare)

    def _is_either(self, token: str, bare: str) -> bool:
        """Whether a capitalised word is a name after a rank or a name, and a post or an institution elsewhere."""
        if token.isupper() and bare not in self._names.sure and (len(bare) < 5 or bare in self._words.acronyms):
            return False
        known = bare in self._posts or bare in self._institutions or bare in self._units or bare in self._groups
        return known and (self._names.knows(bare) or (bare in self._words.acronyms and token[0].isupper()))

    def _is_ordinary(self, token: str, bare: str, small: bool) -> bool:
        """Whether a word belongs to sentences and headlines rather than to names."""
        if bare in self._ordinary:
            return small or bare not in _ENDS_OF_PLACES
        if _VERB.fullmatch(token) is None or bare in _NO_VERBS or self._names.knows(bare):
            return False
        return small or self._build[bare] < 0

    def is_unknown_post(self, token: str) -> bool:
        """Whether a word is built like a post ("Korwilbin", "Kasudin") and is no common name."""
        return self._builds.is_like_a_post(token)

    def is_name(self, token: str) -> bool:
        """Whether a word commonly is part of a name."""
        return self._names.knows(token.rstrip())

    def name_build(self, token: str) -> float:
        """How much a word is built like a name, above 0, or like a post or place, below."""
        return self._build[token.strip(" .").casefold()]

    def is_function_word(self, token: str) -> bool:
        """Whether a word in small letters is one that sentences are made of."""
        bare = token.strip(" .").casefold()
        return bare in CONNECTIVES or bare in self._ordinary or _VERB.fullmatch(bare) is not None

    def is_command(self, token: str) -> bool:
        """Whether a word names a unit that a commander leads: "Dan Lantamal", "Dan SSK"."""
        return word_key(token.rstrip()) in _COMMANDS

    def either(self, token: str) -> str:
        """The kind of an :data:`EITHER` word where no name stands before it."""
        bare = token.strip(" .").casefold()
        if bare in self._openings:
            return PHRASE
        return self._simple_kind(token.rstrip(), bare)

    def _simple_kind(self, token: str, bare: str) -> str:
        """The kind of a word by itself, whatever phrase it might open."""
        for kind, words in ((POST, self._posts), (GROUP, self._groups), (INSTITUTION, self._institutions)):
            if bare in words:
                return kind
        if bare in self._units:
            return UNIT
        small = token[0].islower()
        if bare in _SHORT_CODE:
            return NUMBER
        if bare in self._names.sure and bare not in self._ordinary:
            return KNOWN_NAME if small else NAME
        if bare in self._places:
            return PLACE
        if self._is_ordinary(token, bare, small):
            return WORD_STOP if token.endswith(".") else WORD
        if small:
            return WORD_STOP if token.endswith(".") else UNKNOWN_SMALL
        if len(token) > 1 and token.isupper() and len(bare) < 7:
            return ACRONYM
        return POST if self._builds.is_post(token, bare) else NAME

    def _unglued(self, token: str) -> tuple[str, ...]:
        """A token that two words were typed into without a blank: "H.Fauzan", "PolresAKBP", "SH.MH"."""
        inner = token.rstrip(".")
        for at in range(1, len(inner)):
            before, after = token[: at + 1], token[at + 1 :]
            if inner[at] == "." and len(after.strip(".")) > 1 and self._joins(before, after):
                return before, after
            if (
                inner[at] == "-"
                and at > 1
                and inner[:at].casefold() != after.casefold()
                and (
                    (self._is_person_head(inner[:at]) and self._is_person_head(after))
                    or (at > _SHORTEST_JOINED and self._begins_person(after))
                )
            ):
                return inner[:at], "-", after
            if at > 2 and inner[at].isupper() and inner[at - 1].isalpha():
                left, right = token[:at], token[at:]
                if inner[at - 1].islower() and (self._is_head(left) or self._is_head(right)):
                    return left, right
                if self._rank_code(left) and right[1:].islower():
                    return left, right
        return ()

    def _joins(self, before: str, after: str) -> bool:
        if self._titles.candidates(before + after):
            return False
        if before in ("M.", "S.") and len(after.strip(".")) > 2 and after.strip(".").isupper():
            return False  # "M.MDS": a title that no table knows
        if len(before) > 2 and self.is_rank_tail[before] and after[0].isupper():
            # "Mayor Inf.Budi": the stop of a corps.
            return True
        kinds = self.of(before), self.of(after)
        if kinds[0] in (FRONT, BACK, RANK) or kinds[1] in (BACK, RANK):
            return True
        joint = (BACK, MAYBE_BACK, POST, UNIT, NAME, PLACE, EITHER, PHRASE)
        return kinds[0] in (MAYBE_BACK, POST, UNIT, INSTITUTION, PHRASE) and kinds[1] in joint

    def _is_person_head(self, text: str) -> bool:
        return text.strip(".").casefold() in self._posts or self._rank_code(text)

    def _begins_person(self, text: str) -> bool:
        """Whether a person begins here whatever a hyphen joins it to: "Lahat-AKBP", "Lahat-Drs."."""
        if rank_key(text) in self._rank_heads:
            return text[0].isupper() and len(text) > _SHORTEST_JOINED
        return text[-1:] == "." and self._title_kinds.of(text, text.strip(".").casefold()) == FRONT

    def _is_head(self, text: str) -> bool:
        bare = text.strip(".").casefold()
        return bare in self._posts or bare in self._institutions or self._rank_code(text)

    def _rank_code(self, text: str) -> bool:
        return (rank_key(text) in self._rank_heads and text.strip(".").isupper()) or (
            rank_key(text) in self._rank_heads and len(text) > 4
        )


def _single(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase for phrase in phrases if " " not in phrase)
