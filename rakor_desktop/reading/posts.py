"""Posts in running text: where one ends and a name begins, and how it is written in standard spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading import kinds as k
from rakor_desktop.reading.name_build import NameBuild

_COMPASS: Final = frozenset(
    "barat timur utara selatan tengah tenggara laut daya hulu hilir raya baru darat kota lama dalam luar atas bawah "
    "ilir ulu jaya pusat satu dua tiga empat lima enam tujuh delapan sembilan sepuluh besar kecil".split()
)
"""Words that end the names of places."""
_BEFORE_A_PLACE: Final = frozenset(
    "tanjung teluk pulau sungai gunung bukit batu muara ujung pantai kampung tanah lubuk padang kuala simpang pasar "
    "labuhan pelabuhan danau lembah rantau kepulauan air sei karang pangkalan ulak pasir tebing talang sawah ranah koto "
    "parit rawa way".split()
)
"""Words that open the names of places."""
_VILLAGE: Final = frozenset(
    "kapolsek wakapolsek danramil camat lurah kades sekcam sekdes danposramil polsek koramil kecamatan desa kelurahan "
    "kampung nagari bhabinkamtibmas babinsa keuchik gampong perbekel dusun distrik walinagari "
    "negeri suku adat banjar paroki klasis jemaat gereja masjid ponpes pesantren yayasan fraksi marga pekon lingkungan "
    "jorong paguyuban kerukunan lembang".split()
)
"""Words after which the name of a small place or of a body stands, which no table holds."""
_TERRITORIAL: Final = _VILLAGE | frozenset(
    "kapolres wakapolres kapolresta wakapolresta kapolda wakapolda dandim kasdim danrem bupati wabup gubernur kajari "
    "kapolrestabes danlanal danlanud polres polda kodim korem kabupaten kota provinsi polresta pemkab pemkot kejari".split()
)
"""Words after which the name of a place stands."""
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
_HAJI: Final = re.compile("H[A-Z]{1,2}")
"""A pilgrim's title and an initial typed as one: "HM Hatta"."""
_LOOKS: Final = 0.6
"""What a word's build counts beside what is known of it."""
_SMALL: Final = frozenset("dan di pada untuk dengan bagi dari ke serta atau".split())
Manner = Literal["list", "prose", "headline"]
"""How a text is written. A bare name in prose must be better proved than in a list, and in a headline best."""

_NEVER: Final = -50.0
_WHOLE: Final[dict[Manner, float]] = {"list": 0.4, "prose": 1.0, "headline": 3.0}
_WHOLE_INSTITUTION: Final = 1.6
"""What speaks against a name at the end of a post: an institution's name holds words that no table knows."""
_ONE_WORD: Final = 0.5
"""Names have two words more often than one."""
_WHOLE_BEFORE_PERSON: Final = 3.0
_WHOLE_OWNED: Final = 12.0
_BRACKET: Final = re.compile(r"\s*\(\s*([^()]+?)\s*\)\s*")
_CODE_AND_PLACE: Final = re.compile(r"\b((?:Kodim|Dandim|Kasdim|Danrem|Korem|Pabung)\s+\d{3,4})\s+(?=[A-Z])")
_BLANKS: Final = re.compile(r"\s+")


class StandardPost(NamedTuple):
    """A post in standard spelling; ``institution`` is set where the text names it after a post that is whole alone."""

    position: str = ""
    institution: str = ""


