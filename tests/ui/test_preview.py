from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.outline import Block
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.documents import document_bytes
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Attendee, Bundle, Meeting
from rakor_desktop.errors import CatalogError
from rakor_desktop.ui.preview import DOCUMENTS, PreviewPane
from rakor_desktop.ui.preview_layout import plain_text
from rakor_desktop.ui.preview_paper import Paper
from tests.ui.stage import MemoryPhotos, desk_with, show


def people_outline(document: str, bundle: Bundle, catalog: Catalog) -> tuple[Block, ...]:
    """A small document: a title and a row for everybody."""
    rows = (
        Block(f"row/{a.id}", "row", cells=(f"{n}.", a.name, a.rank, a.position), target=f"attendees/{a.id}/name")
        for n, a in enumerate(bundle.meeting.attendees, start=1)
    )
    return (Block("judul", "title", bundle.meeting.title, target="title"), *rows)


def many(count: int) -> Meeting:
    return Meeting(
        id="m",
        title="Rapat",
        attendees=tuple(Attendee(f"a{n}", rank="Bripda", name=f"Nama {n}", position="Anggota") for n in range(count)),
    )


def pane_of(qtbot: QtBot, desk: Desk, catalog: Catalog) -> PreviewPane:
    pane = PreviewPane(desk, catalog, MemoryPhotos(), people_outline)
    show(qtbot, desk, pane, 460, 600)
    return pane


def touched(paper: Paper, act: Callable[[], object]) -> list[int]:
    """The numbers of the blocks in which the document changes while ``act`` runs."""
    changes: list[int] = []
    document = paper.document()

    def note(position: int, removed: int, added: int) -> None:
        changes.append(document.findBlock(position).blockNumber())

    document.contentsChange.connect(note)
    act()
    document.contentsChange.disconnect(note)
    return changes


def lines(paper: Paper) -> list[str]:
    return paper.toPlainText().split("\n")


