"""How long and how much memory hostile and faulty templates keep the engine busy before they are refused.

Run: ``python benchmarks/hostile_templates.py [--seconds 2] [--megabytes 300] [NAME ...]`` (Linux: each template is
looked at in a process of its own, whose highest memory counts, the interpreter and the engine included).

A template is opened, checked against the values' type and filled with many values until something is told. The command
fails when a template is taken for good, takes longer than the limit (of computing; other programs do not count), needs
more memory, or ends in anything but the engine's own error.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "word")]

from hostile_templates import CASES, MEGABYTES, SECONDS, told  # noqa: E402


def apart(work: Callable[[], object]) -> object:
    """Run in a process of its own and return what it returns (JSON); the process's error is printed and None."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            os.write(writing, json.dumps(work()).encode())
        except BaseException:  # noqa: BLE001  whatever it is, it is a finding
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    return json.loads(answer) if status == 0 else None


def look_at(path: Path, code: str) -> list[object]:
    """Return seconds of computing, megabytes at most, the faults' first code, and its line."""
    data = path.read_bytes()
    start = time.process_time()
    faults = told(data)
    seconds = time.process_time() - start
    megabytes = int(re.findall(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[0]) / 1024
    codes = [fault.code for fault in faults]
    shown = next((fault for fault in faults if fault.code == code), faults[0] if faults else "")
    return [seconds, megabytes, codes, str(shown)]


def main() -> None:
    """Measure all, print the costly ones, and fail when a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--megabytes", type=float, default=MEGABYTES)
    parser.add_argument("names", nargs="*")
    chosen = parser.parse_args()
    failed, rows = 0, []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.docx"
        for name, (build, code) in CASES.items():
            if chosen.names and name not in chosen.names:
                continue
            apart(lambda build=build: path.write_bytes(build()))  # type: ignore[misc]
            found = apart(lambda code=code: look_at(path, code))  # type: ignore[misc]
            if not isinstance(found, list):
                failed += 1
                print(f"FAILED {name}: ended in an unknown error")
                continue
            seconds, megabytes, codes, line = found
            rows.append((seconds, megabytes, name, line))
            if code not in codes or seconds > chosen.seconds or megabytes > chosen.megabytes:
                failed += 1
                print(f"FAILED {name}: {seconds:.2f} s, {megabytes:.0f} MB, {line or 'taken for good'}")
    for seconds, megabytes, name, line in sorted(rows, reverse=True)[:12]:
        print(f"{seconds:6.2f} s {megabytes:5.0f} MB  {name}: {line[:110]}")
    most = max((row[1] for row in rows), default=0)
    slowest = max((row[0] for row in rows), default=0)
    print(f"{len(rows)} templates, {failed} failures; at most {slowest:.2f} s and {most:.0f} MB")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
