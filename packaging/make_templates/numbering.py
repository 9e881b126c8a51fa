"""The one multilevel list: ``1.`` ``a.`` ``1)`` ``a)`` ``(1)`` ``(a)``.

The order is the police's paragraph scheme, which civil and army offices use too (sumber: pedoman tulisan dinas; the
levels below the third belum diverifikasi). Instances of the list (sections, tembusan, agenda, participants) start
again at 1 by an override, because Word counts on through all instances of one list.
"""

from __future__ import annotations

from make_templates.styles import STEP
from make_templates.xml import Element, root, val, w

LEVELS: tuple[tuple[str, str], ...] = (
    ("decimal", "%1."),
    ("lowerLetter", "%2."),
    ("decimal", "%3)"),
    ("lowerLetter", "%4)"),
    ("decimal", "(%5)"),
    ("lowerLetter", "(%6)"),
)
INSTANCES = (1, 2, 3, 4)


def numbering_part() -> Element:
    """Return numbering.xml."""
    levels = [_level(depth, kind, text) for depth, (kind, text) in enumerate(LEVELS)]
    many = w(
        "abstractNum",
        val("nsid", "52414B4F"),
        val("multiLevelType", "multilevel"),
        val("tmpl", "52414B50"),
        val("name", "Butir"),
        *levels,
        abstractNumId=0,
    )
    return root("numbering", many, *(_instance(number) for number in INSTANCES))


def _level(depth: int, kind: str, text: str) -> Element:
    return w(
        "lvl",
        val("start", 1),
        val("numFmt", kind),
        val("pStyle", f"Butir{depth + 1}"),
        val("lvlText", text),
        val("lvlJc", "left"),
        w("pPr", w("ind", left=STEP * (depth + 1), hanging=STEP)),
        ilvl=depth,
    )


def _instance(number: int) -> Element:
    restart = w("lvlOverride", val("startOverride", 1), ilvl=0)
    return w("num", val("abstractNumId", 0), restart, numId=number)
