"""The composition root: the one place where the window's parts are built and joined."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from rakor_desktop import __version__
from rakor_desktop.errors import RakorError
from rakor_desktop.paths import ARCHIVE_NAME
from rakor_desktop.settings import Settings
from rakor_desktop.ui.edge import Edge, Journal
from rakor_desktop.ui.indonesian import speak_indonesian
from rakor_desktop.ui.main_window import MainWindow, furnish_later
from rakor_desktop.ui.theme import Theme

if TYPE_CHECKING:  # loaded after the first picture
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from rakor_desktop.ui.parts import Parts
    from rakor_desktop.ui.single_instance import SingleInstance

EMERGENCY_NAME: Final = "darurat"
"""Folder of emergency copies, beside the archive."""
BACKUP_NAME: Final = "cadangan"
"""Folder of the daily verified backups, beside the archive."""
LOCK_NAME: Final = "rakor.lock"
"""Held by the running program: one window per data folder."""
_TRIES: Final = 10
_TURN: Final = 0.0002
"""Seconds after which a working thread lets the window's thread go on. With Python's usual 5 ms every cell that is
painted beside a reading waits that long: opening the review of 10,000 people held the window for 0.6 s, now 0.1."""
_BACKUP_AFTER_MS: Final = 20_000
"""The day's backup waits until the user has begun to work."""


def run(data_dir: Path, open_files: Sequence[Path] = (), *, samples: bool = False) -> int:
    """Start the window and stay until it is closed; the exit code.

    ``samples`` puts the sample meetings into the archive first. When the program runs already with this data
    folder, its window comes forward with ``open_files``, and the code is 0.
    """
    problem = screen_problem()
    if problem:
        print(problem, file=sys.stderr)
        return 1
    app = application()
    data_dir.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(data_dir / LOCK_NAME))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
        return _hand_over(data_dir, lock, open_files)
    journal = Journal(data_dir)
    edge = Edge(journal, app)
    edge.install()
    window = frame(app, data_dir)
    edge.serve(window)
    window.show()
    start = Start(window, data_dir, edge, open_files, samples)
    QTimer.singleShot(0, window, start.go_on)
    code = app.exec()
    start.end()
    journal.close()
    edge.remove()
    lock.unlock()
    return code or start.code


