"""Page images of every document, for people who look: all forms, samples and papers by one command.

Run: ``python -m benchmarks.pages OUT_DIR [--sample S] [--document D] [--template T] [--paper A4|F4] [--no-images]``

Writes the .docx and .pdf files, one PNG a page, a contact sheet a document (``notula.png`` ...), and what looks wrong
on the pages (``faults.txt``); all files are set in few runs of LibreOffice or Word. Exits with 1 when anything looks
wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

from PIL import Image, ImageDraw  # noqa: E402

from rakor_desktop.catalog import Catalog  # noqa: E402
from rakor_desktop.desk.documents import DOCUMENTS, document_bytes, templates_of  # noqa: E402
from rakor_desktop.domain import codec  # noqa: E402
from rakor_desktop.errors import RakorError  # noqa: E402
from rakor_desktop.printing import Pages, Typesetter  # noqa: E402
from tests.printing.page_sanity import PageFault, page_faults  # noqa: E402

PAPERS = ("A4", "F4")
ONE_RUN = 40
"""Documents that one run of the engine gets: beyond that a failure costs more than a start saves."""
DOTS = 80 / 72
THUMB = 300
"""Pixels of a page's width on the contact sheet."""
LABEL = 16


@dataclass(frozen=True, slots=True)
class Case:
    """One document to look at."""

    document: str
    template: str
    sample: str
    paper: str

    @property
    def name(self) -> str:
        """Fit for a file name."""
        return f"{self.document}--{self.template}--{self.sample}--{self.paper}"


def cases(catalog: Catalog, options: argparse.Namespace) -> Iterator[Case]:
    """Every case that was asked for."""
    for document in [options.document] if options.document else DOCUMENTS:
        for entry in templates_of(document, catalog):
            for sample in [options.sample] if options.sample else catalog.sample_names():
                for paper in [options.paper] if options.paper else PAPERS:
                    if options.template in (None, entry.name):
                        yield Case(document, entry.name, sample, paper)


def made(catalog: Catalog, case: Case) -> bytes:
    """The Word document of a case."""
    bundle = codec.decode(catalog.sample_bytes(case.sample))
    bundle = replace(bundle, office=replace(bundle.office, paper=case.paper))
    return document_bytes(bundle, case.document, ".docx", catalog=catalog, template=case.template)


def typeset(documents: dict[str, bytes]) -> dict[str, bytes]:
    """The PDF files of all documents."""
    setter, names, done = Typesetter(), list(documents), {}
    for start in range(0, len(names), ONE_RUN):
        part = {name: documents[name] for name in names[start : start + ONE_RUN]}
        done |= {name: one.pdf for name, one in setter.typeset_many(part).items()}
        print(f"{len(done)} of {len(names)} set", file=sys.stderr)
    return done


def images(pages: Pages) -> list[Image.Image]:
    """Every page as a picture."""
    drawn = [pages.draw(n, DOTS) for n in range(len(pages))]
    return [
        Image.frombuffer("RGB", (page.width, page.height), page.data, "raw", "BGRX", page.stride, 1)
        for page in drawn
        if page is not None
    ]


def contact_sheet(rows: Sequence[tuple[str, list[Image.Image]]]) -> Image.Image:
    """One row a case, its pages side by side."""
    widest = max(len(pages) for _, pages in rows)
    height = round(THUMB * 330 / 215) + LABEL + 8
    sheet = Image.new("RGB", (widest * (THUMB + 8) + 8, len(rows) * height), "#c8cdd4")
    pen = ImageDraw.Draw(sheet)
    for row, (name, pages) in enumerate(rows):
        pen.text((8, row * height + 2), name, fill="black")
        for column, page in enumerate(pages):
            small = page.resize((THUMB, round(THUMB * page.height / page.width)), Image.Resampling.LANCZOS)
            sheet.paste(small, (8 + column * (THUMB + 8), row * height + LABEL))
    return sheet


def told(case: Case, faults: Sequence[PageFault]) -> list[str]:
    """One line a fault."""
    return [f"{case.name} page {fault.page}: {fault.code}: {fault.text}" for fault in faults]


def main() -> int:
    """Make everything; 1 when something looks wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    for choice in ("sample", "document", "template", "paper"):
        parser.add_argument(f"--{choice}")
    parser.add_argument("--no-images", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    catalog = Catalog.load()
    start = time.perf_counter()
    wanted = {case.name: case for case in cases(catalog, options)}
    try:
        documents = {name: made(catalog, case) for name, case in wanted.items()}
        files = typeset(documents)
    except RakorError as error:
        print(error.message, file=sys.stderr)
        return 1
    lines: list[str] = []
    sheets: dict[str, list[tuple[str, list[Image.Image]]]] = {}
    count = 0
    for name, case in wanted.items():
        (options.out / f"{name}.docx").write_bytes(documents[name])
        (options.out / f"{name}.pdf").write_bytes(files[name])
        with Pages(files[name]) as pages:
            count += len(pages)
            lines += told(case, page_faults(documents[name], pages))
            if not options.no_images:
                drawn = images(pages)
                for number, image in enumerate(drawn, 1):
                    image.save(options.out / f"{name}--{number}.png")
                sheets.setdefault(case.document, []).append((f"{name}: {len(pages)} pages", drawn))
    for document, rows in sheets.items():
        contact_sheet(rows).save(options.out / f"{document}.png")
    (options.out / "faults.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))
    seconds = time.perf_counter() - start
    print(f"{len(wanted)} documents, {count} pages, {len(lines)} faults, {seconds:.0f} s", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
