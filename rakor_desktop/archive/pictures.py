"""Pictures as the program keeps and prints them: upright, without hidden data, not larger than needed."""

from __future__ import annotations

import io
import struct
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from rakor_desktop.errors import PhotoError

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE: Final = 2400
"""Pixels: an A4 page at 220 dpi is 1819 wide; more is never printed."""
QUALITY: Final = 88
WEB_LONGEST_SIDE: Final = 1600
"""Pixels: wider than any portal shows a picture, small enough to send ten of them by e-mail."""
WEB_QUALITY: Final = 85
MOST_PIXELS: Final = 60_000_000
"""A telephone's largest usual picture has 50 million."""
MOST_BYTES: Final = 80 * 1024 * 1024
_MM_PER_INCH: Final = 25.4
# No format that starts another program or is a page description (EPS, PDF).
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF")
_HEIC: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def prepare_photo(data: bytes, name: str = "") -> bytes:
    """A picture as it is kept: JPEG in RGB, turned upright, without EXIF (place, device), at most 2400
    pixels.

    ``name`` is the file's name for the error's sentence. Raises :class:`PhotoError`.
    """
    return _encoded(_decoded(data, name), LONGEST_SIDE)


def scaled_photo(data: bytes, width_mm: float, dpi: int = 220, name: str = "") -> bytes:
    """A kept picture for a document: no wider than ``width_mm`` needs at ``dpi``; smaller ones stay as they
    are, unless they hold more than a picture (one that came in a file from elsewhere).

    Raises :class:`PhotoError`.
    """
    picture = _decoded(data, name)
    wanted = max(1, round(width_mm / _MM_PER_INCH * dpi))
    if picture.width <= wanted and data.startswith(b"\xff\xd8") and not _tells_more(data):
        return data
    return _encoded(picture, max(wanted, round(wanted * picture.height / picture.width)))


class WebPhoto(NamedTuple):
    """A picture for the public: JPEG in sRGB without any metadata, and its size in pixels."""

    data: bytes
    width: int
    height: int


def web_photo(data: bytes, name: str = "", longest: int = WEB_LONGEST_SIDE) -> WebPhoto:
    """A picture as it leaves the house: upright, at most ``longest`` pixels, in sRGB.

    It is always encoded anew, so that nothing but the picture goes out: no EXIF (place, device, thumbnail), XMP, IPTC,
    comment or colour profile. Raises :class:`PhotoError`.
    """
    picture = _decoded(data, name)
    made = _encoded(picture, longest, WEB_QUALITY)  # makes the picture itself smaller
    return WebPhoto(made, picture.width, picture.height)


def read_photo(path: Path | str) -> bytes:
    """The prepared picture of a file. Raises :class:`PhotoError`."""
    file = Path(path)
    try:
        if file.stat().st_size > MOST_BYTES:
            raise _fault("too_large", file.name, f"lebih besar dari {MOST_BYTES // 1_000_000} MB: perkecil dahulu")
        data = file.read_bytes()
    except OSError as error:
        raise _fault("unreadable", file.name, "tidak dapat dibaca: periksa apakah berkasnya masih ada") from error
    return prepare_photo(data, file.name)


def _decoded(data: bytes, name: str) -> Image.Image:
    from PIL import Image, ImageOps, UnidentifiedImageError

    _refuse_heic(data, name)
    try:
        # Pillow warns of large and odd pictures; the limits here decide instead.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
            if picture.width * picture.height > MOST_PIXELS:
                raise _too_many_pixels(name, picture.width, picture.height)
            # A hint that lets JPEG decode smaller; never below what is kept.
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture.load()
            return _opaque(_in_srgb(ImageOps.exif_transpose(picture)))
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name, 0, 0) from error
    except UnidentifiedImageError as error:
        problem = "bukan gambar yang dikenal: pakai JPEG, PNG, atau WebP"
        raise _fault("not_a_picture", name, problem) from error
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        IndexError,
        TypeError,
        KeyError,
        struct.error,
    ) as error:
        raise _fault("broken_picture", name, "rusak atau terpotong: salin ulang dari kamera atau ponsel") from error


def _opaque(picture: Image.Image) -> Image.Image:
    """In RGB; what is transparent becomes white, as paper is."""
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        paper = Image.new("RGB", layered.size, "white")
        paper.paste(layered, mask=layered.getchannel("A"))
        return paper
    if picture.mode.startswith("I;16") or picture.mode == "I":
        # 16-bit greys: the upper eight bits are what a print shows.
        return picture.point(lambda value: value / 256).convert("L").convert("RGB")
    return picture.convert("RGB")


def _in_srgb(picture: Image.Image) -> Image.Image:
    """With the colours that the picture's own profile means; telephones write Display P3, printers CMYK."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK", "L"):
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture  # a broken profile: the plain colours
    return turned or picture


def _encoded(picture: Image.Image, longest: int, quality: int = QUALITY) -> bytes:
    from PIL import Image

    if max(picture.size) > longest:
        picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    # A new picture carries none of the old one's EXIF, GPS, comments or colour profile.
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)
    stream = io.BytesIO()
    clean.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()


def _tells_more(data: bytes) -> bool:
    """Whether a JPEG holds application data or a comment before its picture (EXIF, XMP, IPTC, a profile)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        if data[at + 1] == 0xFE or 0xE1 <= data[at + 1] <= 0xEF:
            return True
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False


def _refuse_heic(data: bytes, name: str) -> None:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        problem = "berformat HEIC (iPhone) yang tidak dapat dibaca: kirim atau simpan ulang sebagai JPEG"
        raise _fault("heic", name, problem)


def _too_many_pixels(name: str, width: int, height: int) -> PhotoError:
    size = f" ({width} x {height} piksel)" if width else ""
    problem = f"terlalu besar{size}, batasnya {MOST_PIXELS // 1_000_000} juta piksel: perkecil dahulu"
    return _fault("too_many_pixels", name, problem)


def _fault(code: str, name: str, problem: str) -> PhotoError:
    return PhotoError(code, f'Foto "{name}" {problem}.' if name else f"Foto ini {problem}.", name=name)
