"""Drafts of the sample meetings in every style: true, whole, varied and kept, as a strict editor wants them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from rakor_desktop.bahasa.dates import DAYS, MONTHS
from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.draft import Draft
from rakor_desktop.compose.press import draft, final_draft, style_of
from rakor_desktop.compose.source import Source
from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import Attendee, Bundle, Figure, Held, Item, Meeting, Operation, Photo, Venue
from rakor_desktop.domain.office import Office, PressProfile
from rakor_desktop.domain.release import Paragraph, Release
from rakor_desktop.errors import CatalogError
from tests.compose.press_drafts import EXPECTED, REPORT, draft_text, styles
from tests.compose.prose_faults import faults
from tests.conftest import SAMPLES

Sample = Callable[[str], Bundle]
STYLES = ("umum", "tribratanews", "polda", "kominfo", "prokopim", "pendim", "portal-ringkas")
EVERY = [(name, style) for name in SAMPLES for style in STYLES]


def made(bundle: Bundle, catalog: Catalog, style: str = "", variation: int = 0) -> Draft:
    return draft(Source(bundle, catalog, style=style, variation=variation))


def test_every_shipped_style_is_tried_here(catalog: Catalog) -> None:
    assert set(styles(catalog)) == set(STYLES)


@pytest.mark.parametrize(("name", "style"), [*EVERY, *((name, REPORT) for name in SAMPLES)])
def test_the_draft_is_the_one_that_was_read_and_approved(
    name: str, style: str, sample: Sample, catalog: Catalog
) -> None:
    """After a wanted change: ``python -m tests.compose.press_drafts``, and read the difference."""
    assert draft_text(sample(name), catalog, style) == (EXPECTED / f"{name}.{style}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("variation", range(4))
@pytest.mark.parametrize(("name", "style"), EVERY)
def test_a_strict_editor_finds_nothing_to_strike_out(
    name: str, style: str, variation: int, sample: Sample, catalog: Catalog
) -> None:
    assert list(faults(made(sample(name), catalog, style, variation))) == []


@pytest.mark.parametrize(("name", "style"), EVERY)
def test_every_quotation_was_really_spoken(name: str, style: str, sample: Sample, catalog: Catalog) -> None:
    bundle = sample(name)
    spoken = [i.quote for i in bundle.meeting.items if i.quote and i.public] + [bundle.meeting.theme]
    for paragraph in made(bundle, catalog, style).paragraphs:
        for words in re.findall(r"“([^”]*)”", paragraph.text):
            assert words.rstrip(",.") in spoken


OWN_WORDS = set(
    "rakor rapat kegiatan hadir turut selain lebih di berikutnya selanjutnya sementara pada dalam mengikuti secara data"
    " operasi ia hal seluruh pertemuan gelar pimpin ikuti hadiri bahas digelar diikuti ops persiapan humas kominfo"
    " prokopim pendim pol tingkat narahubung foto".split()
)


def known_words(bundle: Bundle, catalog: Catalog) -> set[str]:
    """Every word that the meeting, its office or the catalog's entry on the operation holds."""
    text = json.dumps(json.loads(codec.encode(bundle)), ensure_ascii=False)
    operation = bundle.meeting.operation
    entry = catalog.operations.find(operation.name) if operation else None
    text += f" {entry.aim} {entry.background}" if entry else ""
    return set(re.findall(r"[^\W_]+", text.casefold())) | OWN_WORDS


def figures_of(bundle: Bundle) -> set[str]:
    text = codec.encode(bundle).decode()
    return {number.lstrip("0") or "0" for number in re.findall(r"\d+", text)}


@pytest.mark.parametrize("variation", range(3))
@pytest.mark.parametrize(("name", "style"), EVERY)
def test_no_person_number_date_or_place_stands_in_a_draft_that_the_meeting_does_not_know(
    name: str, style: str, variation: int, sample: Sample, catalog: Catalog
) -> None:
    bundle = sample(name)
    found = made(bundle, catalog, style, variation)
    text = "\n".join((found.headline, *(h.text for h in found.headlines), *found.body, found.contact, found.sign_off))
    words, numbers = known_words(bundle, catalog), figures_of(bundle)
    dates = {DAYS[day.weekday()] for day in (bundle.meeting.held.date,) if day}
    operation = bundle.meeting.operation
    span = (operation.start, operation.end) if operation else ()
    dates |= {MONTHS[day.month - 1] for day in (bundle.meeting.held.date, *span) if day}
    for word in re.findall(r"\b[A-Z]\w*", text):
        assert word.casefold() in words or word in dates, word
    for number in re.findall(r"\d+", text):
        assert (number.lstrip("0") or "0") in numbers, number


