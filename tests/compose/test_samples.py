"""The five real meetings: their documents hold every fact of the article, and nothing that reads badly."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.outline import outline
from rakor_desktop.compose.press import siaran_pers
from rakor_desktop.compose.source import Source
from rakor_desktop.domain.meeting import Bundle
from tests.conftest import DATA, SAMPLES

Sample = Callable[[str], Bundle]


def text_of(document: str, bundle: Bundle, catalog: Catalog) -> str:
    blocks = outline(document, bundle, catalog)
    return "\n".join(" ".join((b.label, b.marker, b.text, *b.cells)).strip() for b in blocks)


def press_text(bundle: Bundle, catalog: Catalog) -> str:
    view = siaran_pers(Source(bundle, catalog))
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
    text = press_text(sample(name), catalog)
    wanted = facts[name]
    for key in ("orang", "jabatan", "instansi", "kutipan"):
        for fact in wanted[key]:
            assert fact in text, f"{key}: {fact}"
    for fact in wanted["isi"]:
        assert fact.casefold() in text.casefold(), f"isi: {fact}"
    for fact in (wanted["tanggal_rilis"], wanted["tempat"], wanted["penutup"], wanted["narahubung"]):
        assert fact in text, fact


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


@pytest.mark.parametrize("name", SAMPLES)
def test_a_release_reads_well(name: str, sample: Sample, catalog: Catalog) -> None:
    view = siaran_pers(Source(sample(name), catalog))
    assert len(view.isi) >= 6
    assert not view.judul.endswith(".")
    previous_verb = ""
    for paragraph in view.isi:
        assert not re.search(r"None|\{|\}|  | ,|,,|\.\.|\(\)|“”|\*", paragraph), paragraph
        assert paragraph[-1] in ".:”!?", paragraph
        assert paragraph.count("“") == paragraph.count("”"), paragraph
        assert paragraph[0].isupper() or paragraph[0] == "“", paragraph
        assert not re.search(r"\b(\w+) \1\b", paragraph), paragraph
        quoted = re.search(r",” (\w+) ", paragraph)
        if quoted:
            assert quoted[1].islower()
            assert quoted[1] != previous_verb, paragraph
            previous_verb = quoted[1]
    quotes = [p for p in view.isi if p.startswith("“")]
    for paragraph in quotes[:-1]:
        assert not re.search(r"” (pungkas|tutup|tandas)", paragraph)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_quotation_in_a_release_was_really_spoken(name: str, sample: Sample, catalog: Catalog) -> None:
    bundle = sample(name)
    spoken = [i.quote for i in bundle.meeting.items if i.quote] + [bundle.meeting.theme]
    for paragraph in siaran_pers(Source(bundle, catalog)).isi:
        for words in re.findall(r"“([^”]*)”", paragraph):
            assert words.rstrip(",.") in spoken


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_not_public_stays_out_of_the_release(name: str, sample: Sample, catalog: Catalog) -> None:
    bundle = sample(name)
    items = bundle.meeting.items
    for hidden in items:
        changed = tuple(replace(i, public=i.id != hidden.id) for i in items)
        text = press_text(replace(bundle, meeting=replace(bundle.meeting, items=changed)), catalog)
        shown = press_text(bundle, catalog)
        core = (hidden.text or hidden.quote).rstrip(". ")[1:60]
        assert core in shown
        assert core not in text


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_meeting_gives_the_same_draft(name: str, sample: Sample, catalog: Catalog) -> None:
    assert press_text(sample(name), catalog) == press_text(sample(name), catalog)
