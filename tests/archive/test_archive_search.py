from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from archive_samples import bundle
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rakor_desktop.archive import Archive, search
from rakor_desktop.domain.meeting import Attendee, Held, Item

HOSTILE = [
    '"',
    "*",
    "(",
    "a OR",
    "NEAR(a b, 2)",
    "title:",
    "-",
    "^x",
    "a AND NOT",
    "'; DROP TABLE meeting; --",
    "\0",
    "%",
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lintas", True),
        ("LINTAS sekt", True),
        ("agung kapolres", True),
        ("893 tps patro", True),
        ("simpang", True),
        ("lin sektoral", False),
        ("Jumlah", False),
        ("", False),
        ("   ", False),
    ],
)
def test_all_words_must_be_there_and_the_last_one_may_be_unfinished(archive: Archive, typed: str, found: bool) -> None:
    archive.save(bundle(), None)
    assert [entry.id for entry in archive.search(typed)] == (["m1"] if found else [])


def test_the_found_passage_is_shown_with_its_words_marked(archive: Archive) -> None:
    archive.save(bundle(), None)
    assert archive.search("patroli")[0].snippet == "Tingkatkan [patroli] di 893 TPS"


def test_a_long_passage_is_cut_to_the_words_around_what_was_found(archive: Archive) -> None:
    long = "kata " * 60 + "sebelum patroli malam " + "sesudah " * 60
    archive.save(bundle(items=(Item(id="i", text="baris lain"), Item(id="j", text=long.strip())), attendees=()), None)
    snippet = archive.search("malam patrol")[0].snippet
    assert snippet.startswith("…kata")
    assert "sebelum [patroli] [malam] sesudah" in snippet
    assert snippet.endswith("sesudah…")
    assert len(snippet) < 150


def test_accents_and_apostrophes_do_not_hide_a_meeting(archive: Archive) -> None:
    archive.save(bundle(title="Rapat Jum'at Malam di Café"), None)
    assert archive.search("jum'at")[0].snippet == "Rapat [Jum]'[at] Malam di Café"
    assert archive.search("cafe")[0].snippet == "Rapat Jum'at Malam di [Cafe]"


def test_a_title_hit_comes_before_a_hit_in_the_text(archive: Archive) -> None:
    archive.save(bundle("teks", items=(Item(id="i", text="persiapan ketupat " + "kata lain " * 30),)), None)
    archive.save(bundle("judul", title="Rapat Ketupat"), None)
    assert [entry.id for entry in archive.search("ketupat")] == ["judul", "teks"]


def test_an_edit_replaces_what_is_found(archive: Archive) -> None:
    archive.save(bundle(), None)
    archive.save(bundle(title="Rapat Evaluasi", attendees=(Attendee(id="a1", name="Budi"),)), 1)
    assert archive.search("agung") == () != archive.search("evaluasi budi")


@pytest.mark.parametrize("typed", HOSTILE)
def test_signs_in_the_search_field_have_no_power(archive: Archive, typed: str) -> None:
    archive.save(bundle(), None)
    archive.search(typed)
    assert archive.search(f"lintas {typed}") in ((), archive.search("lintas"), archive.search("lintas a"))
    assert archive.count() == 1


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=40))
def test_no_text_at_all_makes_the_search_stumble(archive: Archive, typed: str) -> None:
    assert archive.search(typed) == ()


def test_very_common_words_give_the_newest_meetings(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "RANKED", 5)
    for number in (3, 1, 7, 5, 2, 6, 4, 0):
        held = Held(date=date(2024, 1, 1) + timedelta(days=number))
        archive.save(replace(bundle(f"m{number}"), meeting=replace(bundle(f"m{number}").meeting, held=held)), None)
    assert [entry.id for entry in archive.search("rapat", limit=3)] == ["m7", "m6", "m5"]


def test_opening_and_listing_need_neither_the_codec_nor_pillow(tmp_path: Path) -> None:
    import subprocess

    with Archive.open(tmp_path / "arsip.db") as archive:
        archive.save(bundle(), None)
    script = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "from rakor_desktop.archive import Archive\n"
        f"archive = Archive.open({str(tmp_path / 'arsip.db')!r})\n"
        "assert len(archive.recent()) == 1 == len(archive.search('rapat'))\n"
        "print(sorted({'msgspec', 'PIL', 'docx', 'jinja2', 'lxml', 'PySide6'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