def application() -> QApplication:
    """The Qt application with our names and language."""
    sys.setswitchinterval(_TURN)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # setStyle() would make Python learn the whole class QStyle before the first paint; an option does not.
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setOrganizationName("Rakor Desktop")
    app.setApplicationName("Rakor Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("rakor-desktop")
    speak_indonesian(app)
    return app


def frame(app: QApplication, data_dir: Path) -> MainWindow:
    """The window with the start page and nothing behind it yet: what the first picture needs, and no more."""
    settings = Settings(data_dir)
    return MainWindow(settings, Theme(app, settings.now.appearance))


def join(window: MainWindow, data_dir: Path) -> Parts:
    """Open the archive, build the desk, and bring the window to life.

    Raises :class:`RakorError` when the archive cannot be opened.
    """
    from rakor_desktop.archive import Archive
    from rakor_desktop.catalog import Catalog
    from rakor_desktop.desk.autosave import Autosave
    from rakor_desktop.desk.desk import Desk
    from rakor_desktop.desk.jobs import Jobs
    from rakor_desktop.desk.releases import Releases
    from rakor_desktop.ui.parts import Parts
    from rakor_desktop.ui.photo_store import ArchivePhotos

    archive = Archive.open(data_dir / ARCHIVE_NAME)
    desk = Desk()
    catalog = Catalog.load(user=data_dir)
    parts = Parts(
        data_dir=data_dir,
        settings=window.settings,
        catalog=catalog,
        archive=archive,
        desk=desk,
        autosave=Autosave(desk, archive, data_dir / EMERGENCY_NAME),
        jobs=Jobs(),
        photos=ArchivePhotos(archive),
        releases=Releases(desk, archive, catalog),
    )
    window.join(parts)
    return parts


def build(app: QApplication, data_dir: Path) -> MainWindow:
    """The whole window at once, not shown yet. Raises :class:`RakorError` when the archive cannot be opened."""
    window = frame(app, data_dir)
    join(window, data_dir)
    return window


def close(parts: Parts) -> None:
    """Save what is due, end the threads, close the files."""
    parts.autosave.close()
    parts.jobs.close()
    parts.archive.close()


def screen_problem() -> str:
    """Why no window can be opened here, in one sentence; empty when one can.

    Qt would end the process without a word of help; so it is found out before Qt is asked.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    if not os.environ.get("DISPLAY"):
        return "Tidak ada layar: jalankan dari desktop, atau atur QT_QPA_PLATFORM=offscreen untuk tanpa layar."
    import ctypes

    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return "Pustaka libxcb-cursor belum terpasang: pasang dengan apt install libxcb-cursor0, lalu jalankan lagi."
    return ""


def put_samples(parts: Parts) -> int:
    """Put the sample meetings into the archive that are not there yet, nor in its bin; how many were new."""
    from rakor_desktop.domain import codec

    there = {entry.id for entry in (*parts.archive.recent(1000), *parts.archive.deleted(1000))}
    new = 0
    for name in parts.catalog.sample_names():
        bundle = codec.decode(parts.catalog.sample_bytes(name))
        if bundle.meeting.id not in there:
            parts.archive.save(bundle, None)
            new += 1
    return new


class Start:
    """What follows the first picture: archive, second starts, samples, files, the first question."""

    def __init__(
        self, window: MainWindow, data_dir: Path, edge: Edge, files: Sequence[Path] = (), samples: bool = False
    ) -> None:
        self._window = window
        self._data_dir = data_dir
        self._edge = edge
        self._files = list(files)
        self._samples = samples
        self._parts: Parts | None = None
        self._instance: SingleInstance | None = None
        self._ended = False
        self.code = 0

    def go_on(self) -> None:
        """Join the window; a broken archive can be recovered, without any there is nothing to do but end."""
        try:
            self._parts = join(self._window, self._data_dir)
        except RakorError as error:
            if error.code == "broken":
                _offer_recovery(self._window, error, self._recover, self._give_up)
            else:
                _tell_and_end(self._window, error, self._give_up)
            return
        self._parts.jobs.bug.connect(self._edge.report)
        if self._samples and put_samples(self._parts):
            self._window.show_home()
        self._listen()
        furnish_later(self._window)
        QTimer.singleShot(0, self._window, self._greet)

    def _recover(self) -> None:
        from rakor_desktop.archive import Archive

        try:
            done = Archive.recover(self._data_dir / ARCHIVE_NAME, self._data_dir / BACKUP_NAME)
        except RakorError as error:
            _tell_and_end(self._window, error, self._give_up)
            return
        self.go_on()
        source = f"cadangan {done.backup.name}" if done.backup else "berkas yang rusak"
        self._window.bar.say(
            f"Arsip dipulihkan dari {source}; {done.salvaged} rapat terbaca dari arsip lama. "
            f"Berkas lama tetap disimpan sebagai {done.kept.name}."
        )

    def _give_up(self) -> None:
        self.code = 1
        self._window.close()

    def end(self) -> None:
        """Save what is due and close everything."""
        self._ended = True
        if self._instance is not None:
            self._instance.close()
        if self._parts is not None:
            close(self._parts)

    def _listen(self) -> None:
        from rakor_desktop.ui.single_instance import SingleInstance

        self._instance = SingleInstance(self._data_dir, self._window)
        self._instance.asked.connect(self._come_forward)
        self._instance.listen()

    def _come_forward(self, paths: list[Path]) -> None:
        self._window.bring_forward()
        self._window.open_paths(paths)

    def _greet(self) -> None:
        window = self._window
        if self._ended:
            return  # closed before the first question could be asked
        if window.parts.archive.notice:
            window.bar.say(window.parts.archive.notice)
        _offer_emergency_copies(window)
        if self._files:
            window.open_paths(self._files)
        elif window.parts.archive.default_office() is None:
            window.furniture.offices.ask_first()
        QTimer.singleShot(_BACKUP_AFTER_MS, window, self._back_up)

    def _back_up(self) -> None:
        if not self._ended:
            _back_up(self._window.parts)


def _hand_over(data_dir: Path, lock: QLockFile, files: Sequence[Path]) -> int:
    """Give the files to the window that runs already; it may still be starting, so ask more than once."""
    import time

    from rakor_desktop.ui.single_instance import SingleInstance

    instance = SingleInstance(data_dir)
    for _ in range(_TRIES):
        if instance.hand_over(files):
            return 0
        time.sleep(0.3)
    process, host, _name = lock.getLockInfo()
    print(
        f"Data ini sedang dipakai Rakor Desktop di komputer {host} (proses {process}): tutup dulu di sana.",
        file=sys.stderr,
    )
    return 1


def _tell_and_end(window: MainWindow, error: RakorError, end: Callable[[], None]) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Critical, "Rakor Desktop", error.message, parent=window)
    box.finished.connect(end)
    box.open()


def _offer_recovery(
    window: MainWindow, error: RakorError, recover: Callable[[], None], give_up: Callable[[], None]
) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Rakor Desktop", error.message, parent=window)
    box.setInformativeText("Pulihkan arsip dari cadangan harian dan dari bagian berkas lama yang masih terbaca?")
    yes = box.addButton("&Pulihkan arsip", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("&Tutup program", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(yes)
    box.finished.connect(lambda _code: recover() if box.clickedButton() is yes else give_up())
    box.open()


def _back_up(parts: Parts) -> None:
    """Make the day's verified backup off the UI thread; what goes wrong stands in the log, not in the way."""
    import datetime as dt
    import logging

    folder = parts.data_dir / BACKUP_NAME
    today = dt.date.today()
    if parts.archive.read_only or not parts.archive.count():
        return
    if any(today.isoformat() in made.name for made in parts.archive.backups(folder)):
        return
    log = logging.getLogger(__name__)
    parts.jobs.run(
        "Mencadangkan arsip…",
        lambda _token: parts.archive.backup(folder, today=today),
        lambda made: log.info("backup %s", made.name),
        lambda error: log.warning("backup failed: %s", error.code),
    )


def _offer_emergency_copies(window: MainWindow) -> None:
    folder = window.parts.data_dir / EMERGENCY_NAME
    if not folder.is_dir():
        return
    from rakor_desktop.desk import emergency

    copies = emergency.copies(folder)
    if copies:
        window.bar.say(
            f"{len(copies)} rapat dari pemakaian sebelumnya belum masuk arsip, tetapi salinan daruratnya ada.",
            [("&Pulihkan", lambda: _restore(window, copies))],
        )


def _restore(window: MainWindow, copies: Sequence[Path]) -> None:
    from rakor_desktop.domain import codec

    restored = 0
    for copy in copies:
        try:
            window.parts.archive.save(codec.decode(copy.read_bytes()), None)
        except RakorError as error:
            window.bar.say(f"{copy.name}: {error.message}")
            return
        copy.unlink()
        restored += 1
    window.bar.hide()
    window.show_home()
    window.toast.say(f"{restored} rapat dipulihkan")

