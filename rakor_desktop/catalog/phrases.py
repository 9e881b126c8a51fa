"""Words by which posts, institutions and groups are recognised even when no table holds the whole phrase."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final

from rakor_desktop.catalog.reader import Fields, read_toml

_SINGLE_WORDS: Final = {
    "kata_biasa": "ordinary",
    "kata_berita": "telling",
    "akhir_tempat": "place_ends",
    "awal_tempat": "place_openings",
    "diikuti_nama_setempat": "before_local_names",
    "diikuti_nama_wilayah": "before_regions",
}
"""The keys of single words in a file, and what :class:`PhraseWords` calls them."""
_AROUND: Final = ".,;:()\"'*_“”‘’[]"


@dataclass(frozen=True)
class PhraseWords:
    """The opening and continuing words of phrases, casefolded and without stops; phrases have single blanks.

    ``needing`` are those of ``posts`` that are no post alone: ``Kepala``, ``Ketua``. ``standard`` leads from a
    spelling (casefolded, no stops) to the standard one: ``sat pol pp`` to ``Satpol PP``. ``acronyms`` are the words
    written in capitals throughout: ``KPU``.

    Single words: ``ordinary`` ones make sentences and headlines and are no names (``kegiatan``); ``telling`` verbs show
    that a line is a sentence (``menegaskan``); ``place_ends`` and ``place_openings`` close and open the names of places
    (``Barat``, ``Tanjung``); after ``before_local_names`` stands the name of a village or a body that no table holds
    (``Desa``), after ``before_regions`` that of a regency, city or province (``Bupati``).
    """

    posts: frozenset[str] = frozenset()
    needing: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    standard: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    acronyms: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    place_ends: frozenset[str] = frozenset()
    place_openings: frozenset[str] = frozenset()
    before_local_names: frozenset[str] = frozenset()
    before_regions: frozenset[str] = frozenset()

    def longest(self, words: Sequence[str], at: int, among: Collection[str]) -> int:
        """How many words from ``at`` form the longest phrase of a set such as :attr:`posts`; 0 when none does.

        ``general manager`` is one phrase; a comma, semicolon or colon inside never is part of one.
        """
        best, phrase = 0, ""
        for count, word in enumerate(words[at : at + self._most_words], start=1):
            phrase = f"{phrase} {word_key(word)}".lstrip()
            if phrase in among:
                best = count
            if word.endswith((",", ";", ":")):
                break
        return best

    def spelled(self, text: str) -> str:
        """The text with every known phrase in its standard spelling; all else as it was typed.

        ``Kasat Narkoba`` gives ``Kasat Resnarkoba``, ``KPU Kab. Lahat`` gives ``KPU Kabupaten Lahat``.
        """
        words = text.split()
        parts: list[str] = []
        at = 0
        while at < len(words):
            count = self.longest(words, at, self.standard) if word_key(words[at]) in self._standard_openings else 0
            if count:
                phrase = " ".join(words[at : at + count])
                parts.append(_dressed(phrase, self.standard[_phrase_key(phrase)]))
            else:
                parts.append(words[at])
            at += count or 1
        return " ".join(parts)

    @cached_property
    def _standard_openings(self) -> frozenset[str]:
        return frozenset(phrase.partition(" ")[0] for phrase in self.standard)

    @cached_property
    def _most_words(self) -> int:
        sets = (self.posts, self.continuing, self.institutions, self.groups, self.addresses, self.standard)
        return max((phrase.count(" ") + 1 for part in sets for phrase in part), default=1)


def word_key(word: str) -> str:
    """A word as phrases are compared: without case and without stops and signs around it."""
    return word.strip(_AROUND).casefold()


def _phrase_key(text: str) -> str:
    return " ".join(word_key(word) for word in text.split())


def _dressed(typed: str, standard: str) -> str:
    """The standard spelling with the signs that stood around the typed one; the stop of an abbreviation goes."""
    before = typed[: len(typed) - len(typed.lstrip(_AROUND))]
    after = typed[len(typed.rstrip(_AROUND)) :]
    return before + standard + after.removeprefix(".")


def joined(parts: Sequence[PhraseWords]) -> PhraseWords:
    """The words of several files; where spellings differ the last file counts."""

    def all_of(name: str) -> frozenset[str]:
        return frozenset(word for part in parts for word in getattr(part, name))

    return PhraseWords(
        posts=all_of("posts"),
        needing=all_of("needing"),
        continuing=all_of("continuing"),
        institutions=all_of("institutions"),
        groups=all_of("groups"),
        addresses=all_of("addresses"),
        standard=MappingProxyType({typed: right for part in parts for typed, right in part.standard.items()}),
        acronyms=all_of("acronyms"),
        **{name: all_of(name) for name in _SINGLE_WORDS.values()},
    )


def phrases_of(file: Path) -> PhraseWords:
    """The phrase words of one file; a word that needs another must be among the posts."""
    top = read_toml(file)
    top.texts("sumber", None)
    top.text("keyakinan")
    top.text("catatan", "")
    written = [top.texts(key) for key in ("jabatan", "perlu_lanjutan", "lanjutan", "lembaga", "kelompok", "sapaan")]
    posts, needing, continuing, institutions, groups, addresses = (
        frozenset(map(_phrase_key, phrases)) for phrases in written
    )
    single = {name: frozenset(map(word_key, top.texts(key))) for key, name in _SINGLE_WORDS.items()}
    typed_words = [word for phrases in written for phrase in phrases for word in phrase.split()]
    standard = _standard(top)
    top.done()
    if lost := sorted(needing - posts):
        raise top.error("perlu_lanjutan", f'"{lost[0]}" tidak ada di jabatan', "Tambahkan juga ke daftar jabatan.")
    acronyms = frozenset(word.casefold() for word in typed_words if word.isupper())
    return PhraseWords(posts, needing, continuing, institutions, groups, addresses, standard, acronyms, **single)


def _standard(top: Fields) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for entry in top.tables("baku") if "baku" in top.data else ():
        right = entry.text("baku")
        found.update((_phrase_key(typed), right) for typed in entry.texts("tulisan", None))
        entry.done()
    return MappingProxyType(found)
