"""Ranks, corps and titles from ``resources/ranks`` and ``resources/titles``."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from rakor_desktop.catalog.reader import DataFileError, Fields, read_toml
from rakor_desktop.domain.names import Title
from rakor_desktop.domain.ranks import Corps, Rank

CONFIDENCE: Final = ("tinggi", "sedang", "rendah")
"""How sure an entry is, as data files say it."""

_PLACES: Final[dict[str, Literal["front", "back"]]] = {"depan": "front", "belakang": "back"}


def ranks_of(file: Path) -> tuple[Rank, ...]:
    """The ranks of one service. Faults raise :class:`DataFileError`: levels and codes must be unique."""
    top = read_toml(file)
    service, civil = top.text("lembaga"), top.flag("sipil")
    _about(top)
    ranks = tuple(_rank(entry, service, civil) for entry in top.tables("pangkat"))
    top.done()
    _unique(file, "kode", [rank.code for rank in ranks])
    _unique(file, "tingkat", [str(rank.level) for rank in ranks])
    return ranks


def _rank(entry: Fields, service: str, civil: bool) -> Rank:
    code = entry.text("kode")
    rank = Rank(
        code=code,
        full=entry.text("lengkap"),
        short=entry.text("singkat", code),
        service=service,
        group=entry.text("golongan"),
        level=entry.integer("tingkat"),
        variants=entry.texts("ragam"),
        takes_corps=entry.flag("berkorps"),
        civil=civil,
    )
    entry.text("padanan", "")
    _about(entry)
    entry.done()
    return rank


def corps_of(file: Path) -> tuple[Corps, ...]:
    """The corps of the armed forces; a code is unique inside its service."""
    top = read_toml(file)
    _about(top)
    found = tuple(_corps(entry) for entry in top.tables("korps"))
    top.done()
    _unique(file, "kode", [f"{corps.service} {corps.code}" for corps in found])
    return found


def _corps(entry: Fields) -> Corps:
    corps = Corps(entry.text("kode"), entry.text("lengkap"), entry.text("lembaga"), entry.texts("ragam"))
    _about(entry)
    entry.done()
    return corps


def titles_of(file: Path) -> tuple[Title, ...]:
    """The titles of one file, all standing in front of or behind the name."""
    top = read_toml(file)
    position = _PLACES[top.choice("letak", tuple(_PLACES))]
    _about(top)
    titles = tuple(_title(entry, position) for entry in top.tables("gelar"))
    top.done()
    _unique(file, "baku", [title.standard for title in titles])
    return titles


def _title(entry: Fields, position: Literal["front", "back"]) -> Title:
    title = Title(
        standard=entry.text("baku"),
        meaning=entry.text("arti"),
        position=position,
        variants=entry.texts("ragam"),
        ambiguous=entry.texts("rancu"),
        note=entry.text("catatan", ""),
    )
    entry.text("jenjang", "")
    entry.done()
    return title


def _about(table: Fields) -> None:
    """Where the knowledge comes from; for readers of the file."""
    table.texts("sumber")
    table.text("keyakinan", "")
    table.text("catatan", "")


def _unique(file: Path, key: str, values: list[str]) -> None:
    for place, value in enumerate(values):
        if value in values[:place]:
            raise DataFileError(file, f"isian {key}", f'"{value}" tercatat dua kali', "Hapus salah satunya.")
