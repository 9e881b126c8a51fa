"""The view-models: finished text under Indonesian names, as template authors see them.

These names are a public interface. Fields may be added; a field that is renamed keeps its old name as an
alias. Dates stand beside their text for templates that print them otherwise. No field is called items, keys,
values, get, copy, pop, count or index, because a template language would take those for something else.
"""

from __future__ import annotations

from rakor_desktop.compose.views.companions import (
    Arahan,
    BagianArahan,
    BarisFoto,
    HalamanDokumentasi,
    LaporanHasil,
    LembarTindakLanjut,
    PetikanArahan,
    Undangan,
)
from rakor_desktop.compose.views.minutes import DaftarHadir, Notula
from rakor_desktop.compose.views.news import LaporanWhatsApp, SiaranPers
from rakor_desktop.compose.views.pieces import (
    Angka,
    Bagian,
    Butir,
    Foto,
    Gambar,
    Hadirin,
    Kop,
    TandaTangan,
    TindakLanjut,
)

VERSION = 2
"""Version of this interface; it grows when fields are added."""

__all__ = [
    "VERSION",
    "Angka",
    "Arahan",
    "Bagian",
    "BagianArahan",
    "BarisFoto",
    "Butir",
    "DaftarHadir",
    "Foto",
    "Gambar",
    "Hadirin",
    "HalamanDokumentasi",
    "Kop",
    "LaporanHasil",
    "LaporanWhatsApp",
    "LembarTindakLanjut",
    "Notula",
    "PetikanArahan",
    "SiaranPers",
    "TandaTangan",
    "TindakLanjut",
    "Undangan",
]
