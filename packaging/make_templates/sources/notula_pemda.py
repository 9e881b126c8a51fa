"""Minutes of local governments (NOTULEN): the labels and their order as in the annex of Permendagri 54/2009.

The annex was repeated in the regulations of most regencies (order of the labels: kebiasaan, belum diverifikasi).
"""

from __future__ import annotations

from make_templates.package import Content, page_number
from make_templates.page import Page, cm
from make_templates.shared import (
    civil_letterhead,
    classification_alone,
    classification_over,
    copies,
    ending,
    figures,
    lettered,
    minutes_end,
    numbered_parts,
    photos,
    title,
)
from make_templates.xml import Element, cell, each, p, row, table, tag_row, when

_LABEL, _COLON = cm(5.2), cm(0.5)


def content(page: Page) -> Content:
    """Return the form for a page."""
    return Content(
        title="{{ label }} {{ judul }}",
        body=(
            *civil_letterhead(page),
            *title(),
            *_head(page),
            *_course(),
            *minutes_end(page, "Tindak Lanjut", "penutup"),
            *copies(),
            *photos("DOKUMENTASI"),
            *ending(),
        ),
        header=page_number(total=True, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _head(page: Page) -> list[Element]:
    widths = (_LABEL, _COLON, page.text_width - _LABEL - _COLON)

    def line(label: str, condition: str, *value: Element, splits: bool = False, inner: bool = False) -> list[Element]:
        look = "IsianLabelDalam" if inner else "IsianLabel"
        cells = (cell(widths[0], p(look, label)), cell(widths[1], p("IsianLabel", ":")), cell(widths[2], *value))
        return [tag_row(f"if {condition}", widths), row(*cells, splits=splits), tag_row("endif", widths)]

    def text(label: str, field: str) -> list[Element]:
        return line(label, field, p("IsianNilai", f"{{{{ {field} }}}}"))

    chairs = "ketua or sekretaris or notulis"
    heading = row(cell(sum(widths), p("IsianLabel", "Pimpinan Sidang/Rapat"), span=3))
    rows = [
        *text("Sidang/Rapat", "judul"),
        *text("Hari/Tanggal", "hari_tanggal"),
        *text("Waktu Panggilan", "waktu_panggilan"),
        *text("Waktu Sidang/Rapat", "waktu"),
        *text("Tempat", "tempat"),
        *line("Acara", "acara", *each("a", "acara", p("DaftarAcara", "{{ a }}")), splits=True),
        tag_row(f"if {chairs}", widths),
        heading,
        tag_row("endif", widths),
        *line("Ketua", "ketua", p("IsianNilai", "{{ ketua }}"), inner=True),
        *line("Sekretaris", "sekretaris", p("IsianNilai", "{{ sekretaris }}"), inner=True),
        *line("Pencatat", "notulis", p("IsianNilai", "{{ notulis }}"), inner=True),
        *line("Peserta Sidang/Rapat", "peserta", *each("a", "peserta", p("DaftarPeserta", "{{ a }}")), splits=True),
    ]
    some = "judul or hari_tanggal or waktu_panggilan or waktu or tempat or acara or peserta or " + chairs
    return when(some, table("TabelPolos", widths, *rows, description="Keterangan rapat"))


def _course() -> list[Element]:
    some = "pembukaan or pembahasan or keputusan or angka or tindak_lanjut or penutup or suasana or kalimat_penutup"
    talks = when("pembahasan or angka", p("Bab", "Pembahasan"), *numbered_parts("pembahasan"), *figures())
    return when(
        some,
        p("BabTanpaNomor", "Kegiatan Sidang/Rapat"),
        *lettered("Kata Pembukaan", "pembukaan"),
        *talks,
        *lettered("Peraturan", "keputusan"),
    )
