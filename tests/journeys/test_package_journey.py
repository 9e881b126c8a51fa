"""From a telephone's photo to a folder that may be sent: every file of the package is read back."""

from __future__ import annotations

import email
import io
import zipfile
from email import policy
from pathlib import Path

from lxml import html
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rakor_desktop import app
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Photo
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.package.dialog import PackageDialog
from rakor_desktop.word import inspect_docx
from tests.journeys.test_pasaman_barat import text_of
from tests.telltale_photos import SECRETS, segments, telltale_jpeg

BLUE = (20, 30, 220)


def add_photos(window: MainWindow) -> None:
    """One photo for the public and one that stays inside, both straight from a telephone."""
    photos = window.parts.photos
    shown = Photo("f1", "Kapolres memimpin rapat", "Humas", photos.put(telltale_jpeg()), True)
    inside = Photo("f2", "Denah titik pengamanan", "", photos.put(telltale_jpeg(colour=BLUE)), False)
    window.parts.desk.edit("Tambah foto", edits.set_fields(photos=(shown, inside)))


def make(qtbot: QtBot, window: MainWindow) -> Path:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(PackageDialog)
    assert dialog is not None
    dialog.tick("siaran-pers/portal-ringkas").setChecked(True)
    qtbot.keyClick(dialog.make_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Paket siap" in window.toast.text, timeout=30_000)
    (folder,) = Path(window.settings.now.export_folder).glob("*(paket)")
    return folder


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def check_photo(data: bytes) -> None:
    assert not [secret for secret in SECRETS if secret in data]
    assert not [marker for marker in segments(data) if marker == 0xFE or 0xE1 <= marker <= 0xEF]
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (1200, 1600)
        assert not picture.getexif()
        red, _green, blue = picture.getpixel((100, 100))
        assert red > blue


def test_a_package_of_the_pasaman_barat_meeting_is_whole_and_tells_no_secret(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    app.put_samples(window.parts)
    entry = next(entry for entry in window.parts.archive.recent(10) if "pasaman" in entry.id)
    assert window.furniture.meetings.open(entry.id)
    add_photos(window)
    draft = window.parts.releases.draft
    folder = make(qtbot, window)

    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".~")]
    for name in ("Notula", "Daftar hadir", "Siaran pers tribratanews", "Siaran pers portal-ringkas"):
        document = only(folder, f"{name} *.docx")
        assert inspect_docx(document.read_bytes()) == ()
        assert "Agung Tribawanto" in text_of(document).title()
    release = only(folder, "Siaran pers tribratanews *.docx")
    assert all(paragraph in text_of(release) for paragraph in draft.body)
    with zipfile.ZipFile(release) as package:
        assert len([name for name in package.namelist() if name.endswith((".jpg", ".jpeg"))]) == 1

    page = html.document_fromstring(only(folder, "Siaran pers tribratanews *.html").read_text("utf-8"))
    assert page.xpath("string(//article/h1)") == draft.headline
    assert [p.text_content() for p in page.xpath("//article/p[not(@class)]")] == list(draft.body)
    assert [str(src) for src in page.xpath("//img/@src")] == ["foto/foto-1.jpg"]
    assert page.xpath("string(//figcaption)") == "Kapolres memimpin rapat (Foto: Humas)"

    text = only(folder, "Siaran pers tribratanews *.txt").read_text("utf-8")
    assert [block for block in draft.body if block not in text] == []
    assert "Agung Tribawanto" in only(folder, "Laporan WhatsApp *.txt").read_text("utf-8")

    photos = list((folder / "foto").iterdir())
    assert [photo.name for photo in photos] == ["foto-1.jpg"]
    check_photo(photos[0].read_bytes())

    mail = email.message_from_bytes(only(folder, "Surel *.eml").read_bytes(), policy=policy.default)
    assert (mail["X-Unsent"], mail["Subject"]) == ("1", draft.headline)
    attached = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert set(attached) == {release.name, "foto-1.jpg"}
    assert inspect_docx(attached[release.name]) == ()
    check_photo(attached["foto-1.jpg"])

    public = [path for path in folder.rglob("*") if path.name.startswith(("Siaran", "Surel", "foto"))]
    assert not [path for path in public if path.is_file() and b"Denah titik" in path.read_bytes()]
