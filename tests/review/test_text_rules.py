"""One sentence a rule: what is found, where, and what stands instead; and what must be left alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.review.text import TextFacts, TextFinding, review

TODAY = date(2026, 11, 22)
Found = Callable[..., tuple[TextFinding, ...]]


@pytest.fixture
def found(catalog: Catalog) -> Found:
    def find(text: str, facts: TextFacts | None = None, *, quoted: bool = False) -> tuple[TextFinding, ...]:
        return review(text, catalog, facts, TODAY, quoted=quoted)

    return find


MENDED = [
    # spelling and affixes
    ("Mereka menghimbau warga.", "ejaan-auto", "menghimbau", "mengimbau"),
    ("Acara itu di bahas bersama.", "di-awalan", "di bahas", "dibahas"),
    ("Hal itu di prioritaskan oleh warga.", "di-awalan", "di prioritaskan", "diprioritaskan"),
    ("Pemilu serentak diindonesia aman.", "di-ke-depan", "diindonesia", "di Indonesia"),
    ("Mereka berkumpul dirumah warga.", "di-ke-depan", "dirumah", "di rumah"),
    ("Rombongan menuju kelokasi banjir.", "di-ke-depan", "kelokasi", "ke lokasi"),
    ("Pengamanan pasca banjir dilanjutkan.", "bentuk-terikat", "pasca banjir", "pascabanjir"),
    ("Pengamanan pasca Natal dilanjutkan.", "bentuk-terikat", "pasca Natal", "pasca-Natal"),
    ("Kerukunan antar umat dijaga.", "bentuk-terikat", "antar umat", "antarumat"),
    ("Polisi mengkategorikan laporan.", "luluh", "mengkategorikan", "mengategorikan"),
    ("Petugas memparkirkan mobil.", "luluh", "memparkirkan", "memarkirkan"),
    ("Arahan nya jelas.", "nya-terpisah", "Arahan nya", "Arahannya"),
    ("Pos2 itu dijaga.", "kata-ulang-angka", "", ""),
    ("Jalan2 utama dijaga.", "kata-ulang-angka", "Jalan2", "Jalan-Jalan"),
    ("Warga yang yang hadir.", "kata-ganda", "yang yang", "yang"),
    ("Kampung-kampumg itu aman.", "kata-ulang", "", ""),
    ("Di kampung-kampong itu aman.", "kata-ulang", "kampung-kampong", "kampung-kampung"),
    # clocks and dates
    ("Rapat dimulai jam 09.00 WIB.", "jam-pukul", "jam 09.00", "pukul 09.00"),
    ("Rapat dimulai pukul 09:30 WIB.", "titik-waktu", "pukul 09:30", "pukul 09.30"),
    ("Rapat hari ini (Kamis) dimulai.", "hari-ini", "hari ini (Kamis)", "Kamis"),
    ("Notulen: Budi Santoso", "notulis", "Notulen", "Notulis"),
    ("Digelar Rabu (15/8/2024) di aula.", "hari-tanggal", "Rabu", "Kamis"),
    ("Digelar Senin (26/01/21) di aula.", "hari-tanggal", "Senin", "Selasa"),
    ("Digelar Kamis, 29-Nov-2023 di aula.", "hari-tanggal", "Kamis", "Rabu"),
    # degrees and ranks
    ("Kapolres AKBP Budi Santoso SH SIK membuka rapat.", "gelar", " SH SIK", ", S.H., S.I.K."),
    ("Kapolres AKBP Agung Wibowo, S.Ik dan rombongan.", "gelar", ", S.Ik", ", S.I.K."),
    ("Hadir Akp Budi Santoso dari polres.", "pangkat-huruf", "Akp", "AKP"),
    ("Hadir Letkol Inf. Budi Santoso di aula.", "titik-korps", "Letkol Inf.", "Letkol Inf"),
    ("Menurut AKBP BUDI SANTOSO, pos siap.", "nama-kapital", "BUDI SANTOSO", "Budi Santoso"),
    ("Warga tdk perlu panik.", "ejaan-auto", "tdk", "tidak"),
    ("Hadir Kasie Humas dan warga.", "ejaan-auto", "Kasie", "Kasi"),
    ("Doa bagi umat kristiani di gereja.", "kapital-nama", "umat kristiani", "umat Kristiani"),
    # quotations
    ('"Kita siap", ujar Kapolres.', "koma-kutipan", '", ', '," '),
    ('"Kita siap" ujar Kapolres.', "koma-kutipan", '" ', '," '),
    ('"Kita siap,"ujar Kapolres.', "spasi-kutipan", '"', '" '),
    ("“Kita siap,” Ujar Kapolres.", "huruf-pengutip", "Ujar", "ujar"),
    ("“Kita siap,” ungkapnya\n\nRapat selesai.", "titik-pengutip", "ungkapnya", "ungkapnya."),
    ("“Kita siap,” imbuhnya.", "verba-awal", "imbuhnya", "ujarnya"),
    ("“Kita siap,” pungkasnya. “Kita bisa,” ujarnya.", "verba-akhir", "pungkasnya", "ujarnya"),
    ("“Kita siap,” ujarnya. “Kita bisa,” ujar Kapolres.", "verba-berulang", "ujar", "ucap"),
    # signs
    ("Rapat dibuka *Kapolres* pagi itu.", "tanda-whatsapp", "*", ""),
    ("Rapat selesai 🙏 dengan aman.", "emoji", "🙏 ", ""),
    ("Rapat  selesai.", "spasi-ganda", "  ", " "),
    ("Rapat selesai , lalu foto.", "spasi-tanda", " ,", ","),
    ("Rapat selesai,lalu foto.", "spasi-tanda", ",", ", "),
    # capitals
    ("Polri dan polri siap.", "kapital-nama", "polri", "Polri"),
    ("Rapat dibuka kapolri pagi itu.", "kapital-jabatan", "kapolri", "Kapolri"),
    ("Rapat selesai dengan aman. kegiatan ditutup doa.", "kapital-awal", "kegiatan", "Kegiatan"),
    ("Pada acara tersebut, Ia menyampaikan terima kasih.", "ia-kapital", "Ia", "ia"),
]


@pytest.mark.parametrize(("text", "code", "part", "right"), MENDED)
def test_a_fault_is_found_with_its_remedy(text: str, code: str, part: str, right: str, found: Found) -> None:
    hits = [f for f in found(text) if f.code == code]
    if not part:
        assert not hits
        return
    assert [(f.text, f.remedies[0].replacement) for f in hits][:1] == [(part, right)]
    assert text[hits[0].start : hits[0].end] == part


BARE = [
    ("Naskah R/Renops/5/IV/OPS.1.2.3./2022 dibacakan.", "nomor-rahasia", "error"),
    ("Polres mengerahkan 180 personel gabungan.", "kekuatan-personel", "error"),
    ("Polres menurunkan kekuatan penuh.", "kekuatan-personel", "warning"),
    ("Kabag Ops memaparkan ploting pos pengamanan.", "kedudukan-pos", "error"),
    ("Ada titik rawan di Simpang Empat.", "titik-rawan", "error"),
    ("Hubungi 0812-3456-7890 segera.", "nomor-telepon", "warning"),
    ("AKP Budi NRP 79081234 hadir.", "nomor-induk", "error"),
    ("Korban, anak Budi Santoso (12 tahun), selamat.", "identitas-anak", "error"),
    ("Polisi menangkap tersangka Budi Santoso.", "tuduhan-bernama", "error"),
    ("“Kita siap mengamankan, ujar Kapolres.", "petik-pincang", "warning"),
    ("Aipda Yohanis (Kasi Dokkes hadir.", "kurung-pincang", "warning"),
    ("Digelar Senin (31/2/2024) di aula.", "tanggal-tak-ada", "error"),
    ("Operasi selama 10 hari mulai 22 Desember 2023 s.d. 2 Januari 2024.", "jumlah-hari", "warning"),
    ("Operasi 22 Desember 2023 s.d. 2 Januari 2022 ditutup.", "rentang-terbalik", "error"),
]


@pytest.mark.parametrize(("text", "code", "severity"), BARE)
def test_what_a_person_must_decide_is_found_without_a_sure_remedy(
    text: str, code: str, severity: str, found: Found
) -> None:
    hits = [f for f in found(text) if f.code == code]
    assert [f.severity for f in hits] == [severity]
    assert not hits[0].sure


RIGHT = [
    "Kamis 6 April 2023, Kapolri memimpin rapat.",
    "Rapat digelar Selasa (26/1/21) dan Rabu, 29-Nov-2023.",
    "Mereka mempelajari, mempunyai, mengkaji, dan memperhatikan usul itu; menteri hadir.",
    "Mobil antar jemput disiapkan di tempat yang dikenal warga; semua keluar dengan tertib.",
    "Kapolres AKBP Agung Tribawanto, S.I.K., M.H., membuka rapat.",
    "Ketua DPRD H. Muh. Amin, S.Sos., M.Si., dan dr. Sri Wahyuni, M.Kes., hadir.",
    "“Kita siap,” ujar Kapolres. Ia menambahkan bahwa semua aman.",
    "Kabag Ops menjelaskan rencana itu, lalu disukseskan bersama.",
    "Anak-anak sekolah, tersangka, dan pelaku usaha hadir.",
    "Polres Lahat bersama TNI menggelar rapat di Aula Wira Satya (lantai 2).",
    "Operasi berlangsung selama 12 hari mulai 22 Desember 2023 s.d. 2 Januari 2024.",
    "AKBP Budi Jaya hadir.\nMenurut SE Bupati, Siti, S.Pd., M.Pd., juga hadir.",
    "Petugas berjaga di titik rawan kecelakaan; RT 03 RW 02 siaga; PT KAI dan SD Negeri 2 ikut.",
    "Mereka dirumahkan, diwilayahkan, dan ditengahi; rektor mengkritik, mensyukuri, dan mengkhawatirkan hal itu.",
    "Para petugas hadir sejak pagi\nDalam rapat itu dua tersangka Kasus Narkoba disebut; pelaku Usaha Kecil hadir.",
    "Camat Junrejo hadir. Para camat se-Kota Batu dan camat bersama warga pulang.",
    "Hadir Pasi Ops dan Kasi Ops, lalu AKBP Budi Santoso.",
    "Warna-warni kain, lauk-pauk, dan ramah-tamah menyertai acara.",
    "Alamat https://polres.go.id/berita/di-hadiri dan humas@polres.go.id tetap.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_sentences_have_no_findings_but_hints(text: str, found: Found) -> None:
    assert [f for f in found(text) if f.severity != "hint"] == []


def test_a_name_that_drifts_is_asked_about_and_never_mended_in_bulk(found: Found) -> None:
    (drift,) = (f for f in found("AKBP Hendri Kurniawan hadir. AKBP Hendrik Kurniawan pamit.") if f.family == "nama")
    assert (drift.text, drift.remedies[0].replacement, drift.sure) == ("Hendrik Kurniawan", "Hendri Kurniawan", False)


def test_a_name_near_to_one_in_the_people_book_is_asked_about(found: Found) -> None:
    facts = TextFacts(people=("Listyo Sigit Prabowo",))
    (asked,) = (f for f in found("Jenderal Listiyo Sigit Prabowo hadir.", facts) if f.family == "nama")
    assert asked.remedies[0].replacement == "Listyo Sigit Prabowo"
    assert not [f for f in found("Jenderal Listyo Sigit Prabowo hadir.", facts) if f.family == "nama"]


def test_a_quotation_that_the_minutes_do_not_hold_must_not_go_out(found: Found) -> None:
    facts = TextFacts(quotes=("Kita harus menjaga keamanan bersama-sama.",))
    right = "“Kita harus menjaga keamanan bersama-sama,” ujar Kapolres."
    wrong = "“Semua pihak sudah gagal menjaga keamanan kota,” ujar Kapolres."
    assert not [f for f in found(right, facts) if f.code == "kutipan-tanpa-sumber"]
    assert [f.severity for f in found(wrong, facts) if f.code == "kutipan-tanpa-sumber"] == ["error"]
    assert not [f for f in found(wrong) if f.code == "kutipan-tanpa-sumber"], "without minutes nothing is known"


def test_the_facts_of_a_meeting_hold_its_quotes_names_and_day(sample: Callable[[str], Bundle], found: Found) -> None:
    facts = TextFacts.of(sample("pasaman-barat"), people=("Budi Santoso",), glossary=("personil",))
    assert facts.held == date(2024, 8, 15)
    assert facts.quotes
    assert {"Yosmar Difia", "Budi Santoso"} <= set(facts.people)
    codes = [f.code for f in found("Digelar Rabu (14/8/2024) oleh personil.", facts)]
    assert codes == ["tanggal-rapat"]


def test_a_headline_in_capitals_is_offered_in_title_case(found: Found) -> None:
    text = "POLRES LAHAT GELAR RAKOR DI AULA\n\nRapat berlangsung aman."
    (shout,) = (f for f in found(text) if f.code == "judul-kapital")
    assert shout.remedies[0].replacement == "Polres Lahat Gelar Rakor di Aula"


def test_a_headline_printed_again_and_the_rest_of_a_web_page_are_found(found: Found) -> None:
    title = "Polres Lahat Gelar Rapat Koordinasi"
    text = f"{title} | Media\n\n{title}\n\nRapat berlangsung aman. (Humas)\n\nBaca juga\n\nPost a Comment"
    codes = [(f.code, f.text) for f in found(text) if f.family == "laman"]
    assert codes == [("judul-berulang", title), ("sisa-laman", "Baca juga\n\nPost a Comment")]


def test_a_read_also_line_inside_an_article_does_not_end_it(found: Found) -> None:
    long = "Rapat itu menghimbau warga " + "dan para tokoh " * 12 + "agar tertib."
    text = f"Rapat selesai. (Pilkada)\n\nBaca juga: Berita lain\n\n{long}"
    assert [f.code for f in found("Pembuka naskah ini.\n\n" + text.replace(" (Pilkada)", "") + "\n") if f.sure] == [
        "ejaan-auto"
    ]


def test_the_seven_questions_are_asked_once_each_when_unanswered(found: Found) -> None:
    text = "Semua pihak berharap keadaan menjadi baik. " * 10
    asked = [f.code for f in found(text) if f.family == "kah"]
    assert {"kah-kapan", "kah-di-mana", "kah-siapa"} <= set(asked)
    assert len(asked) == len(set(asked))
    assert all(f.severity == "hint" for f in found(text) if f.family == "kah")


def test_a_report_by_whatsapp_keeps_its_marks(found: Found) -> None:
    report = "*Kepada Yth: Kapolres*\n*Dari: Kasi Humas*\n*Perihal: Laporan*\n\nIzin melaporkan rapat."
    assert not [f for f in found(report) if f.family in ("tanda", "judul", "kah")]


def test_long_sentences_and_paragraphs_are_hints(found: Found) -> None:
    text = "Rapat itu membahas " + "banyak hal yang penting bagi warga " * 7 + "di sana. " + "Semua setuju itu. " * 4
    assert {f.code for f in found(text)} >= {"kalimat-panjang", "paragraf-panjang"}


def test_an_abbreviation_is_to_be_introduced_once(found: Found) -> None:
    bare = "Para PJU Polres Lahat hadir dalam rapat koordinasi itu sejak pagi."
    told = "Para pejabat utama (PJU) Polres Lahat hadir dalam rapat koordinasi itu sejak pagi."
    assert [f.remedies[0].replacement for f in found(bare) if f.code == "singkatan"] == ["pejabat utama (PJU)"]
    assert not [f for f in found(told) if f.code == "singkatan"]