def test_every_fact_named_with_a_paragraph_stands_in_its_field(sample: Sample, catalog: Catalog) -> None:
    bundle = sample("pasaman-barat")
    found = made(bundle, catalog, "tribratanews")
    facts = {fact.target: fact.value for p in found.paragraphs for fact in p.facts}
    assert facts["items/i5/text"] == bundle.meeting.items[4].text
    assert facts["held.date"] == "2024-08-15"
    assert facts["attendees/p3"].endswith("Pabung Kodim 0305/Pasaman Mayor Kav Sumidi S.")
    assert facts["catalog/operations/Operasi Mantap Praja"] in " ".join(found.body)
    assert all(p.facts for p in found.paragraphs if p.key != "attendees/2")
    keys = [p.key for p in found.paragraphs]
    assert keys[:4] == ["lead", "chair", "attendees", "background"]
    assert {"item:i2", "item:i2/quote"} <= set(keys)


def windows(text: str, size: int = 4) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[n : n + size]) for n in range(len(words) - size + 1)}


@pytest.mark.parametrize(("name", "style"), EVERY)
def test_no_words_of_an_internal_item_reach_the_draft(name: str, style: str, sample: Sample, catalog: Catalog) -> None:
    bundle = sample(name)
    for hidden in bundle.meeting.items:
        items = tuple(replace(i, public=i.id != hidden.id) for i in bundle.meeting.items)
        changed = replace(bundle, meeting=replace(bundle.meeting, items=items))
        gone = replace(bundle, meeting=replace(bundle.meeting, items=tuple(i for i in items if i.public)))
        text = made(changed, catalog, style).text
        elsewhere = windows(codec.encode(gone).decode()) | windows(made(gone, catalog, style).text)
        own = windows(f"{hidden.text} {hidden.quote}") - elsewhere
        assert own
        assert not own & windows(text)


@pytest.mark.parametrize("name", SAMPLES)
def test_internal_figures_and_photos_stay_inside(name: str, sample: Sample, catalog: Catalog) -> None:
    bundle = sample(name)
    inside = replace(
        bundle.meeting, figures=(Figure("f", "Kekuatan", "7777", "personel"),), photos=(Photo("x", "Peta titik rawan"),)
    )
    for style in STYLES:
        text = made(replace(bundle, meeting=inside), catalog, style).text
        assert "7777" not in text
        assert "Peta titik rawan" not in text


@pytest.mark.parametrize(("name", "style"), EVERY)
def test_how_it_went_is_told_only_where_the_meeting_says_so(
    name: str, style: str, sample: Sample, catalog: Catalog
) -> None:
    bundle = sample(name)
    assert "conduct" not in [p.key for p in made(bundle, catalog, style).paragraphs]
    told = replace(bundle, meeting=replace(bundle.meeting, conduct="aman, tertib, dan lancar"))
    last = made(told, catalog, style).paragraphs[-1]
    assert (last.key, last.text.endswith("berlangsung aman, tertib, dan lancar.")) == ("conduct", True)


@pytest.mark.parametrize(("name", "style"), EVERY)
def test_variations_are_reproducible_and_word_the_same_facts_otherwise(
    name: str, style: str, sample: Sample, catalog: Catalog
) -> None:
    bundle = sample(name)
    texts = [made(bundle, catalog, style, n).text for n in range(4)]
    assert texts == [made(bundle, catalog, style, n).text for n in range(4)]
    assert texts[0] not in texts[1:]
    assert len(set(texts)) > 2
    facts = [{f for p in made(bundle, catalog, style, n).paragraphs for f in p.facts} for n in range(4)]
    assert all(found == facts[0] for found in facts)


