"""A ``.rakor`` file: one meeting with its pictures, to hand from colleague to colleague.

A zip with ``bundle.json`` and ``photos/<content hash>.jpg``. It may come from a stranger: everything is
weighed in the zip's directory before it is unpacked.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rakor_desktop.archive.files import write_whole
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.errors import ArchiveError, BundleError

SUFFIX: Final = ".rakor"
MOST_FILES: Final = 500
MOST_BYTES: Final = 256 * 1024 * 1024
"""Unpacked bytes of everything in the file."""
LARGEST_RATIO: Final = 200
"""Unpacked to packed size of one part; honest JSON stays far below."""

_BUNDLE: Final = "bundle.json"
_PHOTO: Final = re.compile(r"photos/([0-9a-f]{64})\.jpg")
_SMALL: Final = 64 * 1024
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def write_rakor(path: Path | str | None, bundle: Bundle, photos: Mapping[str, bytes]) -> bytes:
    """Write a meeting and its pictures (content hash -> bytes) to ``path``; with ``None`` only return the
    bytes.

    The same meeting gives the same bytes. Pictures that the bundle does not use are left out; pictures that
    are not in ``photos`` are missing for whoever opens the file. Raises :class:`ArchiveError` when the file
    cannot be written.
    """
    data = _packed(bundle, photos)
    if path is not None:
        target = Path(path)
        try:
            write_whole(target, data)
        except OSError as error:
            raise ArchiveError(
                "cannot_write",
                f"Berkas {target.name} tidak dapat ditulis. Periksa ruang disk dan folder {target.parent}.",
                path=str(target),
            ) from error
    return data


def read_rakor(data: bytes) -> tuple[Bundle, dict[str, bytes]]:
    """The meeting and its pictures. Raises :class:`BundleError` with one line that says what is wrong.

    Pictures whose bytes are not those that their name promises are refused: nobody can swap a photo unseen.
    """
    from rakor_desktop.domain import codec

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = _weighed(package)
            bundle = codec.decode(package.read(names[_BUNDLE]))
            photos = {_hash_of(name): package.read(info) for name, info in names.items() if name != _BUNDLE}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        OverflowError,
        struct.error,
    ) as error:
        raise _fault("broken", "rusak atau bukan berkas rapat: minta pengirim mengirim ulang") from error
    for content_hash, picture in photos.items():
        if hashlib.sha256(picture).hexdigest() != content_hash:
            raise _fault("swapped_photo", f"memuat foto yang berubah ({content_hash[:12]}): minta kiriman ulang")
    return bundle, photos


def _packed(bundle: Bundle, photos: Mapping[str, bytes]) -> bytes:
    from rakor_desktop.archive.forms import photo_hashes, stored_form

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        _add(package, _BUNDLE, stored_form(bundle).encode("utf-8"), zipfile.ZIP_DEFLATED)
        for content_hash in sorted(photo_hashes(bundle) & photos.keys()):
            _add(package, f"photos/{content_hash}.jpg", photos[content_hash], zipfile.ZIP_STORED)
    return stream.getvalue()


def _add(package: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o644 << 16
    package.writestr(info, data)


def _weighed(package: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    infos = package.infolist()
    if len(infos) > MOST_FILES:
        raise _fault("too_many_files", f"memuat {len(infos)} bagian, batasnya {MOST_FILES}")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise _fault("too_large", f"terlalu besar setelah dibuka, batasnya {MOST_BYTES // 1_000_000} MB")
    names: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _fault("foreign_packing", "dimampatkan dengan cara yang tidak dikenal: minta kiriman ulang")
        if info.filename in names or (info.filename != _BUNDLE and not _PHOTO.fullmatch(info.filename)):
            raise _fault("foreign_part", f"memuat bagian yang tidak dikenal ({info.filename[:40]!a})")
        if info.file_size > _SMALL and info.file_size > LARGEST_RATIO * max(info.compress_size, 1):
            raise _fault("bomb", "memuat bagian yang mengembang tidak wajar: jangan dibuka, hubungi pengirimnya")
        names[info.filename] = info
    if _BUNDLE not in names:
        raise _fault("no_bundle", f"tidak memuat rapat ({_BUNDLE} tidak ada)")
    return names


def _hash_of(name: str) -> str:
    match = _PHOTO.fullmatch(name)
    return match[1] if match else ""


def _fault(code: str, problem: str) -> BundleError:
    return BundleError(code, f"Berkas .rakor ini {problem}.")
