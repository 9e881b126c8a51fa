"""What tells two wordings of a release apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.domain.release import Paragraph, ReleaseText
from rakor_desktop.ui.press.differences import differences, runs


def text(*paragraphs: tuple[str, str], headline: str = "Judul") -> ReleaseText:
    return ReleaseText(headline, paragraphs=tuple(Paragraph(key, "", words) for key, words in paragraphs))


def test_words_are_told_apart_within_their_paragraph() -> None:
    found = differences(text(("lead", "Polres menggelar rapat.")), text(("lead", "Polres mengadakan rapat.")))
    assert [(run.mark, run.text) for run in found[1].runs] == [
        ("same", "Polres "), ("removed", "menggelar"), ("added", "mengadakan"), ("same", " rapat."),
    ]  # fmt: skip
    assert [passage.changed for passage in found] == [False, True]


def test_a_paragraph_that_came_or_went_is_marked_whole() -> None:
    found = differences(text(("a", "Satu."), ("b", "Dua.")), text(("a", "Satu."), ("c", "Tiga.")))
    assert [(run.mark, run.text) for p in found[2:] for run in p.runs] == [("removed", "Dua."), ("added", "Tiga.")]


def test_words_that_have_nothing_in_common_are_not_mixed() -> None:
    found = differences(text(("a", "Rapat dibuka Kapolres.")), text(("a", "Hujan turun sejak pagi hari tadi")))
    assert [run.mark for run in found[1].runs] == ["removed", "added"]


def test_headline_and_what_stands_around_the_words_are_compared_too() -> None:
    before = ReleaseText("Judul lama", captions=("Foto satu",), hashtags=("#a",))
    after = ReleaseText("Judul baru", captions=("Foto dua",), hashtags=("#a", "#b"))
    assert {p.label: p.changed for p in differences(before, after)} == {"Judul": True, "Tagar": True, "Foto 1": True}


@given(st.text("ab, .-", max_size=40), st.text("ab, .-", max_size=40))
def test_what_stayed_and_what_went_is_the_old_text_and_what_stayed_and_what_came_the_new_one(a: str, b: str) -> None:
    found = runs(a, b)
    assert "".join(run.text for run in found if run.mark != "added") == a
    assert "".join(run.text for run in found if run.mark != "removed") == b
