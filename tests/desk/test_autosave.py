from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from rakor_desktop.archive import Archive, Stored
from rakor_desktop.desk import emergency
from rakor_desktop.desk.autosave import Autosave
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import codec, edits
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.domain.office import Office
from rakor_desktop.errors import ArchiveError


class Gate(Archive):
    """A real archive whose saves can be held up or made to fail, as a slow or full disk does."""

    def arm(self) -> None:
        self.passed = threading.Event()
        self.passed.set()
        self.entered = threading.Event()
        self.fault: BaseException | None = None
        self.saves = 0

    def store(self, bundle: Bundle, revision: int | None) -> Stored:
        self.saves += 1
        self.entered.set()
        assert self.passed.wait(10)
        if self.fault is not None:
            raise self.fault
        return super().store(bundle, revision)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Gate]:
    with Gate.open(tmp_path / "data" / "arsip.db") as opened:
        assert isinstance(opened, Gate)
        opened.arm()
        yield opened


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "darurat"


@pytest.fixture
def autosave(desk: Desk, archive: Gate, folder: Path) -> Iterator[Autosave]:
    saver = Autosave(desk, archive, folder, interval_ms=30, max_wait_ms=100)
    saver.begin(Bundle(office=Office(id="o"), meeting=Meeting(id="m1")))
    yield saver
    archive.passed.set()
    archive.fault = None
    saver.close()


def titled(desk: Desk, title: str) -> None:
    desk.edit("Ubah judul", edits.set_fields(title=title), merge="title")


def test_a_new_meeting_reaches_the_archive_with_its_first_edit(
    autosave: Autosave, desk: Desk, archive: Gate, qtbot: QtBot
) -> None:
    assert (autosave.state, archive.count()) == ("clean", 0)
    with qtbot.waitSignal(autosave.saved) as saved:
        titled(desk, "Rapat")
        assert autosave.state == "due"
    assert saved.args is not None
    assert isinstance(saved.args[0], datetime)
    assert archive.load("m1") == (desk.bundle, 1)
    assert autosave.state == "clean"


def test_typing_without_a_pause_is_saved_all_the_same(
    autosave: Autosave, desk: Desk, archive: Gate, qtbot: QtBot
) -> None:
    began = monotonic()
    number = 0
    while archive.saves == 0 and monotonic() - began < 5:
        number += 1
        titled(desk, f"Rapat {number}")
        qtbot.wait(10)
    assert archive.saves == 1
    assert monotonic() - began < 2


def test_an_edit_made_while_saving_is_saved_next(autosave: Autosave, desk: Desk, archive: Gate, qtbot: QtBot) -> None:
    archive.passed.clear()
    titled(desk, "Satu")
    qtbot.waitUntil(archive.entered.is_set)
    assert autosave.state == "saving"
    titled(desk, "Dua")
    archive.passed.set()
    qtbot.waitUntil(lambda: autosave.state == "clean")
    assert archive.load("m1") == (desk.bundle, 2)
    assert desk.meeting.title == "Dua"


def test_undo_is_saved_like_any_edit(autosave: Autosave, desk: Desk, archive: Gate) -> None:
    titled(desk, "Satu")
    autosave.flush()
    desk.undo()
    assert autosave.flush()
    assert archive.load("m1")[0].meeting.title == ""


def test_the_office_is_saved_with_the_meeting(autosave: Autosave, desk: Desk, archive: Gate) -> None:
    desk.set_office(Office(id="o", name="Polres Lahat"))
    assert autosave.flush()
    assert archive.recent()[0].office_name == "Polres Lahat"


def test_flush_saves_at_once_and_says_whether_all_is_on_disk(autosave: Autosave, desk: Desk, archive: Gate) -> None:
    titled(desk, "Rapat")
    assert autosave.flush()
    assert (archive.load("m1")[0], autosave.state) == (desk.bundle, "clean")
    assert autosave.flush()
    assert archive.saves == 1


def test_flush_waits_for_a_running_save_and_the_edit_after_it(
    autosave: Autosave, desk: Desk, archive: Gate, qtbot: QtBot
) -> None:
    archive.passed.clear()
    titled(desk, "Satu")
    qtbot.waitUntil(archive.entered.is_set)
    titled(desk, "Dua")
    assert not autosave.flush(timeout=0.05), "the disk still hangs"
    threading.Timer(0.05, archive.passed.set).start()
    assert autosave.flush()
    assert archive.load("m1") == (desk.bundle, 2)


def test_opening_another_meeting_saves_the_first_and_is_no_edit(autosave: Autosave, desk: Desk, archive: Gate) -> None:
    archive.save(Bundle(office=Office(id="lain"), meeting=Meeting(id="m2", title="Yang lain")), None)
    titled(desk, "Belum tersimpan")
    archive.saves = 0
    autosave.open("m2")
    assert archive.load("m1")[0].meeting.title == "Belum tersimpan"
    assert (desk.meeting.title, desk.office.id, autosave.state, archive.saves) == ("Yang lain", "lain", "clean", 1)
    titled(desk, "Diubah")
    assert autosave.flush()
    assert archive.load("m2")[1] == 2
    assert archive.count() == 2, "no conflict copy"


