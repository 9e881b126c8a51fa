from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from rakor_desktop.archive.pictures import LONGEST_SIDE, prepare_photo, read_photo, scaled_photo
from rakor_desktop.errors import PhotoError


def picture(kind: str = "JPEG", size: tuple[int, int] = (400, 200), mode: str = "RGB", **options: object) -> bytes:
    stream = io.BytesIO()
    image = Image.new(mode, size)
    image.putpixel((0, 0), image.getpixel((0, 0)))
    image.save(stream, kind, **options)
    return stream.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "LA"),
        ("PNG", "1"),
        ("PNG", "I;16"),
        ("WEBP", "RGB"),
        ("WEBP", "RGBA"),
        ("GIF", "P"),
        ("BMP", "RGB"),
        ("TIFF", "RGB"),
    ],
)
def test_every_usual_picture_becomes_an_rgb_jpeg(kind: str, mode: str) -> None:
    kept = opened(prepare_photo(picture(kind, mode=mode)))
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (400, 200))


def test_a_sideways_picture_is_turned_upright_and_loses_place_and_device() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kamera Rahasia"
    exif.get_ifd(0x8825)[2] = (0.0, 12.0, 30.0)
    kept = prepare_photo(picture(exif=exif.tobytes()))
    assert opened(kept).size == (200, 400)
    assert not opened(kept).getexif()
    assert b"Kamera" not in kept


def test_a_large_picture_is_made_smaller_and_a_small_one_not_larger() -> None:
    assert opened(prepare_photo(picture(size=(5000, 1000)))).size == (LONGEST_SIDE, 480)
    assert opened(prepare_photo(picture(size=(10, 20)))).size == (10, 20)


def test_transparent_parts_become_white_as_paper_is() -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(stream, "PNG")
    assert opened(prepare_photo(stream.getvalue())).getpixel((10, 10)) == (255, 255, 255)


def test_for_a_document_a_picture_is_no_wider_than_it_prints() -> None:
    kept = prepare_photo(picture(size=(2400, 1200)))
    assert opened(scaled_photo(kept, 100, dpi=220)).size == (866, 433)
    tall = prepare_photo(picture(size=(1200, 2400)))
    assert opened(scaled_photo(tall, 50, dpi=220)).size == (433, 866)
    small = prepare_photo(picture(size=(100, 50)))
    assert scaled_photo(small, 100) == small


def huge_png() -> bytes:
    """A header that promises 100 megapixels over almost no data."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 10_000, 10_000, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes(10_000 * 1_251))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_picture"),
        (b"%PDF-1.7 bukan gambar", "not_a_picture"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 100, "heic"),
        (huge_png(), "too_many_pixels"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "not_a_picture"),
    ],
)
def test_what_cannot_be_used_is_told_with_the_files_name(data: bytes, code: str) -> None:
    with pytest.raises(PhotoError) as caught:
        prepare_photo(data, "IMG_0001.heic")
    assert caught.value.code == code
    assert "IMG_0001.heic" in caught.value.message
    assert caught.value.params["name"] == "IMG_0001.heic"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_cut_off_in_the_middle_is_refused(kind: str) -> None:
    stream = io.BytesIO()
    Image.effect_noise((300, 300), 80).convert("RGB").save(stream, kind)
    data = stream.getvalue()
    with pytest.raises(PhotoError):
        prepare_photo(data[: len(data) // 2])


def test_a_picture_is_read_from_its_file_and_a_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(picture("PNG"))
    assert opened(read_photo(tmp_path / "foto.png")).format == "JPEG"
    with pytest.raises(PhotoError, match=r'Foto "hilang\.jpg" tidak dapat dibaca'):
        read_photo(tmp_path / "hilang.jpg")
