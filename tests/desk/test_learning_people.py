from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rakor_desktop.archive import Archive
from rakor_desktop.desk.autosave import Autosave
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Bundle, Held, Meeting

AGUNG = Attendee(id="a1", rank="AKBP", name="Agung Tribawanto")
FIRST = Bundle(meeting=Meeting(id="m1", held=Held(date=date(2026, 3, 12)), attendees=(AGUNG,)))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "arsip.db") as opened:
        yield opened


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk()


@pytest.fixture
def autosave(desk: Desk, archive: Archive, tmp_path: Path) -> Iterator[Autosave]:
    saver = Autosave(desk, archive, tmp_path / "darurat", interval_ms=10, max_wait_ms=50)
    saver.begin(FIRST)
    yield saver
    saver.close()


def named(desk: Desk, name: str) -> None:
    desk.edit("Ubah nama", edits.update(Attendee, AGUNG.id, name=name), merge="name")


def test_the_book_learns_when_an_edited_meeting_is_left_not_at_every_save(
    autosave: Autosave, desk: Desk, archive: Archive, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(autosave.saved):
        named(desk, "Agu")
    assert archive.people() == ()
    named(desk, "Agung Wibowo")
    with qtbot.waitSignal(autosave.people_learnt):
        autosave.begin(Bundle(meeting=Meeting(id="m2")))
    assert [person.name for person in archive.people()] == ["Agung Wibowo"]


def test_the_book_has_learnt_when_the_window_is_closed(autosave: Autosave, desk: Desk, archive: Archive) -> None:
    named(desk, "Agung Wibowo")
    assert autosave.close()
    assert [person.name for person in archive.people()] == ["Agung Wibowo"]


def test_opening_a_meeting_without_an_edit_teaches_nothing(autosave: Autosave, archive: Archive) -> None:
    autosave.flush()
    autosave.close()
    assert archive.people() == ()


def test_a_deleted_meeting_teaches_nothing(autosave: Autosave, desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    with qtbot.waitSignal(autosave.saved):
        named(desk, "Agung Wibowo")
    autosave.forget("m1")
    autosave.close()
    assert archive.people() == ()