def test_a_meeting_put_on_the_desk_directly_leaves_the_due_one_due(
    autosave: Autosave, desk: Desk, archive: Gate
) -> None:
    titled(desk, "Belum tersimpan")
    desk.open(Bundle(office=Office(id="o3"), meeting=Meeting(id="m3")))
    titled(desk, "Ketiga")
    assert autosave.flush()
    assert archive.load("m1")[0].meeting.title == "Belum tersimpan"
    assert archive.load("m3")[0].meeting.title == "Ketiga"


def test_an_imported_meeting_is_kept_at_once(autosave: Autosave, archive: Gate) -> None:
    autosave.begin(Bundle(meeting=Meeting(id="impor", title="Kiriman")), keep=True)
    assert autosave.flush()
    assert archive.load("impor")[1] == 1


def test_a_failed_save_is_told_kept_as_an_emergency_copy_and_tried_again(
    autosave: Autosave, desk: Desk, archive: Gate, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[Autosave.__module__], "RETRY_MS", 50)
    archive.fault = ArchiveError("disk_full", "Disk penuh.")
    with qtbot.waitSignal(autosave.failed) as failed:
        titled(desk, "Berharga")
    assert failed.args is not None
    assert failed.args[0].startswith("Disk penuh. Salinan darurat: ")
    assert autosave.state == "failed"
    (copy,) = emergency.copies(folder)
    assert codec.decode(copy.read_bytes()) == desk.bundle
    titled(desk, "Berharga sekali")
    assert not autosave.flush()
    assert codec.decode(copy.read_bytes()).meeting.title == "Berharga sekali"
    archive.fault = None
    qtbot.waitUntil(lambda: autosave.state == "clean")
    assert archive.load("m1")[0] == desk.bundle
    assert emergency.copies(folder) == ()


def test_when_even_the_emergency_copy_fails_the_user_is_told_to_stay(
    autosave: Autosave, desk: Desk, archive: Gate, folder: Path, qtbot: QtBot
) -> None:
    folder.write_text("sebuah berkas di tempat folder")
    archive.fault = ArchiveError("disk_full", "Disk penuh.")
    with qtbot.waitSignal(autosave.failed) as failed:
        titled(desk, "Berharga")
    assert failed.args is not None
    assert "Jangan menutup program" in failed.args[0]
    assert desk.meeting.title == "Berharga"


def test_a_mistake_of_the_program_keeps_the_text_and_comes_to_light(
    autosave: Autosave, desk: Desk, archive: Gate, folder: Path, qtbot: QtBot
) -> None:
    archive.fault = ZeroDivisionError("bug")
    with qtbot.captureExceptions() as raised:
        titled(desk, "Berharga")
        qtbot.waitUntil(lambda: autosave.state == "failed")
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert codec.decode(emergency.copies(folder)[0].read_bytes()) == desk.bundle
    archive.fault = None
    assert autosave.flush()
    assert archive.load("m1")[0] == desk.bundle


def test_another_version_in_the_archive_is_kept_as_a_copy_and_told(
    autosave: Autosave, desk: Desk, archive: Gate, qtbot: QtBot
) -> None:
    titled(desk, "Satu")
    autosave.flush()
    elsewhere = desk.bundle
    archive.save(replace(elsewhere, meeting=replace(elsewhere.meeting, title="Dari tempat lain")), 1)
    with qtbot.waitSignal(autosave.conflicted) as conflicted:
        titled(desk, "Dua")
    assert conflicted.args is not None
    assert archive.load(conflicted.args[0])[0].meeting.title.startswith("Dari tempat lain")
    titled(desk, "Tiga")
    assert autosave.flush()
    assert (archive.load("m1")[0].meeting.title, archive.count()) == ("Tiga", 2)


def test_a_deleted_meeting_is_not_saved_again(autosave: Autosave, desk: Desk, archive: Gate) -> None:
    titled(desk, "Dihapus")
    autosave.forget("m1")
    assert autosave.flush()
    assert (archive.count(), autosave.state) == (0, "clean")


def test_closing_saves_what_is_due(desk: Desk, archive: Gate, folder: Path) -> None:
    saver = Autosave(desk, archive, folder)
    saver.begin(Bundle(meeting=Meeting(id="m9")))
    titled(desk, "Terakhir")
    assert saver.close()
    assert archive.load("m9")[0].meeting.title == "Terakhir"


def test_with_the_usual_times_an_edit_is_on_disk_within_two_seconds(
    desk: Desk, archive: Gate, folder: Path, qtbot: QtBot
) -> None:
    saver = Autosave(desk, archive, folder)
    saver.begin(Bundle(meeting=Meeting(id="m9")))
    with qtbot.waitSignal(saver.saved, timeout=2000):
        titled(desk, "Rapat")
    saver.close()
