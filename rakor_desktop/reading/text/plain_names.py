"""Names that are nothing else: no word of a post, a place, a title or a rank, and none that sentences are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.phrases import word_key
from rakor_desktop.reading.text.alphabet import CONNECTIVES
from rakor_desktop.reading.text.posts import WEIGHED_WORDS

_ASKED_FOR: Final = ("apel", "pacara")
"""Letters that are looked for in a line's text as a whole."""
_SHORTEST: Final = 4


def plain_names(catalog: Catalog) -> frozenset[str]:
    """The words, casefolded, that in title case are names wherever they stand."""
    others = frozenset(_other_words(catalog))
    return frozenset(
        word
        for word in catalog.name_words.sure - others
        if word.isalpha() and len(word) >= _SHORTEST and not any(letters in word for letters in _ASKED_FOR)
    )


def _other_words(catalog: Catalog) -> Iterable[str]:
    words = catalog.phrase_words
    for phrases in (words.posts, words.continuing, words.institutions, words.groups, words.addresses, words.standard):
        for phrase in phrases:
            yield from phrase.split()
    for post in catalog.posts.posts:
        for form in (post.abbr, post.full, *post.variants):
            yield from map(word_key, form.replace("/", " ").split())
    for place in catalog.places.all:
        for form in place.forms:
            yield from map(word_key, form.replace("-", " ").split())
    for title in catalog.titles.titles:
        for form in (title.standard, *title.variants, *title.ambiguous):
            yield form.replace(".", "").casefold()
    for rank in catalog.ranks.ranks:
        yield from _words((rank.code, rank.full, *rank.variants))
    for corps in catalog.ranks.corps:
        yield from _words((corps.code, corps.full, *corps.variants))
    for single in (words.ordinary, words.telling, words.place_ends, words.place_openings):
        yield from single
    yield from words.before_local_names
    yield from words.before_regions
    yield from CONNECTIVES
    yield from WEIGHED_WORDS


def _words(forms: Iterable[str]) -> Iterable[str]:
    for form in forms:
        yield from form.casefold().split()
