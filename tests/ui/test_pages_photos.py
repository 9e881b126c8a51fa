from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.ui.grid.editors import LineEdit
from rakor_desktop.ui.pages.photos import PhotosPage
from tests.ui.stage import MemoryPhotos, desk_with, show


def picture(colour: str = "red") -> bytes:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())


@pytest.fixture
def desk() -> Desk:
    return desk_with(Meeting(id="m"))


@pytest.fixture
def store() -> MemoryPhotos:
    return MemoryPhotos()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, catalog: Catalog, store: MemoryPhotos) -> PhotosPage:
    page = PhotosPage(desk, catalog, store)
    QAbstractItemModelTester(page.grid.photos, QAbstractItemModelTester.FailureReportingMode.Warning, page)
    show(qtbot, desk, page)
    page.grid.setFocus()
    return page


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = []
    for name, colour in (("satu.png", "red"), ("dua.png", "green"), ("tiga.png", "blue")):
        (tmp_path / name).write_bytes(picture(colour))
        made.append(tmp_path / name)
    return made


def add(qtbot: QtBot, page: PhotosPage, files: list[Path]) -> None:
    with qtbot.waitSignal(page.finished):
        page.add_files(files)


def test_files_are_added_in_order_as_one_undo_step(
    qtbot: QtBot, page: PhotosPage, desk: Desk, store: MemoryPhotos, files: list[Path]
) -> None:
    add(qtbot, page, files)
    assert [store.read(p.content_hash) for p in desk.meeting.photos] == [f.read_bytes() for f in files]
    assert not any(p.public for p in desk.meeting.photos)
    desk.undo()
    assert desk.meeting.photos == ()
    desk.redo()
    assert len(desk.meeting.photos) == 3


def test_what_is_no_picture_is_told_and_the_others_are_kept(
    qtbot: QtBot, page: PhotosPage, desk: Desk, files: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "surat.docx").write_bytes(b"PK\x03\x04")
    add(qtbot, page, [files[0], tmp_path / "surat.docx", tmp_path / "hilang.png", files[1]])
    assert len(desk.meeting.photos) == 2
    told = page.message.text().split("\n")
    assert told[0] == "surat.docx: Berkas ini bukan gambar. Pilih foto JPG atau PNG."
    assert told[1] == "hilang.png: berkas tidak dapat dibaca. Periksa apakah masih ada, lalu coba lagi."
    assert page.message.isVisible()


def test_dropped_files_are_added(qtbot: QtBot, page: PhotosPage, desk: Desk, files: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(f)) for f in files])
    with qtbot.waitSignal(page.finished):
        assert page.add_from(mime)
    assert len(desk.meeting.photos) == 3


def test_a_copied_picture_is_pasted_with_ctrl_v(qtbot: QtBot, page: PhotosPage, desk: Desk) -> None:
    QGuiApplication.clipboard().setImage(QImage.fromData(picture()))
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.meeting.photos) == 1


def test_pasting_text_says_that_there_is_no_photo(qtbot: QtBot, page: PhotosPage, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("halo")
    qtbot.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "tidak berisi foto" in page.message.text()
    assert desk.meeting.photos == ()


def test_caption_credit_and_permission_belong_to_the_current_photo(
    qtbot: QtBot, page: PhotosPage, desk: Desk, files: list[Path]
) -> None:
    add(qtbot, page, files)
    page.go_to(f"photos/{desk.meeting.photos[1].id}/caption")
    line = QApplication.focusWidget()
    assert isinstance(line, LineEdit)
    qtbot.keyClicks(line, "Kapolres memimpin rapat")
    page.go_to(f"photos/{desk.meeting.photos[1].id}/public")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert [(p.caption, p.public) for p in desk.meeting.photos] == [
        ("", False),
        ("Kapolres memimpin rapat", True),
        ("", False),
    ]
    assert page.summary.text() == "3 foto · 1 boleh dirilis"
    desk.undo()
    desk.undo()
    assert line.text() == ""


def test_photos_are_reordered_and_removed_by_keyboard(
    qtbot: QtBot, page: PhotosPage, desk: Desk, files: list[Path]
) -> None:
    add(qtbot, page, files)
    one, two, three = (p.id for p in desk.meeting.photos)
    page.grid.select(three)
    qtbot.keyClick(page.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert [p.id for p in desk.meeting.photos] == [one, three, two]
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert [p.id for p in desk.meeting.photos] == [one, two]
    assert page.grid.current_id == two
    desk.undo()
    desk.undo()
    assert [p.id for p in desk.meeting.photos] == [one, two, three]


def test_thumbnails_come_after_the_rows(qtbot: QtBot, page: PhotosPage, desk: Desk, files: list[Path]) -> None:
    add(qtbot, page, files)
    index = page.grid.photos.index(0)
    qtbot.waitUntil(lambda: index.data(Qt.ItemDataRole.DecorationRole) is not None)
    assert index.data(Qt.ItemDataRole.DecorationRole).width() == 64


def test_adding_can_be_stopped_and_what_came_in_stays(
    qtbot: QtBot, page: PhotosPage, desk: Desk, files: list[Path]
) -> None:
    desk.changed.connect(lambda before, after: page.cancel.click())
    add(qtbot, page, files)
    qtbot.wait(20)
    assert len(desk.meeting.photos) == 1
    assert "Dihentikan" in page.message.text()


def test_photos_still_waiting_do_not_come_into_a_meeting_opened_meanwhile(
    qtbot: QtBot, page: PhotosPage, desk: Desk, files: list[Path]
) -> None:
    with qtbot.waitSignal(page.finished):
        page.add_files(files)
        desk.open(Bundle(meeting=Meeting(id="lain")))
    qtbot.wait(20)
    assert desk.meeting == Meeting(id="lain")
    assert "3 foto untuk rapat sebelumnya" in page.message.text()
