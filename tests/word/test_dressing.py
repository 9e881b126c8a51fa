"""A template on an office's page: margins, font, tables that follow, and the letterhead's rule."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from rakor_desktop.word import TemplateError, inspect_docx
from rakor_desktop.word.dressing import Dress, dressed, dressed_file

ROOT = Path(__file__).resolve().parent.parent.parent
MINUTES = ROOT / "templates" / "notula" / "polri" / "template-a4.docx"
SHEET = ROOT / "templates" / "tindak-lanjut" / "polri" / "template-a4.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WIDE = Dress(margins=(3.0, 2.0, 2.5, 4.0))


def part(data: bytes, name: str = "document") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


def sums(data: bytes) -> set[int]:
    body = part(data).find(W + "body")
    assert body is not None
    return {
        sum(int(column.get(W + "w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
        for table in body.iterfind(W + "tbl")
    }


def test_margins_are_the_offices_and_tables_fill_the_new_width() -> None:
    data = dressed_file(MINUTES, WIDE)
    edges = next(part(data).iter(W + "pgMar"))
    assert [edges.get(W + side) for side in ("top", "right", "bottom", "left")] == ["1701", "1134", "1417", "2268"]
    assert 11906 - 1134 - 2268 in sums(data)
    assert 11906 - 850 - 1417 not in sums(data)
    for row in part(data).iter(W + "tr"):
        table = row.getparent()
        assert table is not None
        columns = sum(int(column.get(W + "w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
        cells = sum(int(width.get(W + "w", "0")) for width in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW"))
        assert cells in (columns, 0)
    assert inspect_docx(data) == ()


def test_a_lying_sheet_keeps_its_own_margins() -> None:
    before = next(part(SHEET.read_bytes()).iter(W + "pgMar")).attrib
    assert dict(next(part(dressed_file(SHEET, WIDE)).iter(W + "pgMar")).attrib) == dict(before)


def test_font_and_size_are_the_offices_defaults() -> None:
    data = dressed_file(MINUTES, Dress(font="Times New Roman", size=11.5))
    defaults = part(data, "styles").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert [defaults.find(W + tag).get(W + "val") for tag in ("sz", "szCs")] == ["23", "23"]
    assert {defaults.find(W + "rFonts").get(W + name) for name in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
    assert [font.get(W + "name") for font in part(data, "fontTable")] == ["Times New Roman"]


def test_running_text_is_spaced_and_heads_tables_and_signatures_stay_single() -> None:
    styles = part(dressed_file(MINUTES, Dress(spacing=1.5)), "styles")
    default = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing")
    assert default is not None
    assert default.get(W + "line") == "360"
    lines = {s.get(W + "styleId"): s.find(f"{W}pPr/{W}spacing") for s in styles.iter(W + "style")}
    single = {name for name, found in lines.items() if found is not None and found.get(W + "line") == "240"}
    assert {"Kop", "Judul", "TabelIsi", "TandaTangan", "TembusanButir"} <= single
    assert not {"Butir2", "Paragraf", "ButirPenutup"} & single


def test_the_letterhead_block_gets_the_width_asked_for() -> None:
    table = next(part(dressed_file(MINUTES, Dress(letterhead=150.0))).iter(W + "tbl"))
    widths = [next(table.iter(W + tag)).get(W + "w") for tag in ("tblW", "gridCol", "tcW")]
    assert widths == ["3000", "3000", "3000"]
    assert next(table.iter(W + "tblLayout")).get(W + "type") == "fixed"


def test_an_empty_dress_changes_no_part() -> None:
    data = dressed_file(MINUTES, Dress())
    for name in ("document", "styles", "fontTable"):
        plain = etree.tostring(part(MINUTES.read_bytes(), name), method="c14n")
        assert etree.tostring(part(data, name), method="c14n") == plain


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError):
        dressed(b"PK\x03\x04 not a package", Dress())
