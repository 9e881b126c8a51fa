"""The archive's file is damaged overnight: the next start offers yesterday's backup and nothing is thrown away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from rakor_desktop import app
from rakor_desktop.archive import Archive
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.ui.edge import Edge, Journal
from rakor_desktop.ui.main_window import MainWindow


def asked(qtbot: QtBot, window: MainWindow) -> QMessageBox:
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)), timeout=5000)
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def test_a_broken_archive_is_recovered_from_its_backup_when_the_user_agrees(
    qtbot: QtBot, tmp_path: Path, sample: Callable[[str], Bundle]
) -> None:
    place = tmp_path / app.ARCHIVE_NAME
    with Archive.open(place) as archive:
        archive.save(sample("lahat"), None)
        archive.backup(tmp_path / app.BACKUP_NAME)
    for beside in tmp_path.glob(f"{app.ARCHIVE_NAME}-*"):
        beside.unlink()
    place.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8000)

    qt = app.application()
    journal = Journal(tmp_path)
    window = app.frame(qt, tmp_path)
    window.show()
    start = app.Start(window, tmp_path, Edge(journal, qt))
    start.go_on()
    box = asked(qtbot, window)
    assert "Pulihkan arsip" in box.informativeText()
    agree = next(b for b in box.buttons() if "Pulihkan" in b.text())
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: hasattr(window, "parts") and window.parts.archive.count() == 1, timeout=5000)
    assert window.parts.archive.load("lahat-2023-04-06")[0].meeting.title == "Rapat Koordinasi Lintas Sektoral"
    assert any(b"\xff" * 100 in kept.read_bytes() for kept in tmp_path.iterdir() if kept.is_file())
    for dialog in qt.topLevelWidgets():
        if dialog is not window:
            dialog.close()
    window.close()
    start.end()
    journal.close()
