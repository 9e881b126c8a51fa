"""A small window to test pages in: undo and redo belong to it, as in the real one."""

from __future__ import annotations

from hashlib import sha256

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.errors import PhotoError
from tests.ui.pasaman import OFFICE, meeting


class MemoryPhotos:
    """Pictures kept in memory; only JPEG and PNG count as pictures."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        if not data.startswith((b"\xff\xd8", b"\x89PNG")):
            raise PhotoError("photo.unreadable", "Berkas ini bukan gambar. Pilih foto JPG atau PNG.")
        name = sha256(data).hexdigest()
        self.kept[name] = data
        return name

    def read(self, content_hash: str) -> bytes | None:
        return self.kept.get(content_hash)


def desk_with(own: Meeting | None = None) -> Desk:
    return Desk(Bundle(office=OFFICE, meeting=own if own is not None else meeting()))


def show(qtbot: QtBot, desk: Desk, widget: QWidget, width: int = 700, height: int = 640) -> QMainWindow:
    """Show the widget in a window whose Ctrl+Z and Ctrl+Y are the desk's."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(widget)
    # qtbot keeps a weak reference only: the widget keeps its window.
    widget.stage_window = window  # type: ignore[attr-defined]
    QShortcut(QKeySequence.StandardKey.Undo, window, desk.undo)
    QShortcut(QKeySequence("Ctrl+Y"), window, desk.redo)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
