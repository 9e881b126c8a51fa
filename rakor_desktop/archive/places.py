"""Where an archive lies: on a disk of this computer, on the network, or in a folder that a service copies.

SQLite's write-ahead log needs shared memory, which network shares do not have, and a copying service may
take the database without its log (https://sqlite.org/wal.html, https://sqlite.org/howtocorrupt.html).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path, PureWindowsPath
from typing import Final, Literal

Place = Literal["local", "network", "synced"]

_SYNC_FOLDERS: Final = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "drive saya",
    "icloud",
    "nextcloud",
    "owncloud",
    "pcloud",
    "box sync",
)
_SYNC_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_TYPES: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "davfs", "afs", "ncpfs"})
_REMOTE_DRIVE: Final = 4

_NOTICES: Final[dict[Place, str]] = {
    "local": "",
    "network": (
        "Arsip berada di folder jaringan: penyimpanan lebih lambat dan rentan terputus. "
        "Pindahkan arsip ke disk komputer ini, lalu buat cadangan ke jaringan."
    ),
    "synced": (
        "Arsip berada di folder yang disinkronkan (OneDrive, Dropbox, Google Drive): arsip dapat rusak. "
        "Pindahkan arsip ke folder biasa, lalu buat cadangan ke folder itu."
    ),
}


def notice_of(place: Place) -> str:
    """The sentence that tells the user what this place means; empty for a disk of this computer."""
    return _NOTICES[place]


def place_of(path: Path | str) -> Place:
    """Whether a file lies on a disk of this computer, on the network, or in a synchronised folder."""
    text = str(path)
    if text.startswith(("\\\\", "//")) and not text.startswith(("\\\\?\\", "\\\\.\\")):
        return "network"
    if _is_synced(text):
        return "synced"
    return "network" if _on_network_drive(text) else "local"


def _is_synced(text: str) -> bool:
    parts = [part.casefold() for part in PureWindowsPath(text).parts]
    if any(part == name or part.startswith((f"{name} ", f"{name}-")) for part in parts for name in _SYNC_FOLDERS):
        return True
    roots = (os.environ.get(name, "") for name in _SYNC_VARIABLES)
    wanted = PureWindowsPath(text)
    return any(root and wanted.is_relative_to(PureWindowsPath(root)) for root in roots)


def _on_network_drive(text: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive = PureWindowsPath(os.path.abspath(text)).drive
        return bool(drive) and ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
    return _mounted_type(os.path.abspath(text)) in _NETWORK_TYPES


def _mounted_type(text: str) -> str:
    """The file system's type of the longest mount point that holds this path; empty when it cannot be told."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        fields = line.split(" ")
        point = fields[1].replace("\\040", " ") if len(fields) > 2 else ""
        holds = point and (text == point or text.startswith(point.rstrip("/") + "/"))
        if holds and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind
