"""The command line as a script uses it: real processes, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.paths import DATA_VARIABLE
from tests.conftest import SAMPLES

Run = subprocess.CompletedProcess[str]


def rakor(*args: str | Path, given: str | bytes = "") -> Run:
    data = given.encode() if isinstance(given, str) else given
    command = [sys.executable, "-m", "rakor_desktop", *map(str, args)]
    done = subprocess.run(
        command, input=data, capture_output=True, timeout=120, env={**os.environ, "PYTHONUTF8": "1"}, check=False
    )
    return subprocess.CompletedProcess(args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def pasaman() -> dict[str, Any]:
    done = rakor("sample", "pasaman-barat")
    assert done.returncode == 0
    bundle: dict[str, Any] = json.loads(done.stdout)
    return bundle


def one_indonesian_line(done: Run, *words: str) -> None:
    assert done.returncode == 1
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in lines[0]


def test_sample_lists_the_five_meetings() -> None:
    assert rakor("sample").stdout.split() == sorted(SAMPLES)


def test_an_unknown_sample_is_told_with_the_known_ones() -> None:
    one_indonesian_line(rakor("sample", "mars"), "mars", "lahat")


def test_a_bundle_from_standard_input_becomes_a_word_file(pasaman: dict[str, Any], tmp_path: Path) -> None:
    target = tmp_path / "notula.docx"
    done = rakor("export", "-", "--document", "notula", "--to", target, given=json.dumps(pasaman))
    assert done.stderr == ""
    assert done.returncode == 0
    with zipfile.ZipFile(target) as package:
        text = package.read("word/document.xml").decode()
    assert "AGUNG TRIBAWANTO, S.I.K." in text
    assert "Kamis, 15 Agustus 2024" in text


@pytest.mark.parametrize("document", ["notula", "daftar-hadir", "siaran-pers", "laporan-whatsapp"])
@pytest.mark.parametrize("suffix", [".docx", ".txt", ".html"])
def test_each_document_comes_in_each_format(
    document: str, suffix: str, pasaman: dict[str, Any], tmp_path: Path
) -> None:
    source = tmp_path / "rapat.json"
    source.write_text(json.dumps(pasaman), encoding="utf-8")
    target = tmp_path / f"hasil{suffix}"
    done = rakor("export", source, "--document", document, "--to", target)
    assert done.returncode == 0, done.stderr
    data = target.read_bytes()
    assert data.startswith(b"PK") if suffix == ".docx" else "Tribawanto" in data.decode()


def test_an_office_file_takes_the_place_of_the_bundles_office(pasaman: dict[str, Any], tmp_path: Path) -> None:
    office = {**pasaman["office"], "minutes_label": "NOTULA", "letterhead": {"lines": ["KANTOR LAIN"]}}
    (tmp_path / "kantor.json").write_text(json.dumps(office), encoding="utf-8")
    target = tmp_path / "n.txt"
    done = rakor(
        "export", "-", "--document", "notula", "--office", tmp_path / "kantor.json", "--to", target,
        given=json.dumps(pasaman),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    text = target.read_text(encoding="utf-8")
    assert "KANTOR LAIN" in text
    assert "NOTULA" in text
    assert "KEPOLISIAN NEGARA" not in text


def test_check_prints_findings_as_json_and_strict_tells_by_exit_code(pasaman: dict[str, Any]) -> None:
    done = rakor("check", "-", "--json", given=json.dumps(pasaman))
    assert done.returncode == 0
    findings = json.loads(done.stdout)
    assert findings
    for finding in findings:
        assert set(finding) == {"code", "severity", "where", "message", "remedy"}
    assert rakor("check", "-", "--strict", given=json.dumps(pasaman)).returncode == 1


def test_the_schema_describes_what_samples_hold() -> None:
    schema = json.loads(rakor("schema").stdout)
    meeting = schema["$defs"]["Meeting"]["properties"]
    assert {"title", "held", "venue", "leader_ids", "attendees", "items", "figures", "releases"} <= set(meeting)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ('{"meeting": ', ("rusak", "baris 1")),
        ('{"schema": 99}', ("schema", "perbarui")),
        ('{"meeting": {"title": "\\ud800"}}', ("meeting.title",)),
        ('{"meeting": {"attendees": [{"name": 5}]}}', ("meeting.attendees[0].name", "teks")),
        ('{"meeting": {"held": {"date": "besok"}}}', ("meeting.held.date", "tanggal")),
        ('{"meeting": {"attendees": [{"nama": "x"}]}}', ("meeting.attendees[0].nama",)),
        ("[]", ("bukan berkas rapat",)),
        ("", ("rusak",)),
        (b"\xff\xfe", ("UTF-8",)),
    ],
)
def test_bad_input_gets_one_line_that_names_the_field(given: str | bytes, words: tuple[str, ...]) -> None:
    one_indonesian_line(rakor("check", "-", given=given), *words)


def test_a_bundle_of_fifty_megabytes_is_refused_in_one_line() -> None:
    huge = '{"meeting": {"title": "' + "x" * 50_000_000 + '"}}'
    one_indonesian_line(rakor("check", "-", given=huge), "MB")


def test_wrong_usage_exits_with_two(pasaman: dict[str, Any], tmp_path: Path) -> None:
    assert rakor("export", "-").returncode == 2
    assert rakor("terbang").returncode == 2
    done = rakor("export", "-", "--document", "puisi", "--to", tmp_path / "x.docx", given=json.dumps(pasaman))
    assert done.returncode == 2
    assert "puisi" in done.stderr


def test_an_unknown_format_or_template_or_file_is_told_and_writes_nothing(
    pasaman: dict[str, Any], tmp_path: Path
) -> None:
    given = json.dumps(pasaman)
    one_indonesian_line(
        rakor("export", "-", "--document", "notula", "--to", tmp_path / "n.odt", given=given), ".docx"
    )
    one_indonesian_line(
        rakor("export", "-", "--document", "notula", "--template", "x", "--to", tmp_path / "n.docx", given=given),
        "polri",
    )
    one_indonesian_line(rakor("check", tmp_path / "tiada.json"), "tiada.json", "tidak ada")
    one_indonesian_line(
        rakor("export", "-", "--document", "notula", "--to", tmp_path / "tiada" / "n.docx", given=given), "folder"
    )
    assert list(tmp_path.iterdir()) == []


def test_template_check_finds_nothing_in_ours_and_names_the_place_in_a_broken_one(tmp_path: Path) -> None:
    from rakor_desktop.desk.documents import word_file

    entry = Catalog.load().template("notula/polri")
    assert entry is not None
    shipped = word_file(entry, "A4")
    assert rakor("template", "check", shipped, "--document", "notula").returncode == 0
    broken = tmp_path / "rusak.docx"
    with zipfile.ZipFile(shipped) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert b"hari_tanggal" in data
                data = data.replace(b"hari_tanggal", b"hari_tangal")
            target.writestr(name, data)
    done = rakor("template", "check", broken, "--document", "notula")
    assert done.returncode == 1
    assert "hari_tangal" in done.stderr
    assert "hari_tanggal" in done.stderr


def test_the_installed_program_tests_itself() -> None:
    done = rakor("self-test")
    assert done.returncode == 0, done.stdout
    assert "GAGAL" not in done.stdout
    templates = Catalog.load().templates
    assert {"notula/polri", "notula/pemda", "daftar-hadir/umum", "siaran-pers/umum", "laporan-whatsapp/umum"} <= {
        entry.key for entry in templates
    }
    assert done.stdout.count(".docx") == len(SAMPLES) * len(templates)


@pytest.mark.parametrize("command", [(), ("export",), ("check",), ("template",), ("template", "check")])
def test_the_help_is_in_indonesian(command: tuple[str, ...]) -> None:
    done = rakor(*command, "--help")
    assert done.returncode == 0
    assert "pemakaian:" in done.stdout
    for english in ("usage:", "options:", "positional", "show this", "optional"):
        assert english not in done.stdout
    wrong = rakor("export")
    assert wrong.returncode == 2
    assert "usage" not in wrong.stderr
    assert "required" not in wrong.stderr


def test_a_release_of_a_secret_meeting_is_made_only_when_somebody_answers_for_it(
    pasaman: dict[str, Any], tmp_path: Path
) -> None:
    secret = json.dumps({**pasaman, "meeting": {**pasaman["meeting"], "classification": "R"}})
    target = tmp_path / "siaran.txt"
    asked = ("export", "-", "--document", "siaran-pers", "--to", target)
    one_indonesian_line(rakor(*asked, given=secret), "RAHASIA", "memastikan")
    assert not target.exists()
    assert rakor("export", "-", "--document", "notula", "--to", tmp_path / "n.txt", given=secret).returncode == 0
    done = rakor(*asked, "--answered-by", "AKBP Rina", given=secret)
    assert done.returncode == 0, done.stderr
    assert "Tribawanto" in target.read_text(encoding="utf-8")


def test_styles_of_the_users_own_folder_are_known(
    pasaman: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "data" / "resources" / "press"
    own.mkdir(parents=True)
    (own / "portal-kita.toml").write_text('nama = "Portal Kita"\n[judul]\nhuruf = "kapital"\n', encoding="utf-8")
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    target = tmp_path / "siaran.txt"
    asked = ("export", "-", "--document", "siaran-pers", "--style", "portal-kita", "--to", target)
    done = rakor(*asked, given=json.dumps(pasaman))
    assert done.returncode == 0, done.stderr
    headline = target.read_text(encoding="utf-8").splitlines()[0]
    assert headline == headline.upper()
