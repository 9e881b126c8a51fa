"""Which templates there are, and writing them to the templates folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from make_templates.package import Content, write_package
from make_templates.page import CIVIL, PAPERS, POLICE, SHEET, Margins, Page
from make_templates.shared import any_letterhead, civil_letterhead, left_letterhead, police_letterhead
from make_templates.sources import (
    daftar_hadir,
    dokumentasi,
    laporan_hasil,
    laporan_whatsapp,
    notula_pemda,
    notula_polri,
    petikan_arahan,
    siaran_pers,
    tindak_lanjut,
    undangan,
)

TEXTS = Path(__file__).resolve().parent / "sources" / "text"


@dataclass(frozen=True, slots=True)
class Form:
    """A shipped form: its folder below the templates folder, margins, content, and the text form of the same name."""

    folder: str
    margins: Margins
    content: Callable[[Page], Content]
    text: str
    landscape: bool = False


_LETTERHEADS = (
    ("polri", POLICE, police_letterhead),
    ("tni", POLICE, left_letterhead),
    ("pemda", CIVIL, civil_letterhead),
    ("umum", CIVIL, any_letterhead),
)


def _companions() -> Iterator[Form]:
    """The papers beside the minutes, each in the form of police, army, local governments and others."""
    bases = {"polri": "Rujukan", "tni": "Dasar", "pemda": "Dasar", "umum": "Dasar"}
    for name, margins, head in _LETTERHEADS:
        military = name in ("polri", "tni")
        letter = partial(undangan.content, letterhead=head, base=bases[name], numbered=military)
        yield Form(f"undangan/{name}", margins, letter, "undangan" if military else "undangan-sipil")
        labels = laporan_hasil.POLICE if military else laporan_hasil.CIVIL
        report = partial(laporan_hasil.content, letterhead=head, labels=labels)
        yield Form(f"laporan-hasil/{name}", margins, report, "laporan-hasil" if military else "laporan-hasil-sipil")
        yield Form(
            f"petikan-arahan/{name}", margins, partial(petikan_arahan.content, letterhead=head), "petikan-arahan"
        )
        sheet = partial(tindak_lanjut.content, letterhead=head)
        yield Form(f"tindak-lanjut/{name}", SHEET, sheet, "tindak-lanjut", landscape=True)
        for pairs, suffix in ((False, ""), (True, "-empat")):
            pages = partial(dokumentasi.content, letterhead=head, pairs=pairs)
            yield Form(f"dokumentasi/{name}{suffix}", margins, pages, "dokumentasi")


FORMS: tuple[Form, ...] = (
    Form("notula/polri", POLICE, partial(notula_polri.content, letterhead=police_letterhead), "notula"),
    Form("notula/tni", POLICE, partial(notula_polri.content, letterhead=left_letterhead), "notula"),
    Form("notula/umum", CIVIL, partial(notula_polri.content, letterhead=any_letterhead), "notula"),
    Form("notula/pemda", CIVIL, notula_pemda.content, "notula-sidang"),
    Form("daftar-hadir/polri", POLICE, partial(daftar_hadir.content, letterhead=police_letterhead), "daftar-hadir"),
    Form("daftar-hadir/pemda", POLICE, partial(daftar_hadir.content, letterhead=civil_letterhead), "daftar-hadir"),
    Form("daftar-hadir/tni", POLICE, partial(daftar_hadir.content, letterhead=left_letterhead), "daftar-hadir"),
    Form("daftar-hadir/umum", POLICE, partial(daftar_hadir.content, letterhead=any_letterhead), "daftar-hadir"),
    Form(
        "daftar-hadir/polos",
        POLICE,
        partial(daftar_hadir.content, letterhead=any_letterhead, zigzag=False),
        "daftar-hadir",
    ),
    Form("siaran-pers/polri", CIVIL, partial(siaran_pers.content, letterhead=police_letterhead), "siaran-pers"),
    Form("siaran-pers/pemda", CIVIL, partial(siaran_pers.content, letterhead=civil_letterhead), "siaran-pers"),
    Form("siaran-pers/tni", CIVIL, partial(siaran_pers.content, letterhead=left_letterhead), "siaran-pers"),
    Form("siaran-pers/umum", CIVIL, partial(siaran_pers.content, letterhead=any_letterhead), "siaran-pers"),
    Form("laporan-whatsapp/umum", POLICE, laporan_whatsapp.content, "laporan-whatsapp"),
    *_companions(),
)
"""The attendance list has the narrow margins of the police everywhere, because its table needs the width."""


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the path below the templates folder and the bytes of every shipped .docx and .txt."""
    for form in FORMS:
        for paper in PAPERS:
            page = Page(paper, form.margins, form.landscape)
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
