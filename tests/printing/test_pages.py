"""The pages of a PDF file: sizes, pictures, words."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image, ImageChops

from rakor_desktop.errors import PrintError
from rakor_desktop.printing import PageImage, Pages
from tests.printing.engines import PDF

WHITE, BLACK = b"\xff\xff\xff", b"\x00\x00\x00"


@pytest.fixture
def pages() -> Pages:
    return Pages(PDF.read_bytes())


def pixel(image: PageImage, x: int, y: int) -> bytes:
    start = y * image.stride + 4 * x
    return image.data[start : start + 3]


def test_every_page_tells_its_own_paper(pages: Pages) -> None:
    assert [size.millimetres for size in pages.sizes] == [(210, 297), (215, 330)]
    assert len(pages) == 2


def test_a_page_is_drawn_as_it_prints(pages: Pages) -> None:
    image = pages.draw(0, 2.0)
    assert image is not None
    assert (image.width, image.height) == (1191, 1684)
    assert pixel(image, 20, 20) == WHITE
    # The black box of the page lies 72 to 272 points from the left and 400 to 500 from the bottom.
    assert pixel(image, 2 * 100, round(2 * (841.89 - 450))) == BLACK


@pytest.mark.parametrize("scale", [0.7, 1.4, 96 / 72, 300 / 72])
@pytest.mark.parametrize("number", [0, 1])
def test_bands_put_together_are_the_page(pages: Pages, scale: float, number: int) -> None:
    whole = pages.draw(number, scale)
    assert whole is not None
    rows, top, together = 257, 0, b""
    while top < whole.height:
        band = pages.draw_band(number, scale, top, rows)
        assert band is not None
        assert (band.width, band.height) == (whole.width, min(rows, whole.height - top))
        together += band.data
        top += band.height
    # Letters cut by an edge between bands may differ by a shade of grey.
    size = (whole.width, whole.height)
    both = (together, whole.data)
    one, other = (Image.frombuffer("RGBX", size, data, "raw", "RGBX", whole.stride, 1) for data in both)
    assert max(high for _low, high in ImageChops.difference(one, other).getextrema()[:3]) <= 4


def test_words_are_told_from_top_to_bottom_with_their_place(pages: Pages) -> None:
    (line,) = pages.lines(0)
    assert line.text == "Halaman satu"
    assert line.left == pytest.approx(72, abs=4)
    assert line.top < 841.89 - 760 < line.bottom + 1


def test_a_closed_file_draws_nothing_and_may_be_closed_again(pages: Pages) -> None:
    pages.close()
    pages.close()
    assert pages.draw(0, 1.0) is None
    assert pages.draw_band(0, 1.0, 0, 10) is None
    assert pages.lines(0) == ()


def test_what_is_no_pdf_is_refused_with_a_sentence() -> None:
    for data in (b"", b"bukan pdf", b"%PDF-1.4\nrusak"):
        with pytest.raises(PrintError) as caught:
            Pages(data)
        assert caught.value.code == "broken_pdf"


def test_many_threads_may_draw_and_forget_files_at_once() -> None:
    data = PDF.read_bytes()

    def work(number: int) -> int:
        pages = Pages(data)
        image = pages.draw(number % 2, 1.0)
        assert image is not None
        return len(image.data)

    with ThreadPoolExecutor(8) as pool:
        sizes = set(pool.map(work, range(200)))
    gc.collect()
    assert len(sizes) == 2
