"""The edge where bugs end: they are written to the log, and the user is told that the data are safe."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from rakor_desktop import __version__

if TYPE_CHECKING:
    import logging
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QMessageBox, QWidget

LOG_NAME: Final = "rakor.log"
_LOG_SIZE: Final = 500_000
_LOG_FILES: Final = 3


class Journal:
    """The log file in the data folder; opened with the first entry. Holds no names and no texts at INFO."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOG_NAME
        self._logger: logging.Logger | None = None

    def info(self, text: str) -> None:
        """Note something ordinary."""
        self._open().info(text)

    def error(self, text: str) -> None:
        """Note a fault with its trace."""
        self._open().error(text)

    def close(self) -> None:
        """Close the file."""
        for handler in list(self._logger.handlers) if self._logger else []:
            handler.close()
            self._open().removeHandler(handler)

    def _open(self) -> logging.Logger:
        if self._logger is None:
            import logging
            from logging.handlers import RotatingFileHandler

            self._logger = logging.Logger("rakor", logging.INFO)
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                handler: logging.Handler = RotatingFileHandler(
                    self.path, maxBytes=_LOG_SIZE, backupCount=_LOG_FILES, encoding="utf-8", delay=True
                )
            except OSError:
                handler = logging.NullHandler()
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            self._logger.addHandler(handler)
        return self._logger


class Edge(QObject):
    """Catches what nobody caught, on any thread, and what Qt complains of."""

    _caught = Signal(str)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._box: QMessageBox | None = None
        self._window: QWidget | None = None
        self._caught.connect(self._tell)

    def install(self) -> None:
        """Become the hook of Python's and Qt's complaints."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        qInstallMessageHandler(self._on_message)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def serve(self, window: QWidget) -> None:
        """Show the box over this window from now on."""
        self._window = window

    def report(self, trace: str) -> None:
        """Log a bug and tell the user, from any thread."""
        self._journal.error(trace)
        self._caught.emit(trace)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        import traceback

        self.report("".join(traceback.format_exception(kind, error, trace)))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        import traceback

        self.report("".join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)))

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self._journal.info(f"Qt: {text}")
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            print(text, file=sys.stderr)

    def _tell(self, trace: str) -> None:
        if self._box is not None:
            return  # one box is enough; the log has the others
        box = safe_box(trace, self._journal.path, self._window)
        box.finished.connect(self._forget)
        self._box = box
        box.open()

    def _forget(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
        self._box = None


def safe_box(trace: str, log: Path, parent: QWidget | None) -> QMessageBox:
    """The box "Data Anda aman", with the details to copy."""
    import platform

    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Data Anda aman")
    box.setText("Terjadi kesalahan di dalam program. Data Anda aman.")
    box.setInformativeText(
        "Semua perubahan disimpan otomatis, dan Anda dapat terus bekerja. Bila terulang, salin rinciannya "
        f"dan kirimkan kepada yang mengelola program ini. Catatan lengkap: {log}"
    )
    details = f"Rakor Desktop {__version__}, Qt {qVersion()}, {platform.platform()}\n\n{trace}"
    box.setDetailedText(details)
    copy = box.addButton("&Salin rincian", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.setDefaultButton(box.addButton("&Lanjutkan", QMessageBox.ButtonRole.AcceptRole))
    return box
