"""How long every key takes in the draft of a press release that names a thousand people.

Run: ``python benchmarks/draft.py [--quick]``

Keys are typed at a person's pace into the real page, the live preview of the release beside it; what counts is the
time from when a key is due until it is handled and painted, so that composing, reviewing and the preview count too.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from grid import Typist, busy_until, people  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402

from rakor_desktop import app as root  # noqa: E402
from rakor_desktop.domain import codec  # noqa: E402
from rakor_desktop.ui.main_window import MainWindow  # noqa: E402
from rakor_desktop.ui.press.draft_editor import DraftEditor  # noqa: E402

TYPED = ("Pagi ini, ", "yang hadir tepat waktu ", "dan menyimak dengan saksama ", "bersama seluruh peserta ")


def draft_of(window: MainWindow, count: int) -> DraftEditor:
    """Return the draft of a sample meeting, which has six attendees, with so many more, in sight."""
    sample = codec.decode(window.parts.catalog.sample_bytes("pasaman-barat"))
    attendees = (*sample.meeting.attendees, *people(count))
    window.parts.desk.open(replace(sample, meeting=replace(sample.meeting, attendees=attendees)))
    window.show_workspace_page("siaran-pers")
    window.furniture.workspace.side.show_tab("siaran-pers")
    busy_until(time.perf_counter() + 3)
    return next(editor for editor in window.findChildren(DraftEditor) if editor.isVisible())


def keystrokes(window: MainWindow, count: int, paragraphs: int) -> None:
    """Type into one paragraph after the other, with review and preview on."""
    draft = draft_of(window, count)
    keys = [key for key, _ in draft.body.places()]
    typist = Typist()
    typist.pause(0.5)
    for number in range(paragraphs):
        draft.body.go_to_key(keys[number * 7 % len(keys)])
        busy_until(time.perf_counter() + 0.3)
        typist.pause(0.1)
        for letter in TYPED[number % len(TYPED)]:
            typist.strike(letter)
        typist.strike(Qt.Key.Key_Return)
        typist.strike(Qt.Key.Key_Backspace)
    ordered = sorted(typist.times)
    p50, p99 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    print(
        f"keys in a draft of {len(keys)} paragraphs ({6 + count} attendees): {len(ordered)} keys, "
        f"p50 {p50 * 1000:5.2f} ms, p99 {p99 * 1000:5.2f} ms (at most 16), longest {ordered[-1] * 1000:5.2f} ms"
    )


def main() -> None:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer paragraphs")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        window = root.build(root.application(), Path(folder))
        window.resize(1366, 728)
        window.show()
        window.furnish()
        window.activateWindow()
        busy_until(time.perf_counter() + 0.5)
        for count in (0, 1000 - 6):
            keystrokes(window, count, 6 if quick else 24)
        window.close()
        root.close(window.parts)


if __name__ == "__main__":
    main()
