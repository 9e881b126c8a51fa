"""One window per data folder: a second start hands its files to the first and leaves.

Whether there is a first one is told by a lock file, because that costs nothing; the network module is loaded only
by the second start, and by the first one after its window stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE: Final = 400
"""Milliseconds to wait for the other window."""
_LONGEST: Final = 1_000_000


class SingleInstance(QObject):
    """``asked(paths)`` when the program was started again, with the files it was given."""

    asked = Signal(list)

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(data_dir.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        self._name = f"rakor-desktop-{digest[:16]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Give the files to a window that runs already; false when there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(json.dumps([str(path.absolute()) for path in paths]).encode() + b"\n")
        sent = socket.waitForBytesWritten(_PATIENCE)
        socket.disconnectFromServer()
        return sent

    def listen(self) -> bool:
        """Be the one that others hand their files to; a name left behind by a crash is taken over."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Let the next start be the first."""
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            # The other side writes one line at once; who does not is not one of us.
            if socket.canReadLine() or socket.waitForReadyRead(_PATIENCE):
                line = bytes(socket.readLine(_LONGEST).data())
                socket.close()
                self._tell(line)
            socket.deleteLater()

    def _tell(self, line: bytes) -> None:
        try:
            paths = json.loads(line)
        except ValueError:
            return  # not from us
        if isinstance(paths, list):
            self.asked.emit([Path(p) for p in paths if isinstance(p, str)])
