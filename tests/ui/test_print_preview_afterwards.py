"""The print preview around its edges: after it was closed, and while a classified release waits for an answer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog.template_shelf import TemplateShelf
from rakor_desktop.domain import edits
from rakor_desktop.printing import Typesetter
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.printing.window import PrintPreview
from rakor_desktop.ui.template_shelf import TemplateDialog
from tests.printing.engines import failing, good, hanging
from tests.ui.shell_stage import open_meeting, window_over
from tests.ui.test_print_preview import opened, set_typesetter, with_pages

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs of these tests are POSIX scripts")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path / "data") as made:
        made.furnish()
        open_meeting(made, "lahat")
        set_typesetter(made, good(tmp_path, "24.8"))
        yield made


def test_after_the_preview_was_closed_the_meeting_and_its_office_change_without_a_fault(
    qtbot: QtBot, window: MainWindow
) -> None:
    with_pages(qtbot, window).close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.captureExceptions() as faults:
        window.parts.desk.edit("Ubah judul", edits.set_fields(title="Rapat lain"))
        open_meeting_again(window)
    assert faults == []


def open_meeting_again(window: MainWindow) -> None:
    window.show_home()
    open_meeting(window, "lumajang")


def test_a_release_confirmed_in_the_other_window_is_shown_on_coming_back(qtbot: QtBot, window: MainWindow) -> None:
    window.parts.desk.edit("Ubah klasifikasi", edits.set_fields(classification="R"))
    window.furniture.workspace.side.show_tab("siaran-pers")
    preview = opened(qtbot, window)
    assert preview.messages.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.parts.releases.confirm("AKP Uji")
    preview.activateWindow()
    qtbot.waitUntil(lambda: preview.pages is not None, timeout=10_000)
    assert not preview.messages.isVisible()


def test_a_barred_release_does_not_go_on_telling_of_the_pages_that_were_being_made(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.parts.desk.edit("Ubah klasifikasi", edits.set_fields(classification="R"))
    set_typesetter(window, hanging(tmp_path))
    preview = opened(qtbot, window)
    qtbot.waitUntil(lambda: preview.strip.working)
    preview.choose("siaran-pers")
    assert preview.messages.isVisible()
    assert preview.strip.text == ""
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert window.furniture.previews.preview is None


def access_keys(preview: PrintPreview) -> list[str]:
    texts = [one.text() for one in preview.findChildren(QAbstractButton) if one.isVisible() and "&" in one.text()]
    return sorted(text[text.index("&") + 1].casefold() for text in texts)


def test_beside_a_failure_each_access_key_still_means_one_thing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    preview = with_pages(qtbot, window)
    set_typesetter(window, failing(tmp_path))
    window.parts.desk.edit("Ubah judul", edits.set_fields(title="Rapat lain"))
    qtbot.waitUntil(preview.messages.isVisible)
    preview.toast.say("Notula disimpan", [("&Buka", preview.raise_), ("Buka &folder", preview.raise_)])
    preview.strip.work("Menyusun…", preview.raise_)
    assert len(access_keys(preview)) >= 6
    assert access_keys(preview) == sorted(set(access_keys(preview)))


def test_without_an_engine_each_access_key_means_one_thing(qtbot: QtBot, window: MainWindow) -> None:
    vars(window.parts)["typesetter"] = Typesetter(tuple)
    preview = opened(qtbot, window)
    assert preview.without.isVisible()
    assert access_keys(preview) == sorted(set(access_keys(preview)))


def broken_template(window: MainWindow) -> None:
    """The office uses a template of its own that names a field there is not."""
    catalog = window.parts.catalog
    shelf = TemplateShelf(catalog)
    made = shelf.copy(catalog.templates_for("notula")[0], "Notula rusak", "A4")
    file = next(made.folder / name for name in made.files if name.endswith(".docx"))
    document = docx.Document(str(file))
    document.add_paragraph("{{ tidak.ada }}")
    document.save(str(file))
    window.parts.settings.choose_template(window.parts.desk.office.id, "notula", made.name)


@pytest.mark.parametrize("by_word", [False, True])
def test_from_the_preview_too_one_comes_to_the_template_that_is_wrong(
    qtbot: QtBot, window: MainWindow, by_word: bool
) -> None:
    broken_template(window)
    preview = opened(qtbot, window)
    qtbot.waitUntil(preview.messages.isVisible)
    if by_word:
        preview.messages.hide()
        preview.acts.word.trigger()
        qtbot.waitUntil(preview.messages.isVisible)
    link = next(one for one in preview.messages.links() if one.accessibleName() == "Lihat templat")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    (shelf,) = window.findChildren(TemplateDialog)
    assert shelf.isVisibleTo(window)
    assert shelf.current is not None
    assert shelf.current.title == "Notula rusak"
    assert window.furniture.previews.preview is None
    shelf.reject()


def test_in_the_menu_of_documents_each_access_key_means_one_thing(window: MainWindow) -> None:
    window.documents_menu.aboutToShow.emit()
    menus = [window.documents_menu]
    menus += [menu for action in menus[0].actions() if isinstance(menu := action.menu(), QMenu)]
    assert len(menus) > 9
    for menu in menus:
        keys = [text[text.index("&") + 1].casefold() for a in menu.actions() if "&" in (text := a.text())]
        assert sorted(keys) == sorted(set(keys)), menu.title()
