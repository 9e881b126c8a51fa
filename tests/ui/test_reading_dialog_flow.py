from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.reading.dialog import ReadingDialog
from rakor_desktop.ui.reading.material import Material, materials_of
from rakor_desktop.ui.reading.paste_window import PasteWindow
from tests.ui.shell_stage import open_meeting, window_over

LIST = "1. AKP Budi Santoso, S.H.\n2. Iptu Ani Wijaya\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path) as made:
        QGuiApplication.clipboard().clear()
        yield made
        QGuiApplication.clipboard().clear()


def copied(text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    return data


def review(qtbot: QtBot, window: MainWindow) -> ReadingDialog:
    flow = window.furniture.reading
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isVisible(), timeout=10_000)
    assert flow.dialog is not None
    return flow.dialog


def dropped(window: MainWindow, data: QMimeData) -> bool:
    """Drop on the window as a mouse would; whether it was welcome."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    enter.setAccepted(False)
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, none))
    return enter.isAccepted()


def test_a_table_is_preferred_to_the_text_beside_it() -> None:
    assert materials_of(copied("Budi", "<table><tr><td>Budi</td></tr></table>"))[0].html
    assert materials_of(copied("Budi", "<b>Budi</b>")) == [Material("Budi")]
    assert materials_of(copied("  \n")) == []


def test_copied_files_are_read_as_files() -> None:
    data = copied("daftar.xlsx")
    data.setUrls([QUrl.fromLocalFile("/daftar.xlsx")])
    assert materials_of(data) == [Material(path=Path("/daftar.xlsx"))]


def test_the_key_reads_the_clipboard_into_the_open_meeting_as_one_step(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    before = window.parts.desk.meeting
    QGuiApplication.clipboard().setText(LIST)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = review(qtbot, window)
    assert window.parts.desk.meeting is before
    dialog.accept()
    added = window.parts.desk.meeting.attendees
    assert {a.name for a in added} - {a.name for a in before.attendees} == {"Budi Santoso", "Ani Wijaya"}
    assert window.parts.desk.undo_label == "Masukkan 2 orang dari tempelan"
    assert window.toast.text == "2 orang masuk ke rapat"
    window.toast.links()[0].click()
    assert window.parts.desk.meeting is before


def test_cancelling_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    before = window.parts.desk.meeting
    window.furniture.reading.read(copied(LIST))
    review(qtbot, window).reject()
    assert window.parts.desk.meeting is before
    assert window.furniture.reading.dialog is None


def test_pasting_on_the_start_page_begins_a_meeting_with_the_people(qtbot: QtBot, window: MainWindow) -> None:
    count = window.parts.archive.count()
    QGuiApplication.clipboard().setText(LIST)
    qtbot.keyClick(window.home, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    review(qtbot, window).accept()
    assert [a.name for a in window.parts.desk.meeting.attendees] == ["Budi Santoso", "Ani Wijaya"]
    assert window.parts.desk.office.name == "Polres Uji"
    assert window.furniture.workspace.key == "hadirin"
    assert window.toast.text == "2 orang masuk ke rapat baru. Isi judul dan tanggalnya."
    window.parts.autosave.flush()
    assert window.parts.archive.count() == count + 1


def test_cancelling_on_the_start_page_begins_no_meeting(qtbot: QtBot, window: MainWindow) -> None:
    count = window.parts.archive.count()
    window.furniture.reading.read(copied(LIST), into_new=True)
    review(qtbot, window).reject()
    window.parts.autosave.flush()
    assert window.at_home
    assert window.parts.archive.count() == count


def test_an_empty_clipboard_asks_for_a_list(qtbot: QtBot, window: MainWindow) -> None:
    window.acts.paste_text.trigger()
    asked = window.furniture.reading.paste_window
    assert asked is not None
    assert not asked.read_button.isEnabled()
    qtbot.keyClicks(asked.field, "AKP Budi Santoso")
    qtbot.waitUntil(lambda: "Terbaca 1 orang" in asked.told.text(), timeout=10_000)
    qtbot.keyClick(asked.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert review(qtbot, window).draft.rows[0].name == "Budi Santoso"


def test_a_copied_picture_is_told_in_words(window: MainWindow) -> None:
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    window.acts.paste_text.trigger()
    asked = window.furniture.reading.paste_window
    assert asked is not None
    assert asked.remark.text().startswith("Yang disalin adalah gambar")


def test_a_table_pasted_into_the_window_is_read_at_once(qtbot: QtBot) -> None:
    asked = PasteWindow()
    qtbot.addWidget(asked)
    with qtbot.waitSignal(asked.wanted) as told:
        asked.field.insertFromMimeData(copied("Budi", "<table><tr><td>Budi</td></tr></table>"))
    assert told.args[0].html


def test_lists_dropped_on_the_window_are_read_one_after_the_other(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_meeting(window, "pasaman")
    files = [tmp_path / "satu.txt", tmp_path / "dua.csv"]
    files[0].write_text("AKP Satu Pertama\n", encoding="utf-8")
    files[1].write_text("Pangkat;Nama\nIptu;Dua Kedua\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    assert dropped(window, data)
    first = review(qtbot, window)
    assert first.title == "satu.txt"
    first.accept()
    assert window.parts.desk.undo_label == "Masukkan 1 orang dari satu.txt"
    qtbot.waitUntil(lambda: window.furniture.reading.dialog not in (None, first), timeout=10_000)
    second = review(qtbot, window)
    assert second.title == "dua.csv"
    assert [row.name for row in second.draft.rows] == ["Dua Kedua"]


def test_a_dropped_file_that_cannot_be_read_is_told_in_the_bar(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "lama.doc"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    window.open_paths([broken])
    qtbot.waitUntil(lambda: window.bar.isVisible(), timeout=10_000)
    assert "lama.doc" in window.bar.text
    assert window.furniture.reading.dialog is None


def test_other_files_are_not_welcome(window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "lagu.mp3"))])
    assert not dropped(window, data)


def test_people_of_the_book_are_recognised_while_the_review_is_open(qtbot: QtBot, window: MainWindow) -> None:
    from rakor_desktop.domain.people import Person

    window.parts.archive.save_person(Person(id="o1", rank="AKP", name="Listyo Sigit Prabowo"))
    window.furniture.reading.read(copied("AKP Listyo Sigid Prabowo\n"), into_new=True)
    dialog = review(qtbot, window)
    qtbot.waitUntil(lambda: "Listyo Sigit Prabowo" in dialog.notice.text, timeout=10_000)
    dialog.notice.remedies()[0].click()
    assert dialog.draft.rows[0].name == "Listyo Sigit Prabowo"


def test_the_attendance_page_asks_for_the_same_review(qtbot: QtBot, window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    window.show_workspace_page("hadirin")
    window.furniture.workspace.reading_wanted.emit(copied(LIST))
    assert len(review(qtbot, window).draft.rows) == 2


def test_a_reading_that_is_called_off_gives_way_to_the_next(qtbot: QtBot, window: MainWindow) -> None:
    started: list[int] = []
    window.parts.jobs.started.connect(lambda number, _label: started.append(number))
    window.furniture.reading.read(copied(LIST * 2000), into_new=True)
    window.parts.jobs.cancel(started[-1])
    window.furniture.reading.read(copied("AKP Budi Santoso\n"), into_new=True)
    assert [row.name for row in review(qtbot, window).draft.rows] == ["Budi Santoso"]


def test_a_list_enters_the_meeting_that_it_was_read_for(qtbot: QtBot, window: MainWindow) -> None:
    wanted = open_meeting(window, "pasaman")
    count = len(window.parts.desk.meeting.attendees)
    window.furniture.reading.read(copied(LIST))
    dialog = review(qtbot, window)
    open_meeting(window, "lahat")
    others = window.parts.desk.meeting.attendees
    dialog.accept()
    assert window.parts.desk.meeting.id == wanted
    assert len(window.parts.desk.meeting.attendees) == count + 2
    open_meeting(window, "lahat")
    assert window.parts.desk.meeting.attendees == others


def test_several_lists_dropped_on_the_start_page_begin_one_meeting(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    count = window.parts.archive.count()
    for name, text in (("satu.txt", "AKP Satu Pertama\n"), ("dua.txt", "Iptu Dua Kedua\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    window.open_paths([tmp_path / "satu.txt", tmp_path / "dua.txt"])
    first = review(qtbot, window)
    first.accept()
    qtbot.waitUntil(lambda: window.furniture.reading.dialog not in (None, first), timeout=10_000)
    review(qtbot, window).accept()
    assert [a.name for a in window.parts.desk.meeting.attendees] == ["Satu Pertama", "Dua Kedua"]
    window.parts.autosave.flush()
    assert window.parts.archive.count() == count + 1
