"""A secretary types the meeting of 15 August 2024 from nothing, with the keyboard, and makes its documents."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from rakor_desktop.ui.main_window import MainWindow
from tests.journeys.conftest import field

CTRL = Qt.KeyboardModifier.ControlModifier
ATTENDEES = (
    ("AKBP", "Agung Tribawanto, S.I.K.", "Kapolres Pasaman Barat", "Polres Pasaman Barat", ""),
    ("", "Yosmar Difia", "Kaban Kesbangpol", "Kesbangpol", "Pemerintah Daerah Kabupaten Pasaman Barat"),
    ("Mayor Kav", "Sumidi S.", "Pabung Kodim 0305/Pasaman", "Kodim 0305/Pasaman", "Dandim 0305/Pasaman"),
    ("", "Hafizul Pahmi, S.Sos.", "Ketua Divisi Sosdiklih Parmas SDM", "KPU", "Ketua KPU Kabupaten Pasaman Barat"),
    ("", "Wanhar, S.Pd.I.", "Ketua Bawaslu Pasaman Barat", "Bawaslu Pasaman Barat", ""),
    ("AKP", "Susanto", "Danki 3 Batalyon B Pelopor", "Satbrimob Polda Sumbar", ""),
)
QUOTE = "Dengan digelarnya rapat koordinasi lintas sektoral ini, kami siap untuk menyukseskan pelaksanaan Pilkada 2024"


def type_into(qtbot: QtBot, widget: QWidget, text: str, end: Qt.Key = Qt.Key.Key_Tab) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, end)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def fill_meeting(qtbot: QtBot, window: MainWindow) -> None:
    for name, text in (
        ("Judul rapat", "Rapat Koordinasi Lintas Sektoral"),
        ("Dalam rangka", "kesiapan pelaksanaan Operasi Mantap Praja Singgalang 2024"),
        ("Penyelenggara", "Polres Pasaman Barat"),
        ("Hari, tanggal", "15/8/2024"),
        ("Tempat", "Lapangan Indoor Polres Pasaman Barat"),
        ("Kota", "Pasaman Barat"),
    ):
        type_into(qtbot, field(window, name), text)


def fill_attendees(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_2)
    grid = field(window, "Daftar hadirin")
    assert isinstance(grid, QTableView)
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    for row in ATTENDEES:
        for text in row:
            for sign in text:  # the first sign opens the cell's editor, which takes the others
                qtbot.keyClicks(QApplication.focusWidget() or grid, sign)
            qtbot.keyClick(QApplication.focusWidget() or grid, Qt.Key.Key_Tab)
        while grid.currentIndex().column():  # past service number, role and presence to the next row
            qtbot.keyClick(QApplication.focusWidget() or grid, Qt.Key.Key_Tab)


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    lines = ("".join(t.text or "" for t in p.iter(f"{space}t")) for p in root.iter(f"{space}p"))
    return "\n".join(lines)


def made(qtbot: QtBot, folder: Path, start: str) -> Path:
    found: list[Path] = []

    def there() -> bool:
        found[:] = [p for p in folder.rglob("*.docx") if p.name.startswith(start)]
        return bool(found)

    qtbot.waitUntil(there, timeout=20_000)
    return found[0]


def test_the_pasaman_barat_meeting_is_typed_from_nothing_and_printed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    press(qtbot, window, Qt.Key.Key_N)
    fill_meeting(qtbot, window)
    fill_attendees(qtbot, window)
    meeting = window.parts.desk.meeting
    assert [(a.rank, a.name, a.represents) for a in meeting.attendees] == [
        (rank, name.split(",")[0], represents) for rank, name, _post, _unit, represents in ATTENDEES
    ]
    assert meeting.attendees[0].back == ("S.I.K.",)
    assert str(meeting.held.date) == "2024-08-15"

    press(qtbot, window, Qt.Key.Key_1)
    chair = field(window, "Pimpinan rapat")
    type_into(qtbot, chair, "AKBP Agung Tribawanto, S.I.K.", Qt.Key.Key_Return)
    assert window.parts.desk.meeting.leader_ids == (meeting.attendees[0].id,)

    press(qtbot, window, Qt.Key.Key_3)
    press(qtbot, window, Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier)
    choose(qtbot, field(window, "Jenis"), "Arahan")
    type_into(qtbot, field(window, "Pembicara"), "AKBP Agung Tribawanto, S.I.K.")
    say(qtbot, window, "rapat koordinasi ini menunjukkan kesiapan untuk menyukseskan Pilkada 2024", QUOTE)
    press(qtbot, window, Qt.Key.Key_Return)  # done; the next one has the same kind and speaker
    say(qtbot, window, "di Kabupaten Pasaman Barat ada 893 TPS", "")
    spoken = window.parts.desk.meeting.items
    assert [i.kind for i in spoken] == ["directive", "directive"]
    assert [i.public for i in spoken] == [True, True]

    folder = tmp_path / "dokumen"
    press(qtbot, window, Qt.Key.Key_E)
    minutes = text_of(made(qtbot, folder, "Notula"))
    for fact in ("NOTULEN", "Kamis, 15 Agustus 2024", "Lapangan Indoor Polres Pasaman Barat", "893 TPS"):
        assert fact in minutes
    for rank, name, post, _unit, represents in ATTENDEES:
        for fact in (rank, name, post, represents):
            assert fact in minutes, fact

    window.furniture.exporting.export("siaran-pers")
    release = text_of(made(qtbot, folder, "Siaran pers"))
    assert "Kamis (15/8/2024)" in release
    assert f"“{QUOTE},”" in release
    assert "893 TPS" in release
    assert "Dandim 0305/Pasaman yang diwakili oleh Pabung Kodim 0305/Pasaman Mayor Kav Sumidi S." in release

    window.parts.autosave.flush()
    stored, _revision = window.parts.archive.load(window.parts.desk.meeting.id)
    assert stored.meeting == window.parts.desk.meeting


def say(qtbot: QtBot, window: MainWindow, text: str, quote: str) -> None:
    type_into(qtbot, field(window, "Isi"), text)
    if quote:
        type_into(qtbot, field(window, "Ucapan asli (kutipan)"), quote)
    public = field(window, "Boleh dirilis")
    public.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(public, Qt.Key.Key_Space)


def choose(qtbot: QtBot, box: QWidget, text: str) -> None:
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
