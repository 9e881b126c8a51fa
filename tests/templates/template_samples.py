"""View-models made by hand: a real-looking meeting of Pasaman Barat, and one with nothing filled in."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from PIL import Image

from rakor_desktop.compose.views import (
    Angka,
    Bagian,
    Butir,
    DaftarHadir,
    Foto,
    Hadirin,
    Kop,
    LaporanWhatsApp,
    Notula,
    SiaranPers,
    TandaTangan,
    TindakLanjut,
)
from rakor_desktop.word import Picture

TITLE = "Rapat Koordinasi Lintas Sektoral dalam Rangka Kesiapan Operasi Mantap Praja Singgalang Tahun 2024"
DAY, PLACE = "Kamis, 15 Agustus 2024", "Lapangan Indoor Polres Pasaman Barat"
HELD = date(2024, 8, 15)


def picture(width_mm: float, height_mm: float, colour: tuple[int, int, int], alt: str) -> Any:
    """A plain JPEG, as the desk hands pictures to the Word engine."""
    buffer = io.BytesIO()
    Image.new("RGB", (round(width_mm * 4), round(height_mm * 4)), colour).save(buffer, "JPEG")
    return Picture(buffer.getvalue(), width_mm, height_mm, alt)


POLICE_KOP = Kop(
    baris=("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH SUMATERA BARAT", "RESOR PASAMAN BARAT"),
    baris_atas=("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH SUMATERA BARAT"),
    baris_akhir="RESOR PASAMAN BARAT",
    alamat="Jalan Jati Nomor 1, Simpang Empat 26566",
    lambang=None,
)
CIVIL_KOP = Kop(
    baris=("PEMERINTAH KABUPATEN PASAMAN BARAT", "BADAN KESATUAN BANGSA DAN POLITIK"),
    baris_atas=("PEMERINTAH KABUPATEN PASAMAN BARAT",),
    baris_akhir="BADAN KESATUAN BANGSA DAN POLITIK",
    alamat="Jalan Soekarno Hatta Nomor 8, Simpang Empat 26566, Telepon (0753) 466123",
    lambang=picture(20, 24, (40, 40, 40), "Lambang Kabupaten Pasaman Barat"),
)
NO_KOP = Kop((), (), "", "", None)

_KNOWN = (
    ("AKBP", "Agung Tribawanto, S.I.K.", "NRP 79081234", "Kapolres Pasaman Barat", "", ""),
    (
        "",
        "Yosmar Difia",
        "NIP 196803121990031005",
        "Kaban Kesbangpol Kabupaten Pasaman Barat",
        "Bupati Pasaman Barat",
        "Pembina Utama Muda",
    ),
    ("Mayor Kav", "Sumidi, S", "NRP 21950012345", "Pabung Kodim 0305/Pasaman", "Dandim 0305/Pasaman", ""),
    (
        "",
        "Hafizul Pahmi, S.Sos.",
        "",
        "Ketua Divisi Sosdiklih Parmas SDM KPU Kabupaten Pasaman Barat",
        "Ketua KPU Kabupaten Pasaman Barat",
        "",
    ),
    ("", "Wanhar, S.Pd.I.", "", "Ketua Bawaslu Kabupaten Pasaman Barat", "", ""),
    ("AKP", "Susanto", "NRP 81040567", "Danki 3 Batalyon B Pelopor Sat Brimob Polda Sumbar", "", ""),
)


def attendees(count: int) -> tuple[Hadirin, ...]:
    """People of the meeting first, then made-up officers."""
    made = []
    for no in range(1, count + 1):
        if no <= len(_KNOWN):
            rank, name, number, post, absent, civil = _KNOWN[no - 1]
        else:
            rank, name, number = "Aipda", f"Anggota Polres Nomor {no} & Rekan", f"NRP 8{no:07d}"
            post, absent, civil = f"Bhabinkamtibmas Nagari {no} Polsek Gunung Tuleh", "", ""
        title = f"{rank} {name}".strip()
        standing = " / ".join(part for part in (civil or rank, number) if part)
        made.append(
            Hadirin(
                no,
                rank,
                name,
                name.split(",")[0],
                title,
                number,
                number,
                standing,
                post,
                "",
                post,
                f"{post} {title}",
                absent,
                "Peserta",
                "Hadir",
                f"Mewakili {absent}" if absent else "",
                "",
                no % 2 == 1,
            )
        )
    return tuple(made)


_ORDERS = (
    "Petakan kembali kerawanan pada 893 TPS dan laporkan paling lambat tiga hari sebelum pencoblosan.",
    "Tingkatkan koordinasi dengan KPU dan Bawaslu sampai tingkat nagari agar setiap tahapan berjalan aman.",
    "Jaga netralitas Polri dan TNI; pelanggaran ditindak sesuai ketentuan.",
    "Siapkan apel gelar pasukan dan simulasi sispam kota bersama seluruh instansi.",
)


def points(count: int) -> tuple[Butir, ...]:
    """Directives of the chief."""
    return tuple(
        Butir(no, "Kapolres Pasaman Barat", "", _ORDERS[no % 4], "", "", "", _ORDERS[no % 4])
        for no in range(1, count + 1)
    )


def point(text: str) -> Butir:
    """One point."""
    return Butir(1, "", "", text, "", "", "", text)


DIRECTIVES = Bagian("Arahan Kapolres Pasaman Barat", points(40))
TALKS = (
    Bagian("Paparan Kabag Ops", (point("Kekuatan pengamanan 412 personel Polri dibantu TNI dan Linmas."),)),
    Bagian(
        "Paparan Ketua Bawaslu Kabupaten Pasaman Barat",
        (
            point("Potensi kerawanan tertinggi pada masa tenang."),
            point("Pengawasan melekat dilakukan di 11 kecamatan."),
        ),
    ),
)
DECISIONS = (
    point("Seluruh instansi sepakat membentuk posko terpadu di Mapolres Pasaman Barat."),
    point("Rapat evaluasi dilaksanakan setiap hari Senin pukul 09.00 WIB."),
)
FOLLOW_UPS = tuple(
    TindakLanjut(
        no, f"Menyerahkan data pengamanan TPS kecamatan ke-{no}", "Kabag Ops", "22 Agustus 2024", "belum selesai", ""
    )
    for no in range(1, 9)
)
PHOTOS = (
    Foto(
        1,
        picture(150, 90, (90, 120, 160), "Kapolres memimpin rapat"),
        "Kapolres Pasaman Barat AKBP Agung Tribawanto, S.I.K. memimpin rapat koordinasi lintas sektoral",
        "Humas",
    ),
    Foto(2, picture(150, 90, (150, 120, 90), "Peserta rapat"), "Peserta rapat dari TNI, KPU, dan Bawaslu", ""),
    Foto(3, picture(150, 90, (90, 150, 90), ""), "", ""),
)
COPIES = ("Kapolda Sumatera Barat", "Irwasda Polda Sumatera Barat", "Karo Ops Polda Sumatera Barat")
AGENDA = (
    "Pembukaan",
    "Paparan Kabag Ops",
    "Paparan KBO Sat Intelkam",
    "Paparan KPU dan Bawaslu",
    "Diskusi",
    "Arahan Kapolres",
    "Penutup",
)
LEFT = TandaTangan(
    "Mengetahui",
    "",
    ("KEPALA KEPOLISIAN RESOR PASAMAN BARAT",),
    "AGUNG TRIBAWANTO, S.I.K.",
    "AJUN KOMISARIS BESAR POLISI NRP\u00a079081234",
)
RIGHT = TandaTangan(
    "Notulis",
    "Simpang Empat, 15 Agustus 2024",
    ("KASUBBAG BINOPS",),
    "RINA MARLINA, S.H.",
    "INSPEKTUR POLISI DUA NRP\u00a092010345",
)
CIVIL_RIGHT = TandaTangan(
    "PIMPINAN SIDANG/RAPAT",
    "Simpang Empat, 15 Agustus 2024",
    ("KEPALA BADAN KESATUAN BANGSA DAN POLITIK,",),
    "Drs. YOSMAR DIFIA, M.Si.",
    "Pembina Utama Muda\nNIP. 196803121990031005",
)
CIVIL_LEFT = TandaTangan("Notulis,", "", (), "RINA MARLINA, S.H.", "Penata Muda\nNIP. 199201032015032001")


def minutes(*, civil: bool = False, people: int = 60) -> Notula:
    """Minutes with every field filled."""
    return Notula(
        kop=CIVIL_KOP if civil else POLICE_KOP,
        label="NOTULEN",
        judul=TITLE,
        judul_kapital=TITLE.upper(),
        nomor="B/NOT-12/VIII/OPS.1.1/2024",
        klasifikasi="BIASA",
        hari_tanggal=DAY,
        tanggal=HELD,
        waktu="pukul 09.00 WIB s.d. selesai",
        waktu_panggilan="pukul 08.30 WIB",
        tempat=PLACE,
        jenis="Rapat koordinasi",
        tema="Sinergi mewujudkan Pilkada 2024 yang aman, damai, dan sejuk",
        penyelenggara="Polres Pasaman Barat",
        operasi="Mantap Praja Singgalang 2024 (27 Agustus s.d. 31 Desember 2024)",
        pakaian="PDH/menyesuaikan",
        dasar=(
            "Undangan Kapolres Pasaman Barat Nomor: UND/75/VIII/OPS.1.1/2024 tanggal 12 Agustus 2024;",
            "Rencana Operasi Mantap Praja Singgalang 2024.",
        ),
        acara=AGENDA,
        pimpinan=("Kapolres Pasaman Barat AKBP Agung Tribawanto, S.I.K.",),
        ketua="AKBP Agung Tribawanto, S.I.K. (Kapolres Pasaman Barat)",
        sekretaris="Kompol Muzhendra, S.H.",
        notulis="Ipda Rina Marlina, S.H.",
        hadirin=attendees(people),
        tidak_hadir=attendees(2)[1:],
        kelompok=("PJU Polres Pasaman Barat", "Dinas Perhubungan"),
        peserta=(*tuple(h.jabatan_lengkap for h in attendees(6)), "PJU Polres Pasaman Barat"),
        jumlah_hadir=f"{people} orang",
        pembukaan=(point("Rapat dibuka oleh Kapolres pukul 09.00 WIB."),),
        pembahasan=(*TALKS, DIRECTIVES),
        arahan=(DIRECTIVES,),
        hasil=(*TALKS, DIRECTIVES),
        keputusan=DECISIONS,
        penutup=(point("Doa bersama dipimpin oleh Kasi Rohani."),),
        kalimat_penutup="Rapat ditutup oleh Kapolres Pasaman Barat pada pukul 11.30 WIB.",
        tindak_lanjut=FOLLOW_UPS,
        angka=(Angka("TPS", "893"), Angka("Personel pengamanan", "412 orang")),
        suasana="aman, tertib, dan lancar",
        foto=PHOTOS,
        tembusan=COPIES,
        tanda_tangan_kiri=CIVIL_LEFT if civil else LEFT,
        tanda_tangan_kanan=CIVIL_RIGHT if civil else RIGHT,
    )


def no_minutes() -> Notula:
    """Minutes of a meeting of which only the office's label is known."""
    return Notula(
        kop=NO_KOP,
        label="NOTULEN",
        judul="",
        judul_kapital="",
        nomor="",
        klasifikasi="",
        hari_tanggal="",
        tanggal=None,
        waktu="",
        waktu_panggilan="",
        tempat="",
        jenis="",
        tema="",
        penyelenggara="",
        operasi="",
        pakaian="",
        dasar=(),
        acara=(),
        pimpinan=(),
        ketua="",
        sekretaris="",
        notulis="",
        hadirin=(),
        tidak_hadir=(),
        kelompok=(),
        peserta=(),
        jumlah_hadir="",
        pembukaan=(),
        pembahasan=(),
        arahan=(),
        hasil=(),
        keputusan=(),
        penutup=(),
        kalimat_penutup="",
        tindak_lanjut=(),
        angka=(),
        suasana="",
        foto=(),
        tembusan=(),
        tanda_tangan_kiri=None,
        tanda_tangan_kanan=None,
    )


