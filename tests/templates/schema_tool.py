"""The Open XML SDK's validator, many files at a time."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOOL = Path(__file__).resolve().parent.parent.parent / "packaging" / "validator"
OFFICE = "Office2016"
SECONDS = 120


def program() -> Path | None:
    """The validator's own program: it takes one file a call, so the wrapper in node is spared."""
    system = {"win32": "win32", "darwin": "darwin"}.get(sys.platform, "linux")
    machine = "arm64" if platform.machine().casefold() in ("arm64", "aarch64") else "x64"
    name = "ooxml-validator.exe" if system == "win32" else "ooxml-validator"
    found = TOOL / "node_modules" / "@xarsh" / f"ooxml-validator-{system}-{machine}" / name
    return found if found.is_file() else None


MISSING = f"not installed: npm install --ignore-scripts --no-package-lock in {TOOL.name}"


def schema_faults(files: Iterable[Path], jobs: int = 0) -> dict[Path, list[str]]:
    """The findings of each file, none for a valid one. Raises :class:`RuntimeError` when the tool fails."""
    validator = program()
    if validator is None:
        raise RuntimeError(MISSING)

    def one(file: Path) -> list[str]:
        command = [str(validator), str(file), OFFICE]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
        if done.returncode or not done.stdout.strip():
            raise RuntimeError(f"{file.name}: {done.stderr or done.stdout}")
        told = json.loads(done.stdout)
        return [f"{each.get('path')} {each.get('xPath')}: {each.get('description')}" for each in told["errors"]]

    every = list(files)
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        return dict(zip(every, pool.map(one, every), strict=True))
