"""Follow-up sheet, lying: no, point, who, until when, state, evidence (mengikuti kebiasaan)."""

from __future__ import annotations

from make_templates.package import Content, page_number
from make_templates.page import Page, cm
from make_templates.shared import (
    Letterhead,
    classification_alone,
    classification_over,
    ending,
    last_kept,
    signature_rows,
    signatures,
)
from make_templates.xml import Element, cell, p, row, table, tag_row, when

_HEADS = ("No.", "Butir", "Penanggung jawab", "Batas waktu", "Status", "Bukti")
_TEXTS = (
    "{{ t.uraian }}",
    "{{ t.penanggung_jawab }}",
    "{{ t.batas_waktu }}",
    "{{ t.status }}",
    "{{ t.keterangan }}",
)
_SIGNERS = ("tanda_tangan_kiri", "tanda_tangan_kanan")
_FACTS = (
    ("Hari/tanggal", "hari_tanggal", "{{ hari_tanggal }}"),
    ("Tempat", "tempat", "{{ tempat }}"),
    ("Pimpinan rapat", "pimpinan", '{{ pimpinan | join("\\n") }}'),
    ("Rekapitulasi", "rekap", "{{ rekap }}"),
)


def content(page: Page, letterhead: Letterhead) -> Content:
    """Return the form for a page under a letterhead."""
    return Content(
        title="Tindak Lanjut {{ judul }}",
        body=(
            *letterhead(page),
            p("Judul", "LEMBAR TINDAK LANJUT"),
            *when("judul_kapital", p("SubjudulGaris", "{{ judul_kapital }}")),
            *when("nomor", p("Nomor", "Nomor: {{ nomor }}")),
            p("Jarak"),
            *(
                block
                for label, condition, text in _FACTS
                for block in when(condition, p("Isian", f"{label}\t:\t{text}"))
            ),
            p("Jarak"),
            *when("tindak_lanjut", _tasks(page), otherwise=signatures(page, *_SIGNERS)),
            *ending(),
        ),
        header=page_number(total=True, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _tasks(page: Page) -> Element:
    fixed = (cm(1), cm(5.2), cm(3), cm(2.4), cm(4.2))
    widths = (fixed[0], page.text_width - sum(fixed), *fixed[1:])
    cells = [
        cell(widths[0], *last_kept("loop.last", "{{ t.no }}", "TabelNomor")),
        *(cell(size, *last_kept("loop.last", text)) for size, text in zip(widths[1:], _TEXTS, strict=True)),
    ]
    return table(
        "TabelKisi",
        widths,
        row(*(cell(size, p("TabelKepala", head)) for size, head in zip(widths, _HEADS, strict=True)), header=True),
        tag_row("for t in tindak_lanjut", widths),
        row(*cells),
        tag_row("endfor", widths),
        *signature_rows(widths, *_SIGNERS, spans=(2, 1, 3)),
        description="Lembar tindak lanjut",
    )
