"""View-models of the papers beside the minutes, made by hand: one with everything, one with nothing."""

from __future__ import annotations

import template_samples as samples

from rakor_desktop.compose.views import (
    Angka,
    Arahan,
    BagianArahan,
    BarisFoto,
    HalamanDokumentasi,
    LaporanHasil,
    LembarTindakLanjut,
    PetikanArahan,
    TandaTangan,
    Undangan,
)

GUESTS = tuple(f"Kepala Dinas Nomor {n} Kabupaten Pasaman Barat" for n in range(1, 9))
BASIS = (
    "Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia;",
    "Rencana Operasi Mantap Praja Singgalang 2024.",
)
ISSUED = TandaTangan(
    "", "", ("KEPALA KEPOLISIAN RESOR PASAMAN BARAT",), "AGUNG TRIBAWANTO, S.I.K.",
    "AJUN KOMISARIS BESAR POLISI NRP\u00a079081234", "Simpang Empat", "16 Agustus 2024",
)  # fmt: skip


def invitation(*, civil: bool = False, guests: tuple[str, ...] = GUESTS) -> Undangan:
    """An invitation; more than four guests stand on a list of their own."""
    return Undangan(
        kop=samples.CIVIL_KOP if civil else samples.POLICE_KOP,
        nomor="B/UND-75/VIII/OPS.1.1/2024",
        klasifikasi="BIASA",
        sifat="Biasa",
        lampiran="1 (satu) lembar" if len(guests) > 4 else "-",
        perihal=f"Undangan {samples.TITLE}",
        tempat_tanggal="Simpang Empat, 12 Agustus 2024",
        kepada=guests,
        terlampir=len(guests) > 4,
        dasar=BASIS,
        pengantar="Sehubungan dengan rujukan tersebut di atas, dimohon kehadiran Bapak/Ibu/Saudara pada:",
        judul=samples.TITLE,
        judul_kapital=samples.TITLE.upper(),
        hari_tanggal=samples.DAY,
        tanggal=samples.HELD,
        waktu="pukul 09.00 WIB s.d. selesai",
        tempat=samples.PLACE,
        acara=samples.AGENDA,
        tema="Pilkada aman dan damai",
        pimpinan=("Kapolres Pasaman Barat",),
        pakaian="PDH",
        kalimat_penutup="Demikian untuk menjadi maklum.",
        tembusan=samples.COPIES,
        tanda_tangan=samples.CIVIL_RIGHT if civil else samples.LEFT,
    )


def no_invitation() -> Undangan:
    """An invitation without anything."""
    return Undangan(
        kop=samples.NO_KOP, nomor="", klasifikasi="", sifat="", lampiran="", perihal="", tempat_tanggal="", kepada=(),
        terlampir=False, dasar=(), pengantar="", judul="", judul_kapital="", hari_tanggal="", tanggal=None, waktu="",
        tempat="", acara=(), tema="", pimpinan=(), pakaian="", kalimat_penutup="", tembusan=(), tanda_tangan=None,
    )  # fmt: skip


def results(*, civil: bool = False) -> LaporanHasil:
    """A report with every chapter."""
    return LaporanHasil(
        kop=samples.CIVIL_KOP if civil else samples.POLICE_KOP,
        judul=samples.TITLE,
        judul_kapital=samples.TITLE.upper(),
        nomor="B/LAP-3/VIII/OPS.1.1/2024",
        klasifikasi="BIASA",
        umum="Rapat koordinasi telah dilaksanakan di Simpang Empat.",
        dasar=BASIS,
        maksud_tujuan="Laporan ini disusun dengan maksud memberikan gambaran tentang hasil rapat.",
        ruang_lingkup="Ruang lingkup laporan ini meliputi pelaksanaan rapat beserta hasilnya.",
        tata_urut=("Pendahuluan", "Pelaksanaan", "Hasil yang dicapai", "Kesimpulan dan saran", "Penutup"),
        hari_tanggal=samples.DAY,
        tanggal=samples.HELD,
        waktu="pukul 09.00 WIB s.d. selesai",
        tempat=samples.PLACE,
        tema="Pilkada aman dan damai",
        penyelenggara="Polres Pasaman Barat",
        pimpinan=("Kapolres Pasaman Barat AKBP Agung Tribawanto, S.I.K.",),
        acara=samples.AGENDA,
        peserta=("Kaban Kesbangpol Yosmar Difia", "Ketua Bawaslu Wanhar, S.Pd.I."),
        jumlah_hadir="60 orang",
        hasil=(*samples.TALKS, samples.DIRECTIVES),
        angka=(Angka("TPS", "893"),),
        keputusan=samples.DECISIONS,
        saran="Agar tindak lanjut berikut dilaksanakan sesuai dengan batas waktunya.",
        tindak_lanjut=samples.FOLLOW_UPS,
        suasana="aman, tertib, dan lancar",
        kalimat_penutup="Demikian laporan ini dibuat untuk menjadi bahan periksa.",
        tembusan=samples.COPIES,
        foto=samples.PHOTOS,
        tanda_tangan=ISSUED,
    )


