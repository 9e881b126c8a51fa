"""What a paragraph style says, and the measures that styles share."""

from __future__ import annotations

from dataclasses import dataclass

from make_templates.page import cm

FONT = "Arial"
STEP = cm(1)
"""Indent of one level of the list."""
VALUE_AT = cm(4.9)
"""Where the values of a field list begin."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. Lengths in twips, ``size`` in points; None leaves what the base style says."""

    id: str
    name: str = ""
    based_on: str = "Normal"
    next: str = ""
    align: str = ""
    before: int = 0
    after: int = 0
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    tabs: tuple[tuple[str, str, int], ...] = ()
    """Alignment, leader, position."""
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None
    list_number: int | None = None
    level: int = 0
    rule_below: tuple[str, int, int] | None = None
    """Kind, thickness in eighths of a point, distance in points."""
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    size: float = 0
