"""A .docx as a zip: refused when it is none or a dangerous one, read part by part, written with the rest untouched."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from rakor_desktop.word.faults import Fault, TemplateError
from rakor_desktop.word.limits import MOST_BYTES, MOST_NODES, MOST_PARTS, MOST_RATIO, MOST_XML

_SMALL = 65_536
_CHUNK = 262_144
LEVEL = 5
"""Filled parts repeat themselves: a higher level takes a seventh longer and saves next to nothing."""

_CENTRAL = struct.Struct("<4s4xHH4xIIIHHH8xI")
_LOCAL = struct.Struct("<4s22xHH")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FILE = "Berkas template"


class Entry(NamedTuple):
    """One part as it lies in the zip: ``raw`` is still compressed when ``method`` is 8 (deflate).

    (A tuple as every part of every document becomes one when it is verified.)
    """

    name: str
    method: int
    crc: int
    size: int
    raw: bytes
    raw_size: int

    def read(self) -> bytes:
        """Return the part's bytes.

        Raises:
            TemplateError: damaged, or larger than the directory says.
        """
        try:
            data = zlib.decompressobj(-15).decompress(self.raw, self.size + 1) if self.method == 8 else self.raw
        except zlib.error as error:
            raise refusal("damaged", f"rusak pada bagian {self.name}", "ambil salinan yang utuh") from error
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise refusal("damaged", f"rusak pada bagian {self.name}", "ambil salinan yang utuh")
        return data

    def chunks(self) -> Iterator[bytes]:
        """Yield the part's bytes piece by piece, so that large ones never lie in memory whole.

        Raises:
            TemplateError: as :meth:`read`, but only after the last piece.
        """
        if self.method != 8 or self.size <= _CHUNK:
            yield self.read()
            return
        inflate = zlib.decompressobj(-15)
        crc, size = 0, 0
        try:
            for start in range(0, len(self.raw), _SMALL):
                rest = self.raw[start : start + _SMALL]
                while rest and size <= self.size:
                    data = inflate.decompress(rest, _CHUNK)
                    rest = inflate.unconsumed_tail
                    crc, size = zlib.crc32(data, crc), size + len(data)
                    yield data
        except zlib.error as error:
            raise refusal("damaged", f"rusak pada bagian {self.name}", "ambil salinan yang utuh") from error
        if size != self.size or crc != self.crc:
            raise refusal("damaged", f"rusak pada bagian {self.name}", "ambil salinan yang utuh")


def refusal(code: str, message: str, remedy: str = "", place: str = _FILE) -> TemplateError:
    """Return the error for a file that cannot be a template."""
    return TemplateError(Fault(code, place, message, remedy))


def read_file(path: Path) -> bytes:
    """Return the bytes of a template file, or say why they cannot be had."""
    if path.name.startswith("~$"):
        raise refusal(
            "owner_file",
            f'"{path.name}" hanya penanda bahwa Word sedang membuka berkas',
            "pilih berkas aslinya",
        )
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refusal("too_large", "lebih dari 60 MB", "kecilkan gambar di dalamnya")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise refusal("missing", f'"{path.name}" tidak ditemukan', "periksa letaknya") from error
    except IsADirectoryError as error:
        raise refusal("folder", f'"{path.name}" adalah folder', "pilih berkas .docx") from error
    except OSError as error:
        raise refusal(
            "unreadable", f'"{path.name}" tidak dapat dibaca', "tutup dahulu di Word lalu coba lagi"
        ) from error
    return data


def read_package(data: bytes) -> dict[str, Entry]:
    """Return the parts of a template's package in their order.

    Raises:
        TemplateError: not a .docx, damaged, encrypted, or built to exhaust memory (judged from the
            directory alone).
    """
    _check_magic(data)
    entries = read_directory(data)
    _check_directory(entries.values())
    if "[Content_Types].xml" not in entries:
        raise refusal("not_word", "bukan dokumen Word", "simpan sebagai .docx dari Word")
    return entries


def read_directory(data: bytes) -> dict[str, Entry]:
    """Return the parts a zip's central directory names, without reading any.

    Raises:
        TemplateError: the directory is not whole, encrypted, or compressed in another way than Word does.
    """
    try:
        return _directory(data)
    except (struct.error, UnicodeDecodeError) as error:
        raise refusal("truncated", "terpotong atau rusak", "ambil salinan yang utuh") from error


def _directory(data: bytes) -> dict[str, Entry]:
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if end < 0:
        raise refusal("truncated", "terpotong atau rusak", "ambil salinan yang utuh")
    count, _, position = struct.unpack_from("<HII", data, end + 10)
    if count > MOST_PARTS:
        raise refusal("zip_bomb", f"memuat lebih dari {MOST_PARTS} bagian", "pakai template lain")
    entries: dict[str, Entry] = {}
    for _ in range(count):
        signature, flags, method, crc, raw_size, size, names, extra, comment, offset = _CENTRAL.unpack_from(
            data, position
        )
        name = data[position + 46 : position + 46 + names].decode("utf-8" if flags & 0x800 else "cp437")
        position += 46 + names + extra + comment
        local, local_names, local_extra = _LOCAL.unpack_from(data, offset)
        start = offset + 30 + local_names + local_extra
        if signature != b"PK\x01\x02" or local != b"PK\x03\x04" or start + raw_size > end or name in entries:
            raise refusal("damaged", f"rusak pada bagian {name[:80]}", "ambil salinan yang utuh")
        if flags & 1:
            raise refusal("encrypted", "dikunci dengan kata sandi", "simpan tanpa kata sandi")
        if method not in (0, 8):
            raise refusal("damaged", f"bagian {name[:80]} dimampatkan dengan cara asing", "simpan ulang dari Word")
        if not name.endswith("/"):
            entries[name] = Entry(name, method, crc, size, data[start : start + raw_size], raw_size)
    return entries


def _check_magic(data: bytes) -> None:
    if not data:
        raise refusal("empty", "kosong (0 byte)", "mungkin belum selesai disinkronkan; tunggu lalu coba lagi")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise refusal("encrypted", "dikunci dengan kata sandi", "buka di Word lalu simpan tanpa kata sandi")
        raise refusal("old_word", "dokumen Word lama (.doc) walau namanya .docx", "simpan sebagai .docx dari Word")
    if data.lstrip()[:5] == b"{\\rtf":
        raise refusal("rtf", "berkas RTF", "simpan sebagai .docx dari Word")
    if not data.startswith(b"PK"):
        raise refusal("not_word", "bukan dokumen Word", "simpan sebagai .docx dari Word")


def _check_directory(entries: Collection[Entry]) -> None:
    if sum(entry.size for entry in entries) > MOST_BYTES:
        raise refusal("zip_bomb", "isinya lebih dari 60 MB", "kecilkan gambar di dalamnya")
    for entry in entries:
        if entry.size > _SMALL and entry.size > MOST_RATIO * max(entry.raw_size, 1):
            raise refusal(
                "zip_bomb",
                f"bagian {entry.name} mengembang lebih dari {MOST_RATIO} kali",
                "pakai template lain",
            )
        if entry.name.lower().endswith((".xml", ".rels")) and entry.size > MOST_XML:
            raise refusal("zip_bomb", f"bagian {entry.name} lebih dari 4 MB", "pakai template yang lebih ringkas")


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse a part without entities, network or document types.

    Raises:
        TemplateError: faulty, too deeply nested, or declaring a document type.
    """
    if len(data) > MOST_XML or max(data.count(b"<") // 2, data.count(b"=")) > MOST_NODES:
        raise refusal("zip_bomb", f"bagian {name} terlalu besar", "pakai template yang lebih ringkas")
    if b"\x00" in data[:200] or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise refusal("doctype", f"bagian {name} memuat deklarasi yang berbahaya (DTD)", "pakai template lain")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise refusal("too_deep", f"bagian {name} bersarang terlalu dalam", "pakai template lain") from error
        raise refusal("damaged", f"bagian {name} rusak", "buka di Word, perbaiki, lalu simpan ulang") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal("doctype", f"bagian {name} memuat deklarasi yang berbahaya (DTD)", "pakai template lain")
    return root


class Deflater:
    """Compresses a part piece by piece, with its checksum."""

    def __init__(self) -> None:
        """Start an empty part."""
        self._compress = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
        self._parts: list[bytes] = []
        self._crc = 0
        self.size = 0

    def write(self, data: bytes) -> None:
        """Add bytes."""
        self._crc = zlib.crc32(data, self._crc)
        self.size += len(data)
        self._parts.append(self._compress.compress(data))

    def packed(self, name: str) -> Packed:
        """Finish and return the part."""
        if len(self._parts) == 1:  # most parts are written at once
            raw = self._parts[0] + self._compress.flush()
            return _packed(name, 8, self._crc, self.size, (raw,), len(raw))
        self._parts.append(self._compress.flush())
        chunks = tuple(part for part in self._parts if part)
        return _packed(name, 8, self._crc, self.size, chunks, sum(map(len, chunks)))


def deflated(name: str, data: bytes) -> Packed:
    """Return a compressed part."""
    deflater = Deflater()
    deflater.write(data)
    return deflater.packed(name)


def stored(name: str, data: bytes) -> Packed:
    """Return a part that is not worth compressing (pictures)."""
    return _packed(name, 0, zlib.crc32(data), len(data), (data,), len(data))


def packed(entry: Entry) -> Packed:
    """Return a part as it lies in another zip."""
    return _packed(entry.name, entry.method, entry.crc, entry.size, (entry.raw,), entry.raw_size)


_TIME, _DATE = 0, 0x21  # 1980-01-01 00:00, the zip format's zero: equal contents give equal bytes
_COMMON = struct.Struct("<HHHHHIIIHH")
_OFFSET = struct.Struct("<HHHII")
_END = struct.Struct("<4sHHHHIIH")


class Packed(NamedTuple):
    """A part ready to be written: everything but its offset is settled. (A tuple as it is made for every document.)"""

    chunks: tuple[bytes, ...]
    central: bytes
    name: bytes
    length: int


def _packed(name: str, method: int, crc: int, size: int, raw: tuple[bytes, ...], raw_size: int) -> Packed:
    coded = name.encode("utf-8")
    flags = 0 if name.isascii() else 0x800
    common = _COMMON.pack(20, flags, method, _TIME, _DATE, crc, raw_size, size, len(coded), 0)
    head = b"PK\x03\x04" + common + coded
    return Packed((head, *raw), b"PK\x01\x02\x14\x00" + common, coded, len(head) + raw_size)


@dataclass(frozen=True, slots=True)
class Base:
    """The parts that are the same in every document of a template, as they are written.

    They lie at the zip's beginning, so that their offsets are settled. Its directory still names all parts in the
    template's order: ``directories`` are what stands before each part that is written anew, and behind the last.
    """

    contents: bytes
    directories: tuple[bytes, ...]
    count: int


def base_of(parts: Iterable[Packed | None]) -> Base:
    """Return these parts as a base; None stands for each part that is written anew."""
    contents: list[bytes] = []
    directories: list[list[bytes]] = [[]]
    offset, count = 0, 0
    for part in parts:
        if part is None:
            directories.append([])
            continue
        contents += part.chunks
        directories[-1] += (part.central, _OFFSET.pack(0, 0, 0, 0, offset), part.name)
        offset, count = offset + part.length, count + 1
    return Base(b"".join(contents), tuple(map(b"".join, directories)), count)


def write_package(parts: Collection[Packed], base: Base | None = None) -> bytes:
    """Return the zip of these parts and of ``base``, in which as many stood as None."""
    if base is None:
        base = Base(b"", (b"",) * (len(parts) + 1), 0)
    chunks, offset = [base.contents], len(base.contents)
    count = len(parts) + base.count
    directory: list[bytes] = []
    for part, known in zip(parts, base.directories, strict=False):
        chunks += part.chunks
        directory += (known, part.central, _OFFSET.pack(0, 0, 0, 0, offset), part.name)
        offset += part.length
    directory.append(base.directories[-1])
    tail = b"".join(directory)
    chunks += (tail, _END.pack(b"PK\x05\x06", 0, 0, count, count, len(tail), offset, 0))
    return b"".join(chunks)


def relations_name(part: str) -> str:
    """Return the name of the part that holds a part's relationships."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
