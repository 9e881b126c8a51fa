"""The press release and the report by WhatsApp."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rakor_desktop.compose.views.pieces import Angka, Bagian, Butir, Foto, Hadirin, Kop, TindakLanjut


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
    """The chief's WhatsApp report: head, greeting by the clock, opening sentence, numbered content.

    ``cap_klasifikasi`` is the word at head and foot of every page of a classified report, else empty.
    """

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
    cap_klasifikasi: str = ""
