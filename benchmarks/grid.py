"""How long the attendance grid takes with many rows: pasting, sorting, and every key that is typed.

Run: ``python benchmarks/grid.py [--quick]``

Pasting is compared with reading the same clipboard text into cells and names (its parse: no grid can do without it).
Sorting applies an order through the desk, with undo step, model and view; it is compared with ``sorted()`` over the
same rows by the same keys. Keys are typed into cells of the real window with the live preview beside the table, at
a person's pace; what counts is the time from when a key is due until it is handled and painted, so that whatever keeps
the window busy just then (preview, review, counting) counts too. Ratios matter, not milliseconds.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from rakor_desktop import app as root  # noqa: E402
from rakor_desktop.desk.desk import Desk  # noqa: E402
from rakor_desktop.desk.ordering import choose_order, protocol_key  # noqa: E402
from rakor_desktop.domain.meeting import Attendee, Bundle, Meeting  # noqa: E402
from rakor_desktop.domain.office import Office  # noqa: E402
from rakor_desktop.ui.grid.attendees import attendees_model  # noqa: E402
from rakor_desktop.ui.grid.clipboard import read_block  # noqa: E402
from rakor_desktop.ui.grid.view import GridView  # noqa: E402
from rakor_desktop.ui.main_window import MainWindow  # noqa: E402

ROWS = 10_000
ROUNDS = 9
RANKS = ("AKBP", "Kompol", "AKP", "Iptu", "Ipda", "Aiptu", "Letkol Inf", "Kapten Inf", "Penata Tk. I", "")
POSTS = ("Kabag Ops", "Kapolres", "Kasat Intelkam", "Kapolsek", "Camat", "Danramil", "Kepala Dinas Perhubungan", "Staf")
PLACES = ("Polres Pasaman Barat", "Kodim 0305/Pasaman", "Dinas Perhubungan", "KPU Pasaman Barat", "Satpol PP")
TYPED = ("Kapolsek Kinali", "Kasat Lantas", "Camat Luhak", "Danramil 05")


def people(count: int) -> tuple[Attendee, ...]:
    """Return attendees who all have names of their own; ranks, posts and institutions repeat as in life."""
    return tuple(
        Attendee(
            f"a{n}",
            rank=RANKS[n * 7 % len(RANKS)],
            name=f"Rahmat Hidayat {n * 7919 % 100_003}",
            back=("S.I.K.",),
            position=POSTS[n * 3 % len(POSTS)],
            institution=PLACES[n % len(PLACES)],
        )
        for n in range(count)
    )


def timed(function: Callable[[], object]) -> float:
    """Return seconds of one run without garbage collection in between."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    function()
    seconds = time.perf_counter() - start
    gc.enable()
    return seconds


