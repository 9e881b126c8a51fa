"""The styles every template shares: the names an office finds in Word's style list.

``font`` and ``size`` are the office's business; Arial 12 is what police and civil offices use by habit.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from make_templates.page import cm
from make_templates.xml import Element, root, val, w

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


def _butir(level: int) -> Look:
    return Look(f"Butir{level}", f"Butir {level}", align="both", after=60, list_number=1, level=level - 1)


_FIELD_TABS = (("left", "", VALUE_AT - cm(0.4)),)
_NUMBERED_VALUE_AT = cm(6.6)

LOOKS: tuple[Look, ...] = (
    Look("Header", "header", align="center"),
    Look("Footer", "footer", align="center"),
    Look("Kop", align="center"),
    Look("KopBesar", "Kop Besar", "Kop", bold=True, size=16),
    Look("KopAlamat", "Kop Alamat", "Kop", size=11),
    Look("Lambang", "Lambang", align="center"),
    Look("Judul", "Title", next="Subjudul", align="center", before=360, keep_next=True, keep_lines=True, bold=True),
    Look(
        "Subjudul",
        "Subtitle",
        next="Paragraf",
        align="center",
        left=cm(1.5),
        right=cm(1.5),
        keep_next=True,
        keep_lines=True,
        bold=True,
    ),
    Look("SubjudulGaris", "Subjudul Garis", "Subjudul", next="Paragraf", rule_below=("single", 6, 2)),
    Look("Nomor", "Nomor Dokumen", align="center", keep_next=True),
    Look("Jarak", keep_next=True),
    Look("Akhir", size=1),
    Look("Paragraf", align="both", after=120),
    Look("Isian", after=40, left=VALUE_AT, hanging=VALUE_AT, tabs=_FIELD_TABS),
    Look("IsianLabel", "Isian Label", after=40),
    Look("IsianLabelDalam", "Isian Label Dalam", "IsianLabel", after=40, left=cm(0.6)),
    Look("IsianNilai", "Isian Nilai", after=40),
    Look("IsianDaftar", "Isian Daftar", "IsianNilai", after=40, left=cm(0.9), hanging=cm(0.9)),
    *(_butir(level) for level in range(1, 7)),
    Look(
        "Bab",
        "heading 1",
        "Butir1",
        next="Butir2",
        align="left",
        before=160,
        after=60,
        keep_next=True,
        keep_lines=True,
        outline=0,
        bold=True,
    ),
    Look("BabTanpaNomor", "Bab Tanpa Nomor", next="Bab", before=160, after=60, keep_next=True, bold=True),
    Look(
        "ButirIsian",
        "Butir Isian",
        "Butir2",
        align="left",
        after=60,
        left=_NUMBERED_VALUE_AT,
        hanging=_NUMBERED_VALUE_AT - STEP,
        tabs=(("left", "", 2 * STEP), ("left", "", _NUMBERED_VALUE_AT - cm(0.4))),
    ),
    Look("ButirPembuka", "Butir Pembuka", "Butir2", align="left", after=60, keep_next=True, keep_lines=True),
    Look("ButirPenutup", "Butir Penutup", "Butir2", after=60, keep_next=True, keep_lines=True),
    Look("ButirIsi", "Butir Isi", "Paragraf", after=60, left=STEP),
    Look("DaftarAcara", "Daftar Acara", "IsianDaftar", after=40, list_number=3, left=cm(0.9), hanging=cm(0.9)),
    Look("DaftarPeserta", "Daftar Peserta", "IsianDaftar", after=40, list_number=4, left=cm(0.9), hanging=cm(0.9)),
    Look(
        "TabelKepala",
        "Tabel Kepala",
        next="TabelIsi",
        align="center",
        before=40,
        after=40,
        keep_next=True,
        bold=True,
        size=10,
    ),
    Look("TabelIsi", "Tabel Isi", before=30, after=30, size=10),
    Look("TabelNomor", "Tabel Nomor", "TabelIsi", align="center", before=30, after=30),
    Look("ParafGanjil", "Paraf Ganjil", "TabelIsi", before=200, tabs=(("left", "dot", cm(1.7)),)),
    Look("ParafGenap", "Paraf Genap", "TabelIsi", before=200, left=cm(1.5), tabs=(("left", "dot", cm(3.1)),)),
    Look("TandaTangan", "Tanda Tangan", align="center", keep_next=True, keep_lines=True),
    Look("TandaTanganJabatan", "Tanda Tangan Jabatan", "TandaTangan", left=cm(0.5), right=cm(0.5)),
    Look("TandaTanganRuang", "Tanda Tangan Ruang", "TandaTangan", before=700),
    Look("TandaTanganNama", "Tanda Tangan Nama", "TandaTangan", rule_below=("single", 6, 1), bold=True),
    Look("Tembusan", next="TembusanButir", before=240, keep_next=True),
    Look("TembusanButir", "Tembusan Butir", list_number=2, left=cm(0.9), hanging=cm(0.9)),
    Look(
        "Dokumentasi", "Dokumentasi", next="Foto", align="center", after=240, keep_next=True, page_break=True, bold=True
    ),
    Look("Foto", next="KeteranganFoto", align="center", before=120, keep_next=True),
    Look(
        "KeteranganFoto",
        "caption",
        next="Foto",
        align="center",
        before=60,
        after=240,
        left=cm(1),
        right=cm(1),
        keep_lines=True,
        italic=True,
        size=10.5,
    ),
    Look(
        "LabelSiaran",
        "Label Siaran",
        next="JudulSiaran",
        align="center",
        before=300,
        after=120,
        keep_next=True,
        bold=True,
    ),
    Look(
        "JudulSiaran",
        "Title",
        next="Paragraf",
        align="center",
        after=200,
        left=cm(1),
        right=cm(1),
        keep_next=True,
        keep_lines=True,
        bold=True,
        size=15,
    ),
    Look("ParagrafSiaran", "Paragraf Siaran", "Paragraf", align="both", after=160),
    Look("PenutupSiaran", "Penutup Siaran", "Paragraf", after=160, keep_lines=True),
)
"""Order is the order in styles.xml; a style stands after the one it is based on."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table style: which borders it draws, and its cells' padding in twips (left and right)."""

    id: str
    name: str
    borders: dict[str, tuple[str, int]] = field(default_factory=dict)
    padding: int = 0


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
    if look.before or look.after:
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
