"""Noticing that somebody saved a template in Word: by the file system's word, and by looking when asked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from rakor_desktop.catalog import TemplateEntry
from rakor_desktop.desk.template_check import trace_of

_QUIET_MS: Final = 400
"""Word writes beside the file, then swaps names: several changes within a moment are one saving."""
_AGAIN_MS: Final = 1000
_MOST_TRIES: Final = 20


class TemplateWatch(QObject):
    """Watches one template's folder. ``changed`` when its files are other ones than when it was last looked at.

    A file that is missing for a moment, as while Word replaces it, is waited for.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entry: TemplateEntry | None = None
        self._trace: tuple[tuple[str, int, int], ...] = ()
        self._tries = 0
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._stir)
        self._files.directoryChanged.connect(self._stir)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self.look)

    def follow(self, entry: TemplateEntry | None) -> None:
        """Watch this template from now on; ``None`` watches nothing. What was seen of the same one stays seen."""
        if entry is not None and self._entry is not None and entry.folder == self._entry.folder:
            self._entry = entry
            self._watch()
            return
        self._quiet.stop()
        self._tries = 0
        self._entry = entry
        self._trace = trace_of(entry) if entry else ()
        self._watch()

    def again(self) -> None:
        """Another program holds the file: take it for changed in a moment."""
        self._trace = ()
        self._wait()

    def look(self) -> None:
        """See whether anything changed since."""
        self._quiet.stop()
        if self._entry is None:
            return
        now = trace_of(self._entry)
        if not any(name.casefold().endswith(".docx") for name, _time, _size in now):
            self._wait()
            return
        self._watch()
        if now != self._trace:
            self._trace = now
            self.changed.emit()

    def settled(self) -> None:
        """The files could be read: waiting begins anew the next time."""
        self._tries = 0

    def _stir(self, _path: str) -> None:
        self._quiet.start(_QUIET_MS)

    def _wait(self) -> None:
        self._tries += 1
        if self._tries <= _MOST_TRIES:
            self._quiet.start(_AGAIN_MS)

    def _watch(self) -> None:
        """Watch the folder and the files as they are now: a replaced file is no longer watched by itself."""
        old = [*self._files.files(), *self._files.directories()]
        entry = self._entry
        wanted = [str(entry.folder), *(str(entry.folder / name) for name in entry.files)] if entry else []
        gone = [path for path in old if path not in wanted]
        if gone:
            self._files.removePaths(gone)
        missing = [path for path in wanted if path not in old]
        if missing:
            self._files.addPaths(missing)
