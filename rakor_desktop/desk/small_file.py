"""A small JSON file in the user's folder: written whole or not at all, and set aside when it cannot be read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


class SmallFile:
    """One file; ``what`` names its content to the user (``Daftar temuan yang diabaikan``).

    Nothing here raises: :attr:`notice` says in one sentence what went wrong last, and is empty otherwise.
    """

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        self._what = what
        self.notice = ""

    @property
    def broken_path(self) -> Path:
        """Where a file that cannot be read is kept."""
        return self.path.with_suffix(".rusak.json")

    def read(self, of: Callable[[object], T], empty: T) -> T:
        """The content, made by ``of`` (which raises ``ValueError`` when it is not sound); else ``empty``."""
        try:
            return of(json.loads(self.path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return empty
        except (OSError, ValueError, RecursionError):
            self._set_aside()
            return empty

    def write(self, raw: object) -> None:
        """Put this content in place of the former one."""
        beside = self.path.with_suffix(".tmp")
        self.notice = ""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(raw, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
            os.replace(beside, self.path)
        except OSError:
            self.notice = (
                f"{self._what} belum dapat disimpan di {self.path} dan hanya berlaku sampai program ditutup. "
                "Periksa ruang disk dan izin folder itu."
            )

    def _set_aside(self) -> None:
        try:
            os.replace(self.path, self.broken_path)
            kept = f"berkas itu disimpan sebagai {self.broken_path.name}"
        except OSError:
            kept = f"berkasnya masih ada di {self.path}"
        self.notice = f"{self._what} tidak terbaca: {kept}, dan isinya dimulai dari kosong."


def writable(text: str) -> str:
    """The text as a file can hold it: half an emoji becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
