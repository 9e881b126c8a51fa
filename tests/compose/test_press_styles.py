"""Press styles are data: shipped ones are sound, a user's file adds or shadows, a faulty one is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import PARTS, PressStyle, usual_style
from rakor_desktop.catalog.press_file import press_style_of
from rakor_desktop.catalog.reader import DataFileError

SHIPPED = {
    "umum", "tribratanews", "polda", "kominfo", "prokopim", "pendim", "portal-ringkas", "laporan-whatsapp",
}  # fmt: skip


def written(folder: Path, text: str, name: str = "portal.toml") -> Path:
    file = folder / "resources" / "press" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_shipped_styles_are_there_and_say_where_they_are_from(catalog: Catalog) -> None:
    assert set(catalog.press) >= SHIPPED
    for name, style in catalog.press.items():
        assert style.name == name
        assert all((style.title, style.description, style.source, style.confidence))


def test_every_shipped_file_explains_every_key(catalog: Catalog) -> None:
    for name in SHIPPED:
        head = (catalog.resources / "press" / f"{name}.toml").read_text(encoding="utf-8").split("\nnama =")[0]
        for key in ("pola", "pemisah", "gelar_tetap", "disebut", "pembicara", "gabung", "tanda", "tagar", "salam"):
            assert key in head


@pytest.mark.parametrize(
    ("kind", "office", "style"),
    [
        ("police", "Polres Pasaman Barat", "tribratanews"),
        ("police", "Polda Sumatera Barat", "polda"),
        ("local_government", "Pemerintah Kabupaten Lahat", "kominfo"),
        ("local_government", "Prokopim Setda Kabupaten Lahat", "prokopim"),
        ("army", "Kodim 0405/Lahat", "pendim"),
        ("other", "KPU Kabupaten Lahat", "umum"),
        ("", "", "umum"),
    ],
)
def test_each_kind_of_office_has_its_usual_style(kind: str, office: str, style: str, catalog: Catalog) -> None:
    assert usual_style(catalog.press, kind, office).name == style


def test_a_new_portal_is_a_new_file_and_needs_a_name_only(tmp_path: Path) -> None:
    written(tmp_path, 'nama = "Portal Kami"\n[judul]\npanjang = 60\n[susunan]\nbagian = ["teras", "isi"]\n')
    style = Catalog.load(user=tmp_path).press["portal"]
    assert (style.title, style.headline_length, style.parts) == ("Portal Kami", 60, ("lead", "contents"))
    assert style.letters == "title"


def test_a_file_of_the_same_name_shadows_the_shipped_one(tmp_path: Path) -> None:
    written(tmp_path, 'nama = "Milik kami"\n', "umum.toml")
    assert Catalog.load(user=tmp_path).press["umum"].title == "Milik kami"


def test_a_broken_file_of_the_user_is_passed_over_and_told(tmp_path: Path) -> None:
    written(tmp_path, 'nama = "Rusak"\n[judul]\nhuruf = "miring"\n', "umum.toml")
    catalog = Catalog.load(user=tmp_path)
    assert catalog.press["umum"].title == "Umum"
    (problem,) = catalog.problems
    assert problem.message.startswith('Berkas data "umum.toml, bagian [judul], isian huruf" tidak dapat dipakai')
    assert "Pilih salah satu: judul, kapital, kalimat." in problem.message


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "isian nama"),
        ('nama = "A"\nlembaga = ["navy"]', '"navy" tidak dikenal'),
        ('nama = "A"\n[titimangsa]\npola = "{kta}"', 'tanda "{kta}" tidak dikenal. Pakai hanya {kota}'),
        ('nama = "A"\n[titimangsa]\npola = "{kota"', 'tanda "{" tidak dikenal'),
        ('nama = "A"\n[susunan]\nbagian = ["isi"]', 'Letakkan "teras" paling depan'),
        ('nama = "A"\n[susunan]\nbagian = ["teras", "isi", "isi"]', "tertulis dua kali"),
        ('nama = "A"\n[susunan]\nbagian = ["teras", "badan"]', '"badan" tidak dikenal'),
        ('nama = "A"\n[judul]\npanjang = 3', "3 terlalu kecil"),
        ('nama = "A"\n[penutup]\ntagar = ["satu dua"]', "bukan tagar"),
        ('nama = "A"\n[orang]\nglar = "semua"', "isian tidak dikenal"),
        ('nama = "A"\njudul = "x"', "Tulis [judul] pada baris tersendiri"),
        ('nama = "A"\n[laporan.sapaan]\nnavy = "Tuan"', "isian tidak dikenal"),
    ],
)
def test_each_fault_is_named_with_its_place_and_remedy(text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(DataFileError) as caught:
        press_style_of(written(tmp_path, text))
    assert "portal.toml" in caught.value.message
    assert sentence in caught.value.message


def test_without_any_file_the_general_style_stands_in() -> None:
    assert usual_style({}, "police", "Polres Lahat") == PressStyle()
    assert PressStyle().parts == PARTS
