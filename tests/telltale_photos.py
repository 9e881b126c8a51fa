"""Photos that tell more than they show, as telephones and editors write them."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

SECRETS = (
    b"Kamera Rahasia", b"xpacket", b"Photoshop 3.0", b"Rumah Kapolres", b"komentar rahasia", b"ICC_PROFILE", b"Exif",
)  # fmt: skip
"""What such a photo holds beside the picture."""

XMP = b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta>Rumah Kapolres</x:xmpmeta><?xpacket end="w"?>'
IPTC = b"8BIM\x04\x04\x00\x00\x00\x00\x00\x13\x1c\x02\x5a\x00\x0eRumah Kapolres\x00"


def telltale_jpeg(size: tuple[int, int] = (2400, 1800), colour: tuple[int, int, int] = (200, 30, 30)) -> bytes:
    """A JPEG on its side with GPS, a thumbnail, XMP, IPTC, a comment and a colour profile; upright it is high."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kamera Rahasia"
    exif.get_ifd(0x8825)[1] = "S"
    exif.get_ifd(0x8825)[2] = (0.0, 12.0, 30.0)
    small = io.BytesIO()
    Image.new("RGB", (160, 120), colour).save(small, "JPEG")
    stream = io.BytesIO()
    picture = Image.new("RGB", size, colour)
    picture.paste((0, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture.save(stream, "JPEG", exif=exif.tobytes(), xmp=XMP, comment=b"komentar rahasia", icc_profile=profile)
    data = stream.getvalue()
    # Pillow writes no IPTC and no second thumbnail: the segments go in right behind the start of the file.
    extra = _segment(0xED, b"Photoshop 3.0\x00" + IPTC) + _segment(0xE0, b"JFXX\x00\x10" + small.getvalue())
    return data[:2] + extra + data[2:]


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def segments(data: bytes) -> list[int]:
    """The markers of a JPEG up to its picture data."""
    found, at = [], 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        found.append(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return found
