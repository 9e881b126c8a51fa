"""Document templates: a folder for each, with ``template.toml`` beside the Word files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rakor_desktop.catalog.reader import DataFileError, read_toml

DESCRIPTION_FILE: Final = "template.toml"
"""The file that makes a folder a template."""

KINDS: Final = ("police", "local_government", "army", "other")
"""Kinds of office a template may be meant for; none named means all."""


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """A template: for which document (``notula``), under which name, and its files by name."""

    document: str
    name: str
    folder: Path
    title: str
    description: str = ""
    basis: str = ""
    kinds: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    own: bool = False

    @property
    def key(self) -> str:
        """``notula/polri``: how settings and exports name the template."""
        return f"{self.document}/{self.name}"

    def file(self, paper: str = "") -> Path | None:
        """The Word file for a paper size: one whose name holds the size, else the first; ``None`` without
        any.
        """
        wanted = [name for name in self.files if paper and paper.casefold() in Path(name).stem.casefold()]
        names = wanted or list(self.files)
        return self.folder / names[0] if names else None


def template_of(folder: Path, *, own: bool) -> TemplateEntry:
    """The template of one folder; ``own`` says that it is the user's."""
    top = read_toml(folder / DESCRIPTION_FILE)
    files = tuple(sorted(path.name for path in folder.iterdir() if _is_document(path)))
    entry = TemplateEntry(
        document=folder.parent.name,
        name=folder.name,
        folder=folder,
        title=top.text("title"),
        description=top.text("description", ""),
        basis=top.text("basis", ""),
        kinds=top.texts("kinds"),
        papers=top.texts("papers"),
        files=files,
        own=own,
    )
    unknown = [kind for kind in entry.kinds if kind not in KINDS]
    if unknown:
        raise top.error("kinds", f'"{unknown[0]}" tidak dikenal', f"Pilih dari: {', '.join(KINDS)}.")
    if not files:
        raise DataFileError(
            top.file, "", "tidak ada berkas templat di foldernya", "Letakkan berkas .docx di sebelahnya."
        )
    return entry


def _is_document(path: Path) -> bool:
    # "~$" marks Word's own lock file beside an open document.
    return path.suffix.casefold() in (".docx", ".txt") and not path.name.startswith("~$")
