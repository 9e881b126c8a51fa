"""Report on the meeting's results: Roman chapters, paragraphs numbered through them, follow-ups as a table.

Chapters I to V are what police, army and civil reports share (mengikuti kebiasaan); only labels differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from make_templates.package import Content, page_number
from make_templates.page import Page
from make_templates.shared import (
    POINT,
    TOPIC,
    Letterhead,
    classification_alone,
    classification_over,
    copies,
    ending,
    follow_ups,
    issued_signature,
    kept_when,
    photos,
)
from make_templates.xml import Element, each, p, when


@dataclass(frozen=True, slots=True)
class Labels:
    """What a custom calls the parts of the report; ``order`` tells whether its table of chapters is printed."""

    base: str
    held: str
    order: bool
    issued: str


POLICE = Labels("Dasar", "Pelaksanaan", True, "Dikeluarkan di")
CIVIL = Labels("Landasan hukum", "Kegiatan yang dilaksanakan", False, "Dibuat di")

_FACTS = (
    ("hari/tanggal", "hari_tanggal", "{{ hari_tanggal }}"),
    ("waktu", "waktu", "{{ waktu }}"),
    ("tempat", "tempat", "{{ tempat }}"),
    ("penyelenggara", "penyelenggara", "{{ penyelenggara }}"),
    ("tema", "tema", "{{ tema }}"),
    ("pimpinan rapat", "pimpinan", '{{ pimpinan | join("\\n") }}'),
    ("jumlah hadir", "jumlah_hadir", "{{ jumlah_hadir }}"),
)


def content(page: Page, letterhead: Letterhead, labels: Labels) -> Content:
    """Return the form for a page under a letterhead."""
    return Content(
        title="Laporan Hasil {{ judul }}",
        body=(
            *letterhead(page),
            p("Judul", "LAPORAN HASIL"),
            *when("judul_kapital", p("SubjudulGaris", "{{ judul_kapital }}")),
            *when("nomor", p("Nomor", "Nomor: {{ nomor }}")),
            *_introduction(labels),
            *_holding(labels),
            *_results(),
            *_conclusions(page),
            *_ending(),
            *issued_signature(page, labels.issued),
            *copies(),
            *photos("DOKUMENTASI"),
            *ending(),
        ),
        header=page_number(total=False, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _introduction(labels: Labels) -> list[Element]:
    order = when("tata_urut", p("ButirKepala", "**Tata urut.**"), *each("t", "tata_urut", p("Butir2", "{{ t }}")))
    return when(
        "umum or maksud_tujuan",
        p("BabRomawi", "Pendahuluan"),
        *when("umum", p("Butir1", "**Umum.** {{ umum }}")),
        *when("dasar", p("ButirKepala", f"**{labels.base}.**"), *each("d", "dasar", p("Butir2", "{{ d }}"))),
        *when("maksud_tujuan", p("Butir1", "**Maksud dan tujuan.** {{ maksud_tujuan }}")),
        *when("ruang_lingkup", p("Butir1", "**Ruang lingkup.** {{ ruang_lingkup }}")),
        *(order if labels.order else ()),
    )


def _holding(labels: Labels) -> list[Element]:
    facts = [
        block for label, condition, text in _FACTS for block in when(condition, p("ButirIsian", f"{label}\t:\t{text}"))
    ]
    some = " or ".join(condition for _, condition, _ in _FACTS)
    return when(
        f"{some} or peserta or acara",
        p("BabRomawi", labels.held),
        *when(some, p("ButirKepala", "**Waktu dan tempat.**"), *facts),
        *when("peserta", p("ButirKepala", "**Peserta.**"), *each("o", "peserta", p("Butir2", "{{ o }}"))),
        *when("acara", p("ButirKepala", "**Acara.**"), *each("a", "acara", p("Butir2", "{{ a }}"))),
    )


def _results() -> list[Element]:
    said = each("b", "bagian.butir", *kept_when("b.terakhir", "Butir2", "Butir2Akhir", TOPIC + POINT))
    return when(
        "hasil or angka",
        p("BabRomawi", "Hasil yang dicapai"),
        *each("bagian", "hasil", p("ButirKepala", "**{{ bagian.judul }}.**"), *said),
        *when(
            "angka",
            p("ButirKepala", "**Data.**"),
            *each("a", "angka", *kept_when("loop.last", "Butir2", "Butir2Akhir", "{{ a.label }}: {{ a.nilai }}")),
        ),
    )


def _conclusions(page: Page) -> list[Element]:
    return when(
        "keputusan or tindak_lanjut",
        p("BabRomawi", "Kesimpulan dan saran"),
        *when(
            "keputusan",
            p("ButirKepala", "**Kesimpulan.**"),
            *each("b", "keputusan", *kept_when("loop.last", "Butir2", "Butir2Akhir", POINT)),
        ),
        *when("tindak_lanjut", p("ButirKepala", "**Saran.** {{ saran }}"), follow_ups(page)),
    )


def _ending() -> list[Element]:
    return when(
        "suasana or kalimat_penutup",
        p("BabRomawi", "Penutup"),
        *when("suasana", p("ButirAkhir", "Rapat berlangsung {{ suasana }}.")),
        *when("kalimat_penutup", p("ButirAkhir", "{{ kalimat_penutup }}")),
    )
