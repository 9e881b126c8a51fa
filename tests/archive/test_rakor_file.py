from __future__ import annotations

import hashlib
import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from archive_samples import bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from rakor_desktop.archive.rakor_file import MOST_FILES, read_rakor, write_rakor
from rakor_desktop.domain.codec import encode
from rakor_desktop.domain.meeting import Bundle, Photo
from rakor_desktop.errors import ArchiveError, BundleError

PICTURE = b"\xff\xd8 gambar"
HASH = hashlib.sha256(PICTURE).hexdigest()


def illustrated() -> Bundle:
    return bundle(photos=(Photo(id="p1", caption="Suasana rapat", content_hash=HASH),))


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def test_a_meeting_travels_with_its_pictures_and_without_others(tmp_path: Path) -> None:
    path = tmp_path / "rapat.rakor"
    data = write_rakor(path, illustrated(), {HASH: PICTURE, "0" * 64: b"lain"})
    assert path.read_bytes() == data
    assert read_rakor(data) == (illustrated(), {HASH: PICTURE})


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert write_rakor(None, illustrated(), {HASH: PICTURE}) == write_rakor(None, illustrated(), {HASH: PICTURE})


def test_a_target_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(ArchiveError, match="tidak dapat ditulis"):
        write_rakor(tmp_path / "berkas" / "rapat.rakor", bundle(), {})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "broken"),
        (b"bukan zip", "broken"),
        (write_rakor(None, illustrated(), {HASH: PICTURE})[:-30], "broken"),
        (packed({}), "no_bundle"),
        (packed({f"photos/{HASH}.jpg": PICTURE}), "no_bundle"),
        (packed({"bundle.json": b"{}", "../../jahat.exe": b"x"}), "foreign_part"),
        (packed({"bundle.json": b"{}", "C:\\jahat": b"x"}), "foreign_part"),
        (packed({"bundle.json": b"{}", "photos/x.jpg": b"x"}), "foreign_part"),
        (packed({"bundle.json": b'{"a": "' + b"0" * 50_000_000 + b'"}'}), "bomb"),
        (packed({"bundle.json": b"{}"} | {f"photos/{n:064x}.jpg": b"" for n in range(MOST_FILES)}), "too_many_files"),
        (packed({"bundle.json": encode(illustrated()), f"photos/{HASH}.jpg": b"lain"}), "swapped_photo"),
        (packed({"bundle.json": b"{rusak"}), "broken_json"),
        (packed({"bundle.json": b'{"schema": 99}'}), "newer_schema"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_in_one_line(data: bytes, code: str) -> None:
    with pytest.raises(BundleError) as caught:
        read_rakor(data)
    assert caught.value.code == code
    assert "\n" not in caught.value.message


def test_a_directory_that_promises_less_than_it_unpacks_is_refused() -> None:
    data = bytearray(packed({"bundle.json": b" " * 2_000_000}))
    size = (2_000_000).to_bytes(4, "little")
    lied = bytes(data).replace(size, (100).to_bytes(4, "little"))
    with pytest.raises(BundleError):
        read_rakor(lied)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_random_damage_gives_the_meeting_or_a_known_error(data: st.DataObject) -> None:
    whole = bytearray(write_rakor(None, illustrated(), {HASH: PICTURE}))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BundleError):
        read, photos = read_rakor(bytes(whole))
        assert set(photos) <= {HASH}
        assert read.schema == 1
