"""Photo pages: two photos a page one below the other, or four in pairs (mengikuti kebiasaan)."""

from __future__ import annotations

from make_templates.package import Content, page_number
from make_templates.page import Page, cm
from make_templates.shared import CREDIT, Letterhead, classification_alone, classification_over, ending
from make_templates.xml import Element, cell, p, row, table, tag_row, when

_HEADING = cm(5.4)
"""What letterhead, title and the line of facts take of the first page, at most."""
_WHEN = "{{ hari_tanggal }}{% if hari_tanggal and tempat %}, {% endif %}{{ tempat }}"


def content(page: Page, letterhead: Letterhead, pairs: bool) -> Content:
    """Return the form; with ``pairs`` four photos stand on a page."""
    return Content(
        title="Dokumentasi {{ judul }}",
        body=(
            *letterhead(page),
            p("Judul", "DOKUMENTASI"),
            *when("judul_kapital", p("Subjudul", "{{ judul_kapital }}")),
            *when("hari_tanggal or tempat", p("Nomor", _WHEN)),
            p("Jarak"),
            *(when("baris_foto", _pairs(page)) if pairs else when("foto", _singles(page))),
            *ending(),
        ),
        header=page_number(total=True, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _pairs(page: Page) -> Element:
    left = page.text_width // 2
    widths = (left, page.text_width - left)
    return _rows(page, widths, "r in baris_foto", cell(left, *_photo("r.kiri")), cell(widths[1], *_photo("r.kanan")))


def _singles(page: Page) -> Element:
    return _rows(page, (page.text_width,), "f in foto", cell(page.text_width, *_photo("f")))


def _rows(page: Page, widths: tuple[int, ...], loop: str, *cells: Element) -> Element:
    """Rows so high that two of them, and no more, fill a page."""
    return table(
        "TabelPolos",
        widths,
        tag_row(f"for {loop}", widths, "FotoKolom"),
        row(*cells, height=(page.text_height - _HEADING) // 2),
        tag_row("endfor", widths, "FotoKolom"),
        description="Foto kegiatan",
    )


def _photo(field: str) -> list[Element]:
    credit = CREDIT.replace("f.", f"{field}.")
    picture = when(f"{field}.gambar", p("FotoKolom", f"{{{{ {field}.gambar }}}}"), style="FotoKolom")
    caption = when(
        f"{field}.keterangan or {field}.kredit",
        p("KeteranganFotoKolom", f"{{{{ {field}.keterangan }}}}{credit}"),
        style="FotoKolom",
    )
    return when(field, *picture, *caption, style="FotoKolom")
