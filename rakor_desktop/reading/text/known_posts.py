"""Known posts in running text: a post that the tables hold is one post, whatever words and commas are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.phrases import word_key

_PIECE: Final = re.compile(r"[^\s,()/&]+|[,()/&]")
_ENDS_HERE: Final = ""


class KnownPosts:
    """All forms of the known posts of one person, to be found from their first word on."""

    def __init__(self, catalog: Catalog) -> None:
        self._tree: dict[str, Any] = {}
        self._keys: dict[str, str] = {}
        self.phrases: frozenset[str] = frozenset(_phrases(catalog))
        for form in _forms(catalog):
            branch = self._tree
            for piece in _PIECE.findall(form):
                branch = branch.setdefault(word_key(piece) or piece, {})
            branch[_ENDS_HERE] = True

    def longest(self, tokens: Sequence[str], at: int) -> int:
        """How many tokens from ``at`` are the longest known post; 0 when none is."""
        branch, best, keys = self._tree, 0, self._keys
        for here in range(at, len(tokens)):
            token = tokens[here]
            key = keys.get(token)
            if key is None:
                bare = token.rstrip()
                key = keys[token] = word_key(bare) or bare
            if key not in branch:
                break
            branch = branch[key]
            if _ENDS_HERE in branch:
                best = here + 1 - at
        return best


def _forms(catalog: Catalog) -> Iterator[str]:
    for post in catalog.posts.posts:
        if not post.collective:
            yield from (post.abbr, post.full, *post.variants)


def _phrases(catalog: Catalog) -> Iterator[str]:
    """The forms without signs, as phrases are compared."""
    for form in _forms(catalog):
        if form and not any(sign in form for sign in ",()/&"):
            yield " ".join(word_key(word) for word in form.split())
