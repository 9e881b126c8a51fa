"""Places: provinces, kabupaten and kota, their usual short forms, and areas of police and armed forces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal

from rakor_desktop.catalog.reader import Fields, read_toml

PlaceKind = Literal["province", "regency", "city", "area"]
"""``regency`` is a kabupaten, ``city`` a kota; an ``area`` is no administrative region (Pelabuhan Belawan)."""

_BEFORE: Final = "(\"'*_“‘["
_CLOSING: Final = ".)\"'*_”’]"
_SEPARATING: Final = ",;:"
_LONG_FORMS: Final = (("kepulauan ", "kep "), ("pegunungan ", "peg "))


@dataclass(frozen=True, slots=True)
class Place:
    """A place without the word for its kind: ``Kutai Barat``, short ``Kubar``, in ``Kalimantan Timur``.

    ``ambiguous`` holds those of its names that also are personal names or ordinary words (``Batu``, ``Agam``).
    """

    name: str
    kind: PlaceKind
    province: str = ""
    short: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its short forms."""
        return (self.name, *self.short)


@dataclass(frozen=True)
class PlaceTable:
    """All places; case, surrounding quotes and closing stops never matter."""

    all: tuple[Place, ...]

    def longest(self, words: Sequence[str], at: int = 0) -> int:
        """How many words from ``at`` form the longest known place; 0 when none begins there.

        A place never runs on over a comma, a semicolon or a colon.
        """
        node = self._tree
        best = 0
        for count, word in enumerate(words[at:], start=1):
            key, ends = _word_key(word)
            step = node.get(key)
            if step is None:
                break
            node = step
            if "" in node:
                best = count
            if ends:
                break
        return best

    def has(self, text: str) -> bool:
        """Whether the whole text is a known place or a short form of one."""
        return text_key(text) in self._index

    def find(self, text: str) -> Place | None:
        """The place a text names; of a kabupaten and a kota of the same name the kabupaten, and a province last."""
        found = self._index.get(text_key(text))
        return found[0] if found else None

    def named(self, text: str) -> tuple[Place, ...]:
        """Every place a text names: ``Solok`` is a kabupaten and a kota."""
        return self._index.get(text_key(text), ())

    def is_ambiguous(self, text: str) -> bool:
        """Whether a place's name also is a personal name or an ordinary word, so that it proves little alone."""
        return text_key(text) in self._ambiguous

    @cached_property
    def _index(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, dict[Place, None]] = {}
        for place in sorted(self.all, key=lambda place: _KIND_ORDER[place.kind]):
            for form in _typed_forms(place.forms):
                found.setdefault(form, {}).setdefault(place)
        return {form: tuple(places) for form, places in found.items()}

    @cached_property
    def _tree(self) -> dict[str, Any]:
        tree: dict[str, Any] = {}
        for form in self._index:
            node = tree
            for word in form.split():
                node = node.setdefault(word, {})
            node[""] = {}
        return tree

    @cached_property
    def _ambiguous(self) -> frozenset[str]:
        return frozenset(text_key(form) for place in self.all for form in place.ambiguous)


_KIND_ORDER: Final[dict[PlaceKind, int]] = {"regency": 0, "city": 1, "province": 2, "area": 3}


def text_key(text: str) -> str:
    """A text as places are compared: word by word without case, quotes and stops."""
    return " ".join(_word_key(word)[0] for word in text.split())


def _word_key(word: str) -> tuple[str, bool]:
    """The word as places are compared, and whether a separating sign ends it."""
    bare = word.rstrip(_CLOSING + _SEPARATING)
    ends = any(sign in _SEPARATING for sign in word[len(bare) :])
    return bare.lstrip(_BEFORE).casefold(), ends


def _typed_forms(forms: Iterable[str]) -> Iterable[str]:
    """The forms as keys, with the usual short ``Kep.`` and with blanks for hyphens (``Toli Toli``)."""
    for form in forms:
        key = text_key(form)
        yield key
        if "-" in key:
            yield key.replace("-", " ")
        for long, short in _LONG_FORMS:
            if long in key:
                yield key.replace(long, short)


def places_of(file: Path) -> tuple[Place, ...]:
    """The places of one file: provinces with their kabupaten and kota, short forms, and areas."""
    top = read_toml(file)
    top.texts("sumber")
    top.text("keyakinan", "")
    top.text("catatan", "")
    doubtful = frozenset(text_key(name) for name in top.texts("rancu"))
    found = [Place(name, "area") for name in top.texts("kawasan")]
    if "provinsi" in top.data:
        for entry in top.tables("provinsi"):
            found.extend(_province(entry))
    short = {} if "singkatan" not in top.data else dict(_short(entry) for entry in top.tables("singkatan"))
    top.done()
    known = {place.name for place in found}
    # Short forms of a place another file holds (the user's own beside the shipped ones) stand for themselves.
    found += [Place(name, "area") for name in short if name not in known]
    return tuple(_complete(place, short.get(place.name, ()), doubtful) for place in found)


def _complete(place: Place, short: tuple[str, ...], doubtful: frozenset[str]) -> Place:
    forms = (place.name, *short)
    ambiguous = frozenset(form for form in forms if text_key(form) in doubtful)
    return Place(place.name, place.kind, place.province, short, ambiguous)


def _province(entry: Fields) -> list[Place]:
    name = entry.text("nama")
    found = [Place(name, "province", name)]
    found += [Place(regency, "regency", name) for regency in entry.texts("kabupaten")]
    found += [Place(city, "city", name) for city in entry.texts("kota")]
    entry.done()
    return found


def _short(entry: Fields) -> tuple[str, tuple[str, ...]]:
    pair = entry.text("nama"), entry.texts("singkat", None)
    entry.done()
    return pair
