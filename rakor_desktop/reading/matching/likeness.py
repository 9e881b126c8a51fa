"""How like two personal names are, from 0 (nothing in common) to 100 (the same).

The measure knows what happens to Indonesian names on their way into a list: words change places, a middle name is left
out, a given name becomes an initial ("M. Iqbal"), Muhammad is written in ten ways, old spelling meets new ("Soeharto"),
fingers and speech recognition slip, words are glued or split ("Tri Bawanto").

Words are paired one to one, best pairs first. Every pair counts with its own likeness; a word without a partner on one
side only costs a quarter of its weight (it was left out), words without a partner on both sides cost all of it (they
contradict one another). Initials and Muhammad weigh less: they tell people apart badly.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA, Indel, JaroWinkler

from rakor_desktop.domain.names import MUHAMMAD_SPELLINGS

MUHAMMAD: Final = "muhammad"
MEASURABLE: Final = 4
"""Letters that a word needs before a slip in it is thinkable: "Sri" and "Tri" are two names."""
TOUCHING: Final = 0.6
"""Words less like than this have nothing to do with one another."""
SHORTENED: Final = 3
"""Letters that make a word the beginning of another one ("Abd" of "Abdul"); a single one is an initial."""

_INITIAL: Final = 0.85
_SOUND: Final = 0.95
_FIRST_LETTER: Final = 0.1
"""What another first letter costs: people seldom slip there, and names often differ just there (Budi, Rudi)."""
_SLIPPED: Final = 0.84
_SLIP_COST: Final = 0.1
LEFT_OUT: Final = 0.25
"""The part of its weight that a word costs which only one of two names has."""
_OUT_OF_ORDER: Final = 0.97
_GLUED: Final = 0.97
_GLUED_LEAST: Final = 0.85
_LIGHT: Final = {MUHAMMAD: 0.5}
_INITIAL_WEIGHT: Final = 0.4
_ABBREVIATED: Final = {"abd": "abdul", "abdur": "abdul", "achmad": "ahmad", "akhmad": "ahmad"}

_SILENT: Final = re.compile(r"['’‘`´ʼ]")
_SIGNS: Final = re.compile(r"[\W_]+")
_OLD: Final = re.compile(r"oe|dj|tj|sj|nj")
_OLD_SOUNDS: Final = {"oe": "u", "dj": "\0", "tj": "c", "sj": "sy", "nj": "ny", "j": "y", "\0": "j"}
_SOUNDS: Final = (
    ("ch", "h"), ("kh", "h"), ("dh", "d"), ("th", "t"), ("ph", "p"), ("f", "p"), ("v", "p"), ("q", "k"), ("ie", "i"),
    ("ks", "x"), ("z", "s"), ("y", "i"), ("dz", "d"), ("ee", "i"),
)  # fmt: skip
_SHIFTING: Final = frozenset(
    one + other for group in ("fvp", "yji", "jd", "ct", "zs", "qkc", "khc") for one in group for other in group
)
"""First letters that spellings of one name begin with: Jusuf, Yusuf; Fera, Vera; Chalid, Khalid."""
_DOUBLED: Final = re.compile(r"(.)\1+")


class NameKey(NamedTuple):
    """A name as it is compared: its words without case, marks and stops."""

    words: tuple[str, ...]
    glued: str
    weights: tuple[float, ...]
    """How much each word tells of who somebody is."""
    weight: float
    """All of them together."""


@lru_cache(maxsize=4096)
def name_words(name: str) -> NameKey:
    """Fold a name for comparison: ``MOCH. Ma'ruf`` becomes ``muhammad maruf``."""
    plain = name.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    words = tuple(_canonical(word) for word in _SIGNS.sub(" ", _SILENT.sub("", plain)).split())
    weights = tuple(_INITIAL_WEIGHT if len(word) == 1 else _LIGHT.get(word, 1.0) for word in words)
    return NameKey(words, "".join(words), weights, sum(weights))


def _canonical(word: str) -> str:
    return MUHAMMAD if word in MUHAMMAD_SPELLINGS else _ABBREVIATED.get(word, word)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """What a word sounds like: spellings that people take for one another are the same (Yusuf, Jusup; Taufiq)."""
    if _OLD.search(word):
        for old, new in _OLD_SOUNDS.items():
            word = word.replace(old, new)
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = _DOUBLED.sub(r"\1", word)
    if word.endswith("d"):
        word = f"{word[:-1]}t"
    return word[:-1] if word.endswith("h") and len(word) > MEASURABLE else word


