"""``rakor read``: a list on the command line becomes JSON, or one Indonesian sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.reading.office_files import workbook

KEYS = {"attendees", "groups", "unread", "notes"}
PERSON = {
    *("rank", "front", "name", "back", "position", "institution", "represents", "represented_name"),
    *("service_no", "role", "presence", "doubts", "start", "end"),
}


def rakor_read(place: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "rakor_desktop", "read", str(place)]
    return subprocess.run(
        command, input=given, capture_output=True, timeout=60, env={**os.environ, "PYTHONUTF8": "1"}, check=False
    )


def found(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    assert done.stderr == b""
    assert done.returncode == 0
    read: dict[str, Any] = json.loads(done.stdout)
    assert set(read) == KEYS
    return read


def refused(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 1
    assert done.stdout == b""
    (sentence,) = done.stderr.decode().splitlines()
    return sentence


def test_a_person_on_standard_input_is_printed_with_all_fields_and_its_place() -> None:
    typed = "AKBP Agung Tribawanto SIK, Kapolres Pasaman Barat"
    (person,) = found(rakor_read("-", typed.encode()))["attendees"]
    assert set(person) == PERSON
    assert (person["rank"], person["name"], person["back"]) == ("AKBP", "Agung Tribawanto", ["S.I.K."])
    assert person["position"] == "Kapolres Pasaman Barat"
    assert (person["role"], person["presence"]) == ("participant", "present")
    assert typed[person["start"] : person["end"]] == typed


def test_a_workbook_on_standard_input_or_as_a_file_is_read_alike(tmp_path: Path) -> None:
    rows = [["No", "Nama", "Pangkat", "Jabatan", "Ket"], [1, "Budi Santoso", "Kapitan", "Camat Hilir", "bawa laptop"]]
    rows.append([2, "", "", "Dandim 0305/Pasaman", ""])
    data = workbook(rows)
    file = tmp_path / "daftar hadir.xlsx"
    file.write_bytes(data)
    read = found(rakor_read(file))
    assert read == found(rakor_read("-", data))
    assert read["groups"][0]["name"] == "Dandim 0305/Pasaman"
    assert [one["text"] for one in read["unread"]] == ["bawa laptop"]
    (doubt,) = read["attendees"][0]["doubts"]
    assert set(doubt) == {"field", "reason", "proposal"}


def test_notes_of_the_intake_are_printed() -> None:
    (note,) = found(rakor_read("-", "AKBP Agung – “Kapolres”".encode("cp1252")))["notes"]
    assert "Windows-1252" in note


def test_what_cannot_be_read_is_one_indonesian_line(tmp_path: Path) -> None:
    assert "masukan baku" in refused(rakor_read("-", b"\x89PNG\r\n\x1a\n"))
    assert "gambar" in refused(rakor_read("-", b"\x89PNG\r\n\x1a\n"))
    assert "0 bita" in refused(rakor_read("-", b""))
    assert "tidak ditemukan" in refused(rakor_read(tmp_path / "tiada.docx"))
    assert "folder" in refused(rakor_read(tmp_path))


def test_the_command_is_explained_in_indonesian() -> None:
    help_text = subprocess.run(
        [sys.executable, "-m", "rakor_desktop", "read", "-h"], capture_output=True, timeout=60, check=True
    ).stdout.decode()
    assert "baca daftar hadir" in help_text
    assert "masukan baku" in help_text
