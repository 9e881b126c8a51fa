"""The office (satker) that writes: its letterhead, page, habits and press manners."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

OfficeKind = Literal["police", "local_government", "army", "other"]
Paper = Literal["A4", "F4"]
PeopleOrder = Literal["protocol", "host_first", "typed"]

LETTERHEAD_LINES = 3
"""A police letterhead has at most three lines (Perkap 1/2023, annex), the street line not counted."""
LETTERHEAD_WIDTH = 41
"""Its longest line has at most 41 characters, blanks included (Perkap 1/2023, annex)."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The kop: unit lines in capitals, an address line, and the content hash of an emblem picture."""

    lines: tuple[str, ...] = ()
    address: str = ""
    emblem: str = ""


@dataclass(frozen=True, slots=True)
class Font:
    """Body font of the office's documents; size in points."""

    name: str = "Arial"
    size: float = 12


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins in centimetres."""

    top: float = 2.0
    left: float = 2.5
    right: float = 1.5
    bottom: float = 2.0


@dataclass(frozen=True, slots=True)
class Switches:
    """Habits of spelling and printing.

    A stop after "Pol" ("Kombes Pol.") and after the corps ("Letkol Inf."); TERBATAS at head and foot of each page, as
    RAHASIA always is; the fields of SRIKANDI (``${nomor_naskah}``), which the national e-office fills in.
    """

    rank_stop: bool = False
    corps_stop: bool = False
    mark_restricted: bool = False
    srikandi: bool = False


@dataclass(frozen=True, slots=True)
class OfficeSigner:
    """Who usually signs: capacity, post in full, and the person when it is always the same one."""

    capacity: Literal["note_taker", "acknowledged", "chair"] = "acknowledged"
    post: str = ""
    name: str = ""
    rank: str = ""
    service_no: str = ""
    on_behalf: Literal["", "a.n.", "u.b."] = ""


@dataclass(frozen=True, slots=True)
class PressProfile:
    """Press manners. ``dateline`` knows {kota}, {KOTA}, {provinsi}; ``sign_off`` closes every release."""

    dateline: str = "{kota}"
    sign_off: str = ""
    byline: str = ""
    chief: str = ""
    sender: str = ""
    copies: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office profile. ``minutes_label`` is what the office prints over its minutes (NOTULEN, NOTULA).

    ``line_spacing`` is that of running text, in lines; heads, tables and signatures stay single.
    """

    id: str = ""
    kind: OfficeKind = "police"
    name: str = ""
    short_name: str = ""
    city: str = ""
    province: str = ""
    zone: Literal["WIB", "WITA", "WIT"] = "WIB"
    letterhead: Letterhead = field(default_factory=Letterhead)
    paper: Paper = "A4"
    font: Font = field(default_factory=Font)
    line_spacing: float = 1.0
    margins: Margins = field(default_factory=Margins)
    number_pattern: str = ""
    switches: Switches = field(default_factory=Switches)
    people_order: PeopleOrder = "typed"
    signers: tuple[OfficeSigner, ...] = ()
    minutes_label: str = "NOTULEN"
    press: PressProfile = field(default_factory=PressProfile)
