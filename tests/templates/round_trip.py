"""What LibreOffice keeps of a document that it opens and saves as .docx again, as a colleague without Word does."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tests.templates.native_rules import Looks, W, style_of, text_of

OFFICE = shutil.which("soffice")
ONE_RUN = 40
"""Documents that one run gets: beyond that a failure costs more than a start saves."""
SECONDS = 300


class Kept(NamedTuple):
    """What has to come back: paragraphs with the names of their styles and list marks, head rows, fields."""

    paragraphs: tuple[tuple[str, str, str], ...]
    head_rows: tuple[str, ...]
    fields: tuple[str, ...]


def saved_again(documents: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The documents as LibreOffice saves them; one that it does not give back is missing."""
    names, done = list(documents), {}
    before, after = folder / "before", folder / "after"
    for place in (before, after):
        place.mkdir(parents=True, exist_ok=True)
    for start in range(0, len(names), ONE_RUN):
        files = []
        for name in names[start : start + ONE_RUN]:
            files.append(before / f"{name}.docx")
            files[-1].write_bytes(documents[name])
        profile = (folder / "profile").resolve().as_uri()
        command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
        subprocess.run(
            [*command, "--outdir", str(after), *map(str, files)], capture_output=True, check=False, timeout=SECONDS
        )
        for file in files:
            if (after / file.name).is_file():
                done[file.stem] = (after / file.name).read_bytes()
    return done


def lost(before: bytes, after: bytes) -> list[str]:
    """What a round trip changed."""
    was, now = _kept(before), _kept(after)
    faults = []
    if len(was.paragraphs) != len(now.paragraphs):
        faults.append(f"{len(was.paragraphs)} paragraphs became {len(now.paragraphs)}")
    for (style, mark, text), (style_now, mark_now, text_now) in zip(was.paragraphs, now.paragraphs, strict=False):
        if text != text_now:
            faults.append(f"text: {text[:40]!r} became {text_now[:40]!r}")
            break
        if style.casefold() != style_now.casefold():
            faults.append(f"style: {style} became {style_now}: {text[:40]}")
        if mark != mark_now:
            faults.append(f"number: {mark or 'none'} became {mark_now or 'none'}: {text[:40]}")
    if was.head_rows != now.head_rows:
        faults.append(f"head rows: {was.head_rows} became {now.head_rows}")
    if was.fields != now.fields:
        faults.append(f"fields: {was.fields} became {now.fields}")
    return faults


def _kept(data: bytes) -> Kept:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        roots = {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}
    body, looks = roots["word/document.xml"], Looks(roots["word/styles.xml"])
    marks = _Marks(roots.get("word/numbering.xml"), looks)
    paragraphs = tuple(
        (looks.name(style_of(p)) or "Normal", marks.of(p), text_of(p)) for p in body.iter(W + "p") if text_of(p).strip()
    )
    heads = tuple(
        "|".join(text_of(p) for p in row.iter(W + "p"))
        for row in body.iter(W + "tr")
        if row.find(f"{W}trPr/{W}tblHeader") is not None
    )
    return Kept(paragraphs, heads, tuple(sorted(_fields(roots))))


def _fields(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    for name, root in roots.items():
        if name.startswith(("word/header", "word/footer")):
            for each in root.iter(W + "instrText", W + "fldSimple"):
                word = (each.text or each.get(W + "instr") or "").split()
                yield from word[:1]


class _Marks:
    """How the paragraphs of a document are numbered: the printed number of each."""

    def __init__(self, numbering: etree._Element | None, looks: Looks) -> None:
        self._looks = looks
        self._lists: dict[str, str] = {}
        self._levels: dict[tuple[str, str], tuple[str, str]] = {}
        if numbering is None:
            return
        for each in numbering.iter(W + "abstractNum"):
            for level in each.iter(W + "lvl"):
                kind = level.find(W + "numFmt")
                text = level.find(W + "lvlText")
                self._levels[each.get(W + "abstractNumId", ""), level.get(W + "ilvl", "0")] = (
                    "" if kind is None else kind.get(W + "val", ""),
                    "" if text is None else text.get(W + "val", ""),
                )
        for each in numbering.iter(W + "num"):
            found = each.find(W + "abstractNumId")
            self._lists[each.get(W + "numId", "")] = "" if found is None else found.get(W + "val", "")

    def of(self, paragraph: etree._Element) -> str:
        """Format and level text of a paragraph's number, "decimal %1."; empty without a number."""
        number, level = self._reference(paragraph)
        kind, text = self._levels.get((self._lists.get(number, ""), level), ("", ""))
        return f"{kind} {text}" if number not in ("", "0") and kind not in ("", "none") else ""

    def _reference(self, paragraph: etree._Element) -> tuple[str, str]:
        style = style_of(paragraph)
        found = []
        for tag in ("numId", "ilvl"):
            own = paragraph.find(f"{W}pPr/{W}numPr/{W}{tag}")
            own = self._looks.find(style, f"pPr/numPr/{tag}") if own is None else own
            found.append("" if own is None else own.get(W + "val", ""))
        return found[0], found[1] or "0"
