"""Command: ``python packaging/make_templates`` writes the templates of the source tree (or of a folder named)."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[0] = str(HERE.parent)  # so that the folder is importable as the package it is

from make_templates.build import build  # noqa: E402  (the path must stand first)

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "templates"
    for path in build(target):
        print(f"{path}  {path.stat().st_size:,} bytes")
