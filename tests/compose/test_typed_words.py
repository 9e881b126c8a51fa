"""Items entered clumsily: the sentence made of them says each thing once, with the verb that the words mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.compose.choice import Choice
from rakor_desktop.compose.press_people import People
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.speech import Speech
from rakor_desktop.compose.typed import addressed, taken_apart
from rakor_desktop.domain.meeting import Attendee, Bundle, Item, Meeting

CHIEF = Attendee(id="p1", rank="AKBP", name="Rahmat Hidayat", position="Kapolres Batu", institution="Polres Batu")
ORDER = Item(kind="directive", sense="urges")


def told(catalog: Catalog, item: Item) -> str:
    item = replace(item, id="i1", public=True, speaker_id="" if item.speaker else "p1")
    source = Source(Bundle(meeting=Meeting(attendees=(CHIEF,), items=(item,))), catalog)
    people = People(source, PressStyle(), frozenset({"p1"}))
    speech = Speech(people, (item,), Choice("m1"), already_named=frozenset({"p1"}))
    return speech.told(0)[0].text


@pytest.mark.parametrize(
    ("item", "said"),
    [
        # The text already has its subject or its verb.
        (Item(text="menekankan pentingnya sinergi", sense="urges"), "Kapolres Batu menekankan pentingnya sinergi."),
        (Item(text="Kapolres Batu menegaskan bahwa pos siap"), "Kapolres Batu menegaskan bahwa pos siap."),
        (Item(text="Beliau berharap mudik aman", sense="hopes"), "Kapolres Batu berharap mudik aman."),
        (Item(text="kami minta warga melapor", kind="appeal"), "Kapolres Batu meminta warga melapor."),
        (Item(text="Kita mengajak ASN netral", sense="urges"), "Kapolres Batu mengajak ASN netral."),
        (Item(text="Beliau mengapresiasi warga", sense="thanks"), "Kapolres Batu mengapresiasi warga."),
        (replace(ORDER, text="menyampaikan laporan setiap Senin"),
         "Kapolres Batu memberikan arahan untuk menyampaikan laporan setiap Senin."),
        (Item(text="mohon dukungan rambu sementara"), "Kapolres Batu memohon dukungan rambu sementara."),
        (Item(text="semoga mudik lancar", sense="hopes"), "Kapolres Batu berharap mudik lancar."),
        (Item(text="Forum diharapkan mampu bersinergi", sense="hopes"),
         "Kapolres Batu berharap forum mampu bersinergi."),
        (Item(text="Apakah pos sudah siap?"), "Kapolres Batu menanyakan apakah pos sudah siap."),
        (Item(text="pos sudah siap?"), "Kapolres Batu menanyakan apakah pos sudah siap."),
        # Whom it is meant for stands in the text.
        (replace(ORDER, text="camat diminta melapor"), "Kapolres Batu meminta agar camat melapor."),
        (replace(ORDER, text="masyarakat dihimbau tidak berkonvoi"),
         "Kapolres Batu meminta agar masyarakat tidak berkonvoi."),
        (replace(ORDER, text="Babinsa untuk memantau desa", audience=("Babinsa",)),
         "Kapolres Batu mengajak Babinsa untuk memantau desa."),
        (replace(ORDER, text="Bagi warga yang berlibur, tidak membakar sampah", audience=("warga",)),
         "Kapolres Batu mengajak warga yang berlibur untuk tidak membakar sampah."),
        (replace(ORDER, text="kepada camat agar koordinasi dengan lurah"),
         "Kapolres Batu mengajak camat untuk berkoordinasi dengan lurah."),
        (replace(ORDER, text="Kades lakukan kerja bakti"), "Kapolres Batu meminta agar Kades melakukan kerja bakti."),
        (replace(ORDER, text="agar tokoh agama menyampaikan pesan damai", audience=("umat",)),
         "Kapolres Batu meminta agar tokoh agama menyampaikan pesan damai kepada umat."),
        (replace(ORDER, text="pilih pemimpin", kind="appeal", audience=("Warga",)),
         "Kapolres Batu mengajak warga agar pilih pemimpin."),
        (replace(ORDER, text="gunakan hak pilih!", kind="appeal", audience=("Warga",)),
         "Kapolres Batu mengajak warga untuk menggunakan hak pilih."),
        (replace(ORDER, text="Mari kita jaga kamtibmas", kind="appeal"),
         "Kapolres Batu menyampaikan ajakan untuk menjaga kamtibmas."),
        # What is stated is not asked for.
        (replace(ORDER, text="personel dilarang berpihak"),
         "Kapolres Batu menekankan bahwa personel dilarang berpihak."),
        (replace(ORDER, text="netralitas harga mati"), "Kapolres Batu menekankan bahwa netralitas harga mati."),
        (replace(ORDER, text="respons cepat di lapangan"), "Kapolres Batu menekankan respons cepat di lapangan."),
        (replace(ORDER, text="dalam pengamanan agar dibentuk tim"),
         "Kapolres Batu meminta agar dalam pengamanan dibentuk tim."),
        (replace(ORDER, text="pentingnya evaluasi agar program tepat sasaran"),
         "Kapolres Batu menyampaikan pentingnya evaluasi agar program tepat sasaran."),
        (replace(ORDER, text="tolong dicek kesehatan hewan"), "Kapolres Batu meminta agar dicek kesehatan hewan."),
        # Several orders, orders and warnings.
        (replace(ORDER, text="1. Cek pos; 2. Tingkatkan patroli"),
         "Kapolres Batu memberikan arahan untuk mengecek pos dan meningkatkan patroli."),
        (replace(ORDER, text="Cek kapal, jangan sampai kelebihan muatan"),
         "Kapolres Batu memberikan arahan untuk mengecek kapal agar tidak sampai kelebihan muatan."),
        (replace(ORDER, text="warga agar melapor, jangan panik"),
         "Kapolres Batu meminta agar warga melapor dan tidak panik."),
        (replace(ORDER, text="Data harus lengkap. Logistik jangan menumpuk."),
         "Kapolres Batu menekankan bahwa data harus lengkap. Ia juga meminta agar logistik tidak menumpuk."),
        (replace(ORDER, text="OPD WAJIB hadir; jangan terlambat"),
         "Kapolres Batu menekankan bahwa OPD wajib hadir. Ia juga mengingatkan agar tidak terlambat."),
        (replace(ORDER, text="utamakan edukasi, jangan arogan"),
         "Kapolres Batu memberikan arahan untuk mengutamakan edukasi dan tidak arogan."),
        (replace(ORDER, text="gunakan helm, lengkapi surat kendaraan", kind="appeal", audience=("pemudik",)),
         "Kapolres Batu mengajak pemudik untuk menggunakan helm, melengkapi surat kendaraan."),
        (replace(ORDER, text="validasi data balita"), "Kapolres Batu menekankan validasi data balita."),
        (Item(text="kita harus duduk bersama", sense="urges"),
         "Kapolres Batu menekankan bahwa semua pihak harus duduk bersama."),
        (Item(text="usul agar dipasang kamera"), "Kapolres Batu mengusulkan agar dipasang kamera."),
        (Item(text="perlu dibuat pagar", sense="hopes"), "Kapolres Batu berharap dibuat pagar."),
        # What a passive says is not done by the speaker's office.
        (Item(text="akan dilakukan penutupan jalan"),
         "Kapolres Batu menyampaikan bahwa akan dilakukan penutupan jalan."),
        (Item(text="tujuan rapat untuk menyamakan persepsi", sense="explains"),
         "Kapolres Batu menjelaskan bahwa tujuan rapat adalah untuk menyamakan persepsi."),
        (Item(text="Pelaksanaan Rapat Koordinasi berjalan baik"),
         "Kapolres Batu menyampaikan bahwa pelaksanaan Rapat Koordinasi berjalan baik."),
        (Item(text="camat se-Kota Batu hadir"), "Kapolres Batu menyampaikan bahwa camat se-Kota Batu hadir."),
        # A speaker known by words alone.
        (Item(speaker="Perwakilan gereja", text="Perwakilan gereja menyampaikan terima kasih"),
         "Perwakilan gereja menyampaikan terima kasih."),
    ],
)  # fmt: skip
def test_what_was_typed_becomes_a_sentence_of_its_meaning(item: Item, said: str, catalog: Catalog) -> None:
    assert told(catalog, item) == said


def test_the_verb_typed_gives_way_where_it_was_just_heard(catalog: Catalog) -> None:
    items = tuple(Item(id=f"i{n}", speaker_id="p1", text=f"menekankan pentingnya hal {n}", public=True) for n in "ab")
    source = Source(Bundle(meeting=Meeting(attendees=(CHIEF,), items=items)), catalog)
    people = People(source, PressStyle(), frozenset({"p1"}))
    speech = Speech(people, items, Choice("m"), already_named=frozenset({"p1"}))
    assert "menekankan pentingnya hal a" in speech.told(0)[0].text
    assert "menegaskan pentingnya hal b" in speech.told(1)[0].text


def test_only_words_that_address_somebody_are_taken_as_an_address() -> None:
    assert addressed("tujuan rapat untuk menyamakan persepsi", "").text == "tujuan rapat untuk menyamakan persepsi"
    assert addressed("warga yang diminta hadir belum datang", "").who == ""
    assert taken_apart("menyampaikan laporan setiap pekan", (), directs=True).verb == ""
    assert taken_apart("Menghimbau warga", (), directs=False).verb == "mengimbau"
