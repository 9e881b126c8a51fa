"""Posts in running text: where one ends and a name begins, and how it is written in standard spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading.text import alphabet as k
from rakor_desktop.reading.text.name_build import NameBuild

_NUMERALS: Final = frozenset("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split())
"""Numbers that open a place's name where none stands before them: "Dua Pitue", "Tujuh Belas"."""
_PEOPLES: Final = frozenset(("suku", "adat", "marga", "negeri"))
_ISLANDS: Final = frozenset("sumatera sumatra jawa kalimantan sulawesi maluku nusantara".split())
"""Behind a number of a region: "Wilayah II Sumatera"."""
_SAINTS: Final = frozenset(("santo", "santa"))
"""A church is called by its saint: "Paroki Santo Petrus"."""
_ROMAN: Final = re.compile(r"[IVX]+")
_BALINESE: Final = frozenset(
    "made wayan nyoman ketut putu gede komang kadek gusti dewa nengah gde ngurah luh ayu kade iluh".split()
)
_OPENS_NAME: Final = frozenset("andi teuku cut raden daeng abang nyi ki sutan cokorda tengku datuk op op. dt".split())
"""Customary titles with which a name begins, when a name's word follows."""
_OPENS_NAME_WITH: Final[dict[str, frozenset[str]]] = {
    "i": _BALINESE,
    "ni": _BALINESE,
    "ida": frozenset(("bagus", "ayu", "bgs", "pedanda")),
    "la": frozenset(("ode",)),
    "wa": frozenset(("ode",)),
    "anak": frozenset(("agung",)),
}
"""Words with which a name begins whatever stands before them, with those that must follow."""
_HAJI: Final = re.compile("H[A-Z]")
"""A pilgrim's title and an initial typed as one: "HM Hatta"."""
_LIKE_A_NAME: Final = 0.9
_UNLIKE_A_NAME: Final = 0.3
"""What a word's build counts beside what is known of it."""
_OPENING_WORDS: Final = _OPENS_NAME | frozenset(_OPENS_NAME_WITH) | frozenset().union(*_OPENS_NAME_WITH.values())
WEIGHED_WORDS: Final = _NUMERALS | _SAINTS | _PEOPLES | _OPENING_WORDS
"""Words that are weighed by themselves where a post is divided from a name, besides those of the tables."""
Manner = Literal["list", "prose", "headline"]
"""How a text is written. A bare name in prose must be better proved than in a list, and in a headline best."""

_NEVER: Final = -50.0
_WHOLE: Final[dict[Manner, float]] = {"list": 0.4, "prose": 1.0, "headline": 3.0}
_WHOLE_INSTITUTION: Final = 1.6
"""What speaks against a name at the end of a post: an institution's name holds words that no table knows."""
_ONE_WORD: Final = 1.0
"""Names have two words more often than one."""
_WHOLE_BEFORE_PERSON: Final = 3.0
_WHOLE_OWNED: Final = 12.0


