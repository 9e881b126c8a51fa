"""The text last reviewed, kept from one time to the next so that closing its window loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from rakor_desktop.desk.small_file import SmallFile, writable

FILE_NAME: Final = "naskah-periksa.json"


class Kept(NamedTuple):
    """A text, the marks of the findings ignored in it, and whether its quotations are reviewed too."""

    text: str = ""
    ignored: tuple[str, ...] = ()
    quoted: bool = False


class KeptText:
    """The kept text in the user's folder; an empty one leaves no text in the file."""

    def __init__(self, folder: Path) -> None:
        self._file = SmallFile(folder / FILE_NAME, "Naskah yang diperiksa terakhir")
        self._last = Kept()

    @property
    def notice(self) -> str:
        """What went wrong with the file last, in one sentence; empty when nothing did."""
        return self._file.notice

    def read(self) -> Kept:
        """What was kept; nothing when there is none or it cannot be read."""
        self._last = self._file.read(_kept, Kept())
        return self._last

    def write(self, kept: Kept) -> None:
        """Keep this; the same as before is not written again."""
        if kept != self._last:
            self._last = kept
            self._file.write({"naskah": writable(kept.text), "diabaikan": list(kept.ignored), "kutipan": kept.quoted})


def _kept(raw: object) -> Kept:
    if not isinstance(raw, dict) or not isinstance(raw.get("naskah"), str):
        raise ValueError("not a kept text")
    ignored = raw.get("diabaikan")
    marks = tuple(mark for mark in ignored if isinstance(mark, str)) if isinstance(ignored, list) else ()
    return Kept(raw["naskah"], marks, raw.get("kutipan") is True)
