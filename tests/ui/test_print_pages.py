"""The pages in the view: where they lie, which of them are drawn, and how they come onto paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rakor_desktop.errors import PrintError
from rakor_desktop.printing import Pages, PageSize
from rakor_desktop.ui.printing.images import PageImages
from rakor_desktop.ui.printing.layout import GAP, fitting, layout, next_step
from rakor_desktop.ui.printing.page_view import PageView
from rakor_desktop.ui.printing.printer import page_size, paper_name, print_pages, set_up
from tests.printing.engines import PDF

A4 = PageSize(595.276, 841.89)
F4 = PageSize(609.449, 935.433)


def many_pages(count: int) -> Pages:
    """A file of that many empty A4 pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(*A4).close()
    import io

    out = io.BytesIO()
    document.save(out)
    document.close()
    return Pages(out.getvalue())


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_pages_lie_under_one_another_in_the_middle() -> None:
    laid = layout([A4, F4], 1.0, QSize(1000, 600))
    first, second = laid.rects
    assert (first.width(), first.height()) == (794, 1123)
    assert (second.width(), second.height()) == (813, 1247)
    assert second.top() - first.top() == first.height() + GAP
    assert abs(first.center().x() - 500) <= 1
    assert abs(second.center().x() - 500) <= 1


def test_a_page_fits_whole_or_by_its_width() -> None:
    view = QSize(900, 700)
    whole = layout([A4] * 3, "page", view).rects[0]
    assert view.height() - 2 * GAP - 1 <= whole.height() <= view.height() - 2 * GAP
    wide = layout([A4] * 3, "width", view).rects[0]
    assert view.width() - 2 * GAP - 1 <= wide.width() <= view.width() - 2 * GAP
    assert fitting([A4], "width", QSize(9000, 700)) == 3.0


def test_only_pages_that_are_seen_count_as_visible() -> None:
    laid = layout([A4] * 40, 1.0, QSize(1000, 600))
    assert list(laid.visible(0, 600)) == [0]
    top = laid.rects[10].top()
    assert list(laid.visible(top - 100, 600)) == [9, 10]
    assert laid.page_at(top - 100, 600) == 10
    assert list(laid.visible(laid.size.height() - 600, 600)) == [39]


def test_steps_of_zoom_go_from_any_factor_to_the_next_round_one() -> None:
    assert next_step(0.93, up=True) == 1.0
    assert next_step(0.93, up=False) == 0.75
    assert next_step(3.0, up=True) == 3.0
    assert next_step(0.5, up=False) == 0.5


def test_forty_pages_are_shown_without_drawing_or_keeping_all_of_them(qtbot: QtBot, view: PageView) -> None:
    view.show_pages(many_pages(40))
    view.set_zoom(1.0)
    qtbot.waitUntil(lambda: view.images.complete)
    assert view.images.picture(0) is not None
    assert view.images.picture(5) is None
    for number in range(40):
        view.go_to(number)
        qtbot.waitUntil(lambda: view.images.complete)
        assert view.page == number
    assert view.images.bytes_kept < 80_000_000
    assert view.images.picture(0) is None
    view.close_pages()


def test_little_is_kept_when_little_may_be(qtbot: QtBot) -> None:
    images = PageImages(kept_bytes=1_000_000)
    pages = many_pages(6)
    images.show(pages)
    for number in range(6):
        images.want([number], 1.0)
        qtbot.waitUntil(lambda: images.complete)
    assert [n for n in range(6) if images.picture(n) is not None] == [5]
    images.close()
    pages.close()


def test_a_page_is_drawn_anew_for_another_zoom(qtbot: QtBot, view: PageView) -> None:
    view.show_pages(Pages(PDF.read_bytes()))
    qtbot.waitUntil(lambda: view.images.complete)
    small = view.images.picture(0)
    view.set_zoom(2.0)
    qtbot.waitUntil(lambda: view.images.complete)
    large = view.images.picture(0)
    assert small is not None
    assert large is not None
    assert large.width() == 1588
    assert small.width() < large.width()
    view.close_pages()


