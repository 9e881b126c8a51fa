"""Whole meetings that nobody would type on purpose and somebody will: long, broken, half filled, full of odd signs."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

from PIL import Image

from rakor_desktop.domain.meeting import (
    Attendee,
    Bundle,
    Figure,
    FollowUp,
    Group,
    Held,
    Item,
    Meeting,
    Photo,
    Signer,
    Venue,
)
from rakor_desktop.domain.office import Letterhead, Office, OfficeSigner
from tests.desk.test_documents import poisoned

KINDS = ("opening", "presentation", "discussion", "directive", "emphasis", "appeal", "decision", "closing")
NAMES = ("Budi Santoso", "Siti Aminah", "I Made Wirawan", "Yohanes Kristiawan Hadiningrat Kusumo", "M. Iqbal")
ORDERS = (
    "tingkatkan patroli pada jam rawan",
    "Seluruh personel agar siaga di pos masing-masing dan melapor setiap dua jam kepada perwira pengendali.",
    "jaga netralitas",
)
LONG_WORD = "Pemberdayaanmasyarakatkelurahan" * 8


def picture(colour: str = "navy", size: tuple[int, int] = (640, 480), kind: str = "JPEG") -> bytes:
    """A small photo."""
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, kind)
    return data.getvalue()


PICTURES: dict[str, bytes] = {
    "whole": picture(),
    "standing": picture("olive", (300, 900)),
    "lying": picture("teal", (2400, 200)),
    "dot": picture("red", (1, 1)),
    "webp": picture("gray", kind="WEBP"),
    "png": picture("purple", kind="PNG"),
    "half": picture(size=(1200, 900))[:900],
    "words": b"bukan gambar",
    "empty": b"",
    "mark": b"\xff\xd8\xff\xe0",
}
"""Photos by their mark; some are broken, and "missing" is not there at all."""


WHOLE = ("whole", "standing", "lying", "dot", "webp", "png")
"""Those that can be printed."""


def photo_of(content_hash: str) -> bytes | None:
    """The bytes of a photo."""
    return PICTURES.get(content_hash)


def large(people: int = 60, orders: int = 200, photos: int = 40) -> Meeting:
    """A meeting with everything, much of it."""
    hashes = (*PICTURES, "missing")
    return Meeting(
        id="besar",
        title="Rapat Koordinasi Lintas Sektoral",
        kind="Rapat koordinasi",
        occasion="kesiapan Operasi Ketupat 2026",
        theme="Mudik Aman, Keluarga Nyaman",
        organiser="Polres Lahat",
        basis=tuple(f"Surat Kapolda Nomor B/{n}/III/OPS.1.1./2026 tanggal {n} Maret 2026" for n in range(1, 9)),
        agenda=("Pembukaan", "Paparan", "Arahan", "Penutup"),
        dress="PDH",
        copies=("Kapolda Sumatera Selatan", "Irwasda Polda Sumatera Selatan", "Karo Ops Polda Sumatera Selatan"),
        held=Held(date=dt.date(2026, 3, 12), start=dt.time(9, 0), end=dt.time(11, 40), called_at=dt.time(8, 30)),
        venue=Venue(place="Aula Polres Lahat", city="Lahat", mode="hybrid", platform="Zoom Meeting"),
        leader_ids=("p1",),
        note_taker_id="p2",
        attendees=tuple(_person(n) for n in range(1, people + 1)),
        groups=(Group("g1", "tamu undangan"), Group("g2", "para camat")),
        items=tuple(_item(n) for n in range(1, orders + 1)),
        figures=(Figure("f1", "Pos pengamanan", "4", "unit", True), Figure("f2", "", "12", "", True)),
        conduct="aman, tertib, dan lancar",
        photos=tuple(
            Photo(f"b{n}", f"Kegiatan {n}" if n % 3 else "", content_hash=hashes[n % len(hashes)], public=True)
            for n in range(photos)
        ),
    )


def _person(n: int) -> Attendee:
    return Attendee(
        id=f"p{n}",
        rank=("AKBP", "Letkol Inf", "", "Pembina Tk. I", "Panglima Muda")[n % 5],
        name=NAMES[n % len(NAMES)] if n % 11 else "",
        back=((), ("S.H.",), ("S.H.", "M.H."))[n % 3],
        service_no=("", "79081234", "196803121990031005")[n % 3],
        position=("Kapolres", "Dandim 0405/Lahat", "", "Camat Hilir")[n % 4],
        institution=("Polres Lahat", "", "KPU Kabupaten Lahat")[n % 3],
        represents="Bupati Lahat" if n % 7 == 0 else "",
        presence=("present", "present", "online", "absent")[n % 4],
        excuse="dinas luar" if n % 4 == 3 else "",
    )


def _item(n: int) -> Item:
    return Item(
        id=f"i{n}",
        kind=KINDS[n % len(KINDS)],
        topic=f"Pokok {n}" if n % 2 else "",
        speaker_id=f"p{n % 5}",
        text=ORDERS[n % len(ORDERS)],
        quote="Kami siap!" if n % 4 == 0 else "",
        purpose="mencegah kemacetan" if n % 5 == 0 else "",
        audience=("camat", "lurah", "kepala desa")[: n % 4],
        follow_up=FollowUp(responsible="Kabag Ops", due="2026-03-20", status="open") if n % 3 == 0 else None,
    )


def office(kind: str, paper: str = "A4") -> Office:
    """An office of a kind with a letterhead, a number pattern and a signer."""
    return Office(
        kind=kind,  # type: ignore[arg-type]
        name="Polres Lahat",
        city="Lahat",
        paper=paper,  # type: ignore[arg-type]
        letterhead=Letterhead(("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "RESOR LAHAT"), "Jalan Bhayangkara 1"),
        number_pattern="B/{urut}/{bulan}/{kka}/{tahun}/{satker}",
        signers=(OfficeSigner("acknowledged", "Kapolres Lahat", "Budi Santoso, S.H.", "AKBP", "79081234"),),
    )


def hostile_meetings() -> dict[str, Meeting]:
    """The meetings by what is wrong with them."""
    full = large(12, 16, 6)
    marks = {
        "long words": LONG_WORD,
        "controls": "a\x00b\x01c\x0bd\x0ce\x1ef\x1fg\x7f\x85h\u2028i\ufffe\ud800",
        "right to left": "اجتماع تنسيقي \u202eabc\u202c \u200f שלום",
        "emoji": "👮🏽\u200d♂️ 🇮🇩 👩\u200d👩\u200d👧 café\u0301",
        "new lines": "atas\nbawah\r\n\r\nlagi\rdan\tlanjut",
        "template tags": "{{ kop.baris }} {% for x in y %} {%tr endfor %} {# c #} {{",
        "markup": "<w:p/> &amp; & < > \" ' ]]> <script>alert(1)</script>",
        "blanks": "  \u00a0 \u200b ",
    }
    nobody = Attendee(id="p1")
    return {
        "large": large(),
        "empty": Meeting(id="kosong"),
        "only a title": Meeting(id="judul", title="Rapat"),
        "only people without names": Meeting(id="orang", attendees=(nobody, replace(nobody, id="p2", rank="AKBP"))),
        "chairs that are gone": Meeting(id="hilang", title="Rapat", leader_ids=("x", "y"), note_taker_id="z"),
        "only blank points": Meeting(
            id="butir",
            title="Rapat",
            items=tuple(Item(id=kind, kind=kind) for kind in KINDS),
            figures=(Figure("f1", "", "", ""), Figure("f2", "Pos", "", "unit")),
            groups=(Group("g1", ""), Group("g2", "  ")),
            agenda=("", " "),
            basis=("",),
            copies=("",),
            recipients=("", " "),
            signers=(Signer(capacity="acknowledged"), Signer(capacity="note_taker")),
        ),
        "only photos": Meeting(id="foto", photos=large(photos=40).photos),
        **{name: replace(poisoned(full, words), id="aneh") for name, words in marks.items()},
        **{f"nothing but {name}": _only(full, marks[name]) for name in ("blanks", "new lines")},
    }


def _only(meeting: Meeting, words: str) -> Meeting:
    """A meeting whose names and points are these words alone."""
    return replace(
        meeting,
        title=words,
        venue=replace(meeting.venue, place=words, city=words),
        attendees=tuple(replace(a, name=words, position=words, institution=words) for a in meeting.attendees),
        items=tuple(replace(i, text=words, topic=words) for i in meeting.items),
        photos=tuple(replace(p, caption=words, credit=words) for p in meeting.photos),
        agenda=(words,),
        copies=(words,),
    )


def bundles(kind: str, paper: str = "A4") -> dict[str, Bundle]:
    """The hostile meetings of one kind of office."""
    return {name: Bundle(office=office(kind, paper), meeting=meeting) for name, meeting in hostile_meetings().items()}
