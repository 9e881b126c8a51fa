"""The heads over the preview: tabs for the usual documents, one tab for all others, a list where it is narrow."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS
from rakor_desktop.ui.preview import PreviewPane
from rakor_desktop.ui.side_pane import FINDINGS, OTHERS, SHARED, TABS, SidePane
from tests.ui.stage import MemoryPhotos, desk_with, show


@pytest.fixture
def side(qtbot: QtBot, catalog: Catalog) -> SidePane:
    pane = SidePane(PreviewPane(desk_with(), catalog, MemoryPhotos()))
    show(qtbot, desk_with(), pane, width=620)
    return pane


def names(side: SidePane) -> list[str]:
    return [side.tabs.tabText(n) for n in range(side.tabs.count())]


def test_every_document_can_be_previewed(side: SidePane) -> None:
    assert {key for key, _, _ in (*TABS[:SHARED], *OTHERS)} == set(DOCUMENTS)
    for document in DOCUMENTS:
        side.show_tab(document)
        assert side.key == document
        assert side.preview.document == document
        assert side.preview.paper.blocks


def test_the_less_used_documents_share_one_tab(side: SidePane) -> None:
    assert names(side) == ["Notula", "Daftar hadir", "Siaran pers", "WhatsApp", "Temuan"]
    side.show_tab("undangan")
    assert names(side) == ["Notula", "Daftar hadir", "Siaran pers", "Undangan", "Temuan"]
    side.show_tab("notula")
    assert names(side)[SHARED] == "Undangan"
    side.tabs.setCurrentIndex(SHARED)
    assert side.document == "undangan"


def test_turning_from_one_shared_document_to_another_tells_it(side: SidePane, qtbot: QtBot) -> None:
    side.show_tab("undangan")
    with qtbot.waitSignal(side.shown) as told:
        next(a for a in side.others.menu().actions() if "Petikan" in a.text()).trigger()
    assert told.args == ["petikan-arahan"]
    assert side.preview.document == "petikan-arahan"


def test_a_narrow_pane_has_one_list_instead_of_tabs(side: SidePane) -> None:
    side.window().resize(340, 500)
    assert side.tabs.isHidden()
    assert not side.documents.isHidden()
    assert [side.documents.itemData(n) for n in range(side.documents.count())] == [
        key for key, _, _ in (*TABS[:SHARED], *OTHERS)
    ]
    side.documents.setCurrentIndex(side.documents.findData("laporan-hasil"))
    side.documents.activated.emit(side.documents.currentIndex())
    assert side.document == "laporan-hasil"
    side.finding_button.click()
    assert side.key == FINDINGS
    side.finding_button.click()
    assert side.key == "laporan-hasil"


def test_the_list_follows_the_tab_and_the_count_stands_on_both(side: SidePane) -> None:
    side.show_tab("daftar-hadir")
    side.count_findings(7)
    assert side.documents.currentData() == "daftar-hadir"
    assert names(side)[-1] == "Temuan 7"
    assert side.finding_button.text() == "Temuan 7"


def test_an_unknown_document_changes_nothing(side: SidePane) -> None:
    side.show_tab("surat-jalan")
    assert side.key == "notula"
