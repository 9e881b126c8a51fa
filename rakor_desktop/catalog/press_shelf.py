"""The user's own press styles: written, deleted and brought back as files, and carried from one computer to another.

Shipped styles are never changed. A file of the user with the name of a shipped one takes its place until it is deleted.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.catalog.press_faults import LONGEST_TITLE, faults
from rakor_desktop.catalog.press_file import press_style_of, written
from rakor_desktop.catalog.reader import DataFileError, read_text
from rakor_desktop.errors import CatalogError

SUFFIX: Final = ".toml"
LARGEST_IMPORT: Final = 64_000
"""Bytes beyond which a file is no press style."""
_LONGEST_NAME: Final = 40
_COPY: Final = re.compile(r" \(salinan(?: \d+)?\)$")
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


class Shelved(NamedTuple):
    """One style of the list: its name, the style (``None`` for a broken file of the user), whether the user's own file
    stands behind it, whether a shipped one does, and what is wrong with the user's file.
    """

    name: str
    style: PressStyle | None
    own: bool
    shipped: bool
    problem: DataFileError | None = None


class PressShelf:
    """Reads and writes the folder of the user's press styles; the catalog knows of every change at once.

    Whatever cannot be read or written raises :class:`~rakor_desktop.errors.CatalogError`.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def styles(self) -> tuple[Shelved, ...]:
        """Shipped styles in their order, then the user's own by title; broken files of the user at their names."""
        known = self.catalog.press
        problems = {Path(problem.file): problem for problem in self.catalog.problems}
        own = {file.stem: file for file in self._own_files()}
        shipped = self._shipped()
        found = [
            Shelved(name, known.get(name), name in own, name in shipped, problems.get(own.get(name, Path())))
            for name in dict.fromkeys((*shipped, *own))
        ]
        return tuple(sorted(found, key=lambda one: (not one.shipped, one.style.title.casefold() if one.style else "")))

    def free_name(self, title: str, taken: Iterable[str] = ()) -> str:
        """A file name for a title that no style has, safe on every system: ``portal-kita``, ``portal-kita-2``."""
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
        name = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-") or "gaya"
        if _RESERVED.fullmatch(name):
            name = f"gaya-{name}"
        there = {one.casefold() for one in (*self._shipped(), *(file.stem for file in self._own_files()), *taken)}
        number, free = 1, name
        while free in there:
            number += 1
            free = f"{name}-{number}"
        return free

    def save(self, style: PressStyle) -> None:
        """Write a style to its file in one step; the former file stays whole when that fails."""
        wrong = faults(style)
        if wrong:
            sentence = f"Gaya “{style.title}” belum utuh. {wrong[0].sentence}"
            raise CatalogError("press.faulty", sentence, style=style.name)
        self._put(self._file(style.name), written(style).encode())

    def content(self, name: str) -> bytes:
        """What is in the user's file of a style, for :meth:`bring_back`."""
        file = self._file(name)
        try:
            return file.read_bytes()
        except OSError as error:
            raise DataFileError(file, "", "berkas tidak dapat dibaca", "Periksa izin berkas itu.") from error

    def delete(self, name: str) -> bytes:
        """Delete the user's file of a style; what was in it, for :meth:`bring_back`."""
        file = self._file(name)
        try:
            content = file.read_bytes()
            file.unlink()
        except OSError as error:
            raise CatalogError(
                "press.delete",
                f"Berkas gaya “{file.name}” tidak dapat dihapus: {error.strerror}. Tutup program lain yang memakainya.",
                style=name,
            ) from error
        self.catalog.renew_press()
        return content

    def bring_back(self, name: str, content: bytes) -> None:
        """Undo a deletion."""
        self._put(self._file(name), content)

    def export(self, style: PressStyle, target: Path) -> None:
        """Write a style to a file of its own for another computer."""
        _write(target, written(style).encode())

    def read(self, file: Path) -> PressStyle:
        """A style from a file of somebody else: checked like every other, and under a name that is free here.

        It is not kept yet. It becomes nobody's usual style. A report comes as the one report there is.
        """
        try:
            large = file.stat().st_size > LARGEST_IMPORT
        except OSError:
            large = False  # reading tells why it cannot be read
        if large:
            raise DataFileError(file, "", "berkas terlalu besar untuk sebuah gaya siaran", "Pilih berkas gaya (.toml).")
        style = press_style_of(file)
        name = self.report_name if style.form == "report" else self.free_name(style.title)
        return replace(style, name=name, usual_for=(), usual_for_names=())

    @property
    def report_name(self) -> str:
        """The name of the report's style: the report has one only."""
        known = self.catalog.press
        return next((name for name in self._shipped() if known[name].form == "report"), "laporan-whatsapp")

    def _own_files(self) -> list[Path]:
        folder = self.catalog.own_press_folder
        return sorted(folder.glob(f"*{SUFFIX}")) if folder is not None and folder.is_dir() else []

    def _shipped(self) -> list[str]:
        return sorted(file.stem for file in (self.catalog.resources / "press").glob(f"*{SUFFIX}"))

    def _file(self, name: str) -> Path:
        folder = self.catalog.own_press_folder
        if folder is None:
            raise CatalogError("press.no_folder", "Folder data pengguna tidak ada; gaya siaran tidak dapat disimpan.")
        return folder / f"{name}{SUFFIX}"

    def _put(self, file: Path, content: bytes) -> None:
        _write(file, content)
        self.catalog.renew_press()


def copy_of(style: PressStyle, titles: Iterable[str]) -> PressStyle:
    """A style of one's own to begin with: all as in the other one, under a title that is free, nobody's usual style."""
    taken = {title.casefold() for title in titles}
    root = _COPY.sub("", style.title)[: LONGEST_TITLE - len(" (salinan 99)")].rstrip()
    title, number = f"{root} (salinan)", 1
    while title.casefold() in taken:
        number += 1
        title = f"{root} (salinan {number})"
    source = f"salinan gaya {style.title}"
    return replace(style, name="", title=title, usual_for=(), usual_for_names=(), source=source, confidence="sedang")


def line_of(problem: DataFileError) -> int | None:
    """The line of a broken file where the fault lies (from 1); ``None`` when it cannot be told."""
    told = re.match(r"baris (\d+)$", problem.place)
    if told:
        return int(told[1])
    asked = re.fullmatch(r"(?:bagian \[(?P<table>[^\]]+)\], )?isian (?P<key>\S+)", problem.place)
    if asked is None:
        return None
    try:
        lines = read_text(problem.file).splitlines()
    except DataFileError:
        return None
    table = ""
    for number, line in enumerate(lines, start=1):
        header = re.match(r"\s*\[([^\[\]]+)\]", line)
        if header:
            table = header[1].strip()
        elif table == (asked["table"] or "") and re.match(rf"\s*{re.escape(asked['key'])}\s*=", line):
            return number
    return None


def _write(file: Path, content: bytes) -> None:
    beside = file.with_name(f"{file.name}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise CatalogError(
            "press.write",
            f"Gaya siaran tidak dapat ditulis ke “{file}”: {error.strerror}. Periksa izin dan ruang kosong folder itu.",
            file=str(file),
        ) from error
