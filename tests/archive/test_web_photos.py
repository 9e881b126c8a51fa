"""A photo that leaves the house shows its picture and tells nothing else."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from rakor_desktop.archive.pictures import WEB_LONGEST_SIDE, scaled_photo, web_photo
from rakor_desktop.errors import PhotoError
from tests.telltale_photos import SECRETS, segments, telltale_jpeg


def test_place_device_thumbnail_and_every_remark_are_gone() -> None:
    raw = telltale_jpeg()
    assert all(secret in raw for secret in SECRETS)
    assert raw.count(b"\xff\xd8\xff") >= 2
    made = web_photo(raw)
    assert not [secret for secret in SECRETS if secret in made.data]
    assert made.data.count(b"\xff\xd8\xff") == 1
    with Image.open(io.BytesIO(made.data)) as picture:
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not [hex(m) for m in segments(made.data) if m == 0xFE or 0xE1 <= m <= 0xEF]


def test_a_large_photo_is_turned_upright_and_made_small() -> None:
    made = web_photo(telltale_jpeg())
    assert (made.width, made.height) == (WEB_LONGEST_SIDE * 3 // 4, WEB_LONGEST_SIDE)
    with Image.open(io.BytesIO(made.data)) as picture:
        assert picture.size == (made.width, made.height)
        # The dark quarter was at the top left; turned a quarter to the right it is at the top right.
        assert sum(picture.getpixel((made.width - 50, 50))) < 60
        assert sum(picture.getpixel((50, 50))) > 200


def test_a_small_photo_is_not_made_larger_but_still_cleaned() -> None:
    made = web_photo(telltale_jpeg((400, 300)))
    assert (made.width, made.height) == (300, 400)
    assert not [secret for secret in SECRETS if secret in made.data]


def test_a_small_photo_from_elsewhere_is_cleaned_for_a_document_too() -> None:
    raw = telltale_jpeg((400, 300))
    printed = scaled_photo(raw, 160)
    assert not [secret for secret in SECRETS if secret in printed]
    assert scaled_photo(printed, 160) == printed


def test_colours_of_another_profile_are_turned_into_those_of_the_web() -> None:
    lab = ImageCms.createProfile("LAB")
    picture = Image.new("RGB", (40, 40), (120, 200, 80))
    stream = io.BytesIO()
    picture.save(stream, "PNG", icc_profile=ImageCms.ImageCmsProfile(lab).tobytes())
    plain = web_photo(stream.getvalue())  # a profile that does not fit the picture changes nothing
    with Image.open(io.BytesIO(plain.data)) as made:
        assert max(abs(a - b) for a, b in zip(made.getpixel((20, 20)), (120, 200, 80), strict=True)) < 6
    stream = io.BytesIO()
    picture.save(stream, "JPEG", icc_profile=_wide_profile(), quality=95)
    with Image.open(io.BytesIO(web_photo(stream.getvalue()).data)) as made:
        red, green, _blue = made.getpixel((20, 20))
        assert green - red > 200 - 120 + 5


def test_a_broken_photo_is_told_by_its_name() -> None:
    with pytest.raises(PhotoError, match=r"foto-1\.jpg"):
        web_photo(telltale_jpeg()[:3000], "foto-1.jpg")


def _wide_profile() -> bytes:
    """sRGB with its red and green primaries as Display P3 has them (D50 values of the published profile)."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    wide = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
    }
    for number in range(int.from_bytes(data[128:132], "big")):
        at = 132 + 12 * number
        if bytes(data[at : at + 4]) in wide:
            place = int.from_bytes(data[at + 4 : at + 8], "big") + 8
            for n, value in enumerate(wide[bytes(data[at : at + 4])]):
                data[place + 4 * n : place + 4 * n + 4] = round(value * 65536).to_bytes(4, "big", signed=True)
    return bytes(data)
