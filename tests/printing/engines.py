"""Programs that stand where LibreOffice would: they behave well, hang, fail, or leave others running."""

from __future__ import annotations

import sys
from pathlib import Path

PDF = Path(__file__).with_name("two_pages.pdf")

_GOOD = """
import pathlib, shutil, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
for source in sys.argv[sys.argv.index("--outdir") + 2:]:
    shutil.copy({pdf!r}, folder / (pathlib.Path(source).stem + ".pdf"))
"""
_HANGING = """
import os, pathlib, subprocess, sys, time
if "--version" not in sys.argv:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    pathlib.Path({trace!r}).write_text(f"{{os.getpid()}} {{child.pid}}")
    time.sleep(600)
"""
_FAILING = """
import sys
print("out of order")
sys.exit(1)
"""


def good(folder: Path, version: str = "") -> Path:
    """A program that makes the same two pages of everything; its version as an installation on Windows tells it."""
    return _script(folder, "good", _GOOD.format(pdf=str(PDF)), version)


def hanging(folder: Path) -> Path:
    """A program that starts another one and then does nothing; their numbers are in the file ``trace``."""
    return _script(folder, "hanging", _HANGING.format(trace=str(folder / "trace")), "9.9")


def failing(folder: Path) -> Path:
    """A program that gives up at once."""
    return _script(folder, "failing", _FAILING, "9.9")


def _script(folder: Path, name: str, text: str, version: str) -> Path:
    home = folder / name
    home.mkdir(parents=True, exist_ok=True)
    program = home / "soffice"
    program.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
    program.chmod(0o755)
    if version:
        (home / "version.ini").write_text(f"[Version]\nMsiProductVersion={version}.1.2\n", encoding="utf-8")
    return program
