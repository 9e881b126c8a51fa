"""The view-models: finished text under Indonesian names, as template authors see them.

These names are a public interface. Fields may be added; a field that is renamed keeps its old name as an
alias. Dates stand beside their text for templates that print them otherwise. No field is called items, keys,
values, get, copy, pop, count or index, because a template language would take those for something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

VERSION = 1
"""Version of this interface; it grows when fields are added."""


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture for a template: JPEG or PNG bytes, size on paper in millimetres, alternative text.

    The names are those that the Word engine looks for in any picture value.
    """

    data: bytes
    width_mm: float
    height_mm: float | None
    alt: str


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead: unit lines, address, the closing rule as a row of blanks is the template's business."""

    baris: tuple[str, ...]
    baris_atas: tuple[str, ...]
    baris_akhir: str
    alamat: str
    lambang: Gambar | None


@dataclass(frozen=True, slots=True)
class Hadirin:
    """One attendee. ``nama`` carries the titles; ``sebutan`` is "AKBP Agung Tribawanto, S.I.K.".

    ``catatan`` is the note on presence alone; ``keterangan`` says before it whom the person represents.
    """

    no: int
    pangkat: str
    nama: str
    nama_saja: str
    sebutan: str
    nomor_induk: str
    nomor_berlabel: str
    pangkat_nomor: str
    jabatan: str
    instansi: str
    jabatan_instansi: str
    jabatan_lengkap: str
    mewakili: str
    peran: str
    kehadiran: str
    keterangan: str
    catatan: str
    ganjil: bool


@dataclass(frozen=True, slots=True)
class Butir:
    """One point of the meeting: who (``pembicara``), about what (``topik``), what (``isi``), real words."""

    no: int
    pembicara: str
    topik: str
    isi: str
    kutipan: str
    sasaran: str
    tujuan: str
    kalimat: str


@dataclass(frozen=True, slots=True)
class Bagian:
    """Points that belong together: the directives of one speaker, a presentation, the decisions."""

    judul: str
    butir: tuple[Butir, ...]


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    """One row of the follow-up table."""

    no: int
    uraian: str
    penanggung_jawab: str
    batas_waktu: str
    status: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure of the meeting, value with unit."""

    label: str
    nilai: str


@dataclass(frozen=True, slots=True)
class Foto:
    """A photo with its caption; ``gambar`` is ``None`` where pictures are not wanted (checks, text)."""

    no: int
    gambar: Gambar | None
    keterangan: str
    kredit: str


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """One signature block. ``jabatan`` in capitals, one line each; ``pangkat_nomor`` as the office prints it."""

    pembuka: str
    tempat_tanggal: str
    jabatan: tuple[str, ...]
    nama: str
    pangkat_nomor: str


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


@dataclass(frozen=True, slots=True)
class SiaranPers:
    """A press release: headline, dateline, paragraphs as finished text, sign-off, captions.

    ``gaya`` is the name of its press style, ``pemisah`` what stands between dateline and lead.
    """

    kop: Kop
    judul: str
    titimangsa: str
    teras: str
    paragraf: tuple[str, ...]
    isi: tuple[str, ...]
    tagar: str
    penutup: str
    penulis: str
    narahubung: str
    foto: tuple[Foto, ...]
    tanggal: date | None
    hari_tanggal: str
    gaya: str = ""
    pemisah: str = " – "


@dataclass(frozen=True, slots=True)
class LaporanWhatsApp:
    """The chief's WhatsApp report: head, greeting by the clock, opening sentence, numbered content."""

    kepada: str
    dari: str
    tembusan: tuple[str, ...]
    perihal: str
    salam: str
    pembuka: str
    judul: str
    hari_tanggal: str
    waktu: str
    tempat: str
    pimpinan: tuple[str, ...]
    hadirin: tuple[Hadirin, ...]
    kelompok: tuple[str, ...]
    peserta: tuple[str, ...]
    jumlah_hadir: str
    butir: tuple[Bagian, ...]
    keputusan: tuple[Butir, ...]
    tindak_lanjut: tuple[TindakLanjut, ...]
    angka: tuple[Angka, ...]
    suasana: str
    penutup: str
    pengirim: str
