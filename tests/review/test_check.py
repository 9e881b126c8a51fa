from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from review_samples import CHAIR, GUEST, OFFICE, TODAY, whole

from rakor_desktop.bahasa.dates import DAYS, day_date, press_date
from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Attendee, Bundle, FollowUp, Group, Held, Item, Meeting, Photo, Signer, Venue
from rakor_desktop.domain.office import Letterhead
from rakor_desktop.domain.release import Paragraph, Release
from rakor_desktop.review import Finding, check
from rakor_desktop.review.finding import SEVERITIES

CATALOG = Catalog.load()


def found(catalog: Catalog, **fields: Any) -> tuple[Finding, ...]:
    return check(whole(**fields), catalog, TODAY)


def held(**fields: Any) -> Held:
    return replace(whole().meeting.held, **fields)


def item(**fields: Any) -> Item:
    return Item(**({"id": "i1", "kind": "discussion", "text": "Teks.", "public": True} | fields))


def person(**fields: Any) -> Attendee:
    return replace(CHAIR, **fields)


def test_a_whole_meeting_has_no_findings(catalog: Catalog) -> None:
    assert found(catalog) == ()


@pytest.mark.parametrize(
    ("fields", "code", "severity", "where"),
    [
        ({"title": " "}, "no_title", "error", "title"),
        ({"held": held(date=None)}, "no_date", "error", "held.date"),
        ({"held": held(start=None)}, "no_start", "warning", "held.start"),
        ({"held": held(date=date(2026, 8, 15))}, "far_future", "warning", "held.date"),
        ({"held": held(date=date(204, 8, 15))}, "implausible_year", "warning", "held.date"),
        ({"held": held(end=time(8))}, "end_before_start", "error", "held.end"),
        ({"held": held(end_date=date(2024, 8, 14))}, "end_date_before_date", "error", "held.end_date"),
        ({"held": held(called_at=time(10))}, "called_after_start", "warning", "held.called_at"),
        ({"venue": Venue()}, "no_place", "warning", "venue.place"),
        ({"venue": Venue(mode="online")}, "no_platform", "warning", "venue.platform"),
        ({"leader_ids": ()}, "no_chair", "warning", "leader_ids"),
        ({"note_taker_id": ""}, "no_note_taker", "hint", "note_taker_id"),
        ({"head_count": 1}, "head_count_too_small", "warning", "head_count"),
        ({"attendees": (CHAIR, GUEST, Attendee(id="x"))}, "attendee_without_name", "error", "attendees/x/name"),
        (
            {"attendees": (CHAIR, GUEST, Attendee(id="x", position="Camat"))},
            "attendee_without_name",
            "warning",
            "attendees/x/name",
        ),
        ({"attendees": (CHAIR, GUEST, person(id="x"))}, "double_attendee", "warning", "attendees/x/name"),
        (
            {"attendees": (replace(CHAIR, service_no="1"), replace(GUEST, service_no="1"))},
            "double_service_no",
            "warning",
            "attendees/a2/service_no",
        ),
        ({"leader_ids": ("hilang",)}, "dangling_person", "error", "leader_ids"),
        ({"note_taker_id": "hilang"}, "dangling_person", "warning", "note_taker_id"),
        ({"secretary_id": "hilang"}, "dangling_person", "warning", "secretary_id"),
        ({"signers": (Signer(attendee_id="hilang"),)}, "dangling_person", "warning", "signers/0"),
        ({"items": (item(speaker_id="hilang"),)}, "dangling_person", "warning", "items/i1/speaker"),
        ({"releases": (Release(id="r", contact_id="hilang"),)}, "dangling_person", "warning", "releases/r"),
        ({"attendees": (person(presence="absent"), GUEST), "items": ()}, "chair_absent", "error", "leader_ids"),
        ({"attendees": (CHAIR, replace(GUEST, presence="absent"))}, "speaker_absent", "warning", "note_taker_id"),
        ({"attendees": (person(rank=""), GUEST)}, "rank_missing", "hint", "attendees/a1/rank"),
        ({"attendees": (person(rank="AKPB"), GUEST)}, "unknown_rank", "warning", "attendees/a1/rank"),
        ({"attendees": (person(rank="Brigjen"), GUEST)}, "doubtful_rank", "warning", "attendees/a1/rank"),
        ({"attendees": (person(rank="Letkol Abc"), GUEST)}, "unknown_corps", "warning", "attendees/a1/rank"),
        ({"attendees": (person(rank="Letkol"), GUEST)}, "corps_missing", "hint", "attendees/a1/rank"),
        ({"attendees": (person(rank="akbp."), GUEST)}, "rank_form", "hint", "attendees/a1/rank"),
        ({"signers": (Signer(name="Budi", rank="Kompool"),)}, "unknown_rank", "warning", "signers/0"),
        ({"items": (item(kind="directive"),)}, "directive_without_speaker", "warning", "items/i1/speaker"),
        ({"items": (item(kind="decision"),)}, "decision_without_follow_up", "hint", "items/i1/follow_up"),
        ({"items": (item(quote="Kami siap."),)}, "quote_without_speaker", "warning", "items/i1/speaker"),
        ({"release_style": "portal-hilang"}, "style_missing", "warning", "release_style"),
        ({"release_style": "laporan-whatsapp"}, "style_missing", "warning", "release_style"),
        ({"items": (item(text="", quote=" "),)}, "empty_item", "warning", "items/i1/text"),
        ({"items": (item(), Item(id="i2"))}, "empty_item", "hint", "items/i2/text"),
        ({"items": (item(quote="“Kami siap", speaker="Kapolres"),)}, "unbalanced_quotes", "warning", "items/i1/quote"),
        ({"items": (item(text='Ia berkata "siap'),)}, "unbalanced_quotes", "warning", "items/i1/text"),
        (
            {"items": (item(follow_up=FollowUp("Kabag Ops", "2024-08-01")),)},
            "due_before_meeting",
            "warning",
            "items/i1/follow_up",
        ),
        ({"photos": (Photo(id="p", caption="x"),)}, "photo_missing", "warning", "photos/p"),
        ({"photos": (Photo(id="p", content_hash="0" * 64),)}, "photo_without_caption", "hint", "photos/p"),
        ({"items": (item(public=False),)}, "no_public_items", "hint", "items"),
        ({"classification": "R"}, "secret_but_public", "warning", "classification"),
        ({"numbers": {"notula": "B/   /VIII/2024"}}, "number_unfinished", "hint", "numbers"),
        ({"office": replace(OFFICE, name="")}, "no_office", "warning", "office.name"),
        ({"office": replace(OFFICE, letterhead=Letterhead())}, "no_letterhead", "hint", "office.letterhead"),
        (
            {"office": replace(OFFICE, letterhead=Letterhead(lines=("KEPOLISIAN DAERAH METROPOLITAN JAKARTA RAYA",)))},
            "letterhead_too_wide",
            "warning",
            "office.letterhead",
        ),
        (
            {"office": replace(OFFICE, letterhead=Letterhead(lines=("A", "B", "C", "D")))},
            "letterhead_too_tall",
            "warning",
            "office.letterhead",
        ),
    ],
)
def test_each_fault_is_found_alone_at_its_field(
    catalog: Catalog, fields: dict[str, Any], code: str, severity: str, where: str
) -> None:
    (finding,) = found(catalog, **fields)
    assert (finding.code, finding.severity, finding.where) == (code, severity, where)
    assert finding.message.endswith(".")
    assert finding.remedy.endswith((".", "?"))


