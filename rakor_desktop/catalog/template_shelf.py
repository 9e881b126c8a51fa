"""The office's own templates: copied from shipped ones or taken over from elsewhere, renamed, deleted, brought back.

Shipped templates are never changed. Each own template is a folder ``templates/<document>/<name>/`` in the user's data
directory; deleted ones wait in ``templates-terhapus/`` beside it.
"""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from secrets import token_hex
from typing import Final, NamedTuple

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.catalog.templates import DESCRIPTION_FILE, TemplateEntry
from rakor_desktop.errors import CatalogError

FOLDER: Final = "templates"
BIN: Final = "templates-terhapus"
"""Where deleted templates wait, in the user's data directory."""
LONGEST_TITLE: Final = 60
_LONGEST_NAME: Final = 40
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_COPY: Final = re.compile(r" \(salinan(?: \d+)?\)$")


class Dropped(NamedTuple):
    """A deleted template: where it stood and where it waits."""

    folder: Path
    kept: Path
    title: str


class TemplateShelf:
    """Reads and writes the user's templates; the catalog knows of every change at once.

    Whatever cannot be read or written raises :class:`~rakor_desktop.errors.CatalogError`.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def copy(self, entry: TemplateEntry, title: str, paper: str = "") -> TemplateEntry:
        """A template of one's own with the same content, its Word file for one paper size (else the first)."""
        word = entry.file(paper)
        names = [name for name in entry.files if name.casefold().endswith(".txt") or (word and name == word.name)]
        try:
            files = {name: (entry.folder / name).read_bytes() for name in names}
        except OSError as error:
            raise _refused("read", f"Templat “{entry.title}” tidak dapat dibaca", error) from error
        sized = tuple(p for p in entry.papers if word is not None and p.casefold() in word.stem.casefold())
        return self.add(
            entry.document, title, files,
            description=entry.description, basis=entry.basis, papers=sized or entry.papers,
        )  # fmt: skip

    def add(
        self,
        document: str,
        title: str,
        files: Mapping[str, bytes],
        *,
        name: str = "",
        description: str = "",
        basis: str = "",
        papers: Iterable[str] = (),
    ) -> TemplateEntry:
        """Keep a new template of one's own, whole or not at all; ``name`` else comes from the title."""
        title = self._free_title(document, sound_title(title))
        name = name or self.free_name(document, title)
        place = self._folder(document, name)
        text = _described(title, description, basis, (), tuple(papers))
        beside = self._user() / FOLDER / f".baru-{token_hex(4)}"  # too high up to be taken for a template
        try:
            beside.mkdir(parents=True)
            for file, content in files.items():
                (beside / file).write_bytes(content)
            (beside / DESCRIPTION_FILE).write_text(text, encoding="utf-8")
            place.parent.mkdir(exist_ok=True)
            os.replace(beside, place)
        except OSError as error:
            shutil.rmtree(beside, ignore_errors=True)
            raise _refused("write", f"Templat “{title}” tidak dapat disimpan di “{place}”", error) from error
        return self._renewed(document, name)

    def rename(self, entry: TemplateEntry, title: str) -> TemplateEntry:
        """Give an own template another title; its folder keeps its name, so that choices of it stay right."""
        title = sound_title(title)
        if title == entry.title:
            return entry
        title = self._free_title(entry.document, title)
        text = _described(title, entry.description, entry.basis, entry.kinds, entry.papers)
        file = entry.folder / DESCRIPTION_FILE
        beside = file.with_suffix(".tmp")
        try:
            beside.write_text(text, encoding="utf-8")
            os.replace(beside, file)
        except OSError as error:
            raise _refused("write", f"Nama templat “{entry.title}” tidak dapat diganti", error) from error
        return self._renewed(entry.document, entry.name)

    def delete(self, entry: TemplateEntry) -> Dropped:
        """Put an own template into the bin folder; :meth:`bring_back` undoes that."""
        kept = self._user() / BIN / f"{entry.document}-{entry.name}-{token_hex(4)}"
        self._move(entry.folder, kept, f"Templat “{entry.title}” tidak dapat dihapus")
        return Dropped(entry.folder, kept, entry.title)

    def bring_back(self, dropped: Dropped) -> TemplateEntry:
        """Undo a deletion."""
        self._move(dropped.kept, dropped.folder, f"Templat “{dropped.title}” tidak dapat dikembalikan")
        return self._renewed(dropped.folder.parent.name, dropped.folder.name)

    def free_name(self, document: str, title: str) -> str:
        """A folder name for a title that no template of the document has, safe on every system."""
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
        root = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-") or "templat"
        root = f"templat-{root}" if _RESERVED.fullmatch(root) else root
        taken = {entry.name.casefold() for entry in self.catalog.templates_for(document)}
        number, free = 1, root
        while free in taken or self._folder(document, free).exists():
            number += 1
            free = f"{root}-{number}"
        return free

    def copy_title(self, entry: TemplateEntry) -> str:
        """What a copy is called unless somebody says otherwise: "Notulen Polri (salinan)"."""
        return self._free_title(entry.document, f"{_COPY.sub('', entry.title)[: LONGEST_TITLE - 13]} (salinan)")

    def _free_title(self, document: str, title: str) -> str:
        taken = {entry.title.casefold() for entry in self.catalog.templates_for(document)}
        root, number, free = title[: LONGEST_TITLE - 4].rstrip(), 1, title
        while free.casefold() in taken:
            number += 1
            free = f"{root} {number}"
        return free

    def _renewed(self, document: str, name: str) -> TemplateEntry:
        self.catalog.renew_templates()
        found = self.catalog.template(f"{document}/{name}")
        if found is None:
            raise CatalogError("template.lost", f"Templat “{name}” tidak terbaca setelah disimpan. Coba sekali lagi.")
        return found

    def _move(self, source: Path, target: Path, failure: str) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(source, target)
        except OSError as error:
            raise _refused("move", failure, error) from error
        self.catalog.renew_templates()

    def _folder(self, document: str, name: str) -> Path:
        return self._user() / FOLDER / document / name

    def _user(self) -> Path:
        if self.catalog.user is None:
            raise CatalogError("template.no_folder", "Folder data pengguna tidak ada; templat tidak dapat disimpan.")
        return self.catalog.user


def sound_title(title: str) -> str:
    """A title on one line and not too long; :class:`CatalogError` when nothing is left of it."""
    shown = "".join(char if char.isprintable() else " " for char in title)
    found = " ".join(shown.split())[:LONGEST_TITLE].rstrip()
    if not found:
        raise CatalogError("template.no_title", "Templat belum bernama. Tulis namanya, misalnya “Notula Polres”.")
    return found


def _described(
    title: str, description: str, basis: str, kinds: tuple[str, ...], papers: tuple[str, ...]
) -> str:
    import tomli_w

    texts = {"title": title, "description": description, "basis": basis}
    lists = {"kinds": list(kinds), "papers": list(papers)}
    return tomli_w.dumps({key: value for key, value in {**texts, **lists}.items() if value})


def _refused(code: str, what: str, error: OSError) -> CatalogError:
    return CatalogError(
        f"template.{code}",
        f"{what}: {error.strerror or 'penyimpanan bermasalah'}. Tutup berkasnya di Word, periksa izin dan ruang "
        "kosong folder itu, lalu coba lagi.",
    )