@pytest.mark.parametrize(("name", "style"), EVERY)
def test_three_headlines_are_offered_without_a_full_stop(
    name: str, style: str, sample: Sample, catalog: Catalog
) -> None:
    choices = made(sample(name), catalog, style).headlines
    assert len(choices) == len({h.text for h in choices}) == 3
    assert all(h.length == len(h.text) and not h.text.endswith(".") for h in choices)
    assert choices[0].fits


@pytest.mark.parametrize("name", SAMPLES)
def test_our_own_sentences_are_short(name: str, sample: Sample, catalog: Catalog) -> None:
    """The lead, the chair and each attendance sentence; what people typed keeps its length."""
    for style in (one for one in STYLES if not catalog.press[one].compact):
        for paragraph in made(sample(name), catalog, style).paragraphs:
            sentences = re.split(r"(?<=[a-z0-9)]{2}\.) (?=[A-Z])", paragraph.text)
            assert len(sentences) <= 4, paragraph.text
            if paragraph.key in ("lead", "chair", "background"):
                assert all(len(sentence.split()) <= 35 for sentence in sentences), paragraph.text


CHIEF = Attendee("p1", "", "Kombes Pol", (), "Rudi", ("S.I.K.",), "", "Kapolres", "Polres Lahat")
GUEST = Attendee(id="p2", front=("H.", "Drs."), name="Haryanto", back=("M.M.",), position="Wakil Bupati Lahat")


def meeting_of(*items: Item, **more: object) -> Bundle:
    plain = Meeting(
        id="m1", title="Rapat Koordinasi Lintas Sektoral", organiser="Polres Lahat", attendees=(CHIEF, GUEST),
        leader_ids=("p1",), items=items, venue=Venue(place="Aula Polres Lahat", city="Lahat"),
    )  # fmt: skip
    return Bundle(office=Office(name="Polres Lahat", city="Lahat"), meeting=replace(plain, **more))  # type: ignore[arg-type]


def test_degrees_and_stops_follow_the_style(catalog: Catalog) -> None:
    bundle = meeting_of()
    texts = {style: " ".join(made(bundle, catalog, style).body) for style in STYLES}
    assert "Kombes Pol Rudi, S.I.K." in texts["tribratanews"]
    assert "H. Drs. Haryanto, M.M." in texts["tribratanews"]
    assert "Kombes Pol. Rudi, S.I.K." in texts["polda"]
    assert "Rudi, S.I.K." in texts["kominfo"]
    assert "Wakil Bupati Lahat H. Haryanto." in texts["kominfo"]
    assert "S.I.K." not in texts["portal-ringkas"]
    assert "H. Haryanto." in texts["portal-ringkas"]


def test_two_decisions_are_told_one_after_the_other(catalog: Catalog) -> None:
    bundle = meeting_of(
        Item(id="d1", kind="decision", text="Pos aktif mulai 20 Maret 2026.", public=True),
        Item(id="d2", kind="decision", text="Tingkatkan patroli malam", public=True),
    )
    paragraphs = {p.key: p.text for p in made(bundle, catalog).paragraphs}
    assert paragraphs["decisions"] == (
        "Rapat tersebut menghasilkan dua kesepakatan. Pertama, pos aktif mulai 20 Maret 2026. "
        "Kedua, meningkatkan patroli malam."
    )


def test_two_people_of_the_same_post_are_never_confused(catalog: Catalog) -> None:
    camats = tuple(
        Attendee(id=f"c{n}", name=name, position="Camat", institution=f"Kecamatan {place}")
        for n, (name, place) in enumerate((("Budi", "Hilir"), ("Siti", "Hulu")))
    )
    items = tuple(Item(id=f"i{n}", speaker_id=f"c{n % 2}", text="pos sudah siap", public=True) for n in range(4))
    body = " ".join(made(meeting_of(*items, attendees=(CHIEF, *camats)), catalog, "umum").body)
    assert not re.search(r"Camat (?!Hilir|Hulu)", body)


def test_an_abbreviation_is_spelled_out_once(catalog: Catalog) -> None:
    words = "keamanan dan ketertiban masyarakat (kamtibmas) terjaga"
    items = (Item(id="i1", text=words, public=True), Item(id="i2", text=f"Situasi {words}", public=True))
    texts = {p.key: p.text for p in made(meeting_of(*items), catalog).paragraphs}
    assert texts["item:i1"] == "Keamanan dan ketertiban masyarakat (kamtibmas) terjaga."
    assert texts["item:i2"] == "Situasi kamtibmas terjaga."