@pytest.mark.parametrize(
    "fields",
    [
        {"held": held(end=time(1), end_date=date(2024, 8, 16))},
        {"held": held(date=date(2025, 8, 15))},
        {"venue": Venue(mode="online", platform="Zoom Meeting")},
        {"note_taker_id": "", "signers": (Signer(name="Budi", capacity="note_taker"),)},
        {"attendees": (CHAIR, GUEST, replace(GUEST, id="x", institution="KPU Lahat"))},
        {"attendees": (replace(CHAIR, service_no="1"), GUEST, replace(CHAIR, id="x", service_no="2"))},
        {"attendees": (person(rank="Kombes Pol"), GUEST)},
        {"attendees": (person(rank="Letkol Inf"), replace(GUEST, rank="Penata Tk. I"))},
        {"items": (item(kind="directive", speaker="Kabag Ops"),)},
        {"items": (item(kind="decision", follow_up=FollowUp("Kabag Ops", "segera")),)},
        {"items": (item(text="1) patroli\n2) razia\na) siang (dan malam)"),)},
        {"items": (item(text="Program “Jum’at Curhat” diteruskan."),)},
        {"classification": "R", "items": (item(public=False, speaker_id="a1"),), "photos": ()},
        {
            "office": replace(
                OFFICE,
                kind="local_government",
                letterhead=Letterhead(lines=("PEMERINTAH KABUPATEN PENUKAL ABAB LEMATANG ILIR", "B", "C", "D")),
            )
        },
        {"numbers": {"notula": "B/12/VIII/OPS.1.1/2024"}},
    ],
)
def test_what_is_right_is_left_alone(catalog: Catalog, fields: dict[str, Any]) -> None:
    assert [finding.code for finding in found(catalog, **fields) if finding.code != "no_public_items"] == []


