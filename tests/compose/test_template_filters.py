"""The filters an office may use in its own templates."""

from __future__ import annotations

from datetime import date

import pytest

from rakor_desktop.compose.template_filters import FILTERS
from rakor_desktop.word import TemplateError, TextTemplate

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("hari|tanggal", "22 November 2026"),
        ("hari|hari", "Minggu"),
        ("hari|bulan_romawi", "XI"),
        ("hari|bulan", "November"),
        ("'2026-11-22'|tanggal", "22 November 2026"),
        ("jumlah|terbilang", "seratus dua puluh lima"),
        ("'12'|terbilang", "dua belas"),
        ("(-3)|terbilang", "minus tiga"),
        ("jumlah|romawi", "CXXV"),
        ("3|huruf", "c"),
        ("teks|kapital", "RAPAT LINTAS SEKTORAL"),
        ("teks|kapital|kecil", "rapat lintas sektoral"),
        ("teks|judul", "Rapat Lintas Sektoral"),
        ("teks|awal_kalimat", "Rapat lintas sektoral"),
        ("nama|gabung", "Agung, Sari, dan Budi"),
        ("kosong|tanggal", ""),
        ("kosong|terbilang", ""),
        ("kosong|kapital", ""),
        ("kosong|gabung", ""),
    ],
)
def test_filters_print_what_an_office_writes(expression: str, printed: str) -> None:
    values = {
        "hari": DAY,
        "jumlah": 125,
        "teks": "rapat lintas sektoral",
        "nama": ("Agung", "Sari", "Budi"),
        "kosong": None,
    }
    template = TextTemplate.from_text("{{ " + expression + " }}", filters=FILTERS)
    assert template.render(values) == printed


@pytest.mark.parametrize(
    "expression", ["teks|tanggal", "teks|terbilang", "0|romawi", "4000|romawi", "nama|kapital", "teks|gabung"]
)
def test_what_does_not_fit_a_filter_is_told_with_its_place_and_remedy(expression: str) -> None:
    template = TextTemplate.from_text("\n{{ " + expression + " }}", filters=FILTERS)
    with pytest.raises(TemplateError) as caught:
        template.render({"teks": "rapat", "nama": ("a",)})
    assert caught.value.faults[0].place == "Baris 2"
    assert caught.value.faults[0].remedy
