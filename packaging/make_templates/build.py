"""Which templates there are, and writing them to the templates folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from make_templates.package import Content, write_package
from make_templates.page import CIVIL, PAPERS, POLICE, Margins, Page
from make_templates.shared import any_letterhead, civil_letterhead, left_letterhead, police_letterhead
from make_templates.sources import daftar_hadir, laporan_whatsapp, notula_pemda, notula_polri, siaran_pers

TEXTS = Path(__file__).resolve().parent / "sources" / "text"


@dataclass(frozen=True, slots=True)
class Form:
    """A shipped form: its folder below the templates folder, margins, content, and the text form of the same name."""

    folder: str
    margins: Margins
    content: Callable[[Page], Content]
    text: str


FORMS: tuple[Form, ...] = (
    Form("notula/polri", POLICE, partial(notula_polri.content, letterhead=police_letterhead), "notula"),
    Form("notula/tni", POLICE, partial(notula_polri.content, letterhead=left_letterhead), "notula"),
    Form("notula/umum", CIVIL, partial(notula_polri.content, letterhead=any_letterhead), "notula"),
    Form("notula/pemda", CIVIL, notula_pemda.content, "notula-sidang"),
    Form("daftar-hadir/polri", POLICE, partial(daftar_hadir.content, letterhead=police_letterhead), "daftar-hadir"),
    Form("daftar-hadir/pemda", POLICE, partial(daftar_hadir.content, letterhead=civil_letterhead), "daftar-hadir"),
    Form("daftar-hadir/umum", POLICE, partial(daftar_hadir.content, letterhead=any_letterhead), "daftar-hadir"),
    Form("siaran-pers/polri", CIVIL, partial(siaran_pers.content, letterhead=police_letterhead), "siaran-pers"),
    Form("siaran-pers/pemda", CIVIL, partial(siaran_pers.content, letterhead=civil_letterhead), "siaran-pers"),
    Form("siaran-pers/tni", CIVIL, partial(siaran_pers.content, letterhead=left_letterhead), "siaran-pers"),
    Form("siaran-pers/umum", CIVIL, partial(siaran_pers.content, letterhead=any_letterhead), "siaran-pers"),
    Form("laporan-whatsapp/umum", POLICE, laporan_whatsapp.content, "laporan-whatsapp"),
)
"""The attendance list has the narrow margins of the police everywhere, because its table needs the width."""


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the path below the templates folder and the bytes of every shipped .docx and .txt."""
    for form in FORMS:
        for paper in PAPERS:
            page = Page(paper, form.margins)
            yield f"{form.folder}/template-{paper.code}.docx", write_package(form.content(page), page)
        yield f"{form.folder}/template.txt", (TEXTS / f"{form.text}.txt").read_bytes()


def build(folder: Path) -> list[Path]:
    """Write every file below ``folder`` and return the paths."""
    written = []
    for name, data in files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.append(path)
    return written
