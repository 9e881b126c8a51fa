"""What may go out with a release: points, figures and photos, each with what should be looked at before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Figure, Item, Meeting, Photo
from rakor_desktop.ui.pages.entries import KIND_NAMES, Entry, figure_entry, item_entry, photo_entry

_SECRETS: Final = {
    "nomor-rahasia": "nomor rahasia",
    "kekuatan-personel": "jumlah personel",
    "kedudukan-pos": "tempat pos",
    "titik-rawan": "titik rawan",
    "nomor-telepon": "nomor telepon",
    "nomor-induk": "NIK atau NRP",
    "identitas-anak": "identitas anak",
    "tuduhan-bernama": "tuduhan dengan nama",
}
_MOST_REMEMBERED: Final = 2000


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that may go out. ``kind`` is the record's class, ``group`` the name of its sort ("Arahan", "Foto");
    ``warnings`` say what to look at before it is released, ``reasons`` the whole sentences behind them.
    """

    kind: type
    id: str
    public: bool
    group: str
    entry: Entry
    warnings: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def pieces_of(meeting: Meeting, catalog: Catalog) -> list[Piece]:
    """The points, figures and photos of a meeting, in this order, with what should be looked at."""
    found: list[Piece] = []
    for item in meeting.items:
        entry = replace(item_entry(item, meeting), mark="", note="")
        found.append(_piece(item, KIND_NAMES[item.kind], entry, (*_gaps(item), *_told(catalog, _words(item)))))
    for figure in meeting.figures:
        text = f"{figure.label} {figure.value} {figure.unit}".strip()
        found.append(_piece(figure, "Angka", figure_entry(figure), _told(catalog, text, *_figure_words(figure))))
    for number, photo in enumerate(meeting.photos, start=1):
        found.append(_piece(photo, "Foto", photo_entry(photo, number), _told(catalog, photo.caption)))
    return found


def _piece(record: Item | Figure | Photo, group: str, entry: Entry, why: tuple[tuple[str, str], ...]) -> Piece:
    warnings = tuple(dict.fromkeys(short for short, _ in why))
    note = f"⚠ {', '.join(warnings)}" if warnings else ""
    shown = replace(entry, note=note, note_tone="doubt")
    return Piece(
        type(record), record.id, record.public, group, shown, warnings, tuple(dict.fromkeys(long for _, long in why))
    )


def _words(item: Item) -> str:
    return "\n".join(text for text in (item.topic, item.text, item.quote) if text)


def _figure_words(figure: Figure) -> tuple[str, ...]:
    """A figure as it is told ("412 personel"), so that the rules for running text know it."""
    label = figure.label[:1].lower() + figure.label[1:]
    return (f"{figure.value} {figure.unit} {label}", f"{figure.value} {label}")


def _gaps(item: Item) -> Iterator[tuple[str, str]]:
    if not item.text.strip() and not item.quote.strip():
        yield "belum ada isi", "Butir ini belum ada isinya, jadi tidak menambah apa-apa pada siaran pers."
    if item.quote.strip() and not item.speaker_id and not item.speaker.strip():
        yield "kutipan tanpa pembicara", "Kutipan ini belum ada pembicaranya; kutipan tanpa nama tidak disiarkan."


def _told(catalog: Catalog, *texts: str) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(found for text in texts for found in _secrets(_Tables(catalog), text)))


class _Tables:
    """The catalog as a key of what is remembered: told apart by being the same object."""

    __slots__ = ("catalog",)

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __hash__(self) -> int:
        return id(self.catalog)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tables) and other.catalog is self.catalog


@lru_cache(maxsize=_MOST_REMEMBERED)
def _secrets(tables: _Tables, text: str) -> tuple[tuple[str, str], ...]:
    """What must not go out unseen in a text: short names and whole sentences. The same text is read once."""
    if not text.strip():
        return ()
    from rakor_desktop.review.text.facts import Knowledge, TextFacts
    from rakor_desktop.review.text.page import Page
    from rakor_desktop.review.text.secrets import secrets

    catalog = tables.catalog
    known = Knowledge(catalog, catalog.review_words, TextFacts(), date.min)
    return tuple((_named(f.code, f.text), f.message) for f in secrets(Page(text), known))


def _named(code: str, words: str) -> str:
    name = _SECRETS.get(code, code.replace("-", " "))
    return f"{name}: {words}" if len(words) <= 28 else name
