"""The data of the review: read strictly, and sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.reader import DataFileError
from rakor_desktop.catalog.review_words import ReviewWords, joined, review_words_of

HEAD = 'keyakinan = "sedang"\nsumber = ["uji"]\n'
PATTERN = '[[pola]]\nkode = "uji"\npola = {}\nganti = [{}]\ncara = "otomatis"\npesan = "Ganti kata ini."\n'


def read(tmp_path: Path, text: str) -> ReviewWords:
    file = tmp_path / "uji.toml"
    file.write_text(HEAD + text, "utf-8")
    return review_words_of(file)


def test_a_pattern_fills_its_replacement_from_what_it_found(tmp_path: Path) -> None:
    (rule,) = read(tmp_path, PATTERN.format(r"'jam (\d+)'", r"'pukul \1'")).patterns
    match = rule.pattern.search("mulai jam 9")
    assert match is not None
    assert rule.replaced(match) == ("pukul 9",)


def test_a_list_holds_words_or_pairs(tmp_path: Path) -> None:
    words = read(tmp_path, '[[daftar]]\nnama = "a"\nkata = "satu dua"\n[[daftar]]\nnama = "b"\nkata = "x=yang satu"\n')
    assert words.words("a") == {"satu", "dua"}
    assert words.pairs("b") == {"x": "yang satu"}
    assert words.words("tiada") == frozenset()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (PATTERN.format("'('", "'x'"), "ungkapan reguler salah"),
        (PATTERN.format("'a*'", "'x'"), "cocok dengan teks kosong"),
        (PATTERN.format("'a'", r"'\1'"), "kelompok yang tidak ada"),
        (PATTERN.format("'a'", "'x'") + 'warna = "biru"\n', "isian tidak dikenal"),
    ],
)
def test_a_broken_pattern_is_refused_with_its_place(tmp_path: Path, row: str, fault: str) -> None:
    with pytest.raises(DataFileError, match=fault):
        read(tmp_path, row)


def test_a_users_file_adds_to_the_shipped_words_and_a_broken_one_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "review"
    folder.mkdir(parents=True)
    (folder / "kami.toml").write_text(HEAD + PATTERN.format("'zxq'", "'y'"), "utf-8")
    (folder / "rusak.toml").write_text("pola = [", "utf-8")
    catalog = Catalog.load(user=tmp_path)
    assert "zxq" in {rule.pattern.pattern for rule in catalog.review_words.patterns}
    assert len(catalog.problems) == 1


def test_shipped_messages_are_whole_sentences_and_secrets_are_never_mended_in_bulk(catalog: Catalog) -> None:
    for rule in catalog.review_words.patterns:
        assert rule.message[0].isupper()
        assert rule.message.endswith(".")
        assert rule.message.count(".") >= 2, "what and why, then what to do"
        assert not (rule.family == "rahasia" and rule.mode == "auto")
    assert len(catalog.review_words.questions) == 7


def test_lists_of_one_name_are_joined() -> None:
    left, right = ReviewWords(lists={"a": ("x",)}), ReviewWords(lists={"a": ("y", "x")})
    assert joined((left, right)).lists["a"] == ("x", "y")
