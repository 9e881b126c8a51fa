"""From a kind of office, its name and its province to a whole office profile with good defaults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from rakor_desktop.domain.edits import new_id
from rakor_desktop.domain.office import Font, Letterhead, Margins, Office, OfficeSigner, PressProfile

Tables = Mapping[str, Mapping[str, Any]]
"""The catalog's office files by name: ``presets`` and ``provinces``."""

DEFAULT_KIND: Final = "polres"
_FIELD: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class OfficePresets:
    """What ``presets.toml`` and ``provinces.toml`` know."""

    tables: Tables

    @cached_property
    def kinds(self) -> tuple[Mapping[str, Any], ...]:
        """The kinds of office in the file's order."""
        return tuple(self.tables["presets"]["jenis"])

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """The names of the provinces by the alphabet."""
        return tuple(sorted(p["nama"] for p in self.tables["provinces"]["provinsi"]))

    def kind(self, code: str) -> Mapping[str, Any]:
        """The preset of a code; an unknown one gives the last preset, for offices of any sort."""
        return next((k for k in self.kinds if k["kode"] == code), self.kinds[-1])

    def province(self, name: str) -> Mapping[str, Any]:
        """What is known of a province; empty when the name is unknown."""
        wanted = name.strip().casefold()
        found = (p for p in self.tables["provinces"]["provinsi"] if p["nama"].casefold() == wanted)
        return next(found, {})

    def office(self, code: str, unit: str, city: str, province: str) -> Office:
        """The profile of an office; what is not known stays empty."""
        preset, region = self.kind(code), self.province(province)
        facts = _facts(preset, region, unit.strip(), city.strip(), province.strip())
        top, left, right, bottom = preset["margin"]
        return Office(
            id=new_id(),
            kind=preset["lembaga"],
            name=_filled(preset["nama"], facts),
            short_name=_filled(preset["nama_singkat"], facts),
            city=city.strip(),
            province=province.strip(),
            zone=region.get("zona", "WIB"),
            letterhead=Letterhead(lines=_lines(preset["kop"], facts)),
            paper=preset["kertas"],
            font=Font(preset["huruf"], float(preset["ukuran"])),
            margins=Margins(top=top, left=left, right=right, bottom=bottom),
            people_order=preset["urutan"],
            signers=_signers(_filled(preset["mengetahui"], facts)),
            minutes_label=preset["label_notula"],
            press=PressProfile(
                sign_off=_filled(preset["penutup"], facts),
                chief=_filled(preset["pimpinan"], facts),
                sender=_filled(preset["pengirim"], facts),
            ),
        )

    def plain(self) -> Office:
        """The profile of somebody who does not want to say yet: police habits, no names."""
        preset = self.kind(DEFAULT_KIND)
        top, left, right, bottom = preset["margin"]
        return Office(
            id=new_id(),
            kind=preset["lembaga"],
            letterhead=Letterhead(lines=(preset["kop"][0],)),
            margins=Margins(top=top, left=left, right=right, bottom=bottom),
            minutes_label=preset["label_notula"],
        )


def _facts(
    preset: Mapping[str, Any], region: Mapping[str, Any], unit: str, city: str, province: str
) -> dict[str, str]:
    unit = _without_kind(unit, preset)
    if not unit and preset.get("unit_dari_polda"):
        unit = str(region.get("polda", ""))
    return {
        "unit": unit,
        "nomor": unit.split("/", 1)[0].strip(),
        "kota": city,
        "provinsi": province,
        "polda": str(region.get("polda", "")),
        "kop_polda": str(region.get("kop_polda", "")),
        "kop_kodam": str(region.get("kop_kodam", "")),
    }


def _without_kind(unit: str, preset: Mapping[str, Any]) -> str:
    """The unit's own name: people naturally type "Polres Lahat" where the form asks for "Lahat"."""
    said = [word for word in preset["nama"].split() if not word.startswith("{")]
    said += ["Pemerintah", "Pemkab", "Pemkot", "Kabupaten", "Kota"] if preset["lembaga"] == "local_government" else []
    words = unit.split()
    while len(words) > 1 and words[0].casefold() in {word.casefold() for word in said}:
        words = words[1:]
    return " ".join(words)


def _filled(pattern: str, facts: Mapping[str, str]) -> str:
    """The pattern with its fields; empty when one of them is not known, so that no half sentence is printed."""
    if any(not facts.get(name) for name in _FIELD.findall(pattern)):
        return ""
    return _FIELD.sub(lambda field: facts[field[1]], pattern)


def _lines(patterns: list[str], facts: Mapping[str, str]) -> tuple[str, ...]:
    filled = (_filled(pattern, facts).upper() for pattern in patterns)
    return tuple(line for line in filled if line)


def _signers(acknowledged: str) -> tuple[OfficeSigner, ...]:
    return (OfficeSigner("acknowledged", acknowledged), OfficeSigner("note_taker"))
