"""The people book out to a file and in from one: nothing is taken in before it was shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.people.import_dialog import ImportDialog, summary
from rakor_desktop.ui.people.import_plan import plan
from rakor_desktop.ui.people.page import PeoplePage
from tests.ui.shell_stage import window_over

AGUNG = Person(
    id="p1",
    rank="AKBP",
    name="Agung Tribawanto",
    back=("S.I.K.",),
    service_no="79081234",
    posts=(PostHeld("Kapolres", "Polres Pasaman Barat", date(2024, 1, 5)),),
)
BUDI = Person(id="p2", rank="Iptu", name="Budi Santoso", posts=(PostHeld("Kasi Humas", "Polres Agam"),))
TWIN = Person(id="p3", rank="Ipda", name="Budi Santoso", posts=(PostHeld("Kanit", "Polres Agam"),))


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[PeoplePage]:
    with window_over(qtbot, tmp_path) as window:
        window.parts.archive.save_people((AGUNG, BUDI))
        found = window.furniture.people
        with qtbot.waitSignal(found.book.loaded):
            window.show_people()
        yield found


def window_of(page: PeoplePage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def dialog_of(page: PeoplePage, qtbot: QtBot) -> ImportDialog:
    def shown() -> list[ImportDialog]:
        return [one for one in page.window().findChildren(ImportDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=10_000)
    return shown()[0]


# -- the plan


def test_somebody_with_the_same_number_is_known_and_the_change_is_named() -> None:
    made = plan([replace(AGUNG, id="", rank="Kombes Pol", service_no="7908 1234")], [AGUNG, BUDI])
    (entry,) = made.entries
    assert entry.fate == "changed"
    assert "Pangkat: AKBP → Kombes Pol" in entry.remark


def test_somebody_without_anything_new_stays_as_is() -> None:
    assert [e.fate for e in plan([replace(BUDI, id="")], [AGUNG, BUDI]).entries] == ["same"]


def test_the_same_name_in_another_institution_is_another_person() -> None:
    other = Person(name="Budi Santoso", posts=(PostHeld("Camat", "Kecamatan Kinali"),))
    assert [e.fate for e in plan([other], [BUDI]).entries] == ["new"]


def test_a_name_that_several_people_bear_is_unclear_and_left_out_unless_wanted() -> None:
    made = plan([Person(name="Budi Santoso", phone="0812")], [BUDI, TWIN])
    assert [e.fate for e in made.entries] == ["unclear"]
    assert made.people(unclear=False) == ()
    assert len(made.people(unclear=True)) == 1


def test_an_entry_twice_in_the_list_is_taken_once_and_one_without_a_name_never() -> None:
    made = plan([Person(name="Citra Dewi"), Person(name="citra  dewi"), Person(rank="AKP")], [])
    assert [e.fate for e in made.entries] == ["new", "unclear", "unclear"]
    assert made.entries[1].remark == "Sama dengan orang ke-1 di berkas ini"
    assert [person.name for person in made.people(unclear=False)] == ["Citra Dewi"]
    assert all(person.name for person in made.people(unclear=True))
    assert summary(made) == "1 orang baru, 2 tidak jelas"


# -- files


@pytest.mark.parametrize("name", ["buku.xlsx", "buku.csv"])
def test_what_was_exported_comes_in_again_unchanged(page: PeoplePage, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    page.exchange.write(tmp_path / name)
    toast = window_of(page).toast
    qtbot.waitUntil(lambda: toast.text == f"2 orang disimpan: {name}", timeout=10_000)
    page.exchange.read(tmp_path / name)
    dialog = dialog_of(page, qtbot)
    assert dialog.windowTitle() == f"Impor {name}"
    assert dialog.chosen == ()
    dialog.reject()


def test_an_import_is_shown_first_then_taken_in_and_can_be_taken_back(
    page: PeoplePage, qtbot: QtBot, tmp_path: Path
) -> None:
    from rakor_desktop.archive.people_file import write_people

    archive = window_of(page).parts.archive
    write_people(tmp_path / "pejabat.xlsx", (replace(AGUNG, rank="Kombes Pol"), Person(id="x", name="Citra Dewi")))
    page.exchange.read(tmp_path / "pejabat.xlsx")
    dialog = dialog_of(page, qtbot)
    assert {person.name for person in archive.people()} == {"Agung Tribawanto", "Budi Santoso"}
    with qtbot.waitSignal(page.book.loaded):
        dialog.accept()
    toast = window_of(page).toast
    assert toast.text == "Impor selesai: 1 orang baru dan 1 diperbarui"
    kept = archive.person("p1")
    assert kept is not None
    assert kept.rank == "Kombes Pol"
    assert page.table.people.rowCount() == 3
    with qtbot.waitSignal(page.book.loaded):
        toast.links()[0].click()
    assert archive.person("p1") == AGUNG
    assert page.table.people.rowCount() == 2


def test_a_file_that_cannot_be_read_is_told_in_the_bar(page: PeoplePage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "foto.xlsx").write_bytes(b"\xff\xd8\xff\xe0 not a workbook")
    page.exchange.read(tmp_path / "foto.xlsx")
    bar = window_of(page).bar
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert "foto.xlsx" in bar.text


def test_a_place_that_cannot_be_written_is_told_in_the_bar(page: PeoplePage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "buku.xlsx").mkdir()
    page.exchange.write(tmp_path / "buku.xlsx")
    bar = window_of(page).bar
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert "buku.xlsx" in bar.text
