"""The styles every template shares: the names an office finds in Word's style list.

``font`` and ``size`` are the office's business; Arial 12 is what police and civil offices use by habit.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from make_templates.look import FONT, Look
from make_templates.looks_forms import FORM_LOOKS
from make_templates.looks_text import TEXT_LOOKS
from make_templates.xml import Element, root, val, w

LOOKS: tuple[Look, ...] = (*TEXT_LOOKS, *FORM_LOOKS)
"""Order is the order in styles.xml; a style stands after the one it is based on."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table style: which borders it draws, and its cells' padding in twips (left and right)."""

    id: str
    name: str
    borders: dict[str, tuple[str, int]] = field(default_factory=dict)
    padding: int = 0


_SINGLE = (
    *("Kop", "Tabel", "TandaTangan", "Surat", "Lampiran", "Judul", "Subjudul", "Nomor", "Tembusan", "Foto"),
    *("Keterangan", "Header", "Footer", "ParafG", "Akhir", "Lambang", "LabelSiaran"),
)
"""Beginnings of the styles that stay in single lines when an office spaces its running text wider."""

_GRID = dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), ("single", 4))

TABLE_LOOKS: tuple[TableLook, ...] = (
    TableLook("TabelPolos", "Tabel Polos"),
    TableLook("TabelKop", "Tabel Kop", {"bottom": ("single", 8)}),
    TableLook("TabelKopGanda", "Tabel Kop Ganda", {"bottom": ("double", 12)}),
    TableLook("TabelKisi", "Tabel Kisi", _GRID, padding=70),
)


def styles_part(titles: str) -> Element:
    """Return styles.xml; ``titles`` is the id of the style that is the document's Title, the other is left out."""
    unused = ("Judul",) if titles == "JudulSiaran" else ("JudulSiaran", "LabelSiaran")
    return root(
        "styles",
        _defaults(),
        w("style", val("name", "Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
        w(
            "style",
            val("name", "Default Paragraph Font"),
            val("uiPriority", 1),
            w("semiHidden"),
            type="character",
            default=1,
            styleId="HurufBaku",
        ),
        _plain_table(),
        w(
            "style",
            val("name", "No List"),
            val("uiPriority", 99),
            w("semiHidden"),
            type="numbering",
            default=1,
            styleId="TanpaDaftar",
        ),
        w(
            "style",
            val("name", "Strong"),
            val("aliases", "Tebal"),
            val("basedOn", "HurufBaku"),
            w("qFormat"),
            w("rPr", w("b"), w("bCs")),
            type="character",
            styleId="Tebal",
        ),
        *(_paragraph_style(look) for look in LOOKS if look.id not in unused),
        *(_table_style(look) for look in TABLE_LOOKS),
    )


def _defaults() -> Element:
    return w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
                val("sz", 24),
                val("szCs", 24),
                w("lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA"),
            ),
        ),
        w("pPrDefault", w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))),
    )


def _plain_table() -> Element:
    margins = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    return w(
        "style",
        val("name", "Normal Table"),
        val("uiPriority", 99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TabelBaku",
    )


_BUILT_IN = {"Title": "Judul", "Subtitle": "Subjudul", "heading 1": "Bab", "caption": "Keterangan Foto"}


def _paragraph_style(look: Look) -> Element:
    name = look.name or look.id
    style = w("style", val("name", name))
    if name in _BUILT_IN:
        style.append(val("aliases", _BUILT_IN[name]))
    style.append(val("basedOn", look.based_on))
    if look.next:
        style.append(val("next", look.next))
    style.append(w("qFormat"))
    for part in (_paragraph_properties(look), _run_properties(look)):
        if len(part):
            style.append(part)
    style.set(_w("type"), "paragraph")
    if name not in _BUILT_IN and name not in ("header", "footer"):
        style.set(_w("customStyle"), "1")
    style.set(_w("styleId"), look.id)
    return style


def _paragraph_properties(look: Look) -> Element:
    """Properties in the order the schema wants."""
    properties = w("pPr")
    for wanted, name in (
        (look.keep_next, "keepNext"),
        (look.keep_lines, "keepLines"),
        (look.page_break, "pageBreakBefore"),
    ):
        if wanted:
            properties.append(w(name))
    if look.list_number is not None:
        level = [val("ilvl", look.level)] if look.level else []
        properties.append(w("numPr", *level, val("numId", look.list_number)))
    if look.rule_below is not None:
        kind, thickness, distance = look.rule_below
        properties.append(w("pBdr", w("bottom", val=kind, sz=thickness, space=distance, color="auto")))
    if look.tabs:
        properties.append(w("tabs", *(_tab(*each) for each in look.tabs)))
    if look.id.startswith(_SINGLE):
        properties.append(w("spacing", before=look.before, after=look.after, line=240, lineRule="auto"))
    elif look.before or look.after:
        properties.append(w("spacing", before=look.before, after=look.after))
    indents = {"left": look.left, "right": look.right, "hanging": look.hanging}
    if any(value is not None for value in indents.values()):
        properties.append(w("ind", **{name: value for name, value in indents.items() if value is not None}))
    if look.align:
        properties.append(val("jc", look.align))
    if look.outline is not None:
        properties.append(val("outlineLvl", look.outline))
    return properties


def _tab(alignment: str, leader: str, position: int) -> Element:
    tab = w("tab", val=alignment)
    if leader:
        tab.set(_w("leader"), leader)
    tab.set(_w("pos"), str(position))
    return tab


def _run_properties(look: Look) -> Element:
    properties = w("rPr")
    for wanted, name in ((look.bold, "b"), (look.italic, "i")):
        if wanted:
            properties.extend((w(name), w(f"{name}Cs")))
    if look.capitals:
        properties.append(w("caps"))
    if look.size:
        half_points = round(look.size * 2)
        properties.extend((val("sz", half_points), val("szCs", half_points)))
    return properties


def _table_style(look: TableLook) -> Element:
    properties = w("tblPr", w("tblInd", w=0, type="dxa"))
    if look.borders:
        properties.append(
            w(
                "tblBorders",
                *(w(side, val=kind, sz=size, space=0, color="auto") for side, (kind, size) in look.borders.items()),
            )
        )
    properties.append(
        w(
            "tblCellMar",
            *(
                w(side, w=width, type="dxa")
                for side, width in (("top", 0), ("left", look.padding), ("bottom", 0), ("right", look.padding))
            ),
        )
    )
    return w(
        "style",
        val("name", look.name),
        val("basedOn", "TabelBaku"),
        w("qFormat"),
        properties,
        type="table",
        customStyle=1,
        styleId=look.id,
    )


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name