def test_control_and_wheel_zoom_at_the_pointer(qtbot: QtBot, view: PageView) -> None:
    view.show_pages(Pages(PDF.read_bytes()))
    view.set_zoom(1.0)
    before = view.factor
    spot = QPointF(450, 300)
    held_at = view.verticalScrollBar().value() + 300
    page_top = GAP
    wheel = QWheelEvent(
        spot, view.mapToGlobal(spot), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.factor == pytest.approx(before * 1.15)
    wanted = page_top + (held_at - page_top) * 1.15
    assert view.verticalScrollBar().value() + 300 == pytest.approx(wanted, abs=2)
    view.close_pages()


def test_keys_go_through_the_pages(qtbot: QtBot, view: PageView) -> None:
    view.show_pages(many_pages(5))
    view.set_zoom("page")
    qtbot.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 4
    assert view.accessibleDescription() == "Halaman 5 dari 5"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    view.close_pages()


def test_pages_made_anew_stay_where_one_read(view: PageView) -> None:
    view.show_pages(many_pages(5))
    view.set_zoom("page")
    view.go_to(3)
    view.show_pages(many_pages(6), stay=True)
    assert view.page == 3
    view.show_pages(many_pages(6))
    assert view.page == 0
    view.close_pages()


def test_f4_is_the_paper_of_indonesian_offices() -> None:
    assert paper_name(F4) == "F4 (215 × 330 mm)"
    assert paper_name(A4) == "A4 (210 × 297 mm)"
    assert paper_name(PageSize(841.89, 595.276)) == "A4 melintang (210 × 297 mm)"
    assert page_size(F4).size(page_size(F4).Unit.Millimeter).toTuple() == (215, 330)


@pytest.mark.parametrize(("number", "millimetres"), [(0, (210, 297)), (1, (215, 330))])
def test_what_is_printed_has_the_paper_of_the_page(
    qtbot: QtBot, tmp_path: Path, number: int, millimetres: tuple[int, int]
) -> None:
    target = tmp_path / "cetak.pdf"
    with Pages(PDF.read_bytes()) as pages:
        printer = _pdf_printer(target, pages.sizes[number])
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(number + 1, number + 1)
        assert print_pages(printer, pages) == 1
        del printer
    with Pages(target.read_bytes()) as printed, Pages(PDF.read_bytes()) as pages:
        assert [size.millimetres for size in printed.sizes] == [millimetres]
        shown, paper = pages.draw(number, 0.5), printed.draw(0, 0.5)
        assert shown is not None
        assert paper is not None
        # The black box of the first page lies at the same place on paper.
        assert [_dark(paper.data), _dark(shown.data)] == pytest.approx([_dark(shown.data)] * 2, rel=0.08)


def test_copies_pages_and_order_are_as_the_dialog_was_told(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "cetak.pdf"
    with Pages(PDF.read_bytes()) as pages:
        printer = _pdf_printer(target, pages.sizes[0])
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
        told: list[str] = []
        assert print_pages(printer, pages, progress=lambda _fraction, text: told.append(text)) == 2
        assert told == ["Mencetak halaman 1 dari 2…", "Mencetak halaman 2 dari 2…"]
        del printer
    with Pages(target.read_bytes()) as printed:
        first, second = printed.draw(0, 0.5), printed.draw(1, 0.5)
        assert first is not None
        assert second is not None
        assert _dark(first.data) < _dark(second.data)


def test_printing_can_be_called_off_between_pages(qtbot: QtBot, tmp_path: Path) -> None:
    with Pages(PDF.read_bytes()) as pages:
        printer = _pdf_printer(tmp_path / "cetak.pdf", pages.sizes[0])
        with pytest.raises(PrintError) as caught:
            print_pages(printer, pages, cancelled=lambda: True)
        assert caught.value.code == "cancelled"
        del printer


def _pdf_printer(target: Path, size: PageSize) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(150)
    set_up(printer, size, "Uji cetak")
    return printer


def _dark(data: bytes) -> int:
    return sum(value < 100 for value in data[0::4])


def test_a_page_as_wide_as_the_view_needs_no_bar_beneath_it_whatever_was_shown_before(
    qtbot: QtBot, view: PageView
) -> None:
    height = layout([A4], "width", QSize(301, 100)).size.height()
    for beside in range(-20, 40):  # where one bar more or less decides whether the other is needed
        view.resize(100, 100)
        view.set_zoom(1.0)
        view.show_pages(many_pages(1))
        view.resize(301, height + beside)
        view.set_zoom("width")
        QApplication.processEvents()
        assert view.horizontalScrollBar().maximum() == 0, beside
        assert not view.horizontalScrollBar().isVisible()
    view.close_pages()
