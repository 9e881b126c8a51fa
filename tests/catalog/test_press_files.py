"""Press styles of one's own: written so that they read back the same, kept beside the shipped ones, fresh at once."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import (
    AGAIN_WORDS,
    DATE_WORDS,
    DEGREE_WORDS,
    KINDS,
    LETTER_WORDS,
    PART_WORDS,
    STOP_WORDS,
    PressStyle,
    ReportWords,
)
from rakor_desktop.catalog.press_faults import faults
from rakor_desktop.catalog.press_file import press_style_of, written
from rakor_desktop.catalog.press_shelf import PressShelf, copy_of, line_of
from rakor_desktop.catalog.reader import DataFileError
from rakor_desktop.errors import CatalogError


def read_back(text: str, folder: Path, name: str) -> PressStyle:
    file = folder / f"{name}.toml"
    file.write_bytes(text.encode())
    return press_style_of(file)


def test_every_shipped_style_reads_back_as_it_was_written(catalog: Catalog, tmp_path: Path) -> None:
    for name, style in catalog.press.items():
        assert read_back(written(style), tmp_path, name) == style


def test_only_what_differs_from_the_defaults_is_written_with_the_keys_of_the_shipped_files(tmp_path: Path) -> None:
    assert tomllib.loads(written(PressStyle(title="Portal"))) == {"nama": "Portal"}
    style = PressStyle(name="p", title="Portal", letters="capitals", parts=("lead", "contents"), confidence="sedang")
    assert tomllib.loads(written(style)) == {
        "nama": "Portal",
        "judul": {"huruf": "kapital"},
        "susunan": {"bagian": ["teras", "isi"]},
    }
    assert read_back(written(style), tmp_path, "p") == style


lines = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=60).map(str.strip)
plain = lines.map(lambda text: text.replace("{", "(").replace("}", ")"))
filled = plain.filter(bool)
kinds = st.lists(st.sampled_from(KINDS), unique=True).map(tuple)
words = st.sampled_from(["{kota}", "{KOTA}", "{tanggal}", "–", "Kab.", "\\", '"', "'"])
marked = st.lists(words, max_size=5).map(" ".join)
tags = st.lists(st.from_regex(r"#(?:[A-Za-zäé0-9_]|\{kantor\}){1,12}", fullmatch=True), max_size=5).map(tuple)
reports = st.builds(
    ReportWords,
    subject=plain,
    greeting=plain,
    greeting_any_hour=plain,
    close=plain,
    attached=plain,
    address=st.dictionaries(st.sampled_from(KINDS), plain, min_size=1).map(MappingProxyType),
    address_else=plain,
)
styles = st.builds(
    PressStyle,
    name=st.just("portal"),
    title=filled,
    description=plain,
    form=st.sampled_from(["release", "report"]),
    kinds=kinds,
    usual_for=kinds,
    usual_for_names=st.lists(filled, max_size=3).map(tuple),
    letters=st.sampled_from(list(LETTER_WORDS.values())),
    headline_length=st.integers(30, 400),
    dateline=marked,
    dash=st.sampled_from(["", " – ", ": ", "—", ", "]),
    date_form=st.sampled_from(list(DATE_WORDS.values())),
    degrees=st.sampled_from(list(DEGREE_WORDS.values())),
    kept_titles=st.lists(filled, max_size=3).map(tuple),
    rank_stop=st.sampled_from(list(STOP_WORDS.values())),
    corps_stop=st.sampled_from(list(STOP_WORDS.values())),
    again=st.sampled_from(list(AGAIN_WORDS.values())),
    parts=st.lists(st.sampled_from([part for part in PART_WORDS.values() if part != "lead"]), unique=True).map(
        lambda parts: ("lead", *parts)
    ),
    speakers=st.integers(0, 1000),
    points=st.integers(0, 1000),
    named=st.integers(0, 1000),
    compact=st.booleans(),
    conduct=plain,
    sign_off=plain,
    hashtags=tags,
    report=reports,
    source=st.lists(filled.filter(lambda text: ";" not in text), max_size=3).map("; ".join),
    confidence=st.sampled_from(["tinggi", "sedang", "rendah"]),
)


@given(styles)
def test_whatever_a_style_says_it_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, style: PressStyle
) -> None:
    assert faults(style) == ()
    assert read_back(written(style), tmp_path_factory.getbasetemp(), "portal") == style


@pytest.mark.parametrize(
    ("change", "key", "sentence"),
    [
        ({"title": ""}, "nama", "Nama gaya belum diisi"),
        ({"title": "x" * 61}, "nama", "61 huruf terlalu panjang. Pendekkan menjadi paling banyak 60."),
        ({"title": "satu\ndua"}, "nama", "tidak tercetak"),
        ({"sign_off": "(Humas\u202e)"}, "penutup.tanda", "tidak tercetak"),
        ({"dateline": "{kotaa}"}, "titimangsa.pola", "{kota}, {KOTA}"),
        ({"conduct": "Aman {x}"}, "penutup.suasana", "Pakai hanya {suasana}."),
        ({"hashtags": ("#satu", "dua")}, "penutup.tagar", '"dua" bukan tagar'),
        ({"parts": ("contents", "lead")}, "susunan.bagian", "dibuka dengan"),
        ({"parts": ()}, "susunan.bagian", "dibuka dengan"),
        ({"headline_length": 10**18}, "judul.panjang", "terlalu besar"),
        ({"named": -1}, "orang.disebut", "terlalu kecil"),
        ({"report": ReportWords(close="Demikian {sapaan}.")}, "laporan.penutup", "Tulis tanpa kurung kurawal."),
    ],
)
def test_each_fault_is_named_with_its_key_and_what_to_do(change: dict[str, object], key: str, sentence: str) -> None:
    (fault,) = faults(replace(PressStyle(), **change))  # type: ignore[arg-type]
    assert fault.key == key
    assert sentence in fault.sentence


@pytest.fixture
def own(tmp_path: Path) -> PressShelf:
    return PressShelf(Catalog.load(user=tmp_path))


def test_a_saved_style_is_in_the_catalog_at_once_and_gone_when_deleted(own: PressShelf) -> None:
    catalog = own.catalog
    ranks = catalog.ranks
    assert "portal-kita" not in catalog.press
    own.save(PressStyle(name="portal-kita", title="Portal Kita", headline_length=60))
    assert catalog.press["portal-kita"].headline_length == 60
    own.save(PressStyle(name="portal-kita", title="Portal Kita Semua"))
    assert catalog.press["portal-kita"].title == "Portal Kita Semua"
    content = own.delete("portal-kita")
    assert "portal-kita" not in catalog.press
    own.bring_back("portal-kita", content)
    assert catalog.press["portal-kita"].title == "Portal Kita Semua"
    assert catalog.ranks is ranks


def test_a_style_that_is_tried_out_shares_every_table_and_changes_nothing(own: PressShelf, tmp_path: Path) -> None:
    catalog = own.catalog
    tried = catalog.with_press(replace(catalog.press["umum"], title="Coba"))
    assert tried.press["umum"].title == "Coba"
    assert catalog.press["umum"].title == "Umum"
    # Whoever asks first, both find the same table: nothing is read twice.
    assert tried.ranks is catalog.ranks
    assert catalog.places is tried.places
    assert tried.press["polda"] is catalog.press["polda"]
    own.save(PressStyle(name="baru", title="Baru"))
    assert "baru" in tried.press


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Portal Kita", "portal-kita"),
        ("Café – Déjà?", "cafe-deja"),
        ("CON", "gaya-con"),
        ("com1", "gaya-com1"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ω", "gaya"),
        ("Umum", "umum-2"),
        ("x" * 200, "x" * 40),
        ("titik.", "titik"),
    ],
)
def test_a_file_name_is_safe_everywhere_and_never_a_shipped_one(title: str, name: str, own: PressShelf) -> None:
    assert own.free_name(title) == name


def test_a_name_is_free_beside_those_that_are_there_and_those_that_are_spoken_for(own: PressShelf) -> None:
    own.save(PressStyle(name="portal", title="Portal"))
    assert own.free_name("Portal") == "portal-2"
    assert own.free_name("Portal", ["portal-2"]) == "portal-3"


def test_a_faulty_style_is_not_written(own: PressShelf) -> None:
    with pytest.raises(CatalogError, match="belum utuh"):
        own.save(PressStyle(name="salah", title="Salah", hashtags=("dua kata",)))
    assert own.catalog.own_press_folder is not None
    assert not own.catalog.own_press_folder.exists()


def test_a_folder_that_cannot_be_written_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "resources").write_text("bukan folder", encoding="utf-8")
    with pytest.raises(CatalogError, match="tidak dapat ditulis"):
        PressShelf(Catalog.load(user=tmp_path)).save(PressStyle(name="a", title="A"))
    with pytest.raises(CatalogError, match="Folder data pengguna tidak ada"):
        PressShelf(Catalog.load()).save(PressStyle(name="a", title="A"))


def test_shipped_styles_come_first_and_own_ones_and_broken_files_are_told_apart(own: PressShelf) -> None:
    own.save(PressStyle(name="b", title="Beta"))
    own.save(PressStyle(name="a", title="Alfa"))
    folder = own.catalog.own_press_folder
    assert folder is not None
    (folder / "rusak.toml").write_text('nama = "Rusak"\n\n[judul]\n# panjang\npanjang = "x"\n', encoding="utf-8")
    (folder / "retak.toml").write_text('nama = "Retak"\n[judul\n', encoding="utf-8")
    own.catalog.renew_press()
    found = own.styles()
    assert [one.name for one in found if one.style and one.own] == ["a", "b"]
    assert all(one.shipped for one in found[:8])
    broken = {one.name: one.problem for one in found if one.style is None}
    assert set(broken) == {"rusak", "retak"}
    assert broken["rusak"] is not None
    assert broken["retak"] is not None
    assert line_of(broken["rusak"]) == 5
    assert line_of(broken["retak"]) == 2
    assert "Tulis panjang = 1" in broken["rusak"].message
    own.delete("rusak")
    own.delete("retak")
    assert len(own.catalog.press) == 10
    assert own.catalog.problems == ()


def test_a_copy_is_nobodys_usual_style_and_says_where_it_is_from(catalog: Catalog) -> None:
    copy = copy_of(catalog.press["tribratanews"], ["Tribratanews (Polres) (salinan)"])
    assert copy.title == "Tribratanews (Polres) (salinan 2)"
    assert (copy.usual_for, copy.usual_for_names) == ((), ())
    assert copy.source == "salinan gaya Tribratanews (Polres)"
    assert copy.parts == catalog.press["tribratanews"].parts
    assert copy_of(copy, []).title == "Tribratanews (Polres) (salinan)"


def test_a_style_travels_from_one_computer_to_another(own: PressShelf, tmp_path: Path) -> None:
    style = replace(own.catalog.press["polda"], title="Polda Kami")
    own.export(style, tmp_path / "kiriman.toml")
    came = own.read(tmp_path / "kiriman.toml")
    assert came == replace(style, name="polda-kami", usual_for=(), usual_for_names=())
    assert "polda-kami" not in own.catalog.press


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "isian nama"),
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
        (b"<html>", "TOML"),
        (b"nama = 'A'\nrahasia = 1", "isian tidak dikenal"),
        (b"nama = 'A'\n[judul]\npanjang = 99999999999999999999", "terlalu besar"),
        (b'nama = "A\\u202eB"', "tidak tercetak"),
        (b'nama = "' + b"A" * 70_000 + b'"', "terlalu besar untuk sebuah gaya siaran"),
        (b"a = " + b"[" * 30_000, "bertingkat terlalu dalam"),
        (b"a = " + b"9" * 30_000, "tata tulis TOML salah"),
    ],
)
def test_a_hostile_file_is_refused_with_a_sentence(
    content: bytes, sentence: str, own: PressShelf, tmp_path: Path
) -> None:
    file = tmp_path / "asing.toml"
    file.write_bytes(content)
    with pytest.raises(DataFileError) as caught:
        own.read(file)
    assert sentence in caught.value.message


def test_a_file_that_is_not_there_is_told(own: PressShelf, tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="tidak dapat dibaca"):
        own.read(tmp_path / "tidak-ada.toml")


def test_a_report_from_elsewhere_comes_as_the_one_report_there_is(own: PressShelf, tmp_path: Path) -> None:
    report = replace(own.catalog.press["laporan-whatsapp"], title="Laporan kami")
    own.export(report, tmp_path / "laporan.toml")
    assert own.read(tmp_path / "laporan.toml").name == "laporan-whatsapp"
