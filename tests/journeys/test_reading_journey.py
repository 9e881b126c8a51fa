"""From a pasted WhatsApp list to the attendance list, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.reading.dialog import ReadingDialog

CHAT = """\
*Daftar hadir rakor Ops Lilin* 🙏
1. AKBP Damar Wicaksana, S.I.K., M.H.
2. Iptu Melati Ayunda
3. AKP Suryo Laksono
"""
CONTROL = Qt.KeyboardModifier.ControlModifier


def pasted(qtbot: QtBot, window: MainWindow, text: str) -> ReadingDialog:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    flow = window.furniture.reading
    qtbot.waitUntil(lambda: flow.dialog is not None and flow.dialog.isActiveWindow(), timeout=10_000)
    assert flow.dialog is not None
    return flow.dialog


def test_a_pasted_list_is_corrected_and_taken_in_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.furniture.meetings.begin_empty()
    desk = window.parts.desk
    desk.edit("Tambah", edits.insert(Attendee(id="m1", rank="Iptu", name="Melati Ayunda", position="Kasat Lantas")))
    before = desk.meeting
    dialog = pasted(qtbot, window, CHAT)
    rows = {row.name: row for row in dialog.draft.rows}
    assert {"Damar Wicaksana", "Melati Ayunda", "Suryo Laksono"} <= rows.keys()
    assert rows["Damar Wicaksana"].back == ("S.I.K.", "M.H.")
    fates = {n.attendee.name: n.fate for n in dialog.newcomers()}
    assert (fates["Melati Ayunda"], fates["Suryo Laksono"]) == ("skip", "add")

    dialog.grid.go_to_row(rows["Suryo Laksono"].id, "position")
    dialog.grid.setFocus()
    qtbot.keyClick(dialog.grid, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Kabag Ops")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.meeting is before
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    found = {a.name: a for a in desk.meeting.attendees}
    assert found["Suryo Laksono"].position == "Kabag Ops"
    assert sum(a.name == "Melati Ayunda" for a in desk.meeting.attendees) == 1
    assert window.furniture.workspace.key == "hadirin"
    desk.undo()
    assert desk.meeting == before
