"""Words that no table holds, but that are built like posts: deputies, commanders, slips of the finger."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import OSA

from rakor_desktop.catalog import NameWords
from rakor_desktop.reading.text.name_build import NameBuild

_BUILT_LIKE_A_POST: Final = re.compile(r"(Waka|Wadan|Wadir|Kasub|Kor|Dan|Dir|Pang|Pasi|Paur|Ka|As)([a-z]{3,})")
_COMMANDER: Final = re.compile(
    "(?:Wad|D)an(?:lan|yon|den|ki|ton|sat|rem|dim|ramil|pos|kor|pus|men|brig|wing|ska|pom|koops|sub)[a-z]{2,}"
)
"""Words that only the post of a commander is built like: "Danlanumad"."""
_SHORTEST_SLIP: Final = 7
"""Shorter words of one letter's difference are too often different words."""
_UNLIKE_A_NAME: Final = -0.1
"""Only words built so little like a name are taken for a slip or a relative of a post: "Irwanda" is not "Irwasda"."""


class PostBuilds:
    """What unknown words have in common with the known posts of one word."""

    def __init__(self, posts: frozenset[str], names: NameWords, build: NameBuild) -> None:
        self._posts, self._names, self._build = posts, names, build
        self._posts_by_length: dict[int, list[str]] = {}
        for post in self._posts:
            for length in (len(post) - 1, len(post), len(post) + 1):
                self._posts_by_length.setdefault(length, []).append(post)
        self._stems = frozenset(
            built.group(2)[:3] for post in self._posts if (built := _BUILT_LIKE_A_POST.match(post.capitalize()))
        )

    def is_post(self, token: str, bare: str) -> bool:
        """Whether a word is a post wherever it stands: a unit's commander, a known post's deputy, or a slip of one."""
        return _COMMANDER.match(token) is not None or self._is_deputy(bare) or self._slips_from_post(bare)

    def _is_deputy(self, bare: str) -> bool:
        """Whether a word says the deputy of a known post: "Waasops", "Wakasatgas"."""
        return bare[:2] == "wa" and bare[2:] in self._posts

    def _slips_from_post(self, bare: str) -> bool:
        """Whether an unknown word is a post's first word with one slip: "Sekertaris", "Bhabimkamtibmas"."""
        if len(bare) < _SHORTEST_SLIP or not bare.isalpha() or self._names.knows(bare):
            return False
        return self._build[bare] < _UNLIKE_A_NAME and any(
            post[0] == bare[0] and OSA.distance(bare, post, score_cutoff=1) <= 1
            for post in self._posts_by_length.get(len(bare), ())
        )

    def is_like_a_post(self, token: str) -> bool:
        """Whether a word is built like a post ("Korwilbin", "Kasudin") and is no common name."""
        word = token.rstrip()
        built = _BUILT_LIKE_A_POST.match(word)
        if built is None or self._names.knows(word) or self._build[word.strip(".").casefold()] > _UNLIKE_A_NAME:
            return False
        return built.group(2)[:3] in self._stems
