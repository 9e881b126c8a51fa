"""The closing rule of the letterhead on the page itself: as long as the longest line, at the left margin."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import document_bytes
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.office import Font, Letterhead
from rakor_desktop.printing import Pages, Typesetter

DOTS_PER_MM = 10
TO_MM = 25.4 / 72
KOPS = {
    "short": Letterhead(("POLRI DAERAH JAWA BARAT", "RESOR BANDUNG", "SEKTOR CIPARAY")),
    "usual": Letterhead(
        ("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH SUMATERA BARAT", "RESOR PASAMAN BARAT"),
        "Jalan Jati Nomor 1, Simpang Empat 26566",
    ),
    "41 signs": Letterhead(("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH ISTIMEWA YOGYAKARTA DAN SEKITARNYA")),
    "long street": Letterhead(("KODIM 0305", "PASAMAN"), "Jalan Jenderal Sudirman Nomor 123 Simpang Empat"),
}
FONTS = (Font("Arial", 12), Font("Arial", 11), Font("Times New Roman", 12), Font("DejaVu Sans", 11))
"""The last one's widths are not kept: the computer itself measures it."""


class Rule(NamedTuple):
    """A line on the page, in millimetres."""

    left: float
    length: float
    top: float


def first_rule(pages: Pages) -> Rule | None:
    """The first long black line of the first page."""
    image = pages.draw(0, DOTS_PER_MM * TO_MM)
    assert image is not None
    for row in range(image.height // 4):
        start = row * image.stride
        dark = bytes(1 if value < 128 else 0 for value in image.data[start : start + image.width * 4 : 4])
        longest = max((len(run) for run in dark.split(b"\0")), default=0)
        if longest > 30 * DOTS_PER_MM:
            left = dark.index(b"\1" * longest)
            return Rule(left / DOTS_PER_MM, longest / DOTS_PER_MM, row / DOTS_PER_MM)
    return None


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_the_rule_is_as_long_as_the_longest_line_on_the_page(
    sample: Callable[[str], Bundle], catalog: Catalog, qapp: QApplication
) -> None:
    bundle = sample("pasaman-barat")
    documents = {}
    for (name, kop), font, paper in product(KOPS.items(), FONTS, ("A4", "F4")):
        office = replace(bundle.office, letterhead=kop, font=font, paper=paper)  # type: ignore[arg-type]
        documents[f"{name}, {font.name} {font.size:g}, {paper}"] = document_bytes(
            replace(bundle, office=office), "undangan", ".docx", catalog=catalog, template="polri"
        )
    wrong = {}
    for name, made in Typesetter().typeset_many(documents).items():
        with Pages(made.pdf) as pages:
            rule = first_rule(pages)
            assert rule is not None, name
            kop_lines = [line for line in pages.lines(0) if line.bottom * TO_MM < rule.top + 1]
            rows = {round(line.bottom / 6): [] for line in kop_lines}
            for line in kop_lines:
                rows[round(line.bottom / 6)].append(line)
            longest = max(max(one.right for one in row) - min(one.left for one in row) for row in rows.values()) * TO_MM
            if abs(rule.length - longest) > 2 or abs(rule.left - bundle.office.margins.left * 10) > 1:
                wrong[name] = (rule, longest)
            count = len(KOPS[name.split(",")[0]].lines) + bool(KOPS[name.split(",")[0]].address)
            assert len(rows) == count, (name, kop_lines)  # no line of it is broken
    assert wrong == {}
