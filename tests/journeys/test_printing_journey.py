"""A secretary opens a meeting, looks at the pages as they will be printed, mends a word, and saves the PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from rakor_desktop import app
from rakor_desktop.domain import edits
from rakor_desktop.printing import Pages, Typesetter
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.printing.window import PrintPreview

CTRL = Qt.KeyboardModifier.ControlModifier


def text_of(pages: Pages) -> str:
    return " ".join(line.text for n in range(len(pages)) for line in pages.lines(n))


def renewed(qtbot: QtBot, preview: PrintPreview) -> Pages:
    qtbot.waitUntil(lambda: preview.pages is not None and not preview.stale, timeout=60_000)
    assert preview.pages is not None
    return preview.pages


@pytest.mark.skipif(not Typesetter().available, reason="neither Word nor LibreOffice is installed")
def test_pages_are_looked_at_mended_and_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.put_samples(window.parts)
    entry = next(e for e in window.parts.archive.recent(10) if "pasaman" in e.id)
    window.furniture.meetings.open(entry.id)

    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_P, CTRL)
    preview = window.furniture.previews.preview
    assert preview is not None
    pages = renewed(qtbot, preview)
    assert "Lapangan Indoor Polres Pasaman Barat" in text_of(pages)
    assert preview.told.startswith(f"Disusun oleh {window.parts.typesetter.engines[0].name}")
    qtbot.waitUntil(lambda: preview.view.images.complete)
    picture = preview.view.images.picture(0)
    assert picture is not None
    dark = sum(picture.pixelColor(x, y).lightness() < 128 for x in range(picture.width()) for y in range(0, 200, 2))
    assert dark > 100

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    venue = window.parts.desk.meeting.venue
    window.parts.desk.edit("Ubah tempat", edits.set_fields(venue=replace(venue, place="Aula Tantya Sudhirajati")))
    preview.activateWindow()
    pages = renewed(qtbot, preview)
    assert "Aula Tantya Sudhirajati" in text_of(pages)

    target = tmp_path / "notula.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.keyClick(preview, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(target.exists, timeout=30_000)
    qtbot.waitUntil(lambda: not window.parts.jobs.busy, timeout=30_000)
    with Pages(target.read_bytes()) as saved:
        assert text_of(saved) == text_of(pages)
        assert saved.sizes == pages.sizes

    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert window.furniture.previews.preview is None
    assert window.isVisible()