def test_an_operation_the_catalog_does_not_know_is_told_by_the_meeting_alone(catalog: Catalog) -> None:
    operation = Operation(name="Operasi Bersih Desa", year=2026, aim="menata permukiman")
    texts = {p.key: p.text for p in made(meeting_of(operation=operation), catalog, "tribratanews").paragraphs}
    assert texts["background"] == "Operasi Bersih Desa 2026 bertujuan untuk menata permukiman."


def test_a_photo_without_a_caption_gets_one_and_a_typed_one_stays(catalog: Catalog) -> None:
    photos = (Photo("a", public=True), Photo("b", "Kapolres memberi arahan", public=True), Photo("c", "Peta"))
    captions = made(meeting_of(photos=photos), catalog).captions
    assert captions == ("Rapat Koordinasi Lintas Sektoral di Aula Polres Lahat", "Kapolres memberi arahan")


def test_what_a_person_wrote_wins_and_is_found_by_its_key_when_facts_change(catalog: Catalog) -> None:
    item = Item(id="i1", speaker_id="p1", text="pos sudah siap", public=True)
    plain = made(meeting_of(item), catalog, "tribratanews")
    composed = next(p.text for p in plain.paragraphs if p.key == "item:i1")
    mine = Release(
        style="tribratanews", headline="Judul kami", paragraphs=(Paragraph("item:i1", composed, "Kata kami."),)
    )
    for text in (item.text, "pos belum siap"):
        bundle = meeting_of(replace(item, text=text), releases=(mine,))
        found = final_draft(Source(bundle, catalog, style="tribratanews"))
        assert found.headline == "Judul kami"
        (paragraph,) = (p for p in found.paragraphs if p.key == "item:i1")
        assert (paragraph.text, paragraph.edited) == ("Kata kami.", True)
        assert text in paragraph.composed


def test_words_of_the_general_release_hold_where_a_style_has_none_of_its_own(catalog: Catalog) -> None:
    bundle = meeting_of(releases=(Release(style="umum", sign_off="(Ayu)"), Release(style="kominfo", sign_off="(bob)")))
    assert final_draft(Source(bundle, catalog, style="polda")).sign_off == "(Ayu)"
    assert final_draft(Source(bundle, catalog, style="kominfo")).sign_off == "(bob)"


@pytest.mark.parametrize(
    ("office", "style", "sign_off"),
    [
        (Office(name="Polres Lahat", press=PressProfile(sign_off="(HumasRes)")), "tribratanews", "(HumasRes)"),
        (Office(name="Polres Lahat"), "tribratanews", "(Humas Polres Lahat)"),
        (Office(kind="army", name="Kodim 0405/Lahat"), "pendim", "(Pendim 0405)"),
        (Office(name="Dinas Sosial"), "pendim", "(Humas Dinas Sosial)"),
        (Office(), "tribratanews", ""),
    ],
)
def test_the_sign_off_is_the_offices_own_or_the_styles(
    office: Office, style: str, sign_off: str, catalog: Catalog
) -> None:
    bundle = replace(meeting_of(), office=office)
    assert made(bundle, catalog, style).sign_off == sign_off


def test_an_unknown_style_and_the_style_of_a_report_are_refused(catalog: Catalog) -> None:
    for style in ("tidak-ada", REPORT):
        with pytest.raises(CatalogError, match=r"Gaya siaran .* tidak ada; pilih: kominfo"):
            style_of(Source(meeting_of(), catalog, style=style))


def test_a_long_lead_is_parted_before_the_place(catalog: Catalog) -> None:
    import datetime as dt

    title = "Rapat Koordinasi " + " ".join(f"Kata{n}" for n in range(30))
    bundle = meeting_of(title=title, held=Held(date=dt.date(2026, 3, 12)))
    lead = made(bundle, catalog, "kominfo").paragraphs[0].text
    assert lead.endswith("Kamis (12/3/2026). Rakor tersebut berlangsung di Aula Polres Lahat.")
