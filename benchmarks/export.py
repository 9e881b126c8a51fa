"""How long filling a Word document takes, against the floor and against docxtpl.

Run: ``python benchmarks/export.py [--quick]``

The floor is what no engine can go below in Python: joining the very same XML strings and deflating them at zlib's
usual level, 6. The engine deflates at 5; "same level" compares with a floor that does so too. What verification adds
is the difference between a verified filling and one without: finding out that a repeated stretch of markup is
well-formed is done once for a template, as in the program, where templates stay open. Every size is measured in
interleaved rounds and reported as medians; ratios matter, not milliseconds. docxtpl has no compile step, so each of
its documents opens its template anew, as its users do.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import io
import re
import resource
import statistics
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rakor_desktop.word import Template

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

from slim_template import slim_template  # noqa: E402

SIZES = ((10, 10), (1000, 10), (10_000, 10))
ROUNDS = {10: 25, 1000: 25, 10_000: 9}
REPEATS = {10: 40, 1000: 2, 10_000: 1}
RANKS = ("AKBP", "Kompol", "AKP", "Iptu", "Ipda", "Aiptu", "Letkol Inf", "Kapten Inf", "Penata Tk. I", "")
POSTS = (
    "Kapolres",
    "Kabag Ops",
    "Kasat Intelkam",
    "Kapolsek",
    "Pasi Ops Kodim",
    "Kepala Dinas",
    "Camat",
    "Danramil",
)
PLACES = (
    "Polres Pasaman Barat",
    "Kodim 0305/Pasaman",
    "Dinas Perhubungan",
    "Badan Kesbangpol & Linmas",
    "Satpol PP",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One attendee as the template sees it."""

    no: str
    pangkat: str
    nama: str
    jabatan: str
    instansi: str


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive as the template sees it."""

    teks: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """The view-model."""

    judul: str
    hadirin: tuple[Row, ...]
    arahan: tuple[Directive, ...]


def minutes(attendees: int, directives: int) -> Minutes:
    """Return a meeting of this size; all names differ, ranks and institutions repeat as in life."""
    rows = tuple(
        Row(
            str(number),
            RANKS[number % len(RANKS)],
            f"Rahmat Hidayat {number * 7919 % 100_003}, S.I.K.",
            f"{POSTS[number % len(POSTS)]} {number % 97}",
            PLACES[number % len(PLACES)],
        )
        for number in range(1, attendees + 1)
    )
    texts = tuple(
        Directive(f"Tingkatkan patroli di wilayah {number} menjelang hari pemungutan suara.")
        for number in range(directives)
    )
    return Minutes("Rapat Koordinasi Lintas Sektoral", rows, texts)


class Floor:
    """Joins the strings that the engine's own result consists of, and deflates them."""

    def __init__(self, fill: Callable[[Minutes], bytes]) -> None:
        """Take a filled one-row document apart into the strings around its values."""
        self.rest = slim_template()
        marks = [f"QZ{number}QZ" for number in range(7)]
        sample = Minutes(marks[0], (Row(*marks[1:6]),), (Directive(marks[6]),))
        once = document(fill(sample))
        twice = document(fill(Minutes(marks[0], sample.hadirin * 2, sample.arahan * 2)))
        title, no, rank, name, post, place, directive = re.split("|".join(marks), once)[:7]
        self.statics = re.split("|".join(marks), once)
        parts = re.split("|".join(marks), twice)
        # parts: title | r1 x5 | r2 x5 | d1 | d2: what stands between two rows is tail of one and head of the next
        self.between_rows, self.between_directives = parts[6], parts[12]
        del title, no, rank, name, post, place, directive

    def xml(self, values: Minutes) -> str:
        """Return the document's XML."""
        before, row_head, b, c, d, e, directive_head, end = (*self.statics[:7], self.statics[7])
        row_join, directive_join = self.between_rows, self.between_directives
        rows = row_join.join([f"{h.no}{b}{h.pangkat}{c}{h.nama}{d}{h.jabatan}{e}{h.instansi}" for h in values.hadirin])
        directives = directive_join.join([a.teks for a in values.arahan])
        return "".join([before, values.judul, row_head, rows, directive_head, directives, end])

    def fill(self, values: Minutes, level: int = 6) -> bytes:
        """Join and deflate, at zipfile's usual level if not said otherwise."""
        compress = zlib.compressobj(level, zlib.DEFLATED, -15)
        return compress.compress(self.xml(values).encode("utf-8")) + compress.flush()

    def write(self, values: Minutes) -> bytes:
        """As :meth:`fill`, with the checksum and the zip around it that make it a file."""
        xml = self.xml(values).encode("utf-8")
        compress = zlib.compressobj(6, zlib.DEFLATED, -15)
        raw = compress.compress(xml) + compress.flush()
        head = struct.pack("<4sHHHHHIII", b"PK\x03\x04", 20, 0, 8, 0, 33, zlib.crc32(xml), len(raw), len(xml))
        return b"".join((head, raw, self.rest))