def test_an_empty_list_of_attendees_is_found_unless_a_group_was_there(catalog: Catalog) -> None:
    empty: dict[str, Any] = {"attendees": (), "leader_ids": (), "note_taker_id": "", "items": ()}
    codes = {finding.code for finding in found(catalog, **empty)}
    assert codes == {"no_attendees", "no_chair", "no_note_taker"}
    codes = {finding.code for finding in found(catalog, **empty, groups=(Group(id="g", name="para PJU Polres"),))}
    assert codes == {"no_chair", "no_note_taker"}


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        ("AKPB", "Maksud Anda AKP atau AKBP?"),
        ("Kompool", "Kompol"),
        ("Brigjen", 'pangkat "Brigjen" dapat berarti Brigjen Pol atau Brigjen TNI.'),
        ("Letkol Abc", 'korps "Abc" pada pangkat "Letkol Abc" tidak dikenal'),
        ("akbp.", 'Ganti menjadi "AKBP".'),
        ("Xyzzy", "Periksa ejaan pangkatnya."),
    ],
)
def test_a_doubtful_rank_names_its_bearer_and_what_may_be_meant(catalog: Catalog, rank: str, said: str) -> None:
    (finding,) = found(catalog, attendees=(person(rank=rank), GUEST))
    assert said in f"{finding.message} {finding.remedy}"
    assert finding.message.startswith("Agung Tribawanto: ")


