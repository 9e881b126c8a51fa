"""Reported speech from the ways in which people type a directive."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.compose.choice import Choice
from rakor_desktop.compose.press_people import People
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.speech import Speech
from rakor_desktop.domain.meeting import Attendee, Bundle, Item, Meeting

CHIEF = Attendee(id="p1", rank="AKBP", name="Agung Tribawanto", back=("S.I.K.",), position="Kapolres Pasaman Barat")


def told(catalog: Catalog, *items: Item) -> list[str]:
    source = Source(Bundle(meeting=Meeting(attendees=(CHIEF,), items=items)), catalog)
    people = People(source, PressStyle(), frozenset({"p1"}))
    speech = Speech(people, items, Choice("m1"), already_named=frozenset({"p1"}))
    return [paragraph.text for n in range(len(items)) for paragraph in speech.told(n)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            Item(text="Seluruh personel agar meningkatkan kewaspadaan."),
            "Kapolres Pasaman Barat meminta agar seluruh personel meningkatkan kewaspadaan.",
        ),
        (
            Item(text="Semua pos agar jangan kosong"),
            "Kapolres Pasaman Barat meminta agar semua pos tidak kosong.",
        ),
        (
            Item(text="Tingkatkan patroli di jalur mudik"),
            "Kapolres Pasaman Barat memberikan arahan untuk meningkatkan patroli di jalur mudik.",
        ),
        (
            Item(text="Perkuat sinergi dan jangan lengah", audience=("seluruh personel",)),
            "Kapolres Pasaman Barat meminta seluruh personel untuk memperkuat sinergi dan tidak lengah.",
        ),
        (
            Item(text="Jangan ada pungli di pos"),
            "Kapolres Pasaman Barat mengingatkan agar tidak ada pungli di pos.",
        ),
        (
            Item(text="Jangan parkir sembarangan", kind="appeal", sense="urges", audience=("pengguna jalan",)),
            "Kapolres Pasaman Barat mengingatkan pengguna jalan agar tidak parkir sembarangan.",
        ),
        (
            Item(text="Tingkatkan patroli. Jangan lengah."),
            "Kapolres Pasaman Barat memberikan arahan untuk meningkatkan patroli. "
            "Ia juga mengingatkan agar tidak lengah.",
        ),
        (
            Item(text="menjaga kebersihan pos", kind="directive"),
            "Kapolres Pasaman Barat memberikan arahan untuk menjaga kebersihan pos.",
        ),
        (
            Item(text="kami siap mengawal Pilkada", sense="commits"),
            "Kapolres Pasaman Barat menegaskan bahwa pihaknya siap mengawal Pilkada.",
        ),
        (
            Item(text="pos dibuka mulai besok", audience=("pemudik",)),
            "Kapolres Pasaman Barat menyampaikan kepada pemudik bahwa pos dibuka mulai besok.",
        ),
        (
            Item(text="harus ada percepatan", sense="urges", kind="directive"),
            "Kapolres Pasaman Barat menekankan bahwa harus ada percepatan.",
        ),
        (
            Item(text="Mengantisipasi kemacetan, Polres Lahat menyiapkan empat pos"),
            "Kapolres Pasaman Barat menyampaikan bahwa mengantisipasi kemacetan, Polres Lahat menyiapkan empat pos.",
        ),
        (
            Item(text="dilakukan patroli bersama", kind="directive"),
            "Kapolres Pasaman Barat meminta agar dilakukan patroli bersama.",
        ),
        (
            Item(text="atas dukungan warga", sense="thanks", audience=("masyarakat",)),
            "Kapolres Pasaman Barat menyampaikan terima kasih kepada masyarakat atas dukungan warga.",
        ),
        (
            Item(text="jaga kekompakan", purpose="pemudik merasa aman", audience=("personel",)),
            "Kapolres Pasaman Barat meminta personel untuk menjaga kekompakan agar pemudik merasa aman.",
        ),
        (
            Item(text="waspada", sense="urges", purpose="pemudik merasa aman", audience=("personel",)),
            "Kapolres Pasaman Barat mengajak personel agar waspada supaya pemudik merasa aman.",
        ),
        (
            Item(text='Slogan "siap melayani" dipasang di pos'),
            "Kapolres Pasaman Barat menyampaikan bahwa slogan ‘siap melayani’ dipasang di pos.",
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
        Item(id=f"i{n}", speaker_id="p1", text=f"pos {n} sudah siap", quote="Kami siap", public=True) for n in range(4)
    )
    paragraphs = told(catalog, *items)
    assert paragraphs[0].startswith("Kapolres Pasaman Barat menyampaikan bahwa")
    assert paragraphs[2].startswith("Selain itu, Kapolres mengatakan bahwa")
    verbs = [p.rsplit("” ", 1)[1].split()[0].removesuffix("nya").rstrip(".") for p in paragraphs[1::2]]
    assert all(a != b for a, b in pairwise(verbs))
    assert paragraphs[7].endswith("pungkas Kapolres.")
    assert paragraphs[3].endswith("nya.")
