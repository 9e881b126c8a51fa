"""The Open XML SDK accepts every filled template."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from filled_templates import FOLDERS, ROOT, empty, fill, full

TOOL = ROOT / "packaging" / "validator"
SCRIPT = TOOL / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
NODE = shutil.which("node")
MISSING = (
    "node is not installed"
    if NODE is None
    else f"not installed: npm install --ignore-scripts --no-package-lock in {TOOL.relative_to(ROOT)}"
)

ONE_OF_EACH = (
    *("notula/polri", "notula/pemda", "daftar-hadir/umum", "siaran-pers/umum", "laporan-whatsapp/umum"),
    *("undangan/polri", "laporan-hasil/pemda", "petikan-arahan/tni", "tindak-lanjut/umum", "dokumentasi/polri-empat"),
)
FORMS = [folder for folder in FOLDERS if folder in ONE_OF_EACH or folder.endswith(("/polri", "/pemda", "/polos"))]
"""Army and other forms are made of the same pieces as these."""
CASES = [
    *[(folder, "full", "a4") for folder in FORMS],
    *[(folder, "empty", "f4") for folder in ONE_OF_EACH],
]


@pytest.mark.skipif(NODE is None or not SCRIPT.is_file(), reason=f"Open XML validator {MISSING}")
@pytest.mark.parametrize(("folder", "values", "paper"), CASES)
def test_a_filled_template_is_valid_for_word(tmp_path: Path, folder: str, values: str, paper: str) -> None:
    document = tmp_path / "document.docx"
    document.write_bytes(fill(folder, full(folder) if values == "full" else empty(folder), paper))
    command = [str(NODE), str(SCRIPT), str(document), "--officeVersion", "Office2016"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
