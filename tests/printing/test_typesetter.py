"""Pages are set by the first program that can; whatever goes wrong is said, and nothing is left behind."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from rakor_desktop.errors import PrintError
from rakor_desktop.printing import Engine, Typesetter, find_engines
from rakor_desktop.printing.libreoffice import LibreOffice, find_libreoffice
from rakor_desktop.printing.msword import FOLDER, SOURCES, MicrosoftWord, find_word
from tests.printing.engines import PDF, failing, good, hanging
from tests.printing.test_child import gone_soon

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs of these tests are POSIX scripts")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Temporary files go where they can be counted."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def typesetter(*programs: Path, seconds: float = 60) -> Typesetter:
    engines: Sequence[Engine] = [LibreOffice(program) for program in programs]
    return Typesetter(lambda: engines, seconds=seconds)


def test_pages_come_from_the_engine_with_its_name(tmp_path: Path, temporary: Path) -> None:
    made = typesetter(good(tmp_path, "24.8")).typeset(b"isi")
    assert made.pdf == PDF.read_bytes()
    assert made.engine == "LibreOffice 24.8"
    assert made.remark == ""
    assert not list(temporary.glob("rakor-cetak-*"))


def test_what_was_set_once_is_not_set_again(tmp_path: Path) -> None:
    program = good(tmp_path, "24.8")
    setter = typesetter(program)
    first = setter.typeset(b"isi")
    program.unlink()
    assert setter.typeset(b"isi") is first
    with pytest.raises(PrintError) as caught:
        setter.typeset(b"isi lain")
    assert caught.value.code == "no_start"


def test_many_documents_are_set_in_one_run(tmp_path: Path) -> None:
    made = typesetter(good(tmp_path, "24.8")).typeset_many({"notula": b"a", "daftar": b"b"})
    assert sorted(made) == ["daftar", "notula"]
    assert all(one.pdf == PDF.read_bytes() for one in made.values())


def test_a_hanging_engine_is_ended_and_said(tmp_path: Path, temporary: Path) -> None:
    setter = typesetter(hanging(tmp_path), seconds=1.5)
    with pytest.raises(PrintError) as caught:
        setter.typeset(b"isi")
    assert caught.value.code == "hung"
    assert "LibreOffice 9.9 tidak selesai" in caught.value.message
    assert "sudah dihentikan" in caught.value.message
    pids = (tmp_path / "trace").read_text().split()
    assert len(pids) == 2
    assert all(gone_soon(int(pid)) for pid in pids)
    assert not list(temporary.iterdir())


def test_calling_off_ends_the_engine_and_asks_no_other_one(tmp_path: Path) -> None:
    setter = typesetter(hanging(tmp_path), good(tmp_path, "1.0"))
    with pytest.raises(PrintError) as caught:
        setter.typeset(b"isi", lambda: (tmp_path / "trace").exists())
    assert caught.value.code == "cancelled"
    assert all(gone_soon(int(pid)) for pid in (tmp_path / "trace").read_text().split())


def test_the_next_engine_does_what_the_first_could_not_and_it_is_said(tmp_path: Path) -> None:
    made = typesetter(failing(tmp_path), good(tmp_path, "7.4")).typeset(b"isi")
    assert made.engine == "LibreOffice 7.4"
    assert "LibreOffice 9.9 tidak menghasilkan halaman" in made.remark
    assert made.remark.endswith("Halaman ini disusun oleh LibreOffice 7.4.")


def test_when_every_engine_fails_the_best_ones_failure_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrintError) as caught:
        typesetter(failing(tmp_path)).typeset(b"isi")
    assert caught.value.code == "no_pages"
    assert caught.value.params["output"] == "out of order\n"


def test_without_any_engine_it_is_said_what_to_install() -> None:
    setter = Typesetter(tuple)
    assert not setter.available
    with pytest.raises(PrintError) as caught:
        setter.typeset(b"isi")
    assert caught.value.code == "no_engine"
    assert "Pasang LibreOffice" in caught.value.message


def test_an_engine_installed_meanwhile_is_found_when_one_looks_again(tmp_path: Path) -> None:
    engines: list[Engine] = []
    setter = Typesetter(lambda: engines)
    assert not setter.available
    engines.append(LibreOffice(good(tmp_path, "24.8")))
    assert not setter.available
    setter.look_again()
    assert setter.available


def test_what_a_power_cut_left_is_swept_and_what_is_at_work_is_not(tmp_path: Path, temporary: Path) -> None:
    old, young = temporary / "rakor-cetak-old", temporary / "rakor-cetak-young"
    old.mkdir()
    young.mkdir()
    long_ago = time.time() - 3 * 86_400
    os.utime(old, (long_ago, long_ago))
    typesetter(good(tmp_path, "24.8")).typeset(b"isi")
    assert not old.exists()
    assert young.exists()


def test_libreoffice_works_in_a_profile_of_its_own_that_goes_with_it(tmp_path: Path, temporary: Path) -> None:
    setter = typesetter(good(tmp_path, "24.8"))
    setter.typeset(b"isi")
    assert len(list(temporary.glob("rakor-libreoffice-*"))) == 1
    del setter
    assert not list(temporary.iterdir())


def test_libreoffice_is_found_on_the_search_path(tmp_path: Path) -> None:
    program = good(tmp_path, "24.8")
    found = find_libreoffice({"PATH": f"{tmp_path}{os.pathsep}{program.parent}"})
    assert found is not None
    assert found.program == program
    assert found.name == "LibreOffice 24.8"


def test_word_is_looked_for_on_windows_alone() -> None:
    assert find_word() is None
    assert all(isinstance(engine, LibreOffice) for engine in find_engines())


def test_word_gets_its_files_through_the_environment(tmp_path: Path) -> None:
    shell = tmp_path / "powershell"
    shell.write_text(
        f"#!{sys.executable}\n"
        "import os, pathlib, shutil\n"
        f"for source in os.environ[{SOURCES!r}].split('|'):\n"
        f"    target = pathlib.Path(os.environ[{FOLDER!r}]) / (pathlib.Path(source).stem + '.pdf')\n"
        f"    shutil.copy({str(PDF)!r}, target)\n"
    )
    shell.chmod(0o755)
    made = Typesetter(lambda: [MicrosoftWord(str(shell))]).typeset(b"isi")
    assert made.engine == "Microsoft Word"
    assert made.pdf == PDF.read_bytes()


def test_a_word_that_answers_with_an_error_is_said(tmp_path: Path) -> None:
    shell = tmp_path / "powershell"
    shell.write_text(f"#!{sys.executable}\nimport sys\nprint('RAKOR-WORD 1')\nsys.exit(3)\n")
    shell.chmod(0o755)
    with pytest.raises(PrintError) as caught:
        Typesetter(lambda: [MicrosoftWord(str(shell))]).typeset(b"isi")
    assert caught.value.code == "no_pages"
    assert "Microsoft Word tidak menghasilkan halaman" in caught.value.message
