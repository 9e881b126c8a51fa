from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from archive_samples import bundle

from rakor_desktop.archive import Archive
from rakor_desktop.archive.meetings import COPY_MARK
from rakor_desktop.domain.meeting import Bundle, Held
from rakor_desktop.errors import ArchiveError, BundleError


def retitled(given: Bundle, title: str) -> Bundle:
    return replace(given, meeting=replace(given.meeting, title=title))


def test_a_saved_meeting_comes_back_equal_with_its_revision(archive: Archive) -> None:
    assert archive.save(bundle(), None) == 1
    assert archive.load("m1") == (bundle(), 1)


def test_each_change_counts_the_revision_up_and_an_unchanged_meeting_does_not(archive: Archive) -> None:
    archive.save(bundle(), None)
    assert archive.save(retitled(bundle(), "Lain"), 1) == 2
    assert archive.save(retitled(bundle(), "Lain"), 2) == 2


def test_a_conflict_keeps_both_versions_and_says_so_in_the_log(archive: Archive) -> None:
    archive.save(bundle(), None)
    archive.save(retitled(bundle(), "Dari komputer lain"), 1)
    stored = archive.store(retitled(bundle(), "Dari layar ini"), 1)
    assert (
        archive.load("m1")
        == (retitled(bundle(), "Dari layar ini"), 3)
        == (
            retitled(bundle(), "Dari layar ini"),
            stored.revision,
        )
    )
    copy, revision = archive.load(stored.copy_id)
    assert (copy.meeting.title, revision) == ("Dari komputer lain" + COPY_MARK, 1)
    assert [(entry.action, entry.detail) for entry in archive.log_of("m1")] == [("conflict", stored.copy_id)]


def test_a_new_meeting_with_the_id_of_another_one_replaces_nothing(archive: Archive) -> None:
    archive.save(retitled(bundle(), "Yang lama"), None)
    archive.save(retitled(bundle(), "Yang diimpor"), None)
    assert {entry.title for entry in archive.recent()} == {"Yang lama" + COPY_MARK, "Yang diimpor"}


def test_a_stored_form_that_cannot_be_read_is_kept_when_a_newer_version_comes(archive: Archive) -> None:
    archive.save(bundle(), None)
    with archive._database.writing() as db:
        db.execute("UPDATE meeting SET form = '{broken', revision = 9")
    with pytest.raises(BundleError):
        archive.load("m1")
    stored = archive.store(bundle(), 1)
    assert archive.load("m1") == (bundle(), stored.revision)
    with archive._database.reading() as db:
        kept = db.execute("SELECT form FROM meeting WHERE id = ?", (stored.copy_id,)).fetchone()
    assert kept == ("{broken",)


def test_a_meeting_that_is_not_there_is_told_in_one_sentence(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="tidak ada lagi di arsip") as caught:
        archive.load("tidak-ada")
    assert caught.value.code == "no_meeting"


def test_the_recent_list_shows_the_last_one_worked_on_first(archive: Archive) -> None:
    for number in range(5):
        archive.save(bundle(f"m{number}", f"Rapat {number}"), None)
    archive.save(retitled(bundle("m1"), "Rapat 1 lagi"), 1)
    entries = archive.recent(limit=3)
    assert [entry.id for entry in entries] == ["m1", "m4", "m3"]
    first = entries[0]
    assert (first.title, first.date, first.place, first.office_name, first.attendee_count) == (
        "Rapat 1 lagi",
        date(2024, 8, 15),
        "Lapangan Indoor, Simpang Empat",
        "Polres Pasaman Barat",
        1,
    )


def test_a_deleted_meeting_leaves_lists_and_search_and_can_be_restored(archive: Archive) -> None:
    archive.save(bundle(), None)
    archive.delete("m1")
    archive.delete("m1")
    assert archive.recent() == () == archive.search("lintas")
    assert [entry.id for entry in archive.deleted()] == ["m1"]
    archive.restore("m1")
    assert [entry.id for entry in archive.search("lintas")] == ["m1"]
    assert archive.deleted() == ()
    assert [entry.action for entry in archive.log_of("m1")] == ["deleted", "restored"]


def test_a_late_autosave_does_not_bring_a_deleted_meeting_back_into_the_lists(archive: Archive) -> None:
    archive.save(bundle(), None)
    archive.delete("m1")
    archive.save(retitled(bundle(), "Sesudah dihapus"), 1)
    assert archive.recent() == () == archive.search("sesudah")
    archive.restore("m1")
    assert archive.load("m1")[0].meeting.title == "Sesudah dihapus"


def test_the_bin_is_emptied_only_of_what_is_old(archive: Archive) -> None:
    archive.save(bundle(), None)
    archive.save(bundle("m2"), None)
    archive.delete("m1")
    assert archive._meetings.purge(timedelta(days=90)) == 0
    assert archive._meetings.purge(timedelta(seconds=-1)) == 1
    assert [entry.id for entry in archive.recent()] == ["m2"]


def test_a_changed_date_moves_the_meeting_and_its_search_text(archive: Archive) -> None:
    archive.save(bundle(), None)
    moved = replace(bundle(), meeting=replace(bundle().meeting, held=Held(date=date(2025, 1, 2))))
    archive.save(moved, 1)
    assert [(entry.id, entry.date) for entry in archive.search("lintas")] == [("m1", date(2025, 1, 2))]
    with archive._database.writing() as db:
        db.execute("INSERT INTO meeting_search (meeting_search) VALUES ('integrity-check')")
        assert db.execute("SELECT count(*) FROM meeting_text").fetchone() == (1,)


def test_a_broken_half_of_a_character_does_not_keep_a_meeting_from_being_saved(archive: Archive) -> None:
    archive.save(retitled(bundle(), "Rapat \udc00 siaga"), None)
    assert archive.load("m1")[0].meeting.title == "Rapat \ufffd siaga"


def test_every_save_is_on_disk_when_the_process_is_killed(tmp_path: Path) -> None:
    """kill -9 in the middle of saving: every revision that was reported is there."""
    path = tmp_path / "arsip.db"
    script = (
        "import sys, os, dataclasses\n"
        f"sys.path[:0] = {sys.path!r}\n"
        "from archive_samples import bundle\n"
        "from rakor_desktop.archive import Archive\n"
        f"archive = Archive.open({str(path)!r})\n"
        "revision = None\n"
        "for number in range(100000):\n"
        "    given = bundle(title=f'Rapat {number}')\n"
        "    revision = archive.save(given, revision)\n"
        "    os.write(1, f'{number}\\n'.encode())\n"
    )
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
        assert process.stdout is not None
        reported = [process.stdout.readline() for _ in range(20)]
        process.kill()
        reported += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        last = int(reported[-1] if reported[-1].endswith(b"\n") else reported[-2])
        with Archive.open(path) as archive:
            saved = int(archive.load("m1")[0].meeting.title.removeprefix("Rapat "))
            assert saved in (last, last + 1)
        for leftover in tmp_path.glob("arsip.db*"):
            leftover.unlink()
