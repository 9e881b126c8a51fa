"""A .docx from anywhere becomes an own template: judged by the Word engine before anything of it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from rakor_desktop import word
from rakor_desktop.catalog import TemplateEntry
from rakor_desktop.catalog.template_shelf import TemplateShelf
from rakor_desktop.desk.documents import choose_template, text_file
from rakor_desktop.desk.template_check import fitting_documents, paper_name, refusal_of
from rakor_desktop.domain.office import OfficeKind
from rakor_desktop.errors import ExportError, RakorError
from rakor_desktop.word.package import read_file


class Arrival(NamedTuple):
    """A file that may be kept: its bytes, a title for it, the documents it fits (best first), its paper."""

    data: bytes
    title: str
    documents: tuple[str, ...]
    paper: str


def arrival_of(path: Path, likely: str = "") -> Arrival:
    """Read and judge a file; ``likely`` is the document it is for when its fields do not tell.

    Raises :class:`ExportError` for one that must not be kept.
    """
    try:
        if path.suffix.casefold() != ".docx":
            raise ExportError(
                "template.kind",
                f"“{path.name}” bukan berkas .docx. Simpan dahulu sebagai .docx dari Word, tanpa makro.",
            )
        data = read_file(path)
        refused = refusal_of(data)
        if refused:
            raise ExportError("template.refused", f"“{path.name}” tidak diimpor. {refused}")
        paper = paper_name(data)
    except word.TemplateError as error:
        raise ExportError("template.refused", f"“{path.name}” tidak diimpor: {error}.") from error
    title = " ".join(path.stem.replace("_", " ").replace("-", " ").split())
    return Arrival(data, title, fitting_documents(data, likely), paper)


def keep(arrival: Arrival, document: str, title: str, shelf: TemplateShelf, kind: OfficeKind) -> TemplateEntry:
    """Make an own template of it; its text form is the shipped one that suits the kind of office."""
    suffix = f"-{arrival.paper.casefold()}" if arrival.paper else ""
    files = {f"template{suffix}.docx": arrival.data}
    try:
        text = text_file(choose_template(document, shelf.catalog, kind))
        files["template.txt"] = text.read_bytes()
    except (RakorError, OSError):
        pass  # without it the template makes Word documents alone
    return shelf.add(document, title, files, papers=(arrival.paper,) if arrival.paper else ())
