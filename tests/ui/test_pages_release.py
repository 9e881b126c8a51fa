"""The page Siaran pers: what goes out, what to look at before, and the fields around the draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Figure, Item, Meeting
from rakor_desktop.ui.pages import PAGES
from rakor_desktop.ui.pages.release import CHOICE, DETAILS, WORDS, ReleasePage
from rakor_desktop.ui.parts import Parts
from tests.ui.pasaman import meeting
from tests.ui.press_stage import parts_over
from tests.ui.stage import show


@pytest.fixture
def parts(tmp_path: Path, catalog: Catalog) -> Iterator[Parts]:
    with parts_over(tmp_path, catalog) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, parts: Parts) -> ReleasePage:
    page = ReleasePage(parts)
    show(qtbot, parts.desk, page)
    page.show_view(CHOICE)
    return page


def test_the_two_columns_hold_what_goes_out_and_what_stays(page: ReleasePage) -> None:
    assert len(page.choice.out.texts()) == 5
    assert len(page.choice.inside.texts()) == 5
    assert page.tabs.tabText(0) == "Yang ikut dirilis  5/10"


def test_space_takes_the_chosen_rows_to_the_other_column_in_one_step(
    qtbot: QtBot, page: ReleasePage, parts: Parts
) -> None:
    before = parts.desk.meeting
    page.choice.inside.setFocus()
    page.choice.inside.selectAll()
    qtbot.keyClick(page.choice.inside, Qt.Key.Key_Space)
    assert page.choice.inside.texts() == []
    now = parts.desk.meeting
    assert all(record.public for record in [*now.items, *now.figures, *now.photos])  # type: ignore[attr-defined]
    parts.desk.undo()
    assert parts.desk.meeting == before


def test_nothing_public_is_said_in_words(qtbot: QtBot, page: ReleasePage, parts: Parts) -> None:
    page.choice.out.selectAll()
    qtbot.keyClick(page.choice.out, Qt.Key.Key_Return)
    assert page.choice.notice.text() == "5 kembali internal."
    page.choice.undo_button.click()
    assert len(page.choice.out.texts()) == 5
    assert page.choice.undo_button.isHidden()
    page.choice.out.selectAll()
    qtbot.keyClick(page.choice.out, Qt.Key.Key_Return)
    parts.desk.open(replace(parts.desk.bundle, meeting=replace(parts.desk.meeting, id="m2", items=())))
    assert "Belum ada yang boleh dirilis" in page.choice.notice.text()


def test_all_of_a_sort_are_selected_at_once(page: ReleasePage) -> None:
    count = page.choice.inside.choose(lambda piece: piece.group == "Pembahasan")
    assert [piece.group for piece in page.choice.inside.chosen()] == ["Pembahasan"] * count
    assert count == 1


DOUBTFUL = Meeting(
    id="m2",
    title="Rapat kesiapan",
    items=(
        Item("i1", "directive", text="Terjunkan 412 personel di pos Simpang Empat."),
        Item("i2", "directive", text="Pedomani R/12/VIII/OPS.1./2024 tanggal 3 Agustus."),
        Item("i3", "discussion", text="Hubungi 0812-3456-7890 untuk laporan."),
        Item("i4", "closing", quote="Kami siap."),
        Item("i5", "discussion", topic="Lain-lain"),
        Item("i6", "decision", text="Apel gelar pasukan dilaksanakan hari Senin."),
    ),
    figures=(Figure("f1", "Personel pengamanan", "412", "orang"), Figure("f2", "TPS", "893", "TPS")),
)


@pytest.fixture
def doubtful(qtbot: QtBot, tmp_path: Path, catalog: Catalog) -> Iterator[ReleasePage]:
    with parts_over(tmp_path, catalog, DOUBTFUL) as made:
        page = ReleasePage(made)
        show(qtbot, made.desk, page)
        yield page


def test_what_must_not_go_out_unseen_is_marked_at_its_row_before_it_is_released(doubtful: ReleasePage) -> None:
    warned = {piece.id: piece.entry.note for piece in doubtful.choice.inside.pieces}
    assert warned["i1"] == "⚠ jumlah personel: 412 personel"
    assert warned["i2"].startswith("⚠ nomor rahasia")
    assert warned["i3"].startswith("⚠ nomor telepon")
    assert warned["i4"] == "⚠ kutipan tanpa pembicara"
    assert warned["i5"] == "⚠ belum ada isi"
    assert warned["i6"] == ""
    assert warned["f1"].startswith("⚠ jumlah personel")
    assert warned["f2"] == ""
    assert all(piece.reasons for piece in doubtful.choice.inside.pieces if piece.warnings)


def test_releasing_something_doubtful_says_what_to_look_at(qtbot: QtBot, doubtful: ReleasePage) -> None:
    doubtful.choice.inside.choose(lambda piece: piece.id == "i3")
    qtbot.keyClick(doubtful.choice.inside, Qt.Key.Key_Space)
    assert "Lihat dahulu sebelum disiarkan: nomor telepon" in doubtful.choice.notice.text()
    assert doubtful.choice.undo_button.isVisible()


def test_all_without_a_mark_can_be_selected(doubtful: ReleasePage) -> None:
    doubtful.choice.inside.choose(lambda piece: not piece.warnings)
    assert [piece.id for piece in doubtful.choice.inside.chosen()] == ["i6", "f2"]


def test_a_meeting_with_nothing_public_opens_with_the_choice_and_others_with_the_view_used_last(
    qtbot: QtBot, parts: Parts
) -> None:
    page = ReleasePage(parts)
    show(qtbot, parts.desk, page)
    assert page.view == WORDS
    page.show_view(DETAILS)
    parts.desk.open(replace(parts.desk.bundle, meeting=DOUBTFUL))
    page.refresh()
    assert page.view == CHOICE
    parts.desk.open(replace(parts.desk.bundle, meeting=meeting()))
    page.refresh()
    assert page.view == DETAILS


def test_the_views_have_keys(qtbot: QtBot, page: ReleasePage) -> None:
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    turns = ((Qt.Key.Key_Tab, ctrl, WORDS), (Qt.Key.Key_Tab, ctrl, DETAILS), (Qt.Key.Key_Tab, ctrl, CHOICE),
             (Qt.Key.Key_Backtab, ctrl | shift, DETAILS), (Qt.Key.Key_Backtab, ctrl | shift, WORDS))  # fmt: skip
    page.first_field().setFocus()
    for key, held, view in turns:
        qtbot.keyClick(QApplication.focusWidget() or page, key, held)
        assert page.view == view
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus)


def test_words_typed_become_the_release_of_the_style_in_use(qtbot: QtBot, page: ReleasePage, parts: Parts) -> None:
    assert page.go_to("releases/x/byline")
    qtbot.keyClicks(QApplication.focusWidget(), "HumasResPasbar")
    assert [(r.style, r.byline) for r in parts.desk.meeting.releases] == [("tribratanews", "HumasResPasbar")]
    page.details.byline.line.left.emit()
    assert page.go_to("releases/tribratanews/dateline")
    qtbot.keyClicks(QApplication.focusWidget(), "Simpang Empat")
    assert parts.releases.release.dateline == "Simpang Empat"
    parts.desk.undo()
    parts.desk.undo()
    assert parts.desk.meeting.releases == ()


def test_empty_fields_show_what_is_composed(qtbot: QtBot, page: ReleasePage, parts: Parts) -> None:
    page.show_view(DETAILS)
    made = parts.releases.composed
    qtbot.waitUntil(lambda: page.details.dateline.line.placeholderText() == made.dateline)
    assert made.dateline
    assert page.details.captions.text.placeholderText() == "Kapolres memimpin rapat"


def test_targets_lead_to_their_view(page: ReleasePage, parts: Parts) -> None:
    assert page.go_to("releases/headline")
    assert page.view == WORDS
    assert page.go_to("releases/x/contact")
    assert page.view == DETAILS
    assert page.go_to("releases/choice")
    assert page.view == CHOICE
    assert page.go_to("release_style")
    assert page.bar.styles.hasFocus()
    assert not page.go_to("held.date")


def test_choosing_a_style_is_one_undo_step_and_the_usual_one_is_marked(page: ReleasePage, parts: Parts) -> None:
    box = page.bar.styles
    assert box.currentText() == "Tribratanews (Polres) – biasa dipakai"
    box.setCurrentIndex(box.findData("polda"))
    box.activated.emit(box.currentIndex())
    assert parts.desk.meeting.release_style == "polda"
    page.refresh()
    assert box.currentText() == "Bidhumas Polda"
    parts.desk.undo()
    page.refresh()
    assert box.currentData() == "tribratanews"
    assert "laporan-whatsapp" not in box.names


def test_a_style_that_is_gone_is_told_once(page: ReleasePage, parts: Parts) -> None:
    parts.releases.choose("portal-lama")
    page.refresh()
    assert 'Gaya siaran "portal-lama" tidak ada' in page.problem.text
    assert page.problem.isVisible()
    page.problem.hide()
    page.refresh()
    assert not page.problem.isVisible()
    assert page.bar.styles.currentData() == "tribratanews"


def test_every_page_is_built_from_its_spec_and_counts_its_records(qtbot: QtBot, parts: Parts) -> None:
    built = {}
    for spec in PAGES:
        built[spec.key] = page = spec.build(parts)
        qtbot.addWidget(page)
        assert page.first_field() is not None
        assert not page.go_to("bukan/apa-apa")
    assert [spec.count(parts.desk.meeting) for spec in PAGES] == [None, 6, 6, 2, None]
    assert list(built) == ["rapat", "hadirin", "jalannya", "dokumentasi", "siaran-pers"]


@pytest.mark.parametrize("width", [360, 470])
def test_pages_fit_a_narrow_window_by_scrolling_down_only(qtbot: QtBot, parts: Parts, width: int) -> None:
    for spec in PAGES:
        page = spec.build(parts)
        show(qtbot, parts.desk, page, width, 480)
        qtbot.wait(1)
        assert page.scroller.horizontalScrollBar().maximum() == 0, spec.key
    assert page.width() <= 470


def test_a_hundred_points_are_listed(qtbot: QtBot, tmp_path: Path, catalog: Catalog) -> None:
    own = Meeting(id="m", items=tuple(Item(f"i{n}", text=f"Butir {n}") for n in range(100)))
    with parts_over(tmp_path, catalog, own) as made:
        page = ReleasePage(made)
        show(qtbot, made.desk, page)
        assert len(page.choice.inside.texts()) == 100
