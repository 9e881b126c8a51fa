"""``rakor set``: the office's set on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from rakor_desktop.archive import Archive
from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.template_shelf import TemplateShelf
from rakor_desktop.cli import main
from rakor_desktop.domain.office import Office
from rakor_desktop.paths import ARCHIVE_NAME
from rakor_desktop.settings import Settings


def test_a_set_goes_from_one_data_folder_to_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here, there, file = tmp_path / "a", tmp_path / "b", tmp_path / "x.rakorset"
    here.mkdir()
    archive = Archive.open(here / ARCHIVE_NAME)
    archive.save_office(Office(id="o", name="Kodim Uji", kind="army"), default=True)
    archive.close()
    catalog = Catalog.load(user=here)
    entry = catalog.template("notula/tni")
    assert entry is not None
    own = TemplateShelf(catalog).copy(entry, "Notula Kodim", "A4")
    Settings(here).choose_template("o", "notula", own.name)
    assert main(["--data", str(here), "set", "export", "--to", str(file)]) == 0
    assert main(["--data", str(there), "set", "import", str(file), "--default"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        str(file), "Profil kantor: Kodim Uji", "Templat: Notula Kodim",
    ]  # fmt: skip
    assert Settings(there).template("o", "notula") == "notula-kodim"
    assert main(["--data", str(there), "set", "import", str(file)]) == 0
    assert "Sudah ada dan sama" in capsys.readouterr().out
    assert [one.name for one in Catalog.load(user=there).templates if one.own] == ["notula-kodim"]


def test_without_a_profile_or_a_readable_file_one_sentence_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "set", "export", "--to", str(tmp_path / "x.rakorset")]) == 1
    assert "Belum ada profil kantor" in capsys.readouterr().err
    assert main(["--data", str(tmp_path), "set", "import", str(tmp_path / "tidak-ada.rakorset")]) == 1
    assert "tidak dapat dibaca" in capsys.readouterr().err
