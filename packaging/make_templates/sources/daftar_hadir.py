"""Attendance list with room to sign, numbers in zig-zag: odd ones sign left, even ones right (kebiasaan)."""

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
)
from make_templates.xml import Element, cell, p, row, table, tag_row, when

_HEADS = ("No.", "Nama", "Pangkat/NRP/NIP", "Jabatan/Instansi", "Tanda Tangan", "Ket.")
ROW_HEIGHT = cm(0.95)
"""A row leaves at least 0.9 cm to sign in."""
_FACTS = (
    ("Hari/Tanggal", "hari_tanggal", "{{ hari_tanggal }}"),
    ("Waktu", "waktu", "{{ waktu }}"),
    ("Tempat", "tempat", "{{ tempat }}"),
    ("Jumlah hadir", "jumlah_hadir", "{{ jumlah_hadir }}"),
    ("Undangan", "kelompok", '{{ kelompok | join(", ") }}'),
)


def content(page: Page, letterhead: Letterhead, zigzag: bool = True) -> Content:
    """Return the form for a page under a letterhead; without ``zigzag`` the cells to sign in are plain."""
    return Content(
        title="Daftar Hadir {{ judul }}",
        body=(
            *letterhead(page),
            p("Judul", "DAFTAR HADIR"),
            *when("judul_kapital", p("SubjudulGaris", "{{ judul_kapital }}")),
            *when("nomor", p("Nomor", "Nomor: {{ nomor }}")),
            p("Jarak"),
            *(
                block
                for label, condition, text in _FACTS
                for block in when(condition, p("Isian", f"{label}\t:\t{text}"))
            ),
            p("Jarak"),
            _people(page, zigzag),
            *ending(),
        ),
        header=page_number(total=True, above=classification_over()),
        first_header=classification_alone("Header"),
        footer=classification_alone("Footer"),
    )


def _widths(page: Page) -> tuple[int, ...]:
    fixed = {"no": cm(0.9), "rank": cm(2.7), "sign": cm(3.3), "note": cm(1.4)}
    rest = page.text_width - sum(fixed.values())
    name = round(rest * 0.46)
    return fixed["no"], name, fixed["rank"], rest - name, fixed["sign"], fixed["note"]


def _people(page: Page, zigzag: bool) -> Element:
    widths = _widths(page)
    represents = when("h.mewakili", p("TabelIsi", "(mewakili {{ h.mewakili }})"))
    person = [
        cell(widths[0], *last_kept("loop.last and not baris_kosong", "{{ h.no }}", "TabelNomor")),
        cell(widths[1], p("TabelIsi", "{{ h.nama }}")),
        cell(widths[2], p("TabelIsi", "{{ h.pangkat_nomor }}")),
        cell(widths[3], p("TabelIsi", "{{ h.jabatan_instansi }}"), *represents),
        cell(widths[4], *(_place_to_sign("h.ganjil", "h.no") if zigzag else [p("TabelIsi")])),
        cell(widths[5], *last_kept("loop.last and not baris_kosong", "{{ h.catatan }}")),
    ]
    blank = [
        cell(widths[0], p("TabelNomorAkhir", "{{ nomor_baris }}")),
        cell(widths[1], p("TabelAkhir")),
        *(cell(size, p("TabelIsi")) for size in widths[2:4]),
        cell(widths[4], *(_place_to_sign("nomor_baris is odd", "nomor_baris") if zigzag else [p("TabelIsi")])),
        cell(widths[5], p("TabelIsi")),
    ]
    return table(
        "TabelKisi",
        widths,
        row(*(cell(size, p("TabelKepala", head)) for size, head in zip(widths, _HEADS, strict=True)), header=True),
        tag_row("for h in hadirin", widths),
        row(*person, height=ROW_HEIGHT),
        tag_row("endfor", widths),
        tag_row("for nomor_baris in baris_kosong", widths),
        row(*blank, height=ROW_HEIGHT),
        tag_row("endfor", widths),
        *signature_rows(widths, "", "tanda_tangan", spans=(3, 0, 3)),
        description="Daftar hadir",
    )


def _place_to_sign(odd: str, number: str) -> list[Element]:
    left, right = p("ParafGanjil", f"{{{{ {number} }}}}. \t"), p("ParafGenap", f"{{{{ {number} }}}}. \t")
    return when(odd, left, otherwise=[right], style="TabelIsi")
