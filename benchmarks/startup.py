"""Time from process start to the first paint: the program with the sample archive against a bare QMainWindow.

Both start in fresh processes, one after the other in turn, so that noise falls on both; the medians and their ratio are
printed, and which heavy modules had been imported before the first paint. Run it from the source tree:

    python benchmarks/startup.py [--runs 15]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("docx", "jinja2", "PIL", "lxml", "msgspec")
GOAL = 1.5
ENV = {
    **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},  # installed programs run from bytecode
    "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
}

_PAINT = """
import sys, time
from PySide6.QtCore import QEvent, QObject
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            seen = [name for name in {heavy!r} if name in sys.modules]
            print(repr(time.time()), ",".join(seen), flush=True)
            import os
            os._exit(0)
        return False
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 720)
first = First()
window.installEventFilter(first)
window.show()
app.exec()
"""
_PROGRAM = """
from pathlib import Path
from rakor_desktop import app as root
app = root.application()
window = root.frame(app, Path(sys.argv[1]))
window.resize(1280, 720)
first = First()
window.home.installEventFilter(first)
window.show()
app.exec()
"""
_FIRST_DAY = """
import sys
from pathlib import Path
from rakor_desktop import app as root
app = root.application()
window = root.build(app, Path(sys.argv[1]))
root.put_samples(window.parts)
window.show()
app.processEvents()
window.close()
root.close(window.parts)
"""


def started(code: str, folder: Path) -> tuple[float, str]:
    """Start a process; seconds to its first paint, and the heavy modules it had imported by then."""
    before = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _PAINT.format(heavy=HEAVY) + code, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=ENV,
    )
    moment, _, modules = done.stdout.strip().partition(" ")
    return float(moment) - before, modules


def prepare(folder: Path) -> None:
    """A data folder as a user finds it on the second day: sample meetings, the window's size remembered."""
    subprocess.run([sys.executable, "-c", _FIRST_DAY, str(folder)], capture_output=True, check=True, cwd=ROOT, env=ENV)


def main() -> int:
    """Measure, print, and fail when a document library was loaded too early or the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        bare, ours, early = [], [], set()
        for turn in range(runs + 1):
            one, _ = started(_BARE, folder)
            other, modules = started(_PROGRAM, folder)
            early.update(m for m in modules.split(",") if m)
            if turn:  # the first turn only warms the disk cache
                bare.append(one)
                ours.append(other)
    ratio = statistics.median(ours) / statistics.median(bare)
    paired = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
    print(f"bare QMainWindow   median {statistics.median(bare) * 1000:6.0f} ms   best {min(bare) * 1000:6.0f} ms")
    print(f"Rakor Desktop      median {statistics.median(ours) * 1000:6.0f} ms   best {min(ours) * 1000:6.0f} ms")
    print(f"ratio {ratio:.2f} (paired {paired:.2f}, of the best {min(ours) / min(bare):.2f}), goal {GOAL}")
    print(f"imported before the first paint, of {', '.join(HEAVY)}: {', '.join(sorted(early)) or 'none'}")
    return 0 if ratio <= GOAL and not early - {"msgspec"} else 1


if __name__ == "__main__":
    sys.exit(main())
