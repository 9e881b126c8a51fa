"""The catalog: the user's files beside the shipped ones, and what is said of broken ones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rakor_desktop.catalog import Catalog, CatalogError, DataFileError

RANKS = """
lembaga = "{service}"
sipil = false

[[pangkat]]
kode = "{code}"
lengkap = "Pangkat Uji"
golongan = "Uji"
tingkat = {level}
"""


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "user"


def shipped_titles(tmp_path: Path, text: str) -> Catalog:
    written(tmp_path / "resources" / "titles" / "x.toml", text)
    return Catalog.load(tmp_path / "resources", tmp_path / "templates")


def test_a_users_new_file_adds_to_a_table(user: Path) -> None:
    written(
        user / "resources" / "ranks" / "dishub.toml",
        RANKS.format(service="dishub", code="Kapten Uji", level=1),
    )
    catalog = Catalog.load(user=user)
    assert catalog.ranks.printed("KAPTEN UJI.", rank_stop=False, corps_stop=False) == "Kapten Uji"
    assert catalog.ranks.find("AKBP") is not None
    assert catalog.problems == ()


def test_a_users_file_of_the_same_name_shadows_the_shipped_one(user: Path) -> None:
    written(user / "resources" / "ranks" / "polri.toml", RANKS.format(service="polri", code="Uji", level=1))
    ranks = Catalog.load(user=user).ranks
    assert [rank.code for rank in ranks.of_service("polri")] == ["Uji"]
    assert ranks.find("Letkol Inf") is not None


def test_a_users_broken_file_is_passed_over_and_told(user: Path) -> None:
    file = written(user / "resources" / "ranks" / "polri.toml", "lembaga = ")
    catalog = Catalog.load(user=user)
    assert catalog.ranks.find("AKBP") is not None
    (problem,) = catalog.problems
    assert problem.file == file
    assert "polri.toml" in problem.message
    assert "Perbaiki" in problem.message


def test_a_users_broken_spelling_file_leaves_the_shipped_rules(user: Path) -> None:
    written(user / "resources" / "spelling" / "kantor.tsv", "salah\tbenar\n")
    catalog = Catalog.load(user=user)
    assert len(catalog.spelling) == len(Catalog.load().spelling)
    assert [problem.place for problem in catalog.check()] == ["baris 1"]


def test_a_users_spelling_rule_overrides_the_shipped_one(user: Path) -> None:
    text = "salah\tbenar\tcara\tcatatan\tsumber\nhimbau\timbau\ttanya\tkantor\tkantor\n"
    written(user / "resources" / "spelling" / "kantor.tsv", text)
    (rule,) = (rule for rule in Catalog.load(user=user).spelling if rule.wrong == "himbau")
    assert (rule.mode, rule.note) == ("ask", "kantor")


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ("letak = ", "", "tata tulis TOML salah"),
        ('letak = "depan"', "isian gelar", "belum diisi"),
        ('letak = "tengah"\n[[gelar]]\nbaku = "X."\narti = "x"', "isian letak", '"tengah" tidak dikenal'),
        ('letak = "depan"\n[[gelar]]\narti = "x"', "gelar ke-1, isian baku", "belum diisi"),
        ('letak = "depan"\n[[gelar]]\nbaku = ""\narti = "x"', "gelar ke-1, isian baku", "harus berisi teks"),
        ('letak = "depan"\n[[gelar]]\nbaku = "X."\narti = 3', "gelar ke-1, isian arti", "harus berisi teks"),
        (
            'letak = "depan"\n[[gelar]]\nbaku = "X."\narti = "x"\nragam = "X"',
            "gelar ke-1, isian ragam",
            "daftar teks",
        ),
        (
            'letak = "depan"\n[[gelar]]\nbaku = "X."\narti = "x"\nragm = []',
            "gelar ke-1, isian ragm",
            "tidak dikenal",
        ),
        (
            'letak = "depan"\n[[gelar]]\nbaku = "X."\narti = "x"\n[[gelar]]\nbaku = "X."\narti = "x"',
            "isian baku",
            "dua kali",
        ),
    ],
)
def test_a_broken_shipped_file_is_named_with_place_and_remedy(
    tmp_path: Path, text: str, place: str, fault: str
) -> None:
    with pytest.raises(DataFileError) as caught:
        _ = shipped_titles(tmp_path, text).titles
    assert caught.value.place == place
    assert fault in caught.value.message
    assert "x.toml" in caught.value.message
    assert caught.value.remedy
    assert isinstance(caught.value, CatalogError)


def test_text_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "titles"
    folder.mkdir(parents=True)
    (folder / "x.toml").write_bytes(b'letak = "\xff"')
    with pytest.raises(DataFileError, match="UTF-8"):
        _ = Catalog.load(tmp_path / "resources", tmp_path).titles


def test_a_byte_order_mark_from_notepad_is_accepted(user: Path) -> None:
    text = "\ufeff" + RANKS.format(service="uji", code="Uji", level=1)
    written(user / "resources" / "ranks" / "uji.toml", text)
    catalog = Catalog.load(user=user)
    assert catalog.ranks.find("uji") is not None


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("a\tb\tmungkin\t\t", "mungkin"),
        ("a\t\totomatis\t\t", "kosong"),
        ("a\ta\totomatis\t\t", "sama"),
        ("a\tb\ttetap\t\t", "sama"),
        ("a\tb\totomatis\t\t\tlebih", "kolom berlebih"),
        ("a\tb\totomatis\t\t\na\tc\totomatis\t\t", "dua kali"),
    ],
)
def test_a_broken_spelling_row_is_named(user: Path, row: str, fault: str) -> None:
    written(user / "resources" / "spelling" / "x.tsv", f"salah\tbenar\tcara\tcatatan\tsumber\n{row}\n")
    catalog = Catalog.load(user=user)
    _ = catalog.spelling
    assert fault in catalog.problems[0].message
    assert catalog.problems[0].place.startswith("baris ")


def test_a_wrong_pattern_of_an_operation_is_named(user: Path) -> None:
    text = (
        '[[operasi]]\nnama = "Operasi X"\nperistiwa = "x"\npola = "Operasi X {kode}"\nkeyakinan = "rendah"\n'
    )
    written(user / "resources" / "operations" / "x.toml", text)
    catalog = Catalog.load(user=user)
    _ = catalog.operations
    assert "{sandi}" in catalog.problems[0].message


def template(root: Path, name: str, text: str, *files: str) -> Path:
    folder = root / "notula" / name
    written(folder / "template.toml", text)
    for file in files:
        (folder / file).write_bytes(b"PK")
    return folder


def test_templates_are_listed_with_their_files_and_papers(tmp_path: Path) -> None:
    text = (
        'title = "Notula Polres"\ndescription = "Baku"\nbasis = "kebiasaan"\n'
        'kinds = ["police"]\npapers = ["A4", "F4"]\n'
    )
    template(tmp_path / "t", "polri", text, "polri-a4.docx", "polri-f4.docx", "~$polri.docx")
    catalog = Catalog.load(templates=tmp_path / "t")
    (entry,) = catalog.templates
    assert (entry.key, entry.title, entry.papers, entry.kinds) == (
        "notula/polri",
        "Notula Polres",
        ("A4", "F4"),
        ("police",),
    )
    assert entry.files == ("polri-a4.docx", "polri-f4.docx")
    assert entry.file("F4") == entry.folder / "polri-f4.docx"
    assert entry.file() == entry.folder / "polri-a4.docx"
    assert catalog.template("notula/polri") == entry
    assert catalog.templates_for("notula") == (entry,)
    assert catalog.templates_for("siaran-pers") == ()


def test_a_users_template_shadows_and_a_broken_one_is_told(tmp_path: Path, user: Path) -> None:
    template(tmp_path / "t", "polri", 'title = "Lama"', "a.docx")
    template(tmp_path / "t", "umum", 'title = "Umum"', "a.docx")
    template(user / "templates", "polri", 'title = "Baru"', "a.docx")
    template(user / "templates", "umum", 'title = "Rusak"\nkinds = ["navy"]', "a.docx")
    template(user / "templates", "kosong", 'title = "Kosong"')
    catalog = Catalog.load(templates=tmp_path / "t", user=user)
    assert [(entry.title, entry.own) for entry in catalog.templates] == [("Baru", True), ("Umum", False)]
    assert sorted(problem.file.parent.name for problem in catalog.problems) == ["kosong", "umum"]


def test_samples_are_given_as_their_bytes(tmp_path: Path) -> None:
    written(tmp_path / "resources" / "samples" / "lahat.json", '{"schema": 1}')
    written(tmp_path / "resources" / "samples" / "rusak.json", '{"schema": ')
    catalog = Catalog.load(tmp_path / "resources", tmp_path)
    assert catalog.sample_names() == ("lahat", "rusak")
    assert json.loads(catalog.sample_bytes("lahat")) == {"schema": 1}
    with pytest.raises(DataFileError, match="JSON"):
        catalog.sample_bytes("rusak")
    with pytest.raises(DataFileError, match="lahat, rusak"):
        catalog.sample_bytes("tidak-ada")


def test_office_presets_and_press_styles_come_as_written(tmp_path: Path) -> None:
    written(
        tmp_path / "resources" / "offices" / "polres.toml", 'kind = "police"\nswitches = {rank_stop = true}\n'
    )
    written(tmp_path / "resources" / "press" / "humas.toml", 'nama = "Humas"\n[penutup]\ntanda = "(Humas)"\n')
    catalog = Catalog.load(tmp_path / "resources", tmp_path)
    assert catalog.offices["polres"]["switches"]["rank_stop"] is True
    assert catalog.press["humas"].sign_off == "(Humas)"
    assert "lain" not in catalog.offices


def test_without_any_data_the_tables_are_empty(tmp_path: Path) -> None:
    catalog = Catalog.load(tmp_path / "none", tmp_path / "none", tmp_path / "none")
    assert catalog.check() == ()
    assert catalog.ranks.find("AKBP") is None
    assert catalog.templates == ()


def test_importing_the_catalog_loads_nothing_heavy() -> None:
    heavy = "('PySide6', 'docx', 'lxml', 'jinja2', 'PIL', 'platformdirs', 'msgspec')"
    program = f"import sys, rakor_desktop.catalog; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
