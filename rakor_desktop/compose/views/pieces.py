"""The pieces that several documents share: letterhead, people, points, signatures, photos."""

from __future__ import annotations

from dataclasses import dataclass


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
    """Letterhead: unit lines and address; the closing rule is the template's business.

    ``jabatan`` tells the letterhead of an office holder (BUPATI ...): emblem and lines centred, no rule.
    """

    baris: tuple[str, ...]
    baris_atas: tuple[str, ...]
    baris_akhir: str
    alamat: str
    lambang: Gambar | None
    jabatan: bool = False


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
    """One point of the meeting: who (``pembicara``), about what (``topik``), what (``isi``), real words.

    ``terakhir`` marks the last point of the last part, which stays on a page with what follows.
    """

    no: int
    pembicara: str
    topik: str
    isi: str
    kutipan: str
    sasaran: str
    tujuan: str
    kalimat: str
    terakhir: bool = False


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
    """One signature block. ``jabatan`` in capitals, one line each; ``pangkat_nomor`` as the office prints it.

    Outgoing papers name place and date on lines of their own: "Dikeluarkan di : ``tempat``", "pada tanggal :
    ``tanggal``". ``ruang`` stands in the room to sign: blank, or the field of an e-office.
    """

    pembuka: str
    tempat_tanggal: str
    jabatan: tuple[str, ...]
    nama: str
    pangkat_nomor: str
    tempat: str = ""
    tanggal: str = ""
    ruang: str = ""
