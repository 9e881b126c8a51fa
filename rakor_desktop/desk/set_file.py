"""A ``.rakorset`` file: a zip of an office's own things, judged by its directory before anything is unpacked.

It may come from a stranger. Names in it are closed forms, so none of them can lead out of the folder it is laid in.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from rakor_desktop.errors import RakorError

SUFFIX: Final = ".rakorset"
MANIFEST: Final = "manifest.json"
OFFICE: Final = "kantor.json"
MOST_FILES: Final = 300
MOST_BYTES: Final = 100_000_000
"""Unpacked bytes of everything in the file, and of the file itself."""
LARGEST_RATIO: Final = 200

SLUG: Final = r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$))[a-z0-9][a-z0-9-]{0,59}"
"""A name in the file, safe on every system."""
_KNOWN: Final = re.compile(
    rf"{re.escape(MANIFEST)}|{re.escape(OFFICE)}|images/[0-9a-f]{{64}}\.(?:png|jpg)|press/{SLUG}\.toml"
    rf"|templates/{SLUG}/{SLUG}/(?:template\.toml|{SLUG}\.(?:docx|txt))"
)
_SMALL: Final = 65_536
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


class SetError(RakorError):
    """An office's set that cannot be read, written or taken in; nothing of it was."""


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file with these parts; the same parts give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts):
            if not _KNOWN.fullmatch(name):
                raise ValueError(f"no part of a set: {name}")
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16
            package.writestr(info, parts[name])
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts by name. Raises :class:`SetError` with one sentence that says what is wrong."""
    if len(data) > MOST_BYTES:
        raise fault("too_large", f"terlalu besar, batasnya {MOST_BYTES // 1_000_000} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return {info.filename: package.read(info) for info in _weighed(package)}
    except (
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
        OverflowError, struct.error,
    ) as error:  # fmt: skip
        raise fault("broken", "rusak atau bukan set kantor: minta pengirim mengirim ulang") from error


def fault(code: str, problem: str) -> SetError:
    """The error for a file that is refused."""
    return SetError(f"set.{code}", f"Berkas set kantor ini {problem.rstrip('.')}. Tidak ada yang diimpor.")


def _weighed(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    infos = package.infolist()
    if len(infos) > MOST_FILES:
        raise fault("too_many_files", f"memuat {len(infos)} bagian, batasnya {MOST_FILES}")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise fault("too_large", f"terlalu besar setelah dibuka, batasnya {MOST_BYTES // 1_000_000} MB")
    seen: set[str] = set()
    for info in infos:
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise fault("foreign_packing", "dimampatkan dengan cara yang tidak dikenal: minta kiriman ulang")
        if info.flag_bits & 1:
            raise fault("locked", "dikunci dengan kata sandi: minta kiriman tanpa kata sandi")
        if info.filename in seen or not _KNOWN.fullmatch(info.orig_filename) or _is_link(info):
            raise fault("foreign_part", f"memuat bagian yang tidak dikenal ({info.orig_filename[:60]!a})")
        if info.file_size > _SMALL and info.file_size > LARGEST_RATIO * max(info.compress_size, 1):
            raise fault("bomb", "memuat bagian yang mengembang tidak wajar: jangan dibuka, hubungi pengirimnya")
        seen.add(info.filename)
    for needed in (MANIFEST, OFFICE):
        if needed not in seen:
            raise fault("incomplete", f"tidak lengkap ({needed} tidak ada): minta kiriman ulang")
    return infos


def _is_link(info: zipfile.ZipInfo) -> bool:
    return (info.external_attr >> 16) & 0o170000 == 0o120000
