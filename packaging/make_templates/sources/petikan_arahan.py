"""Extract of orders: numbered through all speakers, below each what for, who, until when (mengikuti kebiasaan)."""

from __future__ import annotations

from make_templates.package import Content, page_number
from make_templates.page import Page
from make_templates.shared import (
    TOPIC,
    Letterhead,
    classification_alone,
    classification_over,
    copies,
    ending,
    kept_when,
    signatures,
)
from make_templates.xml import Element, each, p, when

_FACTS = (
    ("Hari/tanggal", "hari_tanggal", "{{ hari_tanggal }}"),
    ("Waktu", "waktu", "{{ waktu }}"),
    ("Tempat", "tempat", "{{ tempat }}"),
    ("Pimpinan rapat", "pimpinan", '{{ pimpinan | join("\\n") }}'),
    ("Jumlah arahan", "jumlah_arahan", "{{ jumlah_arahan }}"),
)
_DETAILS = (("Tujuan", "b.tujuan"), ("Pelaksana", "b.pelaksana"), ("Batas waktu", "b.batas_waktu"))
_ORDER = "{{ b.isi }}{% if b.kutipan %} {{ b.kutipan }}{% endif %}"


def content(page: Page, letterhead: Letterhead) -> Content:
    """Return the form for a page under a letterhead."""
    return Content(
        title="Petikan Arahan {{ judul }}",
        body=(
            *letterhead(page),
            p("Judul", "PETIKAN ARAHAN"),
            *when("judul_kapital", p("SubjudulGaris", "{{ judul_kapital }}")),
            *when("nomor", p("Nomor", "Nomor: {{ nomor }}")),
            p("Jarak"),
            *(
                block
                for label, condition, text in _FACTS
                for block in when(condition, p("Isian", f"{label}\t:\t{text}"))
            ),
            *each("bagian_arahan", "bagian", p("BabTanpaNomor", "{{ bagian_arahan.judul }}"), *_orders()),
            *signatures(page, "tanda_tangan_kiri", "tanda_tangan_kanan"),
            *copies(),
            *ending(),
        ),
        header=page_number(total=False, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _orders() -> list[Element]:
    """An order keeps its details on its page; the very last one stays with the signatures."""
    followed = " or ".join(field for _, field in _DETAILS)
    details = [
        block
        for label, field in _DETAILS
        for block in when(
            field, *kept_when("b.terakhir", "ButirRincian", "ButirRincianAkhir", f"{label}\t:\t{{{{ {field} }}}}")
        )
    ]
    order = kept_when(f"b.terakhir or {followed}", "Butir1", "ButirAkhir", TOPIC + _ORDER)
    return each("b", "bagian_arahan.arahan", *order, *details)
