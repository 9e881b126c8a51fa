"""Counting and comparing a draft's words, and the text that is reviewed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.compose.draft import DraftParagraph, FactRef
from rakor_desktop.desk.proofing import mark_of
from rakor_desktop.review.text import Remedy, TextFinding
from rakor_desktop.ui.press.draft_sheet import Sheet
from rakor_desktop.ui.press.draft_sources import key_for, origin_at, origins
from rakor_desktop.ui.press.draft_words import clean, differing, plain, tally


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Rapat dimulai. Semua hadir.", 2),
        ("Hadir Kapolres AKBP Agung, S.I.K. dan H. Ahmad dari TPS No. 3.", 1),
        ("“Kami siap,” ujar Kapolres. Benarkah? Ya!", 3),
        ("Tanpa titik", 1),
    ],
)
def test_sentences_are_counted_past_titles_and_abbreviations(text: str, sentences: int) -> None:
    assert tally([text]).sentences == sentences


def test_a_tally_tells_words_and_minutes() -> None:
    assert tally([]).told == "Belum ada kata"
    assert tally(["satu dua tiga.", "", "empat."]).told == "4 kata · 2 kalimat · dibaca ± 1 menit"
    assert tally(["kata " * 540]).minutes == 3


def test_only_the_words_that_differ_are_marked() -> None:
    before, after = differing("Rapat hari Kamis (15/8/2024) di aula.", "Rapat hari Jumat (16/8/2024) di aula.")
    assert [s.text.strip() for s in before if s.differs] == ["Kamis (15/8/2024)"]
    assert [s.text.strip() for s in after if s.differs] == ["Jumat (16/8/2024)"]


@given(one=st.text(), other=st.text())
def test_stretches_make_up_the_whole_text(one: str, other: str) -> None:
    left, right = differing(one, other)
    assert "".join(s.text for s in left).split() == one.split()
    assert "".join(s.text for s in right).split() == other.split()


@given(st.text())
def test_pasted_words_hold_no_foreign_signs_and_lose_none(text: str) -> None:
    made = plain(text)
    assert not set(made) & set("\r\t\xa0\u2028\u2029\v\f\ufffc")
    assert clean(clean(made)) == clean(made)
    unseen = {letter for letter in text if unicodedata.category(letter) == "Cc" and not letter.isspace()}
    unseen |= set("\ufffc\u200b\ufeff")
    assert made.split() == "".join(letter for letter in text if letter not in unseen).split()
    assert not unseen & set(made)


def finding(text: str, words: str, code: str = "ejaan") -> TextFinding:
    at = text.index(words)
    return TextFinding(code, "warning", at, at + len(words), words, "…", (Remedy("Ganti", "y"),), sure=True)


def test_findings_come_to_stand_in_headline_and_body() -> None:
    sheet = Sheet("Judul besar", "Lubuk – ", "Satu dua.\n\nTiga empat.")
    assert sheet.text.startswith("Judul besar\n\nLubuk – Satu dua.\n\nTiga empat.")
    placed = sheet.placed([finding(sheet.text, word) for word in ("besar", "dua", "empat", "Lubuk")])
    assert [(p.place, p.local.start, p.local.text) for p in placed] == [
        ("headline", 6, "besar"),
        ("body", 5, "dua"),
        ("body", 16, "empat"),
    ]


def test_a_finding_beyond_its_paragraph_is_cut_and_has_no_remedy() -> None:
    sheet = Sheet("", "Lubuk – ", "Satu dua.")
    (placed,) = sheet.placed([finding(sheet.text, "Lubuk – Satu")])
    assert (placed.local.start, placed.local.text, placed.local.remedies, placed.local.sure) == (0, "Satu", (), False)


def test_ignored_findings_are_left_out() -> None:
    sheet = Sheet("", "", "Satu dua.")
    found = finding(sheet.text, "dua")
    assert sheet.placed([found], [mark_of(found)]) == ()


def test_a_place_in_a_paragraph_leads_to_the_fact_that_stands_there() -> None:
    paragraph = DraftParagraph(
        "lead",
        "Polres menggelar rakor di Aula.",
        (FactRef("organiser", "Polres"), FactRef("venue.place", "Aula"), FactRef("catalog/operations/X", "rakor")),
    )
    assert origin_at(paragraph, paragraph.text, 28) == "venue.place"
    assert origin_at(paragraph, paragraph.text, 12) == "organiser"
    assert [origin.name for origin in origins(paragraph)] == ["Penyelenggara: Polres", "Tempat: Aula"]
    item = DraftParagraph("item:i1", "Isi.", (FactRef("items/i1/text", "Isi"),))
    assert key_for((paragraph, item), "items/i1/quote") == "item:i1"
    assert key_for((paragraph, item), "items/i2/text") == ""
