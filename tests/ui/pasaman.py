"""A meeting to look at and to test with: Polres Pasaman Barat prepares an operation."""

from __future__ import annotations

from datetime import date, time

from rakor_desktop.domain.meeting import (
    Attendee,
    Figure,
    FollowUp,
    Group,
    Held,
    Item,
    Meeting,
    Operation,
    Photo,
    Signer,
    Venue,
)
from rakor_desktop.domain.office import Letterhead, Office

OFFICE = Office(
    id="polres-pasaman-barat",
    name="Polres Pasaman Barat",
    short_name="Polres Pasbar",
    city="Simpang Empat",
    province="Sumatera Barat",
    letterhead=Letterhead(
        ("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH SUMATERA BARAT", "RESOR PASAMAN BARAT"), "Simpang Empat"
    ),
)

PEOPLE = (
    Attendee("a1", rank="AKBP", name="Agung Tribawanto", back=("S.I.K.",), position="Kapolres Pasaman Barat",
             institution="Polres Pasaman Barat", role="chair"),
    Attendee("a2", rank="Mayor Kav", name="Sumidi S.", position="Pabung Kodim 0305/Pasaman",
             institution="Kodim 0305/Pasaman", represents="Dandim 0305/Pasaman"),
    Attendee("a3", name="Yosmar Difia", position="Kaban Kesbangpol",
             institution="Pemkab Pasaman Barat", represents="Bupati Pasaman Barat"),
    Attendee("a4", name="Hafizul Pahmi", back=("S.Sos.",), position="Ketua Divisi Sosdiklih, Parmas, dan SDM",
             institution="KPU Pasaman Barat", represents="Ketua KPU"),
    Attendee("a5", name="Wanhar", back=("S.Pd.I.",), position="Ketua Bawaslu", institution="Bawaslu Pasaman Barat",
             role="speaker"),
    Attendee("a6", rank="AKP", name="Susanto", position="Danki 3 Batalyon B Pelopor",
             institution="Satbrimob Polda Sumbar"),
)  # fmt: skip

ITEMS = (
    Item("i1", "opening", speaker_id="a1", text="Pentingnya sinergi antarinstansi dalam mengawal jalannya Pilkada 2024 "
         "agar berlangsung dengan aman dan lancar.", public=True),
    Item("i2", "presentation", topic="Tahapan Pilkada", speaker_id="a4",
         text="Gambaran tahapan dan kesiapan logistik menjelang pemungutan suara tanggal 27 November 2024."),
    Item("i3", "discussion", speaker="Kabag Ops", text="Kerawanan tiap TPS dan rencana penempatan personel."),
    Item("i4", "directive", speaker_id="a1", sense="explains", public=True,
         text="Rapat koordinasi ini menunjukkan kesiapan bersama untuk menyukseskan Pilkada 2024.",
         quote="Dengan digelarnya rapat koordinasi lintas sektoral ini, kami siap untuk menyukseskan pelaksanaan "
         "Pilkada 2024, khususnya di Kabupaten Pasaman Barat."),
    Item("i5", "directive", speaker_id="a1", sense="urges", audience=("seluruh personel",),
         text="Petakan kerawanan di 893 TPS dan laporkan sebelum apel gelar pasukan.",
         follow_up=FollowUp("Kabag Ops", "2024-08-22")),
    Item("i6", "decision", text="Apel gelar pasukan dan simulasi sispam kota dilaksanakan sebelum tahap pendaftaran.",
         follow_up=FollowUp("Polres dan Kodim", "segera", "in_progress"), public=True),
)  # fmt: skip


def meeting() -> Meeting:
    """The whole meeting."""
    return Meeting(
        id="m1",
        title="Rapat Koordinasi Lintas Sektoral dalam rangka Kesiapan Operasi Mantap Praja Singgalang 2024",
        kind="Rapat koordinasi lintas sektoral",
        occasion="kesiapan pengamanan Pilkada Serentak 2024",
        organiser="Polres Pasaman Barat",
        agenda=("Pembukaan", "Arahan Kapolres", "Paparan narasumber", "Diskusi", "Penutup"),
        held=Held(date(2024, 8, 15), start=time(9, 0), end=time(11, 40), zone="WIB"),
        venue=Venue("Lapangan indoor Polres Pasaman Barat", "Simpang Empat"),
        operation=Operation("Operasi Mantap Praja", "Singgalang", 2024),
        leader_ids=("a1",),
        note_taker_id="a6",
        signers=(Signer("a6", capacity="note_taker"), Signer("a1", capacity="acknowledged")),
        attendees=PEOPLE,
        groups=(Group("g1", "para PJU Polres Pasaman Barat"), Group("g2", "tamu undangan")),
        items=ITEMS,
        figures=(Figure("f1", "TPS", "893", "TPS", True), Figure("f2", "Personel pengamanan", "412", "orang")),
        conduct="aman, tertib, dan lancar",
        photos=(Photo("p1", "Kapolres memimpin rapat", "Humas Polres", "h1", True), Photo("p2", "Peserta", "", "h2")),
    )