def no_results() -> LaporanHasil:
    """A report without anything."""
    return LaporanHasil(
        kop=samples.NO_KOP, judul="", judul_kapital="", nomor="", klasifikasi="", umum="", dasar=(), maksud_tujuan="",
        ruang_lingkup="", tata_urut=(), hari_tanggal="", tanggal=None, waktu="", tempat="", tema="", penyelenggara="",
        pimpinan=(), acara=(), peserta=(), jumlah_hadir="", hasil=(), angka=(), keputusan=(), saran="",
        tindak_lanjut=(), suasana="", kalimat_penutup="", tembusan=(), foto=(), tanda_tangan=None,
    )  # fmt: skip


ORDERS = (
    BagianArahan(
        "Arahan Kapolres Pasaman Barat",
        (
            Arahan(1, "Netralitas", "Jaga netralitas Polri.", "", "Pilkada dipercaya", "Para Kapolsek", "20 Agustus"),
            Arahan(2, "", "Siapkan apel gelar pasukan.", "“Jangan terlambat.”", "", "Kabag Ops", ""),
        ),
    ),
    BagianArahan("Penyampaian Dandim", (Arahan(3, "", "Bantu pengamanan TPS.", "", "", "", ""),)),
)


def orders(*, civil: bool = False) -> PetikanArahan:
    """Orders of two speakers, with and without details."""
    return PetikanArahan(
        kop=samples.CIVIL_KOP if civil else samples.POLICE_KOP,
        judul=samples.TITLE,
        judul_kapital=samples.TITLE.upper(),
        nomor="B/NOT-12/VIII/OPS.1.1/2024",
        klasifikasi="BIASA",
        hari_tanggal=samples.DAY,
        tanggal=samples.HELD,
        waktu="pukul 09.00 WIB s.d. selesai",
        tempat=samples.PLACE,
        pimpinan=("Kapolres Pasaman Barat AKBP Agung Tribawanto, S.I.K.",),
        bagian=ORDERS,
        jumlah_arahan="3 butir",
        tembusan=samples.COPIES,
        tanda_tangan_kiri=samples.CIVIL_LEFT if civil else samples.LEFT,
        tanda_tangan_kanan=samples.CIVIL_RIGHT if civil else samples.RIGHT,
    )


def no_orders() -> PetikanArahan:
    """An extract without anything."""
    return PetikanArahan(
        kop=samples.NO_KOP, judul="", judul_kapital="", nomor="", klasifikasi="", hari_tanggal="", tanggal=None,
        waktu="", tempat="", pimpinan=(), bagian=(), jumlah_arahan="", tembusan=(), tanda_tangan_kiri=None,
        tanda_tangan_kanan=None,
    )  # fmt: skip


def tasks(*, civil: bool = False) -> LembarTindakLanjut:
    """A follow-up sheet."""
    return LembarTindakLanjut(
        kop=samples.CIVIL_KOP if civil else samples.POLICE_KOP,
        judul=samples.TITLE,
        judul_kapital=samples.TITLE.upper(),
        nomor="",
        klasifikasi="BIASA",
        hari_tanggal=samples.DAY,
        tanggal=samples.HELD,
        tempat=samples.PLACE,
        pimpinan=("Kapolres Pasaman Barat AKBP Agung Tribawanto, S.I.K.",),
        tindak_lanjut=samples.FOLLOW_UPS,
        rekap="8 butir: 8 belum",
        tanda_tangan_kiri=samples.CIVIL_LEFT if civil else samples.LEFT,
        tanda_tangan_kanan=samples.CIVIL_RIGHT if civil else samples.RIGHT,
    )


def no_tasks() -> LembarTindakLanjut:
    """A follow-up sheet without anything."""
    return LembarTindakLanjut(
        kop=samples.NO_KOP, judul="", judul_kapital="", nomor="", klasifikasi="", hari_tanggal="", tanggal=None,
        tempat="", pimpinan=(), tindak_lanjut=(), rekap="", tanda_tangan_kiri=None, tanda_tangan_kanan=None,
    )  # fmt: skip


def pictures(*, civil: bool = False) -> HalamanDokumentasi:
    """Photo pages with an odd number of photos."""
    return HalamanDokumentasi(
        kop=samples.CIVIL_KOP if civil else samples.POLICE_KOP,
        judul=samples.TITLE,
        judul_kapital=samples.TITLE.upper(),
        klasifikasi="BIASA",
        hari_tanggal=samples.DAY,
        tanggal=samples.HELD,
        waktu="pukul 09.00 WIB s.d. selesai",
        tempat=samples.PLACE,
        foto=samples.PHOTOS,
        baris_foto=(BarisFoto(samples.PHOTOS[0], samples.PHOTOS[1]), BarisFoto(samples.PHOTOS[2], None)),
    )


def no_pictures() -> HalamanDokumentasi:
    """Photo pages without anything."""
    return HalamanDokumentasi(
        kop=samples.NO_KOP, judul="", judul_kapital="", klasifikasi="", hari_tanggal="", tanggal=None, waktu="",
        tempat="", foto=(), baris_foto=(),
    )  # fmt: skip
