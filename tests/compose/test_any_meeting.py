"""Documents of any meeting at all: half filled, hostile, large; nothing breaks and nothing looks unfinished."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.compose.outline import outline
from rakor_desktop.compose.press import draft
from rakor_desktop.compose.source import Source
from rakor_desktop.domain.meeting import Attendee, Bundle, Figure, Group, Held, Item, Meeting, Operation, Photo, Venue
from rakor_desktop.domain.office import Office, PressProfile
from tests.compose.press_drafts import styles
from tests.compose.prose_faults import faults

CATALOG = Catalog.load()
STYLES = styles(CATALOG)
NAMES = st.sampled_from(["", "Budi Santoso", "Siti Aminah", "I Made Wirawan", "M. Iqbal"])
POSTS = st.sampled_from(["", "Kapolres", "Kabag Ops", "Dandim 0405/Lahat", "Camat Hilir", "narasumber", "Ketua KPU"])
TEXTS = st.sampled_from(
    [
        "", "pos pengamanan aktif mulai 20 Maret 2026", "Semua satuan agar siaga.", "tingkatkan patroli", "Kami siap",
        "Jangan ada pungli di pos. Perketat penjagaan.", "menjaga kebersihan", "apresiasi atas kerja sama semua pihak",
        "pentingnya sinergi", "dilakukan patroli bersama", 'slogan "siap" dipasang', 'slogan "siap dipasang',
        "agar semua pihak siaga", "selalu waspada", "Semua pihak sepakat menjaga kamtibmas;", "jalur A ramai, dan",
        "yg siap agar lapor", "mohon dukungan rambu", "Mari kita jaga kamtibmas", "semoga mudik aman",
        "Apakah pos siap?", "1. Cek pos; 2. Tingkatkan patroli", "fokus: 1) gereja; 2) terminal",
        "- Kades lapor\n- Bersihkan parit", "HARUS", "Beliau berharap mudik aman",
        "menekankan pentingnya sinergi", "Camat diminta melapor", "kami minta warga melapor",
        "Bagi warga, tidak berkonvoi", "Logistik jangan menumpuk. Pastikan dapur siap.",
        "POS DIJAGA SETIAP MALAM WARGA", "respons cepat di lapangan", "akan dilakukan penutupan jalan",
        "dalam rapat agar dibentuk tim", "di titik2 rawan", "Warga agar melapor, jangan panik",
        "tolong dicek kapal", "Forum diharapkan mampu", "kendala : sinyal; jalan rusak",
        "terima kasih kepada warga", "  baris satu\n baris dua ", "Satgas Keamanan Desa (SKD) aktif", "AKP Budi siap",
    ]
)  # fmt: skip
TITLES = (
    "", "Rapat Koordinasi Lintas Sektoral", "Dialog Publik", "RAPAT KOORDINASI LINTAS SEKTORAL",
    "Rakor Forum Koordinasi Pimpinan Daerah (Forkopimda) Kabupaten Lahat",
    "Rapat Koordinasi Lintas Sektoral (Rakor Linsek)",
)  # fmt: skip
attendees = st.builds(
    Attendee,
    id=st.integers(1, 60).map(lambda n: f"p{n}"),
    rank=st.sampled_from(["", "AKBP", "Letkol Inf", "Pembina Tk. I", "Panglima Muda"]),
    name=NAMES,
    back=st.sampled_from([(), ("S.H.",), ("S.H.", "M.H.")]),
    position=POSTS,
    institution=st.sampled_from(["", "Polres Lahat", "KPU Kabupaten Lahat"]),
    represents=st.sampled_from(["", "Bupati Lahat"]),
    presence=st.sampled_from(["present", "online", "absent"]),
)
items = st.builds(
    Item,
    id=st.uuids().map(str),
    kind=st.sampled_from(
        ["opening", "presentation", "discussion", "directive", "emphasis", "appeal", "decision", "closing"]
    ),
    speaker_id=st.sampled_from(["", "p1", "p2", "p9"]),
    speaker=st.sampled_from(["", "narasumber"]),
    text=TEXTS,
    quote=st.sampled_from(["", "Kami siap", "Kami siap!", "Siapa yang belum siap?"]),
    sense=st.sampled_from(["states", "explains", "urges", "hopes", "thanks", "commits"]),
    purpose=st.sampled_from(["", "mencegah kemacetan", "masyarakat merasa aman"]),
    audience=st.sampled_from([(), ("masyarakat",), ("camat", "lurah", "kepala desa")]),
    public=st.booleans(),
)
meetings = st.builds(
    Meeting,
    title=st.sampled_from(TITLES),
    occasion=st.sampled_from(["", "Operasi Ketupat 2026", "Jelang Nataru", "dalam rangka HUT Kabupaten"]),
    theme=st.sampled_from(["", "Bersama Kita Bisa"]),
    organiser=st.sampled_from(["", "Polres Lahat", "Polri", "Kepolisian Resor Lahat", "Pemerintah Kabupaten Lahat"]),
    agenda=st.sampled_from([(), ("Pembukaan", "Arahan")]),
    held=st.builds(
        Held,
        date=st.sampled_from([None, dt.date(2026, 3, 12)]),
        end_date=st.sampled_from([None, dt.date(2026, 3, 13)]),
        start=st.sampled_from([None, dt.time(9, 15)]),
        end=st.sampled_from([None, dt.time(11, 40)]),
    ),
    venue=st.builds(
        Venue,
        place=st.sampled_from(["", "Aula Polres"]),
        city=st.sampled_from(["", "Lahat"]),
        mode=st.sampled_from(["in_person", "online", "hybrid"]),
        platform=st.sampled_from(["", "Zoom Meeting"]),
    ),
    leader_ids=st.sampled_from([(), ("p1",), ("p1", "p2"), ("p9",)]),
    attendees=st.lists(attendees, max_size=40, unique_by=lambda a: a.id).map(tuple),
    groups=st.sampled_from(
        [(), (Group("g1", "tamu undangan"),), (Group("g1", "para camat"), Group("g2", "dan instansi terkait;"))]
    ),
    items=st.lists(items, max_size=30, unique_by=lambda i: i.id).map(tuple),
    figures=st.sampled_from([(), (Figure("f1", "Pos", "4", "unit", True),)]),
    conduct=st.sampled_from(["", "aman, tertib, dan lancar", "situasi aman dan kondusif", "Kegiatan berjalan lancar."]),
    operation=st.sampled_from([None, Operation("Operasi Ketupat", "Musi", 2026), Operation(), Operation("Operasi X")]),
    photos=st.sampled_from([(), (Photo("f1", public=True),)]),
)
offices = st.builds(
    Office,
    kind=st.sampled_from(["police", "local_government", "army", "other"]),
    name=st.sampled_from(["", "Polres Lahat", "Kodim 0405/Lahat"]),
    city=st.sampled_from(["", "Lahat"]),
    press=st.builds(PressProfile, dateline=st.sampled_from(["", "{kota}", "{KOTA}, {provinsi}"])),
)
bundles = st.builds(Bundle, office=offices, meeting=meetings)
steady = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))


@steady
@given(bundles)
def test_every_document_of_any_meeting_can_be_composed_and_outlined(bundle: Bundle) -> None:
    for document in KINDS:
        blocks = outline(document, bundle, CATALOG)
        keys = [b.key for b in blocks]
        assert len(keys) == len(set(keys))
        for block in blocks:
            said = " ".join((block.text, block.label, *block.cells))
            assert "None" not in said
            assert "{" not in said


@steady
@given(bundles, st.sampled_from(STYLES), st.integers(0, 5))
def test_a_release_of_any_meeting_in_any_style_and_wording_has_no_fault_of_form(
    bundle: Bundle, style: str, variation: int
) -> None:
    assert list(faults(draft(Source(bundle, CATALOG, style=style, variation=variation)))) == []


@steady
@given(bundles, st.sampled_from(STYLES))
def test_the_keys_of_a_draft_are_unique_and_its_quotations_were_spoken(bundle: Bundle, style: str) -> None:
    made = draft(Source(bundle, CATALOG, style=style))
    keys = [p.key for p in made.paragraphs]
    assert len(keys) == len(set(keys))
    spoken = {i.quote.rstrip(".,") for i in bundle.meeting.items if i.public} | {bundle.meeting.theme}
    for paragraph in made.paragraphs:
        assert all(words.rstrip(",.") in spoken for words in re.findall(r"“([^”]*)”", paragraph.text))
    said = " ".join(p.text for p in made.paragraphs)
    assert ("aman, tertib" in said) == ("aman, tertib" in bundle.meeting.conduct)