@pytest.mark.parametrize(
    "text",
    [
        "Kamis, 16 Agustus 2024",
        "kamis 16 Agustus 2024",
        "Kamis (16/8/2024)",
        "Kamis (16/08/24)",
        "Kamis tanggal 16 Agustus 2024",
        "hari Kamis, tanggal 16-8-2024",
        "Kamis/16 Agustus 2024",
        "KAMIS, 16 AGUSTUS 2024",
        "Pada Kamis, 16 Agt 2024 di Simpang Empat",
    ],
)
@pytest.mark.parametrize("write", ["title", "agenda", "item", "release", "caption"])
def test_a_weekday_that_does_not_fit_its_date_is_found_in_any_text(catalog: Catalog, text: str, write: str) -> None:
    fields: dict[str, tuple[dict[str, Any], str]] = {
        "title": ({"title": f"Rakor {text}"}, "title"),
        "agenda": ({"agenda": ("Pembukaan", text)}, "agenda"),
        "item": ({"items": (item(text=text.split(" di ")[0]),)}, "items/i1/text"),
        "release": ({"releases": (Release(id="r", paragraphs=(Paragraph(text=text),)),)}, "releases/r"),
        "caption": ({"photos": (Photo(id="p", caption=text, content_hash="0" * 64),)}, "photos/p"),
    }
    given_fields, where = fields[write]
    (finding,) = found(catalog, **given_fields)
    assert (finding.code, finding.where, finding.proposal) == ("wrong_weekday", where, "Jumat")
    assert "16 Agustus 2024 jatuh pada hari Jumat" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Kamis, 15 Agustus 2024",
        "Jum'at (16/8/2024)",
        "Ahad, 18 Agustus 2024",
        "Rabu-Kamis, 14-15 Agustus 2024",
        "Senin s.d. Rabu, 12–14 Agustus 2024",
        "Kamis malam, 16 orang 2024",
        "Kamis 16 orang 2024 peserta",
        "setiap Kamis; 16 Agustus 2024 libur",
        "Kamis, 16 Agustus",
        "Jalan Minggu Raya 5/8",
    ],
)
def test_a_text_with_no_contradiction_is_left_alone(catalog: Catalog, text: str) -> None:
    assert found(catalog, theme=text) == ()


def test_a_date_that_no_calendar_has_is_found(catalog: Catalog) -> None:
    (finding,) = found(catalog, theme="Rakor Kamis (31/6/2024)")
    assert (finding.code, finding.where) == ("no_such_date", "theme")


@settings(max_examples=150, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 6), st.sampled_from([day_date, press_date]))
def test_every_true_date_passes_and_every_wrong_weekday_is_found(
    day: date, shift: int, write: Callable[[date], str]
) -> None:
    true = write(day)
    wrong = true.replace(DAYS[day.weekday()], DAYS[(day.weekday() + shift) % 7])
    codes = [[finding.code for finding in found(CATALOG, theme=text)] for text in (true, wrong)]
    assert codes == [[], ["wrong_weekday"]]


def test_errors_come_first_then_warnings_then_hints(catalog: Catalog) -> None:
    findings = check(Bundle(), catalog, TODAY)
    order = [SEVERITIES.index(finding.severity) for finding in findings]
    assert order == sorted(order)
    assert {finding.code for finding in findings} >= {"no_title", "no_date", "no_place", "no_attendees", "no_office"}


def test_the_samples_are_free_of_errors_and_of_rank_and_date_faults(
    catalog: Catalog, sample: Callable[[str], Bundle]
) -> None:
    for name in catalog.sample_names():
        findings = check(sample(name), catalog, TODAY)
        codes = {finding.code for finding in findings}
        assert "error" not in {finding.severity for finding in findings}
        assert not codes & {"wrong_weekday", "unknown_rank", "doubtful_rank", "dangling_person", "double_attendee"}, (
            name
        )


TEXT = st.text(st.characters(), max_size=30) | st.text(string.printable, max_size=30)


@settings(max_examples=100, deadline=None)
@given(
    st.builds(
        Meeting,
        title=TEXT,
        theme=TEXT,
        held=st.builds(Held, date=st.none() | st.dates(), end_date=st.none() | st.dates()),
        leader_ids=st.tuples(TEXT),
        attendees=st.lists(st.builds(Attendee, id=TEXT, rank=TEXT, name=TEXT, position=TEXT), max_size=3).map(tuple),
        items=st.lists(
            st.builds(Item, id=TEXT, text=TEXT, quote=TEXT, follow_up=st.none() | st.builds(FollowUp, TEXT, TEXT)),
            max_size=3,
        ).map(tuple),
        numbers=st.dictionaries(TEXT, TEXT, max_size=2),
    )
)
def test_no_text_at_all_makes_the_review_stumble(meeting: Meeting) -> None:
    for finding in check(Bundle(meeting=meeting), CATALOG, TODAY):
        assert finding.message
        assert finding.remedy
