"""Saving: the old file stays whole until the new one is."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from rakor_desktop.word import SaveError, save, sweep_stale_temps
from rakor_desktop.word.saving import replace_file


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "notula.docx"
    save(path, b"lama")
    save(str(path), b"baru")
    assert path.read_bytes() == b"baru"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "notula.docx"
    path.write_bytes(b"lama")
    path.chmod(0o640)
    save(path, b"baru")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_missing_folder_and_a_folder_as_target_are_told(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as caught:
        save(tmp_path / "tiada" / "a.docx", b"x")
    assert caught.value.code == "missing_folder"
    with pytest.raises(SaveError) as caught:
        save(tmp_path, b"x")
    assert caught.value.code == "denied"


def test_a_read_only_folder_is_told_and_keeps_its_file() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "a.docx"
        path.write_bytes(b"lama")
        path.chmod(0o666)
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)  # root may write everywhere
        try:
            with pytest.raises(SaveError) as caught:
                save(path, b"baru")
        finally:
            os.seteuid(user)
            folder.chmod(0o755)
        assert caught.value.code == "denied"
        assert path.read_bytes() == b"lama"


def test_a_full_disk_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"lama")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(SaveError) as caught:
            save(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert caught.value.code == "full"
    assert "penuh" in caught.value.message
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_program_killed_while_saving_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    script = (
        "import itertools, sys; from rakor_desktop.word.saving import replace_file\n"
        "for n in itertools.count(): replace_file(sys.argv[1], bytes([n % 256]) * 3_000_000)"
    )
    path.write_bytes(b"\x00" * 3_000_000)
    for pause in (0.3, 0.34, 0.37, 0.41):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(path)], env={**os.environ, "PYTHONPATH": os.getcwd()}
        )
        time.sleep(pause)
        process.kill()
        process.wait()
        content = path.read_bytes()
        assert len(content) == 3_000_000
        assert len(set(content)) == 1


def test_only_old_temporary_files_of_ours_are_swept(tmp_path: Path) -> None:
    old, fresh, foreign = (tmp_path / name for name in (".~rakor-1.tmp", ".~rakor-2.tmp", "lain.tmp"))
    for path in (old, fresh, foreign):
        path.write_bytes(b"x")
    for path in (old, foreign):
        os.utime(path, (1, 1))
    assert sweep_stale_temps(tmp_path) == 1
    assert sorted(tmp_path.iterdir()) == sorted([fresh, foreign])
    assert sweep_stale_temps(tmp_path / "tiada") == 0


def test_a_file_in_use_is_tried_again_and_then_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows' sharing violation cannot happen here, so the operating system's part is played."""
    calls: list[float] = []
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        calls.append(time.monotonic())
        if len(calls) < 4:
            error = PermissionError(13, "in use")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    replace_file(tmp_path / "a.docx", b"x")
    assert len(calls) == 4
    assert (tmp_path / "a.docx").read_bytes() == b"x"


def test_a_file_that_stays_in_use_is_told_as_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(source: Path, target: Path) -> None:
        error = PermissionError(13, "in use")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    path = tmp_path / "a.docx"
    path.write_bytes(b"lama")
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr("rakor_desktop.word.saving._RETRY_SECONDS", 0.15)
    with pytest.raises(SaveError) as caught:
        save(path, b"baru")
    assert caught.value.code == "busy"
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]
