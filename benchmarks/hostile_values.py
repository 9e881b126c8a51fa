"""Filling documents with ten thousand hostile field values: nothing may break, and no line may get lost.

Run: ``python benchmarks/hostile_values.py [--values 10000] [--seed 1]``

Every value stands in the body, a table row, a header, a footnote, a content control, a text box and the document's
title. Counted: exceptions, parts that expat cannot read, structural faults, and lines of the value (as a document can
hold them) that the document does not contain, looked for by lxml and not by the engine's own check.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "word")]

from word_samples import Orang, Rapat, core, docx, holder, par, row, run, table  # noqa: E402

from rakor_desktop.word import Template, clean, inspect_docx  # noqa: E402

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = ("word/document.xml", "word/header1.xml", "word/footnotes.xml")
SEEDS = (
    '', ' ', '   \t ', '\n', '\r\n\r\n', '\x00', '\x0b', '\x0c', '\x1b[31m', '\x7f', '\x85', '\u2028', '\u2029',
    '\ud800', '\udfff', '\ud83d', '\ufffe', '\uffff', '\ufdd0', '\U0001fffe',
    '\u202e\u0645\u0631\u062d\u0628\u0627', '\u2066x\u2069', '\u200b\u200d\ufeff', 'e\u0301\u0327',
    "Z\u0351\u036b\u0343" * 30,
    '\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466\U0001f3f3\ufe0f\u200d\U0001f308',
    '\u1112\u1161\u11ab', "\ufdfa" * 9, '<w:p/>', '</w:t></w:r></w:p>', ']]>', '<![CDATA[x]]>', '<!--', '-->',
    '<?xml?>', '<?rk 0?>', '@rk:0@', '&amp;', '&#0;', '&#x41;', '&bogus;', '&', '\'"', '{{ judul }}',
    '{% for %}', '{%- x -%}', '{# x #}', '{_{', '%_}', '${nomor}', "=cmd|'/c calc'!A1", '%s%n%999d', '\\u0041',
    '../../etc', "A" * 5000, "kata " * 2000, "\t" * 500, "\n" * 300, "Jum'at", 'S.I.K., M.H.', '\x1e\x1f',
    'a\x0bb', '\xa0\u202f',
)  # fmt: skip


def hostile(count: int, seed: int) -> Iterator[str]:
    """Yield so many values: the seeds, mixtures of them, random characters, and a few of a megabyte."""
    chance = random.Random(seed)
    yield from SEEDS[:count]
    for number in range(count - len(SEEDS)):
        kind = number % 4
        if number % 2000 == 1999:
            yield chance.choice(("x", "é", "<", "\n\t", "😀 ", "\x00a")) * (1_000_000 // 2)
        elif kind == 0:
            yield "".join(chance.choices(SEEDS[:-8], k=chance.randint(1, 5)))
        elif kind == 1:
            yield "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 60)))
        elif kind == 2:
            yield "".join(chr(chance.randrange(0x300)) for _ in range(chance.randint(1, 120)))
        else:
            yield chance.choice(SEEDS) + "Kapolres\n" + chance.choice(SEEDS) + "\tDumai" + chance.choice(SEEDS)


def template() -> Template:
    """Return the template every value is filled into."""
    box = f"<w:r><w:pict><w:txbxContent>{par('{{ judul }}')}</w:txbxContent></w:pict></w:r>"
    body = (
        par("Judul: ", run("{{ jud"), run("ul }}", bold=True), " akhir")
        + table(row("{%tr for h in hadirin %}"), row("{{ h.nama }}", "a{{ h.pangkat }}b"), row("{%tr endfor %}"))
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{par('{{ catatan }}')}</w:sdtContent></w:sdt>"
        + par(box)
        + par("{% for a in arahan %}{{ a }};{% endfor %}")
    )
    more = {
        "word/header1.xml": holder("hdr", par("{{ judul }}")),
        "word/footnotes.xml": holder("footnotes", f'<w:footnote w:id="4">{par("{{ judul }}")}</w:footnote>'),
        "docProps/core.xml": core("{{ judul }}"),
    }
    return Template.from_bytes(docx(body, more))


def text_of(part: bytes) -> str:
    """Return a part's text by lxml, breaks as line ends."""
    root = etree.fromstring(part, etree.XMLParser(huge_tree=True))
    signs = {W + "br": "\n", W + "p": "\n", W + "tab": "\t"}
    return "".join([signs.get(str(node.tag)) or node.text or "" for node in root.iter(W + "t", *signs)])


def main() -> None:
    """Fill, count, and fail when anything was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--values", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    filled, start = template(), time.perf_counter()
    exceptions = malformed = structural = lost = unclean = 0
    for value in hostile(chosen.values, chosen.seed):
        values = Rapat(value, (Orang(value, value),), (value, value), value)
        try:
            data = filled.render_verified(values)
        except Exception as error:  # noqa: BLE001  whatever it is, it counts
            exceptions += 1
            print(f"EXCEPTION {value[:60]!a}: {error!r:.200}")
            continue
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in (*PARTS, "docProps/core.xml")}
        try:
            for part in parts.values():
                expat.ParserCreate().Parse(part, True)
        except expat.ExpatError as error:
            malformed += 1
            print(f"MALFORMED {value[:60]!a}: {error}")
            continue
        held = clean(value)
        unclean += not unicodedata.is_normalized("NFC", held) or clean(held) != held
        texts = [text_of(parts[name]) for name in PARTS]
        lost += any(line not in text for line in held.split("\n") for text in texts)
        lost += texts[0].count(held) < 6
        structural += len(value) < 10_000 and inspect_docx(data) != ()
    seconds = time.perf_counter() - start
    print(
        f"{chosen.values} values in {seconds:.0f} s: {exceptions} exceptions, {malformed} malformed, {structural} with "
        f"structural faults, {lost} lost lines, {unclean} not clean"
    )
    sys.exit(exceptions + malformed + structural + lost + unclean > 0)


if __name__ == "__main__":
    main()