class Posts:
    """The catalog's knowledge of posts, institutions, places and names, as evidence."""

    def __init__(self, catalog: Catalog) -> None:
        self._words = catalog.phrase_words
        self._places = catalog.places
        self._names = catalog.name_words
        self._territorial = self._words.before_local_names | self._words.before_regions
        self.build = NameBuild(catalog)
        self._lengths: dict[tuple[str, str, Manner, bool], int] = {}
        self.learnt: frozenset[tuple[str, ...]] = frozenset()

    def learn(self, places: frozenset[tuple[str, ...]]) -> None:
        """Take these (casefolded words) for names of places as well: a source names its own villages."""
        if places != self.learnt:
            self.learnt = places
            self._lengths.clear()

    def length(self, tokens: Sequence[str], shape: str, follows: str, *, manner: Manner, owned: bool) -> int:
        """How many of the tokens, which begin with a post, belong to it; what is left over begins a name.

        ``follows`` is the kind of the next token (a front title's also where a titled person follows a comma);
        ``owned``: a person who has no post yet stands before it.
        """
        count = self._without_small_words(tokens, shape, follows)
        if count < len(tokens):
            follows = k.WORD
        while count > 1 and shape[count - 1] in "c,(":
            count -= 1
        if count == 1 or follows == k.RANK or follows == "k":
            return count
        key = ("".join(tokens[:count]).rstrip(), follows if follows and follows in "BbF" else "", manner, owned)
        known = self._lengths.get(key)
        if known is None:
            bias = _bias(shape, follows, manner, owned)
            known = self._lengths[key] = self._best_cut(
                [token.rstrip() for token in tokens[:count]], shape[:count], bias
            )
        return known

    def _without_small_words(self, tokens: Sequence[str], shape: str, follows: str) -> int:
        """The tokens before the first word in small letters that is no place; all of them before a rank, where the
        words between are the post's own (a post typed in small letters, or with a slip).
        """
        at = shape.find(k.UNKNOWN_SMALL)
        while at >= 0 and self._places.longest([token.rstrip() for token in tokens[at : at + 4]]):
            at = shape.find(k.UNKNOWN_SMALL, at + 1)
        if at < 0 or tokens[0][0].islower() or (follows == k.RANK and shape.count(k.UNKNOWN_SMALL) < 3):
            return len(tokens)
        return at

    def _best_cut(self, words: list[str], shape: str, bias: float) -> int:
        count = len(words)
        if opening := self._opening(words, shape):
            return opening
        places = self._place_words(words, shape)
        post = [0.0] * (count + 1)
        name = [0.0] * (count + 1)
        whole = False
        for at in range(1, count):
            as_post, as_name, whole = self._weigh(words, shape, at, places, whole)
            post[at + 1] = post[at] + as_post
            name[at] = as_name
        for at in range(count - 2, 0, -1):
            name[at] += name[at + 1]
        best, cut = post[count] + bias, count
        for at in range(count - 1, 0, -1):
            if not self._may_begin_name(words[at], shape[at], at, places):
                continue
            long = max(0, count - at - 4) * 1.5
            value = post[at] + name[at] - (long if count - at > 1 else _ONE_WORD)
            if value > best:
                best, cut = value, at
        return cut

    def _opening(self, words: list[str], shape: str) -> int:
        """Where a name surely begins ("I Nyoman", "Ida Bagus", "Andi Bau"): it closes the post; 0 when nowhere."""
        for at in range(1, len(words) - 1):
            bare, following = words[at].strip(".").casefold(), words[at + 1].casefold()
            if shape[at] not in "NInLAzp":
                continue
            if following in _OPENS_NAME_WITH.get(bare, ()) and words[at][0].isupper() == words[at + 1][0].isupper():
                return at
            before = words[at - 1].casefold()
            if (
                before in self._words.place_openings
                or before in self._words.before_local_names
                or before in self._names.sure
            ):
                continue
            like_name = shape[at + 1] in "NnI" and (self._names.knows(following) or self.build[following] > 0)
            if bare == "datuk" and self.build[before] < 0 and shape[at + 1] in "Nn":
                return at
            if like_name and bare in _OPENS_NAME and (bare != "datuk" or self.build[before] < 0):
                return at
            if shape[at + 1] in "NnI" and _HAJI.fullmatch(words[at]) and not words[at + 1].isupper():
                return at
        return 0

    def _may_begin_name(self, word: str, kind: str, at: int, places: frozenset[int]) -> bool:
        return (
            kind in "NInALz"
            and word not in ("V", "X")
            and word.casefold() not in self._words.place_ends
            and not (at - 1 in places and at in places)
        )

    def _weigh(
        self, words: list[str], shape: str, at: int, places: frozenset[int], whole: bool
    ) -> tuple[float, float, bool]:
        """What a word counts as part of the post and as part of a name, and whether a place is complete after it."""
        bare, kind = words[at].strip(".,").casefold(), shape[at]
        if kind == "I":
            return (1.5, _NEVER, whole) if self._is_roman(words, at, shape) else (-1.0, 1.0, whole)
        if kind in "c,()":
            return 0.0, -4.0, kind == ")"
        if at in places:
            doubt = 0.0 if bare in self._names.sure else -1.5
            return 2.0, doubt, True
        if kind in "UOPDGq":
            return 1.5, -4.0, False
        before = words[at - 1].strip(".").casefold()
        sure = bare in self._names.sure or kind == "n"
        looks = self._looks(bare) if kind in "NL" else 0.0
        if shape[at - 1] == "D" and (
            _ROMAN.fullmatch(words[at - 1]) or before.rpartition("/")[2] in self._words.place_openings
        ):
            return 2.0, -2.0, True
        if at > 1 and _ROMAN.fullmatch(words[at - 1]) and words[at - 2].casefold().endswith("dam"):
            # "Pangdam II Sriwijaya": a military region is called by number and name.
            return 2.0, -2.0, True
        if sure and before not in _SAINTS:
            return -2.0, 3.0, whole
        if shape[at - 1] == "D":
            return (2.0, -2.0, True) if "/" in before else (0.9, -0.5, False)
        if before in _SAINTS:
            return 3.0, -3.0, True
        if before in self._words.before_local_names:
            return 0.9 - looks, looks - 0.5, False
        if before in self._words.place_ends and at > 1 and words[at - 2].casefold() in _PEOPLES:
            return 0.9 - looks, looks - 0.5, False
        if not whole and at > 1 and words[at - 2].strip(".").casefold() in self._words.before_local_names:
            return 0.2 - looks, looks, True
        if bare in self._names.maybe:
            return -0.5, 1.5, whole
        if kind == "A":
            return 0.8, -1.5, whole
        if before in self._territorial:
            return 0.6 - looks, looks, False
        return (-2.2 if whole else -0.3) - looks, looks, whole

    def _looks(self, bare: str) -> float:
        """An unknown word's build as evidence; that it is built unlike a name says less than that it is."""
        build = self.build[bare]
        return _LIKE_A_NAME * build if build > 0 else _UNLIKE_A_NAME * build

    def _is_roman(self, words: list[str], at: int, shape: str) -> bool:
        """Whether a single letter is a number ("Asisten I") and neither the first word of a Balinese name ("I Made")
        nor an initial ("Frederik V Limbong").
        """
        if words[at] not in ("I", "V", "X") or (shape[at - 1] in "Nn" and at > 1):
            return False
        following = words[at + 1].casefold() if at + 1 < len(words) else ""
        return following not in _BALINESE

    def _place_words(self, words: list[str], shape: str) -> frozenset[int]:
        """The indexes of words that belong to names of places."""
        found: set[int] = set()
        at = 1
        while at < len(words):
            count = max(self._places.longest(words, at), self._learnt_length(words, at))
            bare = words[at].strip(".").casefold()
            if count == 1 and bare in self._names.sure and words[at - 1].casefold() not in self._territorial:
                count = 0
            if not count and bare in _ISLANDS and shape[at - 1] in "DUIO":
                count = 1
            if count:
                found.update(range(at, at + count))
            opens = (
                bare in self._words.place_openings
                and at not in found
                and at + 1 < len(words)
                and shape[at + 1] in "NLz"
            )
            if opens and not self._name_follows(words, shape, at):
                found.update((at, at + 1))
            if bare in _NUMERALS and shape[at - 1] not in "NLn" and at + 1 < len(words) and shape[at + 1] in "NLz":
                found.update((at, at + 1))
            if bare in self._words.place_ends:
                found.add(at)
                if at > 1 and shape[at - 1] in "NLAz":
                    found.add(at - 1)
            at += max(count, 1)
        return frozenset(found)

    def _name_follows(self, words: list[str], shape: str, at: int) -> bool:
        """Whether a name stands behind a word that opens places, but is a place or a post's word by itself."""
        alone = shape[at] == k.UNIT or self._places.has(words[at])
        return alone and words[at + 1].casefold() in self._names.sure

    def _learnt_length(self, words: list[str], at: int) -> int:
        if not self.learnt:
            return 0
        for count in range(min(4, len(words) - at), 0, -1):
            if tuple(word.strip(".,").casefold() for word in words[at : at + count]) in self.learnt:
                return count
        return 0


def _bias(shape: str, follows: str, manner: Manner, owned: bool) -> float:
    """What speaks for the words being a post throughout."""
    if follows in ("B", "b") and shape[0] == k.POST:
        return _NEVER
    if owned:
        return _WHOLE_OWNED
    if follows == k.FRONT:
        return _WHOLE_BEFORE_PERSON
    return _WHOLE[manner] if shape[0] == k.POST else max(_WHOLE_INSTITUTION, _WHOLE[manner])
