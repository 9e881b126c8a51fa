"""How wide a letterhead is, and which page a template gets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import choose_template
from rakor_desktop.desk.office_page import WIDEST, letterhead_points, page_of
from rakor_desktop.domain.office import Font, Letterhead, Office

LINES = ("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH SUMATERA BARAT", "RESOR PASAMAN BARAT")
OFFICE = Office(letterhead=Letterhead(lines=LINES))


def test_the_rule_is_as_long_as_the_longest_line(catalog: Catalog) -> None:
    longest = catalog.fonts.points(LINES[0], "Arial", 12)
    assert longest == pytest.approx(255.7, abs=2.0)  # the ink on a printed page: 90.2 mm
    assert letterhead_points(OFFICE, catalog) == pytest.approx(longest, abs=3.0)
    longer = replace(OFFICE, letterhead=Letterhead(lines=("KOMANDO DAERAH MILITER XX/TUANKU IMAM BONJOL",)))
    assert letterhead_points(longer, catalog) > letterhead_points(OFFICE, catalog)


def test_a_long_address_does_not_drag_the_rule_over_the_page(catalog: Catalog) -> None:
    kop = Letterhead(lines=LINES, address="Jalan Soekarno-Hatta Nomor 1, Simpang Empat, Kecamatan Pasaman 26366")
    assert letterhead_points(replace(OFFICE, letterhead=kop), catalog) <= WIDEST + 3


def test_a_font_that_was_not_measured_leaves_the_width_to_word(catalog: Catalog) -> None:
    assert letterhead_points(replace(OFFICE, font=Font("Bookman Old Style", 12)), catalog) == 0


def test_an_offices_own_template_keeps_its_margins_and_font(catalog: Catalog) -> None:
    shipped = choose_template("notula", catalog, "police")
    assert page_of(OFFICE, shipped, catalog).margins == (2.0, 1.5, 2.0, 2.5)
    own = page_of(OFFICE, replace(shipped, own=True), catalog)
    assert (own.margins, own.font, own.size) == (None, "", 0)
    assert own.letterhead > 0


def test_the_attendance_list_keeps_the_margins_that_its_table_needs(catalog: Catalog) -> None:
    entry = choose_template("daftar-hadir", catalog, "local_government")
    assert page_of(OFFICE, entry, catalog).margins is None
