"""Reported speech from the ways in which people type a directive."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.speech import Speech
from rakor_desktop.domain.meeting import Attendee, Bundle, Item, Meeting

CHIEF = Attendee(id="p1", rank="AKBP", name="Agung Tribawanto", back=("S.I.K.",), position="Kapolres Pasaman Barat")


def told(catalog: Catalog, *items: Item) -> list[str]:
    source = Source(Bundle(meeting=Meeting(attendees=(CHIEF,), items=items)), catalog)
    speech = Speech(source, items, already_named=frozenset({"p1"}))
    return [paragraph for n in range(len(items)) for paragraph in speech.told(n)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            Item(text="Seluruh personel agar meningkatkan kewaspadaan."),
            "Kapolres Pasaman Barat meminta seluruh personel agar meningkatkan kewaspadaan.",
        ),
        (
            Item(text="Tingkatkan patroli di jalur mudik"),
            "Kapolres Pasaman Barat menyampaikan arahan, yakni tingkatkan patroli di jalur mudik.",
        ),
        (
            Item(text="Jangan ada pungli di pos"),
            "Kapolres Pasaman Barat menyampaikan arahan, yakni jangan ada pungli di pos.",
        ),
        (
            Item(text="Operasi Ketupat dimulai pada 20 Maret 2026."),
            "Kapolres Pasaman Barat menyampaikan bahwa Operasi Ketupat dimulai pada 20 Maret 2026.",
        ),
        (
            Item(text="Pos pengamanan harus siap agar pemudik merasa aman"),
            "Kapolres Pasaman Barat menyampaikan bahwa pos pengamanan harus siap agar pemudik merasa aman.",
        ),
        (
            Item(text="bersama-sama menjaga kamtibmas", sense="urges", audience=("masyarakat",)),
            "Kapolres Pasaman Barat mengajak masyarakat untuk bersama-sama menjaga kamtibmas.",
        ),
        (
            Item(text="pentingnya sinergi antarinstansi", kind="emphasis"),
            "Kapolres Pasaman Barat menekankan pentingnya sinergi antarinstansi.",
        ),
        (
            Item(quote="Kami siap!"),
            "“Kami siap!” ujar Kapolres Pasaman Barat.",
        ),
    ],
)
def test_a_directive_is_reported_as_it_was_meant(typed: Item, said: str, catalog: Catalog) -> None:
    assert told(catalog, replace(typed, id="i1", speaker_id="p1", public=True)) == [said]


def test_the_second_mention_is_shorter_and_no_verb_comes_twice_running(catalog: Catalog) -> None:
    items = tuple(
        Item(id=f"i{n}", speaker_id="p1", text=f"pos {n} sudah siap", quote="Kami siap", public=True) for n in range(3)
    )
    paragraphs = told(catalog, *items)
    assert paragraphs[0].startswith("Kapolres Pasaman Barat menyampaikan bahwa")
    assert paragraphs[2].startswith("Selain itu, Kapolres mengatakan bahwa")
    assert paragraphs[5].endswith("pungkas Kapolres.")
    verbs = [p.rsplit("” ", 1)[1].split()[0] for p in paragraphs[1::2]]
    assert all(a != b for a, b in pairwise(verbs))
