from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from archive_samples import bundle

from rakor_desktop.archive import Archive
from rakor_desktop.archive.places import place_of
from rakor_desktop.archive.schema import VERSION
from rakor_desktop.errors import ArchiveError


def test_an_archive_on_this_computer_is_durable_and_has_nothing_to_say(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "baru sekali" / "lagi" / "arsip.db") as archive:
        assert (archive.notice, archive.read_only) == ("", False)
        with archive._database.writing() as db:
            assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert db.execute("PRAGMA synchronous").fetchone() == (2,)


def test_in_a_synchronised_folder_there_is_no_separate_log_and_the_user_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Polres Pasaman Barat"
    with Archive.open(folder / "arsip.db") as archive:
        archive.save(bundle(), None)
        assert "disinkronkan" in archive.notice
        assert [path.name for path in folder.iterdir()] == ["arsip.db"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (r"\\server\humas\arsip.db", "network"),
        ("//server/humas/arsip.db", "network"),
        (r"C:\Users\Budi\OneDrive\Documents\arsip.db", "synced"),
        (r"C:\Users\Budi\Dropbox\arsip.db", "synced"),
        (r"G:\My Drive\arsip.db", "synced"),
        ("/home/budi/Google Drive/arsip.db", "synced"),
        (r"C:\Users\Budi\AppData\Local\Rakor Desktop\arsip.db", "local"),
        ("/home/dropboxer/arsip.db", "local"),
    ],
)
def test_network_and_synchronised_places_are_known_by_their_path(path: str, place: str) -> None:
    assert place_of(path) == place


def test_an_archive_of_a_newer_program_can_be_read_but_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "arsip.db"
    with Archive.open(path) as archive:
        archive.save(bundle(), None)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with Archive.open(path) as archive:
        assert archive.read_only
        assert "lebih baru" in archive.notice
        assert archive.load("m1")[0] == bundle()
        with pytest.raises(ArchiveError, match="Perbarui Rakor Desktop") as caught:
            archive.save(bundle("m2"), None)
        assert caught.value.code == "read_only"


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "lain.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE stock (name)")
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="program lain") as caught:
        Archive.open(path)
    assert caught.value.code == "foreign"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"bukan basis data" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_file_is_told_clearly_and_not_touched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "arsip.db"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="rusak") as caught:
        Archive.open(path)
    assert caught.value.code == "broken"
    assert caught.value.params["path"] == str(path)
    assert path.read_bytes() == content


