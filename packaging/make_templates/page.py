"""Paper and margins, in twips (1/1440 inch), the unit of Word's page measures."""

from __future__ import annotations

from dataclasses import dataclass


def cm(centimetres: float) -> int:
    """Return centimetres as whole twips."""
    return round(centimetres * 1440 / 2.54)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in portrait; ``code`` names it in file names."""

    code: str
    width: int
    height: int


A4 = Paper("a4", 11906, 16838)
F4 = Paper("f4", 12189, 18709)
"""The Indonesian folio of 215 x 330 mm, which no printer driver calls by one name."""

PAPERS = (A4, F4)


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins in twips."""

    top: int
    right: int
    bottom: int
    left: int


POLICE = Margins(top=cm(2), right=cm(1.5), bottom=cm(2), left=cm(2.5))
"""Police typing rules (sumber: lampiran Peraturan Kapolri 7/2017; the lower margin belum diverifikasi)."""
CIVIL = Margins(top=cm(2), right=cm(2), bottom=cm(2.5), left=cm(3))
"""Margins of civil offices that follow Peraturan ANRI 5/2021 (belum diverifikasi)."""
SHEET = Margins(top=cm(2), right=cm(1.5), bottom=cm(1.5), left=cm(2))
"""Margins of a sheet that lies: the binding edge is the upper one (kebiasaan, belum diverifikasi)."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with its margins; ``landscape`` lies on its side."""

    paper: Paper
    margins: Margins
    landscape: bool = False

    @property
    def width(self) -> int:
        """Width of the sheet as it lies."""
        return self.paper.height if self.landscape else self.paper.width

    @property
    def height(self) -> int:
        """Height of the sheet as it lies."""
        return self.paper.width if self.landscape else self.paper.height

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return self.width - self.margins.left - self.margins.right

    @property
    def text_height(self) -> int:
        """Height between the margins."""
        return self.height - self.margins.top - self.margins.bottom
