"""The window "Pratinjau cetak": pages come, keep up with the meeting, and whatever goes wrong is said."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import edits
from rakor_desktop.printing import Pages, Typesetter
from rakor_desktop.printing.libreoffice import LibreOffice
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.printing.printer import set_up
from rakor_desktop.ui.printing.window import PrintPreview
from tests.printing.engines import PDF, failing, good, hanging
from tests.printing.test_child import gone_soon
from tests.ui.shell_stage import open_meeting, window_over

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs of these tests are POSIX scripts")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path / "data") as made:
        made.furnish()
        open_meeting(made, "lahat")
        set_typesetter(made, good(tmp_path, "24.8"))
        bugs: list[str] = []
        made.parts.jobs.bug.connect(bugs.append)
        yield made
        assert not bugs


def set_typesetter(window: MainWindow, *programs: Path, seconds: float = 60) -> None:
    engines = [LibreOffice(program) for program in programs]
    vars(window.parts)["typesetter"] = Typesetter(lambda: engines, seconds=seconds)


def opened(qtbot: QtBot, window: MainWindow) -> PrintPreview:
    """The preview as Ctrl+P opens it; its pages may not be there yet."""
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = window.furniture.previews.preview
    assert preview is not None
    qtbot.waitUntil(preview.isActiveWindow)
    return preview


def with_pages(qtbot: QtBot, window: MainWindow) -> PrintPreview:
    preview = opened(qtbot, window)
    qtbot.waitUntil(lambda: preview.pages is not None, timeout=10_000)
    return preview


def test_the_pages_are_shown_with_engine_paper_and_count(qtbot: QtBot, window: MainWindow) -> None:
    preview = with_pages(qtbot, window)
    assert preview.told == "Disusun oleh LibreOffice 24.8  ·  A4 (210 × 297 mm)  ·  2 halaman"
    assert preview.windowTitle().startswith("Pratinjau cetak — Notula — ")
    assert preview.bar.page.value() == 1
    assert preview.acts.print.isEnabled()
    assert preview.strip.text == ""
    qtbot.keyClick(preview, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert preview.bar.page.value() == 2
    assert not preview.acts.next.isEnabled()


def test_zoom_follows_keys_and_the_list_tells_it(qtbot: QtBot, window: MainWindow) -> None:
    preview = with_pages(qtbot, window)
    assert preview.bar.zoom.currentText() == "Satu halaman"
    qtbot.keyClick(preview, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert preview.bar.zoom.currentText() == "100 %"
    qtbot.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.factor == 0.75
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.factor == 1.0
    qtbot.keyClick(preview, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert preview.bar.zoom.currentText() == "Selebar jendela"
    preview.view.set_zoom(1.1)
    assert preview.bar.zoom.currentIndex() == -1
    assert preview.bar.zoom.placeholderText() == "110 %"


def test_another_document_is_chosen_from_the_list(qtbot: QtBot, window: MainWindow) -> None:
    preview = with_pages(qtbot, window)
    preview.bar.documents.setCurrentIndex(preview.bar.documents.findData("daftar-hadir"))
    preview.bar.documents.activated.emit(preview.bar.documents.currentIndex())
    assert preview.pages is None
    qtbot.waitUntil(lambda: preview.pages is not None, timeout=10_000)
    assert preview.document == "daftar-hadir"
    assert "Daftar hadir" in preview.windowTitle()


def test_a_hanging_engine_is_ended_and_said_while_the_window_lives(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    set_typesetter(window, hanging(tmp_path), seconds=4)
    beats: list[bool] = []
    preview = opened(qtbot, window)
    qtbot.waitUntil(lambda: preview.strip.working, timeout=5000)
    assert preview.strip.text == "LibreOffice 9.9 menyusun halaman notula…"
    timer = QTimer(preview, interval=10)
    timer.timeout.connect(lambda: beats.append(preview.strip.working))
    timer.start()
    qtbot.waitUntil(lambda: bool(preview.messages.text), timeout=20_000)
    timer.stop()
    assert "tidak selesai menyusun halaman dalam 4 detik dan sudah dihentikan" in preview.messages.text
    # A window that waited for the engine would have beaten once, at the end.
    assert sum(beats) > 5
    assert preview.strip.text == ""
    assert all(gone_soon(int(pid)) for pid in (tmp_path / "trace").read_text().split())
    set_typesetter(window, good(tmp_path, "24.8"))
    preview.messages.links()[0].click()
    qtbot.waitUntil(lambda: preview.pages is not None, timeout=10_000)
    assert preview.messages.isHidden()


def test_esc_stops_the_work_and_then_closes(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    set_typesetter(window, hanging(tmp_path))
    preview = opened(qtbot, window)
    qtbot.waitUntil(lambda: (tmp_path / "trace").exists() and preview.strip.working, timeout=10_000)
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert preview.strip.text == "Penyusunan halaman dibatalkan."
    qtbot.waitUntil(lambda: not window.parts.jobs.busy, timeout=5000)
    assert all(gone_soon(int(pid)) for pid in (tmp_path / "trace").read_text().split())
    assert preview.isVisible()
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert window.furniture.previews.preview is None


def test_called_off_in_the_window_below_it_is_said_too(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    set_typesetter(window, hanging(tmp_path))
    started: list[int] = []
    window.parts.jobs.started.connect(lambda number, _label: started.append(number))
    preview = opened(qtbot, window)
    window.parts.jobs.cancel(started[-1])
    qtbot.waitUntil(lambda: preview.strip.text == "Penyusunan halaman dibatalkan.", timeout=5000)
    set_typesetter(window, good(tmp_path, "24.8"))
    qtbot.keyClick(preview, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: preview.pages is not None, timeout=10_000)


def test_pages_follow_the_meeting_when_one_turns_to_them_again(qtbot: QtBot, window: MainWindow) -> None:
    preview = with_pages(qtbot, window)
    former = preview.pages
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.parts.desk.edit("Ubah tema", edits.set_fields(theme="Tema baru"))
    assert preview.stale
    assert preview.strip.text == "Isi rapat berubah sejak halaman ini disusun."
    assert preview.pages is former
    with qtbot.waitSignal(preview.renewed, timeout=10_000):
        preview.activateWindow()
    assert preview.pages is not former
    assert not preview.stale
    assert preview.strip.text == ""


def test_pages_that_are_up_to_date_are_not_made_again(qtbot: QtBot, window: MainWindow) -> None:
    preview = with_pages(qtbot, window)
    former = preview.pages
    qtbot.keyClick(preview, Qt.Key.Key_F5)
    assert preview.toast.text == "Halaman ini sudah sesuai dengan isian rapat."
    assert not preview.making.busy
    assert preview.pages is former


def test_a_failure_leaves_the_former_pages_and_says_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    preview = with_pages(qtbot, window)
    former = preview.pages
    set_typesetter(window, failing(tmp_path))
    window.parts.desk.edit("Ubah tema", edits.set_fields(theme="Tema baru"))
    qtbot.waitUntil(lambda: bool(preview.messages.text), timeout=10_000)
    assert preview.messages.text.endswith("Halaman yang tampil adalah yang sebelumnya.")
    assert preview.pages is former


def test_where_another_engine_had_to_help_that_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    set_typesetter(window, failing(tmp_path), good(tmp_path, "24.8"))
    preview = with_pages(qtbot, window)
    assert preview.strip.text.endswith("Halaman ini disusun oleh LibreOffice 24.8.")
    assert "Disusun oleh LibreOffice 24.8" in preview.told


def test_without_an_engine_the_contents_are_shown_with_what_to_do(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    engines: list[LibreOffice] = []
    vars(window.parts)["typesetter"] = Typesetter(lambda: engines)
    preview = opened(qtbot, window)
    assert preview.without.isVisible()
    assert not preview.acts.print.isEnabled()
    assert not preview.acts.pdf.isEnabled()
    assert "NOTULEN" in preview.without.contents.text.upper()
    preview.without.again.click()
    assert preview.toast.text == "Microsoft Word dan LibreOffice tetap tidak ditemukan."
    engines.append(LibreOffice(failing(tmp_path)))
    preview.without.again.click()
    qtbot.waitUntil(lambda: "tidak menghasilkan halaman" in preview.messages.text, timeout=10_000)
    assert not preview.without.isVisible()
    engines[:] = [LibreOffice(good(tmp_path, "24.8"))]
    window.parts.typesetter.look_again()
    preview.messages.links()[0].click()
    qtbot.waitUntil(lambda: preview.pages is not None, timeout=10_000)
    assert preview.view.isVisible()


def test_the_pages_shown_are_saved_as_pdf(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = with_pages(qtbot, window)
    target = tmp_path / "hasil.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: preview.toast.text == "Notula disimpan", timeout=10_000)
    assert target.read_bytes() == PDF.read_bytes()


def test_the_very_pages_shown_are_printed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    preview = with_pages(qtbot, window)
    made = preview.shown
    assert made is not None
    target = tmp_path / "cetak.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(100)
    set_up(printer, made.pages.sizes[0], "Uji")
    preview.printing.print(made, printer)
    qtbot.waitUntil(lambda: "dikirim ke pencetak: 2 halaman, A4" in preview.toast.text, timeout=10_000)
    del printer
    qtbot.waitUntil(lambda: target.exists() and target.read_bytes().rstrip().endswith(b"%%EOF"), timeout=5000)
    with Pages(target.read_bytes()) as printed:
        assert len(printed) == 2
    log = window.parts.archive.log_of(window.parts.desk.meeting.id)
    assert [(entry.action, entry.detail) for entry in log][-1] == ("printed", "notula 2")


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="a printer is installed here")
def test_without_a_printer_it_is_said_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    preview = with_pages(qtbot, window)
    qtbot.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert preview.messages.text.startswith("Belum ada pencetak di komputer ini.")


def test_the_document_menu_offers_pdf_only_with_an_engine(qtbot: QtBot, window: MainWindow) -> None:
    def offers() -> list[str]:
        window.documents_menu.aboutToShow.emit()
        menus = [action.menu() for action in window.documents_menu.actions() if action.menu()]
        return [action.text() for menu in menus for action in menu.actions() if "PDF" in action.text()]

    assert offers()
    assert set(offers()) == {"Buat &PDF (.pdf)"}
    vars(window.parts)["typesetter"] = Typesetter(tuple)
    assert offers() == []


def test_a_release_of_a_classified_meeting_shows_no_page_before_somebody_answers_for_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.parts.desk.edit("Ubah klasifikasi", edits.set_fields(classification="R"))
    window.furniture.workspace.side.show_tab("siaran-pers")
    preview = opened(qtbot, window)
    assert preview.document == "siaran-pers"
    assert preview.pages is None
    assert not preview.making.busy
    assert not preview.acts.print.isEnabled()
    preview.messages.links()[0].click()
    assert window.furniture.previews.preview is None
    assert window.furniture.workspace.key == "siaran-pers"
    window.parts.releases.confirm("AKP Uji")
    qtbot.waitUntil(window.isActiveWindow)
    preview = with_pages(qtbot, window)
    assert preview.acts.print.isEnabled()


def test_the_preview_goes_with_the_window(qtbot: QtBot, window: MainWindow) -> None:
    with_pages(qtbot, window)
    window.close()
    assert window.furniture.previews.preview is None


def test_every_control_has_a_name_and_every_action_a_key(qtbot: QtBot, window: MainWindow) -> None:
    preview = with_pages(qtbot, window)
    controls = (preview.bar.documents, preview.bar.zoom, preview.bar.page, preview.view, *preview.bar.buttons)
    assert all(control.accessibleName() for control in controls)
    keys: Callable[[object], bool] = lambda action: bool(action.shortcuts())  # type: ignore[attr-defined]  # noqa: E731
    assert all(keys(action) for action in vars(preview.acts).values())
