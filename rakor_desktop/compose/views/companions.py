"""The papers that go with the minutes: invitation, report, extract of orders, follow-up sheet, photo pages.

``cap_klasifikasi`` is the word that stands at head and foot of every page of a classified paper, else empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rakor_desktop.compose.views.pieces import Angka, Bagian, Butir, Foto, Kop, TandaTangan, TindakLanjut


@dataclass(frozen=True, slots=True)
class Undangan:
    """The letter of invitation. Its own date is not known to the meeting, so ``tempat_tanggal`` leaves room for it.

    ``terlampir`` says that the invited (``kepada``) stand on a list of their own, not in the letter's head;
    ``lampiran`` says the same in words. ``pengantar`` leads to day, time and place, ``kalimat_penutup`` ends.
    """

    kop: Kop
    nomor: str
    klasifikasi: str
    sifat: str
    lampiran: str
    perihal: str
    tempat_tanggal: str
    kepada: tuple[str, ...]
    terlampir: bool
    dasar: tuple[str, ...]
    pengantar: str
    judul: str
    judul_kapital: str
    hari_tanggal: str
    tanggal: date | None
    waktu: str
    tempat: str
    acara: tuple[str, ...]
    tema: str
    pimpinan: tuple[str, ...]
    pakaian: str
    kalimat_penutup: str
    tembusan: tuple[str, ...]
    tanda_tangan: TandaTangan | None
    cap_klasifikasi: str = ""


@dataclass(frozen=True, slots=True)
class LaporanHasil:
    """The report on the meeting's results. ``tata_urut`` names the chapters that are there.

    ``saran`` leads to the follow-up table; it is empty when nothing is left to do.
    """

    kop: Kop
    judul: str
    judul_kapital: str
    nomor: str
    klasifikasi: str
    umum: str
    dasar: tuple[str, ...]
    maksud_tujuan: str
    ruang_lingkup: str
    tata_urut: tuple[str, ...]
    hari_tanggal: str
    tanggal: date | None
    waktu: str
    tempat: str
    tema: str
    penyelenggara: str
    pimpinan: tuple[str, ...]
    acara: tuple[str, ...]
    peserta: tuple[str, ...]
    jumlah_hadir: str
    hasil: tuple[Bagian, ...]
    angka: tuple[Angka, ...]
    keputusan: tuple[Butir, ...]
    saran: str
    tindak_lanjut: tuple[TindakLanjut, ...]
    suasana: str
    kalimat_penutup: str
    tembusan: tuple[str, ...]
    foto: tuple[Foto, ...]
    tanda_tangan: TandaTangan | None
    cap_klasifikasi: str = ""


@dataclass(frozen=True, slots=True)
class Arahan:
    """One order: what (``isi``), what for, who carries it out, until when; ``no`` counts through all speakers.

    ``terakhir`` marks the very last one, which stays on a page with what follows.
    """

    no: int
    topik: str
    isi: str
    kutipan: str
    tujuan: str
    pelaksana: str
    batas_waktu: str
    terakhir: bool = False


@dataclass(frozen=True, slots=True)
class BagianArahan:
    """The orders of one speaker."""

    judul: str
    arahan: tuple[Arahan, ...]


@dataclass(frozen=True, slots=True)
class PetikanArahan:
    """The extract of orders: the part of the minutes that the chief reads."""

    kop: Kop
    judul: str
    judul_kapital: str
    nomor: str
    klasifikasi: str
    hari_tanggal: str
    tanggal: date | None
    waktu: str
    tempat: str
    pimpinan: tuple[str, ...]
    bagian: tuple[BagianArahan, ...]
    jumlah_arahan: str
    tembusan: tuple[str, ...]
    tanda_tangan_kiri: TandaTangan | None
    tanda_tangan_kanan: TandaTangan | None
    cap_klasifikasi: str = ""


@dataclass(frozen=True, slots=True)
class LembarTindakLanjut:
    """The sheet on which an office watches what becomes of decisions and orders. ``rekap`` counts them by state.

    ``keterangan`` of a row holds the evidence (bukti).
    """

    kop: Kop
    judul: str
    judul_kapital: str
    nomor: str
    klasifikasi: str
    hari_tanggal: str
    tanggal: date | None
    tempat: str
    pimpinan: tuple[str, ...]
    tindak_lanjut: tuple[TindakLanjut, ...]
    rekap: str
    tanda_tangan_kiri: TandaTangan | None
    tanda_tangan_kanan: TandaTangan | None
    cap_klasifikasi: str = ""


@dataclass(frozen=True, slots=True)
class BarisFoto:
    """Two photos side by side, each of half the width; ``kanan`` is missing after an odd number."""

    kiri: Foto
    kanan: Foto | None


@dataclass(frozen=True, slots=True)
class HalamanDokumentasi:
    """The photo pages: ``foto`` in a size of which two fill a page, ``baris_foto`` in pairs, four a page."""

    kop: Kop
    judul: str
    judul_kapital: str
    klasifikasi: str
    hari_tanggal: str
    tanggal: date | None
    waktu: str
    tempat: str
    foto: tuple[Foto, ...]
    baris_foto: tuple[BarisFoto, ...]
    cap_klasifikasi: str = ""
