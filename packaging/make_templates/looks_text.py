"""The styles of letterheads, titles, running text and lists."""

from __future__ import annotations

from make_templates.look import STEP, VALUE_AT, Look
from make_templates.page import cm


def _butir(level: int) -> Look:
    return Look(f"Butir{level}", f"Butir {level}", align="both", after=60, list_number=1, level=level - 1)


_FIELD_TABS = (("left", "", VALUE_AT - cm(0.4)),)
_NUMBERED_VALUE_AT = cm(6.6)

TEXT_LOOKS: tuple[Look, ...] = (
    Look("Header", "header", align="center"),
    Look("Footer", "footer", align="center"),
    Look("Kop", align="center"),
    Look("KopBesar", "Kop Besar", "Kop", bold=True, size=16),
    Look("KopJabatan", "Kop Jabatan", "Kop", bold=True, size=14),
    Look("KopAlamat", "Kop Alamat", "Kop", size=11),
    Look("Lambang", "Lambang", align="center"),
    Look("Judul", "Title", next="Subjudul", align="center", before=360, keep_next=True, keep_lines=True, bold=True),
    Look(
        "Subjudul",
        "Subtitle",
        next="Paragraf",
        align="center",
        left=cm(1.5),
        right=cm(1.5),
        keep_next=True,
        keep_lines=True,
        bold=True,
    ),
    Look("SubjudulGaris", "Subjudul Garis", "Subjudul", next="Paragraf", rule_below=("single", 6, 2)),
    Look("Nomor", "Nomor Dokumen", align="center", keep_next=True),
    Look("Jarak", keep_next=True),
    Look("Akhir", size=1),
    Look("Paragraf", align="both", after=120),
    Look("Isian", after=40, left=VALUE_AT, hanging=VALUE_AT, tabs=_FIELD_TABS),
    Look("IsianLabel", "Isian Label", after=40),
    Look("IsianLabelDalam", "Isian Label Dalam", "IsianLabel", after=40, left=cm(0.6)),
    Look("IsianNilai", "Isian Nilai", after=40),
    Look("IsianDaftar", "Isian Daftar", "IsianNilai", after=40, left=cm(0.9), hanging=cm(0.9)),
    *(_butir(level) for level in range(1, 7)),
    Look(
        "Bab",
        "heading 1",
        "Butir1",
        next="Butir2",
        align="left",
        before=160,
        after=60,
        keep_next=True,
        keep_lines=True,
        outline=0,
        bold=True,
    ),
    Look(
        "BabRomawi",
        "Bab Romawi",
        next="Butir1",
        before=240,
        after=80,
        keep_next=True,
        keep_lines=True,
        outline=0,
        list_number=5,
        bold=True,
        capitals=True,
    ),
    Look("ButirKepala", "Butir Kepala", "Butir1", align="both", after=60, keep_next=True, keep_lines=True),
    Look("ButirAkhir", "Butir Akhir", "Butir1", after=60, keep_next=True, keep_lines=True),
    Look("ParagrafAkhir", "Paragraf Akhir", "Paragraf", align="both", before=120, keep_next=True, keep_lines=True),
    Look("BabTanpaNomor", "Bab Tanpa Nomor", next="Bab", before=160, after=60, keep_next=True, bold=True),
    Look(
        "ButirIsian",
        "Butir Isian",
        "Butir2",
        align="left",
        after=60,
        left=_NUMBERED_VALUE_AT,
        hanging=_NUMBERED_VALUE_AT - STEP,
        tabs=(("left", "", 2 * STEP), ("left", "", _NUMBERED_VALUE_AT - cm(0.4))),
    ),
    Look(
        "ButirRincian",
        "Butir Rincian",
        align="both",
        after=40,
        left=cm(4.4),
        hanging=cm(4.4) - STEP,
        tabs=(("left", "", cm(4)),),
        keep_lines=True,
    ),
    Look("Butir3Akhir", "Butir 3 Akhir", "Butir3", align="both", after=60, keep_next=True, keep_lines=True),
    Look("Butir2Akhir", "Butir 2 Akhir", "Butir2", align="both", after=60, keep_next=True, keep_lines=True),
    Look("ButirRincianAkhir", "Butir Rincian Akhir", "ButirRincian", align="both", after=40, keep_next=True),
    Look("ButirPembuka", "Butir Pembuka", "Butir2", align="left", after=60, keep_next=True, keep_lines=True),
    Look("ButirPenutup", "Butir Penutup", "Butir2", after=60, keep_next=True, keep_lines=True),
    Look("ButirIsi", "Butir Isi", "Paragraf", after=60, left=STEP),
    Look("DaftarAcara", "Daftar Acara", "IsianDaftar", after=40, list_number=3, left=cm(0.9), hanging=cm(0.9)),
    Look("DaftarPeserta", "Daftar Peserta", "IsianDaftar", after=40, list_number=4, left=cm(0.9), hanging=cm(0.9)),
)
