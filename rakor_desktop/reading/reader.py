"""Reading text: lists, chat messages, sentences of articles."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading.cleaning import cleaned
from rakor_desktop.reading.gathering import Gathering
from rakor_desktop.reading.lines import Line, Lines
from rakor_desktop.reading.mentions import merged
from rakor_desktop.reading.people import People
from rakor_desktop.reading.posts import Posts, StandardPost
from rakor_desktop.reading.recipe import Recipes
from rakor_desktop.reading.values import Part, PersonRead, Reading

_OPENING: Final = re.compile(
    r"[\s\-•>.,:;|/]*(?:(?:\(?\d{1,4}[.)]+(?!\d)|[a-z][.)](?![a-z])|[A-Z]\)|(?:II|III|IV|VI{0,3}|IX|XI{0,2})\.)\s*)?"
)
"""Bullets, and the number or letter of a list's entry."""
_LABEL: Final = re.compile(
    r"(nama(?:\s+lengkap)?|pangkat(?:\s*/\s*(?:nrp|nip|gol\w*))?|nrp|nip|jabatan|instansi|kesatuan|satuan|unit kerja|mewakili)"
    r"\s*[:=]\s*",
    re.IGNORECASE,
)
_LABELLED: Final[dict[str, Part]] = {
    "nama": "name",
    "pangkat": "rank",
    "nrp": "service_no",
    "nip": "service_no",
    "jabatan": "position",
    "instansi": "institution",
    "kesatuan": "institution",
    "satuan": "institution",
    "unit": "institution",
    "mewakili": "represents",
}
_CREDITS: Final = frozenset("editor reporter penulis pewarta laporan liputan sumber foto red redaksi".split())
"""Words that open a line about who made an article, not who was there."""
_OTHER_SECTIONS: Final = frozenset(
    "hasil kesimpulan agenda acara pembahasan arahan rencana saran dasar catatan kegiatan susunan paparan materi tindak "
    "rekomendasi keputusan waktu tempat pakaian perihal penekanan".split()
)
"""Words of headings after which no list of people stands."""
_HEADING_WORDS: Final = 6
_CHECK_EVERY: Final = 512


def _go_on() -> None:
    return None


class _Entry(NamedTuple):
    """A line with what its text does not say: numbered, labelled, directly after another line."""

    line: Line
    opened: bool
    label: Part | None
    follows: bool


class Reader:
    """Reads people and groups out of text, with the catalog's knowledge.

    One reader learns the shapes and words it meets and is the faster for it; use it from one thread at a time.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._posts = Posts(catalog)
        self._lines = Lines(catalog, self._posts)
        self._people = People(catalog, self._posts)
        self._recipes = Recipes()

    @property
    def catalog(self) -> Catalog:
        """The knowledge that this reader reads with."""
        return self._catalog

    def read(self, text: str, check: Callable[[], None] = _go_on) -> Reading:
        """Everybody and every group in a text of any form.

        ``check`` is called now and then; what it raises (a cancelled job) ends the reading.
        """
        with _collector_at_rest():
            return self._read(text, check)

    def _read(self, text: str, check: Callable[[], None]) -> Reading:
        source = cleaned(text)
        self._posts.learn(frozenset())
        entries = list(self._entries(source, check))
        article = any(entry.line.prose for entry in entries)
        if article:
            # What one line proves to be a place helps to read the others.
            self._posts.learn(self._people.places_in(entry.line for entry in entries))
            entries = list(self._entries(source, check, article=True))
        gathering = Gathering(text, self._people)
        about_people = True
        for number, entry in enumerate(entries):
            if not number % _CHECK_EVERY:
                check()
            about_people = _section(entry.line, about_people)
            self._add(gathering, entry, article=article, about_people=about_people)
        reading = gathering.reading()
        return merged(reading, article=article)

    def person(self, text: str) -> PersonRead | None:
        """One person typed in any common form, for the quick line; ``None`` when there is nobody in it."""
        people = self.read(" ".join(text.split())).people
        return people[0] if people else None

    def post(self, text: str) -> StandardPost:
        """A text known to be a post, in standard spelling, divided from the institution it names."""
        return self._posts.standard(text)

    def _add(self, gathering: Gathering, entry: _Entry, *, article: bool, about_people: bool) -> None:
        line = entry.line
        if line.tokens[0].strip(" .:").casefold() in _CREDITS:
            gathering.add(line, self._recipes.of("w" * len(line.tokens), listed=False))
            return
        if entry.label and gathering.complete(line, entry.label):
            return
        if entry.follows and not article and not entry.opened and gathering.continued(line):
            return
        told = entry.opened or not article or _speaks_of_people(line)
        listed = about_people and told and not line.prose
        gathering.add(line, self._recipes.of(line.shape, listed=listed), named=entry.label == "name")

    def _entries(self, source: str, check: Callable[[], None], *, article: bool = False) -> Iterator[_Entry]:
        """The lines that say something."""
        start, follows = 0, False
        opening, make = _OPENING.match, self._lines.line
        for number, raw in enumerate(source.split("\n")):
            if not number % _CHECK_EVERY:
                check()
            found = opening(raw)
            first = found.end() if found else 0
            if first < len(raw):
                label: Part | None = None
                if ":" in raw and (labelled := _LABEL.match(raw, first)) and labelled.end() < len(raw):
                    label = _LABELLED[labelled.group(1).split()[0].split("/")[0].casefold()]
                    first = labelled.end()
                opened = bool(first and raw[:first].strip())
                line = make(raw[first:], start + first)
                if line.prose:
                    line = make(raw[first:], start + first, "prose")
                elif article and not opened and not _speaks_of_people(line):
                    line = make(raw[first:], start + first, "headline")
                yield _Entry(line, opened, label, follows)
            follows = first < len(raw)
            start += len(raw) + 1


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


def _speaks_of_people(line: Line) -> bool:
    shape = line.shape
    return ("R" in shape or "B" in shape or "F" in shape) and shape.count("w") < 4


def _section(line: Line, about_people: bool) -> bool:
    """Whether the lines from here on may list people: a heading ("Hasil:", "Hadir:") tells."""
    if line.shape[-1] != ":" or len(line.shape) > _HEADING_WORDS:
        return about_people
    words = {token.strip(" .,").casefold() for token in line.tokens}
    return "t" in line.shape or not words & _OTHER_SECTIONS