def attendance(*, civil: bool = False, people: int = 60, blank: int = 6) -> DaftarHadir:
    """An attendance list with walk-in rows."""
    return DaftarHadir(
        kop=CIVIL_KOP if civil else POLICE_KOP,
        judul=TITLE,
        judul_kapital=TITLE.upper(),
        nomor="",
        hari_tanggal=DAY,
        tanggal=HELD,
        waktu="pukul 09.00 WIB s.d. selesai",
        tempat=PLACE,
        acara=(TITLE,),
        hadirin=attendees(people),
        kelompok=("PJU Polres Pasaman Barat",),
        baris_kosong=tuple(range(people + 1, people + 1 + blank)),
        jumlah_hadir=f"{people} orang",
        tanda_tangan=CIVIL_RIGHT if civil else RIGHT,
    )


def no_attendance() -> DaftarHadir:
    """An attendance list without anything."""
    return DaftarHadir(
        kop=NO_KOP,
        judul="",
        judul_kapital="",
        nomor="",
        hari_tanggal="",
        tanggal=None,
        waktu="",
        tempat="",
        acara=(),
        hadirin=(),
        kelompok=(),
        baris_kosong=(),
        jumlah_hadir="",
        tanda_tangan=None,
    )


def release(*, civil: bool = False) -> SiaranPers:
    """A press release."""
    lead = (
        "Jelang Pemilukada Tahun 2024, Polres Pasaman Barat menggelar rapat koordinasi lintas sektoral dalam rangka "
        "kesiapan pelaksanaan Operasi Mantap Praja Singgalang 2024 di Lapangan Indoor Polres Pasaman Barat, "
        "Kamis (15/8/2024)."
    )
    body = (
        "Rapat koordinasi ini dipimpin oleh Kapolres Pasaman Barat AKBP Agung Tribawanto, S.I.K. dan dihadiri oleh "
        "Kaban Kesbangpol Yosmar Difia, Pabung Kodim 0305/Pasaman Mayor Kav Sumidi, S, serta Ketua Bawaslu Wanhar.",
        "“Dengan digelarnya rapat koordinasi lintas sektoral ini, kami siap untuk menyukseskan pelaksanaan Pilkada "
        "2024, khususnya di Kabupaten Pasaman Barat,” ujar Kapolres.",
        "Di Kabupaten Pasaman Barat ada 893 TPS. Karena itu, kegiatan ini sangat penting untuk menyatukan langkah.",
    )
    return SiaranPers(
        kop=CIVIL_KOP if civil else POLICE_KOP,
        judul="Kapolres Pasaman Barat Pimpin Rakor Lintas Sektoral Operasi Mantap Praja Singgalang 2024",
        titimangsa="Pasaman Barat",
        teras=lead,
        paragraf=body,
        isi=(f"Pasaman Barat – {lead}", *body),
        tagar="#PolriPresisi #PilkadaDamai",
        penutup="(HumasResPasbar)",
        penulis="GST",
        narahubung="Kasi Humas, 0812-0000-0000",
        foto=PHOTOS,
        tanggal=HELD,
        hari_tanggal=DAY,
    )


