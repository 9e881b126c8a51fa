"""What a release calls its meeting, its people, units, and figures, whichever way they were entered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.draft import Draft
from rakor_desktop.compose.headline_names import folded, same_unit, short_unit
from rakor_desktop.compose.press import draft
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.wording import Wording, occasion_clause
from rakor_desktop.domain.meeting import Attendee, Bundle, Figure, Group, Held, Item, Meeting, Venue
from rakor_desktop.domain.office import Office

OFFICE = Office(kind="police", name="Polres Batu", city="Batu")
CHIEF = Attendee(id="p1", rank="AKBP", name="Rahmat Hidayat", position="Kapolres Batu", institution="Polres Batu")
MEETING = Meeting(
    id="m",
    title="Rapat Koordinasi Lintas Sektoral",
    held=Held(date=dt.date(2026, 3, 12)),
    venue=Venue(place="Aula Polres"),
    leader_ids=("p1",),
    attendees=(CHIEF,),
)


def made(catalog: Catalog, meeting: Meeting, office: Office = OFFICE, style: str = "tribratanews") -> Draft:
    return draft(Source(Bundle(office=office, meeting=meeting), catalog, style=style))


def part(found: Draft, key: str) -> str:
    return next(p.text for p in found.paragraphs if p.key == key)


def test_a_shouted_title_is_calmed_in_headline_and_lead(catalog: Catalog) -> None:
    found = made(catalog, replace(MEETING, title="RAPAT KOORDINASI LINTAS SEKTORAL", occasion="menyambut Lebaran"))
    assert found.headline.startswith("Kapolres Batu Pimpin Rakor Lintas Sektoral")
    assert part(found, "lead").startswith("Rapat Koordinasi (Rakor) Lintas Sektoral dalam rangka menyambut Lebaran")


@pytest.mark.parametrize(
    ("occasion", "clause"),
    [
        ("Jelang Nataru", "menjelang Nataru"),
        ("menjelang Lebaran", "menjelang Lebaran"),
        ("dalam rangka HUT", "dalam rangka HUT"),
        ("Menyambut Lebaran", "dalam rangka Menyambut Lebaran"),
    ],
)
def test_an_occasion_brings_no_second_joint(occasion: str, clause: str) -> None:
    assert occasion_clause(occasion) == clause


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Rapat Forum Koordinasi Pimpinan Daerah (Forkopimda) Kota Batu", "Rapat Forkopimda Kota Batu"),
        ("Penanggulangan Kebakaran Hutan dan Lahan (Karhutla)", "Penanggulangan Karhutla"),
        ("Rapat Tim Reaksi Cepat (TRC)", "Rapat TRC"),
        ("Rapat Koordinasi (Rakor) Pilkada", "Rakor Pilkada"),
        ("Rapat Gabungan (lanjutan)", "Rapat Gabungan (lanjutan)"),
    ],
)
def test_a_headline_takes_the_abbreviation_that_its_words_spell(name: str, short: str) -> None:
    assert folded(name) == short


def test_a_unit_is_known_by_its_long_and_its_short_name() -> None:
    assert short_unit("Pemerintah Kabupaten Agam") == "Pemkab Agam"
    assert same_unit("Polda Maluku", "Kepolisian Daerah Maluku")
    assert same_unit("Polres Batu", "Polres Batu bersama Kodim 0818")
    assert not same_unit("Polres Batu", "Polres Batubara")
    assert not same_unit("", "")


def test_an_office_does_not_follow_its_own_online_meeting(catalog: Catalog) -> None:
    online = replace(MEETING, organiser="Kepolisian Resor Batu", venue=Venue(mode="online", platform="Zoom"))
    assert "mengikuti" not in part(made(catalog, online), "lead")
    assert "mengikuti" not in part(made(catalog, replace(online, organiser="")), "lead")
    followed = replace(online, organiser="Polri", venue=Venue(place="Aula Polres", mode="hybrid", platform="Zoom"))
    assert "melalui Zoom dari Aula Polres" in part(made(catalog, followed), "lead")


def test_a_meeting_without_a_place_was_held_on_a_day(catalog: Catalog) -> None:
    assert "dilaksanakan pada Kamis (12/3/2026)" in part(made(catalog, replace(MEETING, venue=Venue())), "lead")


def test_who_stood_in_for_somebody_is_told_of_chairs_and_of_people_without_post_or_name(catalog: Catalog) -> None:
    deputy = replace(CHIEF, represents="Wali Kota Batu", back=("S.I.K.",))
    guests = (
        Attendee(id="p2", position="Ketua MUI"),
        Attendee(id="p3", name="Iskandar", institution="Bawaslu Kota Batu", represents="Ketua Bawaslu Kota Batu"),
        Attendee(id="p4", rank="AKP", name="Sari", back=("S.H.",), position="Kapolsek Junrejo"),
    )
    found = made(catalog, replace(MEETING, attendees=(deputy, *guests)))
    assert part(found, "chair").endswith("AKBP Rahmat Hidayat, S.I.K., yang mewakili Wali Kota Batu.")
    told = part(found, "attendees")
    assert "Ketua MUI" in told
    assert "Ketua Bawaslu Kota Batu yang diwakili oleh Iskandar dari Bawaslu Kota Batu" in told
    two = made(catalog, replace(MEETING, attendees=(CHIEF, guests[0], guests[2])))
    assert "Ketua MUI dan Kapolsek Junrejo AKP Sari, S.H." in part(two, "attendees")


@pytest.mark.parametrize(
    ("position", "institution", "post"),
    [
        ("Kepala Dinas Perhubungan", "Pemerintah Kabupaten Agam", "Kepala Dinas Perhubungan Kabupaten Agam"),
        ("Kaban Kesbangpol", "Pemkab Agam", "Kaban Kesbangpol Kabupaten Agam"),
        ("Kalaksa BPBD Kobar", "BPBD Kabupaten Kotawaringin Barat", "Kalaksa BPBD Kobar"),
        ("Danramil 13/TT", "Koramil 13/Tebing Tinggi", "Danramil 13/TT"),
        ("Kapolda NTB", "Polda Nusa Tenggara Barat", "Kapolda NTB"),
        ("Kabag Ops", "Polres Batu", "Kabag Ops Polres Batu"),
    ],
)
def test_a_post_says_its_unit_once(position: str, institution: str, post: str, catalog: Catalog) -> None:
    assert Wording(catalog, OFFICE).joined_post(position, institution) == post


def test_a_circle_is_listed_without_the_joint_that_it_was_typed_with(catalog: Catalog) -> None:
    groups = tuple(Group(f"g{n}", name) for n, name in enumerate(("para camat", "Organda", "dan instansi terkait;")))
    assert "diikuti para camat, Organda, dan instansi terkait." in part(
        made(catalog, replace(MEETING, groups=groups)), "attendees"
    )


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Figure("f", "Pos", "4", "unit", True), "disampaikan pula data pos, yakni 4 unit."),
        (Figure("f", "TPS", "12", "TPS", True), "disampaikan pula data 12 TPS."),
    ],
)
def test_one_figure_is_told_as_one(figure: Figure, told: str, catalog: Catalog) -> None:
    assert part(made(catalog, replace(MEETING, figures=(figure,))), "figures").endswith(told)


def test_a_figure_that_the_text_tells_in_other_words_is_not_repeated(catalog: Catalog) -> None:
    item = Item(id="i", speaker_id="p1", text="jumlah TPS 632 lokasi", public=True)
    found = made(catalog, replace(MEETING, items=(item,), figures=(Figure("f", "TPS", "632", "TPS", True),)))
    assert all(p.key != "figures" for p in found.paragraphs)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sepakat membentuk posko", "menghasilkan kesepakatan untuk membentuk posko."),
        ("penambahan posko darurat", "menghasilkan kesepakatan mengenai penambahan posko darurat."),
        ("semua berkomitmen membuat grup", "Dalam rapat tersebut, semua berkomitmen membuat grup."),
        ("1. Setiap desa menyusun peta", "menghasilkan kesepakatan bahwa setiap desa menyusun peta."),
    ],
)
def test_one_decision_is_told_as_decided(text: str, told: str, catalog: Catalog) -> None:
    items = (Item(id="i", kind="decision", text=text, public=True),)
    assert part(made(catalog, replace(MEETING, items=items)), "decisions").endswith(told)


def test_the_headline_of_an_office_tells_of_its_own_people(catalog: Catalog) -> None:
    regent = Attendee(id="p2", name="Sari", position="Bupati Agam", institution="Pemerintah Kabupaten Agam")
    found = made(catalog, replace(MEETING, leader_ids=("p2",), attendees=(regent, CHIEF)))
    assert found.headline == "Kapolres Batu Hadiri Rakor Lintas Sektoral"
    guest = Attendee(id="p3", position="Ketua MUI")
    led = made(catalog, replace(MEETING, attendees=(CHIEF, guest)))
    assert all("Ketua MUI" not in headline.text for headline in led.headlines)
