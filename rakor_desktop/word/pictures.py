"""Pictures as values: reading their size from the first bytes, and writing them into runs and placeholders."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rakor_desktop.word.values import RunInk, UnprintableError, escape, text_of

EMU_PER_MM = 36_000
_BROKEN = ("berkas gambarnya rusak atau bukan PNG/JPEG", "pilih ulang gambarnya")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to print: PNG or JPEG bytes, its printed size in millimetres, and its alternative text.

    Without ``height_mm`` the picture keeps its own proportions. In a placeholder the placeholder's box rules instead.
    """

    data: bytes = field(repr=False)
    width_mm: float
    height_mm: float | None
    alt: str


_FIELDS = frozenset(("data", "width_mm", "height_mm", "alt"))


def is_picture(value: object) -> bool:
    """Tell whether a value is a picture: one of ours, or any object with the same four fields."""
    return isinstance(value, Picture) or all(hasattr(value, name) for name in _FIELDS)


def is_picture_type(kind: object) -> bool:
    """Tell whether values of this type (a class or protocol) are pictures."""
    return isinstance(kind, type) and {*_annotated(kind), *dir(kind)} >= _FIELDS


def _annotated(kind: type) -> set[str]:
    return {name for base in kind.__mro__ for name in vars(base).get("__annotations__", ())}


def pixel_size(data: bytes) -> tuple[str, int, int]:
    """Return kind ("png" or "jpeg"), width and height in pixels.

    Raises:
        UnprintableError: the bytes are neither, or have no size.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) > 33:
        size = "png", int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    elif data.startswith(b"\xff\xd8"):
        size = "jpeg", *_jpeg_size(data)
    else:
        raise UnprintableError(*_BROKEN)
    if not (0 < size[1] <= 100_000 and 0 < size[2] <= 100_000):
        raise UnprintableError(*_BROKEN)
    return size


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walk the segments to the frame header (SOF0..SOF15 without DHT, JPG, DAC)."""
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height = int.from_bytes(data[position + 5 : position + 7], "big")
            return int.from_bytes(data[position + 7 : position + 9], "big"), height
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        if length < 2 or marker == 0xDA:
            break
        position += 2 + length
    return 0, 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture placed in a part: relationship id, size in EMU, escaped alternative text."""

    rid: str
    cx: int
    cy: int
    alt: str


@dataclass(slots=True)
class Album:
    """The pictures of one document being filled; equal bytes are stored once."""

    next_id: Iterator[int]
    names: dict[str, str] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)

    def add(self, data: bytes, kind: str) -> str:
        """Return the package name of these bytes."""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self.names:
            name = f"word/media/{digest[:24]}.{kind}"
            self.names[digest] = name
            self.media[name] = data
        return self.names[digest]


class PictureInk(RunInk):
    """Ink of one part with runs: also prints pictures and hands out fresh ids."""

    __slots__ = ("_album", "_prefix", "relations")

    def __init__(self, album: Album, prefix: str, *, recording: bool = False) -> None:
        """``prefix`` begins the relationship ids that are new in this part."""
        super().__init__(recording=recording)
        self._album = album
        self._prefix = prefix
        self.relations: dict[str, str] = {}

    def next_id(self) -> int:
        """Return a number no drawing or bookmark of this document has."""
        return next(self._album.next_id)

    def place(self, picture: Any, width: int = 0, height: int = 0) -> Placed:
        """Store a picture (see :func:`is_picture`) and return how to show it, fitted into a box (EMU) if given."""
        if not isinstance(picture.data, bytes):
            raise UnprintableError(*_BROKEN)
        kind, pixels_wide, pixels_high = pixel_size(picture.data)
        name = self._album.add(picture.data, kind)
        rid = self.relations.setdefault(name, f"{self._prefix}{len(self.relations) + 1}")
        if width and height:
            scale = min(width / pixels_wide, height / pixels_high)
            cx, cy = pixels_wide * scale, pixels_high * scale
        else:
            cx = picture.width_mm * EMU_PER_MM
            cy = picture.height_mm * EMU_PER_MM if picture.height_mm else cx * pixels_high / pixels_wide
        if not (1 <= cx <= 27_273_042_316_900 and 1 <= cy <= 27_273_042_316_900):
            raise UnprintableError("ukuran gambarnya tidak masuk akal", "periksa lebar dan tingginya")
        alt = " ".join(text_of(picture.alt).split())
        return Placed(rid, round(cx), round(cy), escape(alt))

    def form_of_other(self, value: object) -> str:
        """Print a picture between two ``w:t`` of its run; other values as always."""
        if not is_picture(value):
            return super().form_of_other(value)
        number = self.next_id()
        return f'</w:t>{_drawing(self.place(value), number)}<w:t xml:space="preserve">'


_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"


def _drawing(placed: Placed, number: int) -> str:
    size = f'cx="{placed.cx}" cy="{placed.cy}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWINGML}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="Gambar {number}" descr="{placed.alt}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWINGML}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWINGML}/main"><a:graphicData uri="{_DRAWINGML}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWINGML}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Gambar {number}"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:embed="{placed.rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
