"""The whole window over a folder of its own, with the sample meetings, as the tests of the shell need it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop import app as root
from rakor_desktop.domain.office import Office
from rakor_desktop.ui.main_window import MainWindow

WindowMaker = Callable[[], MainWindow]


@contextmanager
def window_over(qtbot: QtBot, folder: Path, *, samples: bool = True, width: int = 1366) -> Iterator[MainWindow]:
    """The joined window, shown; closed in order afterwards, as the program does."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = root.build(app, folder)
    window.settings.change(export_folder=str(folder / "dokumen"))
    if samples:
        root.put_samples(window.parts)
        window.parts.archive.save_office(Office(id="o1", name="Polres Uji", short_name="Polres Uji"), default=True)
        window.show_home()
    window.resize(width, 720)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    try:
        yield window
    finally:
        window.close()
        root.close(window.parts)
        window.deleteLater()
        app.processEvents()


def open_meeting(window: MainWindow, part_of_id: str) -> str:
    """Open the first meeting whose id holds this; its id."""
    entry = next(e for e in window.home.list.entries.entries if part_of_id in e.id)
    assert window.furniture.meetings.open(entry.id)
    return entry.id
