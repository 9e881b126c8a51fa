"""Minutes as police offices write them, which army and other offices take over with their own letterhead.

Police rules list no form called notula (sumber: Perkap 7/2017, lampiran); the labels are habit and stay editable.
``hasil`` holds opening and closing words too, so the closing section prints only how the meeting ended.
"""

from __future__ import annotations

from make_templates.package import Content, page_number
from make_templates.page import Page
from make_templates.shared import (
    Letterhead,
    attached_people,
    classification_alone,
    classification_over,
    copies,
    decisions,
    ending,
    figures,
    minutes_end,
    numbered_parts,
    photos,
    title,
)
from make_templates.xml import Element, each, p, when

_ABSENT = (
    "{% for h in tidak_hadir %}{{ h.jabatan_lengkap or h.sebutan }}"
    "{% if h.keterangan %} ({{ h.keterangan }}){% endif %}"
    "{% if not loop.last %}; {% endif %}{% endfor %}"
)
_PRESENT = (
    '{{ jumlah_hadir }}{% if jumlah_hadir and kelompok %}; {% endif %}{{ kelompok | join(", ") }}'
    "{% if hadirin %}{% if jumlah_hadir or kelompok %} {% endif %}(daftar hadir terlampir){% endif %}"
)
_FACTS = (
    ("hari/tanggal", "hari_tanggal", "{{ hari_tanggal }}"),
    ("waktu", "waktu", "{{ waktu }}"),
    ("tempat", "tempat", "{{ tempat }}"),
    ("penyelenggara", "penyelenggara", "{{ penyelenggara }}"),
    ("tema", "tema", "{{ tema }}"),
    ("operasi", "operasi", "{{ operasi }}"),
    ("pakaian", "pakaian", "{{ pakaian }}"),
    ("pimpinan rapat", "pimpinan", '{{ pimpinan | join("\\n") }}'),
    ("notulis", "notulis", "{{ notulis }}"),
    ("peserta", "jumlah_hadir or kelompok or hadirin", _PRESENT),
    ("tidak hadir", "tidak_hadir", _ABSENT),
)


def content(page: Page, letterhead: Letterhead) -> Content:
    """Return the form for a page under a letterhead."""
    return Content(
        title="{{ label }} {{ judul }}",
        body=(
            *letterhead(page),
            *title(),
            *_list("Dasar", "dasar"),
            *_holding(),
            *_list("Acara", "acara"),
            *_results(),
            *minutes_end(page, "Tindak lanjut"),
            *copies(),
            *attached_people(page),
            *photos("DOKUMENTASI"),
            *ending(),
        ),
        header=page_number(total=False, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _list(heading: str, texts: str) -> list[Element]:
    return when(texts, p("Bab", heading), *each("baris", texts, p("Butir2", "{{ baris }}")))


def _holding() -> list[Element]:
    any_fact = " or ".join(condition for _, condition, _ in _FACTS)
    facts = [
        block for label, condition, text in _FACTS for block in when(condition, p("ButirIsian", f"{label}\t:\t{text}"))
    ]
    return when(any_fact, p("Bab", "Pelaksanaan"), *facts)


def _results() -> list[Element]:
    return when("hasil or keputusan or angka", p("Bab", "Hasil"), *numbered_parts("hasil"), *decisions(), *figures())