def interleaved(runs: dict[str, Callable[[], Callable[[], object]]], rounds: int) -> dict[str, float]:
    """Return the median of every run; each makes what it needs first, which is not counted."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, prepare in runs.items():
            times[name].append(timed(prepare()))
    return {name: statistics.median(each) for name, each in times.items()}


def shown_grid(desk: Desk, window: MainWindow) -> GridView:
    """Return a grid in sight, as large as in the window."""
    grid = GridView(attendees_model(desk, window.parts.catalog), "Daftar hadirin")
    grid.resize(700, 400)
    grid.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    grid.show()
    QApplication.processEvents()
    return grid


def paste(window: MainWindow, rounds: int) -> None:
    """Measure pasting ten thousand rows of four columns."""
    lines = [f"{a.rank}\t{a.name}, S.I.K.\t{a.position}\t{a.institution}" for a in people(ROWS)]
    text = "\n".join(lines)
    QGuiApplication.clipboard().setText(text)
    grids: list[GridView] = []

    def parse() -> Callable[[], object]:
        columns = attendees_model(Desk(), window.parts.catalog).columns[:4]

        def run() -> None:
            for cells in read_block(text):
                fields: dict[str, object] = {}
                for column, cell in zip(columns, cells, strict=True):
                    assert column.parse is not None
                    fields.update(column.parse(cell) or {})
                Attendee(**fields)  # type: ignore[arg-type]

        return run

    def ours() -> Callable[[], object]:
        grid = shown_grid(Desk(Bundle(meeting=Meeting(id="m"))), window)
        grids.append(grid)
        grid.go_to(0, 0)

        def run() -> None:
            grid.paste()
            QApplication.processEvents()
            assert len(grid.records.records) == ROWS

        return run

    median = interleaved({"parse": parse, "ours": ours}, rounds)
    print(
        f"paste {ROWS} rows: parse {median['parse'] * 1000:6.0f} ms | pasted and shown {median['ours'] * 1000:6.0f} ms"
        f" = {median['ours'] / median['parse']:4.2f} x parse (at most 2)"
    )


def sort(window: MainWindow, rounds: int) -> None:
    """Measure ordering ten thousand rows by protocol."""
    catalog, office = window.parts.catalog, Office(name="Polres Pasaman Barat")
    meeting = Meeting(id="m", attendees=people(ROWS))
    grids: list[GridView] = []

    def floor() -> Callable[[], object]:
        return lambda: sorted(meeting.attendees, key=protocol_key(catalog, office))

    painting: list[float] = []

    def ours() -> Callable[[], object]:
        desk = Desk(Bundle(office=office, meeting=meeting))
        grid = shown_grid(desk, window)
        grids.append(grid)
        return lambda: desk.edit("Urutkan", choose_order("protocol", catalog, office))

    def applied() -> Callable[[], object]:
        desk = Desk(Bundle(office=office, meeting=meeting))
        return lambda: desk.edit("Urutkan", choose_order("protocol", catalog, office))

    def painted() -> Callable[[], object]:
        painting.append(timed(QApplication.processEvents))
        return lambda: None

    median = interleaved({"sorted": floor, "applied": applied, "ours": ours, "painted": painted}, rounds)
    assert all(grid.records.records[0].position == "Kapolres" for grid in grids)
    base = median["sorted"]
    print(
        f"sort {ROWS} rows by protocol: sorted() {base * 1000:5.1f} ms | ordered and applied, with undo step "
        f"{median['applied'] / base:4.2f} x sorted() (at most 1.5) | with the table's rows moved "
        f"{median['ours'] / base:4.2f} x | painting what is in sight {statistics.median(painting) * 1000:4.1f} ms"
    )


def busy_until(end: float) -> float:
    """Let the window work until a moment; the longest time that it did not answer, in seconds."""
    longest = 0.0
    while True:
        start = time.perf_counter()
        QApplication.processEvents()
        now = time.perf_counter()
        longest = max(longest, now - start)
        if now >= end:
            return longest
        time.sleep(0.001)


class Typist:
    """Strikes keys at a person's pace: quick inside a word, slower after a cell, now and then a rest.

    A key that is due while the window is busy waits, as it would for a person, and the waiting is counted.
    """

    def __init__(self) -> None:
        self._gaps = Random(7)
        self._due = time.perf_counter()
        self.times: list[float] = []

    def strike(self, key: str | Qt.Key) -> None:
        """Strike a key when it is due; what counts lasts until it has been handled and painted."""
        busy_until(self._due)
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        QApplication.processEvents()
        self.times.append(time.perf_counter() - self._due)
        rest = self._gaps.choice((0.1, 0.2, 0.45, 1.2)) if isinstance(key, Qt.Key) else 0
        self._due = time.perf_counter() + self._gaps.uniform(0.03, 0.12) + rest

    def pause(self, seconds: float) -> None:
        """Let the window come to rest."""
        self._due = time.perf_counter() + seconds


def keystrokes(window: MainWindow, rows: int, cells: int, document: str = "notula") -> None:
    """Type posts into one row after the other in the middle of the list, with the preview of a document on."""
    window.parts.desk.open(Bundle(meeting=Meeting(id="m", title="Rakor", attendees=people(rows))))
    window.activateWindow()
    window.show_workspace_page("hadirin")
    window.furniture.workspace.side.show_tab(document)
    page = window.furniture.workspace.page("hadirin")
    grid: GridView = page.grid  # type: ignore[attr-defined]
    busy_until(time.perf_counter() + 3)
    grid.go_to(rows // 2, grid.records.column_of("position"))
    typist = Typist()
    typist.pause(0.5)
    for number in range(cells):
        for letter in TYPED[number % len(TYPED)]:
            typist.strike(letter)
        typist.strike(Qt.Key.Key_Return)
    ordered = sorted(typist.times)
    p50, p99 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    print(
        f"keys in {rows:>6} rows, preview of {document} on: {len(ordered)} keys, p50 {p50 * 1000:5.2f} ms, "
        f"p99 {p99 * 1000:5.2f} ms (at most 16), longest {ordered[-1] * 1000:5.2f} ms"
    )


def main() -> None:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        window = root.build(root.application(), Path(folder))
        window.resize(1366, 728)
        window.show()
        window.furnish()
        window.activateWindow()
        busy_until(time.perf_counter() + 0.5)
        paste(window, 3 if quick else ROUNDS)
        sort(window, 3 if quick else ROUNDS)
        for rows in (1000, ROWS):
            keystrokes(window, rows, 8 if quick else 40)
        keystrokes(window, 1000, 8 if quick else 40, "siaran-pers")
        window.close()
        root.close(window.parts)


if __name__ == "__main__":
    main()
