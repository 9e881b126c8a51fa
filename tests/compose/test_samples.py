"""The five real meetings: their documents hold every fact of the article, and nothing that reads badly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.outline import outline
from rakor_desktop.compose.press import siaran_pers
from rakor_desktop.compose.source import Source
from rakor_desktop.domain.meeting import Bundle
from tests.compose.press_drafts import OWN_STYLE
from tests.conftest import DATA, SAMPLES

Sample = Callable[[str], Bundle]


def text_of(document: str, bundle: Bundle, catalog: Catalog) -> str:
    blocks = outline(document, bundle, catalog)
    return "\n".join(" ".join((b.label, b.marker, b.text, *b.cells)).strip() for b in blocks)


def press_text(bundle: Bundle, catalog: Catalog, style: str = "") -> str:
    view = siaran_pers(Source(bundle, catalog, style=style))
    return "\n".join([view.judul, *view.isi, view.penutup, view.penulis, view.narahubung])


@pytest.mark.parametrize("name", SAMPLES)
def test_the_catalog_offers_the_sample_and_its_article_is_kept(name: str, catalog: Catalog) -> None:
    assert name in catalog.sample_names()
    assert (DATA / f"artikel-{name}.txt").stat().st_size > 1000


@pytest.mark.parametrize("name", SAMPLES)
def test_the_minutes_hold_every_fact_of_the_article(
    name: str, sample: Sample, catalog: Catalog, facts: dict[str, Any]
) -> None:
    text = text_of("notula", sample(name), catalog)
    wanted = facts[name]
    for key in ("tanggal", "orang", "jabatan", "instansi", "kutipan"):
        for fact in wanted[key]:
            assert fact in text, f"{key}: {fact}"
    for fact in wanted["isi"]:
        assert fact.casefold() in text.casefold(), f"isi: {fact}"
    assert wanted["tempat"] in text


@pytest.mark.parametrize("name", SAMPLES)
def test_the_release_holds_every_fact_of_the_article(
    name: str, sample: Sample, catalog: Catalog, facts: dict[str, Any]
) -> None:
    text = press_text(sample(name), catalog, OWN_STYLE[name])
    wanted = facts[name]
    for key in ("orang", "jabatan", "instansi", "kutipan"):
        for fact in wanted[key]:
            assert fact in text, f"{key}: {fact}"
    for fact in wanted["isi"]:
        assert fact.casefold() in text.casefold(), f"isi: {fact}"
    for fact in (wanted["tanggal_rilis"], wanted["tempat"], wanted["penutup"], wanted["narahubung"]):
        assert fact in text, fact
    for fact in wanted["rilis"]:
        assert fact in text, f"rilis: {fact}"
    for error in wanted["bukan"]:
        assert error not in text, f"bukan: {error}"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_attendance_list_names_everybody_and_only_the_represented_as_a_note(
    name: str, sample: Sample, catalog: Catalog
) -> None:
    bundle = sample(name)
    rows = [b for b in outline("daftar-hadir", bundle, catalog) if b.kind == "row" and b.cells[1]]
    assert len(rows) == len(bundle.meeting.attendees)
    for row, attendee in zip(rows, bundle.meeting.attendees, strict=True):
        assert attendee.name in row.cells[1]
        assert row.cells[2] == attendee.rank
        if attendee.represents:
            assert f"Mewakili {attendee.represents}" in row.cells[4]
