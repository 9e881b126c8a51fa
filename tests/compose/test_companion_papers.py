"""The papers beside the minutes, composed: whom they address, what they order, what they leave blank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.arahan import halaman_dokumentasi, lembar_tindak_lanjut, petikan_arahan
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.compose.laporan import laporan_hasil
from rakor_desktop.compose.numbers import BLANK, draft_number, number_or_draft
from rakor_desktop.compose.outline import outline
from rakor_desktop.compose.parts import wording
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.undangan import undangan
from rakor_desktop.compose.views import Gambar
from rakor_desktop.domain.meeting import Attendee, Bundle, FollowUp, Group, Held, Item, Meeting, Photo
from rakor_desktop.domain.office import Letterhead, Office, Switches

PATTERN = "B/{urut}/{bulan}/{kka}/{tahun}/{satker}"
CHIEF = Attendee(id="a", rank="AKBP", name="Agung", position="Kapolres", institution="Polres Pasaman Barat")
DEPUTY = Attendee(id="b", name="Sumidi", position="Pabung", represents="Dandim 0305/Pasaman")
MEETING = Meeting(
    title="Rapat koordinasi lintas sektoral",
    held=Held(date=dt.date(2024, 8, 15)),
    attendees=(CHIEF, DEPUTY),
    leader_ids=("a",),
    items=(
        Item(
            id="1",
            kind="directive",
            topic="Netralitas.",
            speaker_id="a",
            text="menjaga netralitas",
            sense="urges",
            purpose="pilkada dipercaya",
            audience=("para Kapolsek",),
        ),
        Item(id="2", kind="emphasis", speaker_id="a", text="kerja sama yang baik", sense="thanks"),
        Item(
            id="3",
            kind="directive",
            speaker_id="a",
            text="menyiapkan apel",
            follow_up=FollowUp("Kabag Ops", "2024-08-20"),
        ),
        Item(id="4", kind="decision", text="posko terpadu dibentuk"),
    ),
)
OFFICE = Office(kind="police", city="Simpang Empat", number_pattern=PATTERN)


def source(catalog: Catalog, meeting: Meeting = MEETING, office: Office = OFFICE) -> Source:
    return Source(Bundle(office=office, meeting=meeting), catalog)


def test_a_draft_number_leaves_blank_what_nobody_knows() -> None:
    held = Meeting(held=Held(date=dt.date(2024, 8, 15)))
    assert draft_number(PATTERN, "undangan", held, None) == f"B/{BLANK}/{BLANK}/{BLANK}/2024/{BLANK}"
    assert draft_number(PATTERN, "undangan", held, dt.date(2024, 8, 12)) == f"B/{BLANK}/VIII/{BLANK}/2024/{BLANK}"
    assert draft_number("{jenis}/{urut}/{tahun}", "undangan", held, None) == f"Und/{BLANK}/2024"


def test_the_year_stays_blank_near_the_turn_of_the_year() -> None:
    new_year = Meeting(held=Held(date=dt.date(2024, 1, 10)))
    assert draft_number("{urut}/{tahun}", "undangan", new_year, None) == f"{BLANK}/{BLANK}"


def test_the_classification_stands_in_the_number_of_a_draft() -> None:
    assert draft_number(PATTERN, "undangan", Meeting(classification="SR"), None).startswith("SR/")


def test_a_number_that_was_given_is_printed_as_it_is() -> None:
    given = replace(MEETING, numbers={"undangan": "UND/75/III/OPS.1.1/2026"})
    assert number_or_draft(given, OFFICE, "undangan") == "UND/75/III/OPS.1.1/2026"
    assert number_or_draft(MEETING, Office(), "undangan") == ""


def test_without_recipients_those_expected_are_invited_and_the_represented_himself(catalog: Catalog) -> None:
    assert undangan(source(catalog)).kepada == ("Dandim 0305/Pasaman",)
    named = replace(MEETING, recipients=("Bupati Pasaman Barat",))
    assert undangan(source(catalog, named)).kepada == ("Bupati Pasaman Barat",)


def test_more_than_four_guests_are_invited_by_a_list_and_the_letter_says_so(catalog: Catalog) -> None:
    few = undangan(source(catalog, replace(MEETING, recipients=tuple("ABCD"))))
    many = undangan(source(catalog, replace(MEETING, recipients=tuple("ABCDE"))))
    assert (few.terlampir, few.lampiran) == (False, "-")
    assert (many.terlampir, many.lampiran) == (True, "1 (satu) lembar")


@pytest.mark.parametrize(("kind", "word"), [("police", "rujukan"), ("army", "dasar")])
def test_an_invitation_rests_on_what_its_custom_calls_it(kind: str, word: str, catalog: Catalog) -> None:
    office = replace(OFFICE, kind=kind)  # type: ignore[arg-type]
    made = undangan(source(catalog, replace(MEETING, basis=("Renops",)), office))
    assert f"Sehubungan dengan {word} tersebut di atas" in made.pengantar
    assert "tersebut di atas" not in undangan(source(catalog, office=office)).pengantar


def test_an_invitation_does_not_guess_its_own_date(catalog: Catalog) -> None:
    assert undangan(source(catalog)).tempat_tanggal.strip() == "Simpang Empat,"


def test_orders_carry_what_for_who_and_until_when_and_thanks_are_no_orders(catalog: Catalog) -> None:
    orders = [order for part in petikan_arahan(source(catalog)).bagian for order in part.arahan]
    assert [order.no for order in orders] == [1, 2]
    assert (orders[0].topik, orders[0].tujuan, orders[0].pelaksana) == (
        "Netralitas",
        "Pilkada dipercaya",
        "Para Kapolsek",
    )
    assert "dipercaya" not in orders[0].isi
    assert (orders[1].pelaksana, orders[1].batas_waktu) == ("Kabag Ops", "20 Agustus 2024")
    assert [order.terakhir for order in orders] == [False, True]


def test_the_follow_up_sheet_lists_tasks_not_assigned_yet_with_blanks(catalog: Catalog) -> None:
    sheet = lembar_tindak_lanjut(source(catalog))
    assert [(row.penanggung_jawab, row.batas_waktu, row.status) for row in sheet.tindak_lanjut] == [
        ("Para Kapolsek", "", ""),
        ("Kabag Ops", "20 Agustus 2024", "Belum"),
        ("", "", ""),
    ]
    assert sheet.rekap == "3 butir: 1 belum"


def test_a_report_names_only_the_chapters_that_it_has(catalog: Catalog) -> None:
    assert laporan_hasil(source(catalog)).tata_urut == (
        "Pendahuluan", "Pelaksanaan", "Hasil yang dicapai", "Kesimpulan dan saran", "Penutup",
    )  # fmt: skip
    empty = laporan_hasil(source(catalog, replace(MEETING, items=())))
    assert empty.tata_urut == ("Pendahuluan", "Pelaksanaan", "Penutup")
    assert empty.saran == ""


def test_a_report_leaves_room_for_the_date_of_its_issue(catalog: Catalog) -> None:
    block = laporan_hasil(source(catalog)).tanda_tangan
    assert block is not None
    assert block.tempat == "Simpang Empat"
    assert block.tanggal.strip("\u00a0") == ""


def test_photos_stand_in_pairs_and_the_last_one_alone(catalog: Catalog) -> None:
    photos = tuple(Photo(id=str(n), caption=f"Foto {n}", content_hash=str(n)) for n in range(3))
    found = Source(
        Bundle(office=OFFICE, meeting=replace(MEETING, photos=photos)),
        catalog,
        lambda _hash, width: Gambar(b"", width, None, ""),
    )
    pages = halaman_dokumentasi(found)
    assert [(row.kiri.no, row.kanan.no if row.kanan else None) for row in pages.baris_foto] == [(1, 2), (3, None)]
    assert pages.foto[0].gambar is not None
    assert pages.baris_foto[0].kiri.gambar is not None
    assert pages.foto[0].gambar.width_mm > pages.baris_foto[0].kiri.gambar.width_mm
    assert pages.foto[0].gambar.alt == "Foto 0"


def test_a_letterhead_that_names_an_office_holder_is_told_apart(catalog: Catalog) -> None:
    holder = replace(OFFICE, letterhead=Letterhead(lines=("BUPATI PASAMAN BARAT",)))
    assert undangan(source(catalog, office=holder)).kop.jabatan
    assert not undangan(source(catalog)).kop.jabatan


@pytest.mark.parametrize("document", ["undangan", "laporan-hasil", "petikan-arahan", "tindak-lanjut", "dokumentasi"])
def test_the_preview_shows_the_paper_with_keys_that_stay(
    document: str, sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    bundle = sample("pasaman-barat")
    blocks = outline(document, bundle, catalog)
    assert len({block.key for block in blocks}) == len(blocks)
    again = outline(document, replace(bundle, meeting=replace(bundle.meeting, title="Rapat lain")), catalog)
    assert [block.key for block in again] == [block.key for block in blocks]
    assert any("LINTAS SEKTORAL" in block.text.upper() for block in blocks)


def test_a_topic_runs_in_before_its_point_once(catalog: Catalog) -> None:
    blocks = {b.key: b.text for b in outline("notula", Bundle(office=OFFICE, meeting=MEETING), catalog)}
    assert blocks["hasil/0/1"].startswith("Netralitas. Para Kapolsek agar menjaga netralitas")
    alone = replace(MEETING, items=(Item(id="1", kind="discussion", topic="Lain-lain"),))
    assert {b.key: b.text for b in outline("notula", Bundle(office=OFFICE, meeting=alone), catalog)}["hasil/0/1"] == (
        "Lain-lain"
    )


@pytest.mark.parametrize(
    ("code", "wanted", "word"),
    [
        ("B", True, ""),
        ("T", False, ""),
        ("T", True, "TERBATAS"),
        ("R", False, "RAHASIA"),
        ("SR", False, "SANGAT RAHASIA"),
    ],
)
def test_pages_are_marked_from_rahasia_up_and_terbatas_where_the_office_wants_it(
    code: str, wanted: bool, word: str, catalog: Catalog
) -> None:
    office = replace(OFFICE, switches=Switches(mark_restricted=wanted))
    meeting = replace(MEETING, classification=code)  # type: ignore[arg-type]
    for document in (
        "notula",
        "daftar-hadir",
        "undangan",
        "laporan-hasil",
        "petikan-arahan",
        "tindak-lanjut",
        "dokumentasi",
    ):
        assert KINDS[document].compose(source(catalog, meeting, office)).cap_klasifikasi == word, document


def test_an_e_office_finds_its_fields_where_nothing_was_given(catalog: Catalog) -> None:
    office = replace(OFFICE, switches=Switches(srikandi=True))
    letter = undangan(source(catalog, office=office))
    assert letter.nomor == "${nomor_naskah}"
    assert letter.tempat_tanggal == "Simpang Empat, ${tanggal_naskah}"
    assert letter.tanda_tangan is not None
    assert letter.tanda_tangan.ruang == "${ttd_pengirim}"
    given = replace(MEETING, numbers={"undangan": "UND/75"})
    assert undangan(source(catalog, given, office)).nomor == "UND/75"
    report = laporan_hasil(source(catalog, office=office)).tanda_tangan
    assert report is not None
    assert report.tanggal == "${tanggal_naskah}"


def test_a_chair_from_afar_stands_before_the_local_one(catalog: Catalog) -> None:
    afar = Attendee(id="k", rank="Jenderal Polisi", name="Budi", position="Kapolri", presence="online")
    meeting = replace(MEETING, attendees=(CHIEF, afar), leader_ids=("a", "k"))
    assert laporan_hasil(source(catalog, meeting)).pimpinan == (
        "Kapolri Jenderal Polisi Budi",
        "Kapolres Pasaman Barat AKBP Agung",
    )
    assert undangan(source(catalog, meeting)).pimpinan == ("Kapolri", "Kapolres Pasaman Barat")


@pytest.mark.parametrize(
    ("position", "institution", "printed"),
    [
        ("Ketua Divisi Sosdiklih", "KPU Kabupaten Lahat", "Ketua Divisi Sosdiklih KPU Kabupaten Lahat"),
        ("Kabid P2P", "Dinkes Kabupaten Lahat", "Kabid P2P Dinkes Kabupaten Lahat"),
        ("Kasi Trantib", "Kecamatan Kota Lahat", "Kasi Trantib Kecamatan Kota Lahat"),
        ("Kadis LH", "DLH Kabupaten Lahat", "Kadis LH Kabupaten Lahat"),
        ("Ketua KPU", "KPU Kabupaten Lahat", "Ketua KPU Kabupaten Lahat"),
        ("Kapolres", "Polres Lahat", "Kapolres Lahat"),
    ],
)  # fmt: skip
def test_a_post_keeps_the_institution_that_it_does_not_name(
    position: str, institution: str, printed: str, catalog: Catalog
) -> None:
    assert wording(source(catalog)).joined_post(position, institution) == printed


def test_nobody_is_invited_as_a_guest_who_was_invited(catalog: Catalog) -> None:
    circles = (Group("1", "tamu undangan"), Group("2", "para camat"))
    assert undangan(source(catalog, replace(MEETING, groups=circles))).kepada == ("Dandim 0305/Pasaman", "para camat")


def test_blank_lines_are_no_copies_agenda_or_basis(catalog: Catalog) -> None:
    blank = replace(MEETING, copies=("", " "), agenda=(" ",), basis=("",), groups=(Group("1", " "),))
    made = undangan(source(catalog, blank))
    assert (made.tembusan, made.acara, made.dasar) == ((), (), ())
    assert "tersebut di atas" not in made.pengantar


def test_a_report_asks_for_a_limit_only_where_there_is_one(catalog: Catalog) -> None:
    assert laporan_hasil(source(catalog)).saran.endswith("dilaksanakan sesuai dengan batas waktunya.")
    tasks = tuple(replace(i, follow_up=FollowUp("Kabag Ops")) for i in MEETING.items)
    assert laporan_hasil(source(catalog, replace(MEETING, items=tasks))).saran.endswith("berikut dilaksanakan.")