def test_a_change_on_the_desk_is_on_the_paper_a_moment_later(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(many(3))
    pane = pane_of(qtbot, desk, catalog)
    desk.edit("x", edits.set_fields(title="Rapat Baru"))
    qtbot.waitUntil(lambda: pane.paper.toPlainText().startswith("Rapat Baru"))


def test_one_keystroke_touches_one_block_of_a_thousand(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(many(1000))
    pane = pane_of(qtbot, desk, catalog)
    assert pane.paper.document().blockCount() == 1001
    desk.edit("x", edits.set_rank("a500", "Bripka"))
    assert set(touched(pane.paper, pane.refresh)) == {501}
    assert "Bripka" in pane.paper.document().findBlockByNumber(501).text()


def test_a_new_row_is_put_in_and_the_blocks_after_it_only_renumbered(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(many(50))
    pane = pane_of(qtbot, desk, catalog)
    desk.edit("x", edits.insert(Attendee("n", name="Baru"), 48))
    changed = touched(pane.paper, pane.refresh)
    assert min(changed) == 49
    assert pane.paper.document().blockCount() == 52
    desk.undo()
    pane.refresh()
    assert pane.paper.document().blockCount() == 51


def test_nothing_changed_touches_nothing(qtbot: QtBot, catalog: Catalog) -> None:
    pane = pane_of(qtbot, desk_with(many(20)), catalog)
    assert touched(pane.paper, pane.refresh) == []


def test_the_place_on_the_page_stays_while_rows_above_come_and_go(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with(many(200))
    pane = pane_of(qtbot, desk, catalog)
    pane.paper.verticalScrollBar().setValue(2400)
    first = pane.paper.cursorForPosition(QPoint(40, 4)).block().text()
    desk.edit("x", edits.remove(Attendee, ("a1", "a2", "a3")))
    pane.refresh()
    assert pane.paper.cursorForPosition(QPoint(40, 4)).block().text().split("\t")[1] == first.split("\t")[1]


def test_a_click_on_a_block_asks_for_its_field(qtbot: QtBot, catalog: Catalog) -> None:
    pane = pane_of(qtbot, desk_with(many(5)), catalog)
    cursor = pane.paper.textCursor()
    cursor.setPosition(pane.paper.document().findBlockByNumber(3).position() + 4)
    where = pane.paper.cursorRect(cursor).center()
    with qtbot.waitSignal(pane.jump) as asked:
        qtbot.mouseClick(pane.paper.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == ["attendees/a2/name"]


def test_enter_goes_to_the_field_under_the_cursor(qtbot: QtBot, catalog: Catalog) -> None:
    pane = pane_of(qtbot, desk_with(many(5)), catalog)
    pane.paper.setFocus()
    with qtbot.waitSignal(pane.jump) as asked:
        qtbot.keyClick(pane.paper, Qt.Key.Key_Return)
    assert asked.args == ["title"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_real_document_is_shown_and_follows_the_meeting(qtbot: QtBot, catalog: Catalog, document: str) -> None:
    desk = desk_with()
    pane = PreviewPane(desk, catalog, MemoryPhotos())
    show(qtbot, desk, pane, 460, 600)
    pane.document = document
    before = pane.paper.toPlainText()
    assert "Pasaman Barat" in before
    desk.edit("x", edits.set_venue(place="Aula Wirasatya"))
    pane.refresh()
    after = pane.paper.toPlainText()
    assert "Aula Wirasatya" in after
    desk.undo()
    pane.refresh()
    assert pane.paper.toPlainText() == before


def test_the_chat_report_is_copied_as_text_with_its_asterisks(qtbot: QtBot, catalog: Catalog) -> None:
    desk = desk_with()
    pane = PreviewPane(desk, catalog, MemoryPhotos())
    show(qtbot, desk, pane)
    assert not pane.copy_button.isVisible()
    pane.document = "laporan-whatsapp"
    assert pane.copy_button.isVisible()
    qtbot.mouseClick(pane.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "1. Kapolres Pasaman Barat AKBP Agung Tribawanto, S.I.K." in copied
    exported = document_bytes(desk.bundle, "laporan-whatsapp", ".txt", catalog=catalog).decode()
    assert copied == exported.strip()
    assert "*Kepada*" in copied
    assert "Tersalin" in pane.copy_button.text()


def test_a_hidden_preview_composes_nothing_until_it_is_seen(qtbot: QtBot, catalog: Catalog) -> None:
    asked: list[str] = []

    def counting(document: str, bundle: Bundle, catalog: Catalog) -> tuple[Block, ...]:
        asked.append(bundle.meeting.title)
        return people_outline(document, bundle, catalog)

    desk = desk_with(many(2))
    pane = PreviewPane(desk, catalog, MemoryPhotos(), counting)
    show(qtbot, desk, pane)
    pane.hide()
    asked.clear()
    desk.edit("x", edits.set_fields(title="Tak terlihat"))
    pane.refresh()
    assert asked == []
    pane.show()
    assert asked == ["Tak terlihat"]


def test_a_document_that_cannot_be_composed_is_a_sentence_on_the_paper(qtbot: QtBot, catalog: Catalog) -> None:
    def failing(document: str, bundle: Bundle, catalog: Catalog) -> tuple[Block, ...]:
        raise CatalogError("catalog.broken", "Berkas ragam siaran pers rusak. Hapus berkas itu.")

    desk = desk_with()
    pane = PreviewPane(desk, catalog, MemoryPhotos(), failing)
    show(qtbot, desk, pane)
    assert pane.paper.toPlainText() == "Berkas ragam siaran pers rusak. Hapus berkas itu."


def test_text_of_several_lines_stays_one_block(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_blocks(
        [Block("ttd", "signature", "KAPOLRES\n\nAGUNG", label="kanan"), Block("b", "note", "x")], "notula"
    )
    assert paper.document().blockCount() == 2
    assert plain_text(paper.blocks) == "KAPOLRES\n\nAGUNG\n\nx"


def test_a_signature_keeps_its_format_to_itself_when_the_scroll_bar_appears(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.resize(460, 300)
    paper.show()
    qtbot.waitExposed(paper)
    signature = Block("ttd", "signature", "KAPOLRES\n\nAGUNG", label="kanan")
    paper.show_blocks([Block("a", "field", "satu", label="Peserta"), signature], "notula")
    people = [Block(f"p{n}", "field", f"Orang {n}", marker=f"{n}.") for n in range(60)]
    paper.show_blocks([Block("a", "field", "satu", label="Peserta"), *people, signature], "notula")
    qtbot.waitUntil(paper.verticalScrollBar().isVisible)
    formats = {paper.document().findBlockByNumber(n).blockFormat().leftMargin() for n in range(1, 61)}
    assert len(formats) == 1


KEYS = st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from(["", "satu", "dua\ntiga"])), max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(KEYS, min_size=2, max_size=5))
def test_however_blocks_come_and_go_the_paper_is_as_if_written_anew(
    qtbot: QtBot, pages: list[list[tuple[str, str]]]
) -> None:
    paper, fresh = Paper(), Paper()
    qtbot.addWidget(paper)
    qtbot.addWidget(fresh)
    for page in pages:
        blocks = [Block(key, "heading" if key < "d" else "field", text, label="L") for key, text in page]
        paper.show_blocks(blocks, "notula")
    fresh.show_blocks([], "daftar-hadir")
    fresh.show_blocks(blocks, "notula")
    assert lines(paper) == lines(fresh)
    for number in range(len(blocks)):
        kept = paper.document().findBlockByNumber(number).blockFormat()
        assert kept == fresh.document().findBlockByNumber(number).blockFormat()


def test_blocks_of_one_kind_are_told_apart_by_their_fields() -> None:
    block = Block("k", "paragraph", "a")
    assert plain_text([block, replace(block, key="l")]) == "a\n\na"
