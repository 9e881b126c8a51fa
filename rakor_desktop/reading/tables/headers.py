"""The header of an attendance list: which words name which column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

Field = Literal[
    "number",
    "rank",
    "front",
    "name",
    "back",
    "service_no",
    "position",
    "institution",
    "represents",
    "represented_name",
    "presence",
    "absence",
    "note",
    "other",
    "mixed",
]
"""What a column holds. ``other`` is what no attendee has: telephone, signature, sex, pay grade;
``mixed`` is a whole entry ("AKBP Agung, Kapolres"); ``absence`` is ticked for who did not come."""

_WORDS: Final[dict[str, tuple[Field, ...]]] = {
    "no": ("number",),
    "nomor": ("number",),
    "nomer": ("number",),
    "nmr": ("number",),
    "urut": ("number",),
    "nourut": ("number",),
    "#": ("number",),
    "nama": ("name",),
    "namalengkap": ("name",),
    "namapeserta": ("name",),
    "namapejabat": ("name",),
    "namahadirin": ("name",),
    "namaundangan": ("name",),
    "namatamu": ("name",),
    "namapegawai": ("name",),
    "namapersonel": ("name",),
    "namapersonil": ("name",),
    "namaanggota": ("name",),
    "namadangelar": ("name",),
    "namabesertagelar": ("name",),
    "namadangelarnya": ("name",),
    "namayanghadir": ("name",),
    "peserta": ("name",),
    "pesertarapat": ("name",),
    "hadirin": ("name",),
    "pejabat": ("name",),
    "name": ("name",),
    "gelardepan": ("front",),
    "gelarbelakang": ("back",),
    "gelar": ("back",),
    "gelarakademik": ("back",),
    "gelarakademis": ("back",),
    "pangkat": ("rank",),
    "pkt": ("rank",),
    "kepangkatan": ("rank",),
    "korps": ("rank",),
    "rank": ("rank",),
    "nrp": ("service_no",),
    "nip": ("service_no",),
    "nonrp": ("service_no",),
    "nonip": ("service_no",),
    "nomorinduk": ("service_no",),
    "nomorindukpegawai": ("service_no",),
    "jabatan": ("position",),
    "jab": ("position",),
    "jabatandalamdinas": ("position",),
    "jabatandinas": ("position",),
    "jabatanpeserta": ("position",),
    "posisi": ("position",),
    "kedudukan": ("position",),
    "instansi": ("institution",),
    "instansipengirim": ("institution",),
    "asalinstansi": ("institution",),
    "namainstansi": ("institution",),
    "instansiasal": ("institution",),
    "unit": ("institution",),
    "unitkerja": ("institution",),
    "satuankerja": ("institution",),
    "satker": ("institution",),
    "kesatuan": ("institution",),
    "satuan": ("institution",),
    "kesatuanasal": ("institution",),
    "asal": ("institution",),
    "asalkesatuan": ("institution",),
    "lembaga": ("institution",),
    "organisasi": ("institution",),
    "opd": ("institution",),
    "skpd": ("institution",),
    "dinas": ("institution",),
    "utusan": ("institution",),
    "unsur": ("institution",),
    "undangan": ("mixed",),
    "yangdiundang": ("mixed",),
    "jumlah": ("other",),
    "mewakili": ("represents",),
    "yangdiwakili": ("represents",),
    "diwakili": ("represents",),
    "mewakilipejabat": ("represents",),
    "jabatanyangdiwakili": ("represents",),
    "pejabatyangdiwakili": ("represents",),
    "wakildari": ("represents",),
    "atasnama": ("represents",),
    "namayangdiwakili": ("represented_name",),
    "hadir": ("presence",),
    "kehadiran": ("presence",),
    "statuskehadiran": ("presence",),
    "status": ("presence",),
    "presensi": ("presence",),
    "absensi": ("presence",),
    "absen": ("presence",),
    "tidakhadir": ("absence",),
    "tdkhadir": ("absence",),
    "izin": ("absence",),
    "sakit": ("absence",),
    "ket": ("note",),
    "keterangan": ("note",),
    "catatan": ("note",),
    "paraf": ("other",),
    "tandatangan": ("other",),
    "ttd": ("other",),
    "tandatanganparaf": ("other",),
    "tangan": ("other",),
    "telepon": ("other",),
    "telp": ("other",),
    "tlp": ("other",),
    "hp": ("other",),
    "nohp": ("other",),
    "notelp": ("other",),
    "notelepon": ("other",),
    "nomorhp": ("other",),
    "nomortelepon": ("other",),
    "handphone": ("other",),
    "wa": ("other",),
    "nowa": ("other",),
    "nomorwa": ("other",),
    "whatsapp": ("other",),
    "kontak": ("other",),
    "email": ("other",),
    "surel": ("other",),
    "lp": ("other",),
    "l": ("other",),
    "p": ("other",),
    "jk": ("other",),
    "jeniskelamin": ("other",),
    "kelamin": ("other",),
    "gol": ("other",),
    "golongan": ("other",),
    "golruang": ("other",),
    "ruang": ("other",),
    "alamat": ("other",),
    "tanggal": ("other",),
    "jam": ("other",),
    "waktu": ("other",),
    "nik": ("other",),
    "norek": ("other",),
    "usia": ("other",),
    "umur": ("other",),
    "foto": ("other",),
}
_JOINED: Final[dict[str, tuple[Field, ...]]] = {
    "lp": ("other",),
    "pangkatgol": ("rank",),
    "pangkatgolongan": ("rank",),
    "pangkatgolruang": ("rank",),
    "golpangkat": ("rank",),
    "pangkatkorps": ("rank",),
    "nohpwa": ("other",),
}
_OPENING: Final[dict[str, tuple[Field, ...]]] = {
    "nama": ("name",),
    "jabatan": ("position",),
    "pangkat": ("rank",),
    "instansi": ("institution",),
    "asal": ("institution",),
    "unit": ("institution",),
    "tanda": ("other",),
    "nomor": ("other",),
    "no": ("other",),
}
_QUALIFIERS: Final = frozenset(
    "lengkap peserta pejabat undangan tamu vip personel personil anggota pegawai hadirin perwakilan terang petugas "
    "yang hadir rapat rakor dengan beserta dan gelar dinas struktural terakhir saat ini sekarang asal instansi kerja "
    "satuan kesatuan organisasi lembaga pengirim hp wa telepon telp handphone kontak tangan".split()
)
_HEAD: Final = re.compile(
    r"[\W_]*(?:" + "|".join(sorted({key[:3] for key in (*_WORDS, *_JOINED, *_OPENING) if key[0].isalpha()})) + "|#)",
    re.IGNORECASE,
)
"""How header words begin: most cells of a list are told from them by this alone."""
_SEPARATORS: Final = re.compile(r"\s*(?:[/,&+|\u2028\n]|\bdan\b|\batau\b|\bserta\b|\s-\s)\s*", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LETTERS: Final = re.compile(r"[^\w#]+")
_LONGEST: Final = 60


def fields_of(text: str) -> tuple[Field, ...]:
    """The fields a header cell names, in its order (``Nama/Pangkat/NRP``); empty when it is no header word."""
    text = text.strip()
    if not text or len(text) > _LONGEST or not _HEAD.match(text):
        return ()
    return _fields_of(text)


@lru_cache(maxsize=1024)
def _fields_of(text: str) -> tuple[Field, ...]:
    plain = _BRACKETS.sub(" ", text)
    whole = _key(plain)
    if found := _JOINED.get(whole) or _WORDS.get(whole):
        return found
    parts = [key for part in _SEPARATORS.split(plain) if (key := _key(part))]
    fields: dict[Field, None] = {}
    for part in parts:
        known = _WORDS.get(part) or _WORDS.get(part.removesuffix("nya"))
        if known is None:
            return _by_words(plain)
        fields.update(dict.fromkeys(known))
    return tuple(fields)


def _by_words(text: str) -> tuple[Field, ...]:
    """The fields of a header without separators between its words: ``NAMA PANGKAT NRP``, ``Nama Tamu Undangan``."""
    fields: dict[Field, None] = {}
    words = text.split()
    if words and (opening := _OPENING.get(_key(words[0]))) and all(_key(word) in _QUALIFIERS for word in words[1:]):
        return opening
    for word in words:
        known = _WORDS.get(_key(word))
        if known is None:
            return ()
        fields.update(dict.fromkeys(known))
    return tuple(fields)


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def header_of(cells: Sequence[str]) -> tuple[tuple[Field, ...], ...] | None:
    """The fields of each column when a row is a header, else ``None``.

    Nearly every filled cell must be a header word (beside a number's column two of three), and together they must name
    a column of people or posts.
    """
    named: list[tuple[Field, ...]] = []
    known = unknown = 0
    for cell in cells:
        fields = fields_of(cell) if cell and not cell.isspace() else ()
        named.append(fields)
        known += bool(fields)
        unknown += not fields and bool(cell.strip())
        if unknown * 2 > len(cells):
            return None
    filled = known + unknown
    if known < 2:
        return None
    own = {field for fields in named for field in fields}
    if known * 4 < filled * 3 and not ("number" in own and known * 3 >= filled * 2):
        return None
    return tuple(named) if own & {"name", "mixed", "rank", "position", "institution", "service_no"} else None
