"""The five articles as they were published: every known fault is found, and hardly anything else."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.review.text import TextFinding, review, tidied

HERE = Path(__file__).parent / "data"
ARTICLES = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 22)
FAULTS: list[dict[str, Any]] = tomllib.loads((HERE / "cacat-artikel.toml").read_text("utf-8"))["cacat"]
FALSE: dict[str, list[list[str]]] = tomllib.loads((HERE / "temuan-keliru.toml").read_text("utf-8"))["keliru"]
COUNTS: dict[str, dict[str, int]] = tomllib.loads((HERE / "temuan-keliru.toml").read_text("utf-8"))["jumlah"]


def article(name: str) -> str:
    return (ARTICLES / f"artikel-{name}.txt").read_text("utf-8")


def found_in(name: str, catalog: Catalog) -> tuple[TextFinding, ...]:
    return review(article(name), catalog, today=TODAY, quoted=True)


def place(text: str, part: str, number: int) -> int:
    at = -1
    for _ in range(number):
        at = text.index(part, at + 1)
    return at


@pytest.mark.parametrize("row", FAULTS, ids=lambda row: row["artikel"])
def test_every_known_fault_of_an_article_is_found_at_its_place(row: dict[str, Any], catalog: Catalog) -> None:
    text, findings = article(row["artikel"]), found_in(row["artikel"], catalog)
    missed = []
    for part, code, *number in row["temuan"]:
        start = place(text, part, *(number or [1]))
        end = start + len(part)
        if not any(f.code == code and f.start < end and start < f.end for f in findings):
            missed.append((part, code))
    assert not missed


@pytest.mark.parametrize("name", sorted(row["artikel"] for row in FAULTS))
def test_an_article_has_at_most_one_false_finding_per_hundred_words(name: str, catalog: Catalog) -> None:
    findings = found_in(name, catalog)
    false = [f for f in findings if [f.code, f.text] in FALSE.get(name, [])]
    assert len(false) <= len(article(name).split()) / 100
    assert [[f.code, f.text] for f in false] == FALSE.get(name, []), "a false finding is gone: take it from the list"


@pytest.mark.parametrize("name", sorted(row["artikel"] for row in FAULTS))
def test_the_findings_of_an_article_are_those_that_were_judged_by_hand(name: str, catalog: Catalog) -> None:
    counted: dict[str, int] = {}
    for finding in found_in(name, catalog):
        counted[finding.code] = counted.get(finding.code, 0) + 1
    assert counted == COUNTS[name], "judge the new findings by hand, then mend the rule or the numbers"


def test_words_between_quotation_marks_are_left_alone_unless_asked_for(catalog: Catalog) -> None:
    asked = {f.text for f in found_in("pasaman-barat", catalog)}
    unasked = {f.text for f in review(article("pasaman-barat"), catalog, today=TODAY)}
    assert "kondusifitas" in asked
    assert "kondusifitas" not in unasked


def test_the_sure_remedies_alone_make_an_article_much_cleaner(catalog: Catalog) -> None:
    mended = tidied(article("lahat"), catalog, today=TODAY)
    for right in (
        "diikuti oleh",
        "Wabup Lahat",
        "pasca-Lebaran",
        "tempat-tempat wisata yang nantinya",
        "S.I.K., M.T.",
        "menaati",
    ):
        assert right in mended
    assert "Listrik Sigit Prabowo" in mended, "a name is never mended in bulk"


def test_a_comma_that_goes_leaves_the_words_apart(catalog: Catalog) -> None:
    mended = tidied(article("pasaman-barat"), catalog, today=TODAY)
    assert "menjelaskan bahwa kegiatan ini" in mended
