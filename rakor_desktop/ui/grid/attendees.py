"""The grids of this program: attendees, invited groups, and figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QObject

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Attendee, Figure, Group, Meeting
from rakor_desktop.domain.names import full_name, split_titles
from rakor_desktop.ui.grid.columns import Column, choice_column, text_column
from rakor_desktop.ui.grid.completion import Completion, person_fields
from rakor_desktop.ui.grid.editors import Choice
from rakor_desktop.ui.grid.model import RecordModel

ROLES: Final = (
    ("chair", "Pimpinan"),
    ("speaker", "Narasumber"),
    ("guest", "Undangan"),
    ("participant", "Peserta"),
)
PRESENCES: Final = (("present", "Hadir"), ("online", "Daring"), ("absent", "Tidak hadir"))


def attendees_model(
    desk: Desk, catalog: Catalog, parent: QObject | None = None, completion: Completion | None = None
) -> RecordModel:
    """The attendance list."""
    columns = attendee_columns(catalog, completion or Completion(catalog))
    return RecordModel(desk, Attendee, columns, "hadirin", parent)


def attendee_columns(catalog: Catalog, completion: Completion) -> tuple[Column, ...]:
    """The columns of the attendance list."""
    used = completion.used
    posts, houses = completion.position, completion.institution
    return (
        _rank_column(catalog, completion),
        _name_column(catalog, completion),
        text_column("position", "Jabatan", "position", suggest=posts, hint="jabatan", width=20, stretch=3),
        text_column("institution", "Instansi", "institution", suggest=houses, hint="instansi", width=18, stretch=3),
        text_column("represents", "Mewakili", "represents", suggest=used("represents"), width=14, stretch=2),
        text_column("service_no", "NRP/NIP", "service_no", width=11, stretch=1),
        choice_column("role", "Peran", "role", ROLES, width=11),
        choice_column("presence", "Kehadiran", "presence", PRESENCES, width=11),
        text_column("excuse", "Keterangan", "excuse", suggest=used("excuse"), width=11, stretch=1),
    )


def groups_model(desk: Desk, parent: QObject | None = None) -> RecordModel:
    """Invited circles and institutions."""
    hint = "mis. para PJU Polres, Dinas PUPR"
    columns = (text_column("name", "Undangan lain atau kelompok", "name", hint=hint, width=20, stretch=1),)
    return RecordModel(desk, Group, columns, "kelompok", parent)


def figures_model(desk: Desk, parent: QObject | None = None) -> RecordModel:
    """Figures that documents repeat."""
    columns = (
        text_column("label", "Keterangan", "label", hint="mis. jumlah TPS", width=20, stretch=3),
        text_column("value", "Angka", "value", hint="893", width=10, stretch=1),
        text_column("unit", "Satuan", "unit", hint="TPS", width=10, stretch=1),
        Column(
            "public",
            "Rilis",
            lambda figure: "Boleh dirilis" if figure.public else "Internal",
            _parse_public,
            suggest=_public_choices,
            fixed_choices=True,
            width=12,
        ),
    )
    return RecordModel(desk, Figure, columns, "angka", parent)


def _rank_column(catalog: Catalog, completion: Completion) -> Column:
    def completed(text: str) -> Mapping[str, Any]:
        # Only the same rank written another way is completed; anything else stays as typed.
        match = catalog.ranks.find(text)
        return {"rank": match.code if match else text.strip()}

    def doubt(attendee: Attendee) -> str:
        if not attendee.rank or catalog.ranks.find(attendee.rank):
            return ""
        meant = " atau ".join(catalog.ranks.nearest(attendee.rank))
        return f"Pangkat “{attendee.rank}” tidak dikenal." + (f" Mungkin maksudnya {meant}." if meant else "")

    return Column(
        "rank",
        "Pangkat",
        lambda attendee: attendee.rank,
        lambda text: {"rank": text.strip()},
        typed=completed,
        suggest=completion.rank,
        doubt=doubt,
        hint="pangkat",
        width=10,
    )


def _name_column(catalog: Catalog, completion: Completion) -> Column:
    def parse(text: str) -> Mapping[str, Any]:
        split = split_titles(text, catalog.titles)
        return {"front": split.front, "name": split.name, "back": split.back}

    def doubt(attendee: Attendee) -> str:
        first, _, rest = attendee.name.partition(" ")
        if attendee.rank or not rest or not catalog.ranks.find(first):
            return ""
        return f"Nama ini diawali pangkat “{first}”. Pindahkan pangkat ke kolomnya."

    return Column(
        "name",
        "Nama",
        lambda attendee: full_name(attendee.front, attendee.name, attendee.back),
        parse,
        suggest=completion.name,
        fill=person_fields,
        doubt=doubt,
        hint="nama dan gelar",
        width=25,
        stretch=4,
    )


def _parse_public(text: str) -> Mapping[str, Any] | None:
    typed = text.strip().casefold()
    if not typed:
        return None
    if typed in ("y", "ya", "x", "1") or "boleh dirilis".startswith(typed) or "rilis".startswith(typed):
        return {"public": True}
    return {"public": False} if typed in ("t", "tidak", "0") or "internal".startswith(typed) else None


def _public_choices(meeting: Meeting, typed: str) -> Iterable[Choice]:
    return (
        Choice(text, text) for text in ("Boleh dirilis", "Internal") if text.casefold().startswith(typed.casefold())
    )