def word_likeness(one: str, other: str) -> float:
    """How like two folded words are, 0 to 1; 0 below :data:`TOUCHING`."""
    if one == other:
        return 1.0
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1:
        return _INITIAL if long[0] == short else 0.0
    begun = 0.0
    if len(short) >= SHORTENED and long.startswith(short):
        begun = 0.7 + 0.3 * len(short) / len(long)
    if len(long) < MEASURABLE:
        return begun
    begins_alike = one[0] == other[0]
    if not begins_alike and one[0] + other[0] not in _SHIFTING:
        # Most pairs of words end here: nothing but one slip, or two in a long word, can make up for another beginning.
        most = int((1 - TOUCHING - _FIRST_LETTER) * len(long))
        slips = OSA.distance(one, other, score_cutoff=most)
        return 1 - slips / len(long) - _FIRST_LETTER if slips <= most else 0.0
    if sound(one) == sound(other):
        return _SOUND
    like = 1 - OSA.distance(one, other) / len(long) - (0 if begins_alike else _FIRST_LETTER)
    if begins_alike and like < _SLIPPED and len(short) > MEASURABLE:
        # Speech recognition keeps how a word begins (Listrik for Listyo).
        like = max(like, JaroWinkler.similarity(one, other, score_cutoff=_SLIPPED) - _SLIP_COST)
    like = max(begun, like)
    return like if like >= TOUCHING else 0.0


class WordLikeness(dict[str, float]):
    """The likeness of one word to others, each worked out once."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word

    def __missing__(self, other: str) -> float:
        like = self[other] = word_likeness(self._word, other)
        return like


Pair = tuple[float, int, int]
"""Two words taken for one another: their likeness and their places in the two names."""

Likenesses = Sequence[Mapping[str, float]]


def pairs_of(likenesses: Likenesses, words: Sequence[str]) -> list[Pair]:
    """The best pairs first, each word used once."""
    touching: list[Pair] = []
    for here, known in enumerate(likenesses):
        for there, word in enumerate(words):
            like = known[word]
            if like:
                touching.append((like, here, there))
    if len(touching) < 2:
        return touching
    touching.sort(key=_best_first)
    chosen: list[Pair] = []
    here_used = there_used = 0
    for pair in touching:
        here_bit, there_bit = 1 << pair[1], 1 << pair[2]
        if not (here_used & here_bit or there_used & there_bit):
            here_used |= here_bit
            there_used |= there_bit
            chosen.append(pair)
    return chosen


def _best_first(pair: Pair) -> tuple[float, int, int]:
    return -pair[0], abs(pair[1] - pair[2]), pair[1]


def likeness(one: NameKey, other: NameKey, likenesses: Likenesses) -> float:
    """How like two folded names are, 0 to 100; ``likenesses`` are those of the words of ``one``."""
    if one.words == other.words:
        return 100.0 if one.words else 0.0
    pairs = pairs_of(likenesses, other.words)
    score = 0.0
    if pairs:
        here, there = one.weight, other.weight
        matched = paired = 0.0
        for like, i, j in pairs:
            own, its = one.weights[i], other.weights[j]
            weight = (own + its) / 2
            matched += weight * like
            paired += weight
            here -= own
            there -= its
        contradicting, left_out = (here, there - here) if here < there else (there, here - there)
        score = 100 * matched / (paired + contradicting + LEFT_OUT * left_out)
        if len(pairs) > 1 and not _in_order(pairs):
            score *= _OUT_OF_ORDER
    if len(one.words) != len(other.words):
        glued = Indel.normalized_similarity(one.glued, other.glued, score_cutoff=_GLUED_LEAST)
        score = max(score, 100 * _GLUED * glued)
    return score


def _in_order(pairs: Sequence[Pair]) -> bool:
    places = [there for _, there in sorted(pair[1:] for pair in pairs)]
    return places == sorted(places)


def name_likeness(
    one: str,
    other: str,
    *,
    processor: Callable[[str], str] | None = None,
    score_cutoff: float | None = None,
) -> float:
    """How like two written names are, 0 to 100; takes the keywords of rapidfuzz's scorers."""
    if processor is not None:
        one, other = processor(one), processor(other)
    here, there = name_words(one), name_words(other)
    score = likeness(here, there, [WordLikeness(word) for word in here.words])
    return score if score_cutoff is None or score >= score_cutoff else 0.0
