"""The one multilevel list: ``1.`` ``a.`` ``1)`` ``a)`` ``(1)`` ``(a)``, and the Roman chapters of reports.

The order is the police's paragraph scheme, which civil and army offices use too (sumber: pedoman tulisan dinas; the
levels below the third belum diverifikasi). Instances of the list (sections, tembusan, agenda, participants) start
again at 1 by an override, because Word counts on through all instances of one list. Chapters (``I.`` ``II.``) are a
list of their own, because the paragraphs of a report count on through its chapters.
"""

from __future__ import annotations

from make_templates.look import STEP
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
CHAPTERS = 5
"""The list of the chapters."""


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
    chapter = w(
        "lvl",
        val("start", 1),
        val("numFmt", "upperRoman"),
        val("pStyle", "BabRomawi"),
        val("lvlText", "%1."),
        val("lvlJc", "left"),
        w("pPr", w("ind", left=STEP, hanging=STEP)),
        ilvl=0,
    )
    chapters = w(
        "abstractNum",
        val("nsid", "52414B51"),
        val("multiLevelType", "singleLevel"),
        val("tmpl", "52414B52"),
        val("name", "Bab"),
        chapter,
        abstractNumId=1,
    )
    of_chapters = w("num", val("abstractNumId", 1), numId=CHAPTERS)
    return root("numbering", many, chapters, *(_instance(number) for number in INSTANCES), of_chapters)


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
