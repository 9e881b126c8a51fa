"""Every access key of the release page leads to one thing: two buttons with one letter answer to neither."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rakor_desktop.domain import codec, edits
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.pages.release import CHOICE, DETAILS, WORDS, ReleasePage
from tests.journeys.conftest import OFFICE


def shared_letters(window: QWidget) -> dict[str, list[str]]:
    """The letters that more than one visible button or caption of this window has."""
    found: dict[str, list[str]] = defaultdict(list)
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            _, mark, rest = widget.text().replace("&&", "").partition("&")
            if mark and rest:
                found[rest[0].upper()].append(widget.text())
    return {letter: texts for letter, texts in found.items() if len(texts) > 1}


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> ReleasePage:
    sample = codec.decode(window.parts.catalog.sample_bytes("pasaman-barat"))
    window.parts.archive.save(Bundle(office=OFFICE, meeting=sample.meeting), None)
    assert window.furniture.meetings.open(sample.meeting.id)
    window.show_workspace_page("siaran-pers")
    window.furniture.workspace.side.show_tab("siaran-pers")
    made = window.furniture.workspace.page("siaran-pers")
    assert isinstance(made, ReleasePage)
    qtbot.waitUntil(made.isVisible)
    return made


def test_no_view_of_the_release_shares_a_letter(qtbot: QtBot, window: MainWindow, page: ReleasePage) -> None:
    for view in (CHOICE, WORDS, DETAILS):
        page.show_view(view)
        QApplication.processEvents()
        assert shared_letters(window) == {}, view
    page.show_view(CHOICE)
    page.choice.out.choose(lambda piece: True)
    page.choice.take_over(page.choice.out)
    assert page.choice.undo_button.isVisible()
    assert shared_letters(window) == {}


def test_changed_facts_and_findings_share_no_letter(qtbot: QtBot, window: MainWindow, page: ReleasePage) -> None:
    page.show_view(WORDS)
    lead = window.parts.releases.draft.paragraphs[0]
    window.parts.releases.write({lead.key: f"yg {lead.text}"})
    window.parts.desk.edit("Ubah tanggal", edits.set_held(date=date(2024, 8, 16)))
    qtbot.waitUntil(page.editor.changes.isVisible)
    qtbot.waitUntil(page.editor.bar.isVisible, timeout=5_000)
    assert shared_letters(window) == {}
    window.parts.releases.set_status("approved", "Kapolres")
    qtbot.waitUntil(page.editor.notice.isVisible)
    assert shared_letters(window) == {}


def test_the_form_of_a_style_shares_no_letter(qtbot: QtBot, window: MainWindow, page: ReleasePage) -> None:
    page.show_style_form()
    dialog = page.asked
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert shared_letters(dialog) == {}
    dialog.reject()
