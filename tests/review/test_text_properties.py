"""What holds for any text whatever: reviewing never fails, and mending touches nothing but what was found."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.review.text import TextFacts, mended, review, tidied

TODAY = date(2026, 11, 22)
DATA = Path(__file__).parents[1] / "data"
CATALOG: Final = Catalog.load()
WORDS: Final = sorted({word for file in DATA.glob("*.txt") for word in file.read_text("utf-8").split()})
SIGNS: Final = [*'"“”()*_.,;:!?', "  ", "\n\n", '" ujar', "paska", "di ikuti", "pra Natal", "”Ujar", "R/1/IV/2024"]
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS), st.text(max_size=5))
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from((" ", "", "\n"))), max_size=30).map(
    lambda rows: "".join(piece + blank for piece, blank in rows)
)
FACTS = TextFacts(("Kita harus siap menjaga keamanan.",), ("Agung Tribawanto", "Yosmar Difia"))


@given(TEXTS, st.booleans())
@example("", False)
@example("İstanbul ﬁnal ß yg ǅ", True)
@example('"Harapan-harapan " ujar\n"Harapan-harapan ', False)
def test_every_finding_tells_its_place_and_has_a_sentence(text: str, quoted: bool) -> None:
    findings = review(text, CATALOG, FACTS, TODAY, quoted=quoted)
    assert list(findings) == sorted(findings, key=lambda f: f.start)
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        assert finding.message.endswith((".", ".”"))
        assert all(remedy.label and remedy.replacement != finding.text for remedy in finding.remedies)
        assert finding.remedies or not finding.sure
        assert not (finding.family in ("rahasia", "nama") and finding.sure)


@given(TEXTS, st.booleans())
def test_remedies_of_one_code_never_overlap(text: str, quoted: bool) -> None:
    ends: dict[str, int] = {}
    for finding in review(text, CATALOG, FACTS, TODAY, quoted=quoted):
        if finding.remedies and finding.family != "rahasia":
            assert finding.start >= ends.get(finding.code, 0)
            ends[finding.code] = finding.end


@given(TEXTS, st.booleans())
def test_after_tidying_no_sure_finding_is_left_and_tidying_again_changes_nothing(text: str, quoted: bool) -> None:
    tidy = tidied(text, CATALOG, today=TODAY, quoted=quoted)
    assert not [f for f in review(tidy, CATALOG, today=TODAY, quoted=quoted) if f.sure]
    assert tidied(tidy, CATALOG, today=TODAY, quoted=quoted) == tidy


@given(TEXTS, st.data())
def test_mending_leaves_all_text_outside_the_chosen_stretches_as_it_was(text: str, data: st.DataObject) -> None:
    findings = review(text, CATALOG, FACTS, TODAY)
    chosen = [n for n, f in enumerate(findings) if f.remedies]
    if not chosen:
        assert mended(text, findings, indices=()) == text
        return
    place = data.draw(st.sampled_from(chosen))
    finding = findings[place]
    which = data.draw(st.integers(0, len(finding.remedies) - 1))
    result = mended(text, findings, indices={place: which})
    assert result == text[: finding.start] + finding.remedies[which].replacement + text[finding.end :]


@pytest.mark.parametrize("file", sorted(DATA.glob("*.txt")), ids=lambda file: file.stem)
def test_tidying_an_article_mends_all_that_is_sure(file: Path) -> None:
    tidy = tidied(file.read_text("utf-8"), CATALOG, today=TODAY, quoted=True)
    assert not [f for f in review(tidy, CATALOG, today=TODAY, quoted=True) if f.sure]


def test_remedies_are_chosen_by_code_by_place_or_all_the_sure_ones() -> None:
    text = "Mereka himbau warga  dan para Pemilukada di ikuti."
    findings = review(text, CATALOG, today=TODAY)
    assert mended(text, findings) == "Mereka imbau warga dan para Pemilukada diikuti."
    assert mended(text, findings, codes=("spasi-ganda",)) == "Mereka himbau warga dan para Pemilukada di ikuti."
    asked = next(n for n, f in enumerate(findings) if f.text == "Pemilukada")
    assert mended(text, findings, indices=[asked]) == "Mereka himbau warga  dan para Pilkada di ikuti."
