"""The sheet of fields: complete, not stale, and every snippet is one that the Word engine takes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.field_words import GENERAL
from rakor_desktop.compose import views
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.compose.template_filters import FILTERS
from rakor_desktop.desk.field_sheet import FieldRow, field_rows, filter_rows
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.word import TextTemplate
from rakor_desktop.word.expressions import SAFE_FILTERS

VIEWS = {name: kind for name in views.__all__ if isinstance(kind := getattr(views, name), type)}


def test_every_field_has_a_meaning_and_an_example_and_none_is_stale(catalog: Catalog) -> None:
    book = catalog.field_words
    asked = {(name, f.name) for name, kind in VIEWS.items() if name != "Gambar" for f in dataclasses.fields(kind)}
    missing = sorted(f"{view}.{name}" for view, name in asked if book.words(view, name) is None)
    assert missing == [], "write these into resources/fields/isian.toml"
    own = {(view, name) for view, names in book.fields.items() if view != GENERAL for name in names}
    assert sorted(own - asked) == []
    falling_back = {name for view, name in asked if (view, name) not in own}
    assert sorted(set(book.fields[GENERAL]) - falling_back) == []
    assert sorted(set(book.loops) - set(VIEWS) - {"teks"}) == []


def test_the_filters_are_those_that_templates_have(catalog: Catalog) -> None:
    assert set(catalog.field_words.filters) == {*FILTERS, *SAFE_FILTERS}
    for row in filter_rows(catalog):
        assert f"|{row.name}" in row.snippet, row.name


@pytest.mark.parametrize("document", sorted(KINDS))
def test_every_field_of_a_document_is_listed_with_an_example(
    document: str, catalog: Catalog, sample: Callable[[str], Bundle]
) -> None:
    rows = field_rows(document, sample("pasaman-barat"), catalog)
    assert {f.name for f in dataclasses.fields(KINDS[document].view)} == {row.name for row in rows if not row.depth}
    assert [row.name for row in rows if not row.meaning] == []
    assert [row.name for row in rows if row.kind == "field" and not row.example] == []
    assert [row.name for row in rows if row.kind != "piece" and not row.snippet] == []


def as_text(snippet: str) -> str:
    """A snippet for Word as one for text, where tags that stand alone need no mark."""
    for mark in ("p", "tr", "tc", "r"):
        snippet = snippet.replace(f"{{%{mark} ", "{% ")
    return snippet


def within(row: FieldRow, above: list[FieldRow]) -> str:
    """The snippet inside the loops of the lists above it."""
    text = as_text(row.snippet)
    for holder in reversed(above):
        if holder.kind == "list":
            head = as_text(holder.snippet).splitlines()[0]
            text = f"{head}{text}{{% endfor %}}"
    return text


@pytest.mark.parametrize("document", sorted(KINDS))
def test_every_snippet_can_be_pasted(document: str, catalog: Catalog, sample: Callable[[str], Bundle]) -> None:
    view = KINDS[document].view
    above: list[FieldRow] = []
    for row in field_rows(document, sample("lahat"), catalog):
        above = above[: row.depth]
        if row.snippet:
            template = TextTemplate.from_text(within(row, above), filters=FILTERS)
            found = [fault for fault in template.check(view) if row.kind != "picture" or "gambar" not in fault.message]
            assert found == [], row.name
        above.append(row)


def test_examples_are_the_meetings_own_or_say_that_they_are_not(
    catalog: Catalog, sample: Callable[[str], Bundle]
) -> None:
    rows = {row.name: row for row in field_rows("notula", sample("pasaman-barat"), catalog) if not row.depth}
    assert rows["tempat"].example == "Lapangan Indoor Polres Pasaman Barat"
    assert rows["tanggal"].example == "15 Agustus 2024"
    assert rows["tema"].example.startswith("misalnya ")
    assert rows["hadirin"].example == "6 butir"


def test_filters_print_what_the_sheet_says(catalog: Catalog) -> None:
    from datetime import date

    words = catalog.field_words.filters
    day = date(2024, 8, 15)
    for name in ("tanggal", "hari", "hari_tanggal", "bulan", "bulan_romawi"):
        assert FILTERS[name](day) == words[name].example, name
    for name, number in (("terbilang", 24), ("romawi", 4), ("huruf", 4), ("ribuan", 1250)):
        assert FILTERS[name](number) == words[name].example, name
