"""The chief's report as a short paper; the message itself is the text template beside it."""

from __future__ import annotations

from make_templates.package import Content, page_number
from make_templates.page import Page
from make_templates.shared import (
    classification_alone,
    classification_over,
    ending,
    figures,
    follow_ups,
    lettered,
    numbered_parts,
)
from make_templates.xml import Element, each, p, when

_HEAD = (
    ("Kepada", "kepada", "{{ kepada }}"),
    ("Dari", "dari", "{{ dari }}"),
    ("Tembusan", "tembusan", '{{ tembusan | join("\\n") }}'),
    ("Perihal", "perihal", "{{ perihal }}"),
)
_FACTS = (
    ("hari/tanggal", "hari_tanggal", "{{ hari_tanggal }}"),
    ("waktu", "waktu", "{{ waktu }}"),
    ("tempat", "tempat", "{{ tempat }}"),
    ("pimpinan rapat", "pimpinan", '{{ pimpinan | join("\\n") }}'),
    ("jumlah hadir", "jumlah_hadir", "{{ jumlah_hadir }}"),
)


def content(page: Page) -> Content:
    """Return the form for a page; a report has no letterhead."""
    return Content(
        title="Laporan {{ judul }}",
        body=(
            p("Judul", "LAPORAN"),
            *when("judul", p("Subjudul", "{{ judul }}")),
            p("Jarak"),
            *(
                block
                for label, condition, text in _HEAD
                for block in when(condition, p("Isian", f"{label}\t:\t{text}"))
            ),
            p("Jarak"),
            *when("salam or pembuka", p("Paragraf", "{{ salam }}{% if salam and pembuka %} {% endif %}{{ pembuka }}")),
            *_holding(),
            *_present(),
            *when("butir or angka", p("Bab", "Hasil"), *numbered_parts("butir"), *figures()),
            *lettered("Kesimpulan", "keputusan"),
            *when("tindak_lanjut", p("Bab", "Tindak lanjut"), follow_ups(page)),
            *when("suasana", p("Bab", "Situasi"), p("ButirIsi", "{{ suasana }}")),
            *when("penutup", p("Jarak"), p("Paragraf", "{{ penutup }}")),
            *when("pengirim", p("Paragraf", "**{{ pengirim }}**")),
            *ending(),
        ),
        header=page_number(total=True, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _holding() -> list[Element]:
    facts = [
        block for label, condition, text in _FACTS for block in when(condition, p("ButirIsian", f"{label}\t:\t{text}"))
    ]
    return when(" or ".join(condition for _, condition, _ in _FACTS), p("Bab", "Pelaksanaan"), *facts)


def _present() -> list[Element]:
    return when("peserta", p("Bab", "Hadir"), *each("orang", "peserta", p("Butir2", "{{ orang }}")))
