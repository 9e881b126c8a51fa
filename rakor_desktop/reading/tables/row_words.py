"""Words by which rows of a list are told that hold no person: titles, totals, signatures, headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

LABELS: Final = re.compile(
    r"\s*(?:daftar\s+(?:hadir|undangan|peserta|nama)|absensi|presensi|undangan|hari|tanggal|waktu|pukul|tempat|acara|"
    r"agenda|kegiatan|perihal|rapat|rakor|jenis\s+kegiatan|nama\s+kegiatan|lampiran|nomor|dalam\s+rangka|kepolisian|"
    r"pemerintah|halaman)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Rows above the header that only title the list."""

TOTAL: Final = re.compile(r"\W*(?:sub\s*)?(?:jumlah|total|rekap\w*|keseluruhan)\b.*", re.IGNORECASE | re.DOTALL)
"""A row that counts the rows above it."""

CLOSING: Final = re.compile(
    r"\W*(?:mengetahui|menyetujui|notulis|penanggung\s*jawab|dikeluarkan|pada tanggal|a\.\s?n\.\s|an\.\s|"
    r"pimpinan rapat|ketua panitia|yang membuat|pembuat|panitia|"
    r"[\w .]{3,30},\s*(?:\d{1,2}|[.…]+)\s*(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)\w*\s*\d*)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What opens the block of signatures under a list."""

NUMBERED: Final = re.compile(r"\s*(?:[IVXLC]+|[A-Z]|\d{1,3}|[ivx]+|[a-z])\s*[.)]\s+|\s*[•▪\-–*]\s+")
"""The number or bullet before a heading."""

ITEM: Final = re.compile(r"\s*(?:[IVXLC]+|[A-Za-z]|\d{1,3})\s*[.)]*\s*")
"""A number of the list."""

DITTO: Final = re.compile(r"\s*(?:-?\s*[\"〃”“']{1,2}\s*-?|s\.?d\.?a\.?|idem|sda|id\.)\s*", re.IGNORECASE)
"""The same again."""

FROM: Final = re.compile(r"\s*(?:(?:unsur|dari|jajaran|rombongan|instansi|kelompok)\s+)+", re.IGNORECASE)
"""Words before the institution of a heading."""

RULE: Final = re.compile(r"[\s\-=_:.*|]+")
"""A row of lines only."""


def is_count_row(row: Sequence[str]) -> bool:
    """Whether the cells count the columns: 1 2 3 4, or (1) (2) (3)."""
    expected = 0
    for cell in row:
        if cell and not cell.isspace():
            expected += 1
            if cell.strip(" ().") != str(expected):
                return False
    return expected > 2