class Posts:
    """The catalog's knowledge of posts, institutions, places and names, as evidence."""

    def __init__(self, catalog: Catalog) -> None:
        self._posts = catalog.posts
        self._words = catalog.phrase_words
        self._places = catalog.places
        self._names = catalog.name_words
        self._build = NameBuild(catalog)
        self._lengths: dict[tuple[str, str, Manner, bool], int] = {}
        self._standards: dict[str, StandardPost] = {}
        self._learnt: frozenset[tuple[str, ...]] = frozenset()

    def learn(self, places: frozenset[tuple[str, ...]]) -> None:
        """Take these (casefolded words) for names of places as well: a source names its own villages."""
        if places != self._learnt:
            self._learnt = places
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
            known = self._lengths[key] = self._best_cut([token.rstrip() for token in tokens[:count]], shape[:count], bias)
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
            if before in _BEFORE_A_PLACE or before in _VILLAGE or before in self._names.sure:
                continue
            like_name = shape[at + 1] in "NnI" and (self._names.knows(following) or self._build[following] > 0)
            if like_name and bare in _OPENS_NAME and (bare != "datuk" or self._build[before] < 0):
                return at
            if like_name and _HAJI.fullmatch(words[at]) and not words[at + 1].isupper():
                return at
        return 0

    def _may_begin_name(self, word: str, kind: str, at: int, places: frozenset[int]) -> bool:
        return (
            kind in "NInALz" and word not in ("V", "X") and word.casefold() not in _COMPASS
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
        looks = _LOOKS * self._build[bare] if kind in "NLz" else 0.0
        if shape[at - 1] == "D" and (_ROMAN.fullmatch(words[at - 1]) or before.rpartition("/")[2] in _BEFORE_A_PLACE):
            return 2.0, -2.0, True
        if sure and before not in _SAINTS:
            return -2.0, 3.0, whole
        if shape[at - 1] == "D":
            return (2.0, -2.0, True) if "/" in before else (0.9, -0.5, False)
        if before in _SAINTS:
            return 3.0, -3.0, True
        if before in _VILLAGE:
            return 0.9 - looks, looks - 0.5, False
        if not whole and at > 1 and words[at - 2].strip(".").casefold() in _VILLAGE:
            return 0.5 - looks, looks, True
        if bare in self._names.maybe:
            return -0.5, 1.5, whole
        if kind == "A":
            return 0.8, -1.5, whole
        if before in _TERRITORIAL:
            return 0.6 - looks, looks, False
        return (-2.2 if whole else -0.3) - looks, looks, whole

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
            if count == 1 and bare in self._names.sure and words[at - 1].casefold() not in _TERRITORIAL:
                count = 0
            if count:
                found.update(range(at, at + count))
            opens = bare in _BEFORE_A_PLACE and at not in found and at + 1 < len(words) and shape[at + 1] in "NLz"
            if opens and (words[at + 1].casefold() not in self._names.sure or not self._places.has(bare)):
                found.update((at, at + 1))
            if bare in _COMPASS:
                found.add(at)
                if at > 1 and shape[at - 1] in "NLAz":
                    found.add(at - 1)
            at += max(count, 1)
        return frozenset(found)

    def _learnt_length(self, words: list[str], at: int) -> int:
        for count in range(min(4, len(words) - at), 0, -1):
            if tuple(word.strip(".,").casefold() for word in words[at : at + count]) in self._learnt:
                return count
        return 0

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
            if self._posts.find(short):
                before = []
            elif self._opens_institution(short) or short.isupper():
                opening = [at for at in range(1, len(before)) if self._words.longest(before, at, self._words.institutions)]
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
        return word if not word[0].islower() else (word.upper() if self._is_acronym(bare) else word[0].upper() + word[1:])

    def _is_acronym(self, bare: str) -> bool:
        return bare in self._words.acronyms or (len(bare) <= 4 and not any(sign in "aeiou" for sign in bare))

    def _whole_places(self, text: str) -> str:
        """Short names of places after "Kabupaten" and "Kota" in full: "Kabupaten Kubar"."""
        words = text.split()
        for at in range(1, len(words)):
            if words[at - 1] in ("Kabupaten", "Kota") and (place := self._places.find(words[at])):
                words[at] = place.name
        return " ".join(words)


def _bias(shape: str, follows: str, manner: Manner, owned: bool) -> float:
    """What speaks for the words being a post throughout."""
    if follows in ("B", "b") and shape[0] == k.POST:
        return _NEVER
    if owned:
        return _WHOLE_OWNED
    if follows == k.FRONT:
        return _WHOLE_BEFORE_PERSON
    return _WHOLE[manner] if shape[0] == k.POST else max(_WHOLE_INSTITUTION, _WHOLE[manner])


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