def document(data: bytes) -> str:
    """Return the main part's XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def ours() -> Template:
    """Return our engine's template; it is compiled once, outside of what is timed."""
    from rakor_desktop.word import Template

    return Template.from_bytes(slim_template())


def docxtpl() -> Callable[[Minutes], bytes]:
    """Return docxtpl's filling."""
    from docxtpl import DocxTemplate

    template = slim_template()

    def fill(values: Minutes) -> bytes:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render({"judul": values.judul, "hadirin": values.hadirin, "arahan": values.arahan}, autoescape=True)
        buffer = io.BytesIO()
        filled.save(buffer)
        return buffer.getvalue()

    return fill


def escaped(values: Minutes) -> Minutes:
    """Return the values as the floor needs them, escaped beforehand."""
    rows = tuple(Row(h.no, h.pangkat, h.nama, h.jabatan, h.instansi.replace("&", "&amp;")) for h in values.hadirin)
    return Minutes(values.judul, rows, values.arahan)


def timed(function: Callable[[], object], repeats: int) -> float:
    """Return seconds of one run, as the mean of ``repeats`` in a row, without garbage collection in between.

    One run before warms up: what ran last must not decide who pays for fetching memory from the system.
    """
    gc.collect()
    gc.disable()
    function()
    start = time.perf_counter()
    for _ in range(repeats):
        function()
    seconds = time.perf_counter() - start
    gc.enable()
    return seconds / repeats


def compare(size: tuple[int, int], rival: Callable[[Minutes], bytes] | None, divide: int) -> None:
    """Measure one size in interleaved rounds and print medians and ratios."""
    values = minutes(*size)
    from rakor_desktop.word.package import LEVEL

    template = ours()
    fill = template.render
    floor = Floor(fill)
    plain = escaped(values)
    result = fill(values)
    assert document(result) == floor.xml(plain), "the floor must write the very same XML"
    assert template.render_verified(values) == result, "verification must not change the document"
    runs: dict[str, Callable[[], object]] = {
        "floor": lambda: floor.fill(plain),
        "same": lambda: floor.fill(plain, LEVEL),
        "file": lambda: floor.write(plain),
        "ours": lambda: fill(values),
        "verified": lambda: template.render_verified(values),
    }
    times: dict[str, list[float]] = {name: [] for name in (*runs, "docxtpl")}
    rounds = max(3, ROUNDS[size[0]] // divide)
    for count in range(rounds):
        for name, run in runs.items():
            times[name].append(timed(run, REPEATS[size[0]]))
        if rival is not None and count < max(3, rounds // 5):
            times["docxtpl"].append(timed(lambda: rival(values), 5 if size[0] == 10 else 1))
    median = {name: statistics.median(each) for name, each in times.items() if each}
    base, own = median["floor"], median["ours"]
    line = f"{size[0]:>6} x {size[1]}: floor {base * 1000:8.2f} ms | ours {own / base:5.2f} x floor"
    line += f" ({own / median['file']:4.2f} x with checksum and zip, {own / median['same']:4.2f} x at the same level)"
    if rival is not None:
        line += f" | docxtpl {median['docxtpl'] / base:6.1f} x floor = {median['docxtpl'] / own:5.1f} x ours"
    print(line + f" | verification adds {(median['verified'] - own) / base:4.2f} x floor")


def memory(name: str, attendees: int) -> float:
    """Return the peak memory one filling adds, in MB, measured in a fresh process."""
    command = [sys.executable, __file__, "--memory", name, str(attendees)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def measure_memory(name: str, attendees: int) -> None:
    """Run in the fresh process: a small filling first, so that only the large one's own memory counts."""
    fill = ours().render_verified if name == "ours" else docxtpl()
    fill(minutes(10, 10))
    values = minutes(attendees, 10)
    before = peak()
    fill(values)
    print((peak() - before) / 1024)


def peak() -> int:
    """Return the process's highest memory so far in KB; Linux keeps it per program, getrusage per process."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.findall(r"VmHWM:\s*(\d+)", status.read_text())[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--memory", nargs=2, metavar=("ENGINE", "ATTENDEES"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.memory:
        measure_memory(chosen.memory[0], int(chosen.memory[1]))
        return
    rival = docxtpl() if importlib.util.find_spec("docxtpl") else None
    if rival is None:
        print("docxtpl is not installed (pip install '.[bench]'): comparing with the floor only.")
    print("attendees x directives, medians of interleaved rounds; filling and writing, template compiled beforehand")
    for size in SIZES:
        compare(size, rival, 4 if chosen.quick else 1)
    own = memory("ours", 10_000)
    line = f"peak memory added by 10000 x 10: ours {own:.1f} MB"
    if rival is not None:
        other = memory("docxtpl", 10_000)
        line += f" | docxtpl {other:.1f} MB = {other / max(own, 0.1):.1f} x ours"
    print(line)


if __name__ == "__main__":
    main()
