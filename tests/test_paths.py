"""Where things lie in each way the program is installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rakor_desktop import paths


def test_the_source_tree_holds_the_data_beside_the_package() -> None:
    assert paths.resources_dir() == Path(paths.__file__).resolve().parent.parent / "resources"
    assert (paths.resources_dir() / "ranks" / "polri.toml").is_file()


def test_a_wheel_holds_the_data_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "rakor_desktop"
    (package / "_data" / "resources").mkdir(parents=True)
    (package.parent / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resources_dir() == package / "_data" / "resources"


@pytest.mark.parametrize("place", [".", "_internal"])
def test_a_bundle_holds_the_data_beside_its_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / place / "templates").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Rakor.exe"))
    assert paths.templates_dir() == (tmp_path / place / "templates").resolve()


def test_the_users_data_may_be_put_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    assert paths.user_data_dir() == tmp_path


def test_the_users_data_lies_in_a_folder_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE, raising=False)
    assert paths.user_data_dir().name == paths.APP_NAME
    assert paths.user_documents_dir().is_absolute()
