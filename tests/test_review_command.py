"""``rakor review``: any text from a file or a pipe, told in sentences or as JSON."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest

from rakor_desktop.cli import main

FAULTY = "Rapat di ikuti warga, Rabu (15/8/2024).\nPeserta menuju kelokasi.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "naskah.txt"
    file.write_text(FAULTY, "utf-8")
    return file


def test_findings_are_told_with_line_and_reason(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(draft)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith('Peringatan, baris 1, "di ikuti": ')
    assert lines[1].startswith('Galat, baris 1, "Rabu": Hari dan tanggal tidak cocok')
    assert lines[2].startswith('Peringatan, baris 2, "kelokasi": ')


def test_findings_as_json_carry_places_and_remedies(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(draft), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"code", "severity", "start", "end", "text", "message", "remedies"} <= set(rows[0])
    assert FAULTY[rows[0]["start"] : rows[0]["end"]] == rows[0]["text"] == "di ikuti"
    assert rows[0]["remedies"][0]["replacement"] == "diikuti"


def test_strict_fails_on_errors_and_warnings_but_not_on_hints(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(draft), "--strict"]) == 1
    hint = tmp_path / "saran.txt"
    hint.write_text("Sinergitas warga dijaga.", "utf-8")
    capsys.readouterr()
    assert main(["review", str(hint), "--strict"]) == 0
    assert capsys.readouterr().out.startswith("Saran, baris 1")


def test_a_clean_text_has_no_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bersih.txt"
    file.write_text("Rapat berlangsung aman.", "utf-8")
    assert main(["review", str(file), "--strict"]) == 0
    assert capsys.readouterr().out == "Tidak ada temuan.\n"


def test_quotations_are_reviewed_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kutipan.txt"
    file.write_text("“Mari kita himbau warga,” ujar Kapolres.", "utf-8")
    main(["review", str(file)])
    assert "himbau" not in capsys.readouterr().out
    main(["review", str(file), "--quotes"])
    assert "himbau" in capsys.readouterr().out


def test_a_word_file_is_read_by_its_paragraphs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    document.add_paragraph("Rapat di ikuti warga.")
    document.save(str(tmp_path / "naskah.docx"))
    assert main(["review", str(tmp_path / "naskah.docx")]) == 0
    assert '"di ikuti"' in capsys.readouterr().out


def test_standard_input_is_read_by_a_dash(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(FAULTY.encode())))
    assert main(["review", "-"]) == 0
    assert "kelokasi" in capsys.readouterr().out


def test_a_missing_file_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(tmp_path / "tiada.txt")]) == 1
    assert "tidak dapat dibaca" in capsys.readouterr().err