def no_release() -> SiaranPers:
    """A press release without anything."""
    return SiaranPers(
        kop=NO_KOP,
        judul="",
        titimangsa="",
        teras="",
        paragraf=(),
        isi=(),
        tagar="",
        penutup="",
        penulis="",
        narahubung="",
        foto=(),
        tanggal=None,
        hari_tanggal="",
    )


def report() -> LaporanWhatsApp:
    """A report to the regional chief."""
    return LaporanWhatsApp(
        kepada="Yth. Kapolda Sumatera Barat",
        dari="Kapolres Pasaman Barat",
        tembusan=COPIES,
        perihal="Laporan pelaksanaan rapat koordinasi lintas sektoral",
        salam="Selamat siang Jenderal,",
        pembuka="izin melaporkan pelaksanaan rapat koordinasi lintas sektoral sebagai berikut:",
        judul=TITLE,
        hari_tanggal=DAY,
        waktu="pukul 09.00 WIB s.d. selesai",
        tempat=PLACE,
        pimpinan=("Kapolres Pasaman Barat AKBP Agung Tribawanto, S.I.K.",),
        hadirin=attendees(6),
        kelompok=("PJU Polres Pasaman Barat",),
        peserta=tuple(h.jabatan_lengkap for h in attendees(6)),
        jumlah_hadir="60 orang",
        butir=(*TALKS, Bagian("Arahan Kapolres Pasaman Barat", points(4))),
        keputusan=DECISIONS,
        tindak_lanjut=FOLLOW_UPS[:2],
        angka=(Angka("TPS", "893"),),
        suasana="Rapat berlangsung aman, tertib, dan lancar.",
        penutup="Demikian dilaporkan, sebagai bahan periksa. DUM.\nDokumentasi terlampir.",
        pengirim="Kapolres Pasaman Barat",
    )


def no_report() -> LaporanWhatsApp:
    """A report without anything."""
    return LaporanWhatsApp(
        kepada="",
        dari="",
        tembusan=(),
        perihal="",
        salam="",
        pembuka="",
        judul="",
        hari_tanggal="",
        waktu="",
        tempat="",
        pimpinan=(),
        hadirin=(),
        kelompok=(),
        peserta=(),
        jumlah_hadir="",
        butir=(),
        keputusan=(),
        tindak_lanjut=(),
        angka=(),
        suasana="",
        penutup="",
        pengirim="",
    )
