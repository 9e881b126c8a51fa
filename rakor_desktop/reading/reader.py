"""Reading text: lists, chat messages, sentences of articles."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading.text.cleaning import cleaned
from rakor_desktop.reading.text.entries import CHECK_EVERY, Entry, entries, speaks_of_people, unwrapped
from rakor_desktop.reading.text.gathering import Gathering
from rakor_desktop.reading.text.lines import Line, Lines
from rakor_desktop.reading.text.mentions import merged
from rakor_desktop.reading.text.people import People
from rakor_desktop.reading.text.posts import Posts
from rakor_desktop.reading.text.recipe import Recipes
from rakor_desktop.reading.text.standard_posts import StandardPost
from rakor_desktop.reading.values import PersonRead, Reading

_CREDITS: Final = frozenset("editor reporter penulis pewarta laporan liputan sumber foto red redaksi".split())
"""Words that open a line about who made an article, not who was there."""
_OTHER_SECTIONS: Final = frozenset(
    "hasil kesimpulan agenda acara pembahasan arahan rencana saran dasar catatan kegiatan susunan paparan materi "
    "tindak rekomendasi keputusan waktu tempat pakaian perihal penekanan".split()
)
"""Words of headings after which no list of people stands."""
_ONLY_POST: Final = re.compile("Pp*[,.:]?")
_ONLY_PERSON: Final = re.compile("(?:Rr*F*[NnILA]+|F+[NnILA]+|[NnILA]{2,}(?=,?[BbT]))(?:,?[BbT])*[,.]?|[NnI]{2,4}")
_HEADING_WORDS: Final = 6


def _go_on() -> None:
    return None


_LONG: Final = 50_000
"""Characters from which on a reading makes so much that the collector's rounds through it are worth sparing."""


class Reader:
    """Reads people and groups out of text, with the catalog's knowledge.

    One reader learns the shapes and words it meets and is the faster for it; use it from one thread at a time.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._posts = Posts(catalog)
        self._lines = Lines(catalog, self._posts)
        self._people = People(catalog, self._posts.build)
        self._recipes = Recipes()

    @property
    def catalog(self) -> Catalog:
        """The knowledge that this reader reads with."""
        return self._catalog

    def read(self, text: str, check: Callable[[], None] = _go_on) -> Reading:
        """Everybody and every group in a text of any form.

        ``check`` is called now and then; what it raises (a cancelled job) ends the reading.
        """
        if len(text) < _LONG:
            return self._read(text, check)
        with _collector_at_rest():
            return self._read(text, check)

    def _read(self, text: str, check: Callable[[], None]) -> Reading:
        source = cleaned(text)
        self._posts.learn(frozenset())
        found = list(entries(source, self._lines, check))
        article = any(entry.line.prose for entry in found)
        if article:
            # What one line proves to be a place helps to read the others.
            self._posts.learn(self._people.places_in(entry.line for entry in found))
            found = list(entries(unwrapped(source, found), self._lines, check, article=True))
        gathering = Gathering(text, self._people)
        about_people = True
        for number, entry in enumerate(found):
            if not number % CHECK_EVERY:
                check()
            about_people = _section(entry.line, about_people)
            after = found[number + 1] if number + 1 < len(found) else None
            continues = entry.follows and not article and gathering.awaits_post()
            if after and not continues and _is_heading_of(entry, after):
                gathering.headed(entry.line)
                continue
            self._add(gathering, entry, article=article, about_people=about_people)
        reading = gathering.reading()
        return merged(reading, article=article)

    def person(self, text: str) -> PersonRead | None:
        """One person typed in any common form, for the quick line; ``None`` when there is nobody in it."""
        people = self.read(" ".join(text.split())).people
        return people[0] if people else None

    def post(self, text: str) -> StandardPost:
        """A text known to be a post, in standard spelling, divided from the institution it names."""
        return self._people.post(text)

    def _add(self, gathering: Gathering, entry: Entry, *, article: bool, about_people: bool) -> None:
        line = entry.line
        if line.tokens[0].strip(" .:").casefold() in _CREDITS:
            gathering.add(line, self._recipes.of("w" * len(line.tokens), listed=False))
            return
        if entry.label and gathering.complete(line, entry.label):
            return
        if entry.follows and not entry.opened and gathering.continued(line, article=article):
            return
        told = entry.opened or not article or speaks_of_people(line)
        listed = about_people and told and not line.prose
        gathering.add(line, self._recipes.of(line.shape, listed=listed), named=entry.label == "name")


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """A reading only ever grows; Python's collector would walk all of it again and again (a quarter of the time)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _is_heading_of(entry: Entry, after: Entry) -> bool:
    """Whether a line says only the post of whom the next line names, as signatures do."""
    if entry.opened or entry.label or not after.follows or after.opened or after.label:
        return False
    return _ONLY_POST.fullmatch(entry.line.shape) is not None and _ONLY_PERSON.fullmatch(after.line.shape) is not None


def _section(line: Line, about_people: bool) -> bool:
    """Whether the lines from here on may list people: a heading ("Hasil:", "Hadir:") tells."""
    if line.shape[-1] != ":" or len(line.shape) > _HEADING_WORDS:
        return about_people
    words = {token.strip(" .,").casefold() for token in line.tokens}
    return "t" in line.shape or not words & _OTHER_SECTIONS