def test_a_folder_that_is_a_file_is_told_clearly(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("ini berkas")
    with pytest.raises(ArchiveError, match="tidak dapat dibuka"):
        Archive.open(tmp_path / "data" / "arsip.db")


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a matter of POSIX")
def test_on_a_full_disk_a_save_fails_clearly_and_nothing_kept_before_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "arsip.db"
    script = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "import resource\n"
        "from archive_samples import bundle\n"
        "from rakor_desktop.archive import Archive\n"
        "from rakor_desktop.errors import ArchiveError\n"
        f"archive = Archive.open({str(path)!r})\n"
        "archive.save(bundle(), None)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))\n"
        "try:\n"
        "    archive.save(bundle('besar', title='kata ' * 500_000), None)\n"
        "except ArchiveError as error:\n"
        "    print(error.code, '|', error)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "print(archive.count(), archive.save(bundle('m2'), None))\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    told, after = run.stdout.splitlines()
    assert told.split(" | ")[0] in ("cannot_write", "disk_full")
    assert "masih ada di layar" in told
    assert after == "1 1"
    with Archive.open(path) as archive:
        assert {entry.id for entry in archive.recent()} == {"m1", "m2"}


def test_a_list_can_be_read_while_another_thread_is_saving(archive: Archive) -> None:
    archive.save(bundle(), None)
    with archive._database.writing() as db:
        db.execute("UPDATE meeting SET title = 'belum selesai'")
        assert [entry.title for entry in archive.recent()] == ["Rapat Lintas Sektoral"]


def test_the_log_can_neither_be_changed_nor_shortened(archive: Archive) -> None:
    archive.log("m1", "exported", "notula.docx")
    for statement in ("UPDATE log SET action = 'x'", "DELETE FROM log"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"), archive._database.writing() as db:
            db.execute(statement)
    assert [(entry.action, entry.detail) for entry in archive.log_of("m1")] == [("exported", "notula.docx")]


def test_a_backup_is_verified_and_holds_everything_even_while_the_archive_is_open(
    archive: Archive, tmp_path: Path
) -> None:
    content_hash = archive.put_photo(b"foto")
    archive.save(bundle(), None)
    made = archive.backup(tmp_path / "cadangan", today=date(2026, 11, 22))
    assert made.name == "rakor-2026-11-22.db"
    with Archive.open(tmp_path / "pulih" / "arsip.db") as other:
        other.close()
    (tmp_path / "pulih" / "arsip.db").write_bytes(made.read_bytes())
    with Archive.open(tmp_path / "pulih" / "arsip.db") as other:
        assert other.load("m1")[0] == bundle()
        assert other.search("lintas") == archive.search("lintas")
    assert (tmp_path / "cadangan" / "foto" / content_hash[:2] / f"{content_hash}.jpg").read_bytes() == b"foto"


def test_the_ring_keeps_one_backup_a_day_and_only_the_newest_few(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    folder.mkdir()
    (folder / "catatan.txt").write_text("punya orang")
    for day in (1, 2, 3, 3, 4):
        archive.backup(folder, keep=2, today=date(2026, 11, day))
    assert [path.name for path in Archive.backups(folder)] == ["rakor-2026-11-04.db", "rakor-2026-11-03.db"]
    assert (folder / "catatan.txt").exists()
    assert not list(folder.glob("*.part"))


def test_a_backup_into_an_impossible_place_is_told_and_changes_nothing(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(ArchiveError):
        archive.backup(tmp_path / "berkas" / "cadangan")


def broken(path: Path, keep: int) -> None:
    """Overwrite the second half of the file's pages, as a dying disk would."""
    data = bytearray(path.read_bytes())
    for start in range(max(keep * 4096, 4096), len(data), 4096 * 2):
        data[start : start + 4096] = b"\xde" * 4096
    path.write_bytes(bytes(data))


def test_a_broken_archive_is_kept_aside_and_replaced_by_backup_and_what_is_readable(tmp_path: Path) -> None:
    path, folder = tmp_path / "arsip.db", tmp_path / "cadangan"
    with Archive.open(path) as archive:
        for number in range(40):
            archive.save(bundle(f"lama{number}"), None)
        archive.backup(folder, today=date(2026, 11, 21))
        for number in range(40):
            archive.save(bundle(f"baru{number}", held=bundle().meeting.held), None)
    broken(path, keep=30)
    damaged = path.read_bytes()
    recovery = Archive.recover(path, folder)
    assert recovery.backup is not None
    assert recovery.backup.name == "rakor-2026-11-21.db"
    assert recovery.kept.read_bytes() == damaged
    with Archive.open(path) as archive:
        ids = {entry.id for entry in archive.recent(100)}
        assert {f"lama{number}" for number in range(40)} <= ids
        assert len(ids) == 40 + recovery.salvaged
        assert recovery.salvaged > 0
        assert {entry.id for entry in archive.search("lintas", 100)} == ids


def test_without_a_backup_every_readable_meeting_and_office_is_saved_out_of_the_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "arsip.db"
    with Archive.open(path) as archive:
        archive.save_office(bundle().office)
        for number in range(60):
            archive.save(bundle(f"m{number}"), None)
    broken(path, keep=50)
    recovery = Archive.recover(path, tmp_path / "tidak ada")
    assert (recovery.backup, recovery.salvaged > 20) == (None, True)
    with Archive.open(path) as archive:
        assert archive.count() == recovery.salvaged
        assert archive.default_office() == bundle().office


def test_a_broken_backup_is_passed_over_for_the_next_sound_one(tmp_path: Path) -> None:
    path, folder = tmp_path / "arsip.db", tmp_path / "cadangan"
    with Archive.open(path) as archive:
        archive.save(bundle(), None)
        archive.backup(folder, today=date(2026, 11, 20))
        newest = archive.backup(folder, today=date(2026, 11, 21))
    newest.write_bytes(newest.read_bytes()[:5000])
    path.write_bytes(b"rusak" * 1000)
    recovery = Archive.recover(path, folder)
    assert recovery.backup is not None
    assert recovery.backup.name == "rakor-2026-11-20.db"
    with Archive.open(path) as archive:
        assert archive.load("m1")[0] == bundle()
