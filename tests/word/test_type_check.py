"""A template is checked against the view-model's types before anyone meets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from word_samples import docx, drawing, par, row, table

from rakor_desktop.word import Picture, Template, TextTemplate


@dataclass(frozen=True, slots=True)
class Orang:
    nama: str
    pangkat: str | None
    foto: Picture | None
    bawahan: tuple[str, ...]

    @property
    def inisial(self) -> str:
        return self.nama[:1]


@dataclass(frozen=True, slots=True)
class Tempat:
    kota: str


@dataclass(frozen=True, slots=True)
class Model:
    judul: str
    tempat: Tempat | None
    hadirin: tuple[Orang, ...]
    daftar: list[str]
    tanggal: date
    hadir: bool
    bebas: Mapping[str, Any]
    apa: Any


GOOD = (
    "{{ judul }}{{ tempat.kota }}{{ tanggal.year }}{{ bebas.apa.saja }}{{ apa.pun }}{{ apa }}{{ tanggal|tgl }}"
    "{% for h in hadirin %}{{ loop.index }}{{ h.nama }}{{ h.pangkat|default('-') }}{{ h.inisial }}{{ h.foto }}"
    "{% for b in h.bawahan %}{{ b }}{{ loop.length }}{% endfor %}{% if loop.nextitem.nama %}x{% endif %}{% endfor %}"
    "{% for d in daftar %}{{ d }}{% endfor %}{% if hadir and not tempat %}x{% endif %}{{ hadirin|length }}"
    "{{ (hadirin|first).nama }}{{ hadirin[0].nama }}{{ judul if hadir else tempat.kota }}{{ 'tetap' }}"
)


def faults(text: str) -> list[str]:
    return [str(each) for each in Template.from_bytes(docx(par(text)), filters={"tgl": str}).check(Model)]


def test_a_good_template_has_no_faults() -> None:
    assert faults(GOOD) == []
    assert Template.from_bytes(docx(par(drawing("{{ hadirin[0].foto }}")))).check(Model) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ jdul }}", 'isian "jdul" tidak dikenal; maksud Anda "judul"?'),
        ("{{ tempat.kta }}", 'isian "tempat.kta" tidak dikenal; maksud Anda "kota"?'),
        ("{{ judul.kota }}", 'isian "judul.kota" tidak dikenal'),
        ("{% for h in hadirin %}{{ h.nma }}{% endfor %}", 'isian "h.nma" tidak dikenal; maksud Anda "nama"?'),
        ("{% for h in hadirn %}x{% endfor %}", 'isian "hadirn" tidak dikenal; maksud Anda "hadirin"?'),
        ("{% for h in hadirin %}x{% endfor %}{{ h.nama }}", 'isian "h" tidak dikenal'),
        (
            "{% for h in hadirin %}{{ loop.indeks }}{% endfor %}",
            'isian "loop.indeks" tidak dikenal; maksud Anda "index"?',
        ),
        ("{{ loop.index }}", 'isian "loop" tidak dikenal'),
        ("{% for h in judul %}x{% endfor %}", '"judul" bukan daftar'),
        ("{{ hadirin }}", "isinya daftar"),
        ("{{ tempat }}", "kumpulan isian"),
        ("{{ hadir }}", "ya/tidak"),
        ("{{ tanggal }}", "isinya tanggal"),
        ("{% if tmpat %}x{% endif %}", 'isian "tmpat" tidak dikenal; maksud Anda "tempat"?'),
        ("{% if a %}x{% elif jdul == 'x' %}y{% endif %}", 'isian "jdul" tidak dikenal'),
        ("{{ judul|default(jdul) }}", 'isian "jdul" tidak dikenal'),
    ],
)
def test_a_wrong_name_or_type_is_told_with_the_nearest_name(text: str, told: str) -> None:
    found = faults(text)
    assert any(told in each and each.startswith("Isi dokumen, paragraf 1: ") for each in found), found


def test_the_place_is_the_cell() -> None:
    template = Template.from_bytes(docx(table(row("a"), row("b", "{{ tempat.jdul }}")) + par("")))
    assert str(template.check(Model)[0]).startswith('Isi dokumen, tabel 1 baris 2 kolom 2: isian "tempat.jdul"')


def test_pictures_fit_only_where_pictures_can_stand() -> None:
    assert "bukan gambar" in str(Template.from_bytes(docx(par(drawing("{{ judul }}")))).check(Model)[0])
    assert "gambar" in str(TextTemplate.from_text("{{ (hadirin|first).foto }}").check(Model)[0])


def test_mappings_are_accepted_unchecked() -> None:
    assert Template.from_bytes(docx(par("{{ apa.saja }}"))).check(dict) == ()
