"""An office makes a style for a new portal out of a shipped one, writes a release in it, and takes it away again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rakor_desktop import app
from rakor_desktop.desk.documents import document_bytes, export_document
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.press_style import StyleDialog
from rakor_desktop.ui.press_style.fields import ChoiceField, LineField, NumberField
from rakor_desktop.ui.press_style.parts_field import PartsField


def button(dialog: StyleDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text and b.isVisible())


def test_a_new_portal_is_a_copy_of_a_style_with_its_own_ways(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    parts = window.parts
    app.put_samples(parts)
    entry = next(e for e in parts.archive.recent(10) if "pasaman" in e.id)
    assert window.furniture.meetings.open(entry.id)
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(StyleDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.current.name == "tribratanews"

    qtbot.mouseClick(button(dialog, "Salin gaya ini"), Qt.MouseButton.LeftButton)
    name, length = dialog.form.field("nama"), dialog.form.field("judul.panjang")
    letters, order = dialog.form.field("judul.huruf"), dialog.form.field("susunan.bagian")
    assert isinstance(name, LineField)
    assert isinstance(length, NumberField)
    assert isinstance(letters, ChoiceField)
    assert isinstance(order, PartsField)
    qtbot.keyClicks(name.line, "Portal Kita")
    length.box.setFocus()
    length.box.selectAll()
    qtbot.keyClicks(length.box, "60")
    letters.box.setFocus()
    qtbot.keyClick(letters.box, Qt.Key.Key_Down)
    order.list.setFocus()
    order.list.setCurrentRow(3)
    qtbot.keyClick(order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(order.list, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    style = parts.catalog.press["portal-kita"]
    assert (style.title, style.headline_length, style.letters) == ("Portal Kita", 60, "capitals")
    assert style.parts[:4] == ("lead", "theme", "attendees", "chair")
    dialog.toast.links()[0].click()
    assert parts.desk.meeting.release_style == "portal-kita"
    assert parts.releases.style == style

    bundle = parts.desk.bundle
    file = export_document(bundle, "siaran-pers", tmp_path / "rilis.txt", catalog=parts.catalog, style="portal-kita")
    text = file.read_text(encoding="utf-8")
    headline = text.splitlines()[0]
    assert headline == headline.upper()
    assert 10 < len(headline) <= 60
    assert text.index("Yosmar Difia") < text.index("Agung Tribawanto")
    assert document_bytes(bundle, "siaran-pers", ".txt", catalog=parts.catalog) == file.read_bytes()
    assert (parts.data_dir / "resources" / "press" / "portal-kita.toml").is_file()

    qtbot.mouseClick(button(dialog, "Hapus"), Qt.MouseButton.LeftButton)
    assert parts.releases.style.name == "tribratanews"
    assert parts.releases.missing_style == "portal-kita"
    fallen_back = document_bytes(bundle, "siaran-pers", ".txt", catalog=parts.catalog)
    assert fallen_back == document_bytes(bundle, "siaran-pers", ".txt", catalog=parts.catalog, style="tribratanews")
    assert parts.desk.meeting.release_style == "portal-kita"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
