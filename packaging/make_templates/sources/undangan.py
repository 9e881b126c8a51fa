"""Letter of invitation: number block left, place, date and the invited right, body, signature, list of the invited.

Police and army number the paragraphs (Rujukan or Dasar, the invitation, the end); civil offices write running text with
colons (mengikuti kebiasaan; sumber: surat undangan yang beredar dan bentuk undangan Permendagri 54/2009, belum
diverifikasi terhadap lampirannya).
"""

from __future__ import annotations

from make_templates.package import Content, page_number
from make_templates.page import Page, cm
from make_templates.shared import (
    Letterhead,
    classification_alone,
    classification_over,
    copies,
    ending,
    kept_when,
    signatures,
)
from make_templates.xml import Element, cell, each, p, row, table, when

_DETAILS = (
    ("hari/tanggal", "hari_tanggal", "{{ hari_tanggal }}"),
    ("waktu", "waktu", "{{ waktu }}"),
    ("tempat", "tempat", "{{ tempat }}"),
    ("acara", "acara or judul", '{% if acara %}{{ acara | join("\\n") }}{% else %}{{ judul }}{% endif %}'),
    ("tema", "tema", "{{ tema }}"),
    ("pimpinan rapat", "pimpinan", '{{ pimpinan | join("\\n") }}'),
    ("pakaian", "pakaian", "{{ pakaian }}"),
)
_LAST_TWO = "loop.revindex == 2 or loop.revindex == 3"
"""The list's last three lines stay together: one alone on a page looks like an accident."""


def content(page: Page, letterhead: Letterhead, base: str, numbered: bool = True) -> Content:
    """Return the form; ``base`` is what the papers an invitation rests on are called (Rujukan, Dasar)."""
    secrecy = ("Klasifikasi", "{{ klasifikasi }}") if numbered else ("Sifat", "{{ sifat }}")
    return Content(
        title="Undangan {{ judul }}",
        body=(
            *letterhead(page),
            p("Jarak"),
            _head(page, secrecy, "Perihal" if numbered else "Hal"),
            p("Jarak"),
            *(_numbered_body(base) if numbered else _running_body(base)),
            *signatures(page, "", "tanda_tangan"),
            *copies(),
            *_invited(),
            *ending(),
        ),
        header=page_number(total=False, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _head(page: Page, secrecy: tuple[str, str], subject: str) -> Element:
    """The two halves of a letter's head; the right one is wide enough for a post in one line."""
    gap = cm(0.4)
    right = cm(7.4)
    widths = (page.text_width - gap - right, gap, right)
    left = [
        p("SuratIsian", "Nomor\t:\t{{ nomor }}"),
        p("SuratIsian", f"{secrecy[0]}\t:\t{secrecy[1]}"),
        p("SuratIsian", "Lampiran\t:\t{{ lampiran }}"),
        p("SuratIsian", f"{subject}\t:\t{{{{ perihal }}}}"),
    ]
    one = p("SuratTujuan", 'Yth.\t{{ kepada | join("") }}')
    many = [p("SuratTujuan", "Yth."), *each("k", "kepada", p("SuratTujuanButir", "{{ k }}"), style="SuratTujuan")]
    named = when("kepada | length == 1", one, otherwise=many, style="SuratTujuan")
    listed = p("SuratTujuan", "Yth.\t(daftar terlampir)")
    to = [
        p("SuratTanggal", "{{ tempat_tanggal }}"),
        p("SuratTanggal"),
        p("SuratTempat", "Kepada"),
        *when("terlampir", listed, otherwise=named, style="SuratTujuan"),
        p("SuratTempat", "di"),
        p("SuratTempat", "\tTempat"),
    ]
    return table(
        "TabelPolos",
        widths,
        row(cell(widths[0], *left), cell(gap, p("SuratTanggal")), cell(right, *to)),
        description="Kepala surat",
    )


def _numbered_body(base: str) -> list[Element]:
    details = [
        block
        for label, condition, text in _DETAILS
        for block in when(condition, p("ButirIsian", f"{label}\t:\t{text}"))
    ]
    return [
        *when("dasar", p("ButirKepala", f"{base}:"), *each("d", "dasar", p("Butir2", "{{ d }}"))),
        *when("pengantar", p("ButirKepala", "{{ pengantar }}")),
        *details,
        *when("kalimat_penutup", p("ButirAkhir", "{{ kalimat_penutup }}")),
    ]


def _running_body(base: str) -> list[Element]:
    details = [
        block
        for label, condition, text in _DETAILS
        for block in when(condition, p("SuratRincian", f"{label[0].upper()}{label[1:]}\t:\t{text}"))
    ]
    return [
        *when("dasar", p("BabTanpaNomor", f"{base}:"), *each("d", "dasar", p("Butir1", "{{ d }}"))),
        *when("pengantar", p("ParagrafSurat", "{{ pengantar }}")),
        *details,
        *when("kalimat_penutup", p("ParagrafAkhir", "{{ kalimat_penutup }}")),
    ]


def _invited() -> list[Element]:
    """The list of the invited on a sheet of its own, under the heading of an annex."""
    return when(
        "terlampir",
        p("LampiranKepala", "LAMPIRAN UNDANGAN"),
        p("LampiranIsian", "Nomor\t:\t{{ nomor }}"),
        p("LampiranGaris", "Tanggal\t:\t"),
        p("Judul", "DAFTAR UNDANGAN"),
        *when("judul_kapital", p("Subjudul", "{{ judul_kapital }}")),
        p("Jarak"),
        *each("k", "kepada", *kept_when(_LAST_TWO, "DaftarUndangan", "DaftarUndanganAkhir", "{{ k }}")),
    )
