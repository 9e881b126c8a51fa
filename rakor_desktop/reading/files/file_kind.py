"""What a file is, told by its first bytes; what is no list is refused with a sentence that says what to do."""

from __future__ import annotations

import io
import zipfile
from typing import Final, Literal

from rakor_desktop.reading.errors import ReadingError
from rakor_desktop.reading.files.decoding import looks_binary

Kind = Literal["workbook", "word", "html", "text"]
"""The forms that are read."""

LARGEST: Final = 20_000_000
"""Bytes (of a text: characters) beyond which a source is refused: no list of people is so long."""

_MOST_PARTS: Final = 5_000
_LARGEST_PART: Final = 40_000_000
_LARGEST_WHOLE: Final = 120_000_000
_DENSEST: Final = 250
_DENSE_FROM: Final = 1_000_000

_WANTED: Final = "Daftar harus berupa teks, Excel (.xlsx), atau Word (.docx)."
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"8BPS")
_PACKED: Final = (b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_PROGRAMS: Final = (b"MZ\x90", b"\x7fELF")
_SOUNDS: Final = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"\xff\xfb")
_PHOTO_BRANDS: Final = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
_WEB_STARTS: Final = tuple(
    b"<" + tag for tag in (b"!doctype html", b"html", b"table", b"meta", b"head", b"body", b"div", b"!--startfragment")
)


def kind_of(data: bytes, name: str) -> Kind:
    """The form of a file's content; anything that is no list raises :class:`ReadingError`."""
    if not data:
        raise _refused("empty", name, "kosong (0 bita)", "Tunggu sampai selesai disalin, lalu coba lagi.")
    if len(data) > LARGEST:
        raise too_large(name, len(data))
    if data.startswith(b"PK"):
        return _packaged(data, name)
    _refuse_foreign(data, name)
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_WEB_STARTS) or (head.startswith(b"version:") and b"startfragment" in head):
        return "html"
    if head.startswith(b"<?xml") and b"<html" in data[:4096].lower():
        return "html"
    if looks_binary(data):
        raise _refused("binary", name, "bukan teks", _WANTED)
    return "text"


def too_large(name: str, size: int) -> ReadingError:
    """The sentence for a source beyond :data:`LARGEST`."""
    return _refused(
        "too-large",
        name,
        f"terlalu besar ({size / 1_000_000:.0f} MB; paling besar {LARGEST // 1_000_000} MB)",
        "Salin hanya bagian daftar hadirnya.",
    )


def broken(name: str, what: str) -> ReadingError:
    """The sentence for a file of a known form whose content cannot be read."""
    return _refused(
        "broken",
        name,
        f"rusak atau terpotong sehingga {what} tidak dapat dibaca",
        "Buka di aplikasinya, simpan ulang, lalu coba lagi; atau salin daftarnya dan tempelkan di sini.",
    )


def _refused(code: str, name: str, fault: str, remedy: str) -> ReadingError:
    return ReadingError(f"reading.{code}", f'Berkas "{name}" {fault}. {remedy}', name=name)


def _refuse_foreign(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        raise _old_office(data, name)
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        raise _refused("pdf", name, "adalah PDF", f"{_WANTED} Buka PDF itu, salin daftarnya, lalu tempelkan di sini.")
    if data.startswith(_PICTURES) or data[8:12] == b"WEBP" or (data[4:8] == b"ftyp" and data[8:12] in _PHOTO_BRANDS):
        raise _refused("picture", name, "adalah gambar", f"{_WANTED} Foto dapat ditambahkan di halaman Dokumentasi.")
    if data.startswith(b"{\\rtf"):
        raise _refused("rtf", name, "adalah dokumen RTF", "Buka di Word lalu simpan sebagai .docx.")
    if data.startswith(_PACKED):
        raise _refused("archive", name, "adalah arsip terkompresi", "Ekstrak dahulu, lalu pilih berkas daftarnya.")
    if data.startswith(_PROGRAMS):
        raise _refused("program", name, "adalah program", _WANTED)
    if data.startswith(_SOUNDS) or data[4:8] == b"ftyp" or data[:4] == b"RIFF":
        raise _refused("media", name, "adalah rekaman suara atau video", _WANTED)


def _old_office(data: bytes, name: str) -> ReadingError:
    """The sentence for an OLE container: a locked new file, or a file of the old office programs."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return _refused(
            "locked", name, "dilindungi kata sandi", "Buka berkas itu, hapus kata sandinya, simpan, lalu coba lagi."
        )
    if holds("Workbook") or holds("Book"):
        return _refused("old-excel", name, "adalah Excel lama (.xls)", "Buka di Excel lalu simpan sebagai .xlsx.")
    if holds("WordDocument"):
        return _refused("old-word", name, "adalah Word lama (.doc)", "Buka di Word lalu simpan sebagai .docx.")
    return _refused("old-office", name, "berbentuk dokumen Office lama", "Simpan ulang sebagai .xlsx atau .docx.")


def _packaged(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise broken(name, "isinya") from error
    names = {part.filename for part in parts}
    _guard(parts, name)
    if any(part.flag_bits & 1 for part in parts):
        raise _refused("locked", name, "dilindungi kata sandi", "Hapus kata sandinya, simpan, lalu coba lagi.")
    if "xl/workbook.xml" in names:
        return "workbook"
    if "xl/workbook.bin" in names:
        raise _refused("xlsb", name, "adalah Excel biner (.xlsb)", "Buka di Excel lalu simpan sebagai .xlsx.")
    if any(part.startswith("word/document") for part in names):
        return "word"
    if any(part.startswith("ppt/") for part in names):
        raise _refused("slides", name, "adalah presentasi PowerPoint", _WANTED)
    if "mimetype" in names and "content.xml" in names:
        raise _refused("odf", name, "adalah dokumen LibreOffice", "Simpan sebagai .xlsx atau .docx, lalu coba lagi.")
    if "[Content_Types].xml" in names:
        raise broken(name, "isinya")
    raise _refused("archive", name, "adalah arsip terkompresi", "Ekstrak dahulu, lalu pilih berkas daftarnya.")


def _guard(parts: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse a package that would swell when it is unpacked; told by its directory, nothing is unpacked."""
    whole = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _LARGEST_PART
        or (part.file_size > _DENSE_FROM and part.file_size > _DENSEST * max(part.compress_size, 1))
        for part in parts
        if part.filename.endswith((".xml", ".rels"))
    )
    if swollen or whole > _LARGEST_WHOLE or len(parts) > _MOST_PARTS:
        raise _refused(
            "swollen",
            name,
            "tidak wajar: isinya membengkak saat dibuka",
            "Salin daftarnya ke berkas baru (biasanya ada ribuan baris kosong berformat), lalu coba lagi.",
        )
