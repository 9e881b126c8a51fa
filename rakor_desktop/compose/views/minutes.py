"""The minutes and the attendance list.

``cap_klasifikasi`` is the word that stands at head and foot of every page of a classified paper, else empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rakor_desktop.compose.views.pieces import Angka, Bagian, Butir, Foto, Hadirin, Kop, TandaTangan, TindakLanjut


@dataclass(frozen=True, slots=True)
class Notula:
    """The minutes (notula, NOTULEN)."""

    kop: Kop
    label: str
    judul: str
    judul_kapital: str
    nomor: str
    klasifikasi: str
    hari_tanggal: str
    tanggal: date | None
    waktu: str
    waktu_panggilan: str
    tempat: str
    jenis: str
    tema: str
    penyelenggara: str
    operasi: str
    pakaian: str
    dasar: tuple[str, ...]
    acara: tuple[str, ...]
    pimpinan: tuple[str, ...]
    ketua: str
    sekretaris: str
    notulis: str
    hadirin: tuple[Hadirin, ...]
    tidak_hadir: tuple[Hadirin, ...]
    kelompok: tuple[str, ...]
    peserta: tuple[str, ...]
    jumlah_hadir: str
    pembukaan: tuple[Butir, ...]
    pembahasan: tuple[Bagian, ...]
    arahan: tuple[Bagian, ...]
    hasil: tuple[Bagian, ...]
    keputusan: tuple[Butir, ...]
    penutup: tuple[Butir, ...]
    kalimat_penutup: str
    tindak_lanjut: tuple[TindakLanjut, ...]
    angka: tuple[Angka, ...]
    suasana: str
    foto: tuple[Foto, ...]
    tembusan: tuple[str, ...]
    tanda_tangan_kiri: TandaTangan | None
    tanda_tangan_kanan: TandaTangan | None
    cap_klasifikasi: str = ""


@dataclass(frozen=True, slots=True)
class DaftarHadir:
    """The attendance list with room for signatures."""

    kop: Kop
    judul: str
    judul_kapital: str
    nomor: str
    hari_tanggal: str
    tanggal: date | None
    waktu: str
    tempat: str
    acara: tuple[str, ...]
    hadirin: tuple[Hadirin, ...]
    kelompok: tuple[str, ...]
    baris_kosong: tuple[int, ...]
    jumlah_hadir: str
    tanda_tangan: TandaTangan | None
    cap_klasifikasi: str = ""
